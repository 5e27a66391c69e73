//! Reads `[table.sign]`, `[number] notes` and `future`: cells that are not simply numbers.

use std::collections::BTreeMap;

use portbook_schema::raw::{Edge, Future, Note, Sign};
use toml::Spanned;

use super::Reader;
use crate::error::Mistake;
use crate::layout::MEANINGS;
use crate::nearest::nearest;
use crate::pattern::fold;
use crate::says::check_code;
use crate::value::{Place, Value};

/// Keys of a sign that has several meanings; any other is a measure.
const KINDS: [&str; 5] = ["level", "growth", "leading", "inner", "trailing"];

impl Reader<'_> {
    pub(super) fn signs(&self, raw: &Place) -> BTreeMap<String, Sign> {
        let sign = |(key, value): (&Spanned<String>, _)| {
            Some((fold(key.get_ref()), self.file.keep(self.sign(key, value))?))
        };
        raw.iter().filter_map(sign).collect()
    }

    fn meaning(&self, value: &Spanned<Value>) -> Result<String, Mistake> {
        let seen = value.get_ref();
        match seen.text() {
            Some(text) if MEANINGS.contains(&text) => Ok(text.to_owned()),
            text => {
                let message = format!("got `{seen}`, expected one of {}", MEANINGS.join(", "));
                let near = text.map(|text| nearest(text, MEANINGS)).unwrap_or_default();
                let hint = "write `\"-\" = \"nil\"`";
                Err(self.file.mistake(&value.span(), message).hint(hint).did_you_mean(&near))
            }
        }
    }

    /// One meaning; or by kind (`level`, `growth`, a measure) and by edge (`leading`, `trailing`;
    /// `inner` between them).
    fn sign(&self, key: &Spanned<String>, value: &Spanned<Value>) -> Result<Sign, Mistake> {
        let Value::Table(kinds) = value.get_ref() else {
            let meaning = self.meaning(value)?;
            let (level, growth) = (meaning.clone(), meaning);
            return Ok(Sign { level, growth, measures: BTreeMap::new(), edge: None });
        };
        let one = |name: &str| kinds.get(name).map(|value| self.meaning(value)).transpose();
        let inner = one("inner")?;
        let level = one("level")?.or_else(|| inner.clone());
        let growth = one("growth")?.or(inner);
        let (leading, trailing) = (one("leading")?, one("trailing")?);
        let mut measures = BTreeMap::new();
        for (name, value) in kinds {
            let measure = name.get_ref();
            if KINDS.contains(&measure.as_str()) {
                continue;
            }
            check_code("measure", measure).map_err(|wrong| {
                let near = nearest(measure, KINDS);
                wrong.at(self.file, &name.span(), "sign").did_you_mean(&near)
            })?;
            measures.insert(measure.clone(), self.meaning(value)?);
        }
        let is_at_ends =
            key.get_ref().trim().is_empty() || key.get_ref().trim().parse::<f64>().is_ok();
        let (level, growth) = match (level, growth) {
            (Some(level), Some(growth)) => (level, growth),
            // Inside its series a number is a number, and a blank is refused.
            (None, None) if is_at_ends && (leading.is_some() || trailing.is_some()) => {
                (String::new(), String::new())
            }
            _ => {
                let message = "sign: expected a meaning, { level = …, growth = … } or \
                               { leading = …, inner = …, trailing = … }";
                let hint = "write `\"-\" = { level = \"nil\", growth = \"cannot be computed\" }`";
                return Err(self.file.mistake(&value.span(), message).hint(hint));
            }
        };
        let edge = (leading.is_some() || trailing.is_some()).then(|| Edge {
            leading: leading.unwrap_or_else(|| level.clone()),
            trailing: trailing.unwrap_or_else(|| level.clone()),
        });
        Ok(Sign { level, growth, measures, edge })
    }

    /// What marks on numbers say: a status, or nothing.
    pub(super) fn notes(&self, raw: &Place) -> BTreeMap<String, Note> {
        let note = |(key, value): (&Spanned<String>, _)| {
            Some((fold(key.get_ref()), self.file.keep(self.note(key, value))?))
        };
        raw.iter().filter_map(note).collect()
    }

    fn note(&self, key: &Spanned<String>, value: &Spanned<Value>) -> Result<Note, Mistake> {
        let wrong = |message: &str| {
            let hint = "write `notes = { \"p\" = { obs_status = \"P\" } }`";
            self.file.mistake(&key.span(), message).hint(hint)
        };
        let expected = "notes: expected { obs_status = … }, { revised = true } or {}";
        let table = value.get_ref().table().ok_or_else(|| wrong(expected))?;
        if key.get_ref().trim().is_empty() {
            return Err(wrong("notes: a blank is no mark"));
        }
        let says = self.says(table);
        let status = |column: &String| ["obs_status", "conf_status"].contains(&column.as_str());
        if !says.columns.keys().all(status) || says.period.is_some() {
            return Err(wrong(expected));
        }
        Ok(Note { columns: says.columns })
    }

    pub(super) fn future(&self, word: &Spanned<String>) -> Result<Future, Mistake> {
        match word.get_ref().as_str() {
            "not yet published" => Ok(Future::NotYetPublished),
            "forecast" => Ok(Future::Forecast),
            other => {
                let message =
                    format!("future: got `{other}`, expected `not yet published` or `forecast`");
                let near = nearest(other, ["not yet published", "forecast"]);
                let hint = "write `future = \"forecast\"`";
                Err(self.file.mistake(&word.span(), message).hint(hint).did_you_mean(&near))
            }
        }
    }
}

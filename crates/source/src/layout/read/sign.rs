//! Reads `[table.sign]`, `[number] notes` and `future`: cells that are not simply numbers.

use std::collections::BTreeMap;

use portbook_schema::raw::{Edge, Future, Note, Sign};
use toml::Spanned;

use super::{RawPlace, Reader};
use crate::error::Error;
use crate::layout::MEANINGS;
use crate::pattern::fold;
use crate::says::check_code;

impl Reader<'_> {
    pub(super) fn signs(&self, raw: &RawPlace) -> Result<BTreeMap<String, Sign>, Error> {
        let signs =
            raw.iter().map(|(key, value)| Ok((fold(key.get_ref()), self.sign(key, value)?)));
        signs.collect()
    }

    /// One meaning; or by kind (`level`, `growth`, a measure) and by edge (`leading`, `trailing`;
    /// `inner` between them).
    pub(super) fn sign(&self, key: &Spanned<String>, value: &toml::Value) -> Result<Sign, Error> {
        let meaning = |value: &toml::Value| -> Result<String, Error> {
            let text = value.as_str().unwrap_or_default();
            if !MEANINGS.contains(&text) {
                let message = format!("got `{value}`, expected one of {}", MEANINGS.join(", "));
                return Err(self.file.mistake(&key.span(), message));
            }
            Ok(text.to_owned())
        };
        let toml::Value::Table(kinds) = value else {
            let (level, growth) = (meaning(value)?, meaning(value)?);
            return Ok(Sign { level, growth, measures: BTreeMap::new(), edge: None });
        };
        let one = |name: &str| kinds.get(name).map(meaning).transpose();
        let inner = one("inner")?;
        let level = one("level")?.or_else(|| inner.clone());
        let growth = one("growth")?.or(inner);
        let (leading, trailing) = (one("leading")?, one("trailing")?);
        let is_number = key.get_ref().trim().parse::<f64>().is_ok();
        let (level, growth) = match (level, growth) {
            (Some(level), Some(growth)) => (level, growth),
            // Inside its series a number is a number.
            (None, None) if is_number && (leading.is_some() || trailing.is_some()) => {
                (String::new(), String::new())
            }
            _ => {
                let message = "sign: expected a meaning, { level = …, growth = … } or \
                               { leading = …, inner = …, trailing = … }";
                return Err(self.file.mistake(&key.span(), message));
            }
        };
        let edge = (leading.is_some() || trailing.is_some()).then(|| Edge {
            leading: leading.unwrap_or_else(|| level.clone()),
            trailing: trailing.unwrap_or_else(|| level.clone()),
        });
        let mut measures = BTreeMap::new();
        for (name, value) in kinds {
            if ["level", "growth", "leading", "inner", "trailing"].contains(&name.as_str()) {
                continue;
            }
            check_code("measure", name)
                .map_err(|message| self.file.mistake(&key.span(), format!("sign: {message}")))?;
            measures.insert(name.clone(), meaning(value)?);
        }
        Ok(Sign { level, growth, measures, edge })
    }

    /// What marks on numbers say: a status, or nothing.
    pub(super) fn notes(&self, raw: &RawPlace) -> Result<BTreeMap<String, Note>, Error> {
        let mut notes = BTreeMap::new();
        for (key, value) in raw {
            let wrong = |message: String| self.file.mistake(&key.span(), message);
            let expected = "notes: expected { obs_status = … }, { revised = true } or {}";
            let table = value.as_table().ok_or_else(|| wrong(expected.to_owned()))?;
            if key.get_ref().trim().is_empty() {
                return Err(wrong("notes: a blank is no mark".to_owned()));
            }
            let says = self.says(&key.span(), table)?;
            let status = |column: &String| ["obs_status", "conf_status"].contains(&column.as_str());
            if !says.columns.keys().all(status) || says.period.is_some() {
                return Err(wrong(expected.to_owned()));
            }
            notes.insert(fold(key.get_ref()), Note { columns: says.columns });
        }
        Ok(notes)
    }

    pub(super) fn future(&self, word: &Spanned<String>) -> Result<Future, Error> {
        match word.get_ref().as_str() {
            "not yet published" => Ok(Future::NotYetPublished),
            "forecast" => Ok(Future::Forecast),
            other => {
                let message =
                    format!("future: got `{other}`, expected `not yet published` or `forecast`");
                Err(self.file.mistake(&word.span(), message))
            }
        }
    }
}

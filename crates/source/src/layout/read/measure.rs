//! Reads `[records.measure]`.

use std::collections::BTreeMap;

use toml::Spanned;

use super::Reader;
use crate::error::Mistake;
use crate::layout::records::{Beside, Column, Measure, Reads};
use crate::says;
use crate::value::{Place, Value, Words};

/// One measure, and where its heading is written.
pub(super) struct Written<'r> {
    pub(super) heading: &'r Spanned<String>,
    status: Option<Spanned<String>>,
    pub(super) measure: Measure,
}

impl Reader<'_> {
    /// `[records.measure]`: a heading, and what its values are; a list where there are several of
    /// that heading. `None` if one has a mistake.
    pub(super) fn measures<'r>(&self, raw: &'r Place) -> Option<Vec<Written<'r>>> {
        let mut headings: Vec<_> = raw.iter().collect();
        headings.sort_by_key(|(heading, _)| heading.span().start);
        let mut measures = Vec::new();
        for (heading, value) in headings {
            let several = match value.get_ref() {
                Value::List(several) => several.iter().collect(),
                _ => vec![value],
            };
            let several = several.into_iter().map(|one| self.file.keep(self.measure(heading, one)));
            measures.extend(several);
        }
        measures.into_iter().collect()
    }

    fn measure<'r>(
        &self,
        heading: &'r Spanned<String>,
        value: &Spanned<Value>,
    ) -> Result<Written<'r>, Mistake> {
        let wrong = |at: &Spanned<Value>, message: String, hint: &str| {
            self.file.mistake(&at.span(), message).hint(hint)
        };
        let Value::Table(table) = value.get_ref() else {
            let message =
                format!("{}: got `{}`, expected `{{ … }}`", heading.get_ref(), value.get_ref());
            return Err(wrong(value, message, "write `\"value\" = { period = \"month\" }`"));
        };
        let mut set = table.clone();
        let unit = set.remove("unit").map(|unit| self.label("unit", &unit)).transpose()?;
        let nth = |nth: Spanned<Value>| {
            match nth.get_ref() {
                Value::Number(count) if *count > 0 => u32::try_from(*count).ok(),
                _ => None,
            }
            .ok_or_else(|| {
                let message = format!("nth: got {}, expected 1 or more", nth.get_ref());
                wrong(&nth, message, "write `nth = 1` for the first")
            })
        };
        let nth = set.remove("nth").map(nth).transpose()?;
        let status = |status: Spanned<Value>| {
            if let Some(text) = status.get_ref().text() {
                return Ok(Spanned::new(status.span(), text.to_owned()));
            }
            let message = format!("status: got `{}`, expected a column", status.get_ref());
            Err(wrong(&status, message, "write `status = \"{period}_flag\"`"))
        };
        let status = set.remove("status").map(status).transpose()?;
        let keep = set.remove("keep").map(|keep| self.kept(&keep)).transpose()?;
        let measure = Measure {
            heading: self.pattern(heading)?,
            nth,
            says: says::read(self.file, &set),
            unit,
            keep: self.conditions(&keep.unwrap_or_default(), &[]),
            status: status.as_ref().map(|status| Beside::new(status.get_ref())),
        };
        Ok(Written { heading, status, measure })
    }

    /// `keep = { Subject = ["BCA"] }` of a measure.
    fn kept(&self, raw: &Spanned<Value>) -> Result<BTreeMap<Spanned<String>, Words>, Mistake> {
        let wrong = |at: &Spanned<Value>| {
            let message =
                format!("keep: got `{}`, expected {{ column = [\"text\"] }}", at.get_ref());
            let hint = "write `keep = { Subject = [\"BCA\"] }`";
            self.file.mistake(&at.span(), message).hint(hint)
        };
        let table = raw.get_ref().table().ok_or_else(|| wrong(raw))?;
        let words = |(column, value): (&Spanned<String>, &Spanned<Value>)| {
            Ok((column.clone(), Words::of(value).ok_or_else(|| wrong(value))?))
        };
        table.iter().map(words).collect()
    }

    /// What stands beside a value must be a column that is read.
    pub(super) fn check_status(
        &self,
        measure: &Written<'_>,
        columns: &[Column],
    ) -> Result<(), Mistake> {
        let Some(status) = &measure.status else { return Ok(()) };
        match self.check_column("status", status, columns)?.reads {
            Reads::Entries(_) => Ok(()),
            Reads::Ignore => {
                let written = status.get_ref();
                let message = format!("status: `{written}` is ignored, expected one that is read");
                let hint = format!("write `{written} = {{ \"p\" = {{ obs_status = \"P\" }} }}`");
                Err(self.file.mistake(&status.span(), message).hint(hint))
            }
        }
    }
}

//! Patterns that take the periods of headings and lines: a hole the layouts know, with the literal
//! text around it where the hole alone does not take what is printed.

use std::collections::{BTreeMap, BTreeSet};

use portbook_source::timetext;
use portbook_source::timetext::Language;

use crate::sheet::Seen;

/// Dating texts of one place, by the pattern that takes them.
#[derive(Clone, Debug, Default)]
pub(crate) struct Dates(BTreeMap<String, BTreeSet<String>>);

impl Dates {
    /// Adds a cell; `false` if it does not date.
    pub(crate) fn add(&mut self, cell: &Seen, language: Language) -> bool {
        let Some(hole) = hole(cell) else { return false };
        let text = cell.text();
        let pattern = pattern(hole, &text, language);
        self.0.entry(pattern).or_default().insert(text);
        true
    }

    pub(crate) fn extend(&mut self, other: Self) {
        for (pattern, texts) in other.0 {
            self.0.entry(pattern).or_default().extend(texts);
        }
    }

    pub(crate) fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Whether all of it is years.
    pub(crate) fn are_years(&self) -> bool {
        !self.is_empty() && self.settled().keys().all(|pattern| pattern.starts_with("{year}"))
    }

    /// A lone hole for all of it.
    pub(crate) fn first(&self) -> Option<String> {
        self.settled().into_keys().next()
    }

    /// The lines of the place. `years_apart`: another place says the months of these years.
    pub(crate) fn lines(&self, years_apart: bool) -> String {
        let mut text = String::new();
        for (pattern, texts) in self.settled() {
            if pattern.is_empty() {
                // Digits that are a month elsewhere in this place.
                for quarter in texts {
                    let quarter = super::literal(&quarter);
                    text.push_str(&format!("{quarter} = {{ ignore = true }} # ? a quarter\n"));
                }
                continue;
            }
            let says = match pattern.as_str() {
                literal if !literal.contains('{') => "{ ignore = true } # ? which period",
                years if years.starts_with("{year}") && years_apart => "{}",
                years if years.starts_with("{year}") => "{ period = \"year\" }",
                "{months}" => "{ period = \"rolling\" } # ? or ytd",
                _ if pattern.contains("{quarter}") => "{ period = \"quarter\" }",
                _ if pattern.ends_with("-{month}") || pattern.ends_with("to{month}") => {
                    "{ period = \"ytd\" } # ? months from January"
                }
                _ => "{ period = \"month\" }",
            };
            text.push_str(&format!("{} = {says}\n", super::quoted(&pattern)));
        }
        text
    }

    /// No two of the patterns take one text; the empty one has what no pattern can take.
    fn settled(&self) -> BTreeMap<String, BTreeSet<String>> {
        let mut settled = self.0.clone();
        if let Some(texts) = settled.remove("{date}") {
            let years = texts.iter().all(|text| text.ends_with("-01-01"));
            let pattern = if years { "{year}" } else { "{date}" };
            settled.entry(pattern.to_owned()).or_default().extend(texts);
        }
        if settled.contains_key("{months}") {
            settled.remove("{period}");
        }
        for mark in ["{quarter}", "{quarter} {_}", "{_} {quarter}"] {
            if settled.contains_key(&mark.replace("quarter", "month"))
                && let Some(texts) = settled.remove(mark)
            {
                settled.entry(String::new()).or_default().extend(texts);
            }
        }
        settled
    }
}

/// The hole that takes a dating text; `None` if it does not date.
fn hole(cell: &Seen) -> Option<&'static str> {
    if matches!(cell, Seen::Date(..)) {
        return Some("date");
    }
    let part = cell.part()?;
    Some(match (part.year, part.months, part.quarter) {
        (Some(_), None, None) => "year",
        (Some(_), Some((first, last)), _) if first != last => "months",
        (Some(_), ..) => "period",
        (None, Some((first, last)), _) if first == last => "month",
        (None, Some(_), _) => "ytd",
        (None, None, Some(_)) => "quarter",
        (None, None, None) => return None,
    })
}

/// The hole, or with what stands around it: `{month} {_}` for a month in two languages.
fn pattern(hole: &str, text: &str, language: Language) -> String {
    let takes = |text: &str| match hole {
        "quarter" => timetext::quarter(text).is_some(),
        _ => timetext::month(text, language).is_some(),
    };
    match hole {
        "month" | "quarter" if takes(text) => format!("{{{hole}}}"),
        "month" | "quarter" => match (text.split_once(' '), text.rsplit_once(' ')) {
            (Some((first, _)), _) if takes(first) => format!("{{{hole}}} {{_}}"),
            (_, Some((_, last))) if takes(last) => format!("{{_}} {{{hole}}}"),
            _ => super::literal_text(text),
        },
        "ytd" => {
            let starts = text.char_indices().map(|(at, _)| at).skip(1);
            let mut splits = starts.map(|at| text.split_at(at));
            let split = splits.find(|(_, last)| takes(last));
            split.map_or_else(
                || super::literal_text(text),
                |(before, _)| format!("{}{{month}}", super::literal_text(before)),
            )
        }
        // A year with the mark of a note.
        "year" if timetext::year(text).is_none() => match text.split_at_checked(4) {
            Some((year, note)) if timetext::year(year).is_some() => {
                format!("{{year}}{}", super::literal_text(note))
            }
            _ => super::literal_text(text),
        },
        _ => format!("{{{hole}}}"),
    }
}

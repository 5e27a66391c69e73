//! What a hole of a pattern may take: typed holes parse, `{label}` takes all, any other name takes
//! only what the lookup table of that name lists (rule 2 of the layout grammar).

use std::collections::{BTreeMap, BTreeSet};

use crate::says::settable;
use crate::timetext::{self, DateOrder, Language, Languages};

/// The words a source knows.
#[derive(Clone, Debug)]
pub struct Vocabulary {
    pub language: Languages,
    pub date_order: Option<DateOrder>,
    /// Month in which the publisher's fiscal years begin; without it `{fiscal_year}` is no hole.
    pub fiscal_first_month: Option<i8>,
    /// Lookup table name -> its labels, folded.
    labels: BTreeMap<String, BTreeSet<String>>,
}

impl Vocabulary {
    pub fn new(
        language: Languages,
        date_order: Option<DateOrder>,
        fiscal_first_month: Option<i8>,
        labels: BTreeMap<String, BTreeSet<String>>,
    ) -> Self {
        Self { language, date_order, fiscal_first_month, labels }
    }

    /// A vocabulary without lookups; `zh` or English.
    pub fn of_language(language: &str) -> Self {
        let language = if language == "zh" { Language::Zh } else { Language::En };
        Self::new(language.into(), None, None, BTreeMap::new())
    }

    /// Whether a hole of that name exists at all.
    pub fn knows(&self, hole: &str) -> bool {
        if hole == "fiscal_year" {
            return self.fiscal_first_month.is_some();
        }
        TYPED.contains(&hole) || digit_form(hole).is_some() || self.labels.contains_key(hole)
    }

    /// The names of holes: candidates for a message.
    pub(crate) fn holes(&self) -> impl Iterator<Item = &str> {
        TYPED.into_iter().chain(self.labels.keys().map(String::as_str))
    }

    /// Whether the hole may take that folded text.
    pub fn accepts(&self, hole: &str, text: &str) -> bool {
        match hole {
            "_" | "label" | "series_code" => !text.is_empty(),
            "year" => timetext::year(text).is_some(),
            "month" => timetext::month(text, self.language).is_some(),
            "quarter" => timetext::quarter(text).is_some(),
            "fiscal_year" => timetext::fiscal_year(text).is_some(),
            "roc_year" => timetext::roc_year(text).is_some(),
            "months" => timetext::months(text, self.language).is_some(),
            "day" | "from_day" => timetext::day(text).is_some(),
            "date" | "released_at" => {
                timetext::date(text, self.language, self.date_order).is_some()
            }
            "period" => timetext::period(text, self.language).is_some(),
            _ => match (self.labels.get(hole), digit_form(hole)) {
                (Some(labels), _) => labels.contains(text),
                (None, Some(digits)) => {
                    text.len() == digits && text.bytes().all(|b| b.is_ascii_digit())
                }
                (None, None) => false,
            },
        }
    }

    /// What a code checked by its digits becomes: the column the hole is named for, as
    /// `customs_office` of `{customs_office7}`, or `commodity` (`{ncm8}`).
    pub fn column_of_form(hole: &str) -> &str {
        let name = hole.trim_end_matches(|c: char| c.is_ascii_digit());
        if settable(name) { name } else { "commodity" }
    }

    /// Whether `lookups.toml` has a table of that name.
    pub fn is_table(&self, name: &str) -> bool {
        self.labels.contains_key(name)
    }

    /// The labels of a lookup table: candidates for a message.
    pub fn labels(&self, table: &str) -> impl Iterator<Item = &str> {
        self.labels.get(table).into_iter().flatten().map(String::as_str)
    }

    /// Some texts the hole takes.
    pub(crate) fn samples(&self, hole: &str) -> Vec<String> {
        let fixed: &[&str] = match hole {
            "_" | "label" | "series_code" => &["any words", "Total", "2025", "3", "Mar 2026"],
            "year" => &["2025"],
            "roc_year" => &["114", "98"],
            "month" => {
                let digits = ["3", "11", "11月"].into_iter().map(str::to_owned);
                return digits.chain(self.language.sample_months()).collect();
            }
            "months" => {
                let names = self.language.sample_months();
                return names.iter().map(|name| format!("{name}-11 2025")).collect();
            }
            "quarter" => &["3", "Q3", "III"],
            "fiscal_year" => &["2013-2014"],
            "day" | "from_day" => &["3", "20"],
            "date" | "released_at" => &["2026/04/08", "2026-04-08"],
            "period" => {
                let names = self.language.sample_months().into_iter();
                let named = names.map(|name| format!("{name} 2026"));
                let digits = ["2.2026", "2025-11", "2025年1-11月", "2025 Q3"];
                return named.chain(digits.into_iter().map(str::to_owned)).collect();
            }
            _ => &[],
        };
        if !fixed.is_empty() {
            return fixed.iter().map(|text| (*text).to_owned()).collect();
        }
        if let Some(labels) = self.labels.get(hole) {
            return labels.iter().cloned().collect();
        }
        digit_form(hole).map(|digits| "1".repeat(digits)).into_iter().collect()
    }
}

/// Holes whose text is parsed or taken as it is.
const TYPED: [&str; 14] = [
    "_",
    "label",
    "series_code",
    "year",
    "month",
    "quarter",
    "fiscal_year",
    "roc_year",
    "months",
    "day",
    "from_day",
    "date",
    "released_at",
    "period",
];

/// `ncm8`, `customs_office7`: a code of a large list, checked by its number of digits.
fn digit_form(hole: &str) -> Option<usize> {
    let name = hole.trim_end_matches(|c: char| c.is_ascii_digit());
    let digits = &hole[name.len()..];
    (!name.is_empty() && !digits.is_empty()).then(|| digits.parse().ok()).flatten()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_code_by_its_digits_is_a_commodity_or_what_its_hole_is_named_for() {
        let vocabulary = Vocabulary::of_language("en");
        assert!(vocabulary.accepts("customs_office7", "0817800"));
        assert!(!vocabulary.accepts("customs_office7", "817800"));
        let columns = ["customs_office7", "ncm8", "region2", "source3"];
        let columns = columns.map(Vocabulary::column_of_form);
        assert_eq!(columns, ["customs_office", "commodity", "region", "commodity"]);
    }
}

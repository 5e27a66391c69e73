//! The code lists under `schemas/codelists/`, part of the program: a code that is not in its list
//! is refused when a source is loaded. Each file is CSV (`code,name,…`) under one `#` origin line.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use portbook_model::concept::Concept;

/// One code list: its name (also the published dimension table's) and its records.
pub struct CodeList {
    pub name: &'static str,
    /// The file as it lies in the repository.
    pub csv: &'static str,
    /// Code -> its name in English.
    pub codes: BTreeMap<String, String>,
}

const FILES: [(&str, &str); 17] = [
    ("area", include_str!("../../../schemas/codelists/area.csv")),
    ("freq", include_str!("../../../schemas/codelists/freq.csv")),
    ("trade_flow", include_str!("../../../schemas/codelists/trade_flow.csv")),
    ("classification", include_str!("../../../schemas/codelists/classification.csv")),
    ("measure", include_str!("../../../schemas/codelists/measure.csv")),
    ("valuation", include_str!("../../../schemas/codelists/valuation.csv")),
    ("trade_system", include_str!("../../../schemas/codelists/trade_system.csv")),
    ("adjustment", include_str!("../../../schemas/codelists/adjustment.csv")),
    ("transformation", include_str!("../../../schemas/codelists/transformation.csv")),
    ("currency", include_str!("../../../schemas/codelists/currency.csv")),
    ("unit_measure", include_str!("../../../schemas/codelists/unit_measure.csv")),
    ("period_kind", include_str!("../../../schemas/codelists/period_kind.csv")),
    ("obs_status", include_str!("../../../schemas/codelists/obs_status.csv")),
    ("conf_status", include_str!("../../../schemas/codelists/conf_status.csv")),
    ("area_member", include_str!("../../../schemas/codelists/area_member.csv")),
    ("hs_section", include_str!("../../../schemas/codelists/hs_section.csv")),
    ("hs_chapter", include_str!("../../../schemas/codelists/hs_chapter.csv")),
];

static LISTS: LazyLock<Vec<CodeList>> = LazyLock::new(|| {
    FILES.iter().map(|(name, csv)| CodeList { name, csv, codes: read(csv) }).collect()
});

fn read(text: &str) -> BTreeMap<String, String> {
    let mut reader = csv::ReaderBuilder::new().comment(Some(b'#')).from_reader(text.as_bytes());
    let records = reader.records().map(|record| {
        let record = record.expect(READABLE);
        (record[0].to_owned(), record[1].to_owned())
    });
    records.collect()
}

/// A list's header and records, for the published dimension table.
pub fn records(list: &CodeList) -> (Vec<String>, Vec<Vec<String>>) {
    let mut reader = csv::ReaderBuilder::new().comment(Some(b'#')).from_reader(list.csv.as_bytes());
    let fields = |record: &csv::StringRecord| record.iter().map(str::to_owned).collect();
    let header = reader.headers().map(fields).expect(READABLE);
    let records = reader.records().map(|record| fields(&record.expect(READABLE))).collect();
    (header, records)
}

const READABLE: &str = "code lists are part of the program and read by its tests";

/// The series columns that hold codes of a list.
pub fn concepts(list: &CodeList) -> Vec<Concept> {
    Concept::ALL
        .into_iter()
        .filter(|of| self::of(*of).is_some_and(|l| l.name == list.name))
        .collect()
}

/// The line that says where a list's codes are from.
pub fn origin(list: &CodeList) -> &'static str {
    let line = list.csv.lines().next().unwrap_or_default();
    line.trim_start_matches(['#', ' ']).trim_start_matches("Origin: ")
}

/// Every code list, in the order of the published columns.
pub fn all() -> &'static [CodeList] {
    &LISTS
}

/// The list behind a series column; `None` where codes are the publisher's own.
pub fn of(concept: Concept) -> Option<&'static CodeList> {
    let name = match concept {
        Concept::RefArea | Concept::CounterpartArea | Concept::CounterpartArea2 => "area",
        other => other.name(),
    };
    LISTS.iter().find(|list| list.name == name)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Every code of one list that another names, and every status that an observation may have.
    #[test]
    fn lists_agree_with_one_another() {
        let named = |name: &str| all().iter().find(|list| list.name == name).unwrap();
        let area = named("area");
        for record in records(named("area_member")).1 {
            for code in &record {
                assert!(area.codes.contains_key(code), "area_member: {code}");
            }
        }
        let section = named("hs_section");
        for record in records(named("hs_chapter")).1 {
            let known = record[2].is_empty() || section.codes.contains_key(&record[2]);
            assert!(known, "hs_chapter {}: section {}", record[0], record[2]);
        }
        let mut numbers = BTreeMap::new();
        for record in records(area).1.iter().filter(|record| !record[5].is_empty()) {
            let other = numbers.insert(record[5].clone(), record[0].clone());
            let both = [other.as_deref(), Some(record[0].as_str())];
            // Yugoslavia's number after 1992, and Sudan's, are other countries'.
            assert!(other.is_none(), "{both:?} have one number: {}", record[5]);
        }
    }

    #[test]
    fn lists_are_read_and_have_what_the_contract_names() {
        for list in all() {
            assert!(list.csv.starts_with("# "), "{} has no origin line", list.name);
        }
        let flow = of(Concept::TradeFlow).unwrap();
        for code in ["X", "M", "RX", "RM", "DX", "XM", "B", "_Z"] {
            assert!(flow.codes.contains_key(code), "{code}");
        }
        let area = of(Concept::CounterpartArea).unwrap();
        for code in ["CHN", "USA", "_W", "_EU27", "_ASEAN10", "_ASEAN11", "_Z"] {
            assert!(area.codes.contains_key(code), "{code}");
        }
        assert!(of(Concept::SeriesCode).is_none());
    }
}

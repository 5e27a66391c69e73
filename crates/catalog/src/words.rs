//! Codes as words, and what a series is called among its neighbours.

use std::collections::BTreeMap;

use portbook_model::concept::Concept;
use portbook_model::series::Series;
use portbook_schema::codelist;

use crate::rows::SeriesRows;

/// What a column of a series is called.
pub(crate) fn column(concept: Concept) -> &'static str {
    match concept {
        Concept::Source => "Source",
        Concept::Dataset => "Dataset",
        Concept::Freq => "Frequency",
        Concept::RefArea => "Reference area",
        Concept::CounterpartArea => "Partner",
        Concept::CounterpartArea2 => "Second partner",
        Concept::Region => "Region",
        Concept::CustomsOffice => "Customs office",
        Concept::TradeFlow => "Flow",
        Concept::Classification => "Classification",
        Concept::Commodity => "Commodity",
        Concept::SeriesCode => "Publisher\u{2019}s code",
        Concept::Breakdown => "Breakdown",
        Concept::Measure => "Measure",
        Concept::Valuation => "Valuation",
        Concept::TradeSystem => "Trade system",
        Concept::CustomsProc => "Customs procedure",
        Concept::TransportMode => "Mode of transport",
        Concept::Adjustment => "Adjustment",
        Concept::Transformation => "Transformation",
        Concept::Currency => "Currency",
        Concept::UnitMeasure => "Unit",
        Concept::PeriodKind => "Period",
    }
}

/// A code in words; the code itself where no list of ours has it.
pub(crate) fn code(concept: Concept, code: &str) -> String {
    if let Some(name) = codelist::of(concept).and_then(|list| list.codes.get(code)) {
        return name.clone();
    }
    match (concept, code) {
        (_, "_Z") => "does not apply".to_owned(),
        (Concept::Commodity, "_T") => "all commodities".to_owned(),
        (_, "_T") => "total".to_owned(),
        (Concept::Commodity, hs) if hs.len() == 2 => chapter(hs),
        (Concept::Breakdown, parts) => parts.replace('=', ": ").replace(';', ", "),
        _ => code.to_owned(),
    }
}

fn chapter(hs: &str) -> String {
    let list = codelist::all().iter().find(|list| list.name == "hs_chapter");
    let name = list.and_then(|list| list.codes.get(hs));
    name.map_or_else(|| hs.to_owned(), |name| format!("{hs} {name}"))
}

/// The unit of a figure as people say it.
pub(crate) fn unit(unit: &str) -> String {
    match unit {
        "USD" => "US$".to_owned(),
        "CNY" => "yuan".to_owned(),
        "EUR" => "\u{20ac}".to_owned(),
        "PT" => "%".to_owned(),
        "IX" => "index".to_owned(),
        "1" => String::new(),
        other => in_short(Concept::UnitMeasure, other),
    }
}

/// What a status says.
pub(crate) fn status(status: &str) -> String {
    let list = codelist::all().iter().find(|list| list.name == "obs_status");
    let name = list.and_then(|list| list.codes.get(status));
    name.cloned().unwrap_or_else(|| status.to_owned())
}

/// The columns that tell the series of a dataset apart, each of which tells something that those
/// before it do not.
pub(crate) fn telling(series: &[SeriesRows]) -> Vec<Concept> {
    /// What a reader asks for first.
    const ORDER: [Concept; 21] = [
        Concept::RefArea,
        Concept::Region,
        Concept::TradeFlow,
        Concept::CounterpartArea,
        Concept::CounterpartArea2,
        Concept::Commodity,
        Concept::Breakdown,
        Concept::Measure,
        Concept::Transformation,
        Concept::Adjustment,
        Concept::Currency,
        Concept::UnitMeasure,
        Concept::PeriodKind,
        Concept::Freq,
        Concept::Valuation,
        Concept::TradeSystem,
        Concept::CustomsOffice,
        Concept::CustomsProc,
        Concept::TransportMode,
        Concept::Classification,
        Concept::SeriesCode,
    ];
    let mut telling = Vec::new();
    // The group of each series: of all those that the columns so far do not tell from it.
    let mut groups = vec![0; series.len()];
    let mut count = usize::from(!series.is_empty());
    for concept in ORDER {
        let mut numbers = BTreeMap::new();
        let next: Vec<usize> = groups
            .iter()
            .zip(series)
            .map(|(group, rows)| {
                let number = numbers.len();
                *numbers.entry((*group, rows.series.get(concept))).or_insert(number)
            })
            .collect();
        if numbers.len() > count {
            count = numbers.len();
            groups = next;
            telling.push(concept);
        }
    }
    telling
}

/// What a series is called within its dataset.
pub(crate) fn label(series: &Series, telling: &[Concept]) -> String {
    let said = telling.iter().filter(|concept| series.get(**concept) != "_Z");
    let parts = said.map(|concept| in_short(*concept, series.get(*concept)));
    parts.collect::<Vec<_>>().join(" \u{b7} ")
}

/// A code in a word or two: of names that explain themselves, what stands before the explanation.
fn in_short(concept: Concept, said: &str) -> String {
    let name = code(concept, said);
    match concept {
        Concept::Measure if said == "VALUE" => "value".to_owned(),
        Concept::PeriodKind if said == "ytd" => "year to date".to_owned(),
        Concept::PeriodKind => said.replace('_', " "),
        Concept::Measure
        | Concept::Transformation
        | Concept::Adjustment
        | Concept::UnitMeasure
        | Concept::Valuation => {
            name.split([',', ':', ';', '(']).next().unwrap_or_default().trim().to_owned()
        }
        _ => name,
    }
}

/// The first letter large, as at the head of a line.
pub(crate) fn headline(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}

/// `1 release`, `2 releases`.
pub(crate) fn count(number: usize, one: &str, more: &str) -> String {
    let digits = crate::number::commas(&number.to_string());
    format!("{digits} {}", if number == 1 { one } else { more })
}

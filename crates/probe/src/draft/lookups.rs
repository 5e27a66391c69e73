//! `lookups.toml` of a draft: every label found, with a code where a list has it by its exact name.

use std::collections::BTreeMap;

use portbook_schema::codelist;

use super::{Group, bracketed, quoted, slug};
use crate::code::code;
use crate::unit::{self, Unit};

pub(super) fn lookups(groups: &[Group<'_>]) -> String {
    let mut text = String::from(
        "# Every label of the file, as printed. A code stands where a code list has that very name;\n\
         # where it says `# ?` a person says what the label is.\n",
    );
    let mut tables: BTreeMap<String, Vec<String>> = BTreeMap::new();
    let mut units: Vec<String> = Vec::new();
    for group in groups {
        units.extend(group.head_units.iter().cloned());
        for column in &group.line {
            let table = tables.entry(column.table.clone()).or_default();
            for label in &column.labels {
                let (name, unit) = match bracketed(label).filter(|_| column.has_unit) {
                    Some((name, unit)) => (name.to_owned(), Some(unit.to_owned())),
                    None => (label.clone(), None),
                };
                units.extend(unit.filter(|unit| !units.contains(unit)));
                if !table.contains(&name) {
                    table.push(name);
                }
            }
        }
        let openings = (!group.openings.is_empty()).then_some(("group", &group.openings));
        let heads = group.heads.iter().map(|(name, texts)| (name.as_str(), texts));
        for (name, texts) in heads.chain(openings) {
            let table = tables.entry(name.to_owned()).or_default();
            let new: Vec<String> = texts.iter().filter(|t| !table.contains(t)).cloned().collect();
            table.extend(new);
        }
    }
    units.sort();
    units.dedup();
    if !units.is_empty() {
        text.push_str("\n[unit]\n");
        for printed in units {
            text.push_str(&format!("{} = {}\n", quoted(&printed), of_unit(&printed)));
        }
    }
    for (table, labels) in tables.iter().filter(|(_, labels)| !labels.is_empty()) {
        text.push_str(&format!("\n[{table}]\n"));
        for label in labels {
            let entry = match (table.as_str(), code("area", label)) {
                ("area", Some(code)) => format!("{{ counterpart_area = \"{code}\" }}"),
                ("area", None) => {
                    "{ counterpart_area = \"?\" } # ? no area of that very name".into()
                }
                _ => format!("{{ breakdown = \"{table}={}\" }} # ?", slug(label)),
            };
            text.push_str(&format!("{} = {entry}\n", quoted(label)));
        }
    }
    text
}

/// What a printed unit says, the rest `?`.
fn of_unit(printed: &str) -> String {
    let read = unit::read(printed).unwrap_or_default();
    let (says, asks) = columns(&read);
    let asks = if asks { " # ? what is not printed" } else { "" };
    format!("{{ {says} }}{asks}")
}

/// The columns a unit sets, and whether a person must answer for one of them.
pub(super) fn columns(unit: &Unit) -> (String, bool) {
    let mult = unit.unit_mult.unwrap_or(0);
    let known = |list: &str, code: &str| {
        codelist::all().iter().any(|known| known.name == list && known.codes.contains_key(code))
    };
    let listed = unit.currency.as_ref().filter(|code| known("currency", code));
    let unlisted = unit.currency.as_ref().filter(|_| listed.is_none());
    let money = unit.money.as_ref().or(unlisted);
    let (currency, code) = match (listed, money, &unit.code) {
        // Money by weight or by volume is a price: its unit is a person's to name.
        (Some(currency), _, None) if unit.unit.is_none() => (currency.as_str(), currency.as_str()),
        (Some(currency), ..) => (currency.as_str(), "?"),
        (None, Some(_), _) => ("?", "?"),
        (None, None, Some(code)) => ("_Z", code.as_str()),
        (None, None, None) => ("_Z", "?"),
    };
    let says = format!("currency = \"{currency}\", unit_measure = \"{code}\", unit_mult = {mult}");
    (says, currency == "?" || code == "?")
}

//! Record files: one header line of names, then records of as many fields, one or a few of which are
//! figures.

use std::collections::BTreeMap;

use crate::sheet::{Seen, Sheet};
use crate::tables::{Panel, Table};

/// Names of the one column that is the figure, where others are numbers too.
const VALUE_NAMES: [&str; 7] =
    ["value", "obs_value", "obsvalue", "primaryvalue", "val", "amount", "valor"];
/// Endings and names of numbers that are no figures.
const NO_FIGURES: [&str; 9] =
    ["id", "code", "decimals", "coordinate", "year", "month", "digits", "key", "mult"];
/// Records under which nothing is a record file.
const RECORDS_MIN: usize = 3;
/// Columns under which nothing is one.
const COLUMNS_MIN: usize = 2;

/// The whole of a delimited text, or of a record set, as one table of records, if it is one.
pub(crate) fn table(sheet: &Sheet) -> Option<Table> {
    let header = sheet.rows.first()?;
    let names: Vec<String> = header.iter().map(Seen::text).collect();
    let mut distinct = names.clone();
    distinct.sort();
    distinct.dedup();
    let is_header = (sheet.name.is_none() || sheet.is_record_set)
        && sheet.rows.len() > RECORDS_MIN
        && names.len() >= COLUMNS_MIN
        && distinct.len() == names.len()
        && (sheet.is_record_set || header.iter().all(|cell| matches!(cell, Seen::Text(_))));
    if !is_header {
        return None;
    }
    let numeric: Vec<usize> =
        (0..names.len()).filter(|column| is_numeric(sheet, *column)).collect();
    let lower = |column: usize| names[column].to_lowercase();
    let named = |column: &&usize| VALUE_NAMES.contains(&lower(**column).as_str());
    let is_figure = |column: &usize| {
        let name = lower(*column);
        !NO_FIGURES.iter().any(|word| {
            name == *word
                || name.ends_with(&format!("_{word}"))
                || name.ends_with(&format!(" {word}"))
        })
    };
    let values: Vec<usize> = match numeric.iter().find(named) {
        Some(column) => vec![*column],
        None => numeric.into_iter().filter(is_figure).collect(),
    };
    if values.is_empty() {
        return None;
    }
    let stub = (0..names.len()).filter(|column| !values.contains(column)).collect();
    Some(Table {
        heads: vec![0],
        body: (1..sheet.rows.len()).collect(),
        panels: vec![Panel { stub, values }],
        is_records: true,
        ..Table::default()
    })
}

/// What a column of that name is in SDMX and in bureaus' own record files: a column of the
/// contract, or `period`.
pub(crate) fn known(name: &str) -> Option<&'static str> {
    Some(match name.to_uppercase().as_str() {
        "REF_DATE" | "TIME_PERIOD" | "TIME" => "period",
        "REF_AREA" => "ref_area",
        "COUNTERPART_AREA" => "counterpart_area",
        "FREQ" => "freq",
        "UOM" | "UNIT_MEASURE" => "unit_measure",
        "SCALAR_FACTOR" | "UNIT_MULT" => "unit_mult",
        "DECIMALS" => "decimals",
        "OBS_STATUS" => "obs_status",
        "CONF_STATUS" => "conf_status",
        "VECTOR" | "SERIES_CODE" => "series_code",
        _ => return None,
    })
}

/// Whether a column only says again what one before it says: to each of its texts belongs one of
/// that column's, and the other way round.
pub(crate) fn repeats(sheet: &Sheet, column: usize) -> bool {
    (0..column).any(|before| {
        let mut there = BTreeMap::new();
        let mut back = BTreeMap::new();
        let several = sheet.rows.iter().skip(1).any(|row| row[before] != sheet.rows[1][before]);
        several
            && sheet.rows.iter().skip(1).all(|row| {
                let (one, two) = (row[before].text(), row[column].text());
                *there.entry(one.clone()).or_insert_with(|| two.clone()) == two
                    && *back.entry(two).or_insert_with(|| one.clone()) == one
            })
    })
}

/// Whether most of a column's cells that are not blank are numbers, and it does not date.
fn is_numeric(sheet: &Sheet, column: usize) -> bool {
    let cells = sheet.rows.iter().skip(1).map(|row| &row[column]);
    let (mut filled, mut numbers) = (0_usize, 0_usize);
    for cell in cells {
        filled += usize::from(!cell.is_blank());
        numbers += usize::from(matches!(cell, Seen::Number(_)));
    }
    numbers * 2 > filled
}

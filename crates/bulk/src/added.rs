//! What the rows of a print add up to, where a publisher prints that beside its files: counted once,
//! when a file has been read.

use std::collections::HashMap;

use foldhash::fast::FixedState;
use portbook_model::concept::Concept;
use portbook_schema::observation::series_columns;
use portbook_source::identity::{Codes, Identity, Rule};
use serde::{Deserialize, Serialize};

use crate::encode::as_text;
use crate::error::{Error, Result};
use crate::vintage::Printed;

/// Sums of one identity and year that are held.
const SUMS_MAX: usize = 1 << 16;

/// Some rows that share all columns but those that are summed over, added.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Added {
    /// Codes of what they share, in the order of the series columns.
    pub shared: Vec<String>,
    /// First and last day of their period, from 1970-01-01.
    pub start: i32,
    pub end: i32,
    /// Times 10^9, in base units.
    #[serde(with = "as_text")]
    pub value: i128,
    /// Twice what printed rounding leaves open.
    #[serde(with = "as_text")]
    pub open_twice: i128,
    pub rows: u64,
    /// One of them has no value.
    pub is_blank: bool,
    /// The first of them: number of the text and of the record, and the column.
    pub at: (u32, u64),
    pub cell: String,
}

/// A row on its way into a sum.
pub(crate) struct Addend<'a> {
    /// Numbers of the codes that were asked for.
    pub(crate) numbers: &'a [u32],
    pub(crate) is_leaf: bool,
    pub(crate) start: i32,
    pub(crate) end: i32,
    /// And twice what rounding leaves open of it; `None` cannot be added.
    pub(crate) value: Option<(i128, i128)>,
    pub(crate) at: (u32, u64),
    pub(crate) cell: &'a str,
}

/// What an identity asks of a dataset.
pub(crate) struct Asked<'a> {
    pub(crate) name: &'a str,
    over: &'a [Concept],
    only: &'a Codes,
    /// Its leaves are added; else each row is a total.
    is_detail: bool,
}

/// Every control total that concerns a dataset.
pub(crate) fn asked<'a>(identities: &'a [Identity], dataset: &str) -> Vec<Asked<'a>> {
    let asked = |identity: &'a Identity| {
        let Rule::ControlTotal { dataset: totals, over, only } = &identity.rule else {
            return None;
        };
        let is_detail = identity.dataset == dataset;
        let asked = Asked { name: &identity.name, over, only, is_detail };
        (is_detail || totals == dataset).then_some(asked)
    };
    identities.iter().filter_map(asked).collect()
}

impl Asked<'_> {
    /// The columns that a row is looked up by: those that are shared first.
    fn columns(&self) -> (Vec<Concept>, usize) {
        let is_shared = |c: &Concept| *c != Concept::Dataset && !self.over.contains(c);
        let mut columns: Vec<Concept> = series_columns().filter(is_shared).collect();
        let shared = columns.len();
        if self.is_detail {
            columns.extend(self.only.keys().filter(|concept| self.over.contains(concept)));
        }
        (columns, shared)
    }

    /// Whether a row with these codes is added.
    fn takes(&self, columns: &[Concept], codes: &[String]) -> bool {
        let is_one = |(concept, code): (&Concept, &String)| {
            self.only.get(concept).is_none_or(|only| only == code)
        };
        !self.is_detail || columns.iter().zip(codes).all(is_one)
    }

    /// Adds the rows of a year.
    pub(crate) fn add(&self, print: Printed<'_>) -> Result<Vec<Added>> {
        let (columns, shared) = self.columns();
        let names: Vec<&'static str> = columns.iter().map(|concept| concept.name()).collect();
        let mut sums: Vec<Added> = Vec::new();
        let mut places: HashMap<Vec<u32>, Option<usize>, FixedState> = HashMap::default();
        let mut by_codes: HashMap<(Vec<String>, i32, i32), usize> = HashMap::new();
        let mut key = Vec::new();
        print.addends(&names, |codes, row| {
            key.clear();
            key.extend_from_slice(row.numbers);
            key.extend([row.start.cast_unsigned(), row.end.cast_unsigned()]);
            // A total is a sum of its own.
            key.push(if self.is_detail { u32::from(row.is_leaf) } else { sums.len() as u32 });
            let place = if let Some(place) = places.get(&key) {
                *place
            } else {
                let mut codes = codes(row.numbers);
                let takes = (row.is_leaf || !self.is_detail) && self.takes(&columns, &codes);
                codes.truncate(shared);
                let next = sums.len();
                let named = (codes, row.start, row.end);
                let place = if !takes {
                    None
                } else if self.is_detail {
                    Some(*by_codes.entry(named.clone()).or_insert(next))
                } else {
                    Some(next)
                };
                if place == Some(next) {
                    sums.push(Added::new(named.0, row));
                }
                places.insert(key.clone(), place);
                place
            };
            if sums.len() > SUMS_MAX {
                let layout = print.lens.0.mapping.probe.layout().common.id.clone();
                let key = format!("more than {SUMS_MAX} sums of `{}`", self.name);
                return Err(Error::NotCarried { layout, key });
            }
            if let Some(place) = place {
                sums[place].add(row);
            }
            Ok(())
        })?;
        Ok(sums)
    }
}

impl Added {
    fn new(shared: Vec<String>, row: &Addend<'_>) -> Self {
        let Addend { start, end, at, cell, .. } = *row;
        let (value, open_twice, rows, is_blank) = (0, 0, 0, false);
        Self { shared, start, end, value, open_twice, rows, is_blank, at, cell: cell.to_owned() }
    }

    fn add(&mut self, row: &Addend<'_>) {
        self.rows += 1;
        match row.value {
            Some((value, open_twice)) => {
                self.value += value;
                self.open_twice += open_twice;
            }
            None => self.is_blank = true,
        }
    }
}

//! What a print says of one year, read from its sorted records: nothing of it is encoded to be
//! compared with what stands.

use std::collections::BTreeMap;
use std::sync::Arc;

use arrow::array::{Array as _, Date32Array, Decimal128Array, StringArray};
use portbook_model::concept::Concept;
use portbook_model::observation::VALUE_SCALE;
use portbook_model::status::{Level, ObsStatus};
use portbook_schema::observation;

use crate::added::Addend;
use crate::columns::{Column, Fixed, NULL, Pick, status_number};
use crate::dates::KINDS;
use crate::error::{Error, Result};
use crate::frame::{self, Frame};
use crate::group::{Group, Rows};
use crate::mapping::{DAYS_SHIFT, Field};
use crate::merge::{Merge, Run};
use crate::run_file::RunFile;
use crate::vintage::keys::{self, Columns, Constants, Keys};
use crate::vintage::numbering::{Codes, DIGITS_MAX};
use crate::vintage::outline::{Month, Outline};
use crate::vintage::said::Says;

/// Rows read at once.
const BATCH_ROWS: usize = 8_192;

/// How records of a file are read as rows.
#[derive(Clone)]
pub struct Lens(pub(crate) Arc<Frame>);

/// The rows of a file in one year.
#[derive(Clone, Copy)]
pub struct Printed<'a> {
    pub lens: &'a Lens,
    pub run: &'a RunFile,
}

impl Printed<'_> {
    /// Its rows, so many at once.
    pub(crate) fn rows(&self, at_once: usize) -> Result<Rows> {
        let mapping = Arc::clone(&self.lens.0.mapping);
        let merge = Merge::new(mapping.form.clone(), vec![Run::open(self.run.path.clone())?])?;
        Ok(Rows::new(mapping, merge, at_once))
    }

    /// Columns that are the same in all rows, and what they say.
    pub(crate) fn constants(&self) -> Constants {
        let columns = &self.lens.0.mapping.columns;
        let schema = observation::schema();
        let constant = |(at, column): (usize, &Column)| {
            let bytes = match column {
                Column::Always(Fixed::Text(text)) => text.as_bytes().to_vec(),
                Column::Coded { entries, picks } => match picks.first() {
                    Some(Pick::Always(first)) if picks.iter().all(|pick| is(pick, *first)) => {
                        entries.get(*first as usize)?.clone()
                    }
                    _ => return None,
                },
                _ => return None,
            };
            Some((schema.field(at).name().clone(), bytes))
        };
        columns.iter().enumerate().filter_map(constant).collect()
    }

    /// All codes that a key's columns may have, where that is known before they are read.
    pub(crate) fn codes(&self) -> BTreeMap<&'static str, Codes> {
        let schema = observation::schema();
        let codes = |name: &'static str| {
            let at = schema.index_of(name).ok()?;
            Some((
                name,
                match &self.lens.0.mapping.columns[at] {
                    Column::Always(Fixed::Text(text)) => {
                        Codes::Texts(vec![text.as_bytes().to_vec()])
                    }
                    Column::Coded { entries, .. } => Codes::Texts(entries.clone()),
                    Column::Text(Field::Digits(_, width)) if *width <= DIGITS_MAX => {
                        Codes::Digits(*width)
                    }
                    Column::PeriodKind => {
                        Codes::Texts(KINDS.map(|kind| kind.code().as_bytes().to_vec()).into())
                    }
                    _ => return None,
                },
            ))
        };
        observation::series_columns().map(Concept::name).filter_map(codes).collect()
    }

    pub(crate) fn stream(&self) -> Result<Stream> {
        Ok(Stream { frame: Arc::clone(&self.lens.0), rows: self.rows(BATCH_ROWS)? })
    }

    /// What its rows have, where that was not counted while they were read.
    pub(crate) fn outline(&self) -> Result<Outline> {
        let keys = Keys::named(&["ref_area", "counterpart_area"]);
        let mut outline = Outline::default();
        let mut stream = self.stream()?;
        while let Some((group, columns, says)) = stream.next(&keys)? {
            let [areas, partners] = columns.texts();
            outline.add_areas(&areas, &partners);
            for (row, month) in stream.months(&group).enumerate() {
                outline.add_row(month, says.is_figure(row));
            }
        }
        Ok(outline)
    }
}

impl Printed<'_> {
    /// Each row with the numbers of some codes, and what these numbers are.
    ///
    /// # Errors
    /// `NotCarried` where the codes of a column are known of its rows alone; and as `each`.
    pub(crate) fn addends(
        &self,
        names: &[&'static str],
        mut each: impl FnMut(&dyn Fn(&[u32]) -> Vec<String>, &Addend<'_>) -> Result<()>,
    ) -> Result<()> {
        let mut known = self.codes();
        let codes = names.iter().map(|name| {
            known.remove(name).ok_or_else(|| Error::NotCarried {
                layout: self.lens.0.mapping.probe.layout().common.id.clone(),
                key: format!("sums by `{name}`"),
            })
        });
        let codes = codes.collect::<Result<Vec<Codes>>>()?;
        let texts = |numbers: &[u32]| -> Vec<String> {
            codes.iter().zip(numbers).map(|(codes, number)| codes.text(*number)).collect()
        };
        let stream = self.stream()?;
        let (schema, frame) = (observation::schema(), &stream.frame);
        let column = |name: &str| schema.index_of(name).expect("a column of the contract");
        let places: Vec<usize> = names.iter().map(|name| column(name)).collect();
        let mut rows = self.rows(BATCH_ROWS)?;
        while let Some(group) = rows.next_whole()? {
            let numbers: Vec<Vec<u32>> =
                places.iter().map(|at| stream.numbers(&group, *at)).collect();
            let leaves = stream.are_leaves(&group, column("level"));
            let values = stream.values(&group, column("obs_value"));
            let nil = status_number(ObsStatus::Nil) as u8;
            let statuses = stream.statuses(&group, column("obs_status"));
            let mut key = vec![0; names.len()];
            for (row, (record, measure)) in group.rows(&frame.mapping.form).enumerate() {
                key.iter_mut().zip(&numbers).for_each(|(key, column)| *key = column[row]);
                let value = if values.is_valid(row) {
                    Some((values.value(row), frame.step(&group.heap, record, measure)))
                } else {
                    (statuses[row] == nil).then_some((0, 0))
                };
                let (start, end) = stream.days(record);
                each(
                    &texts,
                    &Addend {
                        numbers: &key,
                        is_leaf: leaves[row],
                        start,
                        end,
                        value,
                        at: frame.mapping.form.place(record),
                        cell: &frame.mapping.measures[measure].cell,
                    },
                )?;
            }
        }
        Ok(())
    }
}

fn is(pick: &Pick, number: u32) -> bool {
    matches!(pick, Pick::Always(other) if *other == number)
}

/// Rows of a print, as many as are compared at once.
pub(crate) struct Stream {
    frame: Arc<Frame>,
    rows: Rows,
}

impl Stream {
    /// The next rows, their keys and what they say.
    pub(crate) fn next(&mut self, keys: &Keys) -> Result<Option<(Group, Columns, Says)>> {
        let Some(group) = self.rows.next_whole()? else { return Ok(None) };
        let schema = observation::schema();
        let column = |name: &str| schema.index_of(name).expect("a column of the contract");
        let columns = keys.names().map(|name| {
            let at = column(name);
            if keys.numbering().has(name) {
                keys::Column::Numbers(self.numbers(&group, at))
            } else {
                self.key(&group, at)
            }
        });
        let columns = Columns::of(columns.collect());
        let says = Says::printed(
            self.values(&group, column("obs_value")),
            self.statuses(&group, column("obs_status")),
            self.bases(&group, column("base_period")),
        );
        Ok(Some((group, columns, says)))
    }

    fn of<T>(&self, group: &Group, of: impl Fn(&[u64], usize) -> T) -> Vec<T> {
        group.rows(&self.frame.mapping.form).map(|(record, measure)| of(record, measure)).collect()
    }

    /// The numbers of codes, as [`Printed::codes`] has them.
    fn numbers(&self, group: &Group, at: usize) -> Vec<u32> {
        match &self.frame.mapping.columns[at] {
            Column::Always(_) => vec![0; group.rows.len()],
            Column::Coded { picks, .. } => self.picked(group, picks),
            Column::Text(Field::Digits(part, _)) => {
                self.of(group, |record, _| part.get(record) as u32)
            }
            Column::PeriodKind => {
                let part = self.frame.mapping.period.kind;
                self.of(group, |record, _| part.get(record) as u32)
            }
            _ => unreachable!("a column whose codes are known"),
        }
    }

    fn picked(&self, group: &Group, picks: &[Pick]) -> Vec<u32> {
        let always = |pick: &Pick| match pick {
            Pick::Always(number) => Some(*number),
            Pick::By(..) => None,
        };
        match picks.iter().map(always).collect::<Option<Vec<u32>>>() {
            Some(numbers) => self.of(group, |_, m| numbers[m]),
            None => self.of(group, |record, m| picks[m].of(record)),
        }
    }

    fn key(&self, group: &Group, at: usize) -> keys::Column {
        let count = group.rows.len();
        match &self.frame.mapping.columns[at] {
            Column::Always(Fixed::Text(text)) => {
                keys::Column::coded(&[text.as_bytes()], &vec![0; count])
            }
            Column::Coded { entries, picks } => {
                let entries: Vec<&[u8]> = entries.iter().map(Vec::as_slice).collect();
                keys::Column::coded(&entries, &self.picked(group, picks))
            }
            Column::Text(Field::Digits(part, width)) => {
                let digits = self.of(group, |record, _| part.get(record));
                keys::Column::digits(&digits, *width)
            }
            Column::Text(Field::Text(word)) => {
                let texts = self.of(group, |record, _| frame::text(record, *word));
                keys::Column::texts(texts.iter().map(Vec::as_slice))
            }
            Column::PeriodKind => {
                let part = self.frame.mapping.period.kind;
                let kinds = KINDS.map(|kind| kind.code().as_bytes());
                keys::Column::coded(&kinds, &self.of(group, |record, _| part.get(record) as u32))
            }
            Column::PeriodStart => keys::Column::Days(Date32Array::from(
                self.of(group, |record, _| self.days(record).0),
            )),
            Column::PeriodEnd => keys::Column::Days(Date32Array::from(
                self.of(group, |record, _| self.days(record).1),
            )),
            _ => unreachable!("a key is of series columns and of the period"),
        }
    }

    /// First and last day of a record's period, from 1970-01-01.
    fn days(&self, record: &[u64]) -> (i32, i32) {
        let parts = self.frame.mapping.period;
        let start = i32::try_from(parts.start.get(record)).expect("days of a calendar");
        let days = i32::try_from(parts.days.get(record)).expect("sixteen bits");
        (start - DAYS_SHIFT, start - DAYS_SHIFT + days)
    }

    fn months(&self, group: &Group) -> impl Iterator<Item = Month> {
        let form = &self.frame.mapping.form;
        group.rows(form).map(|(record, _)| {
            let (start, end) = self.days(record);
            let kind = KINDS[self.frame.mapping.period.kind.get(record) as usize];
            Month { kind: kind.code().to_owned(), start, end }
        })
    }

    fn values(&self, group: &Group, at: usize) -> Decimal128Array {
        let Column::Value { scales } = &self.frame.mapping.columns[at] else {
            unreachable!("the contract has values")
        };
        let value = |record: &[u64], m| self.frame.value(&group.heap, record, m, scales);
        let values = Decimal128Array::from(self.of(group, value));
        let scale = i8::try_from(VALUE_SCALE).expect("nine");
        values.with_precision_and_scale(38, scale).expect("as the contract has it")
    }

    fn statuses(&self, group: &Group, at: usize) -> Vec<u8> {
        let Column::Status { picks } = &self.frame.mapping.columns[at] else {
            unreachable!("the contract has statuses")
        };
        if group.heap.is_empty() {
            let status = |number: u32| u8::try_from(number).unwrap_or(u8::MAX);
            return self.picked(group, picks).into_iter().map(status).collect();
        }
        let status = |record: &[u64], m| self.frame.status(&group.heap, record, m, picks);
        self.of(group, |record, m| u8::try_from(status(record, m)).unwrap_or(u8::MAX))
    }

    fn are_leaves(&self, group: &Group, at: usize) -> Vec<bool> {
        let leaf = Level::Leaf.code().as_bytes();
        match &self.frame.mapping.columns[at] {
            Column::Coded { entries, picks } => {
                let leaf = entries.iter().position(|entry| entry == leaf);
                let leaf = leaf.map_or(NULL, |at| at as u32);
                self.picked(group, picks).into_iter().map(|number| number == leaf).collect()
            }
            Column::Always(Fixed::Text(text)) => {
                vec![text.as_bytes() == leaf; group.rows.len()]
            }
            _ => vec![false; group.rows.len()],
        }
    }

    /// `None` where no row has one.
    fn bases(&self, group: &Group, at: usize) -> Option<StringArray> {
        let texts: Vec<Option<&str>> = match &self.frame.mapping.columns[at] {
            Column::Coded { entries, picks } => {
                let numbers = self.of(group, |record, m| picks[m].of(record));
                if numbers.iter().all(|number| *number == NULL) {
                    return None;
                }
                let text = |number: u32| {
                    let entry = entries.get(number as usize)?;
                    Some(std::str::from_utf8(entry).expect("codes are text"))
                };
                numbers.into_iter().map(text).collect()
            }
            _ => return None,
        };
        Some(texts.into_iter().collect())
    }
}

//! Rows in the order they are published, cut into row groups. Records stand sorted; measures lie
//! next to one another inside the rest of the key, so each run of records that lead alike is given
//! out measure by measure.

use std::sync::Arc;

use serde::{Deserialize, Serialize};

use crate::columns::of_values;
use crate::encode::Sum;
use crate::error::{Error, Result};
use crate::form::{ABSENT, Form, MEASURES_MAX, ODD};
use crate::frame::value;
use crate::mapping::{Mapping, Measure};
use crate::merge::Merge;
use crate::odd::Odd;

/// Records that lead alike, at most.
const RUN_RECORDS_MAX: usize = 1 << 21;
/// Duplicates that are named.
const NAMED_MAX: usize = 100;

/// Rows of one row group: which figure of which record.
#[derive(Default)]
pub(crate) struct Group {
    pub(crate) records: Vec<u64>,
    pub(crate) heap: Vec<u8>,
    /// Where the record begins, and the measure in the low bits.
    pub(crate) rows: Vec<u32>,
}

/// Two records that print one observation differently.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Duplicate {
    pub cell: String,
    /// Number of the file in the work list, and of the record.
    pub first: (u32, u64),
    pub second: (u32, u64),
}

/// Rows of a partition that are not published.
#[derive(Clone, Debug, Default)]
pub(crate) struct Twice {
    /// Printed again with the same figure.
    pub(crate) restated: u64,
    /// What these add up to, by measure.
    pub(crate) sums: Vec<Sum>,
    pub(crate) duplicates: u64,
    pub(crate) named: Vec<Duplicate>,
}

/// The rows of one partition.
pub(crate) struct Rows {
    mapping: Arc<Mapping>,
    merge: Merge,
    group: Group,
    most: usize,
    pub(crate) twice: Twice,
}

impl Rows {
    pub(crate) fn new(mapping: Arc<Mapping>, merge: Merge, most: usize) -> Self {
        Self { mapping, merge, group: Group::default(), most, twice: Twice::default() }
    }

    /// The rows of the next row group.
    pub(crate) fn next(&mut self) -> Result<Option<Group>> {
        while self.group.rows.len() < self.most && self.read_run()? {}
        if self.group.rows.is_empty() {
            return Ok(None);
        }
        Ok(Some(self.split()))
    }

    /// At least so many rows, with all of their records: what leads alike is not parted.
    pub(crate) fn next_whole(&mut self) -> Result<Option<Group>> {
        while self.group.rows.len() < self.most && self.read_run()? {}
        let group = std::mem::take(&mut self.group);
        Ok((!group.rows.is_empty()).then_some(group))
    }

    /// Reads the records that lead alike and gives out their rows; `false` at the end.
    fn read_run(&mut self) -> Result<bool> {
        let form = &self.mapping.form;
        let stride = form.stride();
        let first = self.group.records.len();
        if first == 0 {
            // As many as a row group needs, so that the list need not grow by doubling.
            self.group.records.reserve_exact(self.most / self.mapping.measures.len() * stride);
            self.group.rows.reserve_exact(self.most);
        }
        while let Some((record, heap)) = self.merge.peek() {
            let begun = self.group.records.get(first..first + stride);
            if begun.is_some_and(|begun| !form.leads_alike(begun, record)) {
                break;
            }
            self.group.push(form, record, heap);
            self.merge.next()?;
            let records = (self.group.records.len() - first) / stride;
            if records > RUN_RECORDS_MAX {
                return Err(Error::LongRun { rows: records, max: RUN_RECORDS_MAX });
            }
        }
        let last = self.group.records.len();
        if first == last {
            return Ok(false);
        }
        for measure in 0..self.mapping.measures.len() {
            self.give(measure, first / stride..last / stride);
        }
        Ok(true)
    }

    /// The rows of one measure of a run.
    fn give(&mut self, measure: usize, run: std::ops::Range<usize>) {
        let of = &self.mapping.measures[measure];
        let form = &self.mapping.form;
        let row = |record: usize| row(record * form.stride(), measure);
        if run.len() == 1 {
            if form.tag(self.group.record(form, run.start), measure) != ABSENT {
                self.group.rows.push(row(run.start));
            }
            return;
        }
        let mut order: Vec<usize> = run.collect();
        self.group.order(form, of, &mut order);
        let mut before: Option<usize> = None;
        for record in order {
            if form.tag(self.group.record(form, record), measure) == ABSENT {
                continue;
            }
            match before.filter(|before| self.group.is_keyed_alike(form, of, *before, record)) {
                None => {
                    self.group.rows.push(row(record));
                    before = Some(record);
                }
                Some(before) if self.group.is_same_figure(form, measure, before, record) => {
                    self.twice.restated += 1;
                    let (packed, heap) = (self.group.record(form, record), &self.group.heap);
                    let scales = of_values(&self.mapping.columns);
                    self.twice.sums.resize(self.mapping.measures.len(), Sum::default());
                    self.twice.sums[measure].count(value(form, heap, packed, measure, scales));
                    let (start, stride) = (record * form.stride(), form.stride());
                    form.set_absent(&mut self.group.records[start..start + stride], measure);
                }
                Some(before) => {
                    self.twice.duplicates += 1;
                    if self.twice.named.len() < NAMED_MAX {
                        let place = |record| form.place(self.group.record(form, record));
                        let (first, second) = (place(before), place(record));
                        self.twice.named.push(Duplicate { cell: of.cell.clone(), first, second });
                    }
                }
            }
        }
    }

    /// Takes a whole row group off; what is left over begins the next.
    fn split(&mut self) -> Group {
        let form = &self.mapping.form;
        let mut rest = Group::default();
        if self.group.rows.len() > self.most {
            // A record's rows stand near one another, or it is kept twice.
            let mut moved = [(u32::MAX, 0); 16];
            for (number, packed) in self.group.rows.split_off(self.most).into_iter().enumerate() {
                let (start, measure) = place(packed);
                let known = moved.iter().find(|(old, _)| *old as usize == start);
                let new = known.map_or(rest.records.len(), |(_, new)| *new);
                if new == rest.records.len() {
                    rest.push(
                        form,
                        &self.group.records[start..][..form.stride()],
                        &self.group.heap,
                    );
                }
                moved[number % moved.len()] = (packed >> MEASURE_BITS, new);
                rest.rows.push(row(new, measure));
            }
        }
        std::mem::replace(&mut self.group, rest)
    }
}

/// Bits of a row that say which measure it is.
const MEASURE_BITS: u32 = MEASURES_MAX.ilog2();

/// A row of a record that begins at that word.
fn row(start: usize, measure: usize) -> u32 {
    u32::try_from(start << MEASURE_BITS | measure).expect("a group is bounded")
}

/// Where the record of a row begins, and the measure.
fn place(row: u32) -> (usize, usize) {
    ((row >> MEASURE_BITS) as usize, row as usize & (MEASURES_MAX - 1))
}

impl Group {
    /// The record and the measure of each row.
    pub(crate) fn rows(&self, form: &Form) -> impl Iterator<Item = (&[u64], usize)> {
        let stride = form.stride();
        self.rows.iter().map(move |row| {
            let (start, measure) = place(*row);
            (&self.records[start..start + stride], measure)
        })
    }

    fn record(&self, form: &Form, record: usize) -> &[u64] {
        &self.records[record * form.stride()..][..form.stride()]
    }

    /// Adds a record, and its odd cells to the heap.
    fn push(&mut self, form: &Form, record: &[u64], heap: &[u8]) {
        let at = self.records.len();
        self.records.extend_from_slice(record);
        if heap.is_empty() {
            return;
        }
        for measure in 0..form.measures() {
            if form.tag(record, measure) == ODD {
                let place = self.heap.len() as u64;
                self.heap.extend_from_slice(Odd::bytes_at(heap, form.figure(record, measure)));
                form.set_odd(&mut self.records[at..], measure, place);
            }
        }
    }

    /// Sorts records of a run as the rows of a measure are, if it says something for itself.
    fn order(&self, form: &Form, measure: &Measure, order: &mut [usize]) {
        let first = self.record(form, order[0]);
        let is_alike = |record: &usize| {
            let record = self.record(form, *record);
            measure.own.iter().all(|part| part.get(record) == part.get(first))
        };
        if order.iter().all(is_alike) {
            return;
        }
        order.sort_by(|one, two| {
            let (one, two) = (self.record(form, *one), self.record(form, *two));
            let key = |record: &[u64]| -> Vec<u64> {
                measure.order.iter().map(|part| part.get(record)).collect()
            };
            key(one).cmp(&key(two)).then_with(|| form.place(one).cmp(&form.place(two)))
        });
    }

    fn is_keyed_alike(&self, form: &Form, measure: &Measure, one: usize, two: usize) -> bool {
        let (one, two) = (self.record(form, one), self.record(form, two));
        form.keyed_alike(one, two) && measure.own.iter().all(|part| part.get(one) == part.get(two))
    }

    fn is_same_figure(&self, form: &Form, measure: usize, one: usize, two: usize) -> bool {
        let cell = |record: usize| {
            let record = self.record(form, record);
            let (tag, figure) = (form.tag(record, measure), form.figure(record, measure));
            (
                tag,
                (tag != ODD).then_some(figure),
                (tag == ODD).then(|| Odd::at(&self.heap, figure.cast_unsigned())),
            )
        };
        cell(one) == cell(two)
    }
}

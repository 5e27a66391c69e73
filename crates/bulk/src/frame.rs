//! What is known of all rows of a job beside their records: columns, files, and what a packed figure is.

use std::collections::BTreeMap;
use std::sync::Arc;

use parquet::arrow::ArrowSchemaConverter;
use parquet::schema::types::SchemaDescPtr;
use portbook_model::observation::VALUE_SCALE;
use portbook_model::release::Release;
use portbook_schema::observation;

use crate::columns::{self, Column, Pick, status_number};
use crate::encode::Sum;
use crate::error::Result;
use crate::form::{ABSENT, Form, ODD};
use crate::mapping::{Mapping, TEXT_WORDS};
use crate::odd::Odd;

/// What all files of a job share.
pub(crate) struct Frame {
    pub(crate) mapping: Arc<Mapping>,
    pub(crate) schema: SchemaDescPtr,
    /// By number of the file: its digest, and the member that was read.
    pub(crate) files: Vec<(String, Option<String>)>,
    /// The power of ten of each measure's unit.
    scales: Vec<Pick>,
    /// Columns that say something else than the mapping's, by their place.
    anew: BTreeMap<usize, Column>,
}

impl Frame {
    pub(crate) fn new(mapping: Arc<Mapping>, files: Vec<(String, Option<String>)>) -> Result<Self> {
        let schema = Arc::new(ArrowSchemaConverter::new().convert(&observation::schema())?);
        let scales = mapping.columns.iter().find_map(|column| match column {
            Column::UnitMult { scales } => Some(scales.clone()),
            _ => None,
        });
        let scales = scales.expect("the contract has powers of ten");
        Ok(Self { mapping, schema, files, scales, anew: BTreeMap::new() })
    }

    /// As rows of another release than the one the file alone tells: it may be one of several files of
    /// a release, or a replacement.
    pub(crate) fn of_release(&self, release: &Release) -> Self {
        let schema = observation::schema();
        let anew = columns::of_release(release).map(|(name, column)| {
            (schema.index_of(name).expect("a column of the contract"), column)
        });
        Self {
            mapping: Arc::clone(&self.mapping),
            schema: Arc::clone(&self.schema),
            files: self.files.clone(),
            scales: self.scales.clone(),
            anew: anew.into(),
        }
    }

    /// From where a column is read.
    pub(crate) fn column(&self, at: usize) -> &Column {
        self.anew.get(&at).unwrap_or(&self.mapping.columns[at])
    }

    /// Value times 10^9 of a row; `None` is null.
    pub(crate) fn value(
        &self,
        heap: &[u8],
        record: &[u64],
        measure: usize,
        scales: &[Pick],
    ) -> Option<i128> {
        value(&self.mapping.form, heap, record, measure, scales)
    }

    /// What the figures of records add up to, by measure.
    pub(crate) fn add_up(&self, records: &[u64], heap: &[u8], sums: &mut Vec<Sum>) {
        let form = &self.mapping.form;
        let scales = columns::of_values(&self.mapping.columns);
        sums.resize(form.measures(), Sum::default());
        for record in records.chunks_exact(form.stride()) {
            for (measure, sum) in sums.iter_mut().enumerate() {
                if form.tag(record, measure) != ABSENT {
                    sum.count(value(form, heap, record, measure, scales));
                }
            }
        }
    }

    /// The printed step of a figure, as its value: twice what rounding leaves open of it.
    pub(crate) fn step(&self, heap: &[u8], record: &[u64], measure: usize) -> i128 {
        let form = &self.mapping.form;
        let tag = form.tag(record, measure);
        let decimals = if tag == ODD {
            Odd::at(heap, form.figure(record, measure).cast_unsigned()).decimals
        } else {
            tag.cast_signed()
        };
        let scale = self.scales[measure].of(record).cast_signed();
        let power = i32::from(VALUE_SCALE) + scale - i32::from(decimals);
        // A step of 10^37 is beyond every value of 38 digits.
        10_i128.pow(power.clamp(0, 37).unsigned_abs())
    }

    /// The number of a row's status.
    pub(crate) fn status(
        &self,
        heap: &[u8],
        record: &[u64],
        measure: usize,
        picks: &[Pick],
    ) -> u32 {
        let form = &self.mapping.form;
        let odd = (form.tag(record, measure) == ODD)
            .then(|| Odd::at(heap, form.figure(record, measure).cast_unsigned()));
        let own = odd.and_then(|odd| odd.status).map(status_number);
        own.unwrap_or_else(|| picks[measure].of(record))
    }
}

/// Value times 10^9 of a figure; `None` is null.
pub(crate) fn value(
    form: &Form,
    heap: &[u8],
    record: &[u64],
    measure: usize,
    scales: &[Pick],
) -> Option<i128> {
    let (tag, figure) = (form.tag(record, measure), form.figure(record, measure));
    if tag == ODD {
        return Odd::at(heap, figure.cast_unsigned()).value;
    }
    let power = i32::from(VALUE_SCALE) + scales[measure].of(record).cast_signed() - i32::from(tag);
    let power = u32::try_from(power).expect("what does not fit nine decimals is odd");
    Some(i128::from(figure) * 10_i128.pow(power))
}

/// A text that is packed as it stands.
pub(crate) fn text(record: &[u64], word: usize) -> Vec<u8> {
    let bytes = record[word..word + TEXT_WORDS].iter().flat_map(|word| word.to_be_bytes());
    bytes.take_while(|byte| *byte != 0).collect()
}

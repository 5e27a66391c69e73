//! A row group's column chunks, from packed records.

use jiff::ToSpan as _;
use jiff::civil::Date;
use portbook_model::period::Period;

use crate::columns::{Column, Fixed, NULL, Pick, STATUSES, of_values};
use crate::dates::KINDS;
use crate::error::Result;
use crate::form::ODD;
use crate::frame::{Frame, text};
use crate::group::Group;
use crate::mapping::{DAYS_SHIFT, Field, TEXT_WORDS};
use crate::odd::Odd;

pub(crate) mod chunk;
mod hybrid;
mod numbered;

use chunk::{Chunk, Entries, Values, Writer};
use numbered::{Numbered, numbered};

/// Rows and the exact sum of one measure.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub struct Sum {
    pub rows: u64,
    /// Times 10^9, in base units; nulls add nothing.
    #[serde(with = "as_text")]
    pub value: i128,
}

impl Sum {
    /// A row more, of that value.
    pub(crate) fn count(&mut self, value: Option<i128>) {
        self.rows += 1;
        self.value += value.unwrap_or_default();
    }

    pub(crate) fn add(&mut self, other: Self) {
        self.rows += other.rows;
        self.value += other.value;
    }
}

/// A row group that is not yet in a file.
pub(crate) struct Encoded {
    pub(crate) rows: u64,
    /// By measure.
    pub(crate) sums: Vec<Sum>,
    pub(crate) chunks: Vec<Chunk>,
}

/// Encodes all columns of a row group.
pub(crate) fn encode(frame: &Frame, group: &Group) -> Result<Encoded> {
    let mut encoder =
        Encoder { frame, group, writer: Writer::new()?, periods: None, numbers: Vec::new() };
    let mut chunks = Vec::new();
    for column in 0..frame.mapping.columns.len() {
        chunks.push(encoder.column(column)?);
    }
    Ok(Encoded { rows: group.rows.len() as u64, sums: encoder.sums(), chunks })
}

struct Encoder<'a> {
    frame: &'a Frame,
    group: &'a Group,
    writer: Writer,
    /// Distinct periods as packed, and the number of each row's.
    periods: Option<Numbered<u64>>,
    numbers: Vec<u32>,
}

impl Encoder<'_> {
    fn column(&mut self, at: usize) -> Result<Chunk> {
        let frame = self.frame;
        let described = frame.schema.column(at);
        let rows = self.group.rows.len();
        match frame.column(at) {
            Column::Always(fixed) => {
                let bytes = match fixed {
                    Fixed::Text(text) => Some(text.as_bytes().to_vec()),
                    Fixed::Int(int) => Some(int.to_le_bytes().to_vec()),
                    Fixed::Long(long) => Some(long.to_le_bytes().to_vec()),
                    Fixed::Null => None,
                };
                self.writer.chunk(&described, &Values::Always { entry: bytes.as_deref(), rows })
            }
            Column::Coded { entries, picks } => self.coded(at, entries, picks),
            Column::Text(field) => self.text(at, *field),
            Column::PeriodKind => self.period(at, |(kind, _)| kind_code(kind)),
            Column::TimePeriod => {
                self.period(at, |(kind, period)| period.time_period(KINDS[kind]).into_bytes())
            }
            Column::PeriodStart => self.period(at, |(_, period)| days(period.start)),
            Column::PeriodEnd => self.period(at, |(_, period)| days(period.end)),
            Column::Value { scales } => self.values(at, scales),
            Column::UnitMult { scales } => {
                let scale =
                    |record: &[u64], measure: usize| scales[measure].of(record).cast_signed();
                self.ints(at, |record, measure, _| scale(record, measure))
            }
            Column::Decimals => self.ints(at, |_, _, odd_or_tag| i32::from(odd_or_tag)),
            Column::Status { picks } => self.statuses(at, picks),
            Column::Snapshot => self.files(at, |(digest, _)| Some(digest.as_bytes().to_vec())),
            Column::Member => {
                self.files(at, |(_, member)| member.as_ref().map(|m| m.as_bytes().to_vec()))
            }
            Column::Record => self.records(at),
            Column::RawText => self.raw_texts(at),
        }
    }

    fn rows(&self) -> impl Iterator<Item = (&[u64], usize)> {
        self.group.rows(&self.frame.mapping.form)
    }

    fn numbers(&mut self, at: usize, entries: &dyn Entries, numbers: &[u32]) -> Result<Chunk> {
        let described = self.frame.schema.column(at);
        self.writer.chunk(&described, &Values::Numbers { entries, numbers })
    }

    /// The same where each entry occurs.
    fn dense(&mut self, at: usize, entries: &dyn Entries, numbers: &[u32]) -> Result<Chunk> {
        let described = self.frame.schema.column(at);
        self.writer.chunk(&described, &Values::Dense { entries, numbers })
    }

    /// Numbers by what each row's record says.
    fn numbered_by(&mut self, of: impl Fn(&[u64], usize) -> u32) -> Vec<u32> {
        let mut numbers = std::mem::take(&mut self.numbers);
        numbers.clear();
        numbers.extend(self.rows().map(|(record, measure)| of(record, measure)));
        numbers
    }

    fn coded(&mut self, at: usize, entries: &Vec<Vec<u8>>, picks: &[Pick]) -> Result<Chunk> {
        let rows = self.group.rows.len();
        let described = self.frame.schema.column(at);
        if let Some(Pick::Always(first)) = picks.first()
            && picks.iter().all(|pick| matches!(pick, Pick::Always(other) if other == first))
        {
            let entry = entries.get(*first as usize).map(Vec::as_slice);
            return self.writer.chunk(&described, &Values::Always { entry, rows });
        }
        let numbers = self.numbered_by(|record, measure| picks[measure].of(record));
        let chunk = self.numbers(at, entries, &numbers);
        self.numbers = numbers;
        chunk
    }

    fn text(&mut self, at: usize, field: Field) -> Result<Chunk> {
        match field {
            Field::Digits(part, width) => {
                let Numbered { values, numbers } =
                    numbered(self.rows().map(|(record, _)| part.get(record)));
                self.dense(at, &Digits { values, width }, &numbers)
            }
            Field::Text(word) => {
                let words = |record: &[u64]| -> [u64; TEXT_WORDS] {
                    std::array::from_fn(|n| record[word + n])
                };
                let Numbered { values, numbers } =
                    numbered(self.rows().map(|(record, _)| words(record)));
                let entries: Vec<Vec<u8>> = values.iter().map(|words| text(words, 0)).collect();
                self.dense(at, &entries, &numbers)
            }
        }
    }

    /// A column of the period, each distinct one made once.
    fn period(&mut self, at: usize, of: impl Fn((usize, Period)) -> Vec<u8>) -> Result<Chunk> {
        let parts = self.frame.mapping.period;
        let periods = self.periods.take().unwrap_or_else(|| {
            numbered(self.rows().map(|(record, _)| {
                parts.start.get(record) << 24 | parts.days.get(record) << 8 | parts.kind.get(record)
            }))
        });
        let entry = |packed: &u64| {
            let start = i32::try_from(packed >> 24).expect("days of a calendar") - DAYS_SHIFT;
            let start = Date::constant(1970, 1, 1) + start.days();
            let end = start + i64::try_from(packed >> 8 & 0xffff).expect("sixteen bits").days();
            of(((packed & 0xff) as usize, Period { start, end }))
        };
        let of_period: Vec<Vec<u8>> = periods.values.iter().map(entry).collect();
        let chunk = self.made(at, &of_period, &periods.numbers);
        self.periods = Some(periods);
        chunk
    }

    /// Entries that may be the same for several numbers, in no order.
    fn made(&mut self, at: usize, made: &[Vec<u8>], numbers: &[u32]) -> Result<Chunk> {
        let is_int = self.frame.schema.column(at).physical_type() == parquet::basic::Type::INT32;
        let int = |bytes: &[u8]| bytes.try_into().map(i32::from_le_bytes).unwrap_or_default();
        let mut entries = made.to_vec();
        if is_int {
            entries.sort_by_key(|entry| int(entry));
        } else {
            entries.sort();
        }
        entries.dedup();
        let place = |entry: &Vec<u8>| {
            let at = entries.iter().position(|known| known == entry);
            u32::try_from(at.expect("every entry is there")).expect("entries are few")
        };
        let places: Vec<u32> = made.iter().map(place).collect();
        let numbers: Vec<u32> = numbers.iter().map(|number| places[*number as usize]).collect();
        self.dense(at, &entries, &numbers)
    }

    /// Small whole numbers; of an odd cell its own decimals are given on.
    fn ints(&mut self, at: usize, of: impl Fn(&[u64], usize, i8) -> i32) -> Result<Chunk> {
        let form = &self.frame.mapping.form;
        let heap = &self.group.heap;
        let int = |(record, measure): (&[u64], usize)| {
            let tag = form.tag(record, measure);
            let decimals = if tag == ODD {
                Odd::at(heap, form.figure(record, measure).cast_unsigned()).decimals
            } else {
                tag.cast_signed()
            };
            // Shifted, so that they sort as numbers.
            u64::from(of(record, measure, decimals).cast_unsigned() ^ 1 << 31)
        };
        let Numbered { values, numbers } = numbered(self.rows().map(int));
        let entry = |value: u64| ((value as u32) ^ 1 << 31).to_le_bytes().to_vec();
        let entries: Vec<Vec<u8>> = values.into_iter().map(entry).collect();
        self.dense(at, &entries, &numbers)
    }

    fn value(&self, record: &[u64], measure: usize, scales: &[Pick]) -> Option<i128> {
        self.frame.value(&self.group.heap, record, measure, scales)
    }

    fn values(&mut self, at: usize, scales: &[Pick]) -> Result<Chunk> {
        // A null is the least of all, and no value is.
        let value = |(record, measure): (&[u64], usize)| {
            self.value(record, measure, scales).unwrap_or(i128::MIN)
        };
        let Numbered { mut values, mut numbers } = numbered(self.rows().map(value));
        if values.first() == Some(&i128::MIN) {
            values.remove(0);
            for number in &mut numbers {
                *number = number.checked_sub(1).unwrap_or(NULL);
            }
        }
        self.dense(at, &Decimals { values }, &numbers)
    }

    fn statuses(&mut self, at: usize, picks: &[Pick]) -> Result<Chunk> {
        let heap = &self.group.heap;
        let numbers: Vec<u32> = self
            .rows()
            .map(|(record, measure)| self.frame.status(heap, record, measure, picks))
            .collect();
        let entries: Vec<Vec<u8>> = STATUSES.map(|status| status.code().as_bytes().to_vec()).into();
        self.numbers(at, &entries, &numbers)
    }

    fn files(
        &mut self,
        at: usize,
        of: impl Fn(&(String, Option<String>)) -> Option<Vec<u8>>,
    ) -> Result<Chunk> {
        let texts: Vec<Option<Vec<u8>>> = self.frame.files.iter().map(of).collect();
        let mut entries: Vec<Vec<u8>> = texts.iter().flatten().cloned().collect();
        entries.sort();
        entries.dedup();
        let place = |text: &Option<Vec<u8>>| {
            let at = text.as_ref().and_then(|text| entries.binary_search(text).ok());
            at.and_then(|at| u32::try_from(at).ok()).unwrap_or(NULL)
        };
        let places: Vec<u32> = texts.iter().map(place).collect();
        let form = self.frame.mapping.form.clone();
        let numbers = self.numbered_by(|record, _| places[form.place(record).0 as usize]);
        let chunk = self.numbers(at, &entries, &numbers);
        self.numbers = numbers;
        chunk
    }

    fn records(&mut self, at: usize) -> Result<Chunk> {
        let form = &self.frame.mapping.form;
        let numbers: Vec<i64> =
            self.rows().map(|(record, _)| form.place(record).1.cast_signed()).collect();
        let described = self.frame.schema.column(at);
        self.writer.chunk(&described, &Values::Longs(&numbers))
    }

    fn raw_texts(&mut self, at: usize) -> Result<Chunk> {
        if self.group.heap.is_empty() {
            let rows = self.group.rows.len();
            let described = self.frame.schema.column(at);
            return self.writer.chunk(&described, &Values::Always { entry: None, rows });
        }
        let form = &self.frame.mapping.form;
        let text = |(record, measure): (&[u64], usize)| {
            let is_odd = form.tag(record, measure) == ODD;
            let odd = is_odd
                .then(|| Odd::at(&self.group.heap, form.figure(record, measure).cast_unsigned()));
            odd.and_then(|odd| odd.raw_text).map(String::into_bytes)
        };
        let texts: Vec<Option<Vec<u8>>> = self.rows().map(text).collect();
        let mut entries: Vec<Vec<u8>> = texts.iter().flatten().cloned().collect();
        entries.sort();
        entries.dedup();
        let place = |text: &Option<Vec<u8>>| {
            let at = text.as_ref().and_then(|text| entries.binary_search(text).ok());
            at.and_then(|at| u32::try_from(at).ok()).unwrap_or(NULL)
        };
        let numbers: Vec<u32> = texts.iter().map(place).collect();
        self.numbers(at, &entries, &numbers)
    }

    fn sums(&self) -> Vec<Sum> {
        let scales = of_values(&self.frame.mapping.columns);
        let mut sums = vec![Sum::default(); self.frame.mapping.measures.len()];
        for (record, measure) in self.rows() {
            sums[measure].count(self.value(record, measure, scales));
        }
        sums
    }
}

fn kind_code(kind: usize) -> Vec<u8> {
    KINDS[kind].code().as_bytes().to_vec()
}

fn days(date: Date) -> Vec<u8> {
    portbook_schema::observation::date32(date).to_le_bytes().to_vec()
}

/// Codes that are digits.
struct Digits {
    values: Vec<u64>,
    width: usize,
}

impl Entries for Digits {
    fn count(&self) -> usize {
        self.values.len()
    }

    fn put(&self, entry: usize, bytes: &mut Vec<u8>) {
        let start = bytes.len();
        bytes.resize(start + self.width, b'0');
        let mut rest = self.values[entry];
        for digit in bytes[start..].iter_mut().rev() {
            *digit = b'0' + (rest % 10) as u8;
            rest /= 10;
        }
    }
}

/// Decimals of 38 digits.
struct Decimals {
    values: Vec<i128>,
}

impl Entries for Decimals {
    fn count(&self) -> usize {
        self.values.len()
    }

    fn put(&self, entry: usize, bytes: &mut Vec<u8>) {
        bytes.extend_from_slice(&self.values[entry].to_be_bytes());
    }
}

pub(crate) mod as_text {
    use serde::{Deserialize as _, Deserializer, Serializer, de::Error as _};

    pub(crate) fn serialize<S: Serializer>(value: &i128, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(&value.to_string())
    }

    pub(crate) fn deserialize<'de, D: Deserializer<'de>>(
        deserializer: D,
    ) -> Result<i128, D::Error> {
        String::deserialize(deserializer)?.parse().map_err(D::Error::custom)
    }
}

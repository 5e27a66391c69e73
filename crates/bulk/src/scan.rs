//! Lines of a file to packed records: each field goes where the mapping says. Nothing is allocated
//! for a value that prints as most do.

use std::borrow::Cow;
use std::collections::{BTreeMap, HashMap};

use encoding_rs::UTF_8;
use foldhash::fast::FixedState;
use portbook_model::status::ObsStatus;
use portbook_source::pattern::{fold, folded};

use crate::block::Block;
use crate::dates::Dated;
use crate::fields::Fields;
use crate::figure::{self, Read};
use crate::form::{ABSENT, ODD};
use crate::labels::Labels;
use crate::learn::Kind;
use crate::mapping::{DAYS_SHIFT, Mapping, Put, TEXT_WORDS, Test};
use crate::odd::Odd;
use crate::refused::{KEPT_MAX, Refused, Told, raw};
use crate::tally::Counter;

/// Words of open blocks together, at most; the largest is given on first.
const OPEN_WORDS_MAX: usize = 1 << 20;

/// Reads the records of one range.
pub(crate) struct Scanner<'a> {
    mapping: &'a Mapping,
    batch_records: usize,
    /// As the mapping's, with the spellings met.
    labels: Vec<Labels>,
    dates: HashMap<Vec<u8>, Result<Dated, String>, FixedState>,
    date_key: Vec<u8>,
    last_date: (Vec<u8>, Option<Dated>),
    fields: Fields,
    /// By column of the file, the label of the record at hand.
    found: Vec<u32>,
    record: Vec<u64>,
    open: BTreeMap<i32, Block>,
    open_words: usize,
    counter: Counter<'a>,
    pub(crate) told: Told,
}

/// Why a record is none: in which column, what stands there, what was expected.
struct Why {
    rule: &'static str,
    column: usize,
    expected: String,
}

impl<'a> Scanner<'a> {
    pub(crate) fn new(mapping: &'a Mapping, file: u32, batch_records: usize) -> Self {
        Self {
            mapping,
            batch_records,
            labels: mapping.labels.clone(),
            dates: HashMap::default(),
            date_key: Vec::new(),
            last_date: (Vec::new(), None),
            fields: Fields::default(),
            found: vec![0; mapping.kinds.len()],
            record: vec![0; mapping.form.stride()],
            open: BTreeMap::new(),
            open_words: 0,
            counter: Counter::new(mapping),
            told: Told { file, ..Told::default() },
        }
    }

    /// Reads one line; a block that is full is given on, with the year it is of.
    pub(crate) fn line(&mut self, line: &[u8], number: u64) -> Option<(i32, Block)> {
        self.told.records += 1;
        let columns = self.mapping.kinds.len();
        if let Err(broken) = self.fields.cut(line, self.mapping.cut.delimiter, columns) {
            self.refuse(line, number, None, broken.to_string(), self.mapping.measures.len());
            return None;
        }
        if !self.is_text(line) {
            let why = format!("a line that is no {}", self.mapping.cut.encoding.name());
            self.refuse(line, number, None, why, self.mapping.measures.len());
            return None;
        }
        if self.is_left_out(line) {
            self.told.cells_ignored += self.mapping.measures.len() as u64;
            return None;
        }
        match self.pack(line) {
            Ok((refused, dated)) => self.figures(line, number, refused, dated),
            Err(why) => {
                let seen = self.text(line, why.column).into_owned();
                let heading = &self.mapping.headings[why.column];
                let told =
                    format!("{}: `{heading}`: got `{seen}`, expected {}", why.rule, why.expected);
                self.refuse(line, number, None, told, self.mapping.measures.len());
                None
            }
        }
    }

    /// The blocks that are left.
    pub(crate) fn finish(&mut self) -> impl Iterator<Item = (i32, Block)> + use<> {
        self.open_words = 0;
        self.told.tally = self.counter.finish();
        std::mem::take(&mut self.open).into_iter()
    }

    fn is_text(&self, line: &[u8]) -> bool {
        let encoding = self.mapping.cut.encoding;
        line.is_ascii()
            || if encoding == UTF_8 {
                std::str::from_utf8(line).is_ok()
            } else {
                encoding.decode_without_bom_handling_and_without_replacement(line).is_some()
            }
    }

    /// The text of a column, decoded and folded.
    fn text<'l>(&'l self, line: &'l [u8], column: usize) -> Cow<'l, str> {
        let field = self.fields.get(line, column);
        let decoded = self.mapping.cut.encoding.decode_without_bom_handling(field).0;
        match decoded {
            Cow::Borrowed(text) => folded(text),
            Cow::Owned(text) => Cow::Owned(fold(&text)),
        }
    }

    fn is_left_out(&self, line: &[u8]) -> bool {
        let holds = |test: &Test| {
            let text = self.text(line, test.column);
            test.texts.iter().any(|known| *known == *text)
        };
        self.mapping.skip.iter().any(holds) || !self.mapping.keep.iter().all(holds)
    }

    /// Packs all but the figures; the measures whose cells are refused, as bits, and the period.
    fn pack(&mut self, line: &[u8]) -> Result<(u64, Result<Dated, String>), Why> {
        let mapping = self.mapping;
        self.record.fill(0);
        let mut refused = 0;
        for (column, kind) in mapping.kinds.iter().enumerate() {
            match kind {
                Kind::Words(texts) => {
                    let label = self.label(line, column, texts)?;
                    self.found[column] = label;
                    refused |= mapping.refused[column][label as usize].0;
                }
                Kind::Anything if self.text(line, column).is_empty() => {
                    let expected = "a text".to_owned();
                    return Err(Why { rule: "unknown-label", column, expected });
                }
                _ => {}
            }
        }
        for put in &mapping.puts {
            match put {
                Put::Rank { column, ranks, part } => {
                    part.put(&mut self.record, ranks[self.found[*column] as usize]);
                }
                Put::Label { column, part } => {
                    part.put(&mut self.record, u64::from(self.found[*column]));
                }
                Put::Digits { column, part } => {
                    let digits = self.digits(line, *column)?;
                    part.put(&mut self.record, digits);
                }
                Put::Text { column, word } => self.put_text(line, *column, *word)?,
            }
        }
        let dated = self.dated(line);
        if let Ok(dated) = &dated {
            mapping.period.kind.put(&mut self.record, u64::from(dated.kind));
            let start = (dated.start + DAYS_SHIFT).cast_unsigned();
            mapping.period.start.put(&mut self.record, u64::from(start));
            mapping.period.days.put(&mut self.record, u64::from(dated.days));
        }
        Ok((refused, dated))
    }

    fn label(&mut self, line: &[u8], column: usize, texts: &[String]) -> Result<u32, Why> {
        let field = self.fields.get(line, column);
        if let Some(label) = self.labels[column].get(field) {
            return Ok(label);
        }
        let text = self.text(line, column);
        let found = texts.iter().position(|known| **known == *text);
        let Some(label) = found.and_then(|at| u32::try_from(at).ok()) else {
            let expected = "a label of the layout or of lookups.toml".to_owned();
            return Err(Why { rule: "unknown-label", column, expected });
        };
        let field = self.fields.get(line, column).to_vec();
        self.labels[column].insert(&field, label);
        Ok(label)
    }

    fn digits(&self, line: &[u8], column: usize) -> Result<u64, Why> {
        let Kind::Digits(expected) = self.mapping.kinds[column] else { return Ok(0) };
        let field = self.fields.get(line, column);
        digits(field, expected)
            .or_else(|| digits(self.text(line, column).as_bytes(), expected))
            .ok_or_else(|| Why {
                rule: "unknown-label",
                column,
                expected: format!("{expected} digits"),
            })
    }

    /// A text whose words compare as it does.
    fn put_text(&mut self, line: &[u8], column: usize, word: usize) -> Result<(), Why> {
        let text = self.text(line, column).into_owned();
        let max = TEXT_WORDS * size_of::<u64>();
        if text.is_empty() || text.len() > max || text.contains('\0') {
            let expected = format!("a text of 1 to {max} bytes");
            return Err(Why { rule: "unknown-label", column, expected });
        }
        let mut bytes = [0; TEXT_WORDS * size_of::<u64>()];
        bytes[..text.len()].copy_from_slice(text.as_bytes());
        for (at, word_bytes) in bytes.chunks_exact(size_of::<u64>()).enumerate() {
            let bytes = word_bytes.try_into().expect("chunks of eight");
            self.record[word + at] = u64::from_be_bytes(bytes);
        }
        Ok(())
    }

    fn dated(&mut self, line: &[u8]) -> Result<Dated, String> {
        let mapping = self.mapping;
        self.date_key.clear();
        for column in &mapping.dating {
            self.date_key.extend_from_slice(self.fields.get(line, *column));
            self.date_key.push(0);
        }
        if let (key, Some(dated)) = &self.last_date
            && *key == self.date_key
        {
            return Ok(*dated);
        }
        let known = self.dates.get(&self.date_key).cloned();
        let dated = known.unwrap_or_else(|| {
            let texts: Vec<String> =
                mapping.dating.iter().map(|column| self.text(line, *column).into_owned()).collect();
            let dated = mapping.dated(&texts);
            self.dates.insert(self.date_key.clone(), dated.clone());
            dated
        });
        if let Ok(dated) = &dated {
            self.last_date.0.clone_from(&self.date_key);
            self.last_date.1 = Some(*dated);
        }
        dated
    }

    /// Packs the figures and puts the record into the block of its year.
    fn figures(
        &mut self,
        line: &[u8],
        number: u64,
        refused: u64,
        dated: Result<Dated, String>,
    ) -> Option<(i32, Block)> {
        let mapping = self.mapping;
        let dated = match dated {
            Ok(dated) => dated,
            Err(why) => {
                self.refuse(line, number, None, why, mapping.measures.len());
                return None;
            }
        };
        let year = dated.year;
        let heap_at = self.open.entry(year).or_default().heap.len();
        let mut heap = std::mem::take(&mut self.open.entry(year).or_default().heap);
        let (mut placed, mut figures) = (0, 0);
        for (measure, of) in mapping.measures.iter().enumerate() {
            let field = self.fields.get(line, of.column);
            let plain = if mapping.numbers_are_plain {
                figure::plain(field, mapping, measure, &self.found)
            } else {
                None
            };
            let read = match plain {
                Some((figure, tag)) if refused == 0 => Read::Figure(figure, tag),
                _ if refused >> measure & 1 == 1 => Read::Refused(self.why_refused(measure)),
                Some((figure, tag)) => Read::Figure(figure, tag),
                None => figure::read(
                    &self.text(line, of.column),
                    mapping,
                    measure,
                    &self.found,
                    &mut heap,
                ),
            };
            let (figure, tag) = match read {
                Read::Figure(figure, tag) => {
                    placed += 1;
                    figures += u64::from(tag != ODD || is_figure(&heap, figure));
                    (figure, tag)
                }
                Read::Ignored => {
                    self.told.cells_ignored += 1;
                    (0, ABSENT)
                }
                Read::Refused(why) => {
                    self.refuse(line, number, Some(measure), why, 1);
                    (0, ABSENT)
                }
            };
            mapping.form.set_figure(&mut self.record, measure, figure, tag);
        }
        let block = self.open.entry(year).or_default();
        block.heap = heap;
        if placed == 0 {
            block.heap.truncate(heap_at);
            return None;
        }
        self.counter.count(&self.found, &dated, figures);
        self.told.cells_placed += placed;
        mapping.form.set_place(&mut self.record, self.told.file, number);
        block.records.extend_from_slice(&self.record);
        self.open_words += self.record.len();
        self.full(year)
    }

    /// A block to give on: one that is full, or the largest where all are too many.
    fn full(&mut self, year: i32) -> Option<(i32, Block)> {
        let words_max = self.batch_records * self.record.len();
        let year = if self.open[&year].records.len() >= words_max {
            year
        } else if self.open_words > OPEN_WORDS_MAX.max(words_max) {
            *self.open.iter().max_by_key(|(_, block)| block.records.len())?.0
        } else {
            return None;
        };
        let block = self.open.remove(&year)?;
        self.open_words -= block.records.len();
        Some((year, block))
    }

    /// Why the labels found refuse a measure's cell.
    fn why_refused(&self, measure: usize) -> String {
        let by_column = self.mapping.refused.iter().zip(&self.found);
        let mut labels = by_column.filter_map(|(labels, found)| labels.get(*found as usize));
        let refusing = labels.find(|(bits, _)| bits >> measure & 1 == 1);
        refusing.map(|(_, why)| why.clone()).unwrap_or_default()
    }

    fn refuse(
        &mut self,
        line: &[u8],
        record: u64,
        measure: Option<usize>,
        why: String,
        cells: usize,
    ) {
        self.told.cells_refused += cells as u64;
        self.told.records_refused += 1;
        if self.told.refused.len() < KEPT_MAX {
            let cell = measure.map(|measure| self.mapping.measures[measure].cell.clone());
            let file = self.told.file;
            self.told.refused.push(Refused { file, record, cell, why, raw: raw(line) });
        }
    }
}

/// Whether an odd cell is a figure: neither a forecast nor a blank.
fn is_figure(heap: &[u8], place: i64) -> bool {
    let odd = Odd::at(heap, place.cast_unsigned());
    match odd.status {
        Some(ObsStatus::Forecast) => false,
        Some(ObsStatus::Nil) => true,
        _ => odd.value.is_some(),
    }
}

/// So many digits, and nothing else.
fn digits(field: &[u8], expected: usize) -> Option<u64> {
    if field.len() != expected || !field.iter().all(u8::is_ascii_digit) {
        return None;
    }
    Some(field.iter().fold(0, |number, digit| number * 10 + u64::from(digit - b'0')))
}

//! One column chunk: a dictionary page, data pages, and what the file says of them. Written from
//! numbers of entries, so that no text is hashed or copied for a row.

use bytes::Bytes;
use parquet::basic::{BoundaryOrder, Compression, Encoding, Type, ZstdLevel};
use parquet::column::page::{CompressedPage, Page, PageWriter as _};
use parquet::column::writer::ColumnCloseResult;
use parquet::data_type::{ByteArray, FixedLenByteArray};
use parquet::file::metadata::{ColumnChunkMetaData, ColumnIndexBuilder, OffsetIndexBuilder};
use parquet::file::statistics::Statistics;
use parquet::file::writer::{SerializedPageWriter, TrackedWrite};
use parquet::schema::types::ColumnDescPtr;
use portbook_publish::form::ZSTD_LEVEL;
use zstd::bulk::Compressor;

use super::hybrid;
use crate::columns::NULL;
use crate::error::{Error, Result};
use crate::form::bits_for;

/// Rows of a page, where a column differs from row to row.
pub(crate) const PAGE_ROWS: usize = 32_768;
/// Bytes of a text that statistics hold whole; longer ones have none.
const STATISTICS_BYTES_MAX: usize = 64;

/// A finished column chunk.
pub(crate) struct Chunk {
    pub(crate) bytes: Bytes,
    pub(crate) close: ColumnCloseResult,
}

/// The values of a column in one row group.
pub(crate) enum Values<'a> {
    /// Entries in their order, as Parquet keeps one, and the number of each row's; [`NULL`] is none.
    Numbers { entries: &'a dyn Entries, numbers: &'a [u32] },
    /// The same where each entry occurs.
    Dense { entries: &'a dyn Entries, numbers: &'a [u32] },
    /// The same in all rows.
    Always { entry: Option<&'a [u8]>, rows: usize },
    /// Numbers of which nearly all differ, as they are.
    Longs(&'a [i64]),
}

/// Distinct values in order, as bytes.
pub(crate) trait Entries {
    fn count(&self) -> usize;
    fn put(&self, entry: usize, bytes: &mut Vec<u8>);
}

impl Entries for Vec<Vec<u8>> {
    fn count(&self) -> usize {
        self.len()
    }

    fn put(&self, entry: usize, bytes: &mut Vec<u8>) {
        bytes.extend_from_slice(&self[entry]);
    }
}

/// Some entries of others.
struct Chosen<'a> {
    of: &'a dyn Entries,
    chosen: Vec<usize>,
}

impl Entries for Chosen<'_> {
    fn count(&self) -> usize {
        self.chosen.len()
    }

    fn put(&self, entry: usize, bytes: &mut Vec<u8>) {
        self.of.put(self.chosen[entry], bytes);
    }
}

/// Writes column chunks, one after another.
pub(crate) struct Writer {
    compressor: Compressor<'static>,
    page: Vec<u8>,
    local: Vec<u32>,
}

impl Writer {
    pub(crate) fn new() -> Result<Self> {
        let compressor = Compressor::new(ZSTD_LEVEL).map_err(defect)?;
        Ok(Self { compressor, page: Vec::new(), local: Vec::new() })
    }

    pub(crate) fn chunk(&mut self, column: &ColumnDescPtr, values: &Values<'_>) -> Result<Chunk> {
        let mut sink = TrackedWrite::new(Vec::new());
        let mut told = Told::new(column);
        match values {
            Values::Always { entry, rows } => {
                self.always(column, *entry, *rows, &mut sink, &mut told)?;
            }
            Values::Numbers { entries, numbers } => {
                self.numbers(column, *entries, numbers, &mut sink, &mut told)?;
            }
            Values::Dense { entries, numbers } => {
                self.dense(column, *entries, numbers, &mut sink, &mut told)?;
            }
            Values::Longs(numbers) => self.longs(column, numbers, &mut sink, &mut told)?,
        }
        let bytes = Bytes::from(sink.into_inner()?);
        let close = told.close(column, bytes.len())?;
        Ok(Chunk { bytes, close })
    }

    fn always(
        &mut self,
        column: &ColumnDescPtr,
        entry: Option<&[u8]>,
        rows: usize,
        sink: &mut TrackedWrite<Vec<u8>>,
        told: &mut Told,
    ) -> Result<()> {
        let mut page = Vec::new();
        if let Some(entry) = entry {
            plain(column, entry, &mut page);
            self.dictionary(&page, 1, sink, told)?;
        }
        page.clear();
        levels(column, &[], rows, if entry.is_some() { 0 } else { rows }, &mut page);
        if entry.is_some() {
            page.push(0);
            hybrid::run(0, rows, 0, &mut page);
        }
        self.write(&page, rows, entry.is_some(), sink, told)?;
        told.ends = entry.map(|entry| (entry.to_vec(), entry.to_vec()));
        let ends = entry.map(|entry| (0, 0, entry.to_vec(), entry.to_vec()));
        told.page(rows, if entry.is_some() { 0 } else { rows }, ends);
        Ok(())
    }

    /// Numbers of entries of which some may not occur: those that do are numbered anew.
    fn numbers(
        &mut self,
        column: &ColumnDescPtr,
        entries: &dyn Entries,
        numbers: &[u32],
        sink: &mut TrackedWrite<Vec<u8>>,
        told: &mut Told,
    ) -> Result<()> {
        let mut new = vec![NULL; entries.count()];
        for number in numbers.iter().filter(|number| **number != NULL) {
            new[*number as usize] = 0;
        }
        let mut old = Vec::new();
        for (entry, new) in new.iter_mut().enumerate().filter(|(_, new)| **new == 0) {
            *new = u32::try_from(old.len()).expect("a row group is bounded");
            old.push(entry);
        }
        let mut local = std::mem::take(&mut self.local);
        local.clear();
        local.extend(numbers.iter().map(|number| new.get(*number as usize).unwrap_or(&NULL)));
        let chosen = Chosen { of: entries, chosen: old };
        let written = self.dense(column, &chosen, &local, sink, told);
        self.local = local;
        written
    }

    /// Numbers of entries of which each occurs.
    fn dense(
        &mut self,
        column: &ColumnDescPtr,
        entries: &dyn Entries,
        numbers: &[u32],
        sink: &mut TrackedWrite<Vec<u8>>,
        told: &mut Told,
    ) -> Result<()> {
        let bytes = |number: u32| {
            let mut bytes = Vec::new();
            entries.put(number as usize, &mut bytes);
            bytes
        };
        let count = u32::try_from(entries.count()).expect("a row group is bounded");
        if count > 0 {
            let (mut page, mut entry_bytes) = (Vec::new(), Vec::new());
            for entry in 0..entries.count() {
                entry_bytes.clear();
                entries.put(entry, &mut entry_bytes);
                plain(column, &entry_bytes, &mut page);
            }
            self.dictionary(&page, count, sink, told)?;
            told.ends = Some((bytes(0), bytes(count - 1)));
        }
        for rows in numbers.chunks(if count > 1 { PAGE_ROWS } else { numbers.len().max(1) }) {
            self.data(column, rows, count, sink, told, &bytes)?;
        }
        Ok(())
    }

    fn dictionary(
        &mut self,
        page: &[u8],
        count: u32,
        sink: &mut TrackedWrite<Vec<u8>>,
        told: &mut Told,
    ) -> Result<()> {
        let buf = Bytes::from(self.compressor.compress(page).map_err(defect)?);
        let dictionary = Page::DictionaryPage {
            buf,
            num_values: count,
            encoding: Encoding::PLAIN,
            is_sorted: true,
        };
        let spec = SerializedPageWriter::new(sink)
            .write_page(CompressedPage::new(dictionary, page.len()))?;
        told.dictionary_at = Some(0);
        told.uncompressed_bytes += spec.uncompressed_size;
        Ok(())
    }

    /// One page of numbers of the dictionary's entries.
    fn data(
        &mut self,
        column: &ColumnDescPtr,
        numbers: &[u32],
        count: u32,
        sink: &mut TrackedWrite<Vec<u8>>,
        told: &mut Told,
        bytes: &dyn Fn(u32) -> Vec<u8>,
    ) -> Result<()> {
        let mut page = std::mem::take(&mut self.page);
        page.clear();
        let (least, greatest, nulls) = ends(numbers);
        levels(column, numbers, numbers.len(), nulls, &mut page);
        if count > 0 {
            let width = bits_for(u64::from(count - 1));
            page.push(width as u8);
            if nulls == 0 {
                hybrid::encode(numbers, width, &mut page);
            } else {
                let there = numbers.iter().copied().filter(|number| *number != NULL);
                hybrid::encode(&there.collect::<Vec<_>>(), width, &mut page);
            }
        }
        self.write(&page, numbers.len(), count > 0, sink, told)?;
        let ends = (nulls < numbers.len())
            .then(|| (i64::from(least), i64::from(greatest), bytes(least), bytes(greatest)));
        told.page(numbers.len(), nulls, ends);
        self.page = page;
        Ok(())
    }

    fn write(
        &mut self,
        page: &[u8],
        rows: usize,
        has_dictionary: bool,
        sink: &mut TrackedWrite<Vec<u8>>,
        told: &mut Told,
    ) -> Result<()> {
        let encoding = if has_dictionary { Encoding::RLE_DICTIONARY } else { Encoding::PLAIN };
        let buf = Bytes::from(self.compressor.compress(page).map_err(defect)?);
        let data = Page::DataPage {
            buf,
            num_values: u32::try_from(rows).expect("a page is bounded"),
            encoding,
            def_level_encoding: Encoding::RLE,
            rep_level_encoding: Encoding::RLE,
            statistics: None,
        };
        let spec =
            SerializedPageWriter::new(sink).write_page(CompressedPage::new(data, page.len()))?;
        told.written(spec.offset, spec.compressed_size, spec.uncompressed_size, rows, encoding);
        Ok(())
    }

    fn longs(
        &mut self,
        column: &ColumnDescPtr,
        numbers: &[i64],
        sink: &mut TrackedWrite<Vec<u8>>,
        told: &mut Told,
    ) -> Result<()> {
        let bytes = |number: i64| number.to_le_bytes().to_vec();
        let ends =
            |numbers: &[i64]| numbers.iter().copied().min().zip(numbers.iter().copied().max());
        told.ends = ends(numbers).map(|(min, max)| (bytes(min), bytes(max)));
        for rows in numbers.chunks(PAGE_ROWS) {
            let mut page = std::mem::take(&mut self.page);
            page.clear();
            levels(column, &[], rows.len(), 0, &mut page);
            for number in rows {
                page.extend_from_slice(&number.to_le_bytes());
            }
            self.write(&page, rows.len(), false, sink, told)?;
            let ends = ends(rows).map(|(min, max)| (min, max, bytes(min), bytes(max)));
            told.page(rows.len(), 0, ends);
            self.page = page;
        }
        Ok(())
    }
}

/// The least and the greatest number that is none of [`NULL`], and how many are.
fn ends(numbers: &[u32]) -> (u32, u32, usize) {
    let (mut least, mut after, mut nulls) = (NULL, 0, 0_u32);
    for number in numbers {
        least = least.min(*number);
        // One more, so that none comes to nothing.
        after = after.max(number.wrapping_add(1));
        nulls += u32::from(*number == NULL);
    }
    (least, after.wrapping_sub(1), nulls as usize)
}

/// Which rows have a value, where a column may have none; `numbers` matter where some have.
fn levels(column: &ColumnDescPtr, numbers: &[u32], rows: usize, nulls: usize, page: &mut Vec<u8>) {
    if column.max_def_level() == 0 {
        return;
    }
    let start = page.len();
    page.extend_from_slice(&[0; 4]);
    if nulls == 0 || nulls == rows {
        hybrid::run(u32::from(nulls == 0), rows, 1, page);
    } else {
        let there = numbers.iter().map(|number| u32::from(*number != NULL));
        hybrid::encode(&there.collect::<Vec<_>>(), 1, page);
    }
    let length = u32::try_from(page.len() - start - 4).expect("a page is bounded");
    page[start..start + 4].copy_from_slice(&length.to_le_bytes());
}

/// An entry as a dictionary page has it.
fn plain(column: &ColumnDescPtr, entry: &[u8], page: &mut Vec<u8>) {
    if column.physical_type() == Type::BYTE_ARRAY {
        let length = u32::try_from(entry.len()).expect("a text is bounded");
        page.extend_from_slice(&length.to_le_bytes());
    }
    page.extend_from_slice(entry);
}

/// The least and the greatest of a page: as they compare, and as bytes.
type Ends = (i64, i64, Vec<u8>, Vec<u8>);

/// What the file says of a column chunk.
struct Told {
    index: ColumnIndexBuilder,
    offsets: OffsetIndexBuilder,
    dictionary_at: Option<i64>,
    data_at: Option<i64>,
    encoding: Encoding,
    uncompressed_bytes: usize,
    rows: usize,
    nulls: usize,
    ends: Option<(Vec<u8>, Vec<u8>)>,
    /// As they compare, of pages that have values.
    order: Vec<(i64, i64)>,
}

impl Told {
    fn new(column: &ColumnDescPtr) -> Self {
        Self {
            index: ColumnIndexBuilder::new(column.physical_type()),
            offsets: OffsetIndexBuilder::new(),
            dictionary_at: None,
            data_at: None,
            encoding: Encoding::PLAIN,
            uncompressed_bytes: 0,
            rows: 0,
            nulls: 0,
            ends: None,
            order: Vec::new(),
        }
    }

    fn written(
        &mut self,
        at: u64,
        bytes: usize,
        uncompressed_bytes: usize,
        rows: usize,
        encoding: Encoding,
    ) {
        let at = at.cast_signed();
        self.data_at.get_or_insert(at);
        self.encoding = encoding;
        self.uncompressed_bytes += uncompressed_bytes;
        self.offsets.append_offset_and_size(at, i32::try_from(bytes).expect("a page is bounded"));
        self.offsets.append_row_count(rows as i64);
    }

    fn page(&mut self, rows: usize, nulls: usize, ends: Option<Ends>) {
        self.rows += rows;
        self.nulls += nulls;
        match ends {
            Some((least, greatest, min, max)) => {
                let is_long = |bytes: &[u8]| bytes.len() > STATISTICS_BYTES_MAX;
                if is_long(&min) || is_long(&max) {
                    self.index.to_invalid();
                }
                self.order.push((least, greatest));
                self.index.append(false, min, max, nulls as i64);
            }
            None => self.index.append(true, Vec::new(), Vec::new(), nulls as i64),
        }
    }

    fn close(mut self, column: &ColumnDescPtr, bytes: usize) -> Result<ColumnCloseResult> {
        let pages = || self.order.windows(2);
        let is_ascending = pages().all(|two| two[0].0 <= two[1].0 && two[0].1 <= two[1].1);
        let is_descending = pages().all(|two| two[0].0 >= two[1].0 && two[0].1 >= two[1].1);
        self.index.set_boundary_order(match (is_ascending, is_descending) {
            (true, _) => BoundaryOrder::ASCENDING,
            (_, true) => BoundaryOrder::DESCENDING,
            _ => BoundaryOrder::UNORDERED,
        });
        let index = if self.index.valid() { Some(self.index.build()?) } else { None };
        let mut encodings = vec![Encoding::RLE, Encoding::PLAIN];
        encodings.extend((self.encoding != Encoding::PLAIN).then_some(self.encoding));
        let builder = ColumnChunkMetaData::builder(column.clone())
            .set_encodings(encodings)
            .set_compression(Compression::ZSTD(ZstdLevel::try_new(ZSTD_LEVEL)?))
            .set_num_values(self.rows as i64)
            .set_total_compressed_size(bytes as i64)
            .set_total_uncompressed_size(self.uncompressed_bytes as i64)
            .set_dictionary_page_offset(self.dictionary_at)
            .set_data_page_offset(self.data_at.unwrap_or_default())
            .set_statistics(statistics(column.physical_type(), self.ends, self.nulls as u64));
        Ok(ColumnCloseResult {
            bytes_written: bytes as u64,
            rows_written: self.rows as u64,
            metadata: builder.build()?,
            bloom_filter: None,
            column_index: index,
            offset_index: Some(self.offsets.build()),
        })
    }
}

fn statistics(of: Type, ends: Option<(Vec<u8>, Vec<u8>)>, nulls: u64) -> Statistics {
    let ends = ends.filter(|(min, max)| min.len().max(max.len()) <= STATISTICS_BYTES_MAX);
    let (min, max) = ends.unzip();
    let nulls = Some(nulls);
    match of {
        Type::INT32 => {
            let int = |bytes: Vec<u8>| bytes.try_into().ok().map(i32::from_le_bytes);
            Statistics::int32(min.and_then(int), max.and_then(int), None, nulls, false)
        }
        Type::INT64 => {
            let long = |bytes: Vec<u8>| bytes.try_into().ok().map(i64::from_le_bytes);
            Statistics::int64(min.and_then(long), max.and_then(long), None, nulls, false)
        }
        Type::FIXED_LEN_BYTE_ARRAY => {
            let fixed = |bytes: Vec<u8>| FixedLenByteArray::from(ByteArray::from(bytes));
            Statistics::fixed_len_byte_array(min.map(fixed), max.map(fixed), None, nulls, false)
        }
        _ => {
            let text = |bytes: Vec<u8>| ByteArray::from(bytes);
            Statistics::byte_array(min.map(text), max.map(text), None, nulls, false)
        }
    }
}

fn defect(error: std::io::Error) -> Error {
    Error::Parquet(parquet::errors::ParquetError::External(Box::new(error)))
}

//! Rows in the binary form of COPY, straight from the columns of the published files: a count of
//! fields, then each field with its length before it.

use std::collections::BTreeMap;

use arrow::array::{
    Array, AsArray as _, Date32Array, Decimal128Array, Int8Array, Int32Array, Int64Array,
    RecordBatch, StringArray, TimestampMicrosecondArray,
};
use arrow::datatypes::{
    Date32Type, Decimal128Type, Int8Type, Int32Type, Int64Type, TimestampMicrosecondType,
};
use bytes::Bytes;
use portbook_publish::stored::each_batch;

use super::{Expected, numeric};
use crate::columns::{Column, Kind, columns};
use crate::commit::{Key, Output, Since};
use crate::error::{Error, Result};
use crate::measure::Measure;

/// Signature, flags, and the length of an extension that there is not.
const HEADER: &[u8] = b"PGCOPY\n\xff\r\n\0\0\0\0\0\0\0\0\0";
const TRAILER: i16 = -1;
const NULL: i32 = -1;
/// Encoded rows are handed on in pieces of about this.
const CHUNK_BYTES: usize = 512 * 1024;
/// Days and microseconds from 1970, where Arrow counts from, to 2000, where `PostgreSQL` does.
const DAYS: i32 = 10_957;
const MICROSECONDS: i64 = 86_400_000_000 * DAYS as i64;

/// Encodes partitions one after the other. `send` takes a piece, and says whether more is wanted.
pub(super) fn encode(
    output: &Output,
    load: &[Since],
    send: &mut dyn FnMut(Bytes) -> bool,
) -> Result<Expected> {
    let columns = columns();
    let mut bytes = HEADER.to_vec();
    let mut expected = BTreeMap::new();
    for Since { partition, commit } in load {
        let mut measure = Measure::default();
        for file in &partition.files {
            each_batch(output.folder(), file, None, &mut |batch| -> Result<()> {
                let wrong = |problem| Error::Rows { path: file.view.clone(), problem };
                measure.add(&batch).map_err(wrong)?;
                let cells = cells(&columns, &batch, &partition.key, *commit).map_err(wrong)?;
                for row in 0..batch.num_rows() {
                    put_row(&mut bytes, &cells, row);
                    if bytes.len() >= CHUNK_BYTES {
                        let piece =
                            std::mem::replace(&mut bytes, Vec::with_capacity(CHUNK_BYTES + 4096));
                        // Whoever no longer takes rows knows why.
                        if !send(piece.into()) {
                            return Err(std::io::Error::from(std::io::ErrorKind::BrokenPipe).into());
                        }
                    }
                }
                Ok(())
            })?;
        }
        expected.insert(partition.key.clone(), (measure, *commit));
    }
    bytes.extend_from_slice(&TRAILER.to_be_bytes());
    send(bytes.into());
    Ok(expected)
}

/// A column of a batch, or what is the same in every row of it, encoded.
enum Cells<'a> {
    Text(&'a StringArray),
    Date(&'a Date32Array),
    Instant(&'a TimestampMicrosecondArray),
    Decimal(&'a Decimal128Array),
    Small(&'a Int8Array),
    Int32(&'a Int32Array),
    Int64(&'a Int64Array),
    Same(Vec<u8>),
}

/// The columns in the order of the table.
fn cells<'a>(
    columns: &[Column],
    batch: &'a RecordBatch,
    key: &Key,
    commit: u64,
) -> std::result::Result<Vec<Cells<'a>>, String> {
    let commit = i64::try_from(commit).map_err(|_| "a commit beyond 63 bits".to_owned())?;
    let of = |column: &Column| match column.name {
        "source" => Ok(Cells::Same(field(key.source.as_bytes()))),
        "freq" => Ok(Cells::Same(field(key.freq.as_bytes()))),
        "year" => Ok(Cells::Same(field(&key.year.to_be_bytes()))),
        "_commit" => Ok(Cells::Same(field(&commit.to_be_bytes()))),
        name => {
            let array = batch.column_by_name(name);
            let cells = array.and_then(|array| typed(array.as_ref(), column.kind));
            cells.ok_or_else(|| format!("got no column `{name}` of its type"))
        }
    };
    columns.iter().map(of).collect()
}

fn typed(array: &dyn Array, kind: Kind) -> Option<Cells<'_>> {
    Some(match kind {
        Kind::Text | Kind::Code => Cells::Text(array.as_string_opt::<i32>()?),
        Kind::Date => Cells::Date(array.as_primitive_opt::<Date32Type>()?),
        Kind::Instant => Cells::Instant(array.as_primitive_opt::<TimestampMicrosecondType>()?),
        Kind::Decimal => Cells::Decimal(array.as_primitive_opt::<Decimal128Type>()?),
        Kind::Int8 => Cells::Small(array.as_primitive_opt::<Int8Type>()?),
        Kind::Int32 => Cells::Int32(array.as_primitive_opt::<Int32Type>()?),
        Kind::Int64 => Cells::Int64(array.as_primitive_opt::<Int64Type>()?),
        Kind::Int16 => return None,
    })
}

fn put_row(into: &mut Vec<u8>, cells: &[Cells<'_>], row: usize) {
    let count = i16::try_from(cells.len()).expect("a table has few columns");
    into.extend_from_slice(&count.to_be_bytes());
    for cells in cells {
        if cells.is_null(row) {
            into.extend_from_slice(&NULL.to_be_bytes());
            continue;
        }
        match cells {
            Cells::Text(array) => put(into, array.value(row).as_bytes()),
            Cells::Date(array) => put(into, &array.value(row).wrapping_sub(DAYS).to_be_bytes()),
            Cells::Instant(array) => {
                put(into, &array.value(row).wrapping_sub(MICROSECONDS).to_be_bytes());
            }
            Cells::Decimal(array) => numeric::put(into, array.value(row)),
            Cells::Small(array) => put(into, &i16::from(array.value(row)).to_be_bytes()),
            Cells::Int32(array) => put(into, &array.value(row).to_be_bytes()),
            Cells::Int64(array) => put(into, &array.value(row).to_be_bytes()),
            Cells::Same(encoded) => into.extend_from_slice(encoded),
        }
    }
}

impl Cells<'_> {
    fn is_null(&self, row: usize) -> bool {
        match self {
            Self::Text(array) => array.is_null(row),
            Self::Date(array) => array.is_null(row),
            Self::Instant(array) => array.is_null(row),
            Self::Decimal(array) => array.is_null(row),
            Self::Small(array) => array.is_null(row),
            Self::Int32(array) => array.is_null(row),
            Self::Int64(array) => array.is_null(row),
            Self::Same(_) => false,
        }
    }
}

fn put(into: &mut Vec<u8>, value: &[u8]) {
    let length = i32::try_from(value.len()).expect("a text of a cell is far below two gigabytes");
    into.extend_from_slice(&length.to_be_bytes());
    into.extend_from_slice(value);
}

fn field(value: &[u8]) -> Vec<u8> {
    let mut field = Vec::new();
    put(&mut field, value);
    field
}

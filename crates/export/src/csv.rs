//! Comma-separated values, RFC 4180, that no spreadsheet takes for a formula: a text that begins as
//! one gets an apostrophe before it, as OWASP advises. Numbers are left as they are.

use std::borrow::Cow;
use std::io::Write;

use arrow::array::RecordBatch;
use arrow::datatypes::SchemaRef;
use arrow::util::display::FormatOptions;

use crate::error::Result;
use crate::values::{Kind, Values};

/// Rows on their way to `W`.
pub(crate) struct Csv<W: Write> {
    writer: ::csv::Writer<W>,
    columns: Vec<usize>,
}

impl<W: Write> Csv<W> {
    pub(crate) fn begin(to: W, schema: &SchemaRef) -> Result<Self> {
        let mut writer = ::csv::Writer::from_writer(to);
        writer.write_record(schema.fields().iter().map(|field| field.name()))?;
        Ok(Self { writer, columns: (0..schema.fields().len()).collect() })
    }

    pub(crate) fn push(&mut self, batch: &RecordBatch) -> Result<()> {
        let options = FormatOptions::default();
        let values = Values::of(batch, &self.columns, &options)?;
        for row in 0..batch.num_rows() {
            values.row(row, |_, kind, text| {
                let text = text.unwrap_or_default();
                let field = if kind == Kind::Text { defused(text) } else { Cow::Borrowed(text) };
                Ok(self.writer.write_field(field.as_bytes())?)
            })?;
            self.writer.write_record(None::<&[u8]>)?;
        }
        Ok(())
    }

    pub(crate) fn finish(self) -> Result<W> {
        self.writer.into_inner().map_err(|error| ::csv::Error::from(error.into_error()).into())
    }
}

/// A text that no spreadsheet calculates.
pub(crate) fn defused(text: &str) -> Cow<'_, str> {
    // The wide forms are read as the narrow ones where input is Chinese or Japanese.
    let begins = ['=', '+', '-', '@', '\t', '\r', '\n', '＝', '＋', '－', '＠'];
    if text.starts_with(begins) { Cow::Owned(format!("'{text}")) } else { Cow::Borrowed(text) }
}

//! SDMX-CSV 2.0: a component of the data structure a column, whose description is
//! `metadata/structures.xml` of the commit. For machines: nothing is defused.

use std::io::Write;

use arrow::array::RecordBatch;
use arrow::datatypes::SchemaRef;
use arrow::util::display::FormatOptions;
use portbook_publish::metadata::STRUCTURE;

use crate::error::Result;
use crate::values::Values;

/// Columns that are no component: they are made of others.
const DERIVED: [&str; 1] = ["series_id"];

/// Rows on their way to `W`.
pub(crate) struct SdmxCsv<W: Write> {
    writer: ::csv::Writer<W>,
    columns: Vec<usize>,
}

impl<W: Write> SdmxCsv<W> {
    pub(crate) fn begin(to: W, schema: &SchemaRef) -> Result<Self> {
        let is_component = |at: &usize| !DERIVED.contains(&schema.field(*at).name().as_str());
        let columns: Vec<usize> = (0..schema.fields().len()).filter(is_component).collect();
        let mut writer = ::csv::Writer::from_writer(to);
        for heading in ["STRUCTURE", "STRUCTURE_ID", "ACTION"] {
            writer.write_field(heading)?;
        }
        for at in &columns {
            writer.write_field(schema.field(*at).name().to_ascii_uppercase())?;
        }
        writer.write_record(None::<&[u8]>)?;
        Ok(Self { writer, columns })
    }

    pub(crate) fn push(&mut self, batch: &RecordBatch) -> Result<()> {
        let options = FormatOptions::default();
        let values = Values::of(batch, &self.columns, &options)?;
        for row in 0..batch.num_rows() {
            // `I`: what is told is information, to be added to what is held.
            for field in ["datastructure", STRUCTURE, "I"] {
                self.writer.write_field(field)?;
            }
            values
                .row(row, |_, _, text| Ok(self.writer.write_field(text.unwrap_or_default())?))?;
            self.writer.write_record(None::<&[u8]>)?;
        }
        Ok(())
    }

    pub(crate) fn finish(self) -> Result<W> {
        self.writer.into_inner().map_err(|error| ::csv::Error::from(error.into_error()).into())
    }
}

//! A workbook: a sheet of rows, and one that says where they are from. A cell holds a float, so a
//! number of more than fifteen digits is written as text, and the second sheet counts them.

use std::io::{Seek, Write};

use arrow::array::RecordBatch;
use arrow::datatypes::SchemaRef;
use arrow::util::display::FormatOptions;
use rust_xlsxwriter::{DocProperties, ExcelDateTime, Format, Workbook, Worksheet};

use crate::error::{Error, Result};
use crate::provenance::Provenance;
use crate::values::{Kind, Values};

/// Rows of a sheet.
const ROWS_MAX: u32 = 1_048_576;
/// Decimal digits, without zeros at either end, that a float gives back as they were.
const DIGITS_MAX: usize = 15;

/// Rows on their way to a workbook; they wait in a file of the system's folder for such, not in
/// memory.
pub(crate) struct Xlsx {
    workbook: Workbook,
    columns: Vec<usize>,
    next: u32,
    /// Numbers that are text.
    long_numbers: u64,
}

impl Xlsx {
    pub(crate) fn begin(schema: &SchemaRef, provenance: &Provenance) -> Result<Self> {
        let mut workbook = Workbook::new();
        // Whoever exports the same rows again gets the same bytes: the time is that of the rows.
        let seconds = provenance.released_at.map_or(0, jiff::Timestamp::as_second);
        let created = ExcelDateTime::from_timestamp(seconds)?;
        workbook.set_properties(&DocProperties::new().set_creation_datetime(&created));
        let sheet = workbook.add_worksheet_with_constant_memory()?;
        sheet.set_name("rows")?;
        sheet.set_freeze_panes(1, 0)?;
        let bold = Format::new().set_bold();
        let columns: Vec<usize> = (0..schema.fields().len()).collect();
        for (column, field) in (0_u16..).zip(schema.fields()) {
            sheet.write_string_with_format(0, column, field.name(), &bold)?;
        }
        Ok(Self { workbook, columns, next: 1, long_numbers: 0 })
    }

    pub(crate) fn push(&mut self, batch: &RecordBatch) -> Result<()> {
        let options = FormatOptions::default();
        let values = Values::of(batch, &self.columns, &options)?;
        let sheet = self.workbook.worksheet_from_index(0)?;
        for row in 0..batch.num_rows() {
            if self.next == ROWS_MAX {
                return Err(Error::TooManyRows);
            }
            let (next, long_numbers) = (self.next, &mut self.long_numbers);
            values.row(row, |at, kind, text| {
                let column = u16::try_from(at).expect("a table has few columns");
                let Some(text) = text else { return Ok(()) };
                cell(sheet, (next, column), kind, text, long_numbers)
            })?;
            self.next += 1;
        }
        Ok(())
    }

    pub(crate) fn finish(
        mut self,
        provenance: &Provenance,
        to: impl Write + Seek + Send,
    ) -> Result<()> {
        let sheet = self.workbook.add_worksheet();
        sheet.set_name("provenance")?;
        sheet.set_column_width(0, 32)?;
        sheet.set_column_width(1, 100)?;
        let mut lines = provenance.lines();
        let told = match self.long_numbers {
            0 => "all are numbers of this workbook, exactly as published".to_owned(),
            long => format!(
                "exactly as published; {long} of more than {DIGITS_MAX} digits are text, since a cell would round them"
            ),
        };
        lines.push(("numbers".to_owned(), told));
        for (row, (what, told)) in (0_u32..).zip(&lines) {
            sheet.write_string(row, 0, what)?;
            sheet.write_string(row, 1, told)?;
        }
        Ok(self.workbook.save_to_writer(to)?)
    }
}

fn cell(
    sheet: &mut Worksheet,
    (row, column): (u32, u16),
    kind: Kind,
    text: &str,
    long_numbers: &mut u64,
) -> Result<()> {
    if kind == Kind::Number {
        match float(text) {
            Some(number) => {
                sheet.write_number(row, column, number)?;
                return Ok(());
            }
            None => *long_numbers += 1,
        }
    }
    sheet.write_string(row, column, text)?;
    Ok(())
}

/// A number that comes back from a float with every digit.
pub(crate) fn float(text: &str) -> Option<f64> {
    let said = text.trim_start_matches(['-', '0', '.']);
    let said = said.trim_end_matches(['0', '.']).bytes().filter(u8::is_ascii_digit).count();
    if said <= DIGITS_MAX { text.parse().ok() } else { None }
}

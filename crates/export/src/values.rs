//! Values of a column as text: decimals in full without trailing zeros, days and instants as ISO
//! 8601 has them.

use arrow::array::{Array, RecordBatch};
use arrow::datatypes::DataType;
use arrow::util::display::{ArrayFormatter, FormatOptions};

use crate::error::Result;

/// What a column holds, as far as a text format must know.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Kind {
    Text,
    Number,
    /// A day or an instant.
    Time,
}

impl Kind {
    pub(crate) fn of(data_type: &DataType) -> Self {
        match data_type {
            DataType::Date32 | DataType::Timestamp(..) => Self::Time,
            other if other.is_numeric() => Self::Number,
            _ => Self::Text,
        }
    }
}

/// The columns of one batch, to be read row by row.
pub(crate) struct Values<'a> {
    columns: Vec<Column<'a>>,
}

struct Column<'a> {
    array: &'a dyn Array,
    kind: Kind,
    formatter: ArrayFormatter<'a>,
    is_decimal: bool,
}

impl<'a> Values<'a> {
    /// Those columns of a batch, in that order.
    pub(crate) fn of(
        batch: &'a RecordBatch,
        chosen: &[usize],
        options: &'a FormatOptions<'a>,
    ) -> Result<Self> {
        let columns = chosen.iter().map(|at| {
            let array = batch.column(*at).as_ref();
            Ok(Column {
                array,
                kind: Kind::of(array.data_type()),
                formatter: ArrayFormatter::try_new(array, options)?,
                is_decimal: array.data_type().is_decimal(),
            })
        });
        Ok(Self { columns: columns.collect::<Result<_>>()? })
    }

    /// The fields of a row in order, each as text with what its column holds; `None` is a null. The
    /// text is lent for the time of a call.
    pub(crate) fn row(
        &self,
        row: usize,
        mut visit: impl FnMut(usize, Kind, Option<&str>) -> Result<()>,
    ) -> Result<()> {
        let mut text = String::new();
        for (at, column) in self.columns.iter().enumerate() {
            if column.array.is_null(row) {
                visit(at, column.kind, None)?;
                continue;
            }
            text.clear();
            column.formatter.value(row).write(&mut text)?;
            let told = if column.is_decimal { plain(&text) } else { &text };
            visit(at, column.kind, Some(told))?;
        }
        Ok(())
    }
}

/// Without zeros after the last digit that says something.
fn plain(decimal: &str) -> &str {
    if decimal.contains('.') {
        decimal.trim_end_matches('0').trim_end_matches('.')
    } else {
        decimal
    }
}

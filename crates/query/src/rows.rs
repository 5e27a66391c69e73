//! The rows of an answer, and how they are written: JSON, CSV, or a table for people.
//!
//! A decimal is written in full, without trailing zeros, and is text in JSON: a JSON number is a
//! float to most readers, and a published figure never is one.

use std::sync::Arc;

use arrow::array::{Array, ArrayRef, AsArray as _, RecordBatch, RecordBatchOptions};
use arrow::compute::cast;
use arrow::datatypes::{
    DataType, Field, FieldRef, Float64Type, Int64Type, Schema, SchemaRef, UInt64Type,
};
use arrow::error::ArrowError;
use arrow::util::display::{ArrayFormatter, FormatOptions};
use datafusion::error::DataFusionError;
use datafusion::prelude::DataFrame;
use serde_json::{Map, Value};

use crate::error::{Error, unreadable};
use crate::text_table;

/// What a question came to.
#[derive(Clone, Debug)]
pub struct Rows {
    pub schema: SchemaRef,
    pub batches: Vec<RecordBatch>,
}

impl Rows {
    /// Runs a plan.
    pub(crate) async fn of(frame: DataFrame) -> Result<Self, DataFusionError> {
        let schema = schema_given_out(&frame);
        let batches = frame.collect().await?;
        let batches = batches.iter().map(|batch| given_out(batch, &schema));
        let batches = batches.collect::<Result<_, _>>()?;
        Ok(Self { schema, batches })
    }

    pub fn row_count(&self) -> usize {
        self.batches.iter().map(RecordBatch::num_rows).sum()
    }

    pub fn column_names(&self) -> Vec<&str> {
        self.schema.fields().iter().map(|field| field.name().as_str()).collect()
    }

    /// A list of objects, columns in order. Whole numbers are JSON numbers; decimals, dates and
    /// instants are text.
    pub fn json(&self) -> Result<Value, Error> {
        let names = self.column_names();
        let mut list = Vec::with_capacity(self.row_count());
        for batch in &self.batches {
            let mut objects = vec![Map::new(); batch.num_rows()];
            for (name, array) in names.iter().zip(batch.columns()) {
                let texts = texts(array)?;
                for (row, (object, text)) in objects.iter_mut().zip(texts).enumerate() {
                    let value = text.map_or(Value::Null, |text| json_of(array, row, text));
                    object.insert((*name).to_owned(), value);
                }
            }
            list.extend(objects.into_iter().map(Value::Object));
        }
        Ok(Value::Array(list))
    }

    /// RFC 4180 with a heading line; a null is an empty field.
    pub fn csv(&self) -> Result<String, Error> {
        let mut writer = csv::WriterBuilder::new().from_writer(Vec::new());
        writer.write_record(self.column_names()).map_err(unreadable)?;
        for row in self.texts()? {
            let fields = row.iter().map(|field| field.as_deref().unwrap_or_default());
            writer.write_record(fields).map_err(unreadable)?;
        }
        let bytes = writer.into_inner().map_err(unreadable)?;
        String::from_utf8(bytes).map_err(unreadable)
    }

    /// Aligned columns if they fit into `width_columns`, else one column per line.
    pub fn text(&self, width_columns: usize) -> Result<String, Error> {
        let headings = self.schema.fields().iter().map(|field| text_table::Heading {
            name: field.name().clone(),
            number: field.data_type().is_numeric(),
        });
        Ok(text_table::render(&headings.collect::<Vec<_>>(), &self.texts()?, width_columns))
    }

    /// Every value as text, row by row; `None` is a null.
    pub fn texts(&self) -> Result<Vec<Vec<Option<String>>>, Error> {
        let mut rows = Vec::with_capacity(self.row_count());
        for batch in &self.batches {
            let mut columns = batch
                .columns()
                .iter()
                .map(|array| texts(array).map(Vec::into_iter))
                .collect::<Result<Vec<_>, _>>()?;
            for _ in 0..batch.num_rows() {
                rows.push(columns.iter_mut().map(|column| column.next().flatten()).collect());
            }
        }
        Ok(rows)
    }
}

/// What an answer's rows are given out as: text that was read as views is `Utf8` again, as the contract
/// has it.
pub(crate) fn schema_given_out(frame: &DataFrame) -> SchemaRef {
    let plain = |field: &FieldRef| match field.data_type() {
        DataType::Utf8View => Field::clone(field).with_data_type(DataType::Utf8),
        _ => Field::clone(field),
    };
    let fields = frame.schema().as_arrow().fields().iter().map(plain);
    Arc::new(Schema::new(fields.collect::<Vec<_>>()))
}

/// A batch of such an answer.
pub(crate) fn given_out(
    batch: &RecordBatch,
    schema: &SchemaRef,
) -> Result<RecordBatch, ArrowError> {
    let columns = batch.columns().iter().zip(schema.fields());
    let columns = columns.map(|(column, field)| match column.data_type() {
        DataType::Utf8View => cast(column, field.data_type()),
        _ => Ok(Arc::clone(column)),
    });
    let rows = RecordBatchOptions::new().with_row_count(Some(batch.num_rows()));
    let columns = columns.collect::<Result<_, _>>()?;
    RecordBatch::try_new_with_options(Arc::clone(schema), columns, &rows)
}

fn texts(array: &ArrayRef) -> Result<Vec<Option<String>>, Error> {
    let options = FormatOptions::default();
    let formatter = ArrayFormatter::try_new(array.as_ref(), &options).map_err(unreadable)?;
    let decimal = array.data_type().is_decimal();
    let nulls = array.logical_nulls();
    let mut texts = Vec::with_capacity(array.len());
    for row in 0..array.len() {
        if nulls.as_ref().is_some_and(|nulls| nulls.is_null(row)) {
            texts.push(None);
            continue;
        }
        let text = formatter.value(row).try_to_string().map_err(unreadable)?;
        texts.push(Some(if decimal { plain(&text).to_owned() } else { text }));
    }
    Ok(texts)
}

/// Without zeros after the last digit that says something: `182146000000.000000000` is
/// `182146000000`.
pub(crate) fn plain(decimal: &str) -> &str {
    if decimal.contains('.') {
        decimal.trim_end_matches('0').trim_end_matches('.')
    } else {
        decimal
    }
}

fn json_of(array: &ArrayRef, row: usize, text: String) -> Value {
    match array.data_type() {
        DataType::Boolean => Value::Bool(array.as_boolean().value(row)),
        DataType::Int8 | DataType::Int16 | DataType::Int32 | DataType::Int64 => {
            widened(&array.slice(row, 1), &DataType::Int64)
                .map_or(Value::String(text), |one| one.as_primitive::<Int64Type>().value(0).into())
        }
        DataType::UInt8 | DataType::UInt16 | DataType::UInt32 | DataType::UInt64 => {
            widened(&array.slice(row, 1), &DataType::UInt64)
                .map_or(Value::String(text), |one| one.as_primitive::<UInt64Type>().value(0).into())
        }
        DataType::Float16 | DataType::Float32 | DataType::Float64 => {
            widened(&array.slice(row, 1), &DataType::Float64).map_or(Value::String(text), |one| {
                one.as_primitive::<Float64Type>().value(0).into()
            })
        }
        _ => Value::String(text),
    }
}

fn widened(array: &dyn Array, to: &DataType) -> Option<ArrayRef> {
    cast(array, to).ok()
}

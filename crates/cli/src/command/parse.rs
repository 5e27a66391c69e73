//! `parse`: the observations of one local file, in the contract's columns.

use std::collections::BTreeMap;
use std::sync::Arc;

use arrow::array::{ArrayRef, RecordBatch, StringArray};
use arrow::datatypes::{DataType, Field, Schema};
use portbook_model::concept::Concept;
use portbook_model::observation::Row;
use portbook_pipeline::local;
use portbook_query::rows::Rows;
use portbook_schema::observation;

use crate::arguments::{Format, Parse, Shared};
use crate::output;

/// Exit code if something of the file was not understood.
const REFUSED: u8 = 65;

pub(crate) fn parse(shared: &Shared, arguments: &Parse) -> anyhow::Result<u8> {
    let now = shared.now.unwrap_or_else(super::clock);
    let (source, printed) =
        local::parse(&arguments.file, &shared.pipelines, arguments.source.as_deref(), now)?;
    let mut rows = Vec::new();
    let mut issues: Vec<_> = printed.issues.into_iter().map(|file| file.issue).collect();
    for print in printed.prints {
        let release = Arc::new(print.release);
        issues.extend(print.issues);
        rows.extend(print.rows.into_iter().map(|observation| Row {
            observation,
            release: Arc::clone(&release),
            first_seen_at: print.captured_at,
            superseded_at: None,
            revision: 0,
            revision_reason: None,
        }));
    }
    let twice = keys_twice(&rows);
    let rows = published_columns(&rows)?;
    match (shared.json, arguments.format) {
        (true, _) | (_, Format::Json) => output::json(&rows.json()?),
        (_, Format::Csv) => output::print(&rows.csv()?),
        (_, Format::Table) => output::print(&people(&source.id, &rows)?),
    }
    for issue in &issues {
        output::error(&anyhow::anyhow!("{issue}"));
    }
    for place in &twice {
        output::error(&anyhow::anyhow!("duplicate-key: {place}: an observation printed before"));
    }
    Ok(if issues.is_empty() && twice.is_empty() { 0 } else { REFUSED })
}

/// The contract's columns: those of the files, and the partition columns that stand in folder names.
fn published_columns(rows: &[Row]) -> anyhow::Result<Rows> {
    let batch = observation::batch(rows)?;
    let column = |concept: Concept| -> ArrayRef {
        let codes = rows.iter().map(|row| row.observation.series.get(concept));
        Arc::new(StringArray::from_iter_values(codes))
    };
    let text = |concept: Concept| Arc::new(Field::new(concept.name(), DataType::Utf8, false));
    let mut fields = vec![text(Concept::Source)];
    let mut arrays = vec![column(Concept::Source)];
    for (field, array) in batch.schema().fields().iter().zip(batch.columns()) {
        fields.push(Arc::clone(field));
        arrays.push(Arc::clone(array));
        if field.name() == Concept::Dataset.name() {
            fields.push(text(Concept::Freq));
            arrays.push(column(Concept::Freq));
        }
    }
    let schema = Arc::new(Schema::new(fields));
    let batch = RecordBatch::try_new(Arc::clone(&schema), arrays)?;
    Ok(Rows { schema, batches: vec![batch] })
}

/// Places of figures whose observation the file prints twice with different values.
fn keys_twice(rows: &[Row]) -> Vec<String> {
    let mut first = BTreeMap::new();
    let mut twice = Vec::new();
    for row in rows {
        let observation = &row.observation;
        let key = (Arc::clone(&observation.series), observation.period);
        let value = (observation.value, observation.status);
        if *first.entry(key).or_insert(value) != value {
            twice.push(observation.address.to_string());
        }
    }
    twice
}

/// The columns a person looks at: those that tell one row from another, and the figure.
fn people(source: &str, rows: &Rows) -> anyhow::Result<String> {
    let names: Vec<String> = rows.column_names().into_iter().map(str::to_owned).collect();
    let texts = rows.texts()?;
    let always = ["dataset", "time_period", "period_kind", "obs_value", "sheet", "cell", "record"];
    let telling = |column: usize| {
        let mut values = texts.iter().map(|row| &row[column]);
        let first = values.next();
        values.any(|value| Some(value) != first)
    };
    let skip = ["period_start", "period_end", "unit_mult", "decimals", "raw_text"];
    let shown: Vec<usize> = (0..names.len())
        .filter(|column| {
            let name = names[*column].as_str();
            let filled = texts.iter().any(|row| row[*column].is_some());
            filled && !skip.contains(&name) && (always.contains(&name) || telling(*column))
        })
        .collect();
    let mut table = vec![shown.iter().map(|column| names[*column].clone()).collect::<Vec<_>>()];
    table.extend(
        texts.iter().map(|row| {
            shown.iter().map(|column| row[*column].clone().unwrap_or_default()).collect()
        }),
    );
    let value = shown.iter().position(|column| names[*column] == "obs_value");
    let numbers: Vec<usize> = value.into_iter().collect();
    Ok(format!(
        "{}{} observations by {source}",
        output::columns(&table, &numbers),
        rows.row_count()
    ))
}

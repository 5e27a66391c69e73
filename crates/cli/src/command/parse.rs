//! `parse`: the observations of local files, in the contract's columns; or their raw cells.

use std::collections::BTreeMap;
use std::path::Path;
use std::sync::Arc;

use arrow::array::{ArrayRef, RecordBatch, StringArray};
use arrow::datatypes::{DataType, Field, Schema};
use portbook_model::concept::Concept;
use portbook_model::issue::Issue;
use portbook_model::observation::Row;
use portbook_pipeline::local::{self, Local};
use portbook_pipeline::printed::Printed;
use portbook_query::rows::Rows;
use portbook_schema::observation;
use serde_json::json;

use crate::arguments::{Format, Parse, Shared};
use crate::output;

mod left_out;
mod raw;
mod to;

use left_out::LeftOut;

/// Exit code if something of the file was not understood.
const REFUSED: u8 = 65;

pub(crate) fn parse(shared: &Shared, arguments: &Parse) -> anyhow::Result<u8> {
    let format = if shared.json { Format::Json } else { arguments.format };
    let parser = super::parser()?;
    if arguments.raw {
        return raw::raw(&arguments.files, format, &parser);
    }
    let now = shared.now.unwrap_or_else(super::clock);
    if let Some(folder) = &arguments.to {
        return to::to(shared, arguments, folder, now);
    }
    let mut found = Found::default();
    for file in &arguments.files {
        let source = arguments.source.as_deref();
        match local::parse(file, &shared.pipelines, source, now, &parser) {
            Ok(Local { source, printed, .. }) => {
                found.left_out.push(LeftOut::of(file, &source.id, &printed));
                found.take(file, &source.id, printed);
            }
            // One file among several that cannot be read does not hide the others.
            Err(error)
                if error.exit_code() == REFUSED && (arguments.files.len() > 1 || shared.json) =>
            {
                let error = error.into();
                output::error(&error);
                let refused = raw::refused(&error);
                found.refused.push(json!({ "file": file, "refused": refused }));
            }
            Err(error) => return Err(error.into()),
        }
    }
    let rows = published_columns(&found.rows)?;
    match format {
        // `--format json` is the observations alone.
        Format::Json if shared.json => {
            let mut files: Vec<_> = found.left_out.iter().map(LeftOut::json).collect();
            files.append(&mut found.refused.clone());
            output::json(&json!({ "observations": rows.json()?, "files": files }));
        }
        Format::Json => output::json(&rows.json()?),
        Format::Csv => output::verbatim(&rows.csv()?),
        Format::Table => output::print(&people(&found.sources.join(", "), &rows)?),
    }
    for line in found.left_out.iter().flat_map(LeftOut::lines) {
        output::note(&line);
    }
    for issue in &found.issues {
        output::error(&anyhow::anyhow!("{issue}"));
    }
    for twice in &found.twice {
        output::error(&anyhow::anyhow!("duplicate-key: {twice}"));
    }
    let is_whole = found.issues.is_empty() && found.twice.is_empty() && found.refused.is_empty();
    Ok(if is_whole { 0 } else { REFUSED })
}

/// What the files came to.
#[derive(Default)]
struct Found {
    sources: Vec<String>,
    rows: Vec<Row>,
    issues: Vec<Issue>,
    /// Places of figures that their own file prints twice, differently.
    twice: Vec<String>,
    /// What was left out of each file.
    left_out: Vec<LeftOut>,
    /// Files that could not be read, and why.
    refused: Vec<serde_json::Value>,
}

impl Found {
    fn take(&mut self, file: &Path, source: &str, printed: Printed) {
        if !self.sources.iter().any(|known| known == source) {
            self.sources.push(source.to_owned());
        }
        self.issues.extend(printed.issues.into_iter().map(|file| file.issue));
        let first = self.rows.len();
        for print in printed.prints {
            let release = Arc::new(print.release);
            self.issues.extend(print.issues);
            self.rows.extend(print.rows.into_iter().map(|observation| Row {
                observation,
                release: Arc::clone(&release),
                first_seen_at: print.captured_at,
                superseded_at: None,
                revision: 0,
                revision_reason: None,
            }));
        }
        self.twice.extend(keys_twice(file, &self.rows[first..]));
    }
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
fn keys_twice(file: &Path, rows: &[Row]) -> Vec<String> {
    let mut first = BTreeMap::new();
    let mut twice = Vec::new();
    for row in rows {
        let observation = &row.observation;
        // A file of several vintages prints an observation once in each.
        let key = (row.release.released_at, Arc::clone(&observation.series), observation.period);
        let before: &Row = first.entry(key).or_insert(row);
        let value = |row: &Row| (row.observation.value, row.observation.status);
        if value(before) != value(row) {
            twice.push(format!(
                "{}, {}: got another value than in {}, expected one of one observation",
                file.display(),
                row.observation.address,
                before.observation.address
            ));
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

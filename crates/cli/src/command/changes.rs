//! `changes`: the rows that differ between a commit and what is published.

use portbook_query::rows::Rows;
use portbook_sink::changes::{Change, Counts, between, schema, write};
use portbook_sink::commit::Output;
use serde_json::{Map, Value, json};

use crate::arguments::{Changes, Format, Shared};
use crate::output;

pub(crate) fn changes(shared: &Shared, asked: &Changes) -> anyhow::Result<u8> {
    let output = Output::open(&shared.output);
    let since = output.commit(asked.since)?;
    let to = output.commit(output.head()?)?;
    if let Some(file) = &asked.to {
        let counts = write(&output, &since, &to, file)?;
        counted(shared, since.number, to.number, &counts);
        return Ok(0);
    }
    let mut rows = Rows { schema: schema(), batches: Vec::new() };
    let is_counted = asked.format == Format::Table;
    let counts = between(&output, &since, &to, &mut |batch| {
        if !is_counted {
            rows.batches.push(batch);
        }
        Ok(())
    })?;
    match asked.format {
        Format::Table => counted(shared, since.number, to.number, &counts),
        Format::Csv => output::verbatim(&rows.csv()?),
        Format::Json => output::json(&rows.json()?),
    }
    Ok(0)
}

/// How many rows of each dataset became what.
fn counted(shared: &Shared, since: u64, to: u64, counts: &Counts) {
    if shared.json {
        let datasets = counts.iter().map(|((source, dataset), counts)| {
            let mut line = Map::from_iter([
                ("source".to_owned(), Value::from(source.as_str())),
                ("dataset".to_owned(), Value::from(dataset.as_str())),
            ]);
            line.extend(Change::ALL.map(|c| (c.name().to_owned(), count(counts.get(&c)).into())));
            Value::Object(line)
        });
        let datasets: Vec<Value> = datasets.collect();
        output::json(&json!({ "since": since, "to": to, "datasets": datasets }));
        return;
    }
    let mut rows = vec![
        ["source", "dataset", "withdrawn", "superseded", "inserted"].map(str::to_owned).to_vec(),
    ];
    for ((source, dataset), counts) in counts {
        let mut row = vec![source.clone(), dataset.clone()];
        row.extend(Change::ALL.map(|change| count(counts.get(&change)).to_string()));
        rows.push(row);
    }
    let text = if counts.is_empty() {
        "no row differs\n".to_owned()
    } else {
        output::columns(&rows, &[2, 3, 4])
    };
    output::print(&format!("commit {since} to {to}\n{text}"));
}

fn count(count: Option<&u64>) -> u64 {
    count.copied().unwrap_or(0)
}

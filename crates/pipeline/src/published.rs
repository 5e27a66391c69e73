//! check → publish: the rows of all sources, the code lists, and what went in, as one commit.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use arrow::array::{ArrayRef, RecordBatch, StringArray};
use arrow::datatypes::{DataType, Field, Schema};
use portbook_model::digest::Digest;
use portbook_publish::metadata;
use portbook_publish::{Inputs, Outcome, SourceTables, Table, Tables, commit};
use portbook_schema::codelist;
use portbook_source::identity::Identity;
use portbook_source::load::Source;

use crate::build::Built;
use crate::error::Error;
use crate::findings;
use crate::implied;
use crate::judged::Judged;
use crate::quarantine;
use crate::releases;
use crate::settings::Settings;

/// What stands after publishing.
#[derive(Clone, Copy, Debug)]
pub struct Published {
    pub commit: u64,
    /// Files this run added.
    pub files_new: u64,
    /// False if the commit that stood is this one.
    pub moved: bool,
}

/// Package and schema version: what the bytes depend on of this program.
pub fn program() -> String {
    format!("portbook {} schema {}", env!("CARGO_PKG_VERSION"), portbook_schema::VERSION)
}

/// A source as it is to be shown.
pub struct Shown<'a> {
    pub source: &'a Source,
    pub tables: Tables,
    /// What its rows were read from.
    pub snapshots: BTreeSet<Digest>,
    /// What its build found of each dataset.
    pub judged: Vec<Judged>,
}

impl<'a> Shown<'a> {
    /// As it was just built.
    pub fn built(source: &'a Source, built: Built, judged: Vec<Judged>) -> Self {
        let mut audit = vec![
            quarantine::table(&built),
            findings::table(&built),
            releases::table(&built.checked.verdicts),
        ];
        // A source that compares no releases has no such table.
        if source.identities.iter().any(Identity::is_across_releases) {
            audit.push(implied::table(&built.checked.implied));
        }
        let snapshots = built.snapshots();
        let (rows, files) = (built.checked.rows, built.files);
        Self { source, tables: Tables::Built { rows, files, audit }, snapshots, judged }
    }
}

/// Publishes what was built, beside what stands.
pub fn publish(settings: &Settings, shown: Vec<Shown<'_>>) -> Result<Published, Error> {
    let mut inputs = BTreeMap::new();
    for Shown { source, snapshots, .. } in &shown {
        for (file, digest) in &source.files {
            inputs.insert(format!("pipeline {file}"), digest.to_string());
        }
        for snapshot in snapshots {
            inputs.insert(format!("snapshot {snapshot}"), snapshot.to_string());
        }
    }
    for list in codelist::all() {
        inputs
            .insert(format!("codelist {}", list.name), Digest::of(list.csv.as_bytes()).to_string());
    }
    let mut dimensions: Vec<Table> = codelist::all().iter().map(code_list).collect();
    let sources: Vec<&Source> = shown.iter().map(|shown| shown.source).collect();
    dimensions.push(source_list(&sources));
    dimensions.push(dataset_list(&sources));
    dimensions.push(followers(&sources));
    let described = shown.iter().map(described).collect();
    let tables = shown
        .into_iter()
        .map(|shown| SourceTables { source: shown.source.column(), tables: shown.tables });
    let inputs = Inputs { digests: inputs, program: program(), sources: described };
    Ok(match commit(&settings.output, tables.collect(), &dimensions, inputs)? {
        Outcome::Unchanged { commit } => Published { commit, files_new: 0, moved: false },
        Outcome::Committed { commit, files_new, files_kept, rows } => {
            tracing::info!(
                event = "committed",
                stage = "publish",
                commit,
                files_new,
                files_kept,
                rows
            );
            Published { commit, files_new, moved: true }
        }
    })
}

/// A code list as a small table, so that names join in any reader.
fn code_list(list: &codelist::CodeList) -> Table {
    let (header, records) = codelist::records(list);
    let columns = header.iter().enumerate().map(|(i, name)| {
        let values: Vec<String> = records.iter().map(|record| record[i].clone()).collect();
        (name.clone(), values)
    });
    dimension(list.name, columns.collect())
}

/// Publisher and licence of each source: what must be said when the data is used.
fn source_list(sources: &[&Source]) -> Table {
    let column = |name: &str, of: &dyn Fn(&Source) -> String| {
        (name.to_owned(), sources.iter().map(|source| of(source)).collect::<Vec<_>>())
    };
    let columns = vec![
        column("code", &Source::column),
        column("name", &|s| s.title.clone()),
        column("publisher", &|s| s.publisher.clone()),
        column("homepage", &|s| s.homepage.clone()),
        column("licence", &|s| s.licence.name.clone()),
        column("licence_stated", &|s| s.licence.stated.clone()),
        column("licence_allows", &|s| s.licence.allows.clone()),
    ];
    dimension("source", columns)
}

/// Each dataset with its licence: what tells whether rows of it may be passed on.
fn dataset_list(sources: &[&Source]) -> Table {
    let names = ["source", "dataset", "title", "freq", "licence", "licence_stated", "redistribute"];
    let mut columns = names.map(|name| (name.to_owned(), Vec::new()));
    for source in sources {
        for dataset in source.datasets.values() {
            let row = [
                source.column(),
                dataset.name.clone(),
                dataset.title.clone(),
                dataset.freq.clone(),
                source.licence.name.clone(),
                source.licence.stated.clone(),
                source.licence.redistribute.to_string(),
            ];
            for ((_, values), value) in columns.iter_mut().zip(row) {
                values.push(value);
            }
        }
    }
    dimension("dataset", columns.to_vec())
}

/// A source as the files of metadata tell of it.
fn described(shown: &Shown<'_>) -> metadata::Source {
    let Source { title, publisher, homepage, licence, datasets, .. } = shown.source;
    let datasets = datasets.values().map(|dataset| {
        let found = shown.judged.iter().find(|judged| judged.dataset == dataset.name);
        metadata::Dataset {
            name: dataset.name.clone(),
            title: dataset.title.clone(),
            freq: dataset.freq.clone(),
            rows: found.map_or(0, |judged| judged.rows),
            covers: found.and_then(|judged| judged.covers.clone()),
            released_at: found.and_then(|judged| judged.newest_at),
        }
    });
    metadata::Source {
        code: shown.source.column(),
        title: title.clone(),
        publisher: publisher.clone(),
        homepage: homepage.clone(),
        licence: metadata::Licence {
            name: licence.name.clone(),
            stated: Some(licence.stated.clone()).filter(|stated| !stated.is_empty()),
            redistribute: licence.redistribute,
        },
        datasets: datasets.collect(),
    }
}

/// Which dataset follows which, and what that follows in its turn: what the view `best` needs.
/// `ignored` has each name between two semicolons, so that it can be looked for.
fn followers(sources: &[&Source]) -> Table {
    let mut columns = ["source", "dataset", "followed_source", "followed_dataset", "ignored"]
        .map(|name| (name.to_owned(), Vec::new()));
    let of = |id: &str| sources.iter().find(|source| source.id == id);
    for source in sources {
        for dataset in source.datasets.values() {
            let mut ignored = BTreeSet::new();
            // No chain is endless: it was checked when the folders were read.
            let mut next = dataset.follows.as_ref();
            while let Some(follows) = next {
                ignored.extend(follows.ignored.iter().map(|concept| concept.name()));
                let all = ignored.iter().fold(String::new(), |all, name| format!("{all};{name}"));
                let row = [
                    source.column(),
                    dataset.name.clone(),
                    follows.source.replace('/', "-"),
                    follows.dataset.clone(),
                    if all.is_empty() { all } else { format!("{all};") },
                ];
                for ((_, values), value) in columns.iter_mut().zip(row) {
                    values.push(value);
                }
                let followed = of(&follows.source).and_then(|of| of.datasets.get(&follows.dataset));
                next = followed.and_then(|dataset| dataset.follows.as_ref());
            }
        }
    }
    dimension("follows", columns.to_vec())
}

fn dimension(name: &str, columns: Vec<(String, Vec<String>)>) -> Table {
    Table { name: name.to_owned(), batch: text_table(columns) }
}

fn text_table(columns: Vec<(String, Vec<String>)>) -> RecordBatch {
    let fields: Vec<Field> =
        columns.iter().map(|(name, _)| Field::new(name, DataType::Utf8, false)).collect();
    let arrays: Vec<ArrayRef> = columns
        .into_iter()
        .map(|(_, values)| Arc::new(StringArray::from(values)) as ArrayRef)
        .collect();
    RecordBatch::try_new(Arc::new(Schema::new(fields)), arrays)
        .expect("every column has a value for every record")
}

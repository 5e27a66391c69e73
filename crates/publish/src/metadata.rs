//! Files of metadata, beside the tables of each commit: the same facts as each catalogue, validator
//! and bibliography wants them told. All are made from one struct; a format is a file of this
//! folder.
//!
//! They are files of the commit like any other, so none can hold the digest of the commit that
//! names it, nor its number: a commit made again elsewhere is the first one there. What they give
//! as the version is the digest of `SHA256SUMS`, which names every table of the commit with its
//! own; the same tables have the same version wherever and whenever they are made. Times are those
//! of releases.
//!
//! Data packages, research objects and citations are found at the root of a folder and may name
//! only what lies below, so they stand there; what they refer to is in `metadata/`.

mod citation;
mod croissant;
mod data_package;
mod dcat;
mod research_object;
mod sdmx;
mod xml;

use std::collections::BTreeMap;
use std::fmt::Write as _;

use arrow::datatypes::{DataType, SchemaRef};
use jiff::Timestamp;
use portbook_model::digest::Digest;
use portbook_model::licence::Redistribution;
use portbook_schema::observation;
use serde_json::Value;

use crate::Inputs;
use crate::encode::Encoded;
use crate::error::Result;
use crate::record::File;

/// Agency, id and version of the data structure that is described: what an SDMX-CSV file names.
pub const STRUCTURE: &str = "PORTBOOK:OBSERVATION(1.0)";

/// Where the program is kept, and whoever has questions may ask.
const HOMEPAGE: &str = env!("CARGO_PKG_REPOSITORY");
const NAME: &str = "portbook";
const TITLE: &str = "Portbook: foreign trade as customs and statistics bureaus printed it";
const DESCRIPTION: &str = "Tables of customs and statistics bureaus as they were printed, brought \
    to one schema. Each row is one figure of one release, with the instant it was published, what \
    superseded it, and the cell it stands in. Licences differ by source.";
const KEYWORDS: [&str; 4] = ["foreign trade", "customs statistics", "revisions", "vintages"];
const PARQUET: &str = "application/vnd.apache.parquet";

/// A source, as its folder describes it and a build found it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Source {
    /// `cn-gacc-express`.
    pub code: String,
    pub title: String,
    pub publisher: String,
    pub homepage: String,
    pub licence: Licence,
    pub datasets: Vec<Dataset>,
}

/// What its publisher allows.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Licence {
    pub name: String,
    /// Address at which it is stated, if it is.
    pub stated: Option<String>,
    pub redistribute: Redistribution,
}

/// A printed table.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Dataset {
    pub name: String,
    pub title: String,
    /// SDMX frequency of its main periods.
    pub freq: String,
    pub rows: u64,
    /// First and last day of all periods, or first and last year; `None` without rows.
    pub covers: Option<(String, String)>,
    /// When its newest release came out.
    pub released_at: Option<Timestamp>,
}

/// What the files tell.
struct Facts<'a> {
    program: &'a str,
    sources: &'a [Source],
    /// Digests of the published files that rows were read from.
    snapshots: Vec<&'a str>,
    /// The tables of the commit, by their names in the view.
    files: &'a [File],
    /// Columns of each table beside the observations.
    columns: &'a BTreeMap<String, SchemaRef>,
    /// When the newest release came out.
    modified: Timestamp,
    version: Digest,
}

/// The files of metadata of a commit of these tables, whose columns are named; none where nothing
/// was released yet.
pub(crate) fn files(
    inputs: &Inputs,
    files: &[File],
    columns: &BTreeMap<String, SchemaRef>,
) -> Result<Vec<Encoded>> {
    let Inputs { digests, program, sources } = inputs;
    let released = sources.iter().flat_map(|source| &source.datasets);
    let Some(modified) = released.filter_map(|dataset| dataset.released_at).max() else {
        return Ok(Vec::new());
    };
    let sums = sums(files);
    let facts = Facts {
        program,
        sources,
        snapshots: digests.keys().filter_map(|input| input.strip_prefix("snapshot ")).collect(),
        files,
        columns,
        modified,
        version: Digest::of(sums.as_bytes()),
    };
    let mut texts = vec![
        ("CITATION.cff".to_owned(), citation::text(&facts)),
        ("SHA256SUMS".to_owned(), sums),
        ("croissant.json".to_owned(), json(&croissant::of(&facts))?),
        ("datapackage.json".to_owned(), json(&data_package::of(&facts))?),
        ("metadata/dcat.ttl".to_owned(), dcat::text(&facts)),
        ("metadata/structures.xml".to_owned(), sdmx::text(&facts)),
        ("ro-crate-metadata.json".to_owned(), json(&research_object::of(&facts))?),
    ];
    for (table, schema) in facts.shared_schemas() {
        texts.push((schema_path(table), json(&data_package::schema(table, &schema))?));
    }
    Ok(texts.into_iter().map(|(view, text)| Encoded::document(view, text)).collect())
}

/// As `sha256sum` writes and checks them, in the view's folder.
fn sums(files: &[File]) -> String {
    files.iter().fold(String::new(), |mut text, file| {
        let _ = writeln!(text, "{}  {}", file.digest, file.view);
        text
    })
}

/// An object, each of its members on a line, and each element of a list: short, and two of them can be
/// compared by eye.
fn json(value: &Value) -> Result<String> {
    let mut members = Vec::new();
    for (name, member) in value.as_object().into_iter().flatten() {
        let told = match member {
            Value::Array(list) if list.iter().any(Value::is_object) => {
                let list = list.iter().map(serde_json::to_string);
                format!("[\n  {}\n ]", list.collect::<serde_json::Result<Vec<_>>>()?.join(",\n  "))
            }
            other => serde_json::to_string(other)?,
        };
        members.push(format!(" {}: {told}", Value::from(name.as_str())));
    }
    Ok(format!("{{\n{}\n}}\n", members.join(",\n")))
}

/// Where the columns of a table of several files are told.
fn schema_path(table: &str) -> String {
    format!("metadata/schema-{table}.json")
}

impl Facts<'_> {
    fn source(&self, file: &File) -> Option<&Source> {
        let code = file.partition("source")?;
        self.sources.iter().find(|source| source.code == code)
    }

    /// Columns of the tables that have several files, the observations first.
    fn shared_schemas(&self) -> Vec<(&str, SchemaRef)> {
        let mut shared = vec![("observation", observation::schema())];
        let audits = self.files.iter().filter(|file| file.view.starts_with("audit/"));
        for table in audits.map(table_of) {
            if let Some(schema) = self.columns.get(table)
                && !shared.iter().any(|(known, _)| *known == table)
            {
                shared.push((table, schema.clone()));
            }
        }
        shared
    }

    /// `2026-02-19`.
    fn modified_on(&self) -> String {
        self.modified.strftime("%Y-%m-%d").to_string()
    }

    /// Addresses at which licences are stated, each once.
    fn stated(&self) -> Vec<(&str, &str)> {
        let licences = self.sources.iter().map(|source| &source.licence);
        let mut stated: Vec<(&str, &str)> =
            licences.filter_map(|l| Some((l.stated.as_deref()?, l.name.as_str()))).collect();
        stated.sort_unstable();
        stated.dedup_by_key(|(address, _)| *address);
        stated
    }

    /// First and last period of all datasets.
    fn covers(&self) -> Option<(&str, &str)> {
        covers(self.sources.iter().flat_map(|source| &source.datasets))
    }
}

impl Source {
    fn covers(&self) -> Option<(&str, &str)> {
        covers(&self.datasets)
    }

    fn rows(&self) -> u64 {
        self.datasets.iter().map(|dataset| dataset.rows).sum()
    }

    fn released_at(&self) -> Option<Timestamp> {
        self.datasets.iter().filter_map(|dataset| dataset.released_at).max()
    }
}

fn covers<'a>(datasets: impl IntoIterator<Item = &'a Dataset>) -> Option<(&'a str, &'a str)> {
    let covers = datasets.into_iter().filter_map(|dataset| dataset.covers.as_ref());
    let covers = covers.map(|(from, to)| (from.as_str(), to.as_str()));
    covers.reduce(|(from, to), (first, last)| (from.min(first), to.max(last)))
}

/// `finding` of `audit/finding/source=…/part-0.parquet`, `area` of `dimension/area.parquet`.
pub(crate) fn table_of(file: &File) -> &str {
    let mut parts = file.view.split('/');
    match (parts.next(), parts.next()) {
        (Some("audit"), Some(table)) => table,
        (Some("dimension"), Some(table)) => table.trim_end_matches(".parquet"),
        (first, _) => first.unwrap_or_default(),
    }
}

/// `observation-us-census-ft900-M-2025`: a name for a file without folders.
fn flat_name(file: &File) -> String {
    let part = |text: &str| text.strip_prefix("part-").map(str::to_owned);
    let mut name = String::new();
    for piece in file.view.trim_end_matches(".parquet").split('/') {
        let piece = piece.split_once('=').map_or(piece, |(_, value)| value);
        match part(piece).as_deref() {
            Some("0") => {}
            Some(number) => name.push_str(&format!("-{number}")),
            None if name.is_empty() => name.push_str(piece),
            None => name.push_str(&format!("-{piece}")),
        }
    }
    name
}

/// What a column is, whatever the format calls it.
enum Kind {
    Text,
    Whole,
    Decimal,
    Day,
    Instant,
    Truth,
}

impl Kind {
    fn of(data_type: &DataType) -> Self {
        match data_type {
            DataType::Decimal128(..) | DataType::Float32 | DataType::Float64 => Self::Decimal,
            DataType::Date32 => Self::Day,
            DataType::Timestamp(..) => Self::Instant,
            DataType::Boolean => Self::Truth,
            whole if whole.is_integer() => Self::Whole,
            _ => Self::Text,
        }
    }
}

/// What a column of a table means; blank where its name says all that is known.
fn meaning(table: &str, column: &str) -> String {
    if table != "observation" {
        return String::new();
    }
    if let Some(found) = observation::columns().into_iter().find(|c| c.name == column) {
        return match found.data_type {
            DataType::Decimal128(digits, scale) => {
                format!(
                    "{} (decimal of {digits} digits, {scale} after the point: no float holds it)",
                    found.meaning
                )
            }
            _ => found.meaning.to_owned(),
        };
    }
    let concept = portbook_model::concept::Concept::ALL.into_iter().find(|c| c.name() == column);
    concept.map_or_else(String::new, |concept| {
        portbook_schema::codelist::of(concept).map_or_else(
            || "Key of the series: docs/contract.md".to_owned(),
            |list| format!("Key of the series; codes: dimension/{}.parquet", list.name),
        )
    })
}

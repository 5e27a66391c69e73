//! `datapackage.json`: a Data Package of version 2.0, <https://datapackage.org>. Every table of the
//! commit is a resource, with all columns in the order of the file; the columns of a table that has
//! several files are told once, in a file of their own.

use arrow::datatypes::{Schema, SchemaRef};
use portbook_model::concept::Concept;
use portbook_schema::observation;
use serde_json::{Map, Value, json};

use super::{DESCRIPTION, Facts, HOMEPAGE, KEYWORDS, Kind, Licence, NAME, PARQUET, Source, TITLE};
use super::{flat_name, meaning, schema_path, table_of};
use crate::record::File;

pub(super) fn of(facts: &Facts<'_>) -> Value {
    let stated =
        facts.stated().into_iter().map(|(path, title)| json!({ "path": path, "title": title }));
    json!({
        "$schema": "https://datapackage.org/profiles/2.0/datapackage.json",
        "name": NAME,
        "title": TITLE,
        "description": DESCRIPTION,
        "homepage": HOMEPAGE,
        "version": facts.version.to_string(),
        "created": facts.modified.to_string(),
        "keywords": KEYWORDS,
        "licenses": stated.collect::<Vec<_>>(),
        "sources": facts.sources.iter().map(publisher).collect::<Vec<_>>(),
        "resources": facts.files.iter().map(|file| resource(facts, file)).collect::<Vec<_>>(),
    })
}

fn publisher(source: &Source) -> Value {
    json!({ "title": format!("{}: {}", source.publisher, source.title), "path": source.homepage })
}

fn resource(facts: &Facts<'_>, file: &File) -> Value {
    let table = table_of(file);
    let own = facts.columns.get(table).filter(|_| file.view.starts_with("dimension/"));
    let columns = match own {
        Some(columns) => schema(table, columns),
        None => Value::String(schema_path(table)),
    };
    let mut resource = json!({
        "name": flat_name(file).to_ascii_lowercase(),
        "type": "table",
        "path": file.view,
        "format": "parquet",
        "mediatype": PARQUET,
        "bytes": file.bytes,
        "hash": format!("sha256:{}", file.digest),
        "rows": file.rows,
        "schema": columns,
    });
    if let (Some(object), Some(source)) = (resource.as_object_mut(), facts.source(file)) {
        object.extend(licence(&source.licence));
    }
    resource
}

/// A licence that is stated nowhere is none: then only what is known of passing on is told.
fn licence(licence: &Licence) -> Map<String, Value> {
    let mut told = Map::new();
    if let Some(path) = &licence.stated {
        told.insert("licenses".to_owned(), json!([{ "path": path, "title": licence.name }]));
    }
    told.insert("redistribute".to_owned(), licence.redistribute.code().into());
    told
}

/// Columns of a table, in the order of its files.
pub(super) fn schema(table: &str, columns: &SchemaRef) -> Value {
    let fields = columns.fields().iter().map(|field| {
        let mut told =
            json!({ "name": field.name(), "type": type_of(&Kind::of(field.data_type())) });
        if let Some(told) = told.as_object_mut() {
            let meaning = meaning(table, field.name());
            if !meaning.is_empty() {
                told.insert("description".to_owned(), meaning.into());
            }
            if !field.is_nullable() {
                told.insert("constraints".to_owned(), json!({ "required": true }));
            }
        }
        told
    });
    // Parquet knows what is missing; an empty text is none of it.
    let mut schema = json!({ "fields": fields.collect::<Vec<_>>(), "missingValues": [] });
    if let (Some(schema), Some(key)) = (schema.as_object_mut(), key(table, columns)) {
        schema.insert("primaryKey".to_owned(), key);
    }
    schema
}

/// What is unique among the rows of one file: contract 2.
fn key(table: &str, columns: &Schema) -> Option<Value> {
    match table {
        "observation" => {
            let series = observation::series_columns().map(Concept::name);
            let key: Vec<&str> =
                series.chain(["period_start", "period_end", "released_at"]).collect();
            Some(json!(key))
        }
        "dataset" => Some(json!(["source", "dataset"])),
        _ => columns.column_with_name("code").map(|_| json!(["code"])),
    }
}

fn type_of(kind: &Kind) -> &'static str {
    match kind {
        Kind::Text => "string",
        Kind::Whole => "integer",
        Kind::Decimal => "number",
        Kind::Day => "date",
        Kind::Instant => "datetime",
        Kind::Truth => "boolean",
    }
}

//! `croissant.json`: a dataset of schema.org with the vocabulary of Croissant 1.0,
//! <https://docs.mlcommons.org/croissant>. Croissant has no decimal: `sc:Float`, and the exact type
//! in the description.

use portbook_schema::observation;
use serde_json::{Value, json};

use super::{DESCRIPTION, Facts, HOMEPAGE, KEYWORDS, Kind, NAME, Source, TITLE};
use super::{flat_name, meaning};
use crate::record::File;

const FILES: &str = "observation-files";
/// The name by which Croissant knows the form; the registered one is known to none of its readers.
const PARQUET: &str = "application/x-parquet";

pub(super) fn of(facts: &Facts<'_>) -> Value {
    let mut dataset = json!({
        "@context": context(),
        "@type": "sc:Dataset",
        "conformsTo": "http://mlcommons.org/croissant/1.0",
        "name": NAME,
        "alternateName": TITLE,
        "description": DESCRIPTION,
        "url": HOMEPAGE,
        "keywords": KEYWORDS,
        "version": facts.version.to_string(),
        "datePublished": facts.modified_on(),
        "dateModified": facts.modified_on(),
        "isLiveDataset": true,
        "citeAs": format!(
            "{TITLE} ({}). Tables of SHA-256 {}. {HOMEPAGE}",
            facts.modified_on(),
            facts.version
        ),
        "license": facts.stated().into_iter().map(|(address, _)| address).collect::<Vec<_>>(),
        "creator": { "@type": "sc:Organization", "name": "Portbook", "url": HOMEPAGE },
        "isBasedOn": facts.sources.iter().map(based_on).collect::<Vec<_>>(),
        "variableMeasured": ["obs_value"],
        "distribution": distribution(facts),
        "recordSet": [record_set()],
    });
    if let (Some(object), Some((from, to))) = (dataset.as_object_mut(), facts.covers()) {
        object.insert("temporalCoverage".to_owned(), format!("{from}/{to}").into());
    }
    dataset
}

fn based_on(source: &Source) -> Value {
    let mut told = json!({
        "@type": "sc:CreativeWork",
        "name": source.title,
        "url": source.homepage,
        "publisher": { "@type": "sc:Organization", "name": source.publisher },
        "usageInfo": format!("redistribution: {}", source.licence.redistribute),
    });
    if let (Some(object), Some(stated)) = (told.as_object_mut(), &source.licence.stated) {
        object.insert("license".to_owned(), stated.as_str().into());
    }
    told
}

fn distribution(facts: &Facts<'_>) -> Vec<Value> {
    let mut all: Vec<Value> = facts.files.iter().map(file_object).collect();
    all.push(json!({
        "@type": "cr:FileSet",
        "@id": FILES,
        "name": FILES,
        "description": "Every file of observations; source, freq and year are in the names of their folders",
        "encodingFormat": PARQUET,
        "includes": "observation/**/*.parquet",
    }));
    all
}

fn file_object(file: &File) -> Value {
    json!({
        "@type": "cr:FileObject",
        "@id": file.view,
        "name": flat_name(file),
        "contentUrl": file.view,
        "contentSize": format!("{} B", file.bytes),
        "encodingFormat": PARQUET,
        "sha256": file.digest.to_string(),
    })
}

fn record_set() -> Value {
    let schema = observation::schema();
    let fields = schema.fields().iter().map(|column| {
        let name = column.name();
        json!({
            "@type": "cr:Field",
            "@id": format!("observation/{name}"),
            "name": name,
            "description": meaning("observation", name),
            "dataType": data_type(&Kind::of(column.data_type())),
            "source": { "fileSet": { "@id": FILES }, "extract": { "column": name } },
        })
    });
    json!({
        "@type": "cr:RecordSet",
        "@id": "observation",
        "name": "observation",
        "description": "A row is one figure of one release",
        "field": fields.collect::<Vec<_>>(),
    })
}

fn data_type(kind: &Kind) -> &'static str {
    match kind {
        Kind::Text => "sc:Text",
        Kind::Whole => "sc:Integer",
        Kind::Decimal => "sc:Float",
        Kind::Day => "sc:Date",
        Kind::Instant => "sc:DateTime",
        Kind::Truth => "sc:Boolean",
    }
}

/// The context of the specification: readers warn of any other.
fn context() -> Value {
    json!({
        "@language": "en",
        "@vocab": "https://schema.org/",
        "citeAs": "cr:citeAs",
        "column": "cr:column",
        "conformsTo": "dct:conformsTo",
        "cr": "http://mlcommons.org/croissant/",
        "rai": "http://mlcommons.org/croissant/RAI/",
        "data": { "@id": "cr:data", "@type": "@json" },
        "dataType": { "@id": "cr:dataType", "@type": "@vocab" },
        "dct": "http://purl.org/dc/terms/",
        "equivalentProperty": "cr:equivalentProperty",
        "examples": { "@id": "cr:examples", "@type": "@json" },
        "extract": "cr:extract",
        "field": "cr:field",
        "fileProperty": "cr:fileProperty",
        "fileObject": "cr:fileObject",
        "fileSet": "cr:fileSet",
        "format": "cr:format",
        "includes": "cr:includes",
        "isLiveDataset": "cr:isLiveDataset",
        "jsonPath": "cr:jsonPath",
        "key": "cr:key",
        "md5": "cr:md5",
        "parentField": "cr:parentField",
        "path": "cr:path",
        "recordSet": "cr:recordSet",
        "references": "cr:references",
        "regex": "cr:regex",
        "repeated": "cr:repeated",
        "replace": "cr:replace",
        "samplingRate": "cr:samplingRate",
        "sc": "https://schema.org/",
        "separator": "cr:separator",
        "source": "cr:source",
        "subField": "cr:subField",
        "transform": "cr:transform",
    })
}

//! `ro-crate-metadata.json`: the commit as a research object, RO-Crate 1.1,
//! <https://w3id.org/ro/crate/1.1>. Its parts are the tables; one action made them, by this
//! program, from the files that publishers sent.

use serde_json::{Value, json};

use super::{DESCRIPTION, Facts, HOMEPAGE, PARQUET, Source, TITLE};
use crate::record::File;

const ROOT: &str = "./";
const BUILD: &str = "#build";
const PROGRAM: &str = "#program";

pub(super) fn of(facts: &Facts<'_>) -> Value {
    let mut graph = vec![descriptor(), root(facts), program(facts), build(facts)];
    graph.extend(facts.files.iter().map(|file| part(facts, file)));
    graph.extend(facts.sources.iter().flat_map(|source| [publisher(source), described(source)]));
    graph.extend(facts.stated().into_iter().map(|(address, name)| {
        json!({ "@id": address, "@type": "CreativeWork", "name": name, "url": address })
    }));
    graph.extend(facts.snapshots.iter().map(|digest| {
        json!({
            "@id": snapshot(digest),
            "@type": "CreativeWork",
            "name": format!("Bytes as their publisher sent them, SHA-256 {digest}"),
            "identifier": format!("sha256:{digest}"),
        })
    }));
    json!({ "@context": "https://w3id.org/ro/crate/1.1/context", "@graph": graph })
}

fn ids<'a>(ids: impl Iterator<Item = &'a str>) -> Vec<Value> {
    ids.map(|id| json!({ "@id": id })).collect()
}

fn descriptor() -> Value {
    json!({
        "@id": "ro-crate-metadata.json",
        "@type": "CreativeWork",
        "conformsTo": { "@id": "https://w3id.org/ro/crate/1.1" },
        "about": { "@id": ROOT },
    })
}

fn root(facts: &Facts<'_>) -> Value {
    let mut root = json!({
        "@id": ROOT,
        "@type": "Dataset",
        "name": TITLE,
        "description": DESCRIPTION,
        "url": HOMEPAGE,
        "identifier": format!("sha256:{}", facts.version),
        "version": facts.version.to_string(),
        "datePublished": facts.modified_on(),
        "license": ids(facts.stated().into_iter().map(|(address, _)| address)),
        "hasPart": ids(facts.files.iter().map(|file| file.view.as_str())),
        "isBasedOn": facts.sources.iter().map(|s| json!({ "@id": source_id(s) })).collect::<Vec<_>>(),
        "mentions": { "@id": BUILD },
    });
    if let (Some(object), Some((from, to))) = (root.as_object_mut(), facts.covers()) {
        object.insert("temporalCoverage".to_owned(), format!("{from}/{to}").into());
    }
    root
}

fn program(facts: &Facts<'_>) -> Value {
    json!({
        "@id": PROGRAM,
        "@type": "SoftwareApplication",
        "name": "Portbook",
        "version": facts.program,
        "url": HOMEPAGE,
    })
}

/// Its end is that of the newest release it could know of: the tables do not depend on the clock.
fn build(facts: &Facts<'_>) -> Value {
    let snapshots = facts.snapshots.iter().map(|digest| json!({ "@id": snapshot(digest) }));
    json!({
        "@id": BUILD,
        "@type": "CreateAction",
        "name": "Tables read as printed, brought to one schema, checked and published",
        "instrument": { "@id": PROGRAM },
        "object": snapshots.collect::<Vec<_>>(),
        "result": ids(facts.files.iter().map(|file| file.view.as_str())),
        "endTime": facts.modified.to_string(),
    })
}

fn part(facts: &Facts<'_>, file: &File) -> Value {
    let mut part = json!({
        "@id": file.view,
        "@type": "File",
        "name": file.view,
        "encodingFormat": PARQUET,
        "contentSize": file.bytes.to_string(),
        "sha256": file.digest.to_string(),
    });
    if let (Some(object), Some(source)) = (part.as_object_mut(), facts.source(file)) {
        object.insert("isBasedOn".to_owned(), json!({ "@id": source_id(source) }));
        if let Some(stated) = &source.licence.stated {
            object.insert("license".to_owned(), json!({ "@id": stated }));
        }
    }
    part
}

fn source_id(source: &Source) -> String {
    format!("#source-{}", source.code)
}

fn publisher_id(source: &Source) -> String {
    format!("#publisher-{}", source.code)
}

fn snapshot(digest: &str) -> String {
    format!("urn:sha256:{digest}")
}

fn publisher(source: &Source) -> Value {
    json!({ "@id": publisher_id(source), "@type": "Organization", "name": source.publisher })
}

fn described(source: &Source) -> Value {
    let mut described = json!({
        "@id": source_id(source),
        "@type": "CreativeWork",
        "name": source.title,
        "url": source.homepage,
        "publisher": { "@id": publisher_id(source) },
        "usageInfo": format!("redistribution: {}", source.licence.redistribute),
    });
    if let (Some(object), Some(stated)) = (described.as_object_mut(), &source.licence.stated) {
        object.insert("license".to_owned(), json!({ "@id": stated }));
    }
    described
}

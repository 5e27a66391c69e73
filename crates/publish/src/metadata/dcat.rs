//! `metadata/dcat.ttl`: a catalogue of DCAT 3, <https://www.w3.org/TR/vocab-dcat-3/>, as Turtle. A
//! source is a dataset with its files as distributions; its printed tables are parts of it.

use std::fmt::Write as _;

use super::{DESCRIPTION, Dataset, Facts, HOMEPAGE, PARQUET, Source, TITLE, flat_name};
use crate::record::File;

const PREFIXES: &str = "\
@prefix dcat: <http://www.w3.org/ns/dcat#> .
@prefix dct: <http://purl.org/dc/terms/> .
@prefix foaf: <http://xmlns.com/foaf/0.1/> .
@prefix spdx: <http://spdx.org/rdf/terms#> .
@prefix xsd: <http://www.w3.org/2001/XMLSchema#> .
";
const FREQUENCIES: &str = "http://publications.europa.eu/resource/authority/frequency/";
const MEDIA_TYPES: &str = "https://www.iana.org/assignments/media-types/";

pub(super) fn text(facts: &Facts<'_>) -> String {
    let mut text = format!(
        "{PREFIXES}\n<#catalog> a dcat:Catalog ;\n  dct:title {} ;\n  dct:description {} ;\n  \
         foaf:homepage <{HOMEPAGE}> ;\n  dct:modified \"{}\"^^xsd:dateTime ;\n  dcat:version \"{}\"",
        quoted(TITLE),
        quoted(DESCRIPTION),
        facts.modified,
        facts.version,
    );
    for source in facts.sources {
        let _ = write!(text, " ;\n  dcat:dataset {}", id(source));
    }
    text.push_str(" .\n");
    for source in facts.sources {
        let files: Vec<&File> =
            facts.files.iter().filter(|f| f.is_observations() && is_of(f, source)).collect();
        described(&mut text, source, &files);
        for dataset in &source.datasets {
            part(&mut text, source, dataset);
        }
        for file in files {
            distribution(&mut text, source, file);
        }
    }
    text
}

fn is_of(file: &File, source: &Source) -> bool {
    file.partition("source") == Some(source.code.as_str())
}

fn id(source: &Source) -> String {
    format!("<#{}>", source.code)
}

fn part_id(source: &Source, dataset: &Dataset) -> String {
    format!("<#{}/{}>", source.code, dataset.name)
}

fn file_id(file: &File) -> String {
    format!("<#{}>", flat_name(file))
}

fn described(text: &mut String, source: &Source, files: &[&File]) {
    let Source { title, publisher, homepage, licence, .. } = source;
    let _ = write!(
        text,
        "\n{} a dcat:Dataset ;\n  dct:identifier {} ;\n  dct:title {} ;\n  \
         dct:publisher [ a foaf:Organization ; foaf:name {} ] ;\n  dcat:landingPage <{}> ;\n  \
         dct:provenance [ a dct:ProvenanceStatement ; dct:description {} ]",
        id(source),
        quoted(&source.code),
        quoted(title),
        quoted(publisher),
        iri(homepage),
        quoted(&format!(
            "{} rows, read by Portbook from the files of the publisher",
            source.rows()
        )),
    );
    terms(text, source);
    covered(text, source.covers());
    if let Some(released_at) = source.released_at() {
        let _ = write!(text, " ;\n  dct:modified \"{released_at}\"^^xsd:dateTime");
    }
    let words = format!("{}; redistribution: {}", licence.name, licence.redistribute);
    let _ = write!(
        text,
        " ;\n  dct:rights [ a dct:RightsStatement ; dct:description {} ]",
        quoted(&words)
    );
    for dataset in &source.datasets {
        let _ = write!(text, " ;\n  dct:hasPart {}", part_id(source, dataset));
    }
    for file in files {
        let _ = write!(text, " ;\n  dcat:distribution {}", file_id(file));
    }
    text.push_str(" .\n");
}

/// A licence that is stated at an address.
fn terms(text: &mut String, source: &Source) {
    if let Some(stated) = &source.licence.stated {
        let _ = write!(text, " ;\n  dct:license <{}>", iri(stated));
    }
}

fn part(text: &mut String, source: &Source, dataset: &Dataset) {
    let _ = write!(
        text,
        "\n{} a dcat:Dataset ;\n  dct:identifier {} ;\n  dct:title {} ;\n  dct:isPartOf {}",
        part_id(source, dataset),
        quoted(&format!("{}/{}", source.code, dataset.name)),
        quoted(&dataset.title),
        id(source),
    );
    if let Some(frequency) = frequency(&dataset.freq) {
        let _ = write!(text, " ;\n  dct:accrualPeriodicity <{FREQUENCIES}{frequency}>");
    }
    covered(text, dataset.covers.as_ref().map(|(from, to)| (from.as_str(), to.as_str())));
    if let Some(released_at) = dataset.released_at {
        let _ = write!(text, " ;\n  dct:modified \"{released_at}\"^^xsd:dateTime");
    }
    text.push_str(" .\n");
}

fn distribution(text: &mut String, source: &Source, file: &File) {
    let _ = write!(
        text,
        "\n{} a dcat:Distribution ;\n  dct:title {} ;\n  dcat:downloadURL <../{}> ;\n  \
         dcat:mediaType <{MEDIA_TYPES}{PARQUET}> ;\n  dcat:byteSize \"{}\"^^xsd:nonNegativeInteger ;\n  \
         spdx:checksum [ a spdx:Checksum ; spdx:algorithm spdx:checksumAlgorithm_sha256 ; \
         spdx:checksumValue \"{}\"^^xsd:hexBinary ]",
        file_id(file),
        quoted(&flat_name(file)),
        iri(&file.view),
        file.bytes,
        file.digest,
    );
    terms(text, source);
    text.push_str(" .\n");
}

fn covered(text: &mut String, covers: Option<(&str, &str)>) {
    if let Some((from, to)) = covers {
        let _ = write!(
            text,
            " ;\n  dct:temporal [ a dct:PeriodOfTime ; dcat:startDate \"{from}\"^^xsd:{} ; \
             dcat:endDate \"{to}\"^^xsd:{} ]",
            day_or_year(from),
            day_or_year(to),
        );
    }
}

fn day_or_year(text: &str) -> &'static str {
    if text.len() == "2025".len() { "gYear" } else { "date" }
}

/// The EU's word for an SDMX frequency that its list has.
fn frequency(freq: &str) -> Option<&'static str> {
    Some(match freq {
        "A" => "ANNUAL",
        "S" => "ANNUAL_2",
        "Q" => "QUARTERLY",
        "M" => "MONTHLY",
        "W" => "WEEKLY",
        "D" | "B" => "DAILY",
        _ => return None,
    })
}

/// A text in Turtle: a text of JSON is one.
fn quoted(text: &str) -> String {
    serde_json::Value::from(text).to_string()
}

/// An address without what may not stand between `<` and `>`.
fn iri(address: &str) -> String {
    let mut iri = String::with_capacity(address.len());
    for c in address.chars() {
        match c {
            '<' | '>' | '"' | '{' | '}' | '|' | '^' | '`' | '\\' | '\0'..=' ' => {
                let _ = write!(iri, "%{:02X}", u32::from(c));
            }
            c => iri.push(c),
        }
    }
    iri
}

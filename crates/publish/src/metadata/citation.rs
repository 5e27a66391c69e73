//! `CITATION.cff`: how to cite the commit, in the Citation File Format 1.2.0,
//! <https://citation-file-format.github.io>. Whoever uses figures cites their publisher: each
//! source is a reference.

use std::fmt::Write as _;

use serde_json::Value;

use super::{DESCRIPTION, Facts, HOMEPAGE, KEYWORDS, Source, TITLE};

pub(super) fn text(facts: &Facts<'_>) -> String {
    let mut text = format!(
        "cff-version: 1.2.0\n\
         message: {message}\n\
         type: dataset\n\
         title: {title}\n\
         abstract: {about}\n\
         authors:\n  - name: Portbook\n    website: {homepage}\n\
         repository-code: {homepage}\n\
         version: \"{version}\"\n\
         date-released: \"{date}\"\n\
         identifiers:\n  - type: other\n    value: \"sha256:{version}\"\n    description: {identifier}\n\
         keywords:\n",
        message = quoted("Cite the publisher of the figures too: each is a reference here."),
        title = quoted(TITLE),
        about = quoted(DESCRIPTION),
        homepage = quoted(HOMEPAGE),
        version = facts.version,
        date = facts.modified_on(),
        identifier =
            quoted("SHA-256 of SHA256SUMS, which names every table of this commit with its own"),
    );
    for keyword in KEYWORDS {
        let _ = writeln!(text, "  - {}", quoted(keyword));
    }
    text.push_str("references:\n");
    for source in facts.sources {
        reference(&mut text, source);
    }
    text
}

fn reference(text: &mut String, source: &Source) {
    let Source { title, publisher, homepage, licence, .. } = source;
    let notes = format!("Licence: {}; redistribution: {}", licence.name, licence.redistribute);
    let _ = writeln!(
        text,
        "  - type: data\n    title: {}\n    authors:\n      - name: {}\n    url: {}\n    notes: {}",
        quoted(title),
        quoted(publisher),
        quoted(homepage),
        quoted(&notes),
    );
    if let Some(stated) = &licence.stated {
        let _ = writeln!(text, "    license-url: {}", quoted(stated));
    }
    if let Some(released_at) = source.released_at() {
        let _ = writeln!(text, "    date-released: \"{}\"", released_at.strftime("%Y-%m-%d"));
    }
}

/// A text of JSON is one of YAML.
fn quoted(text: &str) -> String {
    Value::from(text).to_string()
}

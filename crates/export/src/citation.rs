//! A citation in the form a bibliography wants: words, BibTeX, or the Citation File Format. Each
//! holds what names the rows, so that whoever reads it gets them again.

use serde_json::Value;

use crate::provenance::Provenance;

const TITLE: &str = "Portbook: foreign trade as customs and statistics bureaus printed it";

/// One sentence after the other, for a footnote.
pub fn words(of: &Provenance) -> String {
    let date = date(of).map_or(String::new(), |date| format!(" ({date})"));
    let rows = of.cited.answer.map_or(String::new(), |(rows, _)| format!("{rows} rows of "));
    format!(
        "{TITLE}{date}. Commit {}, SHA-256 {}. {rows}{}. {}\n",
        of.cited.commit,
        of.cited.digest,
        publishers(of, "; "),
        of.cited
    )
}

/// An entry of a `.bib` file.
pub fn bibtex(of: &Provenance) -> String {
    let date = date(of).unwrap_or_default();
    let mut fields = vec![("author", "{Portbook}".to_owned()), ("title", escaped(TITLE))];
    if let Some(year) = date.get(..4) {
        fields.push(("year", year.to_owned()));
        fields.push(("date", date.clone()));
    }
    fields.push(("version", format!("commit {}, SHA-256 {}", of.cited.commit, of.cited.digest)));
    fields.push(("note", format!("Figures of {}", escaped(&publishers(of, "; ")))));
    fields.push(("howpublished", format!("\\url{{{}}}", of.cited)));
    let fields: Vec<String> =
        fields.into_iter().map(|(name, value)| format!("  {name} = {{{value}}}")).collect();
    let key = format!("portbook-{}-{}", of.cited.commit, of.cited.digest.short());
    format!("@misc{{{key},\n{}\n}}\n", fields.join(",\n"))
}

/// A `CITATION.cff`.
pub fn cff(of: &Provenance) -> String {
    let quoted = |text: &str| Value::from(text).to_string();
    let mut text = format!(
        "cff-version: 1.2.0\nmessage: {}\ntype: dataset\ntitle: {}\nauthors:\n  - name: Portbook\n\
         version: {}\nidentifiers:\n  - type: other\n    value: {}\n    description: {}\n",
        quoted("Cite the publisher of the figures too: each is a reference here."),
        quoted(TITLE),
        quoted(&format!("commit {}, SHA-256 {}", of.cited.commit, of.cited.digest)),
        quoted(&of.cited.to_string()),
        quoted("What `portbook export --cited` takes to write the same rows again"),
    );
    if let Some(date) = date(of) {
        text.push_str(&format!("date-released: {}\n", quoted(&date)));
    }
    if !of.sources.is_empty() {
        text.push_str("references:\n");
    }
    for source in &of.sources {
        text.push_str(&format!(
            "  - type: data\n    title: {}\n    authors:\n      - name: {}\n    url: {}\n    notes: {}\n",
            quoted(&source.title),
            quoted(&source.publisher),
            quoted(&source.homepage),
            quoted(&format!("Licence: {}; redistribution: {}", source.licence, source.redistribute)),
        ));
    }
    text
}

/// Day of the newest release among the rows.
fn date(of: &Provenance) -> Option<String> {
    of.released_at.map(|at| at.strftime("%Y-%m-%d").to_string())
}

fn publishers(of: &Provenance, between: &str) -> String {
    let told = of.sources.iter().map(|source| format!("{}, {}", source.publisher, source.title));
    let told: Vec<String> = told.collect();
    if told.is_empty() { "no source".to_owned() } else { told.join(between) }
}

/// What TeX reads as a command.
fn escaped(text: &str) -> String {
    text.chars().fold(String::new(), |mut escaped, c| {
        match c {
            '&' | '%' | '$' | '#' | '_' | '{' | '}' => {
                escaped.push('\\');
                escaped.push(c);
            }
            '\\' => escaped.push_str("\\textbackslash{}"),
            '~' => escaped.push_str("\\textasciitilde{}"),
            '^' => escaped.push_str("\\textasciicircum{}"),
            c => escaped.push(c),
        }
        escaped
    })
}

//! Where exported rows are from: told in the file, or beside a form that has no room for it.

use jiff::Timestamp;
use serde::Serialize;

use crate::cited::{Cited, Question, Which};

/// Where rows are from.
#[derive(Clone, Debug)]
pub struct Provenance {
    pub cited: Cited,
    /// Package and schema version that made the commit.
    pub program: String,
    /// When the newest of these rows came out; `None` without rows.
    pub released_at: Option<Timestamp>,
    /// Sources of these rows.
    pub sources: Vec<SourceTold>,
    /// Datasets that were asked for and may not be passed on.
    pub left_out: Vec<LeftOut>,
}

/// A source and its terms.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct SourceTold {
    pub source: String,
    pub title: String,
    pub publisher: String,
    pub homepage: String,
    pub licence: String,
    pub licence_stated: String,
    /// Blank where the commit does not say.
    pub redistribute: String,
}

/// A dataset of which no row was passed on.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct LeftOut {
    pub source: String,
    pub dataset: String,
    pub redistribute: String,
}

impl Provenance {
    /// What is told, as words and what they mean.
    pub fn lines(&self) -> Vec<(String, String)> {
        let Question { condition, as_of, known_at, rows, .. } = &self.cited.question;
        let mut lines = Vec::new();
        let mut say = |what: &str, told: String| lines.push((what.to_owned(), told));
        say("cited as", self.cited.to_string());
        say("commit", self.cited.commit.to_string());
        say("SHA-256 of the commit", self.cited.digest.to_string());
        if let Some(tables) = self.cited.tables {
            say("SHA-256 of its SHA256SUMS", tables.to_string());
        }
        say("made with", self.program.clone());
        for (what, told) in [("where", condition), ("as of", as_of), ("known at", known_at)] {
            if let Some(told) = told {
                say(what, told.clone());
            }
        }
        let rows = match rows {
            Which::Latest => "what stands of each figure",
            Which::Vintages => "every release's print of each figure",
        };
        say("rows", rows.to_owned());
        if let Some(released_at) = self.released_at {
            say("newest release", released_at.to_string());
        }
        for source in &self.sources {
            let SourceTold {
                title,
                publisher,
                homepage,
                licence,
                licence_stated,
                redistribute,
                ..
            } = source;
            let terms = [licence.as_str(), licence_stated, redistribute];
            let terms: Vec<&str> = terms.into_iter().filter(|term| !term.is_empty()).collect();
            let told = format!("{publisher}: {title}. {homepage}. Licence: {}", terms.join("; "));
            say(&format!("source {}", source.source), told);
        }
        for LeftOut { source, dataset, redistribute } in &self.left_out {
            let told = format!("may not be passed on: redistribution {redistribute}");
            say(&format!("left out {source}/{dataset}"), told);
        }
        lines
    }

    /// The same as one object.
    pub fn json(&self) -> serde_json::Value {
        let Question { condition, as_of, known_at, .. } = &self.cited.question;
        serde_json::json!({
            "cited_as": self.cited.to_string(),
            "commit": self.cited.commit,
            "commit_sha256": self.cited.digest.to_string(),
            "tables_sha256": self.cited.tables.map(|digest| digest.to_string()),
            "program": self.program,
            "where": condition,
            "as_of": as_of,
            "known_at": known_at,
            "released_at": self.released_at.map(|at| at.to_string()),
            "sources": self.sources,
            "left_out": self.left_out,
        })
    }
}

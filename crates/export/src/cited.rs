//! What names cited rows: the commit by its digest, and the question put to it, in one word without
//! blanks. It can stand in a footnote, a bibliography or a mail, and is found there again.
//!
//! ```text
//! portbook:7:6f1c…?where=source%20%3D%20%27us-census-ft900%27&as-of=2025-12-31&rows=336&csv=a1b2…
//! ```

use std::fmt;
use std::str::FromStr;

use portbook_model::digest::Digest;

use crate::error::{Error, Result};

const SCHEME: &str = "portbook:";

/// The question: which rows, and as of when.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Question {
    /// A condition over the columns of `observation`.
    pub condition: Option<String>,
    /// Only what had been released by then.
    pub as_of: Option<String>,
    /// Only what we had seen by then.
    pub known_at: Option<String>,
    pub rows: Which,
    pub datasets: Datasets,
}

/// Which rows of an observation.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Which {
    /// What stands.
    #[default]
    Latest,
    /// Every release's.
    Vintages,
}

/// Of which datasets.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Datasets {
    #[default]
    All,
    /// Those that anybody may pass on.
    Redistributable,
}

/// Rows that can be cited.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Cited {
    pub commit: u64,
    /// Of the commit's record.
    pub digest: Digest,
    /// Of the commit's `SHA256SUMS`: the same wherever its tables are made again. Older commits
    /// have none.
    pub tables: Option<Digest>,
    pub question: Question,
    /// How many rows there were, and the digest of them as CSV.
    pub answer: Option<(u64, Digest)>,
}

impl fmt::Display for Cited {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Question { condition, as_of, known_at, rows, datasets } = &self.question;
        let mut parts: Vec<String> = Vec::new();
        let mut say = |key: &str, value: &str| parts.push(format!("{key}={}", encoded(value)));
        if let Some(tables) = self.tables {
            say("tables", &tables.to_string());
        }
        for (key, value) in [("where", condition), ("as-of", as_of), ("known-at", known_at)] {
            if let Some(value) = value {
                say(key, value);
            }
        }
        if *rows == Which::Vintages {
            say("vintages", "all");
        }
        if *datasets == Datasets::Redistributable {
            say("datasets", "redistributable");
        }
        if let Some((rows, csv)) = self.answer {
            say("rows", &rows.to_string());
            say("csv", &csv.to_string());
        }
        write!(f, "{SCHEME}{}:{}", self.commit, self.digest)?;
        if parts.is_empty() { Ok(()) } else { write!(f, "?{}", parts.join("&")) }
    }
}

impl Cited {
    /// The first that stands in a text.
    ///
    /// # Errors
    /// `Citation` where there is none, or one that is cut short.
    pub fn find(text: &str) -> Result<Self> {
        let begins =
            |at: &usize| text[at + SCHEME.len()..].starts_with(|c: char| c.is_ascii_digit());
        let at = text.match_indices(SCHEME).map(|(at, _)| at).find(begins);
        let Some(at) = at else { return Err(wrong("nothing of the kind stands there")) };
        let rest = &text[at..];
        let belongs = |c: char| c.is_ascii_alphanumeric() || "-._~%:?&=".contains(c);
        let end = rest.find(|c: char| !belongs(c)).unwrap_or(rest.len());
        rest[..end].trim_end_matches(['.', ':', '?']).parse()
    }
}

fn wrong(problem: &str) -> Error {
    Error::Citation { problem: problem.to_owned() }
}

impl FromStr for Cited {
    type Err = Error;

    fn from_str(text: &str) -> Result<Self> {
        let rest = text.strip_prefix(SCHEME).ok_or_else(|| wrong("this does not begin so"))?;
        let (name, question) = rest.split_once('?').unwrap_or((rest, ""));
        let (commit, digest) = name.split_once(':').ok_or_else(|| wrong("a digest is missing"))?;
        let mut cited = Self {
            commit: commit.parse().map_err(|_| wrong("the commit is no number"))?,
            digest: digest_of(digest)?,
            tables: None,
            question: Question::default(),
            answer: None,
        };
        let (mut rows, mut csv) = (None, None);
        for part in question.split('&').filter(|part| !part.is_empty()) {
            let (key, value) = part.split_once('=').ok_or_else(|| wrong("it is cut short"))?;
            let value = decoded(value)?;
            let asked = &mut cited.question;
            match key {
                "tables" => cited.tables = Some(digest_of(&value)?),
                "where" => asked.condition = Some(value),
                "as-of" => asked.as_of = Some(value),
                "known-at" => asked.known_at = Some(value),
                "vintages" if value == "all" => asked.rows = Which::Vintages,
                "datasets" if value == "redistributable" => {
                    asked.datasets = Datasets::Redistributable;
                }
                "rows" => rows = Some(value.parse().map_err(|_| wrong("`rows` is no number"))?),
                "csv" => csv = Some(digest_of(&value)?),
                _ => return Err(wrong(&format!("`{part}` means nothing"))),
            }
        }
        if rows.is_some() != csv.is_some() {
            return Err(wrong("it is cut short"));
        }
        cited.answer = rows.zip(csv);
        Ok(cited)
    }
}

fn digest_of(text: &str) -> Result<Digest> {
    text.parse().map_err(|_| wrong(&format!("`{text}` is no SHA-256: was the citation cut short?")))
}

/// Everything but letters, digits and `-._~` as `%XX`.
fn encoded(text: &str) -> String {
    text.bytes().fold(String::new(), |mut encoded, byte| {
        if byte.is_ascii_alphanumeric() || b"-._~".contains(&byte) {
            encoded.push(char::from(byte));
        } else {
            encoded.push_str(&format!("%{byte:02X}"));
        }
        encoded
    })
}

fn decoded(text: &str) -> Result<String> {
    let cut = || wrong("it is cut short");
    let mut bytes = Vec::new();
    let mut rest = text;
    while let Some(first) = rest.bytes().next() {
        if first == b'%' {
            let digits = rest.get(1..3).ok_or_else(cut)?;
            bytes.push(u8::from_str_radix(digits, 16).map_err(|_| cut())?);
            rest = &rest[3..];
        } else {
            bytes.push(first);
            rest = rest.get(1..).ok_or_else(cut)?;
        }
    }
    String::from_utf8(bytes).map_err(|_| cut())
}

//! What can be wrong with a question, or with the table it is put to.

use std::path::PathBuf;

use datafusion::common::{Column, SchemaError};
use datafusion::error::DataFusionError;
use portbook_model::class::Class;

/// How many candidates a hint names.
const CANDIDATES_MAX: usize = 3;
/// Similarity under which a candidate says nothing.
const SIMILARITY_MIN: f64 = 0.5;

#[derive(Debug, thiserror::Error)]
pub enum Error {
    #[error("no commit in {}\n  hint: run `portbook run` first", output.display())]
    NotPublished { output: PathBuf },
    #[error("got `{got}`, expected a date (2026-02-01) or an instant (2026-02-01T12:00:00Z)")]
    AsOf { got: String },
    #[error("no column `{name}`{}", hint(nearest))]
    UnknownColumn { name: String, nearest: Vec<String> },
    #[error("no table `{name}`{}", hint(nearest))]
    UnknownTable { name: String, nearest: Vec<String> },
    #[error(
        "{statement} would write, and the published table is read-only\n  hint: ask with select"
    )]
    ReadOnly { statement: String },
    #[error("not understood as SQL: {message}")]
    Syntax { message: String },
    #[error("{message}")]
    Question { message: String },
    #[error("cannot be computed: {message}")]
    Arithmetic { message: String },
    #[error("the published table cannot be read: {message}")]
    Table { message: String },
    #[error("got `{got}`, expected a series id (32 hexadecimal digits), with or without /period")]
    Key { got: String },
    #[error("got claim `{got}`, expected one of {known}")]
    NoSuchClaim { got: String, known: String },
    #[error("no {what} `{name}` is published{}", hint(nearest))]
    Unknown { what: &'static str, name: String, nearest: Vec<String> },
    #[error("nothing published matches {what}")]
    NothingFound { what: String },
    #[error("no file {}\n  hint: claims are files like `claims/2025-12-trillion-surplus.toml`", file.display())]
    NoClaims { file: PathBuf },
    #[error("{}:{line}:{column}: {message}", file.display())]
    ClaimsText { file: PathBuf, line: usize, column: usize, message: String },
    #[error("{}: claim `{id}`: {message}", file.display())]
    Claim { file: PathBuf, id: String, message: String },
    #[error(transparent)]
    Io(#[from] std::io::Error),
}

fn hint(nearest: &[String]) -> String {
    if nearest.is_empty() {
        return String::new();
    }
    let quoted: Vec<_> = nearest.iter().map(|word| format!("`{word}`")).collect();
    format!("\n  hint: nearest are {}", quoted.join(", "))
}

impl Error {
    /// Exit code of a command that ends with this error (see `docs/exit-codes.md`).
    pub fn exit_code(&self) -> u8 {
        match self {
            _ if self.is_question() => 64,
            Self::Table { .. } => 65,
            // What is left is this machine: a folder that is not there, a disk that is full.
            _ => 75,
        }
    }

    /// What is to be done about it; see [`Error::is_question`] for mistakes of the asker.
    pub fn class(&self) -> Class {
        Class::Environment
    }

    /// The question itself is at fault (a usage error), not the table or the machine.
    pub fn is_question(&self) -> bool {
        !matches!(self, Self::NotPublished { .. } | Self::Table { .. } | Self::Io(_))
    }

    /// Says in our words what the query engine refused; `tables` are the names that may stand in FROM.
    pub(crate) fn of_query(error: &DataFusionError, tables: &[String]) -> Self {
        match error.find_root() {
            DataFusionError::SchemaError(inner, _) => Self::of_schema(inner),
            DataFusionError::SQL(parser, _) => Self::Syntax { message: parser.to_string() },
            DataFusionError::Plan(message) => Self::of_plan(message, tables),
            DataFusionError::ArrowError(inner, _) => {
                Self::Arithmetic { message: first_line(&inner.to_string()) }
            }
            DataFusionError::ParquetError(inner) => Self::Table { message: inner.to_string() },
            DataFusionError::ObjectStore(inner) => Self::Table { message: inner.to_string() },
            DataFusionError::IoError(inner) => Self::Table { message: inner.to_string() },
            other => Self::Question { message: first_line(&other.to_string()) },
        }
    }

    fn of_schema(error: &SchemaError) -> Self {
        match error {
            SchemaError::FieldNotFound { field, valid_fields } => Self::UnknownColumn {
                name: field.name().to_owned(),
                nearest: nearest(field.name(), valid_fields.iter().map(Column::name)),
            },
            other => Self::Question { message: first_line(&other.to_string()) },
        }
    }

    fn of_plan(message: &str, tables: &[String]) -> Self {
        for prefix in ["DDL not supported: ", "DML not supported: ", "Statement not supported: "] {
            if let Some(statement) = message.strip_prefix(prefix) {
                return Self::ReadOnly { statement: first_line(statement) };
            }
        }
        let table = message
            .strip_prefix("table '")
            .and_then(|rest| rest.split_once("' not found"))
            .map(|(path, _)| path.rsplit('.').next().unwrap_or(path).to_owned());
        match table {
            Some(name) => Self::UnknownTable {
                nearest: nearest(&name, tables.iter().map(String::as_str)),
                name,
            },
            None => Self::Question { message: first_line(message) },
        }
    }
}

/// A table that should be readable and is not.
pub(crate) fn unreadable(error: impl std::fmt::Display) -> Error {
    Error::Table { message: first_line(&error.to_string()) }
}

fn first_line(message: &str) -> String {
    message.lines().next().unwrap_or_default().trim_end_matches('.').to_owned()
}

/// The known words most like `text`, best first, at most three.
pub(crate) fn nearest<'a>(text: &str, known: impl Iterator<Item = &'a str>) -> Vec<String> {
    let mut scored: Vec<(f64, &str)> = known
        .map(|word| (strsim::normalized_damerau_levenshtein(text, word), word))
        .filter(|(score, _)| *score >= SIMILARITY_MIN)
        .collect();
    scored.sort_by(|a, b| b.0.total_cmp(&a.0).then_with(|| a.1.cmp(b.1)));
    scored.dedup_by(|a, b| a.1 == b.1);
    scored.into_iter().take(CANDIDATES_MAX).map(|(_, word)| word.to_owned()).collect()
}

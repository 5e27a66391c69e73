//! Mistakes in pipeline files, each with its place; all that do not follow from one another.

use std::cell::RefCell;
use std::fmt;
use std::ops::Range;
use std::path::{Path, PathBuf};

/// What keeps a source from being loaded.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// In the order of files, lines and columns; never empty.
    #[error("{}", told(.0))]
    Mistakes(Vec<Mistake>),
    #[error(transparent)]
    Io(#[from] std::io::Error),
}

fn told(mistakes: &[Mistake]) -> String {
    mistakes.iter().map(Mistake::to_string).collect::<Vec<_>>().join("\n")
}

/// What is wrong in which file, at which line and column (both one-based).
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Mistake {
    pub file: PathBuf,
    pub line: usize,
    pub column: usize,
    pub message: String,
    /// What a person may write, or probably meant.
    pub hint: Option<String>,
}

impl Mistake {
    #[must_use]
    pub(crate) fn hint(self, hint: impl Into<String>) -> Self {
        Self { hint: Some(hint.into()), ..self }
    }

    /// Names the words most like the one that is not known, if any is.
    #[must_use]
    pub(crate) fn did_you_mean(self, near: &[String]) -> Self {
        if near.is_empty() {
            return self;
        }
        self.hint(format!("did you mean `{}`?", near.join("`, `")))
    }
}

impl fmt::Display for Mistake {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { file, line, column, message, hint } = self;
        write!(f, "{}:{line}:{column}: {message}", file.display())?;
        match hint {
            Some(hint) => write!(f, "\n  hint: {hint}"),
            None => Ok(()),
        }
    }
}

/// A pipeline file: its text turns byte offsets into places, and its mistakes are kept until all of
/// it was looked at.
pub(crate) struct File<'a> {
    pub(crate) path: &'a Path,
    pub(crate) text: &'a str,
    kept: RefCell<Vec<Mistake>>,
}

impl<'a> File<'a> {
    pub(crate) fn new(path: &'a Path, text: &'a str) -> Self {
        Self { path, text, kept: RefCell::default() }
    }

    /// A mistake at a byte range of this file.
    pub(crate) fn mistake(&self, span: &Range<usize>, message: impl Into<String>) -> Mistake {
        let before = self.text.get(..span.start).unwrap_or(self.text);
        let line_start = before.rfind('\n').map_or(0, |at| at + 1);
        Mistake {
            file: self.path.to_owned(),
            line: self.line(span),
            column: before[line_start..].chars().count() + 1,
            message: message.into(),
            hint: None,
        }
    }

    /// One-based line of a byte range.
    pub(crate) fn line(&self, span: &Range<usize>) -> usize {
        let before = self.text.get(..span.start).unwrap_or(self.text);
        before.matches('\n').count() + 1
    }

    /// The part of a range where these words stand, else all of it.
    pub(crate) fn within(&self, span: &Range<usize>, words: &str) -> Range<usize> {
        let at = self.text.get(span.clone()).and_then(|text| text.find(words));
        at.map_or_else(|| span.clone(), |at| span.start + at..span.start + at + words.len())
    }

    /// Keeps the mistake, so that what does not depend on this is read nevertheless.
    pub(crate) fn keep<T>(&self, read: Result<T, Mistake>) -> Option<T> {
        read.map_err(|mistake| self.tell(mistake)).ok()
    }

    pub(crate) fn tell(&self, mistake: Mistake) {
        self.kept.borrow_mut().push(mistake);
    }

    /// All mistakes, each once, from the first line to the last.
    pub(crate) fn mistakes(self) -> Vec<Mistake> {
        let mut mistakes = self.kept.into_inner();
        mistakes
            .sort_by(|a, b| (a.line, a.column, &a.message).cmp(&(b.line, b.column, &b.message)));
        mistakes.dedup();
        mistakes
    }
}

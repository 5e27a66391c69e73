//! A mistake in a pipeline file, with its place.

use std::ops::Range;
use std::path::{Path, PathBuf};

use crate::nearest::nearest;

/// What is wrong in which file, at which line and column (both one-based).
#[derive(Debug, thiserror::Error)]
pub enum Error {
    #[error("{}:{line}:{column}: {message}{}", file.display(), hint_line(hint.as_deref()))]
    Mistake { file: PathBuf, line: usize, column: usize, message: String, hint: Option<String> },
    #[error(transparent)]
    Io(#[from] std::io::Error),
}

fn hint_line(hint: Option<&str>) -> String {
    hint.map(|hint| format!("\n  hint: {hint}")).unwrap_or_default()
}

/// The text of a pipeline file, to turn byte offsets into places.
pub(crate) struct File<'a> {
    pub(crate) path: &'a Path,
    pub(crate) text: &'a str,
}

impl File<'_> {
    /// A mistake at a byte range of this file.
    pub(crate) fn mistake(&self, span: &Range<usize>, message: impl Into<String>) -> Error {
        self.mistake_with_hint(span, message, None)
    }

    /// One-based line of a byte range.
    pub(crate) fn line(&self, span: &Range<usize>) -> usize {
        let before = self.text.get(..span.start).unwrap_or(self.text);
        before.matches('\n').count() + 1
    }

    pub(crate) fn mistake_with_hint(
        &self,
        span: &Range<usize>,
        message: impl Into<String>,
        hint: Option<String>,
    ) -> Error {
        let before = self.text.get(..span.start).unwrap_or(self.text);
        let line_start = before.rfind('\n').map_or(0, |at| at + 1);
        Error::Mistake {
            file: self.path.to_owned(),
            line: self.line(span),
            column: before[line_start..].chars().count() + 1,
            message: message.into(),
            hint,
        }
    }

    /// Reads TOML, so that an unknown key or a wrong type is a mistake with its place.
    pub(crate) fn parse<T: serde::de::DeserializeOwned>(&self) -> Result<T, Error> {
        toml::from_str(self.text).map_err(|error| {
            let message = error.message().trim_end().to_owned();
            let hint = misspelt(&message);
            self.mistake_with_hint(&error.span().unwrap_or(0..0), message, hint)
        })
    }
}

/// The known keys most like one that is unknown, from what the reader of TOML says of it: the key
/// and those it expected, in backticks.
fn misspelt(message: &str) -> Option<String> {
    let words = message.strip_prefix("unknown field ")?.split('`').skip(1).step_by(2);
    let words: Vec<&str> = words.collect();
    let (unknown, known) = words.split_first()?;
    let near = nearest(unknown, known.iter().copied()).join("`, `");
    (!near.is_empty()).then(|| format!("did you mean `{near}`?"))
}

//! What can go wrong with an export or a citation.

use std::path::PathBuf;

pub type Result<T> = std::result::Result<T, Error>;

#[derive(Debug, thiserror::Error)]
pub enum Error {
    #[error(
        "got `{}`, expected a name that ends in .csv, .sdmx.csv, .xlsx, .parquet, .arrow or .tar.zst", path.display()
    )]
    Form { path: PathBuf },
    #[error(
        "a sheet holds 1,048,575 rows below its heading, and these are more\n  \
         hint: narrow --where, or export as .csv or .parquet"
    )]
    TooManyRows,
    #[error("cited rows are `portbook:COMMIT:SHA-256?…`, and {problem}")]
    Citation { problem: String },
    #[error("cannot write `{}`", path.display())]
    NotWritten { path: PathBuf, source: std::io::Error },
    #[error(transparent)]
    Publish(#[from] portbook_publish::error::Error),
    #[error("cannot write as Arrow")]
    Arrow(#[from] arrow::error::ArrowError),
    #[error("cannot write as CSV")]
    Csv(#[from] ::csv::Error),
    #[error("cannot write as JSON")]
    Json(#[from] serde_json::Error),
    #[error("cannot write as a workbook: {message}")]
    Workbook { message: String },
}

impl Error {
    /// Whether whoever asked is to ask otherwise.
    pub fn is_question(&self) -> bool {
        matches!(self, Self::Form { .. } | Self::TooManyRows | Self::Citation { .. })
    }
}

impl From<rust_xlsxwriter::XlsxError> for Error {
    fn from(error: rust_xlsxwriter::XlsxError) -> Self {
        Self::Workbook { message: error.to_string() }
    }
}

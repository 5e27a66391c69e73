//! Faults of ours. What a publisher printed wrongly is no error: it is in the verdicts.

use portbook_model::class::Class;
use portbook_model::status::UnknownCode;

pub type Result<T> = std::result::Result<T, Error>;

#[derive(Debug, thiserror::Error)]
pub enum Error {
    #[error("got a table of dataset `{dataset}`, expected a dataset of source.toml")]
    UnknownDataset { dataset: String },
    #[error("{url}: got a row of dataset `{found}`, expected `{expected}`")]
    WrongDataset { url: String, found: String, expected: String },
    #[error("period_kind: {0}")]
    PeriodKind(#[from] UnknownCode),
    #[error("{url}{}: got {accounted} cells, expected {value_cells}", sheet_name(sheet.as_deref()))]
    NotConserved { url: String, sheet: Option<String>, accounted: u64, value_cells: u64 },
}

fn sheet_name(sheet: Option<&str>) -> String {
    sheet.map(|sheet| format!(", sheet `{sheet}`")).unwrap_or_default()
}

impl Error {
    pub fn class(&self) -> Class {
        match self {
            Self::UnknownDataset { .. }
            | Self::WrongDataset { .. }
            | Self::PeriodKind(_)
            | Self::NotConserved { .. } => Class::Defect,
        }
    }
}

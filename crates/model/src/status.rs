//! Small closed lists of the published columns: contract 6, 8, 11.

use std::str::FromStr;

use serde::{Deserialize, Serialize};

/// SDMX `OBS_STATUS`, as the contract reads it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum ObsStatus {
    /// `A` normal.
    Normal,
    /// `P` provisional.
    Provisional,
    /// `E` estimated.
    Estimated,
    /// `F` forecast.
    Forecast,
    /// `B` break in the series.
    Break,
    /// `M` cannot exist.
    CannotExist,
    /// `L` not collected.
    NotCollected,
    /// `O` missing; also the status of a vanished row.
    Missing,
    /// `Q` suppressed.
    Suppressed,
    /// `N` nil: printed as a dash, added as zero.
    Nil,
}

impl ObsStatus {
    pub fn code(self) -> &'static str {
        match self {
            Self::Normal => "A",
            Self::Provisional => "P",
            Self::Estimated => "E",
            Self::Forecast => "F",
            Self::Break => "B",
            Self::CannotExist => "M",
            Self::NotCollected => "L",
            Self::Missing => "O",
            Self::Suppressed => "Q",
            Self::Nil => "N",
        }
    }

    /// Whether it stands where no value does.
    pub fn is_null(self) -> bool {
        match self {
            Self::CannotExist
            | Self::NotCollected
            | Self::Missing
            | Self::Suppressed
            | Self::Nil => true,
            Self::Normal | Self::Provisional | Self::Estimated | Self::Forecast | Self::Break => {
                false
            }
        }
    }
}

/// What a row is in the table it was printed in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Level {
    /// The table's total.
    Total,
    /// Sum of leaves, such as a continent.
    Subtotal,
    /// Member of a set that exhausts the total: only these may be added.
    Leaf,
    /// Overlapping group (EU, ASEAN).
    Group,
    /// Selected member of a group.
    OfWhich,
}

impl Level {
    pub fn code(self) -> &'static str {
        match self {
            Self::Total => "total",
            Self::Subtotal => "subtotal",
            Self::Leaf => "leaf",
            Self::Group => "group",
            Self::OfWhich => "of_which",
        }
    }
}

/// Where `released_at` was taken from, best first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum ReleasedBasis {
    PrintedTime,
    PrintedDate,
    Listed,
    Announced,
    Captured,
}

impl ReleasedBasis {
    pub fn code(self) -> &'static str {
        match self {
            Self::PrintedTime => "printed_time",
            Self::PrintedDate => "printed_date",
            Self::Listed => "listed",
            Self::Announced => "announced",
            Self::Captured => "captured",
        }
    }
}

/// Why a row follows another of the same observation.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum RevisionReason {
    /// The publisher printed another value or status.
    Source,
    /// The base period changed.
    Rebase,
    /// A later release no longer prints the series where it prints the period completely.
    Vanished,
    /// The value or status is not the printed one: `corrections.toml` says why. On first prints too.
    Correction,
}

impl RevisionReason {
    pub fn code(self) -> &'static str {
        match self {
            Self::Source => "source",
            Self::Rebase => "rebase",
            Self::Vanished => "vanished",
            Self::Correction => "correction",
        }
    }
}

/// A code that is not in its closed list.
#[derive(Debug, PartialEq, Eq, thiserror::Error)]
#[error("got `{got}`, expected one of {expected}")]
pub struct UnknownCode {
    pub got: String,
    pub expected: &'static str,
}

impl FromStr for ObsStatus {
    type Err = UnknownCode;

    fn from_str(text: &str) -> Result<Self, UnknownCode> {
        Ok(match text {
            "A" => Self::Normal,
            "P" => Self::Provisional,
            "E" => Self::Estimated,
            "F" => Self::Forecast,
            "B" => Self::Break,
            "M" => Self::CannotExist,
            "L" => Self::NotCollected,
            "O" => Self::Missing,
            "Q" => Self::Suppressed,
            "N" => Self::Nil,
            _ => {
                return Err(UnknownCode { got: text.to_owned(), expected: "A P E F B M L O Q N" });
            }
        })
    }
}

impl FromStr for Level {
    type Err = UnknownCode;

    fn from_str(text: &str) -> Result<Self, UnknownCode> {
        Ok(match text {
            "total" => Self::Total,
            "subtotal" => Self::Subtotal,
            "leaf" => Self::Leaf,
            "group" => Self::Group,
            "of_which" => Self::OfWhich,
            _ => {
                let expected = "total subtotal leaf group of_which";
                return Err(UnknownCode { got: text.to_owned(), expected });
            }
        })
    }
}

//! Identities a source promises: `[gate]` and `[finding]` of `source.toml`. `check` computes them.

use std::collections::BTreeMap;

use portbook_model::concept::Concept;
use portbook_model::status::Level;
use serde::Deserialize;

mod equation;
mod over;
mod read;

pub(crate) use read::{Raw, read};

/// Whether a broken identity holds the release or is only told.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    Gate,
    Finding,
}

impl Kind {
    pub fn word(self) -> &'static str {
        match self {
            Self::Gate => "gate",
            Self::Finding => "finding",
        }
    }
}

/// One identity, named for what it says; the name is the rule of its issues.
#[derive(Clone, Debug)]
pub struct Identity {
    pub name: String,
    pub dataset: String,
    pub kind: Kind,
    pub rule: Rule,
}

/// Column -> code that a row must have.
pub type Codes = BTreeMap<Concept, String>;

/// What must agree. Tolerance comes from the printed rounding of all that takes part.
#[derive(Clone, Debug)]
pub enum Rule {
    /// Over one column: the row with `total` equals the sum of `terms` with their factors; all
    /// other columns but `ignore` are equal.
    Linear {
        column: Concept,
        total: String,
        terms: BTreeMap<String, i64>,
        /// Columns that differ between the terms by design.
        ignore: Vec<Concept>,
        /// Only rows with these codes take part.
        only: Codes,
    },
    /// Over one column: a row of level `total` equals the sum of rows of these levels; leaves that
    /// are part of a subtotal are not added again.
    Parts { over: Concept, total: Level, of: Vec<Level>, only: Codes },
    /// Over one column: each subtotal equals the sum of the leaves that are part of it.
    Members { over: Concept, only: Codes },
    /// The parts of a whole period sum to it, where all are printed.
    Periods { parts: PeriodParts },
    /// A cumulative is the one before it and its month.
    Cumulatives { before: Base },
    /// A printed share is part / whole × 100: the row with the codes of `share`, and the rows that
    /// have those of `part` and `whole` in their place.
    Share { share: Codes, part: Codes, whole: Codes, ignore: Vec<Concept> },
    /// A printed rate of change is that of the level beside it against its base; `level` has the
    /// codes by which the level differs from the rate.
    Growth { rate: Rate, base: Base, level: Codes, only: Codes },
    /// What a figure in one currency is per unit of the same in another lies in a band of the
    /// exchange rate, in the scale of published values.
    ImpliedRate { of: String, per: String, between: [i128; 2] },
    /// A figure of this dataset is that of another one, in the release of the same name.
    Same { dataset: String, ignore: Vec<Concept>, only: Codes },
    /// The leaves of this dataset, over some columns, sum to the total that another one prints, in
    /// the release of the same name.
    ControlTotal { dataset: String, over: Vec<Concept>, only: Codes },
}

/// Which periods add up.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PeriodParts {
    /// Months to the quarter, the year and the year to date.
    Months,
    /// Quarters to the year.
    Quarters,
}

/// Where a figure of an earlier period is taken from.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Base {
    /// The same release.
    Printed,
    /// What was held before the release, where the release itself does not print it.
    Held,
}

/// A code of `transformation` that compares two levels.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Rate {
    pub code: &'static str,
    pub back: Back,
    pub form: Form,
}

/// Which earlier period is the base.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Back {
    Year,
    One,
}

/// What is printed of level and base.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Form {
    /// level / base × 100 − 100.
    Growth,
    /// level / base × 100.
    Ratio,
    /// level − base.
    Change,
}

impl Rate {
    pub const ALL: [Self; 6] = [
        Self { code: "GY", back: Back::Year, form: Form::Growth },
        Self { code: "G1", back: Back::One, form: Form::Growth },
        Self { code: "RY", back: Back::Year, form: Form::Ratio },
        Self { code: "R1", back: Back::One, form: Form::Ratio },
        Self { code: "DY", back: Back::Year, form: Form::Change },
        Self { code: "D1", back: Back::One, form: Form::Change },
    ];
}

impl Identity {
    /// Whether it says something of a dataset.
    pub fn concerns(&self, dataset: &str) -> bool {
        self.dataset == dataset || self.beside() == Some(dataset)
    }

    /// The other dataset that it compares with.
    pub fn beside(&self) -> Option<&str> {
        match &self.rule {
            Rule::Same { dataset, .. } | Rule::ControlTotal { dataset, .. } => Some(dataset),
            _ => None,
        }
    }

    /// Whether it compares with what was held before the release.
    pub fn is_across_releases(&self) -> bool {
        matches!(
            self.rule,
            Rule::Cumulatives { before: Base::Held } | Rule::Growth { base: Base::Held, .. }
        )
    }
}

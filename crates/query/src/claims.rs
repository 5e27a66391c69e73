//! An article's figures as executable tests: what each came to on the day it was printed, what it
//! comes to today, and the cells it rests on. No verdict is forced, and none is an error.
//!
//! A reading's SQL is put to a table `cell` that holds exactly the observations its `cells`
//! condition picks, one row each: so the cells listed are the cells used.

use serde::Serialize;
use serde_json::{Value, json};

mod define;
pub mod expected;
pub mod file;
mod run;
pub mod text;
mod used;
mod vintage;

/// The verdicts, in the words people are shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub enum Word {
    #[serde(rename = "holds")]
    Holds,
    #[serde(rename = "held as of then, revised since")]
    HeldRevisedSince,
    #[serde(rename = "depends on the reading")]
    DependsOnTheReading,
    #[serde(rename = "does not hold")]
    DoesNotHold,
    #[serde(rename = "not yet computable")]
    NotYetComputable,
    #[serde(rename = "out of scope")]
    OutOfScope,
}

impl Word {
    pub fn text(self) -> &'static str {
        match self {
            Self::Holds => "holds",
            Self::HeldRevisedSince => "held as of then, revised since",
            Self::DependsOnTheReading => "depends on the reading",
            Self::DoesNotHold => "does not hold",
            Self::NotYetComputable => "not yet computable",
            Self::OutOfScope => "out of scope",
        }
    }

    /// One reading: was the figure met then, and is it met now? `None` where it cannot be said.
    fn of_reading(then: Option<bool>, now: Option<bool>) -> Self {
        match (then, now) {
            (None, _) => Self::NotYetComputable,
            (Some(false), _) => Self::DoesNotHold,
            (Some(true), Some(false)) => Self::HeldRevisedSince,
            (Some(true), Some(true) | None) => Self::Holds,
        }
    }

    /// A claim is what all its readings are; readings that cannot be computed yet have no say.
    fn of_claim(readings: &[Self]) -> Self {
        let mut computed = readings.iter().filter(|word| **word != Self::NotYetComputable);
        let Some(first) = computed.next() else { return Self::NotYetComputable };
        if computed.all(|word| word == first) { *first } else { Self::DependsOnTheReading }
    }
}

/// A figure as computed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Outcome {
    /// In base units of `unit`, in full.
    pub value: String,
    /// `USD`, `CNY`, `PT`, or `1` for a number of things or a rank.
    pub unit: String,
    /// For people: `1,075,848.1 US$ million`.
    pub text: String,
    /// The figure rounds to the one printed, or is on the side of it that the claim names.
    pub as_printed: bool,
}

/// One reading of a claim whose text leaves something open.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct ReadingVerdict {
    pub name: String,
    pub verdict: Word,
    /// What would have been met: `1,076 US$ bn, give or take 0.5`.
    pub expected: String,
    pub then: Option<Outcome>,
    pub now: Option<Outcome>,
    /// What `portbook sql` takes to ask the same.
    pub sql: Option<String>,
    pub sql_now: Option<String>,
    pub notes: Vec<String>,
}

/// A cell that a reading used.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct CellUsed {
    pub source: String,
    pub dataset: String,
    pub release: String,
    pub released_at: String,
    pub member: Option<String>,
    pub sheet: Option<String>,
    pub cell: Option<String>,
    pub record: Option<i64>,
    /// The column of a record file (the same as `cell` there); null in a grid.
    pub column: Option<String>,
    pub snapshot: String,
    pub time_period: String,
    pub period_kind: String,
    /// What `portbook explain` takes.
    pub key: String,
    pub value: Option<String>,
    pub unit: String,
    pub raw_text: Option<String>,
    /// Names of the readings that used it.
    pub readings: Vec<String>,
}

/// What a claim came to.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Verdict {
    pub id: String,
    pub verdict: Word,
    pub statement: String,
    pub published: String,
    /// The first reading's figure on the article's day.
    pub then: Option<Outcome>,
    /// The first reading's figure today.
    pub now: Option<Outcome>,
    pub readings: Vec<ReadingVerdict>,
    pub notes: Vec<String>,
    pub cells: Vec<CellUsed>,
}

/// `{"claims": […]}`.
pub fn json(verdicts: &[Verdict]) -> Value {
    json!({ "claims": verdicts })
}

#[cfg(test)]
mod tests {
    use super::Word::{
        DependsOnTheReading, DoesNotHold, HeldRevisedSince, Holds, NotYetComputable,
    };
    use super::*;

    #[test]
    fn a_reading_is_judged_then_before_now() {
        for (then, now, word) in [
            (Some(true), Some(true), Holds),
            (Some(true), None, Holds),
            (Some(true), Some(false), HeldRevisedSince),
            (Some(false), Some(true), DoesNotHold),
            (Some(false), Some(false), DoesNotHold),
            (None, Some(true), NotYetComputable),
            (None, None, NotYetComputable),
        ] {
            assert_eq!(Word::of_reading(then, now), word, "{then:?} {now:?}");
        }
    }

    #[test]
    fn a_claim_is_what_its_readings_agree_on() {
        for (readings, word) in [
            (vec![Holds], Holds),
            (vec![Holds, Holds], Holds),
            (vec![HeldRevisedSince], HeldRevisedSince),
            (vec![DoesNotHold, DoesNotHold], DoesNotHold),
            (vec![Holds, DoesNotHold], DependsOnTheReading),
            (vec![Holds, HeldRevisedSince], DependsOnTheReading),
            (vec![Holds, NotYetComputable], Holds),
            (vec![NotYetComputable, DoesNotHold], DoesNotHold),
            (vec![NotYetComputable], NotYetComputable),
            (vec![], NotYetComputable),
        ] {
            assert_eq!(Word::of_claim(&readings), word, "{readings:?}");
        }
    }
}

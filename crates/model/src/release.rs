//! A release: one publication event of one source (contract 8).

use std::cmp::Ordering;
use std::fmt;

use jiff::Timestamp;
use serde::{Deserialize, Serialize};

use crate::status::ReleasedBasis;

/// `us-census-ft900:2025-12`, and `….2` for a silent replacement. Suffixes order as numbers.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct ReleaseId {
    source: String,
    period: String,
    /// 1 for the first print; 2, 3 … for silent replacements.
    replacement: u32,
}

impl ReleaseId {
    pub fn new(source: &str, period: &str) -> Self {
        Self { source: source.to_owned(), period: period.to_owned(), replacement: 1 }
    }

    /// The id of the `n`-th print of the same release; the first carries no suffix.
    #[must_use]
    pub fn replacement(&self, n: u32) -> Self {
        Self { replacement: n, ..self.clone() }
    }

    pub fn source(&self) -> &str {
        &self.source
    }

    /// What names the release: `2025-12`, `2026-08-21`.
    pub fn period(&self) -> &str {
        &self.period
    }
}

impl fmt::Display for ReleaseId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}:{}", self.source, self.period)?;
        if self.replacement > 1 {
            write!(f, ".{}", self.replacement)?;
        }
        Ok(())
    }
}

impl Ord for ReleaseId {
    fn cmp(&self, other: &Self) -> Ordering {
        let key = |id: &Self| (id.source.clone(), id.period.clone(), id.replacement);
        key(self).cmp(&key(other))
    }
}

impl PartialOrd for ReleaseId {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

/// When a (release, dataset) became public, and how that is known.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Release {
    pub id: ReleaseId,
    /// Instant of publication, UTC.
    pub released_at: Timestamp,
    pub released_basis: ReleasedBasis,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn replacements_order_as_numbers() {
        let first = ReleaseId::new("us-census-ft900", "2025-12");
        assert_eq!(first.to_string(), "us-census-ft900:2025-12");
        assert_eq!(first.replacement(2).to_string(), "us-census-ft900:2025-12.2");
        assert!(first.replacement(2) < first.replacement(10));
        assert!(first < first.replacement(2));
    }
}

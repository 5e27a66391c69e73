//! An issue: something a source printed that was not understood. It is a value, not an error.

use std::fmt;

use serde::{Deserialize, Serialize};

use crate::address::Address;

/// Which rule a cell, table or release broke. `accepted.toml` names rules by [`Issue::rule`].
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Issue {
    /// Kebab-case name of the rule (`unknown-label`, `unreadable-number`, an identity's name).
    pub rule: String,
    /// File as a person would find it: URL or path.
    pub file: String,
    pub address: Address,
    /// What stands there, verbatim.
    pub seen: String,
    /// What would have been understood.
    pub expected: String,
    /// Known words nearest to `seen`, best first.
    pub nearest: Vec<String>,
}

/// Value cells that one issue keeps out: a cell, the cells of a row, or those of a table.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Refusal {
    pub issue: Issue,
    pub cells: u64,
}

impl fmt::Display for Issue {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {}", self.rule, self.file)?;
        let address = self.address.to_string();
        if !address.is_empty() {
            write!(f, ", {address}")?;
        }
        write!(f, ": got `{}`, expected {}", self.seen, self.expected)?;
        if !self.nearest.is_empty() {
            let quoted: Vec<_> = self.nearest.iter().map(|word| format!("`{word}`")).collect();
            write!(f, " (nearest: {})", quoted.join(", "))?;
        }
        Ok(())
    }
}

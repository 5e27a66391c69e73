//! A series: the 23 columns of its identity and nothing else (contract 2).

use jiff::civil::Date;
use serde::{Deserialize, Serialize};
use sha2::{Digest as _, Sha256};

use crate::concept::Concept;
use crate::digest::Digest;

/// The identity of a series. Ordered as the published rows are: column by column, bytewise.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct Series([String; 23]);

/// A column of the series was left unset.
#[derive(Debug, PartialEq, Eq, thiserror::Error)]
#[error("series column `{0}` is not set")]
pub struct Unset(pub &'static str);

impl Series {
    /// Builds a series from a value for every concept.
    ///
    /// # Errors
    /// `Unset` names the first concept for which `value` has none: nothing defaults.
    pub fn new(value: impl Fn(Concept) -> Option<String>) -> Result<Self, Unset> {
        let mut values: [String; 23] = Default::default();
        for concept in Concept::ALL {
            values[concept as usize] = value(concept).ok_or(Unset(concept.name()))?;
        }
        Ok(Self(values))
    }

    /// No column says anything: what an observation has before it is given its series.
    pub(crate) fn unset() -> Self {
        Self(Default::default())
    }

    pub fn get(&self, concept: Concept) -> &str {
        &self.0[concept as usize]
    }

    /// The same series with another value in one column: for identities between series.
    #[must_use]
    pub fn with(&self, concept: Concept, value: &str) -> Self {
        let mut other = self.clone();
        value.clone_into(&mut other.0[concept as usize]);
        other
    }

    /// First 32 hex digits of SHA-256 over `name=value\n` of the columns in order. Not stored.
    pub fn id(&self) -> String {
        shortened(self.hash())
    }

    /// The same over two more lines, `period_start=2025-11-01\n` and `period_end=2025-11-30\n`: the
    /// id of an observation.
    pub fn observation_id(&self, start: Date, end: Date) -> String {
        let mut hash = self.hash();
        hash.update(format!("period_start={start}\nperiod_end={end}\n"));
        shortened(hash)
    }

    fn hash(&self) -> Sha256 {
        let mut hash = Sha256::new();
        for concept in Concept::ALL {
            hash.update(concept.name());
            hash.update("=");
            hash.update(self.get(concept));
            hash.update("\n");
        }
        hash
    }
}

fn shortened(hash: Sha256) -> String {
    let mut id = Digest::from(<[u8; 32]>::from(hash.finalize())).to_string();
    id.truncate(32);
    id
}

#[cfg(test)]
mod tests {
    use super::*;

    fn all(value: &str) -> Series {
        Series::new(|_| Some(value.to_owned())).unwrap()
    }

    /// The expected digits come from `sha256sum` over the 23 lines `name=_Z`, so a change of the
    /// columns, their names or their order fails here: identity is published.
    #[test]
    fn identity_is_stable() {
        assert_eq!(all("_Z").id(), "6f04a97534deaf7c4a8867a14e70ce5c");
    }

    /// Likewise, over the 23 lines and those of 1 and 30 November 2025.
    #[test]
    fn identity_of_an_observation_is_stable() {
        let id =
            all("_Z").observation_id("2025-11-01".parse().unwrap(), "2025-11-30".parse().unwrap());
        assert_eq!(id, "9c11dc09d899730fdcd6e615c996efe7");
    }

    #[test]
    fn unset_columns_are_named() {
        let series = Series::new(|c| (c != Concept::Valuation).then(|| "_Z".to_owned()));
        assert_eq!(series, Err(Unset("valuation")));
    }
}

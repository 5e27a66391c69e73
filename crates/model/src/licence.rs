//! Whether figures may be passed on, as far as their publisher's terms are known.

use std::fmt;

use serde::{Deserialize, Serialize};

/// What a publisher's terms let anybody do who holds the figures: a closed list.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Redistribution {
    /// Without a condition.
    Yes,
    /// If the publisher is named.
    Attribution,
    /// If the publisher is named, and nobody earns by it.
    NonCommercial,
    /// Not allowed, or not known to be.
    No,
}

impl Redistribution {
    pub const ALL: [Self; 4] = [Self::Yes, Self::Attribution, Self::NonCommercial, Self::No];

    pub fn code(self) -> &'static str {
        match self {
            Self::Yes => "yes",
            Self::Attribution => "attribution",
            Self::NonCommercial => "non-commercial",
            Self::No => "no",
        }
    }

    /// Whether anybody may pass the figures on, whatever for.
    pub fn is_open(self) -> bool {
        match self {
            Self::Yes | Self::Attribution => true,
            Self::NonCommercial | Self::No => false,
        }
    }
}

impl fmt::Display for Redistribution {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.code())
    }
}

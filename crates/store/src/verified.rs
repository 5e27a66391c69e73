//! What a look at every byte of stores found.

/// Each place with what is wrong.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Verified {
    pub commits: u64,
    /// Objects that were hashed.
    pub files: u64,
    pub damaged: Vec<String>,
    /// Objects that no capture and no commit names: left by a run that was killed, harmless.
    pub orphans: Vec<String>,
}

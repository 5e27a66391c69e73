//! What kind of trouble an error is; every crate's error answers `class()`, and the exit code of a
//! run follows it. Not the error itself: where it happened and what was seen stay in each crate.

/// What is to be done about an error.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Class {
    /// Nothing is lost; the same run later may succeed (a timeout, a held lock).
    Transient,
    /// The source is not as described: set this source aside, a person looks, others go on.
    SourceChanged,
    /// This machine: disk, permission, a damaged file, a setting.
    Environment,
    /// Ours: stop.
    Defect,
}

impl Class {
    pub fn name(self) -> &'static str {
        match self {
            Self::Transient => "transient",
            Self::SourceChanged => "source changed",
            Self::Environment => "environment",
            Self::Defect => "defect",
        }
    }
}

//! What goes between this machine and stores, told in numbers.

/// What was asked of stores.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Traffic {
    /// Objects, ranges of objects and listings asked for, and objects sent.
    pub requests: u64,
    /// Bytes of objects that came.
    pub bytes_read: u64,
    /// Bytes of objects that were sent.
    pub bytes_written: u64,
}

/// How what was made here came to a store.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Taken {
    There,
    /// Another writer was there first: bring, make it again, and take it.
    Raced,
}

//! The Arrow contract: what raw records and published observations look like, and the code lists
//! behind the columns. `docs/contract.md` says what each column means.

pub mod codelist;
pub mod document;
pub mod observation;
pub mod raw;

/// Version of the published schema; part of `created_by` and of the program's identity.
pub const VERSION: u32 = 1;

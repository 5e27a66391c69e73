//! A commit where it lies, to be read without a copy.

use std::sync::Arc;

use object_store::ObjectStore;

/// The commit that a store shows.
#[derive(Debug)]
pub struct Shown {
    pub commit: u64,
    /// Its tables, by the names of a view: `observation/source=S/freq=M/year=2025/part-0.parquet`.
    pub names: Vec<String>,
    /// Reads them, by these names.
    pub store: Arc<dyn ObjectStore>,
}

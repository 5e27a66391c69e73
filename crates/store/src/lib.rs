//! An archive and an output in an object store.

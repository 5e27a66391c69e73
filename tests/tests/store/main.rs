//! Tests of object stores.
fn main() {}

//! The article's own claims file: complete, and right about the figures it can compute.

use std::path::PathBuf;

use portbook_query::claims::file::{ClaimsFile, Test};

fn path() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../../claims/2025-12-trillion-surplus.toml")
}

#[test]
fn every_figure_of_the_article_is_a_claim() {
    let file = ClaimsFile::read(&path()).unwrap();
    let ids: Vec<&str> = file.claims.iter().map(|claim| claim.id.as_str()).collect();
    assert_eq!(ids.len(), 24);
    let out_of_scope = file.claims.iter().filter(|c| matches!(c.test, Test::OutOfScope(_)));
    assert_eq!(out_of_scope.map(|c| c.id.as_str()).collect::<Vec<_>>(), ["eu-ev-duties"]);
}

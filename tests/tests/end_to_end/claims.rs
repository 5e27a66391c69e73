//! The article's figures.

use serde_json::Value;

use crate::{list, replayed, text};

const WORDS: [&str; 6] = [
    "holds",
    "held as of then, revised since",
    "depends on the reading",
    "does not hold",
    "not yet computable",
    "out of scope",
];

fn claims() -> Vec<Value> {
    let json = replayed().place.portbook(["claims", "--json"]).json(0);
    list(&json["claims"]).to_vec()
}

#[test]
fn the_surplus_held_as_of_then() {
    let claims = claims();
    let surplus = claims.iter().find(|claim| claim["id"] == "surplus-2025-11m");
    let surplus = surplus.expect("the article's first figure");
    assert_eq!(text(&surplus["verdict"]), "held as of then, revised since", "{surplus:#}");
    assert_eq!(text(&surplus["then"]["value"]), "1075848100000", "{surplus:#}");
    assert_eq!(text(&surplus["now"]["value"]), "1068200000000", "{surplus:#}");
    assert!(!list(&surplus["cells"]).is_empty(), "{surplus:#}");
}

#[test]
fn at_least_ten_claims_can_be_computed() {
    let claims = claims();
    for claim in &claims {
        assert!(WORDS.contains(&text(&claim["verdict"])), "{claim:#}");
    }
    let computed = claims.iter().filter(|claim| claim["verdict"] != "not yet computable").count();
    assert!(computed >= 10, "{computed} of {} claims", claims.len());
}

#[test]
fn every_computed_verdict_lists_its_cells() {
    for claim in claims() {
        let computed = !["not yet computable", "out of scope"].contains(&text(&claim["verdict"]));
        if computed {
            assert!(!list(&claim["cells"]).is_empty(), "{claim:#}");
        }
        for cell in list(&claim["cells"]) {
            assert_ne!(cell["release"], Value::Null, "{cell:#}");
            assert_ne!(cell["snapshot"], Value::Null, "{cell:#}");
        }
    }
}

#[test]
fn a_claim_that_cannot_be_computed_says_what_is_missing() {
    for claim in claims().iter().filter(|claim| claim["verdict"] == "not yet computable") {
        let readings = list(&claim["readings"]).iter();
        let notes =
            readings.flat_map(|reading| list(&reading["notes"])).chain(list(&claim["notes"]));
        assert!(notes.count() > 0, "{claim:#}");
    }
}

//! `sources` and `codelist`: what is collected, and by which names.

use portbook_tests::program::portbook;
use portbook_tests::repository;

use crate::{list, replayed, text};

/// README.md has what `portbook sources --markdown` prints after `make run`.
#[test]
fn the_readme_lists_what_is_held() {
    let ended = replayed().place.portbook(["sources", "--markdown"]);
    ended.expect(0);
    let readme = fs_err::read_to_string(repository::root().join("README.md")).unwrap();
    let table = ended.stdout.trim_end();
    assert!(
        readme.contains(table),
        "README.md, section Sources, differs from `portbook sources --markdown`:\n{table}"
    );
}

/// ISO 3166-1 writes Viet Nam; the Express prints Vietnam, its Chinese site 越南, both Viet Nam's.
#[test]
fn a_code_is_found_by_any_name() {
    for name in ["Viet Nam", "viet nam", "VNM", "越南", "Vietnam"] {
        let found = portbook(["codelist", "areas", name, "--json"]).json(0);
        let [vietnam] = list(&found) else { panic!("one code: {found:#}") };
        assert_eq!(text(&vietnam["code"]), "VNM");
        let printed: Vec<(&str, &str)> = list(&vietnam["printed"])
            .iter()
            .map(|label| (text(&label["source"]), text(&label["label"])))
            .collect();
        for label in [("cn/gacc-express", "Vietnam"), ("cn/gacc-express", "越南")] {
            assert!(printed.contains(&label), "{found:#}");
        }
    }
}

#[test]
fn an_unknown_name_has_its_nearest_and_no_default() {
    let ended = portbook(["codelist", "area", "Vietnm"]);
    ended.expect(64);
    assert!(ended.stderr.contains("nearest: `Vietnam`"), "{ended}");
    let ended = portbook(["codelist", "arear"]);
    ended.expect(64);
    assert!(ended.stderr.contains("nearest: `area`"), "{ended}");
}

//! Exit codes: what each scheduler does with one agrees with docs/exit-codes.md.

use std::collections::BTreeSet;

use portbook_tests::repository::root;

fn text(file: &str) -> String {
    fs_err::read_to_string(root().join(file)).unwrap_or_else(|error| panic!("{error}"))
}

/// The first column of the table.
fn documented() -> BTreeSet<u8> {
    let text = text("docs/exit-codes.md");
    let cells = text.lines().filter_map(|line| line.strip_prefix("| ")?.split_once(" |"));
    cells.filter_map(|(code, _)| code.parse().ok()).collect()
}

/// Codes after a word that begins a line.
fn codes(file: &str, word: &str) -> BTreeSet<u8> {
    let text = text(file);
    let line = text.lines().find_map(|line| line.trim_start().strip_prefix(word));
    let line = line.unwrap_or_else(|| panic!("{file}: no line that begins with `{word}`"));
    let codes = line.split(|c: char| !c.is_ascii_digit()).filter(|code| !code.is_empty());
    codes.map(|code| code.parse().expect("a code is below 256")).collect()
}

const TRIED_AGAIN: [u8; 1] = [75];

#[test]
fn systemd_and_kubernetes_try_again_after_75_alone() {
    let service = "deploy/systemd/portbook-nightly.service";
    let ends = &codes(service, "SuccessExitStatus=") | &codes(service, "RestartPreventExitStatus=");
    let expected = &documented() - &BTreeSet::from([0, TRIED_AGAIN[0]]);
    assert!(expected.len() >= 5, "{expected:?}");
    assert_eq!(ends, expected, "{service}");
    let job = "deploy/kubernetes/cronjob.yaml";
    assert_eq!(codes(job, "values: "), TRIED_AGAIN.into(), "{job}");
}

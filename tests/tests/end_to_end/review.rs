//! What is held is laid before a person with all that a decision needs, and the decision counts.

use portbook_tests::folder::digests;
use portbook_tests::program::Place;
use portbook_tests::published::rows;

use crate::ruritania::{PAGE, answers, file, place};
use crate::{list, text};

const ID: &str = "xx-exports/2024-04-20/exports";

/// A second release that calls France by a name nobody knows; the first stands.
fn held(name: &str) -> Place {
    let place = place(name);
    let page = PAGE.replace("France,20.25,-", "Frankreich,20.5,3").replace("World", "Welt");
    answers(&place, "2024-04-20T09:00:00Z", &page);
    let lookups = file(&place, "lookups.toml");
    let known = fs_err::read_to_string(&lookups).unwrap();
    let world = "\"World\"   = { counterpart_area = \"_W\", level = \"total\" }\n";
    assert!(known.contains(world));
    fs_err::write(
        &lookups,
        known.replace(world, &format!("{world}{}", world.replace("World", "Welt"))),
    )
    .unwrap();
    place.replay().json(10);
    place
}

fn decide(place: &Place, word: &str, rule: &[&str]) -> portbook_tests::program::Ended {
    let tail = ["--reason", "named in another \"language\"", "--by", "reviewer"];
    let head = ["review", word, "xx/exports", "2024-04-20", "--dataset", "exports"];
    let now = ["--now", "2024-04-21T00:00:00Z"];
    place.portbook(head.iter().chain(rule).chain(&tail).chain(&now).copied())
}

#[test]
fn a_held_release_is_listed_and_shown_with_all_that_a_decision_needs() {
    let place = held("review");
    let listed = place.portbook(["review", "--json"]).json(10);
    let [one] = list(&listed) else { panic!("one is held: {listed:#}") };
    assert_eq!((text(&one["id"]), text(&one["release"])), (ID, "xx-exports:2024-04-20"));
    assert_eq!(text(&one["last_good"]), "xx-exports:2024-03-20");
    assert_eq!(list(&one["rules"]).iter().map(text).collect::<Vec<_>>(), ["unknown-label"]);
    let people = place.portbook(["review"]);
    people.expect(10);
    assert!(people.stdout.contains(ID), "{people}");

    let json = place.portbook(["review", ID, "--json"]).json(0);
    let reason = &list(&json["reasons"])[0];
    let cell = &list(&reason["cells"])[0];
    assert_eq!((text(&cell["cell"]), text(&cell["value"])), ("A6", "Frankreich"), "{json:#}");
    let around = cell["around"].to_string();
    assert!(around.contains("Germany") && around.contains("20.5"), "as printed: {around}");
    let object = text(&list(&json["stored"])[0]["object"]);
    let stored = fs_err::read_to_string(place.archive().join(object)).unwrap();
    assert!(stored.contains("Frankreich"), "{object}");

    let shown = place.portbook(["review", ID]);
    shown.expect(0);
    for word in [
        "# xx/exports exports, release xx-exports:2024-04-20: held",
        "last good release is xx-exports:2024-03-20",
        "got `Frankreich`, expected",
        "[cell A6](https://bureau.example/exports.csv): `Frankreich`",
        object,
        "portbook review accept xx/exports 2024-04-20 --dataset exports --rule unknown-label",
        "portbook review reject xx/exports 2024-04-20 --dataset exports --reason",
    ] {
        assert!(shown.stdout.contains(word), "no `{word}`: {shown}");
    }
    let markdown = place.output().join("review").join(format!("{ID}.md"));
    assert_eq!(fs_err::read_to_string(markdown).unwrap().trim_end(), shown.stdout.trim_end());
    let verified = place.portbook(["verify", "--json"]).json(0);
    assert_eq!(list(&verified["orphans"]).len(), 0, "{verified:#}");

    let misspelt = place.portbook(["review", "xx-exports/2024-04-2/exports"]);
    misspelt.expect(64);
    assert!(misspelt.stderr.contains(&format!("did you mean `{ID}`")), "{misspelt}");
}

#[test]
fn bundles_are_the_same_bytes_wherever_they_are_built() {
    let place = held("review-stable");
    let before = digests(&place.output().join("review"));
    assert_eq!(before.len(), 3, "{before:?}");
    let elsewhere = place.folder.path().join("elsewhere");
    let path = |path: &std::path::Path| path.to_str().expect("ASCII").to_owned();
    let folders = [path(&place.archive()), path(&elsewhere), path(&place.pipelines)];
    let [archive, output, pipelines] = folders.each_ref();
    let options = ["--archive", archive, "--output", output, "--pipelines", pipelines];
    let built = portbook_tests::program::portbook(
        ["build", "--threads", "1"].into_iter().chain(options.iter().map(AsRef::as_ref)),
    );
    built.expect(10);
    assert_eq!(digests(&elsewhere.join("review")), before);
}

#[test]
fn an_accepted_rule_lets_the_rest_be_published() {
    let place = held("review-accept");
    let accepted = file(&place, "accepted.toml");
    fs_err::write(&accepted, "# Decisions on this source.").unwrap();
    let wrong = decide(&place, "accept", &["--rule", "unknown-labels"]);
    wrong.expect(64);
    assert!(wrong.stderr.contains("expected one of what is held: `unknown-label`"), "{wrong}");
    decide(&place, "accept", &[]).expect(64);
    assert_eq!(fs_err::read_to_string(&accepted).unwrap(), "# Decisions on this source.");

    decide(&place, "accept", &["--rule", "unknown-label"]).expect(0);
    let written = fs_err::read_to_string(&accepted).unwrap();
    let expected = "# Decisions on this source.\n\n[[accept]]\nrelease = \"xx-exports:2024-04-20\"\n\
                    dataset = \"exports\"\nrule    = \"unknown-label\"\n\
                    reason  = \"named in another \\\"language\\\"\"\nby      = \"reviewer\"\n\
                    date    = \"2024-04-21\"\n";
    assert_eq!(written, expected);
    decide(&place, "accept", &["--rule", "unknown-label"]).expect(0);
    assert_eq!(fs_err::read_to_string(&accepted).unwrap(), expected, "written once");

    place.portbook(["build"]).expect(0);
    assert_eq!(place.portbook(["review"]).expect(0).stdout.trim(), "nothing is held");
    assert!(!place.output().join("review").exists());
    // World and Germany print the same as before; France's cells stay refused.
    let quarantine =
        place.portbook(["sql", "--json", "select rule, cell, cells from quarantine"]).json(0);
    assert_eq!(quarantine[0]["cell"], "A6", "{quarantine:#}");
}

#[test]
fn a_rejected_release_stays_held_and_is_told_no_more() {
    let place = held("review-reject");
    let before = rows(&place.output());
    decide(&place, "reject", &[]).expect(0);
    let written = fs_err::read_to_string(file(&place, "accepted.toml")).unwrap();
    assert!(written.starts_with("[[reject]]\nrelease = \"xx-exports:2024-04-20\"\n"), "{written}");
    let summary = place.portbook(["build", "--json"]).json(0);
    let line = &summary["lines"][0];
    assert_eq!(list(&line["because"]).len(), 0, "{line:#}");
    let verdict = crate::verdict(line, "xx-exports:2024-04-20");
    assert_eq!((&verdict["held"], &verdict["rejected"]), (&true.into(), &true.into()));
    place.portbook(["review"]).expect(0);
    assert_eq!(rows(&place.output()), before);
    // It stays out though the label is learned.
    let lookups = file(&place, "lookups.toml");
    let known = fs_err::read_to_string(&lookups).unwrap();
    fs_err::write(
        &lookups,
        format!("{known}\"Frankreich\" = {{ counterpart_area = \"FRA\", level = \"leaf\" }}\n"),
    )
    .unwrap();
    place.portbook(["build"]).expect(0);
    assert_eq!(rows(&place.output()), before);
}

#[test]
fn only_what_is_held_can_be_decided() {
    let place = place("review-nothing");
    place.replay().json(0);
    let refused = decide(&place, "reject", &[]);
    refused.expect(64);
    assert!(refused.stderr.contains(ID), "{refused}");
    assert!(!file(&place, "accepted.toml").exists());
    let unknown = place.portbook([
        "review",
        "reject",
        "xx/export",
        "2024-04-20",
        "--dataset",
        "exports",
        "--reason",
        "r",
        "--by",
        "b",
    ]);
    unknown.expect(78);
    assert!(unknown.stderr.contains("did you mean `xx/exports`"), "{unknown}");
    place
        .portbook(["review", "reject", "xx/exports", "2024-04-20", "--dataset", "exports"])
        .expect(64);
}

/// A file that no layout takes belongs to no release: there is nothing to accept, and it is told.
#[test]
fn files_that_belong_to_no_release_are_shown_too() {
    let place = place("review-file");
    answers(&place, "2024-04-20T09:00:00Z", "Imports by country\nCountry,Jan 2024\nWorld,1\n");
    place.replay().json(10);
    let listed = place.portbook(["review", "--json"]).json(10);
    let id = text(&list(&listed)[0]["id"]);
    assert!(id.starts_with("xx-exports/no-release/"), "{listed:#}");
    let shown = place.portbook(["review", id]);
    assert!(shown.stdout.contains("There is nothing to accept"), "{shown}");
    assert!(shown.stdout.contains("objects/sha256/"), "{shown}");
}

/// A file that is none of the source's holds all of it until somebody says so.
#[test]
fn a_file_that_is_none_of_the_sources_is_discarded() {
    let place = place("review-discard");
    answers(&place, "2024-04-20T09:00:00Z", "Imports by country\nCountry,Jan 2024\nWorld,1\n");
    place.replay().json(10);
    let listed = place.portbook(["review", "--json"]).json(10);
    let bundle = place.portbook(["review", text(&list(&listed)[0]["id"]), "--json"]).json(0);
    let snapshot = text(&list(&bundle["stored"])[0]["snapshot"]);
    let command = text(&list(&bundle["commands"])[0]);
    let start = format!("portbook review discard xx/exports {} ", &snapshot[..8]);
    assert!(command.starts_with(&start), "{command}");
    let discard = |file: &str, reason: &str| {
        let now = ["--now", "2024-04-21T00:00:00Z"];
        let said = ["--reason", reason, "--by", "reviewer"];
        place.portbook(
            ["review", "discard", "xx/exports", file].iter().chain(&said).chain(&now).copied(),
        )
    };
    discard(&snapshot[..8], " ").expect(64);
    for short in ["", &snapshot[..7], "not a digest"] {
        discard(short, "a page of another bureau").expect(64);
    }
    let other = discard("00000000", "not ours");
    assert!(other.expect(64).stderr.contains(snapshot), "{other}");
    discard(&snapshot[..8], "a page of another bureau").expect(0);
    let written = fs_err::read_to_string(file(&place, "accepted.toml")).unwrap();
    let expected = format!(
        "[[discard]]\nsnapshot = \"{snapshot}\"\nreason   = \"a page of another bureau\"\n\
         by       = \"reviewer\"\ndate     = \"2024-04-21\"\n"
    );
    assert_eq!(written, expected);
    discard(&snapshot[..8], "said twice").expect(0);
    assert_eq!(fs_err::read_to_string(file(&place, "accepted.toml")).unwrap(), expected);

    let built = place.portbook(["build", "--json"]).json(0);
    assert!(built.to_string().contains("discarded: a page of another bureau"), "{built:#}");
    assert_eq!(place.portbook(["review"]).expect(0).stdout.trim(), "nothing is held");
    // Its bytes stay, and a clean build knows as much.
    place.portbook(["verify"]).expect(0);
    assert!(place.archive().join("objects/sha256").join(&snapshot[..2]).exists());
}

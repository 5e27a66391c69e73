//! Exit codes that scripts rely on: 64 usage, 75 the lock is held, 78 configuration.

use std::process::{Command, Stdio};

use portbook_tests::edit;
use portbook_tests::folder::listing;
use portbook_tests::program::{Place, path, portbook};
use portbook_tests::repository::{root, sources};

#[test]
fn usage_mistakes_end_with_64() {
    for arguments in [
        &["run", "--no-such-option"][..],
        &["no-such-command"],
        &["run", "--now", "yesterday"],
        &["run", "--threads", "0"],
        &["sql"],
        &["explain"],
        &[],
    ] {
        let ended = portbook(arguments.iter().copied());
        ended.expect(64);
        assert_eq!(ended.stdout, "", "{ended}");
        assert_ne!(ended.stderr, "", "{ended}");
    }
    let place = crate::replayed();
    place.place.portbook(["sql", "select nonsense from latest"]).expect(64);
    place.place.portbook(["sql", "select 1", "--as-of", "yesterday"]).expect(64);
}

#[test]
fn help_shows_an_example_of_every_command() {
    for command in [
        "run",
        "collect",
        "build",
        "check",
        "parse",
        "probe",
        "sources",
        "sql",
        "explain",
        "claims",
        "revisions",
        "diff",
        "verify",
        "status",
        "review",
    ] {
        let ended = portbook([command, "--help"]);
        ended.expect(0);
        assert!(ended.stdout.contains(&format!("portbook {command}")), "{ended}");
        assert!(ended.stdout.to_lowercase().contains("example"), "{ended}");
        assert!(ended.stdout.contains("--json"), "{ended}");
    }
}

#[test]
fn help_of_commands_within_commands_shows_an_example_too() {
    for words in [["inbox", "add"], ["review", "accept"], ["review", "reject"]] {
        let ended = portbook(words.into_iter().chain(["--help"]));
        ended.expect(0);
        assert!(ended.stdout.contains(&format!("portbook {}", words.join(" "))), "{ended}");
        assert!(ended.stdout.contains("Example"), "{ended}");
        assert!(ended.stdout.contains("--json"), "{ended}");
    }
}

#[test]
fn mistakes_in_pipelines_end_with_78_and_their_place() {
    for (name, file, from, to, place) in [
        ("unknown-key", "source.toml", "\nlanguage ", "\nlangauge ", "source.toml:4:1"),
        ("bad-toml", "layout.toml", "[table.line]", "[table.line", "layout.toml:"),
        ("bad-kind", "source.toml", "\n[gate]", "\n[gaet]", "source.toml:"),
    ] {
        let place_of_mistake = place;
        let place = Place::with_own_pipelines(&format!("exits-{name}"));
        edit::text(&place.pipelines.join("us/census-ft900").join(file), from, to);
        let ended = place.replay();
        ended.expect(78);
        assert!(ended.stderr.contains(place_of_mistake), "{name}: {ended}");
        let at = ended.stderr.split(&format!("{file}:")).nth(1).unwrap_or_default();
        let numbers: Vec<&str> = at.split(':').take(2).collect();
        assert!(numbers.iter().all(|number| number.parse::<u32>().is_ok()), "{name}: {ended}");
        assert!(!place.output().exists() || listing(&place.output()).is_empty());
    }
}

#[test]
fn mistakes_of_all_files_and_sources_are_told_at_once() {
    let place = Place::with_own_pipelines("exits-all-mistakes");
    let file = |name: &str| place.pipelines.join(name);
    edit::text(&file("us/census-ft900/layout.toml"), "head = \"Period\"", "haed = \"Period\"");
    edit::text(&file("us/census-ft900/source.toml"), "\nlanguage ", "\nlangauge ");
    edit::text(&file("in/eidb/lookups.toml"), "\n[unit]", "\n[units]");
    let ended = place.portbook(["sources", "--json"]);
    ended.expect(78);
    let told: serde_json::Value = serde_json::from_str(&ended.stdout).unwrap();
    let mistakes = told["mistakes"].as_array().unwrap();
    let of = |end: &str| {
        let ends = |one: &&serde_json::Value| one["file"].as_str().unwrap().ends_with(end);
        mistakes.iter().find(ends).unwrap_or_else(|| panic!("{end}: {ended}"))
    };
    let key = of("us/census-ft900/layout.toml");
    assert!(key["message"].as_str().unwrap().contains("unknown key `haed`"), "{ended}");
    assert_eq!(key["hint"], "did you mean `head`?", "{ended}");
    assert_eq!((&key["line"], &key["column"]), (&6.into(), &10.into()), "{ended}");
    assert_eq!(of("us/census-ft900/source.toml")["line"], 4, "{ended}");
    assert!(of("in/eidb/layout.toml")["message"].as_str().unwrap().contains("{unit}"), "{ended}");
    // People read the same on stderr.
    for mistake in mistakes {
        let (line, column) = (&mistake["line"], &mistake["column"]);
        let shown = format!("{}:{line}:{column}: ", mistake["file"].as_str().unwrap());
        assert!(ended.stderr.contains(&shown), "{shown} is not in {ended}");
    }
}

#[test]
fn an_unknown_source_ends_with_78_and_names_those_there_are() {
    let place = Place::new("exits-unknown-source");
    let ended = place.portbook(["run", "--replay", "--only", "us/censuss"]);
    ended.expect(78);
    assert!(ended.stderr.contains("us/census-ft900"), "{ended}");
}

#[test]
fn a_held_lock_ends_with_75_and_loses_nothing() {
    let place = Place::new("exits-lock");
    let runs = place.archive().join("runs");
    fs_err::create_dir_all(&runs).unwrap();
    let lock = fs_err::File::create(runs.join("lock")).unwrap();
    lock.file().try_lock().unwrap();
    let ended = place.replay();
    ended.expect(75);
    assert!(ended.stderr.contains("lock"), "{ended}");
    assert!(!place.output().exists());
    drop(lock);
    place.portbook(["run", "--replay", "--json", "--only", "us/census-ft900"]);
    assert!(place.output().join("current").exists(), "a lock let go is free");
}

#[test]
fn a_file_no_layout_takes_ends_with_65() {
    let ended = portbook(["parse", "schemas/codelists/freq.csv"]);
    ended.expect(65);
    for source in sources() {
        assert!(ended.stderr.contains(&source), "says what each source misses: {ended}");
    }
    let ended = portbook(["parse", "Cargo.toml"]);
    ended.expect(65);
    assert!(ended.stderr.contains("Cargo.toml"), "names the file: {ended}");
}

#[test]
fn a_reader_that_has_seen_enough_is_no_error() {
    let file = "pipelines/us/census-ft900/recording/exh12_2025-11.xlsx";
    let mut command = Command::new(path());
    command.current_dir(root()).args(["parse", "--raw", "--format", "json", file]);
    let mut child = command.stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
    drop(child.stdout.take());
    let ended = child.wait_with_output().unwrap();
    assert_eq!(String::from_utf8_lossy(&ended.stderr), "");
    assert_eq!(ended.status.code(), Some(0));
}

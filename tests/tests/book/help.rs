//! Help pages: their examples run, and they fit eighty columns.

use std::path::Path;

use portbook_tests::folder::Folder;
use portbook_tests::program::{self, Ended};

use crate::scene::{bash, clone};

const COLUMNS: usize = 80;

/// Examples that are not run, and why.
const NOT_RUN: [(&str, &str); 8] = [
    ("portbook catalog --serve", "ends at Ctrl-C"),
    ("portbook cluster scheduler", CLUSTER),
    ("portbook cluster scheduler --address 10.0.0.1:50050 --private-network", CLUSTER),
    (
        "portbook cluster executor --work /var/tmp/portbook --memory 4GiB \\\n      --threads 4",
        CLUSTER,
    ),
    ("portbook sink warehouse", "asks a server"),
    ("portbook sink warehouse --verify --json", "asks a server"),
    (
        "portbook claims claims/2025-12-trillion-surplus.toml --json",
        "half of a minute: README.md runs it",
    ),
    ("portbook run --replay", "half of a minute: README.md runs it"),
];

const CLUSTER: &str = "needs a build of its own: `make check-cluster`";

/// What the examples take to be at hand: some files, two commits, a held release, a file of another
/// bureau that no layout takes.
const BEFORE: &str = r#"
recorded=pipelines/us/census-ft900/recording
cp $recorded/exh12_2025-12.xlsx exh12.xlsx
cp pipelines/tr/turkstat/recording/inbox/fruit_prices_2024.xls prices.xls
cp pipelines/tr/turkstat/recording/inbox/citrus_2024.xls citrus.xls
mkdir -p downloads ~/.local/share/bash-completion/completions ~/.config/fish/completions
cp prices.xls exh12.xlsx downloads
only="--only us/census-ft900 --only tr/turkstat --only in/eidb --only cn/gacc-express
  --only cn/gacc-bulletin --only cn/eastmoney-mirror --only cn/nbs-dg"
portbook run --replay $only --claims none --now 2026-11-01
sed -i 's/^rows   = \[200, 400\]/rows   = [315, 400]/' pipelines/us/census-ft900/source.toml
echo 'not ours' > other.html
portbook inbox add other.html --source tr/turkstat --url https://data.tuik.gov.tr/ --released 2025-01-15
portbook collect --only tr/turkstat
portbook build --now 2026-11-01 || test $? = 10
"#;

/// Every command, with those of its own: `["layout", "explain"]`.
pub(crate) fn commands() -> Vec<Vec<String>> {
    let mut found = vec![Vec::new()];
    let mut at = 0;
    while let Some(path) = found.get(at).cloned() {
        let help = help(&path);
        let listed = help.split("\nCommands:\n").nth(1).unwrap_or_default();
        let listed = listed.split("\n\n").next().unwrap_or_default();
        let names = listed.lines().filter(|line| !line.starts_with("   "));
        let names = names.filter_map(|line| line.split_whitespace().next());
        for name in names.filter(|name| *name != "help") {
            found.push([path.clone(), vec![name.to_owned()]].concat());
        }
        at += 1;
    }
    found
}

fn help(path: &[String]) -> String {
    let arguments = path.iter().map(String::as_str).chain(["--help"]);
    let ended = program::portbook(arguments);
    ended.expect(0);
    ended.stdout
}

/// The commands below `Example:` or `Examples:`.
fn examples(help: &str) -> Vec<String> {
    let mut lines = help.lines().skip_while(|line| !line.starts_with("Example")).skip(1);
    let mut examples: Vec<String> = Vec::new();
    while let Some(line) = lines.next().and_then(|line| line.strip_prefix("  ")) {
        let mut command = line.to_owned();
        while command.ends_with('\\') {
            command.push_str(&format!("\n{}", lines.next().unwrap_or_default()));
        }
        examples.push(command);
    }
    examples
}

/// With a home of its own, for completions.
fn typed(folder: &Path, command: &str) -> Ended {
    bash(folder, &format!("export HOME=\"$PWD/home\"\n{command}"))
}

#[test]
fn every_example_runs() {
    let folder: Folder = clone("book-help");
    let prepared = typed(folder.path(), BEFORE);
    prepared.expect(0);
    let mut not_run: Vec<String> = Vec::new();
    let commands = commands();
    assert!(commands.len() > 30, "{commands:?}");
    for path in commands {
        let examples = examples(&help(&path));
        assert!(!examples.is_empty(), "portbook {}: no example", path.join(" "));
        for command in examples {
            if NOT_RUN.iter().any(|(not_run, _)| *not_run == command) {
                not_run.push(command);
                continue;
            }
            let ended = typed(folder.path(), &command);
            assert!(
                [0, 10].contains(&ended.code),
                "portbook {}: {command}\n{ended}",
                path.join(" ")
            );
        }
    }
    for (listed, _) in NOT_RUN {
        assert!(not_run.iter().any(|command| command == listed), "no help page says `{listed}`");
    }
}

#[test]
fn help_fits_eighty_columns_and_has_no_colour_in_a_pipe() {
    for path in commands() {
        for option in ["--help", "-h"] {
            let arguments = path.iter().map(String::as_str).chain([option]);
            for line in program::portbook(arguments).expect(0).stdout.lines() {
                let width = line.chars().count();
                assert!(width <= COLUMNS, "portbook {} {option}: {width}: {line}", path.join(" "));
                assert!(!line.contains('\u{1b}'), "portbook {}: {line:?}", path.join(" "));
            }
        }
    }
}

/// A mistake that is usual, and what the answer must say to do.
const MISTAKES: [(&[&str], i32, &str); 15] = [
    (&["rnu"], 64, "try '--help'"),
    (&["run", "--replya"], 64, "'--replay'"),
    (&["sql", "select obs_vlue from latest"], 64, "nearest are `obs_value`"),
    (&["sql", "select 1 from lastest"], 64, "nearest are `latest`"),
    (&["sql", "selec 1"], 64, "one select statement"),
    (&["sql", "select 1", "--as-of", "2026-13-01"], 64, "expected a date (2026-02-01)"),
    (&["sql", "select 1", "--output", "nowhere"], 75, "run `portbook run` first"),
    (&["explain", "--where", "source = 'us-census'"], 64, "select distinct source, dataset"),
    (&["explain", "--claim", "surplus"], 64, "surplus-2025-11m"),
    (&["run", "--only", "us/census-ft90"], 78, "did you mean `us/census-ft900`"),
    (&["parse", "no-such.xls"], 65, "paths begin in the folder you are in"),
    (&["parse", "README.md"], 65, "`portbook probe FILE` drafts a source"),
    (&["claims", "trillion"], 64, "claims are files like `claims/"),
    (&["sink", "warehouse"], 78, "`portbook sink add NAME URL`"),
    (&["codelist", "arear"], 64, "nearest: `area`"),
];

#[test]
fn mistakes_are_told_with_what_to_do() {
    let replayed = crate::scene::replayed();
    for (arguments, code, hint) in MISTAKES {
        let mut command = std::process::Command::new(program::path());
        let ended = program::run_in(command.args(arguments), replayed.folder.path());
        ended.expect(code);
        assert!(ended.stderr.contains(hint), "{arguments:?}: no `{hint}`: {ended}");
    }
}

//! Proof by mutation: tables as recorded, each with one thing wrong, and the rule that caught it.
//! What is not caught is listed in `uncaught.toml` with the reason; a table without a fault must
//! raise no alarm. `make mutants` prints the matrix.

#![expect(
    clippy::unwrap_used,
    clippy::print_stdout,
    reason = "a test that cannot read its files fails"
)]

mod mutation;
mod tables;

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};
use std::process::Command;

use mutation::{ALL, Mutation, Random, swap_currency};
use portbook_archive::archive::Archive;
use portbook_archive::capture::Capture;
use portbook_check::verdict::Verdict;
use portbook_check::{Checked, Keep, check};
use portbook_model::print::Print;
use portbook_parse::read::contents::Contents;
use portbook_pipeline::build::{inputs, occasion};
use portbook_pipeline::parser::{Bounds, Parser};
use portbook_pipeline::printed::{self, Printed};
use portbook_source::load::{Source, ids};
use serde::Deserialize;
use tables::{Table, tables};

const SEED: u64 = 20_250_618;

/// A mutation that no rule catches, and why none can.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Uncaught {
    source: String,
    dataset: String,
    /// Names of mutations as printed.
    mutations: Vec<String>,
    /// Only of datasets of which no identity ties figures of one release.
    #[serde(default)]
    untied: bool,
    reason: String,
}

#[derive(Deserialize)]
struct List {
    uncaught: Vec<Uncaught>,
}

/// What came of one mutation.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Fate {
    /// A release is held, or nothing is read of it.
    Caught(BTreeSet<String>, By),
    /// Something was told that is not told of the table as printed.
    Told(BTreeSet<String>),
    Passed,
    /// Nothing to change.
    Without,
}

/// Which release a mutation holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum By {
    Itself,
    /// One after it that is judged against it: by then the wrong figures are published.
    Later,
}

/// Source and dataset -> mutation -> what came of it, and what was changed.
type Matrix = BTreeMap<(String, String), BTreeMap<Mutation, Vec<(Fate, String)>>>;

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../..")
}

/// The program that was built beside this test.
fn program() -> PathBuf {
    let own = std::env::current_exe().unwrap();
    let path = own.ancestors().nth(2).unwrap().join("portbook");
    assert!(path.is_file(), "no {}: build with `cargo build --workspace`", path.display());
    path
}

/// The recordings as captured, in an archive of this test's own.
fn archive() -> Archive {
    let target = program().parent().unwrap().parent().unwrap().join("tmp/mutants");
    if target.exists() {
        fs_err::remove_dir_all(&target).unwrap();
    }
    let archive = target.join("archive");
    let collected = Command::new(program())
        .current_dir(root())
        .args(["collect", "--replay", "--archive", archive.to_str().unwrap()])
        .output()
        .unwrap();
    assert!(collected.status.success(), "{}", String::from_utf8_lossy(&collected.stderr));
    Archive::open(&archive).unwrap()
}

/// What is read of one capture; `None` where its reader refuses it.
fn read(source: &Source, capture: &Capture, contents: &Contents) -> Option<Printed> {
    let charset = printed::charset(capture.content_type.as_deref());
    printed::interpreted(contents, charset, source, &occasion(capture)).ok()
}

/// The words for currencies in the text around the tables of a page.
fn with_page_currency(contents: &mut Contents) -> bool {
    let Contents::Page(page) = contents else { return false };
    let mut changed = false;
    for unit in &mut page.units {
        let text = swap_currency(&unit.text);
        changed |= text != unit.text;
        unit.text = text;
    }
    changed
}

/// Changes one table, and judges its source with it in the place of the one that was printed.
fn fate(
    table: &Table<'_>,
    mutation: Mutation,
    captures: &[(Capture, Contents, Printed)],
    printed: &Checked,
    random: &mut Random,
) -> (Fate, String) {
    let sheets: Vec<&String> = table.sheets.keys().collect();
    let sheet = sheets[random.below(sheets.len()).unwrap()];
    let changed = mutation.of(&table.grid(sheet), &table.sheets[sheet], random);
    let (mut contents, mut what) = match changed {
        Some((grid, what)) => (table.with(sheet, grid), what),
        None => (table.contents.clone(), String::new()),
    };
    if mutation == Mutation::SwapCurrency && with_page_currency(&mut contents) {
        "currency words".clone_into(&mut what);
    }
    if what.is_empty() {
        return (Fate::Without, what);
    }
    let what = format!("{sheet}, {what}");
    let Some(mutated) = read(table.source, table.capture, &contents) else {
        let refused = BTreeSet::from(["the file is refused".to_owned()]);
        return (Fate::Caught(refused, By::Itself), what);
    };
    let ours = |print: &&Print| print.dataset == table.dataset;
    if mutated.prints.iter().find(ours).is_none() {
        let rules = mutated.issues.iter().map(|issue| issue.issue.rule.clone()).collect();
        return (Fate::Caught(rules, By::Itself), what);
    }
    let rules_unplaced: BTreeSet<String> =
        mutated.issues.iter().map(|issue| issue.issue.rule.clone()).collect();
    let prints = captures.iter().flat_map(|(capture, _, printed)| {
        let is_it = std::ptr::eq(capture, table.capture);
        if is_it { mutated.prints.clone() } else { printed.prints.clone() }
    });
    let checked = check(table.source, prints.collect(), Keep::Counts).unwrap();
    let held = |is_ours: bool| -> BTreeSet<String> {
        let of = |verdict: &&Verdict| {
            verdict.dataset == table.dataset
                && table.releases.contains(verdict.release.id.period()) == is_ours
        };
        let reasons = checked.verdicts.iter().filter(of).flat_map(Verdict::reasons);
        reasons.map(|reason| reason.rule.clone()).collect()
    };
    let by_itself: BTreeSet<String> = held(true).into_iter().chain(rules_unplaced).collect();
    let later = held(false);
    if !by_itself.is_empty() {
        return (Fate::Caught(by_itself, By::Itself), what);
    }
    if !later.is_empty() {
        return (Fate::Caught(later, By::Later), what);
    }
    let findings = |checked: &Checked| {
        let findings = checked.findings.iter().filter(|finding| finding.dataset == table.dataset);
        findings.map(|f| (f.failure.rule.clone(), f.failure.said.clone())).collect::<BTreeSet<_>>()
    };
    let told: BTreeSet<String> =
        findings(&checked).difference(&findings(printed)).map(|(rule, _)| rule.clone()).collect();
    (if told.is_empty() { Fate::Passed } else { Fate::Told(told) }, what)
}

#[test]
fn every_mutation_is_caught_or_listed() {
    let archive = archive();
    let parser = Parser::new(program(), &["parse-worker"], Bounds::standard());
    let listed = fs_err::read_to_string(root().join("crates/pipeline/tests/mutants/uncaught.toml"));
    let listed: List = toml::from_str(&listed.unwrap()).unwrap();
    let mut matrix: Matrix = BTreeMap::new();
    let (mut table_count, mut false_alarms) = (0, Vec::new());
    let mut tied = BTreeSet::new();
    for id in ids(&root().join("pipelines")).unwrap() {
        let source = Source::load(&root().join("pipelines"), &id).unwrap();
        let in_one_release = source.identities.iter().filter(|i| !i.is_across_releases());
        let concerns = |dataset: &&String| in_one_release.clone().any(|i| i.concerns(dataset));
        let datasets = source.datasets.keys().filter(concerns);
        tied.extend(datasets.map(|dataset| (source.id.clone(), dataset.clone())));
        let all = archive.captures(&source.column()).unwrap();
        let captures: Vec<(Capture, Contents, Printed)> = inputs(&all)
            .into_iter()
            .filter_map(|capture| {
                let occasion = occasion(capture);
                let bytes = archive.get(&occasion.snapshot).unwrap();
                let charset = printed::charset(capture.content_type.as_deref());
                let charset = printed::origin(charset, &occasion).charset_for(&source);
                let contents = parser.read(&bytes, charset).ok()?;
                let printed = read(&source, capture, &contents).unwrap();
                Some((capture.clone(), contents, printed))
            })
            .collect();
        let prints = captures.iter().flat_map(|(_, _, printed)| printed.prints.clone()).collect();
        let printed = check(&source, prints, Keep::Counts).unwrap();
        let held = printed.verdicts.iter().filter(|verdict| verdict.is_held());
        false_alarms
            .extend(held.map(|v| format!("{} {}: {:?}", v.dataset, v.release.id, v.reasons())));
        for (number, table) in tables(&source, &captures).iter().enumerate() {
            table_count += 1;
            for mutation in ALL {
                let mut random = Random(SEED + u64::try_from(number).unwrap());
                let fate = fate(table, mutation, &captures, &printed, &mut random);
                let of = matrix.entry((source.id.clone(), table.dataset.clone())).or_default();
                of.entry(mutation).or_default().push(fate);
            }
        }
    }
    tell(&matrix, table_count);
    assert_eq!(false_alarms, [] as [String; 0], "tables as printed");
    assert_eq!(unlisted(&matrix, &tied, &listed.uncaught), [] as [String; 0]);
}

/// Mutations that pass without being listed, and those listed that are caught everywhere.
fn unlisted(
    matrix: &Matrix,
    tied: &BTreeSet<(String, String)>,
    listed: &[Uncaught],
) -> Vec<String> {
    let mut wrong = Vec::new();
    let mut met = BTreeSet::new();
    for (table @ (source, dataset), mutations) in matrix {
        for (mutation, fates) in mutations {
            let name = mutation.name();
            let entry = listed.iter().position(|uncaught| {
                (uncaught.source == *source || uncaught.source == "*")
                    && (uncaught.dataset == *dataset || uncaught.dataset == "*")
                    && uncaught.mutations.contains(&name)
                    && !(uncaught.untied && tied.contains(table))
            });
            for (fate, what) in fates {
                if matches!(fate, Fate::Caught(_, By::Itself) | Fate::Without) {
                    continue;
                }
                match entry {
                    Some(entry) => {
                        met.insert((entry, name.clone()));
                    }
                    None => wrong.push(format!("{source} {dataset}: {name} ({what}): {fate:?}")),
                }
            }
        }
    }
    for (number, uncaught) in listed.iter().enumerate() {
        assert!(!uncaught.reason.is_empty(), "{uncaught:?}");
        for name in &uncaught.mutations {
            if !met.contains(&(number, name.clone())) {
                wrong.push(format!(
                    "{} {}: {name} is listed and caught",
                    uncaught.source, uncaught.dataset
                ));
            }
        }
    }
    wrong
}

fn tell(matrix: &Matrix, table_count: usize) {
    println!("seed {SEED}, {table_count} tables as recorded");
    let fates = || matrix.values().flatten().flat_map(|(_, fates)| fates.iter().map(|f| &f.0));
    let count = |is: fn(&Fate) -> bool| fates().filter(|fate| is(fate)).count();
    println!(
        "{} caught, {} by a later release only, {} told, {} passed, {} with nothing to change",
        count(|fate| matches!(fate, Fate::Caught(_, By::Itself))),
        count(|fate| matches!(fate, Fate::Caught(_, By::Later))),
        count(|fate| matches!(fate, Fate::Told(_))),
        count(|fate| matches!(fate, Fate::Passed)),
        count(|fate| matches!(fate, Fate::Without)),
    );
    for ((source, dataset), mutations) in matrix {
        println!("\n{source} {dataset}");
        for (mutation, fates) in mutations {
            let mut told: BTreeMap<String, usize> = BTreeMap::new();
            for (fate, what) in fates {
                let list =
                    |rules: &BTreeSet<String>| rules.iter().cloned().collect::<Vec<_>>().join(", ");
                let word = match fate {
                    Fate::Caught(rules, By::Itself) => format!("caught: {}", list(rules)),
                    Fate::Caught(rules, By::Later) => {
                        format!("caught by a later release only: {}", list(rules))
                    }
                    Fate::Told(rules) => format!("told only ({what}): {}", list(rules)),
                    Fate::Passed => format!("PASSED ({what})"),
                    Fate::Without => "nothing to change".to_owned(),
                };
                *told.entry(word).or_default() += 1;
            }
            let words: Vec<String> =
                told.into_iter().map(|(word, n)| format!("{n} × {word}")).collect();
            println!("  {:<18} {}", mutation.name(), words.join(" | "));
        }
    }
}

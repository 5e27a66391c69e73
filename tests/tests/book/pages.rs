//! Every block of every page.

use std::path::{Path, PathBuf};

use portbook_tests::repository;

use crate::block::{Block, blocks, told};
use crate::printed::differs;
use crate::scene::{bash, of_page, replayed, rscript};

/// What a block that runs elsewhere names: a program or a server that is not here, or an account.
const NOT_HERE: [&str; 17] = [
    "--serve",
    "/etc/portbook",
    "cargo ",
    "cluster ",
    "dbt ",
    "duckdb ",
    "journalctl ",
    "library(arrow)",
    "make test",
    "node-exporter",
    "pip ",
    "podman ",
    "rsync ",
    "s3://",
    "sink ",
    "sudo ",
    "|>",
];

/// Languages of blocks that are run.
const RUN: [&str; 3] = ["sh", "console", "r"];

fn pages() -> Vec<PathBuf> {
    let files = repository::files();
    let is_page = |file: &PathBuf| {
        file.extension().is_some_and(|end| end == "md")
            && (file.starts_with("docs") || file.as_path() == Path::new("README.md"))
    };
    files.into_iter().filter(is_page).collect()
}

pub(crate) fn blocks_of(page: &Path) -> Vec<Block> {
    blocks(&repository::text(page).expect("pages are text"))
}

/// Runs a page's blocks one after another, and fails at the first that is not as it says.
fn check(page: &Path) {
    let runs = |block: &&Block| !block.elsewhere && RUN.contains(&&*block.language);
    let blocks = blocks_of(page);
    if !blocks.iter().any(|block| runs(&block)) {
        return;
    }
    let name = format!("book-{}", page.file_stem().unwrap().to_str().unwrap().to_lowercase());
    let folder = of_page(&name);
    for block in blocks.iter().filter(runs) {
        let place = format!("{}:{}", page.display(), block.line);
        if block.language != "console" {
            let ended = if block.language == "sh" {
                bash(folder.path(), &block.text)
            } else {
                rscript(folder.path(), &block.text)
            };
            assert_eq!(ended.code, 0, "{place}: {}\n{ended}", block.text);
            continue;
        }
        let mut code = 0;
        for told in told(&block.text) {
            let command = &told.command;
            assert!(code == 0 || command == "echo $?", "{place}: exit {code} before `{command}`");
            let again = (command == "make run").then(replayed);
            let script = format!("exec 2>&1; set +e; (exit {code}); {command}");
            let printed = again
                .map_or_else(|| bash(folder.path(), &script), |replayed| replayed.printed.clone());
            code = printed.code;
            if let Err(complaint) = differs(&told.printed, &printed.said()) {
                panic!("{place}: `{command}`: {complaint}");
            }
        }
        assert_eq!(code, 0, "{place}: the last command");
    }
}

#[test]
fn the_readme_is_true() {
    check(Path::new("README.md"));
}

#[test]
fn pages_are_true() {
    for page in pages().iter().filter(|page| !page.ends_with("README.md")) {
        check(page);
    }
}

#[test]
fn what_runs_elsewhere_needs_what_is_not_here() {
    let mut complaints = Vec::new();
    for page in pages() {
        for block in blocks_of(&page).iter().filter(|block| block.elsewhere) {
            if !NOT_HERE.iter().any(|word| block.text.contains(word)) {
                complaints.push(format!("{}:{}: {}", page.display(), block.line, block.text));
            }
        }
    }
    assert!(complaints.is_empty(), "these could run here:\n{}", complaints.join("\n"));
}

/// What needs packages that are not here is parsed at least.
#[test]
fn r_is_r() {
    let page = Path::new("docs/r.md");
    for block in blocks_of(page).iter().filter(|block| block.language == "r") {
        let text = block.text.replace('\\', "\\\\").replace('\'', "\\'");
        let ended = rscript(repository::root(), &format!("invisible(parse(text = '{text}'))"));
        assert_eq!(ended.code, 0, "{}:{}: {ended}", page.display(), block.line);
    }
}

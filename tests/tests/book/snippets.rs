//! SQL and Python of the pages for readers run, and a session of Python shows what stands there.

use std::io::Write as _;
use std::path::Path;
use std::process::Stdio;

use portbook_tests::python::script;
use portbook_tests::repository::root;

use crate::pages::blocks_of;
use crate::scene::replayed;

const PAGES: [&str; 3] = ["README.md", "docs/python.md", "docs/reading.md"];
const LANGUAGES: [&str; 3] = ["pycon", "python", "sql"];

#[test]
fn snippets_run() {
    let mut snippets = Vec::new();
    for page in PAGES {
        for block in blocks_of(Path::new(page)) {
            if LANGUAGES.contains(&&*block.language) {
                let place = format!("{page}:{}", block.line);
                snippets.push(serde_json::json!({
                    "page": page, "place": place, "language": block.language, "text": block.text,
                }));
            }
        }
    }
    assert!(snippets.len() > 10, "{snippets:?}");
    let mut python = script("tests/tests/book/snippets.py");
    python.env("PYTHONPATH", root().join("clients/python/src")).env("PYTHONDONTWRITEBYTECODE", "1");
    python.current_dir(replayed().folder.path());
    python.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
    let mut running = python.spawn().unwrap();
    let text = serde_json::Value::Array(snippets).to_string();
    running.stdin.take().unwrap().write_all(text.as_bytes()).unwrap();
    let ended = running.wait_with_output().unwrap();
    let said = [ended.stdout, ended.stderr].concat();
    assert!(ended.status.success(), "{}", String::from_utf8_lossy(&said));
}

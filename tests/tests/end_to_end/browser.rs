//! Pages in a real browser: what is asked, said, seen and usable. That the check of them can fail is
//! shown on a page with one of each fault.

use std::collections::BTreeSet;
use std::io::{BufRead as _, BufReader};
use std::path::Path;
use std::process::{Child, Stdio};

use portbook_tests::browser::check;
use portbook_tests::folder::{Folder, listing};
use portbook_tests::repository::root;
use serde_json::{Value, json};

use crate::{list, replayed, text};

const SOUND: &str = r##"<!doctype html><html lang="en"><head><meta charset="utf-8"><title>One</title>
<meta name="viewport" content="width=device-width, initial-scale=1"><link rel="icon" href="data:,">
</head><body><a href="#main">To the text</a><main id="main"><h1>Exports</h1>
<p>Goods that left the country in November 2025, free on board.</p></main></body></html>"##;

/// Asks another host, says an error, is too wide, too pale, has a picture without words and nothing to
/// go past its navigation by.
const UNSOUND: &str = r#"<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Two</title>
</head><body><main><h1>Imports</h1><p style="width:2000px;color:#bbb;background:#fff">Goods that came
into the country.</p><img src="http://127.0.0.2:8099/flag.png"></main>
<script>console.error("no"); throw new Error("none");</script></body></html>"#;

#[test]
fn a_page_with_faults_is_told_from_one_without() {
    let folder = Folder::new("browser");
    fs_err::write(folder.path().join("sound.html"), SOUND).unwrap();
    fs_err::write(folder.path().join("unsound.html"), UNSOUND).unwrap();
    let base = format!("file://{}/", folder.path().display());
    let said = check(&json!({ "bases": [base], "pages": ["sound.html", "unsound.html"] }));
    let found = list(&said["found"]);
    assert!(found.iter().all(|found| found["page"] == "unsound.html"), "{said:#}");
    let what: BTreeSet<&str> = found.iter().map(|found| text(&found["what"])).collect();
    let faults =
        ["axe color-contrast", "axe image-alt", "console", "error", "keyboard", "overflow"];
    for fault in faults.into_iter().chain(["request"]) {
        assert!(what.contains(fault), "{fault}: {what:?}");
    }
}

/// `portbook catalog --serve`, until it is dropped.
struct Served {
    program: Child,
    said: Value,
}

impl Served {
    fn start() -> Self {
        let mut command = replayed().place.command(["catalog", "--json", "--serve", "127.0.0.1:0"]);
        let mut program = command.current_dir(root()).stdout(Stdio::piped()).spawn().unwrap();
        let mut lines = BufReader::new(program.stdout.take().unwrap()).lines();
        let mut said = String::new();
        while !said.ends_with("\n}") {
            let line = lines.next().expect("it says where it serves").unwrap();
            said = format!("{said}\n{line}");
        }
        Self { program, said: serde_json::from_str(&said).unwrap() }
    }
}

impl Drop for Served {
    fn drop(&mut self) {
        self.program.kill().unwrap();
        self.program.wait().unwrap();
    }
}

/// Those of a kind that hold most and least.
fn ends(site: &Path, folder: &str) -> Vec<String> {
    let names = listing(&site.join(folder)).into_keys().map(|name| format!("{folder}/{name}"));
    let mut pages: Vec<(u64, String)> =
        names.map(|name| (fs_err::metadata(site.join(&name)).unwrap().len(), name)).collect();
    pages.sort();
    assert!(pages.len() > 1, "{folder} has {} pages", pages.len());
    [0, pages.len() - 1].map(|at| pages[at].1.clone()).to_vec()
}

#[test]
fn pages_of_the_catalog_can_be_seen_and_used() {
    let served = Served::start();
    let front = Path::new(text(&served.said["front"]));
    let site = front.parent().unwrap();
    let mut pages: Vec<String> =
        ["index.html", "datasets.html", "runs.html", "claims.html"].map(str::to_owned).to_vec();
    pages.extend(listing(&site.join("claims")).into_keys().map(|name| format!("claims/{name}")));
    pages.extend(["dataset", "series", "table"].into_iter().flat_map(|of| ends(site, of)));
    let bases = [format!("file://{}/", site.display()), text(&served.said["url"]).to_owned()];
    let said = check(&json!({ "bases": bases, "pages": pages }));
    assert_eq!(said["found"], json!([]), "{said:#}");
    assert_eq!(said["pages"], pages.len());
}

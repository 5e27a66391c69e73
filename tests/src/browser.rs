//! A browser that looks at pages, in `.venv/browser`.

use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::sync::OnceLock;

use serde_json::{Value, json};

use crate::program::run;
use crate::repository::root;

/// What `tests/browser/check.mjs` says of the pages that the task names. The browser is installed, once,
/// if it is not there.
///
/// # Panics
/// If it cannot be installed, or does not start.
pub fn check(task: &Value) -> Value {
    static MADE: OnceLock<()> = OnceLock::new();
    let place = root().join(".venv/browser");
    MADE.get_or_init(|| {
        let mut make = Command::new("make");
        make.args(["--silent", ".venv/browser/installed"]).env_remove("MAKEFLAGS");
        let made = run(&mut make);
        assert_eq!(made.code, 0, "the browser could not be installed from npm: {made}");
        fs_err::create_dir_all(place.join("tmp")).expect("a folder is made");
        fs_err::write(fonts_list(&place), fonts(&place)).expect("a file is written");
        // It unpacks itself when it is first started: two at once would start what is half there.
        started(&place, &json!({ "pages": [] }));
    });
    started(&place, task)
}

fn fonts_list(place: &Path) -> PathBuf {
    place.join("fonts.conf")
}

/// Where its fonts are. Its own list says where they usually are, wherever it unpacks them; a page
/// without a font says nothing.
fn fonts(place: &Path) -> String {
    let unpacked = place.join("tmp/fonts");
    let unpacked = unpacked.display();
    format!(
        "<?xml version=\"1.0\"?>\n<!DOCTYPE fontconfig SYSTEM \"fonts.dtd\">\n<fontconfig>\
         <dir>{unpacked}</dir><cachedir>{unpacked}-cache</cachedir></fontconfig>\n"
    )
}

fn started(place: &Path, task: &Value) -> Value {
    let mut node = Command::new(root().join(".venv/bin/node"));
    node.arg(root().join("tests/browser/check.mjs"))
        .env("PORTBOOK_BROWSER", place)
        .env("TMPDIR", place.join("tmp"))
        .env("FONTCONFIG_FILE", fonts_list(place))
        .stdin(Stdio::piped())
        .stdout(Stdio::piped());
    let mut node = node.spawn().expect("Node.js starts");
    let mut input = node.stdin.take().expect("it takes a task");
    input.write_all(task.to_string().as_bytes()).expect("it takes a task");
    drop(input);
    let said = node.wait_with_output().expect("it ends");
    assert!(said.status.success(), "the browser ended with {}", said.status);
    serde_json::from_slice(&said.stdout).expect("it says JSON")
}

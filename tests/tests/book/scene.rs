//! Where a page's commands run: a folder like a fresh clone in which the recordings were replayed.

use std::path::Path;
use std::process::Command;
use std::sync::OnceLock;

use portbook_tests::folder::{self, Folder};
use portbook_tests::program::{self, Ended};
use portbook_tests::repository::root;

/// What `make run` leaves, and what it printed.
pub(crate) struct Replayed {
    pub(crate) folder: Folder,
    pub(crate) printed: Ended,
}

/// A copy of the pipelines, to be changed; links to all else that is committed; the program where
/// `make` puts it.
pub(crate) fn clone(name: &str) -> Folder {
    let folder = Folder::new(name);
    for entry in fs_err::read_dir(root()).unwrap() {
        let path = entry.unwrap().path();
        let name = path.file_name().unwrap().to_str().unwrap();
        let made = [".git", "archive", "inbox", "live", "output", "pipelines", "target"];
        if !made.contains(&name) {
            fs_err::os::unix::fs::symlink(&path, folder.path().join(name)).unwrap();
        }
    }
    folder::copy(&root().join("pipelines"), &folder.path().join("pipelines"));
    fs_err::create_dir(folder.path().join("target")).unwrap();
    let built = program::path();
    let debug = folder.path().join("target/debug");
    fs_err::os::unix::fs::symlink(built.parent().unwrap(), debug).unwrap();
    folder
}

/// `make run`, once for all pages. What it needs built, these tests needed too.
pub(crate) fn replayed() -> &'static Replayed {
    static REPLAYED: OnceLock<Replayed> = OnceLock::new();
    REPLAYED.get_or_init(|| {
        let folder = clone("book");
        let mut make = Command::new("make");
        make.args(["--silent", "--old-file=build", "run"]);
        make.env_remove("MAKEFLAGS").env_remove("CARGO_TARGET_DIR");
        let printed = program::run_in(&mut make, folder.path());
        printed.expect(0);
        Replayed { folder, printed }
    })
}

/// A folder of one page: as after `make run`.
pub(crate) fn of_page(name: &str) -> Folder {
    let from = replayed().folder.path();
    let folder = clone(name);
    folder::copy(&from.join("archive"), &folder.path().join("archive"));
    link(&from.join("output"), &folder.path().join("output"));
    folder
}

/// A folder whose files are the same files: nobody changes what is published, only what names it.
fn link(from: &Path, to: &Path) {
    fs_err::create_dir(to).unwrap();
    for entry in fs_err::read_dir(from).unwrap() {
        let path = entry.unwrap().path();
        let there = to.join(path.file_name().unwrap());
        match fs_err::read_link(&path) {
            Ok(target) => fs_err::os::unix::fs::symlink(target, there).unwrap(),
            Err(_) if path.is_dir() => link(&path, &there),
            Err(_) => fs_err::hard_link(&path, &there).unwrap(),
        }
    }
}

/// Runs what a person would type there.
#[expect(clippy::disallowed_methods, reason = "what is on the path here has to stay there")]
pub(crate) fn bash(folder: &Path, script: &str) -> Ended {
    let mut bash = Command::new("bash");
    bash.args(["-e", "-u", "-o", "pipefail", "-c", script]);
    let programs = program::path().parent().unwrap().to_owned();
    let path = std::env::var_os("PATH").unwrap_or_default();
    let paths = std::iter::once(programs).chain(std::env::split_paths(&path));
    bash.env("PATH", std::env::join_paths(paths).unwrap());
    program::run_in(&mut bash, folder)
}

/// Runs a script of R, if there is one here.
#[expect(clippy::print_stderr, reason = "a person asked what was checked and what was not")]
pub(crate) fn rscript(folder: &Path, script: &str) -> Ended {
    if bash(folder, "command -v Rscript").code != 0 {
        eprintln!("skipped: no Rscript here");
        return bash(folder, "true");
    }
    program::run_in(Command::new("Rscript").args(["--vanilla", "-e", script]), folder)
}

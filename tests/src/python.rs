//! Python with readers of Parquet and of workbooks that are not ours, in `.venv`.

use std::path::PathBuf;
use std::process::Command;
use std::sync::OnceLock;

use crate::program::run;
use crate::repository::root;

/// A script of the repository, to be run; the environment is made, once, if it is not there.
///
/// # Panics
/// If it cannot be made.
pub fn script(file: &str) -> Command {
    make();
    let mut python = Command::new(root().join(".venv/bin/python"));
    python.arg(root().join(file));
    python
}

/// Where a package of the environment lies, if it has files for this machine.
///
/// # Panics
/// As [`script`].
pub fn package(name: &str) -> Option<PathBuf> {
    make();
    let versions = fs_err::read_dir(root().join(".venv/lib")).ok()?;
    let mut packages = versions.flatten().map(|v| v.path().join("site-packages").join(name));
    packages.find(|package| package.is_dir())
}

fn make() {
    static MADE: OnceLock<()> = OnceLock::new();
    MADE.get_or_init(|| {
        let made =
            run(Command::new("make").args(["--silent", ".venv/installed"]).env_remove("MAKEFLAGS"));
        assert_eq!(made.code, 0, "the readers could not be installed into .venv from PyPI: {made}");
    });
}

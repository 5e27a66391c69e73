//! The Python package as a user has it: its wheel in a clean environment, over what the program wrote.
//! What it must show is in `clients/python/tests`, which runs there.

use std::ffi::OsStr;
use std::path::{Path, PathBuf};
use std::process::Command;

use portbook_tests::folder::{Folder, listing};
use portbook_tests::program::{self, Ended, Place, run};
use portbook_tests::repository::root;

fn client() -> PathBuf {
    root().join("clients/python")
}

/// A virtual environment of this test's own.
struct Environment {
    folder: Folder,
}

impl Environment {
    fn new() -> Self {
        let folder = Folder::new("python-client");
        run(Command::new("python3").args(["-m", "venv"]).arg(folder.path().join("venv"))).expect(0);
        Self { folder }
    }

    /// Its Python, which leaves nothing in the repository.
    fn python<A: AsRef<OsStr>>(&self, arguments: impl IntoIterator<Item = A>) -> Command {
        let mut python = Command::new(self.folder.path().join("venv/bin/python"));
        python.args(arguments).env("PYTHONDONTWRITEBYTECODE", "1");
        python
    }

    fn pip(&self, arguments: &[&OsStr]) {
        let pip = ["-m", "pip", "--quiet", "--disable-pip-version-check"];
        run(self.python(pip).args(arguments)).expect(0);
    }

    /// Builds the wheel from the repository, and installs it with what it depends on.
    fn install_wheel(&self) {
        let wheels = self.folder.path().join("wheels");
        let build = ["wheel", "--no-deps", "--wheel-dir"].map(OsStr::new);
        self.pip(&[&build[..], &[wheels.as_os_str(), client().as_os_str()]].concat());
        let built: Vec<PathBuf> =
            listing(&wheels).into_keys().map(|name| wheels.join(name)).collect();
        let [wheel] = built.as_slice() else { panic!("one wheel, got {built:?}") };
        let pinned = root().join("tests/requirements.txt");
        self.pip(&["install".as_ref(), "-c".as_ref(), pinned.as_os_str(), wheel.as_os_str()]);
    }

    fn mypy(&self, files: &[&str]) -> Ended {
        let settings = client().join("pyproject.toml");
        let mut mypy = self.python(["-m", "mypy", "--no-error-summary", "--config-file"]);
        mypy.arg(settings).arg("--cache-dir").arg(self.folder.path().join("mypy"));
        run(mypy.args(files))
    }
}

#[test]
fn the_wheel_reads_what_the_program_wrote() {
    let place = Place::new("python-output");
    place.replay().expect(0);
    let environment = Environment::new();
    environment.install_wheel();

    let mut alone = environment.python([client().join("tests/alone.py"), place.output()]);
    assert_eq!(run(&mut alone).expect(0).stdout.trim(), "alone");

    let tools = client().join("tests/requirements.txt");
    environment.pip(&["install".as_ref(), "--requirement".as_ref(), tools.as_os_str()]);
    environment.mypy(&["-p", "portbook"]).expect(0);
    environment.mypy(&["clients/python/tests/typed/right.py"]).expect(0);
    let wrong = environment.mypy(&["clients/python/tests/typed/wrong.py"]);
    assert_eq!(wrong.stdout.matches(": error: ").count(), 4, "{wrong}");

    let mut pytest =
        environment.python(["-m", "pytest", "-q", "--strict-markers", "-p", "no:cacheprovider"]);
    pytest.arg(client().join("tests"));
    pytest.env("PORTBOOK_OUTPUT", place.output()).env("PORTBOOK_ARCHIVE", place.archive());
    pytest.env("PORTBOOK_PROGRAM", program::path()).env("PORTBOOK_ROOT", root());
    let passed = run(&mut pytest);
    passed.expect(0);
    assert!(passed.stdout.contains(" passed") && !passed.stdout.contains("skipped"), "{passed}");
}

/// What the notebook and the pages say to install is what there is.
#[test]
fn the_package_has_the_version_of_the_program() {
    let text = |file: &Path| fs_err::read_to_string(file).expect("a committed file can be read");
    let version = format!("version = \"{}\"", env!("CARGO_PKG_VERSION"));
    assert!(text(&client().join("pyproject.toml")).contains(&version), "{version}");
    let module = text(&client().join("src/portbook/__init__.py"));
    assert!(module.contains(&format!("__{}", version.replacen(' ', "__ ", 1))), "{version}");
}

//! The repository's own files, as a person who cloned it has them.

use std::path::{Path, PathBuf};

/// At the root, what is made and not committed.
const MADE: [&str; 7] = [".git", ".venv", "archive", "inbox", "live", "output", "target"];

/// The root of the repository.
pub fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR")).parent().expect("the package lies in the root")
}

/// Every committed file, relative to the root, sorted.
pub fn files() -> Vec<PathBuf> {
    let mut found = Vec::new();
    walk(root(), &mut found);
    let mut files: Vec<PathBuf> = found
        .into_iter()
        .map(|path| path.strip_prefix(root()).expect("found below the root").to_owned())
        .collect();
    files.sort();
    files
}

fn walk(folder: &Path, found: &mut Vec<PathBuf>) {
    for entry in fs_err::read_dir(folder).expect("the repository can be read") {
        let path = entry.expect("the repository can be read").path();
        let name = path.file_name().and_then(|name| name.to_str()).unwrap_or_default();
        let made = folder == root() && MADE.contains(&name) || name == "__pycache__";
        // In a worktree `.git` is a file.
        if made {
            continue;
        }
        if path.is_dir() {
            walk(&path, found);
        } else if path.is_file() {
            found.push(path);
        }
    }
}

/// A committed file as text; `None` if it is not text.
pub fn text(file: &Path) -> Option<String> {
    String::from_utf8(fs_err::read(root().join(file)).expect("a listed file can be read")).ok()
}

/// The sources: `us/census-ft900`, …
pub fn sources() -> Vec<String> {
    let mut sources: Vec<String> = files()
        .iter()
        .filter(|file| file.starts_with("pipelines") && file.ends_with("source.toml"))
        .filter_map(|file| file.parent()?.strip_prefix("pipelines").ok()?.to_str())
        .map(str::to_owned)
        .collect();
    sources.sort();
    sources
}

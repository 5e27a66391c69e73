//! Files fetched by hand. Each `<file>` has a sidecar `<file>.toml` that says where it is said to
//! come from and when it was fetched; from there on it has the same lineage as any other.

use std::path::{Path, PathBuf};

use jiff::Timestamp;
use jiff::civil::Date;
use serde::Deserialize;

use crate::error::{Error, Result};

#[derive(Clone, Debug)]
pub struct InboxFile {
    /// Source as in the column: `cn-gacc-bulletin`.
    pub source: String,
    pub file: PathBuf,
    /// Where it is said to come from; may be empty.
    pub url: String,
    /// When it was fetched, by the sidecar.
    pub captured_at: Timestamp,
    pub note: Option<String>,
    /// Release period as the publisher's page printed it, where the file itself does not.
    pub period: Option<String>,
    /// Day of publication, where the file itself does not print it.
    pub date: Option<Date>,
    pub body: Vec<u8>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Sidecar {
    captured_at: Timestamp,
    #[serde(default)]
    url: String,
    note: Option<String>,
    period: Option<String>,
    date: Option<Date>,
}

/// Every file of one source's inbox, by name; none if there is no folder.
///
/// # Errors
/// [`Error::BadRecording`] if a file has no sidecar, or a sidecar no file.
pub fn read(source: &str, folder: &Path) -> Result<Vec<InboxFile>> {
    let mut names = Vec::new();
    if folder.is_dir() {
        for entry in fs_err::read_dir(folder)? {
            names.push(entry?.path());
        }
    }
    names.sort();
    let mut files = Vec::new();
    for file in &names {
        let bad =
            |problem: &str| Error::BadRecording { file: file.clone(), problem: problem.to_owned() };
        if file.extension().is_some_and(|end| end == "toml") {
            if !file.with_extension("").is_file() {
                return Err(bad("got a sidecar without its file"));
            }
            continue;
        }
        let mut sidecar = file.clone().into_os_string();
        sidecar.push(".toml");
        let sidecar = PathBuf::from(sidecar);
        if !sidecar.is_file() {
            return Err(bad("got no sidecar, expected `<file>.toml` with `captured_at` and `url`"));
        }
        let said: Sidecar = toml::from_str(&fs_err::read_to_string(&sidecar)?)
            .map_err(|error| Error::BadRecording { file: sidecar, problem: error.to_string() })?;
        files.push(InboxFile {
            source: source.to_owned(),
            file: file.clone(),
            url: said.url,
            captured_at: said.captured_at,
            note: said.note,
            period: said.period,
            date: said.date,
            body: fs_err::read(file)?,
        });
    }
    Ok(files)
}

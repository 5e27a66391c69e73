//! Files fetched by hand. Each `<file>` has a sidecar `<file>.toml` that says where it is said to
//! come from and when it was fetched; from there on it has the same lineage as any other.
//!
//! A sidecar that names the digest of its file may stand alone: it was written first, and whoever
//! wrote it was killed before the file came. Names that begin with a dot are nobody's.

use std::path::{Path, PathBuf};

use jiff::Timestamp;
use jiff::civil::Date;
use portbook_model::digest::Digest;
use serde::{Deserialize, Serialize};

use crate::error::{Error, Result};

#[derive(Clone, Debug)]
pub struct InboxFile {
    /// Source as in the column: `cn-gacc-bulletin`.
    pub source: String,
    pub file: PathBuf,
    /// Of its bytes, where its sidecar named it: they were compared.
    pub sha256: Option<Digest>,
    /// Where it is said to come from; may be empty.
    pub url: String,
    /// When it was fetched, by the sidecar.
    pub captured_at: Timestamp,
    pub note: Option<String>,
    /// Release period as the publisher's page printed it, where the file itself does not.
    pub period: Option<String>,
    /// Day of publication, where the file itself does not print it.
    pub date: Option<Date>,
}

/// What a sidecar says of its file. What must be there is written last, so that a sidecar of ours
/// that is cut off anywhere is refused, and never read by half.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Sidecar {
    #[serde(default)]
    pub url: String,
    pub note: Option<String>,
    pub period: Option<String>,
    pub date: Option<Date>,
    /// Of the file's bytes, where a program wrote the sidecar.
    pub sha256: Option<Digest>,
    pub captured_at: Timestamp,
}

impl Sidecar {
    /// As it is written.
    ///
    /// # Panics
    /// Never: texts, a date and an instant are all that TOML is asked to hold.
    pub fn text(&self) -> String {
        toml::to_string(self).expect("texts and dates are TOML")
    }

    /// Reads the sidecar of a file.
    ///
    /// # Errors
    /// [`Error::BadRecording`] names what is wrong in it.
    pub fn read(file: &Path) -> Result<Self> {
        let path = Self::path(file);
        toml::from_str(&fs_err::read_to_string(&path)?)
            .map_err(|error| Error::BadRecording { file: path, problem: error.to_string() })
    }

    /// `<file>.toml`.
    pub fn path(file: &Path) -> PathBuf {
        let mut name = file.as_os_str().to_owned();
        name.push(".toml");
        PathBuf::from(name)
    }
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
    let is_hidden = |path: &Path| {
        path.file_name().is_some_and(|name| name.as_encoded_bytes().starts_with(b"."))
    };
    names.retain(|path| !is_hidden(path));
    let mut files = Vec::new();
    for file in &names {
        let bad =
            |problem: &str| Error::BadRecording { file: file.clone(), problem: problem.to_owned() };
        if file.extension().is_some_and(|end| end == "toml") {
            let of = file.with_extension("");
            if !of.is_file() && Sidecar::read(&of)?.sha256.is_none() {
                return Err(bad("got a sidecar without its file"));
            }
            continue;
        }
        if !Sidecar::path(file).is_file() {
            return Err(bad("got no sidecar, expected `<file>.toml` with `captured_at` and `url`"));
        }
        let said = Sidecar::read(file)?;
        if let Some(expected) = said.sha256
            && expected != Digest::of_stream(fs_err::File::open(file)?)?.0
        {
            return Err(bad("got other bytes than those its sidecar names by `sha256`"));
        }
        files.push(InboxFile {
            source: source.to_owned(),
            file: file.clone(),
            sha256: said.sha256,
            url: said.url,
            captured_at: said.captured_at,
            note: said.note,
            period: said.period,
            date: said.date,
        });
    }
    Ok(files)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sidecar(body: &[u8]) -> Sidecar {
        Sidecar {
            captured_at: "2025-12-01T09:00:00Z".parse().unwrap(),
            url: "https://data.tuik.gov.tr/".to_owned(),
            note: None,
            period: None,
            date: Some("2024-12-27".parse().unwrap()),
            sha256: Some(Digest::of(body)),
        }
    }

    #[test]
    fn a_file_is_what_its_sidecar_says() {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("olives.xls");
        fs_err::write(Sidecar::path(&file), sidecar(b"a workbook").text()).unwrap();
        assert!(read("tr-turkstat", folder.path()).unwrap().is_empty(), "its file is yet to come");
        fs_err::write(folder.path().join(".aside-1"), "half").unwrap();
        fs_err::write(&file, "a workbook").unwrap();
        let files = read("tr-turkstat", folder.path()).unwrap();
        assert_eq!(files.len(), 1);
        assert_eq!(files[0].url, "https://data.tuik.gov.tr/");
        assert_eq!(files[0].date, sidecar(b"").date);
        fs_err::write(&file, "another").unwrap();
        let refused = read("tr-turkstat", folder.path()).unwrap_err();
        assert!(refused.to_string().contains("olives.xls`: got other bytes"), "{refused}");
    }

    #[test]
    fn a_torn_sidecar_is_refused_at_every_byte() {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("olives.xls");
        fs_err::write(&file, "a workbook").unwrap();
        let whole = sidecar(b"a workbook").text();
        for cut in 0..whole.trim_end().len() {
            fs_err::write(Sidecar::path(&file), &whole[..cut]).unwrap();
            let refused = read("tr-turkstat", folder.path()).unwrap_err().to_string();
            assert!(refused.contains("olives.xls.toml"), "cut at {cut}: {refused}");
        }
    }

    #[test]
    fn a_sidecar_by_hand_needs_its_file() {
        let folder = tempfile::tempdir().unwrap();
        let by_hand = Sidecar { sha256: None, ..sidecar(b"") };
        fs_err::write(folder.path().join("olives.xls.toml"), by_hand.text()).unwrap();
        let refused = read("tr-turkstat", folder.path()).unwrap_err();
        assert!(refused.to_string().contains("a sidecar without its file"), "{refused}");
    }
}

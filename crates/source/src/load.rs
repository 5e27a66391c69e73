//! Loads one source folder, or all of them.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use portbook_model::digest::Digest;
use serde::Deserialize;
use toml::Spanned;

use crate::access::{self, Access, Timing};
use crate::dataset::{self, Dataset};
use crate::error::{Error, File};
use crate::identity::{self, Identity};
use crate::layout::{self, Layout};
use crate::lookup::Lookups;
use crate::timetext::Languages;
use crate::vocabulary::Vocabulary;

/// A checked source: everything its folder says.
#[derive(Clone, Debug)]
pub struct Source {
    /// `us/census-ft900`, as on the command line.
    pub id: String,
    pub title: String,
    pub publisher: String,
    pub homepage: String,
    pub licence: Licence,
    /// `cn/gacc-express#partners`: the dataset whose later print this source is.
    pub follows: Option<String>,
    pub access: Access,
    pub timing: Timing,
    pub datasets: BTreeMap<String, Dataset>,
    pub identities: Vec<Identity>,
    pub layout: Layout,
    pub lookups: Lookups,
    pub vocabulary: Vocabulary,
    pub accepted: Vec<Accepted>,
    /// Digest of each file read: input of a build.
    pub files: BTreeMap<String, Digest>,
    pub folder: PathBuf,
}

/// The files of a source folder, as text.
#[derive(Clone, Debug, Default)]
pub struct Texts {
    pub source: String,
    pub layout: String,
    pub lookups: String,
    /// `None` if there is no such file.
    pub accepted: Option<String>,
}

impl Texts {
    fn digests(&self, id: &str) -> BTreeMap<String, Digest> {
        let named = [
            ("source.toml", Some(&self.source)),
            ("layout.toml", Some(&self.layout)),
            ("lookups.toml", Some(&self.lookups)),
            ("accepted.toml", self.accepted.as_ref()),
        ];
        let there = named.into_iter().filter_map(|(name, text)| Some((name, text?)));
        there.map(|(name, text)| (format!("{id}/{name}"), Digest::of(text.as_bytes()))).collect()
    }
}

/// What the publisher allows, and where that is said.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Licence {
    pub name: String,
    pub stated: String,
    pub allows: String,
}

/// A review of a held release: `accepted.toml`.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Accepted {
    pub release: String,
    pub dataset: String,
    /// Name of the identity or issue rule that may fail.
    pub rule: String,
    pub reason: String,
    pub by: String,
    pub date: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Raw {
    title: String,
    publisher: String,
    homepage: String,
    language: Languages,
    follows: Option<String>,
    licence: Licence,
    access: access::Raw,
    release: access::RawRelease,
    calendar: Option<access::Calendar>,
    dataset: BTreeMap<Spanned<String>, dataset::Raw>,
    #[serde(default)]
    identity: Vec<identity::Raw>,
}

#[derive(Default, Deserialize)]
#[serde(deny_unknown_fields)]
struct RawAccepted {
    #[serde(default)]
    accept: Vec<Accepted>,
}

impl Source {
    /// `us-census-ft900`: the column `source`, folder and release names.
    pub fn column(&self) -> String {
        self.id.replace('/', "-")
    }

    /// Reads and checks `<pipelines>/<id>/`.
    ///
    /// # Errors
    /// `Mistake` names file, line and column; `Io` the file that could not be read.
    pub fn load(pipelines: &Path, id: &str) -> Result<Self, Error> {
        let folder = pipelines.join(id);
        let text = |name: &str| fs_err::read_to_string(folder.join(name));
        let accepted = folder.join("accepted.toml").is_file();
        let texts = Texts {
            source: text("source.toml")?,
            layout: text("layout.toml")?,
            lookups: text("lookups.toml")?,
            accepted: if accepted { Some(text("accepted.toml")?) } else { None },
        };
        Self::read(id, folder, &texts)
    }

    /// Checks the texts of a folder.
    ///
    /// # Errors
    /// `Mistake` names file, line and column.
    pub fn read(id: &str, folder: PathBuf, texts: &Texts) -> Result<Self, Error> {
        let path = folder.join("source.toml");
        let file = File { path: &path, text: &texts.source };
        let raw: Raw = file.parse()?;
        let lookups =
            Lookups::read(&File { path: &folder.join("lookups.toml"), text: &texts.lookups })?;
        let layout_file = File { path: &folder.join("layout.toml"), text: &texts.layout };
        let raw_layout: layout::read::Raw = layout_file.parse()?;
        let vocabulary = Vocabulary::new(
            raw.language,
            raw_layout.date_order(),
            raw_layout.fiscal_first_month(),
            lookups.labels(),
        );
        let mut datasets = BTreeMap::new();
        for (name, dataset) in raw.dataset {
            let name = name.into_inner();
            datasets.insert(name.clone(), dataset::read(&file, &name, dataset)?);
        }
        let mut identities = Vec::new();
        for identity in raw.identity {
            if !datasets.contains_key(identity.dataset.get_ref()) {
                let message = format!(
                    "got dataset `{}`, expected one of this file",
                    identity.dataset.get_ref()
                );
                return Err(file.mistake(&identity.dataset.span(), message));
            }
            identities.push(identity::read(&file, identity)?);
        }
        let layout = layout::read::read(&layout_file, raw_layout, &vocabulary, &datasets)?;
        let accepted_text = texts.accepted.as_deref().unwrap_or_default();
        let accepted_file = File { path: &folder.join("accepted.toml"), text: accepted_text };
        let accepted: RawAccepted = accepted_file.parse()?;
        Ok(Self {
            id: id.to_owned(),
            title: raw.title,
            publisher: raw.publisher,
            homepage: raw.homepage,
            licence: raw.licence,
            follows: raw.follows,
            access: access::read(&file, raw.access)?,
            timing: access::read_timing(&file, raw.release, raw.calendar)?,
            datasets,
            identities,
            layout,
            lookups,
            vocabulary,
            accepted: accepted.accept,
            files: texts.digests(id),
            folder,
        })
    }
}

/// The ids of all source folders, sorted: two levels down, with a `source.toml`.
///
/// # Errors
/// `Io` if a folder cannot be listed.
pub fn ids(pipelines: &Path) -> Result<Vec<String>, Error> {
    let mut ids = Vec::new();
    for area in fs_err::read_dir(pipelines)? {
        let area = area?;
        if !area.path().is_dir() {
            continue;
        }
        for folder in fs_err::read_dir(area.path())? {
            let folder = folder?;
            if folder.path().join("source.toml").is_file() {
                let name =
                    |entry: &fs_err::DirEntry| entry.file_name().to_string_lossy().into_owned();
                ids.push(format!("{}/{}", name(&area), name(&folder)));
            }
        }
    }
    ids.sort();
    Ok(ids)
}

//! Loads one source folder, or all of them.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use portbook_model::digest::Digest;
use portbook_model::licence::Redistribution;
use serde::{Deserialize, Serialize};
use toml::Spanned;

use crate::access::{self, Access};
use crate::bulk;
use crate::correction::{self, Correction};
use crate::dataset::{self, Dataset};
use crate::document::Document;
use crate::error::{Error, File, Mistake};
use crate::identity::{self, Identity, Kind};
use crate::layout::{self, Layout};
use crate::lookup::Lookups;
use crate::series::Series;
use crate::timetext::Languages;
use crate::timing::{self, Timing};
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
    /// Why its publisher is not to be asked for now; `None` if it is.
    pub paused: Option<String>,
    pub access: Access,
    pub timing: Timing,
    pub datasets: BTreeMap<String, Dataset>,
    pub identities: Vec<Identity>,
    pub layout: Layout,
    pub lookups: Lookups,
    pub vocabulary: Vocabulary,
    pub accepted: Vec<Accepted>,
    /// Releases that a review found to be wrong: held, and told no more.
    pub rejected: Vec<Rejected>,
    pub discarded: Vec<Discarded>,
    pub corrections: Vec<Correction>,
    /// Digest of each file read: input of a build.
    pub files: BTreeMap<String, Digest>,
    pub folder: PathBuf,
}

/// The files of a source folder, as text.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub struct Texts {
    pub source: String,
    pub layout: String,
    pub lookups: String,
    /// `None` if there is no such file.
    pub accepted: Option<String>,
    /// `None` if there is no such file.
    pub corrections: Option<String>,
}

impl Texts {
    /// Reads the files of `<pipelines>/<id>/`.
    ///
    /// # Errors
    /// `Io` the file that could not be read.
    pub fn of(folder: &Path) -> Result<Self, Error> {
        let text = |name: &str| fs_err::read_to_string(folder.join(name));
        let if_there = |name: &str| folder.join(name).is_file().then(|| text(name)).transpose();
        Ok(Self {
            source: text("source.toml")?,
            layout: text("layout.toml")?,
            lookups: text("lookups.toml")?,
            accepted: if_there("accepted.toml")?,
            corrections: if_there("corrections.toml")?,
        })
    }

    fn digests(&self, id: &str) -> BTreeMap<String, Digest> {
        let named = [
            ("source.toml", Some(&self.source)),
            ("layout.toml", Some(&self.layout)),
            ("lookups.toml", Some(&self.lookups)),
            ("accepted.toml", self.accepted.as_ref()),
            ("corrections.toml", self.corrections.as_ref()),
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
    pub redistribute: Redistribution,
}

/// `accepted.toml`: what may fail, what may not be published, what is none of the source's.
struct Reviews {
    accepted: Vec<Accepted>,
    rejected: Vec<Rejected>,
    discarded: Vec<Discarded>,
}

impl Reviews {
    fn read(file: &File<'_>, said: Option<&Said>) -> Option<Self> {
        let mut document = Document::of(file)?;
        let (accepted, rejected) = (document.each("accept"), document.each("reject"));
        let reviews = Self { accepted, rejected, discarded: document.each("discard") };
        document.close();
        if let Some(said) = said {
            check_reviews(file, &reviews.accepted, &reviews.rejected, said);
        }
        for one in &reviews.discarded {
            check_said(file, &one.snapshot.to_string(), &one.reason, &one.by);
        }
        Some(reviews)
    }
}

/// Whoever decided, and why, is said; and of a dataset that there is.
fn check_reviews(file: &File<'_>, accepted: &[Accepted], rejected: &[Rejected], said: &Said) {
    let accepted = accepted.iter().map(|a| (&a.release, &a.dataset, &a.reason, &a.by));
    let rejected = rejected.iter().map(|r| (&r.release, &r.dataset, &r.reason, &r.by));
    for (release, dataset, reason, by) in accepted.chain(rejected) {
        check_said(file, release, reason, by);
        if !said.datasets.contains_key(dataset) {
            let names: Vec<&str> = said.datasets.keys().map(String::as_str).collect();
            let message = format!("dataset: got `{dataset}`, expected one of {}", names.join(", "));
            tell_review(file, release, &message, "write a dataset of source.toml");
        }
    }
}

fn check_said(file: &File<'_>, of: &str, reason: &str, by: &str) {
    for (key, said) in [("reason", reason), ("by", by)] {
        if said.trim().is_empty() {
            tell_review(file, of, &format!("{key}: got nothing"), "say who decided, and why");
        }
    }
}

fn tell_review(file: &File<'_>, of: &str, message: &str, hint: &str) {
    let at = file.within(&(0..file.text.len()), of);
    file.tell(file.mistake(&at, format!("review of {of}: {message}")).hint(hint));
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

/// A review that found a release to be wrong: `[[reject]]` of `accepted.toml`.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Rejected {
    pub release: String,
    pub dataset: String,
    pub reason: String,
    pub by: String,
    pub date: String,
}

/// A review that found a file to be none of the source's, whatever brought it: `[[discard]]` of
/// `accepted.toml`. Its bytes stay in the archive.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Discarded {
    pub snapshot: Digest,
    pub reason: String,
    pub by: String,
    pub date: String,
}

/// `source.toml`, of which some parts may have mistakes and be missing here.
struct Said {
    title: Option<String>,
    publisher: Option<String>,
    homepage: Option<String>,
    language: Option<Languages>,
    licence: Option<Licence>,
    paused: Option<Spanned<String>>,
    access: Option<Access>,
    timing: Option<Timing>,
    /// Every name, so that what speaks of a dataset with a mistake has none itself.
    datasets: BTreeMap<String, Option<Dataset>>,
    identities: Vec<Identity>,
}

impl Said {
    /// `None` where the file is no TOML.
    fn read(file: &File<'_>) -> Option<Self> {
        let mut document = Document::of(file)?;
        let series = document.need("series").map(|raw| Series::read(file, &raw));
        let datasets: BTreeMap<String, Option<Dataset>> = document
            .named("dataset")
            .into_iter()
            .map(|(name, raw)| {
                let dataset = raw.map(|raw| dataset::read(file, &name, raw, series.as_ref()));
                (name, dataset)
            })
            .collect();
        let identities = identities(file, &mut document, &datasets);
        let (release, calendar) = (document.need("release"), document.take("calendar"));
        let said = Self {
            title: document.need("title"),
            publisher: document.need("publisher"),
            homepage: document.need("homepage"),
            language: document.need("language"),
            licence: document.need("licence"),
            paused: document.take("paused"),
            access: document.need("access").map(|raw| access::read(file, raw)),
            timing: release.and_then(|raw| timing::read_timing(file, &raw, calendar)),
            datasets,
            identities,
        };
        document.close();
        if let Some(why) = said.paused.as_ref().filter(|why| why.get_ref().trim().is_empty()) {
            let mistake =
                file.mistake(&why.span(), "paused: got nothing, expected the reason".to_owned());
            file.tell(mistake.hint("write `paused = \"the site is being rebuilt, see …\"`"));
        }
        Some(said)
    }
}

/// `[gate]` and `[finding]`: of one dataset, each has a name of its own.
fn identities(
    file: &File<'_>,
    document: &mut Document<'_, '_>,
    datasets: &BTreeMap<String, Option<Dataset>>,
) -> Vec<Identity> {
    let mut identities: Vec<Identity> = Vec::new();
    for kind in [Kind::Gate, Kind::Finding] {
        for (name, raw) in document.entries::<identity::Raw>(kind.word()) {
            let read = file.keep(identity::read(file, kind, &name, raw, datasets));
            for identity in read.unwrap_or_default() {
                let same = |i: &Identity| i.name == identity.name && i.dataset == identity.dataset;
                if identities.iter().any(same) {
                    let message = format!(
                        "identity `{}` stands twice for `{}`",
                        identity.name, identity.dataset
                    );
                    file.tell(
                        file.mistake(&name.span(), message).hint("give each a name of its own"),
                    );
                }
                identities.push(identity);
            }
        }
    }
    identities
}

impl Source {
    /// `us-census-ft900`: the column `source`, folder and release names.
    pub fn column(&self) -> String {
        self.id.replace('/', "-")
    }

    /// Whether its files are read in bulk: all its datasets are then.
    pub fn is_bulk(&self) -> bool {
        self.datasets.values().any(|dataset| dataset.bulk)
    }

    /// Reads and checks `<pipelines>/<id>/`.
    ///
    /// # Errors
    /// `Mistakes` names files, lines and columns; `Io` the file that could not be read.
    pub fn load(pipelines: &Path, id: &str) -> Result<Self, Error> {
        let folder = pipelines.join(id);
        let texts = Texts::of(&folder)?;
        Self::read(id, folder, &texts)
    }

    /// Checks the texts of a folder.
    ///
    /// # Errors
    /// `Mistakes` names all that do not follow from one another.
    pub fn read(id: &str, folder: PathBuf, texts: &Texts) -> Result<Self, Error> {
        let named = |name: &str| folder.join(name);
        let paths =
            ["source.toml", "layout.toml", "lookups.toml", "accepted.toml", "corrections.toml"]
                .map(named);
        let [source_path, layout_path, lookups_path, accepted_path, corrections_path] = &paths;
        let source_file = File::new(source_path, &texts.source);
        let layout_file = File::new(layout_path, &texts.layout);
        let lookups_file = File::new(lookups_path, &texts.lookups);
        let accepted_file = File::new(accepted_path, texts.accepted.as_deref().unwrap_or_default());
        let corrections_file =
            File::new(corrections_path, texts.corrections.as_deref().unwrap_or_default());

        let said = Said::read(&source_file);
        let lookups = Lookups::read(&lookups_file);
        let raw_layout = layout::read::Raw::read(&layout_file);
        let reviews = Reviews::read(&accepted_file, said.as_ref());
        let names = |said: &Said| said.datasets.keys().cloned().collect::<Vec<_>>();
        let names = said.as_ref().map(names);
        let column = id.replace('/', "-");
        let corrections = correction::read(&corrections_file, &column, names.as_deref());
        // What the patterns of a layout may say is known only with both of the others.
        let understood = match (&said, &lookups, raw_layout) {
            (Some(Said { language: Some(language), datasets, .. }), Some(lookups), Some(raw)) => {
                let (order, fiscal) = (raw.date_order(), raw.fiscal_first_month());
                let vocabulary = Vocabulary::new(*language, order, fiscal, lookups.labels());
                let names = datasets.keys().cloned().collect();
                Some((layout::read::read(&layout_file, raw, &vocabulary, &names), vocabulary))
            }
            _ => None,
        };
        if let Some(said) = &said {
            let layout = understood.as_ref().map(|(layout, _)| layout);
            bulk::check(&source_file, &said.datasets, &said.identities, layout, &corrections);
        }
        let files = [source_file, layout_file, lookups_file, accepted_file, corrections_file];
        let mistakes: Vec<Mistake> = files.into_iter().flat_map(File::mistakes).collect();
        if !mistakes.is_empty() {
            return Err(Error::Mistakes(mistakes));
        }
        let complete = said.zip(lookups).zip(understood).zip(reviews);
        let read = complete.and_then(|(((said, lookups), (layout, vocabulary)), reviews)| {
            let Reviews { accepted, rejected, discarded } = reviews;
            Some(Self {
                id: id.to_owned(),
                title: said.title?,
                publisher: said.publisher?,
                homepage: said.homepage?,
                licence: said.licence?,
                paused: said.paused.map(Spanned::into_inner),
                access: said.access?,
                timing: said.timing?,
                datasets: said
                    .datasets
                    .into_iter()
                    .map(|(name, dataset)| Some((name, dataset?)))
                    .collect::<Option<_>>()?,
                identities: said.identities,
                layout,
                lookups,
                vocabulary,
                accepted,
                rejected,
                discarded,
                corrections,
                files: texts.digests(id),
                folder,
            })
        });
        Ok(read.expect("whatever could not be read left a mistake"))
    }
}

/// The named source folders, or all of them, each checked: the mistakes of all are told together.
///
/// # Errors
/// `Mistakes` as of one source; `Io` if a folder or file cannot be read.
pub fn all(pipelines: &Path, ids: &[String]) -> Result<Vec<Source>, Error> {
    let mut sources = Vec::new();
    let mut mistakes = Vec::new();
    for id in ids {
        match Source::load(pipelines, id) {
            Ok(source) => sources.push(source),
            Err(Error::Mistakes(more)) => mistakes.extend(more),
            Err(error) => return Err(error),
        }
    }
    if mistakes.is_empty() { Ok(sources) } else { Err(Error::Mistakes(mistakes)) }
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

//! The catalog: the published table as a static site. What its pages need of the sources, the archive
//! and the claims is gathered here, and handed over as plain facts.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use portbook_archive::archive::Archive;
use portbook_archive::error::Error as Damage;
use portbook_catalog::folder::{Folder, Written};
use portbook_catalog::site::{self, ArticlePage, Site, article_group};
use portbook_model::digest::Digest;
use portbook_publish::record::{self, Commit, File};
use portbook_query::claims::file::ClaimsFile;
use portbook_source::load::{all, ids};

use crate::error::Error;
use crate::settings::Settings;

mod claims;
mod facts;
mod tables;

/// Where a run writes it, below the folder of what is published.
pub const FOLDER: &str = "catalog";

/// Brings the catalog of what is published up to date, if anything it shows has changed: a run that
/// changed nothing writes nothing. `None` if it stands, or another run is at it.
///
/// # Errors
/// Where something cannot be read or written; what was published stands whatever comes of this.
pub async fn update(settings: &Settings, claims: &Path) -> Result<Option<Written>, Error> {
    let Some(commit) = record::current(&settings.output)? else { return Ok(None) };
    let _writer = match Archive::open(&settings.archive)?.lock(settings.clock) {
        Ok(writer) => writer,
        Err(Damage::Held { .. }) => return Ok(None),
        Err(error) => return Err(error.into()),
    };
    let folder = Folder::open(&settings.output.join(FOLDER))?;
    let made_from = made_from(settings, &commit, claims)?;
    if folder.stands_whole(&made_from) {
        return Ok(None);
    }
    Ok(Some(pages(settings, &commit, claims, folder, &made_from).await?))
}

/// Writes the catalog into a folder, whatever it was made from before.
///
/// # Errors
/// `NotPublished`, or where something cannot be read or written.
pub async fn write(settings: &Settings, claims: &Path, to: &Path) -> Result<Written, Error> {
    let commit = record::current(&settings.output)?;
    let commit = commit.ok_or_else(|| Error::NotPublished { output: settings.output.clone() })?;
    let folder = Folder::open(to)?;
    let made_from = made_from(settings, &commit, claims)?;
    pages(settings, &commit, claims, folder, &made_from).await
}

async fn pages(
    settings: &Settings,
    commit: &Commit,
    claims: &Path,
    folder: Folder,
    made_from: &str,
) -> Result<Written, Error> {
    let archive = Archive::open(&settings.archive)?;
    let sources = all(&settings.pipelines, &ids(&settings.pipelines)?)?;
    let facts = facts::facts(settings, &archive, &sources)?;
    let mut articles = Vec::new();
    for path in claims_files(claims)? {
        let file = ClaimsFile::read(&path)?;
        let Some(article) = article(settings, commit, &folder, &path, &file).await? else {
            continue;
        };
        articles.push((file.date, article));
    }
    articles.sort_by(|(a, one), (b, other)| b.cmp(a).then(one.name.cmp(&other.name)));
    let site = Site {
        output: &settings.output,
        address: settings.address.as_deref(),
        commit,
        facts: &facts,
        build: &settings.build,
        articles: articles.into_iter().map(|(_, article)| article).collect(),
        made_from,
    };
    let mut shower = tables::Shower::new(&archive, &sources, &settings.parser);
    Ok(site::write(&site, folder, &mut |wanted| shower.show(wanted).map_err(Into::into))?)
}

/// The page of an article; `None` where nothing published can answer any of its claims. What stands
/// is not asked again: questions are the dearest of all.
async fn article(
    settings: &Settings,
    commit: &Commit,
    folder: &Folder,
    path: &Path,
    file: &ClaimsFile,
) -> Result<Option<ArticlePage>, Error> {
    let observations = || commit.files.iter().filter(|file| file.is_observations());
    let published: BTreeSet<&str> = observations().filter_map(|f| f.partition("source")).collect();
    let is_asked = |source: &str| file.claims.iter().any(|claim| claim.asks(source));
    let sources: BTreeSet<&str> = published.iter().copied().filter(|s| is_asked(s)).collect();
    let is_of = |file: &&File| file.partition("source").is_some_and(|s| sources.contains(s));
    let asked: Vec<&File> = observations().filter(is_of).collect();
    if asked.is_empty() {
        return Ok(None);
    }
    let mut said = format!("{} {}", settings.build, Digest::of(&fs_err::read(path)?));
    for file in asked {
        said.push_str(&file.digest.to_string());
    }
    let made_from = Digest::of(said.as_bytes()).to_string();
    let name = path.file_stem().unwrap_or_default().to_string_lossy().into_owned();
    let stands = folder.made_from(&article_group(&name)) == Some(&made_from);
    let article = if stands {
        None
    } else {
        Some(claims::article(&settings.output, &name, file, &published).await?)
    };
    Ok(Some(ArticlePage { name, made_from, article }))
}

/// Digest of what the catalog shows, without looking at any of it: the commit, what is held, the
/// claims, and the program.
fn made_from(settings: &Settings, commit: &Commit, claims: &Path) -> Result<String, Error> {
    let address = settings.address.as_deref().unwrap_or_default();
    let mut said = format!("{} {address} {}", settings.build, commit.digest()?);
    let held = settings.output.join("review/index.json");
    for file in claims_files(claims)?.into_iter().chain(held.is_file().then_some(held)) {
        said.push_str(&format!(" {}", Digest::of(&fs_err::read(&file)?)));
    }
    Ok(Digest::of(said.as_bytes()).to_string())
}

/// The files of a folder of claims, in order.
///
/// # Errors
/// Where it cannot be listed.
pub fn claims_files(folder: &Path) -> Result<Vec<PathBuf>, Error> {
    if !folder.is_dir() {
        return Ok(Vec::new());
    }
    let mut files = Vec::new();
    for entry in fs_err::read_dir(folder)? {
        let path = entry?.path();
        if path.extension().is_some_and(|end| end == "toml") {
            files.push(path);
        }
    }
    files.sort();
    Ok(files)
}

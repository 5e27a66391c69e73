//! `portbook inbox add`: a file fetched by hand, with where it is from and when it was published.

use std::path::{Path, PathBuf};

use fs_err::File;
use jiff::Timestamp;
use jiff::civil::Date;
use portbook_archive::archive::Archive;
use portbook_fetch::inbox::Sidecar;
use portbook_model::digest::Digest;
use portbook_source::load::{Source, ids};
use portbook_source::pattern::fold;
use portbook_source::timetext;
use portbook_source::timing::PeriodFrom;
use serde::Serialize;
use url::Url;

use crate::error::Error;
use crate::settings::Settings;

/// What is said of the file.
#[derive(Clone, Debug)]
pub struct Said {
    /// `tr/turkstat`.
    pub source: String,
    pub url: String,
    pub released: Date,
    /// Release period as its page printed it.
    pub period: Option<String>,
}

/// A file in the inbox.
#[derive(Clone, Debug, Serialize)]
pub struct HandedIn {
    pub source: String,
    pub file: PathBuf,
    pub sha256: Digest,
    pub bytes: u64,
    pub url: String,
    pub released: Date,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub period: Option<String>,
    /// When it was handed in: what the archive takes for its capture.
    pub captured_at: Timestamp,
    /// False if it was there already.
    pub added: bool,
}

/// Puts a file into the inbox of a source. One that is there already, and of which the same is
/// said, stays as it is.
///
/// # Errors
/// `NoSuchSource`, `NoInbox`, `Misstated` for what is said, `InboxTaken` for a file of that name of
/// which something else is held or said; and what this machine cannot do.
pub fn hand_in(settings: &Settings, path: &Path, said: &Said) -> Result<HandedIn, Error> {
    let known = ids(&settings.pipelines)?;
    if !known.contains(&said.source) {
        return Err(Error::NoSuchSource { got: said.source.clone(), known: known.join(", ") });
    }
    let source = Source::load(&settings.pipelines, &said.source)?;
    if source.access.inbox.is_none() {
        return Err(Error::NoInbox { source_toml: source.folder.join("source.toml") });
    }
    check(said, &source)?;
    let at = settings.now.unwrap_or(settings.clock);
    let today = source.timing.time_zone.to_datetime(at).date();
    if said.released > today {
        let expected = "a day that has come: from then on the figures are public";
        return Err(misstated("--released", &said.released.to_string(), expected));
    }
    let unreadable = |source| Error::Unreadable { path: path.to_owned(), source };
    let (sha256, bytes) =
        Digest::of_stream(File::open(path).map_err(unreadable)?).map_err(unreadable)?;
    let file = settings.inbox.join(&source.id).join(name(path)?);
    let mut sidecar = Sidecar {
        captured_at: at,
        url: said.url.clone(),
        note: None,
        period: said.period.clone(),
        date: Some(said.released),
        sha256: Some(sha256),
    };
    // One process at a time writes there.
    let writer = Archive::open(&settings.archive)?.lock(settings.clock)?;
    let there = file.is_file();
    if there {
        let (held, _) = Digest::of_stream(File::open(&file)?)?;
        let before = Sidecar::read(&file)?;
        sidecar.captured_at = before.captured_at;
        if let Some((got, held)) = differs(&sidecar, &before, held) {
            return Err(Error::InboxTaken { file, held, got });
        }
    } else {
        writer.hand_in(&file, (path, sha256), (&Sidecar::path(&file), &sidecar.text()))?;
    }
    Ok(HandedIn {
        source: source.id,
        file,
        sha256,
        bytes,
        url: sidecar.url,
        released: said.released,
        period: sidecar.period,
        captured_at: sidecar.captured_at,
        added: !there,
    })
}

/// What is said otherwise of a file than before: that, and what was said.
fn differs(now: &Sidecar, before: &Sidecar, held: Digest) -> Option<(String, String)> {
    let none = || "none".to_owned();
    let period = |said: &Sidecar| said.period.clone().unwrap_or_else(none);
    let date = |said: &Sidecar| said.date.map_or_else(none, |date| date.to_string());
    let pairs = [
        ("sha256", now.sha256.map_or_else(none, |digest| digest.to_string()), held.to_string()),
        ("url", now.url.clone(), before.url.clone()),
        ("date", date(now), date(before)),
        ("period", period(now), period(before)),
    ];
    let [sha256, said @ ..] = pairs;
    // Bytes first: a corrected sidecar is a person's to write, other bytes are another file.
    std::iter::once(sha256)
        .chain(said)
        .find(|(_, got, held)| got != held)
        .map(|(what, got, held)| (format!("{what} `{got}`"), format!("{what} `{held}`")))
}

/// Names that say nothing wrong: those of sidecars and hidden files mean something else there.
fn name(path: &Path) -> Result<String, Error> {
    let name = path.file_name().and_then(|name| name.to_str()).unwrap_or_default();
    if name.is_empty()
        || name.starts_with('.')
        || path.extension().is_some_and(|kind| kind.eq_ignore_ascii_case("toml"))
    {
        let expected = "a file whose name does not begin with a dot or end in `.toml`";
        return Err(misstated("FILE", name, expected));
    }
    Ok(name.to_owned())
}

fn check(said: &Said, source: &Source) -> Result<(), Error> {
    if Url::parse(&said.url).is_err() {
        return Err(misstated("--url", &said.url, "an address, such as https://example.org/table"));
    }
    match (source.timing.period, &said.period) {
        (PeriodFrom::Listing, None) => Err(misstated(
            "--period",
            "none",
            "the period as the publisher's page names it: this source has it from there",
        )),
        (PeriodFrom::Date, Some(period)) => {
            Err(misstated("--period", period, "no period: this source names a release by its date"))
        }
        (_, Some(period))
            if timetext::period(&fold(period), source.vocabulary.language).is_none() =>
        {
            Err(misstated("--period", period, "a month, quarter or months with the year"))
        }
        _ => Ok(()),
    }
}

fn misstated(option: &'static str, got: &str, expected: &'static str) -> Error {
    Error::Misstated { option, got: got.to_owned(), expected }
}

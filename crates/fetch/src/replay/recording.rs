//! `recording/index.toml`: address → status, headers, body, and when it was answered so.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use jiff::Timestamp;
use portbook_source::load::Source;
use serde::Deserialize;
use url::Url;

use crate::error::{Error, Result};
use crate::inbox::{self, InboxFile};

/// Where a source's recording lies, and the hosts it may ask.
#[derive(Clone, Debug)]
pub struct Place {
    /// Source as in the column: `cn-gacc-express`.
    pub source: String,
    pub folder: PathBuf,
    pub hosts: Vec<String>,
}

impl Place {
    pub fn of(source: &Source) -> Self {
        Self {
            source: source.column(),
            folder: source.folder.join("recording"),
            hosts: source.access.hosts.clone(),
        }
    }
}

/// The recordings of some sources, held in memory.
#[derive(Clone, Debug, Default)]
pub struct Recording {
    pub(crate) responses: Vec<Response>,
    pub(crate) hosts: BTreeSet<String>,
    inbox: Vec<InboxFile>,
}

#[derive(Clone, Debug)]
pub(crate) struct Response {
    pub(crate) source: String,
    pub(crate) url: Url,
    pub(crate) status: u16,
    pub(crate) captured_at: Timestamp,
    pub(crate) content_type: Option<String>,
    pub(crate) etag: Option<String>,
    pub(crate) last_modified: Option<String>,
    pub(crate) location: Option<String>,
    pub(crate) body: Vec<u8>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Index {
    #[serde(default)]
    response: Vec<Entry>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Entry {
    url: Url,
    status: u16,
    captured_at: Timestamp,
    content_type: Option<String>,
    etag: Option<String>,
    last_modified: Option<String>,
    location: Option<String>,
    /// Beside `index.toml`; absent where the answer has no body.
    file: Option<String>,
}

impl Recording {
    /// Reads the recordings of these places; one without `index.toml` has an inbox at most.
    ///
    /// # Errors
    /// [`Error::BadRecording`] names the file and what is wrong in it.
    pub fn load(places: &[Place]) -> Result<Self> {
        let mut recording = Self::default();
        for place in places {
            recording.hosts.extend(place.hosts.iter().cloned());
            let index = place.folder.join("index.toml");
            if index.is_file() {
                recording.read_index(place, &index)?;
            }
            recording.inbox.extend(inbox::read(&place.source, &place.folder.join("inbox"))?);
        }
        Ok(recording)
    }

    fn read_index(&mut self, place: &Place, index: &Path) -> Result<()> {
        let bad = |problem: String| Error::BadRecording { file: index.to_owned(), problem };
        let text = fs_err::read_to_string(index)?;
        let read: Index = toml::from_str(&text).map_err(|error| bad(error.to_string()))?;
        let mut seen = BTreeSet::new();
        for entry in read.response {
            let Some(host) = entry.url.host_str() else {
                return Err(bad(format!("got `{}`, expected an address with a host", entry.url)));
            };
            self.hosts.insert(host.to_owned());
            if !seen.insert((entry.url.clone(), entry.captured_at)) {
                return Err(bad(format!("got `{}` twice at {}", entry.url, entry.captured_at)));
            }
            let body = match &entry.file {
                Some(file) => fs_err::read(place.folder.join(file))?,
                None => Vec::new(),
            };
            self.responses.push(Response {
                source: place.source.clone(),
                url: entry.url,
                status: entry.status,
                captured_at: entry.captured_at,
                content_type: entry.content_type,
                etag: entry.etag,
                last_modified: entry.last_modified,
                location: entry.location,
                body,
            });
        }
        Ok(())
    }

    /// When this source was asked: every `captured_at` of a response, in order. What was fetched by
    /// hand says nothing of when its pages were looked at.
    pub fn sessions(&self, source: &str) -> Vec<Timestamp> {
        let responses = self.responses.iter().filter(|r| r.source == source);
        let instants: BTreeSet<_> = responses.map(|r| r.captured_at).collect();
        instants.into_iter().collect()
    }

    /// The latest `captured_at` of all: what `--now` is under replay.
    pub fn latest(&self) -> Option<Timestamp> {
        let responses = self.responses.iter().map(|r| r.captured_at);
        responses.chain(self.inbox.iter().map(|file| file.captured_at)).max()
    }

    /// The inbox files of a source that were there at `instant`.
    pub fn inbox(&self, source: &str, instant: Timestamp) -> Vec<&InboxFile> {
        let there = |file: &&InboxFile| file.source == source && file.captured_at <= instant;
        self.inbox.iter().filter(there).collect()
    }

    /// Whether an address had an answer by `instant`: what was recorded later is not asked for yet.
    pub fn holds(&self, url: &Url, instant: Timestamp) -> bool {
        self.answer(url, Some(instant)).is_some()
    }

    /// The answer of an address (whatever the scheme) at `instant`; `None` was not there.
    pub(crate) fn answer(&self, url: &Url, instant: Option<Timestamp>) -> Option<&Response> {
        let key = |url: &Url| {
            (
                url.host_str().map(str::to_owned),
                url.path().to_owned(),
                url.query().map(str::to_owned),
            )
        };
        let wanted = key(url);
        self.responses
            .iter()
            .filter(|r| instant.is_none_or(|instant| r.captured_at <= instant))
            .filter(|r| key(&r.url) == wanted)
            .max_by_key(|r| r.captured_at)
    }
}

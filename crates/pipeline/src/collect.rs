//! fetch → archive: asks a source's pages and files, and keeps whatever comes of it.

use std::collections::BTreeMap;

use jiff::Timestamp;
use portbook_archive::capture::{self, Capture, Outcome as Kept, Role, Via};
use portbook_archive::writer::Writer;
use portbook_fetch::client::Conditions;
use portbook_fetch::discover::{self, Listing, Received};
use portbook_fetch::fetcher::{Ask, Fetched, Fetcher};
use portbook_fetch::inbox::InboxFile;
use portbook_fetch::outcome::{Outcome, Wanted};
use portbook_model::class::Class;
use portbook_model::digest::Digest;
use portbook_source::access::Link;
use portbook_source::load::Source;
use serde::Serialize;
use url::Url;

use crate::error::Error;

/// What collecting one source came to.
#[derive(Clone, Debug, Default, Serialize)]
pub struct Collected {
    /// Requests made, robots.txt and retries not counted.
    pub asked: u64,
    pub new: u64,
    pub unchanged: u64,
    /// Requests to which no answer came at all.
    pub unanswered: u64,
    /// Host -> outcome -> addresses.
    pub requests: BTreeMap<String, BTreeMap<&'static str, u64>>,
    /// Outcomes that are neither, as evidence: image only, not yet.
    pub noted: Vec<Noted>,
    /// What a person has to look at, or what may pass by itself.
    pub troubles: Vec<Noted>,
}

/// An outcome worth telling.
#[derive(Clone, Debug, Serialize)]
pub struct Noted {
    pub url: String,
    pub outcome: String,
    pub why: String,
}

/// One source being collected.
pub struct Collector<'a> {
    pub source: &'a Source,
    pub fetcher: &'a Fetcher,
    pub writer: &'a Writer,
    /// Stamp of every capture of this session.
    pub at: Timestamp,
    /// Captures held so far.
    pub held: Vec<Capture>,
    pub collected: Collected,
}

/// A page's bytes, new or held.
struct Body {
    url: Url,
    bytes: Vec<u8>,
    content_type: Option<String>,
}

impl Collector<'_> {
    /// Asks every index page and what it links to, and every fixed file; `pages` says which of the
    /// addresses to ask.
    ///
    /// # Errors
    /// Only what this machine cannot do; what the source does is in [`Collected`].
    pub async fn ask_all(&mut self, pages: &dyn Fn(&Url) -> bool) -> Result<(), Error> {
        for page in self.source.access.pages.iter().filter(|page| pages(&page.url)) {
            let Some(body) = self.page(&page.url, None).await? else { continue };
            let received = body.received();
            let found = match discover::index(received, page, &self.source.vocabulary) {
                Ok(found) => found,
                Err(error) => {
                    self.page_changed(&page.url, &error);
                    continue;
                }
            };
            for link in found {
                self.link(link.url, &link.listing, link.links).await?;
            }
        }
        for url in self.source.access.files.iter().filter(|url| pages(url)) {
            self.ask(url, Wanted::Data, None).await?;
        }
        Ok(())
    }

    /// Asks one page, or file; where that is new, everything.
    ///
    /// # Errors
    /// As [`Self::ask_all`].
    pub async fn probe(&mut self, pages: &dyn Fn(&Url) -> bool) -> Result<(), Error> {
        let access = &self.source.access;
        let mut all = access.pages.iter().map(|page| (&page.url, Wanted::Page));
        let mut files = access.files.iter().map(|url| (url, Wanted::Data));
        let first = all.find(|(url, _)| pages(url)).or_else(|| files.find(|(url, _)| pages(url)));
        let Some((url, wanted)) = first else { return Ok(()) };
        let fetched = self.ask(url, wanted, None).await?;
        if fetched.outcome == Outcome::New { self.ask_all(pages).await } else { Ok(()) }
    }

    /// A link of an index page: the file, or a page whose links are followed.
    async fn link(&mut self, url: Url, listing: &Listing, links: &[Link]) -> Result<(), Error> {
        if links.is_empty() {
            self.ask(&url, Wanted::Data, Some(listing)).await?;
            return Ok(());
        }
        let Some(body) = self.page(&url, Some(listing)).await? else { return Ok(()) };
        match discover::follow(body.received(), links, listing, &self.source.vocabulary) {
            Ok(found) => {
                for inner in found {
                    self.ask(&inner.url, Wanted::Data, Some(&inner.listing)).await?;
                }
            }
            Err(error) => self.page_changed(&url, &error),
        }
        Ok(())
    }

    fn page_changed(&mut self, url: &Url, error: &portbook_fetch::error::Error) {
        let (outcome, why) = ("page changed".to_owned(), error.to_string());
        self.collected.troubles.push(Noted { url: url.to_string(), outcome, why });
    }

    /// Asks for a page; its bytes may be the ones held.
    async fn page(&mut self, url: &Url, listing: Option<&Listing>) -> Result<Option<Body>, Error> {
        let fetched = self.ask(url, Wanted::Page, listing).await?;
        let content_type = fetched.content_type.clone();
        match fetched.outcome {
            Outcome::New => {
                let bytes = fetched.body.unwrap_or_default();
                Ok(Some(Body { url: fetched.final_url, bytes, content_type }))
            }
            Outcome::Unchanged => {
                let held = capture::latest(&self.held, url.as_str()).cloned();
                let Some((digest, kept)) = held.and_then(|c| Some((c.snapshot?, c))) else {
                    return Ok(None);
                };
                let bytes = self.writer.archive().get(&digest)?;
                let content_type = content_type.or(kept.content_type);
                Ok(Some(Body { url: fetched.final_url, bytes, content_type }))
            }
            _ => Ok(None),
        }
    }

    /// One request, conditional where bytes are held; its outcome is archived.
    async fn ask(
        &mut self,
        url: &Url,
        wanted: Wanted,
        listing: Option<&Listing>,
    ) -> Result<Fetched, Error> {
        let held = capture::latest(&self.held, url.as_str());
        let conditions = Conditions {
            etag: held.and_then(|c| c.etag.clone()),
            last_modified: held.and_then(|c| c.last_modified.clone()),
            snapshot: held.and_then(|c| c.snapshot),
        };
        let access = &self.source.access;
        let fetched = self.fetcher.get(Ask { access, url, wanted, conditions: &conditions }).await;
        self.collected.asked += 1;
        self.count(&fetched);
        let held_snapshot = conditions.snapshot;
        let snapshot = match (&fetched.outcome, &fetched.body) {
            (Outcome::Unchanged, _) => held_snapshot,
            (_, Some(body)) => Some(self.writer.put(body)?),
            (_, None) => None,
        };
        let role = match wanted {
            Wanted::Page => Role::Page,
            Wanted::Data => Role::Data,
        };
        self.append(Capture {
            source: self.source.column(),
            url: url.to_string(),
            captured_at: self.at,
            role,
            outcome: kept(&fetched.outcome),
            status: fetched.status,
            snapshot,
            body_bytes: fetched.body.as_ref().map_or(0, |body| body.len() as u64),
            content_type: fetched.content_type.clone(),
            etag: fetched.etag.clone(),
            last_modified: fetched.last_modified.clone(),
            via: Via::Http,
            listing: listing.map(|listing| capture::Listing {
                page_url: listing.page_url.to_string(),
                title: listing.title.clone(),
                period: listing.period.clone(),
                date: listing.date,
            }),
            note: fetched.outcome.note(),
        })?;
        Ok(fetched)
    }

    fn count(&mut self, fetched: &Fetched) {
        let host = fetched.url.host_str().unwrap_or_default().to_owned();
        let outcomes = self.collected.requests.entry(host).or_default();
        *outcomes.entry(fetched.outcome.name()).or_default() += 1;
        if fetched.status.is_none() && matches!(fetched.outcome, Outcome::Failed { .. }) {
            self.collected.unanswered += 1;
        }
        let noted = || Noted {
            url: fetched.url.to_string(),
            outcome: fetched.outcome.name().to_owned(),
            why: fetched.outcome.note().unwrap_or_default(),
        };
        match &fetched.outcome {
            Outcome::New => self.collected.new += 1,
            Outcome::Unchanged => self.collected.unchanged += 1,
            other => match other.class() {
                None => self.collected.noted.push(noted()),
                Some(
                    Class::Transient | Class::SourceChanged | Class::Environment | Class::Defect,
                ) => {
                    self.collected.troubles.push(noted());
                }
            },
        }
    }

    /// A file fetched by hand, with the same lineage as any other; taken once. Its bytes are stored.
    pub fn take(&mut self, file: &InboxFile, stored: (Digest, u64)) -> Result<(), Error> {
        let (snapshot, body_bytes) = stored;
        let name = file.file.file_name().unwrap_or_default().to_string_lossy();
        let url = format!("inbox:{name}");
        let listed = file.period.is_some() || file.date.is_some();
        let listing = listed.then(|| capture::Listing {
            page_url: file.url.clone(),
            title: None,
            period: file.period.clone(),
            date: file.date,
        });
        let mut same = self.held.iter().filter(|held| held.is_handed_in(&snapshot));
        let under_that_name = same.clone().rfind(|held| held.url == url);
        // A sidecar that says something else now mends what was said; a copy says nothing new.
        if under_that_name
            .or(same.next())
            .is_some_and(|held| held.url != url || held.listing == listing)
        {
            return Ok(());
        }
        self.collected.new += 1;
        let from = if file.url.is_empty() { String::new() } else { format!(" from {}", file.url) };
        self.append(Capture {
            source: self.source.column(),
            url,
            captured_at: file.captured_at,
            role: Role::Data,
            outcome: Kept::New,
            status: None,
            snapshot: Some(snapshot),
            body_bytes,
            content_type: None,
            etag: None,
            last_modified: None,
            via: Via::Inbox,
            listing,
            note: Some(match &file.note {
                Some(note) => format!("by hand{from}: {note}"),
                None => format!("by hand{from}"),
            }),
        })
    }

    fn append(&mut self, capture: Capture) -> Result<(), Error> {
        self.writer.append(&capture)?;
        self.held.push(capture);
        Ok(())
    }
}

impl Body {
    fn received(&self) -> Received<'_> {
        let content_type = self.content_type.as_deref();
        Received { url: &self.url, body: &self.bytes, content_type }
    }
}

/// The archive's word for an outcome.
fn kept(outcome: &Outcome) -> Kept {
    match outcome {
        Outcome::New => Kept::New,
        Outcome::Unchanged => Kept::Unchanged,
        Outcome::Moved { .. } => Kept::Moved,
        Outcome::NotYet { .. } => Kept::NotYet,
        Outcome::Login => Kept::Login,
        Outcome::Challenge { .. } => Kept::Challenge,
        Outcome::Throttled => Kept::Throttled,
        Outcome::Truncated { .. } => Kept::Truncated,
        Outcome::ImageOnly { .. } => Kept::ImageOnly,
        Outcome::WrongType { .. } => Kept::WrongType,
        Outcome::Missing => Kept::Missing,
        Outcome::Refused(_) => Kept::Refused,
        Outcome::Failed { .. } => Kept::Failed,
    }
}

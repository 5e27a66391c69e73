//! One address of one source → one outcome: checked, gated, redirected, asked again, judged.

use std::time::Duration;

use portbook_model::digest::Digest;
use portbook_source::access::Access;
use url::Url;

use crate::address::{self, shown};
use crate::client::{Answer, Client, Completeness, Conditions, ReplaySettings, Trouble};
use crate::error::Result;
use crate::limits::{Limits, PAGE_BYTES_MAX, ROBOTS_BYTES_MAX};
use crate::outcome::{self, Outcome, Refusal, Wanted};
use crate::politeness::{Gate, Gates, Pace, Robots};
use crate::retry::{self, Again, Policy, Retries};

/// What differs between runs; a replay differs from a live run in `replay` and `retry` only.
#[derive(Clone, Debug)]
pub struct Settings {
    /// How to reach whoever runs this, put into the user agent.
    pub contact: String,
    pub limits: Limits,
    pub retry: Policy,
    pub replay: Option<ReplaySettings>,
}

impl Settings {
    pub fn live(contact: &str) -> Self {
        Self {
            contact: contact.to_owned(),
            limits: Limits::standard(),
            retry: Policy::standard(),
            replay: None,
        }
    }

    pub fn replay(contact: &str, replay: ReplaySettings) -> Self {
        Self { retry: Policy::immediate(), replay: Some(replay), ..Self::live(contact) }
    }
}

/// One fetcher serves a whole run: it keeps the gates and what robots.txt said.
#[derive(Debug)]
pub struct Fetcher {
    client: Client,
    gates: Gates,
    limits: Limits,
    retry: Policy,
}

/// What is asked.
#[derive(Clone, Copy, Debug)]
pub struct Ask<'a> {
    /// Whose hosts and pause apply.
    pub access: &'a Access,
    pub url: &'a Url,
    pub wanted: Wanted,
    pub conditions: &'a Conditions,
}

/// What came of it, with its evidence.
#[derive(Clone, Debug)]
pub struct Fetched {
    /// As asked.
    pub url: Url,
    /// Where the answer came from, after redirects.
    pub final_url: Url,
    pub outcome: Outcome,
    pub status: Option<u16>,
    /// The body as far as it came, whatever the outcome; `None` if there was none.
    pub body: Option<Vec<u8>>,
    pub content_type: Option<String>,
    pub etag: Option<String>,
    pub last_modified: Option<String>,
    /// Attempts made, the last one included.
    pub attempts: u32,
}

impl Fetcher {
    /// # Errors
    /// [`crate::error::Error::Client`] if TLS cannot be set up: no root certificates, say.
    pub fn new(settings: Settings) -> Result<Self> {
        let Settings { contact, limits, retry, replay } = settings;
        let pace = if replay.is_some() { Pace::Immediate } else { Pace::Polite };
        let client = Client::new(&contact, &limits, replay.as_ref())?;
        Ok(Self { client, gates: Gates::new(pace), limits, retry })
    }

    /// Asks for one address. Whatever happens is an outcome.
    pub async fn get(&self, ask: Ask<'_>) -> Fetched {
        let mut retries = Retries::new(&self.retry);
        let mut attempts = 0;
        let mut fetched = loop {
            let (fetched, again) = self.attempt(ask).await;
            attempts += 1;
            if !retries.wait(again).await {
                break fetched;
            }
        };
        fetched.attempts = attempts;
        let (outcome, status) = (fetched.outcome.name(), fetched.status);
        tracing::info!(event = "fetched", stage = "fetch", url = %shown(&fetched.url), outcome, status, attempts);
        fetched
    }

    async fn attempt(&self, ask: Ask<'_>) -> (Fetched, Again) {
        let body_bytes_max = match ask.wanted {
            Wanted::Page => PAGE_BYTES_MAX.min(self.limits.body_bytes_max),
            Wanted::Data => self.limits.body_bytes_max,
        };
        let mut at = ask.url.clone();
        for _ in 0..=self.limits.redirects_max {
            let answer = match self.allowed(ask.access, &at).await {
                Ok((gate, pause)) => {
                    let _pass = self.gates.pass(&gate, pause).await;
                    self.client.exchange(&at, ask.conditions, body_bytes_max).await
                }
                Err(refusal) => Err(Trouble::Refused(refusal)),
            };
            let answer = match answer {
                Ok(answer) => answer,
                Err(trouble) => return unanswered(ask, at, trouble),
            };
            match redirect(&at, &answer, &ask.access.hosts) {
                None => return judged(ask, at, answer),
                Some(Ok(target)) => at = target,
                Some(Err(outcome)) => return (answered(ask, at, answer, outcome), Again::Done),
            }
        }
        let redirects_max = self.limits.redirects_max;
        unanswered(ask, at, Trouble::Refused(Refusal::Redirects { redirects_max }))
    }

    /// Whether the address may be asked; through which gate, after which pause.
    async fn allowed(
        &self,
        access: &Access,
        url: &Url,
    ) -> std::result::Result<(std::sync::Arc<Gate>, Duration), Refusal> {
        address::check(url, &access.hosts)?;
        let gate = self.gates.of(url);
        let own = Duration::from_millis(access.delay_ms);
        let mut robots = gate.robots.lock().await;
        let known = match &*robots {
            Some(known) => known.clone(),
            None => robots.insert(self.ask_robots(access, url, own).await).clone(),
        };
        drop(robots);
        known.check(url)?;
        Ok((gate, known.pause(own)))
    }

    async fn ask_robots(&self, access: &Access, url: &Url, pause: Duration) -> Robots {
        let mut first = url.clone();
        first.set_path("/robots.txt");
        first.set_query(None);
        first.set_fragment(None);
        let mut retries = Retries::new(&self.retry);
        loop {
            let (robots, again) = self.attempt_robots(access, &first, pause).await;
            if !retries.wait(again).await {
                return robots;
            }
        }
    }

    async fn attempt_robots(
        &self,
        access: &Access,
        first: &Url,
        pause: Duration,
    ) -> (Robots, Again) {
        let (mut at, none) = (first.clone(), Conditions::default());
        for _ in 0..=self.limits.redirects_max {
            let gate = self.gates.of(&at);
            let pass = self.gates.pass(&gate, pause).await;
            let answer = self.client.exchange(&at, &none, ROBOTS_BYTES_MAX).await;
            drop(pass);
            let answer = match answer {
                Ok(answer) => answer,
                Err(trouble) => return trouble.about_robots(),
            };
            match redirect(&at, &answer, &access.hosts) {
                None => return robots_of(&answer),
                Some(Ok(target)) => at = target,
                Some(Err(outcome)) => {
                    let why = outcome.note().unwrap_or_default();
                    return (Robots::Unknown { why }, Again::Done);
                }
            }
        }
        (Robots::Unknown { why: "too many redirects".to_owned() }, Again::Done)
    }
}

impl Trouble {
    fn about_robots(self) -> (Robots, Again) {
        match self {
            Self::Refused(refusal) => (Robots::Unknown { why: refusal.to_string() }, Again::Done),
            Self::Passing { why } => (Robots::Unknown { why }, Again::Later { not_before: None }),
            Self::Lasting { why } => (Robots::Unknown { why }, Again::Done),
        }
    }
}

fn robots_of(answer: &Answer) -> (Robots, Again) {
    if let Completeness::Cut { why } = &answer.completeness {
        return (Robots::Unknown { why: why.clone() }, Again::Later { not_before: None });
    }
    let again = match answer.status {
        429 | 500 | 502 | 503 | 504 => Again::Later { not_before: not_before(answer) },
        _ => Again::Done,
    };
    (Robots::read(answer.status, &answer.body), again)
}

fn not_before(answer: &Answer) -> Option<Duration> {
    retry::retry_after(answer.retry_after.as_deref()?, answer.date.as_deref())
}

/// `None` if the answer is no redirect; where it leads, or why that way is not taken.
fn redirect(
    at: &Url,
    answer: &Answer,
    hosts: &[String],
) -> Option<std::result::Result<Url, Outcome>> {
    if !matches!(answer.status, 301 | 302 | 303 | 307 | 308) {
        return None;
    }
    let location = answer.location.as_deref().unwrap_or_default();
    let Some(mut target) = at.join(location).ok().filter(|_| !location.is_empty()) else {
        let why = format!("redirected to `{location}`, which is no address");
        return Some(Err(Outcome::Failed { why }));
    };
    target.set_fragment(None);
    if at.scheme() == "https" && target.scheme() == "http" {
        return Some(Err(Outcome::Refused(Refusal::Downgrade)));
    }
    Some(match address::check(&target, hosts) {
        Ok(()) => Ok(target),
        Err(Refusal::Host { .. }) => Err(Outcome::Moved { to: target }),
        Err(refusal) => Err(Outcome::Refused(refusal)),
    })
}

fn judged(ask: Ask<'_>, at: Url, answer: Answer) -> (Fetched, Again) {
    let conditions = ask.conditions;
    let mut outcome = outcome::judge(&at, &answer, ask.wanted);
    let conditional = conditions.etag.is_some() || conditions.last_modified.is_some();
    if answer.status == 304 && !conditional {
        outcome = Outcome::Failed { why: "got 304 without having asked for it".to_owned() };
    }
    if outcome == Outcome::New && conditions.snapshot == Some(Digest::of(&answer.body)) {
        outcome = Outcome::Unchanged;
    }
    let again = match (&outcome, answer.status) {
        (Outcome::Throttled, _) | (Outcome::Failed { .. }, 500 | 502 | 504) => {
            Again::Later { not_before: not_before(&answer) }
        }
        (Outcome::Truncated { .. }, 200) => Again::Later { not_before: None },
        _ => Again::Done,
    };
    (answered(ask, at, answer, outcome), again)
}

fn answered(ask: Ask<'_>, at: Url, answer: Answer, outcome: Outcome) -> Fetched {
    Fetched {
        url: ask.url.clone(),
        final_url: at,
        outcome,
        status: Some(answer.status),
        body: Some(answer.body).filter(|body| !body.is_empty()),
        content_type: answer.content_type,
        etag: answer.etag,
        last_modified: answer.last_modified,
        attempts: 0,
    }
}

fn unanswered(ask: Ask<'_>, at: Url, trouble: Trouble) -> (Fetched, Again) {
    let (outcome, again) = match trouble {
        Trouble::Refused(refusal) => (Outcome::Refused(refusal), Again::Done),
        Trouble::Passing { why } => (Outcome::Failed { why }, Again::Later { not_before: None }),
        Trouble::Lasting { why } => (Outcome::Failed { why }, Again::Done),
    };
    let fetched = Fetched {
        url: ask.url.clone(),
        final_url: at,
        outcome,
        status: None,
        body: None,
        content_type: None,
        etag: None,
        last_modified: None,
        attempts: 0,
    };
    (fetched, again)
}

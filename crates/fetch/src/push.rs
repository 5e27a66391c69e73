//! Telling others what a run came to: one body to one address, a few times, and then no more. What
//! becomes of it is told and changes nothing. The address is a secret and stands in no error.

use std::time::Duration;

use portbook_model::secret::Secret;
use url::Url;

use crate::client::Sender;
use crate::error::Result;
use crate::retry::{Again, Policy, Retries};

/// Longest wait for an answer.
const TIMEOUT: Duration = Duration::from_secs(10);
/// Most attempts at one body.
const TRIES_MAX: u32 = 5;

/// Sends to addresses that whoever runs this chose, on any host.
#[derive(Debug)]
pub struct Pusher {
    sender: Sender,
    retry: Policy,
}

/// Why nobody took it.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Untold {
    #[error("the address is none")]
    Address,
    #[error("got status {0}")]
    Status(u16),
    #[error("no answer: {0}")]
    Unanswered(String),
}

impl Pusher {
    /// # Errors
    /// [`crate::error::Error::Client`] if TLS cannot be set up.
    pub fn new() -> Result<Self> {
        let retry = Policy {
            attempts_max: TRIES_MAX,
            first_delay_ms: 500,
            delay_ms_max: 4_000,
            deadline_s: 60,
        };
        Ok(Self { sender: Sender::new(TIMEOUT)?, retry })
    }

    /// Sends a body with POST; `below` is put behind the path, `query` behind the query.
    ///
    /// # Errors
    /// Why the last attempt failed.
    pub async fn post(
        &self,
        to: &Secret,
        below: &str,
        query: &[(&str, &str)],
        content_type: &str,
        body: &str,
    ) -> std::result::Result<(), Untold> {
        let url = address(to, below, query).ok_or(Untold::Address)?;
        let mut retries = Retries::new(&self.retry);
        loop {
            let (told, again) = match self.sender.post(&url, content_type, body).await {
                Ok(200..=299) => return Ok(()),
                Ok(status) => {
                    let passing = matches!(status, 429 | 500..=599);
                    (Untold::Status(status), passing)
                }
                Err(why) => (Untold::Unanswered(why), true),
            };
            let again = if again { Again::Later { not_before: None } } else { Again::Done };
            if !retries.wait(again).await {
                return Err(told);
            }
        }
    }
}

fn address(to: &Secret, below: &str, query: &[(&str, &str)]) -> Option<Url> {
    let mut url = Url::parse(to.reveal().trim()).ok()?;
    if !matches!(url.scheme(), "http" | "https") || !url.has_host() {
        return None;
    }
    if !below.is_empty() {
        url.path_segments_mut().ok()?.pop_if_empty().push(below);
    }
    if !query.is_empty() {
        url.query_pairs_mut().extend_pairs(query);
    }
    Some(url)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_added_goes_where_it_belongs() {
        let of = |to: &str, below: &str, query: &[(&str, &str)]| {
            address(&Secret::new(to.to_owned()), below, query).map(|url| url.to_string())
        };
        let rid = [("rid", "2ed6657d")];
        for (to, below, expected) in [
            ("https://hc.example/token", "start", "https://hc.example/token/start?rid=2ed6657d"),
            ("https://hc.example/token/", "fail", "https://hc.example/token/fail?rid=2ed6657d"),
            ("https://up.example/push?key=a\n", "", "https://up.example/push?key=a&rid=2ed6657d"),
        ] {
            assert_eq!(of(to, below, &rid).as_deref(), Some(expected));
        }
        assert_eq!(of("hc.example/token", "", &[]), None);
        assert_eq!(of("file:///etc/passwd", "", &[]), None);
    }

    /// Nobody listens there: refused at once, five times, and the address is in no word of it.
    #[tokio::test(start_paused = true)]
    async fn it_gives_up_and_keeps_the_address_to_itself() {
        let to = Secret::new("http://user:canary@127.0.0.1:9/canary?key=canary".to_owned());
        let pusher = Pusher::new().unwrap();
        let untold = pusher.post(&to, "start", &[], "text/plain", "x").await.unwrap_err();
        assert!(matches!(untold, Untold::Unanswered(_)), "{untold:?}");
        assert!(!format!("{untold:?} {untold} {pusher:?}").contains("canary"), "{untold:?}");
    }
}

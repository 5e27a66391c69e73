//! One gate per host: one request at a time, a pause between two, and robots.txt (RFC 9309) first.

use std::collections::HashMap;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use texting_robots::Robot;
use tokio::sync::{Mutex as AsyncMutex, MutexGuard};
use tokio::time::Instant;
use url::Url;

use crate::client::PRODUCT;
use crate::outcome::Refusal;

/// The longest pause a robots.txt can ask for.
const CRAWL_DELAY_S_MAX: f32 = 300.0;

/// Whether pauses are kept: a replay origin needs none.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Pace {
    Polite,
    Immediate,
}

#[derive(Debug)]
pub(crate) struct Gates {
    pace: Pace,
    /// By scheme, host and port.
    gates: Mutex<HashMap<String, Arc<Gate>>>,
}

#[derive(Debug, Default)]
pub(crate) struct Gate {
    /// When the last request to the host ended. Held locked while one is under way.
    last: AsyncMutex<Option<Instant>>,
    /// What robots.txt says, once asked; kept for the run.
    pub(crate) robots: AsyncMutex<Option<Robots>>,
}

/// Passage for one request.
pub(crate) struct Pass<'a>(MutexGuard<'a, Option<Instant>>);

impl Drop for Pass<'_> {
    fn drop(&mut self) {
        *self.0 = Some(Instant::now());
    }
}

impl Gates {
    pub(crate) fn new(pace: Pace) -> Self {
        Self { pace, gates: Mutex::default() }
    }

    pub(crate) fn of(&self, url: &Url) -> Arc<Gate> {
        let mut gates = self.gates.lock().unwrap_or_else(PoisonError::into_inner);
        Arc::clone(gates.entry(url.origin().ascii_serialization()).or_default())
    }

    /// Waits for the turn of one request.
    pub(crate) async fn pass<'a>(&self, gate: &'a Gate, pause: Duration) -> Pass<'a> {
        let last = gate.last.lock().await;
        if let (Some(last), Pace::Polite) = (*last, self.pace) {
            tokio::time::sleep_until(last + pause).await;
        }
        Pass(last)
    }
}

/// What a host's robots.txt allows.
#[derive(Clone, Debug)]
pub(crate) enum Robots {
    /// There is none (any 4xx), so all is allowed.
    Absent,
    Rules(Arc<Robot>),
    /// It could not be read, so nothing is asked in this run.
    Unknown {
        why: String,
    },
}

impl Robots {
    pub(crate) fn read(status: u16, body: &[u8]) -> Self {
        match status {
            200 => match Robot::new(PRODUCT, body) {
                Ok(rules) => Self::Rules(Arc::new(rules)),
                Err(error) => Self::Unknown { why: error.to_string() },
            },
            429 => Self::Unknown { why: "got status 429".to_owned() },
            400..500 => Self::Absent,
            status => Self::Unknown { why: format!("got status {status}") },
        }
    }

    pub(crate) fn check(&self, url: &Url) -> Result<(), Refusal> {
        match self {
            Self::Absent => Ok(()),
            Self::Rules(rules) if rules.allowed(url.as_str()) => Ok(()),
            Self::Rules(_) => Err(Refusal::Robots),
            Self::Unknown { why } => {
                let host = url.host_str().unwrap_or_default().to_owned();
                Err(Refusal::RobotsUnknown { host, why: why.clone() })
            }
        }
    }

    /// The pause between two requests: ours, or theirs if longer.
    pub(crate) fn pause(&self, own: Duration) -> Duration {
        let theirs = match self {
            Self::Rules(rules) => rules.delay.filter(|delay| delay.is_finite()).unwrap_or(0.0),
            Self::Absent | Self::Unknown { .. } => 0.0,
        };
        own.max(Duration::from_secs_f32(theirs.clamp(0.0, CRAWL_DELAY_S_MAX)))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn robots_by_status_and_by_rule() {
        let url = |path: &str| Url::parse("https://www.census.gov/").unwrap().join(path).unwrap();
        let body = b"User-agent: *\nDisallow: /\nUser-agent: Portbook\nDisallow: /private/\nCrawl-delay: 7\n";
        let robots = Robots::read(200, body);
        assert_eq!(robots.check(&url("foreign-trade/")), Ok(()));
        assert_eq!(robots.check(&url("private/x.xlsx")), Err(Refusal::Robots));
        assert_eq!(robots.pause(Duration::from_secs(2)), Duration::from_secs(7));
        assert_eq!(Robots::read(404, b"").check(&url("")), Ok(()));
        for status in [429, 500, 503, 302] {
            let refusal = Robots::read(status, b"").check(&url(""));
            assert!(matches!(refusal, Err(Refusal::RobotsUnknown { .. })), "{status}");
        }
    }

    #[tokio::test(start_paused = true)]
    async fn a_gate_keeps_the_pause() {
        let url = Url::parse("https://www.census.gov/").unwrap();
        let pause = Duration::from_secs(2);
        for (pace, expected_s) in [(Pace::Polite, 4), (Pace::Immediate, 0)] {
            let gates = Gates::new(pace);
            let begun = Instant::now();
            for _ in 0..3 {
                drop(gates.pass(&gates.of(&url), pause).await);
            }
            assert_eq!(begun.elapsed().as_secs(), expected_s);
        }
    }
}

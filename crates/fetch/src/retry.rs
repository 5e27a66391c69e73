//! Asking again: when, how often, how long between. `backoff` is the source of delays and nothing
//! more (it is unmaintained, RUSTSEC-2025-0012); this is the only file that names it. The loop,
//! `Retry-After` and the deadline are ours, on tokio's clock.

use std::time::Duration;

use backoff::SystemClock;
use backoff::backoff::Backoff as _;
use backoff::exponential::{ExponentialBackoff, ExponentialBackoffBuilder};
use jiff::fmt::rfc2822;
use tokio::time::Instant;

/// The longest wait a server is granted.
pub const RETRY_AFTER_S_MAX: u64 = 3600;

/// How patiently one address is asked.
#[derive(Clone, Debug)]
pub struct Policy {
    /// Attempts in all, the first included.
    pub attempts_max: u32,
    /// Mean of the first delay; later ones double, each with jitter.
    pub first_delay_ms: u64,
    pub delay_ms_max: u64,
    /// From the first attempt to the last one's start.
    pub deadline_s: u64,
}

impl Policy {
    pub fn standard() -> Self {
        Self { attempts_max: 4, first_delay_ms: 2_000, delay_ms_max: 120_000, deadline_s: 900 }
    }

    /// Of a replay: as many attempts, no waiting.
    pub fn immediate() -> Self {
        Self { first_delay_ms: 0, delay_ms_max: 0, ..Self::standard() }
    }
}

/// What an attempt says about another one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Again {
    Done,
    /// Worth asking again, not before `not_before`.
    Later {
        not_before: Option<Duration>,
    },
}

/// The patience left for one address.
#[derive(Debug)]
pub(crate) struct Retries {
    attempts_left: u32,
    deadline: Instant,
    delays: ExponentialBackoff<SystemClock>,
}

impl Retries {
    /// Before the first attempt.
    pub(crate) fn new(policy: &Policy) -> Self {
        let delays = ExponentialBackoffBuilder::new()
            .with_initial_interval(Duration::from_millis(policy.first_delay_ms))
            .with_max_interval(Duration::from_millis(policy.delay_ms_max))
            .with_multiplier(2.0)
            .with_max_elapsed_time(None)
            .build();
        let deadline = Instant::now() + Duration::from_secs(policy.deadline_s);
        Self { attempts_left: policy.attempts_max, deadline, delays }
    }

    /// After an attempt: waits, and says whether to ask again. A wait that would pass the deadline
    /// is not begun: asking sooner than told is no answer to it.
    pub(crate) async fn wait(&mut self, again: Again) -> bool {
        self.attempts_left = self.attempts_left.saturating_sub(1);
        let Again::Later { not_before } = again else { return false };
        let asked = not_before.unwrap_or_default().min(Duration::from_secs(RETRY_AFTER_S_MAX));
        let delay = self.delays.next_backoff().unwrap_or_default().max(asked);
        if self.attempts_left == 0 || Instant::now() + delay > self.deadline {
            return false;
        }
        let delay_ms = u64::try_from(delay.as_millis()).unwrap_or(u64::MAX);
        tracing::debug!(event = "retrying", stage = "fetch", delay_ms, "asking again later");
        tokio::time::sleep(delay).await;
        true
    }
}

/// `Retry-After`: seconds, or a date, which is read against the answer's own `Date` so that no
/// clock of ours counts. Nonsense is as good as none.
pub(crate) fn retry_after(value: &str, date: Option<&str>) -> Option<Duration> {
    let value = value.trim();
    if !value.is_empty() && value.bytes().all(|byte| byte.is_ascii_digit()) {
        return Some(Duration::from_secs(value.parse().unwrap_or(RETRY_AFTER_S_MAX)));
    }
    let instant = |text: &str| rfc2822::parse(text).ok().map(|zoned| zoned.timestamp());
    let (then, now) = (instant(value)?, instant(date?.trim())?);
    Some(Duration::try_from(then.duration_since(now)).unwrap_or_default())
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Seconds after the start of each attempt, on the paused clock.
    async fn starts(policy: &Policy, again: Again) -> Vec<f64> {
        let begun = Instant::now();
        let mut starts = Vec::new();
        let mut retries = Retries::new(policy);
        loop {
            starts.push(begun.elapsed().as_secs_f64());
            if !retries.wait(again).await {
                return starts;
            }
        }
    }

    #[tokio::test(start_paused = true)]
    async fn delays_double_with_jitter() {
        let starts = starts(&Policy::standard(), Again::Later { not_before: None }).await;
        assert_eq!(starts.len(), 4);
        for (i, mean) in [2.0, 4.0, 8.0].into_iter().enumerate() {
            let delay = starts[i + 1] - starts[i];
            assert!((0.5 * mean..=1.5 * mean + 0.01).contains(&delay), "{delay} after attempt {i}");
        }
    }

    #[tokio::test(start_paused = true)]
    async fn retry_after_is_a_lower_bound() {
        let wait = Again::Later { not_before: Some(Duration::from_mins(2)) };
        let starts = starts(&Policy::standard(), wait).await;
        let delays: Vec<_> = starts.windows(2).map(|pair| pair[1] - pair[0]).collect();
        assert_eq!(delays.len(), 3);
        assert!(delays.iter().all(|delay| (120.0..120.1).contains(delay)), "{delays:?}");
    }

    #[tokio::test(start_paused = true)]
    async fn the_deadline_and_the_hour_hold() {
        let wait = Again::Later { not_before: Some(Duration::from_secs(1_000_000_000)) };
        assert_eq!(
            starts(&Policy::standard(), wait).await.len(),
            1,
            "an hour is past the deadline"
        );
        let patient = Policy { deadline_s: 2 * 3600, ..Policy::standard() };
        let starts = starts(&patient, wait).await;
        assert_eq!(starts.len(), 3);
        assert!((3600.0..3600.1).contains(&starts[1]), "{starts:?}");
    }

    #[tokio::test(start_paused = true)]
    async fn what_is_done_is_not_repeated() {
        assert_eq!(starts(&Policy::standard(), Again::Done).await, [0.0]);
    }

    #[test]
    fn retry_after_as_seconds_date_and_nonsense() {
        let date = Some("Tue, 24 Nov 2026 10:00:00 GMT");
        let seconds = |value| retry_after(value, date).map(|wait| wait.as_secs());
        assert_eq!(seconds("120"), Some(120));
        assert_eq!(seconds("99999999999999999999999"), Some(RETRY_AFTER_S_MAX));
        assert_eq!(seconds("Tue, 24 Nov 2026 10:05:00 GMT"), Some(300));
        assert_eq!(seconds("Tue, 24 Nov 2026 09:00:00 GMT"), Some(0));
        assert_eq!(seconds("soon"), None);
        assert_eq!(seconds("-5"), None);
        assert_eq!(retry_after("Tue, 24 Nov 2026 10:05:00 GMT", None), None);
    }
}

//! How long each stage of a run took.

use std::collections::BTreeMap;

use jiff::Timestamp;

/// A stopwatch over the stages, which follow one another.
#[derive(Debug)]
pub(crate) struct Stages {
    wall: fn() -> Timestamp,
    since: Timestamp,
    /// Stage -> seconds.
    pub(crate) seconds: BTreeMap<&'static str, f64>,
}

impl Stages {
    pub(crate) fn begin(wall: fn() -> Timestamp) -> Self {
        Self { wall, since: wall(), seconds: BTreeMap::new() }
    }

    /// A stage has ended; the next one begins. A clock set back gives no time less than none.
    pub(crate) fn end(&mut self, stage: &'static str) {
        let now = (self.wall)();
        let took = now.duration_since(self.since).as_secs_f64().max(0.0);
        *self.seconds.entry(stage).or_default() += took;
        self.since = now;
    }
}

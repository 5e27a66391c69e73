//! An observation: one printed value of one series in one release.

use std::sync::Arc;

use jiff::Timestamp;

use crate::address::Address;
use crate::digest::Digest;
use crate::period::Period;
use crate::release::Release;
use crate::series::Series;
use crate::status::{Level, ObsStatus, RevisionReason};

/// Digits after the decimal point of every published value: Decimal128(38, 9).
pub const VALUE_SCALE: u8 = 9;

/// What one release prints for one series and period, after `normalize`.
#[derive(Clone, Debug, PartialEq)]
pub struct Observation {
    pub series: Arc<Series>,
    pub period: Period,
    /// Value in base units of `unit_measure`, times 10^9. `None` with a status that says why.
    pub value: Option<i128>,
    /// Power of ten of the printed unit: 6 for millions.
    pub unit_mult: i8,
    /// Digits printed after the decimal point.
    pub decimals: i8,
    pub status: ObsStatus,
    /// SDMX `CONF_STATUS` where the publisher prints one.
    pub conf_status: Option<String>,
    /// What the row is in the table it was printed in.
    pub level: Level,
    /// The subtotal a leaf belongs to (`_ASIA`), for `check` alone; not published.
    pub part_of: Option<Arc<str>>,
    /// Base of an index (`2020`). `None` for money and quantities.
    pub base_period: Option<String>,
    /// The stored bytes the value was read from.
    pub snapshot: Digest,
    pub address: Address,
    /// The printed text where it is not the plain print of value, `unit_mult` and `decimals`.
    pub raw_text: Option<String>,
}

/// A published row: an observation with its vintage.
#[derive(Clone, Debug, PartialEq)]
pub struct Row {
    pub observation: Observation,
    pub release: Arc<Release>,
    /// Earliest capture of that release that prints the row.
    pub first_seen_at: Timestamp,
    /// `released_at` of the next row of the observation; `None` while it stands.
    pub superseded_at: Option<Timestamp>,
    /// 0 for the first print.
    pub revision: i32,
    /// `None` for the first print.
    pub revision_reason: Option<RevisionReason>,
}

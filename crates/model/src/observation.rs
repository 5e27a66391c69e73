//! An observation: one printed value of one series in one release.

use std::sync::Arc;

use jiff::Timestamp;
use serde::{Deserialize, Serialize};

use crate::address::Address;
use crate::digest::Digest;
use crate::period::Period;
use crate::release::Release;
use crate::series::Series;
use crate::status::{Level, ObsStatus, RevisionReason};

/// Digits after the decimal point of every published value: Decimal128(38, 9).
pub const VALUE_SCALE: u8 = 9;

/// What one release prints for one series and period, after `normalize`. Kept without its series,
/// which many share, and without the snapshot, which its print names.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Observation {
    #[serde(skip, default = "unset")]
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
    #[serde(with = "shared_text")]
    pub part_of: Option<Arc<str>>,
    /// Base of an index (`2020`). `None` for money and quantities.
    pub base_period: Option<String>,
    /// The stored bytes the value was read from.
    #[serde(skip, default = "nowhere")]
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
    /// `None` for the first print, unless it was corrected.
    pub revision_reason: Option<RevisionReason>,
}

fn unset() -> Arc<Series> {
    Arc::new(Series::unset())
}

fn nowhere() -> Digest {
    Digest::from([0; 32])
}

mod shared_text {
    use std::sync::Arc;

    use serde::{Deserialize as _, Deserializer, Serialize as _, Serializer};

    #[expect(clippy::ref_option, reason = "serde hands the field on as it is")]
    pub(super) fn serialize<S: Serializer>(
        text: &Option<Arc<str>>,
        serializer: S,
    ) -> Result<S::Ok, S::Error> {
        text.as_deref().serialize(serializer)
    }

    pub(super) fn deserialize<'de, D: Deserializer<'de>>(
        deserializer: D,
    ) -> Result<Option<Arc<str>>, D::Error> {
        Ok(Option::<String>::deserialize(deserializer)?.map(Arc::from))
    }
}

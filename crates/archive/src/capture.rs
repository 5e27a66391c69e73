//! A capture: one answer of the world to one request, or one file handed in. Evidence, not opinion.

use jiff::Timestamp;
use jiff::civil::Date;
use portbook_model::digest::Digest;
use serde::{Deserialize, Serialize};

/// One line of `captures/<source>/<YYYY-MM>.jsonl`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Capture {
    /// Source as in the column: `cn-gacc-express`.
    pub source: String,
    /// What was asked; for an inbox file, where it is said to come from (may be empty).
    pub url: String,
    /// Instant of the answer, UTC; of a recording, the recorded one.
    pub captured_at: Timestamp,
    /// What was asked for: an index page, or data that is parsed.
    pub role: Role,
    pub outcome: Outcome,
    /// HTTP status, if there was an answer.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub status: Option<u16>,
    /// Digest of the bytes: those received, or for `unchanged` those still valid.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub snapshot: Option<Digest>,
    /// Length of the snapshot.
    pub body_bytes: u64,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub content_type: Option<String>,
    /// As sent, for the next conditional request.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub etag: Option<String>,
    /// As sent, for the next conditional request.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub last_modified: Option<String>,
    pub via: Via,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub listing: Option<Listing>,
    /// Why, where the outcome needs a reason.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub note: Option<String>,
}

/// What the bytes are for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Role {
    /// A page that leads to data; kept, never parsed for values.
    Page,
    Data,
}

/// What came of it. "No data" is never ambiguous.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Outcome {
    New,
    /// 304, or the same digest as before.
    Unchanged,
    /// A proper page that says the release is not out.
    NotYet,
    Moved,
    Login,
    /// A script challenge or a captcha stands before the page.
    Challenge,
    Throttled,
    Truncated,
    /// A page whose table is a picture.
    ImageOnly,
    WrongType,
    Missing,
    Refused,
    Failed,
}

impl Outcome {
    pub fn name(self) -> &'static str {
        match self {
            Self::New => "new",
            Self::Unchanged => "unchanged",
            Self::NotYet => "not_yet",
            Self::Moved => "moved",
            Self::Login => "login",
            Self::Challenge => "challenge",
            Self::Throttled => "throttled",
            Self::Truncated => "truncated",
            Self::ImageOnly => "image_only",
            Self::WrongType => "wrong_type",
            Self::Missing => "missing",
            Self::Refused => "refused",
            Self::Failed => "failed",
        }
    }

    /// Whether the bytes are what the address really holds, so that "not modified" since then
    /// means something. A challenge page may carry an `ETag` too.
    fn is_the_resource(self) -> bool {
        match self {
            Self::New | Self::Unchanged | Self::NotYet | Self::ImageOnly | Self::WrongType => true,
            Self::Moved
            | Self::Login
            | Self::Challenge
            | Self::Throttled
            | Self::Truncated
            | Self::Missing
            | Self::Refused
            | Self::Failed => false,
        }
    }
}

/// How the bytes came.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Via {
    Http,
    /// Fetched by hand and put into the inbox.
    Inbox,
}

/// What the page that linked to it said of it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Listing {
    pub page_url: String,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub title: Option<String>,
    /// Verbatim: the text the page prints where the source's `period` pattern found it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub period: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub date: Option<Date>,
}

impl Capture {
    /// Whether it is of a file with these bytes that a person handed in.
    pub fn is_handed_in(&self, snapshot: &Digest) -> bool {
        self.via == Via::Inbox && self.snapshot == Some(*snapshot)
    }
}

/// The last capture of `url` that holds the resource's bytes; its `etag` and `last_modified` make
/// the next request conditional, its `snapshot` tells a new body from the same one.
pub fn latest<'a>(captures: &'a [Capture], url: &str) -> Option<&'a Capture> {
    captures.iter().rev().find(|capture| {
        capture.url == url && capture.snapshot.is_some() && capture.outcome.is_the_resource()
    })
}

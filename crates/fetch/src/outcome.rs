//! What came of a request. "No data" is never ambiguous, and the body is kept in every case.

use portbook_model::class::Class;
use url::Url;

use crate::address::shown;
use crate::client::{Answer, Completeness};
use crate::page::form::{self, Form};
use crate::page::look::{self, Facts};

/// What the caller expects to find.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Wanted {
    /// An index page: HTML with links.
    Page,
    /// A data file of the kind its name says; a name that says nothing may be a page with tables.
    Data,
}

/// The typed outcome. [`Outcome::name`] is the word the archive writes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Outcome {
    New,
    /// 304, or the digest held already.
    Unchanged,
    /// Redirected to a host the source does not declare: a person looks.
    Moved {
        to: Url,
    },
    /// A proper page (even with status 200) that says it is not there yet.
    NotYet {
        says: String,
    },
    Login,
    /// A script challenge or a captcha, recognised by `mark`.
    Challenge {
        mark: String,
    },
    Throttled,
    Truncated {
        why: String,
    },
    /// The page has no table, only a picture of one.
    ImageOnly {
        image: String,
    },
    WrongType {
        got: String,
        expected: String,
    },
    /// 404 or 410.
    Missing,
    /// We did not ask, or were told not to.
    Refused(Refusal),
    Failed {
        why: String,
    },
}

#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Refusal {
    #[error("got scheme `{scheme}`, expected `http` or `https`")]
    Scheme { scheme: String },
    #[error("the address carries a user name or a password")]
    Credentials,
    #[error("got port {port}, expected the scheme's own")]
    Port { port: u16 },
    #[error("host `{host}` is not one of the source's `hosts`")]
    Host { host: String },
    #[error("the address of `{host}` is private or local")]
    Address { host: String },
    #[error("redirected from https to http")]
    Downgrade,
    #[error("redirected more than {redirects_max} times")]
    Redirects { redirects_max: u32 },
    #[error("robots.txt does not allow it")]
    Robots,
    #[error("robots.txt of `{host}` could not be read: {why}")]
    RobotsUnknown { host: String, why: String },
    #[error("got more than {body_bytes_max} bytes")]
    TooLarge { body_bytes_max: u64 },
    #[error("the server forbids it (403)")]
    Forbidden,
}

impl Outcome {
    pub fn name(&self) -> &'static str {
        match self {
            Self::New => "new",
            Self::Unchanged => "unchanged",
            Self::Moved { .. } => "moved",
            Self::NotYet { .. } => "not_yet",
            Self::Login => "login",
            Self::Challenge { .. } => "challenge",
            Self::Throttled => "throttled",
            Self::Truncated { .. } => "truncated",
            Self::ImageOnly { .. } => "image_only",
            Self::WrongType { .. } => "wrong_type",
            Self::Missing => "missing",
            Self::Refused(_) => "refused",
            Self::Failed { .. } => "failed",
        }
    }

    /// The reason, where the word alone does not tell.
    pub fn note(&self) -> Option<String> {
        match self {
            Self::New | Self::Unchanged | Self::Login | Self::Throttled | Self::Missing => None,
            Self::Moved { to } => Some(format!("moved to `{}`", shown(to))),
            Self::NotYet { says } => Some(format!("the page says `{says}`")),
            Self::Challenge { mark } => Some(format!("recognised by `{mark}`")),
            Self::ImageOnly { image } => Some(format!("only the picture `{image}`")),
            Self::WrongType { got, expected } => Some(format!("got {got}, expected {expected}")),
            Self::Refused(refusal) => Some(refusal.to_string()),
            Self::Truncated { why } | Self::Failed { why } => Some(why.clone()),
        }
    }

    /// What is to be done about it; `None` where nothing is wrong.
    pub fn class(&self) -> Option<Class> {
        match self {
            Self::New | Self::Unchanged | Self::NotYet { .. } | Self::ImageOnly { .. } => None,
            Self::Throttled | Self::Truncated { .. } | Self::Failed { .. } => {
                Some(Class::Transient)
            }
            Self::Moved { .. }
            | Self::Login
            | Self::Challenge { .. }
            | Self::WrongType { .. }
            | Self::Missing
            | Self::Refused(_) => Some(Class::SourceChanged),
        }
    }
}

/// Judges an answer that is neither a redirect nor refused.
pub(crate) fn judge(url: &Url, answer: &Answer, wanted: Wanted) -> Outcome {
    let html = form::of(&answer.body, answer.content_type.as_deref()) == Form::Html;
    let facts = if html { look::at(&answer.body, answer.content_type.as_deref()) } else { None };
    if let Some(mark) = facts.as_ref().and_then(|facts| facts.challenge(answer.status)) {
        return Outcome::Challenge { mark };
    }
    match answer.status {
        200 => {}
        304 => return Outcome::Unchanged,
        401 => return Outcome::Login,
        403 => return Outcome::Refused(Refusal::Forbidden),
        404 | 410 => return Outcome::Missing,
        412 => return Outcome::Challenge { mark: "status 412".to_owned() },
        429 | 503 => return Outcome::Throttled,
        206 => return Outcome::Truncated { why: "got a part (206)".to_owned() },
        status => return Outcome::Failed { why: format!("got status {status}") },
    }
    if let Completeness::Cut { why } = &answer.completeness {
        return Outcome::Truncated { why: why.clone() };
    }
    match wanted {
        Wanted::Page => judge_page(facts.as_ref(), answer),
        Wanted::Data => judge_data(url, facts.as_ref(), answer),
    }
}

fn judge_page(facts: Option<&Facts>, answer: &Answer) -> Outcome {
    let Some(facts) = facts else {
        let got = form::of(&answer.body, answer.content_type.as_deref()).name().to_owned();
        return Outcome::WrongType { got, expected: "a page".to_owned() };
    };
    if facts.has_table {
        return Outcome::New;
    }
    if facts.asks_for_password && facts.is_short() {
        return Outcome::Login;
    }
    match facts.not_yet() {
        Some(says) => Outcome::NotYet { says },
        None => Outcome::New,
    }
}

fn judge_data(url: &Url, facts: Option<&Facts>, answer: &Answer) -> Outcome {
    let got = form::of(&answer.body, answer.content_type.as_deref());
    let expected = form::expected(url);
    if got != Form::Html {
        if !expected.allows(got) {
            let (got, expected) = (got.name().to_owned(), expected.name().to_owned());
            return Outcome::WrongType { got, expected };
        }
        return match form::cut(&answer.body, got) {
            Some(why) => Outcome::Truncated { why },
            None => Outcome::New,
        };
    }
    let wrong = |got: &str| Outcome::WrongType {
        got: got.to_owned(),
        expected: expected.name().to_owned(),
    };
    let Some(facts) = facts else { return wrong("HTML too large or too deep to look at") };
    let page_expected = expected.allows(Form::Html);
    if page_expected && facts.has_table {
        return Outcome::New;
    }
    if facts.asks_for_password {
        return Outcome::Login;
    }
    if let Some(image) = facts.picture.clone().filter(|_| page_expected) {
        return Outcome::ImageOnly { image };
    }
    match facts.not_yet() {
        Some(says) => Outcome::NotYet { says },
        None if page_expected => wrong("HTML without a table"),
        None => wrong("HTML"),
    }
}

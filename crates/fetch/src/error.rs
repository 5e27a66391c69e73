//! What can go wrong besides the answer of a site, which is always an outcome.

use std::path::PathBuf;

use portbook_model::class::Class;

pub type Result<T> = std::result::Result<T, Error>;

#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// The message names the path, as `fs-err` does.
    #[error(transparent)]
    Io(#[from] std::io::Error),
    #[error("cannot set up the http client: {why}")]
    Client { why: String },
    #[error("cannot make the certificate of the replay origin")]
    Certificate(#[from] rcgen::Error),
    #[error("cannot set up the replay origin's TLS")]
    Tls(#[from] rustls::Error),
    /// `index.toml` of a recording, or the sidecar of an inbox file.
    #[error("`{}`: {problem}", file.display())]
    BadRecording { file: PathBuf, problem: String },
    #[error("got selector `{selector}`, expected a CSS selector: {problem}")]
    BadSelector { selector: String, problem: String },
    #[error("`{url}`: {problem}")]
    UnsafePage { url: String, problem: UnsafePage },
    #[error("`{url}`: got no text of `{select}` that reads `{pattern}`")]
    ReadingNotFound { url: String, select: String, pattern: String },
    #[error("`{url}`: got link `{href}`, expected an address")]
    BadLink { url: String, href: String },
}

/// A page that is not given to the HTML parser, which takes quadratic time in depth.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum UnsafePage {
    #[error("got {page_bytes} bytes of HTML, expected at most {}", crate::limits::PAGE_BYTES_MAX)]
    TooLarge { page_bytes: u64 },
    #[error("elements are nested deeper than {depth_max}")]
    TooDeep { depth_max: usize },
}

impl Error {
    pub fn class(&self) -> Class {
        match self {
            Self::Io(_)
            | Self::Client { .. }
            | Self::BadRecording { .. }
            | Self::BadSelector { .. } => Class::Environment,
            Self::UnsafePage { .. } | Self::ReadingNotFound { .. } | Self::BadLink { .. } => {
                Class::SourceChanged
            }
            Self::Certificate(_) | Self::Tls(_) => Class::Defect,
        }
    }
}

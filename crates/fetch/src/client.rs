//! The one HTTP client, and one exchange with it: no redirects, no retries, no judgement.

use std::error::Error as StdError;
use std::io;
use std::net::SocketAddr;
use std::sync::Arc;
use std::time::Duration;

use reqwest::header::{self, HeaderMap, HeaderName};
use reqwest::redirect::Policy;
use reqwest::{Certificate, Response};
use url::Url;

use crate::address::{Fixed, NoPublicAddress, PublicOnly};
use crate::error::{Error, Result};
use crate::limits::Limits;
use crate::outcome::Refusal;

/// The token robots.txt files would name.
pub(crate) const PRODUCT: &str = "portbook";

/// Who asks.
const AGENT: &str =
    concat!("portbook/", env!("CARGO_PKG_VERSION"), " (+https://github.com/portbook/portbook)");

/// What a replay origin needs to have injected: the resolver's one answer, and the one root.
#[derive(Clone, Debug)]
pub struct ReplaySettings {
    pub socket: SocketAddr,
    /// DER of the certificate authority made for this run.
    pub root_certificate: Vec<u8>,
}

/// What makes a request conditional.
#[derive(Clone, Debug, Default)]
pub struct Conditions {
    /// `ETag` of the bytes held, as sent.
    pub etag: Option<String>,
    /// `Last-Modified` of the bytes held, as sent.
    pub last_modified: Option<String>,
    /// Digest of the bytes held: an equal body is `unchanged` too.
    pub snapshot: Option<portbook_model::digest::Digest>,
}

/// One answer, with its body as far as it came.
#[derive(Clone, Debug)]
pub(crate) struct Answer {
    pub(crate) status: u16,
    pub(crate) content_type: Option<String>,
    pub(crate) etag: Option<String>,
    pub(crate) last_modified: Option<String>,
    pub(crate) location: Option<String>,
    pub(crate) retry_after: Option<String>,
    pub(crate) date: Option<String>,
    pub(crate) body: Vec<u8>,
    pub(crate) completeness: Completeness,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Completeness {
    Whole,
    /// The connection ended, stalled or broke before the end.
    Cut {
        why: String,
    },
}

/// Why there was no answer.
#[derive(Clone, Debug)]
pub(crate) enum Trouble {
    Refused(Refusal),
    /// Asking again may help.
    Passing {
        why: String,
    },
    Lasting {
        why: String,
    },
}

#[derive(Clone, Debug)]
pub(crate) struct Client {
    http: reqwest::Client,
}

impl Client {
    pub(crate) fn new(
        contact: &str,
        limits: &Limits,
        replay: Option<&ReplaySettings>,
    ) -> Result<Self> {
        provide();
        let agent = format!("{}; {contact})", AGENT.trim_end_matches(')'));
        #[expect(clippy::disallowed_methods, reason = "the one client")]
        let builder = reqwest::Client::builder()
            .user_agent(agent)
            .redirect(Policy::none())
            .no_proxy()
            .connect_timeout(Duration::from_millis(limits.connect_timeout_ms))
            .read_timeout(Duration::from_millis(limits.read_timeout_ms))
            .timeout(Duration::from_millis(limits.total_timeout_ms));
        let builder = match replay {
            None => builder.dns_resolver(Arc::new(PublicOnly)),
            Some(replay) => {
                let root = Certificate::from_der(&replay.root_certificate).map_err(client)?;
                builder.dns_resolver(Arc::new(Fixed(replay.socket))).tls_certs_only([root])
            }
        };
        Ok(Self { http: builder.build().map_err(client)? })
    }

    /// One request and its answer. The address was checked by the caller.
    pub(crate) async fn exchange(
        &self,
        url: &Url,
        conditions: &Conditions,
        body_bytes_max: u64,
    ) -> std::result::Result<Answer, Trouble> {
        let mut request = self.http.get(url.clone());
        if let Some(etag) = &conditions.etag {
            request = request.header(header::IF_NONE_MATCH, etag);
        }
        if let Some(last_modified) = &conditions.last_modified {
            request = request.header(header::IF_MODIFIED_SINCE, last_modified);
        }
        let response = request.send().await.map_err(trouble)?;
        let headers = response.headers();
        let mut answer = Answer {
            status: response.status().as_u16(),
            content_type: text(headers, &header::CONTENT_TYPE),
            etag: text(headers, &header::ETAG),
            last_modified: text(headers, &header::LAST_MODIFIED),
            location: text(headers, &header::LOCATION),
            retry_after: text(headers, &header::RETRY_AFTER),
            date: text(headers, &header::DATE),
            body: Vec::new(),
            completeness: Completeness::Whole,
        };
        read_body(response, &mut answer, body_bytes_max).await?;
        Ok(answer)
    }
}

/// Sends what a run came to, to whoever wants to be told.
#[derive(Clone, Debug)]
pub(crate) struct Sender {
    http: reqwest::Client,
}

impl Sender {
    pub(crate) fn new(timeout: Duration) -> Result<Self> {
        provide();
        #[expect(clippy::disallowed_methods, reason = "the one client, to addresses of our own")]
        let builder = reqwest::Client::builder()
            .user_agent(AGENT)
            .redirect(Policy::none())
            .no_proxy()
            .timeout(timeout);
        Ok(Self { http: builder.build().map_err(client)? })
    }

    /// The status of the answer, or why there was none, without the address.
    pub(crate) async fn post(
        &self,
        url: &Url,
        content_type: &str,
        body: &str,
    ) -> std::result::Result<u16, String> {
        let request = self.http.post(url.clone()).header(header::CONTENT_TYPE, content_type);
        match request.body(body.to_owned()).send().await {
            Ok(response) => Ok(response.status().as_u16()),
            Err(error) => Err(chain(&error.without_url())),
        }
    }
}

/// With two TLS providers in the tree there is no default until one is named.
fn provide() {
    // An error means that a provider was installed before, which is as good.
    let _ = rustls::crypto::ring::default_provider().install_default();
}

async fn read_body(
    mut response: Response,
    answer: &mut Answer,
    body_bytes_max: u64,
) -> std::result::Result<(), Trouble> {
    let too_large = || Trouble::Refused(Refusal::TooLarge { body_bytes_max });
    if response.content_length().is_some_and(|body_bytes| body_bytes > body_bytes_max) {
        return Err(too_large());
    }
    loop {
        match response.chunk().await {
            Ok(Some(chunk)) => {
                if (answer.body.len() + chunk.len()) as u64 > body_bytes_max {
                    return Err(too_large());
                }
                answer.body.extend_from_slice(&chunk);
            }
            Ok(None) => return Ok(()),
            Err(error) => {
                let body_bytes = answer.body.len();
                let why = format!("after {body_bytes} bytes: {}", chain(&error.without_url()));
                answer.completeness = Completeness::Cut { why };
                return Ok(());
            }
        }
    }
}

/// A header of printable ASCII; others are of no use to us.
fn text(headers: &HeaderMap, name: &HeaderName) -> Option<String> {
    Some(headers.get(name)?.to_str().ok()?.to_owned())
}

fn client(error: reqwest::Error) -> Error {
    Error::Client { why: chain(&error.without_url()) }
}

fn trouble(error: reqwest::Error) -> Trouble {
    let error = error.without_url();
    if let Some(NoPublicAddress { host }) = cause::<NoPublicAddress>(&error) {
        return Trouble::Refused(Refusal::Address { host: host.clone() });
    }
    let lasting = cause::<rustls::Error>(&error).is_some() || error.is_builder();
    let why = chain(&error);
    if lasting { Trouble::Lasting { why } } else { Trouble::Passing { why } }
}

/// The error of type `T` among the causes; `io::Error` hides what it wraps.
fn cause<'a, T: StdError + 'static>(error: &'a (dyn StdError + 'static)) -> Option<&'a T> {
    let mut next = Some(error);
    while let Some(error) = next {
        if let Some(found) = error.downcast_ref::<T>() {
            return Some(found);
        }
        next = match error.downcast_ref::<io::Error>().and_then(io::Error::get_ref) {
            Some(wrapped) => Some(wrapped),
            None => error.source(),
        };
    }
    None
}

/// The error and its causes in one line. Its address is to be taken out before.
fn chain(error: &reqwest::Error) -> String {
    let mut text = error.to_string();
    let mut next = error.source();
    while let Some(error) = next {
        text = format!("{text}: {error}");
        next = error.source();
    }
    text
}

//! Statements and Parquet over HTTP. The password is sent as a header, stands in no address, and in
//! no error.

use std::time::Duration;

use portbook_model::secret::Secret;
use reqwest::header::{HeaderMap, HeaderValue};
use reqwest::redirect::Policy;
use url::Url;

use crate::error::{Error, Result, chain};

const CONNECT_TIMEOUT: Duration = Duration::from_secs(10);
/// Longest silence of a server that is working on a statement.
const READ_TIMEOUT: Duration = Duration::from_mins(10);
/// What is heard of an answer that is none of ours.
const SAID_CHARS_MAX: usize = 500;

/// The whole answer is there before it is sent, so that its status is true.
const SETTINGS: [(&str, &str); 2] = [("wait_end_of_query", "1"), ("log_comment", "portbook sink")];

/// The exception of a table that is there already.
const ALREADY_EXISTS: u32 = 57;

#[derive(Clone, Debug)]
pub(super) struct Http {
    client: reqwest::Client,
    url: Url,
}

impl Http {
    /// `clickhouse://` is HTTP, `clickhouses://` HTTP over TLS.
    pub(super) fn new(url: &Url, password: Option<&Secret>) -> Result<Self> {
        // An error means that a provider was installed before, which is as good.
        let _ = rustls::crypto::ring::default_provider().install_default();
        let mut headers = HeaderMap::new();
        if !url.username().is_empty() {
            headers.insert("X-ClickHouse-User", header(url.username())?);
        }
        if let Some(password) = password {
            headers.insert("X-ClickHouse-Key", header(password.reveal())?);
        }
        #[expect(clippy::disallowed_methods, reason = "a sink is an address of our own")]
        let client = reqwest::Client::builder()
            .default_headers(headers)
            .redirect(Policy::none())
            .no_proxy()
            .connect_timeout(CONNECT_TIMEOUT)
            .read_timeout(READ_TIMEOUT)
            .build()
            .map_err(unanswered)?;
        let (scheme, port) =
            if url.scheme() == "clickhouses" { ("https", 8443) } else { ("http", 8123) };
        let (host, port) = (url.host_str().unwrap_or_default(), url.port().unwrap_or(port));
        let problem = |error: url::ParseError| said(format!("its address is none: {error}"));
        let mut url = Url::parse(&format!("{scheme}://{host}:{port}/")).map_err(problem)?;
        url.query_pairs_mut().extend_pairs(SETTINGS);
        Ok(Self { client, url })
    }

    /// Runs one statement, and gives what it answers.
    pub(super) async fn run(&self, statement: &str) -> Result<String> {
        self.post(self.url.clone(), statement.as_bytes().to_vec()).await
    }

    /// Runs one statement that takes a file.
    pub(super) async fn load(&self, statement: &str, file: Vec<u8>) -> Result<()> {
        let mut url = self.url.clone();
        url.query_pairs_mut().append_pair("query", statement);
        self.post(url, file).await.map(drop)
    }

    async fn post(&self, url: Url, body: Vec<u8>) -> Result<String> {
        let response = self.client.post(url).body(body).send().await.map_err(unanswered)?;
        let status = response.status();
        let code = response.headers().get("X-ClickHouse-Exception-Code");
        let code: Option<u32> = code.and_then(|code| code.to_str().ok()?.parse().ok());
        let text = response.text().await.map_err(unanswered)?;
        if status.is_success() && code.is_none() {
            return Ok(text);
        }
        if code == Some(ALREADY_EXISTS) {
            return Err(Error::Busy);
        }
        let text: String = text.trim().chars().take(SAID_CHARS_MAX).collect();
        Err(said(format!("status {}: {text}", status.as_u16())))
    }
}

fn header(text: &str) -> Result<HeaderValue> {
    let wrong = |_| said("its user or password cannot be sent in a header".to_owned());
    let mut header = HeaderValue::from_str(text).map_err(wrong)?;
    header.set_sensitive(true);
    Ok(header)
}

fn said(said: String) -> Error {
    Error::Engine { engine: "ClickHouse", said }
}

/// Why there was no answer, without the address.
fn unanswered(error: reqwest::Error) -> Error {
    said(chain(&error.without_url()))
}

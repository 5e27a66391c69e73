//! The replay origin: recordings, served on loopback.

use std::net::Ipv4Addr;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use axum::Router;
use axum::body::Body;
use axum::extract::{ConnectInfo, State};
use axum::http::header::{
    CONTENT_TYPE, ETAG, HOST, HeaderMap, HeaderName, IF_MODIFIED_SINCE, IF_NONE_MATCH,
    LAST_MODIFIED, LOCATION,
};
use axum::http::{self, Method, StatusCode, Uri};
use jiff::Timestamp;
use jiff::fmt::rfc2822;
use tokio::net::TcpListener;
use tokio::task::JoinHandle;
use tokio_rustls::TlsAcceptor;
use url::Url;

use super::certificate;
use super::listener::{BothSchemes, Scheme};
use super::recording::{Recording, Response};
use crate::client::ReplaySettings;
use crate::error::Result;

/// A running origin; dropped, it stops.
#[derive(Debug)]
pub struct Origin {
    shared: Arc<Shared>,
    settings: ReplaySettings,
    serving: JoinHandle<()>,
}

/// One request the origin saw.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Request {
    pub method: String,
    pub url: String,
    /// Whether it carried `If-None-Match` or `If-Modified-Since`.
    pub conditional: bool,
    /// What it was answered.
    pub status: u16,
}

#[derive(Debug)]
struct Shared {
    recording: Recording,
    /// The instant played; `None` is after everything.
    session: Mutex<Option<Timestamp>>,
    requests: Mutex<Vec<Request>>,
}

impl Origin {
    /// Serves a recording until dropped.
    ///
    /// # Errors
    /// [`crate::error::Error::Io`] if no loopback socket can be had.
    pub async fn start(recording: Recording) -> Result<Self> {
        let certificates = certificate::make(&recording.hosts)?;
        let socket = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).await?;
        let settings =
            ReplaySettings { socket: socket.local_addr()?, root_certificate: certificates.root };
        let shared =
            Arc::new(Shared { recording, session: Mutex::default(), requests: Mutex::default() });
        let app = Router::new().fallback(answer).with_state(Arc::clone(&shared));
        let listener = BothSchemes::new(socket, TlsAcceptor::from(certificates.server));
        let serving = tokio::spawn(async move {
            let service = app.into_make_service_with_connect_info::<Scheme>();
            // Serving ends only with the task.
            let _ = axum::serve(listener, service).await;
        });
        Ok(Self { shared, settings, serving })
    }

    /// Plays the session of `instant`: of each address, the latest answer at or before it.
    pub fn at(&self, instant: Timestamp) {
        *lock(&self.shared.session) = Some(instant);
    }

    /// What the one HTTP client needs to have injected.
    pub fn client_settings(&self) -> ReplaySettings {
        self.settings.clone()
    }

    pub fn recording(&self) -> &Recording {
        &self.shared.recording
    }

    pub fn sessions(&self, source: &str) -> Vec<Timestamp> {
        self.shared.recording.sessions(source)
    }

    /// Every request so far, in order.
    pub fn requests(&self) -> Vec<Request> {
        lock(&self.shared.requests).clone()
    }
}

impl Drop for Origin {
    fn drop(&mut self) {
        self.serving.abort();
    }
}

fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

async fn answer(
    State(shared): State<Arc<Shared>>,
    ConnectInfo(scheme): ConnectInfo<Scheme>,
    method: Method,
    uri: Uri,
    headers: HeaderMap,
) -> http::Response<Body> {
    let host = header(&headers, &HOST).unwrap_or_default();
    let path = uri.path_and_query().map_or("/", |path| path.as_str());
    let asked = format!("{}://{host}{path}", scheme.name());
    let instant = *lock(&shared.session);
    let found = Url::parse(&asked).ok().and_then(|url| shared.recording.answer(&url, instant));
    let status = match found {
        _ if method != Method::GET => StatusCode::METHOD_NOT_ALLOWED.as_u16(),
        Some(response) if response.status == 200 && not_modified(response, &headers) => 304,
        Some(response) => response.status,
        None => StatusCode::NOT_FOUND.as_u16(),
    };
    let conditional =
        headers.contains_key(IF_NONE_MATCH) || headers.contains_key(IF_MODIFIED_SINCE);
    let request = Request { method: method.to_string(), url: asked, conditional, status };
    lock(&shared.requests).push(request);
    build(found, status)
}

fn build(found: Option<&Response>, status: u16) -> http::Response<Body> {
    let mut builder = http::Response::builder().status(status);
    let mut body = Vec::new();
    if let Some(response) = found {
        for (name, value) in [
            (CONTENT_TYPE, &response.content_type),
            (ETAG, &response.etag),
            (LAST_MODIFIED, &response.last_modified),
            (LOCATION, &response.location),
        ] {
            if let Some(value) = value {
                builder = builder.header(name, value);
            }
        }
        if status == response.status {
            body.clone_from(&response.body);
        }
    }
    builder.body(Body::from(body)).unwrap_or_else(|_| {
        // A recorded header or status that is none.
        let mut broken = http::Response::new(Body::from("the recorded answer is not HTTP"));
        *broken.status_mut() = StatusCode::INTERNAL_SERVER_ERROR;
        broken
    })
}

/// RFC 9110, 13.2.2: `If-None-Match` first; `If-Modified-Since` only without it.
fn not_modified(response: &Response, headers: &HeaderMap) -> bool {
    if let Some(held) = header(headers, &IF_NONE_MATCH) {
        let weak = |tag: &str| tag.trim().trim_start_matches("W/").to_owned();
        let Some(etag) = response.etag.as_deref().map(weak) else { return false };
        return held.split(',').any(|tag| weak(tag) == etag || tag.trim() == "*");
    }
    let instant = |text: &str| rfc2822::parse(text).ok().map(|zoned| zoned.timestamp());
    let since = header(headers, &IF_MODIFIED_SINCE).and_then(instant);
    let modified = response.last_modified.as_deref().and_then(instant);
    matches!((modified, since), (Some(modified), Some(since)) if modified <= since)
}

fn header<'a>(headers: &'a HeaderMap, name: &HeaderName) -> Option<&'a str> {
    headers.get(name)?.to_str().ok()
}

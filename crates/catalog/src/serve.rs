//! A folder of pages, served on this machine alone: whole files and parts of them, and nothing beside
//! the folder.

use std::io::{Read as _, Seek as _, SeekFrom};
use std::net::SocketAddr;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use axum::Router;
use axum::body::Body;
use axum::extract::State;
use axum::http::header::{
    ACCEPT_RANGES, ALLOW, CONTENT_LENGTH, CONTENT_RANGE, CONTENT_SECURITY_POLICY, CONTENT_TYPE,
    HOST, HeaderMap, RANGE, REFERRER_POLICY, X_CONTENT_TYPE_OPTIONS,
};
use axum::http::{Method, Response, StatusCode, Uri};
use tokio::net::TcpListener;

use crate::error::{Error, Result};

/// As the pages say of themselves, and of whatever else is asked for.
const POLICY: &str = "default-src 'none'; style-src 'self'; img-src 'self' data:; \
    script-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

/// A folder that is being served.
pub struct Served {
    listener: TcpListener,
    folder: PathBuf,
}

impl Served {
    /// Listens; port 0 is any that is free.
    ///
    /// # Errors
    /// `NotLoopback` for an address that others could reach.
    pub async fn listen(folder: &Path, at: SocketAddr) -> Result<Self> {
        if !at.ip().is_loopback() {
            return Err(Error::NotLoopback { got: at });
        }
        let listener = TcpListener::bind(at).await;
        let listener = listener.map_err(|source| Error::NotListening { at, source })?;
        Ok(Self { listener, folder: folder.to_owned() })
    }

    /// Where it listens.
    ///
    /// # Errors
    /// `Io` if the socket is gone.
    pub fn address(&self) -> Result<SocketAddr> {
        Ok(self.listener.local_addr()?)
    }

    /// Serves until the process ends.
    ///
    /// # Errors
    /// `Io` if the socket is gone.
    pub async fn serve(self) -> Result<()> {
        let router = Router::new().fallback(request).with_state(Arc::new(self.folder));
        Ok(axum::serve(self.listener, router).await?)
    }
}

async fn request(
    State(folder): State<Arc<PathBuf>>,
    method: Method,
    uri: Uri,
    headers: HeaderMap,
) -> Response<Body> {
    let header = |name| headers.get(name).and_then(|value| value.to_str().ok());
    let answer = match () {
        () if method != Method::GET && method != Method::HEAD => {
            Answer::empty(StatusCode::METHOD_NOT_ALLOWED)
        }
        // A page of another site must not reach this one under a name of its own.
        () if !header(HOST).is_none_or(is_local) => Answer::empty(StatusCode::MISDIRECTED_REQUEST),
        () => answer(&folder, uri.path(), header(RANGE)),
    };
    answer.response(method == Method::HEAD)
}

/// Whether a name of a host can only be this machine.
fn is_local(host: &str) -> bool {
    let name = host.rsplit_once(':').filter(|(_, port)| port.bytes().all(|b| b.is_ascii_digit()));
    let name = name.map_or(host, |(name, _)| name);
    let ip = name.trim_matches(['[', ']']).parse::<std::net::IpAddr>();
    name == "localhost" || ip.is_ok_and(|ip| ip.is_loopback())
}

/// What is answered.
struct Answer {
    status: StatusCode,
    content_type: &'static str,
    /// Bytes first to last of so many.
    part: Option<(u64, u64, u64)>,
    body: Vec<u8>,
}

impl Answer {
    fn empty(status: StatusCode) -> Self {
        Self { status, content_type: "text/plain; charset=utf-8", part: None, body: Vec::new() }
    }

    fn response(self, head_only: bool) -> Response<Body> {
        let mut response = Response::builder()
            .status(self.status)
            .header(CONTENT_TYPE, self.content_type)
            .header(CONTENT_SECURITY_POLICY, POLICY)
            .header(X_CONTENT_TYPE_OPTIONS, "nosniff")
            .header(REFERRER_POLICY, "no-referrer")
            .header(ACCEPT_RANGES, "bytes");
        response = match (self.status, self.part) {
            (StatusCode::METHOD_NOT_ALLOWED, _) => response.header(ALLOW, "GET, HEAD"),
            (StatusCode::RANGE_NOT_SATISFIABLE, Some((_, _, all))) => {
                response.header(CONTENT_RANGE, format!("bytes */{all}"))
            }
            (_, Some((first, last, all))) => {
                response.header(CONTENT_RANGE, format!("bytes {first}-{last}/{all}"))
            }
            (_, None) => response,
        };
        response = response.header(CONTENT_LENGTH, self.body.len());
        let body = if head_only { Body::empty() } else { Body::from(self.body) };
        response.body(body).expect("the headers are texts of our own")
    }
}

/// A file of the folder, or what is shown where there is none.
fn answer(folder: &Path, path: &str, range: Option<&str>) -> Answer {
    let found = local(path).and_then(|path| read(&folder.join(path), range).ok());
    found.unwrap_or_else(|| {
        let body = fs_err::read(folder.join("404.html")).unwrap_or_default();
        Answer { content_type: HTML, body, ..Answer::empty(StatusCode::NOT_FOUND) }
    })
}

/// The file that a path means; `None` for one that leads elsewhere, or to what is hidden.
fn local(path: &str) -> Option<PathBuf> {
    let path = decoded(path.strip_prefix('/')?)?;
    let mut file = PathBuf::new();
    for part in path.split('/') {
        let is_hidden = part.starts_with('.') || part.contains(['\\', '\0', ':']);
        if is_hidden {
            return None;
        }
        file.push(if part.is_empty() { "index.html" } else { part });
    }
    // `a//b` is no file, `a/` is the page of a folder.
    (!path.trim_end_matches('/').contains("//")).then_some(file)
}

/// `%XX` as the byte it is.
fn decoded(path: &str) -> Option<String> {
    let (mut bytes, mut rest) = (Vec::new(), path.as_bytes());
    while let Some((first, after)) = rest.split_first() {
        rest = after;
        if *first != b'%' {
            bytes.push(*first);
            continue;
        }
        let digits = std::str::from_utf8(rest.get(..2)?).ok()?;
        bytes.push(u8::from_str_radix(digits, 16).ok()?);
        rest = &rest[2..];
    }
    String::from_utf8(bytes).ok()
}

const HTML: &str = "text/html; charset=utf-8";

fn content_type(path: &Path) -> &'static str {
    match path.extension().and_then(|end| end.to_str()) {
        Some("html") => HTML,
        Some("css") => "text/css; charset=utf-8",
        Some("js") => "text/javascript; charset=utf-8",
        Some("json") => "application/json",
        Some("svg") => "image/svg+xml",
        _ => "application/octet-stream",
    }
}

fn read(path: &Path, range: Option<&str>) -> Result<Answer> {
    let mut file = fs_err::File::open(path)?;
    let found = file.metadata()?;
    if !found.is_file() {
        return Err(std::io::Error::from(std::io::ErrorKind::NotFound).into());
    }
    let all = found.len();
    let content_type = content_type(path);
    let mut body = Vec::new();
    match range.map_or(Wanted::Whole, |range| Wanted::of(range, all)) {
        Wanted::Whole => {
            file.read_to_end(&mut body)?;
            Ok(Answer { content_type, body, ..Answer::empty(StatusCode::OK) })
        }
        Wanted::Beyond => {
            let part = Some((0, 0, all));
            Ok(Answer { part, ..Answer::empty(StatusCode::RANGE_NOT_SATISFIABLE) })
        }
        Wanted::Part { first, last } => {
            file.seek(SeekFrom::Start(first))?;
            file.take(last - first + 1).read_to_end(&mut body)?;
            let part = Some((first, last, all));
            Ok(Answer { content_type, part, body, ..Answer::empty(StatusCode::PARTIAL_CONTENT) })
        }
    }
}

/// What of a file is asked for.
enum Wanted {
    Whole,
    /// Bytes first to last.
    Part {
        first: u64,
        last: u64,
    },
    /// What lies beyond its end.
    Beyond,
}

impl Wanted {
    /// RFC 9110, section 14: one range of bytes; anything else may be ignored.
    fn of(range: &str, all: u64) -> Self {
        let ends = range.strip_prefix("bytes=").and_then(|range| range.trim().split_once('-'));
        let Some((first, last)) = ends else { return Self::Whole };
        let (first, last) = match (first.parse::<u64>(), last.parse::<u64>()) {
            (Ok(first), Ok(last)) if first <= last => (first, last),
            (Ok(first), Err(_)) if last.is_empty() => (first, u64::MAX),
            (Err(_), Ok(0)) if first.is_empty() => return Self::Beyond,
            (Err(_), Ok(count)) if first.is_empty() => (all.saturating_sub(count), u64::MAX),
            _ => return Self::Whole,
        };
        match all.checked_sub(1).filter(|end| first <= *end) {
            Some(end) => Self::Part { first, last: last.min(end) },
            None => Self::Beyond,
        }
    }
}

#[cfg(test)]
mod tests {
    use tempfile::TempDir;

    use super::*;

    fn folder() -> TempDir {
        let folder = TempDir::new().unwrap();
        for (name, text) in [
            ("index.html", "front"),
            ("404.html", "none"),
            ("style.css", "0123456789"),
            (".aside-x", "half"),
        ] {
            fs_err::write(folder.path().join(name), text).unwrap();
        }
        folder
    }

    #[test]
    fn files_of_the_folder_and_nothing_else() {
        let folder = folder();
        for (path, status, content_type) in [
            ("/", 200, HTML),
            ("/index.html", 200, HTML),
            ("/style%2Ecss", 200, "text/css; charset=utf-8"),
            ("/../Cargo.toml", 404, HTML),
            ("/%2e%2e/Cargo.toml", 404, HTML),
            ("/..%2fCargo.toml", 404, HTML),
            ("//etc/passwd", 404, HTML),
            ("/.aside-x", 404, HTML),
            ("/a\\b", 404, HTML),
            ("/none", 404, HTML),
            ("none", 404, HTML),
            ("/%ff", 404, HTML),
            ("/%2", 404, HTML),
        ] {
            let answer = answer(folder.path(), path, None);
            assert_eq!(
                (answer.status.as_u16(), answer.content_type),
                (status, content_type),
                "{path}"
            );
        }
    }

    #[test]
    fn parts_of_files() {
        let folder = folder();
        for (range, status, body) in [
            ("bytes=2-4", 206, "234"),
            ("bytes=8-", 206, "89"),
            ("bytes=-3", 206, "789"),
            ("bytes=-30", 206, "0123456789"),
            ("bytes=0-0", 206, "0"),
            ("bytes=5-99", 206, "56789"),
            ("bytes=10-", 416, ""),
            ("bytes=-0", 416, ""),
            ("bytes=4-2", 200, "0123456789"),
            ("bytes=1-2,4-5", 200, "0123456789"),
            ("lines=1-2", 200, "0123456789"),
        ] {
            let answer = answer(folder.path(), "/style.css", Some(range));
            assert_eq!(answer.status.as_u16(), status, "{range}");
            assert_eq!(String::from_utf8(answer.body).unwrap(), body, "{range}");
        }
    }

    #[test]
    fn only_this_machine_is_served() {
        for (host, expected) in [
            ("127.0.0.1:8017", true),
            ("localhost", true),
            ("[::1]:8017", true),
            ("example.org:8017", false),
            ("127.example", false),
        ] {
            assert_eq!(is_local(host), expected, "{host}");
        }
    }
}

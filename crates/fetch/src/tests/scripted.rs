//! A server that answers each path with the bytes a test wrote, then closes the connection. No
//! HTTP library could say what it says.

use std::collections::HashMap;
use std::sync::{Arc, Mutex};

use portbook_source::access::Access;
use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};
use tokio::net::TcpListener;
use url::Url;

use crate::client::{Conditions, ReplaySettings};
use crate::fetcher::{Ask, Fetched, Fetcher, Settings};
use crate::limits::Limits;
use crate::outcome::Wanted;
use crate::replay::origin::Origin;
use crate::replay::recording::Recording;
use crate::retry::Policy;

pub(super) const HOST: &str = "data.example.org";

/// What one path answers, in turn; the last one again and again.
type Script = HashMap<String, Vec<Vec<u8>>>;

pub(super) struct Scripted {
    pub(super) fetcher: Fetcher,
    access: Access,
    asked: Arc<Mutex<Vec<String>>>,
}

pub(super) fn access(hosts: &[&str]) -> Access {
    let hosts = hosts.iter().map(|host| (*host).to_owned()).collect();
    Access {
        hosts,
        delay_ms: 0,
        pages: Vec::new(),
        files: Vec::new(),
        charsets: std::collections::BTreeMap::new(),
        inbox: None,
    }
}

/// Small limits, no waiting.
pub(super) fn settings(replay: ReplaySettings) -> Settings {
    let retry = Policy { attempts_max: 3, ..Policy::immediate() };
    let limits = Limits { body_bytes_max: 16 << 10, ..Limits::standard() };
    Settings { limits, retry, ..Settings::replay("ports@example.org", replay) }
}

pub(super) fn url(path: &str) -> Url {
    Url::parse(&format!("http://{HOST}/")).unwrap().join(path).unwrap()
}

impl Scripted {
    /// Without an entry for `/robots.txt` there is none.
    pub(super) async fn start(script: &[(&str, &[&[u8]])]) -> Self {
        Self::with(script, |settings| settings).await
    }

    pub(super) async fn with(
        script: &[(&str, &[&[u8]])],
        change: impl Fn(Settings) -> Settings,
    ) -> Self {
        let mut answers = Script::new();
        for (path, turns) in script {
            let turns = turns.iter().map(|turn| turn.to_vec()).collect();
            answers.insert((*path).to_owned(), turns);
        }
        let socket = TcpListener::bind("127.0.0.1:0").await.unwrap();
        // Any certificate will do: these servers speak http.
        let origin = Origin::start(Recording::default()).await.unwrap();
        let replay =
            ReplaySettings { socket: socket.local_addr().unwrap(), ..origin.client_settings() };
        let asked = Arc::new(Mutex::new(Vec::new()));
        tokio::spawn(serve(socket, answers, Arc::clone(&asked)));
        let fetcher = Fetcher::new(change(settings(replay))).unwrap();
        Self { fetcher, access: access(&[HOST]), asked }
    }

    pub(super) async fn get(&self, path: &str) -> Fetched {
        self.ask(path, Wanted::Data).await
    }

    pub(super) async fn ask(&self, path: &str, wanted: Wanted) -> Fetched {
        let conditions = Conditions::default();
        let ask = Ask { access: &self.access, url: &url(path), wanted, conditions: &conditions };
        self.fetcher.get(ask).await
    }

    /// Paths asked so far, without robots.txt.
    pub(super) fn asked(&self) -> Vec<String> {
        let asked = self.asked.lock().unwrap();
        asked.iter().filter(|path| *path != "/robots.txt").cloned().collect()
    }

    pub(super) fn robots_asked(&self) -> usize {
        let asked = self.asked.lock().unwrap();
        asked.iter().filter(|path| *path == "/robots.txt").count()
    }
}

async fn serve(socket: TcpListener, mut script: Script, asked: Arc<Mutex<Vec<String>>>) {
    loop {
        let (mut stream, _) = socket.accept().await.unwrap();
        let mut head = Vec::new();
        while !head.ends_with(b"\r\n\r\n") {
            match stream.read_u8().await {
                Ok(byte) => head.push(byte),
                Err(_) => break,
            }
        }
        let head = String::from_utf8_lossy(&head).into_owned();
        let path = head.split(' ').nth(1).unwrap_or_default().to_owned();
        asked.lock().unwrap().push(path.clone());
        let turns = script.entry(path).or_default();
        let turn = if turns.len() > 1 {
            turns.remove(0)
        } else {
            turns.first().cloned().unwrap_or_else(|| NOT_FOUND.to_vec())
        };
        stream.write_all(&turn).await.unwrap();
        if turn.ends_with(STALL) {
            // Kept open for as long as the server lives.
            tokio::spawn(async move {
                let _open = stream;
                std::future::pending::<()>().await;
            });
        }
    }
}

/// An answer that ends so is followed by silence.
pub(super) const STALL: &[u8] = b"...stall...";

const NOT_FOUND: &[u8] =
    b"HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\nConnection: close\r\n\r\n";

/// A whole answer.
pub(super) fn answer(status: u16, headers: &str, body: &str) -> Vec<u8> {
    format!(
        "HTTP/1.1 {status} X\r\n{headers}Content-Length: {}\r\nConnection: close\r\n\r\n{body}",
        body.len()
    )
    .into_bytes()
}

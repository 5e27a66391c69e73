//! A way to a server that breaks: by number, requests are refused, cut off, lost or held up.

use std::io::{Read as _, Write as _};
use std::net::{Ipv4Addr, TcpListener, TcpStream};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex};
use std::thread::park_timeout;
use std::time::{Duration, Instant};

/// Longer than the program waits for an answer.
const STALL: Duration = Duration::from_secs(30);
const LOOK: Duration = Duration::from_millis(100);

#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Fault {
    /// Of these four, the request never reaches the server.
    Internal,
    SlowDown,
    Expired,
    /// The connection is reset while it is sent.
    Refused,
    /// Of these, it does: what it asked for is done. The answer is lost whole,
    Lost,
    /// or after half of it,
    Cut,
    /// or comes after half a minute,
    Stalled,
    /// or says that it is longer than it is,
    Longer,
    /// or shorter.
    Shorter,
}

impl Fault {
    pub(crate) const ALL: [Self; 9] = [
        Self::Internal,
        Self::SlowDown,
        Self::Expired,
        Self::Refused,
        Self::Lost,
        Self::Cut,
        Self::Stalled,
        Self::Longer,
        Self::Shorter,
    ];
}

/// Which requests are broken, the first being 1, and how.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Rule {
    pub(crate) fault: Fault,
    pub(crate) first: u64,
    pub(crate) last: u64,
}

#[derive(Debug, Default)]
struct State {
    rule: Option<Rule>,
    /// First lines of requests, in the order in which they came; broken ones say so.
    asked: Vec<String>,
    broken: u64,
}

pub(crate) struct Proxy {
    pub(crate) port: u16,
    state: Arc<Mutex<State>>,
    stopped: Arc<AtomicBool>,
}

impl Proxy {
    pub(crate) fn start(to: u16) -> Self {
        let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).unwrap();
        let port = listener.local_addr().unwrap().port();
        let state = Arc::<Mutex<State>>::default();
        let stopped = Arc::<AtomicBool>::default();
        let (shared, stop) = (Arc::clone(&state), Arc::clone(&stopped));
        std::thread::spawn(move || {
            for client in listener.incoming().flatten() {
                if stop.load(Ordering::Relaxed) {
                    return;
                }
                let (shared, stop) = (Arc::clone(&shared), Arc::clone(&stop));
                // What a client or the server breaks off is no fault of this test's.
                std::thread::spawn(move || pass(client, to, &shared, &stop).ok());
            }
        });
        Self { port, state, stopped }
    }

    /// Counts from one again, with another rule.
    pub(crate) fn begin(&self, rule: Option<Rule>) {
        *self.state.lock().unwrap() = State { rule, ..State::default() };
    }

    /// What was asked since, and how much of it was broken.
    pub(crate) fn seen(&self) -> (Vec<String>, u64) {
        let state = self.state.lock().unwrap();
        (state.asked.clone(), state.broken)
    }
}

impl Drop for Proxy {
    fn drop(&mut self) {
        self.stopped.store(true, Ordering::Relaxed);
        // It waits for one more.
        let _ = TcpStream::connect((Ipv4Addr::LOCALHOST, self.port));
    }
}

/// One request and its answer; the connection ends with it.
fn pass(
    mut client: TcpStream,
    to: u16,
    state: &Mutex<State>,
    stopped: &AtomicBool,
) -> std::io::Result<()> {
    let mut first = [0; 200];
    let peeked = client.peek(&mut first)?;
    if peeked == 0 {
        return Ok(());
    }
    let line = String::from_utf8_lossy(&first[..peeked]);
    let line = line.lines().next().unwrap_or_default().to_owned();
    let fault = {
        let mut state = state.lock().unwrap();
        let number = state.asked.len() as u64 + 1;
        let rule = state.rule.filter(|rule| (rule.first..=rule.last).contains(&number));
        state.broken += u64::from(rule.is_some());
        state.asked.push(match rule {
            Some(rule) => format!("{number} {line}: {:?}", rule.fault),
            None => format!("{number} {line}"),
        });
        rule.map(|rule| rule.fault)
    };
    if fault == Some(Fault::Refused) {
        // Closed with bytes that nobody read: that is a reset.
        return Ok(());
    }
    let (head, body) = read(&mut client)?;
    match fault {
        Some(Fault::Internal) => return client.write_all(&refusal(500, "InternalError")),
        Some(Fault::SlowDown) => return client.write_all(&refusal(503, "SlowDown")),
        Some(Fault::Expired) => return client.write_all(&refusal(403, "ExpiredToken")),
        _ => {}
    }
    let mut answer = ask(to, &head, &body)?;
    match fault {
        Some(Fault::Lost) => return Ok(()),
        Some(Fault::Cut) => {
            let head = end_of_head(&answer).unwrap_or(0);
            let length = answer.len() - head;
            answer.truncate(if length > 0 { head + length / 2 } else { head / 2 });
        }
        Some(Fault::Stalled) => {
            let begun = Instant::now();
            while begun.elapsed() < STALL && !stopped.load(Ordering::Relaxed) {
                park_timeout(LOOK);
            }
        }
        Some(Fault::Longer) => answer = with_length(&answer, |length| length + 9),
        Some(Fault::Shorter) => answer = with_length(&answer, |length| length / 2),
        _ => {}
    }
    client.write_all(&answer)
}

/// Head and body of a request that says how long it is.
fn read(from: &mut TcpStream) -> std::io::Result<(String, Vec<u8>)> {
    let (mut bytes, mut chunk) = (Vec::new(), vec![0; 1 << 16]);
    loop {
        let end = end_of_head(&bytes);
        if let Some(end) = end {
            let head = String::from_utf8_lossy(&bytes[..end]).into_owned();
            if bytes.len() >= end + length(&head) {
                return Ok((head, bytes.split_off(end)));
            }
        }
        match from.read(&mut chunk)? {
            0 => return Err(std::io::ErrorKind::UnexpectedEof.into()),
            read => bytes.extend_from_slice(&chunk[..read]),
        }
    }
}

/// The whole answer of the server, on a connection of its own.
fn ask(to: u16, head: &str, body: &[u8]) -> std::io::Result<Vec<u8>> {
    let mut server = TcpStream::connect((Ipv4Addr::LOCALHOST, to))?;
    let is_other = |line: &&str| !line.to_lowercase().starts_with("connection:");
    let mut lines: Vec<&str> = head.trim_end().split("\r\n").filter(is_other).collect();
    lines.push("Connection: close\r\n\r\n");
    server.write_all(lines.join("\r\n").as_bytes())?;
    server.write_all(body)?;
    let mut answer = Vec::new();
    server.read_to_end(&mut answer)?;
    Ok(answer)
}

fn end_of_head(bytes: &[u8]) -> Option<usize> {
    bytes.windows(4).position(|window| window == b"\r\n\r\n").map(|at| at + 4)
}

fn length(head: &str) -> usize {
    let lines = head.lines().filter_map(|line| line.split_once(':'));
    let mut lengths = lines.filter(|(name, _)| name.eq_ignore_ascii_case("content-length"));
    lengths.next().and_then(|(_, value)| value.trim().parse().ok()).unwrap_or(0)
}

fn with_length(answer: &[u8], other: impl Fn(usize) -> usize) -> Vec<u8> {
    let end = end_of_head(answer).unwrap_or(answer.len());
    let head = String::from_utf8_lossy(&answer[..end]).into_owned();
    let other = format!("Content-Length: {}", other(length(&head)));
    let lines = head.split("\r\n").map(|line| {
        let is_length = line.to_lowercase().starts_with("content-length:");
        if is_length { other.as_str() } else { line }
    });
    let head = lines.collect::<Vec<&str>>().join("\r\n");
    [head.as_bytes(), &answer[end..]].concat()
}

fn refusal(status: u16, code: &str) -> Vec<u8> {
    let body = format!(
        "<?xml version=\"1.0\"?><Error><Code>{code}</Code><Message>as the rule says</Message></Error>"
    );
    let length = body.len();
    format!(
        "HTTP/1.1 {status} {code}\r\nContent-Type: application/xml\r\nContent-Length: {length}\r\nConnection: close\r\n\r\n{body}"
    )
    .into_bytes()
}

//! Whom a run tells what, and that no secret is told to anybody else.

use std::io::{BufRead as _, BufReader, Read as _, Write as _};
use std::net::{Ipv4Addr, TcpListener, TcpStream};
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex};

use portbook_tests::program::{Ended, Place, run};
use serde_json::Value;

use crate::{list, ruritania, text};

const CANARY: &str = "c4n4ry";

/// What was sent: path with query, and body.
type Sent = Arc<Mutex<Vec<(String, String)>>>;

/// Takes whatever is posted and answers with a status; the port.
fn listen(status: &'static str) -> (u16, Sent) {
    let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).unwrap();
    let port = listener.local_addr().unwrap().port();
    let sent = Sent::default();
    let into = Arc::clone(&sent);
    std::thread::spawn(move || {
        for stream in listener.incoming() {
            if let Some(request) = stream.ok().and_then(|stream| take(stream, status)) {
                into.lock().unwrap().push(request);
            }
        }
    });
    (port, sent)
}

fn take(stream: TcpStream, status: &str) -> Option<(String, String)> {
    let mut reader = BufReader::new(stream);
    let mut first = String::new();
    reader.read_line(&mut first).ok()?;
    let mut length = 0;
    loop {
        let mut header = String::new();
        reader.read_line(&mut header).ok()?;
        if header.trim().is_empty() {
            break;
        }
        if let Some(value) = header.to_lowercase().strip_prefix("content-length:") {
            length = value.trim().parse().ok()?;
        }
    }
    let mut body = vec![0; length];
    reader.read_exact(&mut body).ok()?;
    let answer = format!("HTTP/1.1 {status}\r\ncontent-length: 0\r\nconnection: close\r\n\r\n");
    reader.get_mut().write_all(answer.as_bytes()).ok()?;
    Some((first.split(' ').nth(1)?.to_owned(), String::from_utf8(body).ok()?))
}

/// A run that tells all it can to that port.
fn told(place: &Place, port: u16, more: &[&str]) -> Ended {
    let url = format!("http://{CANARY}:{CANARY}@127.0.0.1:{port}/{CANARY}?key={CANARY}");
    let mut command = place.command(["run", "--replay", "--json", "-vv"]);
    command.args(more).env("RUST_BACKTRACE", "1");
    for name in ["PORTBOOK_HEARTBEAT_URL", "PORTBOOK_WEBHOOK_URL", "PORTBOOK_LINEAGE_URL"] {
        command.env(name, &url);
    }
    let proxy = format!("http://{CANARY}:{CANARY}@127.0.0.1:{port}");
    for name in ["HTTP_PROXY", "HTTPS_PROXY", "ALL_PROXY", "https_proxy"] {
        command.env(name, &proxy);
    }
    run(&mut command)
}

/// The page sends its readers elsewhere, with a token.
fn redirects(place: &Place) {
    let index = ruritania::file(place, "recording/index.toml");
    let text = fs_err::read_to_string(&index).unwrap();
    let redirect = format!(
        "{text}\n[[response]]\nurl = \"https://bureau.example/exports.csv\"\nstatus = 302\n\
         captured_at = \"2024-04-20T09:00:00Z\"\n\
         location = \"https://elsewhere.example/x?token={CANARY}\"\n"
    );
    fs_err::write(&index, redirect).unwrap();
}

fn files(folder: &Path, found: &mut Vec<PathBuf>) {
    for entry in fs_err::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() && !path.is_symlink() { files(&path, found) } else { found.push(path) }
    }
}

#[test]
fn no_secret_is_told_to_anybody_else() {
    for (status, more) in [("404 Not Found", &["--log", "json"][..]), ("200 OK", &[][..])] {
        let place = ruritania::place("telling-canary");
        redirects(&place);
        let (port, sent) = listen(status);
        let ended = told(&place, port, more);
        assert_eq!(ended.code, 11, "{ended}");
        assert!(!ended.said().contains(CANARY), "{ended}");
        assert!(ended.said().contains("elsewhere.example"), "the host is told: {ended}");
        let mut left = Vec::new();
        files(&place.archive(), &mut left);
        files(&place.output(), &mut left);
        assert!(left.iter().any(|file| file.ends_with("runs/portbook.prom")), "{left:?}");
        for file in left.iter().filter(|file| file.is_file()) {
            let bytes = fs_err::read(file).unwrap();
            let found = bytes.windows(CANARY.len()).any(|window| window == CANARY.as_bytes());
            assert!(!found, "{}", file.display());
        }
        let sent = sent.lock().unwrap();
        assert!(sent.iter().all(|(path, _)| path.contains(CANARY)), "it is asked there: {sent:?}");
        assert!(sent.iter().all(|(_, body)| !body.contains(CANARY)), "{sent:?}");
    }
}

#[test]
fn a_heartbeat_joins_start_and_end_and_a_webhook_is_told_once() {
    let place = ruritania::place("telling");
    redirects(&place);
    let (port, sent) = listen("200 OK");
    told(&place, port, &[]);
    let first: Vec<(String, String)> = std::mem::take(&mut *sent.lock().unwrap());
    let beats: Vec<&str> =
        first.iter().map(|(path, _)| path.as_str()).filter(|path| path.contains("rid=")).collect();
    let [start, end] = beats[..] else { panic!("two beats: {first:#?}") };
    assert!(start.starts_with(&format!("/{CANARY}/start?")), "{start}");
    assert!(end.starts_with(&format!("/{CANARY}/fail?")), "{end}");
    assert_eq!(start.split("rid=").nth(1), end.split("rid=").nth(1));

    let notices = |sent: &[(String, String)]| -> Vec<Value> {
        let bodies = sent.iter().filter_map(|(_, body)| serde_json::from_str::<Value>(body).ok());
        bodies.filter(|body| body["form"] == "portbook.notice/1").collect()
    };
    let [notice] = &notices(&first)[..] else { panic!("one notice: {first:#?}") };
    let [failed] = list(&notice["notices"]) else { panic!("one matter: {notice:#}") };
    assert_eq!((text(&failed["source"]), text(&failed["state"])), ("xx/exports", "failed"));
    let events = first.iter().filter(|(_, body)| body.contains("\"eventType\""));
    assert_eq!(events.count(), 4, "start and end of the run, and of the source that failed");

    told(&place, port, &["--now", "2024-05-01"]);
    let second: Vec<(String, String)> = std::mem::take(&mut *sent.lock().unwrap());
    let again = notices(&second).len();
    told(&place, port, &["--now", "2024-05-02"]);
    assert!(notices(&sent.lock().unwrap()).is_empty(), "told the day before: {again}");
}

#[test]
fn what_nobody_took_is_told_again_and_changes_nothing() {
    let place = ruritania::place("telling-refused");
    redirects(&place);
    let (port, sent) = listen("404 Not Found");
    let codes = [told(&place, port, &[]).code, told(&place, port, &[]).code];
    assert_eq!(codes, [11, 11]);
    let sent = sent.lock().unwrap();
    let notices = sent.iter().filter(|(_, body)| body.contains("portbook.notice/1"));
    assert_eq!(notices.count(), 2);
}

#[test]
fn events_are_json_a_line_and_of_the_list() {
    let place = ruritania::place("telling-log");
    let ended = place.portbook(["run", "--replay", "--json", "--log", "json"]);
    ended.expect(0);
    let page = include_str!("../../../docs/events.md");
    let mut seen = Vec::new();
    for line in ended.stderr.lines() {
        let event: Value = serde_json::from_str(line).unwrap_or_else(|e| panic!("{e}: {line}"));
        let name = text(&event["event"]).to_owned();
        assert!(page.contains(&format!("| `{name}` |")), "{line}");
        assert!(event["ts"].as_str().is_some_and(|ts| ts.len() == 24), "{line}");
        assert!(text(&event["run"]).starts_with("20"), "{line}");
        seen.push(name);
    }
    for name in ["run_started", "fetched", "committed", "dataset_ended", "run_ended"] {
        assert!(seen.iter().any(|seen| seen == name), "{name}: {seen:?}");
    }
}

//! A recording, served under its real host names over http and https.

use std::path::Path;

use jiff::Timestamp;
use portbook_model::digest::Digest;
use url::Url;

use crate::client::{Conditions, ReplaySettings};
use crate::fetcher::{Ask, Fetched, Fetcher};
use crate::outcome::{Outcome, Refusal, Wanted};
use crate::replay::origin::Origin;
use crate::replay::recording::{Place, Recording};
use crate::tests::scripted::{access, settings};

const INDEX: &str = r#"
[[response]]
url = "https://www.census.gov/index.html"
status = 200
captured_at = "2026-01-29T14:00:00Z"
content_type = "text/html; charset=utf-8"
etag = "\"november\""
last_modified = "Thu, 29 Jan 2026 13:30:00 GMT"
file = "november.html"

[[response]]
url = "https://www.census.gov/index.html"
status = 200
captured_at = "2026-02-19T14:00:00Z"
content_type = "text/html; charset=utf-8"
etag = "\"december\""
file = "december.html"

[[response]]
url = "http://english.customs.gov.cn/Excel/人民币 N21(2).xls?a=1"
status = 301
captured_at = "2026-02-19T14:00:00Z"
location = "https://www.census.gov/index.html"

[[response]]
url = "https://www.census.gov/down"
status = 302
captured_at = "2026-02-19T14:00:00Z"
location = "http://english.customs.gov.cn/"
"#;

const HOSTS: [&str; 2] = ["www.census.gov", "english.customs.gov.cn"];

fn at(text: &str) -> Timestamp {
    text.parse().unwrap()
}

fn place(folder: &Path) -> Place {
    let hosts = HOSTS.iter().map(|host| (*host).to_owned()).collect();
    Place { source: "us-census-ft900".to_owned(), folder: folder.to_owned(), hosts }
}

async fn origin() -> Origin {
    let folder = tempfile::tempdir().unwrap();
    let write = |name: &str, text: &str| fs_err::write(folder.path().join(name), text).unwrap();
    write("index.toml", INDEX);
    write("november.html", "<table><tr><td>November</td></tr></table>");
    write("december.html", "<table><tr><td>December</td></tr></table>");
    fs_err::create_dir(folder.path().join("inbox")).unwrap();
    write("inbox/a.csv", "date,value\n");
    write("inbox/a.csv.toml", "captured_at = \"2026-03-01T00:00:00Z\"\nnote = \"by hand\"\n");
    Origin::start(Recording::load(&[place(folder.path())]).unwrap()).await.unwrap()
}

async fn get(fetcher: &Fetcher, url: &str, conditions: &Conditions) -> Fetched {
    let (access, url) = (access(&HOSTS), Url::parse(url).unwrap());
    let ask = Ask { access: &access, url: &url, wanted: Wanted::Page, conditions };
    let get = fetcher.get(ask);
    is_send(&get);
    get.await
}

/// So that a run may fetch from several hosts at once.
fn is_send<T: Send>(_: &T) {}

#[tokio::test]
async fn each_session_answers_with_its_latest_and_conditionally() {
    let origin = origin().await;
    let fetcher = Fetcher::new(settings(origin.client_settings())).unwrap();
    // The file fetched by hand on 1 March is no session; the third look is ours.
    let mut sessions = origin.sessions("us-census-ft900");
    assert_eq!(sessions.len(), 2);
    sessions.push(at("2026-03-01T00:00:00Z"));
    assert_eq!(origin.recording().latest(), Some(at("2026-03-01T00:00:00Z")));
    let url = "https://www.census.gov/index.html";
    let mut conditions = Conditions::default();
    let mut outcomes = Vec::new();
    for session in sessions {
        origin.at(session);
        let fetched = get(&fetcher, url, &conditions).await;
        outcomes.push((fetched.outcome, fetched.status, fetched.body.is_some()));
        conditions.etag = fetched.etag;
        conditions.last_modified = fetched.last_modified;
    }
    let new = (Outcome::New, Some(200), true);
    assert_eq!(outcomes, [new.clone(), new, (Outcome::Unchanged, Some(304), false)]);
    let log: Vec<_> = origin.requests();
    let log: Vec<_> = log.iter().map(|r| (r.url.as_str(), r.conditional, r.status)).collect();
    assert_eq!(
        log,
        [
            ("https://www.census.gov/robots.txt", false, 404),
            (url, false, 200),
            (url, true, 200),
            (url, true, 304)
        ]
    );
}

#[tokio::test]
async fn before_it_was_recorded_it_is_not_there() {
    let origin = origin().await;
    let fetcher = Fetcher::new(settings(origin.client_settings())).unwrap();
    origin.at(at("2026-01-01T00:00:00Z"));
    let fetched = get(&fetcher, "https://www.census.gov/index.html", &Conditions::default()).await;
    assert_eq!(fetched.outcome, Outcome::Missing);
}

#[tokio::test]
async fn both_schemes_and_redirects_are_served() {
    let origin = origin().await;
    let fetcher = Fetcher::new(settings(origin.client_settings())).unwrap();
    let none = Conditions::default();
    for scheme in ["http", "https"] {
        let url = format!("{scheme}://www.census.gov/index.html");
        let fetched = get(&fetcher, &url, &none).await;
        assert_eq!(fetched.outcome, Outcome::New);
        assert!(fetched.body.unwrap().ends_with(b"December</td></tr></table>"));
    }
    let url = "http://english.customs.gov.cn/Excel/人民币 N21(2).xls?a=1";
    let fetched = get(&fetcher, url, &none).await;
    assert_eq!(fetched.outcome, Outcome::New, "backslash, blank, Chinese, http to https");
    assert_eq!(fetched.final_url.as_str(), "https://www.census.gov/index.html");
    let fetched = get(&fetcher, "https://www.census.gov/down", &none).await;
    assert_eq!(fetched.outcome, Outcome::Refused(Refusal::Downgrade));
}

#[tokio::test]
async fn the_same_bytes_are_unchanged_without_a_condition() {
    let origin = origin().await;
    let fetcher = Fetcher::new(settings(origin.client_settings())).unwrap();
    let body = b"<table><tr><td>December</td></tr></table>";
    let conditions = Conditions { snapshot: Some(Digest::of(body)), ..Conditions::default() };
    let fetched = get(&fetcher, "https://www.census.gov/index.html", &conditions).await;
    assert_eq!((fetched.outcome, fetched.status), (Outcome::Unchanged, Some(200)));
}

#[tokio::test]
async fn an_origin_with_another_root_is_refused() {
    let (origin, other) = (origin().await, origin().await);
    let mixed =
        ReplaySettings { socket: origin.client_settings().socket, ..other.client_settings() };
    let fetcher = Fetcher::new(settings(mixed)).unwrap();
    let fetched = get(&fetcher, "https://www.census.gov/index.html", &Conditions::default()).await;
    let Outcome::Refused(Refusal::RobotsUnknown { why, .. }) = &fetched.outcome else {
        panic!("{:?}", fetched.outcome)
    };
    assert!(why.contains("certificate"), "{why}");
    assert_eq!(origin.requests(), [], "nothing was asked, not even over http");
}

#[tokio::test]
async fn inbox_files_are_there_from_their_time_on() {
    let origin = origin().await;
    let recording = origin.recording();
    assert!(recording.inbox("us-census-ft900", at("2026-02-28T00:00:00Z")).is_empty());
    let files = recording.inbox("us-census-ft900", at("2026-03-01T00:00:00Z"));
    assert_eq!(files.len(), 1);
    assert_eq!((files[0].url.as_str(), files[0].note.as_deref()), ("", Some("by hand")));
}

#[test]
fn mistakes_in_a_recording_are_named() {
    let folder = tempfile::tempdir().unwrap();
    let index = folder.path().join("index.toml");
    let load = |text: &str| {
        fs_err::write(&index, text).unwrap();
        Recording::load(&[place(folder.path())]).unwrap_err().to_string()
    };
    let message = load("[[response]]\nurl = \"http://a.org/\"\nstatus = 200\nstate = 1\n");
    assert!(message.contains("index.toml") && message.contains("state"), "{message}");
    let twice = "[[response]]\nurl = \"http://a.org/\"\nstatus = 404\ncaptured_at = \"2026-01-01T00:00:00Z\"\n";
    let message = load(&format!("{twice}{twice}"));
    assert!(message.contains("twice"), "{message}");
}

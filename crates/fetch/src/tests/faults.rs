//! Faults of servers and networks: rows 15 to 28 of the fault matrix.

use crate::address::PublicOnly;
use crate::outcome::{Outcome, Refusal, Wanted};
use crate::retry::Policy;
use crate::tests::scripted::{STALL, Scripted, answer};

const CSV: &str = "date,value\n2025-11,1\n";

/// 64 KiB of zeros in 96 bytes.
const BOMB: &str = "1f8b0800000000000203edc101010000008090feafee080a0000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000006aeb8e97d700000100";

fn outcome_of(name: &str, outcome: &Outcome) {
    assert_eq!(outcome.name(), name, "{outcome:?}");
}

#[tokio::test]
async fn a_cut_body_is_asked_again_then_kept_as_evidence() {
    let cut = b"HTTP/1.1 200 OK\r\nContent-Length: 100\r\nConnection: close\r\n\r\ndate,va";
    let server = Scripted::start(&[("/a.csv", &[cut])]).await;
    let fetched = server.get("a.csv").await;
    outcome_of("truncated", &fetched.outcome);
    assert_eq!((fetched.attempts, server.asked().len()), (3, 3));
    assert_eq!(fetched.body.as_deref(), Some(b"date,va".as_slice()));
    let whole = answer(200, "", CSV);
    let server = Scripted::start(&[("/a.csv", &[cut, &whole])]).await;
    let fetched = server.get("a.csv").await;
    assert_eq!((fetched.outcome, fetched.attempts), (Outcome::New, 2));
}

#[tokio::test]
async fn a_cut_chunked_body_and_a_cut_zip_without_a_length_are_known() {
    let chunked = b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n64\r\ndate,value";
    let zip = b"HTTP/1.1 200 OK\r\nConnection: close\r\n\r\nPK\x03\x04 and then nothing";
    let server = Scripted::start(&[("/a.csv", &[chunked]), ("/a.xlsx", &[zip])]).await;
    outcome_of("truncated", &server.get("a.csv").await.outcome);
    outcome_of("truncated", &server.get("a.xlsx").await.outcome);
}

#[tokio::test]
async fn contradicting_or_negative_lengths_are_no_answer() {
    let two = b"HTTP/1.1 200 OK\r\nContent-Length: 5\r\nContent-Length: 9\r\n\r\ndate,value";
    let negative = b"HTTP/1.1 200 OK\r\nContent-Length: -1\r\n\r\ndate,value";
    let server = Scripted::start(&[("/two.csv", &[two]), ("/negative.csv", &[negative])]).await;
    for path in ["two.csv", "negative.csv"] {
        let fetched = server.get(path).await;
        outcome_of("failed", &fetched.outcome);
        assert_eq!(fetched.body, None);
    }
}

#[tokio::test]
async fn a_stalled_body_ends() {
    let stalled = [b"HTTP/1.1 200 OK\r\nContent-Length: 999\r\n\r\n", STALL].concat();
    let server = Scripted::with(&[("/a.csv", &[&stalled])], |mut settings| {
        settings.limits.read_timeout_ms = 50;
        settings.retry.attempts_max = 1;
        settings
    })
    .await;
    let fetched = server.get("a.csv").await;
    outcome_of("truncated", &fetched.outcome);
    assert_eq!(fetched.body.as_deref(), Some(STALL));
}

#[tokio::test]
async fn bodies_stop_at_the_cap_also_once_decoded() {
    let declared = b"HTTP/1.1 200 OK\r\nContent-Length: 999999999999\r\n\r\n";
    let mut endless = b"HTTP/1.1 200 OK\r\nConnection: close\r\n\r\n".to_vec();
    endless.resize(1 << 20, b'x');
    let zeros: Vec<_> = (0..BOMB.len())
        .step_by(2)
        .map(|at| u8::from_str_radix(&BOMB[at..at + 2], 16).unwrap())
        .collect();
    let mut bomb = b"HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\n\r\n".to_vec();
    bomb.extend_from_slice(&zeros);
    let server = Scripted::start(&[
        ("/declared.csv", &[declared]),
        ("/endless.csv", &[&endless]),
        ("/bomb.csv", &[&bomb]),
    ])
    .await;
    for path in ["declared.csv", "endless.csv", "bomb.csv"] {
        let fetched = server.get(path).await;
        let refusal = Refusal::TooLarge { body_bytes_max: 16 << 10 };
        assert_eq!(fetched.outcome, Outcome::Refused(refusal), "{path}");
        assert_eq!(fetched.attempts, 1);
    }
}

#[tokio::test]
async fn busy_servers_are_asked_again_and_obeyed() {
    let busy = answer(503, "Retry-After: 0\r\n", "busy");
    let whole = answer(200, "", CSV);
    let server = Scripted::start(&[("/a.csv", &[&busy, &busy, &whole])]).await;
    let fetched = server.get("a.csv").await;
    assert_eq!((fetched.outcome, fetched.attempts), (Outcome::New, 3));

    let server = Scripted::start(&[("/a.csv", &[&busy])]).await;
    let fetched = server.get("a.csv").await;
    assert_eq!((fetched.outcome, fetched.attempts), (Outcome::Throttled, 3));
    assert_eq!(fetched.body.as_deref(), Some(b"busy".as_slice()), "evidence");

    let later = answer(429, "Retry-After: 3600\r\n", "");
    let server = Scripted::start(&[("/a.csv", &[&later])]).await;
    let fetched = server.get("a.csv").await;
    assert_eq!((fetched.outcome, fetched.attempts), (Outcome::Throttled, 1), "past the deadline");
    assert!(Policy::immediate().deadline_s < 3600);
}

#[tokio::test]
async fn statuses_have_their_outcomes() {
    let server = |status: u16| async move {
        let server = Scripted::start(&[("/a.csv", &[&answer(status, "", "")])]).await;
        let fetched = server.get("a.csv").await;
        (fetched.outcome.name(), fetched.attempts)
    };
    for (status, expected) in [
        (401, ("login", 1)),
        (403, ("refused", 1)),
        (404, ("missing", 1)),
        (410, ("missing", 1)),
        (412, ("challenge", 1)),
        (500, ("failed", 3)),
        (502, ("failed", 3)),
        (504, ("failed", 3)),
        (400, ("failed", 1)),
        (304, ("failed", 1)),
        (200, ("wrong_type", 1)),
    ] {
        assert_eq!(server(status).await, expected, "{status}");
    }
}

#[tokio::test]
async fn a_challenge_is_named_kept_and_not_asked_again() {
    let shell = "<html><head><script>$_ts=window['$_ts']</script></head><body></body></html>";
    for status in [200, 403, 412, 503] {
        let challenged = answer(status, "Content-Type: text/html\r\n", shell);
        let server = Scripted::start(&[("/a.xlsx", &[&challenged])]).await;
        for wanted in [Wanted::Data, Wanted::Page] {
            let fetched = server.ask("a.xlsx", wanted).await;
            assert_eq!(fetched.outcome, Outcome::Challenge { mark: "$_ts".to_owned() });
            assert_eq!(fetched.attempts, 1, "{status}");
            assert_eq!(fetched.body.as_deref(), Some(shell.as_bytes()));
        }
    }
}

#[tokio::test]
async fn pages_in_place_of_files_are_told_apart() {
    let picture = "<div class=cnt><img src='\\Excel\\4-RMB.png'></div>";
    let table = "<table><tr><td>Total</td></tr></table>";
    for (path, page, expected) in [
        ("a.xlsx", "<h1>Page Not Found</h1>", "not_yet"),
        ("a.xlsx", "<form><input type=password></form>", "login"),
        ("a.xlsx", table, "wrong_type"),
        ("a.xlsx", picture, "wrong_type"),
        ("a.xls", table, "new"),
        ("a.html", table, "new"),
        ("a.html", picture, "image_only"),
        ("a.html", "<p>Exports rose.</p>", "wrong_type"),
        ("a.csv", "<p>Exports rose.</p>", "wrong_type"),
    ] {
        let answer = answer(200, "Content-Type: text/html\r\n", page);
        let server = Scripted::start(&[(&format!("/{path}"), &[&answer])]).await;
        let fetched = server.get(path).await;
        assert_eq!(fetched.outcome.name(), expected, "{path}: {page}");
        assert_eq!(fetched.body.as_deref(), Some(page.as_bytes()));
    }
}

#[tokio::test]
async fn redirects_stay_on_declared_public_hosts() {
    let to = |target: &str| answer(302, &format!("Location: {target}\r\n"), "gone");
    for private in [
        "http://127.0.0.1/",
        "http://[::1]/",
        "http://10.0.0.1/x",
        "http://169.254.169.254/latest/meta-data/",
        "http://[::ffff:127.0.0.1]/",
        "http://2130706433/",
    ] {
        let server = Scripted::start(&[("/a.csv", &[&to(private)])]).await;
        let fetched = server.get("a.csv").await;
        let refused = matches!(fetched.outcome, Outcome::Refused(Refusal::Address { .. }));
        assert!(refused, "{private}: {:?}", fetched.outcome);
        assert_eq!(server.asked(), ["/a.csv"], "nothing was sent");
    }
    let server = Scripted::start(&[("/a.csv", &[&to("https://elsewhere.org/a.csv")])]).await;
    let fetched = server.get("a.csv").await;
    assert_eq!(fetched.outcome.note().unwrap(), "moved to `https://elsewhere.org/a.csv`");
    assert_eq!(fetched.body.as_deref(), Some(b"gone".as_slice()));

    let server = Scripted::start(&[("/a.csv", &[&to("/a.csv")])]).await;
    let fetched = server.get("a.csv").await;
    assert_eq!(fetched.outcome, Outcome::Refused(Refusal::Redirects { redirects_max: 5 }));
    assert_eq!(server.asked().len(), 6);

    let whole = answer(200, "", CSV);
    let server = Scripted::start(&[("/a.csv", &[&to("b/c.csv")]), ("/b/c.csv", &[&whole])]).await;
    let fetched = server.get("a.csv").await;
    assert_eq!(fetched.outcome, Outcome::New);
    assert_eq!((fetched.url.path(), fetched.final_url.path()), ("/a.csv", "/b/c.csv"));
}

#[tokio::test]
async fn robots_is_asked_once_and_obeyed() {
    let whole = answer(200, "", CSV);
    let rules = answer(200, "", "User-agent: *\nDisallow: /private/\n");
    let files: &[(&str, &[&[u8]])] =
        &[("/robots.txt", &[&rules]), ("/a.csv", &[&whole]), ("/private/a.csv", &[&whole])];
    let server = Scripted::start(files).await;
    assert_eq!(server.get("a.csv").await.outcome, Outcome::New);
    let refused = server.get("private/a.csv").await.outcome;
    assert_eq!(refused, Outcome::Refused(Refusal::Robots));
    assert_eq!((server.robots_asked(), server.asked()), (1, vec!["/a.csv".to_owned()]));

    let away = answer(302, "Location: http://127.0.0.1/robots.txt\r\n", "");
    for bad in [answer(500, "", ""), away] {
        let server = Scripted::start(&[("/robots.txt", &[&bad]), ("/a.csv", &[&whole])]).await;
        for _ in 0..2 {
            let outcome = server.get("a.csv").await.outcome;
            let refused = matches!(outcome, Outcome::Refused(Refusal::RobotsUnknown { .. }));
            assert!(refused, "{outcome:?}");
        }
        assert_eq!(server.asked(), Vec::<String>::new());
    }
}

#[tokio::test]
async fn names_that_lead_to_this_machine_are_refused_after_resolution() {
    use reqwest::dns::Resolve as _;
    let error = match PublicOnly.resolve("localhost".parse().unwrap()).await {
        Ok(addresses) => panic!("got {:?}", addresses.collect::<Vec<_>>()),
        Err(error) => error,
    };
    assert!(error.to_string().contains("private or local"), "{error}");
}

//! The archive against damage, crashes and a second writer.

use std::path::PathBuf;
use std::time::Duration;

use jiff::Timestamp;
use portbook_model::class::Class;
use portbook_model::digest::Digest;
use serde_json::{Value, json};
use tempfile::TempDir;

use crate::archive::Archive;
use crate::capture::{Capture, Listing, Outcome, Role, Via};
use crate::error::Error;
use crate::verify::Problem;
use crate::writer::Writer;

const SOURCE: &str = "cn-gacc-express";
const URL: &str = "http://english.customs.gov.cn/statics/report/preliminary.html";

fn at(text: &str) -> Timestamp {
    text.parse().unwrap()
}

fn capture(captured_at: &str, outcome: Outcome, snapshot: Option<Digest>) -> Capture {
    Capture {
        source: SOURCE.to_owned(),
        url: URL.to_owned(),
        captured_at: at(captured_at),
        role: Role::Data,
        outcome,
        status: Some(200),
        snapshot,
        body_bytes: 3,
        content_type: Some("text/html".to_owned()),
        etag: Some("\"a,\\\"previous\\\":\"".to_owned()),
        last_modified: None,
        via: Via::Http,
        listing: Some(Listing {
            page_url: URL.to_owned(),
            title: Some("（4）2026年3月进出口商品国别（地区）总值表".to_owned()),
            period: Some("2026年3月".to_owned()),
            date: Some(jiff::civil::date(2026, 4, 8)),
        }),
        note: None,
    }
}

struct Bench {
    _folder: TempDir,
    archive: Archive,
}

fn bench() -> Bench {
    let folder = TempDir::new().unwrap();
    let archive = Archive::open(&folder.path().join("a/archive")).unwrap();
    Bench { _folder: folder, archive }
}

impl Bench {
    fn writer(&self) -> Writer {
        self.archive.lock(at("2026-11-24T00:00:00Z")).unwrap()
    }

    fn file(&self, month: &str) -> PathBuf {
        self.archive.dir().join("captures").join(SOURCE).join(format!("{month}.jsonl"))
    }

    fn problems(&self) -> Vec<Problem> {
        self.archive.verify().unwrap().into_iter().map(|damage| damage.problem).collect()
    }

    /// Three captures over two months, one written after a later one.
    /// As a run left it that was killed.
    fn filled() -> (Self, Digest) {
        let bench = bench();
        let writer = bench.writer();
        writer.open_run("0", &json!({})).unwrap();
        let digest = writer.put(b"one").unwrap();
        for (day, outcome) in [
            ("2026-03-09T04:00:00Z", Outcome::New),
            ("2026-04-08T04:00:00Z", Outcome::Unchanged),
            ("2026-03-20T04:00:00Z", Outcome::New),
        ] {
            writer.append(&capture(day, outcome, Some(digest))).unwrap();
        }
        drop(writer);
        (bench, digest)
    }
}

#[test]
fn bytes_come_back_and_are_written_once() {
    let bench = bench();
    let writer = bench.writer();
    let digest = writer.put(b"as received").unwrap();
    let path = bench.archive.object_path(&digest);
    let name = digest.to_string();
    assert!(path.ends_with(format!("objects/sha256/{}/{name}", &name[..2])));
    let written = fs_err::metadata(&path).unwrap().modified().unwrap();
    assert_eq!(writer.put(b"as received").unwrap(), digest);
    assert_eq!(fs_err::metadata(&path).unwrap().modified().unwrap(), written);
    assert_eq!(bench.archive.get(&digest).unwrap(), b"as received");
    assert!(matches!(bench.archive.get(&Digest::of(b"?")), Err(Error::MissingObject { .. })));
    let folder = fs_err::read_dir(path.parent().unwrap()).unwrap();
    assert_eq!(folder.count(), 1, "nothing is left aside");
}

#[test]
fn a_changed_object_is_refused_and_named() {
    let (bench, digest) = Bench::filled();
    assert_eq!(bench.problems(), []);
    let path = bench.archive.object_path(&digest);
    fs_err::write(&path, b"onf").unwrap();
    let error = bench.archive.get(&digest).unwrap_err();
    assert_eq!(error.class(), Class::Environment);
    let message = error.to_string();
    for part in [path.to_str().unwrap(), &digest.to_string(), &Digest::of(b"onf").to_string()] {
        assert!(message.contains(part), "{message}");
    }
    let found = Digest::of(b"onf");
    assert_eq!(bench.problems(), [Problem::WrongDigest { expected: digest, found }]);
    fs_err::write(&path, b"shorter or longer").unwrap();
    assert!(matches!(bench.writer().put(b"one"), Err(Error::WrongSize { .. })));
    fs_err::remove_file(&path).unwrap();
    let damages = bench.archive.verify().unwrap();
    assert_eq!(damages.len(), 3, "each capture that names it");
    assert!(damages.iter().all(|damage| damage.path == path));
}

#[test]
fn captures_come_back_in_order_of_time() {
    let (bench, digest) = Bench::filled();
    let captures = bench.archive.captures(SOURCE).unwrap();
    let days: Vec<_> = captures.iter().map(|c| c.captured_at.to_string()).collect();
    assert_eq!(days, ["2026-03-09T04:00:00Z", "2026-03-20T04:00:00Z", "2026-04-08T04:00:00Z"]);
    assert_eq!(captures[0], capture("2026-03-09T04:00:00Z", Outcome::New, Some(digest)));
    assert_eq!(bench.archive.sources().unwrap(), [SOURCE]);
    assert_eq!(bench.archive.captures("us-census-ft900").unwrap(), []);
}

#[test]
fn a_challenge_is_never_a_condition() {
    let (bench, digest) = Bench::filled();
    let writer = bench.writer();
    writer.append(&capture("2026-05-01T00:00:00Z", Outcome::Challenge, Some(digest))).unwrap();
    writer.append(&capture("2026-05-02T00:00:00Z", Outcome::Failed, None)).unwrap();
    let latest = bench.archive.latest(SOURCE, URL).unwrap().unwrap();
    assert_eq!(latest.captured_at, at("2026-04-08T04:00:00Z"));
    assert_eq!(bench.archive.latest(SOURCE, "http://other/").unwrap(), None);
}

#[test]
fn each_flipped_bit_of_the_index_is_found() {
    let (bench, _) = Bench::filled();
    for month in ["2026-03", "2026-04"] {
        let file = bench.file(month);
        let good = fs_err::read(&file).unwrap();
        for i in 0..good.len() {
            let mut bad = good.clone();
            bad[i] ^= 1 << (i % 8);
            fs_err::write(&file, &bad).unwrap();
            let damages = bench.archive.verify().unwrap();
            assert!(damages.iter().any(|damage| damage.path == file), "byte {i} of {month}");
        }
        fs_err::write(&file, &good).unwrap();
    }
    assert_eq!(bench.problems(), []);
}

#[test]
fn a_line_taken_out_breaks_the_chain() {
    let (bench, _) = Bench::filled();
    let file = bench.file("2026-03");
    let text = fs_err::read_to_string(&file).unwrap();
    let (first, rest) = text.split_once('\n').unwrap();
    fs_err::write(&file, rest).unwrap();
    let previous = Some(Digest::of(first.as_bytes()));
    assert_eq!(bench.problems(), [Problem::ChainBroken { previous }]);
}

#[test]
fn a_torn_line_is_cut_off_aside_at_every_byte() {
    let (bench, digest) = Bench::filled();
    let file = bench.file("2026-04");
    let line = fs_err::read(&file).unwrap();
    let next = capture("2026-04-09T00:00:00Z", Outcome::New, Some(digest));
    for cut in 1..line.len() {
        fs_err::write(&file, &line[..cut]).unwrap();
        // What follows it in the chain is not part of this test.
        let march = fs_err::read_to_string(bench.file("2026-03")).unwrap();
        fs_err::write(bench.file("2026-03"), march.split_inclusive('\n').next().unwrap()).unwrap();
        assert_eq!(bench.problems(), [], "the writer did not end its run");
        assert_eq!(bench.archive.leftovers().unwrap(), std::slice::from_ref(&file));
        if cut % 64 != 1 && cut != line.len() - 1 {
            continue; // Mending syncs to the disk, so it is tried at some of the cuts only.
        }
        let writer = bench.writer();
        writer.open_run(&format!("cut-{cut}"), &json!({})).unwrap();
        if cut == line.len() - 1 {
            assert_eq!(writer.torn(), [], "only the line end was lost");
        } else {
            assert_eq!(writer.torn()[0].cut_bytes, cut as u64);
            assert!(fs_err::read(&writer.torn()[0].kept).unwrap().ends_with(b"\n"));
        }
        writer.append(&next).unwrap();
        assert_eq!(bench.problems(), [], "cut at {cut}");
    }
    let captures = bench.archive.captures(SOURCE).unwrap();
    assert_eq!(captures.len(), 3);
}

#[test]
fn a_torn_line_is_damage_where_no_run_was_killed() {
    let (bench, _) = Bench::filled();
    let writer = bench.writer();
    assert!(writer.is_after_unended_run());
    writer.open_run("1", &json!({})).unwrap();
    writer.close_run("1", &json!({})).unwrap();
    drop(writer);
    let file = bench.file("2026-04");
    let line = fs_err::read(&file).unwrap();
    for cut in 1..line.len() {
        fs_err::write(&file, &line[..cut]).unwrap();
        assert!(bench.problems().contains(&Problem::Torn), "cut at {cut}");
    }
    assert!(!bench.writer().is_after_unended_run());
}

/// Handing in a file, or deciding on a release, opens no run and leaves none that did not end.
#[test]
fn a_command_that_opens_no_run_ends_with_its_lock() {
    let bench = bench();
    drop(bench.writer());
    assert!(!bench.writer().is_after_unended_run());
    let writer = bench.writer();
    writer.open_run("1", &json!({})).unwrap();
    drop(writer);
    assert!(bench.writer().is_after_unended_run());
}

#[test]
fn leftovers_are_listed_and_only_old_files_aside_go() {
    let (bench, named) = Bench::filled();
    let writer = bench.writer();
    let unnamed = writer.put(b"put, then killed").unwrap();
    let aside = bench.archive.object_path(&named).with_file_name(".aside-x");
    fs_err::write(&aside, "half").unwrap();
    let mut expected = [aside.clone(), bench.archive.object_path(&unnamed)];
    expected.sort();
    assert_eq!(bench.archive.leftovers().unwrap(), expected);
    assert_eq!(bench.problems(), []);
    let written = fs_err::metadata(&aside).unwrap().modified().unwrap();
    assert_eq!(writer.sweep(written).unwrap(), Vec::<PathBuf>::new());
    assert_eq!(writer.sweep(written + Duration::from_nanos(1)).unwrap(), [aside]);
    assert_eq!(bench.archive.leftovers().unwrap(), [bench.archive.object_path(&unnamed)]);
}

/// Cut anywhere, what the last build came to is not half read.
#[test]
fn a_torn_memory_is_no_memory() {
    let bench = bench();
    let writer = bench.writer();
    writer.remember(&json!({"inputs": "a", "judged": [{"rows": 12}]})).unwrap();
    let file = bench.archive.memory_path();
    let whole = fs_err::read(&file).unwrap();
    for cut in 0..whole.len() {
        fs_err::write(&file, &whole[..cut]).unwrap();
        assert_eq!(bench.archive.memory::<Value>(), None, "cut at {cut}");
    }
}

/// The lock is the operating system's; what its file says holds nobody up.
#[test]
fn a_torn_lock_holds_nobody_up() {
    let bench = bench();
    drop(bench.writer());
    let file = bench.archive.dir().join("runs/lock");
    let whole = fs_err::read(&file).unwrap();
    for cut in 0..whole.len() {
        fs_err::write(&file, &whole[..cut]).unwrap();
        assert_eq!(bench.writer().is_after_unended_run(), cut > 0, "cut at {cut}");
        assert_eq!(fs_err::read(&file).unwrap(), whole);
    }
}

#[test]
fn a_second_writer_is_told_who_holds_the_lock() {
    let bench = bench();
    let writer = bench.writer();
    let error = bench.archive.lock(at("2026-11-24T00:00:05Z")).unwrap_err();
    assert_eq!(error.class(), Class::Transient);
    let own = format!("process {} since 2026-11-24T00:00:00Z", std::process::id());
    assert!(matches!(&error, Error::Held { by } if *by == own), "{error}");
    drop(writer);
    assert_eq!(bench.writer().torn(), []);
}

#[test]
fn a_run_record_is_opened_once_and_closed() {
    let bench = bench();
    let writer = bench.writer();
    let id = "2026-11-24T000000Z-1";
    assert!(matches!(writer.close_run(id, &json!({})), Err(Error::RunNotOpen { .. })));
    let path = writer.open_run(id, &json!({"state": "running"})).unwrap();
    assert!(fs_err::read_to_string(&path).unwrap().contains("running"));
    assert!(matches!(writer.open_run(id, &json!({})), Err(Error::RunExists { .. })));
    writer.close_run(id, &json!({"state": "published"})).unwrap();
    assert!(fs_err::read_to_string(&path).unwrap().contains("published"));
    assert!(matches!(writer.open_run("../escape", &json!({})), Err(Error::BadName { .. })));
    assert_eq!(bench.problems(), []);
}

#[test]
fn what_does_not_belong_is_named() {
    let (bench, _) = Bench::filled();
    let dir = bench.archive.dir();
    for stray in ["notes.txt", "objects/zz", "objects/sha256/zz", "captures/zz"] {
        fs_err::write(dir.join(stray), "?").unwrap();
    }
    fs_err::write(bench.file("2026-04").with_extension("bak"), "?").unwrap();
    assert_eq!(bench.problems(), vec![Problem::Unexpected; 5]);
    let writer = bench.writer();
    let missing = capture("2026-05-01T00:00:00Z", Outcome::New, Some(Digest::of(b"never put")));
    assert!(matches!(writer.append(&missing), Err(Error::MissingObject { .. })));
    let mut bad = capture("2026-05-01T00:00:00Z", Outcome::New, None);
    bad.source = "cn/../x".to_owned();
    assert!(matches!(writer.append(&bad), Err(Error::BadName { .. })));
}

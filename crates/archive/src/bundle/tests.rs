//! Bundles: the same bytes from the same contents, and nothing unpacked that was not packed.

use jiff::Timestamp;

use super::*;
use crate::capture::{Outcome, Role, Via};

fn capture(at: &str, bytes: &[u8]) -> Capture {
    Capture {
        source: "xx-bureau".to_owned(),
        url: "https://example.org/table.csv".to_owned(),
        captured_at: at.parse().unwrap(),
        role: Role::Data,
        outcome: Outcome::New,
        status: Some(200),
        snapshot: Some(Digest::of(bytes)),
        body_bytes: bytes.len() as u64,
        content_type: None,
        etag: None,
        last_modified: None,
        via: Via::Http,
        listing: None,
        note: None,
    }
}

/// An archive of three captures.
fn archive(dir: &Path) -> (Archive, Vec<Capture>) {
    let archive = Archive::open(&dir.join("held")).unwrap();
    let writer = archive.lock(Timestamp::UNIX_EPOCH).unwrap();
    let captures: Vec<Capture> =
        ["2026-01-02T00:00:00Z", "2026-01-03T00:00:00Z", "2026-02-01T00:00:00Z"]
            .into_iter()
            .map(|at| {
                writer.put(at.as_bytes()).unwrap();
                capture(at, at.as_bytes())
            })
            .collect();
    for capture in &captures {
        writer.append(capture).unwrap();
    }
    (archive, captures)
}

fn beside() -> BTreeMap<String, Vec<u8>> {
    BTreeMap::from([
        ("README.md".to_owned(), b"read me\n".to_vec()),
        ("pipelines/xx/bureau/source.toml".to_owned(), b"title = \"\"\n".to_vec()),
    ])
}

#[test]
fn a_part_of_an_archive_is_an_archive_elsewhere() {
    let dir = tempfile::tempdir().unwrap();
    let (held, captures) = archive(dir.path());
    let file = dir.path().join("part.tar.zst");
    let chosen = [captures[0].clone(), captures[2].clone()];
    let packed = pack(&held, &chosen, &beside(), &file).unwrap();
    // Two objects, one file of lines for each month, two files beside.
    assert_eq!(packed.files, 6);
    let to = dir.path().join("elsewhere");
    assert_eq!(unpack(&file, &to, &Limits::standard()).unwrap(), packed);
    let there = Archive::open(&to.join(ARCHIVE)).unwrap();
    assert_eq!(there.captures("xx-bureau").unwrap(), chosen);
    assert_eq!(there.verify().unwrap(), []);
    assert_eq!(there.get(&chosen[1].snapshot.unwrap()).unwrap(), b"2026-02-01T00:00:00Z");
    assert_eq!(fs_err::read(to.join("README.md")).unwrap(), b"read me\n");
    let again = unpack(&file, &to, &Limits::standard()).unwrap_err().to_string();
    assert!(again.contains("is not empty"), "{again}");
}

#[test]
fn the_same_contents_give_the_same_bytes() {
    let dir = tempfile::tempdir().unwrap();
    let (held, captures) = archive(dir.path());
    let bytes = |name: &str| {
        let file = dir.path().join(name);
        pack(&held, &captures, &beside(), &file).unwrap();
        fs_err::read(file).unwrap()
    };
    let first = bytes("first.tar.zst");
    assert_eq!(first[..4], MAGIC);
    assert_eq!(first, bytes("second.tar.zst"));
}

#[test]
fn what_is_not_held_is_not_packed() {
    let dir = tempfile::tempdir().unwrap();
    let (held, mut captures) = archive(dir.path());
    captures[1].snapshot = Some(Digest::of(b"never seen"));
    let file = dir.path().join("part.tar.zst");
    assert!(matches!(pack(&held, &captures, &beside(), &file), Err(Error::MissingObject { .. })));
    assert!(!file.exists());
}

/// A bundle of one entry, written without our care.
fn crafted(dir: &Path, write: &dyn Fn(&mut tar::Builder<&mut Vec<u8>>)) -> PathBuf {
    let mut bytes = Vec::new();
    let mut tar = tar::Builder::new(&mut bytes);
    write(&mut tar);
    tar.finish().unwrap();
    drop(tar);
    let file = dir.join("crafted.tar.zst");
    fs_err::write(&file, zstd::encode_all(bytes.as_slice(), 1).unwrap()).unwrap();
    file
}

fn named(path: &str, kind: tar::EntryType) -> tar::Header {
    let mut header = tar::Header::new_ustar();
    header.as_old_mut().name[..path.len()].copy_from_slice(path.as_bytes());
    header.set_entry_type(kind);
    header.set_mode(0o644);
    header.set_size(3);
    header.set_cksum();
    header
}

#[test]
fn paths_that_lead_elsewhere_links_and_doubles_are_refused() {
    let dir = tempfile::tempdir().unwrap();
    let plain = tar::EntryType::Regular;
    for (paths, kind, says) in [
        (vec!["../out"], plain, "expected one inside"),
        (vec!["a/../../out"], plain, "expected one inside"),
        (vec!["/etc/out"], plain, "expected one inside"),
        (vec!["a//b"], plain, "expected one inside"),
        (vec!["./a"], plain, "expected one inside"),
        (vec![".hidden"], plain, "expected one inside"),
        (vec!["a\\b"], plain, "expected one inside"),
        (vec!["link"], tar::EntryType::Symlink, "no plain file"),
        (vec!["link"], tar::EntryType::Link, "no plain file"),
        (vec!["long"], tar::EntryType::GNULongName, "no plain file"),
        (vec!["device"], tar::EntryType::Char, "no plain file"),
        (vec!["twice", "twice"], plain, "is there twice"),
    ] {
        let file = crafted(dir.path(), &|tar| {
            for path in &paths {
                tar.append(&named(path, kind), &b"abc"[..]).unwrap();
            }
        });
        let to = tempfile::tempdir().unwrap();
        let error = unpack(&file, to.path(), &Limits::standard()).unwrap_err().to_string();
        assert!(error.contains(says), "{paths:?}: {error}");
    }
}

#[test]
fn more_than_the_limits_is_refused_before_it_is_written() {
    let dir = tempfile::tempdir().unwrap();
    let file = crafted(dir.path(), &|tar| {
        for path in ["a", "b"] {
            tar.append(&named(path, tar::EntryType::Regular), &b"abc"[..]).unwrap();
        }
    });
    let small = |change: &dyn Fn(&mut Limits)| {
        let mut limits = Limits::standard();
        change(&mut limits);
        let to = tempfile::tempdir().unwrap();
        let error = unpack(&file, to.path(), &limits).unwrap_err().to_string();
        (error, fs_err::read_dir(to.path()).unwrap().count())
    };
    let (error, written) = small(&|limits| limits.entries_max = 1);
    assert!(error.contains("got 2 files, expected at most 1") && written == 0, "{error}");
    let (error, written) = small(&|limits| limits.entry_bytes_max = 2);
    assert!(error.contains("got 3 bytes of one file") && written == 0, "{error}");
    let (error, written) = small(&|limits| limits.bytes_max = 5);
    assert!(!error.is_empty() && written == 0, "{error}");
}

#[test]
fn every_cut_of_a_bundle_is_noticed() {
    let dir = tempfile::tempdir().unwrap();
    let (held, captures) = archive(dir.path());
    let file = dir.path().join("whole.tar.zst");
    pack(&held, &captures, &beside(), &file).unwrap();
    let whole = fs_err::read(&file).unwrap();
    for length in (0..whole.len()).step_by(7) {
        let cut = dir.path().join("cut.tar.zst");
        fs_err::write(&cut, &whole[..length]).unwrap();
        let to = tempfile::tempdir().unwrap();
        let error = unpack(&cut, to.path(), &Limits::standard()).unwrap_err();
        assert!(matches!(error, Error::BadBundle { .. }), "{length} bytes: {error}");
        assert_eq!(fs_err::read_dir(to.path()).unwrap().count(), 0, "{length} bytes");
    }
}

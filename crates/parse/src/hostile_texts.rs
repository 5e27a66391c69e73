//! Texts, pages and containers of public test suites, as they lie outside the repository: the
//! figures are those of their own description. Skipped where the folder is not there.

use std::path::PathBuf;

use crate::error::{Error, Kind};
use crate::limits::Limits;
use crate::read::archive_members::{Archive, Inside};
use crate::read::contents::{Contents, Page, read};
use crate::text::{Basis, meta_charset};

#[expect(
    clippy::disallowed_methods,
    reason = "a test has no command line to be told the folder on"
)]
#[expect(clippy::print_stderr, reason = "a person asked what was skipped")]
fn real(name: &str) -> Option<Vec<u8>> {
    let root = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../..");
    let folder = std::env::var_os("PORTBOOK_REAL").map(|folder| root.join(folder));
    let bytes = folder.and_then(|folder| fs_err::read(folder.join(name)).ok());
    if bytes.is_none() {
        eprintln!("skipped: PORTBOOK_REAL names no folder with {name}");
    }
    bytes
}

fn contents(name: &str) -> Option<Result<Contents, Error>> {
    Some(read(&real(name)?, None, &Limits::standard()))
}

fn page(name: &str) -> Option<Page> {
    match contents(name)?.unwrap() {
        Contents::Page(page) => Some(page),
        other => panic!("{name}: got {other:?}"),
    }
}

fn archive(name: &str) -> Option<Archive> {
    match contents(name)?.unwrap() {
        Contents::Archive(archive) => Some(archive),
        other => panic!("{name}: got {other:?}"),
    }
}

fn refused(name: &str) -> Option<(Kind, String)> {
    let error = contents(name)?.map(drop).unwrap_err();
    Some((error.kind(), error.to_string()))
}

/// Blocks of `#data` and what stands under `end`, of html5lib's test files.
fn cases<'a>(file: &'a [u8], end: &str) -> Vec<(&'a [u8], &'a [u8])> {
    let find = |bytes: &[u8], mark: &[u8]| bytes.windows(mark.len()).position(|w| w == mark);
    let end = format!("\n#{end}\n");
    let mut cases = Vec::new();
    let mut rest = file;
    while let Some(at) = find(rest, b"#data\n") {
        rest = &rest[at + 6..];
        let stop = find(rest, end.as_bytes()).unwrap();
        let data = &rest[..stop];
        rest = &rest[stop + end.len()..];
        let stop = find(rest, b"\n#data\n").map_or(rest.len(), |at| at + 1);
        cases.push((data, rest[..stop].trim_ascii()));
    }
    cases
}

#[test]
fn html5libs_charsets_are_found() {
    let Some(file) = real("hostile/html/tests1.dat") else { return };
    let cases = cases(&file, "encoding");
    assert_eq!(cases.len(), 59);
    let mut others = Vec::new();
    for (index, (data, expected)) in cases.iter().enumerate() {
        // What no page says is windows-1252 to the suite; here it is proven or guessed.
        let found = encoding_rs::Encoding::for_bom(data).map(|(encoding, _)| encoding);
        let found = found.or_else(|| meta_charset(data)).map_or("windows-1252", |e| e.name());
        let expected = String::from_utf8(expected.to_vec()).unwrap();
        if !found.eq_ignore_ascii_case(&expected) {
            others.push(format!("{}: {found}, {expected}", index + 1));
        }
    }
    assert!(others.is_empty(), "{others:?}");
}

#[test]
fn html5libs_broken_tables_are_laid_out() {
    let Some(file) = real("hostile/html/tables01.dat") else { return };
    let cases = cases(&file, "errors");
    assert_eq!(cases.len(), 19);
    for (data, tree) in cases {
        let page = format!("<!doctype html>{}", str::from_utf8(data).unwrap());
        let Ok(Contents::Page(page)) = read(page.as_bytes(), None, &Limits::standard()) else {
            panic!("no page: {page}");
        };
        let tables = tree.windows(7).filter(|w| *w == b"<table>").count();
        assert_eq!(page.grids.len(), tables, "{}", String::from_utf8_lossy(data));
    }
}

#[test]
fn undeclared_pages_are_guessed_and_say_so() {
    let Some(page) = page("hostile/html/mozilla_bug171813_text.html") else { return };
    assert_eq!(page.grids.len(), 2);
    assert_eq!((page.charset.name, page.charset.basis), ("GBK", Basis::Detected));
    let cells = page.grids.iter().flat_map(|grid| grid.cells().map(|(_, c)| c.text.to_string()));
    let units = page.units.iter().map(|unit| unit.text.clone());
    let all: String = cells.chain(units).collect();
    assert!(all.contains("搜狐在线") && !all.contains('\u{fffd}'), "{all}");
    let Some(wide) = self::page("hostile/html/plane1-utf-16le.html") else { return };
    assert_eq!((wide.charset.name, wide.charset.basis), ("UTF-16LE", Basis::Detected));
}

#[test]
fn a_page_without_data_is_read_as_what_it_says() {
    let Some(page) = page("hostile/html/response_weekend.html") else { return };
    // Stored as UTF-8 under a `<meta>` that says ISO-8859-1, so only the ASCII part is sure.
    let mut cells = page.grids.iter().flat_map(crate::grid::Grid::cells);
    assert!(cells.any(|(_, cell)| cell.text.contains("dados para a data consultada.")));
}

#[test]
fn containers_are_read_or_refused_with_their_member() {
    let Some(members) = archive("hostile/archive/members.gz") else { return };
    let Inside::Read(text) = &members.members[0].contents else { panic!("no text") };
    assert!(matches!(text.as_ref(), Contents::Text(text) if text.content == "Hello1\nHello2\n"));
    let Some(named) = archive("hostile/archive/non_utf8.zip") else { return };
    assert_eq!(named.members.len(), 2);
    assert_ne!(named.members[0].name, named.members[1].name);
    for (name, kind, words) in [
        ("hostile/archive/symlink.zip", Kind::Damaged, "symbolic link"),
        ("hostile/archive/password-encrypted.zip", Kind::Encrypted, "encrypted"),
        ("hostile/archive/bla-stored-dd-contradicts-actualsize.zip", Kind::Damaged, "test1.xml"),
        ("hostile/archive/COMPRESS-542-endheadercorrupted.7z", Kind::Damaged, "archive"),
    ] {
        let Some((got, message)) = refused(name) else { return };
        assert_eq!(got, kind, "{name}: {message}");
        assert!(message.contains(words), "{name}: {message}");
    }
}

//! One bit of archive or output flipped, at a random place, again and again: `verify` names the file
//! every time.

#![expect(clippy::unwrap_used, reason = "a file that cannot be flipped fails the test")]

use std::path::{Path, PathBuf};

use portbook_tests::folder::listing;
use portbook_tests::program::Place;
use serde_json::Value;

use crate::{Became, Row, times};

/// Two releases in two commits.
fn place() -> Place {
    let place = Place::new("flips");
    for now in [&["--now", "2026-02-01T00:00:00Z"][..], &[]] {
        let run = ["run", "--replay", "--json", "--only", "us/census-ft900"];
        place.portbook([&run[..], now].concat()).json(0);
    }
    place
}

/// Every file that is covered, once: not run records, not what a view links to, and not the pages, which
/// are made from what is covered and of which no reader of data knows.
fn covered(place: &Place) -> Vec<PathBuf> {
    let below = |folder: PathBuf, left_out: &'static [&'static str]| {
        let files = listing(&folder).into_keys();
        let kept = files.filter(|file| !left_out.iter().any(|out| file.starts_with(out)));
        kept.map(|file| folder.join(file)).collect::<Vec<_>>()
    };
    let mut files = below(place.archive(), &["runs/"]);
    files.extend(below(place.output(), &["views/", "current", "catalog/"]));
    files
}

fn damaged(place: &Place) -> (i32, Value) {
    let ended = place.portbook(["verify", "--json"]);
    (ended.code, serde_json::from_str(&ended.stdout).unwrap_or_default())
}

/// Flips one bit, looks, and flips it back. What went wrong, if anything did.
fn flipped(place: &Place, file: &Path, byte: usize, bit: usize) -> Result<(), String> {
    let whole = fs_err::read(file).unwrap();
    let mut bytes = whole.clone();
    bytes[byte] ^= 1 << bit;
    // In place: a view links to the same bytes.
    fs_err::write(file, &bytes).unwrap();
    let (code, seen) = damaged(place);
    fs_err::write(file, &whole).unwrap();
    let own = file.strip_prefix(place.folder.path()).unwrap();
    let own = own.strip_prefix("output").unwrap_or(own).to_string_lossy().into_owned();
    let damaged = seen["damaged"].as_array().map_or(&[][..], Vec::as_slice);
    let names = |line: &Value| line.as_str().is_some_and(|line| line.contains(&own));
    let is_named = code == 65 && damaged.iter().any(names);
    if is_named {
        Ok(())
    } else {
        Err(format!("bit {bit} of byte {byte} of {own}: {code}, {seen}"))
    }
}

#[test]
fn every_flipped_bit_is_found_and_its_file_named() {
    let flips = times(60, 1_000);
    let place = place();
    let files = covered(&place);
    let sizes: Vec<usize> = files.iter().map(|file| fs_err::read(file).unwrap().len()).collect();
    let mut row = Row::new("a bit flipped, rows 9 and 10");
    for flip in 0..flips {
        // By turns any byte, and any file: small files are seldom where a byte is drawn.
        let (at, byte) = if flip % 2 == 0 {
            let mut byte = row.seed.index(sizes.iter().sum());
            let at = sizes.iter().position(|size| {
                let is_here = byte < *size;
                byte -= if is_here { 0 } else { *size };
                is_here
            });
            (at.unwrap(), byte)
        } else {
            let at = row.seed.index(files.len());
            (at, row.seed.index(sizes[at]))
        };
        let bit = row.seed.index(8);
        let found = flipped(&place, &files[at], byte, bit);
        row.count(&format!("flip {flip}"), found.map(|()| Became::Landed));
    }
    row.close(flips);
    place.portbook(["verify"]).expect(0);
}

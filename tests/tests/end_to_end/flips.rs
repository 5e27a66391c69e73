//! One bit of archive or output flipped, at a random place, again and again: `verify` names the file
//! every time. `PORTBOOK_FAULTS=whole` flips a thousand, `PORTBOOK_SEED` the same ones again.

#![expect(clippy::unwrap_used, reason = "a file that cannot be flipped fails the test")]

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use portbook_tests::folder::{listing, sha256};
use portbook_tests::program::Place;
use serde_json::Value;

use crate::{list, text};

/// Of every test run, and of `PORTBOOK_FAULTS=whole`.
const SHORT: usize = 60;
const WHOLE: usize = 1_000;

#[expect(clippy::disallowed_methods, reason = "a test has no command line of its own")]
fn asked(name: &str) -> Option<String> {
    std::env::var(name).ok().filter(|value| !value.is_empty())
}

#[expect(clippy::print_stderr, reason = "the figure and the seed are what this is run for")]
fn tell(line: &str) {
    eprintln!("{line}");
}

/// Numbers from a seed: digests of it and a count.
struct Draw {
    seed: String,
    drawn: u64,
}

impl Draw {
    fn below(&mut self, bound: usize) -> usize {
        self.drawn += 1;
        let digest = sha256(format!("{} {}", self.seed, self.drawn).as_bytes());
        let number = u64::from_str_radix(&digest[..16], 16).unwrap();
        usize::try_from(number % u64::try_from(bound).unwrap()).unwrap()
    }
}

/// Two releases in two commits.
fn place() -> Place {
    let place = Place::new("flips");
    for now in [&["--now", "2026-02-01T00:00:00Z"][..], &[]] {
        let run = ["run", "--replay", "--json", "--only", "us/census-ft900"];
        place.portbook([&run[..], now].concat()).json(0);
    }
    place
}

/// Every file that is covered, once: not run records, and not what a view links to.
fn covered(place: &Place) -> Vec<PathBuf> {
    let below = |folder: PathBuf, left_out: &'static [&'static str]| {
        let files = listing(&folder).into_keys();
        let kept = files.filter(|file| !left_out.iter().any(|out| file.starts_with(out)));
        kept.map(|file| folder.join(file)).collect::<Vec<_>>()
    };
    let mut files = below(place.archive(), &["runs/"]);
    files.extend(below(place.output(), &["views/", "current"]));
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
    let is_named =
        code == 65 && list(&seen["damaged"]).iter().any(|line| text(line).contains(&own));
    if is_named {
        Ok(())
    } else {
        Err(format!("bit {bit} of byte {byte} of {own}: {code}, {seen}"))
    }
}

#[test]
fn every_flipped_bit_is_found_and_its_file_named() {
    let flips = if asked("PORTBOOK_FAULTS").as_deref() == Some("whole") { WHOLE } else { SHORT };
    let place = place();
    let files = covered(&place);
    let sizes: Vec<usize> = files.iter().map(|file| fs_err::read(file).unwrap().len()).collect();
    let all: usize = sizes.iter().sum();
    let seed = asked("PORTBOOK_SEED").unwrap_or_else(|| std::process::id().to_string());
    let mut draw = Draw { seed: seed.clone(), drawn: 0 };
    let mut met = BTreeSet::new();
    let mut missed = Vec::new();
    for flip in 0..flips {
        // By turns any byte, and any file: small files are seldom where a byte is drawn.
        let (at, byte) = if flip % 2 == 0 {
            let mut byte = draw.below(all);
            let at = sizes.iter().position(|size| {
                let is_here = byte < *size;
                byte -= if is_here { 0 } else { *size };
                is_here
            });
            (at.unwrap(), byte)
        } else {
            let at = draw.below(files.len());
            (at, draw.below(sizes[at]))
        };
        let bit = draw.below(8);
        met.insert(at);
        missed.extend(flipped(&place, &files[at], byte, bit).err());
    }
    let (found, of) = (flips - missed.len(), files.len());
    tell(&format!(
        "{found} of {flips} flipped bits found, in {} of {of} files, seed {seed}",
        met.len()
    ));
    assert!(missed.is_empty(), "seed {seed}: {missed:#?}");
    place.portbook(["verify"]).expect(0);
}

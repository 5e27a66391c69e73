//! Row 13: the clock stands elsewhere. What is published does not depend on it, nothing is dated
//! by it, and nothing is downloaded again.

use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::SystemTime;

use portbook_tests::folder::Folder;
use portbook_tests::program::run;
use portbook_tests::published::files;
use portbook_tests::repository::root;

use crate::reader::Reader;
use crate::scene::{Beginning, Scene, Trial};
use crate::{Became, Row, tell, times};

/// A clock, and the time zone it stands in.
struct Clock {
    name: &'static str,
    moved: Moved,
    zone: &'static str,
}

enum Moved {
    By(i64),
    /// Seconds since 1970, and the day of that, UTC, by which the run is named.
    To(i64, &'static str),
}

const DAY: i64 = 86_400;

const CLOCKS: [Clock; 9] = [
    Clock { name: "back a day", moved: Moved::By(-DAY), zone: "UTC" },
    Clock { name: "forward a year", moved: Moved::By(365 * DAY), zone: "UTC" },
    // Instants by the tables of the time zone database.
    Clock {
        name: "a second before summer time",
        moved: Moved::To(1_772_953_199, "20260308"),
        zone: "America/New_York",
    },
    Clock {
        name: "the hour that comes twice",
        moved: Moved::To(1_793_511_000, "20261101"),
        zone: "America/New_York",
    },
    Clock {
        name: "the hour that comes twice, again",
        moved: Moved::To(1_793_514_600, "20261101"),
        zone: "America/New_York",
    },
    Clock { name: "late on a leap day", moved: Moved::To(1_835_481_000, "20280229"), zone: "UTC" },
    Clock {
        name: "new year, far east",
        moved: Moved::To(1_798_709_400, "20261231"),
        zone: "Pacific/Kiritimati",
    },
    Clock {
        name: "before anything was recorded",
        moved: Moved::To(946_684_800, "20000101"),
        zone: "UTC",
    },
    Clock {
        name: "after 2038",
        moved: Moved::To(2_208_988_800, "20400101"),
        zone: "Asia/Shanghai",
    },
];

/// The library that moves the clock; `None`, said, where there is no C compiler.
fn library(folder: &Folder) -> Option<PathBuf> {
    let library = folder.path().join("clock.so");
    let source = root().join("tests/tests/faults/clock.c");
    let mut compiler = Command::new("cc");
    let made = compiler.args(["-shared", "-fPIC", "-o"]).arg(&library).arg(source).status();
    if made.is_ok_and(|made| made.success()) {
        return Some(library);
    }
    tell("skipped: there is no C compiler to make a clock with");
    None
}

#[expect(clippy::disallowed_methods, reason = "a clock is moved from where it stands")]
fn now() -> i64 {
    let since = SystemTime::now().duration_since(SystemTime::UNIX_EPOCH).expect("after 1970");
    i64::try_from(since.as_secs()).expect("a second of this age")
}

fn at(clock: &Clock, library: &Path, mut command: Command) -> Command {
    let seconds = match clock.moved {
        Moved::By(seconds) => seconds,
        Moved::To(seconds, _) => seconds - now(),
    };
    command.env("LD_PRELOAD", library).env("PORTBOOK_CLOCK", seconds.to_string());
    command.env("TZ", clock.zone);
    command
}

fn became(
    clock: &Clock,
    library: &Path,
    trial: Trial<'_>,
    reader: &mut Reader,
) -> Result<Became, String> {
    let ended = run(&mut at(clock, library, trial.run()));
    let summary = ended.json(0);
    let name = summary["run"].as_str().unwrap_or_default();
    if let Moved::To(_, day) = clock.moved
        && !name.starts_with(day)
    {
        return Err(format!("the clock was not moved: got run {name}, expected {day}"));
    }
    trial.is_after()?;
    trial.is_whole(reader)?;
    // The release of December 2025 is the newest there is.
    if let Some(file) = files(&trial.output()).iter().find(|file| year(file) > 2025) {
        return Err(format!("{}: dated in the future", file.display()));
    }
    for mut next in [at(clock, library, trial.run()), trial.run()] {
        let again = run(&mut next).json(0);
        let new = &again["collected"]["us/census-ft900"]["new"];
        if new != 0 || again["committed"] != false {
            return Err(format!("downloaded or published again: {again}"));
        }
    }
    trial.is_after()?;
    trial.clear();
    Ok(Became::Landed)
}

fn year(file: &Path) -> i32 {
    let mut parts = file.iter().filter_map(|part| part.to_str()?.strip_prefix("year="));
    parts.next_back().expect("files lie in a year").parse().expect("a year")
}

#[test]
fn the_clock_stands_elsewhere() {
    let mut row = Row::new("13 another clock");
    let mut reader = Reader::open();
    let folder = Folder::new("faults/clock-library");
    let Some(library) = library(&folder) else { return };
    let scene = Scene::new("clock", Beginning::FirstRelease, &mut reader);
    let clocks = usize::try_from(times(4, CLOCKS.len() as u64)).unwrap();
    for clock in &CLOCKS[..clocks] {
        let became = became(clock, &library, scene.trial("trial"), &mut reader);
        row.count(clock.name, became);
    }
    row.close(clocks as u64);
}

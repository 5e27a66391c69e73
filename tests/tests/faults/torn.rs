//! Row 8: a file of the program's own state is cut off. It is recovered from what is there, or
//! refused with its name; it is never half read. The readers themselves are tried at every byte
//! where they stand, in the crates; here the program is, at drawn places.

use std::path::{Path, PathBuf};

use portbook_tests::program::{Ended, run};

use crate::reader::Reader;
use crate::scene::{Beginning, Scene, Trial};
use crate::{Became, Row, times};

/// What becomes of a run over a file that is cut off.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Then {
    /// It comes to what an unbroken one does.
    Recovered,
    /// `verify` ends with 65 and names the file, and so does a run that has something to publish.
    Refused,
}

struct State {
    name: &'static str,
    file: fn(&Trial<'_>) -> PathBuf,
    then: Then,
}

const STATES: [State; 5] = [
    State {
        name: "index of captures",
        file: |trial| trial.archive().join("captures/us-census-ft900/2026-02.jsonl"),
        then: Then::Recovered,
    },
    State {
        name: "memory of the last build",
        file: |trial| trial.archive().join("runs/last-build/memory.json"),
        then: Then::Recovered,
    },
    State { name: "record of the last run", file: last_run, then: Then::Recovered },
    State { name: "lock", file: |trial| trial.archive().join("runs/lock"), then: Then::Recovered },
    State {
        name: "record of the commit",
        file: |trial| trial.output().join("commits/000001.json"),
        then: Then::Refused,
    },
];

/// The newest run record.
fn last_run(trial: &Trial<'_>) -> PathBuf {
    let runs = fs_err::read_dir(trial.archive().join("runs")).unwrap();
    let records = runs.map(|entry| entry.unwrap().path());
    // Its name begins with the year.
    let is_record = |path: &PathBuf| {
        let name = path.file_name().unwrap_or_default().to_string_lossy();
        name.starts_with('2') && name.ends_with(".json")
    };
    records.filter(is_record).max().expect("a run leaves a record")
}

fn cut(file: &Path, length: u64) {
    fs_err::OpenOptions::new().write(true).open(file).unwrap().set_len(length).unwrap();
}

fn became(
    state: &State,
    trial: &Trial<'_>,
    length: u64,
    reader: &mut Reader,
) -> Result<Became, String> {
    let file = (state.file)(trial);
    let whole_length = fs_err::metadata(&file).unwrap().len();
    cut(&file, length);
    let name = file.file_name().expect("a file has a name").to_string_lossy().into_owned();
    let names = |ended: &Ended| ended.code == 65 && ended.said().contains(&name);
    let ended = run(&mut trial.run());
    match state.then {
        Then::Recovered if ended.code == 0 => {
            trial.is_after()?;
            trial.is_whole(reader)?;
        }
        Then::Refused if length + 1 < whole_length && names(&ended) && names(&trial.verify()) => {}
        // Without its last line end it says the same.
        Then::Refused if length + 1 == whole_length && names(&ended) => {}
        _ => return Err(format!("{:?}: {ended}", state.then)),
    }
    Ok(Became::Landed)
}

#[test]
fn state_is_cut_off() {
    let mut row = Row::new("8 a state file is cut off");
    let (mut reader, wanted) = (Reader::open(), times(2, 50));
    let scene = Scene::new("torn", Beginning::FirstRelease, &mut reader);
    let whole = scene.trial("whole");
    run(&mut whole.run()).expect(0);
    for state in &STATES {
        let length = fs_err::metadata((state.file)(&whole)).unwrap().len();
        for _ in 0..wanted {
            let length = row.seed.below(length);
            let trial = match state.then {
                Then::Recovered => whole.copied("trial"),
                Then::Refused => scene.trial("trial"),
            };
            let became = became(state, &trial, length, &mut reader);
            row.count(&format!("{} at byte {length}", state.name), became);
            trial.clear();
        }
    }
    row.close(wanted * STATES.len() as u64);
}

//! Row 14: few files may be open at once. The run completes, or says so.

use std::process::Command;

use portbook_tests::program::run;

use crate::reader::Reader;
use crate::scene::{Beginning, Scene, Trial};
use crate::{Became, Row, times};

fn limited(trial: &Trial<'_>, handles: u64) -> Command {
    let whole = trial.run();
    let mut limited = Command::new("sh");
    limited.args(["-c", "ulimit -n $0 && exec \"$@\""]).arg(handles.to_string());
    limited.arg(whole.get_program()).args(whole.get_args());
    limited
}

fn became(trial: Trial<'_>, handles: u64, reader: &mut Reader) -> Result<Became, String> {
    let ended = run(&mut limited(&trial, handles));
    trial.is_whole(reader)?;
    match ended.code {
        0 => trial.is_after()?,
        // The recording is served by the run itself: where that fails, its source does.
        11 if ended.stdout.contains("could not be read") => {}
        75 | 78
            if ended.stderr.contains("Too many open files")
                && !ended.stderr.contains("panicked") => {}
        _ => return Err(ended.to_string()),
    }
    trial.converges()?;
    trial.clear();
    Ok(Became::Landed)
}

#[test]
fn few_files_may_be_open() {
    let mut row = Row::new("14 few files may be open: 64, and 63 to 5");
    let mut reader = Reader::open();
    let scene = Scene::new("handles", Beginning::FirstRelease, &mut reader);
    let fewest = times(63, 5);
    let sampled = [5, 9, 12, 18];
    for handles in (fewest..=64).rev().chain(sampled.into_iter().filter(|few| *few < fewest)) {
        let ended = became(scene.trial("trial"), handles, &mut reader);
        row.count(&format!("{handles} handles"), ended);
    }
    let trial = scene.trial("trial");
    run(&mut limited(&trial, 64)).expect(0);
    row.close(times(6, 60));
}

//! Row 11: two runs at once. One proceeds, the other says who holds the lock and ends.

use std::process::{Child, Stdio};
use std::time::{Duration, Instant};

use crate::killed::wait;
use crate::reader::Reader;
use crate::scene::{Beginning, Scene, Trial};
use crate::{Became, Row, times};

/// Time within which the second run ends.
const TIME_MAX: Duration = Duration::from_secs(5);

fn started(trial: &Trial<'_>) -> Child {
    let mut command = trial.run();
    command.stdout(Stdio::null()).stderr(Stdio::piped()).spawn().expect("the program starts")
}

/// Both runs, the second started that much later.
fn raced(trial: &Trial<'_>, after: Duration) -> Result<Became, String> {
    let first = started(trial);
    wait(after);
    let begun = Instant::now();
    let second = started(trial);
    let processes = [first.id(), second.id()];
    // Whichever is refused ends long before the other; the second is waited for first.
    let second = second.wait_with_output().expect("it ends");
    let second_took = begun.elapsed();
    let first = first.wait_with_output().expect("it ends");
    let codes = [first.status.code(), second.status.code()];
    let (refused, holder) = match codes {
        [Some(0), Some(0)] => return Ok(Became::Missed),
        [Some(0), Some(75)] => (second, processes[0]),
        [Some(75), Some(0)] => (first, processes[1]),
        _ => return Err(format!("ended with {codes:?}")),
    };
    let said = String::from_utf8_lossy(&refused.stderr).into_owned();
    let told = format!("another run holds the lock (process {holder} since ");
    if !said.contains(&told) {
        return Err(format!("expected `{told}…`, got {said}"));
    }
    if codes[1] == Some(75) && second_took > TIME_MAX {
        return Err(format!("the second ended after {second_took:?}"));
    }
    Ok(Became::Landed)
}

#[test]
fn two_runs_at_once() {
    let mut row = Row::new("11 two runs at once");
    let (mut reader, wanted) = (Reader::open(), times(6, 200));
    let scene = Scene::new("races", Beginning::FirstRelease, &mut reader);
    let longest = u64::try_from(scene.duration.as_micros()).expect("a run is short");
    for number in 0..wanted * 4 {
        if row.landed == wanted {
            break;
        }
        let trial = scene.trial("trial");
        // Half of them at the same moment, where the lock is taken.
        let after = if number % 2 == 0 { row.seed.below(2_000) } else { row.seed.below(longest) };
        let after = Duration::from_micros(after);
        let became = raced(&trial, after).and_then(|became| {
            trial.is_after()?;
            trial.is_whole(&mut reader)?;
            Ok(became)
        });
        row.count(&format!("{number}: {after:?} later"), became);
        trial.clear();
    }
    row.close(wanted);
}

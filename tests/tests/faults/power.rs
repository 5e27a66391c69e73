//! Row 7: power is lost. The calls of one run are recorded, then played on a disk of our own that
//! forgets what was not flushed, all of it or by lot, and the program is asked what it makes of
//! what is left.

mod disk;
mod trace;

use portbook_tests::program::run;
use portbook_tests::seed::Seed;

use crate::killed::scenes;
use crate::reader::Reader;
use crate::scene::{Beginning, Scene};
use crate::strace;
use crate::{Became, Row, times};
use disk::{Disk, Loss};
use trace::{Change, changes};

/// Every loss is tried; which calls were made by then is drawn.
const LOSSES: [Loss; 4] = [Loss::All, Loss::AllButTheLast, Loss::ByLot, Loss::None];

/// The changes of a run, from a scene's beginning.
fn recorded(scene: &Scene) -> (Disk, Vec<Change>) {
    let trial = scene.trial("recorded");
    let disk = Disk::of(&trial.at);
    let log = strace::log_of(&trial.at);
    run(&mut strace::traced(&trial.run(), &log, &trace::options())).expect(0);
    let changes = changes(&fs_err::read_to_string(&log).unwrap(), &trial.at);
    trial.clear();
    (disk, changes)
}

fn lost(
    scene: &Scene,
    disk: &Disk,
    loss: Loss,
    seed: &mut Seed,
    reader: &mut Reader,
) -> Result<Became, String> {
    let trial = scene.trial("trial");
    fs_err::remove_dir_all(&trial.at).unwrap();
    disk.left_after(loss, seed, &trial.at);
    trial.is_whole(reader)?;
    trial.converges()?;
    trial.clear();
    Ok(Became::Landed)
}

#[test]
fn power_is_lost() {
    if !strace::is_allowed() {
        return;
    }
    let mut row = Row::new("7 power is lost at a random call");
    let (mut reader, wanted) = (Reader::open(), times(12, 500));
    let scenes = scenes("power", &mut reader);
    let runs: Vec<_> = scenes.iter().map(recorded).collect();
    for number in 0..wanted {
        let which = row.seed.index(scenes.len());
        let (before, changes) = &runs[which];
        let loss = LOSSES[usize::try_from(number % 4).unwrap()];
        let until = row.seed.index(changes.len()) + 1;
        let mut disk = before.clone();
        for change in &changes[..until] {
            disk.apply(change);
        }
        let fault =
            format!("{number}: {loss:?} after call {until}, {:?}", changes[until - 1].told());
        let became = lost(&scenes[which], &disk, loss, &mut row.seed, &mut reader);
        row.count(&fault, became);
    }
    row.close(wanted);
}

/// The order for every published file: its bytes flushed, then named, then the name flushed, all
/// before readers are pointed to the commit that names it.
#[test]
fn every_published_file_is_durable_before_it_is_shown() {
    if !strace::is_allowed() {
        return;
    }
    let mut row = Row::new("7 files of a commit durable when it is shown");
    let mut reader = Reader::open();
    let scene = Scene::new("power-order", Beginning::FirstRelease, &mut reader);
    let (mut disk, changes) = recorded(&scene);
    let shown = |change: &&Change| change.shows_a_commit();
    assert_eq!(changes.iter().filter(shown).count(), 1, "a commit is shown by one rename");
    for change in changes.iter().take_while(|change| !shown(change)) {
        disk.apply(change);
    }
    let whole = scene.trial("whole");
    run(&mut whole.run()).expect(0);
    for (file, sha256) in whole.files_of_the_commit() {
        let durable = disk.durable(&file);
        let is_whole = durable.is_some_and(|bytes| portbook_tests::folder::sha256(bytes) == sha256);
        let became = if is_whole { Ok(Became::Landed) } else { Err("not flushed".to_owned()) };
        row.count(&file, became);
    }
    row.close(30);
}

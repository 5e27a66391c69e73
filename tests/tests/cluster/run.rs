//! `run` whose dumps a cluster reads and sorts: what it publishes is what a run alone does.

use std::collections::BTreeMap;
use std::process::Command;

use portbook_tests::folder::digests;
use portbook_tests::program::{self, NO_CLAIMS, Place};

use crate::machines::Machines;
use crate::made::Scene;

const SOURCE: &str = "br/comexstat";
const SITE: &str = "https://balanca.economia.gov.br/balanca/bd/comexstat-bd/ncm";
const NOW: &str = "2026-01-06T18:00:00Z";
/// Of the scene's, so many dumps are sent in.
const DUMPS: usize = 3;

/// A source that asks no site: what is in the inbox is all there is.
fn place() -> Place {
    let place = Place::of_source("cluster-run", SOURCE);
    let path = place.pipelines.join(SOURCE).join("source.toml");
    let text = fs_err::read_to_string(&path).unwrap();
    let (before, rest) = text.split_once("files    = [").unwrap();
    let (_, after) = rest.split_once(']').unwrap();
    fs_err::write(&path, format!("{before}files    = []{after}")).unwrap();
    place
}

fn command<'a>(place: &Place, arguments: impl IntoIterator<Item = &'a str>) -> Command {
    let mut command = place.command(arguments);
    command.arg("--inbox").arg(place.folder.path().join("inbox")).args(["--now", NOW]);
    command
}

fn run(place: &Place, engine: &[&str]) -> program::Ended {
    let all = ["run", "--only", SOURCE, "--json", "--memory", "384MiB", "--claims", NO_CLAIMS];
    program::run(&mut command(place, all.into_iter().chain(engine.iter().copied())))
}

/// The files of rows, once they are published.
fn published(place: &Place) -> BTreeMap<String, String> {
    let folder = place.output().join("observation");
    if folder.is_dir() { digests(&folder) } else { BTreeMap::new() }
}

/// Gives up what was published and what was kept of dumps; the archive's bytes stay.
fn forget(place: &Place) {
    fs_err::remove_dir_all(place.output()).unwrap();
    fs_err::remove_dir_all(place.archive().join("runs").join("last-build")).unwrap();
}

#[test]
fn a_run_publishes_what_it_does_alone() {
    let scene = Scene::new("cluster-run-dumps");
    let place = place();
    for path in &scene.files[..DUMPS] {
        let (name, path) = (path.file_name().unwrap().to_string_lossy(), path.to_string_lossy());
        let url = format!("{SITE}/{name}");
        let add = ["inbox", "add", &path, "--source", SOURCE, "--url", &url];
        program::run(&mut command(&place, add.into_iter().chain(["--released", "2026-01-06"])))
            .expect(0);
    }
    run(&place, &[]).expect(0);
    let alone = published(&place);
    assert!(alone.len() >= DUMPS, "{alone:?}");

    // A cluster that is not there: nothing is published, and the next run is whole.
    forget(&place);
    let ended = run(&place, &["--engine", "ballista://127.0.0.1:1"]);
    assert_ne!(ended.code, 0, "{ended}");
    assert!(ended.stderr.contains("ballista://127.0.0.1:1 did not do the job"), "{ended}");
    assert_eq!(published(&place), BTreeMap::new());

    let machines = Machines::started(scene.folder.path(), 3);
    let engine = machines.engine();
    run(&place, &["--engine", &engine]).expect(0);
    assert_eq!(published(&place), alone, "the files and their bytes");
    assert_eq!(machines.jobs().len(), DUMPS, "a job a dump");
}

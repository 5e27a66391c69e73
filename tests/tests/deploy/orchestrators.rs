//! Airflow and Dagster run their files on a recording: one good night, one with a release held.

use std::path::{Path, PathBuf};
use std::process::Command;

use portbook_tests::edit;
use portbook_tests::folder::Folder;
use portbook_tests::program::{Ended, Place, path, run};
use portbook_tests::repository::root;

use crate::{check_reads, deploy, skipped, tools};

/// A program of one of the two; what it keeps goes into a folder.
fn tool(name: &str, program: &str, home: &Path) -> Option<Command> {
    let Some(tools) = tools() else {
        skipped(&format!("{name} is checked by `make check-deploy`"));
        return None;
    };
    let mut command = Command::new(tools.join(name).join("bin").join(program));
    command
        .env("AIRFLOW_HOME", home)
        .env("AIRFLOW__CORE__LOAD_EXAMPLES", "False")
        .env("AIRFLOW__CORE__DAGS_FOLDER", deploy().join("airflow"))
        .env("DAGSTER_HOME", home)
        .env("DAGSTER_DISABLE_TELEMETRY", "yes")
        .env("PYTHONDONTWRITEBYTECODE", "yes");
    Some(command)
}

/// A place with one source, of which a good night publishes all.
fn place(name: &str) -> (Place, PathBuf) {
    let place = Place::of_source(name, "us/census-ft900");
    let home = place.folder.path().join("home");
    fs_err::create_dir(&home).expect("the folder is new");
    (place, home)
}

/// Tables with fewer rows than are expected are held.
fn hold(place: &Place) {
    edit::text(&place.pipelines.join("us/census-ft900/source.toml"), "[200, 4", "[2000, 40");
}

/// The same command on the recording.
fn on_recording(command: &mut Command, place: &Place) -> Ended {
    let run_it =
        format!("{} run --replay --pipelines {}", path().display(), place.pipelines.display());
    run(command.env("PORTBOOK_COMMAND", run_it).env("PORTBOOK_FOLDER", place.folder.path()))
}

#[test]
fn airflow_imports_the_dag() {
    let home = Folder::new("deploy-airflow-import");
    let Some(_) = tool("airflow", "python", home.path()) else { return };
    let import = root().join("tests/tests/deploy/dags.py");
    check_reads(
        "deploy-airflow-misspelt",
        "airflow/portbook_dag.py",
        ("from airflow.sdk import", "from airflow.sdkk import"),
        |file| {
            let mut python = tool("airflow", "python", home.path()).expect("it was there");
            run(python.arg(&import).arg(file))
        },
    );
}

#[test]
fn airflow_tells_publishing_from_wanting_a_person() {
    for (name, code) in [("deploy-airflow-good", 0), ("deploy-airflow-held", 10)] {
        let (place, home) = place(name);
        let Some(mut migrate) = tool("airflow", "airflow", &home) else { return };
        run(migrate.args(["db", "migrate"])).expect(0);
        if code == 10 {
            hold(&place);
        }
        let mut test = tool("airflow", "airflow", &home).expect("it was there");
        let ended = on_recording(test.args(["dags", "test", "portbook"]), &place);
        ended.expect(i32::from(code != 0));
        assert!(ended.said().contains("new_state=success"), "{ended}");
        assert_eq!(ended.said().contains("portbook ended with 10"), code == 10, "{ended}");
        assert!(place.output().join("current").exists(), "{ended}");
    }
}

#[test]
fn dagster_reads_its_definitions() {
    let home = Folder::new("deploy-dagster-read");
    let Some(_) = tool("dagster", "dagster", home.path()) else { return };
    check_reads(
        "deploy-dagster-misspelt",
        "dagster/definitions.py",
        ("dg.Definitions(", "dg.Definition("),
        |file| {
            let mut dagster = tool("dagster", "dagster", home.path()).expect("it was there");
            run(dagster.args(["definitions", "validate", "-f"]).arg(file))
        },
    );
}

#[test]
fn dagster_tells_publishing_from_wanting_a_person() {
    for (name, verdict) in
        [("deploy-dagster-good", "passed"), ("deploy-dagster-held", "did not pass")]
    {
        let (place, home) = place(name);
        let Some(mut dagster) = tool("dagster", "dagster", &home) else { return };
        if verdict != "passed" {
            hold(&place);
        }
        let file = deploy().join("dagster/definitions.py");
        dagster.args(["asset", "materialize", "--select", "*", "-f"]).arg(file);
        let ended = on_recording(&mut dagster, &place);
        ended.expect(0);
        assert!(ended.said().contains("RUN_SUCCESS"), "{ended}");
        let said = format!("on 'observation' {verdict}");
        assert!(ended.said().contains(&said), "{said}: {ended}");
    }
}

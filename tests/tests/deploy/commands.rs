//! The commands in the files of `deploy/` are started as they stand there, on a recording instead
//! of the network and in a folder of the test's own.

use std::process::Command;

use portbook_tests::folder::Folder;
use portbook_tests::program::{Ended, path, run};
use portbook_tests::repository::root;

use crate::{ONLY, PIPELINES, deploy};

fn text(file: &str) -> String {
    fs_err::read_to_string(deploy().join(file)).unwrap_or_else(|error| panic!("{error}"))
}

/// What follows a word in the one line of a file that begins with it.
fn after(file: &str, word: &str) -> String {
    let text = text(file);
    let lines: Vec<&str> =
        text.lines().filter_map(|line| line.trim_start().strip_prefix(word)).collect();
    assert_eq!(lines.len(), 1, "{file}: lines that begin with `{word}`");
    lines[0].to_owned()
}

/// Words after the program, as a list in brackets.
fn listed(file: &str, word: &str) -> Vec<String> {
    let list = after(file, word);
    serde_json::from_str(&list).unwrap_or_else(|error| panic!("{file}: {error}: {list}"))
}

#[test]
fn commands_are_the_programs() {
    let started = after("systemd/portbook-nightly.service", "ExecStart=");
    let commands = [
        ("systemd", started.split(' ').skip(1).map(str::to_owned).collect()),
        ("kubernetes", listed("kubernetes/cronjob.yaml", "args: ")),
        ("container", listed("Containerfile", "CMD ")),
    ];
    for (name, words) in commands {
        let folder = Folder::new(&format!("deploy-command-{name}"));
        let pipelines = root().join("pipelines").to_string_lossy().into_owned();
        assert!(words.iter().any(|word| word == PIPELINES), "{name}: {words:?}");
        let words = words.iter().map(|word| if word == PIPELINES { &pipelines } else { word });
        let mut command = Command::new(path());
        command.args(words).args(ONLY);
        command.arg("--archive").arg(folder.path().join("archive"));
        command.arg("--output").arg(folder.path().join("output"));
        run(&mut command).expect(0);
        assert!(folder.path().join("output/current").exists(), "{name}");
    }
}

/// The line of cron, by the shell.
fn cron(folder: &Folder) -> Ended {
    let text = text("cron/portbook.crontab");
    let line = text.lines().rfind(|line| line.starts_with(char::is_numeric)).expect("a line");
    let command = line.splitn(6, ' ').nth(5).expect("a command after five fields");
    let here = folder.path().to_string_lossy();
    let pipelines = format!("{}/pipelines {}", root().display(), ONLY.join(" "));
    let command = command
        .replace("/var/lib/portbook", &here)
        .replace("/usr/local/bin/portbook", &path().to_string_lossy())
        .replace(PIPELINES, &pipelines);
    run(Command::new("sh").arg("-c").arg(command))
}

#[test]
fn cron_mails_the_report_of_runs_that_want_a_person() {
    let folder = Folder::new("deploy-cron-line");
    assert_eq!(cron(&folder).expect(0).said(), "");
    let report = fs_err::read_to_string(folder.path().join("last-run.txt")).expect("it is kept");
    assert!(report.contains("\ncommit 1: "), "{report}");

    let lock = fs_err::File::create(folder.path().join("archive/runs/lock")).expect("it is there");
    lock.file().try_lock().expect("nobody else has it");
    assert!(cron(&folder).said().contains("lock"));
}

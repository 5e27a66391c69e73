//! Man pages and completions: of every command, and a shell takes them.

use std::io::Write as _;
use std::process::{Command, Stdio};

use portbook_tests::program::portbook;

/// The commands that `--help` lists.
fn commands() -> Vec<String> {
    let help = printed(&["--help"]);
    let listed = help.split("Commands:").nth(1).unwrap().split("\n\n").next().unwrap();
    let names = listed.lines().filter(|line| line.starts_with("  ") && !line.starts_with("   "));
    names.map(|line| line.split_whitespace().next().unwrap().to_owned()).collect()
}

fn printed(arguments: &[&str]) -> String {
    let ended = portbook(arguments.iter().copied());
    ended.expect(0);
    ended.stdout
}

#[test]
fn every_command_has_a_page() {
    let commands = commands();
    assert!(commands.len() > 25, "{commands:?}");
    let whole = printed(&["man"]);
    for command in commands.iter().filter(|command| *command != "help") {
        let escaped = command.replace('-', "\\-");
        assert!(whole.contains(&format!("portbook\\-{escaped}")), "{command} in {whole}");
        let page = printed(&["man", command]);
        assert!(page.contains(&format!(".TH portbook-{command} 1")), "{page}");
        assert!(page.contains("\\-\\-archive"), "options of every command: {page}");
    }
    let inner = printed(&["man", "layout", "explain"]);
    assert!(inner.contains("\\-\\-cell"), "{inner}");
    assert!(portbook(["man", "no-such-command"]).expect(64).stderr.contains("no-such-command"));
}

#[test]
fn a_shell_takes_the_completions() {
    let completions = printed(&["completions", "bash"]);
    for command in commands() {
        assert!(completions.contains(&format!("portbook,{command}")), "{command}");
    }
    let mut bash = Command::new("bash").arg("-n").stdin(Stdio::piped()).spawn().unwrap();
    bash.stdin.take().unwrap().write_all(completions.as_bytes()).unwrap();
    assert!(bash.wait().unwrap().success());
    for shell in ["fish", "zsh"] {
        assert!(printed(&["completions", shell]).contains("reproduce"), "{shell}");
    }
}

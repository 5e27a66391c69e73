//! Processes that die, dawdle or babble, played by the shell: the file is refused by name of what
//! happened, and the next one is read. What the real one refuses is proven end to end.

use std::path::PathBuf;

use super::{Bounds, Parser, serve, wire, worker::Job};

const PAGE: &[u8] = b"<table><tr><td>1</table>";

fn refusal(script: &str, bounds: Bounds) -> String {
    let parser = Parser::new(PathBuf::from("/bin/sh"), &["-c", script], bounds);
    let error = parser.read(PAGE, None).expect_err("nobody answers");
    let crate::error::Error::Parse(error) = error else { panic!("{error}") };
    error.to_string()
}

#[test]
fn what_became_of_the_process_is_said() {
    for (script, expected) in [
        ("kill -9 $$", "the parser process ended early (signal: 9 (SIGKILL))"),
        ("echo 'thread panicked' >&2; exit 101", "ended early (exit status: 101): thread panicked"),
        (
            "echo 'memory allocation of 9 bytes failed' >&2; kill -6 $$",
            "ran out of 1024 MiB of memory",
        ),
        ("exit 0", "ended early (exit status: 0)"),
        (
            "printf '\\001\\000\\000\\000\\007\\000\\000\\000\\000'; cat >/dev/null",
            "answered what is no answer",
        ),
    ] {
        let said = refusal(script, Bounds::standard());
        assert!(said.contains(expected), "{script}: {said}");
    }
}

#[test]
fn a_process_that_dawdles_is_ended() {
    let said = refusal("sleep 100", Bounds { wall_s_max: 0, ..Bounds::standard() });
    assert_eq!(said, "the parser process took more than 0 s");
}

#[cfg(target_os = "linux")]
#[test]
fn processor_time_is_limited() {
    let said = refusal("while :; do :; done", Bounds { cpu_s_max: 0, ..Bounds::standard() });
    assert_eq!(said, "the parser process took more than 0 s of processor time");
}

#[test]
fn a_long_answer_is_refused() {
    let bounds = Bounds { answer_bytes_max: 4, ..Bounds::standard() };
    let said = refusal("printf '\\005\\000\\000\\000hello'; cat >/dev/null", bounds);
    assert_eq!(said, "the parser process answered more than 0 MiB");
}

#[test]
fn no_process_is_no_fault_of_the_file() {
    let parser = Parser::new(PathBuf::from("/nowhere/portbook"), &[], Bounds::standard());
    let error = parser.read(PAGE, None).expect_err("there is no such program");
    assert!(matches!(error, crate::error::Error::Process { .. }), "{error}");
}

#[test]
fn a_question_comes_back_as_the_file() {
    let mut questions = Vec::new();
    let pdf = Job { bytes: b"%PDF-1.7", charset: None };
    let text = Job { bytes: b"a,\xd6\xd0\n", charset: Some("gb18030") };
    for job in [pdf, text] {
        wire::ask(&mut questions, &job).unwrap();
    }
    let mut answers = Vec::new();
    serve::serve(&mut questions.as_slice(), &mut answers).unwrap();
    let mut rest = answers.as_slice();
    let first = wire::contents(&wire::answer(&mut rest, 1 << 20).unwrap());
    let second = wire::contents(&wire::answer(&mut rest, 1 << 20).unwrap());
    assert!(first.unwrap_err().to_string().starts_with("got a PDF, expected "));
    let portbook_parse::read::contents::Contents::Text(text) = second.unwrap() else { panic!() };
    assert_eq!((text.content.as_str(), text.charset.name), ("a,中\n", "gb18030"));
    assert!(rest.is_empty());
}

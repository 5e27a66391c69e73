//! What a cluster does not do: it publishes nothing then, and says why.

use std::io::Write as _;
use std::net::TcpStream;
use std::process::Stdio;

use portbook_tests::program;

use crate::machines::{Machines, comes};
use crate::made::{Scene, names};

/// A file that is written to between the look at it and the reading of it on other machines.
#[test]
fn two_versions_of_a_file_are_noticed() {
    let scene = Scene::new("cluster-versions");
    let mut machines = Machines::new(scene.folder.path(), 3);
    let to = scene.folder.path().join("cluster");
    let mut command = scene.parse(&to, Some(&machines.engine()));
    let client = command.stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
    // Its folder is made when all files are surveyed; no executor has read them yet.
    assert!(comes(|| !names(&to).is_empty()), "the job was not sent");
    let text = fs_err::read(&scene.files[3]).unwrap();
    let mut changed = text.clone();
    let at = changed.len() - 3;
    changed[at] = if text[at] == b'1' { b'2' } else { b'1' };
    fs_err::write(&scene.files[3], changed).unwrap();
    machines.start_executors();
    let ended = client.wait_with_output().unwrap();
    let said = String::from_utf8_lossy(&ended.stderr);
    assert_eq!(ended.status.code(), Some(75), "{said}");
    assert!(said.contains("OtherBytes") && said.contains("EXP_2019.csv"), "{said}");
    assert_eq!(names(&to), Vec::<String>::new());
    fs_err::write(&scene.files[3], text).unwrap();
    let ended = program::run(&mut scene.parse(&to, Some(&machines.engine())));
    scene.check(&ended, &to);
}

/// A scheduler that is not there, or is no scheduler.
#[test]
fn an_engine_that_is_none_is_told() {
    let scene = Scene::new("cluster-none");
    let to = scene.folder.path().join("cluster");
    let ended = program::run(&mut scene.parse(&to, Some("ballista://127.0.0.1:1")));
    assert_eq!(ended.code, 75, "{ended}");
    assert!(ended.stderr.contains("ballista://127.0.0.1:1 did not do the job"), "{ended}");
    assert_eq!(names(&to), Vec::<String>::new());
    let ended = program::run(&mut scene.parse(&to, Some("http://127.0.0.1:1")));
    assert_eq!(ended.code, 64, "{ended}");
}

/// Nobody but this machine reaches what nobody said others may.
#[test]
fn other_machines_are_let_in_only_where_it_is_said() {
    for arguments in [
        &["cluster", "scheduler", "--address", "0.0.0.0:50050"][..],
        &["cluster", "executor", "--work", "target", "--address", "0.0.0.0:50051"],
    ] {
        let ended = program::portbook(arguments.iter().copied());
        assert_eq!(ended.code, 64, "{ended}");
        assert!(ended.stderr.contains("--private-network"), "{ended}");
    }
}

/// Whatever comes to a port, a machine of the cluster goes on.
#[test]
fn noise_at_a_port_ends_nothing() {
    let scene = Scene::new("cluster-noise");
    let machines = Machines::started(scene.folder.path(), 1);
    let address = machines.engine().replace("ballista://", "");
    let mut stream = TcpStream::connect(&address).unwrap();
    stream.write_all(b"GET / HTTP/1.1\r\n\r\nPB\0\0\0").unwrap();
    let to = scene.folder.path().join("cluster");
    let ended = program::run(&mut scene.parse(&to, Some(&machines.engine())));
    scene.check(&ended, &to);
}

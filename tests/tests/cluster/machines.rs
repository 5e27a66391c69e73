//! A cluster on this machine: processes that are started and killed.

use std::collections::BTreeMap;
use std::net::{Ipv4Addr, SocketAddr, TcpListener, TcpStream};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::thread::park_timeout;
use std::time::Duration;

use portbook_tests::program;

/// Seconds of silence after which an executor is given up.
const LOST_AFTER: &str = "6";
const LOOK: Duration = Duration::from_millis(5);
const LOOKS_MAX: u32 = 6000;

pub(crate) struct Machines {
    folder: PathBuf,
    port: u16,
    scheduler: Option<Child>,
    executors: Vec<Executor>,
}

struct Executor {
    port: u16,
    /// What it needs meanwhile lies below it.
    work: PathBuf,
    /// A command that starts it; none where it is started as it is.
    within: Vec<String>,
    running: Option<Child>,
}

/// The halves of the plan: what is read is exchanged, and what came by the exchange is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Half {
    Reading,
    Writing,
}

impl Machines {
    /// A scheduler, and executors that are not started yet.
    pub(crate) fn new(folder: &Path, executors: usize) -> Self {
        let folder = folder.join("machines");
        fs_err::create_dir_all(&folder).expect("a test's folder can be written");
        let executor = || {
            let (port, work) = (free(), folder.clone());
            Executor { port, work, within: Vec::new(), running: None }
        };
        let executors = std::iter::repeat_with(executor).take(executors).collect();
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
            // One that has missed its scheduler for five seconds has ended.
            let running = self.executors[number].running.as_mut();
            if running.is_some_and(|child| matches!(child.try_wait(), Ok(None))) {
                continue;
            }
            let Executor { port, work, within, .. } = &self.executors[number];
            let address = format!("127.0.0.1:{port}");
            let (engine, work) = (self.engine(), work.to_string_lossy().into_owned());
            let arguments = ["executor", "--scheduler", &engine, "--address", &address, "--work"];
            let more = [&work, "--memory", "384MiB", "--threads", "2"];
            let arguments = [&arguments[..], &more].concat();
            let started = self.start_within(within, &format!("executor-{number}"), &arguments);
            self.executors[number].running = Some(started);
        }
    }

    pub(crate) fn kill_executor(&mut self, number: usize) {
        kill(self.executors[number].running.take());
    }

    /// From its next start on, its folder lies there.
    pub(crate) fn move_executor(&mut self, number: usize, work: &Path) {
        work.clone_into(&mut self.executors[number].work);
    }

    /// From its next start on, it is started by that command.
    pub(crate) fn wrap_executor(&mut self, number: usize, within: Vec<String>) {
        self.executors[number].within = within;
    }

    /// The jobs of which executors have something on disk, and the half that was begun last.
    pub(crate) fn jobs(&self) -> BTreeMap<String, Half> {
        let mut jobs = BTreeMap::new();
        for Executor { port, work, .. } in &self.executors {
            for job in names_in(&work.join(format!("portbook-executor-{port}"))) {
                let stages = names_in(&job);
                let is_begun = |stage: &str| stages.iter().any(|begun| begun.ends_with(stage));
                let halves = [("1", Half::Reading), ("2", Half::Writing)];
                let begun = halves.into_iter().filter(|(stage, _)| is_begun(stage));
                let name = job.file_name().unwrap_or_default().to_string_lossy().into_owned();
                if let Some((_, half)) = begun.last() {
                    let known = jobs.entry(name).or_insert(half);
                    *known = half.max(*known);
                }
            }
        }
        jobs
    }

    fn start(&self, name: &str, arguments: &[&str]) -> Child {
        self.start_within(&[], name, arguments)
    }

    fn start_within(&self, within: &[String], name: &str, arguments: &[&str]) -> Child {
        let log = || {
            let file = fs_err::File::create(self.log(name)).expect("a log can be made");
            Stdio::from(file.into_parts().0)
        };
        let program = program::path().to_string_lossy().into_owned();
        let words: Vec<&str> =
            within.iter().map(String::as_str).chain([program.as_str()]).collect();
        let mut command = Command::new(words[0]);
        command.args(&words[1..]).arg("cluster").args(arguments).current_dir(&self.folder);
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
        self.executors.iter_mut().for_each(|executor| kill(executor.running.take()));
        self.kill_scheduler();
    }
}

/// What lies in a folder; nothing where there is none.
fn names_in(folder: &Path) -> Vec<PathBuf> {
    let entries = fs_err::read_dir(folder).into_iter().flatten();
    entries.filter_map(|entry| Some(entry.ok()?.path())).collect()
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

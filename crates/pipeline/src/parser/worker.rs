//! One parser process: started, limited, asked, and what became of it when it does not answer.

use std::io::{self, BufReader, BufWriter, Read as _};
use std::path::Path;
use std::process::{Child, ChildStderr, ChildStdin, ChildStdout, Command, ExitStatus, Stdio};
use std::sync::mpsc::channel;
use std::time::{Duration, Instant};

use super::{Bounds, wire};

/// One file to read.
pub(super) struct Job<'a> {
    pub(super) bytes: &'a [u8],
    pub(super) charset: Option<&'a str>,
}

/// Why there is no answer.
#[derive(Debug)]
pub(super) enum Stop {
    Memory,
    Cpu,
    Wall,
    Answer,
    /// A signal, a panic, or an end without a reason; `said` is its last line on stderr.
    Ended {
        how: String,
        said: String,
    },
}

#[derive(Debug)]
pub(super) struct Worker {
    child: Child,
    input: BufWriter<ChildStdin>,
    output: BufReader<ChildStdout>,
    errors: ChildStderr,
    served: Duration,
}

/// Most of what a process may have said before it died.
const SAID_BYTES_MAX: u64 = 16 * 1024;

impl Worker {
    /// Starts a process under its limits. It reads nothing before it is asked, and it is asked
    /// only when the limits hold.
    pub(super) fn spawn(program: &Path, arguments: &[String], bounds: &Bounds) -> io::Result<Self> {
        let mut child = Command::new(program)
            .args(arguments)
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()?;
        let (input, output) = (child.stdin.take(), child.stdout.take());
        let errors = child.stderr.take();
        let worker = Self {
            input: BufWriter::new(input.expect("its standard input was asked for")),
            output: BufReader::new(output.expect("its standard output was asked for")),
            errors: errors.expect("its standard error was asked for"),
            child,
            served: Duration::ZERO,
        };
        limit::memory(&worker.child, bounds.memory_bytes_max)?;
        Ok(worker)
    }

    /// Time it has worked.
    pub(super) fn served(&self) -> Duration {
        self.served
    }

    /// Most memory it has held, bytes.
    pub(super) fn memory_bytes(&self) -> Option<u64> {
        peak_bytes(&self.child.id().to_string())
    }

    /// Asks for one file. After a `Stop` the process is of no more use.
    pub(super) fn ask(&mut self, job: &Job<'_>, bounds: &Bounds) -> Result<Vec<u8>, Stop> {
        let begun = Instant::now();
        // What it has used so far is at most the time it has worked, rounded up.
        let cpu_s = self.served.as_secs() + 1 + bounds.cpu_s_max;
        let limited = limit::cpu(&self.child, cpu_s);
        let (child, input, output) = (&mut self.child, &mut self.input, &mut self.output);
        let wall = Duration::from_secs(bounds.wall_s_max);
        let mut is_late = false;
        let exchanged = limited.and_then(|()| {
            std::thread::scope(|scope| {
                let (sender, receiver) = channel();
                scope.spawn(move || {
                    let answer = wire::ask(input, job)
                        .and_then(|()| wire::answer(output, bounds.answer_bytes_max));
                    // Nobody waits for an answer that comes too late.
                    let _ = sender.send(answer);
                });
                receiver.recv_timeout(wall).unwrap_or_else(|_| {
                    is_late = true;
                    child.kill()?;
                    Err(io::ErrorKind::TimedOut.into())
                })
            })
        });
        self.served += begun.elapsed();
        match exchanged {
            Ok(answer) => Ok(answer),
            Err(_) if is_late => Err(Stop::Wall),
            Err(error) if error.kind() == io::ErrorKind::FileTooLarge => Err(Stop::Answer),
            Err(error) => Err(self.end(&error)),
        }
    }

    /// Why it died.
    fn end(&mut self, error: &io::Error) -> Stop {
        // It closed its end: either it is gone, or it is of no use.
        let status = match error.kind() {
            io::ErrorKind::UnexpectedEof | io::ErrorKind::BrokenPipe => self.child.wait(),
            _ => self.child.kill().and_then(|()| self.child.wait()),
        };
        let mut said = Vec::new();
        let _ = (&mut self.errors).take(SAID_BYTES_MAX).read_to_end(&mut said);
        let said = String::from_utf8_lossy(&said);
        if said.contains("memory allocation of ") {
            return Stop::Memory;
        }
        let how = match status {
            Ok(status) if is_cpu(status) => return Stop::Cpu,
            Ok(status) => status.to_string(),
            Err(error) => error.to_string(),
        };
        let lines = said.lines().filter(|line| !line.trim().is_empty());
        let said = lines.filter(|line| !line.starts_with("note:")).collect::<Vec<_>>().join(" ");
        Stop::Ended { how, said: said.chars().take(500).collect() }
    }
}

impl Drop for Worker {
    /// Ends the process, which may be in the midst of something.
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

#[cfg(unix)]
fn is_cpu(status: ExitStatus) -> bool {
    use std::os::unix::process::ExitStatusExt as _;
    // SIGXCPU, and SIGKILL where the hard limit is met.
    status.signal() == Some(rustix::process::Signal::XCPU.as_raw())
}

#[cfg(not(unix))]
fn is_cpu(_: ExitStatus) -> bool {
    false
}

/// Limits the system enforces on another process.
#[cfg(target_os = "linux")]
mod limit {
    use std::io;
    use std::process::Child;

    use rustix::process::{Pid, Resource, Rlimit, getrlimit, prlimit};

    /// Address space; and a process that dies leaves no image of itself behind.
    pub(super) fn memory(child: &Child, bytes_max: u64) -> io::Result<()> {
        set(child, Resource::As, bytes_max)?;
        set(child, Resource::Core, 0)
    }

    /// Processor time since the process began.
    pub(super) fn cpu(child: &Child, seconds: u64) -> io::Result<()> {
        set(child, Resource::Cpu, seconds)
    }

    /// Lowers what is allowed now, never what may be allowed later: the next file gets more time.
    fn set(child: &Child, resource: Resource, wanted: u64) -> io::Result<()> {
        let maximum = getrlimit(resource).maximum;
        let current = Some(maximum.map_or(wanted, |maximum| maximum.min(wanted)));
        prlimit(Some(Pid::from_child(child)), resource, Rlimit { current, maximum })?;
        Ok(())
    }
}

/// Elsewhere the wall-clock limit and the readers' own bounds are all there is.
#[cfg(not(target_os = "linux"))]
mod limit {
    use std::io;
    use std::process::Child;

    pub(super) fn memory(_: &Child, _: u64) -> io::Result<()> {
        Ok(())
    }

    pub(super) fn cpu(_: &Child, _: u64) -> io::Result<()> {
        Ok(())
    }
}

/// Most memory a process has held, bytes: its number, or `self`. `None` where the system does not
/// tell.
pub(crate) fn peak_bytes(process: &str) -> Option<u64> {
    let status = fs_err::read_to_string(format!("/proc/{process}/status")).ok()?;
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"))?;
    let kib: u64 = line.trim().strip_suffix("kB")?.trim().parse().ok()?;
    Some(kib * 1024)
}

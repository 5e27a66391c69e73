//! Reads files in processes of their own, so that a file that makes a reader ask for all memory,
//! loop or crash is refused by name and the run goes on. A process serves many files, one after
//! the other; one that fails is replaced.

use std::path::PathBuf;
use std::sync::{Arc, Mutex};
use std::time::{Duration, Instant};

use portbook_parse::error::{Error as Refused, Kind};
use portbook_parse::read::contents::Contents;
use portbook_parse::refusal::Refusal;

use crate::error::Error;

pub mod serve;
#[cfg(test)]
mod tests;
mod wire;
mod worker;

pub(crate) use worker::peak_bytes;
use worker::{Job, Stop, Worker};

/// What one parser process may cost. The bounds on what a file may hold are `parse`'s own.
#[derive(Clone, Debug)]
pub struct Bounds {
    /// Address space, bytes: program, stack, heap. Enforced on Linux.
    pub memory_bytes_max: u64,
    /// Processor time for one file, seconds. Enforced on Linux; the same on a busy machine.
    pub cpu_s_max: u64,
    /// Time by the wall for one file, seconds: for what sleeps, and where the others are not
    /// enforced.
    pub wall_s_max: u64,
    /// Bytes of one answer.
    pub answer_bytes_max: u64,
    /// Seconds of work after which a process is replaced, so that nothing piles up in it.
    pub service_s_max: u64,
}

impl Bounds {
    /// The bounds a run works under.
    pub const fn standard() -> Self {
        Self {
            memory_bytes_max: 1 << 30,
            cpu_s_max: 10,
            wall_s_max: 120,
            answer_bytes_max: 2 << 30,
            service_s_max: 60,
        }
    }
}

/// The processes at hand; clones share them.
#[derive(Clone, Debug)]
pub struct Parser {
    shared: Arc<Shared>,
}

#[derive(Debug)]
struct Shared {
    program: PathBuf,
    arguments: Vec<String>,
    bounds: Bounds,
    idle: Mutex<Vec<Worker>>,
}

/// What reading one file cost the process that did it alone.
#[derive(Clone, Copy, Debug)]
pub struct Cost {
    /// Until the process was up: before it was asked for the file.
    pub start: Duration,
    /// From the question to what the answer says.
    pub wall: Duration,
    /// Most memory the process held, bytes; `None` where the system does not tell or it died.
    pub memory_bytes: Option<u64>,
}

impl Parser {
    /// Processes are started as `program arguments…` when they are first needed; each must run
    /// [`serve::serve`] on its standard input and output.
    pub fn new(program: PathBuf, arguments: &[&str], bounds: Bounds) -> Self {
        let arguments = arguments.iter().map(|argument| (*argument).to_owned()).collect();
        let idle = Mutex::new(Vec::new());
        Self { shared: Arc::new(Shared { program, arguments, bounds, idle }) }
    }

    /// Reads a snapshot by its content; `charset` is what was declared of it.
    ///
    /// # Errors
    /// `Parse` where the file is refused or brought its reader down; `Process` where no process
    /// could be started, which says nothing of the file.
    pub fn read(&self, bytes: &[u8], charset: Option<&str>) -> Result<Contents, Error> {
        let job = Job { bytes, charset };
        let idle = self.idle().pop();
        if let Some(mut worker) = idle
            && let Ok(answer) = worker.ask(&job, &self.shared.bounds)
        {
            self.keep(worker);
            return Ok(wire::contents(&answer)?);
        }
        // What a process did before must not decide whether a file is read: a fresh one is asked
        // before the file is blamed.
        let mut worker = self.spawn()?;
        match worker.ask(&job, &self.shared.bounds) {
            Ok(answer) => {
                self.keep(worker);
                Ok(wire::contents(&answer)?)
            }
            Err(stop) => Err(self.refused(&stop).into()),
        }
    }

    /// The same in a process of its own, with what that cost.
    ///
    /// # Errors
    /// `Process` where no process could be started. A refusal is part of the result.
    pub fn measure(
        &self,
        bytes: &[u8],
        charset: Option<&str>,
    ) -> Result<(Result<Contents, Refused>, Cost), Error> {
        let begun = Instant::now();
        let mut worker = self.spawn()?;
        // Whoever answers is up; that an empty file is none costs nothing to say.
        let up = worker.ask(&Job { bytes: &[], charset: None }, &self.shared.bounds);
        let start = begun.elapsed();
        let asked = up.and_then(|_| worker.ask(&Job { bytes, charset }, &self.shared.bounds));
        let memory_bytes = worker.memory_bytes();
        let contents = match asked {
            Ok(answer) => wire::contents(&answer),
            Err(stop) => Err(self.refused(&stop)),
        };
        Ok((contents, Cost { start, wall: begun.elapsed().saturating_sub(start), memory_bytes }))
    }

    fn spawn(&self) -> Result<Worker, Error> {
        let Shared { program, arguments, bounds, .. } = &*self.shared;
        Worker::spawn(program, arguments, bounds)
            .map_err(|source| Error::Process { program: program.clone(), source })
    }

    fn keep(&self, worker: Worker) {
        if worker.served() < Duration::from_secs(self.shared.bounds.service_s_max) {
            self.idle().push(worker);
        }
    }

    fn idle(&self) -> std::sync::MutexGuard<'_, Vec<Worker>> {
        self.shared.idle.lock().expect("whoever holds the list only pushes or pops")
    }

    /// What is said of a file that brought its process down.
    fn refused(&self, stop: &Stop) -> Refused {
        let bounds = &self.shared.bounds;
        let mib = bounds.memory_bytes_max >> 20;
        let message = match stop {
            Stop::Memory => format!("ran out of {mib} MiB of memory"),
            Stop::Cpu => format!("took more than {} s of processor time", bounds.cpu_s_max),
            Stop::Wall => format!("took more than {} s", bounds.wall_s_max),
            Stop::Answer => format!("answered more than {} MiB", bounds.answer_bytes_max >> 20),
            Stop::Ended { how, said } if said.is_empty() => format!("ended early ({how})"),
            Stop::Ended { how, said } => format!("ended early ({how}): {said}"),
        };
        let kind = match stop {
            Stop::Memory | Stop::Cpu | Stop::Wall | Stop::Answer => Kind::TooLarge,
            Stop::Ended { .. } => Kind::Damaged,
        };
        Refusal { message: format!("the parser process {message}"), kind }.into()
    }
}

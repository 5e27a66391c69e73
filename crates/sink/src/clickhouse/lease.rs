//! One load at a time, where there are no locks: a lease is a table whose name has a number, and only
//! one process can make the next number. The greatest is held until its comment says otherwise or its
//! time is over; or until its holder is dead, which is seen from the machine that it ran on.

use std::time::Duration;

use tokio::task::JoinHandle;

use super::tables::Tables;
use crate::error::{Error, Result};

/// How long a lease holds, and how often it is made longer.
const HELD: Duration = Duration::from_mins(2);
const RENEWED: Duration = Duration::from_secs(20);

const GIVEN_BACK: &str = "given back";

pub(super) struct Lease {
    tables: Tables,
    number: u64,
    renewing: JoinHandle<()>,
}

impl Lease {
    /// Takes it.
    ///
    /// # Errors
    /// `Busy` while somebody else has it.
    pub(super) async fn take(tables: &Tables) -> Result<Self> {
        let standing = leases(tables).await?;
        if let Some((_, comment)) = standing.last() {
            let now = now(tables).await?;
            if Holder::read(comment).is_some_and(|holder| holder.holds(now)) {
                return Err(Error::Busy);
            }
        }
        let number = standing.last().map_or(0, |(number, _)| *number) + 1;
        tables.make_lease(&name(number), &comment(tables).await?).await?;
        for (number, _) in standing {
            tables.drop(&name(number)).await?;
        }
        let renewed = tables.clone();
        let renewing = tokio::spawn(async move {
            loop {
                tokio::time::sleep(RENEWED).await;
                // One that cannot be made longer is noticed when it is looked at.
                if let Ok(comment) = comment(&renewed).await {
                    let _ = renewed.comment(&name(number), &comment).await;
                }
            }
        });
        Ok(Self { tables: tables.clone(), number, renewing })
    }

    /// Of this attempt, and of no other.
    pub(super) fn number(&self) -> u64 {
        self.number
    }

    /// Whether it is held still, and for long enough to move a view.
    ///
    /// # Errors
    /// `Busy` if somebody took it.
    pub(super) async fn check(&self) -> Result<()> {
        let standing = leases(&self.tables).await?;
        let last = standing.last().filter(|(number, _)| *number == self.number);
        let soon = now(&self.tables).await? + RENEWED.as_secs();
        let holder = last.and_then(|(_, comment)| Holder::read(comment));
        if holder.is_some_and(|holder| soon < holder.until) { Ok(()) } else { Err(Error::Busy) }
    }

    /// Lets the next one have it. The table stays, so that numbers go on.
    pub(super) async fn give_back(self) -> Result<()> {
        self.renewing.abort();
        self.tables.comment(&name(self.number), GIVEN_BACK).await
    }
}

fn name(number: u64) -> String {
    format!("_lease_{number}")
}

/// Numbers and comments, in order.
async fn leases(tables: &Tables) -> Result<Vec<(u64, String)>> {
    let named = tables.named("^_lease_[0-9]+$").await?.into_iter();
    let numbered = named
        .filter_map(|(name, comment)| Some((name.strip_prefix("_lease_")?.parse().ok()?, comment)));
    let mut leases: Vec<(u64, String)> = numbered.collect();
    leases.sort_unstable();
    Ok(leases)
}

/// Seconds since 1970, by the server's clock.
async fn now(tables: &Tables) -> Result<u64> {
    let answer = tables.run("SELECT toUnixTimestamp(now()) FORMAT TSVRaw").await?;
    let problem = || format!("got `{}` as the time", answer.trim());
    let wrong = |_| Error::Foreign { what: "an answer of the sink", problem: problem() };
    answer.trim().parse().map_err(wrong)
}

async fn comment(tables: &Tables) -> Result<String> {
    let until = now(tables).await? + HELD.as_secs();
    Ok(Holder { until, process: Process::this() }.comment())
}

/// Who has a lease, and until when.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Holder {
    until: u64,
    process: Option<Process>,
}

/// One process of one machine, since that was started; none of these is told to people.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Process {
    /// The machine since it was started, and the process's view of it.
    machine: String,
    id: u32,
    started: String,
}

impl Holder {
    fn comment(&self) -> String {
        let until = format!("until {}", self.until);
        match &self.process {
            Some(Process { machine, id, started }) => {
                format!("{until} by {id} of {started} on {machine}")
            }
            None => until,
        }
    }

    /// `None` of a lease that was given back.
    fn read(comment: &str) -> Option<Self> {
        let (until, process) = match comment.strip_prefix("until ")?.split_once(" by ") {
            Some((until, process)) => (until, Some(process)),
            None => (comment.strip_prefix("until ")?, None),
        };
        let process = process.and_then(|text| {
            let (process, machine) = text.split_once(" on ")?;
            let (id, started) = process.split_once(" of ")?;
            let (machine, started) = (machine.to_owned(), started.to_owned());
            Some(Process { machine, id: id.parse().ok()?, started })
        });
        Some(Self { until: until.parse().ok()?, process })
    }

    fn holds(&self, now: u64) -> bool {
        now < self.until && !self.process.as_ref().is_some_and(Process::is_dead)
    }
}

impl Process {
    /// This one; `None` where the system does not tell.
    fn this() -> Option<Self> {
        let id = std::process::id();
        Some(Self { machine: machine()?, id, started: started(id)? })
    }

    /// Whether it ran here, and does no longer.
    fn is_dead(&self) -> bool {
        machine().is_some_and(|here| here == self.machine)
            && started(self.id).as_ref() != Some(&self.started)
    }
}

/// The machine since it was started, and the namespace in which process numbers count.
fn machine() -> Option<String> {
    let boot = fs_err::read_to_string("/proc/sys/kernel/random/boot_id").ok()?;
    let numbers = fs_err::read_link("/proc/self/ns/pid").ok()?;
    Some(format!("{} {}", boot.trim(), numbers.display()))
}

/// When a process was started, in the system's ticks.
fn started(id: u32) -> Option<String> {
    let stat = fs_err::read_to_string(format!("/proc/{id}/stat")).ok()?;
    // After the name, which may hold anything, the 20th of what is left.
    let (_, rest) = stat.rsplit_once(')')?;
    let state = rest.split_whitespace().next()?;
    let is_gone = matches!(state, "Z" | "X");
    rest.split_whitespace().nth(19).filter(|_| !is_gone).map(str::to_owned)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_lease_holds_until_its_time_or_its_holder_is_over() {
        let process = Process::this();
        let holder = Holder { until: 1_000, process: process.clone() };
        assert_eq!(Holder::read(&holder.comment()), Some(holder.clone()));
        assert!(holder.holds(999));
        assert!(!holder.holds(1_000));
        assert_eq!(Holder::read(GIVEN_BACK), None);
        let elsewhere = Holder { until: 1_000, process: None };
        assert_eq!(Holder::read("until 1000"), Some(elsewhere.clone()));
        assert!(elsewhere.holds(999));
        let Some(process) = process else { return };
        let dead = Process { started: "0".to_owned(), ..process.clone() };
        assert!(!Holder { until: 1_000, process: Some(dead.clone()) }.holds(999));
        let other = Process { machine: "another".to_owned(), ..dead };
        assert!(Holder { until: 1_000, process: Some(other) }.holds(999));
    }
}

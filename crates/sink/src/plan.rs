//! What a load will do: decided from what the sink says it holds and from records, before anything
//! is written. The same for every engine.

use portbook_model::digest::Digest;

use crate::commit::{Changed, Commit, Output};
use crate::error::{Error, Result};

/// The commit that a sink says it holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Head {
    pub commit: u64,
    /// Of the record of that commit, as it was where the sink was loaded from.
    pub digest: Digest,
}

/// From which commit to which, and what that takes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Plan {
    /// What the sink holds; `None` where it holds nothing, or is started over.
    pub from: Option<Commit>,
    pub to: Commit,
    pub changed: Changed,
}

impl Plan {
    /// To a commit, or to the one that readers see.
    ///
    /// # Errors
    /// `Ahead` and `OtherArchive` where the sink holds something else than an earlier commit.
    pub fn new(output: &Output, commit: Option<u64>, head: Option<Head>) -> Result<Self> {
        let to = output.commit(commit.map_or_else(|| output.head(), Ok)?)?;
        let from = match head {
            Some(head) if head.commit > to.number => {
                return Err(Error::Ahead { held: head.commit, asked: to.number });
            }
            Some(head) if head.commit == to.number => Some(to.clone()),
            Some(head) => Some(output.commit(head.commit)?),
            None => None,
        };
        if let Some((head, from)) = head.zip(from.as_ref()).filter(|(h, f)| h.digest != f.digest) {
            let (held, ours) = (head.digest, from.digest);
            return Err(Error::OtherArchive { commit: head.commit, held, ours });
        }
        let changed = output.changed(from.as_ref(), &to)?;
        Ok(Self { from, to, changed })
    }

    /// To the commit that the sink says it holds, to compare it with.
    ///
    /// # Errors
    /// `Foreign` where it holds nothing, or another commit than is named.
    pub fn verified(output: &Output, commit: Option<u64>, head: Option<Head>) -> Result<Self> {
        let plan = Self::new(output, commit.or(head.map(|head| head.commit)), head)?;
        if plan.is_done() {
            return Ok(plan);
        }
        let held = plan.from.as_ref().map_or("no commit yet".to_owned(), |from| {
            format!("commit {}, and not commit {}", from.number, plan.to.number)
        });
        Err(Error::Foreign { what: "the sink", problem: format!("it holds {held}") })
    }

    /// Whether the sink holds that commit already.
    pub fn is_done(&self) -> bool {
        self.from.as_ref().is_some_and(|from| from.number == self.to.number)
    }

    /// Rows to load.
    pub fn rows(&self) -> u64 {
        self.changed.load().map(|since| since.partition.rows()).sum()
    }
}

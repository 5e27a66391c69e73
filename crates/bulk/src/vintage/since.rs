//! What a release changes in a year whose rows are those of one earlier print, and which prints the
//! same again but for some records: only observations of these are looked up among what stands.

use std::cmp::Ordering;
use std::collections::BTreeSet;

use crate::error::{Error, Result};
use crate::vintage::Sorted;
use crate::vintage::changes::{Added, Changes, Counts, Gone};
use crate::vintage::cursor::Cursor;
use crate::vintage::keys::{Keys, constants_of};
use crate::vintage::numbering::Numbering;
use crate::vintage::outline::Month;
use crate::vintage::printed::Printed;

/// One print that tells itself by what stands.
#[derive(Clone, Copy)]
pub struct Since<'a> {
    /// Of the rows that are not superseded each is one of the earlier print, or says that there is
    /// nothing.
    pub standing: &'a [Sorted],
    /// Records that only the earlier print has.
    pub gone: Option<Printed<'a>>,
    /// Records that only this one has.
    pub come: Option<Printed<'a>>,
    /// As [`crate::vintage::Step::covered`].
    pub covered: &'a BTreeSet<Month>,
    /// Rows of the whole print.
    pub rows: u64,
    /// No row of the earlier print says that there is nothing.
    pub all_were_figures: bool,
}

impl Changes {
    /// `None` where an observation may stand in two records: the whole print tells.
    pub(crate) fn since(since: Since<'_>) -> Result<Option<Self>> {
        let prints = since.gone.iter().chain(&since.come);
        match Self::numbered_since(since, Numbering::shared(prints.map(Printed::codes))) {
            Err(Error::ForeignCode) => Self::numbered_since(since, Numbering::default()),
            changes => changes,
        }
    }

    fn numbered_since(since: Since<'_>, numbering: Numbering) -> Result<Option<Self>> {
        let standing = since.standing.iter().map(|file| constants_of(&file.path));
        let mut constants = standing.collect::<Result<Vec<_>>>()?;
        let (gone, come) = (since.gone, since.come);
        constants.extend(gone.iter().chain(&come).map(Printed::constants));
        let keys = Keys::of_observations(constants, numbering);
        let open = |print: Option<Printed<'_>>| {
            print.map(|print| Cursor::of_print(print, &keys)).transpose()
        };
        let (mut gone, mut come) = (open(gone)?, open(come)?);
        let files = since.standing.iter().map(|file| Cursor::of_file(&file.path, &keys));
        let mut standing = files.collect::<Result<Vec<Cursor>>>()?;
        let mut changes = Self {
            gone: vec![Vec::new(); standing.len()],
            superseded: vec![Vec::new(); standing.len()],
            added: vec![Vec::new()],
            ..Self::default()
        };
        loop {
            let order = match (at_hand(gone.as_ref()), at_hand(come.as_ref())) {
                (None, None) => break,
                (Some(_), None) => Ordering::Less,
                (None, Some(_)) => Ordering::Greater,
                (Some(gone), Some(come)) => gone.compare(come),
            };
            let (was, now) = (gone.as_mut(), come.as_mut());
            let (was, now) = (was.filter(|_| order.is_le()), now.filter(|_| order.is_ge()));
            let at = now.as_deref().or(was.as_deref()).expect("one of them stands first");
            let stands = last_of(&mut standing, at)?;
            let last = stands.map(|at| (at, &standing[at]));
            let is_decided = match (&now, last) {
                (Some(now), last) => {
                    let is_back = last.is_some_and(|(_, last)| last.says().is_vanished(last.at()));
                    let is_known =
                        was.is_some() || last.is_none() || (is_back && since.all_were_figures);
                    changes.has_come(now, last);
                    is_known && (was.is_none() || last.is_some())
                }
                (None, Some(last)) => changes.has_gone(last, since.covered),
                (None, None) => false,
            };
            if !is_decided {
                return Ok(None);
            }
            for cursor in [was, now].into_iter().flatten() {
                cursor.advance(1)?;
            }
        }
        let Counts { new, revised, .. } = changes.counts;
        changes.counts.restated = since.rows - new - revised;
        changes.restated = vec![changes.counts.restated];
        Ok(Some(changes))
    }

    /// An observation of a record that has come.
    fn has_come(&mut self, now: &Cursor, last: Option<(usize, &Cursor)>) {
        let Some((file, last)) = last else {
            self.added[0].push(Added { row: now.number(), revision: 0, is_rebased: false });
            self.counts.new += 1;
            return;
        };
        if let Some(added) = Added::after(last, now) {
            self.superseded[file].push(last.number());
            self.added[0].push(added);
            self.counts.revised += 1;
        }
    }

    /// An observation of a record that is gone; whether it stood.
    fn has_gone(&mut self, last: (usize, &Cursor), covered: &BTreeSet<Month>) -> bool {
        let (file, last) = last;
        let (says, row) = (last.says(), last.at());
        let is_covered = says.month(row).is_some_and(|month| covered.contains(&month));
        if is_covered && !says.is_missing(row) {
            let revision = says.revision(row) + 1;
            self.gone[file].push(Gone { row: last.number(), revision });
            self.superseded[file].push(last.number());
            self.counts.vanished += 1;
        }
        !says.is_vanished(row)
    }
}

fn at_hand(cursor: Option<&Cursor>) -> Option<&Cursor> {
    cursor.filter(|cursor| !cursor.is_done())
}

/// The standing file that has the last row of an observation.
fn last_of(standing: &mut [Cursor], observation: &Cursor) -> Result<Option<usize>> {
    let mut last = None;
    for (at, cursor) in standing.iter_mut().enumerate() {
        cursor.seek(observation)?;
        while cursor.is_at(observation) && cursor.says().is_superseded(cursor.at()) {
            cursor.advance(1)?;
        }
        if cursor.is_at(observation) {
            last = Some(at);
        }
    }
    Ok(last)
}

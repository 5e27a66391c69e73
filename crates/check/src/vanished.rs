//! Series that a later print of the same page, complete in that period, no longer prints
//! (contract 8).

use std::collections::{BTreeMap, BTreeSet};

use portbook_model::address::Address;
use portbook_model::observation::{Observation, Row};
use portbook_model::period::{Period, PeriodKind};
use portbook_model::print::Print;
use portbook_model::status::ObsStatus;

use crate::cell::{Cells, Key};
use crate::publication::Publication;
use crate::vintage::Passed;

/// One period on the pages of one meaning.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
struct Page {
    meaning: usize,
    kind: PeriodKind,
    period: Period,
}

/// Where each observation was last printed.
#[derive(Default)]
pub(crate) struct Pages {
    printed: BTreeMap<Page, BTreeSet<Key>>,
    of_key: BTreeMap<Key, BTreeSet<Page>>,
}

impl Pages {
    /// Takes note of an instant: what it prints is where it prints it now.
    pub(crate) fn turn(&mut self, cells: &Cells, passed: &[Passed<'_>]) {
        let mut now: BTreeMap<Key, BTreeSet<Page>> = BTreeMap::new();
        for one in passed {
            for (key, page) in printed_on(cells, one.publication) {
                // A replacement repeats what it did not replace: that is no later print.
                if one.says.contains_key(&key) {
                    now.entry(key).or_default().insert(page);
                }
            }
        }
        for (key, pages) in now {
            for before in self.of_key.remove(&key).into_iter().flatten() {
                if let Some(keys) = self.printed.get_mut(&before) {
                    keys.remove(&key);
                }
            }
            for page in &pages {
                self.printed.entry(*page).or_default().insert(key);
            }
            self.of_key.insert(key, pages);
        }
    }
}

fn printed_on(
    cells: &Cells,
    publication: &Publication,
) -> impl Iterator<Item = (Key, Page)> + use<'_> {
    let prints = publication.prints.clone().into_iter();
    prints.flat_map(move |print| {
        cells.of_print(print).map(move |cell| {
            let key = cells.key(cell);
            let (meaning, kind) = (cells.meaning(print), cells.kind(key));
            (key, Page { meaning, kind, period: key.period })
        })
    })
}

/// The observations that vanish at an instant, each with who says so: the publication, and the
/// print that stands for the page.
pub(crate) fn find<'p, 'a>(
    cells: &Cells,
    pages: &Pages,
    passed: &'p [Passed<'a>],
) -> Vec<(&'p Passed<'a>, Key, usize)> {
    let mut still_printed: BTreeSet<Key> = BTreeSet::new();
    for one in passed {
        for &print in &one.publication.prints {
            still_printed.extend(cells.of_print(print).map(|cell| cells.key(cell)));
            still_printed.extend(cells.controls(print).map(|(key, _)| key));
        }
    }
    let mut vanished: BTreeMap<Key, (&Passed<'_>, usize)> = BTreeMap::new();
    for one in passed {
        let whole = whole_meanings(cells, one.publication);
        let covered: BTreeSet<Page> =
            printed_on(cells, one.publication).map(|(_, page)| page).collect();
        for page in covered {
            let Some(print) = whole.get(&page.meaning) else { continue };
            let gone = pages.printed.get(&page).into_iter().flatten();
            for key in gone.filter(|key| !still_printed.contains(key)) {
                // What a replacement leaves out it must have printed before.
                if one.publication.number == 1 || one.dropped.contains(key) {
                    vanished.entry(*key).or_insert((one, *print));
                }
            }
        }
    }
    vanished.into_iter().map(|(key, (one, print))| (one, key, print)).collect()
}

/// The meanings whose every print is complete and read without a refusal, each with the print
/// that stands for it: the least snapshot and sheet.
fn whole_meanings(cells: &Cells, publication: &Publication) -> BTreeMap<usize, usize> {
    let mut whole: BTreeMap<usize, usize> = BTreeMap::new();
    let mut partial = BTreeSet::new();
    for &number in &publication.prints {
        let print = &cells.prints[number];
        if !print.complete || print.refused_cells > 0 || !print.issues.is_empty() {
            partial.insert(cells.meaning(number));
        }
        let place = |number: usize| (cells.prints[number].snapshot, &cells.prints[number].sheet);
        let least = whole.entry(cells.meaning(number)).or_insert(number);
        if place(number) < place(*least) {
            *least = number;
        }
    }
    whole.retain(|meaning, _| !partial.contains(meaning));
    whole
}

/// The row that says an observation is no longer printed.
pub(crate) fn row(before: &Row, publication: &Publication, print: &Print) -> Row {
    let address =
        Address { member: print.member.clone(), sheet: print.sheet.clone(), ..Address::default() };
    let observation = Observation {
        value: None,
        status: ObsStatus::Missing,
        conf_status: None,
        snapshot: print.snapshot,
        address,
        raw_text: None,
        ..before.observation.clone()
    };
    Row {
        observation,
        release: publication.release.clone(),
        first_seen_at: print.captured_at,
        superseded_at: None,
        revision: 0,
        revision_reason: None,
    }
}

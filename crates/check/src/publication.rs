//! Which captures make which publication of a dataset: the release itself, its silent
//! replacements `.2`, `.3`, and captures that changed nothing (contract 7 and 8).
//!
//! A publication is the state of a release: of every edition the capture that stood then. So a
//! replaced page is still judged together with the pages that were not replaced.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use jiff::Timestamp;
use portbook_model::release::{Release, ReleaseId};
use portbook_model::status::ReleasedBasis;

use crate::cell::{CellId, Cells, Key, said};
use crate::rounding;

/// One publication of one dataset.
#[derive(Debug)]
pub(crate) struct Publication {
    pub(crate) release: Arc<Release>,
    /// Position of the release's first print in time: controls look back from there.
    pub(crate) first_released_at: Timestamp,
    /// The prints that stand in it, of every edition the latest.
    pub(crate) prints: Vec<usize>,
    /// The prints that came with it, those that changed nothing included.
    pub(crate) arrived: Vec<usize>,
    /// 1 for the release itself, 2 and more for silent replacements.
    pub(crate) number: u32,
}

/// All publications, ordered by (`released_at`, release id).
pub(crate) fn all(cells: &Cells) -> Vec<Publication> {
    let mut families: BTreeMap<&ReleaseId, Vec<usize>> = BTreeMap::new();
    for (print, what) in cells.prints.iter().enumerate() {
        families.entry(&what.release.id).or_default().push(print);
    }
    let mut publications: Vec<_> =
        families.into_values().flat_map(|prints| family(cells, &prints)).collect();
    publications.sort_by(|a, b| {
        let order = |p: &Publication| (p.release.released_at, p.release.id.clone());
        order(a).cmp(&order(b))
    });
    publications
}

/// The prints of one edition in one capture: several where grids are stacked in one sheet.
struct Capture {
    edition: usize,
    captured_at: Timestamp,
    prints: Vec<usize>,
}

/// A state of the release while its captures are walked through in time.
#[derive(Clone)]
struct State {
    captured_at: Timestamp,
    /// Edition -> its standing capture.
    standing: BTreeMap<usize, usize>,
    /// Editions that this state replaced.
    replaced: BTreeSet<usize>,
    arrived: Vec<usize>,
}

fn captures(cells: &Cells, prints: &[usize]) -> Vec<Capture> {
    let mut captures: Vec<Capture> = Vec::new();
    let mut by_capture = BTreeMap::new();
    for &print in prints {
        let what = &cells.prints[print];
        let key = (what.captured_at, what.snapshot, cells.edition(print));
        by_capture.entry(key).or_insert_with(Vec::new).push(print);
    }
    for ((captured_at, _, edition), prints) in by_capture {
        captures.push(Capture { edition, captured_at, prints });
    }
    captures
}

fn family(cells: &Cells, prints: &[usize]) -> Vec<Publication> {
    let captures = captures(cells, prints);
    let mut states = vec![State {
        captured_at: captures[0].captured_at,
        standing: BTreeMap::new(),
        replaced: BTreeSet::new(),
        arrived: Vec::new(),
    }];
    // Edition -> the state its last capture came with.
    let mut came_with: BTreeMap<usize, usize> = BTreeMap::new();
    for (number, capture) in captures.iter().enumerate() {
        let last = states.len() - 1;
        let at = match came_with.get(&capture.edition) {
            None => {
                let at = first_that_agrees(cells, &captures, &states, capture);
                for state in &mut states[at..] {
                    state.standing.insert(capture.edition, number);
                }
                at
            }
            Some(&at) => {
                let before = &captures[states[last].standing[&capture.edition]];
                if prints_the_same(cells, before, capture) {
                    at
                } else {
                    replace(&mut states, capture, number)
                }
            }
        };
        came_with.insert(capture.edition, at);
        states[at].arrived.push(number);
    }
    publish(cells, &captures, &states)
}

/// An edition captured for the first time belongs to the first state that it does not contradict;
/// to the release itself where it contradicts all.
fn first_that_agrees(
    cells: &Cells,
    captures: &[Capture],
    states: &[State],
    capture: &Capture,
) -> usize {
    if states.len() == 1 {
        return 0;
    }
    let agrees = |state: &State| {
        let standing: Vec<usize> = state.standing.values().copied().collect();
        let mut printed: BTreeMap<Key, Vec<CellId>> = BTreeMap::new();
        for cell in standing.iter().flat_map(|number| cells_of(cells, &captures[*number])) {
            printed.entry(cells.key(cell)).or_default().push(cell);
        }
        cells_of(cells, capture).all(|cell| {
            let others = printed.get(&cells.key(cell)).into_iter().flatten();
            let mine = cells.observation(cell);
            others.into_iter().all(|other| rounding::agree(mine, cells.observation(*other)))
        })
    };
    states.iter().position(agrees).unwrap_or(0)
}

/// Editions replaced in one collect run are one replacement: they have one `captured_at`.
fn replace(states: &mut Vec<State>, capture: &Capture, number: usize) -> usize {
    let last = states.len() - 1;
    let same_run = last > 0
        && states[last].captured_at == capture.captured_at
        && !states[last].replaced.contains(&capture.edition);
    if !same_run {
        states.push(State {
            captured_at: capture.captured_at,
            standing: states[last].standing.clone(),
            replaced: BTreeSet::new(),
            arrived: Vec::new(),
        });
    }
    let last = states.len() - 1;
    states[last].standing.insert(capture.edition, number);
    states[last].replaced.insert(capture.edition);
    last
}

fn cells_of<'a>(cells: &'a Cells, capture: &'a Capture) -> impl Iterator<Item = CellId> + 'a {
    capture.prints.iter().flat_map(|print| cells.of_print(*print))
}

/// Whether two captures of one edition say the same, and were understood alike.
fn prints_the_same(cells: &Cells, one: &Capture, two: &Capture) -> bool {
    let rows = |capture| {
        let mut rows: Vec<_> = cells_of(cells, capture)
            .map(|cell| (cells.key(cell), said(cells.observation(cell))))
            .collect();
        rows.sort_unstable();
        rows
    };
    let refused = |capture: &Capture| {
        let prints = || capture.prints.iter().map(|print| &cells.prints[*print]);
        let refused_cells: u64 = prints().map(|print| print.refused_cells).sum();
        let issues = prints().flat_map(|print| &print.issues);
        let mut issues: Vec<_> = issues.map(|i| (i.rule.clone(), i.seen.clone())).collect();
        issues.sort_unstable();
        (refused_cells, issues)
    };
    rows(one) == rows(two) && refused(one) == refused(two)
}

fn publish(cells: &Cells, captures: &[Capture], states: &[State]) -> Vec<Publication> {
    let prints = |numbers: &mut dyn Iterator<Item = usize>| {
        let mut prints: Vec<usize> =
            numbers.flat_map(|number| captures[number].prints.iter().copied()).collect();
        prints.sort_unstable();
        prints
    };
    let mut publications: Vec<Publication> = Vec::new();
    for (state, number) in states.iter().zip(1..) {
        let arrived = prints(&mut state.arrived.iter().copied());
        let (released_at, released_basis) = match publications.last() {
            None => arrived
                .iter()
                .map(|print| &cells.prints[*print])
                // Of one instant, the basis is that of the edition that was seen first.
                .min_by_key(|print| (print.release.released_at, print.captured_at))
                .map(|print| (print.release.released_at, print.release.released_basis))
                .expect("the first capture of a release comes with its first state"),
            // A page replaced before the hour its release was announced for is not earlier.
            Some(before) => {
                (state.captured_at.max(before.release.released_at), ReleasedBasis::Captured)
            }
        };
        let id = cells.prints[arrived[0]].release.id.replacement(number);
        let first_released_at = publications.first().map_or(released_at, |p| p.first_released_at);
        publications.push(Publication {
            release: Arc::new(Release { id, released_at, released_basis }),
            first_released_at,
            prints: prints(&mut state.standing.values().copied()),
            arrived,
            number,
        });
    }
    publications
}

#[cfg(test)]
mod tests;

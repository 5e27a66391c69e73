//! Which prints make which publication of a dataset, as `check` decides it of prints that are held
//! as rows: the release itself, its silent replacements, and captures that changed nothing.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use jiff::Timestamp;
use portbook_bulk::vintage;
use portbook_model::release::{Release, ReleaseId};
use portbook_model::status::ReleasedBasis;

use crate::bulk::prints::Prints;
use crate::error::Error;

/// One publication of one dataset. Prints are named by their numbers.
#[derive(Clone, Debug)]
pub(super) struct Publication {
    pub(super) release: Arc<Release>,
    /// Of its release, whatever replaced it.
    pub(super) family: ReleaseId,
    /// The prints that stand in it, of every file the latest.
    pub(super) prints: Vec<usize>,
    /// The prints that came with it, those that changed nothing included.
    pub(super) arrived: Vec<usize>,
}

/// A state of the release while its captures are walked through in time.
#[derive(Clone)]
struct State {
    captured_at: Timestamp,
    /// File -> its standing print.
    standing: BTreeMap<String, usize>,
    replaced: BTreeSet<String>,
    arrived: Vec<usize>,
}

/// All publications, ordered by (`released_at`, release id).
pub(super) fn all(
    prints: &mut Prints<'_>,
    dataset: &str,
    same: &mut BTreeMap<String, bool>,
) -> Result<Vec<Publication>, Error> {
    let mut families: BTreeMap<ReleaseId, Vec<usize>> = BTreeMap::new();
    for (number, held) in prints.all.iter().enumerate() {
        if held.print.dataset == dataset {
            families.entry(held.print.release.id.clone()).or_default().push(number);
        }
    }
    let mut publications = Vec::new();
    for (id, mut numbers) in families {
        numbers.sort_by_key(|number| {
            let print = &prints.all[*number].print;
            (print.captured_at, print.snapshot, print.url.clone())
        });
        let states = states(prints, &numbers, same)?;
        publications.extend(published(prints, &id, &states));
    }
    publications.sort_by_key(|one| (one.release.released_at, one.release.id.clone()));
    Ok(publications)
}

fn states(
    prints: &mut Prints<'_>,
    numbers: &[usize],
    same: &mut BTreeMap<String, bool>,
) -> Result<Vec<State>, Error> {
    let first = State {
        captured_at: prints.all[numbers[0]].print.captured_at,
        standing: BTreeMap::new(),
        replaced: BTreeSet::new(),
        arrived: Vec::new(),
    };
    let mut states = vec![first];
    // File -> the state its last capture came with.
    let mut came_with: BTreeMap<String, usize> = BTreeMap::new();
    for &number in numbers {
        let file = prints.all[number].print.url.clone();
        let last = states.len() - 1;
        let at = match came_with.get(&file) {
            // Files of one release hold different observations, so one met late contradicts none.
            None => {
                for state in &mut states {
                    state.standing.insert(file.clone(), number);
                }
                0
            }
            Some(&at) => {
                let before = states[last].standing[&file];
                if prints_the_same(prints, before, number, same)? {
                    at
                } else {
                    replace(&mut states, &file, prints.all[number].print.captured_at, number)
                }
            }
        };
        came_with.insert(file, at);
        states[at].arrived.push(number);
    }
    Ok(states)
}

/// Files replaced in one collect run are one replacement: they have one `captured_at`.
fn replace(states: &mut Vec<State>, file: &str, captured_at: Timestamp, number: usize) -> usize {
    let last = states.len() - 1;
    let same_run = last > 0
        && states[last].captured_at == captured_at
        && !states[last].replaced.contains(file);
    if !same_run {
        let standing = states[last].standing.clone();
        let (replaced, arrived) = (BTreeSet::new(), Vec::new());
        states.push(State { captured_at, standing, replaced, arrived });
    }
    let last = states.len() - 1;
    states[last].standing.insert(file.to_owned(), number);
    states[last].replaced.insert(file.to_owned());
    last
}

fn published(prints: &Prints<'_>, id: &ReleaseId, states: &[State]) -> Vec<Publication> {
    let mut publications: Vec<Publication> = Vec::new();
    for (state, number) in states.iter().zip(1..) {
        let arrived = state.arrived.iter().map(|number| &prints.all[*number].print);
        let (released_at, released_basis) = match publications.last() {
            // Of one instant, the basis is that of the file that was seen first.
            None => arrived
                .min_by_key(|print| (print.release.released_at, print.captured_at))
                .map(|print| (print.release.released_at, print.release.released_basis))
                .expect("the first capture of a release comes with its first state"),
            // What is replaced before the hour its release was announced for is not earlier.
            Some(before) => {
                (state.captured_at.max(before.release.released_at), ReleasedBasis::Captured)
            }
        };
        let mut standing: Vec<usize> = state.standing.values().copied().collect();
        standing.sort_unstable();
        publications.push(Publication {
            release: Arc::new(Release { id: id.replacement(number), released_at, released_basis }),
            family: id.clone(),
            prints: standing,
            arrived: state.arrived.clone(),
        });
    }
    publications
}

/// Whether two captures of one file say the same, and were understood alike.
fn prints_the_same(
    prints: &mut Prints<'_>,
    one: usize,
    two: usize,
    same: &mut BTreeMap<String, bool>,
) -> Result<bool, Error> {
    let name = format!("{} {}", prints.all[one].key, prints.all[two].key);
    if let Some(known) = same.get(&name) {
        return Ok(*known);
    }
    prints.ensure(one)?;
    prints.ensure(two)?;
    let (before, now) = (&prints.all[one].print, &prints.all[two].print);
    let refused = |print: &portbook_bulk::print::Print| {
        let told = &print.told;
        let why = told.refused.iter().map(|refused| (refused.why.clone(), refused.cell.clone()));
        let mut why: Vec<_> = why.collect();
        why.sort_unstable();
        (told.cells_refused, told.records_refused, print.duplicates, why)
    };
    let mut is_same = refused(before) == refused(now);
    let years: BTreeSet<i32> = before.years.keys().chain(now.years.keys()).copied().collect();
    for year in years {
        if !is_same {
            break;
        }
        let rows = |number: usize| prints.all[number].year(year).into_iter().collect::<Vec<_>>();
        is_same = vintage::say_the_same(&rows(one), &rows(two))?;
    }
    same.insert(name, is_same);
    Ok(is_same)
}

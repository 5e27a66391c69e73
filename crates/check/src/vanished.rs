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
            self.forget(key);
            for page in &pages {
                self.printed.entry(*page).or_default().insert(key);
            }
            self.of_key.insert(key, pages);
        }
    }

    /// An observation that vanished stands on no page until it is printed again.
    pub(crate) fn forget(&mut self, key: Key) {
        for page in self.of_key.remove(&key).into_iter().flatten() {
            if let Some(keys) = self.printed.get_mut(&page) {
                keys.remove(&key);
            }
        }
    }
}

fn printed_on<'a>(
    cells: &'a Cells,
    publication: &'a Publication,
) -> impl Iterator<Item = (Key, Page)> + use<'a> {
    publication.prints.iter().flat_map(move |&print| {
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
            still_printed.extend(cells.corrected(print).map(|(_, key)| key));
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
                if one.dropped.as_ref().is_none_or(|dropped| dropped.contains(key)) {
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
    let address = Address {
        member: print.member.as_ref().map(Into::into),
        sheet: print.sheet.as_ref().map(Into::into),
        ..Address::default()
    };
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

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use portbook_model::print::Print;
    use portbook_model::status::{ObsStatus, RevisionReason};

    use crate::Checked;
    use crate::printing::{Told, counted, figure, print, run};

    fn page(period: &str, released_at: &str, flows: &[&str]) -> Print {
        let mut page = print(&format!("page of {period}"), period, released_at);
        page.rows = flows.iter().map(|flow| figure(flow, "2025-11", 5, 6, 0)).collect();
        counted(page)
    }

    fn first() -> Print {
        page("2025-11", "2026-01-29T13:30:00Z", &["X", "M"])
    }

    fn later() -> Print {
        page("2025-12", "2026-02-19T13:30:00Z", &["X"])
    }

    fn vanished(checked: &Checked) -> usize {
        let reasons = checked.rows.iter().filter_map(|row| row.revision_reason);
        reasons.filter(|reason| *reason == RevisionReason::Vanished).count()
    }

    #[test]
    fn a_series_left_out_of_a_complete_print_has_vanished() {
        let back = page("2026-01", "2026-03-19T13:30:00Z", &["X", "M"]);
        let snapshot = later().snapshot;
        let still_gone = page("2026-02", "2026-04-19T13:30:00Z", &["X"]);
        let checked = run(&Told::default(), vec![still_gone, back, first(), later()]);
        let imports = &checked.rows[..4];
        let gone = &imports[1];
        assert_eq!((gone.observation.value, gone.observation.status), (None, ObsStatus::Missing));
        assert_eq!(
            (gone.observation.snapshot, gone.observation.address.cell.clone()),
            (snapshot, None)
        );
        assert_eq!(gone.observation.address.sheet.as_deref(), Some("1"));
        assert_eq!(imports[2].revision_reason, Some(RevisionReason::Source));
        assert_eq!(vanished(&checked), 2);
        assert_eq!(checked.verdicts[1].counts.vanished, 1);
    }

    #[test]
    fn it_vanishes_once() {
        let still_gone = page("2026-01", "2026-03-19T13:30:00Z", &["X"]);
        let checked = run(&Told::default(), vec![still_gone, first(), later()]);
        assert_eq!((vanished(&checked), checked.rows.len()), (1, 3));
    }

    /// Printed last under another heading: the page it has left says nothing about it any more.
    #[test]
    fn an_observation_stands_where_it_was_last_printed() {
        let mut moved = page("2025-12", "2026-02-19T13:30:00Z", &["M"]);
        moved.meaning = BTreeMap::from([("country".to_owned(), "elsewhere".to_owned())]);
        let old_place = page("2026-01", "2026-03-19T13:30:00Z", &["X"]);
        assert_eq!(vanished(&run(&Told::default(), vec![first(), moved, old_place])), 0);
    }

    #[test]
    fn what_cannot_show_an_absence_does_not() {
        let mut in_dollars = later();
        in_dollars.meaning = BTreeMap::from([("currency".to_owned(), "USD".to_owned())]);
        let mut selection = later();
        selection.complete = false;
        let mut compared = later();
        compared.controls = vec![figure("M", "2025-11", 5, 6, 0)];
        let compared = counted(compared);
        let mut other_period = later();
        other_period.rows = vec![figure("X", "2025-12", 5, 6, 0)];
        for print in [in_dollars, selection, compared, counted(other_period)] {
            let checked = run(&Told::default(), vec![first(), print]);
            assert!(!checked.verdicts[1].is_held());
            assert_eq!(vanished(&checked), 0);
        }
        assert_eq!(vanished(&run(&Told::default().vanish(false), vec![first(), later()])), 0);
        let mut refused = later();
        refused.refused_cells = 1;
        let accepted = Told::default().accept("us-test:2025-12", "refused-cell");
        let checked = run(&accepted, vec![first(), counted(refused)]);
        assert!(!checked.verdicts[1].is_held());
        assert_eq!(vanished(&checked), 0);
    }
}

//! What was printed and is published nowhere because it was not understood: cells, the cells of
//! rows, whole tables. It waits in the archive; the build after layout, lookup or source is mended
//! reads it as if it had always been right.

use std::sync::Arc;

use portbook_model::digest::Digest;
use portbook_model::issue::{Issue, Refusal};
use portbook_model::print::Print;
use portbook_model::release::Release;

use crate::cell::Cells;
use crate::conservation::Fates;
use crate::keys;
use crate::publication::Publication;
use crate::rounding;

/// Cells that one issue keeps out of one release.
#[derive(Clone, Debug, PartialEq)]
pub struct Quarantined {
    pub dataset: String,
    /// The publication the print came with.
    pub release: Arc<Release>,
    pub snapshot: Digest,
    /// No cells where the issue refuses none by itself: it holds the table as a whole.
    pub refusal: Refusal,
}

/// What is refused of the prints that came with a publication, after their fates were assigned.
pub(crate) fn of(cells: &Cells, publication: &Publication, fates: &Fates) -> Vec<Quarantined> {
    let mut all = Vec::new();
    for &number in &publication.arrived {
        let print = &cells.prints[number];
        let twice = fates.refused(number).map(|cell| {
            let observation = cells.observation(cell);
            let issue = Issue {
                rule: keys::RULE.to_owned(),
                file: print.url.clone(),
                address: observation.address.clone(),
                seen: rounding::value(observation),
                expected: format!("one figure for {}", cells.named(cells.key(cell))),
                nearest: Vec::new(),
            };
            Refusal { issue, cells: 1 }
        });
        let refusals = print.refusals.iter().cloned().chain(whole(print)).chain(twice);
        all.extend(refusals.map(|refusal| Quarantined {
            dataset: print.dataset.clone(),
            release: publication.release.clone(),
            snapshot: print.snapshot,
            refusal,
        }));
    }
    all
}

/// Issues that refuse no cell by themselves.
fn whole(print: &Print) -> impl Iterator<Item = Refusal> {
    let is_told = |issue: &Issue| {
        let same = |other: &Issue| other.rule == issue.rule && other.seen == issue.seen;
        print.refusals.iter().any(|refusal| same(&refusal.issue))
    };
    let rest = print.issues.iter().filter(move |issue| !is_told(issue));
    rest.map(|issue| Refusal { issue: issue.clone(), cells: 0 })
}

#[cfg(test)]
mod tests {
    use portbook_model::address::Address;

    use super::*;
    use crate::printing::{Told, counted, figure, print, run};

    #[test]
    fn what_is_refused_is_told_with_its_address_held_or_accepted() {
        let mut page = print("page", "2025-11", "2025-12-09T03:00:00Z");
        page.rows = vec![
            figure("X", "2025-11", 5, 6, 0),
            figure("M", "2025-11", 7, 6, 0),
            figure("X", "2025-11", 6, 6, 0),
        ];
        let at = |cell: &str| Address {
            sheet: Some("1".into()),
            cell: Some(cell.into()),
            ..Address::default()
        };
        let issue = |rule: &str, cell: &str| Issue {
            rule: rule.to_owned(),
            file: "page".to_owned(),
            address: at(cell),
            seen: "Germny".to_owned(),
            expected: "a label".to_owned(),
            nearest: vec!["Germany".to_owned()],
        };
        page.refused_cells = 4;
        page.refusals = vec![Refusal { issue: issue("unknown-label", "A9"), cells: 4 }];
        page.issues = vec![issue("unknown-label", "A9"), issue("text-missing", "A1")];
        let prints = vec![counted(page)];
        let seen = |checked: &crate::Checked| {
            let quarantine = checked.quarantine.iter().map(|q| {
                let issue = &q.refusal.issue;
                (
                    issue.rule.clone(),
                    issue.address.cell.clone().unwrap().to_string(),
                    q.refusal.cells,
                )
            });
            quarantine.collect::<Vec<_>>()
        };
        let entry = |rule: &str, cell: &str, cells| (rule.to_owned(), cell.to_owned(), cells);
        let held = run(&Told::default(), prints.clone());
        let issues = [entry("unknown-label", "A9", 4), entry("text-missing", "A1", 0)];
        assert_eq!(seen(&held), issues);
        let told = Told::default()
            .accept("us-test:2025-11", "unknown-label")
            .accept("us-test:2025-11", "text-missing")
            .accept("us-test:2025-11", "duplicate-key");
        let accepted = run(&told, prints);
        assert_eq!(accepted.rows.len(), 1);
        let twice = [entry("duplicate-key", "B1", 1), entry("duplicate-key", "B3", 1)];
        assert_eq!(seen(&accepted), [issues, twice].concat());
        assert_eq!(accepted.conservation[0].refused, 6);
    }
}

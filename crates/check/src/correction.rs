//! Whether each correction of a release means one value of it: one that means none, or several, is
//! wrongly keyed, and the release is held until it is mended.

use std::collections::BTreeSet;

use portbook_source::correction::Correction;

use crate::cell::{Cells, Key};
use crate::publication::Publication;
use crate::review::Review;
use crate::verdict::Failure;

pub(crate) const RULE: &str = "correction-unmatched";

pub(crate) fn check(
    corrections: &[Correction],
    cells: &Cells,
    publication: &Publication,
    review: &mut Review<'_>,
) {
    let of = |number: usize| &cells.prints[number];
    let dataset = &of(publication.prints[0]).dataset;
    let ours = corrections.iter().enumerate().filter(|(_, c)| c.dataset == *dataset);
    for (number, correction) in ours {
        let mut prints = publication.prints.iter().copied().filter(|print| {
            correction.is_for(&of(*print).release.id.to_string(), of(*print).snapshot)
        });
        let Some(first) = prints.next() else { continue };
        let meant: BTreeSet<Key> = std::iter::once(first)
            .chain(prints)
            .flat_map(|print| cells.corrected(print))
            .filter(|(met, _)| *met == number)
            .map(|(_, key)| key)
            .collect();
        review.counts.corrected += u64::from(meant.len() == 1);
        let got = match meant.len() {
            0 => "no value".to_owned(),
            1 => continue,
            several => {
                let named = meant.iter().take(2).map(|key| review.named_key(*key));
                let more = if several > 2 { "; …" } else { "" };
                format!("{several} values ({}{more})", named.collect::<Vec<_>>().join("; "))
            }
        };
        review.fail(Failure {
            rule: RULE.to_owned(),
            said: format!(
                "got {got} of the {} in corrections.toml:{}, expected one value",
                correction.action(),
                correction.line
            ),
            cells: Vec::new(),
        });
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use portbook_model::amount::{Amount, Marks};
    use portbook_model::concept::Concept;
    use portbook_model::observation::Observation;
    use portbook_model::print::{Corrected, Print};
    use portbook_model::status::RevisionReason;
    use portbook_source::correction::{Action, Key};

    use super::*;
    use crate::printing::{Told, counted, figure, print, run};

    fn exports(action: Action) -> Correction {
        Correction {
            dataset: "table".to_owned(),
            key: Key::Series {
                release: "us-test:2025-11".to_owned(),
                columns: BTreeMap::from([(Concept::TradeFlow, "X".to_owned())]),
                time_period: "2025-11".to_owned(),
                snapshot: None,
            },
            action,
            expect: "50".to_owned(),
            reason: "a digit too many".to_owned(),
            reference: "https://example.org/erratum".to_owned(),
            by: "reviewer".to_owned(),
            date: "2026-11-29".parse().unwrap(),
            line: 1,
        }
    }

    fn five() -> Amount {
        Amount::parse("5", Marks { decimal: '.', grouping: None }).unwrap()
    }

    /// A page as `normalize` leaves it: the observation of the row is the corrected one.
    fn page(period: &str, released_at: &str, rows: Vec<Observation>, corrected: &[usize]) -> Print {
        let mut page = print(&format!("page of {period}"), period, released_at);
        page.rows = rows;
        let mut page = counted(page);
        let observation = |row: &usize| page.rows[*row].clone();
        page.corrected = corrected
            .iter()
            .map(|row| Corrected { correction: 0, observation: observation(row) })
            .collect();
        page
    }

    #[test]
    fn a_corrected_row_says_so_and_the_print_after_it_is_of_the_source() {
        let told = Told::default().correction(exports(Action::Override(five())));
        let first = [figure("M", "2025-11", 3, 6, 0), figure("X", "2025-11", 5, 6, 0)];
        let november = page("2025-11", "2026-01-29T13:30:00Z", first.to_vec(), &[1]);
        let later = [figure("M", "2025-11", 4, 6, 0), figure("X", "2025-11", 6, 6, 0)];
        let december = page("2025-12", "2026-02-19T13:30:00Z", later.to_vec(), &[]);
        let checked = run(&told, vec![november, december]);
        let reasons: Vec<_> = checked.rows.iter().map(|row| row.revision_reason).collect();
        let source = Some(RevisionReason::Source);
        assert_eq!(reasons, [None, source, Some(RevisionReason::Correction), source]);
        assert_eq!(checked.verdicts[0].counts.corrected, 1);
        assert_eq!(checked.verdicts[1].counts.corrected, 0);
    }

    /// What is left out by a correction was printed: it has not vanished.
    #[test]
    fn what_is_left_out_has_not_vanished() {
        let mut correction = exports(Action::Drop);
        let Key::Series { release, .. } = &mut correction.key else { unreachable!("by series") };
        *release = "us-test:2025-12".to_owned();
        let told = Told::default().correction(correction);
        let both = [figure("M", "2025-11", 3, 6, 0), figure("X", "2025-11", 5, 6, 0)];
        let november = page("2025-11", "2026-01-29T13:30:00Z", both.to_vec(), &[]);
        let mut december = page("2025-12", "2026-02-19T13:30:00Z", both[..1].to_vec(), &[]);
        let gone = run(&told, vec![november.clone(), december.clone()]);
        assert_eq!(gone.verdicts[1].reasons()[0].rule, RULE, "the correction means nothing");
        december.ignored_cells = 1;
        december.value_cells += 1;
        let observation = Observation { value: None, ..both[1].clone() };
        december.corrected = vec![Corrected { correction: 0, observation }];
        let checked = run(&told, vec![november, december]);
        assert!(!checked.verdicts[1].is_held());
        assert_eq!((checked.rows.len(), checked.verdicts[1].counts.vanished), (2, 0));
    }

    #[test]
    fn a_correction_that_means_no_value_or_several_holds_the_release() {
        let told = Told::default().correction(exports(Action::Override(five())));
        let rows = || vec![figure("M", "2025-11", 3, 6, 0), figure("X", "2025-11", 5, 6, 0)];
        for (corrected, said) in [
            (&[][..], "got no value of the override in corrections.toml:1, expected one value"),
            (&[0, 1], "got 2 values (ref_area=USA counterpart_area=_W trade_flow=M "),
        ] {
            let page = page("2025-11", "2026-01-29T13:30:00Z", rows(), corrected);
            let checked = run(&told, vec![page]);
            let reason = &checked.verdicts[0].reasons()[0];
            assert_eq!(reason.rule, RULE);
            assert!(reason.said.starts_with(said), "{}", reason.said);
        }
        let other = page("2025-12", "2026-02-19T13:30:00Z", rows(), &[]);
        assert!(!run(&told, vec![other]).verdicts[0].is_held(), "it is of another release");
    }
}

//! Whether a figure printed again to be compared is what is held (contract 9 and layouts 8).

use crate::cell::Cells;
use crate::publication::Publication;
use crate::review::Review;
use crate::rounding;
use crate::verdict::Failure;
use crate::vintage::Ledger;

pub(crate) const RULE: &str = "control";

/// Compares with what was held before the release was first printed: a replacement of it repeats
/// its controls unchanged.
pub(crate) fn check(
    cells: &Cells,
    ledger: &Ledger,
    publication: &Publication,
    review: &mut Review<'_>,
) {
    for &print in &publication.prints {
        for (key, control) in cells.controls(print) {
            let held = ledger.before(key, publication.first_released_at).map(|r| &r.observation);
            let Some(held) = held.filter(|held| held.base_period == control.base_period) else {
                review.counts.controls_unchecked += 1;
                continue;
            };
            if rounding::agree(held, control) {
                review.counts.controls_agreed += 1;
                continue;
            }
            let said = format!(
                "{}: got {}, expected {} as held",
                review.named_key(key),
                rounding::value(control),
                rounding::value(held),
            );
            let cells = vec![review.place_of(control), review.place_of(held)];
            review.fail(Failure { rule: RULE.to_owned(), said, cells });
        }
    }
}

#[cfg(test)]
mod tests {
    use portbook_model::digest::Digest;

    use crate::printing::{Told, counted, figure, print, run};

    /// A replaced December still compares November with what was held before December.
    #[test]
    fn a_replacement_repeats_its_controls() {
        let mut november = print("november", "2025-11", "2026-01-29T13:30:00Z");
        november.rows = vec![figure("X", "2025-11", 182_146, 6, 0)];
        let mut december = print("december", "2025-12", "2026-02-19T13:30:00Z");
        december.rows =
            vec![figure("X", "2025-11", 183_135, 6, 0), figure("X", "2025-12", 179_036, 6, 0)];
        december.controls = vec![figure("X", "2025-11", 182_146, 6, 0)];
        let mut replaced = december.clone();
        replaced.captured_at = "2026-02-25T00:00:00Z".parse().unwrap();
        replaced.snapshot = Digest::of(b"replaced");
        replaced.rows[1] = figure("X", "2025-12", 179_037, 6, 0);
        let prints = vec![counted(november), counted(december), counted(replaced)];
        let checked = run(&Told::default(), prints);
        assert_eq!(checked.verdicts[2].reasons(), []);
        assert_eq!(checked.verdicts[2].counts.controls_agreed, 1);
    }

    #[test]
    fn a_control_that_is_not_what_is_held_holds_the_release() {
        let mut november = print("november", "2025-11", "2026-01-29T13:30:00Z");
        november.rows = vec![figure("X", "2025-11", 182_146, 6, 0)];
        let mut december = print("december", "2025-12", "2026-02-19T13:30:00Z");
        december.rows = vec![figure("X", "2025-11", 183_135, 6, 0)];
        december.controls = vec![figure("X", "2025-11", 182_164, 6, 0)];
        let checked = run(&Told::default(), vec![counted(november), counted(december)]);
        assert_eq!(checked.rows.len(), 1);
        let reason = &checked.verdicts[1].reasons()[0];
        assert_eq!(reason.rule, "control");
        assert!(reason.said.ends_with("got 182164000000, expected 182146000000 as held"));
        assert_eq!((checked.conservation[1].controls, checked.conservation[1].held), (1, 1));
    }
}

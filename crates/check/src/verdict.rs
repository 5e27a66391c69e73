//! The verdict on a (dataset, release): passed, or held and why. An accepted rule holds nothing,
//! and what is told only (`Finding`) never holds.

use std::collections::BTreeMap;
use std::sync::Arc;

use portbook_model::address::Address;
use portbook_model::digest::Digest;
use portbook_model::release::Release;

use crate::vintage::SAME_INSTANT;

/// The rule of a release that a review rejects.
pub const REJECTED: &str = "rejected";

/// Whether a review may let a rule pass. Of two releases at one instant that differ, one is wrong.
pub fn may_be_accepted(rule: &str) -> bool {
    ![REJECTED, SAME_INSTANT].contains(&rule)
}

/// What was decided on one release of one dataset.
#[derive(Clone, Debug, PartialEq)]
pub struct Verdict {
    pub dataset: String,
    /// With the suffix of a silent replacement, and `released_at` as published.
    pub release: Arc<Release>,
    pub ruling: Ruling,
    /// Rules that failed and that a review accepts.
    pub accepted: Vec<Failure>,
    pub counts: Counts,
}

#[derive(Clone, Debug, PartialEq)]
pub enum Ruling {
    Passed,
    /// The release contributes no row.
    Held {
        reasons: Vec<Failure>,
    },
}

/// A rule that a release breaks.
#[derive(Clone, Debug, PartialEq)]
pub struct Failure {
    /// Rule of an issue, name of an identity, or `duplicate-key edition control rows
    /// same-instant refused-cell`; what `accepted.toml` names.
    pub rule: String,
    /// The arithmetic, or what was seen and expected.
    pub said: String,
    pub cells: Vec<Place>,
}

/// The place of a cell that a failure names.
#[derive(Clone, Debug, PartialEq)]
pub struct Place {
    /// File as a person would find it.
    pub file: String,
    pub snapshot: Digest,
    pub address: Address,
    /// The value in base units, or its status where there is none.
    pub value: String,
}

/// Something worth telling about a release.
#[derive(Clone, Debug, PartialEq)]
pub struct Finding {
    pub dataset: String,
    pub release: Arc<Release>,
    pub failure: Failure,
}

/// What was counted on the way to a verdict.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Counts {
    /// Observations of the release, editions united.
    pub observations: u64,
    /// Rows of observations never held before.
    pub new: u64,
    pub revised: u64,
    pub vanished: u64,
    /// Observations equal to what is held.
    pub restated: u64,
    /// Other prints of a figure that agree with the one that stands.
    pub editions_agreed: u64,
    pub controls_agreed: u64,
    /// Controls of figures of which nothing was held.
    pub controls_unchecked: u64,
    /// Values that corrections changed or left out.
    pub corrected: u64,
    /// Name of an identity -> how often it was computed.
    pub identities: BTreeMap<String, Computed>,
}

/// How often an identity could be computed in a release.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Computed {
    pub held: u64,
    pub broken: u64,
    /// A term is not printed.
    pub incomplete: u64,
    /// A term is printed without a value.
    pub not_computable: u64,
}

impl Verdict {
    pub fn is_held(&self) -> bool {
        matches!(self.ruling, Ruling::Held { .. })
    }

    /// Whether a person found it to be wrong: held, and told no more.
    pub fn is_rejected(&self) -> bool {
        self.reasons().iter().any(|reason| reason.rule == REJECTED)
    }

    /// Why it is held; empty where it passed.
    pub fn reasons(&self) -> &[Failure] {
        match &self.ruling {
            Ruling::Passed => &[],
            Ruling::Held { reasons } => reasons,
        }
    }
}

#[cfg(test)]
mod tests {
    use portbook_model::address::Address;
    use portbook_model::issue::Issue;

    use crate::printing::{Told, counted, figure, print, run};

    #[test]
    fn an_issue_holds_the_release_until_its_rule_is_accepted() {
        let mut page = print("https://example.org/page", "2025-11", "2025-12-09T03:00:00Z");
        page.rows = vec![figure("X", "2025-11", 5, 6, 0)];
        page.refused_cells = 1;
        page.issues = vec![Issue {
            rule: "unknown-label".to_owned(),
            file: "https://example.org/page".to_owned(),
            address: Address {
                sheet: Some("table 3".into()),
                cell: Some("A7".into()),
                ..Address::default()
            },
            seen: "Germny".to_owned(),
            expected: "a label of [area]".to_owned(),
            nearest: vec!["Germany".to_owned()],
        }];
        let prints = vec![counted(page)];
        let held = run(&Told::default(), prints.clone());
        let reason = &held.verdicts[0].reasons()[0];
        assert_eq!(reason.said, "got `Germny`, expected a label of [area] (nearest: `Germany`)");
        assert_eq!(reason.cells[0].address.cell.as_deref(), Some("A7"));
        assert_eq!((held.conservation[0].held, held.conservation[0].refused), (1, 1));

        let accepted = run(&Told::default().accept("us-test:2025-11", "unknown-label"), prints);
        assert_eq!(accepted.rows.len(), 1);
        assert!(!accepted.verdicts[0].is_held());
        assert_eq!(accepted.verdicts[0].accepted.len(), 1);
        assert_eq!((accepted.conservation[0].rows, accepted.conservation[0].refused), (1, 1));
    }

    #[test]
    fn a_rejected_release_stays_held_whatever_it_passes() {
        let mut page = print("https://example.org/page", "2025-11", "2025-12-09T03:00:00Z");
        page.rows = vec![figure("X", "2025-11", 5, 6, 0)];
        let prints = vec![counted(page)];
        assert!(!run(&Told::default(), prints.clone()).verdicts[0].is_rejected());
        let checked = run(&Told::default().reject("us-test:2025-11"), prints);
        assert!(checked.verdicts[0].is_rejected());
        assert_eq!(
            checked.verdicts[0].reasons()[0].said,
            "reviewer, 2026-11-29: a page of another year"
        );
        assert_eq!((checked.rows.len(), checked.conservation[0].held), (0, 1));
    }
}

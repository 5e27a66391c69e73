//! A release under review: gathers what the questions find, and applies `accepted.toml`.

use std::sync::Arc;

use portbook_model::observation::Observation;
use portbook_model::release::Release;
use portbook_source::identity::Kind;
use portbook_source::load::{Accepted, Rejected};

use crate::Keep;
use crate::arithmetic::{Arithmetic, Implied};
use crate::cell::{CellId, Cells, Key};
use crate::publication::Publication;
use crate::rounding;
use crate::verdict::{Counts, Failure, Finding, Place, REJECTED, Ruling, Verdict};

/// A review of one publication while its questions are asked.
pub(crate) struct Review<'a> {
    cells: &'a Cells,
    publication: &'a Publication,
    accepted_rules: Vec<&'a str>,
    reasons: Vec<Failure>,
    accepted: Vec<Failure>,
    keep: Keep,
    pub(crate) findings: Vec<Finding>,
    pub(crate) implied: Vec<Implied>,
    pub(crate) arithmetic: Vec<Arithmetic>,
    pub(crate) counts: Counts,
}

impl<'a> Review<'a> {
    pub(crate) fn new(
        cells: &'a Cells,
        publication: &'a Publication,
        accepted: &'a [Accepted],
        keep: Keep,
    ) -> Self {
        let release = publication.release.id.to_string();
        let dataset = &cells.prints[publication.prints[0]].dataset;
        let ours = accepted.iter().filter(|a| a.release == release && a.dataset == *dataset);
        Self {
            cells,
            publication,
            accepted_rules: ours.map(|a| a.rule.as_str()).collect(),
            reasons: Vec::new(),
            accepted: Vec::new(),
            keep,
            findings: Vec::new(),
            implied: Vec::new(),
            arithmetic: Vec::new(),
            counts: Counts::default(),
        }
    }

    /// A rule is broken: the release is held, unless that rule is accepted for it.
    pub(crate) fn fail(&mut self, failure: Failure) {
        if self.accepted_rules.contains(&failure.rule.as_str()) {
            self.accepted.push(failure);
        } else {
            self.reasons.push(failure);
        }
    }

    /// A rule is broken that no review can accept.
    pub(crate) fn fail_always(&mut self, failure: Failure) {
        self.reasons.push(failure);
    }

    pub(crate) fn find(&mut self, failure: Failure) {
        self.findings.push(Finding {
            dataset: self.dataset().to_owned(),
            release: self.publication.release.clone(),
            failure,
        });
    }

    /// A broken identity holds the release, or is told.
    pub(crate) fn told(&mut self, kind: Kind, failure: Failure) {
        match kind {
            Kind::Gate => self.fail(failure),
            Kind::Finding => self.find(failure),
        }
    }

    /// A release found to be wrong stays held, whatever it passes.
    pub(crate) fn rejected(&mut self, rejected: &[Rejected]) {
        let release = self.publication.release.id.to_string();
        let dataset = self.dataset();
        let ours = rejected.iter().find(|r| r.release == release && r.dataset == dataset);
        if let Some(Rejected { reason, by, date, .. }) = ours {
            let said = format!("{by}, {date}: {reason}");
            self.fail_always(Failure { rule: REJECTED.to_owned(), said, cells: Vec::new() });
        }
    }

    /// A comparison with what was held before.
    pub(crate) fn imply(&mut self, implied: Implied) {
        self.implied.push(implied);
    }

    pub(crate) fn keeps_arithmetic(&self) -> bool {
        self.keep == Keep::Arithmetic
    }

    pub(crate) fn show(&mut self, arithmetic: Arithmetic) {
        self.arithmetic.push(arithmetic);
    }

    /// Every issue holds; so does a refused cell, though nothing were said about it.
    pub(crate) fn issues(&mut self) {
        for &number in &self.publication.prints {
            let print = &self.cells.prints[number];
            for issue in &print.issues {
                let nearest = issue.nearest.iter().map(|word| format!("`{word}`"));
                let nearest = nearest.collect::<Vec<_>>().join(", ");
                let hint =
                    if nearest.is_empty() { nearest } else { format!(" (nearest: {nearest})") };
                self.fail(Failure {
                    rule: issue.rule.clone(),
                    said: format!("got `{}`, expected {}{hint}", issue.seen, issue.expected),
                    cells: vec![Place {
                        file: issue.file.clone(),
                        snapshot: print.snapshot,
                        address: issue.address.clone(),
                        value: issue.seen.clone(),
                    }],
                });
            }
            if print.refused_cells > 0 && print.issues.is_empty() {
                self.fail(Failure {
                    rule: "refused-cell".to_owned(),
                    said: format!("got {} refused cells, expected none", print.refused_cells),
                    cells: Vec::new(),
                });
            }
        }
    }

    pub(crate) fn is_held(&self) -> bool {
        !self.reasons.is_empty()
    }

    pub(crate) fn verdict(self) -> Verdict {
        let dataset = self.dataset().to_owned();
        let ruling = if self.reasons.is_empty() {
            Ruling::Passed
        } else {
            Ruling::Held { reasons: self.reasons }
        };
        Verdict {
            dataset,
            release: self.publication.release.clone(),
            ruling,
            accepted: self.accepted,
            counts: self.counts,
        }
    }

    pub(crate) fn release(&self) -> &Arc<Release> {
        &self.publication.release
    }

    pub(crate) fn dataset(&self) -> &str {
        &self.cells.prints[self.publication.prints[0]].dataset
    }

    pub(crate) fn place_at(&self, cell: CellId) -> Place {
        self.place_of(self.cells.observation(cell))
    }

    pub(crate) fn place_of(&self, observation: &Observation) -> Place {
        self.place(self.cells, observation)
    }

    /// The place of an observation of any dataset of the source.
    #[expect(clippy::unused_self, reason = "a review is where places are asked for")]
    pub(crate) fn place(&self, cells: &Cells, observation: &Observation) -> Place {
        Place {
            file: cells.file(observation.snapshot).to_owned(),
            snapshot: observation.snapshot,
            address: observation.address.clone(),
            value: rounding::value(observation),
        }
    }

    pub(crate) fn value(&self, cell: CellId) -> String {
        rounding::value(self.cells.observation(cell))
    }

    pub(crate) fn named(&self, cell: CellId) -> String {
        self.named_key(self.cells.key(cell))
    }

    /// An observation for people: its period, and what its series says.
    pub(crate) fn named_key(&self, key: Key) -> String {
        self.cells.named(key)
    }
}

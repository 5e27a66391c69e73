//! What a publisher says that its files add up to, printed in another dataset: the sums of the prints
//! of two publications, compared as `check` compares rows that are held.

use std::collections::BTreeMap;

use portbook_bulk::added::Added;
use portbook_bulk::print::Print;
use portbook_check::rounding::plain;
use portbook_check::verdict::{Computed, Failure, Place};
use portbook_model::concept::Concept;
use portbook_source::identity::{Identity, Rule};

use crate::bulk::family::Publication;
use crate::bulk::judge::address;
use crate::bulk::prints::Prints;

/// What comparing one identity came to.
#[derive(Debug, Default)]
pub(super) struct Compared {
    pub(super) computed: Computed,
    pub(super) broken: Vec<Failure>,
}

/// Compares a publication with the last of its release in the other dataset that was out.
pub(super) fn compare(
    prints: &Prints<'_>,
    identity: &Identity,
    ours: &Publication,
    all: &BTreeMap<String, Vec<Publication>>,
    dataset: &str,
) -> Option<Compared> {
    let Rule::ControlTotal { dataset: of_totals, over, .. } = &identity.rule else { return None };
    let (is_detail, is_total) = (identity.dataset == dataset, of_totals == dataset);
    if !is_detail && !is_total {
        return None;
    }
    let mut compared = Compared::default();
    let other = if is_detail { of_totals } else { &identity.dataset };
    let Some(theirs) = beside(all.get(other).map(Vec::as_slice).unwrap_or_default(), ours) else {
        return Some(compared);
    };
    let (details, totals) = if is_detail { (ours, theirs) } else { (theirs, ours) };
    let sums = |publication: &Publication| -> Vec<(&Print, &Added)> {
        let prints = publication.prints.iter().map(|number| &prints.all[*number].print);
        let of = |print| {
            let sums = Print::added(print, &identity.name).iter();
            sums.map(move |added| (print, added))
        };
        prints.flat_map(of).collect()
    };
    let parts = sums(details);
    for (print, total) in sums(totals) {
        let is_part = |part: &Added| {
            let (one, whole) = ((part.start, part.end), (total.start, total.end));
            let is_within = if over.contains(&Concept::PeriodKind) {
                whole.0 <= one.0 && one.1 <= whole.1
            } else {
                one == whole
            };
            is_within && part.shared == total.shared
        };
        let parts: Vec<&Added> =
            parts.iter().map(|(_, part)| *part).filter(|part| is_part(part)).collect();
        compared.add(identity, print, total, &parts);
    }
    Some(compared)
}

/// The last publication of that release that was out.
fn beside<'p>(theirs: &'p [Publication], ours: &Publication) -> Option<&'p Publication> {
    let name = |publication: &Publication| {
        let id = &publication.release.id;
        (id.source().to_owned(), id.period().to_owned())
    };
    let out = |p: &&Publication| p.release.released_at <= ours.release.released_at;
    theirs.iter().filter(out).rfind(|theirs| name(theirs) == name(ours))
}

impl Compared {
    fn add(&mut self, identity: &Identity, print: &Print, total: &Added, parts: &[&Added]) {
        if parts.is_empty() {
            self.computed.incomplete += 1;
            return;
        }
        if total.is_blank || parts.iter().any(|part| part.is_blank) {
            self.computed.not_computable += 1;
            return;
        }
        let sum: i128 = parts.iter().map(|part| part.value).sum();
        let open_twice: i128 =
            total.open_twice + parts.iter().map(|part| part.open_twice).sum::<i128>();
        let off = total.value - sum;
        if off.abs().saturating_mul(2) <= open_twice {
            self.computed.held += 1;
            return;
        }
        self.computed.broken += 1;
        let rows: u64 = parts.iter().map(|part| part.rows).sum();
        let shared: Vec<&str> = total.shared.iter().map(String::as_str).collect();
        let shared: Vec<&str> =
            shared.into_iter().filter(|code| !["_Z", "_T"].contains(code)).collect();
        let value = plain(total.value);
        self.broken.push(Failure {
            rule: identity.name.clone(),
            said: format!(
                "{}: got {value}, expected {}, the sum of {rows} cells; off by {}, rounding allows {}",
                shared.join(" "),
                plain(sum),
                plain(off),
                plain(open_twice / 2),
            ),
            cells: vec![Place {
                file: print.url.clone(),
                snapshot: print.snapshot,
                address: address(print, total.at, Some(&total.cell)),
                value,
            }],
        });
    }
}

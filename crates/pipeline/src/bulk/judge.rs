//! What is known of a publication without its rows, for `check` to judge.

use std::collections::{BTreeMap, BTreeSet};

use jiff::ToSpan as _;
use jiff::civil::Date;
use portbook_bulk::print::Print;
use portbook_bulk::refused::Refused;
use portbook_bulk::vintage::{Month, Twice};
use portbook_check::outlined::{BAD_RECORDS, Outlined, SAME_INSTANT, TWICE};
use portbook_check::quarantine::Quarantined;
use portbook_check::verdict::{Failure, Place};
use portbook_model::address::Address;
use portbook_model::digest::Digest;
use portbook_model::issue::{Issue, Refusal};
use portbook_model::period::{Period, PeriodKind};

use crate::bulk::family::Publication;
use crate::bulk::prints::Prints;

/// Cells that a broken rule names; the others are in the quarantine.
const NAMED_MAX: usize = 20;
/// The rule of a record that is none.
const BAD_RECORD: &str = "bad-record";

/// What a publication has; `other` is one that passed at the same instant.
pub(super) fn outlined(
    prints: &Prints<'_>,
    publication: &Publication,
    other: Option<&Publication>,
) -> Outlined {
    let standing = || publication.prints.iter().map(|number| &prints.all[*number].print);
    let areas: BTreeSet<_> = standing().flat_map(|print| &print.outline.areas).collect();
    let files: BTreeMap<Digest, u64> =
        standing().map(|print| (print.snapshot, print.bytes)).collect();
    let mut failures: Vec<Failure> = standing().flat_map(failures).collect();
    failures.extend(other.map(|other| Failure {
        rule: SAME_INSTANT.to_owned(),
        said: format!(
            "got two releases of one instant, expected {} alone: which of them says what last is \
             not told",
            other.release.id
        ),
        cells: Vec::new(),
    }));
    Outlined {
        release: publication.release.clone(),
        layout: standing().next().map(|print| print.layout.clone()).unwrap_or_default(),
        observations: standing().map(|print| print.outline.rows).sum(),
        areas: areas.len() as u64,
        bytes: files.into_values().sum(),
        prints: standing().map(periods).collect(),
        is_partial: standing().any(is_partial),
        failures,
        findings: Vec::new(),
    }
}

/// Whether something of a print was refused: then it cannot show that anything is missing.
pub(super) fn is_partial(print: &Print) -> bool {
    print.told.cells_refused + print.told.records_refused + print.duplicates > 0
}

fn periods(print: &Print) -> BTreeMap<(PeriodKind, Period), u64> {
    let read = |(month, figures): &(Month, u64)| Some((period(month)?, *figures));
    print.outline.months.iter().filter_map(read).collect()
}

fn period(month: &Month) -> Option<(PeriodKind, Period)> {
    let date = |days: i32| Date::constant(1970, 1, 1).checked_add(days.days()).ok();
    let period = Period { start: date(month.start)?, end: date(month.end)? };
    Some((month.kind.parse().ok()?, period))
}

/// The year a month ends in.
pub(super) fn year(month: &Month) -> Option<i16> {
    period(month).map(|(_, period)| period.end.year())
}

fn failures(print: &Print) -> Vec<Failure> {
    let mut failures = Vec::new();
    let told = &print.told;
    if print.is_held {
        let refused = told.refused.iter().take(NAMED_MAX);
        let cells = refused.map(|refused| {
            let Refused { file, record, cell, raw, .. } = refused;
            place(print, (*file, *record), cell.as_ref(), raw)
        });
        let first = told.refused.first().map_or("", |first| first.why.as_str());
        failures.push(Failure {
            rule: BAD_RECORDS.to_owned(),
            said: format!(
                "got {} of {} records refused, expected at most 1 in 1000; the first: {first}",
                told.records_refused, told.records
            ),
            cells: cells.collect(),
        });
    }
    let twice = print.named.iter().take(NAMED_MAX);
    failures.extend(twice.map(|twice| Failure {
        rule: TWICE.to_owned(),
        said: format!(
            "got {} observations printed twice and differently, expected none: {}, records {} and {}",
            print.duplicates, twice.cell, twice.first.1, twice.second.1
        ),
        cells: [twice.first, twice.second]
            .map(|at| place(print, at, Some(&twice.cell), ""))
            .to_vec(),
    }));
    failures
}

/// Two files of one publication that print one observation.
pub(super) fn twice(one: &Print, two: &Print, twice: &Twice) -> Failure {
    let (first, second) = (twice.one.1, twice.two.1);
    Failure {
        rule: TWICE.to_owned(),
        said: format!(
            "got one observation in two files, expected it in one: row {first} of {} as sorted, row \
             {second} of {}",
            one.url, two.url
        ),
        cells: Vec::new(),
    }
}

/// `at` is the number of the text and of the record in it.
pub(super) fn address(print: &Print, at: (u32, u64), cell: Option<&String>) -> Address {
    let (file, record) = at;
    Address {
        member: print.member(file).map(Into::into),
        cell: cell.map(|cell| cell.as_str().into()),
        record: i64::try_from(record).ok(),
        ..Address::default()
    }
}

fn place(print: &Print, at: (u32, u64), cell: Option<&String>, value: &str) -> Place {
    Place {
        file: print.url.clone(),
        snapshot: print.snapshot,
        address: address(print, at, cell),
        value: value.to_owned(),
    }
}

/// What is refused of the prints that came with a publication.
pub(super) fn quarantine(prints: &Prints<'_>, publication: &Publication) -> Vec<Quarantined> {
    let mut all = Vec::new();
    for number in &publication.arrived {
        let print = &prints.all[*number].print;
        let refusals = print.told.refused.iter().map(|refused| Refusal {
            issue: issue(print, refused),
            cells: if refused.cell.is_some() { 1 } else { print.measures },
        });
        all.extend(refusals.map(|refusal| Quarantined {
            dataset: print.dataset.clone(),
            release: publication.release.clone(),
            snapshot: print.snapshot,
            refusal,
        }));
    }
    all
}

fn issue(print: &Print, refused: &Refused) -> Issue {
    let is_rule = |word: &str| word.bytes().all(|byte| byte.is_ascii_lowercase() || byte == b'-');
    let (rule, expected) = match refused.why.split_once(": ") {
        Some((rule, why)) if is_rule(rule) => (rule, why),
        _ => (BAD_RECORD, refused.why.as_str()),
    };
    Issue {
        rule: rule.to_owned(),
        file: print.url.clone(),
        address: address(print, (refused.file, refused.record), refused.cell.as_ref()),
        seen: refused.raw.clone(),
        expected: expected.to_owned(),
        nearest: Vec::new(),
    }
}

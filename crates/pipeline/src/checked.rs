//! `portbook check`: the verdicts on what the archive holds, rebuilt, with the arithmetic of every
//! identity. Nothing is published.

use std::collections::BTreeMap;

use portbook_archive::archive::Archive;
use portbook_bulk::print::Scratch;
use portbook_check::arithmetic::{Arithmetic, Outcome};
use portbook_check::verdict::{Place, Verdict};
use portbook_check::{Checked, Keep};
use portbook_source::identity::Identity;
use portbook_source::load::{Source, ids};
use serde::Serialize;

use crate::build::prints;
use crate::bulk;
use crate::error::Error;
use crate::settings::Settings;
use crate::summary::Reason;

/// What to check: everything where nothing is named.
#[derive(Clone, Debug)]
pub struct Asked {
    pub source: Option<String>,
    pub dataset: Option<String>,
    /// With or without its source: `2025-11`, `cn-gacc-bulletin:2025-11`.
    pub release: Option<String>,
    pub show: Show,
}

/// What is told of each identity.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Show {
    /// How often it held.
    Counts,
    /// The arithmetic of each computation too.
    Arithmetic,
}

/// The verdict on one release of one dataset.
#[derive(Clone, Debug, Serialize)]
pub struct Release {
    pub source: String,
    pub dataset: String,
    pub release: String,
    pub released_at: String,
    pub held: bool,
    pub observations: u64,
    /// Other prints of a figure that agree with the one that stands.
    pub editions_agreed: u64,
    pub controls_agreed: u64,
    pub controls_unchecked: u64,
    pub identities: Vec<Computed>,
    /// Why it is held.
    pub reasons: Vec<Reason>,
    /// Rules that failed and that a review accepts.
    pub accepted: Vec<Reason>,
    /// What is told and holds nothing.
    pub findings: Vec<Reason>,
}

/// How often an identity was computed in a release, and how.
#[derive(Clone, Debug, Serialize)]
pub struct Computed {
    pub name: String,
    /// `gate` or `finding`.
    pub kind: &'static str,
    pub held: u64,
    pub broken: u64,
    pub incomplete: u64,
    pub not_computable: u64,
    /// `None` where it was not asked for.
    pub arithmetic: Option<Vec<Line>>,
}

/// One computation.
#[derive(Clone, Debug, Serialize)]
pub struct Line {
    /// `held`, `broken` or `not computable`.
    pub outcome: &'static str,
    /// Series and period of what is printed.
    pub of: String,
    pub printed: Cell,
    pub expected: String,
    pub difference: String,
    pub allowance: String,
    pub terms: Vec<Term>,
}

#[derive(Clone, Debug, Serialize)]
pub struct Term {
    pub factor: i64,
    /// Where an earlier release printed it.
    pub release: Option<String>,
    #[serde(flatten)]
    pub cell: Cell,
}

#[derive(Clone, Debug, Serialize)]
pub struct Cell {
    pub value: String,
    pub file: String,
    /// Sheet and cell, or record.
    pub address: String,
    pub snapshot: String,
}

/// Checks what the archive holds.
///
/// # Errors
/// `NoSuchSource`, `NoSuchRelease` where what is asked for is not there, `NothingHeld` where there
/// is nothing to ask for; where the archive cannot
/// be read.
pub fn checked(settings: &Settings, asked: &Asked) -> Result<Vec<Release>, Error> {
    let known = ids(&settings.pipelines)?;
    if let Some(got) = asked.source.as_ref().filter(|id| !known.contains(id)) {
        return Err(Error::NoSuchSource { got: got.clone(), known: known.join(", ") });
    }
    let keep = match asked.show {
        Show::Counts => Keep::Counts,
        Show::Arithmetic => Keep::Arithmetic,
    };
    let archive = Archive::open(&settings.archive)?;
    let mut found = Vec::new();
    let mut there = Vec::new();
    for id in known.iter().filter(|id| asked.source.as_ref().is_none_or(|only| only == *id)) {
        let source = Source::load(&settings.pipelines, id)?;
        let captures = archive.captures(&source.column())?;
        let checked = if source.is_bulk() {
            let scratch = Scratch::new()?;
            bulk::build(settings, &source, &archive, &captures, None, scratch.path())?.0.checked
        } else {
            let prints = prints(&source, &archive, &captures, settings.threads, &settings.parser)?;
            portbook_check::check(&source, prints, keep)?
        };
        there.extend(checked.verdicts.iter().map(|v| format!("{} {}", v.release.id, v.dataset)));
        found.extend(releases(&source, checked, asked));
    }
    if there.is_empty() {
        return Err(Error::NothingHeld { archive: settings.archive.clone() });
    }
    if found.is_empty() {
        return Err(Error::NoSuchRelease { known: there.join(", ") });
    }
    Ok(found)
}

fn releases(source: &Source, checked: Checked, asked: &Asked) -> Vec<Release> {
    let is_asked = |verdict: &Verdict| {
        let (id, period) = (verdict.release.id.to_string(), verdict.release.id.period());
        asked.dataset.as_ref().is_none_or(|only| *only == verdict.dataset)
            && asked.release.as_ref().is_none_or(|only| *only == id || only == period)
    };
    // Dataset, release and identity -> what it came to.
    let mut lines: BTreeMap<[String; 3], Vec<Line>> = BTreeMap::new();
    for one in checked.arithmetic {
        let key = [one.dataset.clone(), one.release.id.to_string(), one.identity.clone()];
        lines.entry(key).or_default().push(line(one));
    }
    let mut release = |verdict: &Verdict| {
        let id = verdict.release.id.to_string();
        let mut computed = |(name, counts): (&String, &portbook_check::verdict::Computed)| {
            // The other table of a `same` counts it too.
            let of = |i: &&Identity| i.name == *name && i.concerns(&verdict.dataset);
            let identity = source.identities.iter().find(of);
            let key = [verdict.dataset.clone(), id.clone(), name.clone()];
            Computed {
                name: name.clone(),
                kind: identity.map_or("", |identity| identity.kind.word()),
                held: counts.held,
                broken: counts.broken,
                incomplete: counts.incomplete,
                not_computable: counts.not_computable,
                arithmetic: (asked.show == Show::Arithmetic)
                    .then(|| lines.remove(&key).unwrap_or_default()),
            }
        };
        let identities = verdict.counts.identities.iter().map(&mut computed).collect();
        let of_release = checked
            .findings
            .iter()
            .filter(|f| f.dataset == verdict.dataset && f.release.id == verdict.release.id);
        Release {
            source: source.id.clone(),
            dataset: verdict.dataset.clone(),
            released_at: verdict.release.released_at.to_string(),
            held: verdict.is_held(),
            observations: verdict.counts.observations,
            editions_agreed: verdict.counts.editions_agreed,
            controls_agreed: verdict.counts.controls_agreed,
            controls_unchecked: verdict.counts.controls_unchecked,
            identities,
            reasons: verdict.reasons().iter().map(Reason::from).collect(),
            accepted: verdict.accepted.iter().map(Reason::from).collect(),
            findings: of_release.map(|finding| Reason::from(&finding.failure)).collect(),
            release: id,
        }
    };
    checked.verdicts.iter().filter(|verdict| is_asked(verdict)).map(&mut release).collect()
}

fn line(one: Arithmetic) -> Line {
    let outcome = match one.outcome {
        Outcome::Held => "held",
        Outcome::Broken => "broken",
        Outcome::NotComputable => "not computable",
    };
    let terms = one.terms.into_iter();
    let term = |used: portbook_check::arithmetic::Used| Term {
        factor: used.factor,
        release: used.release,
        cell: cell(used.place),
    };
    Line {
        outcome,
        of: one.named,
        printed: cell(one.printed),
        expected: one.expected,
        difference: one.difference,
        allowance: one.allowance,
        terms: terms.map(term).collect(),
    }
}

fn cell(place: Place) -> Cell {
    Cell {
        value: place.value,
        file: place.file,
        address: place.address.to_string(),
        snapshot: place.snapshot.to_string(),
    }
}

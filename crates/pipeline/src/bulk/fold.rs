//! The publications of a dataset, judged and taken in one after another.

use std::collections::{BTreeMap, BTreeSet};

use portbook_bulk::print::Print;
use portbook_bulk::room::Room;
use portbook_bulk::vintage::{self, Absence, Month, Printed, Sorted, Step, Taking, Twice};
use portbook_check::Checked;
use portbook_check::conservation::Conservation;
use portbook_check::error::Error as Defect;
use portbook_check::outlined::Bench;
use portbook_check::verdict::{Counts, Failure, Ruling};
use portbook_model::digest::Digest;
use portbook_model::release::ReleaseId;
use portbook_source::dataset::Dataset;
use portbook_source::identity::Identity;
use serde::{Deserialize, Serialize};

use crate::bulk::control::{self, Compared};
use crate::bulk::family::Publication;
use crate::bulk::judge;
use crate::bulk::prints::Prints;
use crate::bulk::{DatasetMemory, Years};
use crate::error::Error;
use crate::side_by_side::side_by_side;

/// What taking a publication in came to.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub(super) struct Stepped {
    /// Of everything it was made from.
    key: String,
    new: u64,
    revised: u64,
    vanished: u64,
    restated: u64,
    /// By print that was merged: its number, rows, and cells that said nothing new.
    prints: Vec<(usize, u64, u64)>,
    /// Two files print one observation: it was not taken in.
    twice: Option<(usize, u64, usize, u64)>,
}

/// The state of a dataset while its publications are taken in.
pub(super) struct Fold<'p, 'a> {
    dataset: &'p Dataset,
    pub(super) prints: &'p mut Prints<'a>,
    known: Option<&'p DatasetMemory>,
    pub(super) steps: Vec<Stepped>,
    pub(super) years: Years,
    /// Year -> the print whose rows are those of it that are not superseded; see `since.rs`.
    pub(super) printed: BTreeMap<i16, Digest>,
    /// Release without suffix -> the prints of its last publication that passed.
    stated: BTreeMap<ReleaseId, Vec<usize>>,
}

/// What is merged of a publication.
pub(super) struct News {
    /// Prints that say something, each with its number in the publication.
    pub(super) now: Vec<usize>,
    /// Of a replacement, the prints they replace.
    pub(super) replaced: Option<Vec<usize>>,
    pub(super) covered: BTreeSet<Month>,
    absence: Absence,
}

/// What taking a publication into one year came to.
pub(super) struct Taken {
    pub(super) files: Vec<Sorted>,
    pub(super) counts: vintage::Counts,
    pub(super) by_print: Vec<(usize, u64, u64)>,
    pub(super) twice: Option<(usize, u64, usize, u64)>,
}

impl<'p, 'a> Fold<'p, 'a> {
    pub(super) fn new(
        dataset: &'p Dataset,
        prints: &'p mut Prints<'a>,
        known: Option<&'p DatasetMemory>,
    ) -> Self {
        let (steps, years, stated) = (Vec::new(), Years::new(), BTreeMap::new());
        Self { dataset, prints, known, steps, years, printed: BTreeMap::new(), stated }
    }

    /// Takes all publications in; those of the other datasets may say what they add up to.
    pub(super) fn all(
        &mut self,
        all: &BTreeMap<String, Vec<Publication>>,
        checked: &mut Checked,
    ) -> Result<(), Error> {
        let publications = all[&self.dataset.name].as_slice();
        let compared: Vec<Vec<(&Identity, Compared)>> =
            publications.iter().map(|one| self.compared(one, all)).collect();
        let both = publications.iter().zip(&compared);
        let keys: Vec<String> = both.map(|(one, compared)| self.key(one, compared)).collect();
        let known = self.recall(&keys);
        let source = self.prints.source;
        let mut bench = Bench::new(source, self.dataset);
        let mut passed: Option<&Publication> = None;
        let mut accounted = Vec::new();
        for ((publication, key), compared) in publications.iter().zip(keys).zip(compared) {
            let at = publication.release.released_at;
            let other = passed.filter(|passed| passed.release.released_at == at);
            let is_known = self.steps.len() < known.len();
            let settled = if is_known { BTreeMap::new() } else { self.settled(publication)? };
            let mut outlined = judge::outlined(self.prints, publication, other);
            let mut identities = BTreeMap::new();
            for (identity, Compared { computed, broken }) in compared {
                identities.insert(identity.name.clone(), computed);
                outlined.told(identity.kind, broken);
            }
            let (mut verdict, findings) = bench.verdict(&outlined);
            verdict.counts.identities = identities;
            let mut stepped = Stepped { key, ..Stepped::default() };
            if let Some(known) = known.get(self.steps.len()) {
                stepped = known.clone();
            } else if !verdict.is_held() {
                self.take(publication, settled, &mut stepped)?;
            }
            if let Some(failure) = self.twice(&stepped) {
                verdict.ruling = Ruling::Held { reasons: vec![failure] };
            }
            let Stepped { new, revised, vanished, restated, .. } = stepped;
            verdict.counts = Counts { new, revised, vanished, restated, ..verdict.counts };
            if !verdict.is_held() {
                bench.learn(&outlined);
                self.stated.insert(publication.family.clone(), publication.prints.clone());
                passed = Some(publication);
            }
            self.account(publication, &stepped, verdict.is_held(), &mut accounted)?;
            checked.quarantine.extend(judge::quarantine(self.prints, publication));
            checked.findings.extend(findings);
            checked.verdicts.push(verdict);
            self.steps.push(stepped);
        }
        // In the order of prints: a file that is met late comes with an earlier publication.
        accounted.sort_by_key(|(release, cells)| {
            (release.clone(), cells.captured_at, cells.snapshot, cells.url.clone())
        });
        checked.conservation.extend(accounted.into_iter().map(|(_, cells)| cells));
        Ok(())
    }

    /// What publishers say of it elsewhere.
    fn compared(
        &self,
        publication: &Publication,
        all: &BTreeMap<String, Vec<Publication>>,
    ) -> Vec<(&'a Identity, Compared)> {
        let of = |identity: &'a Identity| {
            let name = &self.dataset.name;
            let compared = control::compare(self.prints, identity, publication, all, name)?;
            Some((identity, compared))
        };
        self.prints.source.identities.iter().filter_map(of).collect()
    }

    /// Digest of what taking a publication in depends on, but for those before it.
    fn key(&self, publication: &Publication, compared: &[(&Identity, Compared)]) -> String {
        let names = |numbers: &[usize]| -> Vec<String> {
            numbers.iter().map(|number| self.prints.all[*number].key.to_string()).collect()
        };
        let (standing, arrived) = (names(&publication.prints), names(&publication.arrived));
        let said: Vec<&Compared> = compared.iter().map(|(_, compared)| compared).collect();
        let text = format!("{:?} {standing:?} {arrived:?} {said:?}", publication.release);
        Digest::of(text.as_bytes()).to_string()
    }

    /// What the last build made of the first of these, if it made the same and that still lies there.
    fn recall(&mut self, keys: &[String]) -> Vec<Stepped> {
        let Some(known) = self.known else { return Vec::new() };
        let are_first = known.steps.len() <= keys.len()
            && known.steps.iter().zip(keys).all(|(step, key)| step.key == *key);
        let mut years = known.years.clone();
        for file in years.values_mut().flatten() {
            file.path = self.prints.published(&file.path);
        }
        if !are_first || !years.values().flatten().all(|file| file.path.is_file()) {
            return Vec::new();
        }
        (self.years, self.printed) = (years, known.printed.clone());
        known.steps.clone()
    }

    pub(super) fn news(&self, publication: &Publication) -> News {
        let before = self.stated.get(&publication.family);
        let not_in = |one: &[usize], other: &[usize]| -> Vec<usize> {
            one.iter().filter(|number| !other.contains(number)).copied().collect()
        };
        let standing = || publication.prints.iter().map(|number| &self.prints.all[*number].print);
        let is_whole = self.dataset.vanish && !standing().any(judge::is_partial);
        let months = standing().filter(|_| is_whole).flat_map(|print| &print.outline.months);
        let least =
            standing().min_by_key(|print| print.snapshot).expect("a publication has prints");
        News {
            now: before.map_or(publication.prints.clone(), |b| not_in(&publication.prints, b)),
            replaced: before.map(|before| not_in(before, &publication.prints)),
            covered: months.map(|(month, _)| month.clone()).collect(),
            absence: Absence {
                snapshot: least.snapshot,
                member: least.members.iter().min().cloned().flatten(),
                sheet: None,
                captured_at: least.captured_at,
            },
        }
    }

    /// How a publication is taken in, some years of it at once.
    pub(super) fn taking<'t>(
        &self,
        publication: &'t Publication,
        news: &'t News,
        room: &'t Room,
        years: usize,
    ) -> Taking<'t> {
        let at_once = self.prints.threads().min(years).max(1);
        Taking {
            release: &publication.release,
            absence: &news.absence,
            folder: &room.to,
            groups: (room.groups() / at_once).max(1),
        }
    }

    /// Merges a publication that passed into what stands, year by year; some may be merged already.
    fn take(
        &mut self,
        publication: &Publication,
        settled: BTreeMap<i16, Taken>,
        stepped: &mut Stepped,
    ) -> Result<(), Error> {
        let news = self.news(publication);
        let of = |numbers: &[usize]| -> BTreeSet<i16> {
            numbers.iter().flat_map(|number| self.years_of(*number)).collect()
        };
        let mut years: BTreeSet<i16> = news.covered.iter().filter_map(judge::year).collect();
        years.extend(of(&news.now));
        years.extend(of(news.replaced.as_deref().unwrap_or_default()));
        let rest: Vec<i16> =
            years.iter().filter(|year| !settled.contains_key(year)).copied().collect();
        for number in news.now.iter().chain(news.replaced.iter().flatten()) {
            if rest.iter().any(|year| self.is_of(*number, *year)) {
                self.prints.ensure(*number)?;
            }
        }
        let room = self.prints.room(self.prints.merged());
        let taking = self.taking(publication, &news, &room, rest.len());
        let threads = self.prints.threads();
        let merged = side_by_side(&rest, threads, |year| self.year(&taking, &news, *year));
        let mut taken = settled;
        for (year, merged) in rest.into_iter().zip(merged) {
            taken.insert(year, merged?);
        }
        let mut merged = Years::new();
        let mut prints: BTreeMap<usize, (u64, u64)> = BTreeMap::new();
        for (year, taken) in taken {
            let Taken { files, counts, by_print, twice } = taken;
            if twice.is_some() {
                let key = std::mem::take(&mut stepped.key);
                *stepped = Stepped { key, twice, ..Stepped::default() };
                return Ok(());
            }
            stepped.new += counts.new;
            stepped.revised += counts.revised;
            stepped.vanished += counts.vanished;
            stepped.restated += counts.restated;
            for (number, rows, same) in by_print {
                let of = prints.entry(number).or_default();
                *of = (of.0 + rows, of.1 + same);
            }
            if !files.is_empty() {
                merged.insert(year, files);
            }
        }
        self.remember_printed(publication, &news, &years);
        self.years.extend(merged);
        // What a replacement did not replace says nothing again.
        let unsaid = publication.prints.iter().filter(|number| !news.now.contains(number));
        let rows = unsaid.map(|number| self.prints.all[*number].print.outline.rows);
        stepped.restated += rows.sum::<u64>();
        stepped.prints = prints.into_iter().map(|(at, (rows, same))| (at, rows, same)).collect();
        Ok(())
    }

    /// One year: the files that stand then.
    fn year(&self, taking: &Taking<'_>, news: &News, year: i16) -> Result<Taken, Error> {
        let printed =
            |number: &usize| Some((*number, self.prints.all[*number].year(i32::from(year))?));
        let now: Vec<(usize, Printed<'_>)> = news.now.iter().filter_map(printed).collect();
        let prints: Vec<Printed<'_>> = now.iter().map(|(_, print)| *print).collect();
        let replaced: Option<Vec<Printed<'_>>> = news
            .replaced
            .as_ref()
            .map(|numbers| numbers.iter().filter_map(printed).map(|(_, print)| print).collect());
        let none = Vec::new();
        let step = Step {
            standing: self.years.get(&year).unwrap_or(&none),
            prints: &prints,
            replaced: replaced.as_deref(),
            covered: &news.covered,
        };
        let (files, changes) = taking.take(step)?;
        let by_print = now.iter().zip(&changes.restated);
        let by_print = by_print.map(|((at, print), same)| (*at, print.run.rows - same, *same));
        let twice =
            changes.twice.map(|Twice { one, two }| (now[one.0].0, one.1, now[two.0].0, two.1));
        Ok(Taken { files, counts: changes.counts, by_print: by_print.collect(), twice })
    }

    fn twice(&self, stepped: &Stepped) -> Option<Failure> {
        let (one, first, two, second) = stepped.twice?;
        let print = |at: usize| &self.prints.all[at].print;
        let twice = Twice { one: (one, first), two: (two, second) };
        Some(judge::twice(print(one), print(two), &twice))
    }

    /// Where the cells of the prints went that came with a publication.
    fn account(
        &self,
        publication: &Publication,
        stepped: &Stepped,
        is_held: bool,
        into: &mut Vec<(ReleaseId, Conservation)>,
    ) -> Result<(), Error> {
        for number in &publication.arrived {
            let print = &self.prints.all[*number].print;
            let merged = stepped.prints.iter().find(|(at, ..)| at == number);
            let rows = merged.map_or(0, |(_, rows, _)| *rows);
            let cells = cells(print, publication, rows, is_held);
            let accounted =
                cells.rows + cells.restated + cells.refused + cells.ignored + cells.held;
            if accounted != cells.value_cells {
                let (url, sheet, value_cells) = (cells.url, cells.sheet, cells.value_cells);
                return Err(Defect::NotConserved { url, sheet, accounted, value_cells }.into());
            }
            into.push((print.release.id.clone(), cells));
        }
        Ok(())
    }
}

/// Cells of a print by what became of them; `rows` of them are published.
fn cells(print: &Print, publication: &Publication, rows: u64, is_held: bool) -> Conservation {
    let told = &print.told;
    let read = print.outline.rows + print.restated;
    // Cells of years that print an observation twice and differently are no rows.
    let undecided = told.cells_placed.saturating_sub(read);
    let held = if is_held { told.cells_placed } else { 0 };
    Conservation {
        dataset: print.dataset.clone(),
        release: publication.release.clone(),
        captured_at: print.captured_at,
        snapshot: print.snapshot,
        url: print.url.clone(),
        member: match print.members.as_slice() {
            [member] => member.clone(),
            _ => None,
        },
        sheet: None,
        value_cells: told.cells_placed + told.cells_ignored + told.cells_refused,
        rows,
        restated: if is_held { 0 } else { read - rows },
        controls: 0,
        refused: told.cells_refused + if is_held { 0 } else { undecided },
        ignored: told.cells_ignored,
        held,
    }
}

//! Years that are taken in without a whole print. A year is of a print where its rows that are not
//! superseded are those of that print; a later print that tells itself by that one then says what
//! changes by the records in which they differ.

use std::collections::{BTreeMap, BTreeSet};

use portbook_bulk::vintage::{Since, Taking};
use portbook_model::digest::Digest;

use crate::bulk::family::Publication;
use crate::bulk::fold::{Fold, News, Taken};
use crate::bulk::judge;
use crate::error::Error;
use crate::side_by_side::side_by_side;

impl Fold<'_, '_> {
    /// The years of a publication that are taken in by what its prints differ; the others have
    /// their prints read as a whole. It comes before a publication is judged: whether one prints
    /// something twice is known only then.
    pub(super) fn settled(
        &mut self,
        publication: &Publication,
    ) -> Result<BTreeMap<i16, Taken>, Error> {
        let threads = self.prints.threads();
        let room = self.prints.room(self.prints.merged());
        // What one print is found to be may concern all: each time round one more is read as a whole.
        loop {
            let news = self.news(publication);
            let since = self.told_since(&news)?;
            let taking = self.taking(publication, &news, &room, since.len());
            let taken = side_by_side(&since, threads, |(year, number)| {
                self.year_since(&taking, &news, *number, *year)
            });
            let mut unsure: BTreeSet<usize> = news.now.iter().copied().collect();
            unsure.retain(|number| {
                self.before(*number).is_some() && since.iter().all(|(_, known)| known != number)
            });
            let mut done = BTreeMap::new();
            for ((year, number), taken) in since.iter().zip(taken) {
                match taken? {
                    Some(taken) => drop(done.insert(*year, taken)),
                    None => drop(unsure.insert(*number)),
                }
            }
            if unsure.is_empty() {
                return Ok(done);
            }
            for number in unsure {
                self.prints.ensure(number)?;
            }
        }
    }

    /// The years of prints that tell themselves by what stands in all their years.
    fn told_since(&mut self, news: &News) -> Result<Vec<(i16, usize)>, Error> {
        let mut told = Vec::new();
        if news.replaced.is_some() {
            return Ok(told);
        }
        for number in news.now.iter().copied() {
            let Some(before) = self.before(number) else { continue };
            let years: Vec<i16> = self.years_of(number).collect();
            let are_of_it = years.iter().all(|year| {
                let prints = news.now.iter().filter(|number| self.is_of(**number, *year));
                prints.count() == 1 && self.printed.get(year) == Some(&before)
            });
            if are_of_it && self.prints.ensure_since(number)? {
                told.extend(years.into_iter().map(|year| (year, number)));
            }
        }
        Ok(told)
    }

    /// The print that tells one.
    fn before(&self, number: usize) -> Option<Digest> {
        self.prints.all[number].print.since.as_ref().map(|since| since.before)
    }

    pub(super) fn years_of(&self, number: usize) -> impl Iterator<Item = i16> {
        let years = self.prints.all[number].print.years.keys();
        years.filter_map(|year| i16::try_from(*year).ok())
    }

    pub(super) fn is_of(&self, number: usize, year: i16) -> bool {
        self.prints.all[number].print.years.contains_key(&i32::from(year))
    }

    fn year_since(
        &self,
        taking: &Taking<'_>,
        news: &News,
        number: usize,
        year: i16,
    ) -> Result<Option<Taken>, Error> {
        let held = &self.prints.all[number];
        let before = self.before(number);
        let before = self.prints.all.iter().find(|held| Some(held.key) == before);
        let [gone, come] = held.since(i32::from(year));
        let rows = held.print.years.get(&i32::from(year)).map_or(0, |run| run.rows);
        let since = Since {
            standing: self.years.get(&year).map(Vec::as_slice).unwrap_or_default(),
            gone,
            come,
            covered: &news.covered,
            rows,
            all_were_figures: before.is_some_and(|held| held.print.outline.is_all_figures()),
        };
        let Some((files, changes)) = taking.take_since(since)? else { return Ok(None) };
        let (counts, same) = (changes.counts, changes.counts.restated);
        Ok(Some(Taken { files, counts, by_print: vec![(number, rows - same, same)], twice: None }))
    }

    /// Of which print each year is, once a publication was taken in.
    pub(super) fn remember_printed(
        &mut self,
        publication: &Publication,
        news: &News,
        years: &BTreeSet<i16>,
    ) {
        for year in years {
            let before = self.printed.remove(year);
            let prints = publication.prints.iter().filter(|number| self.is_of(**number, *year));
            let prints: Vec<usize> = prints.copied().collect();
            let ([number], None) = (prints.as_slice(), &news.replaced) else { continue };
            let before = before.and_then(|key| self.prints.all.iter().find(|one| one.key == key));
            let are_covered = match before {
                Some(before) => {
                    let months = before.print.outline.months.iter().map(|(month, _)| month);
                    let mut of_year = months.filter(|month| judge::year(month) == Some(*year));
                    of_year.all(|month| news.covered.contains(month))
                }
                None => !self.years.contains_key(year),
            };
            if are_covered {
                self.printed.insert(*year, self.prints.all[*number].key);
            }
        }
    }
}

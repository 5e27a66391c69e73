//! What the releases before had: rows, areas, periods, size. Far fewer is a hold, far more is told.
//! Only releases that passed teach, the last twelve of them, in the order of their publication; a
//! table of which a page is a selection somebody asked for teaches nothing.

use std::collections::{BTreeMap, BTreeSet, VecDeque};

use portbook_model::concept::Concept;
use portbook_model::digest::Digest;

use crate::cell::{Cells, Key};
use crate::publication::Publication;
use crate::review::Review;
use crate::verdict::Failure;

/// Releases that teach: a year of monthly ones, so that a January is compared with a January too.
const RELEASES_MAX: usize = 12;

/// One thing that is measured, and how far a release may be from those before it.
struct Bound {
    what: &'static str,
    fewer: &'static str,
    more: &'static str,
    of: fn(&Measures) -> u64,
    /// A release with fewer than this share of the least, as numerator and denominator, is off.
    share: (u64, u64),
    /// Whether too few hold the release, by the number of releases before it.
    holds: fn(usize) -> bool,
}

/// Rows and areas hold from the second release on. Periods hold once a year of releases was seen: a
/// table of the months of the year prints one month in January and twelve in December. A size never
/// holds: a publisher who saves a workbook in another format is not wrong.
const BOUNDS: [Bound; 4] = [
    Bound {
        what: "observations",
        fewer: "fewer-rows",
        more: "more-rows",
        of: |measures| measures.rows,
        share: (1, 2),
        holds: |_| true,
    },
    Bound {
        what: "areas",
        fewer: "fewer-areas",
        more: "more-areas",
        of: |measures| measures.areas,
        share: (3, 4),
        holds: |_| true,
    },
    Bound {
        what: "periods",
        fewer: "fewer-periods",
        more: "more-periods",
        of: |measures| measures.periods,
        share: (1, 2),
        holds: |releases| releases >= RELEASES_MAX,
    },
    Bound {
        what: "bytes",
        fewer: "smaller-file",
        more: "larger-file",
        of: |measures| measures.bytes,
        share: (1, 2),
        holds: |_| false,
    },
];

/// More than so many times the greatest is told, as numerator and denominator.
const MORE: (u64, u64) = (3, 2);

/// Sizes of one release.
pub(crate) struct Measures {
    pub(crate) release: String,
    pub(crate) rows: u64,
    pub(crate) areas: u64,
    pub(crate) periods: u64,
    pub(crate) bytes: u64,
    /// Cells were refused: what is missing for that is told by their issues.
    pub(crate) is_partial: bool,
}

impl Measures {
    /// Of the tables that each layout reads: a page and a file that somebody keyed from it have
    /// their own.
    fn of(cells: &Cells, publication: &Publication) -> BTreeMap<String, Self> {
        let mut prints: BTreeMap<&str, Vec<usize>> = BTreeMap::new();
        for &number in &publication.prints {
            prints.entry(cells.layout(number)).or_default().push(number);
        }
        let release = publication.release.id.to_string();
        let one = |prints: Vec<usize>| Self::one(cells, &prints, release.clone());
        prints.into_iter().map(|(layout, prints)| (layout.to_owned(), one(prints))).collect()
    }

    fn one(cells: &Cells, prints: &[usize], release: String) -> Self {
        let all = prints.iter().flat_map(|print| cells.of_print(*print));
        let keys: BTreeSet<Key> = all.map(|cell| cells.key(cell)).collect();
        let mut areas: BTreeSet<(&str, &str)> = BTreeSet::new();
        let mut periods = BTreeSet::new();
        for key in &keys {
            let series = cells.series(*key);
            areas.insert((series.get(Concept::RefArea), series.get(Concept::CounterpartArea)));
            periods.insert((cells.kind(*key), key.period));
        }
        let prints = || prints.iter().map(|print| &cells.prints[*print]);
        let files: BTreeMap<Digest, u64> =
            prints().map(|print| (print.snapshot, print.file_bytes)).collect();
        let count = |count: usize| u64::try_from(count).expect("a count of cells fits 64 bits");
        Self {
            release,
            rows: count(keys.len()),
            areas: count(areas.len()),
            periods: count(periods.len()),
            bytes: files.into_values().sum(),
            is_partial: prints().any(|print| print.refused_cells > 0),
        }
    }
}

/// By layout, the last releases that passed, oldest first.
#[derive(Default)]
pub(crate) struct Past(BTreeMap<String, VecDeque<Measures>>);

impl Past {
    pub(crate) fn learn(&mut self, layout: &str, measures: Measures) {
        let learned = self.0.entry(layout.to_owned()).or_default();
        learned.push_back(measures);
        if learned.len() > RELEASES_MAX {
            learned.pop_front();
        }
    }

    /// What holds a release and what is told of it, beside those that passed before it.
    pub(crate) fn compare(
        &self,
        layout: &str,
        measures: &Measures,
    ) -> (Vec<Failure>, Vec<Failure>) {
        let learned = self.0.get(layout).filter(|_| !measures.is_partial);
        learned.map(|learned| compare(learned, measures)).unwrap_or_default()
    }
}

/// The same of releases that are held whole.
#[derive(Default)]
pub(crate) struct Learned(Past);

impl Learned {
    pub(crate) fn learn(&mut self, cells: &Cells, publication: &Publication) {
        for (layout, measures) in Measures::of(cells, publication) {
            self.0.learn(&layout, measures);
        }
    }

    /// Compares a release with those that passed before it; a first one has only what is declared.
    pub(crate) fn check(&self, cells: &Cells, publication: &Publication, review: &mut Review<'_>) {
        for (layout, measures) in Measures::of(cells, publication) {
            let (held, told) = self.0.compare(&layout, &measures);
            for failure in held {
                review.fail(failure);
            }
            for failure in told {
                review.find(failure);
            }
        }
    }
}

/// What holds, and what is told.
fn compare(learned: &VecDeque<Measures>, measures: &Measures) -> (Vec<Failure>, Vec<Failure>) {
    let (mut held, mut told) = (Vec::new(), Vec::new());
    for bound in &BOUNDS {
        let Bound { what, of, share: (part, whole), .. } = bound;
        let got = of(measures);
        let by_size = |a: &&Measures, b: &&Measures| of(a).cmp(&of(b));
        let (Some(least), Some(most)) =
            (learned.iter().min_by(by_size), learned.iter().max_by(by_size))
        else {
            continue;
        };
        let failure = |rule: &str, expected: String| Failure {
            rule: rule.to_owned(),
            said: format!("got {got} {what}, expected {expected}"),
            cells: Vec::new(),
        };
        let releases = match learned.len() {
            1 => "the release before".to_owned(),
            several => format!("the {several} releases before"),
        };
        if got * whole < of(least) * part {
            let expected = format!(
                "at least {part}/{whole} of {}, the least of {releases} ({})",
                of(least),
                least.release
            );
            let failure = failure(bound.fewer, expected);
            if (bound.holds)(learned.len()) {
                held.push(failure);
            } else {
                told.push(failure);
            }
        }
        if got * MORE.1 > of(most) * MORE.0 {
            let expected = format!(
                "at most {}/{} of {}, the most of {releases} ({})",
                MORE.0,
                MORE.1,
                of(most),
                most.release
            );
            told.push(failure(bound.more, expected));
        }
    }
    (held, told)
}

#[cfg(test)]
mod tests {
    use portbook_model::print::Print;
    use portbook_model::status::Level;

    use crate::printing::{Told, area, counted, figure, print, run};

    /// A release of months from January 2024 on, of exports and imports.
    fn months(number: usize, months: usize) -> Print {
        let (year, month) = (2024 + number / 12, number % 12 + 1);
        let period = format!("{year}-{month:02}");
        let mut page = print(
            &format!("page of {period}"),
            &period,
            &format!("{}-{month:02}-28T00:00:00Z", year + 1),
        );
        page.rows = (1..=months)
            .flat_map(|month| {
                ["X", "M"].map(|flow| figure(flow, &format!("2024-{month:02}"), 5, 6, 0))
            })
            .collect();
        counted(page)
    }

    fn areas(period: &str, released_at: &str, codes: &[&str]) -> Print {
        let mut page = print(&format!("page of {period}"), period, released_at);
        page.rows = codes.iter().map(|code| area(code, Level::OfWhich, None, 5)).collect();
        counted(page)
    }

    #[test]
    fn half_of_the_rows_is_the_least_that_passes() {
        let checked = run(&Told::default(), vec![months(0, 8), months(1, 4), months(2, 3)]);
        let held: Vec<bool> =
            checked.verdicts.iter().map(crate::verdict::Verdict::is_held).collect();
        // Of 16 observations the half passes and teaches, so 6 of 8 pass after it.
        assert_eq!(held, [false, false, false]);
        let checked = run(&Told::default(), vec![months(0, 8), months(1, 3)]);
        let reason = &checked.verdicts[1].reasons()[0];
        let said = "got 6 observations, expected at least 1/2 of 16, the least of the release before (us-test:2024-01)";
        assert_eq!((reason.rule.as_str(), reason.said.as_str()), ("fewer-rows", said));
    }

    #[test]
    fn held_releases_teach_nothing_and_accepted_ones_do() {
        let prints = vec![months(0, 8), months(1, 3), months(2, 3)];
        let held = run(&Told::default(), prints.clone());
        assert!(held.verdicts[1].is_held() && held.verdicts[2].is_held());
        let accepted = run(&Told::default().accept("us-test:2024-02", "fewer-rows"), prints);
        assert!(!accepted.verdicts[1].is_held() && !accepted.verdicts[2].is_held());
    }

    #[test]
    fn a_fourth_of_the_areas_may_be_missing() {
        let all = ["DEU", "FRA", "ITA", "JPN"];
        let first = areas("2025-11", "2025-12-09T03:00:00Z", &all);
        let told = Told::default().vanish(true);
        let three = areas("2025-12", "2026-01-09T03:00:00Z", &all[..3]);
        assert!(!run(&told, vec![first.clone(), three]).verdicts[1].is_held());
        let two = areas("2025-12", "2026-01-09T03:00:00Z", &all[..2]);
        let reason = run(&told, vec![first.clone(), two.clone()]).verdicts[1].reasons()[0].clone();
        assert_eq!(reason.rule, "fewer-areas");
        assert!(
            reason.said.starts_with("got 2 areas, expected at least 3/4 of 4"),
            "{}",
            reason.said
        );
        let selections = Told::default().vanish(false);
        assert!(!run(&selections, vec![first, two]).verdicts[1].is_held());
    }

    /// Five months after twelve releases of twelve are held; after eleven they are told.
    #[test]
    fn periods_hold_once_a_year_was_seen() {
        let mut prints: Vec<Print> = (0..12).map(|number| months(number, 12)).collect();
        prints.push(months(12, 5));
        let told = Told::default().accept("us-test:2025-01", "fewer-rows");
        let year = run(&told, prints.clone());
        assert_eq!(year.verdicts[12].reasons()[0].rule, "fewer-periods");
        prints.remove(0);
        let eleven = run(&told, prints);
        assert!(!eleven.verdicts[11].is_held());
        assert!(eleven.findings.iter().any(|finding| finding.failure.rule == "fewer-periods"));
    }

    #[test]
    fn far_more_and_other_sizes_are_told() {
        let mut larger = months(1, 8);
        larger.file_bytes = 2_000;
        let checked = run(&Told::default(), vec![months(0, 5), larger]);
        assert!(!checked.verdicts[1].is_held());
        let rules: Vec<&str> = checked.findings.iter().map(|f| f.failure.rule.as_str()).collect();
        assert_eq!(rules, ["more-rows", "more-periods", "larger-file"]);
    }
}

//! What came of a job on other machines, if all that is told of it agrees. An engine may run a task
//! twice, lose one, or hand a task's rows out again; what disagrees is never published.

use std::collections::{BTreeMap, BTreeSet};

use crate::encode::Sum;
use crate::error::{Error, Result};
use crate::refused::{Report, Told};
use crate::sort_write::{Partition, Summary};

/// A range: the number of its file, and its first byte.
pub(crate) type Place = (u32, u64);

/// What all summaries together say: each range and each partition once.
#[derive(Debug)]
pub(crate) struct Agreed {
    pub(crate) read: Vec<Told>,
    pub(crate) partitions: Vec<Partition>,
}

/// Keeps one summary of each range and partition.
///
/// # Errors
/// `Disagreement` where two of one differ, one is missing, or what was written is not what was read.
pub(crate) fn agree(asked: &BTreeSet<Place>, summaries: Vec<Summary>) -> Result<Agreed> {
    let mut reports: BTreeMap<Place, Report> = BTreeMap::new();
    let mut partitions: BTreeMap<i32, Partition> = BTreeMap::new();
    for summary in summaries {
        match summary {
            Summary::Read(report) => {
                let place = (report.told.file, report.start);
                let name = || format!("file {}, from byte {}", place.0 + 1, place.1);
                keep(&mut reports, place, report, name)?;
            }
            Summary::Written(partition) => {
                let year = partition.year;
                keep(&mut partitions, year, partition, || year.to_string())?;
            }
        }
    }
    let told: BTreeSet<Place> = reports.keys().copied().collect();
    if told != *asked {
        let (missing, other) = (asked.difference(&told).count(), told.difference(asked).count());
        let asked = asked.len();
        return disagree(format!(
            "of {asked} ranges {missing} are missing, and {other} are others"
        ));
    }
    let read = added(&reports)?;
    let years: Vec<&i32> = read.keys().collect();
    let written: Vec<&i32> = partitions.keys().collect();
    if years != written {
        return disagree(format!("read were the years {years:?}, written {written:?}"));
    }
    for (sums, partition) in read.values().zip(partitions.values()) {
        compare(sums, partition)?;
    }
    Ok(Agreed {
        read: reports.into_values().map(|report| report.told).collect(),
        partitions: partitions.into_values().collect(),
    })
}

fn disagree<T>(why: String) -> Result<T> {
    Err(Error::Disagreement { why })
}

/// A task that ran twice says the same twice.
fn keep<K: Ord, V: PartialEq>(
    all: &mut BTreeMap<K, V>,
    key: K,
    value: V,
    name: impl FnOnce() -> String,
) -> Result<()> {
    match all.get(&key) {
        Some(known) if *known == value => Ok(()),
        Some(_) => disagree(format!("{}: two tasks say otherwise", name())),
        None => {
            all.insert(key, value);
            Ok(())
        }
    }
}

/// By year and measure what was counted while it was read.
fn added(reports: &BTreeMap<Place, Report>) -> Result<BTreeMap<i32, Vec<Sum>>> {
    let mut years: BTreeMap<i32, Vec<Sum>> = BTreeMap::new();
    for ((file, start), report) in reports {
        let counted: u64 = report.sums.values().flatten().map(|sum| sum.rows).sum();
        let placed = report.told.cells_placed;
        if counted != placed {
            let place = format!("file {}, from byte {start}", file + 1);
            return disagree(format!("{place}: {placed} cells are placed, {counted} in records"));
        }
        for (year, sums) in &report.sums {
            let all = years.entry(*year).or_default();
            all.resize(sums.len(), Sum::default());
            all.iter_mut().zip(sums).for_each(|(all, sum)| all.add(*sum));
        }
    }
    Ok(years)
}

/// What was read against what was written, and what was left out as printed before.
fn compare(read: &[Sum], partition: &Partition) -> Result<()> {
    let rows = |sums: &[Sum]| sums.iter().map(|sum| sum.rows).sum::<u64>();
    let Partition { year, restated, duplicates, .. } = partition;
    let (came, went) = (rows(read), rows(&partition.sums) + restated + duplicates);
    if came != went {
        return disagree(format!("{year}: {came} rows were read, {went} written or left out"));
    }
    if *duplicates > 0 {
        // Nothing of the year is published.
        return Ok(());
    }
    let in_files = partition.files.iter().map(|file| file.rows).sum::<u64>()
        + partition.run.as_ref().map_or(0, |run| run.rows);
    if in_files != rows(&partition.sums) || *restated != rows(&partition.sums_restated) {
        return disagree(format!("{year}: {in_files} rows in files, and sums over others"));
    }
    for (measure, read) in read.iter().enumerate() {
        let mut written = partition.sums.get(measure).copied().unwrap_or_default();
        written.add(partition.sums_restated.get(measure).copied().unwrap_or_default());
        if written != *read {
            let measure = measure + 1;
            return disagree(format!(
                "{year}, measure {measure}: read {} rows of {} in all, written {} of {}",
                read.rows, read.value, written.rows, written.value
            ));
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use portbook_model::digest::Digest;

    use super::*;
    use crate::file::Written;

    fn report(start: u64, sums: &[(i32, u64, i128)]) -> Report {
        let cells_placed = sums.iter().map(|(_, rows, _)| rows).sum();
        let told = Told { records: cells_placed, cells_placed, ..Told::default() };
        let sum = |(year, rows, value): &(i32, u64, i128)| {
            (*year, vec![Sum { rows: *rows, value: *value }])
        };
        Report { told, start, sums: sums.iter().map(sum).collect() }
    }

    fn partition(year: i32, rows: u64, value: i128, restated: (u64, i128)) -> Partition {
        let digest = Digest::of(&year.to_le_bytes());
        let path = format!("year={year}/part-{digest}.parquet");
        Partition {
            year,
            files: vec![Written { path, digest, rows, bytes: 1 }],
            run: None,
            sums: vec![Sum { rows, value }],
            restated: restated.0,
            sums_restated: vec![Sum { rows: restated.0, value: restated.1 }],
            duplicates: 0,
            named: Vec::new(),
        }
    }

    fn asked() -> BTreeSet<Place> {
        BTreeSet::from([(0, 1), (0, 5)])
    }

    /// Four rows and three of 2024, one of them printed twice, and one of 2025.
    fn all() -> Vec<Summary> {
        vec![
            Summary::Read(report(1, &[(2024, 4, 40)])),
            Summary::Read(report(5, &[(2024, 3, 30), (2025, 1, 7)])),
            Summary::Written(partition(2024, 6, 60, (1, 10))),
            Summary::Written(partition(2025, 1, 7, (0, 0))),
        ]
    }

    fn why(summaries: Vec<Summary>) -> String {
        agree(&asked(), summaries).expect_err("it disagrees").to_string()
    }

    #[test]
    fn a_task_that_ran_twice_is_counted_once() {
        let mut summaries = all();
        summaries.extend(all());
        let agreed = agree(&asked(), summaries).expect("it agrees");
        assert_eq!(agreed.read.iter().map(|told| told.records).sum::<u64>(), 8);
        let years: Vec<i32> = agreed.partitions.iter().map(|partition| partition.year).collect();
        assert_eq!(years, [2024, 2025]);
    }

    #[test]
    fn what_is_lost_is_noticed() {
        for (lost, said) in [
            (0, "of 2 ranges 1 are missing"),
            (1, "of 2 ranges 1 are missing"),
            (2, "read were the years [2024, 2025], written [2025]"),
            (3, "read were the years [2024, 2025], written [2024]"),
        ] {
            let mut summaries = all();
            summaries.remove(lost);
            assert!(why(summaries).contains(said), "{lost}");
        }
    }

    #[test]
    fn what_is_multiplied_is_noticed() {
        let mut summaries = all();
        // Each record of 2025 came three times: the same figure is one row, and the rest is told.
        summaries[3] = Summary::Written(partition(2025, 1, 7, (2, 14)));
        assert!(why(summaries).contains("2025: 1 rows were read, 3 written or left out"));
    }

    #[test]
    fn other_figures_are_noticed() {
        let mut summaries = all();
        summaries[2] = Summary::Written(partition(2024, 6, 61, (1, 10)));
        let said = "2024, measure 1: read 7 rows of 70 in all, written 7 of 71";
        assert!(why(summaries).contains(said));
    }

    #[test]
    fn two_versions_are_noticed() {
        let mut summaries = all();
        summaries.push(Summary::Read(report(1, &[(2024, 4, 41)])));
        assert!(why(summaries).contains("file 1, from byte 1: two tasks say otherwise"));
        let mut summaries = all();
        summaries.push(Summary::Written(partition(2025, 1, 8, (0, 0))));
        assert!(why(summaries).contains("2025: two tasks say otherwise"));
    }
}

//! What is written does not depend on memory, threads, the size of batches or the order of files.

use std::path::PathBuf;

use portbook_bulk::room::Room;

use crate::folder::{HEADER, files, room, run};
use crate::lines::write;

/// Records of two files in an order far from that of the rows.
fn dumps(folder: &std::path::Path, records: usize) -> Vec<PathBuf> {
    let line = |number: usize| {
        let mixed = number * 7_919 % 999_983;
        let (year, month) = (2020 + number % 3, mixed % 12 + 1);
        let (area, unit) = (["Germany", "\u{d6}sterreich"][mixed % 2], ["kg", "l", "t"][mixed % 3]);
        let (product, series) = (mixed / 12 % 1_000, mixed / 12_000 + number / 999_983 * 100);
        format!(
            "{year};{month};;{product:06};{area};Exports;sea;{unit};{series};;{mixed},5;{number};"
        )
    };
    [(0, "a.csv"), (1, "b.csv")]
        .map(|(part, name)| {
            let path = folder.join(name);
            let numbers = (0..records).filter(|number| number % 2 == part);
            write(&path, std::iter::once(HEADER.to_owned()).chain(numbers.map(line)));
            path
        })
        .to_vec()
}

fn names(folder: &std::path::Path) -> Vec<String> {
    let below = |path: &PathBuf| path.strip_prefix(folder).unwrap().to_string_lossy().into_owned();
    files(folder).iter().map(below).collect()
}

#[test]
fn bytes_do_not_depend_on_memory_threads_batches_or_order() {
    let folder = tempfile::tempdir().unwrap();
    let dumps = dumps(folder.path(), 300_000);
    let wide = folder.path().join("wide");
    let outcome = run(&dumps, &room(&wide, 1 << 30, 2)).unwrap();
    assert_eq!((outcome.rows(), outcome.spilled.runs), (600_000, 0));
    let narrow = folder.path().join("narrow");
    let turned: Vec<PathBuf> = dumps.iter().rev().cloned().collect();
    let small = Room { batch_records: 1_021, ..room(&narrow, 256 << 20, 1) };
    let outcome = run(&turned, &small).unwrap();
    assert_eq!(outcome.rows(), 600_000);
    assert_eq!(names(&wide), names(&narrow));
    assert_eq!(names(&wide).len(), 3);
}

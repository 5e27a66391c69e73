//! Ten million rows in 256 MiB, alone in its process: every partition goes to disk many times, the
//! process stays within what it was told, and what is written is the same as in memory.

use std::io::{BufWriter, Write as _};
use std::path::{Path, PathBuf};

#[cfg(test)]
#[path = "../all/folder.rs"]
mod folder;

const RECORDS: usize = 5_000_000;

/// Records in an order far from that of their rows, no two of one key.
#[cfg(test)]
fn dump(folder: &Path) -> PathBuf {
    let path = folder.join("a.csv");
    let line = |number: usize| {
        let mixed = number * 7_368_787 % 5_000_011;
        let (year, month) = (2024 + number % 2, mixed % 12 + 1);
        let product = mixed / 12;
        format!(
            "{year};{month};;{product:06};Germany;Exports;sea;kg;{};;1;{number};",
            mixed % 1_000
        )
    };
    let mut file = BufWriter::new(fs_err::File::create(&path).unwrap());
    writeln!(file, "{}", folder::HEADER).unwrap();
    (0..RECORDS).for_each(|number| writeln!(file, "{}", line(number)).unwrap());
    file.flush().unwrap();
    path
}

/// Most that this process has held, as the kernel counts.
#[cfg(target_os = "linux")]
fn peak_bytes() -> u64 {
    let status =
        fs_err::read_to_string("/proc/self/status").expect("the kernel tells of a process");
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"));
    let kibibytes = line.and_then(|line| line.trim().strip_suffix(" kB")?.parse::<u64>().ok());
    kibibytes.expect("the kernel counts the peak") << 10
}

#[test]
#[cfg(target_os = "linux")]
fn memory_is_kept_when_all_goes_to_disk() {
    let folder = tempfile::tempdir().unwrap();
    let dump = dump(folder.path());
    fs_err::write("/proc/self/clear_refs", "5").unwrap();
    let memory_bytes = 256 << 20;
    let narrow = folder.path().join("narrow");
    let outcome =
        folder::run(std::slice::from_ref(&dump), &folder::room(&narrow, memory_bytes, 2)).unwrap();
    let peak = peak_bytes();
    assert_eq!(outcome.rows(), 2 * RECORDS as u64);
    assert_eq!(outcome.sums()[1].value, (0..RECORDS as i128).sum::<i128>() * 10_i128.pow(12));
    assert!(
        outcome.spilled.runs >= 4 && outcome.spilled.records > RECORDS as u64 / 2,
        "{:?}",
        outcome.spilled
    );
    assert!(peak <= memory_bytes, "held {} MiB", peak >> 20);
    let wide = folder.path().join("wide");
    let outcome = folder::run(&[dump], &folder::room(&wide, 2 << 30, 2)).unwrap();
    assert_eq!(outcome.spilled.runs, 0);
    let names = |folder: &Path| -> Vec<PathBuf> {
        let below = |path: &PathBuf| path.strip_prefix(folder).unwrap().to_owned();
        folder::files(folder).iter().map(below).collect()
    };
    assert_eq!(names(&narrow), names(&wide));
}

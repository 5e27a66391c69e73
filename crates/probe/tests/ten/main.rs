//! The ten files on which `probe` is judged, where `PORTBOOK_REAL` has them: cells found, dated and
//! labelled, against what a person read from each file (`truth.rs`); questions asked; what the draft
//! reads. The figures stand in `docs/probe.md` and must not fall.

#![expect(clippy::unwrap_used, reason = "a test that cannot read its file fails")]

use std::path::{Path, PathBuf};

mod drafts;
mod rosstat;
mod truth;

/// The cells a person reads in a file, how many of them the probe may miss, the questions it leaves
/// at most, and how many of the cells a draft with every `?` answered may leave unread.
struct Bar {
    file: &'static str,
    cells: usize,
    missed: usize,
    questions: usize,
    unread: usize,
}

const fn bar(file: &'static str, cells: usize, questions: usize) -> Bar {
    Bar { file, cells, missed: 0, questions, unread: 0 }
}

const BARS: [Bar; 10] = [
    // Missed: the 252 figures of one panel stand under a heading that a page break repeats.
    Bar { missed: 252, ..bar("national/uk/table-a02_lfs.xls", 39_348, 9) },
    bar("national/canada/statcan_32100358.csv", 6_523, 8),
    bar("national/singapore/singstat_outputFile.xlsx", 109_392, 7),
    // Missed and unread: rows whose label is broken over lines that hold figures of their own.
    Bar { missed: 347, unread: 332, ..bar(ROSSTAT, 49_692, 18) },
    bar("national/brazil/abiove_exp_202512.xlsx", 907, 13),
    bar("national/australia/ozmarriage.xlsx", 2_352, 3),
    bar("intl/cpb/world_trade_monitor_2026m01_stamp2026-03-20.xlsx", 27_544, 8),
    bar("intl/world-bank/CMO-Historical-Data-Monthly_2026-06-02.xlsx", 69_339, 12),
    bar("intl/usitc/DataWeb-Query-Export_domestic_exports_china_2023_hts2.xlsx", 98, 5),
    bar("national/turkey/Meyve Fiyatları.xls", 935, 5),
];

const ROSSTAT: &str = "national/russia/rosstat_kep_2017_ind02_tab.csv";

/// The folder of real files; `None` (with a word on stderr) where it does not exist.
#[expect(clippy::disallowed_methods, clippy::print_stderr, reason = "a test's own setting")]
fn real() -> Option<PathBuf> {
    let named =
        std::env::var_os("PORTBOOK_REAL").map_or_else(|| "../shared/real".into(), PathBuf::from);
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
    let folder = root.join(named);
    if !folder.is_dir() {
        eprintln!("skipped: no real files at {}", folder.display());
        return None;
    }
    Some(folder)
}

/// Prints a line that `--nocapture` shows.
#[expect(clippy::print_stderr, reason = "the figures of docs/probe.md are taken from here")]
fn tell(line: &str) {
    eprintln!("{line}");
}

fn bar_of(file: &str) -> &'static Bar {
    BARS.iter().find(|bar| bar.file == file).unwrap()
}

#[test]
fn cells_of_the_ten_files() {
    let Some(real) = real() else { return };
    for case in truth::cases() {
        let score = case.score(&real);
        tell(&format!("{:<70} {score}", case.file));
        let bar = bar_of(case.file);
        assert_eq!(score.cells, bar.cells, "{}: the truth itself changed", case.file);
        let missed = score.cells - score.right;
        assert!(missed <= bar.missed, "{}: {score}, at most {} missed", case.file, bar.missed);
    }
}

#[test]
fn drafts_of_the_ten_files() {
    let Some(real) = real() else { return };
    let mut fallen = Vec::new();
    for case in truth::cases() {
        let drafts::Drafted { questions, seen, read, trouble } = drafts::drafted(&real, case.file);
        let file = case.file;
        let told = format!("{file:<70} {questions} questions, {read} of {seen} read: {trouble}");
        tell(&told);
        let bar = bar_of(file);
        if questions > bar.questions || read + bar.unread < bar.cells {
            fallen.push(told);
        }
    }
    assert!(fallen.is_empty(), "{fallen:#?}");
}

#[test]
fn reports_fit_and_name_every_question() {
    let Some(real) = real() else { return };
    for case in truth::cases() {
        let (_, findings) = drafts::findings(&real, case.file);
        let report = portbook_probe::report::report(&findings, 100);
        assert!(report.lines().all(|line| line.chars().count() <= 100), "{report}");
        let last = format!("{:>3}. ", findings.questions.len());
        assert!(report.contains(&last), "{report}");
    }
}

//! The ten files on which `probe` is judged, where `PORTBOOK_REAL` has them: cells found, dated and
//! labelled, against what a person read from each file (`truth.rs`); questions asked; what the draft
//! reads. The figures stand in `docs/probe.md` and must not fall.

#![expect(clippy::unwrap_used, reason = "a test that cannot read its file fails")]

use std::path::{Path, PathBuf};

mod drafts;
mod rosstat;
mod truth;

/// What a file gives at least, and the questions it leaves at most.
struct Bar {
    file: &'static str,
    /// Cells right, of the cells a person reads.
    right: usize,
    cells: usize,
    questions: usize,
    /// Cells the draft's layouts read once every `?` is answered.
    read: usize,
}

const fn bar(file: &'static str, right: usize, cells: usize, questions: usize, read: usize) -> Bar {
    Bar { file, right, cells, questions, read }
}

const BARS: [Bar; 10] = [
    bar("national/uk/table-a02_lfs.xls", 39_096, 39_348, 9, 39_510),
    bar("national/canada/statcan_32100358.csv", 6_521, 6_521, 8, 6_779),
    bar("national/singapore/singstat_outputFile.xlsx", 109_392, 109_392, 7, 109_392),
    bar("national/russia/rosstat_kep_2017_ind02_tab.csv", 49_345, 49_692, 18, 49_360),
    bar("national/brazil/abiove_exp_202512.xlsx", 907, 907, 13, 2_425),
    bar("national/australia/ozmarriage.xlsx", 2_352, 2_352, 3, 2_352),
    bar("intl/cpb/world_trade_monitor_2026m01_stamp2026-03-20.xlsx", 27_544, 27_544, 8, 27_632),
    bar("intl/world-bank/CMO-Historical-Data-Monthly_2026-06-02.xlsx", 69_339, 69_339, 12, 69_348),
    bar("intl/usitc/DataWeb-Query-Export_domestic_exports_china_2023_hts2.xlsx", 98, 98, 5, 98),
    bar("national/turkey/Meyve Fiyatları.xls", 935, 935, 5, 935),
];

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
        assert!(score.right >= bar.right, "{}: {score}, expected {}", case.file, bar.right);
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
        if questions > bar.questions || read < bar.read {
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

//! The published files themselves, where a folder of them is at hand, parse through the same
//! layouts to the same figures as the recordings that were set again from them.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

use portbook_tests::expected::{Figure, all, unseen};
use portbook_tests::program::portbook;
use portbook_tests::published::{Row, scaled};

use crate::expected::parsed;

/// Columns that belong to the capture, not to what is printed.
const OF_THE_CAPTURE: [&str; 5] =
    ["snapshot", "first_seen_at", "released_at", "released_basis", "release"];

/// A folder of published files, named by whoever has one.
#[expect(
    clippy::disallowed_methods,
    reason = "a test has no command line to be told the folder on"
)]
pub(crate) fn published_files() -> Option<PathBuf> {
    let folder = PathBuf::from(std::env::var_os("PORTBOOK_REAL")?);
    let folder = portbook_tests::repository::root().join(folder);
    folder.is_dir().then_some(folder)
}

#[expect(clippy::print_stderr, reason = "a person asked what was compared and what was skipped")]
pub(crate) fn tell(what: &str) {
    eprintln!("{what}");
}

/// The files of the folder by name; `None`, and a word about it, if there is none.
fn files_by_name() -> Option<BTreeMap<String, PathBuf>> {
    let Some(folder) = published_files() else {
        tell("skipped: PORTBOOK_REAL names no folder of published files");
        return None;
    };
    let mut files = BTreeMap::new();
    by_name(&folder, &mut files);
    Some(files)
}

/// A file of the folder, or a word that it is not there.
fn find<'a>(files: &'a BTreeMap<String, PathBuf>, name: &str) -> Option<&'a PathBuf> {
    let found = files.get(name);
    if found.is_none() {
        tell(&format!("skipped: {name} is not in the folder of published files"));
    }
    found
}

/// Files by name, below a folder.
fn by_name(folder: &Path, found: &mut BTreeMap<String, PathBuf>) {
    for entry in fs_err::read_dir(folder).unwrap_or_else(|error| panic!("{error}")) {
        let path = entry.unwrap_or_else(|error| panic!("{error}")).path();
        if path.is_dir() {
            by_name(&path, found);
        } else if let Some(name) = path.file_name().and_then(|name| name.to_str()) {
            found.insert(name.to_owned(), path);
        }
    }
}

/// Recording, source and name of the published file it was set from, and whether rows were cut.
fn pairs() -> BTreeMap<(String, String, String), bool> {
    let mut pairs = BTreeMap::new();
    for figure in all() {
        let original = figure.original_name().to_owned();
        let cut = pairs.entry((figure.path(), figure.source.clone(), original)).or_default();
        *cut |= figure.moved();
    }
    pairs
}

fn has_end(file: &str, end: &str) -> bool {
    Path::new(file).extension().is_some_and(|of_file| of_file == end)
}

#[test]
fn published_files_parse_to_the_same_figures() {
    let Some(files) = files_by_name() else { return };
    let mut wrong = Vec::new();
    for ((recording, source, original), cut) in pairs() {
        let Some(file) = find(&files, &original) else { continue };
        let extracted = has_end(&recording, "xls") && has_end(&original, "csv");
        let (figures, problems) = if extracted {
            compare_extract(&recording, &source, file)
        } else {
            compare_file(&recording, &source, file, cut)
        };
        tell(&format!("compared: {figures} figures of {original}"));
        wrong.extend(problems.into_iter().map(|problem| format!("{original}: {problem}")));
    }
    assert!(wrong.is_empty(), "{} differ:\n{}", wrong.len(), wrong.join("\n"));
}

/// A page that shows a picture has no figures, whether published or recorded.
#[test]
fn a_published_picture_is_told_apart() {
    let Some(files) = files_by_name() else { return };
    let original = "release_section4_by_country_jan2018_cny.html";
    let Some(file) = find(&files, original) else { return };
    let recording = "pipelines/cn/gacc-express/recording/by_country_2018-01.html";
    for page in [recording, &file.to_string_lossy()] {
        let ended = portbook(["parse", page, "--source", "cn/gacc-express"]);
        ended.expect(65);
        assert!(ended.stderr.contains("image only"), "{ended}");
    }
    tell(&format!("compared: {original}, a picture and no figure"));
}

/// Files of a kind that a layout covers, and which it was not made from.
#[test]
fn unseen_files_parse_through_the_layouts_unchanged() {
    let Some(files) = files_by_name() else { return };
    let mut by_file: BTreeMap<(String, String), Vec<Figure>> = BTreeMap::new();
    for figure in unseen() {
        by_file.entry((figure.file.clone(), figure.source.clone())).or_default().push(figure);
    }
    let mut wrong = Vec::new();
    for ((name, source), figures) in by_file {
        let Some(file) = find(&files, &name) else { continue };
        let rows = parsed(&file.to_string_lossy(), &source);
        for figure in &figures {
            let found: Vec<&Row> = rows.iter().filter(|row| figure.picks(row)).collect();
            let problem = match found.as_slice() {
                [row] => figure.differs(row),
                rows => Some(format!("got {} observations, expected one", rows.len())),
            };
            wrong.extend(problem.map(|problem| format!("{}: {problem}", figure.line)));
        }
        tell(&format!("unseen: {} figures of {} in {name}", figures.len(), rows.len()));
    }
    assert!(wrong.is_empty(), "{} differ:\n{}", wrong.len(), wrong.join("\n"));
}

/// Same layout, same cells: every column but those of the capture is equal. A recording that was
/// cut has its rows elsewhere, and lacks some.
fn compare_file(recording: &str, source: &str, file: &Path, cut: bool) -> (usize, Vec<String>) {
    let printed = |path: &str| -> BTreeSet<Row> {
        let rows = parsed(path, source).into_iter().map(|mut row| {
            let moved = cut.then_some("cell");
            for column in OF_THE_CAPTURE.into_iter().chain(moved) {
                row.0.remove(column);
            }
            row
        });
        rows.collect()
    };
    let (ours, theirs) = (printed(recording), printed(&file.to_string_lossy()));
    let mut problems: Vec<String> =
        ours.difference(&theirs).map(|row| format!("only in the recording: {row:?}")).collect();
    if !cut {
        problems.extend(theirs.difference(&ours).map(|row| format!("only in the file: {row:?}")));
    }
    (ours.len(), problems)
}

/// What the extract calls a column -> where the workbook has it, and its unit.
const EXTRACT: [(&str, char, &str); 9] = [
    ("trade_month", 'C', "10000"),
    ("trade_ytd", 'D', "10000"),
    ("export_month", 'E', "10000"),
    ("export_ytd", 'F', "10000"),
    ("import_month", 'G', "10000"),
    ("import_ytd", 'H', "10000"),
    ("trade_ytd_yoy", 'I', "1"),
    ("export_ytd_yoy", 'J', "1"),
    ("import_ytd_yoy", 'K', "1"),
];

/// The workbooks themselves are held by nobody: their figures are, as CSV. Record n stands in row
/// n + 5 of the workbook.
fn compare_extract(recording: &str, source: &str, file: &Path) -> (usize, Vec<String>) {
    let rows = parsed(recording, source);
    let mut by_cell: BTreeMap<&str, &Row> = rows.iter().map(|row| (row.get("cell"), row)).collect();
    let text = fs_err::read_to_string(file).unwrap_or_else(|error| panic!("{error}"));
    let body = text.split_once('\n').map_or("", |(_, body)| body);
    let mut reader = csv::Reader::from_reader(body.as_bytes());
    let headings = reader.headers().expect("the extract has headings").clone();
    let mut problems = Vec::new();
    for (index, record) in reader.records().enumerate() {
        let record = record.expect("the extract is CSV");
        for (heading, letter, unit) in EXTRACT {
            let at = headings.iter().position(|h| h == heading).expect("the extract's columns");
            let cell = format!("{letter}{}", index + 6);
            let Some(row) = by_cell.remove(cell.as_str()) else {
                problems.push(format!("{cell}: not in the recording"));
                continue;
            };
            let (got, expected) = (row.get("obs_value"), &record[at]);
            let equal = match (got, expected) {
                ("", "") => true,
                ("", _) | (_, "") => false,
                (got, expected) => scaled(got) == scaled(expected) * scaled(unit) / scaled("1"),
            };
            if !equal {
                problems.push(format!("{cell}: got `{got}`, expected `{expected}` times {unit}"));
            }
        }
    }
    problems.extend(by_cell.keys().map(|cell| format!("{cell}: only in the recording")));
    (rows.len(), problems)
}

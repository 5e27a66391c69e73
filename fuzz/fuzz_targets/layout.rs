//! An arbitrary grid through a fixed layout: every value cell is accounted for, none twice, each
//! stands in the grid, and more blanks in a text change nothing.
#![no_main]

use std::collections::BTreeSet;
use std::path::PathBuf;
use std::sync::LazyLock;

use libfuzzer_sys::fuzz_target;
use portbook_model::address::Cell as Place;
use portbook_model::digest::Digest;
use portbook_normalize::print::normalize;
use portbook_normalize::release::Occasion;
use portbook_parse::grid::{Cell, Grid, Span};
use portbook_parse::layout::{Origin, Parsed, interpret};
use portbook_parse::limits::Limits;
use portbook_parse::read::contents::{Contents, Workbook};
use portbook_parse::sniff::Format;
use portbook_source::load::{Source, Texts};

static SOURCE: LazyLock<Source> = LazyLock::new(|| {
    let texts = Texts {
        source: include_str!("../../crates/source/fixtures/partners-title-period.toml").to_owned(),
        layout: include_str!("layout.toml").to_owned(),
        lookups: include_str!("lookups.toml").to_owned(),
        ..Texts::default()
    };
    Source::read("cn/a-b", PathBuf::from("cn/a-b"), &texts).expect("the fixed layout is sound")
});

/// What a cell may say, so that much of what is made is nearly a table.
const WORDS: [&str; 24] = [
    "Trade by Partner, Mar 2026",
    "Unit: CNY 100 Million",
    "Partner",
    "Export",
    "Import",
    "3",
    "1-to-3",
    "Total",
    "Germany",
    "of which: Germany",
    "Note: provisional",
    "22,297.0",
    "711.8",
    "-",
    "0",
    "1,5",
    "",
    "Trade by Partner",
    "13",
    "of which:",
    "a(b)",
    "-12.50",
    "…",
    "Unit:",
];

const COLUMNS: usize = 4;

fuzz_target!(|bytes: &[u8]| {
    let once = grid(bytes, "");
    let parsed = read(&once);
    let spread = read(&grid(bytes, " \u{a0} "));
    assert_eq!(parsed.tables.len(), spread.tables.len());
    for (table, other) in parsed.tables.iter().zip(&spread.tables) {
        assert_eq!(table.batch, other.batch, "blanks changed what was read");
        let occasion = Occasion {
            file: "x".to_owned(),
            snapshot: Digest::of(b"x"),
            bytes: bytes.len() as u64,
            captured_at: jiff::Timestamp::UNIX_EPOCH,
            listed_period: None,
            listed_date: None,
            period_fallback: Some("local".to_owned()),
        };
        let Ok(print) = normalize(table, &SOURCE, &occasion) else { continue };
        let kept = (print.rows.len() + print.controls.len()) as u64;
        let accounted = kept + print.ignored_cells + print.refused_cells;
        assert_eq!(print.value_cells, accounted, "a cell was lost or counted twice");
        let mut seen = BTreeSet::new();
        for row in print.rows.iter().chain(&print.controls) {
            let name = row.address.cell.clone().expect("a cell has a name");
            let place = Place::parse(&name).expect("it is an A1 name");
            assert!(place.row_index < once.row_count().max(1), "{name} is below the grid");
            assert!(seen.insert(name), "a cell was read twice");
        }
    }
});

/// Two bits of every byte make a span of it now and then, the rest choose the word.
fn grid(bytes: &[u8], blanks: &str) -> Grid {
    let mut grid = Grid::new("1");
    let mut spans = Vec::new();
    for (at, byte) in bytes.iter().take(400).enumerate() {
        let (row_index, column_index) = ((at / COLUMNS) as u32, (at % COLUMNS) as u32);
        let origin = Place { row_index, column_index };
        let word = WORDS[usize::from(byte & 31) % WORDS.len()];
        grid.put(
            origin,
            Cell::text(format!("{blanks}{}{blanks}", word.replace(' ', &format!(" {blanks}")))),
        );
        match byte >> 5 {
            6 => spans.push(Span { origin, row_count: 1, column_count: 2 }),
            7 => spans.push(Span { origin, row_count: 2, column_count: 1 }),
            _ => {}
        }
    }
    for span in spans {
        let is_free = |row, column| {
            grid.origin(row, column) == Place { row_index: row, column_index: column }
        };
        let Place { row_index: row, column_index: column } = span.origin;
        let last = (row + span.row_count - 1, column + span.column_count - 1);
        if is_free(row, column) && is_free(last.0, last.1) {
            grid.cover(span);
        }
    }
    grid
}

fn read(grid: &Grid) -> Parsed {
    let book = Workbook { format: Format::Xlsx, grids: vec![grid.clone()], skipped: Vec::new() };
    let origin = Origin { file: "x", charset: None, period: None };
    interpret(&Contents::Workbook(book), origin, &SOURCE, &Limits::standard())
        .expect("a grid is never damaged")
}

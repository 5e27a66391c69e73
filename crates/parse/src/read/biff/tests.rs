//! Streams of records made by hand, a trap each.

use super::*;
use crate::grid::Kind;
use crate::limits::Limits;

fn record(kind: u16, data: &[u8]) -> Vec<u8> {
    let length = u16::try_from(data.len()).unwrap();
    [&kind.to_le_bytes()[..], &length.to_le_bytes(), data].concat()
}

/// A workbook stream of one sheet `A` with the given records.
fn stream_of(version: u16, globals: &[u8], sheet: &[u8]) -> Vec<u8> {
    let bof = |kind: u8| record(0x0809, &[version.to_le_bytes(), [kind, 0]].concat());
    let name: &[u8] = if version == 0x0600 { &[1, 0, b'A'] } else { &[1, b'A'] };
    let start = bof(5).len() + globals.len() + 4 + 6 + name.len() + 4;
    let start = u32::try_from(start).unwrap().to_le_bytes();
    let bound = record(0x0085, &[&start[..], &[0, 0], name].concat());
    let end = record(EOF, &[]);
    [&bof(5)[..], globals, &bound, &end, &bof(0x10), sheet, &end].concat()
}

fn stream(globals: &[u8], sheet: &[u8]) -> Vec<u8> {
    stream_of(0x0600, globals, sheet)
}

fn read(stream: &[u8]) -> Result<Workbook, Error> {
    super::read(stream, &Limits::standard())
}

fn grid(globals: &[u8], sheet: &[u8]) -> Grid {
    read(&stream(globals, sheet)).unwrap().grids.remove(0)
}

fn message(stream: &[u8]) -> String {
    read(stream).unwrap_err().to_string()
}

/// A cell record: row, column, style, what follows.
fn cell(kind: u16, row: u16, column: u16, rest: &[u8]) -> Vec<u8> {
    let head = [row.to_le_bytes(), column.to_le_bytes(), [0; 2]].concat();
    record(kind, &[&head, rest].concat())
}

fn number(row: u16, column: u16, value: f64) -> Vec<u8> {
    cell(0x0203, row, column, &value.to_le_bytes())
}

/// A format under the number 164 and the one style that names it.
fn style(code: &str) -> Vec<u8> {
    let length = u16::try_from(code.len()).unwrap().to_le_bytes();
    let format = [&164_u16.to_le_bytes()[..], &length, &[0], code.as_bytes()].concat();
    let xf = [&[0, 0, 164, 0][..], &[0; 4], &[3], &[0; 11]].concat();
    [record(0x041E, &format), record(0x00E0, &xf)].concat()
}

#[test]
fn encryption_of_every_kind_is_named() {
    for data in [&[0, 0, 1, 2, 3, 4][..], &[1, 0, 1, 0], &[1, 2]] {
        let stream = stream(&record(0x002F, data), &[]);
        assert_eq!(message(&stream), "the workbook is encrypted");
    }
    let stream = stream_of(0x0500, &record(0x002F, &[1, 2, 3, 4]), &[]);
    assert_eq!(message(&stream), "the workbook is encrypted");
}

#[test]
fn corners_far_apart_cost_nothing() {
    let declared = [0, 0, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1, 0, 0];
    let cells = [record(0x0200, &declared), number(0, 0, 1.0), number(65_535, 255, 2.0)].concat();
    let grid = grid(&[], &cells);
    assert_eq!(grid.cells().count(), 2);
    assert_eq!(grid.text(65_535, 255), "2");
}

#[test]
fn numbers_of_every_kind() {
    let rk = |word: u32| word.to_le_bytes();
    let many =
        [&[1, 0, 1, 0][..], &[0, 0], &rk(1 << 2 | 2), &[0, 0], &rk(12_345 << 2 | 3), &[2, 0]];
    let sheet = [
        number(0, 0, 2.5),
        cell(0x027E, 0, 1, &rk(0x3FF0_0000)),
        record(0x00BD, &many.concat()),
        cell(0x027E, 0, 2, &rk((-7_i32 << 2).cast_unsigned() | 2)),
    ]
    .concat();
    let grid = grid(&style("#,##0.0"), &sheet);
    let texts: Vec<&str> = grid.cells().map(|(_, cell)| &*cell.text).collect();
    assert_eq!(texts, ["2.5", "1.0", "-7.0", "1.0", "123.5"]);
    assert_eq!(grid.get(0, 0).unwrap().indent, Some(3));
    let Kind::Number { stored, format, .. } = &grid.get(1, 2).unwrap().kind else { panic!() };
    assert_eq!((&**stored, format.as_deref()), ("123.45", Some("#,##0.0")));
}

#[test]
fn dates_by_their_format_in_either_system() {
    let date = |globals: &[u8], value| grid(globals, &number(0, 0, value)).text(0, 0).to_owned();
    assert_eq!(date(&style("yyyy\\-mm"), 45_688.0), "2025-01-31");
    let of_1904 = [record(0x0022, &[1, 0]), style("yyyy\\-mm")].concat();
    assert_eq!(date(&of_1904, 35_064.0), "2000-01-01");
    assert_eq!(date(&style("[Red][<-25]General;[Blue][>25]General"), 24.0), "24");
}

#[test]
fn texts_go_on_in_further_records() {
    let formula = cell(0x0006, 142, 40, &[0, 0, 0, 0, 0, 0, 0xFF, 0xFF, 0, 0, 0, 0, 0, 0]);
    // Five characters: two of one byte here, three of two bytes in the next record.
    let text = record(0x0207, &[5, 0, 0, b'A', b'B']);
    let rest = record(0x003C, &[1, b'C', 0, 0x2D, 0x4E, b'D', 0]);
    let grid = grid(&[], &[formula, text, rest].concat());
    assert_eq!(grid.text(142, 40), "ABC中D");
}

#[test]
fn shared_texts_without_fonts_and_readings() {
    let plain = [&[2, 0, 0][..], b"ab"].concat();
    let rich = [&[1, 0, 8, 1, 0][..], b"c", &[0; 4]].concat();
    let read_aloud = [&[1, 0, 5, 4, 0, 0, 0][..], &[0x2D, 0x4E], &[9; 4]].concat();
    // The counts are wrong, as in some files.
    let sst = [&[9, 0, 0, 0, 1, 0, 0, 0][..], &plain, &rich, &read_aloud].concat();
    let label = |column, index: u32| cell(0x00FD, 0, column, &index.to_le_bytes());
    let globals = record(0x00FC, &sst);
    let sheet = [label(0, 0), label(1, 1), label(2, 2)].concat();
    let grid = grid(&globals, &sheet);
    assert_eq!((grid.text(0, 0), grid.text(0, 1), grid.text(0, 2)), ("ab", "c", "中"));
    let stream = stream(&globals, &label(7, 3));
    let expected = "sheet `A`, cell H1: it names shared text 3, of which there are 3";
    assert_eq!(message(&stream), expected);
}

#[test]
fn formulas_and_what_they_gave() {
    let result = |row, bytes: [u8; 8]| cell(0x0006, row, 0, &[&bytes[..], &[0; 6]].concat());
    let special = |kind, value| [kind, 0, value, 0, 0, 0, 0xFF, 0xFF];
    let sheet = [
        result(0, 1.5_f64.to_le_bytes()),
        result(1, special(1, 1)),
        result(2, special(2, 0x17)),
        result(3, special(3, 0)),
        result(4, special(0, 0)),
        // Of BIFF4, under its number, in a later workbook.
        cell(0x0406, 5, 0, &[&3.0_f64.to_le_bytes()[..], &[0; 6]].concat()),
    ]
    .concat();
    let grid = grid(&[], &sheet);
    let kinds: Vec<&Kind> = grid.cells().map(|(_, cell)| &cell.kind).collect();
    let error = |what: &str| Kind::Error(what.to_owned());
    assert_eq!(grid.text(0, 0), "1.5");
    assert_eq!(kinds[1..4], [&Kind::Bool(true), &error("#REF!"), &error("formula without value")]);
    assert_eq!((grid.get(3, 0), grid.text(5, 0)), (None, "3"));
}

#[test]
fn code_pages_of_biff5() {
    let label = |bytes: &[u8]| {
        let length = u16::try_from(bytes.len()).unwrap().to_le_bytes();
        cell(0x0204, 0, 0, &[&length, bytes].concat())
    };
    let page = |number: u16| record(0x0042, &number.to_le_bytes());
    let read = |number, bytes: &[u8]| {
        super::read(&stream_of(0x0500, &page(number), &label(bytes)), &Limits::standard())
    };
    assert_eq!(read(1251, b"\xC4\xE0").unwrap().grids[0].text(0, 0), "Да");
    assert_eq!(read(936, b"\xD6\xD0").unwrap().grids[0].text(0, 0), "中");
    assert_eq!(read(4711, b"abc").unwrap().grids[0].text(0, 0), "abc");
    let message = read(4711, b"\xC4").unwrap_err().to_string();
    assert!(message.starts_with("sheet `A`, cell A1: its text is"), "{message}");
}

#[test]
fn sheets_of_biff2_to_biff4_are_files() {
    let end = record(EOF, &[]);
    let integer = [&[0, 0, 0, 0][..], &[0, 1, 0], &[7, 0]].concat();
    let label = [&[1, 0, 0, 0][..], &[0; 3], &[2], b"ab"].concat();
    let formats = [record(0x001E, b"\x07General"), record(0x001E, b"\x040.00")].concat();
    let biff2 = [
        record(0x0009, &[2, 0, 0x10, 0]),
        formats,
        record(0x0002, &integer),
        record(0x0004, &label),
        end.clone(),
    ]
    .concat();
    let grid = super::read(&biff2, &Limits::standard()).unwrap().grids.remove(0);
    assert_eq!((grid.text(0, 0), grid.text(1, 0)), ("7.00", "ab"));
    let xf = [0, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0];
    let biff4 = [
        record(0x0409, &[0, 0, 0x10, 0, 0, 0]),
        record(0x041E, b"\0\0\x07General"),
        record(0x041E, b"\0\0\x030.0"),
        record(0x0443, &xf),
        number(2, 1, 12.25),
        end,
    ]
    .concat();
    let grid = super::read(&biff4, &Limits::standard()).unwrap().grids.remove(0);
    assert_eq!(grid.text(2, 1), "12.3");
}

#[test]
fn charts_dialogs_and_merges() {
    let chart = [record(0x0809, &[0, 6, 0x20, 0]), number(0, 0, 9.0), record(EOF, &[])].concat();
    let merged = record(0x00E5, &[1, 0, 0, 0, 0, 0, 0, 0, 1, 0]);
    let grid = grid(&[], &[number(0, 0, 1.0), chart, merged].concat());
    assert_eq!((grid.text(0, 0), grid.text(0, 1), grid.cells().count()), ("1", "1", 1));
    let dialog = read(&stream(&[], &record(0x0081, &[0xD1, 0x04]))).unwrap();
    assert_eq!((dialog.grids.len(), dialog.skipped), (0, vec!["A".to_owned()]));
}

#[test]
fn damage_is_told_with_its_place() {
    let whole = stream(&[], &number(0, 0, 1.0));
    let cut = &whole[..whole.len() - 6];
    assert!(message(cut).contains("sheet `A`: not a readable workbook: the record 0x0203"));
    let no_end = &whole[..whole.len() - 4];
    assert!(message(no_end).starts_with("sheet `A`: it ends without its end record"));
    let twice = stream(&[], &[number(1, 1, 1.0), number(1, 1, 2.0)].concat());
    assert_eq!(message(&twice), "sheet `A`, cell B2: it stands twice in the sheet");
    let limits = Limits { cells_max: 1, ..Limits::standard() };
    let blanks = record(0x00BE, &[0; 20]);
    let error = super::read(&stream(&[], &blanks), &limits).unwrap_err();
    assert!(error.to_string().contains("cells, expected at most 1"));
}

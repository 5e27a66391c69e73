//! Packages of records made by hand, a trap each.

use crate::error::Error;
use crate::grid::Kind;
use crate::limits::Limits;
use crate::read::contents::Workbook;
use crate::read::package::tests::zip_of;
use crate::read::workbook;

fn record(kind: u16, data: &[u8]) -> Vec<u8> {
    let mut bytes = Vec::new();
    if kind < 0x80 {
        bytes.push(kind.to_le_bytes()[0]);
    } else {
        bytes.extend([kind.to_le_bytes()[0] | 0x80, (kind >> 7).to_le_bytes()[0]]);
    }
    assert!(data.len() < 0x80);
    bytes.push(u8::try_from(data.len()).unwrap());
    bytes.extend(data);
    bytes
}

fn text(text: &str) -> Vec<u8> {
    let units: Vec<u16> = text.encode_utf16().collect();
    let mut bytes = u32::try_from(units.len()).unwrap().to_le_bytes().to_vec();
    bytes.extend(units.iter().flat_map(|unit| unit.to_le_bytes()));
    bytes
}

fn cell(kind: u16, column: u32, style: u32, rest: &[u8]) -> Vec<u8> {
    record(kind, &[&column.to_le_bytes()[..], &style.to_le_bytes(), rest].concat())
}

/// A workbook of a worksheet `1`, hidden, and a macro sheet `m`; `relation` is what the list
/// calls the worksheet's.
fn book(relation: &str, cells: &[u8]) -> Result<Workbook, Error> {
    let sheet = |hidden: u32, relation: &str, name: &str| {
        let ids = [&hidden.to_le_bytes()[..], &[1, 0, 0, 0]].concat();
        record(156, &[ids, text(relation), text(name)].concat())
    };
    let list =
        [record(153, &[1, 0, 0, 0, 0, 0, 0, 0]), sheet(1, relation, "1"), sheet(0, "r2", "m")]
            .concat();
    let xf = |format: u16| {
        let head = [[0, 0], format.to_le_bytes(), [0; 2], [0; 2], [0; 2]].concat();
        record(47, &[&head[..], &[0, 2, 0, 0, 0, 0]].concat())
    };
    let styles = [
        record(44, &[&164_u16.to_le_bytes()[..], &text("0.00")].concat()),
        record(43, &[0, 0, 0, 0, 0xBC, 2]),
        record(617, &[]),
        xf(164),
        xf(14),
        record(618, &[]),
    ]
    .concat();
    let shared = record(19, &[&[0][..], &text("shared")].concat());
    let row = record(0, &3_u32.to_le_bytes());
    let merge = [3_u32, 3, 0, 1].map(u32::to_le_bytes).concat();
    let data = [
        record(129, &[]),
        record(145, &[]),
        row,
        cells.to_vec(),
        record(146, &[]),
        record(176, &merge),
    ]
    .concat();
    let kinds = "http://schemas.microsoft.com/x";
    let relations = format!(
        "<Relationships><Relationship Id='r1' Type='{kinds}/worksheet' Target='s.bin'/>\
         <Relationship Id='r2' Type='{kinds}/xlMacrosheet' Target='m.bin'/>\
         <Relationship Id='r3' Type='{kinds}/styles' Target='styles.bin'/>\
         <Relationship Id='r4' Type='{kinds}/sharedStrings' Target='t.bin'/></Relationships>"
    );
    let root = format!(
        "<Relationships><Relationship Id='r' Type='{kinds}/officeDocument' \
         Target='odd/place.bin'/></Relationships>"
    );
    let bytes = zip_of(&[
        ("_rels/.rels", root.as_bytes()),
        ("odd/_rels/place.bin.rels", relations.as_bytes()),
        ("odd/place.bin", &list),
        ("odd/s.bin", &data),
        ("odd/styles.bin", &styles),
        ("odd/t.bin", &shared),
    ]);
    workbook::read(&bytes, &Limits::standard())
}

#[test]
fn cells_of_every_kind() {
    let cells = [
        cell(7, 0, 0, &[0; 4]),
        cell(1, 1, 0, &[]),
        cell(5, 2, 0, &2.125_f64.to_le_bytes()),
        cell(9, 3, 1, &35_064.0_f64.to_le_bytes()),
        record(17, &[&[0; 4][..], &text("next")].concat()),
        cell(2, 5, 0, &(100_u32 << 2 | 3).to_le_bytes()),
        cell(4, 6, 0, &[1]),
        cell(11, 7, 0, &[0x2A]),
        cell(8, 8, 0, &text("formula")),
    ]
    .concat();
    let workbook = book("r1", &cells).unwrap();
    assert_eq!(workbook.skipped, ["m"]);
    let grid = &workbook.grids[0];
    assert!(grid.hidden);
    let texts: Vec<&str> = (0..9).map(|column| grid.text(3, column)).collect();
    let expected =
        ["shared", "shared", "2.13", "2000-01-01", "next", "1.00", "TRUE", "#N/A", "formula"];
    assert_eq!(texts, expected);
    let number = grid.get(3, 2).unwrap();
    assert_eq!((number.indent, number.is_bold), (Some(2), Some(true)));
    assert_eq!(grid.get(3, 7).unwrap().kind, Kind::Error("#N/A".to_owned()));
}

#[test]
fn what_is_missing_is_named() {
    let message = book("r9", &[]).unwrap_err().to_string();
    assert_eq!(message, "sheet `1`: the workbook has no relationship `r9`, its part");
    let message = book("r1", &cell(7, 2, 0, &[5, 0, 0, 0])).unwrap_err().to_string();
    let expected = "sheet `1`, cell C4: it names shared text 5, of which there are 1";
    assert_eq!(message, expected);
    let message = book("r1", &[5, 200]).unwrap_err().to_string();
    assert!(message.starts_with("member `odd/s.bin`: the record at byte"), "{message}");
}

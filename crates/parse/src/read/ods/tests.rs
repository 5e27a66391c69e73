//! `OpenDocument` files made by hand, a trap each.

use super::*;
use crate::grid::Kind;
use crate::read::package::tests::zip_of;
use crate::read::workbook;

fn flat(styles: &str, rows: &str) -> Result<Workbook, Error> {
    let text = format!(
        "<?xml version='1.0'?><office:document xmlns:office='o'><office:automatic-styles>{styles}\
         </office:automatic-styles><office:body><office:spreadsheet><table:table \
         table:name='1' table:style-name='ta1'>{rows}</table:table></office:spreadsheet>\
         </office:body></office:document>"
    );
    read_flat(text.as_bytes(), &Limits::standard())
}

const STYLES: &str = "<number:number-style style:name='N2'><number:number \
    number:decimal-places='2' number:grouping='true'/></number:number-style>\
    <number:percentage-style style:name='N11'><number:number number:decimal-places='1'/>\
    </number:percentage-style>\
    <style:style style:name='ce1' style:family='table-cell' style:data-style-name='N2'>\
    <style:text-properties fo:font-weight='bold'/></style:style>\
    <style:style style:name='ce2' style:parent-style-name='ce1' style:data-style-name='N11'/>\
    <style:style style:name='ta1' style:family='table'><style:table-properties \
    table:display='false'/></style:style>";

#[test]
fn cells_of_every_kind() {
    let rows = "<table:table-column table:number-columns-repeated='2'/>\
        <table:table-column table:default-cell-style-name='ce1'/>\
        <table:table-row><table:table-cell office:value-type='string'><text:p>a<text:s text:c='2'/>\
        <text:span>b &amp; c</text:span></text:p><text:p>d</text:p><office:annotation><text:p>remark\
        </text:p></office:annotation></table:table-cell>\
        <table:table-cell table:style-name='ce2' office:value-type='percentage' office:value='0.125'>\
        <text:p>12.5%</text:p></table:table-cell>\
        <table:table-cell office:value-type='float' office:value='2.125'><text:p>2.13</text:p>\
        </table:table-cell>\
        <table:table-cell office:value-type='date' office:date-value='2025-01-31'><text:p>Jan</text:p>\
        </table:table-cell>\
        <table:table-cell office:value-type='boolean' office:boolean-value='false'/>\
        <table:table-cell table:formula='of:=1/0' office:value-type='string' \
        calcext:value-type='error'><text:p>#DIV/0!</text:p></table:table-cell>\
        <table:table-cell table:formula='of:=A1'/></table:table-row>";
    let workbook = flat(STYLES, rows).unwrap();
    let grid = &workbook.grids[0];
    assert!(grid.hidden);
    let texts: Vec<&str> = (0..7).map(|column| grid.text(0, column)).collect();
    let expected = ["a  b & c\nd", "12.5", "2.13", "2025-01-31", "FALSE", "#DIV/0!", "="];
    assert_eq!(texts, expected);
    let cell = grid.get(0, 2).unwrap();
    assert_eq!(cell.is_bold, Some(true));
    let Kind::Number { decimals, stored, .. } = &cell.kind else { panic!("{cell:?}") };
    assert_eq!((*decimals, &**stored), (Some(2), "2.125"));
    assert_eq!(grid.get(0, 6).unwrap().kind, Kind::Error("formula without value".to_owned()));
}

#[test]
fn what_repeats_counts_and_blanks_do_not() {
    let rows = "<table:table-row table:number-rows-repeated='2'><table:table-cell \
        table:number-columns-repeated='3'/><table:table-cell table:number-columns-repeated='2' \
        office:value-type='string'><text:p>x</text:p></table:table-cell></table:table-row>\
        <table:table-row table:number-rows-repeated='1048574'><table:table-cell \
        table:number-columns-repeated='16384'/></table:table-row>";
    let grid = flat("", rows).unwrap().grids.remove(0);
    assert_eq!(grid.cells().count(), 4);
    assert_eq!(grid.text(1, 4), "x");
    let bomb = rows.replace("'2'", "'999999999'");
    let message = flat("", &bomb).unwrap_err().to_string();
    assert!(message.starts_with("sheet `1`: got "), "{message}");
    assert!(message.ends_with("cells, expected at most 20000000"), "{message}");
}

#[test]
fn merged_cells_cover() {
    let rows = "<table:table-row><table:table-cell office:value-type='string' \
        table:number-columns-spanned='2' table:number-rows-spanned='1'><text:p>a</text:p>\
        </table:table-cell><table:covered-table-cell office:value-type='string'><text:p>hidden\
        </text:p></table:covered-table-cell></table:table-row>";
    let grid = flat("", rows).unwrap().grids.remove(0);
    assert_eq!((grid.text(0, 1), grid.cells().count()), ("a", 1));
}

#[test]
fn encryption_is_named() {
    let manifest = b"<m:manifest><m:file-entry><m:encryption-data/></m:file-entry></m:manifest>";
    let bytes = zip_of(&[("content.xml", b"\xFF\xFE"), ("META-INF/manifest.xml", manifest)]);
    let error = workbook::read(&bytes, &Limits::standard()).unwrap_err();
    assert_eq!(error.to_string(), "the workbook is encrypted");
    let letter = zip_of(&[("content.xml", b"<office:text/>")]);
    let error = workbook::read(&letter, &Limits::standard()).unwrap_err();
    assert!(error.to_string().starts_with("got a zip archive that is no workbook"));
}

//! `.xls` workbooks: the OLE file around the records.

use crate::error::Error;
use crate::limits::Limits;
use crate::read::biff;
use crate::read::contents::Workbook;
use crate::read::ole::Ole;
use crate::sniff::Format;

/// Reads an OLE file as a workbook.
pub(super) fn read(bytes: &[u8], limits: &Limits) -> Result<Workbook, Error> {
    let ole = Ole::read(bytes)?;
    if ole.stream(&["EncryptedPackage"])?.is_some() {
        return Err(Error::Encrypted { what: "workbook" });
    }
    let Some(stream) = ole.stream(&["Workbook", "Book"])? else {
        return Err(Error::Unsupported { seen: Format::Ole });
    };
    biff::read(&stream, limits)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::grid::Kind;

    #[test]
    fn cells_with_their_number_formats() {
        let bytes = include_bytes!("../../fixtures/two-sheets-formats.xls");
        let workbook = read(bytes, &Limits::standard()).unwrap();
        let [first, second] = &workbook.grids[..] else { panic!("{workbook:?}") };
        assert_eq!((first.name.as_str(), first.hidden, second.hidden), ("M139USD", false, true));
        assert_eq!(first.text(1, 4), "（2）2024年12月进出口商品国别（地区）总值表");
        assert_eq!(first.text(3, 1), "  亚洲");
        for (row, column, text, decimals) in [
            (3, 2, "41046.4", Some(1)),
            (3, 3, "-104567", Some(0)),
            (3, 4, "2.5", None),
            (5, 1, "100.00", Some(2)),
            (5, 4, "400.00", Some(2)),
        ] {
            let cell = first.get(row, column).unwrap();
            assert_eq!(cell.text, text);
            let Kind::Number { decimals: seen, .. } = cell.kind else { panic!("{cell:?}") };
            assert_eq!(seen, decimals);
        }
        assert_eq!(first.text(4, 4), "2025-01-31");
        assert_eq!(first.get(4, 3).unwrap().kind, Kind::Text);
        assert_eq!(second.text(0, 0), "TRUE");
    }

    #[test]
    fn a_cut_file_is_an_error() {
        let bytes = include_bytes!("../../fixtures/two-sheets-formats.xls");
        for length in [600, 1500, 3000] {
            assert!(read(&bytes[..length], &Limits::standard()).is_err(), "{length}");
        }
    }
}

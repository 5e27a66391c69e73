//! `OpenDocument` spreadsheets, in a package or flat (OASIS `OpenDocument` 1.3, part 3). Cells and rows
//! that repeat are written once: blank ones cost nothing, others count as often as they repeat.

mod sheet;
mod styles;
#[cfg(test)]
mod tests;

use crate::error::Error;
use crate::limits::{Limits, within};
use crate::read::budget::Budget;
use crate::read::contents::Workbook;
use crate::read::package::Package;
use crate::read::xml::{Xml, local, text_of};
use crate::sniff::Format;

use sheet::Reader;
use styles::Styles;

/// Reads a package.
pub(super) fn read(package: &mut Package<'_>, limits: &Limits) -> Result<Workbook, Error> {
    let manifest = "META-INF/manifest.xml";
    if package.has(manifest) && package.text(manifest)?.contains("encryption-data") {
        return Err(Error::Encrypted { what: "workbook" });
    }
    let mut styles = Styles::default();
    if package.has("styles.xml") {
        let text = package.text("styles.xml")?;
        let mut xml = Xml::new(&text, "styles.xml");
        while let Some(element) = xml.next_start()? {
            styles.take(&mut xml, &element)?;
        }
    }
    let text = package.text("content.xml")?;
    document(&text, "content.xml", styles, limits)
}

/// Reads a workbook that is one XML document.
pub(super) fn read_flat(bytes: &[u8], limits: &Limits) -> Result<Workbook, Error> {
    let place = "the workbook";
    within("bytes", bytes.len() as u64, limits.text_bytes_max, || place.to_owned())?;
    document(&text_of(bytes.to_vec(), place)?, place, Styles::default(), limits)
}

fn document(
    text: &str,
    member: &str,
    mut styles: Styles,
    limits: &Limits,
) -> Result<Workbook, Error> {
    let mut workbook = Workbook { format: Format::Ods, grids: Vec::new(), skipped: Vec::new() };
    let mut budget = Budget::new(limits);
    let mut xml = Xml::new(text, member);
    let mut is_spreadsheet = false;
    while let Some(element) = xml.next_start()? {
        match local(&element) {
            "spreadsheet" => is_spreadsheet = true,
            "table" if is_spreadsheet => {
                within(
                    "sheets",
                    workbook.grids.len() as u64 + 1,
                    limits.sheets_max as u64,
                    || "the workbook".to_owned(),
                )?;
                let grid = Reader::new(&mut xml, &styles, &mut budget).table(&element)?;
                if workbook.grids.iter().any(|before| before.name == grid.name) {
                    let reason = "two sheets have this name".to_owned();
                    return Err(Error::Sheet { sheet: grid.name, reason });
                }
                workbook.grids.push(grid);
            }
            // Copies of other documents' tables, and what was deleted.
            "tracked-changes" | "dde-links" | "forms" | "shapes" => xml.skip()?,
            _ => styles.take(&mut xml, &element)?,
        }
    }
    if is_spreadsheet { Ok(workbook) } else { Err(Error::Unsupported { seen: Format::Zip }) }
}

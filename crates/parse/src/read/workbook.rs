//! A zip package that is a workbook, by its members: OOXML in XML or in records, or `OpenDocument`.

use crate::error::Error;
use crate::limits::Limits;
use crate::read::contents::Workbook;
use crate::read::package::Package;
use crate::read::relations::relations;
use crate::read::{ods, xlsb, xlsx};
use crate::sniff::Format;

/// Reads a zip package as a workbook.
pub(super) fn read(bytes: &[u8], limits: &Limits) -> Result<Workbook, Error> {
    let mut package = Package::open(bytes, limits)?;
    let workbook = read_part(&mut package, limits);
    // What is damaged is told first: it may be why the rest makes no sense.
    package.finish()?;
    workbook
}

fn read_part(package: &mut Package<'_>, limits: &Limits) -> Result<Workbook, Error> {
    if package.has("content.xml") {
        return ods::read(package, limits);
    }
    let root = relations(package, "")?;
    let office = root.into_values().find(|relation| relation.kind == "officedocument");
    let by_name = ["xl/workbook.xml", "xl/workbook.bin"].into_iter().find(|n| package.has(n));
    let part = office.map(|relation| relation.target).or_else(|| by_name.map(str::to_owned));
    let Some(part) = part else { return Err(Error::Unsupported { seen: Format::Zip }) };
    let end = part.rsplit('.').next().unwrap_or_default();
    if end.eq_ignore_ascii_case("bin") {
        xlsb::read(package, &part, limits)
    } else {
        xlsx::read(package, &part, limits)
    }
}

//! `.xlsx` and `.xlsm` workbooks, transitional and strict (ECMA-376 part 1, 18), an event at a
//! time: a sheet's declared dimension is never asked, and what is between the cells costs nothing.

mod sheet;
mod styles;
#[cfg(test)]
mod tests;

use std::collections::{BTreeMap, BTreeSet};

use crate::error::Error;
use crate::grid::Grid;
use crate::limits::{Limits, within};
use crate::read::budget::Budget;
use crate::read::contents::Workbook;
use crate::read::package::Package;
use crate::read::relations::{Relation, relations};
use crate::read::runs::{Height, Runs};
use crate::read::stored::DateSystem;
use crate::read::xml::{Node, Xml, attribute, attributes, is_true, local};
use crate::sniff::Format;
use portbook_model::text::Text;

use styles::Styles;

/// A sheet as the workbook lists it.
pub(super) struct Listed {
    pub(super) name: String,
    pub(super) is_hidden: bool,
    pub(super) relation: String,
}

/// What all sheets share.
struct Shared {
    texts: Vec<Text>,
    styles: Styles,
    dates: DateSystem,
}

/// Reads the workbook whose main part is `part`.
pub(super) fn read(
    package: &mut Package<'_>,
    part: &str,
    limits: &Limits,
) -> Result<Workbook, Error> {
    let (sheets, dates) = list(package, part, limits)?;
    let relations = relations(package, part)?;
    let texts = match part_of_kind(&relations, package, "sharedstrings") {
        Some(name) => shared_texts(package, &name, limits)?,
        None => Vec::new(),
    };
    let styles = match part_of_kind(&relations, package, "styles") {
        Some(name) => styles::read(package, &name)?,
        None => Styles::default(),
    };
    let shared = Shared { texts, styles, dates };
    worksheets(Format::Xlsx, sheets, &relations, limits, |part, grid, budget| {
        let text = package.text(part)?;
        sheet::read(&text, part, &shared, grid, budget)
    })
}

/// The part of a kind that the workbook's relationships name, if the package has it.
pub(super) fn part_of_kind(
    relations: &BTreeMap<String, Relation>,
    package: &Package<'_>,
    kind: &str,
) -> Option<String> {
    let target = relations.values().find(|relation| relation.kind == kind)?;
    Some(target.target.clone()).filter(|name| package.has(name))
}

/// Reads the listed sheets one by one; `read` says whether a part is a worksheet after all. What
/// is none is named.
pub(super) fn worksheets(
    format: Format,
    sheets: Vec<Listed>,
    relations: &BTreeMap<String, Relation>,
    limits: &Limits,
    mut read: impl FnMut(&str, &mut Grid, &mut Budget<'_>) -> Result<bool, Error>,
) -> Result<Workbook, Error> {
    let mut workbook = Workbook { format, grids: Vec::new(), skipped: Vec::new() };
    let mut budget = Budget::new(limits);
    for listed in sheets {
        let Some(relation) = relations.get(&listed.relation) else {
            let reason =
                format!("the workbook has no relationship `{}`, its part", listed.relation);
            return Err(Error::Sheet { sheet: listed.name, reason });
        };
        let mut grid = Grid::new(&listed.name);
        grid.hidden = listed.is_hidden;
        if relation.kind == "worksheet" && read(&relation.target, &mut grid, &mut budget)? {
            workbook.grids.push(grid);
        } else {
            workbook.skipped.push(listed.name);
        }
    }
    Ok(workbook)
}

/// Counts sheets and refuses names that stand twice.
pub(super) fn check_list(sheets: &[Listed], limits: &Limits) -> Result<(), Error> {
    within("sheets", sheets.len() as u64, limits.sheets_max as u64, || "the workbook".to_owned())?;
    let mut names = BTreeSet::new();
    match sheets.iter().find(|sheet| !names.insert(&sheet.name)) {
        Some(twice) => Err(Error::Sheet {
            sheet: twice.name.clone(),
            reason: "two sheets have this name".to_owned(),
        }),
        None => Ok(()),
    }
}

/// The sheets in order, and the epoch of dates.
fn list(
    package: &mut Package<'_>,
    part: &str,
    limits: &Limits,
) -> Result<(Vec<Listed>, DateSystem), Error> {
    let text = package.text(part)?;
    let mut xml = Xml::new(&text, part);
    let (mut sheets, mut dates) = (Vec::new(), DateSystem::From1900);
    let mut root = true;
    while let Some(element) = xml.next_start()? {
        match local(&element) {
            "workbook" => root = false,
            _ if root => return Err(Error::Unsupported { seen: Format::Zip }),
            "workbookPr" => {
                for (key, value) in attributes(&element) {
                    if key == "date1904" && is_true(&value) {
                        dates = DateSystem::From1904;
                    }
                }
            }
            "sheet" => {
                let mut listed =
                    Listed { name: String::new(), is_hidden: false, relation: String::new() };
                for (key, value) in attributes(&element) {
                    match key {
                        "name" => listed.name = value.into_owned(),
                        "state" => listed.is_hidden = value != "visible",
                        "id" => listed.relation = value.into_owned(),
                        _ => {}
                    }
                }
                sheets.push(listed);
            }
            _ => {}
        }
    }
    check_list(&sheets, limits)?;
    Ok((sheets, dates))
}

/// The table of strings that cells name by number.
fn shared_texts(
    package: &mut Package<'_>,
    part: &str,
    limits: &Limits,
) -> Result<Vec<Text>, Error> {
    let text = package.text(part)?;
    let mut xml = Xml::new(&text, part);
    let mut texts = Vec::new();
    let mut bytes: u64 = 0;
    let mut share = |text: Text| {
        let place = || format!("member `{part}`");
        bytes += text.len() as u64;
        within("bytes of text", bytes, limits.cells_text_bytes_max, place)?;
        within("shared texts", texts.len() as u64 + 1, limits.cells_max, place)?;
        texts.push(text);
        Ok::<(), Error>(())
    };
    loop {
        while let Some(plain) = xml.plain("si", &[&["t"]]) {
            share(plain_text(plain.inside.map_or("", |(_, text)| text)))?;
        }
        match xml.next_start()? {
            Some(element) if local(&element) == "si" => share(rich_text(&mut xml)?.into())?,
            Some(_) => {}
            None => return Ok(texts),
        }
    }
}

/// The text of an `si` or `is` that just began: its runs, without readings (furigana).
fn rich_text(xml: &mut Xml<'_>) -> Result<String, Error> {
    let outside = xml.depth() - 1;
    let mut runs = Runs::default();
    let mut height = Height::Line;
    while xml.depth() > outside {
        if let Node::Start(element) = xml.next()? {
            match local(&element) {
                "r" => height = Height::Line,
                "vertAlign" => {
                    height = match attribute(&element, "val").as_deref() {
                        Some("superscript") => Height::Raised,
                        Some("subscript") => Height::Lowered,
                        _ => Height::Line,
                    }
                }
                "t" => runs.push(&xml.text()?, height),
                "rPh" => xml.skip()?,
                _ => {}
            }
        }
    }
    let all = runs.finish();
    Ok(if all.contains("_x") { unescape(&all) } else { all })
}

/// A text without runs.
fn plain_text(text: &str) -> Text {
    if text.contains("_x") { unescape(text).into() } else { text.into() }
}

/// `_x000D_` for a character that XML cannot hold, `_x005F_` for an underscore before such (ECMA-376
/// part 1, 22.4.2.4).
fn unescape(text: &str) -> String {
    let mut plain = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = rest.find("_x") {
        let code = rest
            .get(at + 2..at + 6)
            .filter(|_| rest.as_bytes().get(at + 6) == Some(&b'_'))
            .filter(|digits| digits.bytes().all(|byte| byte.is_ascii_hexdigit()))
            .and_then(|digits| u32::from_str_radix(digits, 16).ok())
            .and_then(char::from_u32);
        if let Some(c) = code {
            plain.push_str(&rest[..at]);
            plain.push(c);
            rest = &rest[at + 7..];
        } else {
            plain.push_str(&rest[..at + 2]);
            rest = &rest[at + 2..];
        }
    }
    plain.push_str(rest);
    plain
}

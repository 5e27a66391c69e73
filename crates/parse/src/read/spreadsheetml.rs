//! `SpreadsheetML` 2003, a workbook in one XML document, after Microsoft's schema reference for
//! Office 2003.

use std::collections::BTreeMap;

use jiff::civil::date;
use portbook_model::address::Cell as Place;
use quick_xml::events::BytesStart;

use crate::error::Error;
use crate::grid::{Cell, Grid, Kind};
use crate::limits::{Limits, within};
use crate::read::budget::{Budget, Merge, cover};
use crate::read::contents::Workbook;
use crate::read::runs::{Height, Runs};
use crate::read::stored::{self, DateSystem};
use crate::read::style::Style;
use crate::read::xml::{Node, Xml, attribute, attributes, is_true, local, text_of};
use crate::sniff::Format;

const PLACE: &str = "the workbook";

/// Reads the document.
pub(super) fn read(bytes: &[u8], limits: &Limits) -> Result<Workbook, Error> {
    within("bytes", bytes.len() as u64, limits.text_bytes_max, || PLACE.to_owned())?;
    let text = text_of(bytes.to_vec(), PLACE)?;
    let mut budget = Budget::new(limits);
    let mut reader = Reader {
        xml: Xml::new(&text, PLACE),
        styles: BTreeMap::new(),
        grid: Grid::default(),
        budget: &mut budget,
        merges: Vec::new(),
    };
    let mut workbook =
        Workbook { format: Format::SpreadsheetMl, grids: Vec::new(), skipped: Vec::new() };
    while let Some(element) = reader.xml.next_start()? {
        match local(&element) {
            "Style" => reader.style(&element)?,
            "Worksheet" => {
                within(
                    "sheets",
                    workbook.grids.len() as u64 + 1,
                    limits.sheets_max as u64,
                    || PLACE.to_owned(),
                )?;
                let name = attribute(&element, "Name").unwrap_or_default();
                if workbook.grids.iter().any(|grid| grid.name == name) {
                    let reason = "two sheets have this name".to_owned();
                    return Err(Error::Sheet { sheet: name.into_owned(), reason });
                }
                reader.grid = Grid::new(name);
                reader.sheet()?;
                workbook.grids.push(std::mem::take(&mut reader.grid));
            }
            _ => {}
        }
    }
    Ok(workbook)
}

struct Reader<'a, 'b> {
    xml: Xml<'a>,
    styles: BTreeMap<String, Style>,
    grid: Grid,
    budget: &'a mut Budget<'b>,
    merges: Vec<Merge>,
}

/// Styles that cells without one take, from the nearest to the widest.
#[derive(Default)]
struct Defaults {
    row: Option<String>,
    /// From a column on, up to and with another.
    columns: Vec<(u32, u32, String)>,
    table: Option<String>,
}

impl Reader<'_, '_> {
    fn fault(&self, reason: impl Into<String>) -> Error {
        Error::Sheet { sheet: self.grid.name.clone(), reason: reason.into() }
    }

    fn fault_of_cell(&self, place: Place, reason: impl Into<String>) -> Error {
        let (sheet, cell) = (self.grid.name.clone(), place.to_string());
        Error::Cell { sheet, cell, reason: reason.into() }
    }

    fn style(&mut self, element: &BytesStart<'_>) -> Result<(), Error> {
        let id = attribute(element, "ID").unwrap_or_default().into_owned();
        let parent = attribute(element, "Parent").unwrap_or("Default".into());
        let general =
            || Style { is_bold: Some(false), indent: Some(0), ..Style::of_code("General") };
        let mut style = self.styles.get(&*parent).cloned().unwrap_or_else(general);
        let outside = self.xml.depth() - 1;
        while self.xml.depth() > outside {
            let Node::Start(element) = self.xml.next()? else { continue };
            for (key, value) in attributes(&element) {
                match (local(&element), key) {
                    ("NumberFormat", "Format") => {
                        let Style { code, shows, .. } = Style::of_code(named_format(&value));
                        style = Style { code, shows, ..style };
                    }
                    ("Font", "Bold") => style.is_bold = Some(is_true(&value)),
                    ("Alignment", "Indent") => style.indent = value.parse().ok(),
                    _ => {}
                }
            }
        }
        self.styles.insert(id, style);
        Ok(())
    }

    fn sheet(&mut self) -> Result<(), Error> {
        let outside = self.xml.depth() - 1;
        let mut defaults = Defaults::default();
        let (mut row_next, mut column_next) = (0_u32, 0_u32);
        while self.xml.depth() > outside {
            let Node::Start(element) = self.xml.next()? else { continue };
            match local(&element) {
                "Table" => defaults.table = attribute(&element, "StyleID").map(Into::into),
                "Column" => {
                    let (from, span) = self.position(&element, column_next)?;
                    column_next = from.saturating_add(span).saturating_add(1);
                    if let Some(style) = attribute(&element, "StyleID") {
                        defaults.columns.push((from, column_next - 1, style.into_owned()));
                        self.budget.count(&self.grid.name)?;
                    }
                }
                "Row" => {
                    let (row_index, span) = self.position(&element, row_next)?;
                    row_next = row_index.saturating_add(span).saturating_add(1);
                    defaults.row = attribute(&element, "StyleID").map(Into::into);
                    self.row(row_index, &defaults)?;
                }
                "Visible" => self.grid.hidden = self.xml.text()? != "SheetVisible",
                _ => {}
            }
        }
        let merges = std::mem::take(&mut self.merges);
        cover(&mut self.grid, &merges, self.budget.limits)
    }

    /// The zero-based place that `Index` names, else the next; and how many more it spans.
    fn position(&self, element: &BytesStart<'_>, next: u32) -> Result<(u32, u32), Error> {
        let (mut at, mut span) = (next, 0);
        for (key, value) in attributes(element) {
            let parsed = value.trim().parse::<u32>().ok();
            match key {
                "Index" => {
                    at = parsed.and_then(|index| index.checked_sub(1)).ok_or_else(|| {
                        self.fault(format!("got the index `{value}`, expected 1 or more"))
                    })?;
                }
                "Span" => span = parsed.unwrap_or(0),
                _ => {}
            }
        }
        Ok((at, span))
    }

    fn row(&mut self, row_index: u32, defaults: &Defaults) -> Result<(), Error> {
        let outside = self.xml.depth() - 1;
        let mut column_next = 0;
        while self.xml.depth() > outside {
            let Node::Start(element) = self.xml.next()? else { continue };
            if local(&element) != "Cell" {
                self.xml.skip()?;
                continue;
            }
            self.budget.count(&self.grid.name)?;
            let (column_index, _) = self.position(&element, column_next)?;
            let place = Place { row_index, column_index };
            let (mut across, mut down, mut style, mut has_formula) = (0, 0, None, false);
            for (key, value) in attributes(&element) {
                match key {
                    "MergeAcross" => across = value.parse().unwrap_or(0),
                    "MergeDown" => down = value.parse().unwrap_or(0),
                    "StyleID" => style = Some(value.into_owned()),
                    "Formula" => has_formula = true,
                    _ => {}
                }
            }
            let of_column = || {
                let mut columns = defaults.columns.iter();
                columns.find(|(from, to, _)| (*from..=*to).contains(&column_index)).map(|c| &c.2)
            };
            let id = style.as_ref().or(defaults.row.as_ref()).or_else(of_column);
            let id = id.or(defaults.table.as_ref()).map_or("Default", String::as_str);
            let style = self.styles.get(id).cloned().unwrap_or(Style::UNKNOWN);
            self.cell(place, &style, has_formula)?;
            if (across, down) != (0, 0) && self.merges.len() <= self.budget.limits.merges_max {
                self.merges.push(Merge {
                    top: row_index,
                    left: column_index,
                    bottom: row_index.saturating_add(down),
                    right: column_index.saturating_add(across),
                });
            }
            column_next = column_index.saturating_add(across).saturating_add(1);
        }
        Ok(())
    }

    fn cell(&mut self, place: Place, style: &Style, has_formula: bool) -> Result<(), Error> {
        let outside = self.xml.depth() - 1;
        let mut data = None;
        while self.xml.depth() > outside {
            let Node::Start(element) = self.xml.next()? else { continue };
            if local(&element) == "Data" {
                let of_type = attribute(&element, "Type").unwrap_or("String".into()).into_owned();
                data = Some((of_type, self.data()?));
            } else {
                self.xml.skip()?;
            }
        }
        let cell = match data {
            None if has_formula => stored::formula_without_value(),
            None => return Ok(()),
            Some((of_type, text)) => self.understood(&of_type, &text, style, place)?,
        };
        self.budget.put(&mut self.grid, place, style.dress(cell))
    }

    /// All text inside, markup of single words left out.
    fn data(&mut self) -> Result<String, Error> {
        let outside = self.xml.depth() - 1;
        let mut runs = Runs::default();
        // Of the elements that raise or lower, the one around the text at hand.
        let mut off_line: Option<(usize, Height)> = None;
        while self.xml.depth() > outside {
            match self.xml.next()? {
                Node::Text(text) => {
                    runs.push(&text, off_line.map_or(Height::Line, |(_, height)| height));
                }
                Node::Start(element) if off_line.is_none() => {
                    let depth = self.xml.depth();
                    off_line = Height::of_element(local(&element)).map(|height| (depth, height));
                }
                Node::End => {
                    off_line = off_line.filter(|(depth, _)| *depth <= self.xml.depth());
                }
                Node::Start(_) | Node::Eof => {}
            }
        }
        Ok(runs.finish())
    }

    fn understood(
        &self,
        of_type: &str,
        text: &str,
        style: &Style,
        place: Place,
    ) -> Result<Cell, Error> {
        let wrong =
            |expected| self.fault_of_cell(place, format!("got `{text}`, expected {expected}"));
        Ok(match of_type {
            "Number" => stored::written(text, style, DateSystem::From1900)
                .ok_or_else(|| wrong("a number"))?,
            "DateTime" => {
                let cell = stored::iso_date(text);
                let Kind::Date(civil) = cell.kind else { return Err(wrong("a date")) };
                // A time of day is written as one of the day before 1 January 1900.
                let midnight = date(1899, 12, 31).at(0, 0, 0, 0);
                if civil.date() > midnight.date() {
                    return Ok(cell);
                }
                let seconds = civil.duration_since(midnight).as_secs_f64();
                stored::number(seconds / 86_400.0, style, DateSystem::From1900)
            }
            "Boolean" => stored::bool(is_true(text.trim())),
            "Error" => stored::error(text),
            "String" => Cell::text(text),
            _ => return Err(wrong("data of a type that there is")),
        })
    }
}

/// The code of a format that has a name.
fn named_format(name: &str) -> &str {
    match name {
        "" | "General" | "General Number" => "General",
        "General Date" | "Long Date" | "Medium Date" | "Short Date" => "yyyy-mm-dd",
        "Long Time" | "Medium Time" | "Short Time" => "h:mm:ss",
        "Fixed" => "0.00",
        "Standard" => "#,##0.00",
        "Percent" => "0.00%",
        "Scientific" => "0.00E+00",
        other => other,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn book(styles: &str, rows: &str) -> Result<Workbook, Error> {
        let text = format!(
            "<?xml version='1.0'?><?mso-application progid='Excel.Sheet'?>\
             <Workbook xmlns='urn:schemas-microsoft-com:office:spreadsheet' \
             xmlns:ss='urn:schemas-microsoft-com:office:spreadsheet'><Styles>{styles}</Styles>\
             <Worksheet ss:Name='1'><Table>{rows}</Table><WorksheetOptions>\
             <Visible>SheetHidden</Visible></WorksheetOptions></Worksheet></Workbook>"
        );
        read(text.as_bytes(), &Limits::standard())
    }

    #[test]
    fn cells_stand_where_their_indexes_say() {
        let styles = "<Style ss:ID='Default'><NumberFormat/></Style>\
            <Style ss:ID='d'><NumberFormat ss:Format='Short Date'/></Style>\
            <Style ss:ID='n'><NumberFormat ss:Format='#,##0.0'/><Font ss:Bold='1'/></Style>";
        let rows = "<Column ss:Index='2' ss:StyleID='n'/>\
            <Row ss:Index='3'><Cell ss:MergeAcross='1'><Data ss:Type='String'>a &amp; <B>b</B></Data>\
            <Comment><ss:Data>a remark</ss:Data></Comment></Cell>\
            <Cell><Data ss:Type='String'>c</Data></Cell></Row>\
            <Row><Cell ss:Index='2'><Data ss:Type='Number'>1.25E1</Data></Cell>\
            <Cell ss:StyleID='d'><Data ss:Type='DateTime'>2025-01-31T00:00:00.000</Data></Cell>\
            <Cell ss:StyleID='d'><Data ss:Type='DateTime'>1899-12-31T12:00:00.000</Data></Cell>\
            <Cell ss:Formula='=RC[-1]'/><Cell><Data ss:Type='Error'>#N/A</Data></Cell>\
            <Cell><Data ss:Type='Boolean'>1</Data></Cell></Row>";
        let workbook = book(styles, rows).unwrap();
        let grid = &workbook.grids[0];
        assert!(grid.hidden);
        assert_eq!(grid.text(2, 0), "a & b");
        assert_eq!(grid.text(2, 1), "a & b");
        assert_eq!(grid.text(2, 2), "c");
        let number = grid.get(3, 1).unwrap();
        assert_eq!((&*number.text, number.is_bold), ("12.5", Some(true)));
        assert_eq!(grid.text(3, 2), "2025-01-31");
        assert!(matches!(grid.get(3, 3).unwrap().kind, Kind::Number { .. }));
        assert_eq!(grid.text(3, 3), "0.5");
        let kind = &grid.get(3, 4).unwrap().kind;
        assert_eq!(*kind, Kind::Error("formula without value".to_owned()));
        assert_eq!(grid.text(3, 5), "#N/A");
        assert_eq!(grid.get(3, 6).unwrap().kind, Kind::Bool(true));
    }

    #[test]
    fn what_is_wrong_names_its_cell() {
        let rows = "<Row><Cell ss:Index='2'><Data ss:Type='Number'>12,5</Data></Cell></Row>";
        let message = book("", rows).unwrap_err().to_string();
        assert_eq!(message, "sheet `1`, cell B1: got `12,5`, expected a number");
        let twice =
            "<Row><Cell><Data>a</Data></Cell><Cell ss:Index='1'><Data>b</Data></Cell></Row>";
        assert!(book("", twice).unwrap_err().to_string().contains("cell A1: it stands twice"));
    }
}

//! One table of an `OpenDocument` spreadsheet.

use std::collections::BTreeMap;

use portbook_model::address::Cell as Place;
use quick_xml::events::BytesStart;

use crate::error::Error;
use crate::grid::{Cell, Grid};
use crate::read::budget::{Budget, Merge, cover};
use crate::read::stored::{self, DateSystem};
use crate::read::style::Style;
use crate::read::xml::{Node, Xml, attribute, attributes, is_true, local};

use super::styles::Styles;

pub(super) struct Reader<'a, 'x, 'b> {
    xml: &'a mut Xml<'x>,
    styles: &'a Styles,
    budget: &'a mut Budget<'b>,
    /// Styles met so far, by name.
    met: BTreeMap<String, Style>,
    grid: Grid,
    merges: Vec<Merge>,
    /// Default style by column: where it begins.
    columns: BTreeMap<u32, Option<String>>,
}

/// A cell as it is written, with how often and over what it stands.
struct Written {
    column_index: u32,
    repeat: u32,
    cell: Cell,
}

impl<'a, 'x, 'b> Reader<'a, 'x, 'b> {
    pub(super) fn new(
        xml: &'a mut Xml<'x>,
        styles: &'a Styles,
        budget: &'a mut Budget<'b>,
    ) -> Self {
        let (met, columns) = (BTreeMap::new(), BTreeMap::new());
        Self { xml, styles, budget, met, grid: Grid::default(), merges: Vec::new(), columns }
    }

    /// Reads the table that just began.
    pub(super) fn table(mut self, element: &BytesStart<'_>) -> Result<Grid, Error> {
        let name = attribute(element, "name").unwrap_or_default();
        self.grid = Grid::new(name);
        let style = attribute(element, "style-name").unwrap_or_default();
        self.grid.hidden = self.styles.is_hidden(&style);
        let outside = self.xml.depth() - 1;
        let (mut row_next, mut column_next) = (0_u32, 0_u32);
        while self.xml.depth() > outside {
            let Node::Start(element) = self.xml.next()? else { continue };
            match local(&element) {
                "table-column" => {
                    let repeat = self.repeat(&element, "number-columns-repeated")?;
                    let style = attribute(&element, "default-cell-style-name");
                    self.budget.count(&self.grid.name)?;
                    self.columns.insert(column_next, style.map(Into::into));
                    column_next = column_next.saturating_add(repeat);
                }
                "table-row" => {
                    let repeat = self.repeat(&element, "number-rows-repeated")?;
                    self.row(&element, row_next, repeat)?;
                    row_next = row_next.saturating_add(repeat);
                }
                // Tables inside shapes, forms, scenarios, charts.
                "shapes" | "forms" | "scenario" | "table-source" => self.xml.skip()?,
                _ => {}
            }
        }
        cover(&mut self.grid, &self.merges, self.budget.limits)?;
        Ok(self.grid)
    }

    fn repeat(&self, element: &BytesStart<'_>, name: &str) -> Result<u32, Error> {
        let Some(value) = attribute(element, name) else { return Ok(1) };
        match value.parse() {
            Ok(count @ 1..) => Ok(count),
            _ => Err(Error::Sheet {
                sheet: self.grid.name.clone(),
                reason: format!("got `{value}` for {name}, expected a count"),
            }),
        }
    }

    fn row(&mut self, element: &BytesStart<'_>, row_index: u32, repeat: u32) -> Result<(), Error> {
        let default =
            attribute(element, "default-cell-style-name").map(std::borrow::Cow::into_owned);
        let outside = self.xml.depth() - 1;
        let mut row: Vec<Written> = Vec::new();
        let mut column_index = 0_u32;
        while self.xml.depth() > outside {
            let Node::Start(element) = self.xml.next()? else { continue };
            if !matches!(local(&element), "table-cell" | "covered-table-cell") {
                self.xml.skip()?;
                continue;
            }
            self.budget.count(&self.grid.name)?;
            let across = self.repeat(&element, "number-columns-repeated")?;
            let place = Place { row_index, column_index };
            self.span(&element, place)?;
            if let Some(cell) = self.cell(&element, place, default.as_deref())? {
                row.push(Written { column_index, repeat: across, cell });
            }
            column_index = column_index.saturating_add(across);
        }
        let cells: u64 = row.iter().map(|written| u64::from(written.repeat)).sum();
        self.budget.count_many(&self.grid.name, cells.saturating_mul(u64::from(repeat)))?;
        for row_index in
            row_index..row_index.saturating_add(if row.is_empty() { 0 } else { repeat })
        {
            for written in &row {
                for at in 0..written.repeat {
                    let column_index = written.column_index.saturating_add(at);
                    self.budget.hold(&self.grid.name, &written.cell)?;
                    self.grid.put(Place { row_index, column_index }, written.cell.clone());
                }
            }
        }
        Ok(())
    }

    fn span(&mut self, element: &BytesStart<'_>, place: Place) -> Result<(), Error> {
        let columns = self.repeat(element, "number-columns-spanned")?;
        let rows = self.repeat(element, "number-rows-spanned")?;
        if (columns, rows) != (1, 1) && self.merges.len() <= self.budget.limits.merges_max {
            self.merges.push(Merge {
                top: place.row_index,
                left: place.column_index,
                bottom: place.row_index.saturating_add(rows - 1),
                right: place.column_index.saturating_add(columns - 1),
            });
        }
        Ok(())
    }

    fn style(&mut self, named: Option<&str>, place: Place, of_row: Option<&str>) -> Style {
        let of_column = self.columns.range(..=place.column_index).next_back();
        let of_column = of_column.and_then(|(_, style)| style.as_deref());
        let name = named.or(of_row).or(of_column).unwrap_or("Default");
        if let Some(style) = self.met.get(name) {
            return style.clone();
        }
        let style = self.styles.get(name);
        self.met.insert(name.to_owned(), style.clone());
        style
    }

    /// Reads one cell; `None` if it is blank.
    fn cell(
        &mut self,
        element: &BytesStart<'_>,
        place: Place,
        of_row: Option<&str>,
    ) -> Result<Option<Cell>, Error> {
        let (mut of_type, mut value, mut style) = (None, None, None);
        let (mut has_formula, mut is_error, mut text_value) = (false, false, None);
        for (key, attribute) in attributes(element) {
            match key {
                // `calcext:` repeats it, and says `error` where there is one.
                "value-type" if attribute == "error" => is_error = true,
                "value-type" => of_type = of_type.or(Some(attribute)),
                "value" | "date-value" | "time-value" | "boolean-value" => value = Some(attribute),
                "string-value" => text_value = Some(attribute),
                "style-name" => style = Some(attribute),
                "formula" => has_formula = true,
                _ => {}
            }
        }
        let style = self.style(style.as_deref(), place, of_row);
        let printed = self.printed()?;
        let fault = |expected: &str| Error::Cell {
            sheet: self.grid.name.clone(),
            cell: place.to_string(),
            reason: format!("got `{}`, expected {expected}", value.as_deref().unwrap_or_default()),
        };
        let cell = match (of_type.as_deref(), value.as_deref()) {
            _ if is_error => stored::error(&printed),
            (Some("float" | "percentage" | "currency"), Some(number)) => {
                // That it is a date, its type would say.
                stored::written(number, &style, DateSystem::From1900)
                    .ok_or_else(|| fault("a number"))?
            }
            (Some("date"), Some(date)) => stored::iso_date(date),
            (Some("boolean"), Some(truth)) => stored::bool(is_true(truth)),
            (Some("float" | "percentage" | "currency" | "date" | "boolean"), None) => {
                return Err(fault("a value"));
            }
            (Some("string"), _) if printed.is_empty() => {
                Cell::text(text_value.as_deref().unwrap_or_default())
            }
            (None, _) if printed.is_empty() && has_formula => stored::formula_without_value(),
            _ => Cell::text(printed),
        };
        Ok((!cell.text.is_empty()).then(|| style.dress(cell)))
    }

    /// The text that a cell shows: a line per paragraph, without remarks and drawings.
    fn printed(&mut self) -> Result<String, Error> {
        let outside = self.xml.depth() - 1;
        let mut all = String::new();
        let mut paragraphs = 0;
        while self.xml.depth() > outside {
            match self.xml.next()? {
                Node::Start(element) => match local(&element) {
                    "p" | "h" => {
                        if paragraphs > 0 {
                            all.push('\n');
                        }
                        paragraphs += 1;
                    }
                    "s" => {
                        let count = attribute(&element, "c").and_then(|c| c.parse().ok());
                        let count = count.unwrap_or(1_usize).min(SPACES_MAX);
                        all.extend(std::iter::repeat_n(' ', count));
                    }
                    "tab" => all.push('\t'),
                    "line-break" => all.push('\n'),
                    "span" | "a" | "ruby" | "ruby-base" => {}
                    _ => self.xml.skip()?,
                },
                // Blanks between paragraphs are not text.
                Node::Text(text) if self.xml.depth() > outside + 1 => all.push_str(&text),
                Node::Text(_) | Node::End | Node::Eof => {}
            }
        }
        Ok(all)
    }
}

/// Spaces that one element may stand for; no cell is wider.
const SPACES_MAX: usize = 1024;

//! One worksheet's cells.

use std::borrow::Cow;

use portbook_model::address::Cell as Place;
use portbook_model::text::Text;
use quick_xml::events::BytesStart;

use crate::error::Error;
use crate::grid::{Cell, Grid, Kind};
use crate::read::budget::{Budget, Merge, cover};
use crate::read::stored;
use crate::read::style::Style;
use crate::read::xml::{Node, Xml, attribute, attributes, local};

use super::{Shared, plain_text, rich_text, unescape};

/// Reads the sheet's part into the grid; `false` if it is no worksheet but another kind of sheet.
pub(super) fn read(
    text: &str,
    part: &str,
    shared: &Shared,
    grid: &mut Grid,
    budget: &mut Budget<'_>,
) -> Result<bool, Error> {
    let mut reader = Reader { xml: Xml::new(text, part), shared, grid, budget };
    let Some(root) = reader.xml.next_start()? else {
        return Err(reader.xml.fault("it is empty"));
    };
    if local(&root) != "worksheet" {
        return Ok(false);
    }
    let mut merges = Vec::new();
    while let Some(element) = reader.xml.next_start()? {
        match local(&element) {
            "sheetData" => reader.rows()?,
            "mergeCell" => {
                let reference = attribute(&element, "ref").unwrap_or_default();
                let merge = merge(&reference).ok_or_else(|| Error::Sheet {
                    sheet: reader.grid.name.clone(),
                    reason: format!("got the merged region `{reference}`, expected one like A1:B2"),
                })?;
                if merges.len() <= reader.budget.limits.merges_max {
                    merges.push(merge);
                }
            }
            _ => {}
        }
    }
    cover(reader.grid, &merges, reader.budget.limits)?;
    Ok(true)
}

fn merge(reference: &str) -> Option<Merge> {
    let (first, last) = reference.split_once(':').unwrap_or((reference, reference));
    let (first, last) = (place(first)?, place(last)?);
    Some(Merge {
        top: first.row_index,
        left: first.column_index,
        bottom: last.row_index,
        right: last.column_index,
    })
}

/// Columns go to `XFD`, rows to 1,048,576.
const COLUMNS_MAX: u32 = 16_384;
const ROWS_MAX: u32 = 1_048_576;

/// Reads an A1 name, upper or lower case.
fn place(name: &str) -> Option<Place> {
    let (mut column, mut row) = (0_u32, 0_u32);
    let mut bytes = name.bytes().filter(|byte| *byte != b'$').peekable();
    while let Some(byte) = bytes.next_if(u8::is_ascii_alphabetic) {
        column = column * 26 + u32::from(byte.to_ascii_uppercase() - b'A') + 1;
        if column > COLUMNS_MAX {
            return None;
        }
    }
    for byte in bytes {
        if !byte.is_ascii_digit() {
            return None;
        }
        row = row * 10 + u32::from(byte - b'0');
        if row > ROWS_MAX {
            return None;
        }
    }
    Some(Place { row_index: row.checked_sub(1)?, column_index: column.checked_sub(1)? })
}

struct Reader<'a, 'b, 'l> {
    xml: Xml<'a>,
    shared: &'b Shared,
    grid: &'b mut Grid,
    budget: &'b mut Budget<'l>,
}

/// What a `<c>` holds, as it is written.
#[derive(Default)]
struct Content<'a> {
    value: Option<Cow<'a, str>>,
    inline: Option<Text>,
    has_formula: bool,
}

/// What a `<c>` says of its content.
struct Said {
    at: Place,
    style: usize,
    of_type: Type,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Type {
    Number,
    Shared,
    Inline,
    /// The text of a formula.
    Text,
    Bool,
    Error,
    Date,
}

impl<'a> Reader<'a, '_, '_> {
    fn rows(&mut self) -> Result<(), Error> {
        let outside = self.xml.depth() - 1;
        let mut row_next = 0;
        while self.xml.depth() > outside {
            if let Node::Start(element) = self.xml.next()?
                && local(&element) == "row"
            {
                let row_index = match attribute(&element, "r") {
                    None => row_next,
                    Some(text) => {
                        let row: Option<u32> =
                            text.trim().parse().ok().filter(|row| *row <= ROWS_MAX);
                        row.and_then(|row| row.checked_sub(1)).ok_or_else(|| {
                            self.fault(format!("got the row number `{text}`, expected 1 or more"))
                        })?
                    }
                };
                self.cells(row_index)?;
                row_next = row_index + 1;
            }
        }
        Ok(())
    }

    fn fault(&self, reason: impl Into<String>) -> Error {
        Error::Sheet { sheet: self.grid.name.clone(), reason: reason.into() }
    }

    fn fault_of_cell(&self, place: Place, reason: impl Into<String>) -> Error {
        let (sheet, cell) = (self.grid.name.clone(), place.to_string());
        Error::Cell { sheet, cell, reason: reason.into() }
    }

    fn cells(&mut self, row_index: u32) -> Result<(), Error> {
        let outside = self.xml.depth() - 1;
        let mut column_next = 0;
        while self.xml.depth() > outside {
            while let Some(plain) = self.xml.plain("c", &[&["v"], &["is", "t"]]) {
                self.budget.count(&self.grid.name)?;
                let implied = Place { row_index, column_index: column_next };
                let said = self.said(plain.attributes(), implied)?;
                let mut content = Content::default();
                match plain.inside {
                    Some((0, value)) => content.value = Some(Cow::Borrowed(value)),
                    Some((_, inline)) => content.inline = Some(plain_text(inline)),
                    None => {}
                }
                column_next = self.put(&said, &content)? + 1;
            }
            if let Node::Start(element) = self.xml.next()?
                && local(&element) == "c"
            {
                self.budget.count(&self.grid.name)?;
                let implied = Place { row_index, column_index: column_next };
                column_next = self.cell(&element, implied)? + 1;
            }
        }
        Ok(())
    }

    /// Reads one cell; gives its column.
    fn cell(&mut self, element: &BytesStart<'_>, implied: Place) -> Result<u32, Error> {
        let said = self.said(attributes(element), implied)?;
        let content = self.content()?;
        self.put(&said, &content)
    }

    /// What the attributes of a cell say.
    fn said<'e>(
        &self,
        attributes: impl Iterator<Item = (&'e str, Cow<'e, str>)>,
        implied: Place,
    ) -> Result<Said, Error> {
        let mut said = Said { at: implied, style: 0, of_type: Type::Number };
        for (key, value) in attributes {
            match key {
                "r" => {
                    said.at = place(&value).ok_or_else(|| {
                        let row = implied.row_index + 1;
                        self.fault(format!(
                            "row {row}: got the cell name `{value}`, expected one like A1"
                        ))
                    })?;
                }
                "s" => said.style = value.parse().unwrap_or(0),
                "t" => {
                    said.of_type = match &*value {
                        "n" => Type::Number,
                        "s" => Type::Shared,
                        "inlineStr" => Type::Inline,
                        "str" => Type::Text,
                        "b" => Type::Bool,
                        "e" => Type::Error,
                        "d" => Type::Date,
                        _ => {
                            let reason =
                                format!("got a cell of type `{value}`, which there is not");
                            return Err(self.fault_of_cell(implied, reason));
                        }
                    }
                }
                _ => {}
            }
        }
        Ok(said)
    }

    /// Puts a cell; gives its column.
    fn put(&mut self, said: &Said, content: &Content<'_>) -> Result<u32, Error> {
        let shared = self.shared;
        let style = shared.styles.get(said.style);
        if let Some(cell) = self.understood(content, said.of_type, style, said.at)? {
            self.budget.put(self.grid, said.at, style.dress(cell))?;
        }
        Ok(said.at.column_index)
    }

    fn content(&mut self) -> Result<Content<'a>, Error> {
        let outside = self.xml.depth() - 1;
        let mut content = Content::default();
        while self.xml.depth() > outside {
            if let Node::Start(element) = self.xml.next()? {
                match local(&element) {
                    "v" => content.value = Some(self.xml.text()?),
                    "is" => content.inline = Some(rich_text(&mut self.xml)?.into()),
                    "f" => {
                        content.has_formula = true;
                        self.xml.skip()?;
                    }
                    _ => self.xml.skip()?,
                }
            }
        }
        Ok(content)
    }

    /// The cell that is written; `None` if it is blank.
    fn understood(
        &self,
        content: &Content<'_>,
        of_type: Type,
        style: &Style,
        place: Place,
    ) -> Result<Option<Cell>, Error> {
        if let Some(inline) = &content.inline {
            return Ok(Some(Cell::text(inline)));
        }
        let Some(value) = &content.value else {
            return Ok(content.has_formula.then(stored::formula_without_value));
        };
        if value.is_empty() {
            // An empty text is a result; an empty number, truth or error is none.
            let is_lost = content.has_formula && of_type != Type::Text;
            return Ok(is_lost.then(stored::formula_without_value));
        }
        let fault = |reason: String| self.fault_of_cell(place, reason);
        Ok(Some(match of_type {
            Type::Number => stored::written(value, style, self.shared.dates)
                .ok_or_else(|| fault(format!("got `{value}`, expected a number")))?,
            Type::Shared => {
                let count = self.shared.texts.len();
                let text =
                    value.trim().parse().ok().and_then(|at: usize| self.shared.texts.get(at));
                Cell::text(text.ok_or_else(|| {
                    fault(format!("it names shared text {value}, of which there are {count}"))
                })?)
            }
            Type::Text | Type::Inline if value.contains("_x") => Cell::text(unescape(value)),
            Type::Text | Type::Inline => Cell::text(&**value),
            Type::Bool => match value.trim() {
                "1" | "true" => stored::bool(true),
                "0" | "false" => stored::bool(false),
                _ => return Err(fault(format!("got `{value}`, expected a truth value"))),
            },
            Type::Error => Cell::new(&**value, Kind::Error(value.clone().into_owned())),
            Type::Date => stored::iso_date(value),
        }))
    }
}

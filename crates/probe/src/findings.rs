//! What a look at a file found: its sheets and tables, and the questions a person must answer.

use std::collections::BTreeMap;

use portbook_parse::read::archive_members::Inside;
use portbook_parse::read::contents::Contents;
use portbook_parse::record_set::{Record, RecordSet};
use serde::Serialize;

use crate::code::{Likely, likely};
use crate::limits::Limits;
use crate::lines;
use crate::question::{self, Question};
use crate::sheet::{Seen, Sheet, a1};
use crate::tables::{Table, tables};
use crate::unit::{self, Unit};
use crate::value::{Heading, Value, heading, values};

/// All that was seen of a file.
#[derive(Clone, Debug, Serialize)]
pub struct Findings {
    pub file: String,
    /// `workbook`, `page` or `delimited text`.
    pub kind: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub charset: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub delimiter: Option<char>,
    /// Why text of the file cannot be cut; nothing of it is read.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub damage: Vec<String>,
    pub tables: Vec<Found>,
    /// Sheets without a table.
    pub without_table: Vec<String>,
    pub questions: Vec<Question>,
}

/// One table.
#[derive(Clone, Debug, Serialize)]
pub struct Found {
    #[serde(skip_serializing_if = "Option::is_none")]
    pub sheet: Option<String>,
    /// Member of an archive.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub member: Option<String>,
    pub is_hidden: bool,
    pub is_records: bool,
    /// From the heading's first cell to the last figure.
    pub area: String,
    /// The text above it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub title: Option<String>,
    pub heading_rows: Vec<usize>,
    pub stub_columns: Vec<String>,
    pub value_columns: usize,
    pub values: usize,
    /// Values that a word beside them dates.
    pub dated: usize,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub first_period: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub last_period: Option<String>,
    pub units: Vec<Unit>,
    /// Marks in the place of figures: how many, the first cell.
    pub signs: BTreeMap<String, (usize, String)>,
    /// Blank cells among the figures: how many, the first cell.
    pub blanks: (usize, String),
    pub codes: BTreeMap<String, Likely>,
    /// Rows of one text between the lines.
    pub groups: usize,
    pub notes: Vec<String>,
    #[serde(skip)]
    pub(crate) seen: Look,
}

/// What the draft and the questions go back to.
#[derive(Clone, Debug)]
pub(crate) struct Look {
    pub(crate) sheet: Sheet,
    pub(crate) table: Table,
    pub(crate) heading: Heading,
    pub(crate) values: Vec<Value>,
    /// Value columns that no word gives a unit.
    pub(crate) unitless: Vec<usize>,
}

/// Looks at what a reader made of a file.
pub fn probe(contents: &Contents, file: &str, limits: &Limits) -> Findings {
    let mut opened = Opened::default();
    opened.open(contents, None, limits);
    let Opened { kind, charset, delimiter, damage, sheets } = opened;
    let mut found = Vec::new();
    let mut without_table = Vec::new();
    for sheet in &sheets {
        let before = found.len();
        for strip in sheet.strips() {
            for table in tables(&strip, limits) {
                found.extend(one(&strip, &table, limits));
            }
        }
        if found.len() == before {
            without_table.extend(sheet.name.clone());
        }
    }
    found.truncate(limits.tables_max);
    let questions = question::ask(&found);
    Findings {
        file: file.to_owned(),
        kind: kind.to_owned(),
        charset,
        delimiter,
        damage,
        tables: found,
        without_table,
        questions,
    }
}

/// The sheets of a file, those of an archive's members too.
#[derive(Default)]
struct Opened {
    kind: &'static str,
    charset: Option<String>,
    delimiter: Option<char>,
    damage: Vec<String>,
    sheets: Vec<Sheet>,
}

impl Opened {
    fn open(&mut self, contents: &Contents, member: Option<&str>, limits: &Limits) {
        let before = self.sheets.len();
        let kind = match contents {
            Contents::Workbook(book) => {
                self.sheets.extend(book.grids.iter().map(|grid| Sheet::of_grid(grid, limits)));
                "workbook"
            }
            Contents::Page(page) => {
                self.charset = Some(format!("{} ({})", page.charset.name, page.charset.basis));
                self.sheets.extend(page.grids.iter().map(|grid| Sheet::of_grid(grid, limits)));
                "page"
            }
            Contents::Text(text) => {
                self.charset = Some(format!("{} ({})", text.charset.name, text.charset.basis));
                // A lenient look would take a lone quote and all that follows for one field.
                match text.each_record(&portbook_parse::limits::Limits::standard(), &mut |_, _| {})
                {
                    Ok(()) => {
                        let cut = lines::cut(&text.content);
                        self.delimiter = cut.delimiter;
                        self.sheets.push(Sheet::of_lines(&cut.lines, limits));
                    }
                    Err(error) => {
                        let member = member.map(|member| format!("member `{member}`: "));
                        self.damage.push(format!("{}{error}", member.unwrap_or_default()));
                    }
                }
                "delimited text"
            }
            Contents::Records(file) => {
                self.charset = Some(format!("{} ({})", file.charset.name, file.charset.basis));
                self.sheets.extend(file.sets.iter().map(|set| of_records(set, limits)));
                "records"
            }
            Contents::Structure(_) => "metadata",
            Contents::Archive(archive) => {
                for member in &archive.members {
                    if let Inside::Read(contents) = &member.contents {
                        self.open(contents, Some(&member.name), limits);
                    }
                }
                "archive"
            }
        };
        for sheet in self.sheets.iter_mut().skip(before) {
            sheet.member = sheet.member.take().or(member.map(str::to_owned));
        }
        self.kind = kind;
    }
}

/// A record set as lines under its header.
fn of_records(set: &RecordSet, limits: &Limits) -> Sheet {
    let width = set.columns().len().min(limits.columns_max);
    let record = |record: Record<'_>| {
        (0..width).map(|column| record.field(column).text.to_owned()).collect()
    };
    let mut lines = vec![set.columns()[..width].to_vec()];
    lines.extend(set.records().take(limits.rows_max).map(record));
    Sheet { name: set.name.clone(), is_record_set: true, ..Sheet::of_lines(&lines, limits) }
}

fn one(sheet: &Sheet, table: &Table, limits: &Limits) -> Option<Found> {
    let panel = table.panels.first()?;
    let heading = heading(sheet, table, panel);
    let values = values(sheet, table);
    let mut spans: Vec<&String> = values.iter().filter_map(|value| value.span.as_ref()).collect();
    spans.sort();
    let top = table.heads.first().or(table.body.first())?;
    let left = panel.stub.iter().chain(&panel.values).min()?;
    let right = panel.values.iter().chain(&panel.stub).max()?;
    let (units, unitless) = units(sheet, table, &heading);
    let mut signs: BTreeMap<String, (usize, String)> = BTreeMap::new();
    let mut blanks = (0, String::new());
    for row in &table.body {
        for column in &panel.values {
            match sheet.get(*row, *column) {
                Seen::Sign(sign) => {
                    let place = || (0, a1(*row, *column));
                    signs.entry(sign.clone()).or_insert_with(place).0 += 1;
                }
                Seen::Blank => {
                    if blanks.0 == 0 {
                        blanks.1 = a1(*row, *column);
                    }
                    blanks.0 += 1;
                }
                _ => {}
            }
        }
    }
    let first = |row: &usize| sheet.rows[*row].iter().find(|cell| !cell.is_blank());
    let codes = panel.stub.iter().filter_map(|column| {
        let likely = likely(&labels(sheet, table, *column))?;
        Some((a1(0, *column).trim_end_matches('1').to_owned(), likely))
    });
    Some(Found {
        sheet: sheet.name.clone(),
        member: sheet.member.clone(),
        is_hidden: sheet.is_hidden,
        is_records: table.is_records,
        area: format!("{}:{}", a1(*top, *left), a1(*table.body.last()?, *right)),
        title: table.above.last().and_then(first).map(Seen::text),
        heading_rows: table.heads.iter().map(|row| row + 1).collect(),
        stub_columns: panel.stub.iter().map(|column| column_name(*column)).collect(),
        value_columns: panel.values.len(),
        values: values.len(),
        dated: spans.len(),
        first_period: spans.first().map(|span| (*span).clone()),
        last_period: spans.last().map(|span| (*span).clone()),
        units,
        signs,
        blanks,
        codes: codes.collect(),
        groups: table.groups.len(),
        notes: table
            .below
            .iter()
            .filter_map(first)
            .take(limits.texts_max)
            .map(Seen::text)
            .collect(),
        seen: Look { sheet: sheet.clone(), table: table.clone(), heading, values, unitless },
    })
}

/// `F` of the sixth column.
pub(crate) fn column_name(column: usize) -> String {
    a1(0, column).trim_end_matches('1').to_owned()
}

/// The distinct labels of a column, in their order.
pub(crate) fn labels(sheet: &Sheet, table: &Table, column: usize) -> Vec<String> {
    let mut seen = std::collections::BTreeSet::new();
    let texts = table.body.iter().map(|row| sheet.get(*row, column));
    texts
        .filter(|cell| !cell.is_blank() && (cell.part().is_none() || matches!(cell, Seen::Year(_))))
        .map(Seen::text)
        .filter(|text| seen.insert(text.clone()))
        .collect()
}

/// The units printed around a table, and its columns of figures that none of them is of.
fn units(sheet: &Sheet, table: &Table, heading: &Heading) -> (Vec<Unit>, Vec<usize>) {
    let mut units: Vec<Unit> = Vec::new();
    let mut add = |text: &str| {
        let found = unit::read(text);
        let is_unit = found.is_some();
        if let Some(unit) = found.filter(|unit| !units.contains(unit)) {
            units.push(unit);
        }
        is_unit
    };
    let mut all = false;
    for row in table.above.iter().chain(&table.groups) {
        for cell in sheet.rows[*row].iter().filter(|cell| cell.is_words()) {
            all |= add(&cell.text());
        }
    }
    let stub = table.panels.iter().flat_map(|panel| &panel.stub);
    for column in stub {
        // A label that carries its unit stands in every line.
        let labels = labels(sheet, table, *column);
        let with_unit = labels.iter().filter(|label| add(label)).count();
        all |= with_unit > 0 && with_unit == labels.len();
    }
    let mut without = Vec::new();
    for (column, cells) in &heading.cells {
        let texts = cells.iter().map(|(row, column)| sheet.get(*row, *column).text());
        let has_unit = texts.map(|text| add(&text)).fold(false, |any, one| any | one);
        if !has_unit && !all {
            without.push(*column);
        }
    }
    (units, without)
}

#[cfg(test)]
mod tests {
    use super::*;
    use portbook_parse::limits::Limits as ParseLimits;

    #[test]
    fn text_that_cannot_be_cut_is_told_as_damaged_and_not_read_in_part() {
        let whole = "area,value\nA,1\nB,2\nC,3\nD,4\n";
        let look = |text: &str| {
            let bytes = text.as_bytes();
            let read = portbook_parse::read::contents::read(bytes, None, &ParseLimits::standard());
            probe(&read.expect("it is text"), "f.csv", &Limits::standard())
        };
        assert_eq!((look(whole).tables.len(), look(whole).damage), (1, Vec::new()));
        let lone = look(&format!("{whole}E,\"5\n{}", "F,6\n".repeat(200)));
        assert!(lone.tables.is_empty());
        assert!(lone.damage[0].contains("line 6:") && lone.damage[0].contains("a quote is lone"));
        let told = crate::report::report(&lone, 200);
        assert!(told.contains("damaged: line 6:"), "{told}");
    }

    #[test]
    fn a_cell_that_spans_the_largest_sheet_is_counted() {
        let mut grid = portbook_parse::grid::Grid::new("1");
        let origin = portbook_model::address::Cell { row_index: 0, column_index: 0 };
        grid.put(origin, portbook_parse::grid::Cell::text("title"));
        let (row_count, column_count) = (1_048_576, 16_384);
        grid.cover(portbook_parse::grid::Span { origin, row_count, column_count });
        let limits = Limits { rows_max: 2, columns_max: 2, ..Limits::standard() };
        assert!(Sheet::of_grid(&grid, &limits).has_spans);
    }
}

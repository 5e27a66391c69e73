//! The recorded tables that are changed: grids of workbooks and pages, and delimited text, which is
//! laid out as a grid and written again.

use std::collections::{BTreeMap, BTreeSet};

use portbook_archive::capture::Capture;
use portbook_model::address::Cell as Place;
use portbook_parse::grid::{Cell, Grid};
use portbook_parse::read::contents::Contents;
use portbook_pipeline::printed::Printed;
use portbook_source::load::Source;

use crate::mutation::Values;

/// The name under which the records of a text stand.
const RECORDS: &str = "records";

/// One table of one capture.
pub(crate) struct Table<'a> {
    pub(crate) source: &'a Source,
    pub(crate) capture: &'a Capture,
    pub(crate) contents: &'a Contents,
    pub(crate) dataset: String,
    /// Releases that the capture prints of it, without suffix.
    pub(crate) releases: BTreeSet<String>,
    /// Sheet -> its value cells.
    pub(crate) sheets: BTreeMap<String, Values>,
}

pub(crate) fn tables<'a>(
    source: &'a Source,
    captures: &'a [(Capture, Contents, Printed)],
) -> Vec<Table<'a>> {
    let mut tables = Vec::new();
    for (capture, contents, printed) in captures {
        let datasets: BTreeSet<&String> = printed.prints.iter().map(|p| &p.dataset).collect();
        for dataset in datasets {
            let prints = || printed.prints.iter().filter(|print| print.dataset == *dataset);
            let rows = || prints().flat_map(|print| &print.rows);
            let sheets = match contents {
                Contents::Text(text) => {
                    let cells = rows().filter_map(|row| {
                        let record = usize::try_from(row.address.record?).ok()?;
                        Some((record, row.address.cell.as_deref()?))
                    });
                    let places = Lines::of(&text.content).places(cells);
                    BTreeMap::from([(RECORDS.to_owned(), Values { places })])
                }
                contents => {
                    let mut sheets: BTreeMap<String, Values> = BTreeMap::new();
                    for row in rows() {
                        let (Some(sheet), Some(cell)) = (&row.address.sheet, &row.address.cell)
                        else {
                            continue;
                        };
                        let sheet = sheet.to_string();
                        if grids(contents).iter().any(|grid| grid.name == sheet) {
                            let values = sheets.entry(sheet).or_default();
                            values.places.extend(Place::parse(cell));
                        }
                    }
                    sheets
                }
            };
            let releases = prints().map(|print| print.release.id.period().to_owned()).collect();
            let dataset = dataset.clone();
            if sheets.values().any(|values| !values.places.is_empty()) {
                tables.push(Table { source, capture, contents, dataset, releases, sheets });
            }
        }
    }
    tables
}

fn grids(contents: &Contents) -> &[Grid] {
    match contents {
        Contents::Workbook(book) => &book.grids,
        Contents::Page(page) => &page.grids,
        _ => &[],
    }
}

impl Table<'_> {
    pub(crate) fn grid(&self, sheet: &str) -> Grid {
        match self.contents {
            Contents::Text(text) => Lines::of(&text.content).grid(),
            contents => grids(contents).iter().find(|grid| grid.name == sheet).unwrap().clone(),
        }
    }

    /// What was read, with another grid in the place of one.
    pub(crate) fn with(&self, sheet: &str, grid: Grid) -> Contents {
        let mut contents = self.contents.clone();
        let grids = match &mut contents {
            Contents::Workbook(book) => &mut book.grids,
            Contents::Page(page) => &mut page.grids,
            Contents::Text(text) => {
                let delimiter = Lines::of(&text.content).delimiter;
                text.content = written(&grid, delimiter);
                return contents;
            }
            _ => return contents,
        };
        let at = grids.iter().position(|grid| grid.name == sheet).unwrap();
        grids[at] = grid;
        contents
    }
}

/// Delimited text, cut line by line.
struct Lines {
    delimiter: char,
    lines: Vec<Vec<String>>,
}

impl Lines {
    fn of(content: &str) -> Self {
        let count = |delimiter: &char| content.matches(*delimiter).count();
        let delimiter = [',', ';', '\t', '|'].into_iter().max_by_key(count).unwrap();
        let lines = content.lines().map(|line| fields(line, delimiter)).collect();
        Self { delimiter, lines }
    }

    fn grid(&self) -> Grid {
        let mut grid = Grid::new(RECORDS);
        for (row_index, line) in (0..).zip(&self.lines) {
            for (column_index, field) in (0..).zip(line) {
                grid.put(Place { row_index, column_index }, Cell::text(field.as_str()));
            }
        }
        grid
    }

    /// Where the values stand: records are counted from the line that names their columns.
    fn places<'a>(&self, cells: impl Iterator<Item = (usize, &'a str)>) -> BTreeSet<Place> {
        let cells: Vec<(usize, &str)> = cells.collect();
        let Some((_, name)) = cells.first() else { return BTreeSet::new() };
        let named = |line: &Vec<String>, name: &str| line.iter().position(|field| field == name);
        let head = self.lines.iter().position(|line| named(line, name).is_some());
        let head = head.unwrap_or_else(|| panic!("no line names the column `{name}`"));
        let place = |(record, name): (usize, &str)| {
            let column_index = u32::try_from(named(&self.lines[head], name)?).ok()?;
            Some(Place { row_index: u32::try_from(head + record).ok()?, column_index })
        };
        cells.into_iter().filter_map(place).collect()
    }
}

fn fields(line: &str, delimiter: char) -> Vec<String> {
    let mut fields = vec![String::new()];
    let mut is_quoted = false;
    for c in line.chars() {
        let field = fields.last_mut().unwrap();
        match c {
            '"' => is_quoted = !is_quoted,
            c if c == delimiter && !is_quoted => fields.push(String::new()),
            c => field.push(c),
        }
    }
    fields
}

fn written(grid: &Grid, delimiter: char) -> String {
    let mut text = String::new();
    for row in 0..grid.row_count() {
        let last = grid.row(row).map(|(place, _)| place.column_index).max().unwrap_or(0);
        let field = |column| match grid.text(row, column) {
            field if field.contains(delimiter) => format!("\"{field}\""),
            field => field.to_owned(),
        };
        let fields: Vec<String> = (0..=last).map(field).collect();
        text.push_str(&fields.join(&delimiter.to_string()));
        text.push('\n');
    }
    text
}

//! Which entry of a layout took the words of a cell. Read again when somebody asks, by the same
//! patterns in the same order, so that no value carries it.

use std::borrow::Cow;

use portbook_model::address::Cell as At;
use portbook_schema::raw::RawRecords;
use portbook_source::layout::Entry;
use portbook_source::layout::records::Reads;
use portbook_source::layout::table::Table;
use portbook_source::load::Source;
use portbook_source::pattern::{Pattern, fold};

use crate::grid::Grid;
use crate::limits::Limits;
use crate::read::archive_members::Inside;
use crate::read::contents::Contents;
use crate::read::delimited::Delimited;

/// The entry that took a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Told {
    /// The text of the cell, folded.
    pub text: String,
    /// As written in `layout.toml`.
    pub pattern: String,
    /// One-based line of `layout.toml`; `None` for what is a key of another table there.
    pub line: Option<usize>,
}

/// The member of an archive that a table was read from, `outer.zip/inner.csv` in nested ones.
fn member<'a>(contents: &'a Contents, path: Option<&str>) -> Option<&'a Contents> {
    let (Contents::Archive(archive), Some(path)) = (contents, path) else {
        return Some(contents);
    };
    archive.members.iter().find_map(|member| {
        let rest = path.strip_prefix(member.name.as_str())?;
        let Inside::Read(inside) = &member.contents else { return None };
        match rest.strip_prefix('/') {
            Some(rest) => self::member(inside, Some(rest)),
            None => rest.is_empty().then_some(inside),
        }
    })
}

/// Tells of one table of a file.
pub struct Teller<'a> {
    source: &'a Source,
    layout: &'a str,
    grid: Option<Cow<'a, Grid>>,
    /// Texts around the grid that stand in no cell of it.
    page: Vec<&'a str>,
    records: Option<Delimited>,
}

impl<'a> Teller<'a> {
    /// `contents` is what the table was read from.
    pub fn of(contents: &'a Contents, table: &'a RawRecords, source: &'a Source) -> Self {
        let contents = member(contents, table.member.as_deref()).unwrap_or(contents);
        let named = |grids: &'a [Grid]| {
            let grid = grids.iter().find(|grid| Some(&grid.name) == table.sheet.as_ref());
            grid.map(Cow::Borrowed)
        };
        let (grid, page, records) = match contents {
            Contents::Workbook(book) => (named(&book.grids), Vec::new(), None),
            Contents::Page(page) => {
                let units = page.units.iter().map(|unit| unit.text.as_str()).collect();
                (named(&page.grids), units, None)
            }
            Contents::Archive(_) | Contents::Structure(_) => (None, Vec::new(), None),
            Contents::Records(file) => {
                let set = file.sets.iter().find(|set| set.name == table.sheet);
                let around = set.map(|set| set.around.as_slice()).unwrap_or_default();
                (None, around.iter().map(|around| around.text.as_str()).collect(), None)
            }
            Contents::Text(text) => {
                let layouts = &source.layout.records;
                let layout = layouts.iter().find(|layout| layout.common.id == table.layout);
                let limits = Limits::standard();
                match layout {
                    Some(layout) => (None, Vec::new(), text.cut_for(layout, &limits).ok()),
                    // A cross-tab in delimited text.
                    None => (text.grid(&limits).ok().map(Cow::Owned), Vec::new(), None),
                }
            }
        };
        Self { source, layout: &table.layout, grid, page, records }
    }

    /// The entry of a place (`text`, `block`, `head`, `line`) that took the words of a cell: an A1
    /// name, `page`, `line 2` of a preamble, or a column of a record file. `hole` is the one that
    /// took the label, if a label was taken.
    pub fn told(&self, place: &str, cell: &str, hole: Option<&str>) -> Option<Told> {
        let texts = self.texts(cell);
        let entries = self.entries(place);
        let took = entries.iter().find_map(|entry| {
            let matches =
                |text: &&String| entry.pattern.captures(text, &self.source.vocabulary).is_some();
            let text = texts.iter().find(matches)?;
            Some(Told {
                text: text.clone(),
                pattern: entry.pattern.to_string(),
                line: Some(entry.line),
            })
        });
        took.or_else(|| self.column(place, cell, hole))
    }

    fn texts(&self, cell: &str) -> Vec<String> {
        if let Some(line) = cell.strip_prefix("line ").and_then(|n| n.parse::<usize>().ok()) {
            let preamble = self.records.iter().flat_map(|records| &records.preamble);
            return preamble.skip(line.saturating_sub(1)).take(1).map(|line| fold(line)).collect();
        }
        match (self.grid.as_deref(), At::parse(cell)) {
            (Some(grid), Some(at)) => {
                let text = grid.text(at.row_index, at.column_index);
                let lines = text.lines().map(fold);
                std::iter::once(fold(text)).chain(lines).collect()
            }
            _ => self.page.iter().map(|text| fold(text)).collect(),
        }
    }

    fn entries(&self, place: &str) -> Vec<&'a Entry> {
        let layout = &self.source.layout;
        let tables = layout.tables.iter().filter(|table| table.common.id == self.layout);
        let records = layout.records.iter().filter(|records| records.common.id == self.layout);
        match place {
            "text" => {
                let commons = tables.map(|table| &table.common);
                commons
                    .chain(records.map(|records| &records.common))
                    .flat_map(|common| common.text.iter().chain(common.one_of.iter().flatten()))
                    .collect()
            }
            "head" => {
                let named = |table: &'a Table| {
                    let rows = table.head_rows.iter().filter_map(|row| row.entries.as_ref());
                    rows.flatten().chain(&table.head)
                };
                tables.flat_map(named).collect()
            }
            _ => {
                let named = |table: &'a Table| {
                    let columns = table.stub.iter().flat_map(|column| &column.entries);
                    table.line.iter().chain(columns)
                };
                tables.flat_map(named).collect()
            }
        }
    }

    /// Of a record file: what a column means, or that it is measured.
    fn column(&self, place: &str, cell: &str, hole: Option<&str>) -> Option<Told> {
        let vocabulary = &self.source.vocabulary;
        let layouts = &self.source.layout.records;
        let mut records = layouts.iter().filter(|layout| layout.common.id == self.layout);
        records.find_map(|records| match place {
            "head" => {
                let measures = &records.measures;
                let takes = |heading: &Pattern| heading.captures(cell, vocabulary).is_some();
                let measure = measures.iter().find(|measure| takes(&measure.heading))?;
                Some(Told {
                    text: cell.to_owned(),
                    pattern: measure.heading.to_string(),
                    line: None,
                })
            }
            _ => records.columns.iter().find_map(|column| {
                let Reads::Entries(entries) = &column.reads else { return None };
                let is_meant =
                    |entry: &&Entry| entry.pattern.holes().any(|name| Some(name) == hole);
                let entry = entries.iter().find(is_meant)?;
                Some(Told {
                    text: column.heading.to_string(),
                    pattern: entry.pattern.to_string(),
                    line: Some(entry.line),
                })
            }),
        })
    }
}

//! From a published row back to the page: the capture that brought its bytes, and the cells
//! around the figure with the headings that gave it meaning.

use std::collections::BTreeSet;
use std::path::Path;

use portbook_archive::archive::Archive;
use portbook_model::address::{Address, Cell};
use portbook_model::digest::Digest;
use portbook_parse::grid::Grid;
use portbook_parse::layout::{Origin, interpret, record_sets};
use portbook_parse::limits::Limits;
use portbook_parse::read::archive_members::Inside;
use portbook_parse::read::contents::Contents;
use portbook_parse::record_set::RecordSet;
use portbook_query::explain::{CaptureInfo, Mark, Neighbour, Neighbourhood};
use portbook_query::published_row::PublishedRow;
use portbook_schema::raw::{self, Columns, PLACES};
use portbook_source::load::Source;
use portbook_source::pattern::fold;

use crate::error::Error;
use crate::parser::Parser;
use crate::printed::charset;

/// Rows and columns shown on each side of the figure.
const AROUND: u32 = 1;

/// Where a row came from: its capture, and what is printed around it.
#[derive(Clone, Debug, Default)]
pub struct Lineage {
    pub capture: Option<CaptureInfo>,
    pub neighbourhood: Option<Neighbourhood>,
}

/// Follows a published row to the stored bytes.
///
/// # Errors
/// Where the archive holds no such bytes any more, or other bytes under their name.
pub fn lineage(
    archive: &Path,
    sources: &[Source],
    row: &PublishedRow,
    parser: &Parser,
) -> Result<Lineage, Error> {
    let archive = Archive::open(archive)?;
    let column = row.series.get(portbook_model::concept::Concept::Source);
    let Some(source) = sources.iter().find(|source| source.column() == column) else {
        return Ok(Lineage::default());
    };
    let Ok(digest) = row.snapshot.parse::<Digest>() else { return Ok(Lineage::default()) };
    let captures = archive.captures(column)?;
    let Some(capture) = captures.iter().find(|c| c.snapshot == Some(digest)) else {
        return Ok(Lineage::default());
    };
    let bytes = archive.get(&digest)?;
    let charset = charset(capture.content_type.as_deref());
    let period = capture.listing.as_ref().and_then(|listing| listing.period.as_deref());
    let origin = Origin { file: &capture.url, charset, period };
    let contents = parser.read(&bytes, origin.charset_for(source));
    let contents = contents.map_err(|error| error.of_file(&capture.url))?;
    let neighbourhood = around(&contents, origin, source, &row.address)?;
    let info = CaptureInfo { url: capture.url.clone(), captured_at: capture.captured_at };
    Ok(Lineage { capture: Some(info), neighbourhood })
}

/// The cells around an address, with the cells whose words gave the figure its meaning.
fn around(
    contents: &Contents,
    origin: Origin<'_>,
    source: &Source,
    address: &Address,
) -> Result<Option<Neighbourhood>, Error> {
    let limits = Limits::standard();
    let parsed = interpret(contents, origin, source, &limits)?;
    let meaning = parsed.tables.iter().find_map(|table| {
        let same_table = table.sheet == address.sheet && table.member == address.member;
        same_table.then(|| meaning_cells(table, address)).flatten()
    });
    let meaning = meaning.unwrap_or_default();
    let found = match &address.member {
        Some(name) => inside(contents, name),
        None => Some(contents),
    };
    Ok(match found {
        Some(Contents::Workbook(book)) => in_grid(&book.grids, address, &meaning),
        Some(Contents::Page(page)) => in_grid(&page.grids, address, &meaning),
        Some(records) => {
            in_records(&record_sets(records, origin, source, &limits), address, &meaning)
        }
        None => None,
    })
}

/// What the member of that name holds; `outer.zip/inner.csv` lies in an archive in the archive.
fn inside<'a>(contents: &'a Contents, name: &str) -> Option<&'a Contents> {
    let Contents::Archive(archive) = contents else { return None };
    archive.members.iter().find_map(|member| {
        let Inside::Read(contents) = &member.contents else { return None };
        match name.strip_prefix(member.name.as_str())? {
            "" => Some(contents.as_ref()),
            rest => inside(contents, rest.strip_prefix('/')?),
        }
    })
}

/// The words beside the value at an address: their A1 names.
fn meaning_cells(table: &raw::RawRecords, address: &Address) -> Option<BTreeSet<String>> {
    let columns = Columns::of(&table.batch);
    let record = address.record.map(|record| record.to_string());
    let row = (0..table.batch.num_rows()).find(|row| {
        columns.get(raw::CELL, *row) == address.cell.as_deref()
            && columns.get(raw::RECORD, *row) == record.as_deref()
    })?;
    let near = PLACES.iter().filter_map(|place| columns.get(&format!("{place}@"), row));
    let near = near.flat_map(|cells| cells.split(' ')).map(str::to_owned);
    let text = table.text.values().map(|said| said.place.clone());
    Some(near.chain(text).collect())
}

fn in_grid(grids: &[Grid], address: &Address, meaning: &BTreeSet<String>) -> Option<Neighbourhood> {
    let grid = grids.iter().find(|grid| Some(&grid.name) == address.sheet.as_ref())?;
    let at = Cell::parse(address.cell.as_deref()?)?;
    let words: Vec<Cell> = meaning.iter().filter_map(|cell| Cell::parse(cell)).collect();
    let near = |centre: u32| centre.saturating_sub(AROUND)..=centre + AROUND;
    let mut rows: BTreeSet<u32> = near(at.row_index).collect();
    rows.extend(words.iter().map(|cell| cell.row_index));
    let mut columns: BTreeSet<u32> = near(at.column_index).collect();
    columns.extend(words.iter().map(|cell| cell.column_index));
    let mark = |cell: Cell| match () {
        () if cell == at => Mark::Value,
        () if words.contains(&cell) => Mark::Heading,
        () => Mark::Near,
    };
    let rows = rows.into_iter().map(|row| {
        let cells = columns.iter().map(|column| {
            let cell = Cell { row_index: row, column_index: *column };
            let origin = grid.origin(row, *column);
            let text = fold(grid.text(row, *column));
            Neighbour { cell: cell.to_string(), text, mark: mark(origin) }
        });
        cells.collect::<Vec<_>>()
    });
    let rows = rows.filter(|row: &Vec<Neighbour>| row.iter().any(|cell| !cell.text.is_empty()));
    Some(Neighbourhood { rows: rows.collect() })
}

/// The record with its column names, and the ones before and after.
fn in_records(
    sets: &[RecordSet],
    address: &Address,
    meaning: &BTreeSet<String>,
) -> Option<Neighbourhood> {
    let number = u64::try_from(address.record?).ok()?;
    let column = address.cell.as_deref()?;
    let set = sets.iter().find(|set| set.name == address.sheet)?;
    let heading = set.columns().iter().map(|name| {
        let mark = if name == column { Mark::Heading } else { Mark::Near };
        Neighbour { cell: name.clone(), text: name.clone(), mark }
    });
    let mut rows = vec![heading.collect::<Vec<_>>()];
    for record in set.records().filter(|record| record.number.abs_diff(number) <= 1) {
        let cells = set.columns().iter().enumerate().map(|(at, name)| {
            let mark = match () {
                () if record.number == number && name == column => Mark::Value,
                () if record.number == number && meaning.contains(name) => Mark::Heading,
                () => Mark::Near,
            };
            let text = record.field(at).text.to_owned();
            Neighbour { cell: format!("{name} {}", record.number), text, mark }
        });
        rows.push(cells.collect());
    }
    Some(Neighbourhood { rows })
}

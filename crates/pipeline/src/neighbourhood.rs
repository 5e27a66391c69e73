//! From a published row back to the page: the capture that brought its bytes, and the cells
//! around the figure with the headings that gave it meaning.

use std::collections::BTreeSet;
use std::path::Path;

use portbook_archive::archive::Archive;
use portbook_archive::capture::Capture;
use portbook_model::address::{Address, Cell};
use portbook_model::concept::Concept;
use portbook_model::digest::Digest;
use portbook_model::status::RevisionReason;
use portbook_parse::cell_at::member;
use portbook_parse::grid::Grid;
use portbook_parse::layout::{Origin, Parsed, interpret, record_sets};
use portbook_parse::limits::Limits;
use portbook_parse::read::contents::Contents;
use portbook_parse::record_set::RecordSet;
use portbook_query::explain::{CaptureInfo, CorrectionInfo, Mark, Neighbour, Neighbourhood};
use portbook_query::published_row::PublishedRow;
use portbook_schema::raw::{self, PLACES};
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
    let column = row.series.get(Concept::Source);
    let Some(source) = sources.iter().find(|source| source.column() == column) else {
        return Ok(Lineage::default());
    };
    let Ok(digest) = row.snapshot.parse::<Digest>() else { return Ok(Lineage::default()) };
    let captures = archive.captures(column)?;
    let Some(capture) = captures.iter().find(|c| c.snapshot == Some(digest)) else {
        return Ok(Lineage::default());
    };
    let opened = Opened::read(&archive.get(&digest)?, capture, source, parser)?;
    let neighbourhood = opened.around(capture, source, &row.address);
    let info = CaptureInfo {
        url: capture.url.clone(),
        captured_at: capture.captured_at,
        note: capture.note.clone(),
        correction: correction(source, row, digest),
    };
    Ok(Lineage { capture: Some(info), neighbourhood })
}

/// The correction that made a row other than printed.
fn correction(source: &Source, row: &PublishedRow, snapshot: Digest) -> Option<CorrectionInfo> {
    if row.revision_reason.as_deref() != Some(RevisionReason::Correction.code()) {
        return None;
    }
    // A silent replacement has the corrections of its release.
    let release = row.release.split_once(':').map_or(row.release.as_str(), |(source, period)| {
        let period = period.split('.').next().unwrap_or(period);
        &row.release[..source.len() + 1 + period.len()]
    });
    let dataset = row.series.get(Concept::Dataset);
    let made = source.corrections.iter().find(|correction| {
        correction.dataset == dataset
            && correction.is_for(release, snapshot)
            && correction.picks(&row.series, &row.time_period, &row.address)
    })?;
    Some(CorrectionInfo {
        action: made.action().to_owned(),
        expect: made.expect.clone(),
        reason: made.reason.clone(),
        reference: made.reference.clone(),
        by: made.by.clone(),
        date: made.date.to_string(),
        place: format!("{}/corrections.toml:{}", source.id, made.line),
    })
}

/// A stored file, read again.
pub(crate) struct Opened {
    contents: Contents,
    parsed: Parsed,
}

impl Opened {
    /// Reads the bytes of a capture by the layouts of its source.
    ///
    /// # Errors
    /// As the build: where the bytes are no table, damaged, or this machine fails.
    pub(crate) fn read(
        bytes: &[u8],
        capture: &Capture,
        source: &Source,
        parser: &Parser,
    ) -> Result<Self, Error> {
        let origin = origin(capture);
        let contents = parser.read(bytes, origin.charset_for(source));
        let contents = contents.map_err(|error| error.of_file(&capture.url))?;
        let parsed = interpret(&contents, origin, source, &Limits::standard())?;
        Ok(Self { contents, parsed })
    }

    /// The cells around an address, with the cells whose words gave the figure its meaning.
    pub(crate) fn around(
        &self,
        capture: &Capture,
        source: &Source,
        address: &Address,
    ) -> Option<Neighbourhood> {
        let meaning = self.parsed.tables.iter().find_map(|table| {
            let same_table = table.sheet.as_deref() == address.sheet.as_deref()
                && table.member.as_deref() == address.member.as_deref();
            same_table.then(|| meaning_cells(table, address)).flatten()
        });
        let meaning = meaning.unwrap_or_default();
        let found = match &address.member {
            Some(name) => member(&self.contents, name),
            None => Some(&self.contents),
        };
        match found? {
            Contents::Workbook(book) => in_grid(&book.grids, address, &meaning),
            Contents::Page(page) => in_grid(&page.grids, address, &meaning),
            // A cross-tab in delimited text: its lines are rows.
            Contents::Text(text) if address.record.is_none() => {
                in_grid(&[text.grid(&Limits::standard()).ok()?], address, &meaning)
            }
            records => {
                let sets = record_sets(records, origin(capture), source, &Limits::standard());
                in_records(&sets, address, &meaning)
            }
        }
    }
}

/// How the file came, for the layouts.
fn origin(capture: &Capture) -> Origin<'_> {
    Origin {
        file: &capture.url,
        charset: charset(capture.content_type.as_deref()),
        period: capture.listing.as_ref().and_then(|listing| listing.period.as_deref()),
    }
}

/// The words beside the value at an address: their A1 names.
fn meaning_cells(table: &raw::RawRecords, address: &Address) -> Option<BTreeSet<String>> {
    let place = (address.cell.as_deref(), address.record);
    let mut values = table.batch.values().iter();
    let row = values.position(|value| (Some(value.cell.as_str()), value.record) == place)?;
    Some(words_of(table, row).collect())
}

/// The words beside the value of a raw record, and those around its table: their A1 names.
pub(crate) fn words_of(table: &raw::RawRecords, row: usize) -> impl Iterator<Item = String> {
    let near = PLACES.iter().filter_map(move |place| table.batch.word(&format!("{place}@"), row));
    let near = near.flat_map(|cells| cells.split(' ')).map(str::to_owned);
    near.chain(table.text.values().map(|said| said.place.clone()))
}

fn in_grid(grids: &[Grid], address: &Address, meaning: &BTreeSet<String>) -> Option<Neighbourhood> {
    let sheet = address.sheet.as_deref().unwrap_or_default();
    let grid = grids.iter().find(|grid| grid.name == sheet)?;
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
    let set = sets.iter().find(|set| set.name.as_deref() == address.sheet.as_deref())?;
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

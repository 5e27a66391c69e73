//! One table of one capture: its raw records as observations.

use std::collections::BTreeMap;
use std::sync::Arc;

use jiff::civil::Date;
use portbook_model::address::Address;
use portbook_model::concept::Concept;
use portbook_model::issue::{Issue, Refusal};
use portbook_model::observation::Observation;
use portbook_model::period::{Period, PeriodKind};
use portbook_model::print::{Corrected, Print};
use portbook_model::release::Release;
use portbook_model::series::Series;
use portbook_model::status::ObsStatus;
use portbook_model::text::Text;
use portbook_schema::raw::batch::{Kind, Role, Value};
use portbook_schema::raw::{Future, Precision, RawRecords};
use portbook_source::dataset::Dataset;
use portbook_source::load::Source;

use crate::correct::{Corrections, Then};
use crate::figure::{Figure, Frame, Read, Shown, figure, shown};
use crate::known::{Dated, Kept, Keys, Known};
use crate::meaning::{Adder, Meaning, Trouble};
use crate::period::{is_last_before, last_before, period};
use crate::release::{Occasion, release};
use crate::shape::shape;

mod edges;

use edges::EdgeCell;

/// Reads a table's raw records as observations.
///
/// # Errors
/// An issue if the table names no release: nothing of it can be published.
pub fn normalize(
    raw: &RawRecords,
    source: &Source,
    occasion: &Occasion,
) -> Result<Print, Box<Issue>> {
    let nothing = Address {
        sheet: raw.sheet.as_ref().map(Text::from),
        member: raw.member.as_ref().map(Text::from),
        ..Address::default()
    };
    let release = release(raw, source, occasion).map_err(|nameless| {
        Box::new(Issue {
            rule: "release-unnamed".to_owned(),
            file: occasion.file.clone(),
            address: nothing.clone(),
            seen: nameless.seen,
            expected: nameless.expected,
            nearest: Vec::new(),
        })
    })?;
    let dataset = &source.datasets[&raw.dataset];
    let adder = Adder::new(source, raw, release.id.period());
    let mut table = Table {
        raw,
        source,
        dataset,
        occasion,
        adder,
        keys: Keys::new(&raw.batch),
        kept: Kept::default(),
        corrections: Corrections::of(source, raw, &release.id.to_string(), occasion),
        released: source.timing.time_zone.to_datetime(release.released_at).date(),
        series: BTreeMap::new(),
        place: nothing,
    };
    Ok(table.read(release.clone()))
}

struct Table<'a> {
    raw: &'a RawRecords,
    source: &'a Source,
    dataset: &'a Dataset,
    occasion: &'a Occasion,
    adder: Adder<'a>,
    keys: Keys,
    kept: Kept,
    corrections: Corrections<'a>,
    /// Day of the release, where it was made.
    released: Date,
    /// Series met so far, each held once.
    series: BTreeMap<Series, Arc<Series>>,
    /// Where the table is.
    place: Address,
}

enum Cell {
    Observed(Observation),
    Ignored,
    /// One that a correction means, and what becomes of it.
    Corrected(Box<Corrected>, Then),
    /// A sign that means another thing at the ends of its series.
    Edge(Box<Observation>, String),
    /// To be read again once the newest month of the table is known.
    Later,
}

/// What is known of a table's cells while they are read.
struct Cells {
    /// Cells that depend on what others say are read again, last.
    first: bool,
    /// The newest month that has a value.
    newest: Option<Period>,
    later: Vec<usize>,
    /// Cells whose sign means another thing at the ends of their series.
    edges: Vec<EdgeCell>,
}

impl Table<'_> {
    /// The print before any of its cells.
    fn nothing_read(&self, release: Release) -> Print {
        Print {
            dataset: self.raw.dataset.clone(),
            release,
            captured_at: self.occasion.captured_at,
            snapshot: self.occasion.snapshot,
            url: self.occasion.file.clone(),
            member: self.raw.member.clone(),
            sheet: self.raw.sheet.clone(),
            meaning: BTreeMap::from([("layout".to_owned(), self.raw.layout.clone())]),
            shape: shape(self.raw, self.source),
            file_bytes: self.occasion.bytes,
            rows: Vec::new(),
            controls: Vec::new(),
            ignored_cells: self.raw.ignored_cells,
            refused_cells: self.raw.refused_cells,
            refusals: self.raw.refusals.clone(),
            issues: self.raw.issues.clone(),
            corrected: Vec::new(),
            complete: true,
            value_cells: self.raw.batch.len() as u64
                + self.raw.refused_cells
                + self.raw.ignored_cells,
        }
    }

    fn read(&mut self, release: Release) -> Print {
        let mut print = self.nothing_read(release);
        let records = self.raw.batch.len();
        let meaning = match self.adder.table() {
            Ok(meaning) => meaning,
            Err(trouble) => {
                let issue = self.issue(trouble, self.place.clone());
                print.refusals.push(Refusal { issue: issue.clone(), cells: records as u64 });
                print.issues.push(issue);
                print.refused_cells += records as u64;
                print.complete = false;
                return print;
            }
        };
        let said = meaning.columns.iter().filter(|(name, _)| Concept::named(name).is_some());
        print.meaning.extend(said.map(|(name, given)| (name.clone(), given.code.clone())));
        let mut pass = Cells { first: true, newest: None, later: Vec::new(), edges: Vec::new() };
        let mut refused: BTreeMap<Trouble, Vec<usize>> = BTreeMap::new();
        for row in 0..records {
            let cell = self.cell(&meaning, row, &pass);
            self.take(row, cell, &mut pass, &mut print, &mut refused);
        }
        pass.first = false;
        for row in std::mem::take(&mut pass.later) {
            let cell = self.cell(&meaning, row, &pass);
            self.take(row, cell, &mut pass, &mut print, &mut refused);
        }
        self.close_edges(pass.edges, &mut print, &mut refused);
        // One word that refuses many cells is one issue: their number is told, the first is named.
        for (trouble, rows) in refused {
            let own = Trouble { cell: None, ..trouble.clone() };
            let each = rows.iter().map(|row| self.issue(own.clone(), self.address(*row)));
            print.refusals.extend(each.map(|issue| Refusal { issue, cells: 1 }));
            let address = self.address(rows[0]);
            let mut issue = self.issue(trouble, address);
            if rows.len() > 1 {
                issue.expected.push_str(&format!("; {} cells in all", rows.len()));
            }
            print.issues.push(issue);
        }
        print.complete = print.refused_cells == 0;
        print
    }

    fn value(&self, row: usize) -> &Value {
        &self.raw.batch.values()[row]
    }

    fn is_control(&self, row: usize) -> bool {
        self.value(row).role == Role::Control
    }

    fn keep(&self, row: usize, observation: Observation, print: &mut Print) {
        let into = if self.is_control(row) { &mut print.controls } else { &mut print.rows };
        into.push(observation);
    }

    /// Puts a cell that was read where it belongs.
    fn take(
        &self,
        row: usize,
        cell: Result<Cell, Trouble>,
        cells: &mut Cells,
        print: &mut Print,
        refused: &mut BTreeMap<Trouble, Vec<usize>>,
    ) {
        match cell {
            Ok(Cell::Observed(observation)) => {
                let month = observation.series.get(Concept::PeriodKind) == "month";
                if month && observation.value.is_some() && !self.is_control(row) {
                    let before = cells.newest.filter(|newest| *newest > observation.period);
                    cells.newest = before.or(Some(observation.period));
                }
                self.keep(row, observation, print);
            }
            Ok(Cell::Edge(observation, sign)) => {
                cells.edges.push(EdgeCell { row, observation: *observation, sign });
            }
            Ok(Cell::Ignored) => print.ignored_cells += 1,
            Ok(Cell::Corrected(corrected, then)) => {
                let cell = match then {
                    Then::Keep => Ok(Cell::Observed(corrected.observation.clone())),
                    Then::LeaveOut => Ok(Cell::Ignored),
                    Then::Refuse(trouble) => Err(trouble),
                };
                print.corrected.push(*corrected);
                self.take(row, cell, cells, print, refused);
            }
            Ok(Cell::Later) => cells.later.push(row),
            Err(trouble) => {
                print.refused_cells += 1;
                refused.entry(trouble).or_default().push(row);
            }
        }
    }

    /// What the words beside a value say but its period; values beside the same words share it.
    fn known(&mut self, meaning: &Meaning, kind: PeriodKind) -> Result<Arc<Known>, Trouble> {
        let code = |column: &str| meaning.columns.get(column).map(|given| given.code.clone());
        let series = Series::new(|concept| match concept {
            Concept::Source => Some(self.source.column()),
            Concept::Dataset => Some(self.dataset.name.clone()),
            Concept::Freq => Some(self.dataset.freq.clone()),
            Concept::PeriodKind => Some(kind.code().to_owned()),
            other => code(other.name()),
        });
        let series = series.map_err(|unset| unsaid(unset.0))?;
        let needed = |column: &'static str| code(column).ok_or_else(|| unsaid(column));
        let shared = self.series.entry(series.clone()).or_insert_with(|| Arc::new(series));
        Ok(Arc::new(Known {
            series: Arc::clone(shared),
            level: needed("level")?.parse().map_err(|_| unsaid("level"))?,
            unit_mult: needed("unit_mult")?.parse().map_err(|_| unsaid("unit_mult"))?,
            precision: precision(meaning, self.raw.precision),
            obs_status: code("obs_status"),
            conf_status: code("conf_status"),
            base_period: code("base_period"),
            part_of: meaning.part_of.as_deref().map(Arc::from),
        }))
    }

    /// One value cell. What its words say is added up where no value before had the same words.
    fn cell(&mut self, table: &Meaning, row: usize, cells: &Cells) -> Result<Cell, Trouble> {
        let (key, times) = self.keys.of(self.value(row));
        let mut meaning = None;
        let dated = match self.kept.dated(&times) {
            Some(dated) => dated,
            None => self.dated(table, meaning.insert(self.adder.record(table, row)?), row)?,
        };
        if let Dated::LastBefore = dated
            && cells.first
        {
            return Ok(Cell::Later);
        }
        let (kind, dates) = match dated {
            Dated::At(kind, dates) => (kind, dates),
            Dated::LastBefore => {
                let meaning = meaning.insert(self.adder.record(table, row)?);
                let dated = last_before(meaning, cells.newest, &self.source.vocabulary);
                dated.map_err(|why| self.undated(row, &why))?
            }
        };
        self.kept.date(times, dated);
        let known = match (self.kept.known(&key, kind), meaning) {
            (Some(known), _) => Ok(known),
            (None, Some(meaning)) => Err(meaning),
            (None, None) => Err(self.adder.record(table, row)?),
        };
        if self.is_to_come(dates) {
            return Ok(Cell::Ignored);
        }
        let known = match known {
            Ok(known) => known,
            Err(meaning) => {
                let known = self.known(&meaning, kind)?;
                self.kept.know(key, kind, Arc::clone(&known));
                known
            }
        };
        self.observed(row, &known, dates)
    }

    fn dated(&self, table: &Meaning, meaning: &Meaning, row: usize) -> Result<Dated, Trouble> {
        if is_last_before(meaning, table.times.len()) {
            return Ok(Dated::LastBefore);
        }
        let dated = period(meaning, table.times.len(), &self.source.vocabulary);
        let (kind, dates) = dated.map_err(|why| self.undated(row, &why))?;
        Ok(Dated::At(kind, dates))
    }

    fn undated(&self, row: usize, why: &str) -> Trouble {
        Trouble {
            rule: "period-unknown",
            seen: self.raw.batch.word("line@", row).unwrap_or_default().to_owned(),
            expected: format!("a period: {why}"),
            cell: None,
        }
    }

    /// Whether a period had not ended at the release and the table prints such in advance.
    fn is_to_come(&self, dates: Period) -> bool {
        self.raw.future == Some(Future::NotYetPublished) && dates.end > self.released
    }

    /// A value whose words are known, corrected where its publisher is known to be wrong.
    fn observed(&self, row: usize, known: &Known, dates: Period) -> Result<Cell, Trouble> {
        let printed = self.printed(row, known, dates);
        let (address, is_control) = (|| self.address(row), self.is_control(row));
        let Some(met) = self.corrections.of_cell(&known.series, dates, address, is_control)? else {
            return printed;
        };
        let observation = match printed {
            Ok(Cell::Observed(observation)) => observation,
            Ok(Cell::Edge(observation, _)) => *observation,
            _ => self.observation(row, known, dates, (None, 0, ObsStatus::Missing, None)),
        };
        let (observation, then) = met.apply(observation, &self.value(row).text, self.raw);
        Ok(Cell::Corrected(Box::new(Corrected { correction: met.number, observation }), then))
    }

    /// The same as printed.
    fn printed(&self, row: usize, known: &Known, dates: Period) -> Result<Cell, Trouble> {
        let frame = frame(&known.series, known.unit_mult, known.precision);
        let Read { figure, notes } = self.figure(row, frame, known.obs_status.as_deref())?;
        let noted = |column: &str, beside: &Option<String>| {
            let note = notes.iter().find_map(|note| note.columns.get(column).cloned());
            note.or_else(|| beside.clone())
        };
        let is_forecast = self.raw.future == Some(Future::Forecast) && dates.end > self.released;
        let status = match noted("obs_status", &known.obs_status) {
            Some(code) => code.parse().map_err(|_| unsaid("obs_status"))?,
            None if is_forecast => ObsStatus::Forecast,
            None => ObsStatus::Normal,
        };
        let Some(shown) = shown(&figure, status) else {
            return Ok(Cell::Ignored);
        };
        let conf_status = noted("conf_status", &known.conf_status);
        let observation = Observation { conf_status, ..self.observation(row, known, dates, shown) };
        Ok(match figure {
            Figure::Edge { sign, .. } => Cell::Edge(Box::new(observation), sign),
            _ => Cell::Observed(observation),
        })
    }

    fn observation(
        &self,
        row: usize,
        known: &Known,
        dates: Period,
        (value, decimals, status, raw_text): Shown,
    ) -> Observation {
        Observation {
            series: Arc::clone(&known.series),
            period: dates,
            value,
            unit_mult: known.unit_mult,
            decimals,
            status,
            conf_status: known.conf_status.clone(),
            level: known.level,
            part_of: known.part_of.clone(),
            base_period: known.base_period.clone(),
            snapshot: self.occasion.snapshot,
            address: self.address(row),
            raw_text,
        }
    }

    /// The figure of a cell. A status printed beside a blank says why it is blank.
    fn figure(
        &self,
        row: usize,
        frame: Frame<'_>,
        status: Option<&str>,
    ) -> Result<Read<'_>, Trouble> {
        let status: Option<ObsStatus> = status.and_then(|code| code.parse().ok());
        if let Some(status) = status.filter(|status| status.is_null())
            && self.value(row).kind == Kind::Blank
        {
            let figure = Figure::Null { status, sign: String::new() };
            return Ok(Read { figure, notes: Vec::new() });
        }
        figure(self.raw, self.value(row), frame).map_err(|unreadable| Trouble {
            rule: unreadable.rule,
            seen: self.value(row).text.as_str().to_owned(),
            expected: unreadable.expected,
            cell: None,
        })
    }

    fn address(&self, row: usize) -> Address {
        let value = self.value(row);
        Address { cell: Some(value.cell.clone()), record: value.record, ..self.place.clone() }
    }

    fn issue(&self, trouble: Trouble, mut address: Address) -> Issue {
        if let Some(cell) = trouble.cell {
            address.cell = Some(cell.into());
        }
        Issue {
            rule: trouble.rule.to_owned(),
            file: self.occasion.file.clone(),
            address,
            seen: trouble.seen,
            expected: trouble.expected,
            nearest: Vec::new(),
        }
    }
}

fn frame(series: &Series, unit_mult: i8, precision: Precision) -> Frame<'_> {
    let growth = series.get(Concept::Transformation) != "N";
    let (measure, unit_measure) = (series.get(Concept::Measure), series.get(Concept::UnitMeasure));
    Frame { unit_mult, precision, growth, measure, unit_measure }
}

/// How number cells become figures: as the words beside the value say, else as the table's layout.
fn precision(meaning: &Meaning, of_table: Precision) -> Precision {
    let said = |column: &str| meaning.columns.get(column).map(|given| given.code.as_str());
    if let Some(decimals) = said("decimals").and_then(|decimals| decimals.parse().ok()) {
        return Precision::Decimals(decimals);
    }
    match said("precision") {
        Some("stored") => Precision::Stored,
        Some(_) => Precision::Format,
        None => of_table,
    }
}

/// Neither layout nor `source.toml` says a column that every row has.
fn unsaid(column: &str) -> Trouble {
    Trouble {
        rule: "column-unsaid",
        seen: "nothing".to_owned(),
        expected: format!("a word of the layout, or of the lookups, that says {column}"),
        cell: None,
    }
}

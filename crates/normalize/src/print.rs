//! One table of one capture: its raw records as observations.

use std::collections::BTreeMap;
use std::sync::Arc;

use portbook_model::address::Address;
use portbook_model::concept::Concept;
use portbook_model::issue::Issue;
use portbook_model::observation::Observation;
use portbook_model::period::Period;
use portbook_model::print::Print;
use portbook_model::release::Release;
use portbook_model::series::Series;
use portbook_model::status::{Level, ObsStatus};
use portbook_schema::raw::{self, Columns, RawRecords};
use portbook_source::dataset::Dataset;
use portbook_source::load::Source;

use crate::figure::{Figure, figure};
use crate::meaning::{Adder, Meaning, Trouble};
use crate::period::{is_last_before, last_before, period};
use crate::release::{Occasion, release};

/// Reads a table's raw records as observations.
///
/// # Errors
/// An issue if the table names no release: nothing of it can be published.
pub fn normalize(
    raw: &RawRecords,
    source: &Source,
    occasion: &Occasion,
) -> Result<Print, Box<Issue>> {
    let nothing =
        Address { sheet: raw.sheet.clone(), member: raw.member.clone(), ..Address::default() };
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
    let columns = Columns::of(&raw.batch);
    let period = release.id.period();
    let adder = Adder { source, dataset, raw, columns: Columns::of(&raw.batch), period };
    let mut table =
        Table { raw, source, dataset, occasion, columns, adder, series: BTreeMap::new() };
    Ok(table.read(release.clone(), &nothing))
}

struct Table<'a> {
    raw: &'a RawRecords,
    source: &'a Source,
    dataset: &'a Dataset,
    occasion: &'a Occasion,
    columns: Columns<'a>,
    adder: Adder<'a>,
    /// Series met so far, each held once.
    series: BTreeMap<Series, Arc<Series>>,
}

enum Cell {
    Observed(Box<Observation>),
    Ignored,
    /// To be read again once the newest month of the table is known.
    Later,
}

/// A table is read twice where a cell depends on what others say.
#[derive(Clone, Copy)]
enum Pass {
    First,
    /// The newest month that has a value is known.
    Last {
        newest: Option<Period>,
    },
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
            rows: Vec::new(),
            controls: Vec::new(),
            ignored_cells: self.raw.ignored_cells,
            refused_cells: self.raw.refused_cells,
            issues: self.raw.issues.clone(),
            complete: true,
            value_cells: self.raw.batch.num_rows() as u64
                + self.raw.refused_cells
                + self.raw.ignored_cells,
        }
    }

    fn read(&mut self, release: Release, nothing: &Address) -> Print {
        let mut print = self.nothing_read(release);
        let records = self.raw.batch.num_rows();
        let meaning = match self.adder.table() {
            Ok(meaning) => meaning,
            Err(trouble) => {
                print.issues.push(self.issue(trouble, nothing.clone()));
                print.refused_cells += records as u64;
                print.complete = false;
                return print;
            }
        };
        let said = meaning.columns.iter().filter(|(name, _)| Concept::named(name).is_some());
        print.meaning.extend(said.map(|(name, given)| (name.clone(), given.code.clone())));
        let mut refused: BTreeMap<Trouble, Vec<usize>> = BTreeMap::new();
        let mut later = Vec::new();
        let mut newest: Option<Period> = None;
        for row in 0..records {
            match self.cell(&meaning, row, Pass::First) {
                Ok(Cell::Observed(observation)) => {
                    let month = observation.series.get(Concept::PeriodKind) == "month";
                    if month && observation.value.is_some() && !self.is_control(row) {
                        let before = newest.filter(|newest| *newest > observation.period);
                        newest = before.or(Some(observation.period));
                    }
                    self.keep(row, *observation, &mut print);
                }
                Ok(Cell::Ignored) => print.ignored_cells += 1,
                Ok(Cell::Later) => later.push(row),
                Err(trouble) => {
                    print.refused_cells += 1;
                    refused.entry(trouble).or_default().push(row);
                }
            }
        }
        for row in later {
            match self.cell(&meaning, row, Pass::Last { newest }) {
                Ok(Cell::Observed(observation)) => self.keep(row, *observation, &mut print),
                Ok(Cell::Ignored | Cell::Later) => print.ignored_cells += 1,
                Err(trouble) => {
                    print.refused_cells += 1;
                    refused.entry(trouble).or_default().push(row);
                }
            }
        }
        // One word that refuses many cells is one issue: their number is told, the first is named.
        for (trouble, rows) in refused {
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

    fn is_control(&self, row: usize) -> bool {
        self.columns.get(raw::ROLE, row) == Some("control")
    }

    fn keep(&self, row: usize, observation: Observation, print: &mut Print) {
        let into = if self.is_control(row) { &mut print.controls } else { &mut print.rows };
        into.push(observation);
    }

    fn cell(&mut self, table: &Meaning, row: usize, pass: Pass) -> Result<Cell, Trouble> {
        let meaning = self.adder.record(table, row)?;
        let vocabulary = &self.source.vocabulary;
        let dated = match (is_last_before(&meaning, table.times.len()), pass) {
            (true, Pass::First) => return Ok(Cell::Later),
            (true, Pass::Last { newest }) => last_before(&meaning, newest, vocabulary),
            (false, _) => period(&meaning, table.times.len(), vocabulary),
        };
        let (kind, dates) = dated.map_err(|why| Trouble {
            rule: "period-unknown",
            seen: self.columns.get("line@", row).unwrap_or_default().to_owned(),
            expected: format!("a period: {why}"),
            cell: None,
        })?;
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
        let level: Level = needed("level")?.parse().map_err(|_| unsaid("level"))?;
        let unit_mult: i8 = needed("unit_mult")?.parse().map_err(|_| unsaid("unit_mult"))?;
        let growth = series.get(Concept::Transformation) != "N";
        let status: ObsStatus = match code("obs_status") {
            Some(code) => code.parse().map_err(|_| unsaid("obs_status"))?,
            None => ObsStatus::Normal,
        };
        let figure = match self.columns.get(raw::KIND, row) {
            // A status printed beside a blank says why it is blank.
            Some("blank") if status.is_null() => Ok(Figure::Null { status, sign: String::new() }),
            _ => figure(self.raw, &self.columns, row, unit_mult, growth),
        };
        let figure = figure.map_err(|unreadable| Trouble {
            rule: unreadable.rule,
            seen: self.columns.get(raw::VALUE, row).unwrap_or_default().to_owned(),
            expected: unreadable.expected,
            cell: None,
        })?;
        let (value, decimals, status, raw_text) = match figure {
            Figure::Value { value, decimals, raw_text } => {
                (Some(value), decimals, status, raw_text)
            }
            Figure::Null { status, sign } => (None, 0, status, Some(sign)),
            Figure::Ignored => return Ok(Cell::Ignored),
        };
        let shared = self.series.entry(series.clone()).or_insert_with(|| Arc::new(series));
        Ok(Cell::Observed(Box::new(Observation {
            series: Arc::clone(shared),
            period: dates,
            value,
            unit_mult,
            decimals,
            status,
            conf_status: code("conf_status"),
            level,
            part_of: meaning.part_of.map(Arc::from),
            base_period: code("base_period"),
            snapshot: self.occasion.snapshot,
            address: self.address(row),
            raw_text,
        })))
    }

    fn address(&self, row: usize) -> Address {
        Address {
            member: self.raw.member.clone(),
            sheet: self.raw.sheet.clone(),
            cell: self.columns.get(raw::CELL, row).map(str::to_owned),
            record: self.columns.get(raw::RECORD, row).and_then(|record| record.parse().ok()),
        }
    }

    fn issue(&self, trouble: Trouble, mut address: Address) -> Issue {
        if let Some(cell) = trouble.cell {
            address.cell = Some(cell);
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

/// Neither layout nor `source.toml` says a column that every row has.
fn unsaid(column: &str) -> Trouble {
    Trouble {
        rule: "column-unsaid",
        seen: "nothing".to_owned(),
        expected: format!("a word of the layout, or of the lookups, that says {column}"),
        cell: None,
    }
}

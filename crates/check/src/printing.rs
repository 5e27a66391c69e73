//! For tests: prints written by hand, and the promises they are judged by.

use std::collections::BTreeMap;
use std::sync::Arc;

use portbook_model::address::Address;
use portbook_model::concept::Concept;
use portbook_model::digest::Digest;
use portbook_model::observation::{Observation, VALUE_SCALE};
use portbook_model::period::Period;
use portbook_model::print::Print;
use portbook_model::release::{Release, ReleaseId};
use portbook_model::series::Series;
use portbook_model::shape::Shape;
use portbook_model::status::{Level, ObsStatus, ReleasedBasis};
use portbook_source::correction::Correction;
use portbook_source::dataset::{Dataset, Rows};
use portbook_source::identity::{Identity, Kind, Rule};
use portbook_source::load::{Accepted, Rejected};

use crate::{Checked, Keep, Promises, check_promises};

/// What the source of the tests promises of its one dataset, `table`.
pub(crate) struct Told {
    datasets: BTreeMap<String, Dataset>,
    identities: Vec<Identity>,
    accepted: Vec<Accepted>,
    rejected: Vec<Rejected>,
    corrections: Vec<Correction>,
}

impl Default for Told {
    fn default() -> Self {
        let dataset = Dataset {
            name: "table".to_owned(),
            title: "A table".to_owned(),
            // Of years: the months that releases of the tests are named for need not be printed.
            freq: "A".to_owned(),
            rows: Rows { min: 0, max: 10_000 },
            vanish: true,
            bulk: false,
            follows: None,
            constants: BTreeMap::new(),
        };
        let datasets = BTreeMap::from([("table".to_owned(), dataset)]);
        Self {
            datasets,
            identities: Vec::new(),
            accepted: Vec::new(),
            rejected: Vec::new(),
            corrections: Vec::new(),
        }
    }
}

impl Told {
    pub(crate) fn rows(mut self, min: usize, max: usize) -> Self {
        self.table().rows = Rows { min, max };
        self
    }

    pub(crate) fn freq(mut self, freq: &str) -> Self {
        self.table().freq = freq.to_owned();
        self
    }

    pub(crate) fn vanish(mut self, vanish: bool) -> Self {
        self.table().vanish = vanish;
        self
    }

    /// A second dataset.
    pub(crate) fn beside(mut self, name: &str) -> Self {
        let second = Dataset { name: name.to_owned(), ..self.table().clone() };
        self.datasets.insert(name.to_owned(), second);
        self
    }

    fn table(&mut self) -> &mut Dataset {
        self.datasets.get_mut("table").unwrap()
    }

    pub(crate) fn identity(mut self, identity: Identity) -> Self {
        self.identities.push(identity);
        self
    }

    pub(crate) fn accept(mut self, release: &str, rule: &str) -> Self {
        self.accepted.push(Accepted {
            release: release.to_owned(),
            dataset: "table".to_owned(),
            rule: rule.to_owned(),
            reason: "known".to_owned(),
            by: "reviewer".to_owned(),
            date: "2026-11-24".to_owned(),
        });
        self
    }

    pub(crate) fn reject(mut self, release: &str) -> Self {
        self.rejected.push(Rejected {
            release: release.to_owned(),
            dataset: "table".to_owned(),
            reason: "a page of another year".to_owned(),
            by: "reviewer".to_owned(),
            date: "2026-11-29".to_owned(),
        });
        self
    }

    pub(crate) fn correction(mut self, correction: Correction) -> Self {
        self.corrections.push(correction);
        self
    }

    pub(crate) fn promises(&self) -> Promises<'_> {
        Promises {
            datasets: &self.datasets,
            identities: &self.identities,
            accepted: &self.accepted,
            rejected: &self.rejected,
            corrections: &self.corrections,
            keep: Keep::Arithmetic,
        }
    }
}

pub(crate) fn run(told: &Told, prints: Vec<Print>) -> Checked {
    check_promises(told.promises(), prints).unwrap()
}

pub(crate) fn identity(name: &str, kind: Kind, rule: Rule) -> Identity {
    Identity { name: name.to_owned(), dataset: "table".to_owned(), kind, rule }
}

/// B = X − M, whatever the valuation.
pub(crate) fn linear(name: &str, kind: Kind) -> Identity {
    let rule = Rule::Linear {
        column: Concept::TradeFlow,
        total: "B".to_owned(),
        terms: BTreeMap::from([("X".to_owned(), 1), ("M".to_owned(), -1)]),
        ignore: vec![Concept::Valuation],
        only: BTreeMap::new(),
    };
    identity(name, kind, rule)
}

/// A print of `table`, published and captured at one instant; `counted` completes it.
pub(crate) fn print(url: &str, period: &str, released_at: &str) -> Print {
    let released_at = released_at.parse().unwrap();
    Print {
        dataset: "table".to_owned(),
        release: Release {
            id: ReleaseId::new("us-test", period),
            released_at,
            released_basis: ReleasedBasis::PrintedDate,
        },
        captured_at: released_at,
        snapshot: Digest::of(format!("{url} {released_at}").as_bytes()),
        url: url.to_owned(),
        member: None,
        sheet: Some("1".to_owned()),
        meaning: BTreeMap::new(),
        shape: Shape::default(),
        file_bytes: 1_000,
        complete: true,
        value_cells: 0,
        rows: Vec::new(),
        controls: Vec::new(),
        ignored_cells: 0,
        refused_cells: 0,
        refusals: Vec::new(),
        issues: Vec::new(),
        corrected: Vec::new(),
    }
}

/// Gives cells an address where they have none, and counts them.
pub(crate) fn counted(mut print: Print) -> Print {
    for (row, observation) in print.rows.iter_mut().chain(&mut print.controls).enumerate() {
        observation.snapshot = print.snapshot;
        if observation.address.cell.is_none() {
            observation.address = Address {
                member: None,
                sheet: print.sheet.as_ref().map(Into::into),
                cell: Some(format!("B{}", row + 1).into()),
                record: None,
            };
        }
    }
    let cells = u64::try_from(print.rows.len() + print.controls.len()).unwrap();
    print.value_cells = cells + print.ignored_cells + print.refused_cells;
    print
}

fn month(text: &str) -> (i16, i8) {
    let (year, month) = text.split_once('-').unwrap();
    (year.parse().unwrap(), month.parse().unwrap())
}

fn series(flow: &str, period_kind: &str) -> Series {
    let series = Series::new(|concept| {
        let value = match concept {
            Concept::Source => "us-test",
            Concept::Dataset => "table",
            Concept::Freq => "M",
            Concept::RefArea => "USA",
            Concept::CounterpartArea => "_W",
            Concept::TradeFlow => flow,
            Concept::Valuation if flow == "X" => "FAS",
            Concept::Valuation if flow == "M" => "CV",
            Concept::Measure => "VALUE",
            Concept::Adjustment | Concept::Transformation => "N",
            Concept::Currency | Concept::UnitMeasure => "USD",
            Concept::PeriodKind => period_kind,
            _ => "_Z",
        };
        Some(value.to_owned())
    });
    series.unwrap()
}

fn observation(series: Series, period: Period) -> Observation {
    Observation {
        series: Arc::new(series),
        period,
        value: None,
        unit_mult: 6,
        decimals: 0,
        status: ObsStatus::Normal,
        conf_status: None,
        level: Level::Leaf,
        part_of: None,
        base_period: None,
        snapshot: Digest::of(b""),
        address: Address::default(),
        raw_text: None,
    }
}

/// `digits` × 10^(`unit_mult` − `decimals`) of a flow in a month.
pub(crate) fn figure(
    flow: &str,
    of_month: &str,
    digits: i128,
    unit_mult: i8,
    decimals: i8,
) -> Observation {
    let (year, number) = month(of_month);
    let scale = i32::from(VALUE_SCALE) + i32::from(unit_mult) - i32::from(decimals);
    Observation {
        value: Some(digits * 10_i128.pow(scale.unsigned_abs())),
        unit_mult,
        decimals,
        ..observation(series(flow, "month"), Period::month(year, number).unwrap())
    }
}

/// The same from January to that month.
pub(crate) fn ytd(
    flow: &str,
    to_month: &str,
    digits: i128,
    unit_mult: i8,
    decimals: i8,
) -> Observation {
    let (year, number) = month(to_month);
    Observation {
        series: Arc::new(series(flow, "ytd")),
        period: Period::ytd(year, number).unwrap(),
        ..figure(flow, to_month, digits, unit_mult, decimals)
    }
}

/// A printed dash.
pub(crate) fn nil(flow: &str, of_month: &str) -> Observation {
    Observation { value: None, status: ObsStatus::Nil, ..figure(flow, of_month, 0, 6, 0) }
}

/// Exports to an area in November 2025.
pub(crate) fn area(code: &str, level: Level, part_of: Option<&str>, digits: i128) -> Observation {
    Observation {
        series: Arc::new(series("X", "month").with(Concept::CounterpartArea, code)),
        level,
        part_of: part_of.map(Arc::from),
        ..figure("X", "2025-11", digits, 6, 0)
    }
}

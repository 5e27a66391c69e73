//! The published columns, and from where in a packed record each is read.

use std::collections::{BTreeMap, BTreeSet};

use jiff::Timestamp;
use portbook_model::release::Release;
use portbook_model::status::ObsStatus;
use portbook_schema::observation;

use crate::form::Part;
use crate::mapping::{Field, Laid, Measure, place};

/// No value, among numbers of entries.
pub(crate) const NULL: u32 = u32::MAX;

/// Where a published column comes from.
#[derive(Debug)]
pub(crate) enum Column {
    /// One of these entries, as Parquet keeps them and in their order, by measure.
    Coded {
        entries: Vec<Vec<u8>>,
        picks: Vec<Pick>,
    },
    /// A code that is its own text.
    Text(Field),
    Always(Fixed),
    PeriodKind,
    TimePeriod,
    PeriodStart,
    PeriodEnd,
    Value {
        scales: Vec<Pick>,
    },
    UnitMult {
        scales: Vec<Pick>,
    },
    Decimals,
    /// As words say, unless the cell says another: entries are all statuses.
    Status {
        picks: Vec<Pick>,
    },
    Snapshot,
    Member,
    Record,
    RawText,
}

/// The same in all rows.
#[derive(Debug)]
pub(crate) enum Fixed {
    Text(String),
    Int(i32),
    Long(i64),
    Null,
}

/// An entry's number, or a value, by what a record says.
#[derive(Clone, Debug)]
pub(crate) enum Pick {
    Always(u32),
    By(Part, Vec<u32>),
}

impl Pick {
    pub(crate) fn of(&self, record: &[u64]) -> u32 {
        match self {
            Self::Always(entry) => *entry,
            Self::By(part, entries) => entries[part.get(record) as usize],
        }
    }
}

/// The columns of a file, in their order.
pub(crate) fn of(
    laid: &Laid,
    measures: &[Measure],
    release: &Release,
    seen_at: Timestamp,
) -> Vec<Column> {
    let mut of_release = BTreeMap::from(of_release(release));
    let mut column = |name: &str| -> Column {
        if let Some(column) = of_release.remove(name) {
            return column;
        }
        match name {
            "period_kind" => Column::PeriodKind,
            "time_period" => Column::TimePeriod,
            "period_start" => Column::PeriodStart,
            "period_end" => Column::PeriodEnd,
            "obs_value" => Column::Value { scales: scales(laid, measures) },
            "unit_mult" => Column::UnitMult { scales: scales(laid, measures) },
            "decimals" => Column::Decimals,
            "first_seen_at" => Column::Always(Fixed::Long(seen_at.as_microsecond())),
            "superseded_at" | "revision_reason" | "sheet" => Column::Always(Fixed::Null),
            "revision" => Column::Always(Fixed::Int(0)),
            "snapshot" => Column::Snapshot,
            "member" => Column::Member,
            "cell" => cells(measures),
            "record" => Column::Record,
            "raw_text" => Column::RawText,
            "obs_status" => Column::Status { picks: statuses(laid, measures) },
            said => said_column(laid, measures, said),
        }
    };
    let schema = observation::schema();
    schema.fields().iter().map(|field| column(field.name())).collect()
}

/// The columns that name the release.
pub(crate) fn of_release(release: &Release) -> [(&'static str, Column); 3] {
    let text = |text: &str| Column::Always(Fixed::Text(text.to_owned()));
    let at = Column::Always(Fixed::Long(release.released_at.as_microsecond()));
    [
        ("released_at", at),
        ("released_basis", text(release.released_basis.code())),
        ("release", text(&release.id.to_string())),
    ]
}

/// The column of a file in which the figure stands.
fn cells(measures: &[Measure]) -> Column {
    let cells: Vec<_> = measures.iter().map(|measure| vec![Some(measure.cell.clone())]).collect();
    coded(&cells, |_| None)
}

/// A column that words say.
fn said_column(laid: &Laid, measures: &[Measure], name: &str) -> Column {
    let at = place(name);
    if let Some(field) = laid.text(&measures[0].feeds[at]) {
        return Column::Text(field);
    }
    let codes = measures.iter().map(|measure| laid.codes(&measure.feeds[at], name).1);
    let codes: Vec<Vec<Option<String>>> = codes.collect();
    coded(&codes, |measure| laid.codes(&measures[measure].feeds[at], name).0)
}

/// Entries of all codes, and which of them each measure's codes are; `part` has their number.
fn coded(codes: &[Vec<Option<String>>], part: impl Fn(usize) -> Option<Part>) -> Column {
    let all: BTreeSet<Vec<u8>> =
        codes.iter().flatten().flatten().map(|code| code.as_bytes().to_vec()).collect();
    let entries: Vec<Vec<u8>> = all.into_iter().collect();
    let number = |code: &Option<String>| {
        let code = code.as_ref().and_then(|code| {
            entries.binary_search_by(|entry| entry.as_slice().cmp(code.as_bytes())).ok()
        });
        code.map_or(NULL, |at| u32::try_from(at).expect("labels are bounded"))
    };
    let pick = |(measure, codes): (usize, &Vec<Option<String>>)| {
        let numbers: Vec<u32> = codes.iter().map(number).collect();
        part(measure).map_or(Pick::Always(numbers[0]), |part| Pick::By(part, numbers))
    };
    let picks = codes.iter().enumerate().map(pick).collect();
    Column::Coded { entries, picks }
}

/// The power of ten of each measure's printed unit, as a number of 32 bits.
pub(crate) fn scales(laid: &Laid, measures: &[Measure]) -> Vec<Pick> {
    let scale = |code: &Option<String>| {
        let power = code.as_ref().and_then(|code| code.parse::<i32>().ok());
        power.unwrap_or_default().cast_unsigned()
    };
    let pick = |measure: &Measure| {
        let (part, codes) = laid.codes(&measure.feeds[place("unit_mult")], "unit_mult");
        let scales: Vec<u32> = codes.iter().map(scale).collect();
        part.map_or(Pick::Always(scales[0]), |part| Pick::By(part, scales))
    };
    measures.iter().map(pick).collect()
}

/// The powers of ten of each measure's values.
pub(crate) fn of_values(columns: &[Column]) -> &[Pick] {
    let scales = columns.iter().find_map(|column| match column {
        Column::Value { scales } => Some(scales),
        _ => None,
    });
    scales.expect("the contract has values")
}

/// All statuses, as they sort.
pub(crate) const STATUSES: [ObsStatus; 10] = [
    ObsStatus::Normal,
    ObsStatus::Break,
    ObsStatus::Estimated,
    ObsStatus::Forecast,
    ObsStatus::NotCollected,
    ObsStatus::CannotExist,
    ObsStatus::Nil,
    ObsStatus::Missing,
    ObsStatus::Provisional,
    ObsStatus::Suppressed,
];

/// The number of a status among all.
pub(crate) fn status_number(status: ObsStatus) -> u32 {
    let at = STATUSES.iter().position(|known| *known == status);
    u32::try_from(at.expect("all statuses are listed")).expect("there are ten")
}

fn statuses(laid: &Laid, measures: &[Measure]) -> Vec<Pick> {
    let number = |code: &Option<String>| {
        let status = code.as_ref().and_then(|code| code.parse::<ObsStatus>().ok());
        status.map_or(NULL, status_number)
    };
    let pick = |measure: &Measure| {
        let (part, codes) = laid.codes(&measure.feeds[place("obs_status")], "obs_status");
        let numbers: Vec<u32> = codes.iter().map(number).collect();
        part.map_or(Pick::Always(numbers[0]), |part| Pick::By(part, numbers))
    };
    measures.iter().map(pick).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn statuses_sort_as_their_codes() {
        assert!(STATUSES.map(ObsStatus::code).is_sorted());
    }
}

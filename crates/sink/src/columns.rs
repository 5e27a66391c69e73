//! The columns of the table in a sink: the series, what every file holds, `year`, and the commit.
//! Types are those of the contract; how an engine spells them is the engine's.

use arrow::datatypes::DataType;
use portbook_model::concept::Concept;
use portbook_schema::observation;

/// What a column holds, of the few kinds that there are.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    Text,
    /// A text of which there are few, as codes are.
    Code,
    Date,
    /// Microseconds, UTC.
    Instant,
    /// 38 digits, nine of them after the point.
    Decimal,
    Int8,
    Int16,
    Int32,
    Int64,
}

/// One column.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Column {
    pub name: &'static str,
    pub kind: Kind,
    pub nullable: bool,
    pub meaning: &'static str,
}

/// The commit that last changed the partition of a row.
pub const COMMIT: Column = Column {
    name: "_commit",
    kind: Kind::Int64,
    nullable: false,
    meaning: "The commit that last changed the row's partition (source, freq, year)",
};

/// Columns of few texts beside the series.
const CODES: [&str; 6] =
    ["obs_status", "conf_status", "level", "released_basis", "release", "revision_reason"];

/// Columns of the series that take as many texts as there are rows.
const MANY: [Concept; 3] = [Concept::Commodity, Concept::SeriesCode, Concept::Breakdown];

/// All columns in the order in which questions see them: the contract's, then `year` and `_commit`.
pub fn columns() -> Vec<Column> {
    let series = Concept::ALL.map(|concept| {
        let kind = if MANY.contains(&concept) { Kind::Text } else { Kind::Code };
        Column { name: concept.name(), kind, nullable: false, meaning: concept.meaning() }
    });
    let rest = observation::columns().into_iter().map(|column| Column {
        name: column.name,
        kind: kind(column.name, &column.data_type),
        nullable: column.nullable,
        meaning: column.meaning,
    });
    let year = Column {
        name: "year",
        kind: Kind::Int16,
        nullable: false,
        meaning: "The year the period ends in",
    };
    series.into_iter().chain(rest).chain([year, COMMIT]).collect()
}

fn kind(name: &str, data_type: &DataType) -> Kind {
    match data_type {
        DataType::Utf8 if CODES.contains(&name) => Kind::Code,
        DataType::Utf8 => Kind::Text,
        DataType::Date32 => Kind::Date,
        DataType::Timestamp(..) => Kind::Instant,
        DataType::Decimal128(..) => Kind::Decimal,
        DataType::Int8 => Kind::Int8,
        DataType::Int32 => Kind::Int32,
        DataType::Int64 => Kind::Int64,
        other => unreachable!("the contract has no column of {other}"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_are_the_contracts_then_year_and_commit() {
        let columns = columns();
        assert_eq!(columns.len(), 23 + 23 + 2);
        let of =
            |kind| columns.iter().filter(|c| c.kind == kind).map(|c| c.name).collect::<Vec<_>>();
        assert_eq!(of(Kind::Decimal), ["obs_value"]);
        assert_eq!(of(Kind::Date), ["period_start", "period_end"]);
        assert_eq!(of(Kind::Instant), ["released_at", "first_seen_at", "superseded_at"]);
        let last = columns[columns.len() - 2..].iter().map(|column| column.name);
        assert_eq!(last.collect::<Vec<_>>(), ["year", "_commit"]);
    }
}

//! SQL that is spelled the same in every dialect.

use jiff::ToSpan as _;
use jiff::civil::Date;

use crate::columns::{self, Column, Kind};
use crate::commit::{Changed, Commit, Key, Output, Partition, Since};
use crate::error::Result;
use crate::measure::Measure;

/// A partition to load, and what its rows come to.
#[derive(Clone, Debug)]
pub(crate) struct Load {
    pub(crate) since: Since,
    pub(crate) measure: Measure,
}

impl Load {
    /// All that is to be loaded.
    pub(crate) fn of(output: &Output, changed: &Changed) -> Result<Vec<Self>> {
        let loads = changed.load();
        loads.map(|since| Self::measured(output, since.partition.clone(), since.commit)).collect()
    }

    /// A partition, with what its files come to.
    pub(crate) fn measured(output: &Output, partition: Partition, commit: u64) -> Result<Self> {
        let measure = Measure::of(output, &partition)?;
        Ok(Self { since: Since { partition, commit }, measure })
    }

    pub(crate) fn key(&self) -> &Key {
        &self.since.partition.key
    }
}

/// Columns that folders are named for, and no file holds.
const IN_FOLDERS: [&str; 4] = ["source", "freq", "year", "_commit"];

/// The columns of a file, in its order.
pub(crate) fn file_columns() -> Vec<Column> {
    let mut columns = columns::columns();
    columns.retain(|column| !IN_FOLDERS.contains(&column.name));
    columns
}

/// `dataset, ref_area, …, year, _commit`: the columns of a file, then those of its folder.
pub(crate) fn names(quoted: impl Fn(&str) -> String) -> String {
    let names = file_columns().into_iter().map(|column| column.name).chain(IN_FOLDERS);
    names.map(quoted).collect::<Vec<_>>().join(", ")
}

/// One line for each column: name, type, and what `nullable` and `meaning` come to.
pub(crate) fn lines(columns: &[Column], line: impl Fn(&Column) -> String) -> String {
    let lines = columns.iter().map(|column| format!("  {}", line(column)));
    lines.collect::<Vec<_>>().join(",\n")
}

/// A text between quotes. Names of partitions and addresses hold neither quotes nor backslashes.
pub(crate) fn text(text: &str) -> String {
    format!("'{text}'")
}

/// The same of words of ours that may hold a quote.
pub(crate) fn said(words: &str, quote: &str) -> String {
    format!("'{}'", words.replace('\'', quote))
}

/// A sum in units of 10^-9, as a decimal is written.
pub(crate) fn decimal(sum: i128) -> String {
    let (sign, digits) = (if sum < 0 { "-" } else { "" }, sum.unsigned_abs());
    let one = 1_000_000_000;
    format!("{sign}{}.{:09}", digits / one, digits % one)
}

/// The partitions as a condition, years of one source and frequency together; never an empty one.
pub(crate) fn condition<'a>(keys: impl IntoIterator<Item = &'a Key>) -> String {
    let mut keys: Vec<&Key> = keys.into_iter().collect();
    keys.sort();
    keys.dedup();
    let same = |one: &&Key, two: &&Key| (&one.source, &one.freq) == (&two.source, &two.freq);
    let groups = keys.chunk_by(same).map(|group| {
        let years: Vec<String> = group.iter().map(|key| key.year.to_string()).collect();
        let (source, freq) = (text(&group[0].source), text(&group[0].freq));
        format!("source = {source} and freq = {freq} and year in ({})", years.join(", "))
    });
    let groups: Vec<String> = groups.map(|group| format!("({group})")).collect();
    if groups.is_empty() { "1 = 0".to_owned() } else { groups.join("\n  or ") }
}

/// `'us-census-ft900', 'M', 2025, 42`: what the folder of a partition says, and its commit.
pub(crate) fn folder(load: &Load, year: impl Fn(i16) -> String) -> String {
    let Key { source, freq, year: of } = load.key();
    format!("{}, {}, {}, {}", text(source), text(freq), year(*of), load.since.commit)
}

/// A question that counts the partitions of a table, or of a question in brackets, that do not come
/// to what was published: count, exact sum, missing values, first and last period.
pub(crate) fn wrong(loads: &[Load], table: &str, decimal_type: &str) -> String {
    if loads.is_empty() {
        return format!("select count(*) from {table} as found");
    }
    let expected = loads.iter().map(|load| {
        let Key { source, freq, year } = load.key();
        let Measure { rows, sum, nulls, period_start } = load.measure;
        let [first, last] = period_start.map(|days| days.map(day)).unwrap_or_default();
        format!(
            "    select {} as source, {} as freq, {year} as year, {rows} as row_count, \
            cast('{}' as {decimal_type}) as total, {nulls} as missing, \
            cast('{first}' as date) as first_start, cast('{last}' as date) as last_start",
            text(source),
            text(freq),
            decimal(sum)
        )
    });
    let expected: Vec<String> = expected.collect();
    format!(
        "select count(*)
  from (
{}
  ) as expected
  full outer join (
    select source, freq, year, count(*) as row_count, coalesce(sum(obs_value), 0) as total,
      count(*) - count(obs_value) as missing, min(period_start) as first_start, max(period_start) as last_start
    from {table} as kept group by source, freq, year
  ) as found
  on found.source = expected.source and found.freq = expected.freq and found.year = expected.year
  where expected.row_count is null or found.row_count is null or found.row_count <> expected.row_count
    or found.total <> expected.total or found.missing <> expected.missing
    or found.first_start <> expected.first_start or found.last_start <> expected.last_start",
        expected.join(" union all\n")
    )
}

/// `2025-11-01`, of days since 1970-01-01.
fn day(days: i32) -> String {
    let epoch = Date::constant(1970, 1, 1);
    epoch.saturating_add(days.days()).to_string()
}

/// The row of `_commits`.
pub(crate) fn commit_row(commit: &Commit) -> String {
    let parent = commit.parent.map_or("null".to_owned(), |parent| parent.to_string());
    format!(
        "{}, {}, {parent}, {}, {}, {}, {}, {}",
        commit.number,
        text(&commit.digest.to_string()),
        commit.schema,
        text(&commit.program),
        commit.partitions.len(),
        commit.rows(),
        text(&label(commit))
    )
}

/// What the engine's own notes say of a load.
pub(crate) fn label(commit: &Commit) -> String {
    format!("portbook commit {} {}", commit.number, commit.digest.short())
}

/// The columns of `_commits`, in that order; some are words of some dialects.
pub(crate) fn commit_columns(mark: char) -> String {
    let names = ["commit", "digest", "parent", "schema", "program", "partitions", "rows", "label"];
    names.map(|name| format!("{mark}{name}{mark}")).join(", ")
}

/// The same with their types.
pub(crate) fn commit_lines(mark: char, spelled: impl Fn(Kind) -> &'static str) -> String {
    let (number, text) = (spelled(Kind::Int64), spelled(Kind::Code));
    let names = commit_columns(mark);
    let lines = names.split(", ").zip([number, text, number, number, text, number, number, text]);
    let lines = lines.enumerate().map(|(at, (name, spelled))| {
        let null = if at == 2 { "" } else { " not null" };
        format!("  {name} {spelled}{null}")
    });
    lines.collect::<Vec<_>>().join(",\n")
}

/// The views that differ by a condition alone, over `observation_all`.
pub(crate) const VIEWS: [(&str, &str); 3] = [
    ("observation", "superseded_at is null"),
    ("latest", "superseded_at is null"),
    ("first_print", "revision = 0"),
];

/// What stood at `t`.
pub(crate) fn as_of(t: &str) -> String {
    format!("released_at <= {t} and (superseded_at is null or superseded_at > {t})")
}

/// The views over `observation_all`.
pub(crate) fn views(schema: &str) -> String {
    let views = VIEWS.map(|(name, condition)| {
        format!(
            "create or replace view {schema}.{name} as\n  select * from {schema}.observation_all where {condition};\n"
        )
    });
    views.concat()
}

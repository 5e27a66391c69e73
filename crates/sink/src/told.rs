//! What an engine tells of its partitions, in lines that it prints, beside what was published.

use std::collections::BTreeMap;

use crate::commit::{Commit, Key, Output};
use crate::error::{Error, Result};
use crate::measure::Measure;
use crate::postgres::numeric;

/// What partitions come to.
pub(crate) type Measures = BTreeMap<Key, Measure>;

/// The columns of such a line; bounds in days since 1970-01-01.
pub(crate) const COLUMNS: usize = 8;

/// What partitions of a commit come to, read from its files.
///
/// # Errors
/// Those of [`Measure::of`].
pub(crate) fn published<'a>(
    output: &Output,
    commit: &Commit,
    keys: impl IntoIterator<Item = &'a Key>,
) -> Result<Measures> {
    let measured = keys.into_iter().map(|key| {
        let measure = Measure::of(output, &commit.partitions[key])?;
        Ok((key.clone(), measure))
    });
    measured.collect()
}

/// Reads lines of source, freq, year, rows, sum, rows without a value, least and greatest period.
///
/// # Errors
/// `Foreign` for a line that is none.
pub(crate) fn read(lines: &str, between: char) -> Result<Measures> {
    let read = lines.lines().map(|line| {
        let problem = || format!("got `{line}`, expected {COLUMNS} columns");
        let wrong = || Error::Foreign { what: "an answer of the sink", problem: problem() };
        one(&line.split(between).collect::<Vec<_>>()).ok_or_else(wrong)
    });
    read.collect()
}

fn one(columns: &[&str]) -> Option<(Key, Measure)> {
    let [source, freq, year, rows, sum, nulls, least, most] = columns else { return None };
    let key =
        Key { source: (*source).to_owned(), freq: (*freq).to_owned(), year: year.parse().ok()? };
    let measure = Measure {
        rows: rows.parse().ok()?,
        sum: numeric::parse(sum)?,
        nulls: nulls.parse().ok()?,
        period_start: Some([least.parse().ok()?, most.parse().ok()?]),
    };
    Some((key, measure))
}

/// The first partition that differs, with what was got and what was expected.
pub(crate) fn differing(found: &Measures, expected: &Measures) -> Option<(Key, Measure, Measure)> {
    let of = |measures: &Measures, key: &Key| measures.get(key).copied().unwrap_or_default();
    let keys = found.keys().chain(expected.keys());
    let differing = keys.map(|key| (key.clone(), of(found, key), of(expected, key)));
    differing.into_iter().find(|(_, got, expected)| got != expected)
}

/// What was loaded before is still what was published.
///
/// # Errors
/// `Altered` with the first partition that is not.
pub(crate) fn unaltered(found: &Measures, expected: &Measures) -> Result<()> {
    differing(found, expected).map_or(Ok(()), |(partition, got, expected)| {
        Err(Error::Altered { partition, got: got.to_string(), expected: expected.to_string() })
    })
}

/// What is loaded is what was published.
///
/// # Errors
/// `Taken` with the first partition that is not.
pub(crate) fn taken(found: &Measures, expected: &Measures) -> Result<()> {
    differing(found, expected).map_or(Ok(()), |(partition, got, expected)| {
        Err(Error::Taken { partition, got: got.to_string(), expected: expected.to_string() })
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_are_read_and_compared() {
        let lines = "us-census-ft900,M,2025,3,-182145000000,1,20089,20179\n";
        let found = read(lines, ',').unwrap();
        let (key, measure) = found.first_key_value().unwrap();
        assert_eq!(key.to_string(), "source=us-census-ft900/freq=M/year=2025");
        let sum = -182_145 * 10_i128.pow(15);
        let expected = Measure { rows: 3, sum, nulls: 1, period_start: Some([20_089, 20_179]) };
        assert_eq!(*measure, expected);
        assert!(unaltered(&found, &found.clone()).is_ok());
        let more = Measures::from([(key.clone(), Measure { sum: sum + 1, ..expected })]);
        let altered = unaltered(&found, &more).unwrap_err().to_string();
        assert!(altered.contains("-182144999999.999999999"), "{altered}");
        assert!(matches!(taken(&found, &Measures::new()), Err(Error::Taken { .. })));
        for line in ["a,M,2025,3,1,1,1", "a,M,2025,3,0.0000000001,1,1,1", "a,M,MMXXV,3,1,1,1,1"] {
            assert!(matches!(read(line, ','), Err(Error::Foreign { .. })), "{line}");
        }
    }
}

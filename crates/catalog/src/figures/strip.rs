//! What each release of a dataset printed for the first time or otherwise than before: release by period.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;

use crate::html::Text;
use crate::rows::SeriesRows;
use crate::words::count;

const WIDTH: f64 = 760.0;
const LEFT: f64 = 120.0;
const ROW: f64 = 20.0;
/// Releases that are drawn, the newest ones.
const RELEASES_MAX: usize = 24;
/// Columns that can be told apart; of more periods a column is a year.
const COLUMNS_MAX: usize = 160;

/// What a release did to the figures of some periods.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Did {
    Nothing,
    Added,
    Revised,
}

/// The strip; `None` of nothing.
pub(crate) fn svg(title: &str, series: &[SeriesRows]) -> Option<String> {
    let releases = releases(series);
    let columns = columns(series);
    let (first, last) = (columns.first()?.clone(), columns.last()?.clone());
    let drawn = releases.len().min(RELEASES_MAX);
    let cells = cells(series, &columns);
    let step = (WIDTH - LEFT) / places(columns.len());
    let height = places(drawn) * ROW + 26.0;
    let mut text = String::new();
    let _ = write!(
        text,
        "<figure class=\"chart strip\">\n<svg viewBox=\"0 0 {WIDTH} {height}\" role=\"img\" \
         aria-labelledby=\"strip-title strip-words\">\n<title id=\"strip-title\">{}</title>\
         <desc id=\"strip-words\">{}</desc>\n",
        Text(title),
        Text(&format!(
            "{} across, from {first} to {last}; {} down. The table of releases has the counts.",
            count(columns.len(), "column of periods", "columns of periods"),
            count(drawn, "release", "releases"),
        ))
    );
    for (down, (_, release)) in releases.iter().rev().take(drawn).enumerate() {
        let y = places(down) * ROW;
        let name = release.split_once(':').map_or(release.as_str(), |(_, period)| period);
        let _ = write!(
            text,
            "<text class=\"tick\" x=\"{}\" y=\"{:.1}\" text-anchor=\"end\">{}</text>",
            LEFT - 8.0,
            y + 14.0,
            Text(name)
        );
        for (from, length, did) in runs(&cells[release.as_str()]) {
            let class = match did {
                Did::Nothing => "none",
                Did::Added => "added",
                Did::Revised => "revised",
            };
            let _ = write!(
                text,
                "<rect class=\"{class}\" x=\"{:.1}\" y=\"{y:.1}\" width=\"{:.1}\" height=\"{:.1}\"/>",
                LEFT + places(from) * step,
                places(length) * step - if step > 4.0 { 1.0 } else { 0.0 },
                ROW - 3.0
            );
        }
        text.push('\n');
    }
    for (x, anchor, word) in [(LEFT, "start", &first), (WIDTH, "end", &last)] {
        let _ = write!(
            text,
            "<text class=\"tick\" x=\"{x}\" y=\"{:.1}\" text-anchor=\"{anchor}\">{}</text>",
            height - 6.0,
            Text(word)
        );
    }
    let left = releases.len() - drawn;
    let left = if left > 0 {
        format!("; {} earlier are not drawn", count(left, "release", "releases"))
    } else {
        String::new()
    };
    let _ = writeln!(
        text,
        "\n</svg>\n<figcaption>Release by period{}: <b class=\"key added\"></b>first printed \
         <b class=\"key revised\"></b>some figure revised{left}.</figcaption>\n</figure>",
        if columns.iter().all(|name| name.len() == 4) { ", years" } else { "" }
    );
    Some(text)
}

#[expect(clippy::cast_precision_loss, reason = "a place on the page")]
fn places(number: usize) -> f64 {
    number as f64
}

/// In order of publication.
fn releases(series: &[SeriesRows]) -> BTreeSet<(jiff::Timestamp, String)> {
    let rows = series.iter().flat_map(|series| &series.rows);
    rows.map(|row| (row.released_at, row.release.clone())).collect()
}

/// Names of the columns: months, quarters and years by their last month; years where those are many.
fn columns(series: &[SeriesRows]) -> Vec<String> {
    let ends: BTreeSet<_> =
        series.iter().flat_map(|series| &series.rows).map(|row| row.end).collect();
    let months: BTreeSet<String> =
        ends.iter().map(|end| end.strftime("%Y-%m").to_string()).collect();
    if months.len() <= COLUMNS_MAX {
        return months.into_iter().collect();
    }
    let years: BTreeSet<String> = ends.iter().map(|end| end.year().to_string()).collect();
    years.into_iter().collect()
}

/// Release -> what it did, column by column.
fn cells<'a>(series: &'a [SeriesRows], columns: &[String]) -> BTreeMap<&'a str, Vec<Did>> {
    let by_year = columns.iter().all(|name| name.len() == 4);
    let places: BTreeMap<&str, usize> =
        columns.iter().enumerate().map(|(at, name)| (name.as_str(), at)).collect();
    let mut cells: BTreeMap<&str, Vec<Did>> = BTreeMap::new();
    for row in series.iter().flat_map(|series| &series.rows) {
        let name = row.end.strftime(if by_year { "%Y" } else { "%Y-%m" }).to_string();
        let Some(at) = places.get(name.as_str()) else { continue };
        let line =
            cells.entry(row.release.as_str()).or_insert_with(|| vec![Did::Nothing; columns.len()]);
        if row.revision > 0 {
            line[*at] = Did::Revised;
        } else if line[*at] == Did::Nothing {
            line[*at] = Did::Added;
        }
    }
    cells
}

/// Neighbours that are alike, together.
fn runs(cells: &[Did]) -> Vec<(usize, usize, Did)> {
    let mut runs: Vec<(usize, usize, Did)> = Vec::new();
    for (at, did) in cells.iter().enumerate() {
        match runs.last_mut() {
            Some((_, length, before)) if before == did => *length += 1,
            _ => runs.push((at, 1, *did)),
        }
    }
    runs
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn neighbours_that_are_alike_are_one() {
        use Did::{Added, Nothing, Revised};
        assert_eq!(
            runs(&[Nothing, Added, Added, Revised]),
            [(0, 1, Nothing), (1, 2, Added), (3, 1, Revised)]
        );
    }
}

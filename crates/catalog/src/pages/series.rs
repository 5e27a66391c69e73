//! A series: its line with its vintages, how it was revised, and every figure with its cell.

use std::collections::BTreeMap;

use portbook_model::concept::Concept;

use super::{Context, Day, Made, figure, printed_link, release_name};
use crate::facts::Dataset;
use crate::figures::line::{Line, Point, svg};
use crate::html::{Page, Part, Text};
use crate::number;
use crate::place::{dataset_page, series_page};
use crate::rows::{SeriesRows, Vintage};
use crate::words;

/// Periods of the triangle, the newest.
const TRIANGLE_ROWS_MAX: usize = 36;
/// Releases across it, the newest.
const TRIANGLE_COLUMNS_MAX: usize = 12;

/// The page of one series of a dataset.
pub(crate) fn page(
    context: &Context<'_>,
    dataset: &Dataset,
    telling: &[Concept],
    rows: &SeriesRows,
) -> Made {
    let label = words::headline(&words::label(&rows.series, telling));
    let title = if label.is_empty() { dataset.title.as_str() } else { label.as_str() };
    let mut page = Page::new(&format!("{title} ({})", dataset.title), 1, Some(Part::Data));
    let back = dataset_page(&context.source.column, &dataset.name, 1);
    page.markup(format_args!(
        "<p class=\"kicker\"><a href=\"../{}\">{}</a> \u{b7} {}</p>\n<h1>{}</h1>\n",
        Text(&back),
        Text(&dataset.title),
        Text(&context.source.publisher),
        Text(title)
    ));
    latest(context, &mut page, rows);
    chart(&mut page, title, rows);
    triangle(context, &mut page, rows);
    table(context, &mut page, rows);
    identity(context, &mut page, dataset, rows);
    let text = page.close(&format!("Made from {}: {}.", context.source.column, dataset.name));
    Made { path: series_page(&rows.id), text }
}

/// The newest figure, in large.
fn latest(context: &Context<'_>, page: &mut Page, rows: &SeriesRows) {
    let Some(row) = rows.latest() else { return };
    let unit = rows.series.get(Concept::UnitMeasure);
    let printed = printed_link(context, page, row);
    let mult = match row.unit_mult {
        0 => String::new(),
        mult => format!(" in 10<sup>{mult}</sup>"),
    };
    page.markup(format_args!(
        "<p class=\"latest\"><strong>{}</strong> <span>{}, released {}, printed as {printed}{mult}",
        Text(&figure(row, unit)),
        Text(&period(rows, row)),
        Day(&row.released_at)
    ));
    let first = rows.rows.iter().find(|one| is_same_period(one, row) && one.revision == 0);
    if let Some(first) = first.filter(|first| first.revision != row.revision) {
        let by = first.value.zip(row.value).and_then(|(from, to)| number::change(from, to));
        page.markup(format_args!(
            "; first printed as {} on {}{}",
            Text(&figure(first, unit)),
            Day(&first.released_at),
            by.map_or(String::new(), |by| format!(", {by} since"))
        ));
    }
    page.markup(format_args!(".</span></p>\n"));
}

fn period(rows: &SeriesRows, row: &Vintage) -> String {
    match rows.series.get(Concept::PeriodKind) {
        "ytd" => format!("{} to {}", row.start.strftime("%Y-%m"), row.end.strftime("%Y-%m")),
        _ => row.time_period.clone(),
    }
}

fn is_same_period(one: &Vintage, other: &Vintage) -> bool {
    (one.start, one.end) == (other.start, other.end)
}

/// Per period what stands and what was first printed.
fn chart(page: &mut Page, title: &str, rows: &SeriesRows) {
    let mut points: Vec<Point<'_>> = Vec::new();
    for row in &rows.rows {
        if row.revision == 0 || points.last().is_none_or(|last| last.end != row.end) {
            let (period, first) = (row.time_period.as_str(), row.value);
            points.push(Point { end: row.end, period, latest: None, first });
        }
        if let Some(point) = points.last_mut().filter(|_| !row.is_superseded) {
            point.latest = row.value;
        }
    }
    let unit = words::unit(rows.series.get(Concept::UnitMeasure));
    if let Some(drawn) = svg(&Line { title, unit: &unit, points: &points }) {
        page.markup(format_args!("{drawn}"));
    }
}

/// What each release printed of each period that was printed more than once.
fn triangle(context: &Context<'_>, page: &mut Page, rows: &SeriesRows) {
    if !rows.is_revised() {
        return;
    }
    let mut releases: Vec<(&jiff::Timestamp, &str)> = Vec::new();
    let mut periods: BTreeMap<_, Vec<&Vintage>> = BTreeMap::new();
    for row in &rows.rows {
        periods.entry((row.end, row.start)).or_default().push(row);
    }
    periods.retain(|_, rows| rows.len() > 1);
    for row in periods.values().flatten() {
        let of = (&row.released_at, row.release.as_str());
        if !releases.contains(&of) {
            releases.push(of);
        }
    }
    releases.sort();
    let releases = &releases[releases.len().saturating_sub(TRIANGLE_COLUMNS_MAX)..];
    page.heading("revisions", "Revisions");
    let names: Vec<String> =
        releases.iter().map(|(_, release)| format!("#{}", release_name(release))).collect();
    let mut heads = vec!["Period"];
    heads.extend(names.iter().map(String::as_str));
    let total = periods.len();
    let caption = format!(
        "{}, by the release that printed it otherwise than the one before: as printed, and the change",
        words::count(total, "revised period", "revised periods")
    );
    page.table("triangle", &caption, &heads);
    for of_period in periods.into_values().rev().take(TRIANGLE_ROWS_MAX) {
        let first = of_period[0];
        page.markup(format_args!("<tr><th scope=\"row\">{}</th>", Text(&period(rows, first))));
        for (_, release) in releases {
            let at = of_period.iter().position(|row| row.release == *release);
            cell(context, page, &of_period, at);
        }
        page.markup(format_args!("</tr>\n"));
    }
    page.close_table();
    if total > TRIANGLE_ROWS_MAX {
        let more = format!("The newest {TRIANGLE_ROWS_MAX} of {total}; the table below has all.");
        page.element("p", "note", &more);
    }
}

/// What one release did to one period: the figure, how far it moved, and a shade for both.
fn cell(context: &Context<'_>, page: &mut Page, rows: &[&Vintage], at: Option<usize>) {
    let Some(at) = at else {
        page.markup(format_args!("<td class=\"same\"></td>"));
        return;
    };
    let row = rows[at];
    let before = at.checked_sub(1).and_then(|before| rows[before].value);
    let (class, by) = match before.zip(row.value) {
        Some((from, to)) => (shade(from, to), number::change(from, to).unwrap_or_default()),
        None => ("print", String::new()),
    };
    let printed = printed_link(context, page, row);
    page.markup(format_args!("<td class=\"n {class}\">{printed}<small>{by}</small></td>"));
}

/// Up or down, and how much: a tenth of a per cent, one, and more.
fn shade(from: i128, to: i128) -> &'static str {
    let moved = to.saturating_sub(from);
    let thousandths = moved.saturating_mul(1000).checked_div(from.abs()).unwrap_or(1000).abs();
    match (moved.signum(), thousandths) {
        (0, _) => "print",
        (1, 0) => "up1",
        (1, 1..10) => "up2",
        (1, _) => "up3",
        (_, 0) => "down1",
        (_, 1..10) => "down2",
        (_, _) => "down3",
    }
}

/// Every vintage, the newest period first.
fn table(context: &Context<'_>, page: &mut Page, rows: &SeriesRows) {
    page.heading("figures", "Every figure");
    let unit = rows.series.get(Concept::UnitMeasure);
    let shown = words::unit(unit);
    let heads = ["Period", "#As printed", "#Value", "Unit", "Release", "#Revision", "Status"];
    page.table("figures", "Each figure, each time it was printed", &heads);
    for row in rows.rows.iter().rev() {
        let value = row.value.map_or("\u{2013}".to_owned(), number::grouped);
        let class = if row.is_superseded { " class=\"past\"" } else { "" };
        let printed = printed_link(context, page, row);
        let status = match row.reason.as_deref() {
            Some(reason) => format!("{} ({reason})", words::status(&row.status)),
            None => words::status(&row.status),
        };
        page.markup(format_args!(
            "<tr{class}><th scope=\"row\">{}</th><td class=\"n\">{printed}</td>\
             <td class=\"n\">{value}</td><td>{}</td><td>{} <small>{}</small></td>\
             <td class=\"n\">{}</td><td>{}</td></tr>\n",
            Text(&row.time_period),
            Text(&shown),
            Text(release_name(&row.release)),
            Day(&row.released_at),
            row.revision,
            Text(&status)
        ));
    }
    page.close_table();
}

/// What the series is, column by column, and how to ask for it.
fn identity(context: &Context<'_>, page: &mut Page, dataset: &Dataset, rows: &SeriesRows) {
    page.heading("what", "What it is");
    let mut facts: Vec<(&str, String)> = Vec::new();
    for concept in Concept::ALL {
        let code = rows.series.get(concept);
        if code == "_Z" || matches!(concept, Concept::Source | Concept::Dataset) {
            continue;
        }
        let name = words::code(concept, code);
        let told = if name == code { name } else { format!("{name} ({code})") };
        facts.push((words::column(concept), told));
    }
    facts.push(("Levels", levels(rows)));
    facts.push(("Licence", context.source.licence.name.clone()));
    facts.push(("Series", rows.id.clone()));
    page.facts(&facts);
    let latest = rows.latest().map_or("", |row| row.time_period.as_str());
    let ask = format!("portbook explain {}/{latest}", rows.id);
    page.element("pre", "code", &ask);
    page.markup(format_args!(
        "<p><a href=\"../{}\">All of {}</a></p>\n",
        Text(&dataset_page(&context.source.column, &dataset.name, 1)),
        Text(&dataset.title)
    ));
}

/// What the rows are in the tables they stand in.
fn levels(rows: &SeriesRows) -> String {
    let mut levels: Vec<&str> = rows.rows.iter().map(|row| row.level.as_str()).collect();
    levels.sort_unstable();
    levels.dedup();
    levels.join(", ").replace('_', " ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn shades_tell_direction_and_size() {
        let of = |from: i128, to: i128| shade(from * 1_000_000_000, to * 1_000_000_000);
        assert_eq!(of(182_146, 183_135), "up2");
        assert_eq!(of(183_135, 182_146), "down2");
        assert_eq!(of(182_146, 182_147), "up1");
        assert_eq!(of(100, 120), "up3");
        assert_eq!(of(0, 120), "up3");
        assert_eq!(of(-100, -100), "print");
        assert_eq!(of(-100, -120), "down3");
    }
}

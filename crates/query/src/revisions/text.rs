//! The reports for people, in lines of at most a hundred columns.

use std::fmt::Write as _;

use portbook_model::concept::Concept;
use portbook_model::observation::VALUE_SCALE;

use crate::explain::text::grouped;
use crate::published_row::PublishedRow;
use crate::revisions::bias::Lean;
use crate::revisions::follows::Comparison;
use crate::revisions::measure::{Measure, Unit};
use crate::revisions::pair::{in_units, percent};
use crate::revisions::triangle::Triangle;
use crate::revisions::{DatasetReport, Pair, Report, short};
use crate::text_table::{Heading, cut, render, width};

const WIDTH: usize = 100;
/// Series shown of a lean; JSON has them all.
const SERIES_SHOWN_MAX: usize = 20;
/// Columns that one print of a triangle may take.
const PRINT_WIDTH_MAX: usize = 16;

pub fn report(report: &Report) -> String {
    let mut text = String::new();
    for dataset in &report.datasets {
        if !text.is_empty() {
            text.push('\n');
        }
        let _ = writeln!(text, "{} {}", report.source, dataset.dataset);
        releases(&mut text, dataset);
        let measures = dataset.releases.iter().flat_map(|release| {
            release.measures.iter().map(|measure| (short(&release.release), measure))
        });
        sizes(&mut text, "release", &measures.collect::<Vec<_>>());
        largest(&mut text, &dataset.largest, &dataset.telling);
    }
    text
}

/// `2025-12  2026-02-19  16 new  7 revised  0 vanished  289 restated`.
fn releases(text: &mut String, dataset: &DatasetReport) {
    let rows: Vec<Vec<Option<String>>> = dataset
        .releases
        .iter()
        .map(|release| {
            let counts = &release.counts;
            let rebased =
                (counts.rebased > 0).then(|| format!("({} on another base)", counts.rebased));
            vec![
                Some(short(&release.release).to_owned()),
                Some(release.released_at.strftime("%Y-%m-%d").to_string()),
                Some(format!("{} new", counts.new)),
                Some(format!("{} revised", counts.revised)),
                Some(format!("{} vanished", counts.vanished)),
                counts.restated.map(|restated| format!("{restated} restated")),
                rebased,
            ]
        })
        .collect();
    let headings =
        [left("release"), left("released"), right(""), right(""), right(""), right(""), left("")];
    text.push_str(&indented(&render(&headings, &rows, WIDTH - 2)));
}

fn sizes(text: &mut String, first: &str, measures: &[(&str, &Measure)]) {
    if measures.is_empty() {
        return;
    }
    text.push_str(
        "\nsize of revisions, without sign; usual is the median of all earlier releases\n",
    );
    let headings = [
        left(first),
        left("unit"),
        right("revised"),
        right("median"),
        right("largest"),
        right("usual"),
        right("median %"),
        right("largest %"),
        right("usual %"),
    ];
    let rows: Vec<Vec<Option<String>>> = measures
        .iter()
        .map(|(name, measure)| {
            let amount = |value| grouped(&brief(value, measure.unit_mult));
            vec![
                Some((*name).to_owned()),
                Some(unit(&measure.unit, measure.unit_mult)),
                Some(measure.count.to_string()),
                Some(amount(measure.median)),
                Some(amount(measure.largest)),
                measure.usual.map(amount),
                measure.median_ppm.map(percent),
                measure.largest_ppm.map(percent),
                measure.usual_ppm.map(percent),
            ]
        })
        .collect();
    text.push_str(&indented(&render(&headings, &rows, WIDTH - 2)));
}

/// A size with three places, or six of what is smaller than one; JSON has it in full.
fn brief(size: i128, unit_mult: i8) -> String {
    let places = i32::from(VALUE_SCALE) + i32::from(unit_mult);
    let power = |places: i32| u32::try_from(places).ok().and_then(|p| 10_i128.checked_pow(p));
    let shown = if power(places).is_some_and(|one| size >= one) { 3 } else { 6 };
    let Some(step) = power(places - shown) else { return in_units(size, unit_mult) };
    in_units((size + step / 2) / step * step, unit_mult)
}

/// `USD 10^6, month`; `PT GY, ytd`.
fn unit(unit: &Unit, unit_mult: i8) -> String {
    let mut text = unit.unit_measure.clone();
    if unit.transformation != "N" {
        let _ = write!(text, " {}", unit.transformation);
    }
    if unit_mult != 0 {
        let _ = write!(text, " 10^{unit_mult}");
    }
    let _ = write!(text, ", {}", unit.period_kind);
    text
}

fn largest(text: &mut String, pairs: &[Pair], telling: &[Concept]) {
    if pairs.is_empty() {
        return;
    }
    text.push_str("\nlargest\n");
    for pair in pairs {
        pair_lines(text, pair, telling);
    }
}

pub(crate) fn pair_lines(text: &mut String, pair: &Pair, telling: &[Concept]) {
    let (before, after) = (&pair.before, &pair.after);
    let own_unit = |row: &PublishedRow| {
        let other = before.unit_mult != after.unit_mult;
        if other { format!(" (10^{})", row.unit_mult) } else { String::new() }
    };
    let mut line = format!(
        "  {}{} → {}{}",
        printed(before),
        own_unit(before),
        printed(after),
        own_unit(after)
    );
    if let Some(difference) = pair.difference() {
        let sign = if difference > 0 { "+" } else { "" };
        let amount = grouped(&in_units(difference, after.unit_mult));
        let _ = write!(line, "  {sign}{amount}");
    }
    if let Some(ppm) = pair.ratio_ppm() {
        let sign = if ppm > 0 { "+" } else { "" };
        let _ = write!(line, "  {sign}{} %", percent(ppm));
    }
    let _ = write!(line, "  {} {}", unit(&Unit::of(pair), after.unit_mult), after.time_period);
    let _ = writeln!(text, "{}", cut(&line, WIDTH));
    let telling: Vec<String> =
        telling.iter().map(|c| format!("{}={}", c.name(), after.series.get(*c))).collect();
    if !telling.is_empty() {
        let _ = writeln!(text, "{}", cut(&format!("      {}", telling.join(" ")), WIDTH));
    }
    for row in [before, after] {
        let line = format!(
            "      {}  {}  snapshot {}",
            if before.series.get(Concept::Source) == after.series.get(Concept::Source) {
                short(&row.release)
            } else {
                &row.release
            },
            row.address,
            row.snapshot.get(..8).unwrap_or(&row.snapshot)
        );
        let _ = writeln!(text, "{}", cut(&line, WIDTH));
    }
    let _ = writeln!(text, "      key {}", after.key_text());
}

/// As it was printed, in groups of three; what has no value says its status.
fn printed(row: &PublishedRow) -> String {
    let Some(value) = row.value else { return format!("none ({})", row.obs_status) };
    row.raw_text.clone().unwrap_or_else(|| {
        let printed = row.printed().unwrap_or_else(|| in_units(value, row.unit_mult));
        grouped(&printed)
    })
}

pub fn triangle(triangle: &Triangle) -> String {
    let mut text = String::new();
    let Some(row) = triangle.periods.first().and_then(|rows| rows.first()) else { return text };
    let _ = writeln!(text, "series {}", triangle.series_id);
    let named: Vec<String> =
        Concept::ALL.iter().map(|c| format!("{}={}", c.name(), row.series.get(*c))).collect();
    for line in wrapped(&named) {
        let _ = writeln!(text, "  {line}");
    }
    let shown = columns_that_fit(triangle);
    let hidden = triangle.releases.len() - shown.len();
    if hidden > 0 {
        let _ = writeln!(text, "\n{hidden} earlier releases are not shown: --json has them all");
    }
    let mut headings = vec![left("period")];
    headings.extend(shown.iter().map(|(release, _)| right(short(release))));
    let mut rows = vec![
        std::iter::once(Some("released".to_owned()))
            .chain(shown.iter().map(|(_, at)| Some(at.strftime("%Y-%m-%d").to_string())))
            .collect::<Vec<_>>(),
    ];
    for period in &triangle.periods {
        let mut line = vec![period.first().map(|row| row.time_period.clone())];
        line.extend(shown.iter().map(|(release, _)| {
            let print = period.iter().find(|row| row.release == *release);
            print.map(|row| cut(&printed(row), PRINT_WIDTH_MAX))
        }));
        if line.iter().skip(1).any(Option::is_some) {
            rows.push(line);
        }
    }
    text.push('\n');
    text.push_str(&indented(&render(&headings, &rows, WIDTH - 2)));
    text.push_str("\nAn empty field: the release said nothing else than the one before it.\n");
    text
}

/// The newest releases whose columns fit beside the period.
fn columns_that_fit(triangle: &Triangle) -> &[(String, jiff::Timestamp)] {
    let column = |(release, _): &(String, jiff::Timestamp)| {
        let prints = triangle.periods.iter().flatten().filter(|row| row.release == *release);
        let widest = prints.map(|row| width(&printed(row)).min(PRINT_WIDTH_MAX)).max();
        widest.unwrap_or(0).max(width(short(release))).max("2026-02-19".len()) + 2
    };
    let periods = triangle.periods.iter().flatten().map(|row| width(&row.time_period)).max();
    let mut left = (WIDTH - 2).saturating_sub(periods.unwrap_or(0).max("released".len()));
    let fitting = triangle.releases.iter().rev().take_while(|release| {
        let fits = column(release) <= left;
        left = left.saturating_sub(column(release));
        fits
    });
    let count = fitting.count().max(1).min(triangle.releases.len());
    &triangle.releases[triangle.releases.len() - count..]
}

fn wrapped(words: &[String]) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    for word in words {
        match lines.last_mut() {
            Some(line) if width(line) + width(word) + 3 <= WIDTH => {
                line.push(' ');
                line.push_str(word);
            }
            _ => lines.push(word.clone()),
        }
    }
    lines
}

pub fn bias(leans: &[Lean]) -> String {
    let (series, datasets): (Vec<&Lean>, Vec<&Lean>) =
        leans.iter().partition(|lean| lean.series.is_some());
    let mut text = "mean revision, first print to latest, ± its standard error\n".to_owned();
    text.push_str("(observations that a later release could have changed; t is mean by error)\n\n");
    text.push_str(&indented(&lean_table(&datasets)));
    let mut series: Vec<&Lean> = series.into_iter().filter(|lean| lean.revised > 0).collect();
    let lean = |lean: &Lean| lean.errors_from_nil().map_or(0.0, f64::abs);
    series.sort_by(|a, b| lean(b).total_cmp(&lean(a)));
    if series.is_empty() {
        return text;
    }
    let revised = series.len();
    series.truncate(SERIES_SHOWN_MAX);
    let _ =
        writeln!(text, "\n{} of {revised} revised series, the most one-sided first", series.len());
    text.push_str(&indented(&lean_table(&series)));
    let telling = telling(&series);
    for named in series.iter().filter_map(|lean| lean.series.as_ref()) {
        let columns = named.columns.iter().filter(|(concept, _)| telling.contains(concept));
        let columns: Vec<String> = columns.map(|(c, v)| format!("{}={v}", c.name())).collect();
        let line = format!("  {}  {}", named.series_id, columns.join(" "));
        let _ = writeln!(text, "{}", cut(&line, WIDTH));
    }
    text
}

fn telling(leans: &[&Lean]) -> Vec<Concept> {
    let columns = |lean: &Lean| lean.series.as_ref().map_or(Vec::new(), |s| s.columns.clone());
    let Some(first) = leans.first().map(|lean| columns(lean)) else { return Vec::new() };
    let differs =
        |pair: &&(Concept, String)| leans.iter().any(|lean| !columns(lean).contains(pair));
    first.iter().filter(differs).map(|(concept, _)| *concept).collect()
}

fn lean_table(leans: &[&Lean]) -> String {
    let headings = [
        left("of"),
        left("unit"),
        right("observations"),
        right("revised"),
        right("mean"),
        right("± error"),
        right("mean %"),
        right("± error"),
        right("t"),
    ];
    let rows: Vec<Vec<Option<String>>> = leans
        .iter()
        .map(|lean| {
            let of = lean.series.as_ref().map_or(lean.dataset.as_str(), |s| &s.series_id[..8]);
            let places = |value: f64| format!("{value:.3}");
            vec![
                Some(of.to_owned()),
                Some(unit(&lean.unit, 0)),
                Some(lean.observations.to_string()),
                Some(lean.revised.to_string()),
                Some(scaled(lean.mean)),
                lean.standard_error.map(scaled),
                lean.mean_percent.map(places),
                lean.standard_error_percent.map(places),
                lean.errors_from_nil().map(|t| format!("{t:.1}")),
            ]
        })
        .collect();
    render(&headings, &rows, WIDTH - 2)
}

/// Four digits and a power of ten that thousands go by: `989.0 10^6`.
fn scaled(value: f64) -> String {
    let mut power = 0;
    let mut rest = value;
    while rest.abs() >= 100_000.0 {
        rest /= 1000.0;
        power += 3;
    }
    if power == 0 { format!("{rest:.3}") } else { format!("{rest:.1} 10^{power}") }
}

pub fn followed(comparisons: &[Comparison]) -> String {
    let mut text = String::new();
    for one in comparisons {
        if !text.is_empty() {
            text.push('\n');
        }
        let link = &one.link;
        let _ = writeln!(
            text,
            "{} {} follows {} {}",
            link.source, link.dataset, link.followed_source, link.followed_dataset
        );
        for (count, what) in [
            (one.agreed as u64, "agree within printed rounding"),
            (one.differing as u64, "differ"),
            (
                one.not_comparable as u64,
                "cannot be compared: printed first by the follower, or without a value",
            ),
            (one.only_follower, "only in the follower"),
            (one.only_followed, "only in the followed"),
        ] {
            let _ = writeln!(text, "  {count:>8} {what}");
        }
        let measures: Vec<(&str, &Measure)> =
            one.measures.iter().map(|measure| (link.dataset.as_str(), measure)).collect();
        sizes(&mut text, "dataset", &measures);
        let telling =
            [Concept::CounterpartArea, Concept::TradeFlow, Concept::Commodity, Concept::Currency];
        largest(&mut text, &one.largest, &telling);
    }
    text
}

fn left(name: &str) -> Heading {
    Heading { name: name.to_owned(), number: false }
}

fn right(name: &str) -> Heading {
    Heading { name: name.to_owned(), number: true }
}

fn indented(table: &str) -> String {
    let mut text = String::new();
    for line in table.lines() {
        text.extend(["  ", line, "\n"]);
    }
    text
}

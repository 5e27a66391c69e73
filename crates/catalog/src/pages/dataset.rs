//! A dataset: what is newest, what is covered, when more is due, whose it is and how it is asked.

use std::collections::{BTreeMap, BTreeSet};

use portbook_model::address::Cell;
use portbook_model::concept::Concept;
use portbook_schema::codelist;

use super::{Context, Day, Made, Place, figure, printed_link, quirks, release_name};
use crate::facts::{Dataset, Expected, Source};
use crate::figures::strip;
use crate::html::{Linked, Page, Part, Text};
use crate::place::{dataset_page, series_page, table_page};
use crate::releases::Release;
use crate::rows::{SeriesRows, Vintage};
use crate::words;

/// Series listed on one page.
const SERIES_MAX: usize = 500;
/// Of which the newest figure is shown at the top.
const LATEST_MAX: usize = 12;
/// Codes of a column that are listed.
const CODES_MAX: usize = 60;
/// Releases that are listed, the newest.
const RELEASES_MAX: usize = 40;

/// A dataset and all that is known of it.
pub(crate) struct Known<'a> {
    pub(crate) dataset: &'a Dataset,
    pub(crate) series: &'a [SeriesRows],
    pub(crate) telling: &'a [Concept],
    /// In order of publication.
    pub(crate) releases: &'a [Release],
    pub(crate) expected: Option<&'a Expected>,
    /// Rows published, where they are too many to have pages.
    pub(crate) unread: Option<u64>,
}

/// The page of the dataset, and those of the rest of its list of series.
pub(crate) fn pages(context: &Context<'_>, known: &Known<'_>) -> Vec<Made> {
    let parts = known.series.len().div_ceil(SERIES_MAX).max(1);
    let mut made = vec![first(context, known, parts)];
    for part in 2..=parts {
        made.push(another(context, known, part, parts));
    }
    made
}

fn close(context: &Context<'_>, known: &Known<'_>, page: Page, part: usize) -> Made {
    let Dataset { name, .. } = known.dataset;
    Made {
        path: dataset_page(&context.source.column, name, part),
        text: page.close(&format!("Made from {}: {name}.", context.source.column)),
    }
}

fn first(context: &Context<'_>, known: &Known<'_>, parts: usize) -> Made {
    let Dataset { title, .. } = known.dataset;
    let source = context.source;
    let mut page = Page::new(title, 2, Some(Part::Data));
    page.title(&format!("{} \u{b7} {}", source.publisher, source.title), title);
    lead(&mut page, known);
    if let Some(why) = &source.paused {
        page.element("p", "notice", &format!("Not asked for now: {why}"));
    }
    newest(context, &mut page, known);
    coverage(&mut page, known);
    terms(context, &mut page, known);
    quirks::section(&mut page, &source.quirks);
    code(context, &mut page, known);
    printed(context, &mut page, known);
    if let Some(rows) = known.unread {
        page.heading("series", "Series");
        let rows = crate::number::commas(&rows.to_string());
        let told = format!("{rows} rows: too many for a page each. Ask for them as above.");
        page.element("p", "", &told);
    } else {
        list(context, &mut page, known, 1, parts);
    }
    codes(&mut page, known);
    close(context, known, page, 1)
}

fn another(context: &Context<'_>, known: &Known<'_>, part: usize, parts: usize) -> Made {
    let title = format!("{}: series, part {part} of {parts}", known.dataset.title);
    let mut page = Page::new(&title, 2, Some(Part::Data));
    page.title(&context.source.title, &title);
    list(context, &mut page, known, part, parts);
    close(context, known, page, part)
}

/// What is newest and when more is due, in a sentence or two.
fn lead(page: &mut Page, known: &Known<'_>) {
    page.markup(format_args!("<p class=\"lead\">"));
    match known.releases.last() {
        Some(release) => page.markup(format_args!(
            "The newest release, {}, came out on {}. ",
            Text(release_name(&release.id)),
            Day(&release.released_at)
        )),
        None => page.markup(format_args!("No release of it has passed yet. ")),
    }
    match known.expected {
        Some(Expected { period, first, last, why, .. }) => {
            let days = if first == last {
                format!("on {first}")
            } else {
                format!("between {first} and {last}")
            };
            page.markup(format_args!(
                "The one for {} is expected {} ({}).",
                Text(period),
                Text(&days),
                Text(why)
            ));
        }
        None => page.markup(format_args!("Nothing says when the next one is due.")),
    }
    page.markup(format_args!("</p>\n"));
}

/// The newest figures, totals before parts.
fn newest(context: &Context<'_>, page: &mut Page, known: &Known<'_>) {
    let Some(end) = known.series.iter().filter_map(|s| Some(s.latest()?.end)).max() else { return };
    let mut series: Vec<&SeriesRows> =
        known.series.iter().filter(|s| s.latest().is_some_and(|row| row.end == end)).collect();
    let total = series.len();
    let rank = |series: &&SeriesRows| {
        let level = series.latest().map_or("", |row| row.level.as_str());
        let rank = ["total", "subtotal", "group"].iter().position(|of| *of == level);
        (rank.unwrap_or(3), series.latest().map(printed_order))
    };
    series.sort_by_key(rank);
    page.heading("latest", "Latest figures");
    let caption = match total {
        _ if total > LATEST_MAX => {
            format!("{LATEST_MAX} of {total} series with a figure of the newest period")
        }
        _ => "The newest period of each series".to_owned(),
    };
    page.table(
        "latest-figures",
        &caption,
        &["Series", "Period", "#Value", "#As printed", "Released"],
    );
    for series in series.into_iter().take(LATEST_MAX) {
        let Some(row) = series.latest() else { continue };
        let unit = series.series.get(Concept::UnitMeasure);
        let link = printed_link(context, page, row);
        page.markup(format_args!(
            "<tr><th scope=\"row\"><a href=\"../../{}\">{}</a></th><td class=\"p\">{}</td>\
             <td class=\"n\">{}</td><td class=\"n\">{link}</td><td>{}</td></tr>\n",
            Text(&series_page(&series.id)),
            Text(&name(known, series)),
            Text(&row.time_period),
            Text(&figure(row, unit)),
            Day(&row.released_at)
        ));
    }
    page.close_table();
}

/// Where a figure stands in its table: column by column, as heads are read.
fn printed_order(row: &Vintage) -> (Option<String>, u32, u32, Option<i64>) {
    let cell = row.address.cell.as_deref().and_then(Cell::parse);
    let (column, line) = cell.map_or((0, 0), |cell| (cell.column_index, cell.row_index));
    (row.address.sheet.as_deref().map(str::to_owned), column, line, row.address.record)
}

/// What a series is called here; its dataset's title where it is the only one.
fn name(known: &Known<'_>, series: &SeriesRows) -> String {
    let label = words::headline(&words::label(&series.series, known.telling));
    if label.is_empty() { known.dataset.title.clone() } else { label }
}

/// Release by period, drawn, and as counts.
fn coverage(page: &mut Page, known: &Known<'_>) {
    if known.releases.is_empty() && known.series.is_empty() {
        return;
    }
    page.heading("coverage", "Coverage");
    let title = format!("{}: what each release printed anew", known.dataset.title);
    if let Some(drawn) = strip::svg(&title, known.series) {
        page.markup(format_args!("{drawn}"));
    }
    if known.releases.is_empty() {
        return;
    }
    let heads =
        ["Release", "Out", "Known from", "#Figures", "#New", "#Revised", "#Vanished", "#Unchanged"];
    let count = known.releases.len();
    let caption = match count {
        _ if count > RELEASES_MAX => format!("The newest {RELEASES_MAX} of {count} releases"),
        _ => words::count(count, "release", "releases"),
    };
    page.table("releases", &caption, &heads);
    for release in known.releases.iter().rev().take(RELEASES_MAX) {
        page.markup(format_args!(
            "<tr><th scope=\"row\">{}</th><td>{}</td><td>{}</td>",
            Text(release_name(&release.id)),
            Day(&release.released_at),
            Text(&release.basis.replace('_', " "))
        ));
        for count in release.counts {
            let count = crate::number::commas(&count.to_string());
            page.markup(format_args!("<td class=\"n\">{count}</td>"));
        }
        page.markup(format_args!("</tr>\n"));
    }
    page.close_table();
}

/// Whose it is, on what terms, and how it is cited.
fn terms(context: &Context<'_>, page: &mut Page, known: &Known<'_>) {
    let source = context.source;
    page.heading("terms", "Licence and citation");
    page.facts(&[
        ("Publisher", source.publisher.clone()),
        ("Home page", source.homepage.clone()),
        ("Licence", source.licence.name.clone()),
        ("Stated", source.licence.stated.clone()),
        ("Allows", source.licence.allows.clone()),
        ("May be passed on", passed_on(&source.licence.redistribute).to_owned()),
    ]);
    let release = known.releases.last().map_or(String::new(), |release| {
        let day = release.released_at.strftime("%Y-%m-%d");
        format!(", release {} of {day}", release_name(&release.id))
    });
    let citation = format!(
        "{}: {}, {}{release}. Read by Portbook, dataset {}/{}.",
        source.publisher, source.title, known.dataset.title, source.column, known.dataset.name
    );
    page.markup(format_args!("<blockquote class=\"cite\">{}</blockquote>\n", Linked(&citation)));
    let rows = format!("source = '{}' and dataset = '{}'", source.column, known.dataset.name);
    page.element("pre", "code", &format!("portbook cite --where \"{rows}\""));
}

/// What the terms of a source come to, in words.
fn passed_on(redistribute: &str) -> &str {
    match redistribute {
        "attribution" => "yes, naming the publisher",
        "non-commercial" => "yes, naming the publisher, if nobody earns by it",
        "no" => "no, or not known to be allowed",
        other => other,
    }
}

/// A line in each of the languages people work in.
fn code(context: &Context<'_>, page: &mut Page, known: &Known<'_>) {
    let (source, name) = (context.source, &known.dataset.name);
    page.heading("use", "Use it");
    let examples = match context.output {
        Place::Folder(output) => of_folder(output, source, name),
        Place::Delta(address) => of_delta(address, source, name),
    };
    for (language, text) in examples {
        page.element("h3", "", language);
        page.element("pre", "code", &text);
    }
}

fn of_folder(output: &str, source: &Source, name: &str) -> [(&'static str, String); 3] {
    let files = format!("{output}/current/observation");
    let column = &source.column;
    [
        (
            "Python",
            format!(
                "import portbook\nportbook.open(\"{output}\").series(source=\"{}\", \
                 dataset=\"{name}\").to_pandas()",
                source.id
            ),
        ),
        (
            "R",
            format!(
                "library(arrow); library(dplyr)\nopen_dataset(\"{files}\") |>\n  filter(source == \
                 \"{column}\", dataset == \"{name}\", is.na(superseded_at)) |> collect()"
            ),
        ),
        (
            "SQL (DuckDB)",
            format!(
                "select time_period, obs_value, unit_measure, release, sheet, cell\nfrom \
                 read_parquet('{files}/source={column}/**/*.parquet', hive_partitioning = true)\n\
                 where dataset = '{name}' and superseded_at is null"
            ),
        ),
    ]
}

fn of_delta(address: &str, source: &Source, name: &str) -> [(&'static str, String); 3] {
    let column = &source.column;
    let question = format!(
        "select time_period, obs_value, unit_measure, release, sheet, cell\nfrom \
         delta_scan('{address}')\nwhere source = '{column}' and dataset = '{name}' and \
         superseded_at is null"
    );
    [
        (
            "Python",
            format!(
                "import polars as pl\npl.scan_delta(\"{address}\").filter(source=\"{column}\", \
                 dataset=\"{name}\").collect()"
            ),
        ),
        (
            "R",
            format!(
                "library(duckdb)\ncon <- dbConnect(duckdb())\ndbExecute(con, \"install delta; load \
                 delta\")\ndbGetQuery(con, \"{question}\")"
            ),
        ),
        ("SQL (DuckDB)", format!("install delta; load delta;\n{question}")),
    ]
}

/// The newest tables as they were printed.
fn printed(context: &Context<'_>, page: &mut Page, known: &Known<'_>) {
    let snapshots: BTreeSet<&str> =
        known.series.iter().flat_map(|s| &s.rows).map(|row| row.snapshot.as_str()).collect();
    let mut files = BTreeMap::new();
    for row in known.series.iter().flat_map(|series| &series.rows) {
        files.insert(row.snapshot.as_str(), (row.released_at, row.release.as_str()));
    }
    let mut tables: Vec<_> = context
        .tables
        .snapshots()
        .filter(|(snapshot, _)| snapshots.contains(snapshot))
        .flat_map(|(snapshot, tables)| tables.iter().map(move |(key, at)| (snapshot, key, *at)))
        .collect();
    if tables.is_empty() {
        return;
    }
    tables.sort_by_key(|(snapshot, _, at)| (std::cmp::Reverse(files.get(snapshot)), *at));
    page.heading("printed", "As printed");
    page.markup(format_args!("<ul class=\"tables\">\n"));
    for (snapshot, (member, sheet), at) in tables.into_iter().take(RELEASES_MAX) {
        let parts = [member.as_deref(), sheet.as_deref()];
        let told: Vec<&str> = parts.into_iter().flatten().collect();
        let told = if told.is_empty() { "records".to_owned() } else { told.join(", ") };
        let release = files.get(snapshot).map_or("", |(_, release)| release_name(release));
        page.markup(format_args!(
            "<li><a href=\"../../{}\">Release {}: {}</a> <small>sha256 {}\u{2026}</small></li>\n",
            Text(&table_page(&context.source.column, snapshot, at)),
            Text(release),
            Text(&told),
            Text(snapshot.get(..8).unwrap_or(snapshot))
        ));
    }
    page.markup(format_args!("</ul>\n"));
}

/// One part of the list of series.
fn list(context: &Context<'_>, page: &mut Page, known: &Known<'_>, part: usize, parts: usize) {
    page.heading("series", "Series");
    let from = (part - 1) * SERIES_MAX;
    let some = known.series.iter().skip(from).take(SERIES_MAX);
    let caption = match parts {
        1 => words::count(known.series.len(), "series", "series"),
        _ => format!("Part {part} of {parts}, of {} series", known.series.len()),
    };
    page.table("series", &caption, &["Series", "Periods", "#Latest value", "Revised"]);
    for series in some {
        let span = match (series.rows.first(), series.rows.last()) {
            (Some(first), Some(last)) if first.end != last.end => {
                format!("{} to {}", first.time_period, last.time_period)
            }
            (_, last) => last.map_or(String::new(), |row| row.time_period.clone()),
        };
        let unit = series.series.get(Concept::UnitMeasure);
        page.markup(format_args!(
            "<tr><th scope=\"row\"><a href=\"../../{}\">{}</a></th><td class=\"p\">{}</td>\
             <td class=\"n\">{}</td><td>{}</td></tr>\n",
            Text(&series_page(&series.id)),
            Text(&name(known, series)),
            Text(&span),
            Text(&series.latest().map_or(String::new(), |row| figure(row, unit))),
            if series.is_revised() { "yes" } else { "" }
        ));
    }
    page.close_table();
    if parts > 1 {
        page.markup(format_args!("<nav class=\"pages\" aria-label=\"Parts of the list\">"));
        for to in 1..=parts {
            let path = dataset_page(&context.source.column, &known.dataset.name, to);
            let file = path.rsplit('/').next().unwrap_or_default();
            let current = if to == part { " aria-current=\"page\"" } else { "" };
            let file = Text(file);
            page.markup(format_args!("<a href=\"{file}#series\"{current}>{to}</a> "));
        }
        page.markup(format_args!("</nav>\n"));
    }
}

/// The codes that its series use, of columns that have a list.
fn codes(page: &mut Page, known: &Known<'_>) {
    let mut lists: Vec<(Concept, BTreeSet<&str>)> = Vec::new();
    for concept in Concept::ALL {
        let has_names = codelist::of(concept).is_some() || concept == Concept::Commodity;
        let codes: BTreeSet<&str> =
            known.series.iter().map(|series| series.series.get(concept)).collect();
        if has_names && codes.iter().any(|code| *code != "_Z") {
            lists.push((concept, codes));
        }
    }
    if lists.is_empty() {
        return;
    }
    page.heading("codes", "Codes");
    for (concept, codes) in lists {
        let (column, name) = (words::column(concept), concept.name());
        page.markup(format_args!(
            "<details><summary>{column} <code>{name}</code>: {}</summary><dl class=\"codes\">\n",
            words::count(codes.len(), "code", "codes")
        ));
        for code in codes.iter().take(CODES_MAX) {
            page.markup(format_args!(
                "<div><dt><code>{}</code></dt><dd>{}</dd></div>\n",
                Text(code),
                Text(&words::code(concept, code))
            ));
        }
        page.markup(format_args!("</dl>"));
        if codes.len() > CODES_MAX {
            let more = format!("And {} more.", codes.len() - CODES_MAX);
            page.element("p", "note", &more);
        }
        page.markup(format_args!("</details>\n"));
    }
}

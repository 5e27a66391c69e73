//! Whole sites, from commits made here: what the pages say, what is written again.

use std::path::Path;
use std::sync::Arc;

use portbook_model::address::Address;
use portbook_model::concept::Concept;
use portbook_model::digest::Digest;
use portbook_model::observation::{Observation, Row};
use portbook_model::period::Period;
use portbook_model::release::{Release, ReleaseId};
use portbook_model::series::Series;
use portbook_model::status::{Level, ObsStatus, ReleasedBasis};
use portbook_publish::{Inputs, SourceTables, Tables, commit, record};
use tempfile::TempDir;

use crate::facts::{Dataset, Facts, Printed, PrintedCell, PrintedRow, Shown, Source, Wanted};
use crate::folder::{Folder, Written};
use crate::site::{Site, write};

const NOVEMBER: &str = "2026-01-29T13:30:00Z";
const DECEMBER: &str = "2026-02-19T13:30:00Z";

fn series(partner: &str) -> Arc<Series> {
    let series = Series::new(|concept| {
        let value = match concept {
            Concept::Source => "us-x",
            Concept::Dataset => "table",
            Concept::Freq => "M",
            Concept::RefArea => "USA",
            Concept::CounterpartArea => partner,
            Concept::TradeFlow => "X",
            Concept::Measure => "VALUE",
            Concept::Transformation | Concept::Adjustment => "N",
            Concept::Currency | Concept::UnitMeasure => "USD",
            Concept::PeriodKind => "month",
            _ => "_Z",
        };
        Some(value.to_owned())
    });
    Arc::new(series.unwrap())
}

fn row(series: &Arc<Series>, period: Period, at: &str, cell: &str, millions: i128) -> Row {
    let released_at = at.parse().unwrap();
    let release = if at == NOVEMBER { "2025-11" } else { "2025-12" };
    Row {
        observation: Observation {
            series: Arc::clone(series),
            period,
            value: Some(millions * 10_i128.pow(15)),
            unit_mult: 6,
            decimals: 0,
            status: ObsStatus::Normal,
            conf_status: None,
            level: Level::Total,
            part_of: None,
            base_period: None,
            snapshot: Digest::of(at.as_bytes()),
            address: Address {
                sheet: Some("12".into()),
                cell: Some(cell.into()),
                ..Address::default()
            },
            raw_text: None,
        },
        release: Arc::new(Release {
            id: ReleaseId::new("us-x", release),
            released_at,
            released_basis: ReleasedBasis::PrintedDate,
        }),
        first_seen_at: released_at,
        superseded_at: None,
        revision: 0,
        revision_reason: None,
    }
}

/// November 2025 as the FT-900 printed it first and a month later: cells F49 and F47 of sheet 12.
fn revised(partner: &str) -> Vec<Row> {
    let (series, november) = (series(partner), Period::month(2025, 11).unwrap());
    let mut first = row(&series, november, NOVEMBER, "F49", 182_146);
    first.superseded_at = Some(DECEMBER.parse().unwrap());
    let mut next = row(&series, november, DECEMBER, "F47", 183_135);
    next.revision = 1;
    let october = row(&series, Period::month(2025, 10).unwrap(), NOVEMBER, "F48", 203_607);
    vec![october, first, next]
}

fn publish(output: &Path, rows: Vec<Row>) {
    let tables = Tables::Built { rows, files: Vec::new(), audit: Vec::new() };
    let sources = vec![SourceTables { source: "us-x".to_owned(), tables }];
    let inputs = Inputs {
        digests: std::collections::BTreeMap::new(),
        program: "test".to_owned(),
        sources: Vec::new(),
    };
    commit(output, sources, &[], inputs).unwrap();
}

fn facts(title: &str) -> Facts {
    let dataset = Dataset { name: "table".to_owned(), title: title.to_owned() };
    let source = Source {
        id: "us/x".to_owned(),
        column: "us-x".to_owned(),
        title: "Trade <of> the United States".to_owned(),
        quirks: "- **Two shapes.** Rows are found by label.".to_owned(),
        datasets: vec![dataset],
        ..Source::default()
    };
    Facts { sources: vec![source], ..Facts::default() }
}

/// A table in which each wanted cell says its own name.
fn show(wanted: &Wanted) -> Shown {
    let table = |addresses: &Vec<Address>| {
        let cell = |at: usize| PrintedCell {
            text: addresses[at].cell.as_deref().unwrap_or_default().to_owned(),
            published: vec![at],
            ..PrintedCell::default()
        };
        let cells = (0..addresses.len()).map(cell).collect();
        let row = PrintedRow { name: "1".to_owned(), is_after_gap: false, cells };
        Some(Printed { rows: vec![row], ..Printed::default() })
    };
    Shown { tables: wanted.tables.iter().map(table).collect(), ..Shown::default() }
}

/// Writes the site, and says how many snapshots were read for it.
fn written(output: &Path, to: &Path, facts: &Facts) -> (Written, usize) {
    let commit = record::current(output).unwrap().unwrap();
    let articles = Vec::new();
    let (build, made_from) = ("b", "all");
    let site = Site { output, address: None, commit: &commit, facts, build, articles, made_from };
    let mut read = 0;
    let written = write(&site, Folder::open(to).unwrap(), &mut |wanted| {
        read += 1;
        Ok(show(wanted))
    });
    (written.unwrap(), read)
}

/// A part of a page, with its ends.
fn part<'a>(page: &'a str, begin: &str, end: &str) -> &'a str {
    let from = page.find(begin).expect(begin);
    let length = page[from..].find(end).expect(end);
    &page[from..from + length + end.len()]
}

#[test]
fn a_figure_is_told_with_its_vintages_and_its_cell() {
    let place = TempDir::new().unwrap();
    let (output, to) = (place.path().join("output"), place.path().join("site"));
    publish(&output, revised("CHN"));
    written(&output, &to, &facts("Goods & more"));
    let id = series("CHN").id();
    let page = fs_err::read_to_string(to.join(format!("series/{id}.html"))).unwrap();
    let december = Digest::of(DECEMBER.as_bytes()).to_string();
    let cell = format!("table/us-x/{}-1.html#F47", &december[..16]);
    for part in [
        "<h1>Goods &amp; more</h1>",
        "<strong>183,135,000,000 US$</strong>",
        "first printed as 182,146,000,000 US$",
        "+0.54 %",
        &format!("<a href=\"../{cell}\">183135</a>"),
        "<td class=\"n up2\">",
        "as first printed",
        "<th scope=\"row\">2025-11</th>",
    ] {
        assert!(page.contains(part), "{part}: {page}");
    }
    let table = fs_err::read_to_string(to.join(cell.split('#').next().unwrap())).unwrap();
    assert!(table.contains("<td id=\"F47\" class=\"v\">F47</td>"), "{table}");
    let dataset = fs_err::read_to_string(to.join("dataset/us-x/table.html")).unwrap();
    for part in
        ["Trade &lt;of&gt; the United States", "<strong>Two shapes.</strong>", "class=\"revised\""]
    {
        assert!(dataset.contains(part), "{part}: {dataset}");
    }
    insta::assert_snapshot!("triangle", part(&page, "<table class=\"triangle\"", "</table>"));
    insta::assert_snapshot!("strip", part(&dataset, "<figure class=\"chart strip\"", "</figure>"));
    let front = fs_err::read_to_string(to.join("index.html")).unwrap();
    assert!(front.contains("Made from commit 1 ("), "{front}");
    // What a page weighs before it holds any figure.
    assert!(dataset.len() + front.len() < 40_000);
    for asset in ["style.css", "search.js", "favicon.svg"] {
        assert!(fs_err::metadata(to.join(asset)).unwrap().len() < 20_000, "{asset}");
    }
}

#[test]
fn what_stands_is_neither_read_nor_written_again() {
    let place = TempDir::new().unwrap();
    let (output, to) = (place.path().join("output"), place.path().join("site"));
    let first = || revised("CHN").into_iter().filter(|row| row.revision == 0);
    publish(&output, first().map(|row| Row { superseded_at: None, ..row }).collect());
    let (made, read) = written(&output, &to, &facts("Goods"));
    assert_eq!((made.written, read), (made.pages, 1));
    assert_eq!(written(&output, &to, &facts("Goods")), (Written { written: 0, ..made }, 0));
    // Another title: the pages of the dataset, not those of its tables.
    let (again, read) = written(&output, &to, &facts("Other goods"));
    assert!(again.written > 0 && read == 0, "{again:?}");
    // Another release: its own snapshot alone is read.
    publish(&output, revised("CHN"));
    let (again, read) = written(&output, &to, &facts("Other goods"));
    assert_eq!((again.pages, read), (made.pages + 1, 1), "{again:?}");
    // A page that was lost comes back the same.
    let id = series("CHN").id();
    let lost = to.join(format!("series/{id}.html"));
    let before = fs_err::read(&lost).unwrap();
    fs_err::remove_file(&lost).unwrap();
    let (again, read) = written(&output, &to, &facts("Other goods"));
    assert_eq!((again.written, read), (1, 0));
    assert_eq!(fs_err::read(&lost).unwrap(), before);
    // Another series: the page of the one that is no longer published goes.
    publish(&output, revised("JPN"));
    let (again, _) = written(&output, &to, &facts("Other goods"));
    assert!(!lost.exists() && again.removed == 1, "{again:?}");
}

#[test]
fn each_of_two_thousand_series_has_its_page_which_is_written_once() {
    let place = TempDir::new().unwrap();
    let (output, to) = (place.path().join("output"), place.path().join("site"));
    let mut rows = Vec::new();
    for number in 0..2000 {
        let series = series(&format!("X{number}"));
        for month in 1..=12 {
            let (period, cell) = (
                Period::month(2025, month).unwrap(),
                format!("F{}", number * 12 + i32::from(month)),
            );
            rows.push(row(&series, period, NOVEMBER, &cell, 1000 + i128::from(month)));
        }
    }
    publish(&output, rows);
    let (made, _) = written(&output, &to, &facts("Goods"));
    assert!(made.pages > 2000 && made.written == made.pages, "{made:?}");
    let (again, _) = written(&output, &to, &facts("Goods"));
    assert_eq!((again.pages, again.written), (made.pages, 0));
}

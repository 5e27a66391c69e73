//! The article's own claims file: complete, and right about the figures it can compute.
//!
//! `article.csv` holds the figures those claims rest on, as the releases named in it print them
//! (those of the pipelines' recordings). Months and years that only a rank needs, and the partners
//! that only a count needs, are made up here: the published ones rank and count otherwise.

use std::collections::{BTreeMap, BTreeSet};
use std::path::PathBuf;

use portbook_model::concept::Concept;
use portbook_model::observation::Row;
use portbook_model::period::Period;
use portbook_model::release::Release;
use portbook_model::status::Level;
use portbook_query::claims::file::{ClaimsFile, Test};
use portbook_query::claims::{Verdict, Word};

use crate::published::{Output, release, row, wait};

fn file() -> ClaimsFile {
    let path = "../../claims/2025-12-trillion-surplus.toml";
    ClaimsFile::read(&PathBuf::from(env!("CARGO_MANIFEST_DIR")).join(path)).unwrap()
}

fn released_at(source: &str, period: &str) -> &'static str {
    match (source, period) {
        ("cn-eastmoney-mirror", _) => "2026-08-21T10:46:28Z",
        ("cn-nbs-dg", _) => "2026-07-07T19:23:24Z",
        ("cn-gacc-express", "2025-02") => "2025-03-07T03:00:00Z",
        ("cn-gacc-express", _) => "2025-12-08T03:00:00Z",
        (_, "2024-11") => "2024-12-18T03:00:00Z",
        (_, "2024-12") => "2025-01-18T03:00:00Z",
        (_, "2025-10") => "2025-11-18T03:00:00Z",
        (_, "2025-11") => "2025-12-18T03:00:00Z",
        _ => "2026-01-18T03:00:00Z",
    }
}

/// One record of `article.csv`, its columns in order.
type Figure = [String; 10];

fn printed(figure: &Figure, level: Level, number: usize) -> Row {
    let [source, period, dataset, area, flow, currency, kind, transformation, time, value] =
        figure.each_ref().map(String::as_str);
    let release: std::sync::Arc<Release> = release(source, period, released_at(source, period));
    let columns = [
        (Concept::Dataset, dataset),
        (Concept::RefArea, "CHN"),
        (Concept::CounterpartArea, area),
        (Concept::TradeFlow, flow),
        (Concept::Currency, currency),
        (Concept::UnitMeasure, if transformation == "N" { currency } else { "PT" }),
        (Concept::PeriodKind, kind),
        (Concept::Transformation, transformation),
    ];
    let (year, month) = time.split_once('-').unwrap();
    let (year, month) = (year.parse().unwrap(), month.parse().unwrap());
    let period = match kind {
        "month" => Period::month(year, month),
        _ => Period::ytd(year, month),
    };
    let mut row = row(&release, &columns, period.unwrap(), value, &format!("{number} value"));
    row.observation.level = level;
    row
}

/// Sources whose months are ranked: their release and first month, counted from January 2008.
const RANKED: [(&str, &str, usize); 2] =
    [("cn-eastmoney-mirror", "2026-08-21", 0), ("cn-nbs-dg", "2026-07-07", 12 * 12 + 5)];

/// `article.csv` and what only ranks and counts need.
fn figures() -> Vec<Row> {
    let mut reader = csv::Reader::from_reader(include_str!("article.csv").as_bytes());
    let mut figures: Vec<Figure> = reader.deserialize().map(Result::unwrap).collect();
    let mut known: BTreeSet<[String; 4]> = BTreeSet::new();
    for [source, _, _, _, flow, _, kind, transformation, time, _] in &figures {
        if transformation == "N" {
            known.insert([source, flow, kind, time].map(Clone::clone));
        }
    }
    let ranked = RANKED.into_iter().flat_map(|(source, release, first)| {
        (first..12 * 18 - 1).map(move |month| (source, release, month))
    });
    for (source, release, month) in ranked {
        let time = format!("{}-{:02}", 2008 + month / 12, month % 12 + 1);
        let kinds = if time.ends_with("-12") { &["month", "ytd"][..] } else { &["month"] };
        for (flow, kind) in ["X", "M"].into_iter().flat_map(|f| kinds.iter().map(move |k| (f, *k)))
        {
            let key = [source, flow, kind, &time].map(str::to_owned);
            if known.contains(&key) {
                continue;
            }
            let value = if flow == "X" { "200000000000" } else { "150000000000" };
            let series = [source, release, "totals", "_W"];
            let rest = [flow, "USD", kind, "N", &time, value];
            let all: Vec<String> =
                series.iter().chain(&rest).map(|text| (*text).to_owned()).collect();
            figures.push(all.try_into().unwrap());
        }
    }
    let level = |area: &str| if area == "_W" { Level::Total } else { Level::Group };
    figures.iter().enumerate().map(|(n, f)| printed(f, level(&f[3]), n + 1)).collect()
}

/// Partners of 2024: `above` sell more than they buy, by a lot; China itself is not one.
fn partners(above: usize) -> Vec<Row> {
    let mut rows = Vec::new();
    for n in 0..=above {
        let area = if n == above { "CHN".to_owned() } else { format!("Q{n:02}") };
        for (flow, value) in [("X", "300000000"), ("M", "100000000")] {
            let figure = ["cn-gacc-bulletin", "2024-12", "countries", &area, flow];
            let rest = ["CNY", "ytd", "N", "2024-12", value];
            let all: Vec<String> =
                figure.iter().chain(&rest).map(|text| (*text).to_owned()).collect();
            rows.push(printed(&all.try_into().unwrap(), Level::Leaf, n + 1));
        }
    }
    rows
}

fn verdicts() -> BTreeMap<String, Verdict> {
    let mut rows = figures();
    rows.extend(partners(168));
    let verdicts = wait(Output::of(&rows).table().claims(&file())).unwrap();
    verdicts.into_iter().map(|verdict| (verdict.id.clone(), verdict)).collect()
}

#[test]
fn every_figure_of_the_article_is_a_claim() {
    let file = file();
    let ids: Vec<&str> = file.claims.iter().map(|claim| claim.id.as_str()).collect();
    let expected = "surplus-2025-11m surplus-2024 exports-2025-11-yoy imports-2025-11-yoy \
        surplus-2025-11 exports-2025-10-fell us-exports-2025-11-yoy us-exports-2024-12 \
        asean-surplus-growth eu-surplus-growth surplus-partners india-deficit-2025-8m \
        new-three-2025-7m ev-exports-2025-8m battery-exports-2025-8m cleantech-2025-08 \
        ev-asean-2025-8m ev-africa-2025-8m solar-price-decade reer-three-years \
        net-exports-share-2024 current-account-2024 growth-2025-forecast eu-ev-duties";
    assert_eq!(ids, expected.split_whitespace().collect::<Vec<_>>());
    let out_of_scope = file.claims.iter().filter(|c| matches!(c.test, Test::OutOfScope(_)));
    assert_eq!(out_of_scope.map(|c| c.id.as_str()).collect::<Vec<_>>(), ["eu-ev-duties"]);
}

#[test]
fn verdicts_are_what_the_figures_give() {
    let verdicts = verdicts();
    for (id, word) in [
        ("surplus-2025-11m", Word::HeldRevisedSince),
        ("surplus-2024", Word::DependsOnTheReading),
        ("exports-2025-11-yoy", Word::DependsOnTheReading),
        ("imports-2025-11-yoy", Word::DependsOnTheReading),
        ("surplus-2025-11", Word::DependsOnTheReading),
        ("exports-2025-10-fell", Word::Holds),
        ("us-exports-2025-11-yoy", Word::DependsOnTheReading),
        ("us-exports-2024-12", Word::Holds),
        ("asean-surplus-growth", Word::DoesNotHold),
        ("eu-surplus-growth", Word::DoesNotHold),
        ("surplus-partners", Word::Holds),
        ("india-deficit-2025-8m", Word::NotYetComputable),
        ("eu-ev-duties", Word::OutOfScope),
    ] {
        assert_eq!(verdicts[id].verdict, word, "{id}: {:#?}", verdicts[id].readings);
    }
    let not_yet = verdicts.values().filter(|v| v.verdict == Word::NotYetComputable).count();
    assert_eq!(not_yet, 12);
}

#[test]
fn readings_come_to_the_figures_found_by_hand() {
    let verdicts = verdicts();
    let readings = |id: &str| -> Vec<String> {
        let then = verdicts[id].readings.iter().filter_map(|reading| reading.then.as_ref());
        then.map(|outcome| outcome.text.clone()).collect()
    };
    let surplus = &verdicts["surplus-2025-11m"];
    assert_eq!(surplus.then.as_ref().unwrap().text, "1,075,848.1 US$ million");
    assert_eq!(surplus.now.as_ref().unwrap().text, "1,068.2 US$ bn");
    assert_eq!(surplus.cells.len(), 6);
    assert_eq!(readings("surplus-2024"), ["992.6 US$ bn", "992,155 US$ million", "1"]);
    assert_eq!(readings("exports-2025-11-yoy"), ["+5.9%", "+5.8%", "+5.78%", "+5.92%"]);
    assert_eq!(readings("imports-2025-11-yoy"), ["+1.9%", "+2.56%", "+1.77%", "+1.9%"]);
    assert_eq!(readings("surplus-2025-11"), ["109.9 US$ bn", "111,676 US$ million", "3", "3"]);
    assert_eq!(readings("exports-2025-10-fell"), ["-1.2%", "-1.1%", "-1.29%"]);
    assert_eq!(readings("us-exports-2025-11-yoy"), ["-28.71%", "-28.57%"]);
    assert_eq!(readings("us-exports-2024-12"), ["48,834.3 US$ million"]);
    let asean =
        ["+45.91%", "+47.04%", "+46.89%", "+29.17%", "+48.63%", "+22.71%", "+42.65%", "+45.39%"];
    assert_eq!(readings("asean-surplus-growth"), asean);
    let eu = ["+19.51%", "+20.47%", "+29.28%", "+19.53%", "+7.81%", "+14.07%", "+18.78%"];
    assert_eq!(readings("eu-surplus-growth"), eu);
}

//! Arithmetic as the gate: what `portbook check` prints, what releases imply was revised before
//! them, and a page filled in the wrong currency.

use std::path::Path;

use portbook_tests::edit;
use portbook_tests::program::Place;
use serde_json::Value;

use crate::{line, list, replayed, text, verdict};

const RATE: &str = "yuan and dollars imply an exchange rate";

fn asked(question: &str, as_of: Option<&str>) -> Value {
    let as_of = as_of.map_or(vec![], |as_of| vec!["--as-of", as_of]);
    replayed().place.portbook(["sql", question, "--json"].into_iter().chain(as_of)).json(0)
}

/// China's exports, bulletins' row 总值 in 10,000 yuan: the cumulative less the one before it, as
/// held, less the month.
/// 2,545,453,724.0688 − 2,303,831,623.6930 − 240,993,599.6537 = 628,500.7221;
/// 2,445,787,768.7576 − 2,211,456,279.6915 − 234,563,444.6194 = −231,955.5533.
#[test]
fn the_silent_revisions_of_the_bulletin_are_a_table() {
    let exports = "source = 'cn-gacc-bulletin' and dataset = 'countries' and counterpart_area = '_W' \
                   and trade_flow = 'X' and comparison = 'cumulative'";
    let question = format!(
        "select time_period, difference, tolerance, printed_release, held_release, printed_cell, \
         beside_cell, held_cell, held_time_period from revision_implied where {exports} \
         order by time_period"
    );
    let rows = asked(&question, None);
    let said = |row: &Value| {
        let columns = ["time_period", "difference", "tolerance", "held_release"];
        columns.map(|column| text(&row[column]).to_owned())
    };
    let said: Vec<[String; 4]> = list(&rows).iter().map(said).collect();
    // Half a yuan for each of three figures.
    let expected = [
        ["2024-12", "6285007221", "1.5", "cn-gacc-bulletin:2024-11"],
        ["2025-11", "-2319555533", "1.5", "cn-gacc-bulletin:2025-10"],
    ];
    assert_eq!(said[..2], expected, "{rows:#}");
    assert_eq!(said.len(), 3, "November to December 2025 too: {rows:#}");
    for row in list(&rows) {
        for cell in ["printed_cell", "beside_cell", "held_cell"] {
            assert!(!text(&row[cell]).is_empty(), "{row:#}");
        }
    }
    // As of a day it says what releases until then say.
    assert_eq!(list(&asked(&question, Some("2025-11-30"))).len(), 1);
    let folder = replayed().place.output().join("current/audit/revision_implied");
    assert!(folder.join("source=cn-gacc-bulletin/part-0.parquet").is_file());
    assert!(!folder.join("source=sg-singstat").exists(), "it compares no releases");
}

/// The same row in the bulletin of November 2025: 6.2 per cent over the cumulative of 2024, as held.
#[test]
fn growth_over_the_base_held_is_in_it() {
    let rows = asked(
        "select printed, held_release, within from revision_implied where comparison = 'growth' and \
         source = 'cn-gacc-bulletin' and dataset = 'countries' and counterpart_area = '_W' and \
         trade_flow = 'X' and time_period = '2025-11'",
        None,
    );
    let [row] = list(&rows) else { panic!("one comparison: {rows:#}") };
    assert_eq!(text(&row["printed"]), "6.2");
    assert_eq!(text(&row["held_release"]), "cn-gacc-bulletin:2024-11");
    assert_eq!(row["within"], true, "2,445,787,768.7576 / 2,303,831,623.6930 is 1.0616");
}

/// Row 13 of the exhibit: in April 2023 exports 162,666, imports 249,869, balance −87,204, each
/// rounded by itself.
#[test]
fn check_shows_the_arithmetic_with_its_cells() {
    let arguments = ["check", "us/census-ft900", "--dataset", "exhibit-12", "--release", "2025-11"];
    let ended = replayed().place.portbook(arguments.into_iter().chain(["--show"]));
    ended.expect(0);
    for words in [
        "us-census-ft900:2025-11 exhibit-12: passed, 320 figures",
        "gate `balance = exports - imports`:",
        "-87204000000 (sheet `12`, cell C13), expected 162666000000 − 249869000000 = -87203000000; \
         off by -1000000, rounding allows 1500000; from ",
        "162666000000 (sheet `12`, cell F13)",
        "0 broken",
    ] {
        assert!(ended.stdout.contains(words), "no `{words}`: {ended}");
    }
    assert!(!ended.stdout.contains("exhibit-1:"), "one dataset was asked for: {ended}");

    let plain = replayed().place.portbook(arguments.into_iter().chain(["--json"])).json(0);
    let [release] = list(&plain) else { panic!("one release: {plain:#}") };
    assert_eq!(
        (text(&release["release"]), &release["held"]),
        ("us-census-ft900:2025-11", &false.into())
    );
    for identity in list(&release["identities"]) {
        assert!(identity["arithmetic"].is_null(), "not asked for: {identity:#}");
    }
    let shown = arguments.into_iter().chain(["--show", "--json"]);
    let shown = replayed().place.portbook(shown).json(0);
    let identities = list(&shown[0]["identities"]);
    let balance = identities.iter().find(|i| i["name"] == "balance = exports - imports").unwrap();
    let arithmetic = list(&balance["arithmetic"]);
    assert_eq!(arithmetic.len() as u64, crate::count(&balance["held"]), "{balance:#}");
    let [term, _] = list(&arithmetic[0]["terms"]) else { panic!("two terms: {arithmetic:#?}") };
    assert!(text(&term["address"]).contains("cell"), "{term:#}");
}

#[test]
fn check_of_what_is_not_there_says_what_is() {
    let place = &replayed().place;
    place.portbook(["check", "us/no-such"]).expect(78);
    let release = place.portbook(["check", "us/census-ft900", "--release", "1999-01"]);
    release.expect(64);
    assert!(release.stderr.contains("us-census-ft900:2025-12 exhibit-12"), "{release}");
    let empty = Place::new("check-empty");
    fs_err::create_dir_all(empty.archive()).expect("a test's folder can be made");
    empty.portbook(["check"]).expect(75);
}

/// The page of March 2026 with every figure put through `scale`, in tenths; totals are sums anew.
fn scaled(page: &str, scale: fn(i64) -> i64) -> String {
    const END: &str = "&nbsp;</";
    // The one label that ends as a figure does.
    let page = page.replace("ASEAN&nbsp;", "ASEAN");
    let mut parts: Vec<&str> = page.split(END).collect();
    let rest = parts.pop().expect("a split has a last part");
    let figure = |part: &&str| {
        let (before, digits) = part.rsplit_once('>').expect("a figure stands in a tag");
        (before.to_owned(), digits.replace([',', '.'], "").parse::<i64>().expect("tenths"))
    };
    let mut text = String::new();
    // Total, exports and imports, each of the month and to date.
    for row in parts.chunks(6) {
        let cells: Vec<(String, i64)> = row.iter().map(figure).collect();
        let [month_x, ytd_x, month_m, ytd_m] = [2, 3, 4, 5].map(|cell: usize| scale(cells[cell].1));
        let tenths = [month_x + month_m, ytd_x + ytd_m, month_x, ytd_x, month_m, ytd_m];
        for ((before, _), tenths) in cells.iter().zip(tenths) {
            text.push_str(&format!("{before}>{}.{}{END}", tenths / 10, tenths % 10));
        }
    }
    text + rest
}

/// 100 million yuan in million dollars at seven yuan.
fn dollars(tenths: i64) -> i64 {
    tenths * 100 / 7
}

/// Puts another page of March 2026 beside the one in yuan, and changes the one in yuan as told.
fn beside(name: &str, other: impl Fn(&str) -> String, yuan: impl Fn(&str) -> String) -> Place {
    const URL: &str =
        "http://english.customs.gov.cn/Statics/00000000-0000-4000-8000-000000202603.html";
    let place = Place::with_own_pipelines(name);
    let recording = place.pipelines.join("cn/gacc-express/recording");
    let link = format!("<a href={URL}> Mar.</a>");
    edit::text(&recording.join("index_2026.html"), "<span>Mar.</span>", &link);
    let read = |file: &Path| fs_err::read_to_string(file).expect("a recording can be read");
    let write = |file: &Path, text: &str| fs_err::write(file, text).expect("a copy can be written");
    let file = recording.join("by_country_2026-03.html");
    let page = read(&file);
    write(&recording.join("by_country_2026-03_other.html"), &other(&page));
    write(&file, &yuan(&page));
    let index = recording.join("index.toml");
    let response = format!(
        "\n[[response]]\nurl = \"{URL}\"\nstatus = 200\ncaptured_at = \"2026-04-08T06:00:00Z\"\n\
         content_type = \"text/html; charset=utf-8\"\nfile = \"by_country_2026-03_other.html\"\n"
    );
    write(&index, &(read(&index) + &response));
    // The first page in another unit is for a person to decide (docs/envelopes.md): decided here.
    let accepted = "[[accept]]\nrelease = \"cn-gacc-express:2026-03\"\ndataset = \"partners\"\n\
                    rule = \"unit-changed\"\nreason = \"dollars beside yuan\"\nby = \"a test\"\n\
                    date = \"2026-04-08\"\n";
    write(&place.pipelines.join("cn/gacc-express/accepted.toml"), accepted);
    place
}

fn in_dollars(page: &str) -> String {
    scaled(page, dollars)
        .replace("(in CNY)", "(in USD)")
        .replace("Unit: CNY 100 Million", "Unit: USD1 Million")
}

#[test]
fn two_currencies_of_one_release_agree() {
    let place = beside("currencies-agree", in_dollars, |page| scaled(page, |tenths| tenths));
    let summary = place.replay().json(0);
    let partners = line(&summary, "cn/gacc-express", "partners");
    let march = verdict(partners, "cn-gacc-express:2026-03");
    let computed = list(&march["identities"][RATE]);
    assert!(crate::count(&computed[0]) > 100, "30 rows of six figures: {march:#}");
    assert_eq!(computed[1], 0, "{march:#}");
}

/// As in June 2025: titled in yuan, the page carries the dollars, in hundred millions.
#[test]
fn a_page_titled_in_yuan_that_carries_dollars_is_held() {
    let place = beside("currencies-differ", in_dollars, |page| scaled(page, |t| dollars(t) / 100));
    let summary = place.replay().json(10);
    let partners = line(&summary, "cn/gacc-express", "partners");
    assert_eq!(partners["state"], "held");
    let march = verdict(partners, "cn-gacc-express:2026-03");
    assert_eq!(march["held"], true);
    let rules: Vec<&str> = list(&march["reasons"]).iter().map(|r| text(&r["rule"])).collect();
    // A hundredth of the dollars is of another size, too, than what was held.
    let expected = |rule: &&str| [RATE, "magnitude"].contains(rule);
    assert!(rules.contains(&RATE) && rules.iter().all(expected), "{rules:?}");
    let said = text(&march["reasons"][0]["said"]);
    assert!(said.contains("expected 6.0509 to 8.7251 per unit of"), "{said}");
    let cells = list(&march["reasons"][0]["cells"]);
    assert_eq!(cells.len(), 2, "{march:#}");
    for release in list(&partners["verdicts"]) {
        let is_march = release["release"] == "cn-gacc-express:2026-03";
        assert_eq!(release["held"], is_march, "the others stay: {release:#}");
    }
    place.portbook(["check", "cn/gacc-express"]).expect(10);
}

/// One table at two addresses: a figure that differs by the last digit, which every sum allows, is
/// held all the same. Exports and imports of March 2026, the world: 41,046.4.
#[test]
fn two_prints_of_one_table_that_differ_are_held() {
    let place = beside("editions", str::to_owned, |page| page.replace("41,046.4", "41,046.5"));
    let summary = place.replay().json(10);
    let march = verdict(line(&summary, "cn/gacc-express", "partners"), "cn-gacc-express:2026-03");
    let [reason] = list(&march["reasons"]) else { panic!("one figure: {march:#}") };
    assert_eq!(text(&reason["rule"]), "edition");
    assert!(text(&reason["said"]).contains("4104640000000"), "{reason:#}");
    let check = ["check", "cn/gacc-express", "--release", "2026-03", "--json"];
    let release = &place.portbook(check).json(10)[0];
    assert_eq!(release["editions_agreed"], 269, "30 rows of nine figures but one: {release:#}");
}

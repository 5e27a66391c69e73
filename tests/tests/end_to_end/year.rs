//! A year of nights against the replay origin, with a publisher that is early, late, silent, in the
//! way and rebuilt: each release is published the night after it could be had, and nobody is asked
//! or told more than need be.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;

use portbook_tests::folder::Folder;
use portbook_tests::program::Place;
use serde_json::Value;

use crate::{count, list, text};

/// The page is asked once a day outside the windows, which are the days announced.
const SOURCE: &str = r#"
title     = "Exports by country, month by month"
publisher = "Bureau of Ruritania"
homepage  = "https://bureau.example/"
language  = "en"

[licence]
name   = "made for a test"
stated = ""
allows = "everything"
redistribute = "yes"

[access]
hosts    = ["bureau.example"]
delay_ms = 1000

[[access.page]]
url  = "https://bureau.example/releases.html"
link = [{ select = "li a", row = "li", find = ["Exports by country"], date = "{date}" }]

[release]
period    = "title"
time_zone = "UTC"
time      = "09:00"

# January comes in March: the bureau keeps the New Year of the moon.
[calendar]
lag_days     = 10
grace_days   = 5
every_months = 1
joint        = [1]
announced    = { 2024 = [10, 0, 8, 10, 10, 10, 10, 9, 10, 10, 8, 10] }

[series]
freq           = "M"
ref_area       = "TUR"
trade_flow     = "X"
measure        = "VALUE"
valuation      = "FOB"
adjustment     = "N"
transformation = "N"
currency       = "USD"
_Z     = ["counterpart_area_2", "region", "customs_office", "classification", "series_code", "trade_system"]
_T     = ["commodity", "breakdown", "customs_proc", "transport_mode"]
layout = ["counterpart_area", "unit_measure"]

[dataset]
exports = { title = "Exports by country", rows = [1, 100] }
"#;

const LAYOUT: &str = r#"
[[table]]
id   = "exports"
find = { text = "Exports by country", head = ["Country"] }
grid = { head = "Country", head_rows = 1, stub = 1, until = ["Source:"] }

[table.text]
"Exports by country, {period}" = {}
"{unit}" = {}

[table.head]
"{period}" = { period = "month" }

[table.line]
"{area}" = {}
"#;

/// A month's release: the day it appeared, at 09:00, and the months it prints.
const RELEASES: [(&str, &str, &[&str]); 13] = [
    ("2023-11", "2023-12-08", &["Nov 2023"]),
    ("2023-12", "2024-01-10", &["Dec 2023"]),
    ("2024-02", "2024-03-08", &["Jan 2024", "Feb 2024"]),
    ("2024-03", "2024-04-10", &["Mar 2024"]),
    ("2024-04", "2024-05-10", &["Apr 2024"]),
    // Announced for the 10th, and four days late.
    ("2024-05", "2024-06-14", &["May 2024"]),
    // Out while the site refuses everybody.
    ("2024-06", "2024-07-10", &["Jun 2024"]),
    // Announced for the 9th, and three days early.
    ("2024-07", "2024-08-06", &["Jul 2024"]),
    ("2024-08", "2024-09-10", &["Aug 2024"]),
    ("2024-09", "2024-10-10", &["Sep 2024"]),
    // Out while the page is another one.
    ("2024-10", "2024-11-08", &["Oct 2024"]),
    ("2024-11", "2024-12-10", &["Nov 2024"]),
    // Of the year after.
    ("2024-12", "2025-01-10", &["Dec 2024"]),
];

/// Other files under the same address, which the page mentions: day, release, and a figure.
const REPLACED: [(&str, &str, &str); 2] =
    [("2024-05-13", "2024-04", "31.5"), ("2024-05-20", "2024-04", "32.5")];
/// From one day to another the site says 403.
const BLOCKED: [&str; 2] = ["2024-07-08", "2024-07-15"];
/// From one day to another the page has no list.
const REDESIGNED: [&str; 2] = ["2024-11-07", "2024-11-12"];

const NIGHTS: u32 = 365;

fn month_name(period: &str) -> String {
    let names = [
        "January",
        "February",
        "March",
        "April",
        "May",
        "June",
        "July",
        "August",
        "September",
        "October",
        "November",
        "December",
    ];
    let (year, month) = period.split_once('-').unwrap();
    format!("{} {year}", names[month.parse::<usize>().unwrap() - 1])
}

/// The page of releases on a day.
fn page(day: &str, redesigned: bool) -> String {
    let mut body = String::new();
    if redesigned {
        body.push_str("<p>Our new pages: find everything by its topic.</p>");
    } else {
        body.push_str("<ul>");
        for (period, out, _) in RELEASES.iter().filter(|(_, out, _)| *out <= day) {
            let link = format!("<a href=\"/files/{period}.csv\">Exports by country</a>");
            let _ = write!(body, "<li>{link} <span>{out}</span></li>");
        }
        body.push_str("</ul>");
        for (when, ..) in REPLACED.iter().filter(|(when, ..)| *when <= day) {
            let _ = write!(body, "<p>Corrected on {when}</p>");
        }
    }
    format!(
        "<html><head><meta charset=utf-8><title>Releases</title></head><body><h1>Releases</h1>\
         {body}</body></html>"
    )
}

/// Writes the source, and a recording of all that its site said on any day.
fn place() -> Place {
    let folder = Folder::new("year");
    let source = folder.path().join("pipelines/xx/monthly");
    let recording = source.join("recording");
    fs_err::create_dir_all(&recording).unwrap();
    let lookups =
        portbook_tests::repository::root().join("tests/fixtures/added_source/lookups.toml");
    fs_err::copy(lookups, source.join("lookups.toml")).unwrap();
    fs_err::write(source.join("source.toml"), SOURCE).unwrap();
    fs_err::write(source.join("layout.toml"), LAYOUT).unwrap();

    let mut index = String::new();
    let mut answer = |url: &str, day: &str, status: u16, kind: &str, body: Option<String>| {
        let at = format!("{day}T09:00:00Z");
        let _ = write!(
            index,
            "[[response]]\nurl = \"https://bureau.example/{url}\"\nstatus = {status}\n\
             captured_at = \"{at}\"\ncontent_type = \"{kind}\"\n"
        );
        if let Some(body) = body {
            let file = format!("{}-{day}", url.replace('/', "-"));
            fs_err::write(recording.join(&file), body).unwrap();
            let _ = writeln!(index, "etag = \"\\\"{file}\\\"\"\nfile = \"{file}\"");
        }
        index.push('\n');
    };
    let released = RELEASES.map(|(period, day, months)| (period, day, months, "30.5"));
    let months_of = |of: &str| RELEASES.iter().find(|(period, ..)| *period == of).unwrap().2;
    let replaced = REPLACED.map(|(day, period, world)| (period, day, months_of(period), world));
    for (period, day, months, world) in released.into_iter().chain(replaced) {
        let columns = |cell: &str| format!(",{cell}").repeat(months.len());
        let heads = format!(",{}", months.join(","));
        let body = format!(
            "\"Exports by country, {}\"\nThousand US dollars\nCountry{heads}\nWorld{}\nGermany{}\n\
             France{}\nSource: Bureau of Ruritania\n",
            month_name(period),
            columns(world),
            columns("10.25"),
            columns("20.25"),
        );
        answer(&format!("files/{period}.csv"), day, 200, "text/csv; charset=utf-8", Some(body));
    }
    let html = "text/html; charset=utf-8";
    let mut days: BTreeSet<&str> = RELEASES.iter().map(|(_, day, _)| *day).collect();
    days.extend(REPLACED.iter().map(|(day, ..)| *day));
    days.extend(BLOCKED);
    days.extend(REDESIGNED);
    for day in days {
        let within = |[from, to]: [&str; 2]| from <= day && day < to;
        if within(BLOCKED) {
            answer("releases.html", day, 403, html, None);
            continue;
        }
        let page = page(day, within(REDESIGNED));
        answer("releases.html", day, 200, html, Some(page));
    }
    fs_err::write(recording.join("index.toml"), index).unwrap();
    Place { pipelines: folder.path().join("pipelines"), folder }
}

/// The days of a year, from its first.
fn nights() -> Vec<String> {
    let lengths = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
    let days = (1..).zip(lengths).flat_map(|(month, length)| {
        (1..=length).map(move |day: u32| format!("2024-{month:02}-{day:02}"))
    });
    days.take(NIGHTS as usize).collect()
}

/// One night as its summary tells it.
struct Night {
    day: String,
    state: String,
    newest: String,
    asked: u64,
    new: u64,
    because: usize,
    committed: bool,
    /// Dataset, state, since.
    notices: Vec<String>,
}

fn run(place: &Place, day: String) -> Night {
    let now = format!("{day}T02:00:00Z");
    let ended = place.portbook(["run", "--replay", "--json", "--as-live", "--now", &now]);
    assert!([0, 10, 11].contains(&ended.code), "{day}: {ended}");
    let summary: Value = serde_json::from_str(&ended.stdout).unwrap();
    let line = &summary["lines"][0];
    let collected = &summary["collected"]["xx/monthly"];
    let notices = list(&summary["notices"]).iter().map(|notice| {
        format!("{} {} {}", notice["dataset"], text(&notice["state"]), text(&notice["since"]))
    });
    Night {
        day,
        state: text(&line["state"]).to_owned(),
        newest: line["newest"].as_str().unwrap_or_default().to_owned(),
        asked: count(&collected["asked"]),
        new: count(&collected["new"]),
        because: list(&line["because"]).len(),
        committed: summary["committed"] == true,
        notices: notices.collect(),
    }
}

/// Every answer of the site: the night, and its status.
fn answers(place: &Place) -> Vec<(String, u64)> {
    let folder = place.archive().join("captures/xx-monthly");
    let files = portbook_tests::folder::listing(&folder).into_keys();
    let texts = files.map(|file| fs_err::read_to_string(folder.join(file)).unwrap());
    let lines: Vec<String> =
        texts.flat_map(|t| t.lines().map(str::to_owned).collect::<Vec<_>>()).collect();
    let captures = lines.iter().map(|line| serde_json::from_str::<Value>(line).unwrap());
    captures.map(|c| (text(&c["captured_at"])[..10].to_owned(), count(&c["status"]))).collect()
}

/// The first night on which what appeared at 09:00 could be had.
fn could_be_had(appeared: &str) -> &str {
    let within = |[from, to]: &[&str; 2]| *from <= appeared && appeared < *to;
    [BLOCKED, REDESIGNED].into_iter().find(within).map_or(appeared, |[_, to]| to)
}

#[test]
#[expect(clippy::print_stdout, reason = "figures of the year, with --nocapture")]
fn a_year_of_nights() {
    let place = place();
    let days = nights();
    let ran: Vec<Night> = days.iter().map(|day| run(&place, day.clone())).collect();
    let after =
        |day: &str| ran.iter().position(|night| night.day.as_str() > day).unwrap_or(ran.len());

    // Every release is published the first night after it could be had; before, the reason is told.
    let mut hours_late = BTreeMap::new();
    let appeared = RELEASES.iter().map(|(period, day, _)| (*period, *day));
    let replaced = REPLACED.iter().map(|(day, period, _)| (*period, *day));
    for (period, day) in
        appeared.chain(replaced).filter(|(_, day)| *day < days[days.len() - 1].as_str())
    {
        let (first, had) = (after(day), after(could_be_had(day)));
        let night = &ran[had];
        assert_eq!(night.state, "published", "{period} of {day}: {}", night.day);
        assert!(night.committed && night.newest.as_str() >= period, "{period}: {}", night.newest);
        for night in &ran[first..had] {
            // The site said no, or its page had no list: the reason is there.
            let told = ["failed", "overdue"].contains(&night.state.as_str()) && night.because > 0;
            assert!(told, "{}: {}", night.day, night.state);
        }
        if first > 0 {
            hours_late.insert(format!("{period} of {day}"), 17 + 24 * (had - first));
        }
    }

    // Outside the windows one request a day, and no more where it brought nothing new.
    let (mut requests, mut quiet, mut most) = (0, 0, 0);
    let mut states: BTreeMap<&str, u32> = BTreeMap::new();
    let answers = answers(&place);
    for night in &ran {
        requests += night.asked;
        *states.entry(&night.state).or_default() += 1;
        if night.state == "not_due" {
            assert!(night.asked <= 1 && night.new == 0, "{}: {} asked", night.day, night.asked);
            // The request was conditional: the site sent no page again.
            let mut statuses = answers.iter().filter(|(day, _)| *day == night.day);
            assert!(statuses.all(|(_, status)| *status == 304), "{}", night.day);
            quiet += 1;
        }
        most = most.max(night.asked);
    }
    // February has no release: nothing is late.
    let february = ran.iter().filter(|night| night.day.starts_with("2024-02"));
    assert!(february.map(|night| night.state.as_str()).all(|state| state == "not_due"));

    // Nothing is told twice within a week.
    let mut told: BTreeMap<&str, usize> = BTreeMap::new();
    for (number, night) in ran.iter().enumerate() {
        for notice in &night.notices {
            if let Some(before) = told.insert(notice, number) {
                assert!(number - before >= 7, "{}: {notice}, told {before}", night.day);
            }
        }
    }
    let times: usize = ran.iter().map(|night| night.notices.len()).sum();
    println!("hours from appearance to publication: {hours_late:#?}");
    println!(
        "requests {requests} in {} nights, {quiet} of them not due, at most {most} a night",
        ran.len()
    );
    println!("states {states:?}; {times} notices: {:#?}", told.keys());
}

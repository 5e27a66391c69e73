//! A source read in bulk has the table it would have if its files were held as rows: over releases
//! that revise, add, leave out and replace, release by release or all at once.

use std::collections::BTreeSet;
use std::io::{Cursor, Write as _};
use std::path::PathBuf;
use std::process::Stdio;

use portbook_tests::folder::Folder;
use portbook_tests::program::{Ended, Place};
use portbook_tests::published::{Row, rows};
use portbook_tests::seed::Seed;
use serde_json::Value;
use zip::write::{SimpleFileOptions, ZipWriter};

use crate::{count, line, list, text, verdict};

const SOURCE: &str = r#"
title     = "Exports of Ruritania, record by record"
publisher = "Bureau of Ruritania"
homepage  = "https://bureau.example/"
language  = "en"

[licence]
name   = "public domain"
stated = "https://bureau.example/terms"
allows = "any use"
redistribute = "yes"

[access]
hosts    = ["bureau.example"]
delay_ms = 2000
charset  = "iso-8859-1"
inbox    = "dumps are sent by post"

[calendar]
lag_days     = 30
grace_days   = 60
every_months = 1

[release]
period    = "date"
time_zone = "UTC"
time      = "09:00"

[series]
freq           = "M"
ref_area       = "NRU"
trade_flow     = "X"
classification = "HS2022"
trade_system   = "G"
adjustment     = "N"
transformation = "N"
_Z     = ["counterpart_area_2", "series_code", "customs_proc"]
_T     = ["breakdown", "customs_office", "transport_mode", "region"]
layout = ["counterpart_area", "commodity", "measure", "valuation", "currency", "unit_measure"]

[dataset.exports]
title = "Exports by commodity and country, a month"
rows  = [1, 1000]
"#;

const LAYOUT: &str = r#"
[[records]]
id   = "exports"
find = { columns = ["YEAR", "MONTH", "HS", "COUNTRY", "VALUE", "WEIGHT"] }
all  = { period = "month", level = "leaf" }
sign = { ".." = "missing" }

[records.columns]
"YEAR"    = "{year}"
"MONTH"   = "{month}"
"HS"      = "{hs6}"
"COUNTRY" = "{area}"

[records.measure]
"VALUE"  = { measure = "VALUE", valuation = "FOB", unit = "dollar" }
"WEIGHT" = { measure = "NET_WEIGHT", valuation = "_Z", unit = "ton" }
"#;

const LOOKUPS: &str = r#"
[unit]
"dollar" = { currency = "USD", unit_measure = "USD", unit_mult = 0 }
"ton"    = { currency = "_Z", unit_measure = "KG", unit_mult = 3 }

[area]
"Germany" = { counterpart_area = "DEU" }
"França"  = { counterpart_area = "FRA" }
"World"   = { counterpart_area = "_W", level = "total" }
"#;

/// A dump: its name, when it was captured, and its records.
pub(crate) type Dump<'a> = (&'a str, &'a str, &'a [&'a str]);

pub(crate) const YEAR_2024: &[&str] =
    &["2024;12;010121;Germany;5;1.5", "2024;12;010121;França;7;2"];
const YEAR_2024_AGAIN: &[&str] = &["2024;12;010121;Germany;6;1.5", "2024;12;010121;França;7;2"];
const FIRST: &[&str] = &[
    "2025;01;010121;Germany;100;0.5",
    "2025;01;010121;França;200;1",
    "2025;01;020110;World;300;1.25",
    "2025;02;010121;Germany;110;0.5",
    "2025;02;020110;França;..;2",
];
/// A value revised, a record left out, one added of a month that was there, and a month.
const SECOND: &[&str] = &[
    "2025;03;010121;Germany;120;0.5",
    "2025;01;010121;Germany;101;0.5",
    "2025;01;020110;World;300;1.25",
    "2025;02;010121;Germany;110;0.5",
    "2025;02;020110;França;400;2",
    "2025;02;020110;World;900;3",
];
/// The second, replaced without a word on the same day.
const REPLACED: &[&str] = &[
    "2025;03;010121;Germany;120;0.6",
    "2025;01;010121;Germany;101;0.5",
    "2025;01;020110;World;300;1.25",
    "2025;02;010121;Germany;110;0.5",
    "2025;02;020110;World;900;3",
];
/// What was left out is back, and a value as it was first.
const THIRD: &[&str] = &[
    "2025;03;010121;Germany;120;0.6",
    "2025;01;010121;Germany;100;0.5",
    "2025;01;010121;França;200;1",
    "2025;01;020110;World;300;1.25",
    "2025;02;010121;Germany;110;0.5",
    "2025;02;020110;França;400;2",
    "2025;02;020110;World;900;3",
];

const RELEASES: [&[Dump<'static>]; 4] = [
    &[
        ("EXP_2024.csv", "2025-03-10T10:00:00Z", YEAR_2024),
        ("EXP_2025.csv", "2025-03-10T10:00:00Z", FIRST),
    ],
    &[
        ("EXP_2024.csv", "2025-04-10T10:00:00Z", YEAR_2024_AGAIN),
        ("EXP_2025.csv", "2025-04-10T10:00:05Z", SECOND),
    ],
    &[("EXP_2025.csv", "2025-04-10T15:00:00Z", REPLACED)],
    &[("EXP_2025.csv", "2025-05-10T10:00:00Z", THIRD)],
];

/// A place whose only source is that one.
pub(crate) fn place(name: &str, bulk: bool) -> Place {
    let folder = Folder::new(name);
    let pipelines = folder.path().join("pipelines");
    let source = pipelines.join("xx/dumps");
    fs_err::create_dir_all(&source).unwrap();
    let said = if bulk { format!("{SOURCE}bulk  = true\n") } else { SOURCE.to_owned() };
    for (name, text) in
        [("source.toml", said.as_str()), ("layout.toml", LAYOUT), ("lookups.toml", LOOKUPS)]
    {
        fs_err::write(source.join(name), text).unwrap();
    }
    Place { folder, pipelines }
}

pub(crate) fn inbox(place: &Place) -> PathBuf {
    place.folder.path().join("inbox/xx/dumps")
}

/// The files of a release in the inbox, in the place of those before.
pub(crate) fn hand_in(place: &Place, dumps: &[Dump<'_>]) {
    let inbox = inbox(place);
    if inbox.is_dir() {
        fs_err::remove_dir_all(&inbox).unwrap();
    }
    fs_err::create_dir_all(&inbox).unwrap();
    for (name, captured_at, records) in dumps {
        let mut text = "YEAR;MONTH;HS;COUNTRY;VALUE;WEIGHT\n".to_owned();
        for record in *records {
            text.push_str(&format!("{record}\n"));
        }
        let latin: Vec<u8> = text.chars().map(|c| u8::try_from(u32::from(c)).unwrap()).collect();
        fs_err::write(inbox.join(name), latin).unwrap();
        let sidecar = format!("captured_at = \"{captured_at}\"\n");
        fs_err::write(inbox.join(format!("{name}.toml")), sidecar).unwrap();
    }
}

pub(crate) fn run(place: &Place, half: &str) -> Ended {
    let inbox = place.folder.path().join("inbox");
    let inbox = inbox.to_str().expect("test folders are named in ASCII");
    place.portbook([half, "--json", "--now", "2025-05-20", "--inbox", inbox])
}

fn sorted(place: &Place) -> Vec<Row> {
    let mut rows = rows(&place.output());
    rows.sort();
    rows
}

/// Paths of the files that the current commit names: their digests are in them.
pub(crate) fn names(place: &Place) -> BTreeSet<String> {
    let view = fs_err::canonicalize(place.output().join("current")).unwrap();
    let name = view.file_name().unwrap().to_str().unwrap();
    let record = place.output().join("commits").join(format!("{name}.json"));
    let record: Value = serde_json::from_slice(&fs_err::read(record).unwrap()).unwrap();
    list(&record["files"]).iter().map(|f| f["path"].as_str().unwrap().to_owned()).collect()
}

#[test]
fn releases_come_to_the_same_table() {
    let (held, bulk) = (place("bulk-held", false), place("bulk-merged", true));
    for (number, release) in RELEASES.iter().enumerate() {
        let mut summaries = Vec::new();
        for place in [&held, &bulk] {
            hand_in(place, release);
            summaries.push(run(place, "run").json(0));
        }
        let expected = sorted(&held);
        assert!(expected.len() > 10);
        assert_eq!(sorted(&bulk), expected, "after release {number}");
        let [one, two] =
            [&summaries[0], &summaries[1]].map(|summary| line(summary, "xx/dumps", "exports"));
        assert_eq!(two["verdicts"], one["verdicts"], "after release {number}");
        assert_eq!(two["conservation"], one["conservation"], "after release {number}");
    }
    let reasons = |reason: &str| {
        sorted(&bulk).iter().filter(|row| row.get("revision_reason") == reason).count()
    };
    assert!(reasons("source") > 4 && reasons("vanished") > 2, "{:#?}", sorted(&bulk));

    // Nothing new: nothing is read, nothing is written.
    let stood = names(&bulk);
    let again = run(&bulk, "run").json(0);
    assert_eq!((count(&again["files_read"]), again["committed"].as_bool()), (0, Some(false)));
    assert_eq!(names(&bulk), stood);

    // From the archive alone, all releases at once.
    fs_err::remove_dir_all(bulk.archive().join("runs")).unwrap();
    fs_err::remove_dir_all(bulk.output()).unwrap();
    let build = ["build", "--json", "--now", "2025-05-20", "--threads", "1", "--memory"];
    let with = |memory| bulk.portbook(build.into_iter().chain([memory]));
    with("255MiB").expect(64);
    let rebuilt = with("256MiB").json(0);
    assert_eq!(count(&rebuilt["files_read"]), 6, "{rebuilt:#}");
    assert_eq!(names(&bulk), stood);
    bulk.portbook(["verify"]).expect(0);
}

/// Some months of some goods and countries, each with a chance; values of few sizes.
fn drawn(seed: &mut Seed, year: u64) -> Vec<String> {
    let mut records = Vec::new();
    for month in 1..=2 + seed.below(3) {
        for goods in ["010121", "020110", "030289"] {
            for area in ["Germany", "França", "World"] {
                if seed.below(6) == 0 {
                    continue;
                }
                let value = match seed.below(9) {
                    0 => "..".to_owned(),
                    value => (10 + value / 3).to_string(),
                };
                let weight = 1 + seed.below(2);
                records.push(format!("{year};{month:02};{goods};{area};{value};{weight}"));
            }
        }
    }
    // No order is promised.
    for at in 1..records.len() {
        let other = seed.index(at + 1);
        records.swap(at, other);
    }
    records
}

/// Seeds of which a history once came to another table.
const ONCE_WRONG: [u64; 3] = [233_439_228, 738_774_736, 131_590_396];

#[test]
fn any_history_comes_to_the_same_table() {
    for seed in ONCE_WRONG {
        histories(seed, 3);
    }
    histories(Seed::fresh(), 4);
}

/// Days in June 2025 and hours: of the captures of one day the later ones replace the first.
fn histories(drawn_from: u64, count: usize) {
    let mut seed = Seed::of(drawn_from);
    for history in 0..count {
        let (held, bulk) = (
            place(&format!("bulk-held-{history}"), false),
            place(&format!("bulk-any-{history}"), true),
        );
        let (mut day, mut hour) = (1, 1);
        for release in 0..5 {
            if seed.below(3) == 0 {
                hour += 1;
            } else {
                (day, hour) = (day + 1, 1);
            }
            let captured_at = format!("2025-06-{day:02}T{hour:02}:00:00Z");
            let files = [("EXP_2024.csv", 2024), ("EXP_2025.csv", 2025)].map(|(name, year)| {
                let is_there = release == 0 || seed.below(4) > 0;
                (name, if is_there { drawn(&mut seed, year) } else { Vec::new() })
            });
            let records = files.each_ref().map(|(name, records)| {
                (*name, records.iter().map(String::as_str).collect::<Vec<_>>())
            });
            let dumps: Vec<Dump<'_>> = records
                .iter()
                .filter(|(_, records)| !records.is_empty())
                .map(|(name, records)| (*name, captured_at.as_str(), records.as_slice()))
                .collect();
            let summaries = [&held, &bulk].map(|place| {
                hand_in(place, &dumps);
                let ended = run(place, "run");
                assert!([0, 10].contains(&ended.code), "seed {drawn_from}: {ended}");
                ended.json(ended.code)
            });
            let [one, two] = summaries.each_ref().map(|s| line(s, "xx/dumps", "exports"));
            let told = format!("seed {drawn_from}, history {history}, release {release}");
            assert_eq!(two["verdicts"], one["verdicts"], "{told}");
            assert_eq!(sorted(&bulk), sorted(&held), "{told}");
            assert_eq!(two["conservation"], one["conservation"], "{told}");
        }
        let stood = names(&bulk);
        fs_err::remove_dir_all(bulk.archive().join("runs")).unwrap();
        fs_err::remove_dir_all(bulk.output()).unwrap();
        let code = run(&bulk, "build").code;
        assert!([0, 10].contains(&code));
        assert_eq!(names(&bulk), stood, "seed {drawn_from}, history {history}");
    }
}

/// The dump as the member of a zip archive, beside one that is none.
fn packed(records: &[&str]) -> Vec<u8> {
    let mut text = "YEAR;MONTH;HS;COUNTRY;VALUE;WEIGHT\n".to_owned();
    for record in records {
        text.push_str(&format!("{record}\n"));
    }
    let latin: Vec<u8> = text.chars().map(|c| u8::try_from(u32::from(c)).unwrap()).collect();
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, content) in [("read me.txt", b"as received".as_slice()), ("EXP.csv", &latin)] {
        zip.start_file(name, SimpleFileOptions::default()).unwrap();
        zip.write_all(content).unwrap();
    }
    zip.finish().unwrap().into_inner()
}

#[test]
fn members_of_archives_come_to_the_same_table() {
    let (held, bulk) = (place("bulk-zip-held", false), place("bulk-zip", true));
    for (number, records) in [FIRST, SECOND, THIRD].into_iter().enumerate() {
        let captured_at = format!("2025-0{}-10T10:00:00Z", number + 3);
        let summaries = [&held, &bulk].map(|place| {
            hand_in(place, &[("EXP_2025.zip", &captured_at, &[])]);
            fs_err::write(inbox(place).join("EXP_2025.zip"), packed(records)).unwrap();
            run(place, "run").json(0)
        });
        let [one, two] = summaries.each_ref().map(|s| line(s, "xx/dumps", "exports"));
        assert_eq!(two["verdicts"], one["verdicts"], "after release {number}");
        assert_eq!(sorted(&bulk), sorted(&held), "after release {number}");
        assert_eq!(two["conservation"], one["conservation"], "after release {number}");
        assert!(text(&list(&summaries[1]["unrecognised"])[0]).contains("read me.txt"));
    }
    assert!(sorted(&bulk).iter().all(|row| row.get("member") == "EXP.csv"));
    let verified = bulk.portbook(["verify", "--cells", "--json"]).json(0);
    assert_eq!(list(&verified["cells"]["differing"]).len(), 0, "{verified:#}");

    // A byte of a member is not as it was packed: told with the member, and the last good stands.
    let stood = names(&bulk);
    let mut damaged = packed(SECOND);
    let at = damaged.len() / 2;
    damaged[at] ^= 1;
    hand_in(&bulk, &[("EXP_2025.zip", "2025-05-15T10:00:00Z", &[])]);
    fs_err::write(inbox(&bulk).join("EXP_2025.zip"), damaged).unwrap();
    assert_ne!(run(&bulk, "run").code, 0);
    let is_of_rows = |name: &&String| name.starts_with("observation/");
    assert!(names(&bulk).iter().filter(is_of_rows).eq(stood.iter().filter(is_of_rows)));
}

/// What is wrong with a release is named, and the last good one stands.
#[test]
fn bad_records_and_two_of_one_key_hold_a_release() {
    let ragged = [FIRST, &["2025;02;020110;World"]].concat();
    let unknown = [FIRST, &["2025;02;020110;Atlantis;5;1"]].concat();
    let twice = [FIRST, &["2025;01;010121;Germany;105;0.5"]].concat();
    for (records, rule, said) in [
        (ragged, "bad-records", "got 1 of 6 records refused"),
        (unknown, "bad-records", "got 1 of 6 records refused"),
        (twice, "duplicate-key", "records 1 and 6"),
    ] {
        let place = place(&format!("bulk-bad-{rule}-{}", records.len()), true);
        hand_in(&place, &[("EXP_2025.csv", "2025-03-10T10:00:00Z", FIRST)]);
        run(&place, "run").expect(0);
        let stood = names(&place);
        hand_in(&place, &[("EXP_2025.csv", "2025-04-10T10:00:00Z", &records)]);
        let summary = run(&place, "run").json(10);
        let line = line(&summary, "xx/dumps", "exports");
        let verdict = verdict(line, "xx-dumps:2025-04-10");
        let reason = &list(&verdict["reasons"])[0];
        assert_eq!(reason["rule"], rule, "{line:#}");
        assert!(text(&reason["said"]).contains(said), "{line:#}");
        let is_of_rows = |name: &&String| name.starts_with("observation/");
        let now = names(&place);
        assert!(now.iter().filter(is_of_rows).eq(stood.iter().filter(is_of_rows)));
        let bundle = place.output().join("review/xx-dumps/2025-04-10/exports.md");
        assert!(fs_err::read_to_string(bundle).unwrap().contains(rule));
        // A good one that follows is compared with the last that was.
        hand_in(&place, &[("EXP_2025.csv", "2025-05-10T10:00:00Z", THIRD)]);
        assert!([0, 10].contains(&run(&place, "run").code));
        assert!(sorted(&place).iter().any(|row| row.get("revision") == "1"));
    }
}

/// Fewer than one bad record in a thousand are kept aside; the others are published.
#[test]
fn a_bad_record_among_many_is_quarantined() {
    let record = |n: usize| format!("2024;{:02};{:06};Germany;{n};1", n % 12 + 1, n / 12);
    let mut records: Vec<String> = (0..1_001).map(record).collect();
    records[500] = "2024;01;000041;Atlantis;5;1".to_owned();
    let records: Vec<&str> = records.iter().map(String::as_str).collect();
    let place = place("bulk-quarantined", true);
    let source = place.pipelines.join("xx/dumps/source.toml");
    let wide = fs_err::read_to_string(&source).unwrap().replace("[1, 1000]", "[1, 10000]");
    fs_err::write(&source, wide).unwrap();
    hand_in(&place, &[("EXP_2024.csv", "2025-03-10T10:00:00Z", &records)]);
    let summary = run(&place, "run").json(0);
    let line = line(&summary, "xx/dumps", "exports");
    let cells = &list(&line["conservation"])[0];
    let [rows, refused] = [&cells["rows"], &cells["refused"]].map(count);
    assert_eq!((rows, refused, sorted(&place).len()), (2_000, 2, 2_000));
    let question = "select rule, record, seen from quarantine where source = 'xx-dumps'";
    let told = place.portbook(["sql", "--json", question]).json(0);
    let told = told.to_string();
    assert!(told.contains("unknown-label") && told.contains("501"), "{told}");
    assert!(told.contains("2024;01;000041;Atlantis;5;1"), "{told}");
}

/// A build that is killed leaves what it read; the next reads the rest, and comes to the same.
#[test]
fn a_killed_build_goes_on_where_it_stopped() {
    let records = |year: usize| -> Vec<String> {
        let record = |n: usize| {
            let (month, goods) = (n % 12 + 1, n / 12);
            format!("{year};{month:02};{goods:06};França;{};1", n * 7 % 1000)
        };
        (0..40_000).map(record).collect()
    };
    let years: Vec<(String, Vec<String>)> =
        (2014..2022).map(|year| (format!("EXP_{year}.csv"), records(year))).collect();
    let texts: Vec<(&str, Vec<&str>)> = years
        .iter()
        .map(|(name, records)| (name.as_str(), records.iter().map(String::as_str).collect()))
        .collect();
    let dumps: Vec<Dump<'_>> = texts
        .iter()
        .map(|(name, records)| (*name, "2025-03-10T10:00:00Z", records.as_slice()))
        .collect();
    let whole = place("bulk-whole", true);
    hand_in(&whole, &dumps);
    let all = count(&run(&whole, "run").json(0)["files_read"]);
    assert_eq!(all, 8);

    let killed = place("bulk-killed", true);
    hand_in(&killed, &dumps);
    let inbox = killed.folder.path().join("inbox");
    let inbox = inbox.to_str().expect("test folders are named in ASCII");
    let arguments = ["run", "--json", "--now", "2025-05-20", "--inbox", inbox];
    let mut child = killed.command(arguments).stdout(Stdio::null()).spawn().unwrap();
    let kept = killed.archive().join("runs/last-build/bulk/xx-dumps");
    let said = || -> usize {
        let prints = kept.read_dir().into_iter().flatten().flatten();
        prints.filter(|print| print.path().join("print.json").is_file()).count()
    };
    while said() < 2 {
        assert!(child.try_wait().unwrap().is_none(), "it ended before it was killed");
        std::thread::yield_now();
    }
    child.kill().unwrap();
    child.wait().unwrap();
    assert!(!killed.output().join("current").exists(), "it ended before it was killed");
    let read = count(&run(&killed, "run").json(0)["files_read"]);
    assert!(read <= all - 2, "{read} of {all}");
    assert_eq!(names(&killed), names(&whole));
}

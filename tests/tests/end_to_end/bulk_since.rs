//! A dump that is published again with little revised is read only where it differs, and comes to
//! what it comes to when it is read as a whole; a large one that is stopped is read on from its
//! last portion.

use std::process::Stdio;

use portbook_tests::program::{Ended, Place};
use portbook_tests::seed::Seed;
use serde_json::Value;

use crate::bulk::{Dump, hand_in, inbox, names, place, run};
use crate::{count, line, list};

const GOODS: u64 = 40;

fn record(seed: &mut Seed, month: u64, goods: u64) -> String {
    let value = match seed.below(30) {
        0 => "..".to_owned(),
        value => (10 + value).to_string(),
    };
    format!("2025;{month:02};{goods:06};Germany;{value};{}", 1 + seed.below(3))
}

fn first(seed: &mut Seed) -> Vec<String> {
    let months = (1..=2).flat_map(|month| (1..=GOODS).map(move |goods| (month, goods)));
    months.map(|(month, goods)| record(seed, month, goods)).collect()
}

/// From this release on records may be printed twice, which sends each later one to be read whole.
const TWICE_FROM: u64 = 5;

/// The same with a few records other, gone, come, moved or printed twice, or another month.
fn revised(seed: &mut Seed, records: &mut Vec<String>, month: &mut u64, release: u64) {
    for _ in 0..=seed.below(4) {
        let at = seed.index(records.len());
        let goods: u64 = records[at].split(';').nth(2).unwrap().parse().unwrap();
        let of: u64 = records[at].split(';').nth(1).unwrap().parse().unwrap();
        match seed.below(7) {
            0 => drop(records.remove(at)),
            1 => {
                let other = GOODS + 1 + seed.below(60);
                records.insert(at, record(seed, of, other));
            }
            2 => {
                let record = records.remove(at);
                let to = seed.index(records.len());
                records.insert(to, record);
            }
            3 if *month < 6 => {
                *month += 1;
                let added: Vec<String> =
                    (1..=GOODS).map(|goods| record(seed, *month, goods)).collect();
                records.extend(added);
            }
            4 if release >= TWICE_FROM && seed.below(3) == 0 => {
                let twice = record(seed, of, goods);
                records.insert(seed.index(at + 1), twice);
            }
            _ => records[at] = record(seed, of, goods),
        }
    }
}

fn told(place: &Place, dump: Dump<'_>) -> (Ended, Value) {
    hand_in(place, &[dump]);
    let inbox = place.folder.path().join("inbox");
    let inbox = inbox.to_str().expect("test folders are named in ASCII");
    let ended = place.portbook(["-v", "run", "--json", "--now", "2025-07-20", "--inbox", inbox]);
    assert!([0, 10].contains(&ended.code), "{ended}");
    let summary = ended.json(ended.code);
    (ended, summary)
}

/// Files are named by their bytes: the same names are the same table.
#[test]
fn what_differs_comes_to_what_the_whole_comes_to() {
    let seeded = Seed::fresh();
    let mut seed = Seed::of(seeded);
    let mut told_by_another = 0;
    for history in 0..3 {
        let differing = place(&format!("bulk-since-{history}"), true);
        let whole = place(&format!("bulk-since-whole-{history}"), true);
        let (mut records, mut month) = (first(&mut seed), 2);
        for release in 1..8 {
            let captured_at = format!("2025-06-{release:02}T10:00:00Z");
            let lines: Vec<&str> = records.iter().map(String::as_str).collect();
            let dump: Dump<'_> = ("EXP_2025.csv", &captured_at, &lines);
            let (ended, one) = told(&differing, dump);
            // Nothing that was read before is known.
            let known = whole.archive().join("runs/last-build/bulk");
            if known.is_dir() {
                fs_err::remove_dir_all(known).unwrap();
            }
            let (_, two) = told(&whole, dump);
            let said = format!("seed {seeded}, history {history}, release {release}: {ended}");
            told_by_another += usize::from(ended.stderr.contains("told_by"));
            let [one, two] = [&one, &two].map(|summary| line(summary, "xx/dumps", "exports"));
            assert_eq!(one["verdicts"], two["verdicts"], "{said}");
            assert_eq!(one["conservation"], two["conservation"], "{said}");
            assert_eq!(names(&differing), names(&whole), "{said}");
            revised(&mut seed, &mut records, &mut month, release + 1);
        }
    }
    // Releases 2 to 4 of each history; one in three hundred happens to change nothing.
    assert!(told_by_another >= 6, "seed {seeded}: {told_by_another} of 18");
}

/// Records whose country is printed with so many blanks that a few make a large file.
fn wide() -> Vec<String> {
    let record = |n: usize| {
        let (month, goods) = (n % 12 + 1, n / 12);
        format!("2014;{month:02};{goods:06};{:>450};{};1", "Germany", n * 7 % 1000)
    };
    (0..300_000).map(record).collect()
}

fn records_read(ended: &Ended) -> u64 {
    let said = ended.stderr.split("records_read=").nth(1).expect("a file was read");
    let digits: String = said.chars().take_while(char::is_ascii_digit).collect();
    digits.parse().unwrap()
}

#[test]
fn a_killed_build_goes_on_within_a_file() {
    let records = wide();
    let lines: Vec<&str> = records.iter().map(String::as_str).collect();
    let dump: Dump<'_> = ("EXP_2014.csv", "2025-03-10T10:00:00Z", &lines);
    let whole = place("bulk-portions-whole", true);
    let source = |place: &Place| place.pipelines.join("xx/dumps/source.toml");
    let text = fs_err::read_to_string(source(&whole)).unwrap().replace("[1, 1000]", "[1, 1000000]");
    fs_err::write(source(&whole), &text).unwrap();
    let (ended, summary) = told(&whole, dump);
    assert_eq!((records_read(&ended), ended.code), (300_000, 0), "{ended}");
    let of = line(&summary, "xx/dumps", "exports");
    assert_eq!(count(&list(&of["conservation"])[0]["rows"]), 600_000);
    fs_err::remove_dir_all(inbox(&whole)).unwrap();

    let killed = place("bulk-portions-killed", true);
    fs_err::write(source(&killed), &text).unwrap();
    hand_in(&killed, &[dump]);
    let place = killed.folder.path().join("inbox");
    let place = place.to_str().expect("test folders are named in ASCII");
    let arguments = ["run", "--json", "--now", "2025-07-20", "--inbox", place];
    let mut child = killed.command(arguments).stdout(Stdio::null()).spawn().unwrap();
    let kept = killed.archive().join("runs/last-build/bulk/xx-dumps");
    let is_kept = || {
        let prints = kept.read_dir().into_iter().flatten().flatten();
        prints.map(|print| print.path().join("portion-0/portion.json")).any(|said| said.is_file())
    };
    while !is_kept() {
        assert!(child.try_wait().unwrap().is_none(), "it ended before it was killed");
        std::thread::yield_now();
    }
    child.kill().unwrap();
    child.wait().unwrap();
    assert!(!killed.output().join("current").exists(), "it ended before it was killed");
    let (ended, _) = told(&killed, dump);
    let read = records_read(&ended);
    assert!((1..200_000).contains(&read), "{read} of 300,000");
    assert_eq!(names(&killed), names(&whole));
    let left = run(&killed, "run").json(0);
    assert_eq!(count(&left["files_read"]), 0);

    // Every figure stands where it is said to, looked up some records at a time.
    let verified = killed.portbook(["verify", "--cells", "--json"]).json(0);
    let cells = &verified["cells"];
    assert_eq!(list(&cells["differing"]).len(), 0, "{cells:#}");
    assert_eq!(count(&cells["sources"]["xx-dumps"]["text"]), 600_000, "{cells:#}");
}

//! What is asked of a store is answered as of folders.

use std::collections::BTreeMap;
use std::path::Path;

use portbook_tests::folder::{Folder, digests};
use portbook_tests::program::{Ended, Place, run};
use serde_json::Value;

use crate::same::everywhere;
use crate::scene::{BETWEEN, BOTH, Machine, Store, in_folders};

const NOVEMBER: &str = "source = 'us-census-ft900' and dataset = 'exhibit-12' and trade_flow = 'X' \
    and measure = 'VALUE' and period_kind = 'month' and time_period = '2025-11'";

/// Every question, with what its answer must hold: figures read by eye from F49 of November's
/// workbook and F47 of December's.
fn questions() -> Vec<(Vec<String>, &'static str)> {
    let values = format!("select obs_value, release from latest where {NOVEMBER}");
    let tally = "select source, count(*), sum(obs_value) from observation group by 1 order by 1";
    let sql = |more: &[&str], sql: &str| {
        let begin = ["sql", "--format", "json"].iter().chain(more);
        begin.map(|&word| word.to_owned()).chain([sql.to_owned()]).collect::<Vec<_>>()
    };
    let explain = |more: &[&str]| {
        let begin = ["explain", "--where", NOVEMBER];
        begin.iter().chain(more).map(|&word| word.to_owned()).collect::<Vec<_>>()
    };
    vec![
        (sql(&[], &values), "183135000000"),
        (sql(&["--as-of", "2026-02-01"], &values), "182146000000"),
        (sql(&[], tally), "cn-gacc-hs8"),
        (sql(&[], "select count(*) from quarantine"), "0"),
        (explain(&[]), "F47"),
        (explain(&["--as-of", "2026-02-01"]), "F49"),
        (explain(&["--sum"]), "F47"),
        (vec!["revisions".to_owned(), "us/census-ft900".to_owned()], "exhibit-12"),
        (vec!["sources".to_owned()], "us/census-ft900"),
    ]
}

fn of_folders(place: &Place, arguments: &[&str]) -> Ended {
    place.portbook(arguments.iter().copied())
}

/// What was answered, with the addresses of the place taken out.
fn plain(ended: &Ended, archive: &str, output: &str) -> String {
    ended.stdout.replace(archive, "ARCHIVE").replace(output, "OUTPUT")
}

#[test]
fn what_is_asked_is_answered_as_of_folders() {
    let place = in_folders("asked-both", &BOTH, &[&["--now", BETWEEN], &[]]);
    everywhere("asked", |store, folder| {
        let writer = Machine::new(folder, "writer", &place.pipelines);
        writer.replay(store, &["--now", BETWEEN]);
        writer.replay(store, &[]);
        for (number, (question, holds)) in questions().into_iter().enumerate() {
            let question: Vec<&str> = question.iter().map(String::as_str).collect();
            let reader = Machine::new(folder, &format!("reader-{number}"), &place.pipelines);
            let here = of_folders(&place, &question);
            let there = run(&mut reader.command(store, &question));
            let what = format!("{}: {question:?}", store.name());
            assert_eq!(here.code, there.code, "{what}: {there}\nin folders: {here}");
            let copies = reader.cache.join("portbook");
            let there = there_of(store, &there, &copies);
            let here = plain(&here, &text(&place.archive()), &text(&place.output()));
            assert_eq!(there, here, "{what}");
            assert!(there.contains(holds), "{what}: expected `{holds}` in {there}");
        }
        check_reproduced(store, folder, &place);
        check_damage(store, folder, &place);
    });
}

#[test]
fn pages_are_those_of_folders() {
    let place = in_folders("pages", &BOTH, &[&[]]);
    everywhere("pages", |store, folder| {
        Machine::new(folder, "writer", &place.pipelines).replay(store, &[]);
        check_catalog(store, folder, &place);
    });
}

fn text(path: &Path) -> String {
    path.to_string_lossy().into_owned()
}

fn there_of(store: &Store<'_>, ended: &Ended, copies: &Path) -> String {
    let said = plain(ended, &store.address("archive"), &store.address("output"));
    assert!(!said.contains(&text(copies)), "a copy is nobody's business: {said}");
    said
}

/// A lock that is made here and there is the same, and makes the same bytes.
fn check_reproduced(store: &Store<'_>, folder: &Folder, place: &Place) {
    let machine = Machine::new(folder, "reproducer", &place.pipelines);
    // Only a machine that built knows what from.
    machine.replay(store, &[]);
    let file = text(&folder.path().join("portbook.lock"));
    let here = text(&folder.path().join("here.lock"));
    run(&mut machine.command(store, &["lock", &file])).expect(0);
    place.portbook(["lock", &here]).expect(0);
    assert_eq!(fs_err::read_to_string(&file).unwrap(), fs_err::read_to_string(&here).unwrap());
    let to = folder.path().join("reproduced");
    let elsewhere = Machine::new(folder, "elsewhere", &place.pipelines);
    let arguments = ["reproduce", &file, "--to", &text(&to), "--json"];
    let seen = run(&mut elsewhere.command(store, &arguments)).json(0);
    assert!(seen["files"].as_u64() > Some(10) && seen["files"] == seen["same"], "{seen:#}");
    // A lock makes one commit, which has no parent: the files are those of the second here.
    let made = digests(&to.join("output/views/000001"));
    assert_eq!(made, digests(&place.output().join("current")), "{}", store.name());
}

/// Pages are those of folders, in the store and beside it.
fn check_catalog(store: &Store<'_>, folder: &Folder, place: &Place) {
    let machine = Machine::new(folder, "cataloguer", &place.pipelines);
    let [here, there] = ["pages-here", "pages-there"].map(|name| folder.path().join(name));
    let claims = ["--claims", portbook_tests::program::NO_CLAIMS];
    let catalog = ["catalog", claims[0], claims[1], "--to"];
    place.portbook([&catalog[..], &[&text(&here)]].concat()).expect(0);
    run(&mut machine.command(store, &[&catalog[..], &[&text(&there)]].concat())).expect(0);
    let names = |pages: &Path| digests(pages).into_keys().collect::<Vec<String>>();
    assert!(names(&here).contains(&"index.html".to_owned()));
    assert_eq!(names(&here), names(&there), "{}", store.name());
    assert_eq!(figures(&here), figures(&there), "{}", store.name());
    run(&mut machine.command(store, &catalog[..3])).expect(0);
    let downloaded = folder.path().join("with-pages");
    store.download(&downloaded);
    let pages = downloaded.join("output/catalog");
    assert_eq!(figures(&pages), figures(&here), "{}", store.name());
    let (copies, address) = (text(&machine.cache), store.address("output"));
    for name in names(&pages) {
        let page = String::from_utf8_lossy(&fs_err::read(pages.join(&name)).unwrap()).into_owned();
        assert!(!page.contains(&copies), "{name} tells of a copy of one machine");
        let says_where = name.starts_with("dataset/");
        assert!(!says_where || page.contains(&address), "{name} says where the table lies");
    }
}

/// Pages with figures and cells; others tell of runs, or of the place.
fn figures(pages: &Path) -> BTreeMap<String, String> {
    let mut figures = digests(pages);
    figures.retain(|name, _| name.starts_with("series/") || name.starts_with("table/"));
    assert!(figures.len() > 20);
    figures
}

/// One byte of an object is changed on the server: it is named, whatever copy says.
fn check_damage(store: &Store<'_>, folder: &Folder, place: &Place) {
    let machine = Machine::new(folder, "verifier", &place.pipelines);
    machine.replay(store, &[]);
    let verify = || run(&mut machine.command(store, &["verify", "--json"]));
    verify().expect(0);
    let whole = folder.path().join("whole");
    store.download(&whole);
    let objects = digests(&whole);
    for begin in ["archive/objects/", "output/observation/", "output/dimension/"] {
        let name = objects.keys().find(|name| name.starts_with(begin)).unwrap();
        let bytes = fs_err::read(whole.join(name)).unwrap();
        let damaged = folder.path().join("damaged");
        let put = |bytes: &[u8]| {
            let _ = fs_err::remove_dir_all(&damaged);
            let file = damaged.join(name);
            fs_err::create_dir_all(file.parent().unwrap()).unwrap();
            fs_err::write(file, bytes).unwrap();
            store.upload(&damaged);
        };
        let mut other = bytes.clone();
        *other.last_mut().unwrap() ^= 1;
        put(&other);
        let seen: Value = verify().json(65);
        assert_eq!(seen["damaged"].as_array().unwrap().len(), 1, "{seen:#}");
        let object = name.rsplit('/').next().unwrap();
        assert!(seen["damaged"].to_string().contains(object), "{name}: {seen:#}");
        put(&bytes);
    }
    verify().expect(0);
}

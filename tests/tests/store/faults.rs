//! A run whose requests are broken on the way, one by one: it ends well, with the store that an unbroken
//! run leaves, or with 75 and the place. Readers never see half a commit, and the next run comes to the
//! same bytes.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use portbook_tests::folder::{Folder, copy};
use portbook_tests::program::{Ended, run};
use portbook_tests::seed::Seed;

use crate::proxy::{Fault, Proxy, Rule};
use crate::scene::{BETWEEN, FT900, Machine, Store, contents, differences, in_folders};
use crate::servers::{Kind, SECRET, Server};
use crate::versions::{Version, is_whole, versions};
use crate::{is_whole as is_every, seed};

/// How often each fault comes, if not everywhere.
const DRAWN: u64 = 2;

/// What is there when the broken run begins.
#[derive(Clone, Copy, Debug)]
enum Beginning {
    Nothing,
    /// The first release; the run brings the second.
    FirstRelease,
}

/// Whether a run came after that asked again for what was there, as lines of the index tell.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Idle {
    Never,
    Since,
}

/// A run that is broken again and again, at one address.
struct Scene<'a> {
    folder: Folder,
    store: Store<'a>,
    machine: Machine,
    proxy: Proxy,
    /// What it begins with, in the store and on the machine; and what an unbroken run leaves.
    begin: PathBuf,
    after: PathBuf,
    requests: u64,
    /// Those before the first of a page: a run without its pages is a run that ended well.
    before_pages: u64,
}

impl<'a> Scene<'a> {
    fn new(server: &'a Server, beginning: Beginning) -> Self {
        let name = format!("faults-{beginning:?}").to_lowercase();
        let place = in_folders(&format!("{name}-here"), &[FT900], &[&["--now", BETWEEN], &[]]);
        let folder = Folder::new(&format!("store/{name}"));
        let container = Store::new(server, &name);
        let store = container.below("trial");
        let proxy = Proxy::start(server.port);
        let machine = Machine::new(&folder, "machine", &place.pipelines);
        let begin = folder.path().join("begin");
        let after = folder.path().join("after");
        let mut scene =
            Self { folder, store, machine, proxy, begin, after, requests: 0, before_pages: 0 };
        fs_err::create_dir_all(&scene.machine.cache).unwrap();
        if matches!(beginning, Beginning::FirstRelease) {
            scene.machine.replay(&scene.store, &["--now", BETWEEN]);
        }
        copy(&scene.machine.cache, &scene.begin.join("machine"));
        scene.store.download(&scene.begin.join("store"));
        scene.machine.port = Some(scene.proxy.port);
        scene.proxy.begin(None);
        scene.machine.replay(&scene.store, &[]);
        let (asked, _) = scene.proxy.seen();
        let first_page = asked.iter().position(|line| line.contains("/output/catalog/")).unwrap();
        (scene.requests, scene.before_pages) = (asked.len() as u64, first_page as u64);
        scene.store.download(&scene.after);
        scene
    }

    fn put_back(&self) {
        self.store.clear();
        self.store.upload(&self.begin.join("store"));
        fs_err::remove_dir_all(&self.machine.cache).unwrap();
        copy(&self.begin.join("machine"), &self.machine.cache);
    }

    /// Breaks a run by that rule; how it ended, if all that is promised was kept.
    fn broken(&self, rule: Rule) -> Result<i32, String> {
        self.put_back();
        self.proxy.begin(Some(rule));
        let ended = run(&mut self.machine.replaying(&self.store, &[]));
        let (asked, broken) = self.proxy.seen();
        if broken == 0 {
            return Err(format!("nothing was broken of {} requests", asked.len()));
        }
        let hit = asked.iter().find(|line| line.ends_with(&format!("{:?}", rule.fault)));
        let hit = hit.cloned().unwrap_or_default();
        self.kept(&ended).map_err(|why| format!("{hit}: {why}"))?;
        self.proxy.begin(None);
        let next = run(&mut self.machine.replaying(&self.store, &[]));
        if next.code != 0 {
            return Err(format!("{hit}: the next run: {next}"));
        }
        self.is_after(Idle::Since).map_err(|why| format!("{hit}: after the next run: {why}"))?;
        Ok(ended.code)
    }

    fn kept(&self, ended: &Ended) -> Result<(), String> {
        if ended.said().contains(SECRET) {
            return Err("the secret key was said".to_owned());
        }
        let found = self.folder.path().join("found");
        self.store.download(&found);
        let output = found.join("output");
        is_whole(&output).map_err(|why| format!("readers see {why}"))?;
        match ended.code {
            0 => self.is_after(Idle::Never),
            75 if ended.stderr.contains(&self.store.address("")) => Ok(()),
            75 => Err(format!("no place is named: {ended}")),
            _ => Err(format!("expected 0 or 75: {ended}")),
        }
    }

    /// The store holds what an unbroken run leaves, and no more.
    fn is_after(&self, idle: Idle) -> Result<(), String> {
        let found = self.folder.path().join("found");
        self.store.download(&found);
        let mut differ = differences(&contents(&found), &contents(&self.after));
        if idle == Idle::Since {
            let is_asked_again = |line: &str| {
                line.contains("\"outcome\":\"unchanged\"") && line.ends_with("too many")
            };
            differ.retain(|line| !is_asked_again(line));
        }
        if !differ.is_empty() {
            return Err(format!("other than unbroken: {differ:#?}"));
        }
        is_whole(&found.join("output"))?;
        let of = |place: &Path| -> Result<Vec<Version>, String> { versions(&place.join("output")) };
        let (found, expected) = (of(&found)?, of(&self.after)?);
        if found == expected { Ok(()) } else { Err(format!("{found:?}, expected {expected:?}")) }
    }
}

/// How often a fault came, how runs ended, and what was not kept.
#[derive(Default)]
struct Figures {
    ended: BTreeMap<(Fault, &'static str, i32), u64>,
    failures: Vec<String>,
}

impl Figures {
    fn count(&mut self, what: &'static str, rule: Rule, became: Result<i32, String>) {
        match became {
            Ok(code) => *self.ended.entry((rule.fault, what, code)).or_default() += 1,
            Err(why) => {
                eprintln!("{what} {rule:?}: {why}");
                self.failures.push(format!("{what} {rule:?}"));
            }
        }
    }

    /// # Panics
    /// If a promise was broken.
    fn close(self, seed: u64) {
        for ((fault, what, code), times) in &self.ended {
            eprintln!("{:<10} {what:<6} ended {code:>2}: {times}", format!("{fault:?}"));
        }
        assert!(self.failures.is_empty(), "seed {seed}: {:#?}", self.failures);
    }
}

/// Requests to be broken: all, or some that were drawn.
fn numbers(requests: u64, times: u64, seed: &mut Seed) -> Vec<u64> {
    if is_every() {
        return (1..=requests).collect();
    }
    (0..times).map(|_| 1 + seed.below(requests)).collect()
}

#[test]
fn a_request_that_breaks_costs_nothing() {
    let Some(server) = Server::start(Kind::S3) else { return };
    let number = seed();
    let (mut draw, mut figures) = (Seed::of(number), Figures::default());
    for beginning in [Beginning::FirstRelease, Beginning::Nothing] {
        let scene = Scene::new(&server, beginning);
        eprintln!("{beginning:?}: {} requests unbroken, seed {number}", scene.requests);
        assert!(scene.requests > 20);
        for fault in Fault::ALL {
            // Half a minute each.
            let times = if fault == Fault::Stalled { 1 } else { DRAWN };
            for first in numbers(scene.requests, times, &mut draw) {
                let rule = Rule { fault, first, last: first };
                figures.count("once", rule, scene.broken(rule));
            }
        }
    }
    figures.close(number);
}

#[test]
fn a_store_that_stays_broken_is_told() {
    let Some(server) = Server::start(Kind::S3) else { return };
    let number = seed();
    let (mut draw, mut figures) = (Seed::of(number), Figures::default());
    let scene = Scene::new(&server, Beginning::FirstRelease);
    let faults = [Fault::Internal, Fault::SlowDown, Fault::Expired, Fault::Refused, Fault::Cut];
    for fault in faults {
        for first in numbers(scene.before_pages, 1, &mut draw) {
            let rule = Rule { fault, first, last: u64::MAX };
            let became = scene.broken(rule).and_then(|code| match code {
                75 => Ok(code),
                _ => Err(format!("it ended with {code}, and nothing could be asked")),
            });
            figures.count("lasting", rule, became);
        }
    }
    let rule = Rule { fault: Fault::Refused, first: scene.before_pages + 1, last: u64::MAX };
    let became = scene.broken(rule).and_then(|code| match code {
        0 => Ok(code),
        _ => Err(format!("it ended with {code} for its pages")),
    });
    figures.count("pages", rule, became);
    figures.close(number);
}

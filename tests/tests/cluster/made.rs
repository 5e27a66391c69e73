//! Made-up dumps in the shape of `pipelines/br/comexstat`, and what one process makes of them.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::path::{Path, PathBuf};
use std::process::Command;

use portbook_tests::folder::{Folder, digests};
use portbook_tests::program::{self, Ended};
use portbook_tests::repository;
use portbook_tests::seed::Seed;

/// Each year is a file, and so at least one range.
const YEARS: std::ops::Range<u32> = 2016..2024;
const RECORDS: u32 = 120_000;
/// It stands in every row.
const NOW: &str = "2026-01-15";

pub(crate) struct Scene {
    pub(crate) folder: Folder,
    pub(crate) files: Vec<PathBuf>,
    /// What one process wrote: the name of each file, in which its digest is.
    pub(crate) alone: BTreeMap<String, String>,
    /// What it said, with exact sums.
    pub(crate) said: serde_json::Value,
}

impl Scene {
    pub(crate) fn new(name: &str) -> Self {
        let folder = Folder::new(name);
        let mut random = Seed::of(7);
        let files: Vec<PathBuf> =
            YEARS.map(|year| dump(folder.path(), year, &mut random)).collect();
        let mut scene =
            Self { folder, files, alone: BTreeMap::new(), said: serde_json::Value::Null };
        let to = scene.folder.path().join("alone");
        scene.said = program::run(&mut scene.parse(&to, None)).json(0);
        scene.alone = digests(&to);
        assert!(scene.alone.len() >= YEARS.len(), "{:?}", scene.alone);
        scene
    }

    /// The command that reads the dumps, here or on the machines at that address.
    pub(crate) fn parse(&self, to: &Path, engine: Option<&str>) -> Command {
        let mut command = Command::new(program::path());
        command.arg("parse").args(&self.files).args(["--source", "br/comexstat", "--json"]);
        command.arg("--to").arg(to).args(["--memory", "384MiB", "--now", NOW]);
        command.args(engine.into_iter().flat_map(|engine| ["--engine", engine]));
        command.current_dir(repository::root());
        command
    }

    /// Whether what a cluster said and wrote is what one process did, and nothing else is there.
    pub(crate) fn check(&self, ended: &Ended, to: &Path) {
        let said = ended.json(0);
        let (ours, theirs) = (&self.said["jobs"][0], &said["jobs"][0]);
        for key in ["rows", "bytes", "sums", "partitions"] {
            assert!(ours[key] == theirs[key], "{key}: {}, expected {}", theirs[key], ours[key]);
        }
        assert_eq!(self.alone, digests(to), "the files and their bytes");
        assert_eq!(names(to), ["observation"]);
    }
}

/// What lies in a folder.
pub(crate) fn names(folder: &Path) -> Vec<String> {
    let Ok(entries) = fs_err::read_dir(folder) else { return Vec::new() };
    let name = |entry: std::io::Result<fs_err::DirEntry>| {
        entry.expect("a folder can be read").file_name().to_string_lossy().into_owned()
    };
    let mut names: Vec<String> = entries.map(name).collect();
    names.sort();
    names
}

/// A year of records, no two of one key; every fortieth is printed again as it was.
fn dump(folder: &Path, year: u32, random: &mut Seed) -> PathBuf {
    let mut text = String::from(
        "CO_ANO;CO_MES;CO_NCM;CO_UNID;CO_PAIS;SG_UF_NCM;CO_VIA;CO_URF;QT_ESTAT;KG_LIQUIDO;VL_FOB\n",
    );
    for number in 0..RECORDS {
        let from = text.len();
        let (month, rest) = (number % 12 + 1, number / 12);
        let (state, rest) = (["SP", "MG", "RS", "PR"][rest as usize % 4], rest / 4);
        let country = ["023", "160", "249", "063"][rest as usize % 4];
        let commodity = 1_011_010 + rest / 4 * 7;
        let figures = [random.below(90_000), random.below(1 << 30), random.below(1 << 40)];
        let [quantity, kilograms, dollars] = figures;
        writeln!(
            text,
            "{year};{month:02};{commodity:08};11;{country};{state};01;0817800;{quantity};\
             {kilograms};{dollars}"
        )
        .expect("a text takes all");
        if number % 40 == 39 {
            let again = text[from..].to_owned();
            text.push_str(&again);
        }
    }
    let path = folder.join(format!("EXP_{year}.csv"));
    fs_err::write(&path, text).expect("a test's folder can be written");
    path
}

//! What each stage of a job costs: `make bench-stages`, which compiles the whole tree
//! optimised. Records are made up, of the form of Comex Stat's.

use std::io::Write as _;
use std::path::Path;

use criterion::{BatchSize, Criterion, Throughput};
use portbook_bulk::stages::Stages;
use portbook_source::load::all;

const RECORDS: usize = 100_000;
const HEADER: &str = "\"CO_ANO\";\"CO_MES\";\"CO_NCM\";\"CO_UNID\";\"CO_PAIS\";\"SG_UF_NCM\";\
     \"CO_VIA\";\"CO_URF\";\"QT_ESTAT\";\"KG_LIQUIDO\";\"VL_FOB\"";

/// Records in an order far from that of their rows, no two of one key.
fn dump(path: &Path) {
    let mut text = format!("{HEADER}\n").into_bytes();
    for number in 0..RECORDS {
        let mixed = number * 7_919 % 100_003;
        let (month, office) = (mixed % 12 + 1, mixed / 12);
        let country = ["161", "013", "023", "063"][mixed % 4];
        let state = ["SP", "MS", "SC"][mixed % 3];
        let (weight, value) = (mixed * 13 % 100_000, mixed * 37 % 1_000_000);
        writeln!(
            text,
            "2024;\"{month:02}\";\"{:08}\";\"10\";\"{country}\";\"{state}\";\"04\";\"{office:07}\";\
             {number};{weight};{value}",
            1_012_100 + mixed % 97,
        )
        .expect("memory is written");
    }
    fs_err::write(path, text).expect("a folder of this machine is written");
}

fn main() {
    let pipelines = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../pipelines");
    let sources = all(&pipelines, &["br/comexstat".to_owned()]).expect("the source is right");
    let folder = tempfile::tempdir().expect("this machine has a folder for such things");
    let path = folder.path().join("EXP_2024.csv");
    dump(&path);
    let now = "2026-01-06T18:00:00Z".parse().expect("an instant");
    let stages = Stages::of(&path, &sources[0], now).expect("a dump as the layout has it");
    let mapped = stages.map();
    let sorted = stages.sort(&mapped).expect("few records lead alike");
    assert_eq!(sorted.rows(), 3 * RECORDS, "every figure is a row");

    let mut criterion = Criterion::default().configure_from_args();
    let mut group = criterion.benchmark_group("stages");
    group.throughput(Throughput::Elements(RECORDS as u64)).sample_size(10);
    group.bench_function("decode", |bench| bench.iter(|| stages.decode()));
    group.bench_function("map", |bench| bench.iter(|| stages.map()));
    group.bench_function("sort", |bench| bench.iter(|| stages.sort(&mapped)));
    group.bench_function("write", |bench| {
        let place = || tempfile::tempdir_in(folder.path()).expect("as before");
        let write = |to: tempfile::TempDir| {
            stages.write(&sorted, to.path()).expect("as before");
            to
        };
        bench.iter_batched(place, write, BatchSize::PerIteration);
    });
    group.finish();
    criterion.final_summary();
}

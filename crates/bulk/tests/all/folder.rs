//! A source in a few lines, a folder for files, and the rows that were written.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use jiff::Timestamp;
use portbook_bulk::error::Result;
use portbook_bulk::job::{Job, Outcome};
use portbook_bulk::progress::Progress;
use portbook_bulk::room::{BATCH_RECORDS, Room};
use portbook_source::load::{Source, Texts};

/// Every feature of the grammar that bulk reading carries, in one layout.
pub(crate) const LAYOUT: &str = r#"
[[records]]
id = "trade"
find = { columns = ["Year", "Product"] }
ignore = ["Remark"]
skip = { Kind = "NOTE" }
keep = { Flow = ["Exports", "Re-exports"] }
number = { decimal = ",", grouping = "." }
all = { level = "leaf" }

[records.sign]
"-" = "nil"
":" = { level = "missing", growth = "cannot be computed" }

[records.columns]
"Year" = "{year}"
"Month" = "{month}"
"Kind" = ["NOTE", ""]
"Product" = "{hs6}"
"Partner" = "{area}"
"Flow" = { "Exports" = { trade_flow = "X" }, "Re-exports" = { trade_flow = "RX" }, "Imports" = { trade_flow = "M" } }
"Mode" = "{mode}"
"Unit" = { "{quantity_unit}" = { only = { measure = "QUANTITY" } } }
"Series" = "{series_code}"
"Flag" = { "" = {}, "p" = { obs_status = "P" }, "c" = { obs_status = "Q", conf_status = "C" } }

[records.measure]
"Quantity" = { measure = "QUANTITY", valuation = "_Z", currency = "_Z" }
"Value" = { measure = "VALUE", valuation = "FOB", currency = "EUR", unit_measure = "EUR", unit_mult = 3 }
"#;

const LOOKUPS: &str = r#"
[area]
"Österreich" = { counterpart_area = "AUT" }
"Germany" = { counterpart_area = "DEU" }
"World, all" = { counterpart_area = "_W", level = "total" }
[mode]
"sea" = { transport_mode = "10" }
"air" = { transport_mode = "40" }
[quantity_unit]
"kg" = { unit_measure = "KG", unit_mult = 0 }
"t" = { unit_measure = "KG", unit_mult = 3 }
"l" = { unit_measure = "L", unit_mult = 0 }
"#;

const SOURCE: &str = r#"
title = "a"
publisher = "b"
homepage = "https://example.org/"
language = "en"
[licence]
name = "a"
stated = "https://example.org/"
allows = "a"
redistribute = "yes"
[access]
hosts = ["example.org"]
files = ["https://example.org/a.csv"]
charset = "iso-8859-1"
delay_ms = 2000
[calendar]
lag_days = 1
grace_days = 1
every_months = 1
[release]
period = "date"
time_zone = "UTC"
time = "10:00"
[series]
freq = "M"
ref_area = "DEU"
classification = "HS2022"
trade_system = "G"
adjustment = "N"
transformation = "N"
_Z = ["counterpart_area_2"]
_T = ["breakdown", "customs_proc", "region", "customs_office"]
layout = ["counterpart_area", "trade_flow", "commodity", "series_code", "measure", "valuation", "transport_mode", "currency", "unit_measure"]
[dataset.trade]
title = "a"
rows = [1, 100000000]
"#;

pub(crate) fn source() -> Source {
    let texts = Texts {
        source: SOURCE.to_owned(),
        layout: LAYOUT.to_owned(),
        lookups: LOOKUPS.to_owned(),
        ..Texts::default()
    };
    Source::read("de/a-b", PathBuf::from("de/a-b"), &texts).unwrap_or_else(|e| panic!("{e}"))
}

pub(crate) const HEADER: &str =
    "Year;Month;Kind;Product;Partner;Flow;Mode;Unit;Series;Flag;Quantity;Value;Remark";

pub(crate) fn now() -> Timestamp {
    "2026-04-09T08:07:06Z".parse().unwrap()
}

pub(crate) fn room(to: &Path, memory_bytes: u64, threads: usize) -> Room {
    Room { memory_bytes, threads, batch_records: BATCH_RECORDS, to: to.to_owned() }
}

pub(crate) fn run(files: &[PathBuf], room: &Room) -> Result<Outcome> {
    let mut jobs = Job::plan(files, &source(), now(), room.threads)?;
    assert_eq!(jobs.len(), 1);
    jobs.remove(0).run(room, &Arc::new(Progress::default()))
}

/// The Parquet files below a folder, in the order of their paths.
pub(crate) fn files(folder: &Path) -> Vec<PathBuf> {
    let mut found = Vec::new();
    for entry in fs_err::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            found.extend(files(&path));
        } else if path.extension().is_some_and(|extension| extension == "parquet") {
            found.push(path);
        }
    }
    found.sort();
    found
}

//! A recording that its publisher changed a little: no layout recognises it, and the right layout of
//! the right source is named first, with what it missed, where, and what stands there.

use std::path::{Path, PathBuf};

use portbook_tests::edit;
use portbook_tests::folder::Folder;
use portbook_tests::program::portbook;
use portbook_tests::repository::root;

/// A recording, what was changed in it, and what is said: the place, what is seen there and what was
/// expected, as read by eye in the recording.
struct Changed {
    source: &'static str,
    recording: &'static str,
    edit: fn(&Path),
    layout: &'static str,
    told: &'static [&'static str],
}

const CHANGED: [Changed; 18] = [
    Changed {
        source: "us/census-ft900",
        recording: "exh12_2025-11.xlsx",
        edit: |file| edit::xlsx(file, ">Period<", ">Time period<"),
        layout: "exhibit-12",
        told: &["sheet `12`, cell A5: got `Time period`, expected a cell `Period`"],
    },
    Changed {
        source: "us/census-ft900",
        recording: "exh1_2025-12.xlsx",
        edit: |file| {
            edit::xlsx(
                file,
                "Exhibit 1. U.S. International Trade",
                "Exhibit 1. International Trade",
            );
        },
        layout: "exhibit-1",
        told: &[
            "sheet `1`, cell A3: got `Exhibit 1. International Trade in Goods and Services`",
            "expected a text that holds `Exhibit 1. U.S. International Trade in Goods and Services`",
        ],
    },
    Changed {
        source: "cn/gacc-express",
        recording: "by_country_2026-03.html",
        edit: |file| edit::text(file, "<b>Export Destination</b>", "<b>Destination of Export</b>"),
        layout: "partners",
        told: &["got `Destination of Export`, expected a cell `Export Destination`"],
    },
    Changed {
        source: "cn/gacc-express",
        recording: "inbox/partners_2025-01_11_usd_million.csv",
        edit: |file| edit::text(file, "export_musd", "exports_musd"),
        layout: "partners-rekeyed",
        told: &["cell line 2: got `exports_musd`, expected a column `export_musd`"],
    },
    Changed {
        source: "cn/gacc-bulletin",
        recording: "regimes_2026-02.html",
        edit: |file| edit::text(file, ">Customs Regime<", ">Customs Regimes<"),
        layout: "regimes",
        told: &["cell A3: got `Customs Regimes`, expected a cell `Customs Regime`"],
    },
    Changed {
        source: "cn/gacc-bulletin",
        recording: "countries_2025-10.xls",
        edit: |file| edit::xls(file, "国别（地区）总值表", "国家（地区）总值表"),
        layout: "countries",
        told: &["expected a text that holds `进出口商品国别（地区）总值表`", "国家（地区）总值表"],
    },
    Changed {
        source: "cn/eastmoney-mirror",
        recording: "exports.csv",
        edit: |file| edit::text(file, "jan_feb_combined", "jan_feb_joint"),
        layout: "exports",
        told: &["cell line 1: got `jan_feb_joint`, expected a column `jan_feb_combined`"],
    },
    Changed {
        source: "gb/ons-trade",
        recording: "table-a02_lfs.xls",
        edit: |file| bytes(file, b"Total economically active", b"Total economicaly active "),
        layout: "labour-force",
        told: &[
            "cell D4: got `Total economicaly active`, expected a cell `Total economically active`",
        ],
    },
    Changed {
        source: "in/eidb",
        recording: "inbox/2014-15IndChinaExport.asp",
        edit: |file| edit::text(file, "Country-wise all commodities", "Country - commodities"),
        layout: "country-wise",
        told: &[
            "page: got `Export :: Country-commodities`",
            "expected a text that holds `Country-wise all commodities`",
        ],
    },
    Changed {
        source: "intl/cpb-world-trade-monitor",
        recording: "world_trade_monitor_2024-01.xlsx",
        edit: |file| edit::xlsx(file, "CPB WORLD TRADE MONITOR", "CPB World Trade Monitor"),
        layout: "production",
        told: &[
            "cell B1: got `CPB World Trade Monitor`, expected a text that holds `CPB WORLD TRADE",
        ],
    },
    Changed {
        source: "intl/imf-weo",
        recording: "inbox/weo_2026-04_panel.csv",
        edit: |file| edit::text(file, "aggregate,", "aggregates,"),
        layout: "panel",
        told: &["cell line 1: got `aggregates`, expected a column `aggregate`"],
    },
    Changed {
        source: "jp/customs",
        recording: "d41ma.csv",
        edit: |file| bytes(file, b"Exp-Total", b"Exports  "),
        layout: "world",
        told: &["cell line 3: got `", "expected a column `Exp-Total`"],
    },
    Changed {
        source: "jp/customs",
        recording: "d51ma.csv",
        edit: |file| bytes(file, b"Years/Months", b"Year/Month  "),
        layout: "commodities",
        told: &["cell A7: got `Year/Month`, expected a cell `Years/Months`"],
    },
    Changed {
        source: "sg/singstat",
        recording: "inbox/merchandise_trade_2019-01-28.xlsx",
        edit: |file| edit::xlsx(file, ">Variables<", ">Variable<"),
        layout: "partners",
        told: &["sheet `T1`, cell A6: got `Variable`, expected a cell `Variables`"],
    },
    Changed {
        source: "tr/turkstat",
        recording: "inbox/fruit_prices_2024.xls",
        edit: |file| bytes(file, b"Prices of fruit,", b"Fruit prices, of"),
        layout: "fruit-prices",
        told: &[
            "cell A2: got `Fruit prices, of TL/Kg`, expected a text that holds `Prices of fruit,`",
        ],
    },
    Changed {
        source: "au/abs-time-series",
        recording: "536801_2017-05.xls",
        edit: |file| bytes(file, b"Series ID", b"Series Id"),
        layout: "monthly",
        told: &["sheet `Data1`, cell A10: got `Series Id`, expected a cell `Series ID`"],
    },
    Changed {
        source: "ru/rosstat",
        recording: "inbox/kep_2017-02_tab.csv",
        edit: |file| {
            edit::text(file, "1.1. Валовой внутренний продукт", "1.1. ВВП");
            edit::text(file, "1.4. Производство", "1.4. Выпуск");
            edit::text(file, "1.9. Внешнеторговый оборот", "1.9. Внешняя торговля");
        },
        layout: "production",
        told: &[
            "cell A44: got `1.4. Выпуск продуктов животноводства",
            "expected a text that holds `1.4. Производство продуктов животноводства`",
        ],
    },
    Changed {
        source: "us/fred",
        recording: "inbox/fred_bundle_cn_financial_2026-03-12.json",
        edit: |file| edit::text(file, "\"value\":", "\"amount\":"),
        layout: "oecd",
        told: &[
            "sheet `/indicators/reer/series`, cell header: got `date | amount | confidence`",
            "expected a column `value`",
        ],
    },
];

/// Replaces bytes by as many others, wherever they stand.
fn bytes(file: &Path, from: &[u8], to: &[u8]) {
    assert_eq!(from.len(), to.len(), "{}", file.display());
    let mut all = fs_err::read(file).unwrap();
    let starts = all.windows(from.len()).enumerate().filter(|(_, window)| *window == from);
    let starts: Vec<usize> = starts.map(|(at, _)| at).collect();
    assert!(!starts.is_empty(), "{}: not there", file.display());
    for at in starts {
        all[at..at + to.len()].copy_from_slice(to);
    }
    fs_err::write(file, all).unwrap();
}

/// A copy of a recording, to be changed.
fn copy(folder: &Folder, changed: &Changed) -> PathBuf {
    let from =
        root().join("pipelines").join(changed.source).join("recording").join(changed.recording);
    let name = from.file_name().unwrap().to_owned();
    let to = folder.path().join(name);
    fs_err::copy(from, &to).unwrap();
    to
}

#[test]
fn the_right_layout_comes_nearest_and_says_what_it_missed() {
    let mut wrong = Vec::new();
    for (at, changed) in CHANGED.iter().enumerate() {
        let folder = Folder::new(&format!("nearest-{at}"));
        let file = copy(&folder, changed);
        (changed.edit)(&file);
        let ended = portbook(["parse", file.to_str().unwrap()]);
        let nearest = ended.stderr.lines().find(|line| line.starts_with("  ")).unwrap_or_default();
        let source = format!("  {}: no-layout: ", changed.source);
        let layout = format!("`{}` came nearest", changed.layout);
        let is_told = changed.told.iter().all(|part| nearest.contains(part));
        if ended.code != 65
            || !nearest.starts_with(&source)
            || !nearest.contains(&layout)
            || !is_told
        {
            wrong.push(format!("{}: {:?}: {ended}", changed.recording, changed.told));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn a_file_without_its_title_lines_is_told_which_layout_it_has_lost() {
    let folder = Folder::new("nearest-titles");
    let recording = |source: &str, name: &str| {
        root().join("pipelines").join(source).join("recording").join(name)
    };
    // The header stands in line 1 instead of 3.
    let series = fs_err::read(recording("jp/customs", "d41ma.csv")).unwrap();
    let lines: Vec<&[u8]> = series.split_inclusive(|byte| *byte == b'\n').collect();
    let file = folder.path().join("d41ma.csv");
    fs_err::write(&file, lines[2..].concat()).unwrap();
    let ended = portbook(["parse", file.to_str().unwrap()]);
    ended.expect(65);
    let nearest = ended.stderr.lines().find(|line| line.starts_with("  ")).unwrap_or_default();
    assert!(nearest.starts_with("  jp/customs: no-layout: "), "{ended}");
    assert!(nearest.contains("`world` came nearest"), "{ended}");
    assert!(nearest.contains("expected a line before the header that holds `《世界》`"), "{ended}");
}

#[test]
fn a_column_more_is_read_by_the_right_layout_and_told() {
    let folder = Folder::new("nearest-column");
    let recording = "pipelines/cn/gacc-express/recording/inbox/partners_2025-01_11_usd_million.csv";
    let text = fs_err::read_to_string(root().join(recording)).unwrap();
    let mut lines = text.lines();
    let mut wider = format!("{}\n{},mom_pct\n", lines.next().unwrap(), lines.next().unwrap());
    lines.for_each(|line| wider.push_str(&format!("{line},1.5\n")));
    let file = folder.path().join("wider.csv");
    fs_err::write(&file, wider).unwrap();
    let said = portbook(["parse", file.to_str().unwrap()]).said();
    assert!(said.contains("unknown-heading") && said.contains("got `mom_pct`"), "{said}");
    assert!(said.contains("yoy_pct"), "the nearest known column is named: {said}");
}

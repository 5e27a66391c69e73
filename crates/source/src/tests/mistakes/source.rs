//! Mistakes in `source.toml`.

use super::{Row, check, right};

const ROWS: [Row; 23] = [
    ("language = ", "▸langauge = ", "unknown key `langauge`", "did you mean `language`"),
    ("delay_ms = 0", "▸delay = 0", "unknown key `delay`", "did you mean `delay_ms`"),
    (
        "title = \"A table\"",
        "title = ▸7",
        "`title`: got integer `7`, expected a text",
        "title = \"",
    ),
    (
        "delay_ms = 0",
        "delay_ms = ▸\"1 s\"",
        "expected a whole number of 0 or more",
        "delay_ms = 2000",
    ),
    ("delay_ms = 0", "delay_ms = ▸-1", "expected a whole number of 0 or more", "delay_ms = 2000"),
    ("hosts = [\"bureau.example\"]", "hosts = ▸\"a.example\"", "expected a list", "hosts = ["),
    ("\"en\"", "▸\"english\"", "expected one of en, zh, ja", "language = \"en\""),
    (
        "period = \"title\"",
        "period = ▸\"titel\"",
        "got `titel`, expected one of",
        "did you mean `title`",
    ),
    (
        "\"Asia/Shanghai\"",
        "▸\"Asia/Peking2\"",
        "got `Asia/Peking2`",
        "time_zone = \"Asia/Shanghai\"",
    ),
    ("\"11:00\"", "▸\"25:00\"", "time: got `25:00`", "time = \"11:00\""),
    ("\"2026-03-09\"", "▸\"2026-02-30\"", "got `2026-02-30`, expected a date", "2026-03-09"),
    ("freq = \"M\"", "freq = ▸\"MM\"", "freq: got `MM`", "did you mean `M`"),
    ("min = 1", "min = ▸true", "`min`: got boolean `true`", "rows = { min = 100"),
    ("{ min = 1, max = 99 }", "▸{ min = 100, max = 99 }", "which is never", "rows = { min"),
    ("{ min = 1, max = 99 }", "▸{ min = 1 }", "key `max` is missing", "rows = { min"),
    (
        "ref_area = \"CHN\"",
        "ref_area = ▸\"CHI\"",
        "got `CHI`, expected a code of",
        "did you mean `C",
    ),
    (
        "ref_area =",
        "▸reference_area =",
        "got `reference_area`, expected a series column",
        "ref_area",
    ),
    (
        "region = \"_Z\"",
        "region = ▸{ form = \"layout\" }",
        "expected a code or { from",
        "region = \"_Z\"",
    ),
    (
        "{ from = \"layout\" }",
        "{ from = ▸\"layuot\" }",
        "got `layuot`",
        "= \"_Z\"` if it does not apply",
    ),
    (
        "[dataset.partners.series]\nref_area = \"CHN\"\n",
        "▸[dataset.partners.series]\n",
        "series column `ref_area` is not set",
        "{ from = \"layout\" }",
    ),
    (
        "[release]",
        "[[access.file]]\nurl = ▸\"http://elsewhere.example/\"\n[release]",
        "expected an http address on one of `hosts`",
        "`hosts` has `bureau.example`",
    ),
    (
        "[dataset.partners]",
        "[[identity]]\nname = \"a\"\ndataset = ▸\"partner\"\nkind = \"gate\"\nmonths = true\n\
         [dataset.partners]",
        "got dataset `partner`, expected one of this file",
        "did you mean `partners`",
    ),
    (
        "[dataset.partners]",
        "[[identity]]\nname = \"a\"\ndataset = \"partners\"\nkind = ▸\"gaet\"\nmonths = true\n\
         [dataset.partners]",
        "got `gaet`, expected one of `gate`, `finding`",
        "did you mean `gate`",
    ),
];

#[test]
fn each_is_told_with_its_place_and_a_hint() {
    check("source.toml", &right(), |texts| &mut texts.source, &ROWS);
}

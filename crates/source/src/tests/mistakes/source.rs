//! Mistakes in `source.toml`.

use super::{Row, check, right};

const ROWS: [Row; 34] = [
    ("language = ", "▸langauge = ", "unknown key `langauge`", "did you mean `language`"),
    (
        "redistribute = \"yes\"",
        "redistribute = ▸\"yse\"",
        "got `yse`, expected one of `yes`, `attribution`, `non-commercial`, `no`",
        "did you mean `yes`",
    ),
    (
        "[licence]\nname = \"open\"\nstated = \"\"\nallows = \"everything\"\nredistribute = \"yes\"\n",
        "▸[licence]\nname = \"open\"\nstated = \"\"\nallows = \"everything\"\n",
        "key `redistribute` is missing",
        "redistribute = \"attribution\"",
    ),
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
    ("[1, 99]", "[1, ▸true]", "`rows`: got boolean `true`", "rows = [100"),
    ("[1, 99]", "▸[100, 99]", "which is never", "rows = [100"),
    ("[1, 99]", "▸[99]", "got 1 numbers, expected two", "rows = [100"),
    ("[1, 99]", "▸99", "expected a list", "rows = [100"),
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
        "measure = \"VALUE\"",
        "measure = ▸{ from = \"layout\" }",
        "measure: expected a code in quotes",
        "layout = [\"measure\"]",
    ),
    (
        "ref_area = \"CHN\"",
        "ref_area = ▸\"layout\"",
        "ref_area: got `layout`, expected it in the list of that name",
        "layout = [\"ref_area\"]",
    ),
    (
        "ref_area = \"CHN\"",
        "ref_area = ▸\"_Z\"",
        "ref_area: got `_Z`, expected it in the list of that name",
        "_Z = [\"ref_area\"]",
    ),
    (
        "\"region\"",
        "▸\"regoin\"",
        "got `regoin`, expected a series column",
        "did you mean `region`",
    ),
    (
        "\"region\"",
        "\"region\", ▸\"source\"",
        "got `source`, expected a series column",
        "the columns",
    ),
    (
        "\"breakdown\"",
        "▸\"region\", \"breakdown\"",
        "`region` is said twice",
        "leave one of them out",
    ),
    (
        "[series]\nfreq = \"M\"\nref_area = \"CHN\"\n",
        "▸[series]\nfreq = \"M\"\n",
        "series column `ref_area` is not set",
        "`_Z` if it does not apply",
    ),
    (
        "_T = [\"commodity\", \"breakdown\", \"customs_proc\", \"transport_mode\"]",
        "_T = ▸\"commodity\"\ncommodity = \"TOTAL\"\nbreakdown = \"x=y\"\ncustoms_proc = \"TOTAL\"\n\
         transport_mode = \"TOTAL\"",
        "_T: got `commodity`, expected a list of columns",
        "_T = [\"region\"",
    ),
    (
        "rows = [1, 99]\n",
        "rows = [1, 99]\nseries = { layout = [▸\"freq\"] }\n",
        "freq: got `layout`, expected a code",
        "freq = \"M\"",
    ),
    (
        "rows = [1, 99]\n",
        "rows = [1, 99]\nseries = { ▸measure = \"VALUE\" }\n",
        "`measure` is what [series] says of it already",
        "leave it out here",
    ),
    (
        "rows = [1, 99]\n",
        "rows = [1, 99]\nseries = { _Z = [\"▸region\"] }\n",
        "`region` is what [series] says of it already",
        "leave it out here",
    ),
    (
        "delay_ms = 0",
        "delay_ms = 0\nfiles = [▸\"http://elsewhere.example/\"]",
        "expected an http address on one of `hosts`",
        "`hosts` has `bureau.example`",
    ),
    (
        "[release]",
        "[[access.page]]\nurl = [\"http://bureau.example/\", ▸\"http://elsewhere.example/\"]\n[release]",
        "expected an http address on one of `hosts`",
        "`hosts` has `bureau.example`",
    ),
    (
        "[release]",
        "[[access.page]]\nurl = \"http://bureau.example/\"\nlink = [{ select = \"a\", ▸page = true }]\n[release]",
        "unknown key `page`, expected one of `select`",
        "did you mean",
    ),
];

#[test]
fn each_is_told_with_its_place_and_a_hint() {
    check("source.toml", &right(), |texts| &mut texts.source, &ROWS);
}

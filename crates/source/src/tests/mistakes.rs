//! Mistakes in the ideas of a layout: each with its line and column, and a hint where one helps.

use super::{LAYOUT, LOOKUPS, SOURCE, mistake, read};

/// Changes the small layout and expects this mistake in it.
fn check(from: &str, to: &str, said: &[&str]) {
    let changed = LAYOUT.replace(from, to);
    assert_ne!(changed, LAYOUT, "`{from}` is not in the layout");
    let found = mistake(SOURCE, &changed, LOOKUPS);
    for part in said {
        assert!(found.contains(part), "expected `{part}` in: {found}");
    }
}

#[test]
fn a_misspelt_key_is_told_with_the_nearest_one() {
    check(
        "stub = 1",
        "stub = 1, head_untill = \"x\"",
        &["layout.toml:5:53: unknown field `head_untill`", "hint: did you mean `head_until`"],
    );
    check(
        "trade_flow = \"X\"",
        "ignored = true",
        &["layout.toml:7:1: got key `ignored`", "did you mean ignore"],
    );
}

#[test]
fn the_shapes_of_the_grid_are_checked() {
    let grid = "grid = { head = \"Partner\", head_rows = 1, stub = 1 }";
    let rows = "grid = { head = { row = 0 }, head_rows = 1, stub = 1 }";
    check(grid, rows, &["layout.toml:5:17: grid.head: rows count from 1"]);
    let list = "grid = { head = true, head_rows = 1, stub = 1 }";
    check(grid, list, &["layout.toml:5:17: grid.head: expected a text or { row = 1 }"]);
    let left = "grid = { head = \"Partner\", head_rows = 1, stub = 1, left = \"1\" }";
    check(grid, left, &["layout.toml:5:60: grid.left: got `1`, expected a column by its letter"]);
    let both = "grid = { head = \"Partner\", stub = 1 }";
    check(grid, both, &["expected one of `head_rows` (at least 1) and `head_until`"]);
}

#[test]
fn signs_and_marks_are_checked() {
    let with = |sign: &str| format!("{LAYOUT}[table.sign]\n{sign}\n");
    let said = mistake(SOURCE, &with("\"-\" = \"nill\""), LOOKUPS);
    assert!(
        said.contains("layout.toml:11:1: got `\"nill\"`, expected one of nil, missing"),
        "{said}"
    );
    let said = mistake(SOURCE, &with("\"\" = { leading = \"not begun\" }"), LOOKUPS);
    assert!(said.contains("layout.toml:11:1: sign: expected a meaning"), "{said}");
    assert!(read(SOURCE, &with("\"0\" = { trailing = \"not yet published\" }"), LOOKUPS).is_ok());
    let share = "\"-\" = { level = \"nil\", growth = \"nil\", SHAER = \"nil\" }";
    let said = mistake(SOURCE, &with(share), LOOKUPS);
    assert!(said.contains("sign: got `SHAER`") && said.contains("SHARE"), "{said}");
    let note = "number = { notes = { p = { trade_flow = \"X\" } } }\n[table.head]";
    check("[table.head]", note, &["layout.toml:6:22: notes: expected { obs_status = … }"]);
}

#[test]
fn words_of_an_entry_are_checked() {
    check(
        "trade_flow = \"X\"",
        "period = \"monthly\"",
        &["period: got `monthly`, expected one of"],
    );
    check("trade_flow = \"X\"", "only = {}", &["only: expected { column = \"code\" }"]);
    check("trade_flow = \"X\"", "area = \"Germny\"", &["[area]", "did you mean `Germany`?"]);
    check("[table.line]", "[table.line]\n\"x\" = 1", &["expected `{ … }` after the pattern"]);
}

#[test]
fn eras_of_one_table_must_not_overlap() {
    let twice = |one: &str, two: &str| {
        let era = |valid: &str| {
            LAYOUT.replace("id = \"partners\"", &format!("id = \"partners\"\nvalid = \"{valid}\""))
        };
        read(SOURCE, &format!("{}{}", era(one), era(two)), LOOKUPS)
    };
    assert!(twice("..2024-12", "2025-01..").is_ok());
    let said = twice("..2025-01", "2025-01..").unwrap_err();
    assert!(said.contains("layout.toml:13:6: id `partners` stands twice"), "{said}");
}

#[test]
fn blocks_are_opened_by_lines_and_a_list_of_entries_must_differ() {
    let stub = format!("{LAYOUT}[table.stub.A]\n\"x\" = {{ opens = \"b\" }}\n");
    let said = mistake(SOURCE, &stub, LOOKUPS);
    assert!(said.contains("blocks are opened in [table.line]"), "{said}");
    let line = "\"{area}\" = {}";
    let alike = "\"{area}\" = [ { below = \"A\" }, { below = \"A\" } ]";
    check(line, alike, &["both match `Germany` and neither is closer"]);
    let apart = LAYOUT.replace(line, "\"{area}\" = [ { below = \"A\" }, { below = \"B\" } ]");
    assert!(read(SOURCE, &apart, LOOKUPS).is_ok());
}

#[test]
fn a_grid_deeper_or_wider_than_any_is_refused() {
    let said = |from: &str, to: &str| mistake(SOURCE, &LAYOUT.replace(from, to), LOOKUPS);
    let deep = said("head_rows = 1", "head_rows = 4000000000");
    let expected = "layout.toml:5:40: grid.head_rows: got 4000000000, expected at most 64";
    assert!(deep.starts_with(&format!("cn/a-b/{expected}")), "{deep}");
    let wide = said("stub = 1", "stub = 17");
    let expected = "layout.toml:5:50: grid.stub: got 17, expected at most 16";
    assert!(wide.starts_with(&format!("cn/a-b/{expected}")), "{wide}");
}

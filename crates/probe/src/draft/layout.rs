//! `layout.toml` of a draft: where each table is found, and what its words are.

use super::lookups::{columns, slug_name};
use super::{Column, Group, literal, quoted, stands_once};
use crate::findings::Found;
use crate::number::POINT;
use crate::records;
use crate::sheet::Seen;

pub(super) fn layout(groups: &[Group<'_>]) -> String {
    let mut text =
        String::from("# A draft by `portbook probe`: `?` is what the file does not say.\n");
    for group in groups {
        let Some(first) = group.tables.first() else { continue };
        let part = if first.is_records { records(group, first) } else { table(group, first) };
        text.push_str(&part);
    }
    text
}

fn table(group: &Group<'_>, first: &Found) -> String {
    let look = &first.seen;
    let sheet = &look.sheet;
    let mut text =
        format!("\n# {}, {} tables of this heading\n[[table]]\n", first.area, group.tables.len());
    text.push_str(&format!("id   = {}\n", quoted(&group.id)));
    let head = look.table.heads.first().copied();
    let stub = look.table.panels.first().map(|panel| panel.stub.clone()).unwrap_or_default();
    let values = look.table.panels.first().map(|panel| panel.values.clone()).unwrap_or_default();
    let corner = head.zip(stub.first()).map(|(row, column)| sheet.get(row, *column).text());
    let corner = corner.filter(|text| !text.is_empty());
    let named = first.sheet.as_ref().map(|name| format!("sheet = {}", literal(name)));
    let word = corner.as_ref().filter(|text| stands_once(sheet, text));
    let find_head = word.map(|text| format!("head = [{}]", quoted(text)));
    let find: Vec<String> = named.into_iter().chain(find_head).collect();
    text.push_str(&format!("find = {{ {} }}\n", find.join(", ")));
    let start = match word {
        Some(text) => quoted(text),
        None => format!("{{ row = {} }}", head.map_or(1, |row| row + 1)),
    };
    let last = look.table.heads.last().copied().or(head).unwrap_or(0);
    let depth = last + 1 - head.unwrap_or(0);
    let first_value = values.first().copied().unwrap_or(1);
    // A heading that is found by its row begins in the sheet's first column.
    let left = word.and(stub.first().copied()).unwrap_or(0);
    let mut grid = format!("head = {start}, head_rows = {depth}, stub = {}", first_value - left);
    let until: Vec<String> = first.notes.iter().take(1).map(|note| quoted(note)).collect();
    if !until.is_empty() {
        grid.push_str(&format!(", until = [{}]", until.join(", ")));
    }
    let blanks = look
        .heading
        .cells
        .iter()
        .any(|(column, cells)| cells.iter().any(|(_, from)| from != column));
    if blanks && !sheet.has_spans {
        grid.push_str(", fill_right = true");
    }
    if group.tables.len() > 1 {
        grid.push_str(", repeat = true");
    }
    text.push_str(&format!("grid = {{ {grid} }}\n"));
    text.push_str(&shared(group, first));
    text.push_str(&texts(first));
    text.push_str("\n[table.head]\n");
    for hole in &group.head_holes {
        text.push_str(&format!("\"{{{hole}}}\" = {}\n", period(hole)));
    }
    if !group.head_units.is_empty() {
        text.push_str("\"{unit}\" = {}\n");
    }
    if !group.heads.is_empty() {
        text.push_str(&format!("\"{{head_{}}}\" = {{}}\n", slug_name(&group.id)));
    }
    text.push_str(&lines(group));
    text.push_str(&signs(group, "table"));
    text
}

/// Patterns of the lines: of the one column of labels, or of each by its place.
fn lines(group: &Group<'_>) -> String {
    let mut text = String::new();
    for (at, column) in group.line.iter().enumerate() {
        text.push_str(&match at {
            0 => "\n[table.line]\n".to_owned(),
            _ => format!("\n[table.stub.{}]\n", crate::findings::column_name(column.index)),
        });
        for hole in &column.holes {
            text.push_str(&format!("\"{{{hole}}}\" = {}\n", period(hole)));
        }
        if !column.labels.is_empty() {
            text.push_str(&format!("{} = {{}}\n", quoted(&of_label(column))));
        }
    }
    text
}

fn of_label(column: &Column) -> String {
    let unit = if column.has_unit { "({unit})" } else { "" };
    format!("{{{}}}{unit}", column.table)
}

fn period(hole: &str) -> &'static str {
    match hole {
        "year" => "{ period = \"year\" }",
        "quarter" => "{ period = \"quarter\" }",
        "months" => "{ period = \"rolling\" } # ? or ytd",
        "date" => "{ period = \"year\" } # ? all dates are the first of January",
        _ => "{ period = \"month\" }",
    }
}

/// Numbers, and what every value of the table has.
fn shared(group: &Group<'_>, first: &Found) -> String {
    let sheet = &first.seen.sheet;
    let mut text = String::new();
    if sheet.has_number_cells {
        text.push_str("precision = \"stored\" # ? or decimals = n: are all stored digits data\n");
    }
    if sheet.marks != POINT {
        let grouping = sheet.marks.grouping.map(|mark| format!(", grouping = \"{mark}\""));
        let decimal = sheet.marks.decimal;
        let grouping = grouping.unwrap_or_default();
        text.push_str(&format!("number = {{ decimal = \"{decimal}\"{grouping} }}\n"));
    }
    let kind = if first.is_records { "records" } else { "table" };
    text.push_str(&format!("\n[{kind}.all]\n"));
    text.push_str("level = \"of_which\" # ? which lines are totals, which add up to them\n");
    let is_said = group
        .line
        .iter()
        .any(|column| column.has_unit || records::known(&column.title) == Some("unit_measure"));
    if !first.seen.unitless.is_empty() && !is_said {
        let column = crate::findings::column_name(first.seen.unitless[0]);
        text.push_str(&format!("currency = \"?\" # ? none is printed over column {column}\n"));
        text.push_str("unit_measure = \"?\" # ? none is printed\n");
        text.push_str("unit_mult = \"?\" # ? none is printed\n");
    }
    text
}

/// Texts above that say a unit.
fn texts(first: &Found) -> String {
    let look = &first.seen;
    let mut lines = Vec::new();
    for row in &look.table.above {
        let cell = look.sheet.rows[*row].iter().find(|cell| !cell.is_blank());
        let Some(Seen::Text(printed)) = cell else { continue };
        let Some(unit) = crate::unit::read(printed) else { continue };
        let (says, asks) = columns(&unit);
        let asks = if asks { " # ?" } else { "" };
        lines.push(format!("{} = {{ {says} }}{asks}\n", literal(printed)));
    }
    if lines.is_empty() { String::new() } else { format!("\n[table.text]\n{}", lines.concat()) }
}

fn signs(group: &Group<'_>, kind: &str) -> String {
    let mut text = String::new();
    let mut known = std::collections::BTreeSet::new();
    for found in &group.tables {
        for (sign, (count, cell)) in &found.signs {
            if known.insert(sign.clone()) {
                text.push_str(&format!(
                    "{} = \"?\" # ? {count} cells, first {cell}\n",
                    quoted(sign)
                ));
            }
        }
        if found.blanks.0 > 0 && known.insert(String::new()) {
            let (count, cell) = &found.blanks;
            text.push_str(&format!("\"\" = \"?\" # ? {count} cells, first {cell}\n"));
        }
    }
    if text.is_empty() { text } else { format!("\n[{kind}.sign]\n{text}") }
}

fn records(group: &Group<'_>, first: &Found) -> String {
    let look = &first.seen;
    let name = |column: usize| look.sheet.rows[0][column].text();
    let names: Vec<String> =
        (0..look.sheet.column_count).map(|column| quoted(&name(column))).collect();
    let mut text = format!("\n[[records]]\nid   = {}\n", quoted(&group.id));
    text.push_str(&format!("find = {{ columns = [{}] }}\n", names.join(", ")));
    text.push_str(&shared(group, first));
    text.push_str("\n[records.columns]\n");
    for column in &group.line {
        let meaning = match column.holes.first() {
            Some(hole) => format!("\"{{{hole}}}\""),
            None if column.labels.is_empty() => "\"ignore\" # blank in every record".to_owned(),
            None if has_blank(first, column) => "\"ignore\" # ? blank in some records".to_owned(),
            None if records::repeats(&look.sheet, column.index) => "\"ignore\"".to_owned(),
            None => match records::known(&column.title) {
                Some("series_code") => "\"{series_code}\"".to_owned(),
                Some("decimals" | "obs_status" | "conf_status") => {
                    "\"ignore\" # ? an attribute of the value".to_owned()
                }
                Some(_) | None => format!("\"{{{}}}\"", column.table),
            },
        };
        text.push_str(&format!("{} = {meaning}\n", quoted(&column.title)));
    }
    for panel in &look.table.panels {
        for column in &panel.values {
            text.push_str(&format!("\n[[records.measure]]\ncolumn = {}\n", quoted(&name(*column))));
            text.push_str("set = { period = \"year\" } # ? month, quarter or year\n");
        }
    }
    text.push_str(&signs(group, "records"));
    text
}

fn has_blank(found: &Found, column: &Column) -> bool {
    let look = &found.seen;
    look.table.body.iter().any(|row| look.sheet.get(*row, column.index).is_blank())
}

//! `layout.toml` of a draft: where each table is found, and what its words are.

use super::group::corner;
use super::lookups::columns;
use super::{Column, Group, literal, quoted, stands};
use crate::findings::{Found, column_name};
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
    let several = match group.tables.len() {
        1 => String::new(),
        several => format!(", {several} tables under this heading"),
    };
    let mut text = format!("\n# {}{several}\n[[table]]\n", first.area);
    text.push_str(&format!("id   = {}\n", quoted(&group.id)));
    let corner = corner(first);
    let begun = group
        .tables
        .iter()
        .filter(|found| found.seen.table.heads.first() == look.table.heads.first());
    let repeats = group.tables.len() - begun.count() + 1;
    let word = (!corner.is_empty() && stands(sheet, &corner) == repeats).then_some(&corner);
    let named = first.sheet.as_ref().map(|name| format!("sheet = {}", literal(name)));
    let heads = group.rows.iter().flat_map(|row| &sheet.rows[*row]);
    let printed = heads.filter(|cell| cell.is_words()).map(Seen::text).next();
    let find_head = word.or(printed.as_ref().filter(|_| named.is_none()));
    let find_head = find_head.map(|text| format!("head = [{}]", quoted(text)));
    let find: Vec<String> = named.into_iter().chain(find_head).collect();
    text.push_str(&format!("find = {{ {} }}\n", find.join(", ")));
    text.push_str(&format!("grid = {{ {} }}\n", grid(group, first, word, repeats > 1)));
    text.push_str(&shared(group, first));
    text.push_str(&texts(first));
    text.push_str("\n[table.head]\n");
    text.push_str(&group.head_dates.lines(false));
    if !group.head_units.is_empty() {
        text.push_str("\"{unit}\" = {}\n");
    }
    for table in group.heads.keys() {
        text.push_str(&format!("\"{{{table}}}\" = {{}}\n"));
    }
    text.push_str(&lines(group));
    text.push_str(&signs(group, "table"));
    text
}

/// Where the heading is, what stands beside it and what ends the grid.
fn grid(group: &Group<'_>, first: &Found, word: Option<&String>, repeats: bool) -> String {
    let look = &first.seen;
    let sheet = &look.sheet;
    let panel = look.table.panels.first();
    let stub = panel.map(|panel| panel.stub.clone()).unwrap_or_default();
    let values = panel.map(|panel| panel.values.clone()).unwrap_or_default();
    let head = group.rows.first().copied().unwrap_or(0);
    let depth = group.rows.last().copied().unwrap_or(head) + 1 - head;
    let first_value = values.first().copied().unwrap_or(1);
    let left = stub.first().copied().unwrap_or(0);
    let mut grid = match word {
        Some(text) => format!("head = {}", literal(text)),
        None => format!("head = {{ row = {} }}, left = \"{}\"", head + 1, column_name(left)),
    };
    grid.push_str(&format!(", head_rows = {depth}, stub = {}", first_value - left));
    if sheet.is_strip {
        let last = values.last().copied().unwrap_or(first_value);
        grid.push_str(&format!(", right = \"{}\"", column_name(last)));
    }
    let last = group.tables.last().filter(|_| !repeats).unwrap_or(&group.tables[0]);
    let ends = |note: &&String| {
        let body = group.tables.iter().flat_map(|found| {
            let table = &found.seen.table;
            table.body.iter().chain(&table.groups).chain(&table.heads)
        });
        let mut firsts = body.filter_map(|row| sheet.rows[*row].iter().find(|c| !c.is_blank()));
        !sheet.is_strip && !firsts.any(|cell| cell.text().starts_with(note.as_str()))
    };
    if let Some(note) = last.notes.iter().find(ends) {
        grid.push_str(&format!(", until = [{}]", quoted(note)));
    }
    let cells = &look.heading.cells;
    if look.heading.is_spread && values.windows(2).all(|pair| pair[0] + 1 == pair[1]) {
        let texts = |cells: &[(usize, usize)]| {
            let texts = cells.iter().map(|(row, column)| quoted(&sheet.get(*row, *column).text()));
            format!("[{}]", texts.collect::<Vec<_>>().join(", "))
        };
        let columns: Vec<String> = cells.iter().map(|(_, cells)| texts(cells)).collect();
        grid.push_str(&format!(", columns = [{}]", columns.join(", ")));
    } else if !sheet.has_spans && cells.iter().any(|(at, of)| of.iter().any(|(_, c)| c != at)) {
        grid.push_str(", fill_right = true");
    }
    if repeats {
        grid.push_str(", repeat = true");
    }
    grid
}

/// Patterns of the lines: of the one column of labels, or of each by its place.
fn lines(group: &Group<'_>) -> String {
    let mut text = String::new();
    let years_apart = has_years_apart(group);
    for (at, column) in group.line.iter().enumerate() {
        text.push_str(&match at {
            0 => "\n[table.line]\n".to_owned(),
            _ => format!("\n[table.stub.{}]\n", column_name(column.index)),
        });
        text.push_str(&column.dates.lines(years_apart));
        if !column.labels.is_empty() {
            text.push_str(&format!("{} = {{}}\n", quoted(&of_label(column))));
        }
        if at == 0 && !group.openings.is_empty() {
            text.push_str("\"{group}\" = { opens = \"group\" } # ? speaks for the lines below\n");
        }
    }
    text
}

/// Whether lines say years and headings the months of them.
fn has_years_apart(group: &Group<'_>) -> bool {
    let heads = &group.head_dates;
    let years = group.line.iter().any(|column| column.dates.are_years());
    years && !heads.is_empty() && !heads.are_years()
}

fn of_label(column: &Column) -> String {
    let unit = if column.has_unit { "({unit})" } else { "" };
    format!("{{{}}}{unit}", column.table)
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
    if has_years_apart(group) {
        text.push_str("period = \"year\" # ? what is under no month or quarter\n");
    }
    let is_said = group
        .line
        .iter()
        .any(|column| column.has_unit || records::known(&column.title) == Some("unit_measure"));
    if !first.seen.unitless.is_empty() && !is_said {
        let column = column_name(first.seen.unitless[0]);
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
    let ignored =
        group.line.iter().filter_map(|column| Some((column, why_ignored(first, column)?)));
    let ignored: Vec<String> =
        ignored.map(|(column, why)| format!("    {},{why}\n", quoted(&column.title))).collect();
    if !ignored.is_empty() {
        text.push_str(&format!("ignore = [\n{}]\n", ignored.concat()));
    }
    text.push_str(&shared(group, first));
    text.push_str("\n[records.columns]\n");
    for column in group.line.iter().filter(|column| why_ignored(first, column).is_none()) {
        let meaning = match (column.dates.first(), records::known(&column.title)) {
            (Some(pattern), _) => pattern,
            (None, Some("series_code")) => "{series_code}".to_owned(),
            (None, _) => format!("{{{}}}", column.table),
        };
        text.push_str(&format!("{} = {}\n", quoted(&column.title), quoted(&meaning)));
    }
    text.push_str("\n[records.measure]\n");
    for panel in &look.table.panels {
        for column in &panel.values {
            let heading = quoted(&name(*column));
            text.push_str(&format!(
                "{heading} = {{ period = \"year\" }} # ? month, quarter or year\n"
            ));
        }
    }
    text.push_str(&signs(group, "records"));
    text
}

/// Why a column is not read, as a comment; `None` if it is.
fn why_ignored(first: &Found, column: &Column) -> Option<&'static str> {
    if column.dates.first().is_some() {
        return None;
    }
    if column.labels.is_empty() {
        return Some(" # blank in every record");
    }
    if has_blank(first, column) {
        return Some(" # ? blank in some records");
    }
    if records::repeats(&first.seen.sheet, column.index) {
        return Some("");
    }
    let attributes = ["decimals", "obs_status", "conf_status"];
    let attribute = records::known(&column.title).filter(|known| attributes.contains(known));
    attribute.map(|_| " # ? an attribute of the value")
}

fn has_blank(found: &Found, column: &Column) -> bool {
    let look = &found.seen;
    look.table.body.iter().any(|row| look.sheet.get(*row, column.index).is_blank())
}

//! A table as printed: every cell that holds a published value can be linked to, and is marked when it is.

use std::collections::BTreeSet;

use portbook_model::address::Address;

use super::Made;
use crate::facts::{Printed, PrintedCell, Shown, Source};
use crate::html::{External, Page, Part, Text};
use crate::place::{cell, table_page};

/// Deeper is shown no deeper: classes of the style.
const INDENT_MAX: u8 = 6;

/// One table of a snapshot.
pub(crate) struct Table<'a> {
    pub(crate) source: &'a Source,
    pub(crate) snapshot: &'a str,
    pub(crate) number: usize,
    /// At which values are published.
    pub(crate) addresses: &'a [Address],
}

/// The page of one table; its number among those of its snapshot is from 1.
pub(crate) fn page(table: &Table<'_>, shown: &Shown) -> Made {
    let printed = shown.tables.get(table.number - 1).and_then(Option::as_ref);
    let first = table.addresses.first();
    let title = match printed {
        Some(printed) if !printed.title.is_empty() => printed.title.replace('`', ""),
        _ => whole(first),
    };
    let mut page = Page::new(&format!("As printed: {title}"), 2, Some(Part::Data));
    page.title(&format!("{} \u{b7} as printed", table.source.title), &title);
    origin(&mut page, table, shown);
    let mut placed = BTreeSet::new();
    match printed {
        Some(printed) => grid(&mut page, printed, table.addresses, &mut placed),
        None => page.element("p", "notice", "The file as it is read now has no such table."),
    }
    let lost: Vec<String> =
        table.addresses.iter().filter_map(cell).filter(|cell| !placed.contains(cell)).collect();
    if !lost.is_empty() {
        page.heading("lost", "Cells that are not in the table as it is read now");
        page.markup(format_args!("<ul>\n"));
        for cell in lost {
            page.markup(format_args!("<li id=\"{0}\">{0}</li>\n", Text(&cell)));
        }
        page.markup(format_args!("</ul>\n"));
    }
    let path = table_page(&table.source.column, table.snapshot, table.number);
    let short = table.snapshot.get(..16).unwrap_or(table.snapshot);
    Made { path, text: page.close(&format!("Read from the kept bytes, SHA-256 {short}\u{2026}.")) }
}

/// What all these addresses are of.
fn whole(first: Option<&Address>) -> String {
    let parts = first.map(|address| [address.member.as_deref(), address.sheet.as_deref()]);
    let parts: Vec<&str> = parts.into_iter().flatten().flatten().collect();
    if parts.is_empty() { "Records".to_owned() } else { parts.join(", ") }
}

/// Where the bytes came from, and what is left out.
fn origin(page: &mut Page, table: &Table<'_>, shown: &Shown) {
    let from = match shown.url.as_str() {
        "" => "Handed in".to_owned(),
        url => External(url).to_string(),
    };
    page.markup(format_args!("<p class=\"lead\">{from}"));
    if !shown.captured_at.is_empty() {
        let day = shown.captured_at.get(..10).unwrap_or(&shown.captured_at);
        page.markup(format_args!(
            ", captured <time datetime=\"{}\">{}</time>",
            Text(&shown.captured_at),
            Text(day)
        ));
    }
    let snapshot = Text(table.snapshot);
    page.markup(format_args!("<br><code class=\"digest\">sha256 {snapshot}</code></p>\n"));
}

fn grid(page: &mut Page, printed: &Printed, addresses: &[Address], placed: &mut BTreeSet<String>) {
    let mut caption = "Shaded cells hold published figures".to_owned();
    match (printed.hidden_rows, printed.hidden_columns) {
        (0, 0) => {}
        (rows, 0) => caption.push_str(&format!("; {rows} rows without any are left out")),
        (0, columns) => caption.push_str(&format!("; {columns} columns without any are left out")),
        (rows, columns) => caption
            .push_str(&format!("; {rows} rows and {columns} columns without any are left out")),
    }
    let mut heads = vec!["Row"];
    heads.extend(printed.columns.iter().map(String::as_str));
    page.table("printed", &caption, &heads);
    for row in &printed.rows {
        if row.is_after_gap {
            let columns = printed.columns.len() + 1;
            page.markup(format_args!(
                "<tr class=\"gap\"><td colspan=\"{columns}\">\u{2026}</td></tr>\n"
            ));
        }
        page.markup(format_args!("<tr><th scope=\"row\">{}</th>", Text(&row.name)));
        for one in &row.cells {
            put(page, one, addresses, placed);
        }
        page.markup(format_args!("</tr>\n"));
    }
    page.close_table();
}

fn put(
    page: &mut Page,
    printed: &PrintedCell,
    addresses: &[Address],
    placed: &mut BTreeSet<String>,
) {
    page.markup(format_args!("<td"));
    let mut names: Vec<String> =
        printed.published.iter().filter_map(|at| cell(addresses.get(*at)?)).collect();
    names.retain(|name| placed.insert(name.clone()));
    if let Some(name) = names.first() {
        page.markup(format_args!(" id=\"{}\"", Text(name)));
    }
    for (name, span) in [("rowspan", printed.row_span), ("colspan", printed.column_span)] {
        if span > 1 {
            page.markup(format_args!(" {name}=\"{span}\""));
        }
    }
    let indent = printed.indent.min(INDENT_MAX);
    let classes = [
        (!printed.published.is_empty()).then(|| "v".to_owned()),
        printed.is_bold.then(|| "b".to_owned()),
        (indent > 0).then(|| format!("i{indent}")),
    ];
    let classes: Vec<String> = classes.into_iter().flatten().collect();
    if !classes.is_empty() {
        page.markup(format_args!(" class=\"{}\"", classes.join(" ")));
    }
    page.markup(format_args!(">"));
    for name in names.iter().skip(1) {
        page.markup(format_args!("<a id=\"{}\"></a>", Text(name)));
    }
    let text = Text(&printed.text);
    match &printed.stored {
        Some(stored) => page.markup(format_args!(
            "<data value=\"{0}\" title=\"stored: {0}\">{text}</data></td>",
            Text(stored)
        )),
        None => page.markup(format_args!("{text}</td>")),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::facts::PrintedRow;

    #[test]
    fn a_cell_can_be_linked_to_and_what_is_lost_is_said() {
        let at = |cell: &str| Address {
            sheet: Some("12".into()),
            cell: Some(cell.into()),
            ..Address::default()
        };
        let addresses = [at("F47"), at("G47")];
        let cell = PrintedCell {
            text: "183,135 <R>".to_owned(),
            stored: Some("183134.6".to_owned()),
            row_span: 1,
            column_span: 2,
            published: vec![0],
            is_bold: true,
            indent: 1,
        };
        let row = PrintedRow { name: "47".to_owned(), is_after_gap: true, cells: vec![cell] };
        let printed = Printed {
            title: "sheet `12`".to_owned(),
            columns: vec!["F".to_owned(), "G".to_owned()],
            rows: vec![row],
            hidden_rows: 46,
            hidden_columns: 0,
        };
        let shown = Shown { tables: vec![Some(printed)], ..Shown::default() };
        let source = Source { column: "us-x".to_owned(), ..Source::default() };
        let snapshot = "ab".repeat(32);
        let table =
            Table { source: &source, snapshot: &snapshot, number: 1, addresses: &addresses };
        let made = page(&table, &shown);
        assert_eq!(made.path, "table/us-x/abababababababab-1.html");
        for part in [
            "<td id=\"F47\" colspan=\"2\" class=\"v b i1\"><data value=\"183134.6\" title=\"stored: 183134.6\">\
             183,135 &lt;R&gt;</data></td>",
            "<li id=\"G47\">G47</li>",
            "46 rows without any are left out",
            "<tr class=\"gap\">",
        ] {
            assert!(made.text.contains(part), "{part}: {}", made.text);
        }
    }
}

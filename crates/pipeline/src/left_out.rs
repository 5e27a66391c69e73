//! What of a file no layout took, told with its size: how many figures, and the first of them.

use std::collections::BTreeMap;

use portbook_parse::limits::Limits;
use portbook_parse::raw::{RawCell, each_cell};
use portbook_parse::read::contents::Contents;

/// Figures of one table.
#[derive(Default)]
struct Figures {
    count: u64,
    first: String,
}

/// Adds to the names of tables that no layout recognised how many figures stand there, and from
/// which cell on. What names no table is left as it is.
pub(crate) fn sized(contents: &Contents, names: Vec<String>) -> Vec<String> {
    if names.is_empty() {
        return names;
    }
    let mut tables: BTreeMap<String, Figures> = BTreeMap::new();
    let mut visit = |cell: &RawCell<'_>| {
        let Some(table) = cell.table else { return };
        let name = cell
            .member
            .map_or_else(|| table.to_owned(), |member| format!("member `{member}`: {table}"));
        let figures = tables.entry(name).or_default();
        if is_figure(cell) {
            if figures.count == 0 {
                figures.first = cell.cell.to_string();
            }
            figures.count += 1;
        }
    };
    // Text that cannot be cut has no tables to be named.
    let _ = each_cell(contents, &Limits::standard(), &mut visit);
    let sized = names.into_iter().map(|name| match tables.get(&name) {
        None => name,
        Some(Figures { count: 0, .. }) => format!("{name}: no layout, no figures"),
        Some(Figures { count: 1, first }) => format!("{name}: no layout, a figure in {first}"),
        Some(Figures { count, first }) => {
            format!("{name}: no layout, {count} figures from {first} on")
        }
    });
    sized.collect()
}

/// A number, or a text that is written as one: pages and text files have no others.
fn is_figure(cell: &RawCell<'_>) -> bool {
    let digits = || {
        let text: String = cell.text.chars().filter(|c| *c != ',' && !c.is_whitespace()).collect();
        text.ends_with(|c: char| c.is_ascii_digit()) && text.parse::<f64>().is_ok()
    };
    cell.kind == "number" || (cell.kind == "text" && digits())
}

#[cfg(test)]
mod tests {
    use super::*;
    use portbook_parse::read::contents::read;

    #[test]
    fn a_table_without_a_layout_is_told_with_its_figures_and_the_first() {
        let page = b"<table><tr><td>Pears</td><td>1,200</td><td>7.5</td></tr></table>\
                     <table><tr><td>a</td><td>b</td></tr></table>";
        let contents = read(page, None, &Limits::standard()).unwrap();
        let names = ["table 1", "table 2", "nothing was published"].map(str::to_owned);
        assert_eq!(
            sized(&contents, names.to_vec()),
            [
                "table 1: no layout, 2 figures from B1 on",
                "table 2: no layout, no figures",
                "nothing was published"
            ]
        );
    }
}

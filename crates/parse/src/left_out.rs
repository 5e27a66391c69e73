//! What of a file no layout took, told with its size: how many figures, and the first of them.

use std::collections::BTreeMap;

use crate::grid::{Cell, Kind};
use crate::limits::Limits;
use crate::raw::{RawCell, each_cell};
use crate::read::archive_members::{Inside, within};
use crate::read::contents::Contents;

/// Figures of one table.
#[derive(Default)]
struct Figures {
    count: u64,
    first: String,
}

/// Adds to the names of tables that no layout recognised how many figures stand there, and from
/// which cell on. What names no table is left as it is.
pub fn sized(contents: &Contents, names: Vec<String>) -> Vec<String> {
    if names.is_empty() {
        return names;
    }
    let mut tables: BTreeMap<String, Figures> = BTreeMap::new();
    count(contents, None, &names, &mut tables);
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

/// Counts the figures of the named tables of a file, or of a member.
fn count(
    contents: &Contents,
    member: Option<&str>,
    names: &[String],
    tables: &mut BTreeMap<String, Figures>,
) {
    let mut note = |table: &str, figure: Option<&dyn Fn() -> String>| {
        let name =
            member.map_or_else(|| table.to_owned(), |member| format!("member `{member}`: {table}"));
        if !names.contains(&name) {
            return false;
        }
        let figures = tables.entry(name).or_default();
        if let Some(place) = figure {
            if figures.count == 0 {
                figures.first = place();
            }
            figures.count += 1;
        }
        true
    };
    let grids = match contents {
        Contents::Workbook(book) => &book.grids,
        Contents::Page(page) => &page.grids,
        Contents::Archive(archive) => {
            for inner in &archive.members {
                let Inside::Read(contents) = &inner.contents else { continue };
                let path = member.map(|member| within(member, Some(&inner.name)));
                count(contents, Some(path.as_ref().unwrap_or(&inner.name)), names, tables);
            }
            return;
        }
        other => {
            let mut visit = |cell: &RawCell<'_>| {
                let Some(table) = cell.table else { return };
                let is_figure = cell.kind == "number" || (cell.kind == "text" && digits(cell.text));
                note(table, is_figure.then_some(&|| cell.cell.to_string()));
            };
            // Text that cannot be cut has no tables to be named.
            let _ = each_cell(other, &Limits::standard(), &mut visit);
            return;
        }
    };
    for grid in grids.iter().filter(|grid| grid.cells().next().is_some()) {
        if !note(&grid.name, None) {
            continue;
        }
        for (place, _) in grid.cells().filter(|(_, cell)| is_figure(cell)) {
            note(&grid.name, Some(&|| place.to_string()));
        }
    }
}

/// A number, or a text that is written as one: pages and text files have no others.
fn is_figure(cell: &Cell) -> bool {
    match cell.kind {
        Kind::Number { .. } => true,
        Kind::Text => digits(&cell.text),
        _ => false,
    }
}

fn digits(text: &str) -> bool {
    let kept = |c: &char| *c != ',' && !c.is_whitespace();
    text.chars().rev().find(kept).is_some_and(|c| c.is_ascii_digit())
        && text.chars().filter(kept).collect::<String>().parse::<f64>().is_ok()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::read::contents::read;

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

//! HTML pages through html5ever, so that a cell has the address a browser gives it, however broken
//! the page. Every `<table>` is a grid, inner ones too; the text of an inner table belongs to that
//! table alone.

use std::collections::BTreeSet;

use encoding_rs::Encoding;
use scraper::{Html, Node, node::Element};

use crate::error::Error;
use crate::grid::Grid;
use crate::limits::Limits;
use crate::read::budget::Budget;
use crate::read::contents::{Page, Unit};
use crate::read::depth;
use crate::read::placement::{Group, Slot, place};
use crate::read::runs::{Height, Runs};
use crate::text::{self, Basis};

/// Reads a page. `charset` is what the server or the source declared.
///
/// # Errors
/// Past a bound on bytes, depth, tables or cells; text that is not in its charset.
pub fn read(bytes: &[u8], charset: Option<&str>, limits: &Limits) -> Result<Page, Error> {
    let limit = |what, seen, max| {
        if seen > max {
            return Err(Error::Limit { what, place: "the page".to_owned(), seen, max });
        }
        Ok(())
    };
    limit("bytes", bytes.len() as u64, limits.html_bytes_max)?;
    let (content, charset) = text::decode(bytes, charset, stated(bytes))?;
    let (deepest, line) = depth::deepest(&content, limits.depth_max);
    if deepest > limits.depth_max {
        let place = format!("the page, line {line}");
        let (seen, max) = (deepest as u64, limits.depth_max as u64);
        return Err(Error::Limit { what: "elements in one another", place, seen, max });
    }
    let mut walk = Walk::default();
    walk.over(&Html::parse_document(&content));
    limit("tables", walk.tables.len() as u64, limits.sheets_max as u64)?;

    let mut budget = Budget::new(limits);
    let mut grids = Vec::with_capacity(walk.tables.len());
    for (index, table) in walk.tables.iter().enumerate() {
        let mut grid = Grid::new(format!("table {}", index + 1));
        place(&table.groups, &mut grid, &mut budget)?;
        let (above, mut outer) = (index, BTreeSet::new());
        let mut parent = table.parent;
        while let Some(at) = parent {
            outer.insert(at);
            parent = walk.tables[at].parent;
        }
        let before = walk.units.iter().filter(|unit| {
            unit.tables_before == above && unit.inside.is_none_or(|at| outer.contains(&at))
        });
        grid.text_before = before.map(|unit| unit.text.clone()).collect();
        grid.text_before.extend(table.caption.iter().cloned());
        grids.push(grid);
    }
    let holders: BTreeSet<usize> = walk.tables.iter().filter_map(|table| table.parent).collect();
    let is_page_text = |unit: &Unit| unit.inside.is_none_or(|at| holders.contains(&at));
    walk.units.retain(is_page_text);
    Ok(Page { charset, grids, units: walk.units, image_count: walk.image_count })
}

/// What the page says of its charset: an XML declaration, else a `<meta>`.
fn stated(bytes: &[u8]) -> Option<(&'static Encoding, Basis)> {
    let xml = text::xml_charset(bytes).map(|encoding| (encoding, Basis::Xml));
    xml.or_else(|| text::meta_charset(bytes).map(|encoding| (encoding, Basis::Meta)))
}

#[derive(Debug, Default)]
struct Table {
    /// The table around it.
    parent: Option<usize>,
    groups: Vec<Group>,
    caption: Vec<String>,
    /// Between a cell's start and its end.
    is_in_cell: bool,
    is_in_caption: bool,
}

/// One pass over the tree, in document order.
#[derive(Default)]
struct Walk {
    tables: Vec<Table>,
    /// Tables open at this place, the innermost last.
    open: Vec<usize>,
    /// All units, those in cells too.
    units: Vec<Unit>,
    text: Runs,
    /// Elements open at this place that raise or lower their text, the innermost last.
    heights: Vec<Height>,
    image_count: u32,
}

/// Elements whose start and end bound a unit of text.
fn is_block(name: &str) -> bool {
    matches!(
        name,
        "br" | "div"
            | "h1"
            | "h2"
            | "h3"
            | "h4"
            | "h5"
            | "h6"
            | "li"
            | "p"
            | "td"
            | "th"
            | "title"
            | "table"
            | "caption"
            | "tr"
    )
}

/// Whether an element holds nothing for a reader's eyes.
fn is_code(name: &str) -> bool {
    matches!(name, "script" | "style" | "noscript" | "template")
}

/// Elements whose cells are read whether they are shown or not, as hidden sheets are.
fn is_of_table(name: &str) -> bool {
    matches!(
        name,
        "html" | "body" | "table" | "thead" | "tbody" | "tfoot" | "tr" | "td" | "th" | "caption"
    )
}

/// Whether an element says of itself that it is not displayed.
fn is_hidden(element: &Element) -> bool {
    let is_none = |rule: &str| {
        let (property, value) = rule.split_once(':').unwrap_or_default();
        property.trim().eq_ignore_ascii_case("display")
            && value.split('!').next().is_some_and(|v| v.trim().eq_ignore_ascii_case("none"))
    };
    element.attr("hidden").is_some()
        || element.attr("style").is_some_and(|style| style.split(';').any(is_none))
}

fn is_table(node: &Node) -> bool {
    node.as_element().is_some_and(|element| element.name() == "table")
}

impl Walk {
    fn over(&mut self, page: &Html) {
        // By hand, not by recursion: a tree may be deep.
        let mut next = Some(page.tree.root());
        while let Some(node) = next {
            let holds_table = || node.descendants().any(|inner| is_table(inner.value()));
            let is_unseen = node.value().as_element().is_some_and(|element| {
                let is_text = !is_of_table(element.name());
                is_code(element.name()) || (is_text && is_hidden(element) && !holds_table())
            });
            if !is_unseen {
                self.enter(node.value());
            }
            let child = if is_unseen { None } else { node.first_child() };
            let mut at = node;
            let mut is_entered = !is_unseen;
            next = child.or_else(|| {
                loop {
                    if std::mem::replace(&mut is_entered, true) {
                        self.leave(at.value());
                    }
                    if let Some(sibling) = at.next_sibling() {
                        return Some(sibling);
                    }
                    at = at.parent()?;
                }
            });
        }
        self.flush();
    }

    fn enter(&mut self, node: &Node) {
        match node {
            Node::Text(text) => {
                self.text.push(text, self.heights.last().copied().unwrap_or_default());
            }
            Node::Element(element) => {
                if is_block(element.name()) {
                    self.flush();
                }
                self.heights.extend(Height::of_element(element.name()));
                self.start(element);
            }
            _ => {}
        }
    }

    fn start(&mut self, element: &Element) {
        if element.name() == "table" {
            self.tables.push(Table { parent: self.open.last().copied(), ..Table::default() });
            self.open.push(self.tables.len() - 1);
            return;
        }
        if element.name() == "img" {
            self.image_count = self.image_count.saturating_add(1);
        }
        let Some(table) = self.open.last().map(|at| &mut self.tables[*at]) else { return };
        match element.name() {
            name @ ("thead" | "tbody" | "tfoot") => {
                table.groups.push(Group { is_foot: name == "tfoot", rows: Vec::new() });
            }
            "tr" => {
                if table.groups.is_empty() {
                    table.groups.push(Group::default());
                }
                if let Some(group) = table.groups.last_mut() {
                    group.rows.push(Vec::new());
                }
            }
            "td" | "th" => {
                if let Some(row) = table.groups.last_mut().and_then(|group| group.rows.last_mut()) {
                    row.push(Slot::new(element.attr("colspan"), element.attr("rowspan")));
                    table.is_in_cell = true;
                }
            }
            "caption" => table.is_in_caption = true,
            _ => {}
        }
    }

    fn leave(&mut self, node: &Node) {
        let Node::Element(element) = node else { return };
        if Height::of_element(element.name()).is_some() {
            self.heights.pop();
        }
        if !is_block(element.name()) {
            return;
        }
        self.flush();
        match (element.name(), self.open.last().map(|at| &mut self.tables[*at])) {
            ("table", _) => {
                self.open.pop();
            }
            ("td" | "th", Some(table)) => table.is_in_cell = false,
            ("caption", Some(table)) => table.is_in_caption = false,
            _ => {}
        }
    }

    /// Ends a unit of text.
    fn flush(&mut self) {
        let text = std::mem::take(&mut self.text).finish();
        let words: Vec<&str> = text.split_ascii_whitespace().collect();
        let text = words.join(" ");
        if text.is_empty() {
            return;
        }
        let inside = self.open.last().copied();
        if let Some(table) = inside.map(|at| &mut self.tables[at]) {
            if table.is_in_caption {
                table.caption.push(text);
                return;
            }
            let row = table.groups.last_mut().and_then(|group| group.rows.last_mut());
            if let Some(slot) = row.and_then(|row| row.last_mut()).filter(|_| table.is_in_cell) {
                slot.lines.push(text.clone());
            }
        }
        self.units.push(Unit { text, tables_before: self.tables.len(), inside });
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::grid::Kind;

    fn page(html: &str) -> Page {
        read(html.as_bytes(), None, &Limits::standard()).unwrap()
    }

    fn texts(grid: &Grid) -> Vec<Vec<&str>> {
        let columns = |row| (0..grid.column_count()).map(move |column| grid.text(row, column));
        (0..grid.row_count()).map(|row| columns(row).collect()).collect()
    }

    #[test]
    fn spans_are_laid_out_as_browsers_do() {
        let page = page(
            "<table><tr><th rowspan=2>Import<br>Source<th colspan=2>Export &amp; Import\
             <tr><th>3<th> 1- to-\n3 <tr><td rowspan=9>&nbsp;&nbsp;Total<td>22,297.0&nbsp;<td>7",
        );
        let grid = &page.grids[0];
        assert_eq!(
            texts(grid),
            [
                ["Import\nSource", "Export & Import", "Export & Import"],
                ["Import\nSource", "3", "1- to- 3"],
                ["\u{a0}\u{a0}Total", "22,297.0\u{a0}", "7"],
            ]
        );
        assert_eq!(grid.origin(0, 2).to_string(), "B1");
        assert_eq!(grid.get(2, 0).unwrap().indent, Some(2));
        assert_eq!(grid.cells().count(), 7);
    }

    #[test]
    fn groups_end_row_spans_and_feet_come_last() {
        let page = page(
            "<table><tfoot><tr><td>sum</tfoot><thead><tr><th rowspan=0>a<th>b</thead>\
             <tbody><tr><td>1<td>2</tbody></table>",
        );
        assert_eq!(texts(&page.grids[0]), [["a", "b"], ["1", "2"], ["sum", ""]]);
    }

    #[test]
    fn inner_tables_are_grids_of_their_own() {
        let page = page(
            "<title>T</title><div>menu</div><table id=a><tr><td>heading<table id=b><tr><td>1</table>\
             between<table id=c><caption>of c</caption><tr><td>2</table>after<td>x</table>\
             <p>end<script>no()</script><!-- no --><table id=d><tr><td>&nbsp;</table>",
        );
        let names: Vec<&str> = page.grids.iter().map(|grid| grid.name.as_str()).collect();
        assert_eq!(names, ["table 1", "table 2", "table 3", "table 4"]);
        assert_eq!(texts(&page.grids[0]), [["heading\nbetween\nafter", "x"]]);
        assert_eq!(texts(&page.grids[2]), [["2"]]);
        let before: Vec<Vec<String>> =
            page.grids.iter().map(|grid| grid.text_before.clone()).collect();
        assert_eq!(
            before,
            [vec!["T", "menu"], vec!["heading"], vec!["between", "of c"], vec!["end"]]
        );
        let units: Vec<(&str, usize)> =
            page.units.iter().map(|unit| (unit.text.as_str(), unit.tables_before)).collect();
        assert_eq!(
            units,
            [
                ("T", 0),
                ("menu", 0),
                ("heading", 1),
                ("between", 2),
                ("after", 3),
                ("x", 3),
                ("end", 3),
            ]
        );
        assert_eq!(page.grids[3].get(0, 0).unwrap().kind, Kind::Blank);
    }

    #[test]
    fn raised_notes_and_what_is_not_displayed_are_no_digits() {
        let page = page(
            "<table><tr><td>183135<sup>1</sup><td>7<sub>2)</sub><td>Exports<sup>1</sup>\
             <td>18<span style='color:red; DISPLAY : none'>9</span>3135<td>5<b hidden>0</b>\
             <tr hidden><td style='display:none'>4</table><p style=display:none>never seen</p>\
             <div hidden><table><tr><td>1</table></div>",
        );
        assert_eq!(
            texts(&page.grids[0]),
            [["183135¹", "7₂₎", "Exports1", "183135", "5"], ["4", "", "", "", ""]]
        );
        assert_eq!(texts(&page.grids[1]), [["1"]]);
        assert_eq!(page.units, []);
    }

    #[test]
    fn unquoted_attributes_and_pages_of_images() {
        let page = page("<body><img src ='\\Excel\\4-RMB.png'/><a href=http://a/b.html> Feb.</a>");
        assert_eq!((page.grids.len(), page.image_count), (0, 1));
        assert_eq!(page.units[0].text, "Feb.");
    }

    #[test]
    fn deep_and_long_pages_are_refused() {
        let limits = Limits { html_bytes_max: 10, ..Limits::standard() };
        let long = read(b"<table><tr><td>1", None, &limits).unwrap_err().to_string();
        assert_eq!(long, "the page: got 16 bytes, expected at most 10");
        let deep = "<div>".repeat(600);
        let deep = read(deep.as_bytes(), None, &Limits::standard()).unwrap_err().to_string();
        assert_eq!(deep, "the page, line 1: got 513 elements in one another, expected at most 512");
        let limits = Limits { cells_max: 10, ..Limits::standard() };
        let wide = read(b"<table><tr><td colspan=11>1", None, &limits).unwrap_err().to_string();
        assert_eq!(wide, "sheet `table 1`: got 11 cells, expected at most 10");
    }
}

//! An explanation as one page of HTML: the facts, the arithmetic, and the printed tables with the
//! cells marked. It stands alone: no script, and nothing is asked of any server unless a person
//! follows a link. Whatever is printed or captured is text here, never markup.

use std::fmt::Write as _;

use portbook_model::concept::Concept;
use portbook_model::digest::Digest;

use crate::derived::text::{came_to, corrected, headline, short, signed};
use crate::derived::{Derived, key};
use crate::explain::text::grouped;
use crate::explain::{CaptureInfo, Explained, Mark};
use crate::published_row::PublishedRow;

/// A table as printed, or the part of it in which something is marked.
#[derive(Clone, Debug, Default)]
pub struct PrintedTable {
    /// `sheet 12`; empty for a bare record file.
    pub title: String,
    pub snapshot: String,
    pub capture: Option<CaptureInfo>,
    /// Letters of the columns, or names of a record file.
    pub columns: Vec<String>,
    pub rows: Vec<PrintedRow>,
    /// Rows and columns that the file has and the page leaves out.
    pub hidden_rows: u64,
    pub hidden_columns: u64,
}

#[derive(Clone, Debug, Default)]
pub struct PrintedRow {
    /// Number of the row or record.
    pub name: String,
    /// Rows before it are left out.
    pub is_after_gap: bool,
    pub cells: Vec<PrintedCell>,
}

#[derive(Clone, Debug)]
pub struct PrintedCell {
    pub text: String,
    /// The number that is stored, of a figure that is shown with fewer digits.
    pub stored: Option<String>,
    pub row_span: u32,
    pub column_span: u32,
    pub mark: Mark,
    /// Numbers, from 1, of the explained cells that stand here.
    pub numbers: Vec<usize>,
    pub is_bold: bool,
    pub indent: u8,
}

/// The page of observations, each with its vintages; `rows` are the cells in the order in which the
/// tables number them.
pub fn of_explained(explained: &[Explained], tables: &[PrintedTable]) -> String {
    let mut page = Page::new("Where the figures were printed");
    let mut number = 0;
    for one in explained {
        page.heading(&one.key());
        let row = &one.row;
        let unit = row.series.get(Concept::UnitMeasure);
        let mut facts = vec![
            (
                "value",
                row.value_text().map_or_else(
                    || format!("none, obs_status {}", row.obs_status),
                    |value| format!("{} {unit}", grouped(&value)),
                ),
            ),
            ("period", format!("{}, {} to {}", row.time_period, row.period_start, row.period_end)),
            ("release", format!("{}, {} ({})", row.release, row.released_at, row.released_basis)),
            ("level", row.level.clone()),
        ];
        facts.extend(Concept::ALL.iter().map(|c| (c.name(), row.series.get(*c).to_owned())));
        page.facts(&facts);
        page.cells(&one.vintages, number);
        number += one.vintages.len();
    }
    page.tables(tables);
    page.close()
}

/// The cells whose tables [`of_explained`] shows, in its order.
pub fn cells_of(explained: &[Explained]) -> Vec<PublishedRow> {
    explained.iter().flat_map(|one| one.vintages.iter().cloned()).collect()
}

/// The page of a computed figure.
pub fn of_derived(derived: &Derived, tables: &[PrintedTable]) -> String {
    let mut page = Page::new(&derived.title);
    for figure in &derived.figures {
        if !figure.name.is_empty() {
            page.heading(&figure.name);
        }
        for line in came_to(figure) {
            page.element("p", "figure", &line);
        }
        if !figure.sql.is_empty() {
            page.element("pre", "", &figure.sql);
        }
        for note in &figure.notes {
            page.element("p", "note", note);
        }
        for step in &figure.steps {
            page.element("h3", "", &headline(step));
            page.text.push_str("<table class=\"terms\">\n");
            for term in &step.terms {
                let _ = write!(
                    page.text,
                    "<tr><td class=\"n\">{}</td><td>",
                    escaped(&signed(&term.value))
                );
                for cell in &term.cells {
                    let told = escaped(&short(&derived.cells[*cell]));
                    let _ = write!(page.text, "<a href=\"#c{0}\">[{0}]</a> {told} ", cell + 1);
                }
                page.text.push_str("</td></tr>\n");
            }
            page.text.push_str("</table>\n");
        }
    }
    page.heading("The cells");
    page.cells(&derived.cells, 0);
    page.tables(tables);
    page.close()
}

const STYLE: &str = "\
:root{color-scheme:light dark;--line:#8886;--soft:#8881;--value:#ffd54f;--head:#90caf966}\
body{font:15px/1.5 system-ui,sans-serif;max-width:76rem;margin:2rem auto;padding:0 1rem}\
h1{font-size:1.4rem}h2{font-size:1.15rem;margin-top:2rem}h3{font-size:1rem;font-weight:600}\
table{border-collapse:collapse;font-size:13px;margin:.6rem 0}\
td,th{border:1px solid var(--line);padding:.15rem .45rem;text-align:left;vertical-align:top}\
td{white-space:pre-line;font-variant-numeric:tabular-nums}\
thead th,tbody th{background:var(--soft);font-weight:400}\
.facts th{white-space:nowrap}.n{text-align:right}.scroll{overflow-x:auto}\
.value{background:var(--value);color:#000;font-weight:700;outline:2px solid #e65100}\
.heading{background:var(--head)}.bold{font-weight:700}.gap td{text-align:center;border-style:dashed}\
.figure{font-size:1.2rem;font-weight:600;margin:.3rem 0}.note{font-style:italic}\
pre{background:var(--soft);padding:.6rem;white-space:pre-wrap;overflow-wrap:anywhere}\
.digest{font-family:ui-monospace,monospace;font-size:12px;overflow-wrap:anywhere}\
:target{outline:3px solid #d81b60}";

struct Page {
    text: String,
}

impl Page {
    fn new(title: &str) -> Self {
        let title = escaped(title);
        let style = style_digest();
        let text = format!(
            "<!doctype html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n\
             <meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; \
             style-src 'sha256-{style}'; base-uri 'none'; form-action 'none'\">\n\
             <meta name=\"referrer\" content=\"no-referrer\">\n\
             <meta name=\"viewport\" content=\"width=device-width\">\n\
             <title>{title}</title>\n<style>{STYLE}</style>\n</head>\n<body>\n<h1>{title}</h1>\n"
        );
        Self { text }
    }

    fn close(mut self) -> String {
        self.text.push_str("</body>\n</html>\n");
        self.text
    }

    fn heading(&mut self, text: &str) {
        self.element("h2", "", text);
    }

    fn element(&mut self, name: &str, class: &str, text: &str) {
        let class = if class.is_empty() { String::new() } else { format!(" class=\"{class}\"") };
        let _ = writeln!(self.text, "<{name}{class}>{}</{name}>", escaped(text));
    }

    fn facts(&mut self, facts: &[(&str, String)]) {
        self.text.push_str("<table class=\"facts\">\n");
        for (name, value) in facts {
            let (name, value) = (escaped(name), escaped(value));
            let _ = writeln!(self.text, "<tr><th>{name}</th><td>{value}</td></tr>");
        }
        self.text.push_str("</table>\n");
    }

    /// A line for each row, numbered on from `before`; its number leads to its cell.
    fn cells(&mut self, rows: &[PublishedRow], before: usize) {
        self.text.push_str(
            "<div class=\"scroll\"><table>\n<thead><tr><th></th><th>value</th><th>printed</th><th>10^</th>\
             <th>period</th><th>release</th><th>address</th><th>key</th></tr></thead>\n<tbody>\n",
        );
        for (at, row) in rows.iter().enumerate() {
            let number = before + at + 1;
            let unit = row.series.get(Concept::UnitMeasure);
            let value = row.value_text().map_or_else(
                || row.obs_status.clone(),
                |value| format!("{} {unit}{}", grouped(&value), corrected(row)),
            );
            let told = [
                row.printed().unwrap_or_default(),
                row.unit_mult.to_string(),
                row.time_period.clone(),
                row.release.clone(),
                row.address.to_string(),
                key(row),
            ];
            let _ = write!(
                self.text,
                "<tr><td><a href=\"#c{number}\">[{number}]</a></td><td class=\"n\">{}</td>",
                escaped(&value)
            );
            for text in told {
                let _ = write!(self.text, "<td>{}</td>", escaped(&text));
            }
            self.text.push_str("</tr>\n");
        }
        self.text.push_str("</tbody></table></div>\n");
    }

    fn tables(&mut self, tables: &[PrintedTable]) {
        for table in tables {
            self.heading(&format!("As printed: {}", table.title));
            self.origin(table);
            self.table(table);
        }
    }

    /// Where the bytes came from.
    fn origin(&mut self, table: &PrintedTable) {
        let from = match &table.capture {
            Some(capture) => {
                let url = escaped(&capture.url);
                let is_web =
                    capture.url.starts_with("https://") || capture.url.starts_with("http://");
                let link = match () {
                    () if is_web => format!("<a href=\"{url}\" rel=\"noreferrer\">{url}</a>"),
                    () if url.is_empty() => "by hand".to_owned(),
                    () => url,
                };
                let note =
                    capture.note.as_deref().map_or(String::new(), |note| format!("; {note}"));
                format!("{link}, captured {}{}", capture.captured_at, escaped(&note))
            }
            None => "no capture".to_owned(),
        };
        let snapshot = escaped(&table.snapshot);
        let _ =
            writeln!(self.text, "<p>{from}<br><span class=\"digest\">sha256 {snapshot}</span></p>");
        let hidden = match (table.hidden_rows, table.hidden_columns) {
            (0, 0) => return,
            (rows, 0) => format!("{rows} rows of it are left out"),
            (0, columns) => format!("{columns} columns of it are left out"),
            (rows, columns) => format!("{rows} rows and {columns} columns of it are left out"),
        };
        self.element("p", "note", &hidden);
    }

    fn table(&mut self, table: &PrintedTable) {
        self.text.push_str("<div class=\"scroll\"><table>\n<thead><tr><th></th>");
        for column in &table.columns {
            let _ = write!(self.text, "<th>{}</th>", escaped(column));
        }
        self.text.push_str("</tr></thead>\n<tbody>\n");
        for row in &table.rows {
            if row.is_after_gap {
                let columns = table.columns.len() + 1;
                let _ =
                    writeln!(self.text, "<tr class=\"gap\"><td colspan=\"{columns}\">…</td></tr>");
            }
            let _ = write!(self.text, "<tr><th>{}</th>", escaped(&row.name));
            for cell in &row.cells {
                self.cell(cell);
            }
            self.text.push_str("</tr>\n");
        }
        self.text.push_str("</tbody></table></div>\n");
    }

    fn cell(&mut self, cell: &PrintedCell) {
        let mut attributes = String::new();
        for (name, span) in [("rowspan", cell.row_span), ("colspan", cell.column_span)] {
            if span > 1 {
                let _ = write!(attributes, " {name}=\"{span}\"");
            }
        }
        if let Some(stored) = &cell.stored {
            let _ = write!(attributes, " title=\"stored: {}\"", escaped(stored));
        }
        let mut classes = Vec::new();
        match cell.mark {
            Mark::Value => classes.push("value"),
            Mark::Heading => classes.push("heading"),
            Mark::Near => {}
        }
        if cell.is_bold {
            classes.push("bold");
        }
        if !classes.is_empty() {
            let _ = write!(attributes, " class=\"{}\"", classes.join(" "));
        }
        let mut anchors = String::new();
        for number in &cell.numbers {
            let _ = write!(anchors, "<a id=\"c{number}\"></a>");
        }
        let indent = "\u{2003}".repeat(usize::from(cell.indent));
        let text = escaped(&cell.text);
        let text = match cell.mark {
            Mark::Value => format!("<mark class=\"value\">{text}</mark>"),
            Mark::Heading | Mark::Near => text,
        };
        let _ = write!(self.text, "<td{attributes}>{anchors}{indent}{text}</td>");
    }
}

/// Text that can stand in an element or an attribute in quotes. Control characters are shown.
fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for letter in text.chars() {
        match letter {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\'' => out.push_str("&#39;"),
            '\n' | '\t' => out.push(letter),
            // What would turn the reading of the rest around, or is no letter.
            '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' => out.push('\u{fffd}'),
            letter if letter.is_control() => out.push('\u{fffd}'),
            letter => out.push(letter),
        }
    }
    out
}

/// The digest of the style as the policy names it.
fn style_digest() -> String {
    let hexadecimal = Digest::of(STYLE.as_bytes()).to_string();
    let bytes: Vec<u8> = (0..hexadecimal.len())
        .step_by(2)
        .filter_map(|at| u8::from_str_radix(&hexadecimal[at..at + 2], 16).ok())
        .collect();
    base64(&bytes)
}

fn base64(bytes: &[u8]) -> String {
    const LETTERS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    let mut text = String::new();
    for three in bytes.chunks(3) {
        let byte = |at: usize| u32::from(three.get(at).copied().unwrap_or(0));
        let bits = (byte(0) << 16) | (byte(1) << 8) | byte(2);
        for at in 0..4 {
            let index = ((bits >> (18 - 6 * at)) & 63) as usize;
            let is_padding = at > three.len();
            text.push(if is_padding { '=' } else { char::from(LETTERS[index]) });
        }
    }
    text
}

#[cfg(test)]
mod tests;

//! The little Markdown that READMEs of sources and review bundles are written in, as HTML: headings,
//! lists, tables, code, emphasis. What it does not know stays the text it is.

use std::fmt::Write as _;

use crate::html::{Linked, Page, Text};

/// The quirks of a source.
pub(crate) fn section(page: &mut Page, markdown: &str) {
    if markdown.trim().is_empty() {
        return;
    }
    page.heading("quirks", "Quirks of the source");
    render(page, markdown, "h3");
}

/// What a line begins, or goes on with.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Block {
    None,
    Paragraph,
    Item,
    Row,
    Code,
}

/// The whole text; its headings are all of one level.
pub(crate) fn render(page: &mut Page, markdown: &str, heading: &str) {
    let mut block = Block::None;
    let mut held = String::new();
    for line in markdown.lines() {
        if line.starts_with("```") {
            let next = if block == Block::Code { Block::None } else { Block::Code };
            change(page, &mut block, next, &mut held);
        } else if block == Block::Code {
            held.push_str(line);
            held.push('\n');
        } else if let Some(title) = line.strip_prefix('#') {
            change(page, &mut block, Block::None, &mut held);
            page.element(heading, "", title.trim_start_matches('#').trim());
        } else if let Some(item) = line.strip_prefix("- ").or(line.strip_prefix("* ")) {
            flush(page, block, &mut held);
            change(page, &mut block, Block::Item, &mut held);
            item.clone_into(&mut held);
        } else if line.starts_with('|') {
            change(page, &mut block, Block::Row, &mut held);
            row(page, line);
        } else if line.trim().is_empty() {
            if block != Block::Item {
                change(page, &mut block, Block::None, &mut held);
            }
        } else {
            if !matches!(block, Block::Paragraph | Block::Item) {
                change(page, &mut block, Block::Paragraph, &mut held);
            }
            let _ = write!(held, " {}", line.trim());
        }
    }
    change(page, &mut block, Block::None, &mut held);
}

/// Ends what is open unless it goes on, and opens what comes.
fn change(page: &mut Page, block: &mut Block, next: Block, held: &mut String) {
    if *block == next {
        return;
    }
    flush(page, *block, held);
    match *block {
        Block::Item => page.markup(format_args!("</ul>\n")),
        Block::Row => page.close_table(),
        Block::None | Block::Paragraph | Block::Code => {}
    }
    match next {
        Block::Item => page.markup(format_args!("<ul>\n")),
        Block::Row => page.table("", "As listed", &[]),
        Block::None | Block::Paragraph | Block::Code => {}
    }
    *block = next;
}

/// Writes what was held back of a block.
fn flush(page: &mut Page, block: Block, held: &mut String) {
    let text = std::mem::take(held);
    match block {
        Block::Code => page.element("pre", "code", &text),
        _ if text.trim().is_empty() => {}
        Block::Item => page.markup(format_args!("<li>{}</li>\n", inline(text.trim()))),
        Block::Paragraph | Block::Row | Block::None => {
            page.markup(format_args!("<p>{}</p>\n", inline(text.trim())));
        }
    }
}

fn row(page: &mut Page, line: &str) {
    let cells: Vec<&str> = line.trim().trim_matches('|').split('|').map(str::trim).collect();
    // The line between the heading and the rest says nothing, and headings may be empty.
    let is_rule = |cell: &&str| cell.chars().all(|c| matches!(c, '-' | ':' | ' '));
    if cells.iter().all(is_rule) {
        return;
    }
    page.markup(format_args!("<tr>"));
    for cell in cells {
        page.markup(format_args!("<td>{}</td>", inline(cell)));
    }
    page.markup(format_args!("</tr>\n"));
}

/// Code and emphasis within a line; addresses become links.
fn inline(text: &str) -> String {
    let mut out = String::new();
    for (at, part) in text.split('`').enumerate() {
        if at % 2 == 1 {
            let _ = write!(out, "<code>{}</code>", Text(part));
            continue;
        }
        for (at, part) in part.split("**").enumerate() {
            let part = emphasised(&Linked(part).to_string());
            let _ = if at % 2 == 1 {
                write!(out, "<strong>{part}</strong>")
            } else {
                write!(out, "{part}")
            };
        }
    }
    out
}

/// `*word*`, where the stars stand at the ends of words; other stars are footnotes.
fn emphasised(markup: &str) -> String {
    let (mut out, mut rest) = (String::new(), markup);
    while let Some((before, after)) = rest.split_once('*') {
        let opens = before.ends_with([' ', '(']) || before.is_empty();
        let inside = after.split_once('*').filter(|(inside, _)| {
            let at_end = inside.ends_with(|c: char| c.is_alphanumeric() || c == '.');
            opens && at_end && inside.starts_with(char::is_alphanumeric)
        });
        out.push_str(before);
        if let Some((inside, after)) = inside {
            let _ = write!(out, "<em>{inside}</em>");
            rest = after;
        } else {
            out.push('*');
            rest = after;
        }
    }
    out + rest
}

#[cfg(test)]
mod tests {
    use super::*;

    fn rendered(markdown: &str) -> String {
        let mut page = Page::new("x", 0, None);
        render(&mut page, markdown, "h3");
        let page = page.close("");
        let from = page.find("<main id=\"main\">").unwrap() + 17;
        page[from..page.find("</main>").unwrap()].to_owned()
    }

    #[test]
    fn what_readmes_are_written_in_is_read() {
        assert_eq!(
            rendered("An *empty string* (农产品*, 机电*)."),
            "<p>An <em>empty string</em> (农产品*, 机电*).</p>\n"
        );
        assert_eq!(
            rendered(
                "Text on\ntwo lines.\n\n- **Two** `shapes`\n  and more\n- <b>\n\n## Next\nEnd"
            ),
            "<p>Text on two lines.</p>\n<ul>\n<li><strong>Two</strong> <code>shapes</code> and more</li>\n\
             <li>&lt;b&gt;</li>\n</ul>\n<h3>Next</h3>\n<p>End</p>\n"
        );
        let table = rendered("| a | b |\n| --- | --: |\n| 1 | `2` |\n");
        assert!(table.contains("<tr><td>1</td><td><code>2</code></td></tr>"), "{table}");
        assert!(!table.contains("---"), "{table}");
    }
}

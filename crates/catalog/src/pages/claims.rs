//! The claims of an article: each with its verdict, its arithmetic, its cells, and then beside now.

use std::collections::BTreeMap;

use super::{Made, in_words};
use crate::facts::{Article, Came, Cell, Claim, Figure, Reading};
use crate::figures::then_and_now::svg;
use crate::html::{Page, Part, Text};
use crate::place::{Tables, claims_page, series_page};

/// Cells of a claim that are listed; the command that lists all is named.
const CELLS_MAX: usize = 60;
/// Sums of one figure that are told.
const STEPS_MAX: usize = 12;

/// Where the cells of claims can be looked at.
pub(crate) struct Links<'a> {
    /// By source.
    pub(crate) tables: &'a BTreeMap<String, Tables>,
    /// Sources whose series have pages.
    pub(crate) with_series: &'a [String],
}

/// Verdicts in the order in which a reader asks for them: of one claim, of several, and the class of
/// their mark.
const VERDICTS: [(&str, &str, &str); 6] = [
    ("holds", "hold", "good"),
    ("held as of then, revised since", "held as of then, revised since", "then"),
    ("depends on the reading", "depend on the reading", "open"),
    ("does not hold", "do not hold", "bad"),
    ("not yet computable", "not yet computable", "none"),
    ("out of scope", "out of scope", "none"),
];

fn class(verdict: &str) -> &'static str {
    let found = VERDICTS.iter().find(|(one, several, _)| [*one, *several].contains(&verdict));
    found.map_or("none", |(_, _, class)| class)
}

/// How many claims came to which verdict, in the order of the verdicts.
pub(crate) fn tally(article: &Article) -> Vec<(String, usize)> {
    let counts = VERDICTS.map(|(one, several, _)| {
        let count = article.claims.iter().filter(|claim| claim.verdict == one).count();
        (if count == 1 { one } else { several }.to_owned(), count)
    });
    counts.into_iter().filter(|(_, count)| *count > 0).collect()
}

/// The page of one article.
pub(crate) fn page(article: &Article, links: &Links<'_>) -> Made {
    let mut page = Page::new(&article.title, 1, Some(Part::Claims));
    page.title("An article\u{2019}s figures, tested", &article.title);
    let claims = article.claims.len();
    page.markup(format_args!(
        "<p class=\"lead\">{} of the article, each put to the published table as it stood at the end of \
         <time datetime=\"{date}\">{date}</time>, and as it stands now. Nothing below was typed: each \
         verdict is computed from the cells it lists.</p>\n",
        crate::words::count(claims, "figure", "figures"),
        date = Text(&article.date)
    ));
    page.markup(format_args!("<ul class=\"tally\">\n"));
    for (word, count) in tally(article) {
        page.markup(format_args!(
            "<li class=\"{}\"><strong>{count}</strong> {}</li>\n",
            class(&word),
            Text(&word)
        ));
    }
    page.markup(format_args!("</ul>\n"));
    contents(&mut page, article);
    for claim in &article.claims {
        self::claim(&mut page, article, claim, links);
    }
    let path = claims_page(&article.name);
    Made { path, text: page.close(&format!("Made from {}.toml.", article.name)) }
}

/// All claims on one screen.
fn contents(page: &mut Page, article: &Article) {
    page.heading("all", "At a glance");
    let heads = ["Claim", "Printed", "Found then", "Now", "Verdict"];
    page.table("claims", "Every figure of the article", &heads);
    for claim in &article.claims {
        let text = |came: &Option<Came>| came.as_ref().map_or(String::new(), |c| c.text.clone());
        page.markup(format_args!(
            "<tr><th scope=\"row\"><a href=\"#{}\">{}</a></th><td>{}</td><td>{}</td><td>{}</td>\
             <td>{}</td></tr>\n",
            Text(&claim.id),
            Text(&claim.statement),
            Text(&claim.published),
            Text(&text(&claim.then)),
            Text(&text(&claim.now)),
            verdict(&claim.verdict)
        ));
    }
    page.close_table();
}

fn verdict(word: &str) -> String {
    format!("<span class=\"verdict {}\">{}</span>", class(word), Text(word))
}

fn claim(page: &mut Page, article: &Article, claim: &Claim, links: &Links<'_>) {
    let id = Text(&claim.id);
    page.markup(format_args!(
        "<section class=\"claim\" id=\"{id}\" aria-labelledby=\"{id}-head\">\n\
         <h2 id=\"{id}-head\">{}: {} <a class=\"anchor\" href=\"#{id}\" aria-label=\"Link to this \
         claim\">#</a></h2>\n<p>{}</p>\n",
        Text(&claim.statement),
        Text(&claim.published),
        verdict(&claim.verdict)
    ));
    if let Some(drawn) = svg(claim) {
        page.markup(format_args!("{drawn}"));
    }
    for reading in &claim.readings {
        self::reading(page, claim, reading, claim.readings.len() > 1);
    }
    for note in &claim.notes {
        page.element("p", "note", note);
    }
    cells(page, article, claim, links);
    page.markup(format_args!("</section>\n"));
}

fn reading(page: &mut Page, claim: &Claim, reading: &Reading, is_one_of_many: bool) {
    page.markup(format_args!("<div class=\"reading\">\n<h3>{}", Text(&reading.name)));
    if is_one_of_many {
        page.markup(format_args!(" {}", verdict(&reading.verdict)));
    }
    page.markup(format_args!("</h3>\n"));
    if let Some(then) = &reading.then {
        page.markup(format_args!("<p><strong>{}</strong> then", Text(&then.text)));
        match &reading.now {
            Some(now) if now.value != then.value => {
                page.markup(format_args!(", <strong>{}</strong> now", Text(&now.text)));
            }
            Some(_) => page.markup(format_args!(", and the same now")),
            None => {}
        }
        page.markup(format_args!(
            "; the article\u{2019}s figure means {}.</p>\n",
            Text(&reading.expected)
        ));
    }
    for note in &reading.notes {
        page.element("p", "note", note);
    }
    for figure in &reading.figures {
        self::figure(page, claim, figure);
    }
    page.markup(format_args!("</div>\n"));
}

/// The arithmetic, closed until it is asked for.
fn figure(page: &mut Page, claim: &Claim, figure: &Figure) {
    page.markup(format_args!(
        "<details><summary>The arithmetic: {}</summary>\n",
        Text(&figure.name)
    ));
    for step in figure.steps.iter().take(STEPS_MAX) {
        page.element("p", "step", &step.headline);
        page.markup(format_args!("<ul class=\"terms\">\n"));
        for term in &step.terms {
            page.markup(format_args!("<li><span class=\"n\">{}</span>", Text(&term.value)));
            for cell in term.cells.iter().filter(|cell| **cell < CELLS_MAX) {
                page.markup(format_args!(
                    " <a href=\"#{0}-c{1}\">[{1}]</a>",
                    Text(&claim.id),
                    cell + 1
                ));
            }
            page.markup(format_args!("</li>\n"));
        }
        page.markup(format_args!("</ul>\n"));
        if step.left_out > 0 {
            page.element("p", "note", &format!("And {} terms more.", step.left_out));
        }
    }
    if figure.steps.len() > STEPS_MAX {
        let more = figure.steps.len() - STEPS_MAX;
        page.markup(format_args!(
            "<p class=\"note\">And {more} sums more: <code>portbook explain --claim {}</code></p>\n",
            Text(&claim.id)
        ));
    }
    if !figure.sql.is_empty() {
        page.element("pre", "code", &figure.sql);
    }
    page.markup(format_args!("</details>\n"));
}

/// The cells, each linked to where it was printed.
fn cells(page: &mut Page, article: &Article, claim: &Claim, links: &Links<'_>) {
    if claim.cells.is_empty() {
        return;
    }
    let count = claim.cells.len();
    let caption = match count {
        _ if count > CELLS_MAX => format!("The first {CELLS_MAX} of {count} cells it rests on"),
        _ => format!("The {} it rests on", crate::words::count(count, "cell", "cells")),
    };
    let heads = ["Cell", "Period", "#As printed", "#Value", "Release", "Dataset"];
    page.table("cells", &caption, &heads);
    for (at, cell) in claim.cells.iter().enumerate().take(CELLS_MAX) {
        page.markup(format_args!(
            "<tr id=\"{0}-c{1}\"><th scope=\"row\">[{1}]</th><td class=\"p\">{2}</td>",
            Text(&claim.id),
            at + 1,
            Text(&format!("{} {}", cell.time_period, cell.period_kind))
        ));
        self::cell(page, cell, links);
    }
    page.close_table();
    if count > CELLS_MAX {
        let all = format!("portbook claims claims/{}.toml --json", article.name);
        page.markup(format_args!(
            "<p class=\"note\">All of them: <code>{}</code></p>\n",
            Text(&all)
        ));
    }
}

fn cell(page: &mut Page, cell: &Cell, links: &Links<'_>) {
    let printed = cell.printed.as_deref().map_or("\u{2013}", in_words);
    let tables = links.tables.get(&cell.source);
    let link = tables.and_then(|tables| tables.link(&cell.source, &cell.snapshot, &cell.address));
    match link {
        Some(link) => page.markup(format_args!(
            "<td class=\"n\"><a href=\"../{}\">{}</a></td>",
            Text(&link),
            Text(printed)
        )),
        None => page.markup(format_args!("<td class=\"n\">{}</td>", Text(printed))),
    }
    let value = cell.value.as_deref().map_or("\u{2013}".to_owned(), |value| {
        let value = crate::number::commas(value).replace('-', "\u{2212}");
        format!("{value} {}", crate::words::unit(&cell.unit))
    });
    let day = cell.released_at.get(..10).unwrap_or(&cell.released_at);
    page.markup(format_args!(
        "<td class=\"n\">{}</td><td>{} <small>{}</small></td><td>",
        Text(value.trim_end()),
        Text(&cell.release),
        Text(day)
    ));
    if links.with_series.contains(&cell.source) {
        let series = series_page(&cell.series);
        page.markup(format_args!(
            "<a href=\"../{}\">{}</a></td></tr>\n",
            Text(&series),
            Text(&cell.dataset)
        ));
    } else {
        page.markup(format_args!("{}</td></tr>\n", Text(&cell.dataset)));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_claim_can_be_linked_to_and_its_verdict_is_a_word() {
        let of = |id: &str, verdict: &str| Claim {
            id: id.to_owned(),
            verdict: verdict.to_owned(),
            statement: "the surplus".to_owned(),
            published: "$1.076tn".to_owned(),
            ..Claim::default()
        };
        let article = Article {
            name: "2025-12-x".to_owned(),
            title: "A title".to_owned(),
            date: "2025-12-09".to_owned(),
            claims: vec![of("one", "holds"), of("two", "does not hold"), of("three", "holds")],
        };
        let tally = tally(&article);
        assert_eq!(tally, [("hold".to_owned(), 2), ("does not hold".to_owned(), 1)]);
        let made = page(&article, &Links { tables: &BTreeMap::new(), with_series: &[] });
        assert_eq!(made.path, "claims/2025-12-x.html");
        for part in [
            "<section class=\"claim\" id=\"two\"",
            "<span class=\"verdict bad\">does not hold</span>",
            "<a href=\"#three\">the surplus</a>",
        ] {
            assert!(made.text.contains(part), "{part}: {}", made.text);
        }
    }
}

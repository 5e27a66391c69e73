//! The front page, and the lists that lead to everything else.

use serde_json::json;

use super::{Made, held};
use crate::facts::{Facts, Run};
use crate::html::{Page, Part, Text};
use crate::note::{ArticleNote, DatasetNote, SourceNote};
use crate::place::{claims_page, dataset_page, held_page};
use crate::words::count;

/// Releases, dates and claims that the front page tells.
const TOLD_MAX: usize = 8;

/// What the lists are made of.
pub(crate) struct Lists<'a> {
    pub(crate) facts: &'a Facts,
    pub(crate) sources: &'a [SourceNote],
    /// The newest article first.
    pub(crate) articles: &'a [ArticleNote],
    /// `commit 12, 77,837 rows`.
    pub(crate) made_from: &'a str,
}

impl Lists<'_> {
    /// Every dataset that is published, and its source.
    fn datasets(&self) -> impl Iterator<Item = (&SourceNote, &DatasetNote)> {
        self.sources.iter().flat_map(|s| s.datasets.iter().map(move |dataset| (s, dataset)))
    }

    fn link(&self, page: &mut Page, column: &str, dataset: &str, text: &str) {
        let known = self.datasets().any(|(s, d)| s.column == column && d.name == dataset);
        if known {
            let path = dataset_page(column, dataset, 1);
            page.markup(format_args!("<a href=\"{}\">{}</a>", Text(&path), Text(text)));
        } else {
            page.markup(format_args!("{}", Text(text)));
        }
    }

    fn title_of(&self, column: &str, dataset: &str) -> String {
        let found = self.datasets().find(|(s, d)| s.column == column && d.name == dataset);
        found.map_or_else(|| format!("{column} {dataset}"), |(_, dataset)| dataset.title.clone())
    }
}

/// `index.html`.
pub(crate) fn front(lists: &Lists<'_>) -> Made {
    let mut page = Page::new("What the bureaus printed", 0, None);
    page.title("Customs and statistics bureaus, cell by cell", "What the bureaus printed");
    let datasets = lists.datasets().count();
    page.markup(format_args!(
        "<p class=\"lead\">{} of {}: each figure as its publisher printed it, every time it was printed, \
         one click from the cell it stands in.</p>\n",
        count(datasets, "dataset", "datasets"),
        count(lists.sources.len(), "source", "sources"),
    ));
    search(&mut page);
    newest(&mut page, lists);
    claims(&mut page, lists);
    due(&mut page, lists);
    waiting(&mut page, lists);
    Made { path: "index.html".to_owned(), text: page.close(&format!("{}.", lists.made_from)) }
}

/// A field that only works with the script; without it the lists are a click away.
fn search(page: &mut Page) {
    page.markup(format_args!(
        "<div class=\"search\" role=\"search\" id=\"search\" hidden>\n\
         <label for=\"query\">Search datasets, areas and commodities</label>\n\
         <input id=\"query\" type=\"search\" autocomplete=\"off\" spellcheck=\"false\">\n\
         <ul id=\"found\" aria-live=\"polite\"></ul>\n</div>\n\
         <noscript><p class=\"note\">Search needs a script; <a href=\"datasets.html\">the list of \
         datasets</a> does not.</p></noscript>\n\
         <script src=\"search-data.js\" defer></script>\n<script src=\"search.js\" defer></script>\n"
    ));
}

fn newest(page: &mut Page, lists: &Lists<'_>) {
    let mut releases: Vec<(&SourceNote, &DatasetNote)> = lists.datasets().collect();
    releases.retain(|(_, dataset)| !dataset.release.is_empty());
    releases.sort_by_key(|(source, dataset)| {
        (std::cmp::Reverse(&dataset.released_at), &source.column, &dataset.name)
    });
    if releases.is_empty() {
        return;
    }
    page.heading("released", "Released last");
    page.table("newest", "The newest releases", &["Out", "Dataset", "Release", "Publisher"]);
    for (source, dataset) in releases.into_iter().take(TOLD_MAX) {
        let day = dataset.released_at.get(..10).unwrap_or_default();
        page.markup(format_args!(
            "<tr><td><time datetime=\"{}\">{}</time></td><th scope=\"row\">",
            Text(&dataset.released_at),
            Text(day)
        ));
        lists.link(page, &source.column, &dataset.name, &dataset.title);
        page.markup(format_args!(
            "</th><td class=\"p\">{}</td><td>{}</td></tr>\n",
            Text(&dataset.release),
            Text(&source.publisher)
        ));
    }
    page.close_table();
    page.markup(format_args!("<p><a href=\"datasets.html\">All datasets</a></p>\n"));
}

/// The newest article.
fn claims(page: &mut Page, lists: &Lists<'_>) {
    let Some(article) = lists.articles.first() else { return };
    page.heading("claims", "Claims, tested");
    page.markup(format_args!(
        "<p><a class=\"big\" href=\"{}\">{}</a><br>{}.</p>\n",
        Text(&claims_page(&article.name)),
        Text(&article.title),
        Text(&tally(article))
    ));
}

/// `5 hold, 3 held as of then, revised since`.
fn tally(article: &ArticleNote) -> String {
    let parts = article.tally.iter().map(|(word, count)| format!("{count} {word}"));
    parts.collect::<Vec<_>>().join(" \u{b7} ")
}

fn due(page: &mut Page, lists: &Lists<'_>) {
    if lists.facts.expected.is_empty() {
        return;
    }
    page.heading("due", "Expected next");
    page.table(
        "due",
        "The next release of each dataset, the earliest first",
        &["Expected", "Dataset", "For", "What says so"],
    );
    for expected in lists.facts.expected.iter().take(TOLD_MAX) {
        let days = if expected.first == expected.last {
            expected.first.clone()
        } else {
            format!("{} to {}", expected.first, expected.last)
        };
        page.markup(format_args!("<tr><td class=\"p\">{}</td><th scope=\"row\">", Text(&days)));
        let column = expected.source.replace('/', "-");
        let title = lists.title_of(&column, &expected.dataset);
        lists.link(page, &column, &expected.dataset, &title);
        page.markup(format_args!(
            "</th><td class=\"p\">{}</td><td>{}</td></tr>\n",
            Text(&expected.period),
            Text(&expected.why)
        ));
    }
    page.close_table();
}

/// What is held and why.
fn waiting(page: &mut Page, lists: &Lists<'_>) {
    page.heading("held", "Held for review");
    if lists.facts.held.is_empty() {
        page.markup(format_args!(
            "<p>Nothing is held. <a href=\"runs.html\">What each run did</a></p>\n"
        ));
        return;
    }
    page.markup(format_args!("<ul>\n"));
    for one in &lists.facts.held {
        let why = why(one.id.as_str(), lists.facts.runs.first());
        page.markup(format_args!(
            "<li><a href=\"{}\">{}</a>{}</li>\n",
            Text(&held_page(&one.id)),
            Text(&held::name(one)),
            Text(&why)
        ));
    }
    page.markup(format_args!("</ul>\n"));
}

/// The first reason that the last run gave.
fn why(id: &str, run: Option<&Run>) -> String {
    let mut parts = id.split('/');
    let (source, dataset) =
        (parts.next().unwrap_or_default(), parts.next_back().unwrap_or_default());
    let line = run.into_iter().flat_map(|run| &run.lines);
    let line = line.filter(|l| l.source.replace('/', "-") == source && l.dataset == dataset);
    let because = line.flat_map(|line| &line.because).next();
    because.map_or(String::new(), |because| format!(": {because}"))
}

/// `datasets.html`.
pub(crate) fn datasets(lists: &Lists<'_>) -> Made {
    let mut page = Page::new("Datasets", 0, Some(Part::Data));
    let total = lists.datasets().count();
    page.title(&count(total, "printed table", "printed tables"), "Datasets");
    for source in lists.sources.iter().filter(|source| !source.datasets.is_empty()) {
        page.heading(&source.column, &source.title);
        let caption = format!("{}; licence: {}", source.publisher, source.licence);
        let heads = ["Dataset", "Newest release", "Out", "#Series", "Periods"];
        page.table("datasets", &caption, &heads);
        for dataset in &source.datasets {
            let day = dataset.released_at.get(..10).unwrap_or_default();
            page.markup(format_args!("<tr><th scope=\"row\">"));
            lists.link(&mut page, &source.column, &dataset.name, &dataset.title);
            page.markup(format_args!(
                "</th><td class=\"p\">{}</td><td class=\"p\">{}</td><td class=\"n\">{}</td>\
                 <td class=\"p\">{}</td></tr>\n",
                Text(&dataset.release),
                Text(day),
                crate::number::commas(&dataset.series.to_string()),
                Text(&dataset.span)
            ));
        }
        page.close_table();
    }
    let made_from = format!("{}.", lists.made_from);
    Made { path: "datasets.html".to_owned(), text: page.close(&made_from) }
}

/// `claims.html`.
pub(crate) fn articles(lists: &Lists<'_>) -> Made {
    let mut page = Page::new("Claims", 0, Some(Part::Claims));
    page.title("Figures of articles, as questions to the published table", "Claims");
    if lists.articles.is_empty() {
        page.element("p", "lead", "No article is tested on what is published here.");
    }
    for article in lists.articles {
        page.markup(format_args!(
            "<h2><a href=\"{}\">{}</a></h2>\n<p>Tested as of {}. {}.</p>\n",
            Text(&claims_page(&article.name)),
            Text(&article.title),
            Text(&article.date),
            Text(&tally(article))
        ));
    }
    Made { path: "claims.html".to_owned(), text: page.close("Made from the files of claims.") }
}

/// What the search knows, as a plain script that assigns it: nothing is fetched.
pub(crate) fn search_data(lists: &Lists<'_>) -> Made {
    let (mut datasets, mut words) = (Vec::new(), std::collections::BTreeMap::new());
    for (at, (source, dataset)) in lists.datasets().enumerate() {
        let path = dataset_page(&source.column, &dataset.name, 1);
        let about = format!("{} \u{b7} {}", source.publisher, source.title);
        datasets.push(json!([dataset.title, about, path]));
        for word in &dataset.words {
            words.entry(word.as_str()).or_insert_with(Vec::new).push(at);
        }
    }
    let words: Vec<_> = words.into_iter().map(|(word, of)| json!([word, of])).collect();
    let data = json!({ "datasets": datasets, "words": words });
    Made { path: "search-data.js".to_owned(), text: format!("window.portbook={data};\n") }
}

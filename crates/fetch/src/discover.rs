//! Index pages → the links that matter, each with what the page says of it. Pages as they are:
//! addresses without quotes, with backslashes, blanks and Chinese; titles in another cell.

use std::collections::BTreeSet;

use jiff::civil::Date;
use portbook_source::access::{Link, Page, Reading};
use portbook_source::pattern::{Captured, Pattern, fold};
use portbook_source::timetext;
use portbook_source::vocabulary::Vocabulary;
use scraper::{ElementRef, Html, Selector};
use url::Url;

use crate::error::{Error, Result};
use crate::page::{depth, text};

/// A page as it was received.
#[derive(Clone, Copy, Debug)]
pub struct Received<'a> {
    /// Where it came from, after redirects: links are relative to it.
    pub url: &'a Url,
    pub body: &'a [u8],
    pub content_type: Option<&'a str>,
}

/// A link to follow.
#[derive(Clone, Debug)]
pub struct Found<'a> {
    pub url: Url,
    pub listing: Listing,
    /// Links to look for on the target, if it is itself a page; empty if it is the file.
    pub links: &'a [Link],
}

/// What the page says of a link.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Listing {
    pub page_url: Url,
    pub title: Option<String>,
    /// Verbatim, blanks folded.
    pub period: Option<String>,
    pub date: Option<Date>,
}

/// The links of an index page, in the order of the rules, then of the page; each address once.
///
/// # Errors
/// [`Error::ReadingNotFound`] if the page no longer prints its period or date where the source says;
/// [`Error::UnsafePage`] if it is too large or too deep; [`Error::BadSelector`].
pub fn index<'a>(
    page: Received<'_>,
    rules: &'a Page,
    vocabulary: &Vocabulary,
) -> Result<Vec<Found<'a>>> {
    let html = parse(page)?;
    let period = match &rules.period {
        Some(reading) => {
            let captured = read(page.url, &html, reading, vocabulary)?;
            let texts = captured.into_iter().filter(|c| c.hole != "label").map(|c| c.text);
            Some(texts.collect::<Vec<_>>().join(" "))
        }
        None => None,
    };
    let date = match &rules.date {
        Some(reading) => {
            let captured = read(page.url, &html, reading, vocabulary)?;
            Some(date_of(&captured, vocabulary).ok_or_else(|| not_found(page.url, reading))?)
        }
        None => None,
    };
    let listing = Listing { page_url: page.url.clone(), title: None, period, date };
    links(page.url, &html, &rules.links, &listing, vocabulary)
}

/// The links of a page that an index led to; what it does not say itself is as the index said.
pub fn follow<'a>(
    page: Received<'_>,
    rules: &'a [Link],
    listing: &Listing,
    vocabulary: &Vocabulary,
) -> Result<Vec<Found<'a>>> {
    let listing = Listing { page_url: page.url.clone(), ..listing.clone() };
    links(page.url, &parse(page)?, rules, &listing, vocabulary)
}

fn parse(page: Received<'_>) -> Result<Html> {
    let text = text::decode(page.body, page.content_type);
    depth::check(page.body.len(), &text)
        .map_err(|problem| Error::UnsafePage { url: page.url.to_string(), problem })?;
    Ok(Html::parse_document(&text))
}

fn selector(css: &str) -> Result<Selector> {
    Selector::parse(css).map_err(|error| Error::BadSelector {
        selector: css.to_owned(),
        problem: error.to_string(),
    })
}

fn folded_text(element: ElementRef<'_>) -> String {
    fold(&element.text().collect::<String>())
}

fn read(
    url: &Url,
    html: &Html,
    reading: &Reading,
    vocabulary: &Vocabulary,
) -> Result<Vec<Captured>> {
    html.select(&selector(&reading.select)?)
        .find_map(|element| reading.pattern.captures(&folded_text(element), vocabulary))
        .ok_or_else(|| not_found(url, reading))
}

fn not_found(url: &Url, reading: &Reading) -> Error {
    Error::ReadingNotFound {
        url: url.to_string(),
        select: reading.select.clone(),
        pattern: reading.pattern.to_string(),
    }
}

fn date_of(captured: &[Captured], vocabulary: &Vocabulary) -> Option<Date> {
    let date = captured.iter().find(|c| matches!(c.hole.as_str(), "date" | "released_at"))?;
    timetext::date(&date.text, vocabulary.language, vocabulary.date_order)
}

fn links<'a>(
    page_url: &Url,
    html: &Html,
    rules: &'a [Link],
    listing: &Listing,
    vocabulary: &Vocabulary,
) -> Result<Vec<Found<'a>>> {
    let mut found = Vec::new();
    let mut seen = BTreeSet::new();
    for rule in rules {
        let title_in_row = rule.title.as_deref().map(selector).transpose()?;
        for anchor in html.select(&selector(&rule.select)?) {
            let Some(href) = anchor.value().attr("href") else { continue };
            let row = rule.row.as_deref().and_then(|name| row_of(anchor, name));
            if rule.row.is_some() && row.is_none() {
                continue; // The rule speaks of links in rows; this one is elsewhere on the page.
            }
            let title = title(anchor, row, title_in_row.as_ref());
            if !rule.find.iter().all(|words| title.contains(&fold(words))) {
                continue;
            }
            let url = address(page_url, href)?;
            let date = match &rule.date {
                Some(pattern) => {
                    Some(row_date(page_url, row.unwrap_or(anchor), pattern, vocabulary)?)
                }
                None => listing.date,
            };
            if seen.insert(url.clone()) {
                let title = Some(title).filter(|title| !title.is_empty());
                let listing = Listing { title, date, ..listing.clone() };
                found.push(Found { url, listing, links: &rule.links });
            }
        }
    }
    Ok(found)
}

fn row_of<'a>(anchor: ElementRef<'a>, name: &str) -> Option<ElementRef<'a>> {
    anchor.ancestors().filter_map(ElementRef::wrap).find(|e| e.value().name() == name)
}

/// The title inside the row, or the row's text; without a row the link's `title`, or its text.
fn title(anchor: ElementRef<'_>, row: Option<ElementRef<'_>>, inside: Option<&Selector>) -> String {
    match (row, inside) {
        (Some(row), Some(inside)) => row.select(inside).next().map(folded_text).unwrap_or_default(),
        (Some(row), None) => folded_text(row),
        (None, _) => {
            let attribute = anchor.value().attr("title").map(fold).filter(|text| !text.is_empty());
            attribute.unwrap_or_else(|| folded_text(anchor))
        }
    }
}

/// The address of a link. A browser reads `\` as `/` and encodes blanks and Chinese; so does `url`.
fn address(page_url: &Url, href: &str) -> Result<Url> {
    let joined = page_url.join(href.trim());
    let mut url =
        joined.map_err(|_| Error::BadLink { url: page_url.to_string(), href: href.to_owned() })?;
    url.set_fragment(None);
    Ok(url)
}

/// The date in the first text of the row, or of an element in it, that the pattern reads.
fn row_date(
    page_url: &Url,
    row: ElementRef<'_>,
    pattern: &Pattern,
    vocabulary: &Vocabulary,
) -> Result<Date> {
    let texts = row.text().map(fold);
    let elements = row.descendants().filter_map(ElementRef::wrap).map(folded_text);
    texts
        .chain(elements)
        .find_map(|text| date_of(&pattern.captures(&text, vocabulary)?, vocabulary))
        .ok_or_else(|| Error::ReadingNotFound {
            url: page_url.to_string(),
            select: format!("{} `{}`", row.value().name(), folded_text(row)),
            pattern: pattern.to_string(),
        })
}

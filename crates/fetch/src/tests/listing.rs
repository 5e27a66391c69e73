//! Index pages in the shapes they really have (`docs/` describes each): written here, small.

use portbook_source::access::{Link, Page, Reading};
use portbook_source::pattern::Pattern;
use portbook_source::vocabulary::Vocabulary;
use url::Url;

use crate::discover::{self, Found, Received};
use crate::error::Error;

fn pattern(text: &str) -> Pattern {
    Pattern::parse(text).unwrap()
}

fn link(select: &str) -> Link {
    Link {
        select: select.to_owned(),
        row: None,
        title: None,
        find: Vec::new(),
        date: None,
        links: Vec::new(),
    }
}

fn rules(url: &str, links: Vec<Link>) -> Page {
    Page { url: Url::parse(url).unwrap(), period: None, date: None, links }
}

fn index<'a>(rules: &'a Page, body: &str, language: &str) -> Result<Vec<Found<'a>>, Error> {
    let received = Received {
        url: &rules.url,
        body: body.as_bytes(),
        content_type: Some("text/html; charset=utf-8"),
    };
    discover::index(received, rules, &Vocabulary::of_language(language))
}

/// Of the English customs page: addresses without quotes, the title in another cell.
#[test]
fn links_in_rows_take_their_title_from_another_cell() {
    let body = "<table><thead><tr><th>Title<th>Month</thead><tbody>\
        <tr><td>(4) China's Total Export & Import Values by Country/Region (in CNY)</td>\
        <td><span>Jan.</span><a href=http://english.customs.gov.cn/Statics/a1.html target=_blank> Feb.</a>\
        <a href=http://english.customs.gov.cn/Statics/a2.html> Mar.</a></br></td></tr>\
        <tr><td>(5) Major Exports</td><td><a href=/Statics/b1.html> Feb.</a></td></tr></table>\
        <a href='/Statics/nav.html'>by Country/Region</a>";
    let by_country = Link {
        row: Some("tr".to_owned()),
        title: Some("td:first-child".to_owned()),
        find: vec!["by Country/Region".to_owned(), "CNY".to_owned()],
        ..link("a[href*='/Statics/']")
    };
    let rules =
        rules("http://english.customs.gov.cn/statics/report/preliminary.html", vec![by_country]);
    let found = index(&rules, body, "en").unwrap();
    let urls: Vec<_> = found.iter().map(|f| f.url.path()).collect();
    assert_eq!(urls, ["/Statics/a1.html", "/Statics/a2.html"]);
    let title = "(4) China's Total Export & Import Values by Country/Region (in CNY)";
    assert_eq!(found[0].listing.title.as_deref(), Some(title));
    assert_eq!(found[0].listing.page_url, rules.url);
}

/// Of the statistics department: a list with dates; the title in an attribute.
#[test]
fn list_items_have_dates_and_titles() {
    let body = "<ul class=news_list><li><a href='/tjs/2026-08/07/article_1.html' \
        title='（4）2026年7月进出口商品总值表（美元值）'>（4）2026年…</a><span>2026-08-07</span></li></ul>";
    let dated = Link {
        date: Some(pattern("{date}")),
        row: Some("li".to_owned()),
        title: Some("a".to_owned()),
        ..link(".news_list a")
    };
    let titled = link(".news_list a");
    let rules = rules("http://tjs.customs.gov.cn/tjs/sjgb/tjkx/index.html", vec![dated, titled]);
    let found = index(&rules, body, "zh").unwrap();
    assert_eq!(found.len(), 1, "one address is followed once");
    assert_eq!(found[0].listing.date.unwrap().to_string(), "2026-08-07");
    let other = Page { links: vec![link(".news_list a")], ..rules.clone() };
    let found = index(&other, body, "zh").unwrap();
    assert_eq!(found[0].listing.title.as_deref(), Some("（4）2026年7月进出口商品总值表（美元值）"));
    let undated = body.replace("2026-08-07</span>", "soon</span>");
    assert!(matches!(index(&rules, &undated, "zh"), Err(Error::ReadingNotFound { .. })));
}

/// Of the Census page: heading and release date name the release of every link.
#[test]
fn a_page_names_period_and_date_of_its_links() {
    let body = "<h1> U.S. International Trade in Goods\n and Services, November 2025</h1>\
        <p class=release-date>Thursday, January 29, 2026</p><a href='../exh12.xlsx#top'>Exhibit 12</a>";
    let reading = |select: &str, text: &str| {
        Some(Reading { select: select.to_owned(), pattern: pattern(text) })
    };
    let page = rules(
        "https://www.census.gov/ft900/current/index.html",
        vec![link("a[href$='.xlsx#top']")],
    );
    let page = Page {
        period: reading("h1", "U.S. International Trade in Goods and Services, {period}"),
        date: reading(".release-date", "Thursday, {date}"),
        ..page
    };
    let found = index(&page, body, "en").unwrap();
    assert_eq!(found[0].url.as_str(), "https://www.census.gov/ft900/exh12.xlsx");
    assert_eq!(found[0].listing.period.as_deref(), Some("November 2025"));
    assert_eq!(found[0].listing.date.unwrap().to_string(), "2026-01-29");
    assert_eq!(found[0].listing.title.as_deref(), Some("Exhibit 12"));
    let error = index(&page, &body.replace("November", "soon"), "en").unwrap_err();
    assert!(error.to_string().contains("expected") || error.to_string().contains("no text"));
}

/// Of the customs articles: backslashes, Chinese and blanks in an address, in GB2312.
#[test]
fn strange_addresses_are_read_as_a_browser_would() {
    let body =
        "<a href = 'http://english.customs.gov.cn\\Excel\\1_7-en-人民币-2026 03_N21.xls'>(4) x</a>";
    let body = encoding_rs::GB18030.encode(body).0.into_owned();
    let page_url = Url::parse("http://english.customs.gov.cn/Statics/a1.html").unwrap();
    let received =
        Received { url: &page_url, body: &body, content_type: Some("text/html; charset=gb2312") };
    let rules = [link("a[href$='.xls']")];
    let listing = discover::Listing {
        page_url: Url::parse("http://english.customs.gov.cn/").unwrap(),
        title: Some("row".to_owned()),
        period: Some("2026-03".to_owned()),
        date: None,
    };
    let vocabulary = Vocabulary::of_language("en");
    let found = discover::follow(received, &rules, &listing, &vocabulary).unwrap();
    assert_eq!(
        found[0].url.as_str(),
        "http://english.customs.gov.cn/Excel/1_7-en-%E4%BA%BA%E6%B0%91%E5%B8%81-2026%2003_N21.xls"
    );
    assert_eq!(found[0].listing.period.as_deref(), Some("2026-03"), "as the index said");
    assert_eq!(found[0].listing.page_url, page_url);
}

#[test]
fn unsafe_pages_and_bad_selectors_are_refused() {
    let page = rules("http://a.org/", vec![link("a[")]);
    assert!(matches!(index(&page, "", "en"), Err(Error::BadSelector { .. })));
    let page = rules("http://a.org/", vec![link("a")]);
    let deep = "<div>".repeat(600);
    assert!(matches!(index(&page, &deep, "en"), Err(Error::UnsafePage { .. })));
    assert_eq!(index(&page, "<a>no address</a>", "en").unwrap().len(), 0);
}

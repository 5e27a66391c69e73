//! `[access]` of `source.toml`: where releases are listed and how gently they are asked for.

use std::collections::BTreeMap;

use serde::Deserialize;
use toml::Spanned;
use url::Url;

use crate::error::{File, Mistake};
use crate::pattern::Pattern;
use crate::value::{Value, Words};

/// Access rules of a source.
#[derive(Clone, Debug)]
pub struct Access {
    /// Hosts that may be asked; nothing else is.
    pub hosts: Vec<String>,
    /// Least pause between two requests to one host, milliseconds.
    pub delay_ms: u64,
    /// Index pages, asked on every run.
    pub pages: Vec<Page>,
    /// Files at fixed addresses.
    pub files: Vec<Url>,
    /// Ends of file names -> label of the charset of such files, where the files do not say.
    pub charsets: BTreeMap<String, String>,
    /// Why files fetched by hand are taken too; `None` if they are not.
    pub inbox: Option<String>,
}

/// An index page and the links on it that matter.
#[derive(Clone, Debug)]
pub struct Page {
    pub url: Url,
    /// Element and pattern that name the release of every link.
    pub period: Option<Reading>,
    /// Element and pattern that date every link.
    pub date: Option<Reading>,
    pub links: Vec<Link>,
}

/// Reads a text of a page: the first element the selector finds whose text the pattern matches.
#[derive(Clone, Debug)]
pub struct Reading {
    /// CSS selector.
    pub select: String,
    pub pattern: Pattern,
}

/// Which `<a>` elements lead to data.
#[derive(Clone, Debug)]
pub struct Link {
    /// CSS selector of the `<a>`.
    pub select: String,
    /// Nearest ancestor of that name is the link's row (`tr`, `li`).
    pub row: Option<String>,
    /// CSS selector of the title inside the row.
    pub title: Option<String>,
    /// Words the title must contain.
    pub find: Vec<String>,
    /// Pattern of a text in the row that dates the link.
    pub date: Option<Pattern>,
    /// Links to follow on the target; empty if the target is the file.
    pub links: Vec<Link>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Raw {
    hosts: Vec<String>,
    delay_ms: u64,
    #[serde(default)]
    page: Vec<RawPage>,
    #[serde(default)]
    files: Vec<Spanned<String>>,
    inbox: Option<String>,
    #[serde(default)]
    charset: Option<Spanned<Value>>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RawPage {
    /// Pages of one form: one address or several.
    url: Words,
    period: Option<RawReading>,
    date: Option<RawReading>,
    #[serde(default)]
    link: Vec<RawLink>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RawReading {
    select: String,
    pattern: Spanned<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RawLink {
    select: String,
    row: Option<String>,
    title: Option<String>,
    #[serde(default)]
    find: Vec<String>,
    date: Option<Spanned<String>>,
    /// Links to follow on the target, which then is a page and no file.
    #[serde(default)]
    link: Vec<RawLink>,
}

pub(crate) fn read(file: &File<'_>, raw: Raw) -> Access {
    let hosts = raw.hosts;
    let pages = raw.page.into_iter().flat_map(|page| read_pages(file, &hosts, page));
    let files = raw.files.iter().filter_map(|url| file.keep(read_url(file, &hosts, url)));
    let charsets = raw.charset.and_then(|charset| file.keep(read_charsets(file, &charset)));
    Access {
        pages: pages.collect(),
        files: files.collect(),
        charsets: charsets.unwrap_or_default(),
        inbox: raw.inbox,
        delay_ms: raw.delay_ms,
        hosts,
    }
}

impl Access {
    /// The charset that is declared for files of that name: that of the longest end that fits.
    pub fn charset_of(&self, file_name: &str) -> Option<&str> {
        let fits = self.charsets.iter().filter(|(end, _)| file_name.ends_with(end.as_str()));
        fits.max_by_key(|(end, _)| end.len()).map(|(_, label)| label.as_str())
    }
}

/// One charset for all files, or one for each end of a name.
fn read_charsets(
    file: &File<'_>,
    raw: &Spanned<Value>,
) -> Result<BTreeMap<String, String>, Mistake> {
    let label = |value: &Spanned<Value>| {
        let fits = |byte: u8| byte.is_ascii_alphanumeric() || b"-_:".contains(&byte);
        match value.get_ref() {
            Value::Text(label) if !label.is_empty() && label.bytes().all(fits) => Ok(label.clone()),
            other => {
                let message = format!("got `{other}`, expected a charset such as `gb18030`");
                let hint =
                    "one for all files, or { \".csv\" = \"shift_jis\" } by the end of their names";
                Err(file.mistake(&value.span(), message).hint(hint))
            }
        }
    };
    match raw.get_ref() {
        Value::Table(ends) => {
            ends.iter().map(|(end, value)| Ok((end.get_ref().clone(), label(value)?))).collect()
        }
        _ => Ok(BTreeMap::from([(String::new(), label(raw)?)])),
    }
}

/// A page for each address; what they share is told once.
fn read_pages(file: &File<'_>, hosts: &[String], raw: RawPage) -> Vec<Page> {
    let reading =
        |raw: Option<RawReading>| raw.and_then(|reading| file.keep(read_reading(file, reading)));
    let (period, date) = (reading(raw.period), reading(raw.date));
    let links = raw.link.into_iter().filter_map(|link| file.keep(read_link(file, link)));
    let links: Vec<Link> = links.collect();
    let urls = raw.url.0.iter().filter_map(|url| file.keep(read_url(file, hosts, url)));
    let page = |url| Page { url, period: period.clone(), date: date.clone(), links: links.clone() };
    urls.map(page).collect()
}

fn read_reading(file: &File<'_>, raw: RawReading) -> Result<Reading, Mistake> {
    Ok(Reading { select: raw.select, pattern: read_pattern(file, &raw.pattern)? })
}

fn read_link(file: &File<'_>, raw: RawLink) -> Result<Link, Mistake> {
    Ok(Link {
        select: raw.select,
        row: raw.row,
        title: raw.title,
        find: raw.find,
        date: raw.date.as_ref().map(|date| read_pattern(file, date)).transpose()?,
        links: raw.link.into_iter().map(|link| read_link(file, link)).collect::<Result<_, _>>()?,
    })
}

fn read_pattern(file: &File<'_>, text: &Spanned<String>) -> Result<Pattern, Mistake> {
    Pattern::parse(text.get_ref()).map_err(|wrong| {
        file.mistake(&text.span(), wrong.to_string()).hint("write `\"Trade in Goods, {period}\"`")
    })
}

fn read_url(file: &File<'_>, hosts: &[String], text: &Spanned<String>) -> Result<Url, Mistake> {
    let seen = text.get_ref();
    let url = Url::parse(seen).map_err(|error| {
        let message = format!("url: got `{seen}`, expected an address ({error})");
        file.mistake(&text.span(), message).hint("write `url = \"https://www.census.gov/…\"`")
    })?;
    let declared = url.host_str().is_some_and(|host| hosts.iter().any(|h| h == host));
    if !declared || !["http", "https"].contains(&url.scheme()) {
        let message = format!("got `{url}`, expected an http address on one of `hosts`");
        let hint = format!("`hosts` has `{}`", hosts.join("`, `"));
        return Err(file.mistake(&text.span(), message).hint(hint));
    }
    Ok(url)
}

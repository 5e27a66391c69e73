//! What a page shows: enough to tell a table, a picture of one, a login, a challenge and an excuse
//! apart. Reading the table is the parser's.

use std::collections::BTreeSet;

use portbook_source::pattern::fold;
use scraper::{ElementRef, Html, Selector};

use super::{depth, text};

#[derive(Clone, Debug)]
pub(crate) struct Facts {
    pub(crate) has_table: bool,
    pub(crate) asks_for_password: bool,
    /// Address of a picture that stands alone in its block and is not part of the site's furniture.
    pub(crate) picture: Option<String>,
    has_script: bool,
    has_links: bool,
    /// Visible text, folded; cut at [`TEXT_CHARS_MAX`].
    text: String,
    source: String,
}

const TEXT_CHARS_MAX: usize = 4_000;

/// A page with less visible text says one thing only.
const SHORT_CHARS_MAX: usize = 1_000;

/// A page with scripts and less visible text than this is a shell.
const SHELL_CHARS_MAX: usize = 64;

/// Marks of what stands before a page instead of it, by vendor.
const CHALLENGES: &[&str] = &[
    "$_ts",                    // Ruishu, on the Chinese customs hosts
    "__jsl_clearance",         // Jiasule
    "cf-chl-",                 // Cloudflare
    "challenge-platform",      // Cloudflare
    "cf-browser-verification", // Cloudflare
    "_incapsula_resource",     // Imperva
    "captcha-delivery.com",    // DataDome
    "px-captcha",              // HUMAN
    "sec-if-cpt-container",    // Akamai
    "awswafintegration",       // AWS
    "sucuri_cloudproxy_js",    // Sucuri
    "g-recaptcha",             // captchas by themselves
    "h-captcha",
    "geetest",
];

const NOT_YET: &[&str] = &[
    "not yet available",
    "not yet been released",
    "not yet been published",
    "not yet published",
    "not available",
    "not been published",
    "page not found",
    "file not found",
    "could not be found",
    "cannot be found",
    "no data",
    "coming soon",
    "尚未发布",
    "尚未公布",
    "暂无",
    "不存在",
    "未找到",
];

/// Looks at a page; `None` if it is too large or too deep to be parsed safely.
pub(crate) fn at(body: &[u8], content_type: Option<&str>) -> Option<Facts> {
    let source = text::decode(body, content_type);
    depth::check(body.len(), &source).ok()?;
    let html = Html::parse_document(&source);
    let has = |css: &str| html.select(&selector(css)).next().is_some();
    Some(Facts {
        has_table: has("table td, table th"),
        asks_for_password: has("input[type='password' i]"),
        picture: picture(&html),
        has_script: has("script"),
        has_links: has("a[href]"),
        text: visible_text(&html),
        source: source.to_ascii_lowercase(),
    })
}

impl Facts {
    pub(crate) fn is_short(&self) -> bool {
        self.text.chars().count() < SHORT_CHARS_MAX
    }

    /// What shows that the page is a challenge. A real page may carry a captcha in a form, so with
    /// status 200 a table or a long text clears it.
    pub(crate) fn challenge(&self, status: u16) -> Option<String> {
        if status == 200 && (self.has_table || !self.is_short()) {
            return None;
        }
        if let Some(mark) = CHALLENGES.iter().find(|mark| self.source.contains(**mark)) {
            return Some((*mark).to_owned());
        }
        let shell = self.has_script && !self.has_links && self.picture.is_none();
        let empty = self.text.chars().count() < SHELL_CHARS_MAX;
        (status == 200 && shell && empty).then(|| "a script and no text".to_owned())
    }

    /// The words by which a short page excuses itself.
    pub(crate) fn not_yet(&self) -> Option<String> {
        if !self.is_short() {
            return None;
        }
        let lower = self.text.to_lowercase();
        NOT_YET.iter().find(|words| lower.contains(**words)).map(|words| (*words).to_owned())
    }
}

/// A picture alone in its block (no text there), outside links, lists and the page's frame, from a
/// folder that no picture of the frame comes from.
fn picture(html: &Html) -> Option<String> {
    let mut furniture = BTreeSet::new();
    let mut alone = Vec::new();
    for image in html.select(&selector("img[src]")) {
        let src = image.value().attr("src").unwrap_or_default().trim().replace('\\', "/");
        let folder =
            src.rsplit_once('/').map_or(String::new(), |(folder, _)| folder.to_lowercase());
        let frame = |name: &str| matches!(name, "a" | "li" | "nav" | "header" | "footer" | "form");
        if image.ancestors().filter_map(ElementRef::wrap).any(|e| frame(e.value().name())) {
            furniture.insert(folder);
            continue;
        }
        let block = |e: &ElementRef<'_>| {
            matches!(e.value().name(), "div" | "p" | "td" | "section" | "article" | "main" | "body")
        };
        let block = image.ancestors().filter_map(ElementRef::wrap).find(block);
        if block.is_some_and(|block| fold(&block.text().collect::<String>()).is_empty()) {
            alone.push((folder, src));
        }
    }
    alone.into_iter().find(|(folder, _)| !furniture.contains(folder)).map(|(_, src)| src)
}

fn visible_text(html: &Html) -> String {
    let mut words = String::new();
    for node in html.tree.nodes() {
        let Some(text) = node.value().as_text() else { continue };
        let hidden = |name: &str| matches!(name, "script" | "style" | "noscript" | "template");
        let parent = node.parent().and_then(ElementRef::wrap);
        if parent.is_some_and(|parent| hidden(parent.value().name())) {
            continue;
        }
        words.push_str(text);
        words.push(' ');
        if words.len() > 8 * TEXT_CHARS_MAX {
            break;
        }
    }
    fold(&words).chars().take(TEXT_CHARS_MAX).collect()
}

fn selector(css: &str) -> Selector {
    Selector::parse(css).expect("selectors written here are valid CSS")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn facts(page: &str) -> Facts {
        at(page.as_bytes(), None).unwrap()
    }

    #[test]
    fn a_page_that_is_only_an_image_is_known() {
        let frame = "<div><a href='/'><img src='/Images/Image/logo.jpg'></a></div>\
                     <div class=rsz><img src='/Images/Image/rsz.gif'></div>";
        let page = format!("{frame}<div class=cnt><img src ='\\Excel\\4-RMB.png'/></div>");
        assert_eq!(facts(&page).picture.as_deref(), Some("/Excel/4-RMB.png"));
        assert_eq!(facts(frame).picture, None);
        assert_eq!(facts("<div>Figure 1 <img src='/f/1.png'></div>").picture, None);
    }

    #[test]
    fn challenges_are_known_and_pages_with_tables_are_not() {
        let shell = "<html><head><script>var x=$_ts</script></head><body></body></html>";
        assert_eq!(facts(shell).challenge(200).as_deref(), Some("$_ts"));
        assert_eq!(facts(shell).challenge(412).as_deref(), Some("$_ts"));
        let table = format!("{shell}<table><tr><td>1</td></tr></table>");
        assert_eq!(facts(&table).challenge(200), None);
        let unnamed = "<html><script src=/x.js></script><body>Loading</body></html>";
        assert_eq!(facts(unnamed).challenge(200).as_deref(), Some("a script and no text"));
        let cloud = "<title>Just a moment...</title><div id=cf-chl-widget></div>";
        assert_eq!(facts(cloud).challenge(503).as_deref(), Some("cf-chl-"));
        let form = format!("<p>{}</p><div class=g-recaptcha></div>", "words ".repeat(300));
        assert_eq!(facts(&form).challenge(200), None);
    }

    #[test]
    fn excuses_are_read_on_short_pages_only() {
        assert!(facts("<h1>Page Not Found</h1>").not_yet().is_some());
        assert!(facts("<p>该数据尚未发布</p>").not_yet().is_some());
        assert!(facts("<p>Total</p>").not_yet().is_none());
        let long = format!("<p>no data{}</p>", " x".repeat(1000));
        assert!(facts(&long).not_yet().is_none());
    }
}

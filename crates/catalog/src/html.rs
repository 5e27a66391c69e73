//! Pages of HTML: what all have in common, and the one way text gets into them. Whatever is printed,
//! captured or written by a person is text here, never markup.

use std::fmt;
use std::fmt::Write as _;

/// Text that can stand in an element or an attribute in quotes. Control characters are shown.
pub(crate) struct Text<'a>(pub(crate) &'a str);

impl fmt::Display for Text<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut plain_from = 0;
        for (at, letter) in self.0.char_indices() {
            let shown = match letter {
                '&' => "&amp;",
                '<' => "&lt;",
                '>' => "&gt;",
                '"' => "&quot;",
                '\'' => "&#39;",
                '\n' | '\t' => continue,
                // What would turn the reading of the rest around, or is no letter.
                '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' => "\u{fffd}",
                letter if letter.is_control() => "\u{fffd}",
                _ => continue,
            };
            f.write_str(&self.0[plain_from..at])?;
            f.write_str(shown)?;
            plain_from = at + letter.len_utf8();
        }
        f.write_str(&self.0[plain_from..])
    }
}

/// A part of an address: everything but letters, digits and `-._~` as `%XX`.
pub(crate) struct Encoded<'a>(pub(crate) &'a str);

impl fmt::Display for Encoded<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for byte in self.0.bytes() {
            if byte.is_ascii_alphanumeric() || b"-._~".contains(&byte) {
                f.write_char(char::from(byte))?;
            } else {
                write!(f, "%{byte:02X}")?;
            }
        }
        Ok(())
    }
}

/// Which of the parts of the site a page belongs to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Part {
    Data,
    Claims,
    Runs,
}

/// A page being written.
pub(crate) struct Page {
    text: String,
    /// The way from its folder to that of the front page: `../`.
    up: &'static str,
}

/// Nothing is loaded from anywhere else, and nothing runs but our own script.
const POLICY: &str = "default-src 'none'; style-src 'self'; img-src 'self' data:; \
    script-src 'self'; base-uri 'none'; form-action 'none'";

impl Page {
    /// A page `depth` folders below the front page.
    pub(crate) fn new(title: &str, depth: usize, part: Option<Part>) -> Self {
        const UPS: [&str; 4] = ["", "../", "../../", "../../../"];
        let up = UPS[depth.min(3)];
        let title = Text(title);
        let mut text = format!(
            "<!doctype html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n\
             <meta http-equiv=\"Content-Security-Policy\" content=\"{POLICY}\">\n\
             <meta name=\"referrer\" content=\"no-referrer\">\n\
             <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n\
             <title>{title} · Portbook</title>\n\
             <link rel=\"icon\" href=\"{up}favicon.svg\" type=\"image/svg+xml\">\n\
             <link rel=\"stylesheet\" href=\"{up}style.css\">\n</head>\n<body>\n\
             <a class=\"skip\" href=\"#main\">Skip to the content</a>\n\
             <header class=\"site\"><nav aria-label=\"Site\">\
             <a class=\"brand\" href=\"{up}index.html\">Portbook</a>"
        );
        for (name, file, of) in [
            ("Data", "datasets.html", Part::Data),
            ("Claims", "claims.html", Part::Claims),
            ("Runs", "runs.html", Part::Runs),
        ] {
            let current = if part == Some(of) { " aria-current=\"true\"" } else { "" };
            let _ = write!(text, "<a href=\"{up}{file}\"{current}>{name}</a>");
        }
        text.push_str("</nav></header>\n<main id=\"main\">\n");
        Self { text, up }
    }

    /// The way to the folder of the front page.
    pub(crate) fn up(&self) -> &'static str {
        self.up
    }

    /// Markup, as it is.
    pub(crate) fn markup(&mut self, markup: fmt::Arguments<'_>) {
        let _ = self.text.write_fmt(markup);
    }

    /// The heading of the page, under a line that says where one is.
    pub(crate) fn title(&mut self, kicker: &str, title: &str) {
        let (kicker, title) = (Text(kicker), Text(title));
        let _ = write!(self.text, "<p class=\"kicker\">{kicker}</p>\n<h1>{title}</h1>\n");
    }

    /// The heading of a part of the page, which can be linked to.
    pub(crate) fn heading(&mut self, id: &str, text: &str) {
        let (id, text) = (Text(id), Text(text));
        let _ = writeln!(self.text, "<h2 id=\"{id}\">{text}</h2>");
    }

    /// One element with text in it.
    pub(crate) fn element(&mut self, name: &str, class: &str, text: &str) {
        let class = if class.is_empty() { String::new() } else { format!(" class=\"{class}\"") };
        let _ = writeln!(self.text, "<{name}{class}>{}</{name}>", Text(text));
    }

    /// Facts, a name and a value each; empty values are left out.
    pub(crate) fn facts(&mut self, facts: &[(&str, String)]) {
        self.text.push_str("<dl class=\"facts\">\n");
        for (name, value) in facts.iter().filter(|(_, value)| !value.is_empty()) {
            let _ =
                writeln!(self.text, "<div><dt>{}</dt><dd>{}</dd></div>", Text(name), Linked(value));
        }
        self.text.push_str("</dl>\n");
    }

    /// Opens a table that may be wider than the page, up to its body.
    pub(crate) fn table(&mut self, class: &str, caption: &str, heads: &[&str]) {
        let caption = Text(caption);
        let _ = writeln!(
            self.text,
            "<div class=\"scroll\" tabindex=\"0\" role=\"group\" aria-label=\"{caption}\">\
             <table class=\"{class}\"><caption>{caption}</caption>"
        );
        if heads.is_empty() {
            self.text.push_str("<tbody>\n");
            return;
        }
        self.text.push_str("<thead><tr>");
        for head in heads {
            // Columns of numbers are named with a `#` before.
            let (class, head) = match head.strip_prefix('#') {
                Some(head) => (" class=\"n\"", head),
                None => ("", *head),
            };
            let _ = write!(self.text, "<th scope=\"col\"{class}>{}</th>", Text(head));
        }
        self.text.push_str("</tr></thead>\n<tbody>\n");
    }

    pub(crate) fn close_table(&mut self) {
        self.text.push_str("</tbody></table></div>\n");
    }

    /// The whole page, with a line at its end that says what it was made from.
    pub(crate) fn close(mut self, made_from: &str) -> String {
        let made_from = Text(made_from);
        let _ = write!(
            self.text,
            "</main>\n<footer class=\"site\"><p>{made_from} Every figure links to the cell it was \
             printed in.</p></footer>\n</body>\n</html>\n"
        );
        self.text
    }
}

/// Text in which addresses of pages are links to them, never loaded by the page itself.
pub(crate) struct Linked<'a>(pub(crate) &'a str);

impl fmt::Display for Linked<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut rest = self.0;
        while let Some(at) = ["https://", "http://"].iter().filter_map(|s| rest.find(s)).min() {
            let (before, from) = rest.split_at(at);
            let end = from.find(|c: char| c.is_whitespace() || "<>\"`)]".contains(c));
            let (url, after) = from.split_at(end.unwrap_or(from.len()));
            let trimmed = url.trim_end_matches(['.', ',', ';', ':']);
            let after_at = rest.len() - after.len() - (url.len() - trimmed.len());
            write!(f, "{}{}", Text(before), External(trimmed))?;
            rest = &rest[after_at..];
        }
        write!(f, "{}", Text(rest))
    }
}

/// A link to a publisher's page.
pub(crate) struct External<'a>(pub(crate) &'a str);

impl fmt::Display for External<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let url = Text(self.0);
        if self.0.starts_with("https://") || self.0.starts_with("http://") {
            return write!(f, "<a rel=\"external noreferrer\" href=\"{url}\">{url}</a>");
        }
        write!(f, "{url}")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_printed_stays_text() {
        let hostile = "<script>alert('x')</script>\"&\u{202e}\u{7}";
        let shown = Text(hostile).to_string();
        assert_eq!(
            shown,
            "&lt;script&gt;alert(&#39;x&#39;)&lt;/script&gt;&quot;&amp;\u{fffd}\u{fffd}"
        );
        let mut page = Page::new(hostile, 1, None);
        page.title(hostile, hostile);
        page.facts(&[(hostile, hostile.to_owned())]);
        page.table("", hostile, &[hostile]);
        page.close_table();
        let page = page.close(hostile);
        assert!(!page.contains("<script"), "{page}");
        assert!(!page.contains("alert('"), "{page}");
    }

    #[test]
    fn addresses_are_links_and_no_more() {
        let linked = Linked("see https://example.org/a?b=1&c, or `javascript:x`.").to_string();
        assert_eq!(
            linked,
            "see <a rel=\"external noreferrer\" href=\"https://example.org/a?b=1&amp;c\">\
             https://example.org/a?b=1&amp;c</a>, or `javascript:x`."
        );
        assert_eq!(External("javascript:alert(1)").to_string(), "javascript:alert(1)");
    }

    #[test]
    fn parts_of_addresses_are_encoded() {
        assert_eq!(Encoded("r12-进出口 a").to_string(), "r12-%E8%BF%9B%E5%87%BA%E5%8F%A3%20a");
    }
}

//! How deep a page nests, before it is given to html5ever, whose time is quadratic in depth
//! (servo/html5ever#788): 160 KB of nested `<div>` took two seconds.
//!
//! A scan over the tags, no parser: it may count a sloppy page a little deeper than it is. Elements
//! that close one another (`<p>`, `<li>`, `<td>`) are not counted; they nest only inside counted ones.

use crate::error::UnsafePage;
use crate::limits::PAGE_BYTES_MAX;

const DEPTH_MAX: usize = 512;

const NOT_COUNTED: &[&str] = &[
    // void
    "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track",
    "wbr", "param", "image", "frame", "basefont", "bgsound", // closed by their next one
    "p", "li", "dd", "dt", "td", "th", "tr", "tbody", "thead", "tfoot", "caption", "colgroup",
    "option", "optgroup", "rp", "rt", "a", "nobr", "html", "head", "body",
];

/// An end tag does not reach out of these.
const CLOSED_IN: &[&str] = &["table", "object", "marquee", "applet", "template", "svg", "math"];

/// Closed by their own end tag only while no other element stands between.
const INLINE: &[&str] = &[
    "abbr", "b", "bdi", "bdo", "big", "cite", "code", "em", "font", "i", "kbd", "label", "mark",
    "s", "samp", "small", "span", "strike", "strong", "sub", "sup", "tt", "u", "var",
];

/// Their content is text up to the end tag.
const RAW: &[&str] = &["script", "style", "textarea", "title", "xmp", "noscript", "iframe"];

/// Refuses a page that would take the parser too long.
pub(crate) fn check(body_bytes: usize, text: &str) -> Result<(), UnsafePage> {
    if body_bytes as u64 > PAGE_BYTES_MAX {
        return Err(UnsafePage::TooLarge { page_bytes: body_bytes as u64 });
    }
    let mut open: Vec<&str> = Vec::new();
    let lower = text.to_ascii_lowercase();
    let mut rest = lower.as_str();
    while let Some(at) = rest.find('<') {
        rest = &rest[at + 1..];
        if let Some(comment) = rest.strip_prefix("!--") {
            rest = comment.find("-->").map_or("", |end| &comment[end + 3..]);
            continue;
        }
        let (tag, is_end) = rest.strip_prefix('/').map_or((rest, false), |tag| (tag, true));
        let name_bytes = tag
            .find(|c: char| c.is_ascii_whitespace() || matches!(c, '>' | '/'))
            .unwrap_or(tag.len());
        let name = &tag[..name_bytes];
        if !name.starts_with(|c: char| c.is_ascii_lowercase()) || NOT_COUNTED.contains(&name) {
            continue;
        }
        rest = &tag[name_bytes..];
        if is_end {
            close(&mut open, name);
        } else if RAW.contains(&name) && !open.iter().any(|name| matches!(*name, "svg" | "math")) {
            rest = rest.find(&format!("</{name}")).map_or("", |end| &rest[end..]);
        } else {
            open.push(name);
            if open.len() > DEPTH_MAX {
                return Err(UnsafePage::TooDeep { depth_max: DEPTH_MAX });
            }
        }
    }
    Ok(())
}

fn close(open: &mut Vec<&str>, name: &str) {
    for i in (0..open.len()).rev() {
        if open[i] == name {
            open.truncate(i);
            return;
        }
        let stops =
            CLOSED_IN.contains(&open[i]) || (INLINE.contains(&name) && !INLINE.contains(&open[i]));
        if stops && name != "table" {
            return;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn refused(text: &str) -> bool {
        check(text.len(), text).is_err()
    }

    #[test]
    fn deep_pages_are_refused_and_long_ones_are_not() {
        assert!(refused(&"<div>".repeat(513)));
        assert!(refused(&"<div><span></x>".repeat(300)));
        assert!(refused(&"<span><div></span>".repeat(600)));
        assert!(refused(&"<div><object></div>".repeat(600)));
        assert!(refused(&"<table><tr><td>".repeat(600)));
        assert!(!refused(&"<div>".repeat(512)));
        assert!(!refused(&"<p>one<li>two<br><img src=x>".repeat(5000)));
        assert!(!refused(&"<div><font>unclosed</div>".repeat(5000)));
        assert!(!refused(&"<table><tr><td>1<td>2</table>".repeat(5000)));
        assert!(!refused(&"<script>if (a<b) '<div>'</script><!-- <div> -->".repeat(5000)));
        assert!(check(17 << 20, "").is_err());
    }
}

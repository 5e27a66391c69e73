//! How deep a page's elements nest, before it is parsed: the HTML parser takes time quadratic in
//! it (160 KB of nested `<div>` took two seconds). Not a parser; it errs towards deeper.

/// Elements that never hold others.
const VOID: &[&str] = &[
    "area", "base", "basefont", "bgsound", "br", "col", "embed", "frame", "hr", "img", "input",
    "keygen", "link", "meta", "param", "source", "track", "wbr",
];
/// Elements whose content is text up to their end tag.
const RAW: &[&str] =
    &["script", "style", "textarea", "title", "xmp", "iframe", "noembed", "noframes", "noscript"];
/// Start tags that end an open `<p>`.
const ENDS_P: &[&str] = &[
    "address",
    "article",
    "aside",
    "blockquote",
    "center",
    "dd",
    "div",
    "dl",
    "dt",
    "fieldset",
    "footer",
    "form",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "header",
    "li",
    "main",
    "nav",
    "ol",
    "p",
    "pre",
    "section",
    "ul",
];

/// Open elements at the deepest place, or `depth_max + 1` as soon as that is passed, with its line.
pub(super) fn deepest(page: &str, depth_max: usize) -> (usize, u64) {
    let mut open: Vec<String> = Vec::new();
    let (mut deepest, mut deepest_at) = (0, 0);
    let bytes = page.as_bytes();
    let mut at = 0;
    while let Some(found) = find(bytes, at, b"<") {
        at = found + 1;
        let rest = &bytes[found..];
        if rest.starts_with(b"<!--") {
            at = find(bytes, found + 4, b"-->").map_or(bytes.len(), |end| end + 3);
            continue;
        }
        if matches!(rest, [b'<', b'!' | b'?', ..]) {
            at = find(bytes, at, b">").map_or(bytes.len(), |end| end + 1);
            continue;
        }
        let is_end = rest.get(1) == Some(&b'/');
        let name_at = found + 1 + usize::from(is_end);
        let name_end = name_at + bytes[name_at..].iter().take_while(|b| is_name(**b)).count();
        if !bytes.get(name_at).is_some_and(u8::is_ascii_alphabetic) {
            continue;
        }
        let name = page[name_at..name_end].to_ascii_lowercase();
        let (tag_end, is_closed) = end_of_tag(bytes, name_end);
        at = tag_end;
        if is_end {
            close(&mut open, &name);
            continue;
        }
        let is_foreign = || open.iter().any(|name| name == "svg" || name == "math");
        if VOID.contains(&name.as_str()) || (is_closed && is_foreign()) {
            continue;
        }
        imply_ends(&mut open, &name);
        if RAW.contains(&name.as_str()) {
            at = end_of_raw(bytes, at, &name);
            continue;
        }
        open.push(name);
        if open.len() > deepest {
            (deepest, deepest_at) = (open.len(), found);
            if deepest > depth_max {
                break;
            }
        }
    }
    (deepest, crate::text::line_of(page, deepest_at))
}

fn is_name(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b':' | b'_')
}

fn find(bytes: &[u8], from: usize, mark: &[u8]) -> Option<usize> {
    let rest = bytes.get(from..)?;
    rest.windows(mark.len()).position(|window| window == mark).map(|at| from + at)
}

/// Past the `>`, minding quotes after `=`; and whether a `/` stands before it.
fn end_of_tag(bytes: &[u8], from: usize) -> (usize, bool) {
    let mut quote = None;
    let mut before = b' ';
    for (at, byte) in bytes.iter().copied().enumerate().skip(from) {
        if quote.is_some() {
            if quote == Some(byte) {
                quote = None;
                before = b' ';
            }
            continue;
        }
        match byte {
            b'>' => return (at + 1, before == b'/'),
            b'"' | b'\'' if before == b'=' => quote = Some(byte),
            _ if byte.is_ascii_whitespace() && before == b'=' => {}
            _ => before = byte,
        }
    }
    (bytes.len(), false)
}

fn end_of_raw(bytes: &[u8], from: usize, name: &str) -> usize {
    let mut at = from;
    while let Some(found) = find(bytes, at, b"</") {
        let end = found + 2 + name.len();
        if bytes.get(found + 2..end).is_some_and(|tag| tag.eq_ignore_ascii_case(name.as_bytes())) {
            return end_of_tag(bytes, end).0;
        }
        at = found + 2;
    }
    bytes.len()
}

/// Ends what an end tag ends; one without its start is ignored, as is one across a table.
fn close(open: &mut Vec<String>, name: &str) {
    for at in (0..open.len()).rev() {
        if open[at] == name {
            open.truncate(at);
            return;
        }
        if open[at] == "table" {
            return;
        }
    }
}

/// Ends what a start tag ends without saying so.
fn imply_ends(open: &mut Vec<String>, name: &str) {
    let (ended, stops): (&[&str], &[&str]) = match name {
        "td" | "th" => (&["td", "th"], &["table", "tr"]),
        "tr" => (&["tr"], &["table"]),
        "tbody" | "thead" | "tfoot" => (&["tbody", "thead", "tfoot"], &["table"]),
        "li" => (&["li"], &["table", "td", "th", "ul", "ol", "menu", "dir"]),
        "dt" | "dd" => (&["dt", "dd"], &["table", "td", "th", "dl"]),
        "option" | "optgroup" => (&["option"], &["select", "datalist"]),
        "a" => (&["a"], &["table", "td", "th"]),
        _ => (&[], &[]),
    };
    end_nearest(open, ended, stops);
    if ENDS_P.contains(&name) {
        end_nearest(open, &["p"], &["table", "td", "th", "button", "object"]);
    }
}

fn end_nearest(open: &mut Vec<String>, ended: &[&str], stops: &[&str]) {
    for at in (0..open.len()).rev() {
        if ended.contains(&open[at].as_str()) {
            open.truncate(at);
            return;
        }
        if stops.contains(&open[at].as_str()) {
            return;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::deepest;

    #[test]
    fn sloppy_pages_are_not_deep() {
        let rows = "<tr bgcolor=#C0C0C0><td>a<td align='right'>1<br>2".repeat(2000);
        assert_eq!(deepest(&format!("<html><body><table>{rows}</table>"), 512).0, 5);
        assert_eq!(deepest(&"<p>a".repeat(2000), 512).0, 1);
        assert_eq!(deepest(&"<ul><li><a href=x>1<li><a href=y>2</ul>".repeat(900), 512).0, 3);
        assert_eq!(deepest(&"<script>if (a < b) '<div>'</script>".repeat(600), 512).0, 0);
        assert_eq!(deepest(&"<svg><path d='>'/><path/></svg>".repeat(600), 512).0, 1);
        assert_eq!(deepest(&"<!-- <div> --><img src='a>b'>".repeat(600), 512).0, 0);
    }

    #[test]
    fn deep_ones_are_found_early() {
        assert_eq!(deepest(&"\n<div>".repeat(100_000), 512), (513, 514));
        assert_eq!(deepest(&"<table><tr><td>".repeat(400), 512).0, 513);
        assert_eq!(deepest(&"<font size=1>".repeat(600), 512).0, 513);
    }
}

//! XML of workbooks, an event at a time: no document types, so no entities but XML's own five and
//! numbered characters; bounded depth; whatever the namespace prefix, names are compared without.

use std::borrow::Cow;

use quick_xml::XmlVersion;
use quick_xml::escape::unescape;
use quick_xml::events::{BytesRef, BytesStart, Event};
use quick_xml::reader::Reader;

use crate::error::Error;
use crate::text;

/// Open elements, one inside the other; no workbook comes near.
const DEPTH_MAX: usize = 256;

/// The text of a member, in the charset it declares.
pub(super) fn text_of(bytes: Vec<u8>, member: &str) -> Result<String, Error> {
    let declared = declared(&bytes).map(str::to_owned);
    let is_utf8 = declared.as_deref().is_none_or(|label| label.eq_ignore_ascii_case("utf-8"));
    let starts = |mark: &[u8]| bytes.starts_with(mark);
    if is_utf8 && !starts(b"\xFF\xFE") && !starts(b"\xFE\xFF") {
        return String::from_utf8(bytes).map_err(|error| Error::Member {
            member: member.to_owned(),
            reason: format!("byte {} is no UTF-8", error.utf8_error().valid_up_to()),
        });
    }
    let (text, _) = text::decode(&bytes, declared.as_deref(), None)?;
    Ok(text)
}

/// The encoding that the XML declaration names.
fn declared(bytes: &[u8]) -> Option<&str> {
    let head = &bytes[..bytes.len().min(256)];
    let start = head.iter().position(|byte| *byte == b'<')?;
    let end = head.iter().position(|byte| *byte == b'>')?;
    let declaration = std::str::from_utf8(head.get(start..end)?).ok()?.strip_prefix("<?xml")?;
    let (_, value) = declaration.split_once("encoding")?;
    let value = value.trim_start().strip_prefix('=')?.trim_start();
    let quote = value.chars().next().filter(|quote| matches!(quote, '"' | '\''))?;
    value[1..].split(quote).next()
}

pub(super) struct Xml<'a> {
    reader: Reader<&'a [u8]>,
    text: &'a str,
    member: &'a str,
    depth: usize,
    /// Nothing of what was read is left to be told: the next byte follows a tag.
    is_behind_tag: bool,
    /// Bytes that the reader does not know of.
    skipped: u64,
}

/// Attributes of a plain element, at most.
const PLAIN_ATTRIBUTES_MAX: usize = 4;

/// An element with few attributes and at most a chain of others in it, the last of which holds a text
/// and nothing else.
pub(super) struct Plain<'a> {
    attributes: [(&'a str, &'a str); PLAIN_ATTRIBUTES_MAX],
    attribute_count: usize,
    /// What is in it: which of the chains asked for, and the text; `None`: nothing.
    pub(super) inside: Option<(usize, &'a str)>,
}

impl<'a> Plain<'a> {
    pub(super) fn attributes(&self) -> impl Iterator<Item = (&'a str, Cow<'a, str>)> {
        let attributes = self.attributes.into_iter().take(self.attribute_count);
        attributes.map(|(name, value)| (name, Cow::Borrowed(value)))
    }

    /// Reads a start tag of that name; whether its element is empty, and what follows.
    fn tag(&mut self, text: &'a str, name: &str) -> Option<(bool, &'a str)> {
        let mut rest = text.strip_prefix('<')?.strip_prefix(name)?;
        self.attribute_count = 0;
        loop {
            if let Some(rest) = rest.strip_prefix('>') {
                return Some((false, rest));
            }
            if let Some(rest) = rest.strip_prefix("/>") {
                return Some((true, rest));
            }
            let (name, value, next) = plain_attribute(rest.strip_prefix(' ')?)?;
            *self.attributes.get_mut(self.attribute_count)? = (name, value);
            self.attribute_count += 1;
            rest = next;
        }
    }
}

/// `s="3"`: an attribute without prefix, of which nothing needs to be resolved.
fn plain_attribute(text: &str) -> Option<(&str, &str, &str)> {
    let is_name = |byte: &u8| byte.is_ascii_alphanumeric() || *byte == b'_';
    let name_end = text.bytes().position(|byte| !is_name(&byte)).filter(|end| *end > 0)?;
    let rest = text[name_end..].strip_prefix("=\"")?;
    let is_end = |byte: u8| matches!(byte, b'"' | b'&' | b'<' | b'\n' | b'\t' | b'\r');
    let (value, rest) = rest.split_at(rest.bytes().position(is_end)?);
    Some((&text[..name_end], value, rest.strip_prefix('"')?))
}

/// What matters of an XML document.
pub(super) enum Node<'a> {
    /// An element begins; one without content ends at once.
    Start(BytesStart<'a>),
    /// An element ends; its name is its start's.
    End,
    /// Part of a text.
    Text(Cow<'a, str>),
    Eof,
}

impl<'a> Xml<'a> {
    pub(super) fn new(text: &'a str, member: &'a str) -> Self {
        let mut reader = Reader::from_str(text);
        reader.config_mut().expand_empty_elements = true;
        Self { reader, text, member, depth: 0, is_behind_tag: false, skipped: 0 }
    }

    pub(super) fn fault(&self, reason: impl Into<String>) -> Error {
        Error::Member { member: self.member.to_owned(), reason: reason.into() }
    }

    /// Elements open at this point.
    pub(super) fn depth(&self) -> usize {
        self.depth
    }

    pub(super) fn next(&mut self) -> Result<Node<'a>, Error> {
        loop {
            let event = match self.reader.read_event() {
                Ok(event) => event,
                Err(error) => {
                    let at = self.reader.error_position() + self.skipped;
                    return Err(self.fault(format!("byte {at}: {error}")));
                }
            };
            let is_tag = matches!(event, Event::Start(_) | Event::End(_));
            self.is_behind_tag = is_tag;
            return Ok(match event {
                Event::Start(element) => {
                    // The end of one without content is still to be told.
                    self.is_behind_tag = !self.read_so_far().ends_with("/>");
                    if !are_attributes(element.attributes_raw()) {
                        let name = element.name().into_inner();
                        return Err(self.fault(format!("the attributes of `{name}` are none")));
                    }
                    self.depth += 1;
                    if self.depth > DEPTH_MAX {
                        let place = format!("member `{}`", self.member);
                        let (seen, max) = (self.depth as u64, DEPTH_MAX as u64);
                        return Err(Error::Limit { what: "open elements", place, seen, max });
                    }
                    Node::Start(element)
                }
                Event::End(_) => {
                    self.depth = self.depth.saturating_sub(1);
                    Node::End
                }
                Event::Text(text) => Node::Text(text.xml_content(XmlVersion::Implicit1_0)),
                Event::CData(text) => Node::Text(text.xml_content(XmlVersion::Implicit1_0)),
                Event::GeneralRef(reference) => Node::Text(self.resolve(&reference)?.into()),
                Event::DocType(_) => {
                    return Err(Error::DocumentType { member: self.member.to_owned() });
                }
                Event::Eof if self.depth > 0 => {
                    return Err(self.fault(format!("it ends with {} open elements", self.depth)));
                }
                Event::Eof => Node::Eof,
                Event::Empty(_) | Event::Decl(_) | Event::PI(_) | Event::Comment(_) => continue,
            });
        }
    }

    fn read_so_far(&self) -> &'a str {
        self.text.get(..self.text.len() - self.reader.get_ref().len()).unwrap_or_default()
    }

    /// The element that begins here, if it is a plain one with one of these chains in it: most of a
    /// sheet is, and need not be read event by event.
    pub(super) fn plain(&mut self, outer: &str, chains: &[&[&str]]) -> Option<Plain<'a>> {
        let start = self.is_behind_tag.then(|| self.read_so_far().len())?;
        let here = &self.text[start..];
        let nothing = [("", ""); PLAIN_ATTRIBUTES_MAX];
        let mut plain = Plain { attributes: nothing, attribute_count: 0, inside: None };
        let (is_empty, mut rest) = plain.tag(here, outer)?;
        if !is_empty {
            let mut inner = Plain { attributes: nothing, attribute_count: 0, inside: None };
            let mut read = |chain: &[&str]| chained(rest, chain, &mut inner);
            let found = chains.iter().enumerate().find_map(|(at, c)| Some((at, read(c)?)));
            if let Some((at, (text, behind))) = found {
                (plain.inside, rest) = (Some((at, text)), behind);
            }
            rest = ended(rest, outer)?;
        }
        self.skipped += (here.len() - rest.len()) as u64;
        *self.reader.get_mut() = rest.as_bytes();
        Some(plain)
    }

    fn resolve(&self, reference: &BytesRef<'_>) -> Result<String, Error> {
        let named = match &**reference {
            "amp" => Some('&'),
            "lt" => Some('<'),
            "gt" => Some('>'),
            "quot" => Some('"'),
            "apos" => Some('\''),
            _ => reference.resolve_char_ref().map_err(|error| self.fault(error.to_string()))?,
        };
        let unknown = || self.fault(format!("it names the entity `&{};`", &**reference));
        named.map(String::from).ok_or_else(unknown)
    }

    /// The next start of an element at any depth; `None` at the end of the document.
    pub(super) fn next_start(&mut self) -> Result<Option<BytesStart<'a>>, Error> {
        loop {
            match self.next()? {
                Node::Start(element) => return Ok(Some(element)),
                Node::Eof => return Ok(None),
                Node::End | Node::Text(_) => {}
            }
        }
    }

    /// Walks to the end of the element that just began.
    pub(super) fn skip(&mut self) -> Result<(), Error> {
        let outside = self.depth - 1;
        while self.depth > outside {
            self.next()?;
        }
        Ok(())
    }

    /// The text of the element that just began, inner elements left out.
    pub(super) fn text(&mut self) -> Result<Cow<'a, str>, Error> {
        let outside = self.depth - 1;
        let mut all: Cow<'a, str> = Cow::Borrowed("");
        while self.depth > outside {
            match self.next()? {
                Node::Text(text) if self.depth == outside + 1 => {
                    if all.is_empty() {
                        all = text;
                    } else {
                        all.to_mut().push_str(&text);
                    }
                }
                _ => {}
            }
        }
        Ok(all)
    }
}

/// The text inside elements of these names, one in the other, and what follows them.
fn chained<'a>(text: &'a str, names: &[&str], tags: &mut Plain<'a>) -> Option<(&'a str, &'a str)> {
    let Some((name, names)) = names.split_first() else {
        let end = text.bytes().position(|byte| matches!(byte, b'<' | b'&' | b'\r'))?;
        return Some(text.split_at(end));
    };
    let (false, rest) = tags.tag(text, name)? else { return None };
    let (text, rest) = chained(rest, names, tags)?;
    Some((text, ended(rest, name)?))
}

/// What follows an end tag of that name.
fn ended<'a>(text: &'a str, name: &str) -> Option<&'a str> {
    text.strip_prefix("</")?.strip_prefix(name)?.strip_prefix('>')
}

/// An element's name without its prefix.
pub(super) fn local<'e>(element: &'e BytesStart<'_>) -> &'e str {
    without_prefix(element.name().into_inner())
}

fn without_prefix(name: &str) -> &str {
    let prefix = name.bytes().rposition(|byte| byte == b':');
    prefix.map_or(name, |at| &name[at + 1..])
}

/// Cuts one attribute off the text of a start tag: its name without prefix, its value as written.
/// `None` if that is no attribute.
fn cut(text: &str) -> Option<(&str, &str, &str)> {
    if let Some(plain) = plain_attribute(text) {
        return Some(plain);
    }
    let name_end = text.bytes().position(|byte| byte == b'=')?;
    let name = text[..name_end].trim_end();
    let rest = text[name_end + 1..].trim_start();
    let quote = rest.bytes().next().filter(|quote| matches!(quote, b'"' | b'\''))?;
    let rest = &rest[1..];
    let value_end = rest.bytes().position(|byte| byte == quote)?;
    let is_name = !name.is_empty()
        && !name.bytes().any(|byte| matches!(byte, b'"' | b'\'' | b' ' | b'\n' | b'\t' | b'\r'));
    is_name.then_some((without_prefix(name), &rest[..value_end], &rest[value_end + 1..]))
}

/// Whether all of a start tag's text behind the name is attributes.
fn are_attributes(text: &str) -> bool {
    let mut rest = text.trim_ascii();
    while !rest.is_empty() {
        let Some((_, _, next)) = cut(rest) else { return false };
        rest = next.trim_ascii_start();
    }
    true
}

/// Attributes of an element, by their names without prefix.
pub(super) fn attributes<'e>(
    element: &'e BytesStart<'_>,
) -> impl Iterator<Item = (&'e str, Cow<'e, str>)> {
    attributes_of(element.attributes_raw())
}

fn attributes_of(text: &str) -> impl Iterator<Item = (&str, Cow<'_, str>)> {
    let mut rest = text;
    std::iter::from_fn(move || {
        let (name, value, next) = cut(rest.trim_ascii_start())?;
        rest = next;
        let is_plain = !value.bytes().any(|byte| matches!(byte, b'&' | b'\n' | b'\t' | b'\r'));
        let value = if is_plain {
            Cow::Borrowed(value)
        } else {
            let value = value.replace(['\n', '\t', '\r'], " ");
            match unescape(&value) {
                Ok(plain) => Cow::Owned(plain.into_owned()),
                Err(_) => Cow::Owned(value),
            }
        };
        Some((name, value))
    })
}

/// One attribute, by its name without prefix.
pub(super) fn attribute<'e>(element: &'e BytesStart<'_>, name: &str) -> Option<Cow<'e, str>> {
    attributes(element).find(|(seen, _)| *seen == name).map(|(_, value)| value)
}

/// Whether an attribute says yes.
pub(super) fn is_true(value: &str) -> bool {
    matches!(value, "1" | "true" | "on")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn texts(document: &str) -> Result<String, Error> {
        let mut xml = Xml::new(document, "a.xml");
        let mut all = String::new();
        loop {
            match xml.next()? {
                Node::Start(element) => {
                    for (name, value) in attributes(&element) {
                        all.push_str(&format!("[{name}={value}]"));
                    }
                }
                Node::Text(text) => all.push_str(&text),
                Node::End => {}
                Node::Eof => return Ok(all),
            }
        }
    }

    #[test]
    fn entities_and_prefixes() {
        let document = "<x:a r:id = 'r&amp;1' s=\"it's\"/>";
        assert_eq!(texts(document).unwrap(), "[id=r&1][s=it's]");
        let document = "<a>1 &lt; 2 &amp; <![CDATA[<3>]]>&#x41;&#66;</a>";
        assert_eq!(texts(document).unwrap(), "1 < 2 & <3>AB");
    }

    /// What is read of a sheet: its plain cells as such, or all of it event by event.
    fn cells(document: &str, has_plain: bool) -> Result<String, String> {
        let mut xml = Xml::new(document, "a.xml");
        let mut all = String::new();
        let mut say = |part: &str, value: &str| all.push_str(&format!("{part}{value}"));
        loop {
            while has_plain && let Some(plain) = xml.plain("c", &[&["v"], &["is", "t"]]) {
                plain.attributes().for_each(|(name, value)| say(name, &value));
                say("", plain.inside.map_or("", |(_, text)| text));
            }
            match xml.next().map_err(|error| error.to_string())? {
                Node::Start(element) => {
                    attributes(&element).for_each(|(name, value)| say(name, &value));
                }
                Node::Text(text) => say("", &text),
                Node::End => {}
                Node::Eof => return Ok(all),
            }
        }
    }

    #[test]
    fn plain_elements_are_read_as_all_others_are() {
        for row in [
            "<c r=\"A1\" s=\"2\"><v>1.5</v></c><c r='B1' t=\"s\"><v>7</v></c><c r=\"C1\"/>",
            "<c><v></v></c><c/><c></c>",
            "<c r=\"A1\"><f>1&gt;2</f><v>3</v></c><c r=\"B1\"><v>4 &amp; 5</v></c><c><v>6</v></c>",
            " <c><v>a\r\nb</v></c>\n<c ><v x='y>'>8</v></c><c><is><t>9</t></is></c>",
            "<cell>1</cell><c r=\"A&#49;\"><v><![CDATA[<2>]]></v></c><c><v>3</v><v>4</v></c>",
            "<c t=\"inlineStr\"><is><t>ten</t></is></c><c><is><t/></is></c><c><is><r><t>x</t></r></is></c>",
            "<c a=\"1\" b=\"2\" d=\"3\" e=\"4\" f=\"5\"><v>6</v></c><c x:r=\"A1\"><v>7</v></c>",
            "<c><is><t xml:space=\"preserve\"> 8 </t></is></c><c><is><t>9</is></t></c>",
            "<c r><v>1</v></c>",
            "<c><v>1</v></c",
            "<c><v>1</c></v>",
            "<c><v>&none;</v></c>",
        ] {
            let document = format!("<sheet><row r='1'>{row}</row><row/><c><v>10</v></c></sheet>");
            assert_eq!(cells(&document, true), cells(&document, false), "{row}");
        }
    }

    #[test]
    fn what_is_not_sound_is_refused() {
        for (document, reason) in [
            ("<!DOCTYPE a [<!ENTITY b 'c'>]><a>&b;</a>", "document type"),
            ("<a>&b;</a>", "names the entity `&b;`"),
            ("<a><b>", "it ends with 2 open elements"),
            ("<a b></a>", "attributes of `a`"),
            ("<a b=c></a>", "attributes of `a`"),
            (&"<a>".repeat(300), "open elements, expected at most 256"),
        ] {
            let message = texts(document).unwrap_err().to_string();
            assert!(message.contains(reason), "{message}");
        }
    }

    #[test]
    fn declared_charsets_are_read() {
        let bytes = b"<?xml version='1.0' encoding='windows-1251'?><a>\xC4\xE0</a>".to_vec();
        assert!(text_of(bytes, "a.xml").unwrap().contains("Да"));
        let message = text_of(b"<a>\xC4</a>".to_vec(), "a.xml").unwrap_err().to_string();
        assert_eq!(message, "member `a.xml`: byte 3 is no UTF-8");
    }
}

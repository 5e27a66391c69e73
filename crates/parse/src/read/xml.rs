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
    member: &'a str,
    depth: usize,
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
        Self { reader, member, depth: 0 }
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
                    let at = self.reader.error_position();
                    return Err(self.fault(format!("byte {at}: {error}")));
                }
            };
            return Ok(match event {
                Event::Start(element) => {
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

/// An element's name without its prefix.
pub(super) fn local<'e>(element: &'e BytesStart<'_>) -> &'e str {
    let name = element.name().into_inner();
    name.rsplit_once(':').map_or(name, |(_, local)| local)
}

/// Cuts one attribute off the text of a start tag: its name without prefix, its value as written.
/// `None` if that is no attribute.
fn cut(text: &str) -> Option<(&str, &str, &str)> {
    let (name, rest) = text.split_once('=')?;
    let name = name.trim_end();
    let rest = rest.trim_start();
    let quote = rest.chars().next().filter(|quote| matches!(quote, '"' | '\''))?;
    let (value, rest) = rest[1..].split_once(quote)?;
    let is_name = !name.is_empty() && !name.contains(['"', '\'', ' ', '\n', '\t', '\r']);
    let local = name.rsplit_once(':').map_or(name, |(_, local)| local);
    is_name.then_some((local, value, rest))
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
    let mut rest = element.attributes_raw();
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

//! XML data files, an element at a time: no document types, so no entities but XML's own five and
//! numbered characters; bounded depth, attributes and text.

use quick_xml::XmlVersion;
use quick_xml::events::{BytesRef, BytesStart, Event};
use quick_xml::reader::Reader;

use crate::error::Error;
use crate::limits::Limits;
use crate::read::json::tree::line_at;

/// An element that begins.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Element {
    /// Without the prefix of its namespace.
    pub(super) name: String,
    /// In the order of the file, declarations of namespaces left out; names keep their prefix.
    pub(super) attributes: Vec<(String, String)>,
}

impl Element {
    /// The attribute of that name, whatever its prefix.
    pub(super) fn get(&self, name: &str) -> Option<&str> {
        let found = self.attributes.iter().find(|(known, _)| local(known) == name);
        found.map(|(_, value)| value.as_str())
    }
}

/// A name without its prefix.
pub(super) fn local(name: &str) -> &str {
    name.rsplit_once(':').map_or(name, |(_, local)| local)
}

/// What a file consists of.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Node {
    /// An element begins; one without content ends at once.
    Open(Element),
    /// The innermost element ends; its texts put together, as printed.
    Close(String),
}

/// Reads one node after the other.
pub(super) struct Markup<'a> {
    reader: Reader<&'a [u8]>,
    text: &'a str,
    limits: &'a Limits,
    /// Texts of the open elements.
    open: Vec<String>,
    /// Where what is being read begins.
    at: u64,
}

impl<'a> Markup<'a> {
    pub(super) fn new(text: &'a str, limits: &'a Limits) -> Self {
        let mut reader = Reader::from_str(text);
        reader.config_mut().expand_empty_elements = true;
        Self { reader, text, limits, open: Vec::new(), at: 0 }
    }

    /// Elements open at this point.
    pub(super) fn depth(&self) -> usize {
        self.open.len()
    }

    fn line(&self) -> u64 {
        let at = usize::try_from(self.at).unwrap_or(usize::MAX);
        line_at(self.text, at)
    }

    /// What is wrong here.
    pub(super) fn wrong(&self, reason: impl Into<String>) -> Error {
        Error::Markup { what: "XML", line: self.line(), reason: reason.into() }
    }

    fn limit(&self, what: &'static str, seen: usize, max: usize) -> Result<(), Error> {
        if seen <= max {
            return Ok(());
        }
        let place = format!("line {}", self.line());
        Err(Error::Limit { what, place, seen: seen as u64, max: max as u64 })
    }

    /// The next node; `None` at the end.
    ///
    /// # Errors
    /// `Markup` where it is not well-formed, `Doctype`, `Limit`.
    pub(super) fn next(&mut self) -> Result<Option<Node>, Error> {
        loop {
            self.at = self.reader.buffer_position();
            let event = match self.reader.read_event() {
                Ok(event) => event,
                Err(error) => return Err(self.wrong(error.to_string())),
            };
            match event {
                Event::Start(start) => {
                    let element = self.element(&start)?;
                    self.open.push(String::new());
                    self.limit("levels", self.open.len(), self.limits.markup_depth_max)?;
                    return Ok(Some(Node::Open(element)));
                }
                Event::End(_) => {
                    let text = self.open.pop();
                    let text = text.ok_or_else(|| self.wrong("an end tag without its start"))?;
                    return Ok(Some(Node::Close(text)));
                }
                Event::Text(text) => self.add(&text.xml_content(XmlVersion::Implicit1_0))?,
                Event::CData(text) => self.add(&text.xml_content(XmlVersion::Implicit1_0))?,
                Event::GeneralRef(reference) => {
                    let text = self.resolve(&reference)?;
                    self.add(&text)?;
                }
                Event::DocType(_) => return Err(Error::Doctype { line: self.line() }),
                Event::Eof if !self.open.is_empty() => {
                    return Err(self.wrong(format!("it ends with {} open", self.open.len())));
                }
                Event::Eof => return Ok(None),
                Event::Empty(_) | Event::Decl(_) | Event::PI(_) | Event::Comment(_) => {}
            }
        }
    }

    fn element(&self, start: &BytesStart<'_>) -> Result<Element, Error> {
        let mut attributes = Vec::new();
        for attribute in start.attributes() {
            let attribute = attribute.map_err(|error| self.wrong(error.to_string()))?;
            let name = attribute.key.into_inner();
            if name == "xmlns" || name.starts_with("xmlns:") {
                continue;
            }
            let value = attribute.normalized_value(XmlVersion::Implicit1_0);
            let value = value.map_err(|error| self.wrong(error.to_string()))?;
            self.limit("bytes of an attribute", value.len(), self.limits.field_bytes_max)?;
            attributes.push((name.to_owned(), value.into_owned()));
            self.limit("attributes", attributes.len(), self.limits.attributes_max)?;
        }
        let name = local(start.name().into_inner()).to_owned();
        Ok(Element { name, attributes })
    }

    fn add(&mut self, text: &str) -> Result<(), Error> {
        let Some(innermost) = self.open.last_mut() else { return Ok(()) };
        innermost.push_str(text);
        let seen = innermost.len();
        self.limit("bytes of text", seen, self.limits.field_bytes_max)
    }

    fn resolve(&self, reference: &BytesRef<'_>) -> Result<String, Error> {
        let resolved = match &**reference {
            "amp" => Some('&'),
            "lt" => Some('<'),
            "gt" => Some('>'),
            "quot" => Some('"'),
            "apos" => Some('\''),
            _ => reference.resolve_char_ref().ok().flatten(),
        };
        let unknown = || self.wrong(format!("`&{};` is no character", &**reference));
        resolved.map(String::from).ok_or_else(unknown)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn nodes(text: &str, limits: &Limits) -> Result<Vec<Node>, String> {
        let mut markup = Markup::new(text, limits);
        let mut nodes = Vec::new();
        loop {
            match markup.next() {
                Ok(Some(node)) => nodes.push(node),
                Ok(None) => return Ok(nodes),
                Err(error) => return Err(error.to_string()),
            }
        }
    }

    #[test]
    fn texts_are_whole_whatever_they_are_made_of() {
        let nodes =
            nodes("<m:a x='1&lt;'>b &amp; c<![CDATA[<d>]]>&#8364;</m:a>", &Limits::standard());
        let attributes = vec![("x".to_owned(), "1<".to_owned())];
        let open = Node::Open(Element { name: "a".to_owned(), attributes });
        assert_eq!(nodes, Ok(vec![open, Node::Close("b & c<d>€".to_owned())]));
    }

    #[test]
    fn document_types_depth_and_width_are_refused() {
        let limits = Limits {
            markup_depth_max: 3,
            attributes_max: 2,
            field_bytes_max: 9,
            ..Limits::standard()
        };
        let said = |text: &str| nodes(text, &limits).unwrap_err();
        assert_eq!(
            said("<!DOCTYPE a [<!ENTITY b 'c'>]>\n<a>&b;</a>"),
            "line 1: a document type declaration, which no data needs"
        );
        assert_eq!(said("\n<a>&b;</a>"), "XML, line 2: `&b;` is no character");
        assert_eq!(said("<a><a><a><a/></a></a></a>"), "line 1: got 4 levels, expected at most 3");
        assert!(said("<a b='' c='' d=''/>").contains("3 attributes"));
        assert!(said("<a>1234567890</a>").contains("10 bytes of text"));
        assert!(said("<a><b></a>").starts_with("XML, line 1:"));
        assert_eq!(said("<a>"), "XML, line 1: it ends with 1 open");
    }
}

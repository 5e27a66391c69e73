//! `styles.xml`: number formats, bold, indentation.

use std::collections::BTreeMap;

use crate::error::Error;
use crate::read::number_format;
use crate::read::package::Package;
use crate::read::style::Style;
use crate::read::xml::{Node, Xml, attribute, attributes, is_true, local};
use portbook_model::text::Text;

/// Cell styles, by the number that cells name.
#[derive(Debug, Default)]
pub(super) struct Styles {
    list: Vec<Style>,
}

impl Styles {
    pub(super) fn get(&self, index: usize) -> &Style {
        self.list.get(index).unwrap_or(&Style::UNKNOWN)
    }
}

struct RawStyle {
    format: u16,
    font: usize,
    indent: u8,
}

/// Reads the part.
pub(super) fn read(package: &mut Package<'_>, part: &str) -> Result<Styles, Error> {
    let text = package.text(part)?;
    let mut xml = Xml::new(&text, part);
    let mut codes: BTreeMap<u16, Text> = BTreeMap::new();
    let mut is_bold: Vec<bool> = Vec::new();
    let mut raw: Vec<RawStyle> = Vec::new();
    while let Some(element) = xml.next_start()? {
        match local(&element) {
            "numFmts" => codes = formats(&mut xml)?,
            "fonts" => is_bold = fonts(&mut xml)?,
            "cellXfs" => raw = cell_styles(&mut xml)?,
            // Differential formats, styles of styles, tables: their inner elements have the names
            // of those above.
            "dxfs" | "cellStyleXfs" | "tableStyles" | "extLst" => xml.skip()?,
            _ => {}
        }
    }
    let mut by_format: BTreeMap<u16, Style> = BTreeMap::new();
    let list = raw
        .into_iter()
        .map(|raw| {
            let style = by_format.entry(raw.format).or_insert_with(|| {
                let code = codes.get(&raw.format).cloned();
                Style::of_code(code.unwrap_or_else(|| number_format::built_in(raw.format).into()))
            });
            let is_bold = is_bold.get(raw.font).copied();
            Style { indent: Some(raw.indent), is_bold, ..style.clone() }
        })
        .collect();
    Ok(Styles { list })
}

/// Starts of elements inside the one that just began.
fn each_inside(
    xml: &mut Xml<'_>,
    mut take: impl FnMut(&quick_xml::events::BytesStart<'_>, usize),
) -> Result<(), Error> {
    let outside = xml.depth() - 1;
    while xml.depth() > outside {
        if let Node::Start(element) = xml.next()? {
            take(&element, xml.depth() - outside - 1);
        }
    }
    Ok(())
}

fn formats(xml: &mut Xml<'_>) -> Result<BTreeMap<u16, Text>, Error> {
    let mut codes = BTreeMap::new();
    each_inside(xml, |element, _| {
        let id = attribute(element, "numFmtId").and_then(|id| id.parse().ok());
        let code = attribute(element, "formatCode");
        if let (Some(id), Some(code)) = (id, code) {
            codes.insert(id, Text::from(&*code));
        }
    })?;
    Ok(codes)
}

fn fonts(xml: &mut Xml<'_>) -> Result<Vec<bool>, Error> {
    let mut is_bold = Vec::new();
    each_inside(xml, |element, depth| match (local(element), depth) {
        ("font", 1) => is_bold.push(false),
        ("b", 2) => {
            if let Some(last) = is_bold.last_mut() {
                *last = attribute(element, "val").is_none_or(|value| is_true(&value));
            }
        }
        _ => {}
    })?;
    Ok(is_bold)
}

fn cell_styles(xml: &mut Xml<'_>) -> Result<Vec<RawStyle>, Error> {
    let mut styles: Vec<RawStyle> = Vec::new();
    each_inside(xml, |element, depth| match (local(element), depth) {
        ("xf", 1) => {
            let mut style = RawStyle { format: 0, font: 0, indent: 0 };
            for (key, value) in attributes(element) {
                match key {
                    "numFmtId" => style.format = value.parse().unwrap_or(0),
                    "fontId" => style.font = value.parse().unwrap_or(0),
                    _ => {}
                }
            }
            styles.push(style);
        }
        ("alignment", 2) => {
            let indent = attribute(element, "indent").and_then(|indent| indent.parse().ok());
            if let (Some(style), Some(indent)) = (styles.last_mut(), indent) {
                style.indent = indent;
            }
        }
        _ => {}
    })?;
    Ok(styles)
}

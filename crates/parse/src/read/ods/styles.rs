//! Styles of an `OpenDocument`: what a number format shows, said as an Excel code, and bold.

use std::collections::BTreeMap;

use quick_xml::events::BytesStart;

use crate::error::Error;
use crate::read::style::Style;
use crate::read::xml::{Node, Xml, attribute, attributes, local};

#[derive(Debug, Default)]
pub(super) struct Styles {
    cells: BTreeMap<String, OfCell>,
    /// By name of a data style: its code.
    codes: BTreeMap<String, String>,
    /// Names of table styles that hide the sheet.
    hidden: Vec<String>,
}

#[derive(Debug, Default)]
struct OfCell {
    data: Option<String>,
    parent: Option<String>,
    is_bold: Option<bool>,
}

/// Styles that a style may inherit from, one after the other.
const PARENTS_MAX: usize = 8;

impl Styles {
    /// Takes an element that just began, if it is a style; others are left as they are.
    pub(super) fn take(
        &mut self,
        xml: &mut Xml<'_>,
        element: &BytesStart<'_>,
    ) -> Result<(), Error> {
        match local(element) {
            "style" => self.style(xml, element),
            "number-style" | "percentage-style" | "currency-style" => self.code(xml, element),
            "date-style" | "time-style" => {
                let name = attribute(element, "name").unwrap_or_default().into_owned();
                self.codes.insert(name, "yyyy-mm-dd".to_owned());
                xml.skip()
            }
            "text-style" | "boolean-style" => xml.skip(),
            _ => Ok(()),
        }
    }

    fn style(&mut self, xml: &mut Xml<'_>, element: &BytesStart<'_>) -> Result<(), Error> {
        let mut style = OfCell::default();
        let mut name = String::new();
        for (key, value) in attributes(element) {
            match key {
                "name" => name = value.into_owned(),
                "data-style-name" => style.data = Some(value.into_owned()),
                "parent-style-name" => style.parent = Some(value.into_owned()),
                _ => {}
            }
        }
        let outside = xml.depth() - 1;
        while xml.depth() > outside {
            let Node::Start(inner) = xml.next()? else { continue };
            match local(&inner) {
                "text-properties" => {
                    let weight = attribute(&inner, "font-weight");
                    style.is_bold = weight.map(|weight| weight == "bold");
                }
                "table-properties"
                    if attribute(&inner, "display").is_some_and(|display| display == "false") =>
                {
                    self.hidden.push(name.clone());
                }
                _ => {}
            }
        }
        self.cells.insert(name, style);
        Ok(())
    }

    /// A number format as a code: only what decides which digits are shown.
    fn code(&mut self, xml: &mut Xml<'_>, element: &BytesStart<'_>) -> Result<(), Error> {
        let name = attribute(element, "name").unwrap_or_default().into_owned();
        let percent = if local(element) == "percentage-style" { "%" } else { "" };
        let mut code = None;
        let mut others = Vec::new();
        let outside = xml.depth() - 1;
        while xml.depth() > outside {
            let Node::Start(inner) = xml.next()? else { continue };
            match local(&inner) {
                "number" => code = Some(number(&inner)),
                "scientific-number" => code = Some("0.00E+00".to_owned()),
                "fraction" => code = Some("# ?/?".to_owned()),
                "map" => {
                    let other = attribute(&inner, "apply-style-name");
                    others.extend(other.and_then(|name| self.codes.get(&*name).cloned()));
                }
                _ => {}
            }
        }
        let code = match code {
            Some(code) if code == "General" => code,
            Some(code) => format!("{code}{percent}"),
            None => "\"\"".to_owned(),
        };
        others.retain(|other| *other != code);
        let code = others.into_iter().fold(code, |all, other| format!("{all};{other}"));
        self.codes.insert(name, code);
        Ok(())
    }

    pub(super) fn is_hidden(&self, name: &str) -> bool {
        self.hidden.iter().any(|hidden| hidden == name)
    }

    /// The style of cells that have it by name.
    pub(super) fn get(&self, name: &str) -> Style {
        let mut found = Style { is_bold: Some(false), ..Style::of_code("General") };
        let (mut has_code, mut has_weight) = (false, false);
        let mut next = Some(name);
        for _ in 0..PARENTS_MAX {
            let Some(style) = next.and_then(|name| self.cells.get(name)) else { break };
            if let Some(code) = style.data.as_ref().and_then(|data| self.codes.get(data))
                && !has_code
            {
                let Style { code, shows, .. } = Style::of_code(code.as_str());
                found = Style { code, shows, ..found };
                has_code = true;
            }
            if style.is_bold.is_some() && !has_weight {
                found.is_bold = style.is_bold;
                has_weight = true;
            }
            next = style.parent.as_deref();
        }
        found
    }
}

/// The code of a `number:number`.
fn number(element: &BytesStart<'_>) -> String {
    let count = |name| attribute(element, name).and_then(|value| value.parse::<u8>().ok());
    let Some(decimals) = count("decimal-places") else { return "General".to_owned() };
    let least = count("min-decimal-places").unwrap_or(decimals).min(decimals);
    let mut code = "0".to_owned();
    if decimals > 0 {
        code.push('.');
        code.extend((0..decimals).map(|at| if at < least { '0' } else { '#' }));
    }
    let factor = attribute(element, "display-factor").unwrap_or("1".into());
    code.push_str(match &*factor {
        "1" => "",
        "1000" => ",",
        "1000000" => ",,",
        "1000000000" => ",,,",
        _ => "\"\"?/?",
    });
    code
}

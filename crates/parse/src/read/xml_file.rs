//! XML by its root: data and structure messages of SDMX-ML, and any other document in which
//! elements are records.

use crate::error::Error;
use crate::limits::{Limits, within};
use crate::read::contents::{Contents, RecordFile, Structure};
use crate::read::markup::{Markup, Node};
use crate::read::{sdmx_ml, xml_records};
use crate::sniff::Format;
use crate::text::{self, Basis};

/// Reads XML.
///
/// # Errors
/// `Markup` with the line of what is not well-formed; `Doctype`; `Later`, `Reply`, `NoRecords`
/// where the message holds no data; `Limit`.
pub(super) fn read(
    bytes: &[u8],
    charset: Option<&str>,
    limits: &Limits,
) -> Result<Contents, Error> {
    within("bytes", bytes.len() as u64, limits.text_bytes_max, || "the text".to_owned())?;
    let stated = text::xml_charset(bytes).map(|encoding| (encoding, Basis::Xml));
    let (content, charset) = text::decode(bytes, charset, stated)?;
    let mut markup = Markup::new(content.trim_start_matches('\u{feff}'), limits);
    let Some(Node::Open(root)) = markup.next()? else {
        return Err(markup.wrong("expected an element"));
    };
    let format = Format::Xml;
    let file = |what: &str, sets| {
        let what = what.to_owned();
        Contents::Records(RecordFile { format, what, charset, sets })
    };
    if sdmx_ml::is_data(&root.name) {
        return Ok(file("SDMX-ML", sdmx_ml::read(&mut markup, limits)?));
    }
    if sdmx_ml::is_structure(&root.name) {
        let what = sdmx_ml::describe(&mut markup)?;
        return Ok(Contents::Structure(Structure { format, what, charset }));
    }
    let sets = xml_records::read(root, &mut markup, limits)?;
    if sets.is_empty() {
        let what = "XML without records".to_owned();
        return Ok(Contents::Structure(Structure { format, what, charset }));
    }
    Ok(file("XML", sets))
}

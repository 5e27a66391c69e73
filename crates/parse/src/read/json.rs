//! JSON by its shape: SDMX-JSON, the cubes of JSON-stat, the tables of `PxWeb`, and any other tree
//! in which lists of objects, or of lists, are records.

use crate::error::Error;
use crate::limits::{Limits, within};
use crate::read::contents::{Contents, RecordFile, Structure};
use crate::read::sdmx_json;
use crate::sniff::Format;
use crate::text;

use self::tree::Value;

mod records;
mod stat;
#[cfg(test)]
mod tests;
pub(crate) mod tree;

/// Reads JSON.
///
/// # Errors
/// `Markup` with the line of what is not JSON; `Reply` where the body is an error and no data;
/// `NoRecords` where it is data of none; `Limit`.
pub(crate) fn read(
    bytes: &[u8],
    charset: Option<&str>,
    limits: &Limits,
) -> Result<Contents, Error> {
    within("bytes", bytes.len() as u64, limits.text_bytes_max, || "the text".to_owned())?;
    let (content, charset) = text::decode(bytes, charset, None)?;
    let root = tree::parse(content.trim_start_matches('\u{feff}'), limits)?;
    let file = |what: &str, sets| {
        let what = what.to_owned();
        Contents::Records(RecordFile { format: Format::Json, what, charset, sets })
    };
    let structure = |what: &str| {
        let what = what.to_owned();
        Contents::Structure(Structure { format: Format::Json, what, charset })
    };
    if sdmx_json::is_structure(&root) {
        return Ok(structure("an SDMX-JSON structure message"));
    }
    if let Some(message) = sdmx_json::message(&root) {
        return Ok(file("SDMX-JSON", sdmx_json::read(message, limits)?));
    }
    if let Some(sets) = stat::cubes(&root, limits)? {
        return Ok(file("JSON-stat", sets));
    }
    if let Some(set) = stat::pxweb(&root, limits)? {
        return Ok(file("JSON of PxWeb", vec![set]));
    }
    let found = records::find(&root, limits)?;
    if !found.sets.is_empty() {
        return Ok(file("JSON", found.sets));
    }
    if let Some(said) = error_said(&root) {
        return Err(Error::Reply { said });
    }
    if found.has_empty_list {
        return Err(Error::NoRecords { what: "JSON" });
    }
    Ok(structure("JSON without records"))
}

/// What a reply says where it is an error: a status of 400 or more, or a member named for it.
fn error_said(root: &Value<'_>) -> Option<String> {
    let status = root.get("statusCode").or_else(|| root.get("status"));
    let status = status.and_then(Value::index);
    let is_error = status.is_some_and(|status| (400..600).contains(&status));
    is_error.then(|| said(root)).or_else(|| named_error(root))
}

fn named_error(root: &Value<'_>) -> Option<String> {
    let names = ["error", "errors", "fault", "Error"];
    let error = names.iter().find_map(|name| root.get(name))?;
    let is_said = match error {
        Value::Text(text) => !text.is_empty(),
        Value::Object(members) => !members.is_empty(),
        Value::Array(items) => !items.is_empty(),
        Value::Bool(is_error) => *is_error,
        Value::Number(_) | Value::Null => false,
    };
    is_said.then(|| said(root))
}

/// The texts of a reply, shortened.
fn said(root: &Value<'_>) -> String {
    const CHARS_MAX: usize = 300;
    let mut texts = Vec::new();
    records::scalars("", root, &mut |name, text| texts.push(format!("{name}: {text}")));
    texts.join("; ").chars().take(CHARS_MAX).collect()
}

//! What of the grammar bulk reading carries. Anything else is refused before a record is read,
//! naming its key: never another meaning.

use portbook_source::layout::Entry;
use portbook_source::layout::records::{Reads, Records};
use portbook_source::load::Source;

use crate::error::{Error, Result};

/// # Errors
/// `NotCarried`, with the first key that is not.
pub(crate) fn check(source: &Source, layout: &Records) -> Result<()> {
    let common = &layout.common;
    let uncarried = [
        (!layout.fixed.is_empty(), "fixed"),
        (!layout.until.is_empty(), "until"),
        (layout.find.path.is_some(), "find.path"),
        (!common.text.is_empty() || !common.one_of.is_empty(), "text"),
        (!common.notes.is_empty(), "number.notes"),
        (common.future.is_some(), "future"),
        (
            common.signs.values().any(|sign| sign.edge.is_some()),
            "a sign with `leading` or `trailing`",
        ),
        (layout.measures.iter().any(|measure| measure.status.is_some()), "measure.status"),
        (layout.measures.iter().any(|measure| !measure.keep.is_empty()), "measure.keep"),
        (!source.corrections.is_empty(), "corrections.toml beside it"),
    ];
    let refuse = |key: String| Err(Error::NotCarried { layout: common.id.clone(), key });
    if let Some((_, key)) = uncarried.into_iter().find(|(is_there, _)| *is_there) {
        return refuse(key.to_owned());
    }
    for measure in &layout.measures {
        if measure.heading.holes().next().is_some() {
            return refuse(format!("a family of measures, `{}`", measure.heading));
        }
    }
    let patterns = layout.columns.iter().filter_map(|column| match &column.reads {
        Reads::Entries(entries) => Some(entries),
        Reads::Ignore => None,
    });
    for entry in patterns.flatten() {
        if let Some(key) = word(entry) {
            return refuse(format!("{key} of `{}`", entry.pattern));
        }
    }
    Ok(())
}

/// A word of the entry that is for tables alone or needs all records at once.
fn word(entry: &Entry) -> Option<&'static str> {
    let says = &entry.says;
    if entry.pattern.holes().any(|hole| hole == "released_at") {
        return Some("`{released_at}`");
    }
    if says.period.as_deref() == Some("last before") {
        return Some("`period = \"last before\"`");
    }
    says.columns.contains_key("precision").then_some("`precision`")
}

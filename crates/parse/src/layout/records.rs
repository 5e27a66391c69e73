//! Record files: which layout takes a set of records, and the set as raw records.

use std::borrow::Cow;
use std::sync::Arc;

use portbook_model::issue::Issue;
use portbook_schema::raw::RawRecords;
use portbook_source::layout::records::Records;
use portbook_source::load::Source;

use super::texts::Where;
use super::{FileIssue, Origin, Parsed};
use crate::error::Error;
use crate::limits::Limits;
use crate::read::contents::Contents;
use crate::read::delimited::Text;
use crate::record_set::RecordSet;

mod cells;
mod near;
mod plan;
mod table;
#[cfg(test)]
mod tests;

/// Reads delimited text by the `[[records]]` layouts of a source.
pub(super) fn read_text(
    text: &Text,
    origin: Origin<'_>,
    source: &Source,
    limits: &Limits,
    parsed: &mut Parsed,
) -> Result<(), Error> {
    let mut misses = Misses::default();
    let mut damage = None;
    let mut found = Vec::new();
    for layout in &source.layout.records {
        let set = match text.set_for(layout, limits) {
            Ok(set) => set,
            Err(error) => {
                misses.others.push(format!("`{}`: {error}", layout.common.id));
                damage.get_or_insert(error);
                continue;
            }
        };
        match near::miss(layout, &set, origin, source) {
            Some(miss) => misses.add(layout, None, miss),
            None => found.push((layout, set)),
        }
    }
    // Cut as any layout says, the file is not whole.
    let is_alone = misses.nearest.is_none() && misses.others.len() == 1;
    if found.is_empty() && is_alone && damage.as_ref().is_some_and(Error::is_damage) {
        return damage.map_or(Ok(()), Err);
    }
    let found = found.iter().map(|(layout, set)| (*layout, set.as_ref())).collect();
    if !take(found, origin, source, parsed) {
        let none = "a workbook or page: the source has no [[records]]";
        misses.tell("delimited text", none, origin, parsed);
    }
    Ok(())
}

/// Reads the record sets of a file by the `[[records]]` layouts of a source. `seen` says what the
/// file is.
pub(super) fn read_sets(
    sets: &[RecordSet],
    seen: &str,
    origin: Origin<'_>,
    source: &Source,
    parsed: &mut Parsed,
) {
    let mut misses = Misses::default();
    let mut is_taken = false;
    for set in sets {
        let name = set.name.as_deref().unwrap_or("the records");
        if set.is_deletion {
            parsed.unrecognised.push(format!("{name}: deletes, and holds no data"));
            continue;
        }
        let mut found = Vec::new();
        for layout in &source.layout.records {
            match near::miss(layout, set, origin, source) {
                Some(miss) => misses.add(layout, Some(name), miss),
                None => found.push((layout, set)),
            }
        }
        if take(found, origin, source, parsed) {
            is_taken = true;
        } else {
            parsed.unrecognised.push(name.to_owned());
        }
    }
    if !is_taken && parsed.issues.is_empty() {
        let none = "a file the layout reads: it has no [[records]]";
        misses.tell(seen, none, origin, parsed);
    }
}

/// The record sets of a file; delimited text is cut as the first layout says that takes it.
pub(super) fn sets<'c>(
    contents: &'c Contents,
    origin: Origin<'_>,
    source: &Source,
    limits: &Limits,
) -> Cow<'c, [RecordSet]> {
    let text = match contents {
        Contents::Records(file) => return Cow::Borrowed(&file.sets),
        Contents::Text(text) => text,
        _ => return Cow::Borrowed(&[]),
    };
    let taken = source.layout.records.iter().find_map(|layout| {
        let set = text.set_for(layout, limits).ok()?;
        near::miss(layout, &set, origin, source).is_none().then_some(set)
    });
    Cow::Owned(taken.into_iter().map(Arc::unwrap_or_clone).collect())
}

/// Layouts and sets that a message speaks of.
const MISSES_MAX: usize = 5;

/// A file that says how data is built: no layout takes it.
pub(super) fn no_data(seen: &str, origin: Origin<'_>) -> FileIssue {
    let expected = "data: this only says how data is built".to_owned();
    let issue = Where { file: origin.file, sheet: None }.issue("no-layout", None, seen, expected);
    FileIssue { dataset: None, issue }
}

/// The set by the one layout that takes it; whether there is any.
fn take(
    found: Vec<(&Records, &RecordSet)>,
    origin: Origin<'_>,
    source: &Source,
    parsed: &mut Parsed,
) -> bool {
    let mut tables = Vec::new();
    let mut expired = Vec::new();
    let mut ids = Vec::new();
    for (layout, set) in found {
        let read = table::read(layout, set, origin, &source.vocabulary);
        let valid = &layout.common.valid;
        let period = read.first().and_then(|t| super::crosstab::period(t, origin, source));
        if let Some(period) = period.filter(|period| !valid.holds(period)) {
            let expected = format!("a release of {valid}, for which the layout holds");
            let issue = issue(origin, set, "layout-not-valid", &period, expected);
            expired.push(FileIssue { dataset: Some(layout.common.dataset.clone()), issue });
            continue;
        }
        let value_count = |table: &RawRecords| table.batch.len() as u64 + table.refused_cells;
        let are_read = read.iter().any(|table| value_count(table) > 0 || !table.issues.is_empty());
        if !set.is_empty() && !are_read {
            let seen = format!("{} records and no value", set.len());
            let expected = format!("a value; `{}` sets `skip`, `keep`", layout.common.id);
            let issue = issue(origin, set, "no-values", &seen, expected);
            let dataset = Some(layout.common.dataset.clone());
            parsed.issues.push(FileIssue { dataset, issue });
        }
        ids.push(layout.common.id.as_str());
        tables.push(read);
        if ids.len() > 1 {
            let expected = "one layout that recognises the file".to_owned();
            let issue = issue(origin, set, "layout-ambiguous", &ids.join(", "), expected);
            parsed.issues.push(FileIssue { dataset: None, issue });
            return true;
        }
    }
    let is_taken = !tables.is_empty() || !expired.is_empty();
    if tables.is_empty() {
        parsed.issues.append(&mut expired);
    }
    parsed.tables.extend(tables.into_iter().flatten());
    is_taken
}

/// Why no layout takes the records of a file.
#[derive(Default)]
struct Misses<'a> {
    /// The layout that came nearest, the set it came near to, and what it misses there.
    nearest: Option<(&'a Records, Option<String>, near::Miss)>,
    others: Vec<String>,
}

impl<'a> Misses<'a> {
    fn add(&mut self, layout: &'a Records, set: Option<&str>, miss: near::Miss) {
        let before = self.nearest.as_ref().map_or(0, |(.., before)| before.nearness);
        let one = (layout, set.map(str::to_owned), miss);
        if one.2.nearness > before {
            self.others.extend(self.nearest.replace(one).as_ref().map(other));
        } else {
            self.others.push(other(&one));
        }
    }

    fn tell(mut self, seen: &str, none: &str, origin: Origin<'_>, parsed: &mut Parsed) {
        self.others.truncate(MISSES_MAX);
        let others = self.others.join("; ");
        let at = |set: Option<&str>, cell, seen: &str, expected| {
            Where { file: origin.file, sheet: set }.issue("no-layout", cell, seen, expected)
        };
        let (dataset, issue) = match self.nearest {
            Some((layout, set, miss)) => {
                parsed.nearness = parsed.nearness.max(miss.nearness);
                let id = &layout.common.id;
                let others = if others.is_empty() { others } else { format!("; {others}") };
                let expected = format!("{}; `{id}` came nearest{others}", miss.failed.expected);
                let issue = at(set.as_deref(), miss.failed.place, &miss.failed.seen, expected);
                (Some(layout.common.dataset.clone()), issue)
            }
            None if others.is_empty() => (None, at(None, None, seen, none.to_owned())),
            None => (None, at(None, None, seen, format!("a file of [[records]]; {others}"))),
        };
        parsed.issues.push(FileIssue { dataset, issue });
    }
}

/// A layout that did not come nearest, in a few words.
fn other((layout, set, miss): &(&Records, Option<String>, near::Miss)) -> String {
    let set = set.as_ref().map(|set| format!(", {set}")).unwrap_or_default();
    format!("`{}`{set}: expected {}", layout.common.id, miss.failed.expected)
}

fn issue(origin: Origin<'_>, set: &RecordSet, rule: &str, seen: &str, expected: String) -> Issue {
    Where { file: origin.file, sheet: set.name.as_deref() }.issue(rule, None, seen, expected)
}

//! Records in any JSON tree. A list of objects is a record set named by its JSON pointer, its
//! objects' members are dotted columns (`data.strdata`, `wds.0.valuecode`); a list of lists is one
//! whose first list may be the header. Scalars beside and above a set are texts around it. A long
//! list inside the records of a set is a set of its own, which repeats what stood around it.

use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet, HashSet};
use std::rc::Rc;

use super::tree::Value;
use crate::error::Error;
use crate::limits::{Limits, within};
use crate::record_set::{Around, Kind, RecordSet, Writer};

/// A list inside a record of more items than this is a record set, not columns.
const FLAT_ITEMS_MAX: usize = 8;

/// What was found in a tree.
#[derive(Default)]
pub(super) struct Found {
    pub(super) sets: Vec<RecordSet>,
    pub(super) has_empty_list: bool,
}

/// Finds the record sets of a tree.
///
/// # Errors
/// `Limit`: sets, or what one of them holds.
pub(super) fn find(root: &Value<'_>, limits: &Limits) -> Result<Found, Error> {
    let mut finder = Finder { found: Found::default(), limits, cells: 0 };
    finder.walk(root, "", &[])?;
    Ok(finder.found)
}

/// Calls `visit` with the dotted name and text of each scalar of an object, lists left out.
pub(super) fn scalars(prefix: &str, value: &Value<'_>, visit: &mut dyn FnMut(&str, &str)) {
    for (name, member) in value.members() {
        let name = dotted(prefix, name);
        match member {
            Value::Object(_) => scalars(&name, member, visit),
            other => {
                if let Some(text) = other.scalar() {
                    visit(&name, text);
                }
            }
        }
    }
}

fn dotted(prefix: &str, name: &str) -> String {
    if prefix.is_empty() { name.to_owned() } else { format!("{prefix}.{name}") }
}

struct Finder<'l> {
    found: Found,
    limits: &'l Limits,
    /// Cells of all sets kept.
    cells: u64,
}

/// A record to be, and the fields it takes over from the records around it.
struct Row<'v, 'a> {
    value: &'v Value<'a>,
    inherited: Rc<Vec<(String, &'v str, Kind)>>,
}

impl<'l> Finder<'l> {
    fn walk(&mut self, value: &Value<'_>, at: &str, around: &[Around]) -> Result<(), Error> {
        match value {
            Value::Object(members) => self.object(members, at, around),
            Value::Array(items) => self.list(items, at, around),
            _ => Ok(()),
        }
    }

    fn object(
        &mut self,
        members: &[(Cow<'_, str>, Value<'_>)],
        at: &str,
        above: &[Around],
    ) -> Result<(), Error> {
        let mut around = above.to_vec();
        for (name, member) in members {
            if holds_list(member) {
                continue;
            }
            let pointer = format!("{at}/{name}");
            let mut note = |name: &str, text: &str| {
                around.push(Around { text: format!("{name}: {text}"), place: pointer.clone() });
            };
            match member.scalar() {
                Some(text) => note(name, text),
                None => scalars(name, member, &mut note),
            }
        }
        let lists = members.iter().filter(|(_, member)| is_scalars(member)).count();
        for (name, member) in members.iter().filter(|(_, member)| lists == 1 && is_texts(member)) {
            let texts: Vec<&str> = member.items().iter().filter_map(Value::text).collect();
            let text = format!("{name}: {}", texts.join(", "));
            around.push(Around { text, place: format!("{at}/{name}") });
        }
        self.side_by_side(members, at, &around)?;
        for (name, member) in members.iter().filter(|(_, member)| holds_list(member)) {
            if !is_scalars(member) {
                self.walk(member, &format!("{at}/{name}"), &around)?;
            }
        }
        Ok(())
    }

    /// Lists of as many scalars, side by side in an object, are columns.
    fn side_by_side(
        &mut self,
        members: &[(Cow<'_, str>, Value<'_>)],
        at: &str,
        around: &[Around],
    ) -> Result<(), Error> {
        let lists = members.iter().filter(|(_, member)| is_scalars(member));
        let mut by_length: BTreeMap<usize, Vec<(&str, &[Value<'_>])>> = BTreeMap::new();
        for (name, list) in lists {
            by_length.entry(list.items().len()).or_default().push((name, list.items()));
        }
        let is_alone = by_length.values().map(Vec::len).sum::<usize>() == 1;
        for (length, lists) in by_length {
            // One list of words says something of what stands beside it, and is no table.
            if length < 2 || (is_alone && lists[0].1.iter().all(|item| item.text().is_some())) {
                self.found.has_empty_list |= length == 0;
                continue;
            }
            let mut writer = self.writer(at, around)?;
            for (name, _) in &lists {
                writer.column(name);
            }
            for row in 0..length {
                for (column, (_, items)) in lists.iter().enumerate() {
                    let (text, kind) = field(&items[row]);
                    writer.push(column, text, kind)?;
                }
                writer.end_record()?;
            }
            let set = writer.finish();
            self.keep(set, at)?;
        }
        Ok(())
    }

    fn list(&mut self, items: &[Value<'_>], at: &str, around: &[Around]) -> Result<(), Error> {
        if items.is_empty() {
            self.found.has_empty_list = true;
            return Ok(());
        }
        if items.iter().all(|item| matches!(item, Value::Array(_))) {
            return self.lists(items, at, around);
        }
        let inherited = Rc::new(Vec::new());
        let row = |value| Row { value, inherited: Rc::clone(&inherited) };
        self.objects(&items.iter().map(row).collect::<Vec<_>>(), at, around)
    }

    /// A list of lists; the first is the header if it is all texts, none blank and none twice.
    fn lists(&mut self, items: &[Value<'_>], at: &str, around: &[Around]) -> Result<(), Error> {
        let first: Option<Vec<&str>> = items[0].items().iter().map(Value::text).collect();
        let mut seen = HashSet::new();
        let header =
            first.filter(|names| names.iter().all(|name| !name.is_empty() && seen.insert(*name)));
        let mut writer = self.writer(at, around)?;
        for name in header.iter().flatten() {
            writer.column(name);
        }
        for item in items.iter().skip(usize::from(header.is_some())) {
            for (position, value) in item.items().iter().enumerate() {
                let column = match &header {
                    Some(names) if position < names.len() => position,
                    _ => writer.column(&position.to_string()),
                };
                if value.scalar().is_some() || *value == Value::Null {
                    let (text, kind) = field(value);
                    writer.push(column, text, kind)?;
                }
            }
            writer.end_record()?;
        }
        let set = writer.finish();
        if set.is_empty() {
            self.found.has_empty_list = true;
            return Ok(());
        }
        self.keep(set, at)
    }

    /// A list of objects, and the long lists inside them.
    fn objects(&mut self, rows: &[Row<'_, '_>], at: &str, around: &[Around]) -> Result<(), Error> {
        let mut longest = BTreeMap::new();
        for row in rows {
            measure("", row.value, &mut longest);
        }
        let long: BTreeSet<String> = longest
            .into_iter()
            .filter(|(_, items)| *items > FLAT_ITEMS_MAX)
            .map(|(name, _)| name)
            .collect();
        let mut inner: BTreeMap<&str, Vec<Row<'_, '_>>> = BTreeMap::new();
        let mut writer = self.writer(at, around)?;
        for row in rows {
            let mut own = Vec::new();
            flatten("", row.value, &long, &mut own);
            for (name, text, kind) in row.inherited.iter().chain(&own) {
                let column = writer.column(name);
                writer.push(column, text, *kind)?;
            }
            writer.end_record()?;
            if long.is_empty() {
                continue;
            }
            let fields = row.inherited.iter().chain(&own);
            let up = fields.map(|(name, text, kind)| (format!("../{name}"), *text, *kind));
            let inherited = Rc::new(up.collect());
            for name in &long {
                let list = name.split('.').try_fold(row.value, |value, name| value.get(name));
                let items = list.map(Value::items).unwrap_or_default();
                let child = |value| Row { value, inherited: Rc::clone(&inherited) };
                inner.entry(name).or_default().extend(items.iter().map(child));
            }
        }
        let set = writer.finish();
        self.keep(set, at)?;
        for (name, rows) in inner {
            self.objects(&rows, &format!("{at}/*/{}", name.replace('.', "/")), around)?;
        }
        Ok(())
    }

    /// Keeps a set; all sets of a file share the bound on cells.
    fn keep(&mut self, set: RecordSet, at: &str) -> Result<(), Error> {
        self.cells += set.cell_count();
        within("cells", self.cells, self.limits.cells_max, || at.to_owned())?;
        self.found.sets.push(set);
        Ok(())
    }

    fn writer(&self, at: &str, around: &[Around]) -> Result<Writer<'l>, Error> {
        within(
            "record sets",
            self.found.sets.len() as u64 + 1,
            self.limits.sheets_max as u64,
            || at.to_owned(),
        )?;
        let name = (!at.is_empty()).then(|| at.to_owned());
        let mut writer = Writer::new(name, self.limits);
        for around in around {
            writer.around(around.place.clone(), around.text.clone());
        }
        Ok(writer)
    }
}

/// Whether a list stands anywhere inside.
fn holds_list(value: &Value<'_>) -> bool {
    match value {
        Value::Array(_) => true,
        Value::Object(members) => members.iter().any(|(_, member)| holds_list(member)),
        _ => false,
    }
}

fn is_scalars(value: &Value<'_>) -> bool {
    let is_scalar = |item: &Value<'_>| item.scalar().is_some() || *item == Value::Null;
    matches!(value, Value::Array(items) if items.iter().all(is_scalar))
}

fn is_texts(value: &Value<'_>) -> bool {
    matches!(value, Value::Array(items) if items.iter().all(|item| item.text().is_some()))
}

fn field<'v>(value: &'v Value<'_>) -> (&'v str, Kind) {
    match value {
        Value::Text(text) => (text, Kind::Text),
        Value::Number(digits) => (digits, Kind::Number),
        Value::Bool(_) => (value.scalar().unwrap_or_default(), Kind::Bool),
        Value::Null | Value::Array(_) | Value::Object(_) => ("", Kind::Null),
    }
}

/// The longest list met under each dotted name of an object.
fn measure(prefix: &str, value: &Value<'_>, longest: &mut BTreeMap<String, usize>) {
    for (name, member) in value.members() {
        match member {
            Value::Array(items) => {
                let most = longest.entry(dotted(prefix, name)).or_insert(0);
                *most = items.len().max(*most);
            }
            Value::Object(_) => measure(&dotted(prefix, name), member, longest),
            _ => {}
        }
    }
}

/// The members of a record as dotted columns, the long lists left out.
fn flatten<'v>(
    prefix: &str,
    value: &'v Value<'_>,
    long: &BTreeSet<String>,
    into: &mut Vec<(String, &'v str, Kind)>,
) {
    match value {
        Value::Object(members) if !members.is_empty() => {
            for (name, member) in members {
                flatten(&dotted(prefix, name), member, long, into);
            }
        }
        Value::Array(_) if long.contains(prefix) => {}
        Value::Array(items) if !items.is_empty() => {
            for (at, item) in items.iter().enumerate() {
                flatten(&dotted(prefix, &at.to_string()), item, long, into);
            }
        }
        other => {
            let (text, kind) = field(other);
            let name = if prefix.is_empty() { "value" } else { prefix };
            into.push((name.to_owned(), text, kind));
        }
    }
}

//! Cubes: JSON-stat, where one list holds the values of all combinations of the dimensions'
//! categories, and the older JSON of `PxWeb`, where each value stands beside its key.
//!
//! Follows JSON-stat 2.0 and 1.0 (json-stat.org/format), as `PxWeb` and Eurostat print them.

use std::collections::HashMap;

use super::records::scalars;
use super::tree::Value;
use crate::error::Error;
use crate::limits::Limits;
use crate::record_set::{Kind, RecordSet, Writer};

/// The cubes of a JSON-stat response; `None` if it is none.
///
/// # Errors
/// `Markup` where sizes, categories and values do not fit each other; `Limit`.
pub(super) fn cubes(root: &Value<'_>, limits: &Limits) -> Result<Option<Vec<RecordSet>>, Error> {
    if root.get("class").and_then(Value::text) == Some("dataset") && is_cube(root) {
        return Ok(Some(vec![cube(None, root, limits)?]));
    }
    // 1.0: one member for each cube, whose dimensions hold their own names and sizes.
    let members = root.members();
    if members.is_empty() || !members.iter().all(|(_, member)| is_cube(member)) {
        return Ok(None);
    }
    let is_alone = members.len() == 1;
    let read = |(name, member): &(_, Value<'_>)| {
        cube((!is_alone).then(|| format!("/{name}")), member, limits)
    };
    members.iter().map(read).collect::<Result<_, _>>().map(Some)
}

fn is_cube(value: &Value<'_>) -> bool {
    value.get("dimension").is_some() && value.get("value").is_some()
}

fn wrong(reason: String) -> Error {
    Error::Markup { what: "JSON-stat", line: 1, reason }
}

fn cube(name: Option<String>, cube: &Value<'_>, limits: &Limits) -> Result<RecordSet, Error> {
    let dimension = cube.get("dimension").unwrap_or(&Value::Null);
    let described = |name| cube.get(name).or_else(|| dimension.get(name)).unwrap_or(&Value::Null);
    let ids: Vec<&str> = described("id").items().iter().filter_map(Value::text).collect();
    let sizes: Vec<usize> = described("size").items().iter().filter_map(Value::index).collect();
    if ids.len() != sizes.len() || ids.is_empty() {
        return Err(wrong(format!("got {} sizes of {} dimensions", sizes.len(), ids.len())));
    }
    let cells = sizes.iter().try_fold(1_usize, |product, size| product.checked_mul(*size));
    let cells = cells.filter(|cells| *cells as u64 <= limits.cells_max).ok_or_else(|| {
        let (seen, max) =
            (sizes.iter().map(|size| *size as u64).max().unwrap_or(0), limits.cells_max);
        Error::Limit { what: "combinations", place: "the dimensions".into(), seen, max }
    })?;
    let mut writer = Writer::new(name, limits);
    let mut codes = Vec::new();
    for (id, size) in ids.iter().zip(&sizes) {
        codes.push(categories(id, dimension.get(id), *size)?);
        writer.column(id);
    }
    note_around(cube, &ids, dimension, &mut writer);
    let (values, statuses) = (Entries::of(cube.get("value")), Entries::of(cube.get("status")));
    let has_status = cube.get("status").is_some();
    let value_column = writer.column("value");
    let status_column = has_status.then(|| writer.column("status"));
    if !values.is_sparse && values.list.len() != cells {
        return Err(wrong(format!("got {} values, expected {cells}", values.list.len())));
    }
    for cell in 0..cells {
        let value = values.at(cell);
        let status = statuses.at(cell).and_then(Value::scalar);
        // A sparse cube does not print what it has no value of.
        if value.is_none() && values.is_sparse && status.is_none() {
            continue;
        }
        let mut rest = cell;
        for (column, codes) in codes.iter().enumerate().rev() {
            writer.push(column, codes[rest % codes.len()], Kind::Text)?;
            rest /= codes.len();
        }
        let kind = match value {
            Some(Value::Number(_)) => Kind::Number,
            Some(Value::Text(_)) => Kind::Text,
            _ => Kind::Null,
        };
        writer.push(value_column, value.and_then(Value::scalar).unwrap_or_default(), kind)?;
        if let (Some(column), Some(status)) = (status_column, status) {
            writer.push(column, status, Kind::Text)?;
        }
        writer.end_record()?;
    }
    Ok(writer.finish())
}

/// Units of categories, label, source and date stand around the records.
fn note_around(cube: &Value<'_>, ids: &[&str], dimension: &Value<'_>, writer: &mut Writer<'_>) {
    let units = ids.iter().filter_map(|id| {
        let category = dimension.get(id)?.get("category")?;
        Some((format!("{id}.unit"), category.get("unit")?))
    });
    for (prefix, units) in units {
        let mut note =
            |name: &str, text: &str| writer.around("dimension", format!("{name}: {text}"));
        scalars(&prefix, units, &mut note);
    }
    for text in ["label", "source", "updated"] {
        if let Some(said) = cube.get(text).and_then(Value::scalar) {
            writer.around(format!("/{text}"), format!("{text}: {said}"));
        }
    }
}

/// Values or statuses by the number of their cell.
struct Entries<'v, 'a> {
    list: &'v [Value<'a>],
    by_cell: HashMap<usize, &'v Value<'a>>,
    /// One for all cells.
    all: Option<&'v Value<'a>>,
    is_sparse: bool,
}

impl<'v, 'a> Entries<'v, 'a> {
    fn of(entries: Option<&'v Value<'a>>) -> Self {
        let members = entries.map(Value::members).unwrap_or_default();
        let placed = members.iter().filter_map(|(cell, value)| Some((cell.parse().ok()?, value)));
        Self {
            list: entries.map(Value::items).unwrap_or_default(),
            by_cell: placed.collect(),
            all: entries.filter(|entries| matches!(entries, Value::Text(_))),
            is_sparse: matches!(entries, Some(Value::Object(_))),
        }
    }

    fn at(&self, cell: usize) -> Option<&'v Value<'a>> {
        let found = self.list.get(cell).or_else(|| self.by_cell.get(&cell).copied()).or(self.all);
        found.filter(|value| **value != Value::Null)
    }
}

/// The codes of a dimension in the order of its index.
fn categories<'v>(
    id: &str,
    dimension: Option<&'v Value<'_>>,
    size: usize,
) -> Result<Vec<&'v str>, Error> {
    let category = dimension.and_then(|dimension| dimension.get("category"));
    let index = category.and_then(|category| category.get("index"));
    let mut codes = vec![None; size];
    match index {
        Some(Value::Array(items)) => {
            for (place, item) in codes.iter_mut().zip(items) {
                *place = item.text();
            }
        }
        Some(Value::Object(members)) => {
            for (code, place) in members {
                let place = place.index().and_then(|place| codes.get_mut(place));
                *place.ok_or_else(|| wrong(format!("`{code}` of `{id}` has no place")))? =
                    Some(code.as_ref());
            }
        }
        // A dimension of one category may go without an index.
        _ => {
            let label = category.and_then(|category| category.get("label"));
            let only = label.map(Value::members).unwrap_or_default().first();
            if let (Some((code, _)), [place]) = (only, codes.as_mut_slice()) {
                *place = Some(code.as_ref());
            }
        }
    }
    let known: Option<Vec<&str>> = codes.into_iter().collect();
    known.ok_or_else(|| wrong(format!("`{id}` names fewer than {size} categories")))
}

/// The JSON of `PxWeb`'s first interface: columns with codes, and keys beside values.
///
/// # Errors
/// `Markup` where a record has other columns; `Limit`.
pub(super) fn pxweb(root: &Value<'_>, limits: &Limits) -> Result<Option<RecordSet>, Error> {
    let columns: Option<Vec<&str>> = root
        .get("columns")
        .map(Value::items)
        .unwrap_or_default()
        .iter()
        .map(|column| column.get("code").and_then(Value::text))
        .collect();
    let data = root.get("data").map(Value::items).unwrap_or_default();
    let has_keys = data.first().is_some_and(|record| record.get("key").is_some());
    let Some(columns) = columns.filter(|columns| !columns.is_empty() && has_keys) else {
        return Ok(None);
    };
    let mut writer = Writer::new(None, limits);
    for column in &columns {
        writer.column(column);
    }
    for metadata in root.get("metadata").map(Value::items).unwrap_or_default() {
        let mut note = |name: &str, text: &str| {
            writer.around("/metadata", format!("{name}: {text}"));
        };
        scalars("", metadata, &mut note);
    }
    for record in data {
        let list = |name| record.get(name).map(Value::items).unwrap_or_default();
        let texts = || list("key").iter().chain(list("values"));
        if texts().count() != columns.len() {
            let reason = format!("got {} fields, expected {}", texts().count(), columns.len());
            return Err(wrong(reason));
        }
        for (column, value) in texts().enumerate() {
            let kind = if value.scalar().is_some() { Kind::Text } else { Kind::Null };
            writer.push(column, value.scalar().unwrap_or_default(), kind)?;
        }
        writer.end_record()?;
    }
    Ok(Some(writer.finish()))
}

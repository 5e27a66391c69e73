//! SDMX-JSON data messages, 1.0 and 2.x: keys and attributes are indexes into lists of values,
//! resolved here. Data sets that delete are kept apart and are never data.
//!
//! Follows the SDMX-JSON data message field guides, versions 1.0 and 2.0.0.

use std::borrow::Cow;

use crate::error::Error;
use crate::limits::Limits;
use crate::read::json::tree::Value;
use crate::record_set::{Kind, RecordSet, Writer};

/// The object that holds data sets and their structure, if the tree is a data message.
pub(crate) fn message<'v, 'a>(root: &'v Value<'a>) -> Option<&'v Value<'a>> {
    let is_message = |value: &&Value<'a>| {
        let structure = value.get("structure").or_else(|| value.get("structures"));
        value.get("dataSets").is_some() && structure.is_some()
    };
    Some(root).filter(is_message).or_else(|| root.get("data").filter(is_message))
}

/// Whether the tree is a structure message: code lists, data structures, flows.
pub(crate) fn is_structure(root: &Value<'_>) -> bool {
    let lists = ["codelists", "dataStructures", "dataflows", "conceptSchemes", "agencySchemes"];
    let holds = |value: &Value<'_>| {
        value.get("dataSets").is_none()
            && lists.iter().any(|list| matches!(value.get(list), Some(Value::Array(_))))
    };
    root.get("data").is_some_and(holds) || (root.get("header").is_some() && holds(root))
}

/// The data sets of a message.
///
/// # Errors
/// `Markup` where a key or index points nowhere; `Limit`.
pub(crate) fn read(message: &Value<'_>, limits: &Limits) -> Result<Vec<RecordSet>, Error> {
    let structures = message.get("structures").map(Value::items).unwrap_or_default();
    let sets = message.get("dataSets").map(Value::items).unwrap_or_default();
    let mut read = Vec::new();
    for (at, set) in sets.iter().enumerate() {
        let which = set.get("structure").and_then(Value::index).unwrap_or(0);
        let structure = structures.get(which).or_else(|| message.get("structure"));
        let structure =
            structure.ok_or_else(|| wrong(format!("data set {} has no structure", at + 1)))?;
        let name = (sets.len() > 1).then(|| format!("/dataSets/{at}"));
        read.push(data_set(name, set, &Structure::of(structure), limits)?);
    }
    Ok(read)
}

fn wrong(reason: String) -> Error {
    Error::Markup { what: "SDMX-JSON", line: 1, reason }
}

/// A dimension, measure or attribute and the list its indexes point into.
struct Component<'v, 'a> {
    id: &'v str,
    values: &'v [Value<'a>],
}

/// What the numbers of a data set mean.
struct Structure<'v, 'a> {
    of_set: Vec<Component<'v, 'a>>,
    of_series: Vec<Component<'v, 'a>>,
    of_observation: Vec<Component<'v, 'a>>,
    measures: Vec<Component<'v, 'a>>,
    set_attributes: Vec<Component<'v, 'a>>,
    group_attributes: Vec<Component<'v, 'a>>,
    series_attributes: Vec<Component<'v, 'a>>,
    observation_attributes: Vec<Component<'v, 'a>>,
}

impl<'v, 'a> Structure<'v, 'a> {
    fn of(structure: &'v Value<'a>) -> Self {
        let list = |kind: &str, level: &str| -> Vec<Component<'v, 'a>> {
            let items = structure.get(kind).and_then(|kind| kind.get(level)).map(Value::items);
            let component = |item: &'v Value<'a>| Component {
                id: item.get("id").and_then(Value::text).unwrap_or_default(),
                values: item.get("values").map(Value::items).unwrap_or_default(),
            };
            items.unwrap_or_default().iter().map(component).collect()
        };
        let mut measures = list("measures", "observation");
        if measures.is_empty() {
            measures.push(Component { id: "OBS_VALUE", values: &[] });
        }
        Self {
            of_set: list("dimensions", "dataSet"),
            of_series: list("dimensions", "series"),
            of_observation: list("dimensions", "observation"),
            measures,
            set_attributes: list("attributes", "dataSet"),
            group_attributes: list("attributes", "dimensionGroup"),
            series_attributes: list("attributes", "series"),
            observation_attributes: list("attributes", "observation"),
        }
    }

    fn all(&self) -> impl Iterator<Item = &Component<'v, 'a>> {
        let attributes = self.set_attributes.iter().chain(&self.group_attributes);
        let attributes = attributes.chain(&self.series_attributes);
        self.dimensions()
            .chain(&self.measures)
            .chain(attributes)
            .chain(&self.observation_attributes)
    }

    /// All dimensions in the order of keys that span them: as their levels follow each other.
    fn dimensions(&self) -> impl Iterator<Item = &Component<'v, 'a>> {
        self.of_set.iter().chain(&self.of_series).chain(&self.of_observation)
    }
}

/// A field of a record to be: column, text, kind.
type Field<'v> = (&'v str, Cow<'v, str>, Kind);
type Fields<'v> = Vec<Field<'v>>;

fn data_set(
    name: Option<String>,
    set: &Value<'_>,
    structure: &Structure<'_, '_>,
    limits: &Limits,
) -> Result<RecordSet, Error> {
    let mut writer = Writer::new(name, limits);
    for component in structure.all() {
        writer.column(component.id);
    }
    let mut of_set = Vec::new();
    for dimension in &structure.of_set {
        of_set.push(value_at(dimension, 0)?);
    }
    let attributes = set.get("attributes").map(Value::items).unwrap_or_default();
    add(attributes, &structure.set_attributes, &mut of_set)?;
    let groups = set.get("dimensionGroupAttributes").map(Value::members).unwrap_or_default();
    let mut record = |key: &Fields<'_>, observation: &Value<'_>| -> Result<(), Error> {
        let mut fields = key.clone();
        let items = observation.items();
        for (measure, value) in structure.measures.iter().zip(items) {
            fields.extend(resolve(measure, value)?);
        }
        let rest = items.get(structure.measures.len()..).unwrap_or_default();
        add(rest, &structure.observation_attributes, &mut fields)?;
        for (group, values) in groups {
            if is_in(group, structure, &fields)? {
                add(values.items(), &structure.group_attributes, &mut fields)?;
            }
        }
        for (column, text, kind) in &fields {
            let column = writer.column(column);
            writer.push(column, text, *kind)?;
        }
        writer.end_record()
    };
    let series = set.get("series").map(Value::members).unwrap_or_default();
    for (key, one) in series {
        let mut of_series = of_set.clone();
        of_series.extend(key_of(key, &structure.of_series)?);
        let attributes = one.get("attributes").map(Value::items).unwrap_or_default();
        add(attributes, &structure.series_attributes, &mut of_series)?;
        for (key, observation) in one.get("observations").map(Value::members).unwrap_or_default() {
            let mut of_one = of_series.clone();
            of_one.extend(key_of(key, &structure.of_observation)?);
            record(&of_one, observation)?;
        }
    }
    for (key, observation) in set.get("observations").map(Value::members).unwrap_or_default() {
        let mut of_one = of_set.clone();
        of_one.extend(key_of(key, &structure.of_observation)?);
        record(&of_one, observation)?;
    }
    let mut read = writer.finish();
    let action = set.get("action").and_then(Value::text);
    read.is_deletion = action.is_some_and(|action| action.eq_ignore_ascii_case("delete"));
    Ok(read)
}

/// The codes of a key such as `0:3`.
fn key_of<'v>(key: &str, dimensions: &[Component<'v, '_>]) -> Result<Fields<'v>, Error> {
    if dimensions.is_empty() && matches!(key, "" | "0") {
        return Ok(Vec::new());
    }
    let indexes: Vec<&str> = key.split(':').collect();
    if indexes.len() != dimensions.len() {
        let (seen, expected) = (indexes.len(), dimensions.len());
        return Err(wrong(format!("key `{key}`: got {seen} parts, expected {expected}")));
    }
    let parts = indexes.iter().zip(dimensions).map(|(index, dimension)| {
        let index = index.parse().map_err(|_| wrong(format!("key `{key}`: expected indexes")))?;
        value_at(dimension, index)
    });
    parts.collect()
}

/// The code that an index of a component means.
fn value_at<'v>(component: &Component<'v, '_>, index: usize) -> Result<Field<'v>, Error> {
    let id = component.id;
    let value = component.values.get(index);
    let value = value.ok_or_else(|| wrong(format!("`{id}` has no value of index {index}")))?;
    let named = ["id", "value", "name"].iter().find_map(|name| value.get(name)?.scalar());
    let text = named.or_else(|| value.scalar()).unwrap_or_default();
    Ok((id, Cow::Borrowed(text), Kind::Text))
}

/// An entry: an index into the component's values where it has some, else the value itself.
fn resolve<'v>(
    component: &Component<'v, '_>,
    value: &'v Value<'_>,
) -> Result<Option<Field<'v>>, Error> {
    let id = component.id;
    Ok(match value {
        Value::Null => None,
        Value::Number(_) if !component.values.is_empty() => {
            let index = value.index().ok_or_else(|| wrong(format!("`{id}`: expected an index")))?;
            Some(value_at(component, index)?)
        }
        Value::Number(digits) => Some((id, Cow::Borrowed(*digits), Kind::Number)),
        Value::Array(items) => {
            let texts: Vec<&str> = items.iter().filter_map(Value::scalar).collect();
            Some((id, Cow::Owned(texts.join(";")), Kind::Text))
        }
        // A text in several languages: the first.
        Value::Object(members) => {
            let text = members.first().and_then(|(_, text)| text.scalar());
            text.map(|text| (id, Cow::Borrowed(text), Kind::Text))
        }
        Value::Text(_) | Value::Bool(_) => {
            let text = value.scalar().unwrap_or_default();
            Some((id, Cow::Borrowed(text), Kind::Text))
        }
    })
}

/// Adds attributes; entries beyond them are indexes of annotations.
fn add<'v>(
    entries: &'v [Value<'_>],
    attributes: &[Component<'v, '_>],
    fields: &mut Fields<'v>,
) -> Result<(), Error> {
    for (attribute, value) in attributes.iter().zip(entries) {
        fields.extend(resolve(attribute, value)?);
    }
    Ok(())
}

/// Whether a record lies in a group: a key over all dimensions, blank where any value is meant.
fn is_in(group: &str, structure: &Structure<'_, '_>, fields: &Fields<'_>) -> Result<bool, Error> {
    let dimensions = structure.dimensions();
    for (index, dimension) in group.split(':').zip(dimensions) {
        if index.is_empty() {
            continue;
        }
        let index =
            index.parse().map_err(|_| wrong(format!("group `{group}`: expected indexes")))?;
        let (id, code, _) = value_at(dimension, index)?;
        if !fields.iter().any(|(column, text, _)| *column == id && *text == code) {
            return Ok(false);
        }
    }
    Ok(true)
}

#[cfg(test)]
mod tests;

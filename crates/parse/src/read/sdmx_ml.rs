//! SDMX-ML data messages, generic and structure-specific, 2.1 and 3.0 (and the compact form of
//! 2.0): flat or in series, with groups whose attributes hold for all that lies in them.
//!
//! Follows the SDMX-ML schemas of the SDMX Technical Working Group, versions 2.1 and 3.0.0.

use crate::error::Error;
use crate::limits::{Limits, within};
use crate::read::markup::{Element, Markup, Node, local};
use crate::record_set::{Kind, RecordSet, Writer};

/// Attributes of a data set that say how it is sent, not what it means.
const OF_SENDING: [&str; 9] = [
    "action",
    "structureRef",
    "dataScope",
    "setID",
    "validFromDate",
    "validToDate",
    "publicationYear",
    "publicationPeriod",
    "reportingYearStartDate",
];

/// Whether the root of a document is a data message.
pub(super) fn is_data(root: &str) -> bool {
    matches!(root, "GenericData" | "GenericTimeSeriesData" | "CompactData")
        || root.starts_with("StructureSpecific") && root.ends_with("Data")
}

/// Whether the root of a document is a message that holds no data.
pub(super) fn is_structure(root: &str) -> bool {
    matches!(root, "Structure" | "GenericMetadata" | "RegistryInterface" | "MetadataSet")
        || root == "StructureSpecificMetadata"
}

type Fields = Vec<(String, String)>;

/// Reads the data sets of a message whose root element is open.
///
/// # Errors
/// `Markup`, `Doctype`, `Limit`; `Later` and `Reply` where the message has no data and its footer
/// says why, `NoRecords` where it does not.
pub(super) fn read(markup: &mut Markup<'_>, limits: &Limits) -> Result<Vec<RecordSet>, Error> {
    let mut reader = Reader::new(limits);
    while let Some(node) = markup.next()? {
        match node {
            Node::Open(element) => reader.open(element, markup)?,
            Node::Close(text) => reader.close(&text)?,
        }
    }
    reader.finish()
}

/// What is open, and gathers fields.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Scope {
    Set,
    Group,
    Series,
    Observation,
}

struct Reader<'l> {
    limits: &'l Limits,
    /// Names of the open elements, and the scope each opened.
    open: Vec<(String, Option<Scope>)>,
    /// The dimension that observations of a series differ in.
    at_observation: String,
    /// Action of the message as a whole.
    action: String,
    footer: Vec<String>,
    footer_code: String,
    writer: Option<Writer<'l>>,
    is_deletion: bool,
    of_set: Fields,
    group: Fields,
    groups: Vec<Fields>,
    series: Fields,
    /// What groups add to the open series.
    added: Fields,
    observation: Fields,
    /// Component whose values are being read, in the form of 3.0.
    component: Option<(String, Vec<String>)>,
    sets: Vec<RecordSet>,
}

impl<'l> Reader<'l> {
    fn new(limits: &'l Limits) -> Self {
        Self {
            limits,
            open: Vec::new(),
            at_observation: "TIME_PERIOD".to_owned(),
            action: String::new(),
            footer: Vec::new(),
            footer_code: String::new(),
            writer: None,
            is_deletion: false,
            of_set: Fields::new(),
            group: Fields::new(),
            groups: Vec::new(),
            series: Fields::new(),
            added: Fields::new(),
            observation: Fields::new(),
            component: None,
            sets: Vec::new(),
        }
    }

    fn is_in(&self, name: &str) -> bool {
        self.open.iter().any(|(open, _)| open == name)
    }

    fn innermost(&self) -> Option<Scope> {
        self.open.iter().rev().find_map(|(_, scope)| *scope)
    }

    fn fields(&mut self) -> Option<&mut Fields> {
        Some(match self.innermost()? {
            Scope::Set => &mut self.of_set,
            Scope::Group => &mut self.group,
            Scope::Series => &mut self.series,
            Scope::Observation => &mut self.observation,
        })
    }

    fn open(&mut self, element: Element, markup: &Markup<'_>) -> Result<(), Error> {
        let scope = match element.name.as_str() {
            "DataSet" => Some(Scope::Set),
            "Group" => Some(Scope::Group),
            "Series" => Some(Scope::Series),
            "Obs" => Some(Scope::Observation),
            _ => None,
        };
        let outer = self.innermost();
        match scope {
            Some(Scope::Set) if outer.is_some() => {
                return Err(markup.wrong("a data set in another"));
            }
            Some(scope) if scope != Scope::Set && (outer.is_none() || outer >= Some(scope)) => {
                return Err(markup.wrong(format!("`{}` where none may stand", element.name)));
            }
            Some(Scope::Set) => self.begin(&element),
            None => self.plain(&element),
            Some(_) => {}
        }
        self.open.push((element.name, scope));
        if scope.is_some() {
            // Those with a prefix belong to the message, the others to its structure.
            let own = element.attributes.into_iter().filter(|(name, _)| !name.contains(':'));
            let own = own.filter(|(name, _)| match scope {
                Some(Scope::Set) => !OF_SENDING.contains(&name.as_str()),
                Some(Scope::Group) => name != "type",
                _ => true,
            });
            if let Some(fields) = self.fields() {
                fields.extend(own);
            }
        }
        Ok(())
    }

    fn begin(&mut self, element: &Element) {
        let action = element.get("action").unwrap_or(&self.action);
        self.is_deletion = action.eq_ignore_ascii_case("delete");
        self.of_set.clear();
        self.groups.clear();
        self.writer = Some(Writer::new(None, self.limits));
    }

    /// An element that opens no scope.
    fn plain(&mut self, element: &Element) {
        match element.name.as_str() {
            "Structure" if self.is_in("Header") => {
                if let Some(dimension) = element.get("dimensionAtObservation") {
                    dimension.clone_into(&mut self.at_observation);
                }
            }
            "Message" if self.is_in("Footer") => {
                element.get("code").unwrap_or_default().clone_into(&mut self.footer_code);
            }
            "Comp" => {
                let id = element.get("id").unwrap_or_default().to_owned();
                self.component = Some((id, Vec::new()));
            }
            "Value" | "ObsDimension" | "ObsValue" | "Time" => {
                let Some(value) = element.get("value").map(str::to_owned) else { return };
                let id = match element.name.as_str() {
                    "ObsValue" => "OBS_VALUE",
                    "Value" => element.get("id").or(element.get("concept")).unwrap_or_default(),
                    _ => element.get("id").unwrap_or(&self.at_observation),
                };
                let id = id.to_owned();
                if let Some(fields) = self.fields() {
                    fields.push((id, value));
                }
            }
            _ => {}
        }
    }

    fn close(&mut self, text: &str) -> Result<(), Error> {
        let Some((name, scope)) = self.open.pop() else { return Ok(()) };
        match (scope, name.as_str()) {
            (Some(Scope::Observation), _) => self.record()?,
            (Some(Scope::Series), _) => {
                self.series.clear();
                self.added.clear();
            }
            (Some(Scope::Group), _) => {
                let group = std::mem::take(&mut self.group);
                self.groups.push(group);
                within("groups", self.groups.len() as u64, self.limits.records_max, || {
                    "the data set".to_owned()
                })?;
            }
            (Some(Scope::Set), _) => self.end_set(),
            (None, "DataSetAction") => text.trim().clone_into(&mut self.action),
            (None, "Text") if self.is_in("Footer") => self.footer.push(text.trim().to_owned()),
            (None, "Value") => {
                if let Some((_, values)) = &mut self.component {
                    values.push(text.trim().to_owned());
                }
            }
            (None, "Comp") => {
                let component = self.component.take();
                if let (Some((id, values)), Some(fields)) = (component, self.fields()) {
                    fields.push((id, values.join(";")));
                }
            }
            _ => {}
        }
        Ok(())
    }

    /// The fields of the open observation: its own, its series', its groups', its data set's.
    fn record(&mut self) -> Result<(), Error> {
        let own = std::mem::take(&mut self.observation);
        let is_flat = self.series.is_empty();
        if self.added.is_empty() || is_flat {
            let known = || self.series.iter().chain(is_flat.then_some(&own).into_iter().flatten());
            let lies_in = |group: &&Fields| {
                let mut shared = group.iter().filter_map(|(id, value)| {
                    known().find(|(known, _)| known == id).map(|(_, known)| known == value)
                });
                let first = shared.next();
                first == Some(true) && shared.all(|is_same| is_same)
            };
            self.added = self.groups.iter().filter(lies_in).flatten().cloned().collect();
        }
        let writer = self.writer.as_mut().expect("an observation is open inside a data set only");
        let mut written = Vec::new();
        let levels = [&self.series, &own, &self.added, &self.of_set];
        for (id, value) in levels.into_iter().flatten() {
            let column = writer.column(id);
            if !written.contains(&column) {
                writer.push(column, value, Kind::Text)?;
                written.push(column);
            }
        }
        if is_flat {
            self.added.clear();
        }
        writer.end_record()
    }

    fn end_set(&mut self) {
        if let Some(writer) = self.writer.take() {
            let mut set = writer.finish();
            set.is_deletion = self.is_deletion;
            self.sets.push(set);
        }
    }

    fn finish(mut self) -> Result<Vec<RecordSet>, Error> {
        if self.sets.iter().all(RecordSet::is_empty) {
            self.footer.dedup();
            let said = format!("code {}; {}", self.footer_code, self.footer.join("; "));
            return Err(match self.footer_code.as_str() {
                "" => Error::NoRecords { what: "SDMX-ML" },
                "413" => Error::Later { said },
                _ => Error::Reply { said },
            });
        }
        if self.sets.len() > 1 {
            for (at, set) in self.sets.iter_mut().enumerate() {
                set.name = Some(format!("DataSet {}", at + 1));
            }
        }
        Ok(self.sets)
    }
}

impl PartialOrd for Scope {
    fn partial_cmp(&self, other: &Self) -> Option<std::cmp::Ordering> {
        (*self as u8).partial_cmp(&(*other as u8))
    }
}

/// What a structure message holds: its lists by name, each with the number of its items.
pub(super) fn describe(markup: &mut Markup<'_>) -> Result<String, Error> {
    let mut counts: Vec<(String, u64)> = Vec::new();
    let mut inside = None;
    while let Some(node) = markup.next()? {
        match node {
            Node::Open(element) if element.name == "Structures" => inside = Some(markup.depth()),
            Node::Open(element) => {
                let depth = markup.depth();
                if inside.is_some_and(|at| depth == at + 1) {
                    counts.push((local(&element.name).to_owned(), 0));
                } else if inside.is_some_and(|at| depth == at + 2)
                    && let Some((_, count)) = counts.last_mut()
                {
                    *count += 1;
                }
            }
            Node::Close(_) => {}
        }
    }
    let lists: Vec<String> = counts.iter().map(|(name, n)| format!("{name} {n}")).collect();
    let of = if lists.is_empty() { String::new() } else { format!(" of {}", lists.join(", ")) };
    Ok(format!("an SDMX-ML structure message{of}"))
}

#[cfg(test)]
mod tests;

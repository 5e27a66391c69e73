//! Records in any XML document. An element whose children are all leaves is a record, named by the
//! path to it; so is one of several of a name that hold no list. Leaves and attributes beside and
//! above records are texts around them; text beside the elements of a record is its column `#text`.

use std::collections::HashSet;

use crate::error::Error;
use crate::limits::{Limits, within};
use crate::read::markup::{Element, Markup, Node};
use crate::record_set::{Around, Kind, RecordSet, Writer};

/// The text of an element that has others in it.
const BESIDE: &str = "#text";

/// An element and what is in it.
struct Tree {
    element: Element,
    children: Vec<Tree>,
    text: String,
}

/// Reads the rest of a document whose root is open.
///
/// # Errors
/// `Markup`, `Doctype`; `Limit`: elements, record sets, or what one of them holds.
pub(super) fn read(
    root: Element,
    markup: &mut Markup<'_>,
    limits: &Limits,
) -> Result<Vec<RecordSet>, Error> {
    let root = tree(root, markup, limits)?;
    let mut finder = Finder { sets: Vec::new(), limits };
    let path = format!("/{}", root.element.name);
    if root.is_record() {
        finder.set(path, &[&root], &[])?;
    } else {
        finder.walk(&root, &path, &[])?;
    }
    Ok(finder.sets)
}

fn tree(root: Element, markup: &mut Markup<'_>, limits: &Limits) -> Result<Tree, Error> {
    let mut open = vec![Tree { element: root, children: Vec::new(), text: String::new() }];
    let mut count = 1;
    while let Some(node) = markup.next()? {
        match node {
            Node::Open(element) => {
                count += 1;
                if count > limits.json_values_max {
                    let (place, max) = ("the document".to_owned(), limits.json_values_max);
                    return Err(Error::Limit { what: "elements", place, seen: count, max });
                }
                open.push(Tree { element, children: Vec::new(), text: String::new() });
            }
            Node::Close(text) => {
                let Some(mut closed) = open.pop() else { break };
                closed.text = text;
                match open.last_mut() {
                    Some(parent) => parent.children.push(closed),
                    None => return Ok(closed),
                }
            }
        }
    }
    Err(markup.wrong("it ends before its root does"))
}

impl Tree {
    fn name(&self) -> &str {
        &self.element.name
    }

    fn is_leaf(&self) -> bool {
        self.children.is_empty()
    }

    /// Whether two children have one name.
    fn has_list(&self) -> bool {
        let mut seen = HashSet::new();
        !self.children.iter().all(|child| seen.insert(child.name()))
    }

    fn holds_list(&self) -> bool {
        self.has_list() || self.children.iter().any(Tree::holds_list)
    }

    /// Leaves and nothing else, or attributes and no text.
    fn is_record(&self) -> bool {
        let is_row = !self.is_leaf() && self.children.iter().all(Tree::is_leaf) && !self.has_list();
        let is_attributes =
            self.is_leaf() && self.element.attributes.len() > 1 && self.text.trim().is_empty();
        is_row || is_attributes
    }
}

struct Finder<'l> {
    sets: Vec<RecordSet>,
    limits: &'l Limits,
}

impl Finder<'_> {
    fn walk(&mut self, parent: &Tree, path: &str, above: &[Around]) -> Result<(), Error> {
        let mut around = above.to_vec();
        let mut note = |name: &str, text: &str| {
            let place = format!("{path}/{name}");
            around.push(Around { text: format!("{name}: {text}"), place });
        };
        for (name, value) in &parent.element.attributes {
            note(&format!("@{name}"), value);
        }
        if !parent.text.trim().is_empty() {
            note(BESIDE, parent.text.trim());
        }
        let groups = groups(parent);
        for group in groups.iter().filter(|group| is_text(group)) {
            note(group[0].name(), &group[0].text);
        }
        for group in groups.iter().filter(|group| !is_text(group)) {
            let path = format!("{path}/{}", group[0].name());
            let are_records = group.iter().all(|tree| tree.is_record() || tree.is_leaf());
            let is_list = group.len() > 1 && !group.iter().any(|tree| tree.holds_list());
            if are_records || is_list {
                self.set(path, group, &around)?;
                continue;
            }
            for (at, tree) in group.iter().enumerate() {
                let nth = if group.len() > 1 { format!("[{}]", at + 1) } else { String::new() };
                self.walk(tree, &format!("{path}{nth}"), &around)?;
            }
        }
        Ok(())
    }

    fn set(&mut self, path: String, rows: &[&Tree], around: &[Around]) -> Result<(), Error> {
        within("record sets", self.sets.len() as u64 + 1, self.limits.sheets_max as u64, || {
            path.clone()
        })?;
        let mut writer = Writer::new(Some(path), self.limits);
        for around in around {
            writer.around(around.place.clone(), around.text.clone());
        }
        for row in rows {
            row.write("", &mut writer)?;
            writer.end_record()?;
        }
        self.sets.push(writer.finish());
        Ok(())
    }
}

impl Tree {
    /// Attributes as `@name`, leaves by name, inner elements with a dot.
    fn write(&self, prefix: &str, writer: &mut Writer<'_>) -> Result<(), Error> {
        let dotted = |name: &str| {
            if prefix.is_empty() { name.to_owned() } else { format!("{prefix}.{name}") }
        };
        for (name, value) in &self.element.attributes {
            let column = writer.column(&dotted(&format!("@{name}")));
            writer.push(column, value, Kind::Text)?;
        }
        if self.is_leaf() && (!self.text.trim().is_empty() || self.element.attributes.is_empty()) {
            let name = if prefix.is_empty() { "value" } else { prefix };
            let column = writer.column(name);
            writer.push(column, &self.text, Kind::Text)?;
        }
        if !self.is_leaf() && !self.text.trim().is_empty() {
            let column = writer.column(&dotted(BESIDE));
            writer.push(column, self.text.trim(), Kind::Text)?;
        }
        for child in &self.children {
            child.write(&dotted(child.name()), writer)?;
        }
        Ok(())
    }
}

/// Children of one name together, in the order of the first of each.
fn groups(parent: &Tree) -> Vec<Vec<&Tree>> {
    let mut groups: Vec<Vec<&Tree>> = Vec::new();
    for child in &parent.children {
        match groups.iter_mut().find(|group| group[0].name() == child.name()) {
            Some(group) => group.push(child),
            None => groups.push(vec![child]),
        }
    }
    groups
}

/// A leaf that stands alone.
fn is_text(group: &[&Tree]) -> bool {
    matches!(group, [only] if only.is_leaf() && !only.is_record())
}

#[cfg(test)]
mod tests;

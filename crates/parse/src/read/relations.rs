//! Relationships of an OOXML package: which part is what, wherever it lies and whatever its name.
//! ECMA-376 part 2, 9.3; in the strict edition the types have other prefixes and the same ends.

use std::collections::BTreeMap;

use crate::error::Error;
use crate::read::package::Package;
use crate::read::xml::{Xml, attributes, local};

/// Where a part points.
#[derive(Debug)]
pub(super) struct Relation {
    /// The last word of its type, in lower case: `worksheet`, `sharedstrings`.
    pub(super) kind: String,
    /// The part's name in the package.
    pub(super) target: String,
}

/// The relationships of a part (`""`: of the package), by id; none if it has none.
pub(super) fn relations(
    package: &mut Package<'_>,
    part: &str,
) -> Result<BTreeMap<String, Relation>, Error> {
    let part = part.replace('\\', "/");
    let (folder, file) = part.rsplit_once('/').unwrap_or(("", &part));
    let slash = if folder.is_empty() { "" } else { "/" };
    let name = format!("{folder}{slash}_rels/{file}.rels");
    let mut relations = BTreeMap::new();
    if !package.has(&name) {
        return Ok(relations);
    }
    let text = package.text(&name)?;
    let mut xml = Xml::new(&text, &name);
    while let Some(element) = xml.next_start()? {
        if local(&element) != "Relationship" {
            continue;
        }
        let (mut id, mut kind, mut target, mut is_external) = Default::default();
        for (key, value) in attributes(&element) {
            match key {
                "Id" => id = value.into_owned(),
                "Type" => {
                    kind = value.rsplit('/').next().unwrap_or_default().to_ascii_lowercase();
                }
                "Target" => target = resolve(folder, &value),
                "TargetMode" => is_external = value == "External",
                _ => {}
            }
        }
        if !is_external {
            relations.insert(id, Relation { kind, target });
        }
    }
    Ok(relations)
}

/// A target as a name in the package; it is only ever looked up there.
fn resolve(folder: &str, target: &str) -> String {
    let target = target.replace('\\', "/");
    let mut parts: Vec<&str> = Vec::new();
    if !target.starts_with('/') {
        parts.extend(folder.split('/').filter(|part| !part.is_empty()));
    }
    for part in target.split('/') {
        match part {
            "" | "." => {}
            ".." => {
                parts.pop();
            }
            part => parts.push(part),
        }
    }
    parts.join("/")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn targets_are_names_in_the_package() {
        for (target, name) in [
            ("worksheets/sheet1.xml", "xl/worksheets/sheet1.xml"),
            ("/xl/worksheets/sheet1.xml", "xl/worksheets/sheet1.xml"),
            ("../other/./a.xml", "other/a.xml"),
            ("..\\..\\..\\etc\\passwd", "etc/passwd"),
        ] {
            assert_eq!(resolve("xl", target), name);
        }
    }
}

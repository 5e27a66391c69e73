//! Who prints a code how: the labels of every source's lookups, turned round.

use portbook_model::concept::Concept;

use crate::load::Source;
use crate::validity::Validity;

/// A label that one source's lookups take for a code.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Printed<'a> {
    pub source: &'a str,
    /// The lookup table it stands in.
    pub lookup: &'a str,
    /// As printed, blanks folded.
    pub label: &'a str,
    /// Release periods for which it means this.
    pub valid: &'a Validity,
    pub code: &'a str,
}

/// Every label that sets one of these columns, by source, lookup table and label.
pub fn labels<'a>(sources: &'a [Source], concepts: &[Concept]) -> Vec<Printed<'a>> {
    let mut labels = Vec::new();
    for source in sources {
        for (lookup, label, meaning) in source.lookups.all() {
            let codes = concepts.iter().filter_map(|of| meaning.columns.get(of.name()));
            labels.extend(codes.map(|code| Printed {
                source: &source.id,
                lookup,
                label,
                valid: &meaning.valid,
                code,
            }));
        }
    }
    labels
}

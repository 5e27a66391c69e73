//! What a source must be for its files to be read in bulk.

use std::collections::BTreeMap;

use crate::correction::Correction;
use crate::dataset::Dataset;
use crate::error::File;
use crate::identity::{Identity, Rule};
use crate::layout::Layout;

/// Tells what reading in bulk does not carry, where a dataset asks for it.
pub(crate) fn check(
    file: &File<'_>,
    datasets: &BTreeMap<String, Option<Dataset>>,
    identities: &[Identity],
    layout: Option<&Layout>,
    corrections: &[Correction],
) {
    let known = || datasets.values().flatten();
    if !known().any(|dataset| dataset.bulk) {
        return;
    }
    let tell = |message: String, hint: &str| file.tell(file.mistake(&(0..0), message).hint(hint));
    if let Some(other) = known().find(|dataset| !dataset.bulk) {
        let message = format!("bulk: dataset `{}` is not read in bulk, others are", other.name);
        tell(message, "say `bulk = true` of all datasets of a source, or of none");
    }
    let is_summed = |identity: &&Identity| matches!(identity.rule, Rule::ControlTotal { .. });
    if let Some(identity) = identities.iter().find(|identity| !is_summed(identity)) {
        let message =
            format!("bulk: identity `{}` is not computed of rows that are not held", identity.name);
        tell(message, "leave it out");
    }
    if !corrections.is_empty() {
        tell("bulk: corrections.toml is not read".to_owned(), "leave it out");
    }
    let Some(layout) = layout else { return };
    if !layout.tables.is_empty() {
        tell(
            "bulk: a [[table]] is read as rows only".to_owned(),
            "read record files by [[records]]",
        );
    }
    for dataset in known() {
        let own = layout.records.iter().filter(|own| own.common.dataset == dataset.name).count();
        if own != 1 {
            let message =
                format!("bulk: dataset `{}` has {own} [[records]], expected one", dataset.name);
            tell(message, "what is no longer printed is told by files of one layout");
        }
    }
}

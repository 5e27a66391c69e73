//! The units of a table's form: labels of its texts and headings that say unit, multiplier or
//! currency. Units that stand beside single rows are of those rows, not of the table.

use portbook_model::shape::Shape;
use portbook_schema::raw::RawRecords;
use portbook_source::load::Source;

/// Columns that a unit says.
const UNITS: [&str; 3] = ["currency", "unit_measure", "unit_mult"];

/// The form of a table, its units known.
pub(crate) fn shape(raw: &RawRecords, source: &Source) -> Shape {
    let mut shape = raw.shape.clone();
    for (word, said) in &raw.text {
        shape.units.extend(unit(word, &said.value, source));
    }
    for name in raw.batch.columns() {
        let Some(word) = name.strip_prefix("head:").filter(|word| is_unit(word, source)) else {
            continue;
        };
        let values = raw.batch.words(name).into_iter();
        shape.units.extend(values.filter_map(|value| unit(word, value, source)));
    }
    shape
}

/// Whether a word may say a unit: one of the columns, or a hole whose labels do.
fn is_unit(word: &str, source: &Source) -> bool {
    let hole = word.strip_prefix('{').and_then(|word| word.strip_suffix('}'));
    let Some(hole) = hole else { return UNITS.contains(&word) };
    source.lookups.table(hole).any(|(_, meanings)| {
        meanings.iter().any(|meaning| UNITS.iter().any(|unit| meaning.columns.contains_key(*unit)))
    })
}

/// What a word prints of a unit: the label, or `unit_mult 6` where a pattern says it.
fn unit(word: &str, value: &str, source: &Source) -> Option<String> {
    let printed =
        || if word.starts_with('{') { value.to_owned() } else { format!("{word} {value}") };
    is_unit(word, source).then(printed)
}

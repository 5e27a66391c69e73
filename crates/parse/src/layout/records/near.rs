//! No layout takes a set of records: which came nearest, and what stands where its words should.

use portbook_source::layout::records::Records;
use portbook_source::load::Source;
use portbook_source::nearest::{alike, nearest};
use portbook_source::pattern::fold;

use crate::layout::Origin;
use crate::layout::near::cut;
use crate::record_set::RecordSet;

/// Fields of the first records in which headings are looked for that do not stand in the header.
const FIELDS_MAX: usize = 200;

/// Why a layout does not take a set.
pub(super) struct Miss {
    /// The first condition that failed.
    pub(super) failed: Failed,
    /// Of a thousand; 0 where the layout did not come near.
    pub(super) nearness: usize,
}

/// A condition that failed.
pub(super) struct Failed {
    pub(super) expected: String,
    pub(super) seen: String,
    /// Where it was looked for.
    pub(super) place: Option<String>,
}

/// `None` if the layout takes the set.
pub(super) fn miss(
    layout: &Records,
    set: &RecordSet,
    origin: Origin<'_>,
    source: &Source,
) -> Option<Miss> {
    let find = &layout.find;
    let around: Vec<String> = set.around.iter().map(|around| fold(&around.text)).collect();
    let headings: Vec<String> = set.columns().iter().map(|column| fold(column)).collect();
    let mut failed: Option<Failed> = None;
    let (mut held, mut wanted) = (0, 0);
    let mut ask = |holds: bool, told: &dyn Fn() -> Failed| {
        wanted += 1;
        held += usize::from(holds);
        if !holds {
            failed.get_or_insert_with(told);
        }
    };
    if let Some(name) = &find.name {
        let expected = format!("a file named `{name}`");
        let seen = origin.name();
        let told = || Failed { expected: expected.clone(), seen: seen.to_owned(), place: None };
        ask(name == seen, &told);
    }
    if let Some(path) = &find.path {
        let name = set.name.as_deref().unwrap_or_default();
        let holds = path.captures(&fold(name), &source.vocabulary).is_some();
        let expected = format!("records at `{path}`");
        let told = || Failed { expected: expected.clone(), seen: name.to_owned(), place: None };
        ask(holds, &told);
    }
    for word in &find.text {
        let told = || {
            let near = around.iter().filter_map(|text| Some((alike(word, text)?, text)));
            let near = near.max_by(|a, b| a.0.total_cmp(&b.0)).map(|(_, text)| text);
            let at = near.and_then(|near| around.iter().position(|text| text == near));
            let place = at.or(Some(0)).and_then(|at| set.around.get(at));
            let seen = place.map_or_else(|| headings.join(" | "), |place| fold(&place.text));
            let expected = format!("a line before the header that holds `{word}`");
            let place = place.map(|place| place.place.clone());
            Failed { expected, seen: cut(&seen), place }
        };
        ask(around.iter().any(|text| text.contains(word)), &told);
    }
    for column in &find.columns {
        let told = || {
            let like = nearest(column, headings.iter().map(String::as_str));
            let seen = like.first().cloned().unwrap_or_else(|| headings.join(" | "));
            let expected = format!("a column `{column}`");
            Failed { expected, seen: cut(&seen), place: Some(header(layout, set)) }
        };
        ask(headings.contains(column), &told);
    }
    for column in &find.without {
        let told = || {
            let expected = format!("no column `{column}`");
            Failed { expected, seen: cut(column), place: Some(header(layout, set)) }
        };
        ask(!headings.contains(column), &told);
    }
    let failed = failed?;
    let (there, all) = known(layout, set, &headings, &around, source);
    let is_near = (held > 0 && held * 2 >= wanted) || (there > 1 && there * 2 >= all);
    let score = 500 * held / wanted.max(1) + 500 * there / all.max(1);
    Some(Miss { failed, nearness: if is_near { score.max(1) } else { 0 } })
}

/// Where the header stands, as a person counts.
fn header(layout: &Records, set: &RecordSet) -> String {
    match set.name {
        Some(_) => "header".to_owned(),
        None => format!("line {}", layout.preamble + 1),
    }
}

/// How many of a layout's headings are printed, in the header or near it, and how many there are.
fn known(
    layout: &Records,
    set: &RecordSet,
    headings: &[String],
    around: &[String],
    source: &Source,
) -> (usize, usize) {
    let columns = layout.columns.iter().map(|column| &column.heading);
    let measures = layout.measures.iter().map(|measure| &measure.heading);
    let all: Vec<_> =
        columns.chain(measures).filter(|heading| heading.literals().any(|_| true)).collect();
    let fields = set
        .records()
        .flat_map(|record| record.fields().map(|(_, field)| fold(field.text)).collect::<Vec<_>>());
    let fields: Vec<String> = fields.take(FIELDS_MAX).collect();
    let is_there = |heading: &&&portbook_source::pattern::Pattern| {
        let takes = |text: &String| heading.captures(text, &source.vocabulary).is_some();
        headings.iter().any(takes)
            || fields.iter().any(takes)
            || around
                .iter()
                .any(|line| line.split([',', ';', '\t', '"']).any(|text| takes(&fold(text))))
    };
    (all.iter().filter(is_there).count(), all.len())
}

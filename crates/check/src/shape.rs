//! Whether a table has the form it had when its layout last passed. What is only laid out anew is
//! told, with what changed. Another unit holds the release, unless figures that it prints again in
//! that unit are what is held: a unit that parses is declared, but a wrong one is declared too.

use std::collections::{BTreeMap, BTreeSet};

use portbook_model::shape::{Heading, Shape};

use crate::cell::Cells;
use crate::edition::United;
use crate::publication::Publication;
use crate::review::Review;
use crate::rounding;
use crate::verdict::Failure;
use crate::vintage::Ledger;

pub(crate) const LAYOUT: &str = "layout-changed";
pub(crate) const UNIT: &str = "unit-changed";

/// Layout -> its form in the last release that passed, and that release.
#[derive(Default)]
pub(crate) struct Shapes(BTreeMap<String, (Shape, String)>);

/// The forms of a publication: tables that one layout reads have one together.
fn of(cells: &Cells, publication: &Publication) -> BTreeMap<String, Shape> {
    let mut shapes: BTreeMap<String, Shape> = BTreeMap::new();
    for &print in &publication.prints {
        let shape = shapes.entry(cells.layout(print).to_owned()).or_default();
        shape.add(&cells.prints[print].shape);
    }
    shapes
}

impl Shapes {
    pub(crate) fn learn(&mut self, cells: &Cells, publication: &Publication) {
        let release = publication.release.id.to_string();
        let shapes = of(cells, publication).into_iter();
        self.0.extend(shapes.map(|(layout, shape)| (layout, (shape, release.clone()))));
    }

    pub(crate) fn check(
        &self,
        cells: &Cells,
        ledger: &Ledger,
        publication: &Publication,
        united: &United,
        review: &mut Review<'_>,
    ) {
        for (layout, shape) in of(cells, publication) {
            let Some((before, release)) = self.0.get(&layout) else { continue };
            let changes = changes(before, &shape);
            if !changes.is_empty() {
                let changes = changes.join("; ");
                let said = format!("{changes}; expected the form of `{layout}` as in {release}");
                review.find(Failure { rule: LAYOUT.to_owned(), said, cells: Vec::new() });
            }
            let new: Vec<&str> =
                shape.units.difference(&before.units).map(String::as_str).collect();
            if new.is_empty() || before.units.is_empty() {
                continue;
            }
            let (agree, again) = printed_again(cells, ledger, publication, united, &layout);
            let known: Vec<&str> = before.units.iter().map(String::as_str).collect();
            let failure = Failure {
                rule: UNIT.to_owned(),
                said: format!(
                    "got unit `{}`, expected `{}` as in {release}; of {again} figures printed again {agree} agree",
                    new.join("`, `"),
                    known.join("`, `"),
                ),
                cells: Vec::new(),
            };
            if agree > 0 && agree * 2 >= again {
                review.find(failure);
            } else {
                review.fail(failure);
            }
        }
    }
}

/// Of the figures of a layout that were held before, how many are the same, and how many there are.
/// Zero is the same in every unit and shows nothing.
fn printed_again(
    cells: &Cells,
    ledger: &Ledger,
    publication: &Publication,
    united: &United,
    layout: &str,
) -> (usize, usize) {
    let mut agree = 0;
    let mut again = 0;
    for (key, standing) in &united.cells {
        if cells.layout(standing.cell.print) != layout {
            continue;
        }
        let now = cells.observation(standing.cell);
        let before = ledger.before(*key, publication.release.released_at);
        let Some(before) = before.map(|row| &row.observation) else { continue };
        let (Some(value), Some(_)) = (now.value, before.value) else { continue };
        if value == 0 || now.base_period != before.base_period {
            continue;
        }
        again += 1;
        agree += usize::from(rounding::agree(now, before));
    }
    (agree, again)
}

/// What became of a form, each change in words.
fn changes(before: &Shape, now: &Shape) -> Vec<String> {
    let texts = |shape: &Shape| -> Vec<Vec<String>> {
        let text = |column: &Vec<Heading>| column.iter().map(|h| h.text.clone()).collect();
        let mut columns: Vec<Vec<String>> = shape.columns.iter().map(text).collect();
        let mut seen = BTreeSet::new();
        columns.retain(|column| seen.insert(column.clone()));
        columns
    };
    let (old, new) = (texts(before), texts(now));
    let mut gone: Vec<&Vec<String>> = old.iter().filter(|column| !new.contains(column)).collect();
    let mut come: Vec<&Vec<String>> = new.iter().filter(|column| !old.contains(column)).collect();
    let mut changes = Vec::new();
    split(&mut gone, &mut come, "split heading", &mut changes);
    split(&mut come, &mut gone, "merged headings", &mut changes);
    renamed(&mut gone, &mut come, &mut changes);
    changes.extend(come.iter().map(|column| format!("inserted column `{}`", column.join(" / "))));
    changes.extend(gone.iter().map(|column| format!("removed column `{}`", column.join(" / "))));
    let kept = |one: &[Vec<String>], two: &[Vec<String>]| -> Vec<Vec<String>> {
        one.iter().filter(|column| two.contains(column)).cloned().collect()
    };
    if kept(&old, &new) != kept(&new, &old) {
        changes.push("columns in another order".to_owned());
    }
    changes.extend(respanned(before, now));
    for unit in now.units.difference(&before.units) {
        changes.push(format!("new unit `{unit}`"));
    }
    if before.indents != now.indents {
        let list = |indents: &BTreeSet<u32>| {
            indents.iter().map(u32::to_string).collect::<Vec<_>>().join(", ")
        };
        let (old, new) = (list(&before.indents), list(&now.indents));
        changes.push(format!("changed indentation from {old} to {new}"));
    }
    changes
}

/// Takes out of both what one heading became: several columns under it.
fn split<'a>(
    from: &mut Vec<&'a Vec<String>>,
    to: &mut Vec<&'a Vec<String>>,
    what: &str,
    changes: &mut Vec<String>,
) {
    from.retain(|whole| {
        let is_part = |part: &&&Vec<String>| part.len() > whole.len() && part.starts_with(whole);
        let parts: Vec<&Vec<String>> = to.iter().filter(is_part).copied().collect();
        if parts.len() < 2 {
            return true;
        }
        let last = |part: &&Vec<String>| format!("`{}`", part[whole.len()..].join(" / "));
        let named = parts.iter().map(last).collect::<Vec<_>>().join(", ");
        changes.push(format!("{what} `{}`: {named}", whole.join(" / ")));
        to.retain(|part| !parts.contains(part));
        false
    });
}

/// Takes out of both the columns that differ in one heading, and tells each such heading once.
fn renamed<'a>(
    gone: &mut Vec<&'a Vec<String>>,
    come: &mut Vec<&'a Vec<String>>,
    changes: &mut Vec<String>,
) {
    let mut told: BTreeSet<(String, String)> = BTreeSet::new();
    gone.retain(|old| {
        let difference = |new: &Vec<String>| {
            let mut pairs = old.iter().zip(new).filter(|(a, b)| a != b);
            let first = pairs.next();
            let is_one = old.len() == new.len() && pairs.next().is_none();
            first.filter(|_| is_one).map(|(a, b)| (a.clone(), b.clone()))
        };
        let found = come.iter().enumerate().find_map(|(at, new)| Some((at, difference(new)?)));
        let Some((at, names)) = found else { return true };
        come.remove(at);
        if told.insert(names.clone()) {
            changes.push(format!("renamed heading `{}` to `{}`", names.0, names.1));
        }
        false
    });
}

/// Headings that stand over several columns where they stood over one, or the other way round.
fn respanned(before: &Shape, now: &Shape) -> Vec<String> {
    let spans = |shape: &Shape| -> BTreeMap<String, BTreeSet<bool>> {
        let mut spans: BTreeMap<String, BTreeSet<bool>> = BTreeMap::new();
        for heading in shape.columns.iter().flatten() {
            spans.entry(heading.text.clone()).or_default().insert(heading.is_spanned);
        }
        spans
    };
    let (old, new) = (spans(before), spans(now));
    let changed = old.iter().filter_map(|(text, was)| {
        let is = new.get(text).filter(|is| *is != was)?;
        let what = if is.contains(&true) { "merged" } else { "split" };
        Some(format!("{what} span of heading `{text}`"))
    });
    changed.collect()
}

#[cfg(test)]
mod tests {
    use portbook_model::print::Print;

    use super::*;
    use crate::printing::{Told, counted, figure, print, run};

    fn shape(columns: &[&[&str]], unit: &str) -> Shape {
        let mut shape = Shape::default();
        for column in columns {
            let heading =
                |text: &&str| Heading { text: (*text).to_owned(), is_spanned: column.len() > 1 };
            shape.column(column.iter().map(heading).collect());
        }
        shape.units.insert(unit.to_owned());
        shape.indents.extend([0, 2]);
        shape
    }

    const PAGE: [&[&str]; 3] = [&["Exports", "Total"], &["Exports", "Net"], &["Balance"]];

    fn told(columns: &[&[&str]]) -> Vec<String> {
        changes(&shape(&PAGE, "millions"), &shape(columns, "millions"))
    }

    #[test]
    fn changes_are_classified() {
        assert!(told(&PAGE).is_empty());
        let renamed = told(&[&["Sales", "Total"], &["Sales", "Net"], &["Balance"]]);
        assert_eq!(renamed, ["renamed heading `Exports` to `Sales`"], "told once");
        let inserted = told(&[PAGE[0], PAGE[1], &["Imports", "Total", "f.o.b."], PAGE[2]]);
        assert_eq!(inserted, ["inserted column `Imports / Total / f.o.b.`"]);
        assert_eq!(told(&PAGE[..2]), ["removed column `Balance`"]);
        let split = told(&[PAGE[0], PAGE[1], &["Balance", "goods"], &["Balance", "services"]]);
        assert_eq!(split[0], "split heading `Balance`: `goods`, `services`");
        let merged = told(&[&["Exports"], PAGE[2]]);
        assert_eq!(merged[0], "merged headings `Exports`: `Total`, `Net`");
        assert_eq!(told(&[PAGE[1], PAGE[0], PAGE[2]]), ["columns in another order"]);
        let mut spanned = shape(&PAGE, "millions");
        spanned.columns[2][0].is_spanned = true;
        let before = shape(&PAGE, "millions");
        assert_eq!(changes(&before, &spanned), ["merged span of heading `Balance`"]);
        assert_eq!(changes(&spanned, &before), ["split span of heading `Balance`"]);
        assert_eq!(changes(&before, &shape(&PAGE, "thousands")), ["new unit `thousands`"]);
        let mut deeper = before.clone();
        deeper.indents.insert(4);
        assert_eq!(changes(&before, &deeper), ["changed indentation from 0, 2 to 0, 2, 4"]);
    }

    fn page(
        period: &str,
        released_at: &str,
        shape: Shape,
        digits: &[i128],
        unit_mult: i8,
    ) -> Print {
        let mut page = print(&format!("page of {period}"), period, released_at);
        page.shape = shape;
        let months = ["2025-10", "2025-11", "2025-12"];
        let figures = months.iter().zip(digits);
        page.rows =
            figures.map(|(month, digits)| figure("X", month, *digits, unit_mult, 0)).collect();
        counted(page)
    }

    #[test]
    fn a_form_that_changed_and_still_parses_is_told() {
        let before = page("2025-11", "2026-01-29T13:30:00Z", shape(&PAGE, "millions"), &[5, 6], 6);
        let now =
            page("2025-12", "2026-02-19T13:30:00Z", shape(&PAGE[..2], "millions"), &[5, 6, 7], 6);
        let checked = run(&Told::default(), vec![before, now]);
        assert!(!checked.verdicts[1].is_held());
        let told = checked.findings.iter().find(|finding| finding.failure.rule == LAYOUT).unwrap();
        let said = "removed column `Balance`; expected the form of `` as in us-test:2025-11";
        assert_eq!(told.failure.said, said);
    }

    /// Thousands where millions were: right if October and November are what they were.
    #[test]
    fn another_unit_holds_unless_figures_printed_again_agree() {
        let before =
            || page("2025-11", "2026-01-29T13:30:00Z", shape(&PAGE, "millions"), &[5, 6], 6);
        let after = |digits: &[i128], unit_mult| {
            page("2025-12", "2026-02-19T13:30:00Z", shape(&PAGE, "thousands"), digits, unit_mult)
        };
        let proven = run(&Told::default(), vec![before(), after(&[5_000, 6_000, 7_000], 3)]);
        assert!(!proven.verdicts[1].is_held());
        assert!(proven.findings.iter().any(|finding| finding.failure.rule == UNIT));
        let prints = vec![before(), after(&[5, 6, 7], 3)];
        let mislabelled = run(&Told::default(), prints.clone());
        let reason = &mislabelled.verdicts[1].reasons()[0];
        assert_eq!(reason.rule, UNIT);
        let said = "got unit `thousands`, expected `millions` as in us-test:2025-11; of 2 figures printed again 0 agree";
        assert_eq!(reason.said, said);
        let accepted = run(&Told::default().accept("us-test:2025-12", UNIT), prints);
        assert!(!accepted.verdicts[1].is_held());
    }

    /// A release that was held teaches nothing: the form after it is compared with the one before.
    #[test]
    fn only_what_passed_is_compared_with() {
        let first = page("2025-10", "2026-01-29T13:30:00Z", shape(&PAGE, "millions"), &[5], 6);
        let held = page("2025-11", "2026-02-19T13:30:00Z", shape(&PAGE, "thousands"), &[5], 3);
        let third = page("2025-12", "2026-03-19T13:30:00Z", shape(&PAGE, "millions"), &[5], 6);
        let checked = run(&Told::default(), vec![third, held, first]);
        let is_held: Vec<bool> =
            checked.verdicts.iter().map(crate::verdict::Verdict::is_held).collect();
        assert_eq!(is_held, [false, true, false]);
    }
}

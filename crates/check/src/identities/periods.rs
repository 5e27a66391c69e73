//! Months against the quarter, the year and the cumulative printed beside them; quarters against
//! the year.

use std::cmp::Ordering;
use std::collections::BTreeMap;

use portbook_model::period::{Period, PeriodKind};
use portbook_source::identity::PeriodParts;

use super::relation::{Expected, Relation};
use super::{Group, Lack, Missing, Plan, Scope};
use crate::cell::CellId;

/// The parts of a calendar year by number, and what some of them should sum to: first and last.
#[derive(Default)]
struct Year {
    parts: BTreeMap<i8, CellId>,
    wholes: Vec<(i8, i8, CellId)>,
}

pub(super) fn groups<'a>(plan: &Plan<'_>, scope: &Scope<'a>, parts: PeriodParts) -> Vec<Group<'a>> {
    let mut years: BTreeMap<(usize, i16), Year> = BTreeMap::new();
    for (shared, key, cell) in plan.among(scope).filter(|(_, key, _)| scope.adds(*key)) {
        let (start, end) = (key.period.start.month(), key.period.end.month());
        let calendar = Period::year(key.period.end.year()) == Some(key.period);
        let year = || (shared, key.period.end.year());
        let quarter = end / 3;
        let whole = match (scope.cells.kind(key), parts) {
            (PeriodKind::Month, PeriodParts::Months) => {
                years.entry(year()).or_default().parts.insert(end, cell);
                continue;
            }
            (PeriodKind::Quarter, PeriodParts::Quarters) => {
                years.entry(year()).or_default().parts.insert(quarter, cell);
                continue;
            }
            (PeriodKind::Ytd, PeriodParts::Months) => (1, end, cell),
            (PeriodKind::Quarter, PeriodParts::Months) => (start, end, cell),
            (PeriodKind::Year, PeriodParts::Months) if calendar => (1, 12, cell),
            (PeriodKind::Year, PeriodParts::Quarters) if calendar => (1, 4, cell),
            _ => continue,
        };
        years.entry(year()).or_default().wholes.push(whole);
    }
    let part = match parts {
        PeriodParts::Months => "month",
        PeriodParts::Quarters => "quarter",
    };
    let mut groups = Vec::new();
    // By line: the year in which its parts begin.
    let mut begins = BTreeMap::new();
    for ((line, number), _) in years.iter().filter(|(_, year)| !year.parts.is_empty()) {
        begins.entry(*line).or_insert(*number);
    }
    for ((line, number), year) in &years {
        let begun = begins.get(line).map_or(Ordering::Less, |begun| number.cmp(begun));
        for (first, last, whole) in &year.wholes {
            let term = |part| Some((1, scope.term(*year.parts.get(&part)?)));
            let whole = scope.term(*whole);
            groups.push(match (*first..=*last).map(term).collect::<Option<Vec<_>>>() {
                Some(terms) => {
                    Group::Complete(Relation { printed: whole, expected: Expected::Sum(terms) })
                }
                None => match year.lost(*first, *last, begun) {
                    Some(lost) => Group::Lacks(Lack {
                        missing: Missing::Surely,
                        line: *line,
                        period: whole.key.period,
                        what: format!("{part} {lost}"),
                        beside: whole,
                    }),
                    None => Group::Incomplete,
                },
            });
        }
    }
    groups
}

impl Year {
    /// A part that is not printed though one before it is, in this year or an earlier one: tables
    /// begin within a year, and do not end before the whole they print. January and February may be
    /// one.
    fn lost(&self, first: i8, last: i8, begun: Ordering) -> Option<i8> {
        let from = match begun {
            Ordering::Less => return None,
            Ordering::Equal => (first..=last).find(|part| self.parts.contains_key(part))?,
            Ordering::Greater => first,
        };
        let is_printed = |part: &i8| self.parts.contains_key(part);
        let are_joint = self.wholes.iter().any(|(first, last, _)| (*first, *last) == (1, 2))
            && ![1, 2].iter().any(is_printed);
        (from..=last).find(|part| !(is_printed(part) || are_joint && *part <= 2))
    }
}

#[cfg(test)]
mod tests {
    use portbook_source::identity::{Kind, PeriodParts, Rule};

    use crate::printing::{Told, counted, figure, identity, print, run, ytd};

    #[test]
    fn months_sum_to_the_cumulative_where_all_are_printed() {
        let rule = Rule::Periods { parts: PeriodParts::Months };
        let told = Told::default().identity(identity("months = ytd", Kind::Gate, rule));
        let mut page = print("page", "2025-03", "2025-04-14T03:00:00Z");
        page.rows = vec![
            figure("X", "2025-01", 20, 8, 1),
            figure("X", "2025-02", 15, 8, 1),
            ytd("X", "2025-02", 36, 8, 1),
            ytd("X", "2025-03", 50, 8, 1),
        ];
        let checked = run(&told, vec![counted(page.clone())]);
        let computed = checked.verdicts[0].counts.identities["months = ytd"];
        assert_eq!((computed.held, computed.incomplete), (1, 1));
        page.rows.push(figure("X", "2025-03", 25, 8, 1));
        let checked = run(&told, vec![counted(page)]);
        let reason = &checked.verdicts[0].reasons()[0];
        assert!(
            reason.said.contains("off by -100000000, rounding allows 20000000"),
            "{}",
            reason.said
        );
    }
}

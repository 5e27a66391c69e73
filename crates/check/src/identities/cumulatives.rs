//! A cumulative against the one before it and its month. Before it in the same release, or as held:
//! then the difference is what was revised in silence of the months before.

use std::collections::BTreeMap;

use portbook_model::period::{Period, PeriodKind};
use portbook_source::identity::Base;

use super::relation::{Expected, Relation};
use super::{Group, Plan, Scope, Term};
use crate::cell::{CellId, Key};

#[derive(Default)]
struct Year {
    months: BTreeMap<i8, CellId>,
    cumulatives: BTreeMap<i8, CellId>,
}

pub(super) fn groups<'a>(plan: &Plan<'_>, scope: &Scope<'a>, before: Base) -> Vec<Group<'a>> {
    let mut years: BTreeMap<(usize, i16), Year> = BTreeMap::new();
    for (shared, key, cell) in plan.among(scope).filter(|(_, key, _)| scope.adds(*key)) {
        let year = years.entry((shared, key.period.end.year())).or_default();
        let month = key.period.end.month();
        match scope.cells.kind(key) {
            PeriodKind::Month => drop(year.months.insert(month, cell)),
            PeriodKind::Ytd => drop(year.cumulatives.insert(month, cell)),
            // `Jan.- Dec.` in the place of the annual figure.
            PeriodKind::Year if Period::year(key.period.end.year()) == Some(key.period) => {
                year.cumulatives.entry(month).or_insert(cell);
            }
            _ => {}
        }
    }
    let mut groups = Vec::new();
    for ((shared, year), printed) in years {
        for (month, cumulative) in &printed.cumulatives {
            let Some(own) = printed.months.get(month) else { continue };
            let mut terms = vec![(1, scope.term(*own))];
            // January's cumulative is January.
            if *month > 1 {
                let found = match before {
                    Base::Printed => printed_before(&printed, *month).map(|cell| scope.term(cell)),
                    // What the release prints itself is no comparison of releases.
                    Base::Held if printed_before(&printed, *month).is_some() => continue,
                    Base::Held => held_before(plan, scope, shared, year, *month),
                };
                let Some(found) = found else {
                    groups.push(Group::Incomplete);
                    continue;
                };
                terms.insert(0, (1, found));
            } else if before == Base::Held {
                continue;
            }
            groups.push(Group::Complete(Relation {
                printed: scope.term(*cumulative),
                expected: Expected::Sum(terms),
            }));
        }
    }
    groups
}

/// The cumulative to the month before, or January itself.
fn printed_before(year: &Year, month: i8) -> Option<CellId> {
    let january = || year.months.get(&1).filter(|_| month == 2);
    year.cumulatives.get(&(month - 1)).or_else(january).copied()
}

fn held_before<'a>(
    plan: &Plan<'_>,
    scope: &Scope<'a>,
    shared: usize,
    year: i16,
    month: i8,
) -> Option<Term<'a>> {
    let of = |kind: PeriodKind, period: Option<Period>| {
        let period = period?;
        let ranks = plan.index.ranks(shared).iter();
        let keys = ranks.map(|series| Key { series: *series, period });
        keys.filter(|key| scope.cells.kind(*key) == kind).find_map(|key| scope.held(key))
    };
    let january = || of(PeriodKind::Month, Period::month(year, 1)).filter(|_| month == 2);
    of(PeriodKind::Ytd, Period::ytd(year, month - 1)).or_else(january)
}

#[cfg(test)]
mod tests {
    use portbook_model::observation::VALUE_SCALE;
    use portbook_source::identity::{Kind, Rule};

    use super::*;
    use crate::printing::{Told, counted, figure, identity, print, run, ytd};

    fn told(before: Base, kind: Kind) -> Told {
        Told::default().identity(identity("cumulative", kind, Rule::Cumulatives { before }))
    }

    /// China's exports, in 10,000 yuan: cumulative to November 2,303,831,623.6930, to December
    /// 2,545,453,724.0688, December 240,993,599.6537 (bulletins of 2024, row 总值). So 628,500.7221
    /// were added to the months before without a word.
    #[test]
    fn what_the_months_before_were_revised_by_is_told_and_holds_nothing() {
        let mut november = print("november", "2024-11", "2024-12-18T03:00:00Z");
        november.rows = vec![ytd("X", "2024-11", 23_038_316_236_930, 4, 4)];
        let mut december = print("december", "2024-12", "2025-01-18T03:00:00Z");
        december.rows = vec![
            figure("X", "2024-12", 2_409_935_996_537, 4, 4),
            ytd("X", "2024-12", 25_454_537_240_688, 4, 4),
        ];
        let prints = vec![counted(december), counted(november)];
        let checked = run(&told(Base::Held, Kind::Finding), prints.clone());
        let [implied] = checked.implied.as_slice() else { panic!("{:?}", checked.implied) };
        let unit = 10_i128.pow(u32::from(VALUE_SCALE));
        assert_eq!(implied.difference, 6_285_007_221 * unit);
        // Half a yuan for each of the three.
        assert_eq!(implied.tolerance, 3 * unit / 2);
        assert!(!implied.within);
        assert_eq!(implied.held.release.id.to_string(), "us-test:2024-11");
        assert_eq!(implied.held.address.cell.as_deref(), Some("B1"));
        assert!(checked.verdicts.iter().all(|verdict| !verdict.is_held()));
        assert_eq!(checked.rows.len(), 3);
        // A release that is held measures nothing.
        let mut refused = prints;
        refused[0].refused_cells = 1;
        refused[0].value_cells += 1;
        let checked = run(&told(Base::Held, Kind::Finding), refused);
        assert!(checked.verdicts[1].is_held() && checked.implied.is_empty());
    }

    /// Within a release it is a gate, and January stands for its cumulative.
    #[test]
    fn within_a_release_the_months_and_cumulatives_agree() {
        let mut page = print("page", "2025-03", "2025-04-14T03:00:00Z");
        page.rows = vec![
            figure("X", "2025-01", 20, 8, 1),
            figure("X", "2025-02", 15, 8, 1),
            figure("X", "2025-03", 10, 8, 1),
            ytd("X", "2025-02", 36, 8, 1),
            ytd("X", "2025-03", 48, 8, 1),
        ];
        let checked = run(&told(Base::Printed, Kind::Gate), vec![counted(page)]);
        assert_eq!(checked.verdicts[0].counts.identities["cumulative"].held, 1);
        let said = &checked.verdicts[0].reasons()[0].said;
        // 4.8 of 3.6 and 1.0: off by 0.2, where three halves of 0.1 are allowed; in 100 million.
        assert!(said.ends_with("off by 20000000, rounding allows 15000000"), "{said}");
    }
}

//! Printed rates of change against the levels: of the same release, or against the base that was
//! held, where the difference is what was revised of it.

use portbook_model::concept::Concept;
use portbook_source::identity::{Back, Base, Form, Rate};

use super::relation::{Expected, Relation};
use super::{Group, Lack, Missing, Plan, Scope, Term, one};
use crate::cell::Key;

pub(super) fn groups<'a>(
    plan: &Plan<'_>,
    scope: &Scope<'a>,
    rate: Rate,
    base: Base,
) -> Vec<Group<'a>> {
    let levels = scope.levels(&plan.index);
    let mut groups = Vec::new();
    for (_, key, cell) in plan.among(scope) {
        let lacks = |what: &str| {
            let (line, what) = (plan.index.of(key), what.to_owned());
            let (missing, beside) = (Missing::Total, scope.term(cell));
            Group::Lacks(Lack { missing, line, period: key.period, what, beside })
        };
        let Some(&shared) = plan.links[key.series].first() else {
            groups.push(if base == Base::Printed { lacks("the level") } else { Group::Incomplete });
            continue;
        };
        let before = match rate.back {
            Back::Year => key.period.a_year_before(),
            Back::One => key.period.one_before(scope.cells.kind(key)),
        };
        let at = |period| one(levels.get(&(shared, period))).map(|cell| scope.term(cell));
        let printed_before = before.and_then(at);
        let before = match base {
            Base::Printed => printed_before,
            // What the release prints itself is no comparison of releases.
            Base::Held if printed_before.is_some() => continue,
            Base::Held => before.and_then(|period| {
                let ranks = plan.index.ranks(shared).iter();
                let keys = ranks.map(|series| Key { series: *series, period });
                let is_level =
                    |key: &Key| scope.cells.series(*key).get(Concept::Transformation) == "N";
                let mut held = keys.filter(is_level).filter_map(|key| scope.held(key));
                held.next().filter(|_| held.next().is_none())
            }),
        };
        let one_base = |(level, before): &(Term<'_>, Term<'_>)| {
            level.observation.base_period == before.observation.base_period
        };
        let Some((level, before)) = at(key.period).zip(before).filter(one_base) else {
            // A base that is not printed is before the table; one on another base is no base.
            let is_lost = base == Base::Printed && at(key.period).is_none();
            groups.push(if is_lost { lacks("the level") } else { Group::Incomplete });
            continue;
        };
        let percent = |less| Expected::Percent { part: level, whole: before, less };
        let expected = match rate.form {
            Form::Growth => percent(100),
            Form::Ratio => percent(0),
            Form::Change => Expected::Sum(vec![(1, level), (-1, before)]),
        };
        groups.push(Group::Complete(Relation { printed: scope.term(cell), expected }));
    }
    groups
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use portbook_model::observation::Observation;
    use portbook_source::identity::{Codes, Kind, Rule};

    use super::*;
    use crate::arithmetic::Comparison;
    use crate::printing::{Told, counted, figure, identity, print, run, ytd};

    fn told(base: Base) -> Told {
        let rate = Rate { code: "GY", back: Back::Year, form: Form::Growth };
        let (level, only) = (Codes::new(), Codes::new());
        let kind = if base == Base::Held { Kind::Finding } else { Kind::Gate };
        Told::default().identity(identity("growth", kind, Rule::Growth { rate, base, level, only }))
    }

    fn growth(cell: Observation) -> Observation {
        let series = cell.series.with(Concept::Transformation, "GY");
        Observation { series: Arc::new(series.with(Concept::UnitMeasure, "PT")), ..cell }
    }

    /// India's imports of chapter 27: 156,400.01 and 96,953.06 million dollars, printed as a fall of
    /// 38.01 per cent (2015-16.asp, lines 1073, 1080 and 1087).
    #[test]
    fn a_rate_is_that_of_the_levels_beside_it() {
        let of = |digits| {
            let mut page = print("page", "2025-11", "2025-12-09T03:00:00Z");
            page.rows = vec![
                figure("M", "2024-11", 15_640_001, 6, 2),
                figure("M", "2025-11", 9_695_306, 6, 2),
                growth(figure("M", "2025-11", digits, 0, 2)),
            ];
            run(&told(Base::Printed), vec![counted(page)])
        };
        assert_eq!(of(-3801).verdicts[0].counts.identities["growth"].held, 1);
        let checked = of(-3803);
        let said = &checked.verdicts[0].reasons()[0].said;
        assert!(said.contains("96953060000 / 156400010000 × 100 − 100 = -38.00955"), "{said}");
    }

    /// Ten to twelve in whole units is a growth of 9.5 to 31.6: a coarse print proves little, and is
    /// allowed no less than that.
    #[test]
    fn coarse_levels_allow_what_they_leave_open() {
        for (digits, holds) in [(94, false), (96, true), (315, true), (317, false)] {
            let mut page = print("page", "2025-11", "2025-12-09T03:00:00Z");
            page.rows = vec![
                figure("M", "2024-11", 10, 0, 0),
                figure("M", "2025-11", 12, 0, 0),
                growth(figure("M", "2025-11", digits, 0, 1)),
            ];
            let counts = run(&told(Base::Printed), vec![counted(page)]).verdicts.remove(0).counts;
            assert_eq!(counts.identities["growth"].held, u64::from(holds), "{digits}");
        }
    }

    /// China's exports of January to November: 2,303,831,623.6930 held for 2024, 2,445,787,768.7576
    /// printed for 2025, in 10,000 yuan, with 6.2 per cent (bulletins of both months, row 总值).
    #[test]
    fn a_rate_over_a_base_held_tells_what_was_revised_of_it() {
        let mut before = print("2024", "2024-11", "2024-12-18T03:00:00Z");
        before.rows = vec![ytd("X", "2024-11", 23_038_316_236_930, 4, 4)];
        let mut now = print("2025", "2025-11", "2025-12-18T03:00:00Z");
        now.rows = vec![
            ytd("X", "2025-11", 24_457_877_687_576, 4, 4),
            growth(ytd("X", "2025-11", 62, 0, 1)),
        ];
        let checked = run(&told(Base::Held), vec![counted(now), counted(before)]);
        let [implied] = checked.implied.as_slice() else { panic!("{:?}", checked.implied) };
        assert_eq!(implied.comparison, Comparison::Growth);
        assert_eq!(implied.held.release.id.to_string(), "us-test:2024-11");
        assert!(implied.within, "{implied:?}");
        // 24,457,877,687,576 / 23,038,316,236,930 = 1.0616174…
        assert_eq!(implied.expected / 1_000_000, 6_161);
        assert!(checked.findings.iter().all(|finding| finding.failure.rule != "growth"));
    }
}

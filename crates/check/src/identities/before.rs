//! A sum that holds held before it grew too: the levels and their printed rates of change imply the
//! bases, and these add up as the levels do. So a rate is judged by those printed beside it, though
//! its base is in no release.

use portbook_model::concept::Concept;
use portbook_model::series::Series;
use portbook_source::identity::{Back, Form, Rate};

use super::index::Index;
use super::relation::{Expected, Relation};
use super::{Plan, Scope, Term};
use crate::cell::{Cells, Key};

/// By rank of a level: what is printed of its growth.
#[derive(Default)]
pub(super) struct Rates(Vec<Vec<(Rate, usize)>>);

impl Rates {
    /// But for the rates that are compared with the bases printed beside them.
    pub(super) fn new(cells: &Cells, compared: &[&str]) -> Self {
        let rate_of = |code: &str| {
            let mut printed = Rate::ALL.into_iter().filter(|rate| rate.form != Form::Change);
            printed.find(|rate| rate.code == code && !compared.contains(&code))
        };
        let codes: Vec<&str> =
            cells.all_series().map(|series| series.get(Concept::Transformation)).collect();
        if !codes.iter().any(|code| rate_of(code).is_some()) {
            return Self::default();
        }
        let index = Index::new(cells, vec![Concept::Transformation, Concept::UnitMeasure]);
        let of = |(series, code): (&Series, &&str)| {
            let beside = index.find(series).filter(|_| *code == "N");
            let ranks = beside.map(|id| index.ranks(id)).unwrap_or_default();
            ranks.iter().filter_map(|rank| Some((rate_of(codes[*rank])?, *rank))).collect()
        };
        Self(cells.all_series().zip(&codes).map(of).collect())
    }

    /// The one rate of a kind that is printed beside a level.
    fn printed<'a>(&self, scope: &Scope<'a>, rate: Rate, level: Term<'_>) -> Option<Term<'a>> {
        let rates = self.0.get(level.key.series)?;
        let keys = rates.iter().filter(|(kind, _)| kind.code == rate.code);
        let keys = keys.map(|(_, series)| Key { series: *series, ..level.key });
        let mut standing = keys.filter_map(|key| scope.united.cells.get(&key));
        let rate = standing.next().map(|standing| scope.term(standing.cell));
        rate.filter(|_| standing.next().is_none())
    }
}

/// What a sum was before each kind of growth that is printed of all that takes part, with its name.
/// A rate that is not printed proves nothing: publishers leave out what cannot be computed.
pub(super) fn relations<'a>(
    plan: &Plan<'_>,
    scope: &Scope<'a>,
    relation: &Relation<'a>,
) -> Vec<(String, Relation<'a>)> {
    let Expected::Sum(terms) = &relation.expected else { return Vec::new() };
    let before = |rate: Rate| {
        let printed = |level: Term<'a>| plan.rates.printed(scope, rate, level);
        let grown = |(factor, level): &(i64, Term<'a>)| Some((*factor, *level, printed(*level)?));
        let terms = terms.iter().map(grown).collect::<Option<Vec<_>>>()?;
        let less = if rate.form == Form::Growth { 100 } else { 0 };
        let expected = Expected::Grown { level: relation.printed, terms, less };
        let when = match rate.back {
            Back::Year => "a year before",
            Back::One => "the period before",
        };
        let name = format!("{}, {when}", plan.identity.name);
        Some((name, Relation { printed: printed(relation.printed)?, expected }))
    };
    let rates = plan.rates.0.get(relation.printed.key.series).into_iter().flatten();
    rates.filter_map(|(rate, _)| before(*rate)).collect()
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;
    use std::sync::Arc;

    use portbook_model::concept::Concept;
    use portbook_model::observation::Observation;
    use portbook_source::identity::{Codes, Kind, Rule};

    use crate::Checked;
    use crate::printing::{Told, counted, identity, print, run, ytd};

    fn growth(cell: Observation) -> Observation {
        let series = cell.series.with(Concept::Transformation, "GY");
        Observation { series: Arc::new(series.with(Concept::UnitMeasure, "PT")), ..cell }
    }

    /// China's trade of January to March 2026, in 100 million yuan: 118,380.0, exports 68,466.7 and
    /// imports 49,913.3 (release of March 2026, row Total), with the growth given.
    fn with_growth(of_all: i128, of_exports: i128, of_imports: i128) -> Checked {
        let rule = Rule::Linear {
            column: Concept::TradeFlow,
            total: "XM".to_owned(),
            terms: BTreeMap::from([("X".to_owned(), 1), ("M".to_owned(), 1)]),
            ignore: vec![Concept::Valuation],
            only: Codes::from([(Concept::Transformation, "N".to_owned())]),
        };
        let told = Told::default().identity(identity("X + M = XM", Kind::Gate, rule));
        let mut page = print("page", "2026-03", "2026-04-14T03:00:00Z");
        page.rows = vec![
            ytd("XM", "2026-03", 1_183_800, 8, 1),
            ytd("X", "2026-03", 684_667, 8, 1),
            ytd("M", "2026-03", 499_133, 8, 1),
            growth(ytd("XM", "2026-03", of_all, 0, 1)),
            growth(ytd("X", "2026-03", of_exports, 0, 1)),
            growth(ytd("M", "2026-03", of_imports, 0, 1)),
        ];
        run(&told, vec![counted(page)])
    }

    /// Printed: 15.0, 11.9 and 19.6 per cent.
    #[test]
    fn the_bases_that_growth_implies_add_up_too() {
        let checked = with_growth(150, 119, 196);
        assert_eq!(checked.verdicts[0].counts.identities["X + M = XM, a year before"].held, 1);
        for (of_all, of_exports, of_imports) in
            [(1500, 119, 196), (190, 119, 196), (150, 919, 196), (150, 196, 119), (119, 150, 196)]
        {
            let checked = with_growth(of_all, of_exports, of_imports);
            let [reason] = checked.verdicts[0].reasons() else { panic!("{:?}", checked.verdicts) };
            assert_eq!(
                (reason.rule.as_str(), reason.cells.len()),
                ("X + M = XM, a year before", 6)
            );
        }
    }

    /// Exports grew by 11.85 to 11.95, imports by 19.55 to 19.65: the bases are 102,874.6 to
    /// 102,964.2, over which 118,380.0 grew by 14.97 to 15.07. That may be printed as 15.0 or 15.1.
    #[test]
    fn the_rounding_of_each_rate_is_allowed_and_no_more() {
        for (of_all, held) in [(149, true), (150, false), (151, false), (152, true)] {
            assert_eq!(with_growth(of_all, 119, 196).verdicts[0].is_held(), held, "{of_all}");
        }
        // Exports fell by all of it, as printed: what they were is not known.
        let counts = &with_growth(150, -1000, 196).verdicts[0].counts;
        assert_eq!(counts.identities["X + M = XM, a year before"].not_computable, 1);
    }
}

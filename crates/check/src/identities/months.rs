//! Months against the year, and against the cumulatives, printed beside them.

use std::collections::BTreeMap;

use portbook_model::concept::Concept;
use portbook_model::period::{Period, PeriodKind};
use portbook_model::series::Series;

use super::{Group, Level, Sum, shared};
use crate::cell::{CellId, Cells};

/// The months of a calendar year and what they should sum to, with the last month it covers.
#[derive(Default)]
struct Year {
    months: BTreeMap<i8, CellId>,
    wholes: Vec<(i8, CellId)>,
}

pub(super) fn groups(cells: &Cells, levels: &[Level<'_>]) -> Vec<Group> {
    let mut years: BTreeMap<(Series, i16), Year> = BTreeMap::new();
    for level in levels {
        let period = level.key.period;
        let last = period.end.month();
        let kind = cells.kind(level.key);
        let whole = match kind {
            PeriodKind::Month => false,
            PeriodKind::Ytd => true,
            PeriodKind::Year if Period::year(period.end.year()) == Some(period) => true,
            _ => continue,
        };
        let group = (shared(level.series, &[Concept::PeriodKind]), period.end.year());
        let year = years.entry(group).or_default();
        if whole {
            year.wholes.push((last, level.cell));
        } else {
            year.months.insert(last, level.cell);
        }
    }
    years.values().flat_map(Year::groups).collect()
}

impl Year {
    fn groups(&self) -> Vec<Group> {
        let sum = |(last, total): &(i8, CellId)| {
            let terms: Option<Vec<_>> =
                (1..=*last).map(|month| Some((1, *self.months.get(&month)?))).collect();
            match terms {
                Some(terms) => Group::Complete(Sum { total: *total, terms }),
                None => Group::Incomplete,
            }
        };
        self.wholes.iter().map(sum).collect()
    }
}

#[cfg(test)]
mod tests {
    use portbook_source::identity::{Kind, Rule};

    use crate::printing::{Told, counted, figure, identity, print, run, ytd};

    #[test]
    fn months_sum_to_the_cumulative_where_all_are_printed() {
        let told = Told::default().identity(identity("months = ytd", Kind::Gate, Rule::Months));
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

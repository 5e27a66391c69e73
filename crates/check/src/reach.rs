//! Whether a release prints the period it is named for: the release of December has a figure that
//! ends with December. A table that was cut off at its end does not.
//! Releases named for a day say nothing of the periods in them.

use jiff::civil::Date;
use portbook_model::period::Period;
use portbook_source::dataset::Dataset;

use crate::cell::Cells;
use crate::publication::Publication;
use crate::review::Review;
use crate::verdict::Failure;

pub(crate) const RULE: &str = "ends-early";

pub(crate) fn check(
    dataset: &Dataset,
    cells: &Cells,
    publication: &Publication,
    review: &mut Review<'_>,
) {
    let name = publication.release.id.period();
    let Some(period) = named(name, &dataset.freq) else { return };
    let rows = || publication.prints.iter().flat_map(|print| &cells.prints[*print].rows);
    let Some(last) = rows().max_by_key(|row| row.period.end) else { return };
    if rows().any(|row| row.period.end == period.end) {
        return;
    }
    review.fail(Failure {
        rule: RULE.to_owned(),
        said: said(last.period.end, period, name),
        cells: vec![review.place_of(last)],
    });
}

pub(crate) fn said(last: Date, period: Period, name: &str) -> String {
    format!(
        "got figures to {last}, expected one of a period that ends on {}, as the release of {name}",
        period.end
    )
}

/// The period that a release is named for, where it is one of those the dataset is made of.
pub(crate) fn named(name: &str, freq: &str) -> Option<Period> {
    let (year, part) = name.split_once('-').unwrap_or((name, ""));
    let year: i16 = year.parse().ok()?;
    match freq {
        "M" => Period::month(year, part.parse().ok()?),
        "Q" => Period::quarter(year, part.strip_prefix('Q')?.parse().ok()?),
        "A" if part.is_empty() => Period::year(year),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use crate::printing::{Told, counted, figure, print, run};

    #[test]
    fn a_release_prints_the_period_it_is_named_for() {
        for (name, freq, held) in [
            ("2025-11", "M", false),
            ("2025-12", "M", true),
            ("2025-Q4", "Q", true),
            ("2025", "A", true),
            // Named for a day, or for a month in a table of years.
            ("2025-12-09", "M", false),
            ("2025-12", "A", false),
        ] {
            let mut page = print("page", name, "2026-01-09T03:00:00Z");
            page.rows = vec![figure("X", "2025-11", 5, 6, 0)];
            let checked = run(&Told::default().freq(freq), vec![counted(page)]);
            let rules: Vec<_> =
                checked.verdicts[0].reasons().iter().map(|reason| reason.rule.as_str()).collect();
            assert_eq!(rules.contains(&super::RULE), held, "{name}: {rules:?}");
        }
    }
}

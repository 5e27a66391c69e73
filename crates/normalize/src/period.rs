//! The period of a value, from the words beside it (rule 7 of the layout grammar).

use portbook_model::period::{Period, PeriodKind};
use portbook_source::timetext;
use portbook_source::vocabulary::Vocabulary;

use crate::meaning::{Meaning, Times};

/// Dates a value. The last of `times` is the nearest place; the table's own text, which may have
/// said a period too, only lends its year unless nothing nearer dates the value.
pub fn period(
    meaning: &Meaning,
    text_places: usize,
    vocabulary: &Vocabulary,
) -> Result<(PeriodKind, Period), String> {
    let (text, near) = meaning.times.split_at(text_places.min(meaning.times.len()));
    let hole =
        |times: &[Times], name: &str| times.iter().rev().find_map(|t| t.holes.get(name).cloned());
    let word = |times: &[Times]| times.iter().rev().find_map(|t| t.word.clone());
    let word = word(near).or_else(|| word(text));
    let kind = |default: PeriodKind| match &word {
        Some(word) => word.parse::<PeriodKind>().map_err(|error| error.to_string()),
        None => Ok(default),
    };
    let language = vocabulary.language;
    let in_text = hole(text, "period").and_then(|text| timetext::period(&text, language));

    if let Some(printed) = hole(near, "period") {
        let read = timetext::period(&printed, language);
        let (own, period) = read.ok_or_else(|| format!("`{printed}` is no period"))?;
        return Ok((kind(own)?, period)).and_then(spanned);
    }
    if let Some(printed) = hole(near, "date") {
        let date = timetext::date(&printed, language, vocabulary.date_order)
            .ok_or_else(|| format!("`{printed}` is no date"))?;
        return spanned((kind(PeriodKind::Month)?, Period { start: date, end: date }));
    }
    if let Some(printed) = hole(near, "fiscal_year") {
        let year = timetext::fiscal_year(&printed).ok_or("no fiscal year")?;
        let first = vocabulary.fiscal_first_month.ok_or("no month begins the fiscal years")?;
        return calendar(PeriodKind::FiscalYear, Period::fiscal_year(year, first));
    }
    let year = hole(near, "year").or_else(|| hole(text, "year"));
    let year = year.as_deref().and_then(timetext::year);
    let year = year.or_else(|| in_text.map(|(_, period)| period.end.year()));
    let month = hole(near, "month").and_then(|month| timetext::month(&month, language));
    let quarter = hole(near, "quarter").and_then(|quarter| timetext::quarter(&quarter));
    let need_year = || year.ok_or("no year stands by it".to_owned());
    if let Some(month) = month {
        return match kind(PeriodKind::Month)? {
            PeriodKind::Month => calendar(PeriodKind::Month, Period::month(need_year()?, month)),
            PeriodKind::Ytd => calendar(PeriodKind::Ytd, Period::ytd(need_year()?, month)),
            other => Err(format!("a month is no {}", other.code())),
        };
    }
    if let Some(quarter) = quarter {
        return calendar(PeriodKind::Quarter, Period::quarter(need_year()?, quarter));
    }
    if word.as_deref() == Some("year") {
        return calendar(PeriodKind::Year, Period::year(need_year()?));
    }
    match in_text {
        Some((own, period)) => spanned((kind(own)?, period)),
        None => Err("no word beside it dates it".to_owned()),
    }
}

fn calendar(kind: PeriodKind, period: Option<Period>) -> Result<(PeriodKind, Period), String> {
    period.map(|period| (kind, period)).ok_or_else(|| "no such period in the calendar".to_owned())
}

/// Widens a date or a printed month to the kind that is said of it.
fn spanned((kind, period): (PeriodKind, Period)) -> Result<(PeriodKind, Period), String> {
    let (year, month) = (period.end.year(), period.end.month());
    match kind {
        PeriodKind::Month => calendar(kind, Period::month(year, month)),
        PeriodKind::Ytd => calendar(kind, Period::ytd(year, month)),
        PeriodKind::Year => calendar(kind, Period::year(year)),
        PeriodKind::Quarter => calendar(kind, Period::quarter(year, (month + 2) / 3)),
        PeriodKind::FiscalYear | PeriodKind::Rolling | PeriodKind::Days => Ok((kind, period)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn times(word: Option<&str>, holes: &[(&str, &str)]) -> Times {
        Times {
            word: word.map(str::to_owned),
            holes: holes.iter().map(|(k, v)| ((*k).to_owned(), (*v).to_owned())).collect(),
        }
    }

    fn dated(times: Vec<Times>, text_places: usize) -> Result<(String, String), String> {
        let meaning = Meaning { times, ..Meaning::default() };
        let (kind, period) = period(&meaning, text_places, &Vocabulary::of_language("en"))?;
        Ok((kind.code().to_owned(), format!("{}/{}", period.start, period.end)))
    }

    #[test]
    fn the_year_comes_from_the_block_else_from_the_text() {
        let block = times(None, &[("year", "2025")]);
        let line = times(Some("ytd"), &[("month", "Nov.")]);
        let both = dated(vec![block, line], 0).unwrap();
        assert_eq!(both, ("ytd".into(), "2025-01-01/2025-11-30".into()));
        let title = times(None, &[("period", "Mar 2026")]);
        let head = times(Some("month"), &[("month", "3")]);
        let both = dated(vec![title, head], 1).unwrap();
        assert_eq!(both, ("month".into(), "2026-03-01/2026-03-31".into()));
    }

    #[test]
    fn a_line_overrides_its_blocks_period_word() {
        let block = times(Some("month"), &[("year", "2025")]);
        let line = times(Some("year"), &[]);
        let both = dated(vec![block, line], 0).unwrap();
        assert_eq!(both, ("year".into(), "2025-01-01/2025-12-31".into()));
    }

    #[test]
    fn the_title_dates_a_value_only_where_nothing_nearer_does() {
        let title = times(None, &[("period", "January-February 2025")]);
        let alone = dated(vec![title], 1).unwrap();
        assert_eq!(alone, ("ytd".into(), "2025-01-01/2025-02-28".into()));
        assert!(dated(vec![times(None, &[("month", "March")])], 0).unwrap_err().contains("year"));
    }
}

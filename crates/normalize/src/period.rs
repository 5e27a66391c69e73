//! The period of a value, from the words beside it (rule 7 of the layout grammar).

use jiff::civil::Date;
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
    let said = Said { text, near, vocabulary };
    let word = word(near).or_else(|| word(text));
    if word == Some("week") {
        let date = said.date()?.ok_or("no date ends the week")?;
        return calendar(PeriodKind::Days, timetext::week_ending(date));
    }
    if let Some(printed) = said.day("day").filter(|_| word != Some("days")) {
        return Err(format!("`{printed}` ends some days, and no `period = \"days\"` says so"));
    }
    if word == Some("days") && hole(near, "date").is_none() {
        return said.days();
    }
    let kind = |default: PeriodKind| match word {
        Some(word) => word.parse::<PeriodKind>().map_err(|error| error.to_string()),
        None => Ok(default),
    };
    if let Some(printed) = hole(near, "period") {
        let read = timetext::period(printed, vocabulary.language);
        let (own, period) = read.ok_or_else(|| format!("`{printed}` is no period"))?;
        return spanned((kind(own)?, period));
    }
    if let Some(printed) = hole(near, "months") {
        let span = timetext::months(printed, vocabulary.language);
        let span = span.ok_or_else(|| format!("`{printed}` is no span of months"))?;
        return of_months(kind(PeriodKind::Rolling)?, span);
    }
    if let Some(date) = said.date()? {
        return spanned((kind(PeriodKind::Month)?, Period { start: date, end: date }));
    }
    if let Some(printed) = hole(near, "fiscal_year") {
        return said.fiscal(printed);
    }
    if let Some(month) = said.month() {
        return said.in_month(month, kind(PeriodKind::Month)?);
    }
    if let Some(quarter) = hole(near, "quarter").and_then(timetext::quarter) {
        return said.in_quarter(quarter, kind(PeriodKind::Quarter)?);
    }
    if word == Some("year") {
        return calendar(PeriodKind::Year, Period::year(said.year()?));
    }
    match said.in_text() {
        Some((own, period)) => spanned((kind(own)?, period)),
        None => Err("no word beside it dates it".to_owned()),
    }
}

/// Whether a value takes the latest such month before the newest one that has a value; that can
/// only be told once the others are dated.
pub fn is_last_before(meaning: &Meaning, text_places: usize) -> bool {
    word(&meaning.times[text_places.min(meaning.times.len())..]) == Some("last before")
}

/// The latest month of the name beside it that ended before the newest one began.
pub fn last_before(
    meaning: &Meaning,
    newest: Option<Period>,
    vocabulary: &Vocabulary,
) -> Result<(PeriodKind, Period), String> {
    let month = hole(&meaning.times, "month");
    let month = month.and_then(|month| timetext::month(month, vocabulary.language));
    let month = month.ok_or("no month stands by it")?;
    let newest = newest.ok_or("no month of the table has a value")?;
    let year = newest.start.year();
    let before = [year, year - 1].into_iter().filter_map(|year| Period::month(year, month));
    let before = before.into_iter().find(|period| period.end < newest.start);
    calendar(PeriodKind::Month, before)
}

fn hole<'a>(times: &'a [Times], name: &str) -> Option<&'a str> {
    times.iter().rev().find_map(|times| times.holes.get(name).map(String::as_str))
}

fn word(times: &[Times]) -> Option<&str> {
    times.iter().rev().find_map(|times| times.word.as_deref())
}

/// What the text and the nearer places say of a period.
struct Said<'a> {
    text: &'a [Times],
    near: &'a [Times],
    vocabulary: &'a Vocabulary,
}

impl Said<'_> {
    fn in_text(&self) -> Option<(PeriodKind, Period)> {
        timetext::period(hole(self.text, "period")?, self.vocabulary.language)
    }

    fn date(&self) -> Result<Option<Date>, String> {
        let Some(printed) = hole(self.near, "date") else { return Ok(None) };
        let date = timetext::date(printed, self.vocabulary.language, self.vocabulary.date_order);
        date.map(Some).ok_or_else(|| format!("`{printed}` is no date"))
    }

    /// The year of the nearest place that has one, else of the period in the text.
    fn year(&self) -> Result<i16, String> {
        let near = |times| {
            let year = hole(times, "year").and_then(timetext::year);
            year.or_else(|| hole(times, "roc_year").and_then(timetext::roc_year))
        };
        let year = near(self.near).or_else(|| near(self.text));
        let year = year.or_else(|| self.in_text().map(|(_, period)| period.end.year()));
        year.ok_or_else(|| "no year stands by it".to_owned())
    }

    fn month(&self) -> Option<i8> {
        let near = hole(self.near, "month");
        near.and_then(|month| timetext::month(month, self.vocabulary.language))
    }

    /// A fiscal year, or its months up to the one beside it.
    fn fiscal(&self, printed: &str) -> Result<(PeriodKind, Period), String> {
        let year = timetext::fiscal_year(printed).ok_or("no fiscal year")?;
        let first = self.vocabulary.fiscal_first_month;
        let first = first.ok_or("no month begins the fiscal years")?;
        let whole = Period::fiscal_year(year, first).ok_or("no such fiscal year")?;
        let Some(month) = self.month() else { return Ok((PeriodKind::FiscalYear, whole)) };
        let of_year = if month < first { year + 1 } else { year };
        let last = Period::month(of_year, month).ok_or("no such month")?;
        Ok((PeriodKind::Rolling, Period { start: whole.start, end: last.end }))
    }

    fn day(&self, name: &str) -> Option<&str> {
        hole(self.near, name).or_else(|| hole(self.text, name))
    }

    /// Some days of a month: of the one beside it and its year, else of the one that is printed
    /// with its year.
    fn days(&self) -> Result<(PeriodKind, Period), String> {
        let (year, month) = match (self.month(), self.day("period")) {
            (Some(month), _) => (self.year()?, month),
            (None, Some(printed)) => match timetext::period(printed, self.vocabulary.language) {
                Some((PeriodKind::Month, period)) => (period.end.year(), period.end.month()),
                _ => return Err(format!("`{printed}` is no month, of which these are days")),
            },
            (None, None) => return Err("no month stands by its days".to_owned()),
        };
        let day = |name| self.day(name).and_then(timetext::day);
        let last = day("day").ok_or("no `{day}` ends its `days`")?;
        let date = |day| Date::new(year, month, day).map_err(|_| "no such day".to_owned());
        let (start, end) = (date(day("from_day").unwrap_or(1))?, date(last)?);
        if start > end {
            return Err(format!("{start} to {end} is no span of days"));
        }
        Ok((PeriodKind::Days, Period { start, end }))
    }

    /// A month, or January to that month.
    fn in_month(&self, month: i8, kind: PeriodKind) -> Result<(PeriodKind, Period), String> {
        let year = self.year()?;
        match kind {
            PeriodKind::Month => calendar(kind, Period::month(year, month)),
            PeriodKind::Ytd => calendar(kind, Period::ytd(year, month)),
            other => Err(format!("a month is no {}", other.code())),
        }
    }

    /// A quarter, or January to the end of that quarter.
    fn in_quarter(&self, quarter: i8, kind: PeriodKind) -> Result<(PeriodKind, Period), String> {
        let year = self.year()?;
        match kind {
            PeriodKind::Quarter => calendar(kind, Period::quarter(year, quarter)),
            PeriodKind::Ytd => calendar(kind, Period::ytd(year, quarter * 3)),
            other => Err(format!("a quarter is no {}", other.code())),
        }
    }
}

/// A span of whole months as the kind that is said of it; it must be one.
fn of_months(kind: PeriodKind, span: Period) -> Result<(PeriodKind, Period), String> {
    let (year, month) = (span.end.year(), span.end.month());
    let whole = match kind {
        PeriodKind::Rolling => Some(span),
        PeriodKind::Ytd => Period::ytd(year, month),
        PeriodKind::Quarter => Period::quarter(year, (month + 2) / 3),
        PeriodKind::Year => Period::year(year),
        PeriodKind::Month | PeriodKind::FiscalYear | PeriodKind::Days => None,
    };
    let fits = whole.filter(|whole| *whole == span).map(|whole| (kind, whole));
    fits.ok_or_else(|| format!("{} to {} is no {}", span.start, span.end, kind.code()))
}

fn calendar(kind: PeriodKind, period: Option<Period>) -> Result<(PeriodKind, Period), String> {
    period.map(|period| (kind, period)).ok_or_else(|| "no such period in the calendar".to_owned())
}

/// Widens a date or a printed month to the kind that is said of it: the months that end with its
/// own. Twelve that end in June are no calendar year.
fn spanned((kind, period): (PeriodKind, Period)) -> Result<(PeriodKind, Period), String> {
    let (year, month) = (period.end.year(), period.end.month());
    let end = period.end.last_of_month();
    match kind {
        PeriodKind::Month => calendar(kind, Period::month(year, month)),
        PeriodKind::Ytd => calendar(kind, Period::ytd(year, month)),
        PeriodKind::Year if month == 12 => calendar(kind, Period::year(year)),
        PeriodKind::Year => {
            let start = Period::month(year - 1, month % 12 + 1).ok_or("no such month")?.start;
            Ok((PeriodKind::FiscalYear, Period { start, end }))
        }
        PeriodKind::Quarter if month % 3 == 0 => calendar(kind, Period::quarter(year, month / 3)),
        PeriodKind::Quarter => {
            let (of_year, first) =
                if month < 3 { (year - 1, month + 10) } else { (year, month - 2) };
            let start = Period::month(of_year, first).ok_or("no such month")?.start;
            Ok((PeriodKind::Rolling, Period { start, end }))
        }
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

    #[test]
    fn three_months_roll_on_and_may_cross_a_year() {
        let line = |word, text| vec![times(Some(word), &[("months", text)])];
        let three = dated(line("rolling", "Dec-Feb 1972"), 0).unwrap();
        assert_eq!(three, ("rolling".into(), "1971-12-01/1972-02-29".into()));
        let quarter = dated(line("quarter", "Apr-Jun 2025"), 0).unwrap();
        assert_eq!(quarter, ("quarter".into(), "2025-04-01/2025-06-30".into()));
        assert!(dated(line("quarter", "May-Jul 2025"), 0).unwrap_err().contains("no quarter"));
    }

    /// As `2023-Q1..Q3` is said: a cumulative that ends with a quarter.
    #[test]
    fn a_cumulative_may_end_with_a_quarter() {
        let third = |word| dated(vec![times(word, &[("year", "2023"), ("quarter", "3")])], 0);
        assert_eq!(third(None).unwrap(), ("quarter".into(), "2023-07-01/2023-09-30".into()));
        assert_eq!(third(Some("ytd")).unwrap(), ("ytd".into(), "2023-01-01/2023-09-30".into()));
        assert_eq!(third(Some("month")).unwrap_err(), "a quarter is no month");
    }

    #[test]
    fn some_days_of_a_month_and_a_week() {
        let days = times(Some("days"), &[("day", "20"), ("month", "August"), ("year", "2026")]);
        let days = dated(vec![days], 0).unwrap();
        assert_eq!(days, ("days".into(), "2026-08-01/2026-08-20".into()));
        let title = times(None, &[("day", "20"), ("period", "August 2026")]);
        let dated_by = |word| dated(vec![title.clone(), times(word, &[])], 1);
        assert_eq!(dated_by(Some("days")).unwrap().1, "2026-08-01/2026-08-20");
        let unsaid = dated_by(None).unwrap_err();
        assert!(unsaid.contains("`20` ends some days, and no `period = \"days\"`"), "{unsaid}");
        let title = times(None, &[("period", "August 2026")]);
        let endless = dated(vec![title, times(Some("days"), &[])], 1).unwrap_err();
        assert_eq!(endless, "no `{day}` ends its `days`");
        let week = dated(vec![times(Some("week"), &[("date", "2026-01-04")])], 0).unwrap();
        assert_eq!(week, ("days".into(), "2025-12-29/2026-01-04".into()));
    }

    #[test]
    fn a_fiscal_year_begins_where_it_is_said_to() {
        let fiscal = |first, holes: &[(&str, &str)]| {
            let mut vocabulary = Vocabulary::of_language("en");
            vocabulary.fiscal_first_month = Some(first);
            let meaning = Meaning { times: vec![times(None, holes)], ..Meaning::default() };
            let (kind, period) = period(&meaning, 0, &vocabulary).unwrap();
            (kind.code(), format!("{}/{}", period.start, period.end))
        };
        let april = fiscal(4, &[("fiscal_year", "2014-2015")]);
        assert_eq!(april, ("fiscal_year", "2014-04-01/2015-03-31".into()));
        let july = fiscal(7, &[("fiscal_year", "2023/'24")]);
        assert_eq!(july, ("fiscal_year", "2023-07-01/2024-06-30".into()));
        let part = fiscal(4, &[("fiscal_year", "2018-2019"), ("month", "Jan")]);
        assert_eq!(part, ("rolling", "2018-04-01/2019-01-31".into()));
    }

    #[test]
    fn the_last_december_before_a_newest_january_is_of_the_year_before() {
        let control = Meaning {
            times: vec![times(Some("last before"), &[("month", "December"), ("year", "2026")])],
            ..Meaning::default()
        };
        let english = Vocabulary::of_language("en");
        assert!(is_last_before(&control, 0));
        let found = last_before(&control, Period::month(2026, 1), &english).unwrap();
        assert_eq!(found.1, Period::month(2025, 12).unwrap());
        assert!(last_before(&control, None, &english).is_err());
    }

    #[test]
    fn a_date_ends_its_quarter_or_year() {
        let ends = |word, date| dated(vec![times(Some(word), &[("date", date)])], 0).unwrap();
        let march = ends("quarter", "2017-03-01");
        assert_eq!(march, ("quarter".into(), "2017-01-01/2017-03-31".into()));
        let february = ends("quarter", "2017-02-01");
        assert_eq!(february, ("rolling".into(), "2016-12-01/2017-02-28".into()));
        let june = ends("year", "2017-06-01");
        assert_eq!(june, ("fiscal_year".into(), "2016-07-01/2017-06-30".into()));
    }
}

//! Texts as publishers print them, and the period each is.

use super::*;

fn check_periods(language: Language, cases: &[(&str, &str, &str)]) {
    for (text, kind, time_period) in cases {
        let read = period(text, language).map(|(kind, p)| (kind.code(), p.time_period(kind)));
        assert_eq!(read, Some((*kind, (*time_period).to_owned())), "{text}");
    }
}

#[test]
fn periods_as_printed() {
    check_periods(
        Language::En,
        &[
            ("Mar 2026", "month", "2026-03"),
            ("January-February 2025", "ytd", "2025-02"),
            ("Jan.-Nov. 2025", "ytd", "2025-11"),
            ("Jan. 2018", "month", "2018-01"),
            ("1976 Jan", "month", "1976-01"),
            ("1976 Mar", "month", "1976-03"),
            ("1976 May", "month", "1976-05"),
            ("2000m01", "month", "2000-01"),
            ("202511", "month", "2025-11"),
            ("2.2026", "month", "2026-02"),
            ("1-7.2026", "ytd", "2026-07"),
            ("2. 2019", "month", "2019-02"),
            ("NOVEMBER 2025", "month", "2025-11"),
            ("2025-11", "month", "2025-11"),
            ("Dec 25", "month", "2025-12"),
            ("Mar-90", "month", "1990-03"),
            ("Q3 2025", "quarter", "2025-Q3"),
            ("2025 Q3", "quarter", "2025-Q3"),
            ("2025Q3", "quarter", "2025-Q3"),
            ("2025-Q3", "quarter", "2025-Q3"),
        ],
    );
    check_periods(
        Language::Zh,
        &[
            ("2025年1-11月", "ytd", "2025-11"),
            ("2025年1至2月", "ytd", "2025-02"),
            ("2026年7月", "month", "2026-07"),
            ("2025年三季度", "quarter", "2025-Q3"),
        ],
    );
}

#[test]
fn other_languages_name_their_months_and_quarters() {
    check_periods(Language::Ja, &[("令和7年9月", "month", "2025-09")]);
    check_periods(Language::Ja, &[("2025年第3四半期", "quarter", "2025-Q3")]);
    check_periods(Language::Ko, &[("2025년 11월", "month", "2025-11")]);
    check_periods(Language::Ko, &[("2025년 3분기", "quarter", "2025-Q3")]);
    check_periods(Language::Ru, &[("ноябрь 2025 г.", "month", "2025-11")]);
    check_periods(Language::Ru, &[("январь-ноябрь 2025", "ytd", "2025-11")]);
    check_periods(Language::Ru, &[("III кв. 2025", "quarter", "2025-Q3")]);
    check_periods(Language::Tr, &[("Kasım 2025", "month", "2025-11")]);
    check_periods(Language::Tr, &[("Ocak-Kasım 2025", "ytd", "2025-11")]);
    check_periods(Language::Pt, &[("dezembro 2025", "month", "2025-12")]);
    check_periods(Language::Es, &[("3T 2025", "quarter", "2025-Q3")]);
    check_periods(Language::Fr, &[("août 2025", "month", "2025-08")]);
    check_periods(Language::De, &[("März 2025", "month", "2025-03")]);
}

#[test]
fn what_is_no_period_or_could_be_two_is_not_read() {
    for text in [
        "Mar",
        "2026",
        "13.2026",
        "March-May 2026",
        "2025-2026",
        "Mars 2026",
        "2026-01-08",
        "01-08-2026",
        "2026/04/08",
        "20 March 2026",
        "2025-3",
        "Total 2025",
        "25",
    ] {
        assert_eq!(period(text, Language::En), None, "{text}");
    }
}

#[test]
fn several_months_are_told_by_first_and_last() {
    let span = |text| months(text, Language::En).map(|p| format!("{}/{}", p.start, p.end));
    assert_eq!(span("Jan-Mar 1971"), Some("1971-01-01/1971-03-31".into()));
    assert_eq!(span("Dec-Feb 1972"), Some("1971-12-01/1972-02-29".into()));
    assert_eq!(span("Nov 2024 to Jan 2025"), Some("2024-11-01/2025-01-31".into()));
    assert_eq!(span("Mar 1971"), None);
    assert_eq!(span("2026-01-08"), None);
}

#[test]
fn years_of_other_calendars() {
    assert_eq!(roc_year("114年"), Some(2025));
    assert_eq!(roc_year("2025"), None);
    assert_eq!(year("令和7年"), Some(2025));
    assert_eq!(year("平成31年"), Some(2019));
    assert_eq!(year("令和元年"), Some(2019));
    assert_eq!(year("2025 г."), Some(2025));
    assert_eq!(year("2024-01-01"), Some(2024));
    assert_eq!(year("2024-02-01"), None);
}

#[test]
fn quarters_and_days() {
    for text in ["3", "Q3", "3Q", "3T", "T3", "III", "III кв.", "III квартал", "3. Çeyrek"]
    {
        assert_eq!(quarter(text), Some(3), "{text}");
    }
    for text in ["0", "5", "V", "Q", "", "13", "Quarterly"] {
        assert_eq!(quarter(text), None, "{text}");
    }
    assert_eq!((day("20"), day("20日"), day("32")), (Some(20), Some(20), None));
}

#[test]
fn dates_are_read_only_where_one_reading_exists() {
    let en = |text| date(text, Language::En, None).map(|d| d.to_string());
    assert_eq!(en("2026/04/08"), Some("2026-04-08".into()));
    assert_eq!(en("January 29, 2026"), Some("2026-01-29".into()));
    assert_eq!(en("29 January 2026"), Some("2026-01-29".into()));
    assert_eq!(en("29-Jan-2026"), Some("2026-01-29".into()));
    assert_eq!(en("2025-01-31T08:30:00"), Some("2025-01-31".into()));
    assert_eq!(en("03/08/2018"), None);
    let other = |text, language, order| date(text, language, order).map(|d: Date| d.to_string());
    let month_first = other("03/08/2018", Language::En, Some(DateOrder::Mdy));
    assert_eq!(month_first, Some("2018-03-08".into()));
    assert_eq!(other("2025年12月8日", Language::Zh, None), Some("2025-12-08".into()));
    assert_eq!(other("令和7年12月8日", Language::Ja, None), Some("2025-12-08".into()));
    assert_eq!(other("2025년 12월 8일", Language::Ko, None), Some("2025-12-08".into()));
    assert_eq!(other("8 de dezembro de 2025", Language::Pt, None), Some("2025-12-08".into()));
    assert_eq!(other("8 мая 2025 г.", Language::Ru, None), Some("2025-05-08".into()));
}

#[test]
fn fiscal_years() {
    assert_eq!(fiscal_year("2013-2014"), Some(2013));
    assert_eq!(fiscal_year("2013-14"), Some(2013));
    assert_eq!(fiscal_year("2023/'24"), Some(2023));
    assert_eq!(fiscal_year("2023/24"), Some(2023));
    assert_eq!(fiscal_year("2013-2015"), None);
}

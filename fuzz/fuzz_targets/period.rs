//! Period text in every language: a period that is read ends no earlier than it starts, and is
//! read again from what SDMX calls it where that is a month.
#![no_main]

use libfuzzer_sys::fuzz_target;
use portbook_model::period::PeriodKind;
use portbook_source::timetext::{self, DateOrder, Language};

const LANGUAGES: [Language; 10] = [
    Language::En,
    Language::Zh,
    Language::Ja,
    Language::Ko,
    Language::Ru,
    Language::Tr,
    Language::Pt,
    Language::Es,
    Language::Fr,
    Language::De,
];

fuzz_target!(|text: &str| {
    for language in LANGUAGES {
        let _ = timetext::month(text, language);
        let _ = timetext::months(text, language);
        for order in [None, Some(DateOrder::Dmy), Some(DateOrder::Mdy)] {
            let _ = timetext::date(text, language, order);
        }
        let Some((kind, period)) = timetext::period(text, language) else { continue };
        assert!(period.start <= period.end, "{text}: {period:?}");
        if kind == PeriodKind::Month {
            let again = period.start.strftime("%Y-%m").to_string();
            assert_eq!(timetext::period(&again, language), Some((kind, period)), "{text}");
        }
    }
    let _ = (timetext::year(text), timetext::quarter(text), timetext::fiscal_year(text));
    let _ = (timetext::roc_year(text), timetext::day(text));
});

//! Words of periods in every language the program knows. Only what a whole word says: nothing is
//! read out of a part of one, and a bare number is no month and no quarter.

use portbook_source::timetext::{self, Languages};

/// The month a word names, 1 to 12, in whichever language.
pub(crate) fn month(word: &str) -> Option<i8> {
    (!is_number(word)).then(|| timetext::month(word, Languages::every())).flatten()
}

/// `I` … `IV`, `Q1` … `4Q`, `1T`.
pub(crate) fn quarter(word: &str) -> Option<i8> {
    (!is_number(word)).then(|| timetext::quarter(word)).flatten()
}

fn is_number(word: &str) -> bool {
    word.bytes().all(|byte| byte.is_ascii_digit())
}

/// Words that stand in a period and say only what kind it is, or a whole year.
pub(crate) fn is_period_word(word: &str) -> bool {
    const WORDS: [&str; 24] = [
        "year",
        "years",
        "год",
        "года",
        "ano",
        "año",
        "yıl",
        "jahr",
        "année",
        "quarter",
        "quarters",
        "квартал",
        "кварталы",
        "quarterly",
        "month",
        "monthly",
        "месяц",
        "trimestre",
        "çeyrek",
        "fiscal",
        "fy",
        "г",
        "yr",
        "total",
    ];
    WORDS.contains(&word.to_lowercase().as_str())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn whole_words_name_months() {
        for (word, expected) in [
            ("Jan", Some(1)),
            ("Fev", Some(2)),
            ("Сент", Some(9)),
            ("Ağustos", Some(8)),
            ("dez", Some(12)),
            ("11月", Some(11)),
            ("mar", Some(3)),
            ("ju", None),
            ("Jun", Some(6)),
            ("Marketing", None),
            ("13月", None),
        ] {
            assert_eq!(month(word), expected, "{word}");
        }
        assert_eq!(quarter("IV"), Some(4));
        assert_eq!(quarter("3T"), Some(3));
        assert_eq!(quarter("V"), None);
    }
}

//! Names of months, quarters and years in the languages of the releases met so far. Only what a
//! whole word says: nothing is read out of a part of one.

/// Full names, each language in one line; a prefix of three letters or more that no other month of
/// the language shares is an abbreviation.
const MONTHS: [&str; 8] = [
    "january february march april may june july august september october november december",
    "janeiro fevereiro março abril maio junho julho agosto setembro outubro novembro dezembro",
    "enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre",
    "janvier février mars avril mai juin juillet août septembre octobre novembre décembre",
    "januar februar märz april mai juni juli august september oktober november dezember",
    "январь февраль март апрель май июнь июль август сентябрь октябрь ноябрь декабрь",
    "января февраля марта апреля мая июня июля августа сентября октября ноября декабря",
    "ocak şubat mart nisan mayıs haziran temmuz ağustos eylül ekim kasım aralık",
];

/// Letters an abbreviation has at least.
const LETTERS_MIN: usize = 3;

/// The month a word names, 1 to 12; `None` if it names none, or different ones.
pub(crate) fn month(word: &str) -> Option<i8> {
    let word = word.to_lowercase();
    let letters = word.chars().count();
    if let Some(digits) = word.strip_suffix('月') {
        return digits.parse().ok().filter(|month| (1..=12).contains(month));
    }
    if word == "sept" {
        return Some(9);
    }
    if letters < LETTERS_MIN {
        return None;
    }
    let mut found = None;
    for language in MONTHS {
        let names = language.split(' ').zip(1_i8..).filter(|(name, _)| {
            let full = *name == word;
            full || (name.starts_with(&word) && letters < name.chars().count())
        });
        let months: Vec<i8> = names.map(|(_, month)| month).collect();
        match (months.as_slice(), found) {
            ([month], None) => found = Some(*month),
            ([month], Some(before)) if before != *month => return None,
            _ => {}
        }
    }
    found
}

/// `I` … `IV`, `Q1` … `4Q`, `1T`.
pub(crate) fn quarter(word: &str) -> Option<i8> {
    let roman = match word {
        "I" => 1,
        "II" => 2,
        "III" => 3,
        "IV" => 4,
        _ => 0,
    };
    if roman > 0 {
        return Some(roman);
    }
    let word = word.to_lowercase();
    let digit = word
        .strip_prefix(['q', 't'])
        .or_else(|| word.strip_suffix(['q', 't']))
        .or_else(|| word.strip_suffix("季度"))?;
    digit.parse().ok().filter(|quarter| (1..=4).contains(quarter))
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

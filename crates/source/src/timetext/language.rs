//! Languages that name months in tables and titles, and the names they print: full, genitive where
//! a date needs it, and short. Compared without case; a full stop after a name does not count.

use serde::Deserialize;

/// A language that names months.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Language {
    En,
    Zh,
    Ja,
    Ko,
    Ru,
    Tr,
    Pt,
    Es,
    Fr,
    De,
}

/// The languages of a source: most print one, some two side by side.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(from = "Written")]
pub struct Languages {
    /// One bit each.
    bits: u16,
}

/// `"en"` or `["tr", "en"]`.
#[derive(Deserialize)]
#[serde(
    untagged,
    expecting = "language: expected one of en, zh, ja, ko, ru, tr, pt, es, fr, de, or a list of them"
)]
enum Written {
    One(Language),
    Several(Vec<Language>),
}

impl From<Written> for Languages {
    fn from(written: Written) -> Self {
        match written {
            Written::One(language) => language.into(),
            Written::Several(languages) => {
                let bits = languages.into_iter().fold(0, |bits, one| bits | Self::from(one).bits);
                Self { bits }
            }
        }
    }
}

impl From<Language> for Languages {
    fn from(language: Language) -> Self {
        Self { bits: 1 << language as u16 }
    }
}

impl Languages {
    /// All of them: for a text of which nobody said what language it is in. No name is two months.
    pub fn every() -> Self {
        Self { bits: (1 << Language::ALL.len()) - 1 }
    }

    fn spoken(self) -> impl Iterator<Item = Language> {
        Language::ALL.into_iter().filter(move |one| self.bits & (1 << *one as u16) != 0)
    }

    /// The month of that name, 1 to 12.
    pub fn month_named(self, name: &str) -> Option<i8> {
        let name = name.strip_suffix('.').unwrap_or(name);
        // A Turkish capital İ becomes an i with a combining dot.
        let name = name.to_lowercase().replace("i\u{307}", "i");
        let at = self.spoken().find_map(|language| {
            language.months().iter().position(|names| names.contains(&name.as_str()))
        })?;
        i8::try_from(at + 1).ok()
    }

    /// A full name of March and of May in each language: samples of what a hole may take.
    pub(crate) fn sample_months(self) -> Vec<String> {
        let capital = |name: &str| -> String {
            let mut letters = name.chars();
            let first = letters.next().into_iter().flat_map(char::to_uppercase);
            first.chain(letters).collect()
        };
        let named = self.spoken().flat_map(|language| {
            [2, 4].into_iter().filter_map(move |at| language.months()[at].first().copied())
        });
        named.map(capital).collect()
    }
}

impl Language {
    const ALL: [Self; 10] = [
        Self::En,
        Self::Zh,
        Self::Ja,
        Self::Ko,
        Self::Ru,
        Self::Tr,
        Self::Pt,
        Self::Es,
        Self::Fr,
        Self::De,
    ];

    /// Lower-case names of the twelve months. Chinese, Japanese and Korean number them; the
    /// Chinese numerals are theirs.
    fn months(self) -> &'static [&'static [&'static str]; 12] {
        match self {
            Self::En => &EN,
            Self::Zh | Self::Ja => &ZH,
            Self::Ko => &[&[]; 12],
            Self::Ru => &RU,
            Self::Tr => &TR,
            Self::Pt => &PT,
            Self::Es => &ES,
            Self::Fr => &FR,
            Self::De => &DE,
        }
    }
}

type Months = [&'static [&'static str]; 12];

const EN: Months = [
    &["january", "jan"],
    &["february", "feb"],
    &["march", "mar"],
    &["april", "apr"],
    &["may"],
    &["june", "jun"],
    &["july", "jul"],
    &["august", "aug"],
    &["september", "sept", "sep"],
    &["october", "oct"],
    &["november", "nov"],
    &["december", "dec"],
];

const ZH: Months = [
    &["一月"],
    &["二月"],
    &["三月"],
    &["四月"],
    &["五月"],
    &["六月"],
    &["七月"],
    &["八月"],
    &["九月"],
    &["十月"],
    &["十一月"],
    &["十二月"],
];

const RU: Months = [
    &["январь", "января", "янв"],
    &["февраль", "февраля", "фев", "февр"],
    &["март", "марта", "мар"],
    &["апрель", "апреля", "апр"],
    &["май", "мая"],
    &["июнь", "июня", "июн"],
    &["июль", "июля", "июл"],
    &["август", "августа", "авг"],
    &["сентябрь", "сентября", "сен", "сент"],
    &["октябрь", "октября", "окт"],
    &["ноябрь", "ноября", "ноя", "нояб"],
    &["декабрь", "декабря", "дек"],
];

const TR: Months = [
    &["ocak", "oca"],
    &["şubat", "şub"],
    &["mart", "mar"],
    &["nisan", "nis"],
    &["mayıs", "mayis", "may"],
    &["haziran", "haz"],
    &["temmuz", "tem"],
    &["ağustos", "ağu"],
    &["eylül", "eyl"],
    &["ekim", "eki"],
    &["kasım", "kasim", "kas"],
    &["aralık", "aralik", "ara"],
];

const PT: Months = [
    &["janeiro", "jan"],
    &["fevereiro", "fev"],
    &["março", "mar"],
    &["abril", "abr"],
    &["maio", "mai"],
    &["junho", "jun"],
    &["julho", "jul"],
    &["agosto", "ago"],
    &["setembro", "set"],
    &["outubro", "out"],
    &["novembro", "nov"],
    &["dezembro", "dez"],
];

const ES: Months = [
    &["enero", "ene"],
    &["febrero", "feb"],
    &["marzo", "mar"],
    &["abril", "abr"],
    &["mayo", "may"],
    &["junio", "jun"],
    &["julio", "jul"],
    &["agosto", "ago"],
    &["septiembre", "setiembre", "sep", "sept", "set"],
    &["octubre", "oct"],
    &["noviembre", "nov"],
    &["diciembre", "dic"],
];

const FR: Months = [
    &["janvier", "janv", "jan"],
    &["février", "févr", "fév"],
    &["mars", "mar"],
    &["avril", "avr"],
    &["mai"],
    &["juin"],
    &["juillet", "juil"],
    &["août"],
    &["septembre", "sept", "sep"],
    &["octobre", "oct"],
    &["novembre", "nov"],
    &["décembre", "déc"],
];

const DE: Months = [
    &["januar", "jänner", "jan"],
    &["februar", "feb"],
    &["märz", "mär", "mrz"],
    &["april", "apr"],
    &["mai"],
    &["juni", "jun"],
    &["juli", "jul"],
    &["august", "aug"],
    &["september", "sept", "sep"],
    &["oktober", "okt"],
    &["november", "nov"],
    &["dezember", "dez"],
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_is_one_month_whatever_languages_stand_side_by_side() {
        let all = Languages::every();
        for language in Language::ALL {
            for (at, names) in language.months().iter().enumerate() {
                for name in *names {
                    let month = Some(i8::try_from(at + 1).unwrap());
                    assert_eq!(all.month_named(name), month, "{name} in {language:?}");
                }
            }
        }
    }

    #[test]
    fn names_are_the_languages_own_and_case_does_not_count() {
        let turkish: Languages = Language::Tr.into();
        assert_eq!(turkish.month_named("NİSAN"), Some(4));
        assert_eq!(turkish.month_named("Şub."), Some(2));
        assert_eq!(turkish.month_named("March"), None);
        assert_eq!(Languages::from(Language::Ru).month_named("Сент."), Some(9));
    }
}

//! Units, scales and currencies as printed. A word says what it says and no more: `dollars` alone is
//! no currency, and a table without a word has no unit.

use portbook_schema::codelist;
use serde::Serialize;

/// What a text says of a unit.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Unit {
    /// The text it was read from.
    pub text: String,
    /// ISO 4217 code, where the word names one.
    pub currency: Option<String>,
    /// A word for money that several currencies share (`dollars`, `$`).
    pub money: Option<String>,
    /// Power of ten.
    pub unit_mult: Option<i8>,
    /// Word of a unit that is no money, with its code where the code list has one.
    pub unit: Option<String>,
    pub code: Option<String>,
}

const CURRENCIES: [(&str, &str); 24] = [
    ("us$", "USD"),
    ("usd", "USD"),
    ("us dollars", "USD"),
    ("u.s. dollars", "USD"),
    ("美元", "USD"),
    ("r$", "BRL"),
    ("tl", "TRY"),
    ("try", "TRY"),
    ("рублей", "RUB"),
    ("рубль", "RUB"),
    ("руб", "RUB"),
    ("rubles", "RUB"),
    ("€", "EUR"),
    ("eur", "EUR"),
    ("euro", "EUR"),
    ("euros", "EUR"),
    ("cny", "CNY"),
    ("yuan", "CNY"),
    ("人民币", "CNY"),
    ("gbp", "GBP"),
    ("jpy", "JPY"),
    ("aud", "AUD"),
    ("s$", "SGD"),
    ("c$", "CAD"),
];
/// Words for money that do not name one currency.
const MONEY: [&str; 9] = ["dollars", "dollar", "$", "pounds", "£", "yen", "円", "元", "¥"];
const SCALES: [(&str, i8); 27] = [
    ("thousand", 3),
    ("thousands", 3),
    ("000", 3),
    ("1.000", 3),
    ("1,000", 3),
    ("mil", 3),
    ("bin", 3),
    ("тыс", 3),
    ("千", 3),
    ("million", 6),
    ("millions", 6),
    ("mln", 6),
    ("mn", 6),
    ("milyon", 6),
    ("млн", 6),
    ("百万", 6),
    ("billion", 9),
    ("billions", 9),
    ("bln", 9),
    ("bn", 9),
    ("млрд", 9),
    ("万", 4),
    ("亿", 8),
    ("units", 0),
    ("10000t", 4),
    ("trillion", 12),
    ("трлн", 12),
];
/// Words of units that are no money, and their code where one exists.
const UNITS: [(&str, &str); 33] = [
    ("%", "PT"),
    ("percent", "PT"),
    ("per cent", "PT"),
    ("percentage", "PT"),
    ("процент", "PT"),
    ("процентов", "PT"),
    ("kg", "KG"),
    ("kilogram", "KG"),
    ("kilograms", "KG"),
    ("t", "T"),
    ("tons", "T"),
    ("tonnes", "T"),
    ("mt", "T"),
    ("тонн", "T"),
    ("吨", "T"),
    ("no.", "N"),
    ("number", "N"),
    ("persons", "PS"),
    ("people", "PS"),
    ("человек", "PS"),
    ("bbl", "BBL"),
    ("mmbtu", "MMBTU"),
    ("oz", "OZ"),
    ("troy oz", "OZ_TROY"),
    ("cubic meter", "M3"),
    ("hundredweight", "CWT"),
    ("acres", "ACRE"),
    ("hectares", "HA"),
    ("kwh", "KWH"),
    ("mkwh", "MKWH"),
    ("index", "IX"),
    ("индекс", "IX"),
    ("=100", "IX"),
];

/// Bytes of a text that is looked at for units.
const TEXT_BYTES_MAX: usize = 400;

/// What a text says of a unit; `None` if no word of it is one. In a `name` (a heading, a label) only
/// what stands in brackets or after the last comma counts, and what is a unit by itself.
pub fn read(text: &str) -> Option<Unit> {
    if text.len() > TEXT_BYTES_MAX {
        return None;
    }
    let lower = text.to_lowercase();
    let says = |word: &str| says(&lower, word);
    let longest = |list: &[(&'static str, &'static str)]| {
        let found = list.iter().filter(|(word, _)| says(word));
        found.max_by_key(|(word, _)| word.len()).copied()
    };
    let currency = longest(&CURRENCIES).map(|(_, code)| code.to_owned());
    let money = MONEY.iter().find(|word| currency.is_none() && says(word));
    let scale = SCALES.iter().filter(|(word, _)| says(word)).max_by_key(|(word, _)| word.len());
    let unit = longest(&UNITS);
    // A scale alone (`mil`, `bin`, `no`) is a word like any other.
    let is_weak = unit.is_none_or(|(word, _)| ["t", "mt", "oz"].contains(&word));
    let is_short = text.chars().count() <= 12 || text.contains('(');
    if currency.is_none() && money.is_none() && is_weak && !(is_short && unit.is_some()) {
        let only_scale =
            scale.is_some_and(|(word, _)| lower.trim_matches(['(', ')', '.']) == *word);
        if !only_scale {
            return None;
        }
    }
    let listed = |code: &&str| {
        codelist::all()
            .iter()
            .any(|list| list.name == "unit_measure" && list.codes.contains_key(*code))
    };
    Some(Unit {
        text: text.to_owned(),
        currency,
        money: money.map(|word| (*word).to_owned()),
        unit_mult: scale.map(|(_, power)| *power),
        unit: unit.map(|(word, _)| word.to_owned()),
        code: unit.map(|(_, code)| code).filter(listed).map(str::to_owned),
    })
}

/// Whether a word stands in a text as a word: no letter or digit of its kind goes on from it.
fn says(lower: &str, word: &str) -> bool {
    let first_is_word = word.chars().next().is_some_and(char::is_alphanumeric);
    let last_is_word = word.chars().next_back().is_some_and(char::is_alphanumeric);
    let is_han = word.chars().any(|c| ('\u{4e00}'..='\u{9fff}').contains(&c));
    lower.match_indices(word).any(|(at, _)| {
        let before = lower[..at].chars().next_back();
        let after = lower[at + word.len()..].chars().next();
        let free = |near: Option<char>, is_word: bool| {
            is_han || !is_word || near.is_none_or(|c| !c.is_alphanumeric())
        };
        free(before, first_is_word) && free(after, last_is_word)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_what_is_printed() {
        let of = |text: &str| {
            let unit = read(text)?;
            Some((unit.currency, unit.money, unit.unit_mult, unit.unit))
        };
        let some = |text: &str| Some(text.to_owned());
        assert_eq!(of("Valor FOB (US$ 1.000)"), Some((some("USD"), None, Some(3), None)));
        assert_eq!(of("Asia(Million Dollars)"), Some((None, some("dollars"), Some(6), None)));
        assert_eq!(of("Prices of fruit, TL/Kg"), Some((some("TRY"), None, None, some("kg"))));
        assert_eq!(of("Var. %"), Some((None, None, None, some("%"))));
        assert_eq!(
            of("Объем ВВП, млрд.рублей /GDP, bln rubles"),
            Some((some("RUB"), None, Some(9), None))
        );
        assert_eq!(of("($/bbl)"), Some((None, some("$"), None, some("bbl"))));
        assert_eq!(of("Peso Líquido (mil t)"), Some((None, None, Some(3), some("t"))));
        assert_eq!(of("Total in employment"), None);
        assert_eq!(of("LIVE ANIMALS"), None);
    }
}

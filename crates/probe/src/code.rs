//! Likely codes: which published list the labels of a column are of. Only an exact name or code
//! counts; what is merely like one is left to a person.

use portbook_schema::codelist;

/// A list that labels are of, and how many of them.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize)]
pub struct Likely {
    /// `area`, `currency`, or `hs2`, `hs6` … by the number of digits.
    pub list: String,
    pub matched: usize,
    pub of: usize,
}

/// Share of labels, in hundredths, from which a list is likely.
const SHARE_MIN: usize = 50;

/// The code of a label in a list: itself, or the one whose name it is.
pub fn code(list: &str, label: &str) -> Option<String> {
    let list = codelist::all().iter().find(|known| known.name == list)?;
    if list.codes.contains_key(label) && !label.starts_with('_') {
        return Some(label.to_owned());
    }
    let same = |name: &String| name.to_lowercase() == label.to_lowercase();
    list.codes.iter().find(|(_, name)| same(name)).map(|(code, _)| code.clone())
}

/// The list that most of the labels are of, if half of them are.
pub fn likely(labels: &[String]) -> Option<Likely> {
    let lists = ["area", "currency"].into_iter().map(|list| {
        let matched = labels.iter().filter(|label| code(list, label).is_some()).count();
        Likely { list: list.to_owned(), matched, of: labels.len() }
    });
    let digits = labels.first().map_or(0, String::len);
    let is_digits =
        |label: &&String| label.len() == digits && label.bytes().all(|b| b.is_ascii_digit());
    let hs = Likely {
        list: format!("hs{digits}"),
        matched: labels.iter().filter(is_digits).count(),
        of: labels.len(),
    };
    let is_hs = [2, 4, 6, 8, 10].contains(&digits);
    let best = lists.chain(is_hs.then_some(hs)).max_by_key(|likely| likely.matched)?;
    (best.matched * 100 >= best.of * SHARE_MIN && best.of > 1).then_some(best)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_and_codes_that_are_listed() {
        let labels = |texts: &[&str]| texts.iter().map(|t| (*t).to_owned()).collect::<Vec<_>>();
        let list = |texts: &[&str]| likely(&labels(texts)).map(|likely| likely.list);
        assert_eq!(list(&["Japan", "Belgium", "Thailand"]), Some("area".to_owned()));
        assert_eq!(list(&["01", "02", "03"]), Some("hs2".to_owned()));
        assert_eq!(list(&["Pears", "Quinces"]), None);
        assert_eq!(code("area", "japan"), Some("JPN".to_owned()));
        assert_eq!(code("area", "Japn"), None);
    }
}

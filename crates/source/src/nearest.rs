//! Candidates for a word that is not known, so that an issue can say what was probably meant.

/// How many candidates a message names.
const CANDIDATES_MAX: usize = 3;
/// Places in a text where a word may begin that are looked at.
const STARTS_MAX: usize = 200;
/// Similarity under which a candidate says nothing.
const SIMILARITY_MIN: f64 = 0.5;

/// The known words most like `text`, best first, at most three.
pub fn nearest<'a>(text: &str, known: impl IntoIterator<Item = &'a str>) -> Vec<String> {
    let mut scored: Vec<(f64, &str)> = known
        .into_iter()
        .map(|word| (strsim::normalized_damerau_levenshtein(text, word), word))
        .filter(|(score, _)| *score >= SIMILARITY_MIN)
        .collect();
    scored.sort_by(|a, b| b.0.total_cmp(&a.0).then_with(|| a.1.cmp(b.1)));
    scored.dedup_by(|a, b| a.1 == b.1);
    scored.into_iter().take(CANDIDATES_MAX).map(|(_, word)| word.to_owned()).collect()
}

/// How like a word some part of a text is that begins where a word does; `None` if no part is.
pub fn alike(word: &str, text: &str) -> Option<f64> {
    let length = word.chars().count();
    // Most texts share no letters with it; they cost nothing.
    let shared = word.chars().filter(|letter| text.contains(*letter)).count();
    if shared * 2 < length {
        return None;
    }
    let mut before = ' ';
    let mut starts = Vec::new();
    for (at, letter) in text.char_indices() {
        if !(before.is_ascii_alphanumeric() && letter.is_ascii_alphanumeric()) {
            starts.push(at);
        }
        before = letter;
    }
    let score = |start: usize| {
        let rest = &text[start..];
        let end = rest.char_indices().nth(length).map_or(rest.len(), |(end, _)| end);
        strsim::normalized_damerau_levenshtein(word, &rest[..end])
    };
    let scores = starts.into_iter().take(STARTS_MAX).map(score);
    scores.max_by(f64::total_cmp).filter(|score| *score >= SIMILARITY_MIN)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_part_of_a_text_may_be_like_a_word() {
        let like = |text| alike("Exhibit 12. U.S. Trade", text).is_some();
        assert!(like("Exhibit 12. US Trade in Goods, with a long tail of other words"));
        assert!(like("Part B: Exhibit 12. U.S. Trades"));
        assert!(!like("In millions of dollars. Details may not equal totals"));
        assert!(alike("国别（地区）总值表", "（2）进出口商品国家（地区）总值表").is_some());
    }

    #[test]
    fn the_closest_comes_first() {
        let known = ["Germany", "Guernsey", "Japan", "Germany"];
        assert_eq!(nearest("Germny", known), ["Germany", "Guernsey"]);
        assert!(nearest("xyz", known).is_empty());
    }
}

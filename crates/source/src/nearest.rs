//! Candidates for a word that is not known, so that an issue can say what was probably meant.

/// How many candidates a message names.
const CANDIDATES_MAX: usize = 3;
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_closest_comes_first() {
        let known = ["Germany", "Guernsey", "Japan", "Germany"];
        assert_eq!(nearest("Germny", known), ["Germany", "Guernsey"]);
        assert!(nearest("xyz", known).is_empty());
    }
}

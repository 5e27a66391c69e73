//! Patterns: a printed text with holes (`1-to-{month}`). Rules 1 to 3 of the layout grammar.

use std::borrow::Cow;
use std::fmt;

use crate::vocabulary::Vocabulary;

/// Folds blanks: a run of `White_Space`, U+200B and U+FEFF is one space, trimmed, and none stands
/// beside a `-`. Nothing else is folded: case and full-width forms count.
pub fn fold(text: &str) -> String {
    let blank = |c: char| c.is_whitespace() || c == '\u{200b}' || c == '\u{feff}';
    let mut folded = String::with_capacity(text.len());
    for word in text.split(blank).filter(|word| !word.is_empty()) {
        if !folded.is_empty() && !folded.ends_with('-') && !word.starts_with('-') {
            folded.push(' ');
        }
        folded.push_str(word);
    }
    folded
}

/// The same, borrowed where nothing is to be folded.
pub fn folded(text: &str) -> Cow<'_, str> {
    if is_folded(text) { Cow::Borrowed(text) } else { Cow::Owned(fold(text)) }
}

/// Whether folding changes nothing, as far as can be told cheaply.
fn is_folded(text: &str) -> bool {
    let mut before = None;
    for byte in text.bytes() {
        let stands_wrong = match byte {
            b' ' => matches!(before, None | Some(b' ' | b'-')),
            b'-' => before == Some(b' '),
            _ => !byte.is_ascii_graphic(),
        };
        if stands_wrong {
            return false;
        }
        before = Some(byte);
    }
    before != Some(b' ')
}

#[derive(Clone, Debug, PartialEq, Eq)]
enum Segment {
    Literal(String),
    Hole(String),
}

/// A pattern as written in a layout.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Pattern {
    written: String,
    segments: Vec<Segment>,
}

/// What a hole took from the text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Captured {
    pub hole: String,
    pub text: String,
}

/// A pattern whose braces do not pair, or with two holes side by side.
#[derive(Debug, PartialEq, Eq, thiserror::Error)]
pub enum Error {
    #[error("pattern `{0}` has a brace without its partner")]
    Brace(String),
    #[error("pattern `{0}` has two holes side by side: what each takes would be a guess")]
    Adjacent(String),
    #[error("pattern `{0}` has a hole with a strange name, expected lower-case letters, digits, _")]
    Name(String),
}

impl Pattern {
    /// Reads a pattern; its literal text is folded as printed text is.
    pub fn parse(written: &str) -> Result<Self, Error> {
        let folded = fold(written);
        let mut segments = Vec::new();
        let mut rest = folded.as_str();
        while !rest.is_empty() {
            let open = rest.find('{').unwrap_or(rest.len());
            let (literal, from_hole) = rest.split_at(open);
            if literal.contains('}') {
                return Err(Error::Brace(written.to_owned()));
            }
            if !literal.is_empty() {
                segments.push(Segment::Literal(literal.to_owned()));
            }
            if from_hole.is_empty() {
                break;
            }
            let Some(close) = from_hole.find('}') else {
                return Err(Error::Brace(written.to_owned()));
            };
            let name = &from_hole[1..close];
            let plain = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '_';
            if name.is_empty() || !name.chars().all(plain) {
                return Err(Error::Name(written.to_owned()));
            }
            if matches!(segments.last(), Some(Segment::Hole(_))) {
                return Err(Error::Adjacent(written.to_owned()));
            }
            segments.push(Segment::Hole(name.to_owned()));
            rest = &from_hole[close + 1..];
        }
        Ok(Self { written: written.to_owned(), segments })
    }

    /// Whether it matches the blank text, and nothing else.
    pub fn is_blank(&self) -> bool {
        self.segments.is_empty()
    }

    /// The names of its holes, in order.
    pub fn holes(&self) -> impl Iterator<Item = &str> {
        self.segments.iter().filter_map(|segment| match segment {
            Segment::Hole(name) => Some(name.as_str()),
            Segment::Literal(_) => None,
        })
    }

    /// Whether it may match a number's plain digits.
    pub fn may_be_digits(&self) -> bool {
        self.literals().all(are_digits)
    }

    /// The texts between its holes.
    pub fn literals(&self) -> impl Iterator<Item = &str> {
        self.segments.iter().filter_map(|segment| match segment {
            Segment::Literal(text) => Some(text.as_str()),
            Segment::Hole(_) => None,
        })
    }

    /// Order of preference: fewest holes, then most literal characters.
    pub fn rank(&self) -> (usize, std::cmp::Reverse<usize>) {
        let literal = |segment: &Segment| match segment {
            Segment::Literal(text) => text.chars().count(),
            Segment::Hole(_) => 0,
        };
        (self.holes().count(), std::cmp::Reverse(self.segments.iter().map(literal).sum()))
    }

    /// Matches a whole folded text; the holes' texts, without those of `{_}`.
    pub fn captures(&self, folded: &str, vocabulary: &Vocabulary) -> Option<Vec<Captured>> {
        let accepts = |hole: &str, text: &str| vocabulary.accepts(hole, text);
        let mut captured = Vec::new();
        matches(&self.segments, folded, &accepts, &mut captured).then_some(captured)
    }

    /// A text of this pattern's shape: what the holes would take if they took anything. Says which
    /// word of a text is the one that is not known.
    pub fn shape(&self, folded: &str) -> Option<Vec<Captured>> {
        let mut captured = Vec::new();
        matches(&self.segments, folded, &|_, _| true, &mut captured).then_some(captured)
    }

    /// Texts this pattern matches, for finding two patterns that overlap: a sample of each hole.
    pub(crate) fn samples(&self, vocabulary: &Vocabulary) -> Vec<String> {
        const SAMPLES_MAX: usize = 400;
        let mut texts = vec![String::new()];
        for segment in &self.segments {
            let choices = match segment {
                Segment::Literal(text) => vec![text.clone()],
                Segment::Hole(name) => vocabulary.samples(name),
            };
            let longer = texts
                .iter()
                .flat_map(|text| choices.iter().map(move |choice| format!("{text}{choice}")));
            texts = longer.take(SAMPLES_MAX).collect();
        }
        texts
    }
}

/// Whether a text may stand in a number written in plain digits.
pub fn are_digits(text: &str) -> bool {
    text.bytes().all(|byte| byte.is_ascii_digit() || byte == b'.' || byte == b'-')
}

impl fmt::Display for Pattern {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.written)
    }
}

fn matches(
    segments: &[Segment],
    text: &str,
    accepts: &dyn Fn(&str, &str) -> bool,
    captured: &mut Vec<Captured>,
) -> bool {
    let Some((first, rest)) = segments.split_first() else {
        return text.is_empty();
    };
    let hole = match first {
        Segment::Literal(literal) => {
            return text
                .strip_prefix(literal.as_str())
                .is_some_and(|after| matches(rest, after, accepts, captured));
        }
        Segment::Hole(hole) => hole,
    };
    let ends = text.char_indices().map(|(at, _)| at).skip(1).chain([text.len()]);
    for end in ends.filter(|end| *end > 0) {
        // Only where the next literal stands, so that a long text costs a scan and no more.
        if let Some(Segment::Literal(next)) = rest.first()
            && !text[end..].starts_with(next.as_str())
        {
            continue;
        }
        if rest.is_empty() && end < text.len() {
            continue;
        }
        let taken = text[..end].trim();
        if !accepts(hole, taken) {
            continue;
        }
        let before = captured.len();
        if hole != "_" {
            captured.push(Captured { hole: hole.clone(), text: taken.to_owned() });
        }
        if matches(rest, &text[end..], accepts, captured) {
            return true;
        }
        captured.truncate(before);
    }
    false
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn captures(pattern: &str, text: &str) -> Option<Vec<(String, String)>> {
        let vocabulary = Vocabulary::of_language("en");
        let pattern = Pattern::parse(pattern).unwrap();
        let captured = pattern.captures(&fold(text), &vocabulary)?;
        Some(captured.into_iter().map(|c| (c.hole, c.text)).collect())
    }

    #[test]
    fn blanks_fold_and_vanish_beside_a_hyphen() {
        assert_eq!(fold(" 1- to-3\u{a0}\u{a0}"), "1-to-3");
        assert_eq!(fold("Jan. - Dec."), "Jan.-Dec.");
        assert_eq!(fold("\u{3000}\u{200b}\u{feff}Total\r\n Trade"), "Total Trade");
    }

    #[test]
    fn holes_take_what_parses_and_nothing_else() {
        assert_eq!(
            captures("{month} (R)", "November (R)"),
            Some(vec![("month".into(), "November".into())])
        );
        assert_eq!(captures("{month} (R)", "Novembre (R)"), None);
        assert_eq!(captures("1-to-{month}", "1- to-3"), Some(vec![("month".into(), "3".into())]));
        assert_eq!(captures("1-to-{month}", "1-to-13"), None);
        let title = "(4) China's Total Values, January-February 2025 (in CNY)";
        assert_eq!(
            captures("({_}) China's Total Values, {period} (in {label})", title),
            Some(vec![
                ("period".into(), "January-February 2025".into()),
                ("label".into(), "CNY".into())
            ])
        );
    }

    #[test]
    fn bad_patterns_are_refused() {
        assert!(Pattern::parse("{month").is_err());
        assert!(Pattern::parse("month}").is_err());
        assert!(Pattern::parse("{month}{year}").is_err());
        assert!(Pattern::parse("{Month}").is_err());
    }

    proptest! {
        #[test]
        fn folding_twice_changes_nothing(text in "[a-c \u{a0}\u{200b}\n-]{0,30}") {
            let once = fold(&text);
            prop_assert_eq!(fold(&once), once.clone());
            prop_assert_eq!(folded(&text), once.as_str());
            let is_borrowed = matches!(folded(&once), Cow::Borrowed(_));
            prop_assert!(is_borrowed || !once.is_ascii());
        }

        #[test]
        fn blanks_around_a_text_change_nothing(text in "[a-z]{1,8}", blanks in "[ \u{a0}\n]{0,4}") {
            prop_assert_eq!(fold(&format!("{blanks}{text}{blanks}")), text);
        }
    }
}

//! Texts that are numbers, and the marks they are written with. What reads two ways is told, not
//! chosen: `1,234` alone is a thousand or a decimal.

/// How the numbers of a sheet are written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Marks {
    pub decimal: char,
    pub grouping: Option<char>,
}

pub(crate) const POINT: Marks = Marks { decimal: '.', grouping: Some(',') };
pub(crate) const COMMA: Marks = Marks { decimal: ',', grouping: Some('.') };

/// What texts of digits show of their marks.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Evidence {
    comma_decimals: usize,
    point_decimals: usize,
}

impl Evidence {
    pub(crate) fn add(&mut self, text: &str) {
        let digits = text.trim_start_matches(['-', '+', '−']);
        let is_plain = |c: char| c.is_ascii_digit() || c == ',' || c == '.';
        if !digits.starts_with(|c: char| c.is_ascii_digit()) || !digits.chars().all(is_plain) {
            return;
        }
        let after = |mark: char| digits.rsplit_once(mark).map(|(_, after)| after.len());
        let count = |mark: char| digits.matches(mark).count();
        // Only what cannot be a group of three tells.
        match (after(','), after('.')) {
            (Some(comma), Some(point)) if comma < point => self.comma_decimals += 1,
            (Some(_), Some(_)) => self.point_decimals += 1,
            (Some(3), None) if count(',') > 1 => self.point_decimals += 1,
            (Some(length), None) if length != 3 && count(',') == 1 => self.comma_decimals += 1,
            (None, Some(length)) if length != 3 && count('.') == 1 => self.point_decimals += 1,
            _ => {}
        }
    }

    pub(crate) fn marks(self) -> Marks {
        if self.comma_decimals > self.point_decimals { COMMA } else { POINT }
    }
}

/// A number written in a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Written {
    /// A note's mark glued to it (`1)` of `15,91)`).
    pub(crate) note: Option<String>,
}

/// Reads a text as a number; `None` if it is none.
pub(crate) fn read(text: &str, marks: Marks) -> Option<Written> {
    if is_number(text, marks) {
        return Some(Written { note: None });
    }
    // `106,21)`: the bracket has no partner, so the digit before it is the note's.
    let body = text.strip_suffix(')').filter(|body| !body.contains('('))?;
    let note_at = body.char_indices().next_back()?.0;
    let (number, note) = body.split_at(note_at);
    let is_note = note.bytes().all(|byte| byte.is_ascii_digit());
    (is_note && is_number(number, marks)).then(|| Written { note: Some(format!("{note})")) })
}

fn is_number(text: &str, marks: Marks) -> bool {
    let text = text.strip_suffix('%').unwrap_or(text).trim();
    let digits = text.trim_start_matches(['-', '+', '−']);
    if text.len() > 40 || text.len() > digits.len() + 3 {
        return false;
    }
    let (whole, fraction) = digits.split_once(marks.decimal).unwrap_or((digits, ""));
    let all_digits = |text: &str| text.bytes().all(|byte| byte.is_ascii_digit());
    let blank = |c: char| c == ' ' || c == '\u{a0}' || c == '\u{202f}';
    let groups: Vec<&str> = whole.split(|c: char| Some(c) == marks.grouping || blank(c)).collect();
    let first = groups[0];
    let is_grouped = groups.len() == 1
        || ((1..=3).contains(&first.len()) && groups[1..].iter().all(|group| group.len() == 3));
    let has_digit = !first.is_empty() || !fraction.is_empty();
    has_digit && is_grouped && groups.iter().all(|group| all_digits(group)) && all_digits(fraction)
}

/// Marks that publishers print where a figure would stand.
const SIGNS: [&str; 32] = [
    "-", "–", "—", "--", "---", ".", "..", "...", "…", ":", "x", "X", "c", "C", "z", "Z", "*",
    "na", "NA", "n/a", "N/A", "n.a.", "N.A.", "nan", "(D)", "(S)", "(X)", "(Z)", "#N/A", "#REF!",
    "#DIV/0!", "NaN",
];

/// Whether a folded text is a mark in the place of a figure.
pub(crate) fn is_sign(text: &str) -> bool {
    SIGNS.contains(&text)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn marks_are_what_the_texts_show() {
        let of = |texts: &[&str]| {
            let mut evidence = Evidence::default();
            for text in texts {
                evidence.add(text);
            }
            evidence.marks()
        };
        assert_eq!(of(&["106,4", "98,1", "1 234"]), COMMA);
        assert_eq!(of(&["1,830,978", "4,870"]), POINT);
        assert_eq!(of(&["0.79"]), POINT);
    }

    #[test]
    fn numbers_and_what_is_glued_to_them() {
        let note = |text: &str, marks| read(text, marks).map(|written| written.note);
        assert_eq!(note("1,830,978", POINT), Some(None));
        assert_eq!(note("15,91)", COMMA), Some(Some("1)".to_owned())));
        assert_eq!(note("-0,4", COMMA), Some(None));
        assert_eq!(note("1,83,978", POINT), None);
        assert_eq!(note("(1)", POINT), None);
        assert_eq!(note("HS2", POINT), None);
        assert!(is_sign("(D)") && !is_sign("Total"));
    }
}

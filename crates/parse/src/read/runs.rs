//! A text made of runs, some of them raised or lowered. Beside a figure such a run is a note, and is
//! kept apart from it: `183135` and a raised `1` are `183135¹`, which is no number.

use std::ops::Range;

/// Where a run stands on its line.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum Height {
    #[default]
    Line,
    Raised,
    Lowered,
}

/// Digits and what may stand beside them, on the line, raised and lowered.
const FORMS: [(char, char, char); 15] = [
    ('0', '⁰', '₀'),
    ('1', '¹', '₁'),
    ('2', '²', '₂'),
    ('3', '³', '₃'),
    ('4', '⁴', '₄'),
    ('5', '⁵', '₅'),
    ('6', '⁶', '₆'),
    ('7', '⁷', '₇'),
    ('8', '⁸', '₈'),
    ('9', '⁹', '₉'),
    ('+', '⁺', '₊'),
    ('-', '⁻', '₋'),
    ('=', '⁼', '₌'),
    ('(', '⁽', '₍'),
    (')', '⁾', '₎'),
];

impl Height {
    /// What HTML's elements say, and those of XML that are named after them.
    pub(super) fn of_element(name: &str) -> Option<Self> {
        match name {
            "sup" | "Sup" => Some(Self::Raised),
            "sub" | "Sub" => Some(Self::Lowered),
            _ => None,
        }
    }

    /// A character at this height, where there is such a one.
    fn form(self, c: char) -> char {
        let Some((_, raised, lowered)) = FORMS.iter().find(|(line, ..)| *line == c) else {
            return c;
        };
        match self {
            Self::Line => c,
            Self::Raised => *raised,
            Self::Lowered => *lowered,
        }
    }
}

/// The runs of one text.
#[derive(Debug, Default)]
pub(super) struct Runs {
    text: String,
    /// Runs that are not on the line, by the bytes of `text`.
    off_line: Vec<(Range<usize>, Height)>,
}

impl Runs {
    pub(super) fn push(&mut self, run: &str, height: Height) {
        let start = self.text.len();
        self.text.push_str(run);
        if height == Height::Line || run.trim().is_empty() {
            return;
        }
        match self.off_line.last_mut() {
            Some((range, last)) if *last == height && range.end == start => {
                range.end = self.text.len();
            }
            _ => self.off_line.push((start..self.text.len(), height)),
        }
    }

    /// The whole text. Runs beside a figure are told apart from it; all others, `CO2` and
    /// `Exports (1)`, are as they would be on the line.
    pub(super) fn finish(self) -> String {
        let Self { text, off_line } = self;
        let mut told = String::with_capacity(text.len());
        let mut at = 0;
        for (range, height) in off_line {
            told.push_str(&text[at..range.start]);
            let run = &text[range.clone()];
            if is_beside_figure(&text, &range) {
                told.extend(run.chars().map(|c| height.form(c)));
            } else {
                told.push_str(run);
            }
            at = range.end;
        }
        told.push_str(&text[at..]);
        told
    }
}

/// Whether what stands next to a run, blanks aside, may be part of a number: a digit, a mark or a
/// sign before it, a digit after it.
fn is_beside_figure(text: &str, run: &Range<usize>) -> bool {
    let before = text[..run.start].chars().rev().find(|c| !c.is_whitespace());
    let after = text[run.end..].chars().find(|c| !c.is_whitespace());
    let is_part =
        |c: char| c.is_numeric() || matches!(c, '.' | ',' | '-' | '+' | '\u{2212}' | '\'');
    before.is_some_and(is_part) || after.is_some_and(char::is_numeric)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(runs: &[(&str, Height)], expected: &str) {
        let mut all = Runs::default();
        for (run, height) in runs {
            all.push(run, *height);
        }
        assert_eq!(all.finish(), expected);
    }

    #[test]
    fn a_raised_run_beside_a_figure_is_told_apart() {
        let (line, up, down) = (Height::Line, Height::Raised, Height::Lowered);
        check(&[("183135", line), ("1", up)], "183135¹");
        check(&[("183,135 ", line), ("1)", up)], "183,135 ¹⁾");
        check(&[("1", up), (" 7", line)], "¹ 7");
        check(&[("-", line), ("2", up)], "-²");
        check(&[("5", line), ("1", up), (",", up), ("2", up)], "5¹,²");
        check(&[("7", line), ("1", down)], "7₁");
        check(&[("7", line), (" ", up), ("8", line)], "7 8");
    }

    #[test]
    fn a_raised_run_beside_words_is_as_on_the_line() {
        let (line, up, down) = (Height::Line, Height::Raised, Height::Lowered);
        check(&[("Exports ", line), ("(1)", up)], "Exports (1)");
        check(&[("CO", line), ("2", down)], "CO2");
        check(&[("m", line), ("3", up), (" of wood", line)], "m3 of wood");
        check(&[("plain 12", line)], "plain 12");
    }
}

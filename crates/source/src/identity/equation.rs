//! `B = X - M`: what an identity says of the codes of one column.

use std::ops::Range;

use toml::Spanned;

use crate::error::{File, Mistake};

/// What stands on the left, and the terms on the right with what joins each to the ones before it.
pub(super) struct Equation {
    /// As it is written, in one line.
    pub(super) text: String,
    pub(super) total: Spanned<String>,
    pub(super) terms: Vec<(Join, Spanned<String>)>,
}

/// What stands before a term.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Join {
    Plus,
    Minus,
    Over,
}

impl Join {
    fn of(word: &str) -> Option<Self> {
        match word {
            "+" => Some(Self::Plus),
            "-" => Some(Self::Minus),
            "/" => Some(Self::Over),
            _ => None,
        }
    }
}

impl Equation {
    /// Codes and the signs between them, each with blanks around it: a code may hold signs itself.
    /// `example` is the hint of whatever is wrong.
    pub(super) fn read(
        file: &File<'_>,
        written: &Spanned<String>,
        example: &str,
    ) -> Result<Self, Mistake> {
        let words = words(file, written);
        let text = words.iter().map(|word| word.get_ref().as_str()).collect::<Vec<_>>().join(" ");
        let wrong = |place: &Range<usize>| {
            let expected = "a code, `=`, and codes with `+`, `-` or `/` between them";
            let message = format!("got `{text}`, expected {expected}");
            file.mistake(place, message).hint(format!("write `{example}`"))
        };
        let is_code =
            |word: &Spanned<String>| word.get_ref() != "=" && Join::of(word.get_ref()).is_none();
        let [total, equals, first, rest @ ..] = words.as_slice() else {
            return Err(wrong(&written.span()));
        };
        if let Some(word) = [total, first].into_iter().find(|word| !is_code(word)) {
            return Err(wrong(&word.span()));
        }
        if equals.get_ref() != "=" {
            return Err(wrong(&equals.span()));
        }
        let mut terms = vec![(Join::Plus, first.clone())];
        for pair in rest.chunks(2) {
            let (join, term) = match pair {
                [join, term] if is_code(term) => (join, term),
                _ => return Err(wrong(&pair[pair.len() - 1].span())),
            };
            let sign = Join::of(join.get_ref()).ok_or_else(|| wrong(&join.span()))?;
            if let Some((_, twice)) = terms.iter().find(|(_, t)| t.get_ref() == term.get_ref())
                && sign != Join::Over
            {
                let message = format!("got `{}` twice", twice.get_ref());
                return Err(file.mistake(&term.span(), message).hint("write each code once"));
            }
            terms.push((sign, term.clone()));
        }
        let total = total.clone();
        Ok(Self { text, total, terms })
    }
}

/// The words of a text, each with its place in the file.
fn words(file: &File<'_>, written: &Spanned<String>) -> Vec<Spanned<String>> {
    let mut from = written.span().start;
    let word = |word: &str| {
        let place = file.within(&(from..written.span().end), word);
        from = place.end;
        Spanned::new(place, word.to_owned())
    };
    written.get_ref().split_whitespace().map(word).collect()
}

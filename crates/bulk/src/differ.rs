//! Lines in which two texts differ, found in one pass over both. A dump that is revised has most of
//! its lines where they were. Which lines are named depends on how far the search looks ahead; that
//! those named are all that differs does not.
//!
//! ```text
//! before   now
//! a;1      a;1      the same
//! b;2      b;7      b;2 is gone, b;7 has come
//! c;3      c;3      the same
//! –        d;4      d;4 has come
//! ```

use std::collections::VecDeque;
use std::io::Read;
use std::path::Path;

use crate::error::{Error, Result};
use crate::lines::Lines;

/// Lines of each text among which the next two that are the same are looked for.
const AHEAD_LINES: usize = 64;
/// Where more lines differ than these, and than one in four, the texts are not worth comparing.
const DIFFERING_LINES: u64 = 4_096;

/// In which of the two texts a line stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Stands {
    Before,
    Now,
}

/// One of the texts, and lines of it that were looked at and not yet decided on.
struct Text<'a, R> {
    path: &'a Path,
    lines: Lines<R>,
    ahead: VecDeque<Vec<u8>>,
    /// Lines decided on.
    number: u64,
}

impl<'a, R: Read> Text<'a, R> {
    fn new((path, stream): (&'a Path, R)) -> Self {
        Self { path, lines: Lines::new(stream), ahead: VecDeque::new(), number: 0 }
    }

    fn next(&mut self) -> Result<Option<&[u8]>> {
        let unreadable = |source| Error::Unreadable { path: self.path.to_owned(), source };
        self.lines.next().map_err(unreadable)
    }

    /// Has so many lines ahead, where there are as many.
    fn look(&mut self, lines: usize) -> Result<()> {
        while self.ahead.len() < lines {
            let Some(line) = self.next()?.map(<[u8]>::to_vec) else { return Ok(()) };
            self.ahead.push_back(line);
        }
        Ok(())
    }
}

/// Gives out each line that only one of the texts has where it stands, and its number; `false`
/// where there are too many.
pub(crate) fn differing(
    before: (&Path, impl Read),
    now: (&Path, impl Read),
    mut each: impl FnMut(Stands, &[u8], u64) -> Result<()>,
) -> Result<bool> {
    let (mut before, mut now) = (Text::new(before), Text::new(now));
    let mut differing = 0;
    loop {
        pass_over_the_same(&mut before, &mut now)?;
        if before.ahead.is_empty() && now.ahead.is_empty() {
            return Ok(true);
        }
        let (gone, come) = next_the_same(&mut before, &mut now)?;
        for line in before.ahead.drain(..gone) {
            before.number += 1;
            each(Stands::Before, &line, before.number)?;
        }
        for line in now.ahead.drain(..come) {
            now.number += 1;
            each(Stands::Now, &line, now.number)?;
        }
        differing += (gone + come) as u64;
        if differing > DIFFERING_LINES + (before.number + now.number) / 4 {
            return Ok(false);
        }
    }
}

/// To the first lines that are not the same, which lie ahead then; none does at the end of both.
fn pass_over_the_same(
    before: &mut Text<'_, impl Read>,
    now: &mut Text<'_, impl Read>,
) -> Result<()> {
    loop {
        if before.ahead.is_empty() && now.ahead.is_empty() {
            // Nothing is copied while both go on alike.
            let (one, two) = (before.next()?, now.next()?);
            if one.is_none() || one != two {
                let (one, two) = (one.map(<[u8]>::to_vec), two.map(<[u8]>::to_vec));
                before.ahead.extend(one);
                now.ahead.extend(two);
                return Ok(());
            }
        } else {
            before.look(1)?;
            now.look(1)?;
            if before.ahead.front() != now.ahead.front() {
                return Ok(());
            }
            before.ahead.pop_front();
            now.ahead.pop_front();
        }
        before.number += 1;
        now.number += 1;
    }
}

/// How many lines of each stand before the next two that are the same, or as far as was looked.
fn next_the_same(
    before: &mut Text<'_, impl Read>,
    now: &mut Text<'_, impl Read>,
) -> Result<(usize, usize)> {
    for both in 1..2 * AHEAD_LINES {
        let far = (both + 1).min(AHEAD_LINES);
        before.look(far)?;
        now.look(far)?;
        // Lines that changed in their places come first.
        let mut splits: Vec<usize> = (0..=both).collect();
        splits.sort_by_key(|gone| gone.abs_diff(both - gone));
        for gone in splits {
            let (one, two) = (before.ahead.get(gone), now.ahead.get(both - gone));
            if one.is_some() && one == two {
                return Ok((gone, both - gone));
            }
        }
    }
    Ok((before.ahead.len().min(AHEAD_LINES), now.ahead.len().min(AHEAD_LINES)))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    type Named = Vec<(String, u64)>;

    fn compared(before: &str, now: &str) -> (bool, Named, Named) {
        let (mut gone, mut come) = (Vec::new(), Vec::new());
        let text = |text: &'static str| Path::new(text);
        let both = ((text("before"), before.as_bytes()), (text("now"), now.as_bytes()));
        let is_whole = differing(both.0, both.1, |stands, line, number| {
            let named = (String::from_utf8_lossy(line).into_owned(), number);
            if stands == Stands::Before {
                gone.push(named);
            } else {
                come.push(named);
            }
            Ok(())
        });
        (is_whole.unwrap(), gone, come)
    }

    fn lines(lines: impl Iterator<Item = String>) -> String {
        lines.fold(String::new(), |text, line| text + &line + "\n")
    }

    fn named(lines: &[(&str, u64)]) -> Named {
        lines.iter().map(|(line, number)| ((*line).to_owned(), *number)).collect()
    }

    #[test]
    fn lines_that_changed_went_and_came_are_named() {
        let (is_whole, gone, come) = compared("a\nb\nc\nd\ne\n", "a\nB\nc\n\nd\nx\ny\ne\nf");
        assert!(is_whole);
        assert_eq!(gone, named(&[("b", 2)]));
        assert_eq!(come, named(&[("B", 2), ("x", 5), ("y", 6), ("f", 8)]));
        assert_eq!(compared("a\r\nb\n", "a\nb"), (true, Vec::new(), Vec::new()));
        assert_eq!(compared("a\n", ""), (true, named(&[("a", 1)]), Vec::new()));
    }

    #[test]
    fn texts_of_other_lines_are_given_up() {
        let text = |of: &str| lines((0..20_000).map(|n| format!("{of}{n}")));
        let (is_whole, gone, _) = compared(&text("a"), &text("b"));
        assert!(!is_whole && gone.len() < 10_000, "{}", gone.len());
    }

    proptest! {
        /// Without what is gone, the lines before are those now without what has come.
        #[test]
        fn the_rest_is_the_same(
            before in prop::collection::vec(0_u8..6, 0..300),
            now in prop::collection::vec(0_u8..6, 0..300),
        ) {
            let text = |of: &[u8]| lines(of.iter().map(u8::to_string));
            let (is_whole, gone, come) = compared(&text(&before), &text(&now));
            prop_assert!(is_whole);
            let rest = |lines: &[u8], named: &Named| -> Vec<u8> {
                let is_named = |at: usize| named.iter().any(|(_, number)| *number == at as u64 + 1);
                (0..lines.len()).filter(|at| !is_named(*at)).map(|at| lines[at]).collect()
            };
            prop_assert_eq!(rest(&before, &gone), rest(&now, &come));
        }
    }
}

//! `{name}` in a question of a claims file: a text said once and used in many places.

use std::collections::BTreeMap;

/// A definition may use others, to this depth: beyond it one uses itself.
const DEPTH_MAX: usize = 8;

/// What names stand for: the reading's own first, then the file's.
pub(crate) struct Definitions<'a> {
    pub(crate) own: &'a BTreeMap<String, String>,
    pub(crate) file: &'a BTreeMap<String, String>,
}

impl Definitions<'_> {
    /// The text with every name replaced; the error says which cannot be.
    pub(crate) fn written_out(&self, text: &str) -> Result<String, String> {
        self.replaced(text, 0)
    }

    fn replaced(&self, text: &str, depth: usize) -> Result<String, String> {
        let mut out = String::new();
        let mut rest = text;
        while let Some((before, after)) = rest.split_once('{') {
            out.push_str(before);
            let (name, after) =
                after.split_once('}').ok_or_else(|| format!("`{{` is not closed in `{text}`"))?;
            if depth == DEPTH_MAX {
                return Err(format!("`{{{name}}}` uses itself"));
            }
            let meaning = self.own.get(name).or_else(|| self.file.get(name));
            let meaning = meaning.ok_or_else(|| {
                format!("`{{{name}}}` is neither in the reading's `set` nor in `[define]`")
            })?;
            out.push_str(&self.replaced(meaning, depth + 1)?);
            rest = after;
        }
        out.push_str(rest);
        Ok(out)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn map(pairs: &[(&str, &str)]) -> BTreeMap<String, String> {
        pairs.iter().map(|(name, text)| ((*name).to_owned(), (*text).to_owned())).collect()
    }

    #[test]
    fn own_names_come_first_and_definitions_may_use_others() {
        let own = map(&[("now", "2025-11")]);
        let file = map(&[("now", "never"), ("at", "time_period = '{now}'"), ("loop", "{loop}")]);
        let definitions = Definitions { own: &own, file: &file };
        let written = definitions.written_out("where {at} or {at}").unwrap();
        assert_eq!(written, "where time_period = '2025-11' or time_period = '2025-11'");
        for (text, why) in [("{loop}", "uses itself"), ("{nope}", "neither"), ("{now", "closed")] {
            assert!(definitions.written_out(text).unwrap_err().contains(why), "{text}");
        }
    }
}

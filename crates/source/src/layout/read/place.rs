//! Reads a place: patterns, and what stands after each of them.

use toml::Spanned;

use super::Reader;
use crate::error::Mistake;
use crate::layout::Entry;
use crate::nearest::nearest;
use crate::pattern::{Pattern, fold};
use crate::says::{self, Says};
use crate::value::{Place, Value};

/// What may stand after a pattern.
const SHAPE: &str = "write `\"Exports\" = { trade_flow = \"X\" }`, or {} for what says nothing";

impl Reader<'_> {
    /// `[table.text]`: patterns, and the groups of `one_of`: a list of them, or a list of lists.
    pub(super) fn text(&self, raw: &Place) -> (Vec<Entry>, Vec<Vec<Entry>>) {
        let mut plain = raw.clone();
        let Some(groups) = plain.remove("one_of") else { return (self.place(raw), Vec::new()) };
        let one_of = self.file.keep(self.groups(&groups)).unwrap_or_default();
        (self.place(&plain), one_of.iter().map(|group| self.place(group)).collect())
    }

    fn groups(&self, written: &Spanned<Value>) -> Result<Vec<Place>, Mistake> {
        let wrong = |at: &Spanned<Value>| {
            let message = format!("one_of: got `{}`, expected a list of patterns", at.get_ref());
            let hint = "write `one_of = [ { \"Unit: {unit}\" = {} }, { \"Unit：{unit}\" = {} } ]`";
            self.file.mistake(&at.span(), message).hint(hint)
        };
        let Value::List(list) = written.get_ref() else { return Err(wrong(written)) };
        let nested = |choice: &Spanned<Value>| matches!(choice.get_ref(), Value::List(_));
        let is_nested = list.first().is_some_and(nested);
        let groups: Vec<&[Spanned<Value>]> = if is_nested {
            let group = |group: &&Spanned<Value>| matches!(group.get_ref(), Value::List(_));
            if let Some(other) = list.iter().find(|one| !group(one)) {
                return Err(wrong(other));
            }
            let inner = |group| match Spanned::<Value>::get_ref(group) {
                Value::List(choices) => Some(choices.as_slice()),
                _ => None,
            };
            list.iter().filter_map(inner).collect()
        } else {
            vec![list]
        };
        let mut places = Vec::new();
        for choices in groups {
            let mut place = Place::new();
            for choice in choices {
                let patterns = choice.get_ref().table().ok_or_else(|| wrong(choice))?;
                place.extend(patterns.clone());
            }
            places.push(place);
        }
        Ok(places)
    }

    /// A place: its patterns, none of which can match the same text with the same rank, unless
    /// they count below or within different things.
    pub(super) fn place(&self, raw: &Place) -> Vec<Entry> {
        let mut entries: Vec<Entry> = Vec::new();
        let mut keys: Vec<&Spanned<String>> = Vec::new();
        for (key, value) in raw {
            let pattern = self.file.keep(self.pattern(key));
            let tables = self.file.keep(self.tables(raw, value)).unwrap_or_default();
            for table in tables {
                let says = self.says(table);
                let Some(pattern) = pattern.clone() else { continue };
                let others = entries.iter().zip(keys.iter().copied());
                self.check_alone(key, &pattern, &says, others);
                keys.push(key);
                entries.push(Entry { pattern, says, line: self.file.line(&key.span()) });
            }
        }
        entries.sort_by_key(|a| a.pattern.rank());
        entries
    }

    /// What stands after a pattern: a table, a list of them, or another pattern of this place, whose
    /// text is another print of the same.
    fn tables<'v>(
        &self,
        place: &'v Place,
        value: &'v Spanned<Value>,
    ) -> Result<Vec<&'v Place>, Mistake> {
        let wrong = |at: &Spanned<Value>| {
            let seen = at.get_ref();
            let message = format!("got `{seen}`, expected `{{ … }}` after the pattern, or a list");
            self.file.mistake(&at.span(), message).hint(SHAPE)
        };
        match value.get_ref() {
            Value::Table(table) => Ok(vec![table]),
            Value::List(list) => {
                let table = |one| Spanned::<Value>::get_ref(one).table().ok_or_else(|| wrong(one));
                list.iter().map(table).collect()
            }
            Value::Text(same) => match place.get(same.as_str()) {
                Some(other) if !matches!(other.get_ref(), Value::Text(_)) => {
                    self.tables(place, other)
                }
                _ => {
                    let message = format!(
                        "got `{same}`, expected `{{ … }}` after the pattern, or another pattern of \
                         this place that has one"
                    );
                    let patterns =
                        place.iter().filter(|(_, value)| value.get_ref().text().is_none());
                    let near = nearest(same, patterns.map(|(key, _)| key.get_ref().as_str()));
                    let mistake = self.file.mistake(&value.span(), message);
                    Err(mistake.hint(SHAPE).did_you_mean(&near))
                }
            },
            _ => Err(wrong(value)),
        }
    }

    /// Of two patterns alike the later in the file is told.
    fn check_alone<'k>(
        &self,
        key: &Spanned<String>,
        one: &Pattern,
        says: &Says,
        others: impl Iterator<Item = (&'k Entry, &'k Spanned<String>)>,
    ) {
        for (other, other_key) in others.filter(|(other, _)| !says.excludes(&other.says)) {
            let two = &other.pattern;
            let Some(text) = self.overlap(one, two) else { continue };
            let message =
                format!("patterns `{one}` and `{two}` both match `{text}` and neither is closer");
            let (first, later) = if key.span().start < other_key.span().start {
                (key, other_key)
            } else {
                (other_key, key)
            };
            let line = self.file.line(&first.span());
            let hint = format!(
                "`{}` stands in line {line}; the one with fewer holes, then more letters, is closer",
                first.get_ref()
            );
            self.file.tell(self.file.mistake(&later.span(), message).hint(hint));
        }
    }

    /// What stands after a pattern. A key that names a table of `lookups.toml` is a label of it:
    /// `unit = "CNY 100 Million"` says what the label means, as if a hole had taken it.
    pub(super) fn says(&self, table: &Place) -> Says {
        let is_label = |key: &Spanned<String>| {
            self.vocabulary.is_table(key.get_ref()) && !says::settable(key.get_ref())
        };
        let rest = table.iter().filter(|(key, _)| !is_label(key));
        let rest: Place = rest.map(|(key, value)| (key.clone(), value.clone())).collect();
        let labels = table.iter().filter(|(key, _)| is_label(key));
        let labels = labels.filter_map(|(key, value)| {
            let label = self.file.keep(self.label(key.get_ref(), value))?;
            Some((key.get_ref().clone(), label))
        });
        Says { labels: labels.collect(), ..says::read(self.file, &rest) }
    }

    /// A label that the lookup table of that name must have.
    pub(super) fn label(&self, table: &str, value: &Spanned<Value>) -> Result<String, Mistake> {
        let label = value.get_ref().scalar().map(|label| fold(&label));
        let known = label.clone().filter(|label| self.vocabulary.accepts(table, label));
        known.ok_or_else(|| {
            let near = label.map(|label| nearest(&label, self.vocabulary.labels(table)));
            let seen = value.get_ref();
            let message =
                format!("{table}: got `{seen}`, expected a label of [{table}] in lookups.toml");
            self.file.mistake(&value.span(), message).did_you_mean(&near.unwrap_or_default())
        })
    }

    /// A text both patterns match, if their ranks are equal.
    pub(super) fn overlap(&self, one: &Pattern, two: &Pattern) -> Option<String> {
        if one.rank() != two.rank() {
            return None;
        }
        let both = |samples: Vec<String>, other: &Pattern| {
            samples.into_iter().find(|text| other.captures(text, self.vocabulary).is_some())
        };
        both(one.samples(self.vocabulary), two).or_else(|| both(two.samples(self.vocabulary), one))
    }

    pub(super) fn pattern(&self, written: &Spanned<String>) -> Result<Pattern, Mistake> {
        let span = written.span();
        let pattern = Pattern::parse(written.get_ref()).map_err(|wrong| {
            self.file.mistake(&span, wrong.to_string()).hint("write `\"Jan. - {month} (R)\"`")
        })?;
        if let Some(hole) = pattern.holes().find(|hole| !self.vocabulary.knows(hole)) {
            let message =
                format!("got hole `{{{hole}}}`, expected a typed hole or a table of lookups.toml");
            let near = nearest(hole, self.vocabulary.holes());
            let hint = match hole {
                "fiscal_year" => "write `[dates] fiscal_first_month = 4` for years from April",
                _ => "typed holes are {year}, {month}, {quarter}, {period}, {date} and others",
            };
            let span = self.file.within(&span, &format!("{{{hole}}}"));
            let near = if hole == "fiscal_year" { Vec::new() } else { near };
            return Err(self.file.mistake(&span, message).hint(hint).did_you_mean(&near));
        }
        Ok(pattern)
    }

    /// What lines name of one another is there: the text of a line, a block that one opens.
    pub(super) fn check_lines(&self, raw: &Place, entries: &[Entry]) {
        let tables = raw.values().flat_map(|value| self.tables(raw, value).unwrap_or_default());
        for (key, value) in tables.flatten() {
            let Value::Text(written) = value.get_ref() else { continue };
            match key.get_ref().as_str() {
                "below" | "under" => self.check_above(key.get_ref(), written, value, entries),
                "within" => self.check_within(written, value, entries),
                _ => {}
            }
        }
    }

    fn check_above(&self, key: &str, written: &str, at: &Spanned<Value>, entries: &[Entry]) {
        let text = fold(written);
        let takes = |entry: &Entry| entry.pattern.captures(&text, self.vocabulary).is_some();
        if entries.iter().any(takes) {
            return;
        }
        let message = format!(
            "{key}: got `{written}`, expected the text of a line that a pattern here takes"
        );
        let lines: Vec<String> =
            entries.iter().map(|entry| fold(&entry.pattern.to_string())).collect();
        let holes = entries.iter().flat_map(|entry| entry.pattern.holes());
        let labels = holes.flat_map(|hole| self.vocabulary.labels(hole));
        let near = nearest(&text, lines.iter().map(String::as_str).chain(labels));
        self.file.tell(self.file.mistake(&at.span(), message).did_you_mean(&near));
    }

    /// A block that no line opens has no line within it.
    fn check_within(&self, written: &str, at: &Spanned<Value>, entries: &[Entry]) {
        let opened = || entries.iter().filter_map(|entry| entry.says.opens.as_deref());
        if opened().any(|name| name == written) {
            return;
        }
        let message = format!("within: got `{written}`, expected a block that a line here opens");
        let hint = format!("write `opens = \"{written}\"` after the line that begins it");
        let near = nearest(written, opened());
        self.file.tell(self.file.mistake(&at.span(), message).hint(&hint).did_you_mean(&near));
    }
}

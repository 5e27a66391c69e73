//! What stands around a grid: its text patterns, each of which must be met (rule 9).

use std::collections::BTreeMap;

use portbook_model::address::Address;
use portbook_model::issue::Issue;
use portbook_model::text::Text;
use portbook_schema::raw::Said;
use portbook_source::layout::{Common, Entry};
use portbook_source::nearest::nearest;
use portbook_source::pattern::fold;
use portbook_source::says::merge_breakdown;
use portbook_source::vocabulary::Vocabulary;

use super::places;

/// A text unit around a table and the place it stands in.
pub(super) struct Unit {
    /// Folded.
    pub(super) text: String,
    /// A1 name, `line 1` or `page`.
    pub(super) place: String,
}

impl Unit {
    pub(super) fn new(text: &str, place: impl Into<String>) -> Self {
        Self { text: fold(text), place: place.into() }
    }
}

/// Where issues of a table's text are placed.
#[derive(Clone, Copy)]
pub(super) struct Where<'a> {
    pub(super) file: &'a str,
    pub(super) sheet: Option<&'a str>,
}

impl Where<'_> {
    pub(super) fn issue(
        &self,
        rule: &str,
        cell: Option<String>,
        seen: &str,
        expected: String,
    ) -> Issue {
        Issue {
            rule: rule.to_owned(),
            file: self.file.to_owned(),
            address: Address {
                sheet: self.sheet.map(Text::from),
                cell: cell.map(Text::from),
                ..Address::default()
            },
            seen: seen.to_owned(),
            expected,
            nearest: Vec::new(),
        }
    }

    /// A name that is not one of those known.
    pub(super) fn unknown_name(
        &self,
        rule: &str,
        cell: Option<String>,
        seen: &str,
        known: &[&str],
    ) -> Issue {
        let expected = format!("one of `{}`", known.join("`, `"));
        let mut issue = self.issue(rule, cell, seen, expected);
        issue.nearest = nearest(seen, known.iter().copied());
        issue
    }
}

/// Reads the texts by the patterns of a layout.
pub(super) fn read(
    common: &Common,
    units: &[Unit],
    vocabulary: &Vocabulary,
    at: &Where<'_>,
    issues: &mut Vec<Issue>,
) -> BTreeMap<String, Said> {
    let mut said = BTreeMap::new();
    for entry in &common.text {
        let hits = hits(entry, units, vocabulary);
        if hits.is_empty() && !entry.says.optional {
            issues.push(unmet(&[entry], units, vocabulary, at));
        }
        for (unit, words) in hits {
            say(&mut said, unit, words, at, issues);
        }
    }
    for group in &common.one_of {
        let met: Vec<_> = group
            .iter()
            .map(|entry| hits(entry, units, vocabulary))
            .filter(|h| !h.is_empty())
            .collect();
        match met.as_slice() {
            [one] => {
                for (unit, words) in one {
                    say(&mut said, unit, words.clone(), at, issues);
                }
            }
            [] => issues.push(unmet(&group.iter().collect::<Vec<_>>(), units, vocabulary, at)),
            several => {
                let seen: Vec<_> = several.iter().map(|h| h[0].0.text.as_str()).collect();
                let expected = "exactly one of the texts of a `one_of`".to_owned();
                issues.push(at.issue("text-ambiguous", None, &seen.join("` and `"), expected));
            }
        }
    }
    said
}

type Words = Vec<(String, String)>;

/// The units an entry matches, with what it says there: columns and `{hole}`s.
fn hits<'a>(entry: &Entry, units: &'a [Unit], vocabulary: &Vocabulary) -> Vec<(&'a Unit, Words)> {
    let mut hits = Vec::new();
    for unit in units {
        let Some(captured) = entry.pattern.captures(&unit.text, vocabulary) else { continue };
        let holes = captured.into_iter().map(|c| (format!("{{{}}}", c.hole), c.text)).collect();
        hits.push((unit, places::words(&entry.says, holes).into_iter().collect()));
    }
    hits
}

fn say(
    said: &mut BTreeMap<String, Said>,
    unit: &Unit,
    words: Words,
    at: &Where<'_>,
    issues: &mut Vec<Issue>,
) {
    for (name, value) in words {
        if name == "breakdown"
            && let Some(before) = said.get_mut(&name)
            && let Ok(merged) = merge_breakdown(&before.value, &value)
        {
            before.value = merged;
            continue;
        }
        match said.get(&name) {
            Some(before) if before.value != value => {
                let expected = format!("`{}` for {name}, as in {}", before.value, before.place);
                issues.push(at.issue("text-conflict", Some(unit.place.clone()), &value, expected));
            }
            Some(_) => {}
            None => {
                said.insert(name, Said { value, place: unit.place.clone() });
            }
        }
    }
}

/// No text matches: names the word that is not known in a text of the right shape, or else the
/// text that looks most like the pattern.
fn unmet(entries: &[&Entry], units: &[Unit], vocabulary: &Vocabulary, at: &Where<'_>) -> Issue {
    for entry in entries {
        let shaped = units.iter().find_map(|unit| Some((unit, entry.pattern.shape(&unit.text)?)));
        let Some((unit, captured)) = shaped else { continue };
        let unknown = captured.into_iter().find(|c| !vocabulary.accepts(&c.hole, &c.text));
        let Some(unknown) = unknown else { continue };
        let expected = format!("a {{{}}} in the text `{}`", unknown.hole, entry.pattern);
        let cell = Some(unit.place.clone());
        let mut issue = at.issue("unknown-word", cell, &unknown.text, expected);
        issue.nearest = nearest(&unknown.text, vocabulary.labels(&unknown.hole));
        return issue;
    }
    let patterns: Vec<String> = entries.iter().map(|entry| entry.pattern.to_string()).collect();
    let near = nearest(&patterns[0], units.iter().map(|unit| unit.text.as_str()));
    let unit = near.first().and_then(|text| units.iter().find(|unit| unit.text == *text));
    let seen = unit.map_or("no such text", |unit| unit.text.as_str());
    let expected = format!("a text `{}`", patterns.join("` or `"));
    at.issue("text-missing", unit.map(|unit| unit.place.clone()), seen, expected)
}

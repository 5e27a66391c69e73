//! `portbook review accept` and `reject`: a person's decision on a held release, written into
//! `accepted.toml` of its source, where the next build reads it.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;
use std::path::{Path, PathBuf};

use jiff::civil::Date;
use portbook_archive::archive::Archive;
use portbook_model::digest::Digest;
use portbook_publish::review::{bundles, decide};
use portbook_source::load::{Source, ids};
use portbook_source::nearest::nearest;
use serde::Serialize;
use serde_json::Value;

use crate::error::Error;
use crate::reviewed::NO_RELEASE;
use crate::settings::Settings;

/// What is decided, by whom and why.
#[derive(Clone, Debug)]
pub struct Decision {
    pub source: String,
    /// `2025-12`, or the whole `us-census-ft900:2025-12`.
    pub release: String,
    pub dataset: String,
    /// The rules that may fail; none to reject the release.
    pub rules: Vec<String>,
    pub reason: String,
    pub by: String,
}

/// What was written.
#[derive(Clone, Debug, Serialize)]
pub struct Decided {
    pub file: PathBuf,
    pub source: String,
    pub release: String,
    pub dataset: String,
    /// Accepted; empty where the release is rejected.
    pub rules: Vec<String>,
    /// False if all of it was there already.
    pub written: bool,
}

/// Every bundle, by id.
///
/// # Errors
/// Where a bundle is damaged.
pub fn held(settings: &Settings) -> Result<BTreeMap<String, Value>, Error> {
    let mut held = BTreeMap::new();
    for (id, text) in bundles(&settings.output)? {
        held.insert(id, serde_json::from_str(&text).map_err(std::io::Error::from)?);
    }
    Ok(held)
}

/// One bundle as it is shown to people, and as it is shown to programs.
///
/// # Errors
/// `NotHeld` names the nearest that there are.
pub fn shown(settings: &Settings, id: &str) -> Result<(String, Value), Error> {
    let held = held(settings)?;
    let markdown = portbook_publish::review::markdown(&settings.output, id)?;
    match (held.get(id), markdown) {
        (Some(json), Some(markdown)) => Ok((markdown, json.clone())),
        _ => Err(not_held(id, &held)),
    }
}

/// Writes a decision on a release that is held, and keeps the rest of the file as it is.
///
/// # Errors
/// `NotHeld` for what the last build does not hold, or not by that rule; `Misstated` for a decision
/// without reason or name; a mistake in the file that is there.
pub fn write(settings: &Settings, decision: &Decision) -> Result<Decided, Error> {
    let known = ids(&settings.pipelines)?;
    if !known.contains(&decision.source) {
        return Err(Error::NoSuchSource { got: decision.source.clone(), known: known.join(", ") });
    }
    if decision.release == NO_RELEASE {
        let expected = "a release: a file that names none is mended in layout.toml or source.toml, \
                        or discarded";
        return Err(Error::Misstated { option: "RELEASE", got: NO_RELEASE.to_owned(), expected });
    }
    check_said(&decision.reason, &decision.by)?;
    // One process at a time: two decisions at once would lose one.
    let _writer = Archive::open(&settings.archive)?.lock(settings.clock)?;
    let source = Source::load(&settings.pipelines, &decision.source)?;
    let prefix = format!("{}:", source.column());
    let name = decision.release.strip_prefix(&prefix).unwrap_or(&decision.release);
    let release = format!("{prefix}{name}");
    check(settings, decision, &format!("{}/{name}/{}", source.column(), decision.dataset))?;
    let is_same = |of: &str, dataset: &str| of == release && dataset == decision.dataset;
    let missing = decision.rules.iter().filter(|rule| {
        !source.accepted.iter().any(|a| is_same(&a.release, &a.dataset) && a.rule == **rule)
    });
    let mut entries = String::new();
    let is_rejected = source.rejected.iter().any(|r| is_same(&r.release, &r.dataset));
    let date = today(settings);
    for rule in missing {
        entries.push_str(&entry(decision, &release, Some(rule), date));
    }
    if decision.rules.is_empty() && !is_rejected {
        entries.push_str(&entry(decision, &release, None, date));
    }
    let file = source.folder.join("accepted.toml");
    append(settings, &source, &file, &entries)?;
    Ok(Decided {
        file,
        source: decision.source.clone(),
        release,
        dataset: decision.dataset.clone(),
        rules: decision.rules.clone(),
        written: !entries.is_empty(),
    })
}

/// Fewest digits that name a file: a slip of the hand names none.
const DIGITS_MIN: usize = 8;

/// Who decides that a file is none of the source's, and why.
#[derive(Clone, Debug)]
pub struct Discard {
    pub source: String,
    /// Hexadecimal digits that the digest of the file begins with.
    pub snapshot: String,
    pub reason: String,
    pub by: String,
}

/// Writes that a file which is held and names no release is none of the source's; once, if it is
/// said again.
///
/// # Errors
/// `NotHeld` for a file the last build does not hold; else as [`fn@write`].
pub fn discard(settings: &Settings, discard: &Discard) -> Result<(PathBuf, Digest), Error> {
    let known = ids(&settings.pipelines)?;
    if !known.contains(&discard.source) {
        return Err(Error::NoSuchSource { got: discard.source.clone(), known: known.join(", ") });
    }
    check_said(&discard.reason, &discard.by)?;
    let is_digit = |c: char| c.is_ascii_hexdigit();
    if discard.snapshot.len() < DIGITS_MIN || !discard.snapshot.chars().all(is_digit) {
        let expected = "eight digits of the file's digest at least, as the bundle names it";
        let got = discard.snapshot.clone();
        return Err(Error::Misstated { option: "SNAPSHOT", got, expected });
    }
    let _writer = Archive::open(&settings.archive)?.lock(settings.clock)?;
    let source = Source::load(&settings.pipelines, &discard.source)?;
    let mut files = BTreeSet::new();
    for (id, bundle) in held(settings)? {
        if id.starts_with(&format!("{}/{NO_RELEASE}/", source.column())) {
            let stored = bundle["stored"].as_array().cloned().unwrap_or_default();
            files.extend(
                stored.iter().filter_map(|one| one["snapshot"].as_str()?.parse::<Digest>().ok()),
            );
        }
    }
    let is_meant = |file: &&Digest| file.to_string().starts_with(&discard.snapshot);
    let meant: Vec<&Digest> = files.iter().filter(is_meant).collect();
    let [snapshot] = meant.as_slice() else {
        let known = files.iter().map(Digest::to_string).collect::<Vec<_>>().join("`, `");
        let known = if known.is_empty() { "no file without a release".to_owned() } else { known };
        let got = format!("`{}`", discard.snapshot);
        return Err(Error::NotHeld { got, known, hint: String::new() });
    };
    let file = source.folder.join("accepted.toml");
    if source.discarded.iter().any(|one| one.snapshot == **snapshot) {
        return Ok((file, **snapshot));
    }
    let date = today(settings).to_string();
    let digest = snapshot.to_string();
    let mut entry = String::from("\n[[discard]]\n");
    for (key, value) in
        [("snapshot", &digest), ("reason", &discard.reason), ("by", &discard.by), ("date", &date)]
    {
        let _ = writeln!(entry, "{key:<8} = {}", Value::from(value.as_str()));
    }
    append(settings, &source, &file, &entry)?;
    Ok((file, **snapshot))
}

fn check_said(reason: &str, by: &str) -> Result<(), Error> {
    for (option, said) in [("--reason", reason), ("--by", by)] {
        if said.trim().is_empty() || said.chars().any(char::is_control) {
            let expected = "one line that says who decides and why";
            return Err(Error::Misstated { option, got: said.to_owned(), expected });
        }
    }
    Ok(())
}

fn today(settings: &Settings) -> Date {
    jiff::tz::Offset::UTC.to_datetime(settings.now.unwrap_or(settings.clock)).date()
}

/// Puts entries below what is in `accepted.toml`, and reads them as anything else there.
fn append(settings: &Settings, source: &Source, file: &Path, entries: &str) -> Result<(), Error> {
    if entries.is_empty() {
        return Ok(());
    }
    let mut text = if file.is_file() { fs_err::read_to_string(file)? } else { String::new() };
    if !text.is_empty() && !text.ends_with('\n') {
        text.push('\n');
    }
    let between = if text.is_empty() { "" } else { "\n" };
    decide(file, &format!("{text}{between}{}", entries.trim_start()))?;
    Source::load(&settings.pipelines, &source.id)?;
    Ok(())
}

/// Whether the last build holds that, by those rules.
fn check(settings: &Settings, decision: &Decision, id: &str) -> Result<(), Error> {
    let held = held(settings)?;
    let Some(bundle) = held.get(id) else { return Err(not_held(id, &held)) };
    let reasons = bundle["reasons"].as_array().map(Vec::as_slice).unwrap_or_default();
    let rule_of = |reason: &Value| reason["rule"].as_str().unwrap_or_default().to_owned();
    for rule in &decision.rules {
        let Some(reason) = reasons.iter().find(|reason| rule_of(reason) == *rule) else {
            let known = reasons.iter().map(rule_of).collect::<Vec<_>>().join("`, `");
            let got = format!("rule `{rule}` of {id}");
            return Err(Error::NotHeld { got, known, hint: String::new() });
        };
        if reason["may_be_accepted"] != true {
            let got = format!("rule `{rule}`, which no review can accept");
            let known = "reject".to_owned();
            return Err(Error::NotHeld { got, known, hint: String::new() });
        }
    }
    Ok(())
}

fn not_held(id: &str, held: &BTreeMap<String, Value>) -> Error {
    let near = nearest(id, held.keys().map(String::as_str)).join("`, `");
    let hint = if near.is_empty() { near } else { format!("\n  hint: did you mean `{near}`?") };
    let known = match held.len() {
        0 => "nothing".to_owned(),
        _ => held.keys().cloned().collect::<Vec<_>>().join("`, `"),
    };
    Error::NotHeld { got: format!("`{id}`"), known, hint }
}

/// An entry of `accepted.toml`. JSON writes a text as TOML does.
fn entry(decision: &Decision, release: &str, rule: Option<&str>, date: Date) -> String {
    let mut text = String::new();
    let _ = writeln!(text, "\n[[{}]]", if rule.is_some() { "accept" } else { "reject" });
    let date = date.to_string();
    for (key, value) in [
        ("release", Some(release)),
        ("dataset", Some(decision.dataset.as_str())),
        ("rule", rule),
        ("reason", Some(decision.reason.as_str())),
        ("by", Some(decision.by.as_str())),
        ("date", Some(date.as_str())),
    ] {
        if let Some(value) = value {
            let _ = writeln!(text, "{key:<7} = {}", Value::from(value));
        }
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_entry_is_what_a_person_would_write() {
        let decision = Decision {
            source: "us/census-ft900".to_owned(),
            release: "2025-12".to_owned(),
            dataset: "exhibit-12".to_owned(),
            rules: Vec::new(),
            reason: "the page says \"draft\"".to_owned(),
            by: "maintainers".to_owned(),
        };
        let date = "2026-11-29".parse().unwrap();
        let rejected = entry(&decision, "us-census-ft900:2025-12", None, date);
        let expected = "\n[[reject]]\nrelease = \"us-census-ft900:2025-12\"\n\
                        dataset = \"exhibit-12\"\nreason  = \"the page says \\\"draft\\\"\"\n\
                        by      = \"maintainers\"\ndate    = \"2026-11-29\"\n";
        assert_eq!(rejected, expected);
        let accepted = entry(&decision, "us-census-ft900:2025-12", Some("rows"), date);
        assert!(accepted.contains("rule    = \"rows\"\n"), "{accepted}");
    }
}

//! `portbook.toml`: which sinks there are, and which of them every run feeds.
//!
//! ```toml
//! sinks = ["warehouse"]
//!
//! [sink.warehouse]
//! url = "postgresql://portbook@db.example/trade"
//! ```

use std::collections::BTreeMap;
use std::io::ErrorKind;
use std::path::Path;

use serde::Deserialize;

use crate::address::Address;
use crate::error::{Error, Result};

/// The name of the file where nobody names another.
pub const FILE: &str = "portbook.toml";

/// What the file says.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
struct Written {
    #[serde(default)]
    sinks: Vec<String>,
    #[serde(default)]
    sink: BTreeMap<String, Entry>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Entry {
    url: String,
}

/// What the file says, checked.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Settings {
    /// Fed by every run after it has published.
    pub nightly: Vec<String>,
    pub sinks: BTreeMap<String, Address>,
}

impl Settings {
    /// Reads the file; one that is not there names no sink.
    ///
    /// # Errors
    /// `Settings` with the line, never with what stands there.
    pub fn read(path: &Path) -> Result<Self> {
        let text = match fs_err::read_to_string(path) {
            Ok(text) => text,
            Err(error) if error.kind() == ErrorKind::NotFound => String::new(),
            Err(error) => return Err(error.into()),
        };
        Self::parse(path, &text)
    }

    fn parse(path: &Path, text: &str) -> Result<Self> {
        let wrong = |problem: String| Error::Settings { path: path.to_owned(), problem };
        let written: Written = toml::from_str(text).map_err(|error| {
            let before = error.span().map_or("", |span| &text[..span.start]);
            wrong(format!("line {}: {}", before.matches('\n').count() + 1, error.message()))
        })?;
        let mut sinks = BTreeMap::new();
        for (name, entry) in written.sink {
            check_name(&name).map_err(|error| wrong(error.to_string()))?;
            let address = Address::parse(&entry.url);
            let address = address.map_err(|error| wrong(format!("[sink.{name}]: {error}")))?;
            sinks.insert(name, address);
        }
        if let Some(name) = written.sinks.iter().find(|name| !sinks.contains_key(*name)) {
            return Err(wrong(format!("`sinks` names `{name}`, expected a part [sink.{name}]")));
        }
        Ok(Self { nightly: written.sinks, sinks })
    }

    /// The address of a sink.
    ///
    /// # Errors
    /// `NoSuchSink` names those there are.
    pub fn address(&self, name: &str) -> Result<&Address> {
        self.sinks.get(name).ok_or_else(|| {
            let known: Vec<&str> = self.sinks.keys().map(String::as_str).collect();
            let known = match known.as_slice() {
                [] => "the name of a sink, of which there is none yet".to_owned(),
                known => format!("one of {}", known.join(", ")),
            };
            Error::NoSuchSink { got: name.to_owned(), known }
        })
    }
}

/// Adds a sink to the file, which every run then feeds. The file is written by hand too: what stands
/// in it stays as it is.
///
/// # Errors
/// `Settings` where the name is taken; `Address` where the address or the name will not do.
pub fn add(path: &Path, name: &str, url: &str) -> Result<()> {
    check_name(name)?;
    Address::parse(url)?;
    let wrong = |problem: String| Error::Settings { path: path.to_owned(), problem };
    if Settings::read(path)?.sinks.contains_key(name) {
        return Err(wrong(format!("has a part [sink.{name}] already")));
    }
    let text = match fs_err::read_to_string(path) {
        Err(error) if error.kind() == ErrorKind::NotFound => String::new(),
        text => text?,
    };
    let text = with(&text, name, url);
    // What was written is read before it is there.
    Settings::parse(path, &text)?.address(name)?;
    Ok(portbook_publish::single::write(path, text.as_bytes())?)
}

/// The text with a sink more: in the list, if that stands on one line, and as a part at the end.
fn with(text: &str, name: &str, url: &str) -> String {
    let is_list = |line: &&str| line.starts_with("sinks = [") && line.ends_with(']');
    let mut new = match text.lines().find(is_list) {
        Some(line) => {
            let names = line.trim_end_matches(']').trim_end().trim_end_matches(',');
            let comma = if names.ends_with('[') { "" } else { ", " };
            text.replacen(line, &format!("{names}{comma}\"{name}\"]"), 1)
        }
        None if text.lines().any(|line| line.starts_with("sinks")) => text.to_owned(),
        None => {
            format!("# Fed by `portbook run` after it has published.\nsinks = [\"{name}\"]\n{text}")
        }
    };
    if !new.ends_with('\n') {
        new.push('\n');
    }
    let url = toml::Value::from(url);
    new.push_str(&format!("\n[sink.{name}]\nurl = {url}\n"));
    new
}

/// A name is part of the name of a secret, a metric's label and a key of the file.
fn check_name(name: &str) -> Result<()> {
    let plain = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-';
    if !name.is_empty() && name.chars().all(plain) && !["add", "list", "scripts"].contains(&name) {
        return Ok(());
    }
    let what = format!("sink `{name}`");
    Err(Error::Address { what, expected: "a name of lower-case letters, digits and `-`" })
}

#[cfg(test)]
mod tests {
    use super::*;

    const URL: &str = "postgresql://trade@db.example/trade";

    #[test]
    fn sinks_are_added_and_what_stood_there_stays() {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join(FILE);
        assert_eq!(Settings::read(&file).unwrap(), Settings::default());
        add(&file, "warehouse", URL).unwrap();
        let text = fs_err::read_to_string(&file).unwrap();
        fs_err::write(&file, format!("{text}# by hand\n")).unwrap();
        add(&file, "second-1", URL).unwrap();
        let settings = Settings::read(&file).unwrap();
        assert_eq!(settings.nightly, ["warehouse", "second-1"]);
        assert_eq!(settings.sinks.len(), 2);
        assert!(fs_err::read_to_string(&file).unwrap().contains("# by hand"));
        let again = add(&file, "warehouse", URL).unwrap_err();
        assert!(again.to_string().contains("already"), "{again}");
        assert!(add(&file, "Ware house", URL).is_err());
        assert!(settings.address("third").unwrap_err().to_string().contains("second-1, warehouse"));
    }

    #[test]
    fn a_mistake_is_told_by_its_line_and_not_repeated() {
        for (text, line) in [
            ("sinks = []\n[sink.a]\nurl = \"postgresql://a:c4n4ry@h/d\"\n", "[sink.a]"),
            ("sinks = []\n\n[sink.a]\nuri = \"c4n4ry\"\n", "line 4"),
            ("sinks = [\n\"c4n4ry\"", "line 2"),
            ("sinks = [\"a\"]\n", "`sinks` names `a`"),
        ] {
            let error = Settings::parse(Path::new(FILE), text).unwrap_err().to_string();
            assert!(error.contains(line) && !error.contains("c4n4ry"), "{error}");
        }
    }
}

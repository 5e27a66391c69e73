//! Mistakes as a compiler tells them. Each row is an edit of a right file with `▸` where the mistake
//! stands, what is said of it, and the hint; the mark is no part of the file.

use std::path::PathBuf;

use super::{LAYOUT, LOOKUPS, SOURCE, text};
use crate::error::{Error, Mistake};
use crate::load::{Source, Texts};

mod lookups;
mod records;
mod source;
mod table;

/// From, to, part of the message, part of the hint.
type Row = (&'static str, &'static str, &'static str, &'static str);

/// The files of a right folder.
fn right() -> Texts {
    let (source, layout, lookups) = (text(SOURCE), text(LAYOUT), text(LOOKUPS));
    Texts { source, layout, lookups, ..Texts::default() }
}

fn mistakes(texts: &Texts) -> Vec<Mistake> {
    match Source::read("cn/a-b", PathBuf::from("cn/a-b"), texts) {
        Ok(_) => Vec::new(),
        Err(Error::Mistakes(mistakes)) => mistakes,
        Err(Error::Io(error)) => panic!("{error}"),
    }
}

/// Makes each edit in one file of the folder and expects that one mistake, there and nowhere else.
fn check(file: &str, right: &Texts, of: fn(&mut Texts) -> &mut String, rows: &[Row]) {
    assert!(mistakes(right).is_empty(), "{:?}", mistakes(right));
    let mut wrong = Vec::new();
    for (from, to, message, hint) in rows {
        let mut texts = right.clone();
        let text = of(&mut texts);
        assert!(text.contains(from), "`{from}` is not in {file}");
        let marked = text.replacen(from, to, 1);
        let (before, _) = marked.split_once('▸').unwrap_or_else(|| panic!("no mark in `{to}`"));
        let line = before.matches('\n').count() + 1;
        let column = before.lines().last().unwrap_or_default().chars().count() + 1;
        let column = if before.ends_with('\n') { 1 } else { column };
        *text = marked.replace('▸', "");
        let found = mistakes(&texts);
        let told = found.iter().map(Mistake::to_string).collect::<Vec<_>>().join("\n");
        let place = format!("cn/a-b/{file}:{line}:{column}: ");
        let is_right = |one: &Mistake| {
            let said = one.hint.as_deref().unwrap_or_default();
            one.message.contains(message) && said.contains(hint) && !hint.is_empty()
        };
        if found.len() != 1 || !told.starts_with(&place) || !is_right(&found[0]) {
            wrong.push(format!("`{to}`: expected {place}{message} ({hint}), got {told}"));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn every_file_tells_all_its_mistakes_at_once() {
    let mut texts = right();
    texts.source = texts.source.replace("\"CHN\"", "\"CHI\"").replace("lag", "").replace(
        "[licence]",
        "[calendar]\nlag_days = \"ten\"\ngrace_days = 5\nevery_months = 1\n[licence]",
    );
    texts.layout = texts.layout.replace("\"X\"", "\"EX\"").replace("{area}", "{aera}")
        + "[[table]]\nid = \"partners\"\n[[records]]\nid = 3\n";
    texts.lookups += "\"France\" = { counterpart_area = \"FRE\" }\n\"Italy\" = 3\n";
    texts.accepted = Some("[[accept]]\nrelease = 1\n".to_owned());
    let found = mistakes(&texts);
    let places = found.iter().map(|one| {
        let file = one.file.file_name().unwrap_or_default().to_string_lossy().into_owned();
        format!("{file}:{}:{}", one.line, one.column)
    });
    let places: Vec<String> = places.collect();
    let expected = [
        "source.toml:7:12",
        "source.toml:25:12",
        "layout.toml:7:28",
        "layout.toml:9:2",
        "layout.toml:10:1",
        "layout.toml:13:6",
        "lookups.toml:4:33",
        "lookups.toml:5:11",
        "accepted.toml:2:11",
    ];
    assert_eq!(places, expected, "{found:#?}");
}

#[test]
fn a_mistake_in_one_file_makes_none_in_another() {
    let mut texts = right();
    texts.lookups = texts.lookups.replace("\"DEU\"", "\"GER\"");
    texts.source = texts
        .source
        .replace("[dataset.partners]\ntitle = \"Trade by partner\"", "[dataset.partners]");
    let found = mistakes(&texts);
    let told: Vec<&str> = found.iter().map(|one| one.message.as_str()).collect();
    assert_eq!(told.len(), 2, "{found:#?}");
    assert!(told[0].contains("`title` is missing") && told[1].contains("got `GER`"), "{told:?}");
}

#[test]
fn what_is_no_toml_is_told_where_it_stops_being_it() {
    let mut texts = right();
    texts.layout = texts.layout.replace("[table.line]", "[table.line");
    let found = mistakes(&texts);
    assert_eq!((found.len(), found[0].line), (1, 8), "{found:#?}");
    assert!(found[0].message.starts_with("no TOML: "), "{found:#?}");
}

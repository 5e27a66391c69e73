//! `codelist`: the codes of a list, and which source prints them how.

use portbook_query::error::Error;
use portbook_schema::codelist::{self, CodeList};
use portbook_source::load::{all, ids};
use portbook_source::nearest::nearest;
use portbook_source::printed::{Printed, labels};
use portbook_source::validity::Validity;
use serde_json::{Value, json};

use crate::arguments::{Codelist, Shared};
use crate::output;

/// A code with what its list says of it, field by field.
struct Found<'a> {
    fields: Vec<String>,
    printed: Vec<&'a Printed<'a>>,
}

pub(crate) fn codelist(shared: &Shared, asked: &Codelist) -> anyhow::Result<u8> {
    let Some(name) = &asked.list else {
        lists(shared.json);
        return Ok(0);
    };
    let list = named(name)?;
    let sources = all(&shared.pipelines, &ids(&shared.pipelines)?)?;
    let printed = labels(&sources, &codelist::concepts(list));
    let (header, records) = codelist::records(list);
    let asked_for = asked.text.as_deref().map(|text| matching(list, text, &records, &printed));
    let codes = asked_for.transpose()?;
    let found: Vec<Found<'_>> = records
        .into_iter()
        .filter(|record| codes.as_ref().is_none_or(|codes| codes.contains(&record[0])))
        .map(|fields| {
            let printed = printed.iter().filter(|label| label.code == fields[0]).collect();
            Found { fields, printed }
        })
        .collect();
    if shared.json {
        output::json(&Value::Array(found.iter().map(|code| in_json(&header, code)).collect()));
    } else if codes.is_some() {
        let is_column = !codelist::concepts(list).is_empty();
        let texts = found.iter().map(|code| in_words(code, is_column));
        output::print(&texts.collect::<Vec<_>>().join(if is_column { "\n" } else { "" }));
    } else {
        let rows = std::iter::once(header).chain(found.into_iter().map(|code| code.fields));
        output::print(&output::columns(&rows.collect::<Vec<_>>(), &[]));
    }
    Ok(0)
}

fn lists(json: bool) {
    let lists = codelist::all();
    if json {
        let list = lists.iter().map(|list| {
            json!({ "name": list.name, "codes": list.codes.len(), "origin": codelist::origin(list) })
        });
        output::json(&list.collect());
        return;
    }
    let mut rows = vec![["list", "codes", "origin"].map(str::to_owned).to_vec()];
    rows.extend(lists.iter().map(|list| {
        let count = list.codes.len().to_string();
        vec![list.name.to_owned(), count, codelist::origin(list).to_owned()]
    }));
    output::print(&output::columns(&rows, &[1]));
}

/// `area`, or as people say, `areas`; `unit` is enough for `unit_measure`.
fn named(name: &str) -> Result<&'static CodeList, Error> {
    let lists = codelist::all();
    let singular = name.strip_suffix('s').unwrap_or(name);
    let exact = lists.iter().find(|list| list.name == name || list.name == singular);
    exact.or_else(|| lists.iter().find(|list| list.name.starts_with(singular))).ok_or_else(|| {
        let near = nearest(singular, lists.iter().map(|list| list.name));
        let all = || lists.iter().map(|list| list.name.to_owned()).collect();
        let near = if near.is_empty() { all() } else { near };
        Error::NothingFound { what: format!("code list `{name}`{}", suggested(&near)) }
    })
}

/// The codes that a text means: itself, its name or label, else those whose name or label holds it.
fn matching(
    list: &CodeList,
    text: &str,
    records: &[Vec<String>],
    printed: &[Printed<'_>],
) -> Result<Vec<String>, Error> {
    let wanted = text.trim().to_lowercase();
    let names = || {
        let names = records.iter().map(|record| (record[1].as_str(), record[0].as_str()));
        names.chain(printed.iter().map(|label| (label.label, label.code)))
    };
    let codes = |says: &dyn Fn(&str) -> bool| -> Vec<String> {
        let said = names().filter(|(name, _)| says(&name.to_lowercase()));
        said.map(|(_, code)| code.to_owned()).collect()
    };
    let whole = codes(&|name| name == wanted);
    let code = records.iter().map(|record| &record[0]).find(|code| code.to_lowercase() == wanted);
    let found = match code {
        Some(code) => vec![code.clone()],
        None if !whole.is_empty() => whole,
        None => codes(&|name| name.contains(&wanted)),
    };
    if !found.is_empty() {
        return Ok(found);
    }
    let near = nearest(text.trim(), names().map(|(name, _)| name));
    let what = format!("`{text}` in `{}`{}", list.name, suggested(&near));
    Err(Error::NothingFound { what })
}

fn suggested(near: &[String]) -> String {
    if near.is_empty() { String::new() } else { format!(" (nearest: `{}`)", near.join("`, `")) }
}

fn valid(label: &Printed<'_>) -> String {
    if *label.valid == Validity::default() { String::new() } else { label.valid.to_string() }
}

fn in_json(header: &[String], code: &Found<'_>) -> Value {
    let fields = header.iter().cloned().zip(code.fields.iter().map(|field| json!(field)));
    let mut object: serde_json::Map<String, Value> = fields.collect();
    let printed = code.printed.iter().map(|label| {
        json!({
            "source": label.source, "lookup": label.lookup, "label": label.label,
            "releases": valid(label),
        })
    });
    object.insert("printed".to_owned(), printed.collect());
    Value::Object(object)
}

/// Who prints a code is said of lists that a series column takes its codes from.
fn in_words(code: &Found<'_>, is_column: bool) -> String {
    let fields: Vec<&str> =
        code.fields.iter().map(String::as_str).filter(|field| !field.is_empty()).collect();
    let mut text = format!("{}\n", fields.join("  "));
    if !is_column {
        return text;
    }
    if code.printed.is_empty() {
        text.push_str("  printed by no source under a label of its own\n");
        return text;
    }
    let mut rows =
        vec![["  source", "lookup", "printed as", "releases"].map(str::to_owned).to_vec()];
    rows.extend(code.printed.iter().map(|label| {
        let source = format!("  {}", label.source);
        vec![source, label.lookup.to_owned(), label.label.to_owned(), valid(label)]
    }));
    text.push_str(&output::columns(&rows, &[]));
    text
}

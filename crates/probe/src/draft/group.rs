//! Which tables of a file one layout reads, and the words of each place of it.

use std::collections::{BTreeMap, BTreeSet};

use portbook_source::timetext::Language;

use super::dates::Dates;
use super::{Column, Group, bracketed, is_unit, stands};
use crate::findings::{Findings, Found};
use crate::sheet::Seen;

pub(super) fn groups<'a>(findings: &'a Findings, language: &str) -> Vec<Group<'a>> {
    let mut parts: Vec<Vec<&Found>> = Vec::new();
    for found in &findings.tables {
        match parts.iter_mut().find(|part| is_one(findings, part[0], found)) {
            Some(part) => part.push(found),
            None => parts.push(vec![found]),
        }
    }
    let keys: Vec<Vec<String>> = parts.iter().map(|part| words(part[0])).collect();
    let shape = |at: usize| keys.iter().position(|key| *key == keys[at]).unwrap_or(at) + 1;
    let language = as_language(language);
    let numbered = parts.into_iter().enumerate();
    let mut groups: Vec<Group<'a>> =
        numbered.map(|(at, part)| group(at + 1, shape(at), part, language)).collect();
    // A text may be a label in one table and speak for lines in another: the label stays.
    let lines = groups.iter().flat_map(|group| &group.line);
    let labels: BTreeSet<String> = lines.flat_map(|column| column.labels.clone()).collect();
    for group in &mut groups {
        group.openings.retain(|text| !labels.contains(text));
    }
    groups
}

/// The language that names months in the draft.
fn as_language(code: &str) -> Language {
    match code {
        "ru" => Language::Ru,
        "zh" => Language::Zh,
        "pt" => Language::Pt,
        "tr" => Language::Tr,
        _ => Language::En,
    }
}

/// Whether a table goes on under the heading of another, or has the same heading once more and a
/// layout can tell it by that.
fn is_one(findings: &Findings, first: &Found, found: &Found) -> bool {
    if first.sheet != found.sheet
        || first.member != found.member
        || corner_at(first).1 != corner_at(found).1
    {
        return false;
    }
    if first.is_records || words(first) == words(found) && repeats(findings, first) {
        return words(first) == words(found);
    }
    first.seen.table.heads.first().is_some_and(|row| found.seen.table.heads.first() == Some(row))
}

fn repeats(findings: &Findings, first: &Found) -> bool {
    let corner = corner(first);
    let alike = findings.tables.iter().filter(|found| {
        found.sheet == first.sheet && found.member == first.member && words(found) == words(first)
    });
    !corner.is_empty() && stands(&first.seen.sheet, &corner) == alike.count()
}

/// Row and column of the heading's first label cell.
fn corner_at(found: &Found) -> (usize, usize) {
    let table = &found.seen.table;
    let stub = table.panels.first().and_then(|panel| panel.stub.first());
    (table.heads.first().copied().unwrap_or(0), stub.copied().unwrap_or(0))
}

pub(super) fn corner(found: &Found) -> String {
    let (row, column) = corner_at(found);
    found.seen.sheet.get(row, column).text()
}

/// The words of a heading.
fn words(found: &Found) -> Vec<String> {
    let look = &found.seen;
    let cells = look.table.heads.iter().flat_map(|row| &look.sheet.rows[*row]);
    cells.filter(|cell| !cell.is_blank()).map(Seen::text).collect()
}

fn group(number: usize, shape: usize, tables: Vec<&Found>, language: Language) -> Group<'_> {
    let rows: Vec<usize> = {
        let first = &tables[0].seen.table.heads;
        let begins = |found: &&&Found| found.seen.table.heads.first() == first.first();
        let alike: Vec<&&Found> = tables.iter().filter(begins).collect();
        let shared = |row: &&usize| alike.iter().all(|found| found.seen.table.heads.contains(row));
        first.iter().filter(shared).copied().collect()
    };
    let mut group = Group {
        id: format!("table-{number}"),
        tables: tables.clone(),
        line: Vec::new(),
        heads: BTreeMap::new(),
        head_dates: Dates::default(),
        head_units: BTreeSet::new(),
        openings: BTreeSet::new(),
        rows,
    };
    let mut line: BTreeMap<usize, Column> = BTreeMap::new();
    for found in tables {
        headings(&mut group, shape, found, language);
        openings(&mut group, found);
        for index in found.seen.table.panels.iter().flat_map(|panel| &panel.stub) {
            let new = column(found, *index, language);
            match line.get_mut(index) {
                Some(known) => {
                    let more = new.labels.into_iter().filter(|l| !known.labels.contains(l));
                    let more: Vec<String> = more.collect();
                    known.labels.extend(more);
                    known.dates.extend(new.dates);
                    known.has_unit &= new.has_unit;
                }
                None => drop(line.insert(*index, new)),
            }
        }
    }
    group.line = line.into_values().collect();
    group
}

/// The headings over the columns, those of each row in a table of their own.
fn headings(group: &mut Group<'_>, shape: usize, found: &Found, language: Language) {
    let look = &found.seen;
    let top = look.table.heads.first().copied().unwrap_or(0);
    let begins = group.rows.first() == Some(&top);
    for (row, column) in look.heading.cells.iter().flat_map(|(_, cells)| cells) {
        let cell = look.sheet.get(*row, *column);
        let text = cell.text();
        if group.head_dates.add(cell, language) {
            continue;
        }
        if is_unit(&text) {
            group.head_units.insert(text);
            continue;
        }
        let mut table = match group.rows.iter().position(|shared| shared == row) {
            Some(at) if begins => format!("head_{shape}_{}", at + 1),
            _ if begins => format!("head_{shape}_own"),
            _ => format!("head_{shape}_{}", row - top + 1),
        };
        // A text of two rows stands in one table only, which is of neither.
        let elsewhere = |(name, texts): &(&String, &mut BTreeSet<String>)| {
            **name != table && texts.contains(&text)
        };
        if let Some((_, texts)) = group.heads.iter_mut().find(elsewhere) {
            texts.remove(&text);
            table = format!("head_{shape}_any");
        }
        group.heads.entry(table).or_default().insert(text);
    }
}

/// Lines without figures: of one text, or with headings of their own.
fn openings(group: &mut Group<'_>, found: &Found) {
    let look = &found.seen;
    let table = &look.table;
    let Some(stub) = table.panels.first().and_then(|panel| panel.stub.first()) else { return };
    let begins = group.rows.first() == table.heads.first();
    let own = table.heads.iter().filter(|row| begins && !group.rows.contains(row));
    for row in table.groups.iter().chain(own) {
        let cell = look.sheet.get(*row, *stub);
        if cell.is_words() && cell.part().is_none() {
            group.openings.insert(cell.text());
        }
    }
}

fn column(found: &Found, index: usize, language: Language) -> Column {
    let look = &found.seen;
    let cells: Vec<&Seen> = look
        .table
        .body
        .iter()
        .map(|row| look.sheet.get(*row, index))
        .filter(|cell| !cell.is_blank())
        .collect();
    let mut dates = Dates::default();
    let dated = cells.iter().filter(|cell| dates.add(cell, language)).count();
    let is_dating = dated * 2 > cells.len();
    let mut labels: Vec<String> = Vec::new();
    for cell in cells.iter().filter(|cell| !is_dating || !Dates::default().add(cell, language)) {
        let text = cell.text();
        if !labels.contains(&text) {
            labels.push(text);
        }
    }
    let name = crate::findings::column_name(index);
    let likely = found.codes.get(&name).map(|likely| likely.list.clone());
    let table = match likely.as_deref() {
        Some("area") => "area".to_owned(),
        _ => format!("label_{}", name.to_lowercase()),
    };
    let head = look.table.heads.last().map(|row| look.sheet.get(*row, index).text());
    Column {
        index,
        title: head.unwrap_or_default(),
        dates: if is_dating { dates } else { Dates::default() },
        table,
        has_unit: !labels.is_empty() && labels.iter().all(|label| bracketed(label).is_some()),
        labels,
    }
}

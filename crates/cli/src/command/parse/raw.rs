//! `parse --raw`: every cell of a file with its address, type, span and text, no layout needed.

use std::path::Path;

use portbook_pipeline::error::Error;
use portbook_pipeline::parser::Parser;
use portbook_pipeline::raw::Raw;
use serde_json::{Value, json};

use super::REFUSED;
use crate::arguments::Format;
use crate::output::{self, Lines};

/// Columns of the CSV and of the table, and names in the JSON.
const COLUMNS: [&str; 13] = [
    "file", "member", "table", "hidden", "record", "cell", "span", "type", "text", "stored",
    "format", "indent", "bold",
];

/// Prints files one after the other; one that cannot be read is named, and the others go on.
pub(crate) fn raw(
    files: &[impl AsRef<Path>],
    format: Format,
    parser: &Parser,
) -> anyhow::Result<u8> {
    let mut lines = Lines::open();
    match format {
        Format::Csv => lines.put(&COLUMNS.map(output::csv_field).join(","))?,
        Format::Json => lines.put("[")?,
        Format::Table => {}
    }
    let mut code = 0;
    let mut is_first = true;
    for file in files {
        if format == Format::Json && !std::mem::take(&mut is_first) {
            lines.put(",")?;
        }
        let file = file.as_ref();
        let read = match Raw::read(file, parser).map_err(anyhow::Error::from) {
            Ok(raw) => match format {
                Format::Csv => csv(&raw, &mut lines),
                Format::Json => object(&raw, &mut lines),
                Format::Table => table(&raw, &mut lines),
            },
            Err(error) => {
                if format == Format::Json {
                    lines.put(&json!({ "file": file, "refused": refused(&error) }).to_string())?;
                }
                Err(error)
            }
        };
        if let Err(error) = read {
            if output::is_gone(&error) {
                return Err(error);
            }
            output::error(&error);
            code = REFUSED;
        }
    }
    if format == Format::Json {
        lines.put("]")?;
    }
    lines.close()?;
    Ok(code)
}

/// Why a file is refused, as JSON: with the class of the refusal, if it is one of a reader's.
pub(super) fn refused(error: &anyhow::Error) -> Value {
    let class = error.downcast_ref::<Error>().and_then(Error::refusal);
    json!({ "class": class, "why": format!("{error:#}") })
}

/// Records on stdout; what the file is, on stderr.
fn csv(raw: &Raw, lines: &mut Lines) -> anyhow::Result<()> {
    for line in heads(raw) {
        output::note(&line);
    }
    let mut written = Ok(());
    raw.each_cell(&mut |cell| {
        let number = |number: Option<u64>| number.map_or(String::new(), |n| n.to_string());
        let hidden = if cell.is_hidden { "hidden" } else { "" };
        let bold = if cell.is_bold == Some(true) { "bold" } else { "" };
        let (record, indent) = (number(cell.record), number(cell.indent.map(u64::from)));
        let fields = [
            raw.file.as_str(),
            cell.member.unwrap_or(""),
            cell.table.unwrap_or(""),
            hidden,
            &record,
            &cell.cell,
            cell.span.as_deref().unwrap_or(""),
            cell.kind,
            cell.text,
            cell.stored.unwrap_or(""),
            cell.format.unwrap_or(""),
            &indent,
            bold,
        ];
        if written.is_ok() {
            written = lines.put(&fields.map(output::csv_field).join(","));
        }
    })?;
    Ok(written?)
}

/// One object: what the file is, and its cells as objects without their empty columns; of text that
/// cannot be cut, those before and the refusal.
fn object(raw: &Raw, lines: &mut Lines) -> anyhow::Result<()> {
    let members = raw.heads.iter().map(|head| {
        let tables = head.tables.iter().map(|table| {
            json!({
                "name": table.name, "hidden": table.is_hidden, "rows": table.row_count,
                "columns": table.column_count, "cells": table.cell_count,
                "covered_cells": table.covered_count,
            })
        });
        json!({
            "member": head.member, "reader": head.format.name(),
            "charset": head.charset.map(|charset| charset.name),
            "charset_basis": head.charset.map(|charset| charset.basis.to_string()),
            "tables": tables.collect::<Vec<_>>(), "skipped_sheets": head.skipped,
        })
    });
    let members: Value = members.collect();
    lines.put(&format!("{{\"file\":{},\"members\":{members},\"cells\":[", json!(raw.file)))?;
    let mut written = Ok(());
    let mut comma = "";
    let cut = raw.each_cell(&mut |cell| {
        let mut object = json!({
            "member": cell.member, "table": cell.table, "record": cell.record, "cell": cell.cell,
            "span": cell.span, "type": cell.kind, "text": cell.text, "stored": cell.stored,
            "format": cell.format, "indent": cell.indent,
            "bold": cell.is_bold.filter(|bold| *bold),
        });
        if let Some(object) = object.as_object_mut() {
            object.retain(|_, value| !value.is_null());
        }
        if written.is_ok() {
            written = lines.put(&format!("{comma}{object}"));
        }
        comma = ",";
    });
    let cut = cut.map_err(anyhow::Error::from);
    match &cut {
        Ok(()) => lines.put("]}")?,
        Err(error) => lines.put(&format!("],\"refused\":{}}}", refused(error)))?,
    }
    written?;
    cut
}

/// What the file is, then its cells in columns, a table at a time.
fn table(raw: &Raw, lines: &mut Lines) -> anyhow::Result<()> {
    for line in heads(raw) {
        lines.say(&line)?;
    }
    let headings =
        ["member", "table", "record", "cell", "type", "text", "stored", "format", "indent"];
    let mut rows = vec![headings.map(str::to_owned).to_vec()];
    raw.each_cell(&mut |cell| {
        let text: String = cell.text.chars().take(TEXT_CHARS_MAX).collect();
        let stored = cell.stored.filter(|stored| *stored != cell.text).unwrap_or("");
        rows.push(vec![
            cell.member.unwrap_or("").to_owned(),
            cell.table.unwrap_or("").to_owned(),
            cell.record.map_or(String::new(), |record| record.to_string()),
            cell.span.as_deref().unwrap_or(&cell.cell).to_owned(),
            cell.kind.to_owned(),
            text.escape_debug().to_string(),
            stored.to_owned(),
            cell.format.unwrap_or("").to_owned(),
            cell.indent.map_or(String::new(), |indent| indent.to_string()),
        ]);
    })?;
    // Columns in which no cell says anything are left out.
    let says = |column: usize| rows.iter().skip(1).any(|row| !row[column].is_empty());
    let shown: Vec<usize> = (0..headings.len()).filter(|column| says(*column)).collect();
    let rows: Vec<Vec<String>> =
        rows.iter().map(|row| shown.iter().map(|at| row[*at].clone()).collect()).collect();
    Ok(lines.put(output::columns(&rows, &[]).trim_end_matches('\n'))?)
}

/// A longer text is cut in the table, never in CSV or JSON.
const TEXT_CHARS_MAX: usize = 60;

/// What a file and its members are, a line each.
fn heads(raw: &Raw) -> Vec<String> {
    let mut lines = Vec::new();
    for head in &raw.heads {
        let member =
            head.member.as_ref().map_or(String::new(), |name| format!(", member `{name}`"));
        let charset = head
            .charset
            .map_or(String::new(), |charset| format!(", in {} ({})", charset.name, charset.basis));
        lines.push(format!("{}{member}: {}{charset}", raw.file, head.format));
        for table in &head.tables {
            let hidden = if table.is_hidden { ", hidden" } else { "" };
            let covered = match table.covered_count {
                0 => String::new(),
                count => format!(", {count} more under merged ones, not shown"),
            };
            lines.push(format!(
                "  {}: {} rows, {} columns, {} cells{covered}{hidden}",
                table.name, table.row_count, table.column_count, table.cell_count
            ));
        }
        lines.extend(head.skipped.iter().map(|name| format!("  {name}: no worksheet, skipped")));
    }
    lines
}

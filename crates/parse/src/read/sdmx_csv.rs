//! SDMX-CSV 1.0 and 2.0, which are delimited text with rules of their own: headings and cells may
//! print labels after codes (`FREQ: Frequency`, `A: Annual`), and a column says which records
//! delete. Any other delimited text becomes a record set as it stands.
//!
//! Follows the SDMX-CSV field guides of the SDMX Technical Working Group, 1.0 and 2.0.0.

use crate::error::Error;
use crate::limits::Limits;
use crate::read::delimited::Delimited;
use crate::record_set::{Kind, RecordSet, Writer};

/// The records of delimited text.
///
/// # Errors
/// `Limit`: cells, text or records.
pub fn record_set(cut: &Delimited, limits: &Limits) -> Result<RecordSet, Error> {
    let shape = Shape::of(&cut.columns);
    let mut writer = Writer::new(None, limits);
    for (number, line) in cut.preamble.iter().enumerate() {
        let place = format!("line {}", number + 1);
        let bare = line.trim_end_matches(cut.delimiter);
        if bare != line {
            writer.around(place.clone(), bare);
        }
        writer.around(place, line);
    }
    for (line, text) in &cut.foot {
        writer.around(format!("line {line}"), text);
    }
    for heading in &shape.headings {
        writer.add_column(heading);
    }
    for record in &cut.records {
        for (column, field) in record.fields.iter().enumerate() {
            let text = if shape.is_labelled[column] { code(field) } else { field };
            writer.push(column, text, Kind::Text)?;
        }
        let action = shape.action.map(|column| record.fields[column].as_str());
        if matches!(action, Some("D" | "Delete")) {
            writer.end_deletion()?;
        } else {
            writer.end_record()?;
        }
    }
    Ok(writer.finish())
}

/// The headings under which the columns of a header are known.
pub fn headings(columns: &[String]) -> Vec<&str> {
    Shape::of(columns).headings
}

/// What the header says of the columns.
struct Shape<'a> {
    headings: Vec<&'a str>,
    /// Cells print a label after the code.
    is_labelled: Vec<bool>,
    action: Option<usize>,
}

impl<'a> Shape<'a> {
    fn of(columns: &'a [String]) -> Self {
        if !is_sdmx(columns) {
            let headings = columns.iter().map(String::as_str).collect();
            return Self { headings, is_labelled: vec![false; columns.len()], action: None };
        }
        let headings: Vec<&str> = columns.iter().map(|column| code(column)).collect();
        let printed = columns.iter().zip(&headings);
        let mut is_labelled: Vec<bool> = printed.map(|(column, code)| column != code).collect();
        // Where headings have labels, the name of the structure has one too.
        let has_labels = is_labelled.contains(&true);
        for (column, heading) in headings.iter().enumerate() {
            if matches!(*heading, "DATAFLOW" | "STRUCTURE_ID") {
                is_labelled[column] = has_labels;
            }
        }
        let action = headings.iter().position(|heading| *heading == "ACTION");
        Self { headings, is_labelled, action }
    }
}

/// `DATAFLOW` begins a header of 1.0; `STRUCTURE` or `STRUCTURE[;]`, then `STRUCTURE_ID`, of 2.0.
fn is_sdmx(columns: &[String]) -> bool {
    let [first, rest @ ..] = columns else { return false };
    let is_second = rest.first().is_some_and(|second| code(second) == "STRUCTURE_ID");
    let base = first.split('[').next().unwrap_or(first);
    code(first) == "DATAFLOW" || (base == "STRUCTURE" && is_second)
}

/// The code of `A: Annual`; all of a text that is no code with a label.
fn code(text: &str) -> &str {
    text.split_once(": ").map_or(text, |(code, _)| code)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::read::delimited::{Cut, Text};
    use crate::text::{Basis, Charset};

    fn set(content: &str) -> RecordSet {
        let charset = Charset { name: "UTF-8", basis: Basis::Proven };
        let text = Text::new(content.to_owned(), charset);
        let cut = Cut { preamble_lines: 0, delimiter: None, until: &[] };
        let limits = Limits::standard();
        record_set(&text.records(cut, &limits).unwrap(), &limits).unwrap()
    }

    fn row(set: &RecordSet, at: usize) -> Vec<&str> {
        let record = set.records().nth(at).unwrap();
        record.fields().map(|(_, field)| field.text).collect()
    }

    #[test]
    fn labels_after_codes_are_taken_off_headings_and_cells() {
        let set = set("STRUCTURE[|];STRUCTURE_ID;ACTION;GEO: Area;TIME: Time;OBS_VALUE: Value\n\
             dataflow;X:Y(1.0): A flow;I;DE: Germany;2014-01;12,4\n");
        assert_eq!(
            set.columns(),
            ["STRUCTURE[|]", "STRUCTURE_ID", "ACTION", "GEO", "TIME", "OBS_VALUE"]
        );
        assert_eq!(row(&set, 0), ["dataflow", "X:Y(1.0)", "I", "DE", "2014-01", "12,4"]);
    }

    #[test]
    fn records_that_delete_are_marked() {
        let set = set("STRUCTURE,STRUCTURE_ID,ACTION,GEO,OBS_VALUE\n\
             dataflow,X:Y(1.0),D,DE,1\ndataflow,X:Y(1.0),R,DE,2\n");
        let deletions: Vec<bool> = set.records().map(|record| record.is_deletion()).collect();
        assert_eq!(deletions, [true, false]);
    }

    #[test]
    fn any_other_text_is_left_as_it_stands() {
        let set = set("note: a,ACTION\nA: b,D\n");
        assert_eq!(set.columns(), ["note: a", "ACTION"]);
        assert_eq!(row(&set, 0), ["A: b", "D"]);
        assert!(!set.records().next().unwrap().is_deletion());
    }
}

//! A table for people: aligned where it fits, one column per line where it does not.

use std::fmt::Write as _;

/// Between two columns.
const GAP: &str = "  ";
/// A column is not narrowed below this.
const COLUMN_MIN: usize = 12;

pub(crate) struct Heading {
    pub(crate) name: String,
    /// Aligned to the right.
    pub(crate) number: bool,
}

/// Renders rows under their headings; a null is left blank.
pub(crate) fn render(
    headings: &[Heading],
    rows: &[Vec<Option<String>>],
    width_columns: usize,
) -> String {
    let mut widths: Vec<usize> = headings.iter().map(|heading| width(&heading.name)).collect();
    for row in rows {
        for (column, field) in widths.iter_mut().zip(row) {
            *column = (*column).max(width(field.as_deref().unwrap_or_default()));
        }
    }
    match fitted(widths, width_columns) {
        Some(widths) => aligned(headings, rows, &widths),
        None => one_by_one(headings, rows),
    }
}

/// Takes from the widest column until the line fits; `None` if it cannot without hiding too much.
pub(crate) fn fitted(mut widths: Vec<usize>, width_columns: usize) -> Option<Vec<usize>> {
    let gaps = GAP.len() * widths.len().saturating_sub(1);
    loop {
        let used = widths.iter().sum::<usize>() + gaps;
        if used <= width_columns {
            return Some(widths);
        }
        let widest = widths.iter_mut().max()?;
        if *widest <= COLUMN_MIN {
            return None;
        }
        *widest -= 1;
    }
}

fn aligned(headings: &[Heading], rows: &[Vec<Option<String>>], widths: &[usize]) -> String {
    let mut text = String::new();
    let names = headings.iter().map(|heading| heading.name.as_str()).collect::<Vec<_>>();
    push_line(&mut text, headings, &names, widths);
    let rules: Vec<String> = widths.iter().map(|width| "-".repeat(*width)).collect();
    push_line(&mut text, headings, &rules.iter().map(String::as_str).collect::<Vec<_>>(), widths);
    for row in rows {
        let fields: Vec<&str> = row.iter().map(|field| field.as_deref().unwrap_or("")).collect();
        push_line(&mut text, headings, &fields, widths);
    }
    text
}

fn push_line(text: &mut String, headings: &[Heading], fields: &[&str], widths: &[usize]) {
    let mut line = String::new();
    for (column, field) in fields.iter().enumerate() {
        if column > 0 {
            line.push_str(GAP);
        }
        let shown = cut(field, widths[column]);
        let blanks = " ".repeat(widths[column].saturating_sub(width(&shown)));
        let (before, after) =
            if headings[column].number { (blanks.as_str(), "") } else { ("", blanks.as_str()) };
        line.push_str(before);
        line.push_str(&shown);
        line.push_str(after);
    }
    text.push_str(line.trim_end());
    text.push('\n');
}

fn one_by_one(headings: &[Heading], rows: &[Vec<Option<String>>]) -> String {
    let names = headings.iter().map(|heading| width(&heading.name)).max().unwrap_or_default();
    let mut text = String::new();
    for (number, row) in rows.iter().enumerate() {
        let _ = writeln!(text, "row {}", number + 1);
        for (heading, field) in headings.iter().zip(row) {
            let Some(field) = field else { continue };
            let blanks = " ".repeat(names - width(&heading.name));
            let _ = writeln!(text, "{GAP}{}{blanks}{GAP}{field}", heading.name);
        }
    }
    text
}

/// The text if it fits, else its beginning and an ellipsis.
pub(crate) fn cut(text: &str, width_max: usize) -> String {
    let one_line = text.replace(['\n', '\r'], " ");
    if width(&one_line) <= width_max {
        return one_line;
    }
    let mut kept = String::new();
    for letter in one_line.chars() {
        if width(&kept) + letter_width(letter) + 1 > width_max {
            break;
        }
        kept.push(letter);
    }
    kept.push('…');
    kept
}

/// Columns of a terminal that the text takes.
pub(crate) fn width(text: &str) -> usize {
    text.chars().map(letter_width).sum()
}

/// Two for the wide blocks of Unicode's East Asian Width that statistics are printed in.
fn letter_width(letter: char) -> usize {
    match u32::from(letter) {
        0x0300..=0x036F | 0x200B..=0x200F => 0,
        0x1100..=0x115F
        | 0x2E80..=0xA4CF
        | 0xAC00..=0xD7A3
        | 0xF900..=0xFAFF
        | 0xFE30..=0xFE6F
        | 0xFF00..=0xFF60
        | 0xFFE0..=0xFFE6
        | 0x20000..=0x3FFFD => 2,
        _ => 1,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn headings() -> Vec<Heading> {
        vec![
            Heading { name: "label".to_owned(), number: false },
            Heading { name: "obs_value".to_owned(), number: true },
        ]
    }

    fn rows() -> Vec<Vec<Option<String>>> {
        vec![
            vec![Some("总值".to_owned()), Some("182146".to_owned())],
            vec![Some("Afghanistan and all the others".to_owned()), None],
        ]
    }

    #[test]
    fn numbers_to_the_right_and_wide_letters_count_twice() {
        let text = render(&headings(), &rows()[..1], 80);
        assert_eq!(text, "label  obs_value\n-----  ---------\n总值      182146\n");
    }

    #[test]
    fn wide_columns_are_cut_and_what_cannot_fit_goes_line_by_line() {
        let text = render(&headings(), &rows(), 30);
        assert!(text.lines().all(|line| width(line) <= 30), "{text}");
        assert!(text.contains("Afghanistan and al…"), "{text}");
        let narrow = render(&headings(), &rows(), 10);
        assert!(narrow.starts_with("row 1\n  label      总值\n"), "{narrow}");
    }
}

//! Text for a page so many columns wide: lines folded between words, tables whose cells are folded.
//! Nothing is cut off.

use console::measure_text_width as width;

/// Between two columns.
const GAP: &str = "  ";
/// A cell is broken behind these and at blanks.
const BREAKS: [char; 7] = ['-', '/', ':', ',', '_', '#', '?'];
/// No column of a table is folded to less.
const COLUMN_MIN: usize = 8;

/// Lines no wider than the page, where blanks allow it; what goes on is indented. A command goes on
/// behind `\`, as a shell has it.
pub(crate) fn fold(text: &str, page: usize) -> String {
    let mut folded = String::new();
    for line in text.lines() {
        if width(line) <= page {
            folded.push_str(line);
        } else {
            fold_line(line, page, &mut folded);
        }
        folded.push('\n');
    }
    folded
}

fn fold_line(line: &str, page: usize, folded: &mut String) {
    let words = line.trim_start_matches(' ');
    let indent = line.len() - words.len();
    let program = words.split(' ').next().unwrap_or_default();
    let (end, margin) = if program.rsplit('/').next() == Some("portbook") {
        (" \\", indent + 4)
    } else {
        ("", indent + 2)
    };
    folded.push_str(&" ".repeat(indent));
    let mut used = indent;
    for (number, word) in words.split(' ').enumerate() {
        if number > 0 {
            if used + 1 + width(word) + end.len() > page && used > margin {
                folded.truncate(folded.trim_end_matches(' ').len());
                folded.push_str(&format!("{end}\n{}", " ".repeat(margin)));
                used = margin;
            } else {
                folded.push(' ');
                used += 1;
            }
        }
        folded.push_str(word);
        used += width(word);
    }
}

/// Cells in aligned columns, the first row a heading; `right` names columns of numbers. Where the
/// page is too narrow, other cells are folded; where that is not enough, a row is lines of its own.
pub(crate) fn columns(rows: &[Vec<String>], right: &[usize], page: Option<usize>) -> String {
    let count = rows.iter().map(Vec::len).max().unwrap_or(0);
    let widest = |of: &dyn Fn(&str) -> usize| -> Vec<usize> {
        let of_column = |column: usize| {
            let cells = rows.iter().filter_map(|row| row.get(column));
            cells.map(|cell| of(cell)).max().unwrap_or(0)
        };
        (0..count).map(of_column).collect()
    };
    let mut widths = widest(&|cell| width(cell));
    let Some(page) = page else { return aligned(rows, right, &widths) };
    let longest = |cell: &str| pieces(cell).into_iter().map(width).max().unwrap_or(0);
    let least = widest(&longest);
    let gaps = GAP.len() * count.saturating_sub(1);
    while widths.iter().sum::<usize>() + gaps > page {
        let may_give = |column: &usize| {
            !right.contains(column) && widths[*column] > least[*column].max(COLUMN_MIN)
        };
        let Some(column) = (0..count).filter(may_give).max_by_key(|column| widths[*column]) else {
            return one_by_one(rows, page);
        };
        widths[column] -= 1;
    }
    aligned(rows, right, &widths)
}

fn aligned(rows: &[Vec<String>], right: &[usize], widths: &[usize]) -> String {
    let mut text = String::new();
    for row in rows {
        let cells: Vec<Vec<String>> =
            row.iter().zip(widths).map(|(cell, width)| broken(cell, *width)).collect();
        for at in 0..cells.iter().map(Vec::len).max().unwrap_or(0) {
            let mut line = String::new();
            for (column, cell) in cells.iter().enumerate() {
                let part = cell.get(at).map_or("", String::as_str);
                let pad = " ".repeat(widths[column].saturating_sub(width(part)));
                let gap = if column > 0 { GAP } else { "" };
                line.push_str(gap);
                line.push_str(&if right.contains(&column) {
                    pad + part
                } else {
                    part.to_owned() + &pad
                });
            }
            text.push_str(line.trim_end());
            text.push('\n');
        }
    }
    text
}

/// A row as its first cell, and below it the others with their headings.
fn one_by_one(rows: &[Vec<String>], page: usize) -> String {
    let Some((headings, rows)) = rows.split_first() else { return String::new() };
    let mut text = String::new();
    for row in rows {
        let mut cells = row.iter().zip(headings);
        if let Some((first, _)) = cells.next() {
            text.push_str(&format!("{first}\n"));
        }
        let said = cells.filter(|(cell, _)| !cell.is_empty());
        let said: Vec<String> = said.map(|(cell, heading)| format!("{heading} {cell}")).collect();
        text.push_str(&format!("  {}\n", said.join(", ")));
    }
    fold(&text, page)
}

/// What of a cell stays together: a coloured one does as a whole.
fn pieces(cell: &str) -> Vec<&str> {
    if cell.contains('\u{1b}') {
        return vec![cell];
    }
    cell.split_inclusive(|letter| letter == ' ' || BREAKS.contains(&letter)).collect()
}

/// The lines of a cell.
fn broken(cell: &str, most: usize) -> Vec<String> {
    let mut lines = vec![String::new()];
    for piece in pieces(cell) {
        let current = lines.last_mut().expect("it began with one");
        if width(current) + width(piece.trim_end()) > most && !current.is_empty() {
            current.truncate(current.trim_end().len());
            lines.push(piece.to_owned());
        } else {
            current.push_str(piece);
        }
    }
    if let Some(last) = lines.last_mut() {
        last.truncate(last.trim_end().len());
    }
    lines
}

#[cfg(test)]
mod tests;

//! The truth of Rosstat's text: headings lost their spans, so the columns are known by the words of
//! the heading's first row and by the number of fields.

use crate::truth::{Cell, Texts};

/// Months of each value column under a heading, first and last; from its first words.
fn columns(fields: &[String]) -> Option<Vec<(i32, i32)>> {
    let months = (1..=12).map(|month| (month, month));
    let quarters = (0..4).map(|quarter| (quarter * 3 + 1, quarter * 3 + 3));
    let whole = [(1, 12)];
    let word = |at: usize| fields.get(at).map_or("", String::as_str);
    let (first, second, third) = (word(1), word(2), word(3));
    Some(match (first, second, third) {
        (first, second, third) if first.starts_with("Год") && second.starts_with("Кварталы") =>
        {
            let months: Vec<_> = if third.is_empty() { Vec::new() } else { months.collect() };
            whole.into_iter().chain(quarters).chain(months).collect()
        }
        (first, second, third) if first.starts_with("Год") && second.starts_with("Янв") => {
            if third.starts_with("Янв-фев") {
                whole.into_iter().chain((1..=11).map(|month| (1, month))).collect()
            } else {
                whole.into_iter().chain(months).collect()
            }
        }
        (first, second, _) if first.starts_with("Янв") && second.starts_with("Фев") => {
            months.collect()
        }
        _ => return None,
    })
}

/// Rows that begin with a year under one of the headings, with the nearest text above as label.
pub(crate) fn cells(texts: &Texts) -> Vec<Cell> {
    let mut cells = Vec::new();
    let mut heading: Option<Vec<(i32, i32)>> = None;
    let mut label = None;
    for row in 1..=texts.sheet.rows.len() {
        let fields: Vec<String> =
            (1..=texts.sheet.column_count).map(|column| texts.at((row, column))).collect();
        let filled = fields.iter().skip(1).any(|field| !field.is_empty());
        let year = fields[0].get(..4).and_then(|digits| digits.parse::<i32>().ok());
        let year = year.filter(|year| (1990..2020).contains(year) && fields[0].len() <= 6);
        match (fields[0].is_empty(), filled, year) {
            // The second row of a heading, `I II III IV`, changes nothing.
            (true, true, _) if fields[1].is_empty() && fields[2] == "I" => {}
            (true, true, _) => heading = columns(&fields),
            (false, false, None) => label = Some((row, 1)),
            (false, true, None) => heading = None,
            (false, true, Some(year)) => {
                let spans = heading.iter().flatten().enumerate();
                for (at, (first, last)) in spans {
                    let place = (row, at + 2);
                    if texts.at(place).is_empty() {
                        continue;
                    }
                    let span = format!("{year:04}-{first:02}/{year:04}-{last:02}");
                    cells.push(Cell { at: place, span, labels: label.into_iter().collect() });
                }
            }
            _ => {}
        }
    }
    cells
}

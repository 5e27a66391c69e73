//! Text in columns of fixed width. Positions are letters of the decoded text, one-based, as its
//! descriptions print them; what stands outside every column is an error and never dropped.

use portbook_source::layout::records::FixedColumn;
use portbook_source::pattern::fold;

use crate::error::Error;
use crate::limits::{Limits, within};
use crate::read::delimited::{Delimited, Record, Text};

/// Cuts a text at declared columns: every line that is not blank is a record, its fields trimmed.
/// The records end before the first line that begins with a word of `until`.
///
/// # Errors
/// `OutsideColumns` with the line and the letter, `Limit`.
pub fn cut(
    text: &Text,
    preamble_lines: usize,
    columns: &[FixedColumn],
    until: &[String],
    limits: &Limits,
) -> Result<Delimited, Error> {
    let mut lines = lines(&text.content);
    let preamble = lines.by_ref().take(preamble_lines).map(|(_, line)| line.to_owned()).collect();
    let mut lines = lines.filter(|(_, content)| !content.trim().is_empty()).peekable();
    let is_record = |(_, content): &(u64, &str)| {
        let begin = fold(content);
        !until.iter().any(|word| begin.starts_with(word.as_str()))
    };
    let mut records = Vec::new();
    while let Some((line, content)) = lines.next_if(is_record) {
        let number = records.len() as u64 + 1;
        within("records", number, limits.records_max, || format!("line {line}"))?;
        records.push(Record { number, line, fields: declared_fields(line, content, columns)? });
    }
    Ok(Delimited {
        delimiter: ' ',
        preamble,
        columns: columns.iter().map(|column| column.name.clone()).collect(),
        records,
        foot: lines.map(|(line, content)| (line, content.to_owned())).collect(),
    })
}

fn declared_fields(
    line: u64,
    content: &str,
    columns: &[FixedColumn],
) -> Result<Vec<String>, Error> {
    let letters: Vec<char> = content.chars().collect();
    let is_inside = |at: usize| columns.iter().any(|c| (c.from..=c.to).contains(&(at + 1)));
    let outside = letters.iter().enumerate().find(|(at, c)| !c.is_whitespace() && !is_inside(*at));
    if let Some((at, letter)) = outside {
        return Err(Error::OutsideColumns { line, position: at + 1, letter: *letter });
    }
    let field = |column: &FixedColumn| {
        let from = (column.from - 1).min(letters.len());
        let field: String = letters[from..column.to.clamp(from, letters.len())].iter().collect();
        field.trim().to_owned()
    };
    Ok(columns.iter().map(field).collect())
}

/// Lines looked at to tell columns.
const SAMPLE_LINES: usize = 200;
/// Blanks between two columns, in every line.
const GUTTER_BLANKS: usize = 2;

/// Where columns begin, zero-based letters, if every line leaves the same runs of blanks free;
/// one column, which begins at 0, if there is no such run.
pub(super) fn starts(text: &str) -> Vec<usize> {
    let mut taken: Vec<bool> = Vec::new();
    for (_, line) in lines(text).filter(|(_, line)| !line.trim().is_empty()).take(SAMPLE_LINES) {
        for (at, letter) in line.chars().enumerate() {
            if taken.len() <= at {
                taken.push(false);
            }
            taken[at] |= !letter.is_whitespace();
        }
    }
    let mut starts = vec![0];
    let (mut blanks, mut is_first) = (0, true);
    for (at, is_taken) in taken.into_iter().enumerate() {
        if is_taken {
            if blanks >= GUTTER_BLANKS && !is_first {
                starts.push(at);
            }
            (blanks, is_first) = (0, false);
        } else {
            blanks += 1;
        }
    }
    starts
}

/// The fields of a line between such starts, trimmed.
pub(super) fn fields(line: &str, starts: &[usize]) -> Vec<String> {
    let letters: Vec<char> = line.chars().collect();
    let ends = starts.iter().skip(1).copied().chain([usize::MAX]);
    let field = |(from, to): (&usize, usize)| {
        let from = (*from).min(letters.len());
        let field: String = letters[from..to.clamp(from, letters.len())].iter().collect();
        field.trim().to_owned()
    };
    starts.iter().zip(ends).map(field).collect()
}

/// One-based line numbers and the lines, whatever ends them.
pub(super) fn lines(text: &str) -> impl Iterator<Item = (u64, &str)> {
    let lines = text.split('\n').map(|line| line.strip_suffix('\r').unwrap_or(line));
    (1_u64..).zip(lines.flat_map(|line| line.split('\r')))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::{Basis, Charset};

    fn text(content: &str) -> Text {
        let charset = Charset { name: "UTF-8", basis: Basis::Proven };
        Text::new(content.to_owned(), charset)
    }

    fn column(name: &str, from: usize, to: usize) -> FixedColumn {
        FixedColumn { name: name.to_owned(), from, to }
    }

    #[test]
    fn declared_columns_are_cut_and_nothing_stands_outside() {
        let columns = [column("area", 1, 7), column("value", 8, 12)];
        let until = ["Source:".to_owned()];
        let cut = |content: &str| cut(&text(content), 1, &columns, &until, &Limits::standard());
        let file = cut("Exports\r\nÖster     12\r\n\r\nBelgien 7\r\nSource: a bureau\r\n").unwrap();
        assert_eq!(file.foot, [(5, "Source: a bureau".to_owned())]);
        assert_eq!(file.preamble, ["Exports"]);
        let records: Vec<(u64, u64, &[String])> =
            file.records.iter().map(|r| (r.number, r.line, r.fields.as_slice())).collect();
        let row = |area: &str, value: &str| [area.to_owned(), value.to_owned()];
        let rows = [row("Öster", "12"), row("Belgien", "7")];
        assert_eq!(records, [(1, 2, &rows[0][..]), (2, 4, &rows[1][..])]);
        let outside = cut("\nÖster     12 x\n").unwrap_err().to_string();
        assert_eq!(outside, "line 2: got `x` at letter 14, outside every declared column");
    }

    #[test]
    fn columns_are_told_by_blanks_that_all_lines_share() {
        let prn = "Area        Value\nGermany     1,234\nViet Nam       56\n";
        let at = starts(prn);
        assert_eq!(at, [0, 12]);
        assert_eq!(fields("Viet Nam       56", &at), ["Viet Nam", "56"]);
        assert_eq!(starts("a b\nbb c\n"), [0]);
        assert_eq!(starts("   a\n  bb\n"), [0]);
    }
}

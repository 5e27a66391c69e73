//! Delimited text: a header, then records of as many fields. Quoting is strict, because a lone
//! quote makes a lenient reader swallow the rest of the file without a word.

use std::collections::BTreeMap;

use portbook_source::pattern::fold;

use crate::error::Error;
use crate::limits::{Limits, within};
use crate::read::fixed_width;
use crate::text::Charset;

mod kept;

/// A file that looks like delimited text, not yet cut.
#[derive(Clone, Debug, serde::Serialize, serde::Deserialize)]
pub struct Text {
    pub content: String,
    pub charset: Charset,
    #[serde(skip)]
    kept: kept::Kept,
}

/// How a layout says a text is cut.
#[derive(Clone, Copy, Debug)]
pub struct Cut<'a> {
    /// Lines before the header.
    pub preamble_lines: usize,
    /// Without one, that of `,` `;` tab `|` under which most lines have as many fields as the
    /// header.
    pub delimiter: Option<char>,
    /// Folded words. The records end before the first whose first non-blank field begins with one
    /// of them; a line of fewer or more fields may begin so in any field.
    pub until: &'a [String],
}

/// Records under a header.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Delimited {
    pub delimiter: char,
    /// Lines before the header, verbatim.
    pub preamble: Vec<String>,
    /// The header's fields; the last is empty where lines end in a delimiter.
    pub columns: Vec<String>,
    pub records: Vec<Record>,
    /// Fields below the records that are not blank, and the one-based line they begin on.
    pub foot: Vec<(u64, String)>,
}

/// One record, with as many fields as there are columns.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Record {
    /// One-based, the header not counted.
    pub number: u64,
    /// One-based line it begins on.
    pub line: u64,
    pub fields: Vec<String>,
}

/// What may stand between fields, most usual first.
const DELIMITERS: [char; 4] = [',', ';', '\t', '|'];
/// Lines among which a header is looked for.
const HEADER_LINES_MAX: usize = 200;
/// Lines looked at to tell the delimiter.
const SAMPLE_LINES: usize = 50;

impl Text {
    pub fn new(content: String, charset: Charset) -> Self {
        Self { content, charset, kept: kept::Kept::default() }
    }

    /// Cuts the text. Empty lines are skipped, a lone `\r` ends a line too.
    ///
    /// # Errors
    /// `NoHeader`, `NoDelimiter`, `Ragged`, `LoneQuote`, `QuoteInField`, `Limit`, each with its line.
    pub fn records(&self, cut: Cut<'_>, limits: &Limits) -> Result<Delimited, Error> {
        let (preamble, body) = split_preamble(&self.content, cut.preamble_lines)?;
        let delimiter = match cut.delimiter {
            Some(delimiter) => delimiter,
            None => sniff_delimiter(body)?,
        };
        let line = cut.preamble_lines as u64 + 1;
        let mut cutter = Cutter { rest: body, line, delimiter, limits };
        let no_header = Error::NoHeader {
            seen: self.content.lines().count() as u64,
            preamble: cut.preamble_lines as u64,
        };
        let (_, columns) = cutter.next()?.ok_or(no_header)?;
        let mut records = Vec::new();
        let mut foot = Vec::new();
        while let Some((line, fields)) = cutter.next()? {
            if ends(&fields, columns.len(), cut.until) {
                foot.extend(below(line, fields));
                break;
            }
            if fields.len() != columns.len() {
                let (seen, expected) = (fields.len(), columns.len());
                return Err(Error::Ragged { line, seen, expected });
            }
            let number = records.len() as u64 + 1;
            within("records", number, limits.records_max, || format!("line {line}"))?;
            records.push(Record { number, line, fields });
        }
        while let Some((line, fields)) = cutter.next()? {
            foot.extend(below(line, fields));
        }
        Ok(Delimited { delimiter, preamble, columns, records, foot })
    }

    /// The records below the first line that is such a header, cut without a layout: down to the
    /// first line of another number of fields, or to one that cannot be cut.
    pub fn below(
        &self,
        is_header: &dyn Fn(&[String]) -> bool,
        limits: &Limits,
    ) -> Option<Delimited> {
        for preamble_lines in 0..HEADER_LINES_MAX {
            let (preamble, body) = split_preamble(&self.content, preamble_lines).ok()?;
            let Ok(delimiter) = sniff_delimiter(body) else { continue };
            let line = preamble_lines as u64 + 1;
            let mut cutter = Cutter { rest: body, line, delimiter, limits };
            let Ok(Some((_, columns))) = cutter.next() else { continue };
            if !is_header(&columns) {
                continue;
            }
            let mut records = Vec::new();
            while let Ok(Some((line, fields))) = cutter.next() {
                if fields.len() != columns.len() {
                    break;
                }
                records.push(Record { number: records.len() as u64 + 1, line, fields });
            }
            return Some(Delimited { delimiter, preamble, columns, records, foot: Vec::new() });
        }
        None
    }

    /// Cuts the text without a header, however many fields a record has, and calls `visit` with
    /// the one-based line each record begins on and its fields. Without any delimiter, columns are
    /// told by the blanks that all lines share.
    ///
    /// # Errors
    /// `LoneQuote`, `QuoteInField`, `Limit`, each with its line.
    pub fn each_record(
        &self,
        limits: &Limits,
        visit: &mut dyn FnMut(u64, &[String]),
    ) -> Result<(), Error> {
        let Some(delimiter) = likely_delimiter(&self.content) else {
            let starts = fixed_width::starts(&self.content);
            for (line, content) in fixed_width::lines(&self.content) {
                if !content.is_empty() {
                    visit(line, &fixed_width::fields(content, &starts));
                }
            }
            return Ok(());
        };
        let mut cutter = Cutter { rest: &self.content, line: 1, delimiter, limits };
        let mut count = 0;
        while let Some((line, fields)) = cutter.next()? {
            count += 1;
            within("records", count, limits.records_max, || format!("line {line}"))?;
            visit(line, &fields);
        }
        Ok(())
    }
}

/// The delimiter that most of the first lines have equally often; the one named first on a tie.
fn likely_delimiter(text: &str) -> Option<char> {
    let lines: Vec<&str> =
        text.split(['\r', '\n']).filter(|line| !line.is_empty()).take(SAMPLE_LINES).collect();
    let mut best: Option<(usize, char)> = None;
    for delimiter in DELIMITERS {
        let mut counts = BTreeMap::new();
        for count in lines.iter().map(|line| count_outside_quotes(line, delimiter)) {
            *counts.entry(count).or_insert(0_usize) += usize::from(count > 0);
        }
        let alike = counts.values().copied().max().unwrap_or(0);
        if alike > best.map_or(0, |(most, _)| most) {
            best = Some((alike, delimiter));
        }
    }
    best.map(|(_, delimiter)| delimiter)
}

/// Whether a record is the first line below the records.
fn ends(fields: &[String], width: usize, until: &[String]) -> bool {
    if until.is_empty() {
        return false;
    }
    let mut texts = fields.iter().map(|field| fold(field)).filter(|text| !text.is_empty());
    let begins = |text: String| until.iter().any(|word| text.starts_with(word.as_str()));
    if fields.len() == width { texts.next().is_some_and(begins) } else { texts.any(begins) }
}

fn below(line: u64, fields: Vec<String>) -> impl Iterator<Item = (u64, String)> {
    fields.into_iter().filter(|field| !field.trim().is_empty()).map(move |field| (line, field))
}

/// The lines before the header, and the rest.
fn split_preamble(text: &str, lines: usize) -> Result<(Vec<String>, &str), Error> {
    let mut preamble = Vec::new();
    let mut rest = text;
    for _ in 0..lines {
        let Some(end) = rest.find(['\r', '\n']) else {
            let seen = preamble.len() as u64 + u64::from(!rest.is_empty());
            return Err(Error::NoHeader { seen, preamble: lines as u64 });
        };
        preamble.push(rest[..end].to_owned());
        rest = skip_line_end(&rest[end..]);
    }
    Ok((preamble, rest))
}

/// Past one `\r\n`, `\n` or `\r`.
fn skip_line_end(rest: &str) -> &str {
    rest.strip_prefix("\r\n").or_else(|| rest.strip_prefix(['\r', '\n'])).unwrap_or(rest)
}

fn sniff_delimiter(body: &str) -> Result<char, Error> {
    let lines: Vec<&str> =
        body.split(['\r', '\n']).filter(|line| !line.is_empty()).take(SAMPLE_LINES).collect();
    let header = lines.first().copied().unwrap_or_default();
    let mut best: Option<(usize, usize, char)> = None;
    for delimiter in DELIMITERS {
        let expected = count_outside_quotes(header, delimiter);
        if expected == 0 {
            continue;
        }
        let alike = |line: &&&str| count_outside_quotes(line, delimiter) == expected;
        let score = lines.iter().filter(alike).count();
        // A tie goes to the delimiter named first: some end each field in a tab and a comma.
        if best.is_none_or(|(lines, fields, _)| (score, expected) > (lines, fields)) {
            best = Some((score, expected, delimiter));
        }
    }
    let found = best.map(|(_, _, delimiter)| delimiter);
    found.ok_or_else(|| Error::NoDelimiter { header: header.chars().take(200).collect() })
}

fn count_outside_quotes(line: &str, delimiter: char) -> usize {
    let mut is_quoted = false;
    let mut count = 0;
    for c in line.chars() {
        is_quoted ^= c == '"';
        count += usize::from(c == delimiter && !is_quoted);
    }
    count
}

/// Cuts records off the front: RFC 4180, with any line end, and quotes only around whole fields.
struct Cutter<'a> {
    rest: &'a str,
    line: u64,
    delimiter: char,
    limits: &'a Limits,
}

impl Cutter<'_> {
    /// The next record and the line it begins on.
    fn next(&mut self) -> Result<Option<(u64, Vec<String>)>, Error> {
        while self.rest.starts_with(['\r', '\n']) {
            self.rest = skip_line_end(self.rest);
            self.line += 1;
        }
        if self.rest.is_empty() {
            return Ok(None);
        }
        let start = self.line;
        let mut fields = Vec::new();
        loop {
            let field = if self.rest.starts_with('"') { self.quoted(start)? } else { self.plain() };
            if field.len() > self.limits.field_bytes_max {
                return Err(Error::LoneQuote {
                    line: start,
                    lines: self.line - start + 1,
                    bytes: field.len(),
                });
            }
            fields.push(field);
            if let Some(rest) = self.rest.strip_prefix(self.delimiter) {
                self.rest = rest;
                continue;
            }
            if !self.rest.is_empty() {
                self.rest = skip_line_end(self.rest);
                self.line += 1;
            }
            return Ok(Some((start, fields)));
        }
    }

    /// A field without quotes around it; quotes inside are text.
    fn plain(&mut self) -> String {
        let delimiter = self.delimiter;
        let is_end = |c: char| c == delimiter || c == '\r' || c == '\n';
        let end = match u8::try_from(delimiter) {
            Ok(byte) if byte.is_ascii() => {
                memchr::memchr3(byte, b'\r', b'\n', self.rest.as_bytes())
            }
            _ => self.rest.find(is_end),
        };
        let (field, rest) = self.rest.split_at(end.unwrap_or(self.rest.len()));
        self.rest = rest;
        field.to_owned()
    }

    /// A field in quotes, a doubled quote being one.
    fn quoted(&mut self, start: u64) -> Result<String, Error> {
        let mut field = String::new();
        let mut rest = &self.rest[1..];
        loop {
            let end = rest.find('"');
            let piece = &rest[..end.unwrap_or(rest.len())];
            self.line += line_ends(piece);
            field.push_str(piece);
            let lines = self.line - start + 1;
            let is_over =
                field.len() > self.limits.field_bytes_max || lines > self.limits.record_lines_max;
            let Some(end) = end.filter(|_| !is_over) else {
                return Err(Error::LoneQuote { line: start, lines, bytes: field.len() });
            };
            rest = &rest[end + 1..];
            if let Some(after) = rest.strip_prefix('"') {
                field.push('"');
                rest = after;
                continue;
            }
            if !rest.is_empty() && !rest.starts_with([self.delimiter, '\r', '\n']) {
                return Err(Error::QuoteInField { line: self.line });
            }
            self.rest = rest;
            return Ok(field);
        }
    }
}

fn line_ends(text: &str) -> u64 {
    let ends = text.matches(['\r', '\n']).count() - text.matches("\r\n").count();
    ends as u64
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::Basis;
    use proptest::prelude::*;

    fn cut(content: &str, preamble: usize, delimiter: Option<char>) -> Result<Delimited, Error> {
        let charset = Charset { name: "UTF-8", basis: Basis::Proven };
        let text = Text::new(content.to_owned(), charset);
        let cut = Cut { preamble_lines: preamble, delimiter, until: &["Source:".to_owned()] };
        text.records(cut, &Limits::standard())
    }

    fn message(content: &str) -> String {
        cut(content, 0, None).unwrap_err().to_string()
    }

    #[test]
    fn a_preamble_a_header_and_numbered_records() {
        let text = "Database：Monthly\nTime：2025\n\ndate,\"value, \"\"USD\"\"\"\r\n2025-01,\"1,2\n3\"\r\n\n2025-02,\n";
        let delimited = cut(text, 2, None).unwrap();
        assert_eq!(delimited.preamble, ["Database：Monthly", "Time：2025"]);
        assert_eq!(delimited.columns, ["date", "value, \"USD\""]);
        let [first, second] = &delimited.records[..] else { panic!("{delimited:?}") };
        assert_eq!((first.number, first.line, first.fields[1].as_str()), (1, 5, "1,2\n3"));
        assert_eq!((second.number, second.line, second.fields[1].as_str()), (2, 8, ""));
    }

    #[test]
    fn delimiters_are_told_by_the_lines() {
        for (text, delimiter) in [
            ("a,b\n1,2\n", ','),
            ("a;b\n1,5;2,5\n", ';'),
            ("a\tb\n1,000\t2\n", '\t'),
            ("a|b\n1|2\n", '|'),
            ("name\t,Jan\t,\nx\t,1\t,\n", ','),
            ("\"a,b\";c\n1;2", ';'),
        ] {
            assert_eq!(cut(text, 0, None).unwrap().delimiter, delimiter, "{text}");
        }
        assert!(message("abc\n1\n").starts_with("no delimiter of"));
        assert_eq!(cut("a\n1\n", 0, Some(',')).unwrap().records.len(), 1);
        let trailing = cut("\"年月\",\"值\",\n\"202401\",\"1,000\",\n", 0, None).unwrap();
        assert_eq!(trailing.columns, ["年月", "值", ""]);
    }

    #[test]
    fn records_end_before_the_words_of_the_foot() {
        let text = "a,b\n1,Source: inside\n\n Source: bureau\nsee, notes\n";
        let cut = cut(text, 0, None).unwrap();
        assert_eq!(cut.records.len(), 1);
        let foot = [(4, " Source: bureau".into()), (5, "see".into()), (5, " notes".into())];
        assert_eq!(cut.foot, foot);
    }

    #[test]
    fn faults_name_their_line() {
        assert_eq!(message("a,b\n1,2\n3\n"), "line 3: got 1 fields, expected 2 as in the header");
        assert_eq!(message(""), "no delimiter of `,` `;` tab `|` in the header ``");
        let expected =
            "line 3: text after a closing quote, expected a delimiter or the end of the line";
        assert_eq!(message("a,b\n1,2\n\"3\"x,4\n"), expected);
        assert!(matches!(cut("a\n", 2, None), Err(Error::NoHeader { seen: 1, preamble: 2 })));
    }

    #[test]
    fn a_lone_quote_does_not_swallow_the_rest() {
        let rows = "1,2\n".repeat(500);
        let text = message(&format!("a,b\n{rows}\"3,4\n{rows}"));
        assert!(text.starts_with("line 502: a record of 502 lines"), "{text}");
        assert!(message(&format!("a,b\n1,\"{}", "x".repeat(70_000))).contains("a quote is lone"));
        assert_eq!(
            message("a,b\n\"1,2\n"),
            "line 2: a record of 2 lines or a field of 4 bytes: a quote is lone"
        );
    }

    proptest! {
        #[test]
        fn what_a_strict_writer_wrote_reads_back(
            rows in proptest::collection::vec(
                proptest::collection::vec("[a-z\",;\n\r\t |年]{0,6}", 3), 1..6,
            ),
        ) {
            let mut writer = csv::WriterBuilder::new().quote_style(csv::QuoteStyle::Always).from_writer(Vec::new());
            for row in &rows {
                writer.write_record(row).unwrap();
            }
            let content = String::from_utf8(writer.into_inner().unwrap()).unwrap();
            let delimited = cut(&content, 0, Some(',')).unwrap();
            let mut seen = vec![delimited.columns];
            seen.extend(delimited.records.into_iter().map(|record| record.fields));
            prop_assert_eq!(seen, rows);
        }
    }
}

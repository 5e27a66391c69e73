//! Delimited text cut into fields, whatever the number of fields in a line: a look, not a reading.

/// The lines of a text and how they were cut.
#[derive(Clone, Debug)]
pub struct Lines {
    pub delimiter: Option<char>,
    pub lines: Vec<Vec<String>>,
}

const DELIMITERS: [char; 4] = ['\t', ';', ',', '|'];
/// Lines looked at to tell the delimiter.
const SAMPLE_LINES: usize = 200;

/// Cuts a text by the delimiter that gives most lines the same number of fields, two at least.
pub fn cut(text: &str) -> Lines {
    let sample: Vec<&str> =
        text.lines().filter(|line| !line.is_empty()).take(SAMPLE_LINES).collect();
    let score = |delimiter: char| {
        let counts: Vec<usize> =
            sample.iter().map(|line| outside_quotes(line, delimiter)).collect();
        let most = counts
            .iter()
            .filter(|count| **count > 0)
            .max_by_key(|count| counts.iter().filter(|other| other == count).count());
        most.map_or(0, |most| counts.iter().filter(|count| *count == most).count())
    };
    let best = DELIMITERS.into_iter().rev().max_by_key(|delimiter| score(*delimiter));
    let delimiter = best.filter(|delimiter| score(*delimiter) > 0);
    let mut reader = csv::ReaderBuilder::new()
        .has_headers(false)
        .flexible(true)
        .delimiter(u8::try_from(delimiter.unwrap_or('\t')).expect("delimiters are ASCII"))
        .from_reader(text.as_bytes());
    let records = reader.records().map_while(Result::ok);
    let lines = records.map(|record| record.iter().map(str::to_owned).collect()).collect();
    Lines { delimiter, lines }
}

fn outside_quotes(line: &str, delimiter: char) -> usize {
    let mut is_quoted = false;
    line.chars()
        .filter(|c| {
            is_quoted ^= *c == '"';
            *c == delimiter && !is_quoted
        })
        .count()
}

//! Asks the ordinary path what it makes of a few records. A mapping is learnt from its answers, so
//! that what a word means is said in one place.

use std::collections::BTreeMap;

use portbook_model::observation::Observation;
use portbook_model::print::Print;
use portbook_normalize::print::normalize;
use portbook_normalize::release::Occasion;
use portbook_parse::layout::{Origin, interpret};
use portbook_parse::limits::Limits;
use portbook_parse::read::contents::Contents;
use portbook_parse::read::delimited::Text;
use portbook_parse::text::{Basis, Charset};
use portbook_schema::raw::RawRecords;
use portbook_source::layout::records::Records;
use portbook_source::load::Source;

use crate::error::{Error, Result};
use crate::head::Head;

/// What the ordinary path says of one value cell.
#[derive(Clone, Debug)]
pub(crate) enum Answer {
    Row(Box<Observation>),
    /// The cell is refused, and why.
    Refused(String),
}

/// A source cut down to one layout that leaves no record out, and the head of one file.
pub(crate) struct Probe {
    pub(crate) source: Source,
    pub(crate) occasion: Occasion,
    /// The layout with what it leaves out.
    pub(crate) whole: Records,
    /// Lines before the header, and the header, each with its end.
    head: String,
    delimiter: char,
    /// What the layouts are told the file is called.
    file: String,
}

impl Probe {
    pub(crate) fn new(source: &Source, layout: &Records, occasion: Occasion, head: &Head) -> Self {
        let mut source = source.clone();
        let (whole, mut layout) = (layout.clone(), layout.clone());
        layout.skip.clear();
        layout.keep.clear();
        source.layout.records = vec![layout];
        source.layout.tables.clear();
        let file = head.member.clone().unwrap_or_else(|| occasion.file.clone());
        let (head, delimiter) = (head.text.clone(), head.delimiter);
        Self { source, occasion, whole, head, delimiter, file }
    }

    pub(crate) fn layout(&self) -> &Records {
        &self.source.layout.records[0]
    }

    /// The records as raw records.
    pub(crate) fn parsed(&self, records: &[Vec<String>]) -> Result<RawRecords> {
        let mut content = self.head.clone();
        for record in records {
            for (column, field) in record.iter().enumerate() {
                if column > 0 {
                    content.push(self.delimiter);
                }
                content.push('"');
                content.push_str(&field.replace('"', "\"\""));
                content.push('"');
            }
            content.push('\n');
        }
        parsed(content, &self.source, &self.file)
    }

    /// What the ordinary path makes of the records: for each, the answers in the order of `cells`.
    pub(crate) fn ask(
        &self,
        records: &[Vec<String>],
        cells: &[String],
    ) -> Result<Vec<Vec<Answer>>> {
        let raw = self.parsed(records)?;
        let print = self.normalized(&raw)?;
        let mut answers: BTreeMap<(i64, String), Answer> = BTreeMap::new();
        let place = |record: Option<i64>, cell: Option<&str>| {
            (record.unwrap_or_default(), cell.unwrap_or_default().to_owned())
        };
        for refusal in &print.refusals {
            let address = &refusal.issue.address;
            let why = format!(
                "{}: got `{}`, expected {}",
                refusal.issue.rule, refusal.issue.seen, refusal.issue.expected
            );
            answers.insert(place(address.record, address.cell.as_deref()), Answer::Refused(why));
        }
        for row in print.rows {
            let key = place(row.address.record, row.address.cell.as_deref());
            answers.insert(key, Answer::Row(Box::new(row)));
        }
        let answer = |record: usize, cell: &String| {
            let number = i64::try_from(record + 1).expect("a probe is small");
            let found = answers.get(&(number, cell.clone())).cloned();
            found.unwrap_or_else(|| Answer::Refused("refused with its record".to_owned()))
        };
        Ok((0..records.len())
            .map(|record| cells.iter().map(|cell| answer(record, cell)).collect())
            .collect())
    }

    pub(crate) fn normalized(&self, raw: &RawRecords) -> Result<Print> {
        normalize(raw, &self.source, &self.occasion).map_err(|issue| Error::Unrecognised {
            file: self.occasion.file.clone(),
            why: issue.to_string(),
        })
    }
}

/// The one table that a source's layouts find in a text.
///
/// # Errors
/// `Unrecognised` where none does, or where the header is not as the layout says.
pub(crate) fn parsed(content: String, source: &Source, file: &str) -> Result<RawRecords> {
    let charset = Charset { name: "UTF-8", basis: Basis::Proven };
    let contents = Contents::Text(Text::new(content, charset));
    let origin = Origin { file, charset: None, period: None };
    let mut read = interpret(&contents, origin, source, &Limits::standard())?;
    let unrecognised = |why| Error::Unrecognised { file: file.to_owned(), why };
    if let Some(issue) = read.issues.first() {
        return Err(unrecognised(issue.issue.to_string()));
    }
    let (Some(table), true) = (read.tables.pop(), read.tables.is_empty()) else {
        return Err(unrecognised("expected one table of one release".to_owned()));
    };
    Ok(table)
}

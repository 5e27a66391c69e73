//! A mapping is learnt: one record is the base, and each column's labels are tried in it one at a
//! time. What changes with a column is fed by it; what two columns change is refused.

use portbook_model::concept::Concept;
use portbook_model::observation::Observation;
use portbook_normalize::meaning::DATING;
use portbook_schema::observation::series_columns;
use portbook_source::layout::Entry;
use portbook_source::layout::records::Reads;
use portbook_source::pattern::fold;
use portbook_source::vocabulary::Vocabulary;

use crate::error::{Error, Result};
use crate::feeds::{self, Labels, Tried};
use crate::probe::{Answer, Probe};

/// Columns of a row that words say, the period's left out: those of the series in their order, then
/// these.
pub(crate) const ATTRIBUTES: [&str; 5] =
    ["level", "unit_mult", "obs_status", "conf_status", "base_period"];

/// The names of what words say, in the order of [`codes`].
pub(crate) fn names() -> Vec<&'static str> {
    let series = series_columns().filter(|concept| *concept != Concept::PeriodKind);
    series.map(Concept::name).chain(ATTRIBUTES).collect()
}

fn codes(row: &Observation) -> Vec<Option<String>> {
    let series = series_columns().filter(|concept| *concept != Concept::PeriodKind);
    let mut codes: Vec<Option<String>> =
        series.map(|concept| Some(row.series.get(concept).to_owned())).collect();
    codes.push(Some(row.level.code().to_owned()));
    codes.push(Some(row.unit_mult.to_string()));
    codes.push(Some(row.status.code().to_owned()));
    codes.push(row.conf_status.clone());
    codes.push(row.base_period.clone());
    codes
}

/// How a column's cells are read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Kind {
    Ignored,
    /// One of these texts, folded.
    Words(Vec<String>),
    /// A code of so many digits, itself a code of the contract.
    Digits(usize),
    /// A text that is itself a code.
    Text,
    /// Anything but a blank.
    Anything,
    /// Dates the record.
    Date,
    /// A figure.
    Measure,
}

/// What feeds a column of the contract, under one measure.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Feed {
    Always(Option<String>),
    /// By the label of a column.
    Label {
        column: usize,
        codes: Vec<Option<String>>,
    },
    /// The text of a column.
    Text {
        column: usize,
    },
}

/// What was learnt of a file's columns.
pub(crate) struct Learnt {
    /// By column of the file.
    pub(crate) kinds: Vec<Kind>,
    /// Columns whose texts date the record, in order.
    pub(crate) dating: Vec<usize>,
    /// By measure, then as [`names`].
    pub(crate) feeds: Vec<Vec<Feed>>,
    /// By column and label, the measures whose cells are refused, as bits, and why.
    pub(crate) refused: Vec<Vec<(u64, String)>>,
    /// A record that the ordinary path reads.
    pub(crate) base: Vec<String>,
}

/// Tries the labels of every column; `samples` are records of the file, of which one is read whole.
pub(crate) fn learn(
    probe: &Probe,
    headings: &[String],
    measures: &[(usize, String)],
    samples: &[Vec<String>],
) -> Result<Learnt> {
    let vocabulary = &probe.source.vocabulary;
    let not_carried =
        |key: String| Error::NotCarried { layout: probe.layout().common.id.clone(), key };
    let mut kinds = Vec::new();
    let mut dating = Vec::new();
    for (column, heading) in headings.iter().enumerate() {
        if measures.iter().any(|(of, _)| *of == column) {
            kinds.push(Kind::Measure);
            continue;
        }
        let rule = probe.layout().column(&fold(heading), vocabulary);
        let kind = match rule.map(|rule| &rule.reads) {
            None | Some(Reads::Ignore) => Kind::Ignored,
            Some(Reads::Entries(entries)) => {
                if entries.iter().any(|entry| entry.says.period.is_some()) {
                    dating.push(column);
                }
                kind(entries, vocabulary).map_err(|pattern| {
                    not_carried(format!("column `{heading}`: `{pattern}` beside the others"))
                })?
            }
        };
        if kind == Kind::Date {
            dating.push(column);
        }
        kinds.push(kind);
    }
    dating.dedup();
    let base = base(probe, &kinds, measures, samples)?;
    let tried = tried(probe, &kinds, measures, &base)?;
    let feeds = feeds::of(&tried, headings, &kinds).map_err(not_carried)?;
    feeds::check_together(&feeds, probe.layout(), headings).map_err(not_carried)?;
    let refused = tried.labels.into_iter().map(Labels::refused).collect();
    Ok(Learnt { kinds, dating, feeds, refused, base })
}

/// How the entries of a column read it; the pattern that makes it unreadable in bulk.
fn kind(entries: &[Entry], vocabulary: &Vocabulary) -> std::result::Result<Kind, String> {
    let mut texts = Vec::new();
    let mut open = None;
    for entry in entries {
        let holes: Vec<&str> = entry.pattern.holes().collect();
        let written = entry.pattern.to_string();
        match holes.as_slice() {
            [] => texts.push(fold(&written)),
            [hole] if vocabulary.is_table(hole) => {
                let spelt = |label: &str| fold(&written.replace(&format!("{{{hole}}}"), label));
                texts.extend(vocabulary.labels(hole).map(spelt));
            }
            holes if holes.iter().all(|hole| DATING.contains(hole)) => {
                open = Some(Kind::Date);
            }
            [hole] if fold(&written) == format!("{{{hole}}}") => {
                let digits = hole.trim_start_matches(|c: char| !c.is_ascii_digit());
                open = Some(match (*hole, digits.parse()) {
                    ("series_code", _) => Kind::Text,
                    ("label" | "_", _) => Kind::Anything,
                    (_, Ok(digits)) if digits <= DIGITS_MAX => Kind::Digits(digits),
                    _ => return Err(written),
                });
            }
            _ => return Err(written),
        }
        let is_mixed = entries.len() > 1 && open.as_ref().is_some_and(|open| *open != Kind::Date);
        if is_mixed || (open.is_some() && !texts.is_empty()) {
            return Err(written);
        }
    }
    Ok(open.unwrap_or(Kind::Words(texts)))
}

/// Digits that fit a word.
const DIGITS_MAX: usize = 18;

/// The first sample whose dates are read, with a label in each column of labels.
fn base(
    probe: &Probe,
    kinds: &[Kind],
    measures: &[(usize, String)],
    samples: &[Vec<String>],
) -> Result<Vec<String>> {
    let cells: Vec<String> = measures.iter().map(|(_, cell)| cell.clone()).collect();
    let mut why = "no record to learn from".to_owned();
    for sample in samples {
        let text = |(kind, text): (&Kind, &String)| match kind {
            Kind::Measure => "1".to_owned(),
            Kind::Digits(digits) => "0".repeat(*digits),
            Kind::Words(texts) if !texts.contains(&fold(text)) => {
                texts.first().cloned().unwrap_or_default()
            }
            _ => text.clone(),
        };
        let record: Vec<String> = kinds.iter().zip(sample).map(text).collect();
        let answers = probe.ask(std::slice::from_ref(&record), &cells)?;
        match answers[0].iter().find_map(|answer| match answer {
            Answer::Refused(why) => Some(why.clone()),
            Answer::Row(_) => None,
        }) {
            None => return Ok(record),
            Some(refused) => why = refused,
        }
    }
    Err(Error::Unrecognised { file: probe.occasion.file.clone(), why })
}

/// Asks for every label of every column, one at a time in the base.
fn tried(
    probe: &Probe,
    kinds: &[Kind],
    measures: &[(usize, String)],
    base: &[String],
) -> Result<Tried> {
    let cells: Vec<String> = measures.iter().map(|(_, cell)| cell.clone()).collect();
    let mut records = vec![base.to_vec()];
    let texts: Vec<Vec<String>> = kinds.iter().map(tries).collect();
    for (column, texts) in texts.iter().enumerate() {
        for text in texts {
            let mut record = base.to_vec();
            record[column].clone_from(text);
            records.push(record);
        }
    }
    let mut answers = probe.ask(&records, &cells)?.into_iter();
    let told = |answers: Vec<Answer>| -> Vec<std::result::Result<Vec<Option<String>>, String>> {
        let told = answers.into_iter().map(|answer| match answer {
            Answer::Row(row) => Ok(codes(&row)),
            Answer::Refused(why) => Err(why),
        });
        told.collect()
    };
    let base = answers.next().map(told).unwrap_or_default();
    let mut labels = Vec::new();
    for texts in texts {
        labels.push(Labels(answers.by_ref().take(texts.len()).map(told).collect()));
    }
    Ok(Tried { base, labels })
}

/// Texts that are tried in a column.
fn tries(kind: &Kind) -> Vec<String> {
    match kind {
        Kind::Words(texts) => texts.clone(),
        Kind::Digits(digits) => vec!["1".repeat(*digits)],
        Kind::Text => vec!["TRIED".to_owned()],
        Kind::Ignored | Kind::Anything | Kind::Date | Kind::Measure => Vec::new(),
    }
}

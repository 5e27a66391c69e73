//! Which words gave a value its meaning: every column of a value with the place that said it. The
//! same additions as [`crate::print`] does, told instead of published.

use portbook_model::address::Address;
use portbook_model::concept::Concept;
use portbook_model::period::{Period, PeriodKind};
use portbook_model::text::Text;
use portbook_schema::raw::batch::{Role, Value};
use portbook_schema::raw::{PLACES, RawRecords};
use portbook_source::load::Source;

use crate::figure::{Figure, Frame, figure};
use crate::meaning::{Adder, Given, Meaning, Trouble};
use crate::period::{is_last_before, last_before, period};
use crate::release::{Occasion, release};

/// One value of a table, and what gave each of its columns.
#[derive(Clone, Debug)]
pub struct Explained {
    pub address: Address,
    /// The cell's text, blanks folded.
    pub text: String,
    /// `row`, or `control` for a figure printed again to be compared.
    pub role: String,
    /// Series columns in their order, then period, unit and status.
    pub words: Vec<Word>,
    /// Why the value is refused, if it is: a sentence.
    pub refused: Option<String>,
}

/// One column of a value, and what said it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Word {
    /// A column of the contract, or a hole that dates the value (`{month}`).
    pub column: String,
    pub code: String,
    /// `all`, `text`, `block`, `head`, `line`, `sign`, `source.toml`, or `rule` for what follows
    /// from the other columns.
    pub place: String,
    /// A1 names, `page`, `line 1` or columns of a record file; empty where no cell says it.
    pub cells: Vec<String>,
    /// The table of `lookups.toml` and the label whose entry gives the code.
    pub label: Option<(String, String)>,
}

/// Attributes told beside the series columns.
const ATTRIBUTES: [&str; 6] =
    ["unit_mult", "decimals", "level", "base_period", "conf_status", "obs_status"];
/// Holes that date a value, from the coarse to the fine.
const TIMES: [&str; 6] = ["year", "fiscal_year", "quarter", "month", "period", "date"];

/// Tells of every value of a table, in the order of its cells.
pub fn explain(raw: &RawRecords, source: &Source, occasion: &Occasion) -> Vec<Explained> {
    let named = release(raw, source, occasion);
    let period = named.as_ref().map(|release| release.id.period()).unwrap_or_default();
    let adder = Adder::new(source, raw, period);
    let mut table = Table { raw, source, adder, period, newest: None };
    let meaning = table.adder.table();
    table.newest = meaning.as_ref().ok().and_then(|meaning| table.newest(meaning));
    (0..raw.batch.len()).map(|row| table.value(&meaning, row)).collect()
}

struct Table<'a> {
    raw: &'a RawRecords,
    source: &'a Source,
    adder: Adder<'a>,
    /// Release period: chooses among dated lookups.
    period: &'a str,
    /// The newest month that has a value.
    newest: Option<Period>,
}

impl Table<'_> {
    fn newest(&self, table: &Meaning) -> Option<Period> {
        let month = |(row, value): (usize, &Value)| {
            if value.role == Role::Control || self.raw.signs.contains_key(value.text.as_str()) {
                return None;
            }
            let meaning = self.adder.record(table, row).ok()?;
            let (kind, dates) =
                period(&meaning, table.times.len(), &self.source.vocabulary).ok()?;
            (kind == PeriodKind::Month).then_some(dates)
        };
        self.raw.batch.values().iter().enumerate().filter_map(month).max()
    }

    fn value(&self, meaning: &Result<Meaning, Trouble>, row: usize) -> Explained {
        let value = &self.raw.batch.values()[row];
        let mut explained = Explained {
            address: Address {
                member: self.raw.member.as_ref().map(Text::from),
                sheet: self.raw.sheet.as_ref().map(Text::from),
                cell: Some(value.cell.clone()),
                record: value.record,
            },
            text: value.text.as_str().to_owned(),
            role: value.role.name().to_owned(),
            words: Vec::new(),
            refused: None,
        };
        let table = match meaning {
            Ok(table) => table,
            Err(trouble) => {
                explained.refused = Some(sentence(trouble));
                return explained;
            }
        };
        match self.adder.record(table, row) {
            Ok(meaning) => self.words(&meaning, table.times.len(), row, &mut explained),
            Err(trouble) => explained.refused = Some(sentence(&trouble)),
        }
        explained
    }

    fn words(&self, meaning: &Meaning, text_places: usize, row: usize, told: &mut Explained) {
        let named = Concept::ALL.iter().map(|concept| concept.name()).chain(ATTRIBUTES);
        for column in named {
            if let Some(given) = meaning.columns.get(column) {
                told.words.push(self.word(column, given, row));
            }
        }
        let code = |column: &str| meaning.columns.get(column).map(|given| given.code.as_str());
        let rule = |column: &str, code: String, cells: Vec<String>| Word {
            column: column.to_owned(),
            code,
            place: "rule".to_owned(),
            cells,
            label: None,
        };
        self.times(row, told);
        let vocabulary = &self.source.vocabulary;
        let dated = if is_last_before(meaning, text_places) {
            last_before(meaning, self.newest, vocabulary)
        } else {
            period(meaning, text_places, vocabulary)
        };
        match dated {
            Ok((kind, dates)) => {
                told.words.push(rule("period_kind", kind.code().to_owned(), Vec::new()));
                told.words.push(rule("time_period", dates.time_period(kind), Vec::new()));
            }
            Err(why) => told.refused = Some(format!("period-unknown: {why}")),
        }
        let growth = code("transformation").is_some_and(|code| code != "N");
        let unit_mult = code("unit_mult").and_then(|code| code.parse::<i8>().ok());
        let Some(unit_mult) = unit_mult else {
            told.refused.get_or_insert("column-unsaid: nothing says unit_mult".to_owned());
            return;
        };
        let measure = code("measure").unwrap_or_default();
        let unit_measure = code("unit_measure").unwrap_or_default();
        let precision = self.raw.precision;
        let frame = Frame { unit_mult, precision, growth, measure, unit_measure };
        match figure(self.raw, &self.raw.batch.values()[row], frame).map(|read| read.figure) {
            Ok(Figure::Null { status, sign }) => told.words.push(Word {
                column: "obs_status".to_owned(),
                code: status.code().to_owned(),
                place: "sign".to_owned(),
                cells: told.address.cell.clone().map(String::from).into_iter().collect(),
                label: Some(("sign".to_owned(), sign)),
            }),
            Ok(Figure::Ignored) => {
                told.words.push(rule("obs_status", "ignored".to_owned(), Vec::new()));
            }
            Ok(Figure::Value { .. } | Figure::Edge { .. }) => {}
            Err(unreadable) => {
                let why = format!("{}: expected {}", unreadable.rule, unreadable.expected);
                told.refused.get_or_insert(why);
            }
        }
    }

    /// The words that date the value, from far to near.
    fn times(&self, row: usize, told: &mut Explained) {
        for hole in TIMES {
            let key = format!("{{{hole}}}");
            if let Some(said) = self.raw.text.get(&key) {
                told.words.push(Word {
                    column: key.clone(),
                    code: said.value.clone(),
                    place: "text".to_owned(),
                    cells: vec![said.place.clone()],
                    label: None,
                });
            }
            for place in PLACES {
                let Some(said) = self.raw.batch.word(&format!("{place}:{key}"), row) else {
                    continue;
                };
                told.words.push(Word {
                    column: key.clone(),
                    code: said.to_owned(),
                    place: place.to_owned(),
                    cells: self.cells(place, row),
                    label: None,
                });
            }
        }
    }

    fn cells(&self, place: &str, row: usize) -> Vec<String> {
        let cells = self.raw.batch.word(&format!("{place}@"), row).unwrap_or_default();
        if self.raw.sheet.is_none() {
            return vec![cells.to_owned()].into_iter().filter(|cells| !cells.is_empty()).collect();
        }
        cells.split(' ').filter(|cell| !cell.is_empty()).map(str::to_owned).collect()
    }

    /// Which place gave a column: the one whose cells the giving of it names.
    fn word(&self, column: &str, given: &Given, row: usize) -> Word {
        let mut word = Word {
            column: column.to_owned(),
            code: given.code.clone(),
            place: String::new(),
            cells: Vec::new(),
            label: None,
        };
        // What several places say together names the cells of all of them, the nearest last.
        let near = PLACES.iter().rev().find(|place| {
            let cells = self.raw.batch.word(&format!("{place}@"), row);
            cells.is_some_and(|cells| given.place.ends_with(cells))
        });
        let labels: Vec<(&str, &str)> = if let Some(place) = near {
            (*place).clone_into(&mut word.place);
            word.cells = self.cells(place, row);
            let prefix = format!("{place}:{{");
            let holes = self.raw.batch.columns().filter_map(|name| {
                let hole = name.strip_prefix(prefix.as_str())?.strip_suffix('}')?;
                Some((hole, self.raw.batch.word(name, row)?))
            });
            holes.collect()
        } else {
            match given.place.as_str() {
                "layout.toml" => "all".clone_into(&mut word.place),
                "source.toml" => "source.toml".clone_into(&mut word.place),
                "per cent" => "rule".clone_into(&mut word.place),
                cell => {
                    "text".clone_into(&mut word.place);
                    word.cells.push(cell.to_owned());
                }
            }
            let said = self.raw.text.iter().filter(|(_, said)| said.place == given.place);
            said.filter_map(|(name, said)| {
                Some((name.strip_prefix('{')?.strip_suffix('}')?, said.value.as_str()))
            })
            .collect()
        };
        let gives = |(hole, label): &&(&str, &str)| {
            let meaning = self.source.lookups.meaning(hole, label, self.period);
            meaning.and_then(|meaning| meaning.columns.get(column)) == Some(&given.code)
        };
        let label = labels.iter().find(gives);
        word.label = label.map(|(hole, label)| ((*hole).to_owned(), (*label).to_owned()));
        word
    }
}

fn sentence(trouble: &Trouble) -> String {
    let cell = trouble.cell.as_ref().map(|cell| format!("{cell}: ")).unwrap_or_default();
    format!("{}: {cell}got `{}`, expected {}", trouble.rule, trouble.seen, trouble.expected)
}

//! Reads `layout.toml` into the shapes of [`super`], with a place for every mistake.

use std::collections::BTreeSet;

use portbook_schema::raw::Precision;
use serde::Deserialize;
use toml::Spanned;

use self::records::RawRecords;
use self::table::RawTable;
use super::{Common, Layout, Sheets};
use crate::document::Document;
use crate::error::{File, Mistake};
use crate::nearest::nearest;
use crate::pattern::fold;
use crate::timetext::DateOrder;
use crate::validity::Validity;
use crate::value::{Place, Value, Words};
use crate::vocabulary::Vocabulary;

mod measure;
mod place;
mod records;
mod sign;
pub(crate) mod table;

/// The parts of the file that have their shape.
pub(crate) struct Raw {
    dates: Option<RawDates>,
    sheets: Option<Spanned<Value>>,
    empty: Words,
    tables: Vec<RawTable>,
    records: Vec<RawRecords>,
}

impl Raw {
    /// `None` where the file is no TOML.
    pub(crate) fn read(file: &File<'_>) -> Option<Self> {
        let mut document = Document::of(file)?;
        let raw = Self {
            dates: document.take("dates"),
            sheets: document.take("sheets"),
            empty: document.take("empty").unwrap_or_default(),
            tables: document.each_like("table", &["head_row", "stub"]),
            records: document.each_like("records", &[]),
        };
        document.close();
        Some(raw)
    }

    pub(crate) fn date_order(&self) -> Option<DateOrder> {
        self.dates.as_ref().and_then(|dates| dates.order)
    }

    pub(crate) fn fiscal_first_month(&self) -> Option<i8> {
        let first = self.dates.as_ref().and_then(|dates| dates.fiscal_first_month.as_ref());
        first.map(|month| *month.get_ref())
    }
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RawDates {
    order: Option<DateOrder>,
    /// Month in which fiscal years begin.
    fiscal_first_month: Option<Spanned<i8>>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RawNumber {
    decimal: Option<char>,
    grouping: Option<char>,
    #[serde(default)]
    exponent: bool,
    #[serde(default)]
    notes: Place,
}

/// What every reader of places needs.
struct Reader<'a> {
    file: &'a File<'a>,
    vocabulary: &'a Vocabulary,
    /// Names of the datasets of `source.toml`.
    datasets: &'a BTreeSet<String>,
}

/// Reads every table and record file; each keeps its own mistakes.
pub(crate) fn read(
    file: &File<'_>,
    raw: Raw,
    vocabulary: &Vocabulary,
    datasets: &BTreeSet<String>,
) -> Layout {
    let reader = Reader { file, vocabulary, datasets };
    let first = raw.dates.as_ref().and_then(|dates| dates.fiscal_first_month.as_ref());
    if let Some(month) = first.filter(|month| !(1..=12).contains(month.get_ref())) {
        let message = format!("fiscal_first_month: got {}, expected 1 to 12", month.get_ref());
        file.tell(file.mistake(&month.span(), message).hint("write `fiscal_first_month = 4`"));
    }
    let tables = raw.tables.into_iter().filter_map(|table| file.keep(reader.table(table)));
    let tables: Vec<_> = tables.collect();
    let records = raw.records.iter().map(|records| reader.records(records));
    let records: Vec<_> = records.collect();
    reader.eras(&tables.iter().map(|table| &table.common).collect::<Vec<_>>());
    reader.eras(&records.iter().map(|records| &records.common).collect::<Vec<_>>());
    let sheets = raw.sheets.and_then(|sheets| file.keep(reader.sheets(&sheets)));
    Layout { tables, records, sheets: sheets.unwrap_or_default(), empty: raw.empty.folded() }
}

/// The keys of a layout that `common` reads, whatever its shape.
struct Shared<'a> {
    id: &'a Spanned<String>,
    dataset: Option<&'a Spanned<String>>,
    valid: Option<&'a Spanned<String>>,
    decimals: Option<&'a Spanned<u8>>,
    precision: Option<&'a Spanned<String>>,
    number: Option<&'a RawNumber>,
    future: Option<&'a Spanned<String>>,
    text: &'a Place,
    sign: &'a Place,
    all: &'a Place,
}

impl Reader<'_> {
    /// What every layout may say; a mistake in one key hides none in another.
    fn common(&self, raw: &Shared<'_>) -> Common {
        let dataset = raw.dataset.unwrap_or(raw.id);
        if !self.datasets.contains(dataset.get_ref()) {
            let name = dataset.get_ref();
            let known = self.datasets.iter().cloned().collect::<Vec<_>>().join(", ");
            let message = format!("got dataset `{name}`, expected one of source.toml: {known}");
            let near = nearest(name, self.datasets.iter().map(String::as_str));
            let hint = "where id and dataset differ, write `dataset = \"NAME\"`";
            let mistake = self.file.mistake(&dataset.span(), message).hint(hint);
            self.file.tell(mistake.did_you_mean(&near));
        }
        let valid = raw.valid.and_then(|text| {
            let read = Validity::parse(text.get_ref());
            self.file.keep(read.map_err(|wrong| wrong.at(self.file, &text.span())))
        });
        let (text, one_of) = self.text(raw.text);
        Common {
            id: raw.id.get_ref().clone(),
            id_span: raw.id.span(),
            dataset: dataset.get_ref().clone(),
            valid: valid.unwrap_or_default(),
            precision: self.file.keep(self.precision(raw)).unwrap_or(Precision::Format),
            decimal_mark: raw.number.and_then(|number| number.decimal).unwrap_or('.'),
            grouping_mark: match raw.number {
                Some(RawNumber { decimal: Some(_), grouping, .. }) => *grouping,
                Some(RawNumber { grouping: Some(mark), .. }) => Some(*mark),
                _ => Some(','),
            },
            has_exponents: raw.number.is_some_and(|number| number.exponent),
            text,
            one_of,
            all: self.says(raw.all),
            signs: self.signs(raw.sign),
            notes: raw.number.map(|number| self.notes(&number.notes)).unwrap_or_default(),
            future: raw.future.and_then(|word| self.file.keep(self.future(word))),
        }
    }

    fn precision(&self, raw: &Shared<'_>) -> Result<Precision, Mistake> {
        match (raw.decimals, raw.precision) {
            (None, None) => Ok(Precision::Format),
            (Some(decimals), None) => Ok(Precision::Decimals(*decimals.get_ref())),
            (None, Some(word)) if word.get_ref() == "stored" => Ok(Precision::Stored),
            (_, Some(word)) => {
                let message = format!(
                    "precision: got `{}`{}, expected `decimals = n` or `precision = \"stored\"`",
                    word.get_ref(),
                    if raw.decimals.is_some() { " beside `decimals`" } else { "" },
                );
                let hint = "leave both out where the cells' formats say how many digits count";
                Err(self.file.mistake(&word.span(), message).hint(hint))
            }
        }
    }

    fn sheets(&self, raw: &Spanned<Value>) -> Result<Sheets, Mistake> {
        let wrong = |value: &Spanned<Value>| {
            let message = format!("sheets: got `{}`, expected `all`", value.get_ref());
            let hint = "write `sheets = \"all\"` or `sheets = { all_but = [\"Index\"] }`";
            self.file.mistake(&value.span(), message).hint(hint)
        };
        let names = match raw.get_ref() {
            Value::Text(word) if word == "all" => return Ok(Sheets::AllBut(Vec::new())),
            Value::Table(table) if table.len() == 1 => table.get("all_but"),
            _ => None,
        };
        let Some(Value::List(names)) = names.map(Spanned::get_ref) else { return Err(wrong(raw)) };
        let name = |name: &Spanned<Value>| match name.get_ref() {
            Value::Text(text) => self.pattern(&Spanned::new(name.span(), text.clone())),
            _ => Err(wrong(name)),
        };
        Ok(Sheets::AllBut(names.iter().map(name).collect::<Result<_, _>>()?))
    }

    /// Layouts of one id are eras of one table: their validity does not overlap.
    fn eras(&self, commons: &[&Common]) {
        for (at, one) in commons.iter().enumerate() {
            let same = |two: &&&Common| two.id == one.id && two.valid.overlaps(&one.valid);
            if let Some(two) = commons[at + 1..].iter().find(same) {
                let message = format!(
                    "id `{}` stands twice, valid {} and {}, which overlap",
                    one.id, one.valid, two.valid
                );
                let hint = "give each era its own `valid = \"from..to\"`";
                self.file.tell(self.file.mistake(&two.id_span, message).hint(hint));
            }
        }
    }

    /// A blank word of `find` stands in every table.
    fn check_find(&self, words: &[&Words]) {
        let mut given = words.iter().flat_map(|words| &words.0);
        let Some(blank) = given.find(|word| fold(word.get_ref()).is_empty()) else { return };
        let message = "find: got a blank word, expected one by which the table is recognised";
        let hint = "write words printed in it, `find = { text = \"Trade by partner\" }`";
        self.file.tell(self.file.mistake(&blank.span(), message).hint(hint));
    }
}

//! What a person must answer before a draft says the truth: each question with its cell. Alike
//! questions of several tables are one.

use serde::Serialize;

use crate::findings::{Found, column_name, labels};
use crate::records;
use crate::sheet::a1;

/// One question.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Question {
    /// What the answer sets: `source`, `ref_area`, `unit`, `currency`, `sign`, `blank`, `period`,
    /// `labels`, `growth` or `precision`.
    pub about: &'static str,
    /// `sheet!F47`; empty if it is asked of the file as a whole.
    pub place: String,
    pub text: String,
    /// Tables it is asked of.
    pub tables: usize,
}

/// The questions of all tables.
pub(crate) fn ask(found: &[Found]) -> Vec<Question> {
    if found.is_empty() {
        return Vec::new();
    }
    let mut questions = vec![
        Question {
            about: "source",
            place: String::new(),
            text: "who publishes this, at which address, on which days, under which licence?"
                .into(),
            tables: found.len(),
        },
        Question {
            about: "ref_area",
            place: String::new(),
            text: "of which economy are these figures (ref_area), and in which column is it said \
                   if there are several?"
                .into(),
            tables: found.len(),
        },
    ];
    for table in found {
        for (about, place, text) in of_table(table) {
            let alike =
                questions.iter_mut().find(|known| known.about == about && known.text == text);
            match alike {
                Some(known) => known.tables += 1,
                None => questions.push(Question { about, place, text, tables: 1 }),
            }
        }
    }
    questions
}

type Asked = (&'static str, String, String);

fn of_table(found: &Found) -> Vec<Asked> {
    let sheet = found.sheet.as_ref().map(|sheet| format!("{sheet}!")).unwrap_or_default();
    let at = |cell: &str| format!("{sheet}{cell}");
    let mut asked: Vec<Asked> = Vec::new();
    asked.extend(units(found, &sheet));
    for (sign, (_, cell)) in &found.signs {
        let legend = found.notes.iter().find(|note| note.starts_with(&format!("{sign} ")));
        let legend = legend.map(|note| format!(" (a note says: {note})")).unwrap_or_default();
        asked.push((
            "sign",
            at(cell),
            format!("what does `{sign}` in place of a figure mean{legend}?"),
        ));
    }
    if found.blanks.0 > 0 {
        let text = "what does a blank among the figures mean: missing, not yet published, nil?";
        asked.push(("blank", at(&found.blanks.1), text.to_owned()));
    }
    let undated: Vec<_> = found.seen.values.iter().filter(|value| value.span.is_none()).collect();
    if let Some(first) = undated.first() {
        let text = if undated.len() == found.values {
            "which period are these figures of? no word beside them says".to_owned()
        } else {
            let labels = first.labels.first().cloned().unwrap_or_default();
            format!("which period are the lines `{labels}` of: the line above?")
        };
        asked.push(("period", at(&a1(first.row, first.column)), text));
    }
    asked.extend(stub(found, &sheet));
    asked.extend(growth(found, &sheet));
    if found.seen.sheet.has_long_numbers {
        let text =
            "are all stored digits of the number cells data, or how many decimals are shown?";
        asked.push(("precision", sheet.trim_end_matches('!').to_owned(), text.to_owned()));
    }
    if let Some(place) = found.seen.sheet.noted_numbers.first() {
        let text = "are the marks glued to figures (`15,91)`) notes and no digits?".to_owned();
        asked.push(("note", at(&place.to_string()), text));
    }
    asked
}

fn units(found: &Found, sheet: &str) -> Vec<Asked> {
    let mut asked = Vec::new();
    let look = &found.seen;
    if let Some(first) = look.unitless.first() {
        let heads = look.heading.cells.iter().find(|(column, _)| column == first);
        // The longest text: codes of series stand over columns too.
        let length = |(row, column): &&(usize, usize)| look.sheet.get(*row, *column).text().len();
        let cell = heads.and_then(|(_, cells)| cells.iter().max_by_key(length));
        let (place, name) = match cell {
            Some((row, column)) => (a1(*row, *column), look.sheet.get(*row, *column).text()),
            None => (a1(0, *first), String::new()),
        };
        let which = match look.unitless.len() {
            1 => format!("column {} (`{name}`)", column_name(*first)),
            several => format!("{several} columns from {} (`{name}`)", column_name(*first)),
        };
        let text = format!("what unit has {which}? none is printed");
        asked.push(("unit", format!("{sheet}{place}"), text));
    }
    for unit in found.units.iter().filter(|unit| unit.money.is_some()) {
        let word = unit.money.as_deref().unwrap_or_default();
        let named = found.units.iter().any(|other| other.currency.is_some());
        if !named && !asked.iter().any(|(about, ..)| *about == "currency") {
            let text = format!("which currency is `{word}`, as in `{}`?", unit.text);
            asked.push(("currency", sheet.trim_end_matches('!').to_owned(), text));
        }
    }
    asked
}

/// Columns of labels whose list is not known.
fn stub(found: &Found, sheet: &str) -> Vec<Asked> {
    let look = &found.seen;
    let panel = look.table.panels.first();
    let columns = panel.iter().flat_map(|panel| &panel.stub);
    let unknown = columns.filter_map(|column| {
        let name = column_name(*column);
        let title = match look.table.heads.last() {
            Some(head) if found.is_records => look.sheet.get(*head, *column).text(),
            _ => String::new(),
        };
        if found.codes.contains_key(&name) || records::known(&title).is_some() {
            return None;
        }
        let labels = labels(&look.sheet, &look.table, *column);
        let first = labels.iter().find(|label| crate::period::read(label).is_none())?;
        if found.is_records && records::repeats(&look.sheet, *column) {
            return None;
        }
        let is_it = |row: &&usize| look.sheet.get(**row, *column).text() == *first;
        let row = look.table.body.iter().find(is_it)?;
        let title = if title.is_empty() { String::new() } else { format!(" (`{title}`)") };
        let text =
            format!("which concept are the labels of column {name}{title}, and of which list?");
        Some(("labels", format!("{sheet}{}", a1(*row, *column)), text))
    });
    unknown.collect()
}

/// Columns that look like growth or shares.
fn growth(found: &Found, sheet: &str) -> Option<Asked> {
    const WORDS: [&str; 9] =
        ["var.", "change", "growth", "yoy", "±", "同比", "прирост", "part.", "share"];
    let look = &found.seen;
    let cells = look.heading.cells.iter().flat_map(|(_, cells)| cells);
    let (row, column) = cells.copied().find(|(row, column)| {
        let text = look.sheet.get(*row, *column).text().to_lowercase();
        WORDS.iter().any(|word| text.contains(word))
    })?;
    let text = format!(
        "is `{}` growth on the year (GY), on the period before (G1), or a share?",
        look.sheet.get(row, column).text()
    );
    Some(("growth", format!("{sheet}{}", a1(row, column)), text))
}

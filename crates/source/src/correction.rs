//! `corrections.toml`: known errors of a publisher, each mended in one value, with who says so and
//! why. Each names the text it mends (`expect`), so that it stops once the publisher has.

use std::collections::BTreeMap;

use jiff::civil::Date;
use portbook_model::address::Address;
use portbook_model::amount::{Amount, Marks};
use portbook_model::concept::Concept;
use portbook_model::digest::Digest;
use portbook_model::series::Series;
use portbook_model::status::ObsStatus;
use portbook_model::text::Text;
use serde::Deserialize;
use toml::Spanned;
use url::Url;

use crate::document::Document;
use crate::error::{File, Mistake};
use crate::nearest::nearest;
use crate::pattern::fold;
use crate::says::check_code;

/// One correction.
#[derive(Clone, Debug)]
pub struct Correction {
    pub dataset: String,
    pub key: Key,
    pub action: Action,
    /// What the publisher prints, blanks folded.
    pub expect: String,
    pub reason: String,
    /// Where the error is reported or the right figure stands: an address.
    pub reference: String,
    pub by: String,
    pub date: Date,
    /// One-based line of `corrections.toml`.
    pub line: usize,
}

/// Which value is meant.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Key {
    /// In every edition and replacement of a release, or in those bytes alone.
    Series {
        /// `us-census-ft900:2025-12`.
        release: String,
        /// As many columns as pick one series.
        columns: BTreeMap<Concept, String>,
        /// SDMX `TIME_PERIOD`.
        time_period: String,
        snapshot: Option<Digest>,
    },
    Cell {
        snapshot: Digest,
        address: Address,
    },
}

/// What is done to it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Action {
    /// As if it had not been printed.
    Drop,
    /// As it should have been printed, in the printed unit.
    Override(Amount),
    /// The printed unit is wrong, by this power of ten.
    Scale(i8),
    /// The value stays, with another status.
    Flag(ObsStatus),
}

impl Correction {
    /// Whether it can be of a print of this release, read from these bytes.
    pub fn is_for(&self, release: &str, snapshot: Digest) -> bool {
        match &self.key {
            Key::Series { release: of, snapshot: only, .. } => {
                of == release && only.is_none_or(|only| only == snapshot)
            }
            Key::Cell { snapshot: of, .. } => *of == snapshot,
        }
    }

    /// Whether it means the value of that series, period and place, in a print it is for.
    pub fn picks(&self, series: &Series, time_period: &str, address: &Address) -> bool {
        match &self.key {
            Key::Series { columns, time_period: of, .. } => {
                of == time_period && columns.iter().all(|(name, code)| series.get(*name) == code)
            }
            Key::Cell { address: of, .. } => of == address,
        }
    }

    /// `override`, as in the file.
    pub fn action(&self) -> &'static str {
        match self.action {
            Action::Drop => "drop",
            Action::Override(_) => "override",
            Action::Scale(_) => "scale",
            Action::Flag(_) => "flag",
        }
    }
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Raw {
    action: Spanned<String>,
    dataset: Spanned<String>,
    release: Option<Spanned<String>>,
    series: Option<BTreeMap<Spanned<String>, Spanned<String>>>,
    period: Option<Spanned<String>>,
    snapshot: Option<Spanned<String>>,
    member: Option<String>,
    sheet: Option<String>,
    cell: Option<String>,
    record: Option<i64>,
    value: Option<Spanned<String>>,
    status: Option<Spanned<String>>,
    expect: String,
    reason: Spanned<String>,
    reference: Spanned<String>,
    by: Spanned<String>,
    date: Spanned<String>,
}

/// Reads the file of a source; `column` is the source as in releases, and `datasets` are its, where
/// they are known.
pub(crate) fn read(file: &File<'_>, column: &str, datasets: Option<&[String]>) -> Vec<Correction> {
    let Some(mut document) = Document::of(file) else { return Vec::new() };
    let raw: Vec<Spanned<Raw>> = document.each("correction");
    document.close();
    raw.into_iter().filter_map(|raw| one(file, column, datasets, raw)).collect()
}

/// Where the keys are described: the hint where no other helps.
const PAGE: &str = "docs/corrections.md describes the keys";

/// What was read, or `None` and its mistake told.
fn keep<T>(file: &File<'_>, read: Result<T, Mistake>) -> Option<T> {
    let hinted = |mistake: Mistake| {
        if mistake.hint.is_some() { mistake } else { mistake.hint(PAGE) }
    };
    file.keep(read.map_err(hinted))
}

fn one(
    file: &File<'_>,
    column: &str,
    datasets: Option<&[String]>,
    raw: Spanned<Raw>,
) -> Option<Correction> {
    let span = raw.span();
    let raw = raw.into_inner();
    let dataset = raw.dataset.get_ref().as_str();
    let is_unknown = |datasets: &&[String]| !datasets.iter().any(|name| name == dataset);
    if let Some(datasets) = datasets.filter(is_unknown) {
        let message = format!("got dataset `{dataset}`, expected one of source.toml");
        let near = nearest(dataset, datasets.iter().map(String::as_str));
        let mistake = file.mistake(&raw.dataset.span(), message).did_you_mean(&near);
        keep::<()>(file, Err(mistake));
    }
    for said in [&raw.reason, &raw.by] {
        if said.get_ref().trim().is_empty() {
            let mistake = file.mistake(&said.span(), "got nothing, expected who says so and why");
            keep::<()>(file, Err(mistake));
        }
    }
    if Url::parse(raw.reference.get_ref()).is_err() {
        let message = format!("got `{}`, expected an address", raw.reference.get_ref());
        keep::<()>(file, Err(file.mistake(&raw.reference.span(), message)));
    }
    let date = raw.date.get_ref().parse();
    let date = date.map_err(|e: jiff::Error| file.mistake(&raw.date.span(), e.to_string()));
    let (date, action) = (keep(file, date), keep(file, action(file, &raw)));
    let key = keep(file, key(file, column, &span, &raw));
    Some(Correction {
        action: action?,
        key: key?,
        dataset: raw.dataset.into_inner(),
        expect: fold(&raw.expect),
        reason: raw.reason.into_inner(),
        reference: raw.reference.into_inner(),
        by: raw.by.into_inner(),
        date: date?,
        line: file.line(&span),
    })
}

fn action(file: &File<'_>, raw: &Raw) -> Result<Action, Mistake> {
    /// Digits of a power of ten that a unit can be off by.
    const MARKS: Marks = Marks { decimal: '.', grouping: None };
    let said = raw.action.get_ref().as_str();
    let wrong = |expected: &str| {
        Err(file.mistake(&raw.action.span(), format!("`{said}`: expected {expected}")))
    };
    let amount = |text: &Spanned<String>| {
        Amount::parse(text.get_ref(), MARKS).map_err(|error| {
            let message = format!("value: got `{}`, expected {error}", text.get_ref());
            file.mistake(&text.span(), message)
        })
    };
    match (said, &raw.value, &raw.status) {
        ("drop", None, None) => Ok(Action::Drop),
        ("override", Some(value), None) => Ok(Action::Override(amount(value)?)),
        ("scale", Some(value), None) => {
            if let Some(power) = power_of_ten(value.get_ref()) {
                Ok(Action::Scale(power))
            } else {
                let message = format!(
                    "value: got `{}`, expected `1000`, `0.01` or another power of ten: any other \
                 figure is an `override`",
                    value.get_ref()
                );
                Err(file.mistake(&value.span(), message))
            }
        }
        ("flag", None, Some(status)) => {
            let code: Result<ObsStatus, _> = status.get_ref().parse();
            let code = code.map_err(|error| file.mistake(&status.span(), error.to_string()))?;
            if code.is_null() {
                let message = format!("status: got `{}`, expected one of a value", code.code());
                return Err(file.mistake(&status.span(), message));
            }
            Ok(Action::Flag(code))
        }
        ("drop", ..) => wrong("neither `value` nor `status`"),
        ("override" | "scale", ..) => wrong("`value` and no `status`"),
        ("flag", ..) => wrong("`status` and no `value`"),
        _ => wrong("drop, override, scale or flag"),
    }
}

/// 3 of `1000`, −2 of `0.01`; `None` of 1 and of what is no power of ten.
fn power_of_ten(text: &str) -> Option<i8> {
    let (whole, fraction) = text.split_once('.').unwrap_or((text, ""));
    let zeros = |text: &str| text.bytes().all(|byte| byte == b'0');
    let power = match (whole.strip_prefix('1'), fraction.strip_suffix('1')) {
        (Some(rest), None) if zeros(rest) && fraction.is_empty() => {
            i8::try_from(rest.len()).ok()?
        }
        (None, Some(rest)) if whole == "0" && zeros(rest) => {
            i8::try_from(rest.len() + 1).ok()?.checked_neg()?
        }
        _ => return None,
    };
    (power != 0 && power.abs() <= POWER_MAX).then_some(power)
}

/// Units are off by a thousand, ten thousand, a million at most times a hundred.
const POWER_MAX: i8 = 12;

fn key(
    file: &File<'_>,
    column: &str,
    span: &std::ops::Range<usize>,
    raw: &Raw,
) -> Result<Key, Mistake> {
    let snapshot = raw.snapshot.as_ref().map(|text| {
        let digest: Result<Digest, _> = text.get_ref().parse();
        digest.map_err(|error| file.mistake(&text.span(), format!("snapshot: {error}")))
    });
    let snapshot = snapshot.transpose()?;
    let is_place =
        raw.cell.is_some() || raw.sheet.is_some() || raw.member.is_some() || raw.record.is_some();
    match (&raw.release, &raw.series, &raw.period, snapshot) {
        (Some(release), Some(series), Some(period), snapshot) if !is_place => {
            let of_source = release.get_ref().strip_prefix(column);
            let named = of_source.and_then(|rest| rest.strip_prefix(':'));
            if named.is_none_or(|named| named.is_empty() || named.contains('.')) {
                let message = format!(
                    "release: got `{}`, expected `{column}:…`, without the number of a replacement",
                    release.get_ref()
                );
                return Err(file.mistake(&release.span(), message));
            }
            let columns = series.iter().map(|(name, code)| column_of(file, name, code));
            Ok(Key::Series {
                release: release.get_ref().clone(),
                columns: columns.collect::<Result<_, _>>()?,
                time_period: period.get_ref().clone(),
                snapshot,
            })
        }
        (None, None, None, Some(snapshot)) if raw.cell.is_some() => {
            let address = Address {
                member: raw.member.as_ref().map(Text::from),
                sheet: raw.sheet.as_ref().map(Text::from),
                cell: raw.cell.as_ref().map(Text::from),
                record: raw.record,
            };
            Ok(Key::Cell { snapshot, address })
        }
        _ => {
            let message = "a correction names `release`, `series` and `period`, or `snapshot` and \
                           `cell` with `sheet`, `member`, `record` as `explain` prints them";
            Err(file.mistake(span, message))
        }
    }
}

fn column_of(
    file: &File<'_>,
    name: &Spanned<String>,
    code: &Spanned<String>,
) -> Result<(Concept, String), Mistake> {
    let fixed = [Concept::Source, Concept::Dataset, Concept::Freq];
    let known = Concept::named(name.get_ref()).filter(|concept| !fixed.contains(concept));
    let Some(concept) = known else {
        let near = nearest(name.get_ref(), Concept::ALL.iter().map(|c| c.name()));
        let message = format!("series: got `{}`, expected a series column", name.get_ref());
        return Err(file.mistake(&name.span(), message).did_you_mean(&near));
    };
    check_code(concept.name(), code.get_ref())
        .map_err(|wrong| wrong.at(file, &code.span(), concept.name()))?;
    Ok((concept, code.get_ref().clone()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn powers_of_ten_are_written_plainly() {
        for (text, power) in
            [("1000", Some(3)), ("10", Some(1)), ("0.01", Some(-2)), ("0.1", Some(-1))]
        {
            assert_eq!(power_of_ten(text), power, "{text}");
        }
        for text in ["1", "0", "2000", "1.5", "0.02", "-1000", "1e3", "", "10.0", "10000000000000"]
        {
            assert_eq!(power_of_ten(text), None, "{text}");
        }
    }
}

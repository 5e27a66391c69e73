//! The text of a value cell to digits and decimals; what is no plain number goes the ordinary way.

use portbook_model::status::ObsStatus;
use portbook_model::text::Text;
use portbook_normalize::figure::{Figure, Frame, figure};
use portbook_schema::raw::Precision;
use portbook_schema::raw::batch::{Kind, Role, Value, WordsId};

use crate::form::{DECIMALS_MAX, ODD};
use crate::learn::Feed;
use crate::mapping::{Mapping, place};
use crate::odd::Odd;

/// What a value cell holds.
pub(crate) enum Read {
    /// The figure and its tag.
    Figure(i64, u8),
    Ignored,
    Refused(String),
}

/// Digits of a plain number, at most: times 10^9 and its unit it still fits 38 digits.
const DIGITS_MAX: usize = 18;
/// Units of up to so many powers of ten leave room for those digits.
const SCALE_MAX: i32 = 11;

/// A number that is its own plain print: digits, decimals. `None` where it must be looked at.
pub(crate) fn plain(
    field: &[u8],
    mapping: &Mapping,
    measure: usize,
    found: &[u32],
) -> Option<(i64, u8)> {
    let (figure, decimals) = plain_digits(field, mapping.raw.decimal_mark)?;
    let scale = mapping.measures[measure].scale(found)?;
    let fits = (0..=SCALE_MAX).contains(&scale) && i32::from(decimals) <= 9 + scale;
    (fits && decimals <= DECIMALS_MAX).then_some((figure, decimals))
}

fn plain_digits(field: &[u8], decimal_mark: char) -> Option<(i64, u8)> {
    let body = field.strip_prefix(b"-").unwrap_or(field);
    if body.is_empty() || body.len() > DIGITS_MAX {
        return None;
    }
    let mut figure: i64 = 0;
    let mut point = None;
    for (at, byte) in body.iter().enumerate() {
        if byte.is_ascii_digit() {
            figure = figure * 10 + i64::from(byte - b'0');
        } else if point.is_none() && char::from(*byte) == decimal_mark {
            point = Some(at);
        } else {
            return None;
        }
    }
    let whole = point.unwrap_or(body.len());
    let decimals = body.len() - point.map_or(body.len(), |at| at + 1);
    let is_plain = whole > 0
        && (whole == 1 || body[0] != b'0')
        && (point.is_none() || decimals > 0)
        && (figure != 0 || body.len() == field.len());
    let figure = if body.len() < field.len() { -figure } else { figure };
    is_plain.then_some((figure, decimals as u8))
}

/// The cell's text, folded, as the ordinary path reads it.
pub(crate) fn read(
    text: &str,
    mapping: &Mapping,
    measure: usize,
    found: &[u32],
    heap: &mut Vec<u8>,
) -> Read {
    let of = &mapping.measures[measure];
    let code = |name: &str| of.code(place(name), found);
    let status: Option<ObsStatus> = code("obs_status").and_then(|code| code.parse().ok());
    if let Some(status) = status.filter(|status| text.is_empty() && status.is_null()) {
        let odd =
            Odd { value: None, decimals: 0, status: Some(status), raw_text: Some(String::new()) };
        return odd_figure(&odd, heap);
    }
    let value = Value {
        text: Text::from(text),
        kind: if text.is_empty() { Kind::Blank } else { Kind::Text },
        shown: None,
        role: Role::Row,
        cell: Text::from(of.cell.as_str()),
        record: None,
        note: None,
        is_revised: false,
        words: [WordsId::NONE; 3],
    };
    let Some(unit_mult) = of.scale(found).and_then(|scale| i8::try_from(scale).ok()) else {
        return Read::Refused("column-unsaid: unit_mult".to_owned());
    };
    let frame = Frame {
        unit_mult,
        precision: Precision::Stored,
        growth: code("transformation") != Some("N"),
        measure: code("measure").unwrap_or_default(),
        unit_measure: code("unit_measure").unwrap_or_default(),
    };
    match figure(&mapping.raw, &value, frame).map(|read| read.figure) {
        Ok(Figure::Value { value, decimals, raw_text }) => {
            odd_figure(&Odd { value: Some(value), decimals, status: None, raw_text }, heap)
        }
        Ok(Figure::Null { status, sign }) => odd_figure(
            &Odd { value: None, decimals: 0, status: Some(status), raw_text: Some(sign) },
            heap,
        ),
        Ok(Figure::Ignored) => Read::Ignored,
        Ok(Figure::Edge { sign, .. }) => Read::Refused(format!("got `{sign}`, a sign with ends")),
        Err(why) => Read::Refused(format!("{}: got `{text}`, expected {}", why.rule, why.expected)),
    }
}

fn odd_figure(odd: &Odd, heap: &mut Vec<u8>) -> Read {
    Read::Figure(odd.push(heap).cast_signed(), ODD)
}

impl crate::mapping::Measure {
    /// What words say of a column; the labels found decide where it is theirs.
    pub(crate) fn code<'a>(&'a self, name: usize, found: &[u32]) -> Option<&'a str> {
        match &self.feeds[name] {
            Feed::Always(code) => code.as_deref(),
            Feed::Label { column, codes } => codes[found[*column] as usize].as_deref(),
            Feed::Text { .. } => None,
        }
    }

    /// The power of ten of the printed unit.
    pub(crate) fn scale(&self, found: &[u32]) -> Option<i32> {
        match &self.scales {
            Scales::Always(scale) => *scale,
            Scales::Label(column, scales) => scales[found[*column] as usize],
        }
    }
}

/// Powers of ten, by what says them.
pub(crate) enum Scales {
    Always(Option<i32>),
    Label(usize, Vec<Option<i32>>),
}

impl Scales {
    pub(crate) fn of(feeds: &[Feed]) -> Self {
        let scale = |code: &Option<String>| code.as_ref().and_then(|code| code.parse().ok());
        match &feeds[place("unit_mult")] {
            Feed::Always(code) => Self::Always(scale(code)),
            Feed::Label { column, codes } => {
                Self::Label(*column, codes.iter().map(scale).collect())
            }
            Feed::Text { .. } => Self::Always(None),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn plain_numbers() {
        for (text, figure) in [
            ("0", Some((0, 0))),
            ("-12", Some((-12, 0))),
            ("12,50", Some((1250, 2))),
            ("-0,5", Some((-5, 1))),
            ("123456789012345678", Some((123_456_789_012_345_678, 0))),
        ] {
            assert_eq!(plain_digits(text.as_bytes(), ','), figure, "{text}");
        }
    }

    #[test]
    fn what_is_no_plain_print_is_looked_at() {
        for text in ["", "-", "007", "-0", ",5", "5,", "1.000", "1e5", "+1", "1234567890123456789"]
        {
            assert_eq!(plain_digits(text.as_bytes(), ','), None, "{text}");
        }
    }
}

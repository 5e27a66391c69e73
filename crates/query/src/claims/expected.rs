//! The figure an article prints, exactly, and when a computed one meets it.

use portbook_model::amount::{Amount, Marks};
use portbook_model::observation::VALUE_SCALE;

use crate::claims::Outcome;
use crate::explain::text::grouped;
use crate::published_row::decimal_text;
use crate::rows::plain;

/// Above this, money is shown in billions or millions.
const BILLION: i128 = 1_000_000_000 * 10_i128.pow(VALUE_SCALE as u32);

/// How the printed figure is meant.
#[derive(Clone, Copy, Debug, PartialEq, Eq, serde::Deserialize)]
pub enum Op {
    /// The figure, to its last printed digit. "Almost" and "close to" are this too: the words
    /// name no bound of their own.
    #[serde(rename = "=")]
    Rounded,
    #[serde(rename = "<")]
    Below,
    #[serde(rename = ">")]
    Above,
}

/// A printed figure and what it takes to meet it. Values are times 10^9.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Expected {
    pub op: Op,
    pub value: i128,
    /// One unit of the last printed digit; half of it is the tolerance.
    pub rounding: i128,
    /// `USD`, `CNY`, `PT`, or `1`.
    pub unit: String,
}

impl Expected {
    pub fn is_met_by(&self, value: i128) -> bool {
        match self.op {
            Op::Rounded => (value - self.value).abs() * 2 <= self.rounding,
            Op::Below => value < self.value,
            Op::Above => value > self.value,
        }
    }

    pub(crate) fn outcome(&self, value: i128) -> Outcome {
        Outcome {
            value: decimal_text(value),
            unit: self.unit.clone(),
            text: shown(value, &self.unit),
            as_printed: self.is_met_by(value),
        }
    }

    /// What would meet it, for people.
    pub fn text(&self) -> String {
        let value = shown(self.value, &self.unit);
        match self.op {
            Op::Rounded if self.rounding == 0 => value,
            Op::Rounded => {
                let tolerance = shown(self.rounding / 2, &self.unit);
                format!("{value}, give or take {}", tolerance.trim_start_matches('+'))
            }
            Op::Below => format!("below {value}"),
            Op::Above => format!("above {value}"),
        }
    }
}

/// Reads a plain decimal, `_` between groups of three allowed, times 10^9.
pub(crate) fn exact(text: &str) -> Option<i128> {
    let amount = Amount::parse(text, Marks { decimal: '.', grouping: Some('_') }).ok()?;
    amount.base(0).map(|(value, _)| value)
}

/// A figure in the unit people read it in.
fn shown(value: i128, unit: &str) -> String {
    match unit {
        "USD" => money(value, "US$"),
        "CNY" => money(value, "yuan"),
        "PT" => {
            let sign = if value > 0 { "+" } else { "" };
            format!("{sign}{}%", rounded(value, 0, 2))
        }
        "1" => rounded(value, 0, 2),
        other => format!("{} {other}", rounded(value, 0, 2)),
    }
}

/// In billions where one decimal says all, else in millions.
fn money(value: i128, name: &str) -> String {
    if value.abs() < BILLION {
        return format!("{} {name} million", rounded(value, 6, 1));
    }
    if value % (BILLION / 10) == 0 {
        return format!("{} {name} bn", rounded(value, 9, 1));
    }
    format!("{} {name} million", rounded(value, 6, 1))
}

fn rounded(value: i128, unit_mult: i8, decimals: u8) -> String {
    let all_digits = i8::try_from(VALUE_SCALE).unwrap_or_default() + unit_mult;
    let amount = Amount::of_base(value, unit_mult, all_digits).and_then(|a| a.rounded(decimals));
    let text = amount.map_or_else(|| decimal_text(value), |amount| amount.to_string());
    grouped(plain(&text))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn expected(op: Op, value: &str, rounding: &str, unit: &str) -> Expected {
        let (value, rounding) = (exact(value).unwrap(), exact(rounding).unwrap());
        Expected { op, value, rounding, unit: unit.to_owned() }
    }

    #[test]
    fn half_the_last_printed_digit_is_the_tolerance() {
        let surplus = expected(Op::Rounded, "1_076_000_000_000", "1_000_000_000", "USD");
        for (value, met) in [
            ("1075848100000", true),
            ("1075500000000", true),
            ("1075499999999.999999999", false),
            ("1068200000000", false),
        ] {
            assert_eq!(surplus.is_met_by(exact(value).unwrap()), met, "{value}");
        }
        let fell = expected(Op::Below, "0", "0", "PT");
        assert!(fell.is_met_by(exact("-1.1").unwrap()) && !fell.is_met_by(0));
        let rank = expected(Op::Rounded, "3", "0", "1");
        assert!(rank.is_met_by(exact("3").unwrap()) && !rank.is_met_by(exact("4").unwrap()));
    }

    #[test]
    fn figures_are_shown_in_the_unit_people_read() {
        for (value, unit, text) in [
            ("1075848100000", "USD", "1,075,848.1 US$ million"),
            ("1068200000000", "USD", "1,068.2 US$ bn"),
            ("350649962525", "CNY", "350,650 yuan million"),
            ("-28.5712345", "PT", "-28.57%"),
            ("5.9", "PT", "+5.9%"),
            ("171", "1", "171"),
        ] {
            assert_eq!(shown(exact(value).unwrap(), unit), text);
        }
        let growth = expected(Op::Rounded, "-28.6", "0.1", "PT");
        assert_eq!(growth.text(), "-28.6%, give or take 0.05%");
        assert_eq!(expected(Op::Below, "0", "0", "PT").text(), "below 0%");
    }
}

//! Known errors of a publisher, mended as `corrections.toml` says. Nothing else changes what was
//! printed; and where the publisher prints something else by now, neither does this.

use portbook_model::address::Address;
use portbook_model::amount::{Amount, Marks};
use portbook_model::concept::Concept;
use portbook_model::observation::Observation;
use portbook_model::period::{Period, PeriodKind};
use portbook_model::series::Series;
use portbook_model::status::ObsStatus;
use portbook_schema::raw::RawRecords;
use portbook_source::correction::{Action, Correction, Key};
use portbook_source::load::Source;
use portbook_source::pattern::fold;

use crate::meaning::Trouble;
use crate::release::Occasion;

/// The corrections that may concern a print, each with its number in the file.
pub(crate) struct Corrections<'a>(Vec<(usize, &'a Correction)>);

/// A cell that a correction means.
pub(crate) struct Met<'a> {
    pub(crate) number: usize,
    correction: &'a Correction,
}

/// What becomes of it.
pub(crate) enum Then {
    /// The observation as corrected.
    Keep,
    LeaveOut,
    Refuse(Trouble),
}

impl<'a> Corrections<'a> {
    pub(crate) fn of(
        source: &'a Source,
        raw: &RawRecords,
        release: &str,
        occasion: &Occasion,
    ) -> Self {
        let all = source.corrections.iter().enumerate();
        let ours = all.filter(|(_, correction)| {
            correction.dataset == raw.dataset && correction.is_for(release, occasion.snapshot)
        });
        Self(ours.collect())
    }

    /// The correction that means a cell. A figure printed again to be compared is meant by its place
    /// alone: it has the series of another.
    pub(crate) fn of_cell(
        &self,
        series: &Series,
        period: Period,
        address: impl Fn() -> Address,
        is_control: bool,
    ) -> Result<Option<Met<'a>>, Trouble> {
        if self.0.is_empty() {
            return Ok(None);
        }
        let kind = series.get(Concept::PeriodKind).parse::<PeriodKind>();
        let time_period = kind.map(|kind| period.time_period(kind)).unwrap_or_default();
        let address = address();
        let mut met = self.0.iter().filter(|(_, correction)| {
            let by_place = matches!(correction.key, Key::Cell { .. });
            (by_place || !is_control) && correction.picks(series, &time_period, &address)
        });
        let Some((number, correction)) = met.next() else { return Ok(None) };
        match met.next() {
            None => Ok(Some(Met { number: *number, correction })),
            Some((_, other)) => Err(Trouble {
                rule: "correction-twice",
                seen: address.to_string(),
                expected: format!(
                    "one correction of a value, not those of lines {} and {} of corrections.toml",
                    correction.line, other.line
                ),
                cell: None,
            }),
        }
    }
}

impl Met<'_> {
    /// Corrects an observation as printed; `text` is what stands in its cell.
    pub(crate) fn apply(
        &self,
        mut observation: Observation,
        text: &str,
        raw: &RawRecords,
    ) -> (Observation, Then) {
        let correction = self.correction;
        if !is_expected(&correction.expect, &observation, text, raw) {
            let trouble = self.trouble("correction-expired", text, "the publisher mended it?");
            return (observation, Then::Refuse(trouble));
        }
        let misfit = |observation, why| {
            let trouble = self.trouble("correction-misfit", text, why);
            (observation, Then::Refuse(trouble))
        };
        let (value, status) = (observation.value, observation.status);
        match &correction.action {
            Action::Drop => {
                observation.value = None;
                return (observation, Then::LeaveOut);
            }
            Action::Override(amount) => {
                let fits = amount.base(observation.unit_mult).filter(|(_, rounded)| !rounded);
                let (Some((value, _)), Ok(decimals)) = (fits, i8::try_from(amount.decimals()))
                else {
                    return misfit(observation, "its value has at most nine decimals");
                };
                (observation.value, observation.decimals) = (Some(value), decimals);
                observation.status = if status.is_null() { ObsStatus::Normal } else { status };
            }
            Action::Scale(power) => {
                let scaled = value.and_then(|value| scaled(value, *power));
                let unit_mult = observation.unit_mult.checked_add(*power);
                let (Some(value), Some(unit_mult)) = (scaled, unit_mult) else {
                    return misfit(observation, "a value, that fits when scaled");
                };
                (observation.value, observation.unit_mult) = (Some(value), unit_mult);
            }
            Action::Flag(status) => {
                if value.is_none() {
                    return misfit(observation, "a value: another status is one of a value");
                }
                observation.status = *status;
            }
        }
        observation.raw_text = Some(text.to_owned());
        (observation, Then::Keep)
    }

    fn trouble(&self, rule: &'static str, text: &str, why: &str) -> Trouble {
        let Correction { expect, line, .. } = self.correction;
        let (action, seen) = (self.correction.action(), text.to_owned());
        let expected =
            format!("`{expect}`, of which the {action} of corrections.toml:{line} speaks ({why})");
        Trouble { rule, seen, expected, cell: None }
    }
}

/// Whether the cell prints what the correction mends: its text, or a figure written like it.
fn is_expected(expect: &str, observation: &Observation, text: &str, raw: &RawRecords) -> bool {
    if expect == fold(text) {
        return true;
    }
    let Some(value) = observation.value.filter(|_| observation.raw_text.is_none()) else {
        return false;
    };
    let printed = Amount::of_base(value, observation.unit_mult, observation.decimals);
    let own = Marks { decimal: raw.decimal_mark, grouping: raw.grouping_mark };
    // A number cell has no marks: a sheet shows 182,146 of it.
    let shown = Marks { decimal: '.', grouping: Some(',') };
    let written = Amount::parse(expect, own).or_else(|_| Amount::parse(expect, shown));
    written.is_ok_and(|written| printed == Some(written))
}

/// `value × 10^power`, where no digit is lost.
fn scaled(value: i128, power: i8) -> Option<i128> {
    let factor = 10_i128.checked_pow(u32::from(power.unsigned_abs()))?;
    if power > 0 {
        return value.checked_mul(factor).filter(|value| value.unsigned_abs() < 10_u128.pow(38));
    }
    (value % factor == 0).then_some(value / factor)
}

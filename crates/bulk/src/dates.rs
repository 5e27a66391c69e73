//! The period of a record, as the ordinary path reads it; asked once for each combination of texts.

use portbook_model::concept::Concept;
use portbook_model::period::{Period, PeriodKind};
use portbook_schema::observation::date32;

use crate::mapping::Mapping;
use crate::probe::Answer;

/// Kinds of period in the order of their codes.
pub(crate) const KINDS: [PeriodKind; 7] = [
    PeriodKind::Days,
    PeriodKind::FiscalYear,
    PeriodKind::Month,
    PeriodKind::Quarter,
    PeriodKind::Rolling,
    PeriodKind::Year,
    PeriodKind::Ytd,
];

/// A period as it is packed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Dated {
    /// Year in which it ends: its partition.
    pub(crate) year: i32,
    /// Its place among [`KINDS`].
    pub(crate) kind: u8,
    /// First day, from 1970-01-01.
    pub(crate) start: i32,
    /// Days from the first to the last.
    pub(crate) days: u16,
}

impl Dated {
    fn of(kind: PeriodKind, period: Period) -> Option<Self> {
        let start = date32(period.start);
        Some(Self {
            year: i32::from(period.end.year()),
            kind: u8::try_from(KINDS.iter().position(|known| *known == kind)?).ok()?,
            start,
            days: u16::try_from(date32(period.end) - start).ok()?,
        })
    }
}

impl Mapping {
    /// The period that the texts of the dating columns give, in their order; or why it is none.
    pub(crate) fn dated(&self, texts: &[String]) -> Result<Dated, String> {
        let mut record = self.base.clone();
        for (column, text) in self.dating.iter().zip(texts) {
            record[*column].clone_from(text);
        }
        let cell = vec![self.measures[0].cell.clone()];
        let asked = self.probe.ask(&[record], &cell);
        let answer = asked.map_err(|error| error.to_string())?.swap_remove(0).swap_remove(0);
        match answer {
            Answer::Refused(why) => Err(why),
            Answer::Row(row) => {
                let kind = row
                    .series
                    .get(Concept::PeriodKind)
                    .parse()
                    .map_err(|_| "no kind of period".to_owned())?;
                Dated::of(kind, row.period)
                    .ok_or_else(|| "a period of at most 65535 days".to_owned())
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn kinds_sort_as_their_codes() {
        assert!(KINDS.map(PeriodKind::code).is_sorted());
    }
}

//! Months go on in one direction. Where they begin anew after the last of a year and no word says
//! another year, the row that said it is missing: the figures would be a year off.

use std::cmp::Ordering;
use std::collections::BTreeMap;

use portbook_model::address::Cell as At;
use portbook_source::timetext;
use portbook_source::vocabulary::Vocabulary;

use super::places::Place;

/// Holes that say a year by themselves.
const YEARS: [&str; 6] =
    ["{year}", "{roc_year}", "{fiscal_year}", "{date}", "{period}", "{months}"];

/// The parts of a year met since the words beside them changed.
#[derive(Default)]
pub(super) struct Order {
    /// What was said beside the part of the year, and the cells above that said it.
    beside: (BTreeMap<String, String>, Vec<String>),
    last: Option<i8>,
    /// Whether parts follow or precede one another.
    way: Option<Ordering>,
    is_lost: bool,
}

/// What a row means for the order.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Step {
    Right,
    /// The first row of which no word says the year.
    Lost,
    /// One that follows it.
    After,
}

impl Order {
    /// The next row with values: `block` and `line` are what stands beside it.
    pub(super) fn step(
        &mut self,
        row: u32,
        block: impl FnOnce() -> Place,
        line: &Place,
        vocabulary: &Vocabulary,
    ) -> Step {
        let Some((part, of)) = part(line, vocabulary) else { return Step::Right };
        let block = block();
        let says_year = YEARS.iter().any(|hole| line.words.contains_key(*hole));
        let others = line.cells.split_last().map_or(&[][..], |(_, others)| others);
        let is_above =
            |cell: &&String| says_year || At::parse(cell).is_some_and(|cell| cell.row_index < row);
        let above = block.cells.iter().chain(others.iter().filter(is_above));
        let above: Vec<String> = above.cloned().collect();
        let mut words = block.words.clone();
        words.extend(line.words.clone());
        words.retain(|word, _| word != "{month}" && word != "{quarter}");
        let label_says_year = says_year && others.is_empty();
        let beside = (words, above);
        if beside != self.beside || label_says_year {
            *self = Self { beside, last: Some(part), way: None, is_lost: false };
            return Step::Right;
        }
        if self.is_lost {
            return Step::After;
        }
        let Some(last) = self.last.replace(part) else { return Step::Right };
        let way = part.cmp(&last);
        self.is_lost = match (self.way, way) {
            (_, Ordering::Equal) => return Step::Right,
            (Some(before), way) if before == way => false,
            // From December on, or back from January; elsewhere another order may be meant.
            (Some(Ordering::Greater), _) => last == of,
            (Some(_), _) => last == 1,
            (None, Ordering::Less) => last == of && part * 4 <= of,
            (None, _) => false,
        };
        self.way = Some(way);
        if self.is_lost { Step::Lost } else { Step::Right }
    }
}

/// The month or quarter of a line that is one, and how many there are in a year.
fn part(line: &Place, vocabulary: &Vocabulary) -> Option<(i8, i8)> {
    let kind = line.words.get("period").map(String::as_str);
    let word = |hole: &str| line.words.get(hole);
    match (word("{month}"), word("{quarter}"), kind) {
        (Some(month), None, None | Some("month")) => {
            Some((timetext::month(month, vocabulary.language)?, 12))
        }
        (None, Some(quarter), None | Some("quarter")) => Some((timetext::quarter(quarter)?, 4)),
        _ => None,
    }
}

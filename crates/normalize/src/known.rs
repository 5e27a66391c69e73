//! What words say is added up once for all values that stand beside the same words.
//!
//! A value is known by the texts of its word columns: those that date it, and the others. The cells
//! the words stand in are left out, for they matter in messages only, and what is refused is not
//! kept.

use std::collections::HashMap;
use std::sync::Arc;

use foldhash::fast::FixedState;
use portbook_model::period::{Period, PeriodKind};
use portbook_model::series::Series;
use portbook_model::status::Level;
use portbook_schema::raw::batch::{Batch, ColumnId, Numbered, Value, Words};
use portbook_schema::raw::{PLACES, Precision};

use crate::meaning::DATING;

/// Kept at most of either kind; then it is begun anew.
const KEPT_MAX: usize = 50_000;

/// What the words beside a value say, its period left out.
#[derive(Debug)]
pub(crate) struct Known {
    pub(crate) series: Arc<Series>,
    pub(crate) level: Level,
    pub(crate) unit_mult: i8,
    pub(crate) precision: Precision,
    pub(crate) obs_status: Option<String>,
    pub(crate) conf_status: Option<String>,
    pub(crate) base_period: Option<String>,
    pub(crate) part_of: Option<Arc<str>>,
}

/// The period its words give a value.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Dated {
    At(PeriodKind, Period),
    /// The latest such month before the newest of the table.
    LastBefore,
}

/// The lists of words beside a value, numbered by their texts: equal for equal words.
type Key = [u32; 3];

/// The same of the words that date it, and of the others where those count only beside them.
type TimesKey = [Key; 2];

/// Reads the keys of the values of one table.
pub(crate) struct Keys {
    others: Numbered<u32>,
    times: Numbered<u32>,
    /// Some words that date a value count only beside others.
    times_need_others: bool,
}

impl Keys {
    pub(crate) fn new(batch: &Batch) -> Self {
        let (mut times, mut others) = (Vec::new(), Vec::new());
        let mut times_need_others = false;
        for name in batch.columns() {
            let Some(rest) = PLACES.iter().find_map(|place| name.strip_prefix(place)) else {
                continue;
            };
            let (is_conditional, word) = match (rest.strip_prefix(':'), rest.strip_prefix('?')) {
                (Some(word), _) => (false, word),
                (_, Some(rest)) => (true, rest.split_once(':').map_or(rest, |(_, word)| word)),
                _ => continue,
            };
            let hole = word.strip_prefix('{').and_then(|word| word.strip_suffix('}'));
            let dates = word == "period" || hole.is_some_and(|hole| DATING.contains(&hole));
            match hole {
                Some("label" | "released_at") => continue,
                _ if dates => times.extend(batch.column(name)),
                _ => others.extend(batch.column(name)),
            }
            times_need_others |= dates && is_conditional;
        }
        Self { others: numbered(batch, &others), times: numbered(batch, &times), times_need_others }
    }

    /// The key of the words that say no time, and of those that date the value.
    pub(crate) fn of(&self, value: &Value) -> (Key, TimesKey) {
        let others = self.others.of(value);
        let beside = if self.times_need_others { others } else { Key::default() };
        (others, [self.times.of(value), beside])
    }
}

/// A number for each list of words, the same for lists that say the same in some columns.
fn numbered(batch: &Batch, columns: &[ColumnId]) -> Numbered<u32> {
    let mut numbers: HashMap<Words, u32, FixedState> = HashMap::default();
    batch.numbered(|list| {
        let words = list.iter().filter(|(column, _)| columns.contains(column));
        let mut words: Words = words.cloned().collect();
        words.sort();
        let next = u32::try_from(numbers.len()).expect("lists of words are counted so");
        *numbers.entry(words).or_insert(next)
    })
}

/// What is known of the words met so far.
#[derive(Default)]
pub(crate) struct Kept {
    dated: HashMap<TimesKey, Dated, FixedState>,
    known: HashMap<Key, Vec<(PeriodKind, Arc<Known>)>, FixedState>,
}

impl Kept {
    pub(crate) fn dated(&self, times: &TimesKey) -> Option<Dated> {
        self.dated.get(times).copied()
    }

    pub(crate) fn date(&mut self, times: TimesKey, dated: Dated) {
        if self.dated.len() >= KEPT_MAX {
            self.dated.clear();
        }
        self.dated.entry(times).or_insert(dated);
    }

    pub(crate) fn known(&self, key: &Key, kind: PeriodKind) -> Option<Arc<Known>> {
        let known = self.known.get(key)?.iter().find(|(of, _)| *of == kind);
        known.map(|(_, known)| Arc::clone(known))
    }

    pub(crate) fn know(&mut self, key: Key, kind: PeriodKind, known: Arc<Known>) {
        if self.known.len() >= KEPT_MAX {
            self.known.clear();
        }
        self.known.entry(key).or_default().push((kind, known));
    }
}

#[cfg(test)]
mod tests {
    use portbook_schema::raw::batch::{Builder, Kind, Role, WordsId};

    use super::*;

    /// The keys of values beside such words of their row and of their heading.
    fn keys(values: &[[&[(&str, &str)]; 2]]) -> Vec<(Key, TimesKey)> {
        let mut builder = Builder::default();
        for lists in values {
            let [row, head] = lists.map(|list| {
                let owned = |(name, text): &(&str, &str)| ((*name).to_owned(), (*text).to_owned());
                builder.words(list.iter().map(owned))
            });
            builder.push(Value {
                text: "7".into(),
                kind: Kind::Number,
                shown: None,
                role: Role::Row,
                cell: "B7".into(),
                record: None,
                note: None,
                is_revised: false,
                words: [WordsId::NONE, row, head],
            });
        }
        let batch = builder.finish();
        let keys = Keys::new(&batch);
        batch.values().iter().map(|value| keys.of(value)).collect()
    }

    #[test]
    fn values_beside_the_same_words_have_one_key_wherever_the_words_stand() {
        let keys = keys(&[
            [&[("line:{area}", "Total"), ("line:{year}", "2024"), ("line@", "A7")], &[]],
            [&[("line@", "A8"), ("line:{year}", "2025"), ("line:{area}", "Total")], &[]],
            [&[("line:{year}", "2025"), ("line:{label}", "x")], &[("head:{area}", "Total")]],
        ]);
        let [a, b, c] = keys[..] else { unreachable!("three values") };
        assert_eq!(a.0, b.0);
        assert_ne!(a.1, b.1);
        assert_ne!(b.0, c.0);
        assert_eq!(b.1, c.1);
    }

    #[test]
    fn times_that_count_beside_other_words_are_told_apart_by_them() {
        let year = [("line?trade_flow=X:{year}", "2024")];
        let keys =
            keys(&[[&year, &[("head:trade_flow", "X")]], [&year, &[("head:trade_flow", "M")]]]);
        assert_ne!(keys[0].1, keys[1].1);
    }
}

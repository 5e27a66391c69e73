//! What words say is added up once for all values that stand beside the same words.
//!
//! A value is known by the texts of its word columns: those that date it, and the others. The cells
//! the words stand in are left out, for they matter in messages only, and what is refused is not
//! kept.

use std::collections::HashMap;
use std::sync::Arc;

use portbook_model::period::{Period, PeriodKind};
use portbook_model::series::Series;
use portbook_model::status::Level;
use portbook_schema::raw::{Column, Columns, PLACES, Precision};

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

/// The texts of a record's word columns in one: equal for equal words.
type Key = Vec<u8>;

/// Reads the keys of the records of one table.
pub(crate) struct Keys<'a> {
    times: Vec<Column<'a>>,
    others: Vec<Column<'a>>,
    /// Some words that date a value count only beside others.
    times_need_others: bool,
}

impl<'a> Keys<'a> {
    pub(crate) fn new(columns: &Columns<'a>) -> Self {
        let mut keys = Self { times: Vec::new(), others: Vec::new(), times_need_others: false };
        for name in columns.names() {
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
                _ if dates => keys.times.push(columns.column(name)),
                _ => keys.others.push(columns.column(name)),
            }
            keys.times_need_others |= dates && is_conditional;
        }
        keys
    }

    /// The key of the words that say no time, and of those that date the value.
    pub(crate) fn of(&self, row: usize) -> (Key, Key) {
        let others = key(&self.others, row);
        let mut times = key(&self.times, row);
        if self.times_need_others {
            times.extend_from_slice(&others);
        }
        (others, times)
    }
}

fn key(columns: &[Column<'_>], row: usize) -> Key {
    let mut key = Vec::with_capacity(64);
    for (at, column) in columns.iter().enumerate() {
        let Some(text) = column.get(row) else { continue };
        key.extend_from_slice(&at.to_le_bytes());
        key.extend_from_slice(&text.len().to_le_bytes());
        key.extend_from_slice(text.as_bytes());
    }
    key
}

/// What is known of the words met so far.
#[derive(Default)]
pub(crate) struct Kept {
    dated: HashMap<Key, Dated>,
    known: HashMap<Key, Vec<(PeriodKind, Arc<Known>)>>,
}

impl Kept {
    pub(crate) fn dated(&self, times: &Key) -> Option<Dated> {
        self.dated.get(times).copied()
    }

    pub(crate) fn date(&mut self, times: Key, dated: Dated) {
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
    use portbook_schema::raw::Builder;

    use super::*;

    #[test]
    fn values_beside_the_same_words_have_one_key_wherever_the_words_stand() {
        let mut builder = Builder::default();
        let rows = [
            [("line:{area}", "Total"), ("line:{year}", "2024"), ("line@", "A7")],
            [("line:{area}", "Total"), ("line:{year}", "2025"), ("line@", "A8")],
            [("head:{area}", "Total"), ("line:{year}", "2025"), ("line:{label}", "x")],
        ];
        for row in rows {
            builder.push(row.map(|(name, text)| (name.to_owned(), text.to_owned())));
        }
        let batch = builder.finish();
        let keys = Keys::new(&Columns::of(&batch));
        let [a, b, c] = [keys.of(0), keys.of(1), keys.of(2)];
        assert_eq!(a.0, b.0);
        assert_ne!(a.1, b.1);
        assert_ne!(b.0, c.0);
        assert_eq!(b.1, c.1);
    }

    #[test]
    fn times_that_count_beside_other_words_are_told_apart_by_them() {
        let mut builder = Builder::default();
        for flow in ["X", "M"] {
            let row = [("head:trade_flow", flow), ("line?trade_flow=X:{year}", "2024")];
            builder.push(row.map(|(name, text)| (name.to_owned(), text.to_owned())));
        }
        let batch = builder.finish();
        let keys = Keys::new(&Columns::of(&batch));
        assert_ne!(keys.of(0).1, keys.of(1).1);
    }
}

//! One `[[records]]` layout compiled over the columns of a file: where each column's text goes in a
//! packed record, and from where each published column is read again.

use std::collections::BTreeMap;

use encoding_rs::{Encoding, UTF_8};
use portbook_model::release::Release;
use portbook_schema::raw::RawRecords;
use portbook_source::layout::records::Condition;
use portbook_source::pattern::fold;

use crate::columns::Column;
use crate::error::{Error, Result};
use crate::figure::Scales;
use crate::form::{Form, Layer, MEASURES_MAX, Part, bits_for};
use crate::labels::Labels;
use crate::learn::{ATTRIBUTES, Feed, Kind, Learnt, names};
use crate::probe::Probe;

/// Bytes of a text that is a code of its own, in words.
pub(crate) const TEXT_WORDS: usize = 3;

/// A layout laid over a file: how its records become rows.
pub(crate) struct Mapping {
    pub(crate) probe: Probe,
    /// Marks and signs of the figures.
    pub(crate) raw: RawRecords,
    /// By column of the file.
    pub(crate) kinds: Vec<Kind>,
    /// By column of the file: its labels, and what of each is refused.
    pub(crate) labels: Vec<Labels>,
    pub(crate) refused: Vec<Vec<(u64, String)>>,
    pub(crate) headings: Vec<String>,
    pub(crate) dating: Vec<usize>,
    pub(crate) base: Vec<String>,
    pub(crate) measures: Vec<Measure>,
    pub(crate) puts: Vec<Put>,
    pub(crate) period: PeriodParts,
    pub(crate) form: Form,
    pub(crate) columns: Vec<Column>,
    pub(crate) skip: Vec<Test>,
    pub(crate) keep: Vec<Test>,
    /// No sign is a number, so that what looks like one is one.
    pub(crate) numbers_are_plain: bool,
    pub(crate) cut: Cut,
}

/// How a line is cut and read.
#[derive(Clone, Copy)]
pub(crate) struct Cut {
    pub(crate) delimiter: u8,
    pub(crate) encoding: &'static Encoding,
}

/// A column of figures; in the order of their rows.
pub(crate) struct Measure {
    pub(crate) column: usize,
    pub(crate) cell: String,
    /// As [`names`].
    pub(crate) feeds: Vec<Feed>,
    pub(crate) scales: Scales,
    /// Fields that only this measure's rows have in their key, by the place of their concept among
    /// those after the measure; the shared ones among them.
    pub(crate) own: Vec<Part>,
    /// All fields after the measure in the order of the row, where `own` are some.
    pub(crate) order: Vec<Part>,
}

/// What of a record goes where.
pub(crate) enum Put {
    /// The rank of its label's code.
    Rank {
        column: usize,
        ranks: Vec<u64>,
        part: Part,
    },
    Label {
        column: usize,
        part: Part,
    },
    Digits {
        column: usize,
        part: Part,
    },
    Text {
        column: usize,
        word: usize,
    },
}

/// Where the period stands.
#[derive(Clone, Copy, Default)]
pub(crate) struct PeriodParts {
    pub(crate) kind: Part,
    pub(crate) start: Part,
    pub(crate) days: Part,
}

/// A column whose text leaves a record out or keeps it.
pub(crate) struct Test {
    pub(crate) column: usize,
    pub(crate) texts: Vec<String>,
}

/// Days that are added, so that all of a calendar's are positive.
pub(crate) const DAYS_SHIFT: i32 = 1 << 22;
const START_BITS: u32 = 23;
const DAYS_BITS: u32 = 16;
const KIND_BITS: u32 = 3;

impl Mapping {
    pub(crate) fn compile(
        probe: Probe,
        headings: Vec<String>,
        learnt: Learnt,
        measures: Vec<(usize, String)>,
        cut: Cut,
    ) -> Result<Self> {
        let encoding = cut.encoding;
        let layout = probe.layout().common.id.clone();
        let not_carried = |key: String| Error::NotCarried { layout: layout.clone(), key };
        if measures.len() > MEASURES_MAX {
            return Err(not_carried(format!("{} measures in one record", measures.len())));
        }
        let raw = probe.parsed(std::slice::from_ref(&learnt.base))?;
        let release = probe.normalized(&raw)?.release;
        let measures =
            measures.into_iter().zip(learnt.feeds).map(|((column, cell), feeds)| Measure {
                column,
                cell,
                scales: Scales::of(&feeds),
                feeds,
                own: Vec::new(),
                order: Vec::new(),
            });
        let mut measures: Vec<Measure> = measures.collect();
        order(&mut measures).map_err(not_carried)?;
        let laid = Laid::of(&learnt.kinds, &mut measures).map_err(not_carried)?;
        let columns = crate::columns::of(&laid, &measures, &release, probe.occasion.captured_at);
        let labels = learnt.kinds.iter().map(|kind| {
            let mut labels = Labels::default();
            if let Kind::Words(texts) = kind {
                for (label, text) in
                    (0..).zip(texts).filter(|(_, text)| encoding == UTF_8 || text.is_ascii())
                {
                    labels.insert(text.as_bytes(), label);
                }
            }
            labels
        });
        let test = |condition: &Condition| {
            let column = headings.iter().position(|heading| fold(heading) == condition.column)?;
            Some(Test { column, texts: condition.texts.clone() })
        };
        let tests = |conditions: &[Condition]| conditions.iter().map(test).collect::<Vec<_>>();
        let keep: Option<Vec<Test>> = tests(&probe.whole.keep).into_iter().collect();
        let keep =
            keep.ok_or_else(|| not_carried("`keep` of a column that is not there".to_owned()))?;
        let skip = tests(&probe.whole.skip).into_iter().flatten().collect();
        let numbers_are_plain =
            !raw.signs.keys().any(|sign| sign.bytes().any(|b| b.is_ascii_digit()));
        Ok(Self {
            raw,
            labels: labels.collect(),
            kinds: learnt.kinds,
            refused: learnt.refused,
            headings,
            dating: learnt.dating,
            base: learnt.base,
            form: laid.form(measures.len()),
            measures,
            puts: laid.puts,
            period: laid.period,
            columns,
            skip,
            keep,
            numbers_are_plain,
            probe,
            cut,
        })
    }
}

impl Mapping {
    /// As its file alone tells it.
    ///
    /// # Errors
    /// `Unrecognised` where it names none, which the plan has ruled out.
    pub(crate) fn release(&self) -> Result<Release> {
        Ok(self.probe.normalized(&self.raw)?.release)
    }
}

/// Puts measures in the order of their rows: by what is the same in all rows of each, from the
/// measure on.
fn order(measures: &mut [Measure]) -> std::result::Result<(), String> {
    let first = place("measure");
    let always = |measure: &Measure| -> Vec<Option<String>> {
        let codes = measure.feeds[first..place("level")].iter().map_while(|feed| match feed {
            Feed::Always(code) => Some(code.clone()),
            Feed::Label { .. } | Feed::Text { .. } => None,
        });
        codes.collect()
    };
    let length = measures.iter().map(|measure| always(measure).len()).min().unwrap_or_default();
    let key = |measure: &Measure| always(measure)[..length].to_vec();
    measures.sort_by_key(key);
    match measures.windows(2).find(|two| key(&two[0]) == key(&two[1])) {
        Some(two) => {
            Err(format!("`{}` and `{}`, which nothing tells apart", two[0].cell, two[1].cell))
        }
        None => Ok(()),
    }
}

/// The place of a column among [`names`].
pub(crate) fn place(name: &str) -> usize {
    names().iter().position(|known| *known == name).expect("a column of the contract")
}

/// The fields of the packed record.
pub(crate) struct Laid {
    pub(crate) puts: Vec<Put>,
    pub(crate) period: PeriodParts,
    /// By feed of labels: its part, and the codes by rank.
    pub(crate) ranked: Vec<(Feed, Part, Vec<String>)>,
    /// Series columns whose text is the code: where it stands.
    pub(crate) texts: Vec<(Feed, Field)>,
    /// Labels carried for attributes, by column of the file.
    pub(crate) carried: BTreeMap<usize, Part>,
    layer: Layer,
    leading: Vec<u64>,
    key: Vec<u64>,
}

/// Where a text that is a code of its own stands.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Field {
    Digits(Part, usize),
    Text(usize),
}

impl Laid {
    fn of(kinds: &[Kind], measures: &mut [Measure]) -> std::result::Result<Self, String> {
        let mut laid = Self {
            puts: Vec::new(),
            period: PeriodParts::default(),
            ranked: Vec::new(),
            texts: Vec::new(),
            carried: BTreeMap::new(),
            layer: Layer::default(),
            leading: Vec::new(),
            key: Vec::new(),
        };
        let (measure_at, level_at) = (place("measure"), place("level"));
        let mut own = Vec::new();
        for name in 0..level_at {
            let first = &measures[0].feeds[name];
            let is_shared = measures.iter().all(|measure| measure.feeds[name] == *first);
            let is_always = measures.iter().all(|m| matches!(m.feeds[name], Feed::Always(_)));
            if is_shared {
                laid.lay(first.clone(), kinds);
            } else if name < measure_at {
                return Err(format!("`{}` that differs between measures", names()[name]));
            } else if measures.iter().any(|m| matches!(m.feeds[name], Feed::Text { .. })) {
                return Err(format!(
                    "`{}` that is a text of its own in some measures",
                    names()[name]
                ));
            } else if !is_always {
                own.push(name);
            }
            if name + 1 == measure_at {
                laid.leading = laid.layer.masks();
            }
        }
        laid.period = PeriodParts {
            kind: laid.layer.part(KIND_BITS),
            start: laid.layer.part(START_BITS),
            days: laid.layer.part(DAYS_BITS),
        };
        laid.key = laid.layer.masks();
        for name in own {
            for measure in measures.iter() {
                laid.lay(measure.feeds[name].clone(), kinds);
            }
        }
        for measure in measures.iter_mut() {
            laid.own(measure, measure_at, level_at);
        }
        laid.carry(kinds, measures, level_at)?;
        Ok(laid)
    }

    /// A field for the feed, where it has none yet.
    fn lay(&mut self, feed: Feed, kinds: &[Kind]) {
        match &feed {
            Feed::Always(_) => {}
            Feed::Label { column, codes } => {
                if self.ranked.iter().any(|(known, ..)| *known == feed) {
                    return;
                }
                let mut ranked: Vec<String> = codes.iter().flatten().cloned().collect();
                ranked.sort();
                ranked.dedup();
                let rank = |code: &Option<String>| {
                    let rank = code.as_ref().and_then(|code| ranked.binary_search(code).ok());
                    rank.unwrap_or_default() as u64
                };
                let ranks = codes.iter().map(rank).collect();
                let part = self.layer.part(bits_for(ranked.len().saturating_sub(1) as u64));
                self.puts.push(Put::Rank { column: *column, ranks, part });
                self.ranked.push((feed, part, ranked));
            }
            Feed::Text { column } => {
                if self.texts.iter().any(|(known, _)| *known == feed) {
                    return;
                }
                let field = if let Kind::Digits(digits) = kinds[*column] {
                    let part = self.layer.part(bits_for(10_u64.pow(digits as u32) - 1));
                    self.puts.push(Put::Digits { column: *column, part });
                    Field::Digits(part, digits)
                } else {
                    let word = self.layer.words(TEXT_WORDS);
                    self.puts.push(Put::Text { column: *column, word });
                    Field::Text(word)
                };
                self.texts.push((feed, field));
            }
        }
    }

    /// The part of a feed of labels.
    pub(crate) fn part(&self, feed: &Feed) -> Option<(Part, &[String])> {
        let found = self.ranked.iter().find(|(known, ..)| known == feed);
        found.map(|(_, part, codes)| (*part, codes.as_slice()))
    }

    /// The field of a feed that is its own text.
    pub(crate) fn text(&self, feed: &Feed) -> Option<Field> {
        self.texts.iter().find(|(known, _)| known == feed).map(|(_, field)| *field)
    }

    /// The part that says which of some codes it is, and the codes; without a part, the first.
    pub(crate) fn codes(&self, feed: &Feed, name: &str) -> (Option<Part>, Vec<Option<String>>) {
        match feed {
            Feed::Always(code) => (None, vec![code.clone()]),
            Feed::Label { column, codes } if ATTRIBUTES.contains(&name) => {
                (self.carried.get(column).copied(), codes.clone())
            }
            Feed::Label { .. } => {
                let (part, codes) = self.part(feed).expect("every feed of labels has a part");
                (Some(part), codes.iter().cloned().map(Some).collect())
            }
            Feed::Text { .. } => (None, vec![None]),
        }
    }

    /// What only one measure's rows have, and their order with it.
    fn own(&self, measure: &mut Measure, measure_at: usize, level_at: usize) {
        let after = measure.feeds[measure_at..level_at].iter();
        let parts: Vec<Part> = after.filter_map(|feed| Some(self.part(feed)?.0)).collect();
        let is_own = |part: &&Part| {
            let mut probe = vec![0; self.layer.masks().len()];
            part.put(&mut probe, part.mask());
            probe
                .iter()
                .zip(self.key.iter().chain(std::iter::repeat(&0)))
                .any(|(one, key)| one & !key != 0)
        };
        measure.own = parts.iter().filter(is_own).copied().collect();
        if !measure.own.is_empty() {
            measure.order = parts;
            measure.order.extend([self.period.kind, self.period.start, self.period.days]);
        }
    }

    /// Labels that say attributes.
    fn carry(
        &mut self,
        kinds: &[Kind],
        measures: &[Measure],
        level_at: usize,
    ) -> std::result::Result<(), String> {
        for feed in measures.iter().flat_map(|measure| &measure.feeds[level_at..]) {
            let Feed::Label { column, .. } = feed else { continue };
            let Kind::Words(texts) = &kinds[*column] else {
                return Err("an attribute that is a text of its own".to_owned());
            };
            if self.carried.contains_key(column) {
                continue;
            }
            let part = self.layer.part(bits_for(texts.len().saturating_sub(1) as u64));
            self.puts.push(Put::Label { column: *column, part });
            self.carried.insert(*column, part);
        }
        Ok(())
    }

    fn form(&self, measures: usize) -> Form {
        let words = self.layer.masks().len();
        Form::new(self.leading.clone(), self.key.clone(), words, measures)
    }
}

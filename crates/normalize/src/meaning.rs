//! Adds up what stands beside a value, from far to near: all, text, block, head, line.

use std::collections::BTreeMap;

use portbook_model::concept::Concept;
use portbook_schema::raw::batch::ColumnId;
use portbook_schema::raw::{INSTEAD, PLACES, RawRecords};
use portbook_source::dataset::Dataset;
use portbook_source::load::Source;
use portbook_source::says::merge_breakdown;
use portbook_source::vocabulary::Vocabulary;

/// Columns in which the nearer place wins; in any other two different values contradict.
const NEARER: [&str; 6] =
    ["transformation", "measure", "unit_measure", "unit_mult", "decimals", "precision"];

/// A code and the place whose words gave it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Given {
    pub code: String,
    /// Cells, `page`, or the file that set it.
    pub place: String,
}

/// All that is known of one value but its figure.
#[derive(Clone, Debug, Default)]
pub struct Meaning {
    pub columns: BTreeMap<String, Given>,
    /// Typed holes and the word `period`, nearest place last.
    pub times: Vec<Times>,
    pub part_of: Option<String>,
}

/// What one place says of the period: the word (`ytd`) and holes (`month` -> `November`).
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Times {
    pub word: Option<String>,
    pub holes: BTreeMap<String, String>,
}

/// What contradicts or is missing; the caller adds the value's own address.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Trouble {
    pub rule: &'static str,
    pub seen: String,
    pub expected: String,
    /// The cell to blame if it is not the value's own.
    pub cell: Option<String>,
}

/// Holes that date a value and say nothing else.
pub const DATING: [&str; 10] = [
    "year",
    "roc_year",
    "month",
    "months",
    "quarter",
    "fiscal_year",
    "day",
    "from_day",
    "date",
    "period",
];

/// The place of what `[table.all]` says: the value where no other place says one.
const OF_ALL: &str = "layout.toml";

/// Reads meanings of one table.
pub struct Adder<'a> {
    source: &'a Source,
    dataset: &'a Dataset,
    raw: &'a RawRecords,
    /// Release period: chooses among dated lookups.
    period: &'a str,
    /// From far to near.
    places: Vec<PlaceColumns>,
}

/// The columns in which a place's words stand, and the word in each.
struct PlaceColumns {
    /// The column that names the cells.
    cells: Option<ColumnId>,
    words: Vec<(ColumnId, String)>,
    /// By condition, the words that count only where it holds.
    only: BTreeMap<String, Vec<(ColumnId, String)>>,
}

/// Whether a place speaks of the whole table or of some of its values.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Reach {
    Far,
    Near,
}

/// Which of two levels a value has that row and heading give it: a leaf only where both say so.
const LEVELS: [&str; 5] = ["total", "subtotal", "group", "of_which", "leaf"];

/// Two codes of one column from two places: the nearer wins, they combine, or they contradict.
fn together(column: &str, given: Given, before: &Given, reach: Reach) -> Result<Given, Trouble> {
    if NEARER.contains(&column) || before.place == OF_ALL {
        return Ok(given);
    }
    if column == "breakdown"
        && let Ok(code) = merge_breakdown(&before.code, &given.code)
    {
        return Ok(Given { code, place: format!("{} {}", before.place, given.place) });
    }
    if column == "level" && reach == Reach::Near {
        let rank = |code: &str| LEVELS.iter().position(|level| *level == code);
        let nearer = rank(&given.code) < rank(&before.code);
        return Ok(if nearer { given } else { before.clone() });
    }
    Err(contradiction(column, &given, before))
}

impl<'a> Adder<'a> {
    pub fn new(source: &'a Source, raw: &'a RawRecords, period: &'a str) -> Self {
        let places = PLACES.iter().map(|place| {
            let mut found = PlaceColumns {
                cells: raw.batch.column(&format!("{place}@")),
                words: Vec::new(),
                only: BTreeMap::new(),
            };
            for name in raw.batch.columns() {
                let Some(rest) = name.strip_prefix(place) else { continue };
                let Some(column) = raw.batch.column(name) else { continue };
                if let Some(word) = rest.strip_prefix(':') {
                    found.words.push((column, word.to_owned()));
                } else if let Some((condition, word)) =
                    rest.strip_prefix('?').and_then(|rest| rest.split_once(':'))
                {
                    let words = found.only.entry(condition.to_owned()).or_default();
                    words.push((column, word.to_owned()));
                }
            }
            found
        });
        let places = places.collect();
        let dataset = &source.datasets[&raw.dataset];
        Self { source, dataset, raw, period, places }
    }

    /// What the table as a whole says: the layout's `all` and the texts.
    pub fn table(&self) -> Result<Meaning, Trouble> {
        let mut meaning = Meaning::default();
        let all = self.raw.all.iter().map(|(k, v)| (k.as_str(), v.as_str(), OF_ALL));
        self.add(&mut meaning, all.collect(), Reach::Far)?;
        let text = self
            .raw
            .text
            .iter()
            .map(|(k, said)| (k.as_str(), said.value.as_str(), said.place.as_str()));
        self.add(&mut meaning, text.collect(), Reach::Far)?;
        Ok(meaning)
    }

    /// What one record says beyond that.
    pub fn record(&self, table: &Meaning, row: usize) -> Result<Meaning, Trouble> {
        let mut meaning = table.clone();
        for words in &self.places {
            let cells =
                words.cells.and_then(|cells| self.raw.batch.said(cells, row)).unwrap_or_default();
            let said = words.words.iter().filter_map(|(column, word)| {
                Some((word.as_str(), self.raw.batch.said(*column, row)?, cells))
            });
            self.add(&mut meaning, said.collect(), Reach::Near)?;
        }
        // Words that count beside others, once the others are known.
        for words in &self.places {
            let cells =
                words.cells.and_then(|cells| self.raw.batch.said(cells, row)).unwrap_or_default();
            for (condition, columns) in &words.only {
                let said: Vec<(&str, &str, &str)> = columns
                    .iter()
                    .filter_map(|(column, word)| {
                        Some((word.as_str(), self.raw.batch.said(*column, row)?, cells))
                    })
                    .collect();
                if !said.is_empty() && self.holds(condition, &meaning) {
                    self.add(&mut meaning, said, Reach::Near)?;
                }
            }
        }
        if meaning.columns.get("unit_measure").is_some_and(|unit| unit.code == "PT") {
            // Per cent has no power of ten, whatever the money around it is counted in.
            let zero = Given { code: "0".to_owned(), place: "per cent".to_owned() };
            meaning.columns.insert("unit_mult".to_owned(), zero);
        }
        self.add_constants(&mut meaning)?;
        Ok(meaning)
    }

    /// Whether the other words, or else the dataset's constants, say `column=code;…`.
    fn holds(&self, condition: &str, meaning: &Meaning) -> bool {
        condition.split(';').filter_map(|pair| pair.split_once('=')).all(|(column, code)| {
            let constant = Concept::named(column).and_then(|c| self.dataset.constants.get(&c));
            let said = meaning.columns.get(column).map(|given| &given.code).or(constant);
            said.is_some_and(|said| said == code)
        })
    }

    /// Adds one place: what it says outright, then what its labels mean.
    fn add(
        &self,
        meaning: &mut Meaning,
        words: Vec<(&str, &str, &str)>,
        reach: Reach,
    ) -> Result<(), Trouble> {
        let mut said: BTreeMap<String, Given> = BTreeMap::new();
        let mut times = Times::default();
        let mut holes = Vec::new();
        let mut instead = Vec::new();
        for (word, value, place) in words {
            let given = Given { code: value.to_owned(), place: place.to_owned() };
            if let Some(column) = word.strip_prefix(INSTEAD) {
                instead.push((column.to_owned(), given));
                continue;
            }
            match word.strip_prefix('{').and_then(|word| word.strip_suffix('}')) {
                Some(hole) => holes.push((hole, given)),
                None if word == "period" => times.word = Some(given.code),
                None => {
                    said.insert(word.to_owned(), given);
                }
            }
        }
        let replaced = instead.iter().map(|(column, _)| column);
        let outright: Vec<String> = said.keys().chain(replaced).cloned().collect();
        for (hole, given) in holes {
            match hole {
                hole if DATING.contains(&hole) => {
                    times.holes.insert(hole.to_owned(), given.code);
                }
                "released_at" | "label" => {}
                "series_code" => {
                    said.insert(hole.to_owned(), given);
                }
                _ => self.look_up(hole, &given, &outright, &mut said, meaning)?,
            }
        }
        for (column, given) in said {
            let given = match meaning.columns.get(&column) {
                Some(before) if before.code != given.code => {
                    together(&column, given, before, reach)?
                }
                _ => given,
            };
            meaning.columns.insert(column, given);
        }
        meaning.columns.extend(instead);
        if times != Times::default() {
            meaning.times.push(times);
        }
        Ok(())
    }

    /// What a label means by the lookup table of its hole, or by its digits.
    fn look_up(
        &self,
        hole: &str,
        given: &Given,
        outright: &[String],
        said: &mut BTreeMap<String, Given>,
        meaning: &mut Meaning,
    ) -> Result<(), Trouble> {
        let lookups = &self.source.lookups;
        if lookups.table(hole).next().is_none() {
            said.insert(Vocabulary::column_of_form(hole).to_owned(), given.clone());
            return Ok(());
        }
        let Some(found) = lookups.meaning(hole, &given.code, self.period) else {
            return Err(Trouble {
                rule: "label-not-valid",
                seen: given.code.clone(),
                expected: format!("a label of [{hole}] that holds for release {}", self.period),
                cell: Some(given.place.clone()),
            });
        };
        for (name, code) in &found.requires {
            self.require(name, code, given)?;
        }
        for (column, code) in &found.columns {
            if column == hole && Concept::named(column).is_none() {
                continue; // Only compared by `requires`, never published.
            }
            if outright.contains(column) {
                continue; // The entry's own words are nearer than its label's.
            }
            let new = Given { code: code.clone(), place: given.place.clone() };
            match said.get(column) {
                Some(before) if before.code != *code => {
                    return Err(contradiction(column, &new, before));
                }
                _ => {
                    said.insert(column.clone(), new);
                }
            }
        }
        if let Some(part_of) = &found.part_of {
            meaning.part_of = Some(part_of.clone());
        }
        Ok(())
    }

    /// Where the page prints what a label stands for, it must agree.
    fn require(&self, name: &str, code: &str, given: &Given) -> Result<(), Trouble> {
        let Some(printed) = self.raw.text.get(&format!("{{{name}}}")) else { return Ok(()) };
        let means = self.source.lookups.meaning(name, &printed.value, self.period);
        let means = means.and_then(|meaning| meaning.columns.get(name));
        if means.is_some_and(|means| means == code) {
            return Ok(());
        }
        Err(Trouble {
            rule: "membership",
            seen: printed.value.clone(),
            expected: format!("the members of `{code}`, as `{}` means here", given.code),
            cell: Some(printed.place.clone()),
        })
    }

    /// The dataset's constants, for what the layout left unsaid.
    fn add_constants(&self, meaning: &mut Meaning) -> Result<(), Trouble> {
        for (concept, code) in &self.dataset.constants {
            let given = meaning.columns.get(concept.name());
            match given.filter(|given| given.code != *code) {
                Some(given) if !NEARER.contains(&concept.name()) => {
                    let place = "source.toml".to_owned();
                    let constant = Given { code: code.clone(), place };
                    return Err(contradiction(concept.name(), given, &constant));
                }
                Some(_) => {}
                None => {
                    let place = "source.toml".to_owned();
                    let constant = Given { code: code.clone(), place };
                    meaning.columns.insert(concept.name().to_owned(), constant);
                }
            }
        }
        Ok(())
    }
}

fn contradiction(column: &str, given: &Given, before: &Given) -> Trouble {
    Trouble {
        rule: "contradiction",
        seen: given.code.clone(),
        expected: format!("`{}` for {column}, as {} says", before.code, before.place),
        cell: Some(given.place.clone()),
    }
}

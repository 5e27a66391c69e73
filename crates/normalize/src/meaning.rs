//! Adds up what stands beside a value, from far to near: all, text, block, head, line.

use std::collections::BTreeMap;

use portbook_model::concept::Concept;
use portbook_schema::raw::{Columns, PLACES, RawRecords};
use portbook_source::dataset::Dataset;
use portbook_source::load::Source;

/// Columns in which the nearer place wins; in any other two different values contradict.
const NEARER: [&str; 5] = ["transformation", "measure", "unit_measure", "unit_mult", "decimals"];

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

/// Reads meanings of one table.
pub struct Adder<'a> {
    pub source: &'a Source,
    pub dataset: &'a Dataset,
    pub raw: &'a RawRecords,
    pub columns: Columns<'a>,
    /// Release period: chooses among dated lookups.
    pub period: &'a str,
}

impl Adder<'_> {
    /// What the table as a whole says: the layout's `all` and the texts.
    pub fn table(&self) -> Result<Meaning, Trouble> {
        let mut meaning = Meaning::default();
        let all = self.raw.all.iter().map(|(k, v)| (k.as_str(), v.as_str(), "layout.toml"));
        self.add(&mut meaning, all.collect())?;
        let text = self
            .raw
            .text
            .iter()
            .map(|(k, said)| (k.as_str(), said.value.as_str(), said.place.as_str()));
        self.add(&mut meaning, text.collect())?;
        Ok(meaning)
    }

    /// What one record says beyond that.
    pub fn record(&self, table: &Meaning, row: usize) -> Result<Meaning, Trouble> {
        let mut meaning = table.clone();
        for place in PLACES {
            let cells = self.columns.get(&format!("{place}@"), row).unwrap_or_default();
            let prefix = format!("{place}:");
            let words = self.columns.names().filter_map(|name| {
                let word = name.strip_prefix(prefix.as_str())?;
                Some((word, self.columns.get(name, row)?, cells))
            });
            self.add(&mut meaning, words.collect())?;
        }
        if meaning.columns.get("unit_measure").is_some_and(|unit| unit.code == "PT") {
            let of_rate = |near: &Given| near.place.starts_with("layout");
            if !meaning.columns.get("unit_mult").is_some_and(of_rate) {
                let place = "per cent".to_owned();
                meaning
                    .columns
                    .insert("unit_mult".to_owned(), Given { code: "0".to_owned(), place });
            }
        }
        self.add_constants(&mut meaning)?;
        Ok(meaning)
    }

    /// Adds one place: what it says outright, then what its labels mean.
    fn add(&self, meaning: &mut Meaning, words: Vec<(&str, &str, &str)>) -> Result<(), Trouble> {
        let mut said: BTreeMap<String, Given> = BTreeMap::new();
        let mut times = Times::default();
        let mut holes = Vec::new();
        for (word, value, place) in words {
            let given = Given { code: value.to_owned(), place: place.to_owned() };
            match word.strip_prefix('{').and_then(|word| word.strip_suffix('}')) {
                Some(hole) => holes.push((hole, given)),
                None if word == "period" => times.word = Some(given.code),
                None => {
                    said.insert(word.to_owned(), given);
                }
            }
        }
        let outright: Vec<String> = said.keys().cloned().collect();
        for (hole, given) in holes {
            match hole {
                "year" | "roc_year" | "month" | "months" | "quarter" | "fiscal_year" | "day"
                | "from_day" | "date" | "period" => {
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
            let before = meaning.columns.get(&column).filter(|before| before.code != given.code);
            if let Some(before) = before
                && !NEARER.contains(&column.as_str())
            {
                return Err(contradiction(&column, &given, before));
            }
            meaning.columns.insert(column, given);
        }
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
            said.insert("commodity".to_owned(), given.clone());
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

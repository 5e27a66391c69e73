//! `[series]` of `source.toml`: what every column of a series is, said once for all datasets; and
//! `series` of a dataset: what is otherwise in it.

use std::collections::BTreeMap;
use std::ops::Range;

use portbook_model::concept::Concept;
use toml::Spanned;

use crate::error::{File, Mistake};
use crate::nearest::nearest;
use crate::says::check_code;
use crate::value::{Place, Value};

/// Columns that the engine sets.
const ENGINE: [Concept; 3] = [Concept::Source, Concept::Dataset, Concept::PeriodKind];
/// Words that list columns: does not apply, all of them, what the layout says.
const LISTS: [&str; 3] = ["_Z", "_T", LAYOUT];
const LAYOUT: &str = "layout";

/// Column -> what is said of it.
#[derive(Clone, Default)]
pub(crate) struct Series {
    columns: BTreeMap<Concept, Said>,
    place: Range<usize>,
}

#[derive(Clone, PartialEq, Eq)]
enum Said {
    Code(String),
    Layout,
    /// Something, with a mistake that is told.
    Wrong,
}

impl Series {
    pub(crate) fn read(file: &File<'_>, raw: &Spanned<Place>) -> Self {
        let mut series = Self { columns: BTreeMap::new(), place: raw.span() };
        let mut said: Vec<_> = raw.get_ref().iter().collect();
        said.sort_by_key(|(key, _)| key.span().start);
        for (key, value) in said {
            match (key.get_ref().as_str(), value.get_ref()) {
                (word, Value::List(columns)) if LISTS.contains(&word) => {
                    for column in columns {
                        let name = Spanned::new(column.span(), column.get_ref().to_string());
                        series.add(file, &name, Some(word), &column.span());
                    }
                }
                (word, other) if LISTS.contains(&word) => {
                    let message = format!("{word}: got `{other}`, expected a list of columns");
                    let hint = format!("write `{word} = [\"region\", \"customs_office\"]`");
                    file.tell(file.mistake(&value.span(), message).hint(hint));
                }
                (_, other) => series.add(file, key, other.text(), &value.span()),
            }
        }
        series
    }

    /// Says one column; `code` is `None` where what is written is no text.
    fn add(
        &mut self,
        file: &File<'_>,
        column: &Spanned<String>,
        code: Option<&str>,
        place: &Range<usize>,
    ) {
        let name = column.get_ref().as_str();
        let open = || Concept::ALL.into_iter().filter(|concept| !ENGINE.contains(concept));
        let Some(concept) = open().find(|concept| concept.name() == name) else {
            let near = nearest(name, open().map(Concept::name).chain(LISTS));
            let message = format!("got `{name}`, expected a series column");
            let hint = "the columns are those of docs/contract.md";
            file.tell(file.mistake(&column.span(), message).hint(hint).did_you_mean(&near));
            // Misspelt, it is told once.
            let meant = near.first().and_then(|near| Concept::named(near));
            self.columns.extend(meant.map(|meant| (meant, Said::Wrong)));
            return;
        };
        let is_listed = column.span() == *place;
        let said = file.keep(said(file, concept, code, place, is_listed)).unwrap_or(Said::Wrong);
        if self.columns.insert(concept, said).is_some_and(|before| before != Said::Wrong) {
            let message = format!("`{name}` is said twice");
            file.tell(file.mistake(&column.span(), message).hint("leave one of them out"));
        }
    }

    /// What a dataset says, on top of what the source says of all.
    pub(crate) fn over(mut self, file: &File<'_>, all: &Self) -> Self {
        for (concept, said) in &all.columns {
            match self.columns.get(concept) {
                Some(same) if same == said && *said != Said::Wrong => {
                    let name = concept.name();
                    let message = format!("`{name}` is what [series] says of it already");
                    let place = file.within(&self.place, name);
                    file.tell(file.mistake(&place, message).hint("leave it out here"));
                }
                Some(_) => {}
                None => {
                    self.columns.insert(*concept, said.clone());
                }
            }
        }
        self
    }

    /// Every column is set: nothing defaults.
    pub(crate) fn check_complete(&self, file: &File<'_>) {
        let unset = Concept::ALL
            .into_iter()
            .filter(|concept| !ENGINE.contains(concept) && !self.columns.contains_key(concept));
        let unset: Vec<&str> = unset.map(Concept::name).collect();
        if !unset.is_empty() {
            let message = format!("series column `{}` is not set", unset.join("`, `"));
            let hint = "give a code, or list it: `_Z` if it does not apply, `_T`, or `layout`";
            file.tell(file.mistake(&self.place, message).hint(hint));
        }
    }

    /// Constant columns, `freq` among them.
    pub(crate) fn constants(self) -> BTreeMap<Concept, String> {
        let code = |(concept, said)| match said {
            Said::Code(code) => Some((concept, code)),
            Said::Layout | Said::Wrong => None,
        };
        self.columns.into_iter().filter_map(code).collect()
    }
}

/// What one code, or the word of a list, says of a column.
fn said(
    file: &File<'_>,
    concept: Concept,
    code: Option<&str>,
    place: &Range<usize>,
    is_listed: bool,
) -> Result<Said, Mistake> {
    let name = concept.name();
    match code {
        Some(LAYOUT) if is_listed && concept == Concept::Freq => {
            let message = "freq: got `layout`, expected a code";
            Err(file.mistake(place, message).hint("write `freq = \"M\"`: it belongs to a dataset"))
        }
        Some(LAYOUT) if is_listed => Ok(Said::Layout),
        Some(word) if !is_listed && LISTS.contains(&word) => {
            let message = format!("{name}: got `{word}`, expected it in the list of that name");
            let hint = format!("write `{word} = [\"{name}\"]`, with all columns of which it is so");
            Err(file.mistake(place, message).hint(hint))
        }
        Some(code) => {
            check_code(name, code).map_err(|wrong| wrong.at(file, place, name))?;
            Ok(Said::Code(code.to_owned()))
        }
        None => {
            let message = format!("{name}: expected a code in quotes");
            let hint = format!("what the layout says is listed: `layout = [\"{name}\"]`");
            Err(file.mistake(place, message).hint(hint))
        }
    }
}

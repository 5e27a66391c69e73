//! Which column of a file feeds which column of the contract, from what was tried.

use portbook_source::layout::records::{Reads, Records};

use crate::learn::{Feed, Kind, names};

/// What one value cell's words say, in the order of [`names`]; or why it is refused.
type Told = Result<Vec<Option<String>>, String>;

/// What the ordinary path said of one record, and of it with each label of each column.
pub(crate) struct Tried {
    /// By measure.
    pub(crate) base: Vec<Told>,
    /// By column of the file.
    pub(crate) labels: Vec<Labels>,
}

/// By label, then by measure.
pub(crate) struct Labels(pub(crate) Vec<Vec<Told>>);

impl Labels {
    /// By label, the measures whose cells are refused, as bits, and why.
    pub(crate) fn refused(self) -> Vec<(u64, String)> {
        let refused = |told: Vec<Told>| {
            let mut refused = (0, String::new());
            for (measure, told) in told.into_iter().enumerate() {
                if let Err(why) = told {
                    refused = (refused.0 | 1 << measure, why);
                }
            }
            refused
        };
        self.0.into_iter().map(refused).collect()
    }

    /// By label, one column of the contract under one measure.
    fn codes(&self, measure: usize, name: usize) -> Vec<Option<String>> {
        let code =
            |told: &Vec<Told>| told[measure].as_ref().ok().and_then(|codes| codes[name].clone());
        self.0.iter().map(code).collect()
    }

    fn changes(&self, measure: usize, name: usize, base: Option<&String>) -> bool {
        let read = self.0.iter().filter_map(|told| told[measure].as_ref().ok());
        read.into_iter().any(|codes| codes[name].as_ref() != base)
    }
}

/// By measure, the feed of every column of the contract.
///
/// # Errors
/// The key that two columns of the file feed.
pub(crate) fn of(
    tried: &Tried,
    headings: &[String],
    kinds: &[Kind],
) -> Result<Vec<Vec<Feed>>, String> {
    let feed = |measure: usize, name: usize| -> Result<Feed, String> {
        let base = tried.base[measure].as_ref().map_err(Clone::clone)?;
        let changing = |labels: &Labels| labels.changes(measure, name, base[name].as_ref());
        let mut by = (0..headings.len()).filter(|column| changing(&tried.labels[*column]));
        let Some(column) = by.next() else { return Ok(Feed::Always(base[name].clone())) };
        if let Some(other) = by.next() {
            let (one, two) = (&headings[column], &headings[other]);
            return Err(format!("`{}` by two columns, `{one}` and `{two}`", names()[name]));
        }
        Ok(match kinds[column] {
            Kind::Digits(_) | Kind::Text => Feed::Text { column },
            _ => Feed::Label { column, codes: tried.labels[column].codes(measure, name) },
        })
    };
    let of_measure =
        |measure| (0..names().len()).map(|name| feed(measure, name)).collect::<Result<Vec<_>, _>>();
    (0..tried.base.len()).map(of_measure).collect()
}

/// Columns are tried one at a time: where the word of one counts only beside that of another, what
/// was learnt does not hold.
///
/// # Errors
/// The key that makes it so.
pub(crate) fn check_together(
    feeds: &[Vec<Feed>],
    layout: &Records,
    headings: &[String],
) -> Result<(), String> {
    let names = names();
    let name = |column: &str| names.iter().position(|name| *name == column);
    let by_label = |column: &str| {
        let at = name(column)?;
        feeds.iter().find_map(|feeds| match &feeds[at] {
            Feed::Label { column, codes } => Some((*column, codes)),
            Feed::Always(_) | Feed::Text { .. } => None,
        })
    };
    for column in &layout.columns {
        let Reads::Entries(entries) = &column.reads else { continue };
        for only in entries.iter().flat_map(|entry| entry.says.only.keys()) {
            if let Some((other, _)) = by_label(only) {
                let other = &headings[other];
                return Err(format!("`only = {{ {only} = … }}`, which `{other}` decides"));
            }
        }
    }
    let per_cent = by_label("unit_measure")
        .filter(|(_, codes)| codes.iter().flatten().any(|code| code == "PT"));
    match (per_cent, by_label("unit_mult")) {
        (Some((unit, _)), Some((scale, _))) if unit != scale => {
            Err(format!("`PT` in `{}` beside the scale in `{}`", headings[unit], headings[scale]))
        }
        _ => Ok(()),
    }
}

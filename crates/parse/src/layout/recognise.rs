//! Which layout recognises a table, and which came nearest if none does.

use portbook_model::address::Address;
use portbook_model::issue::Issue;
use portbook_source::layout::{Find, Table};
use portbook_source::pattern::fold;
use portbook_source::vocabulary::Vocabulary;

use super::Origin;
use crate::grid::Grid;

/// A table's words: what `find` looks at.
pub(super) struct Words {
    /// Folded texts of cells and of the page around them.
    texts: Vec<String>,
    /// Folded texts of whole cells.
    cells: Vec<String>,
    sheet: String,
}

impl Words {
    pub(super) fn of(grid: &Grid, units: &[&str]) -> Self {
        let cells: Vec<String> = grid.cells().map(|(_, cell)| fold(&cell.text)).collect();
        let page = units.iter().map(|unit| fold(unit));
        Self { texts: page.chain(cells.iter().cloned()).collect(), cells, sheet: fold(&grid.name) }
    }

    /// The words of `find` that are not there.
    fn missing(&self, find: &Find, vocabulary: &Vocabulary) -> Vec<String> {
        let absent_text =
            find.text.iter().filter(|word| !self.texts.iter().any(|text| text.contains(*word)));
        let absent_head = find.head.iter().filter(|word| !self.cells.contains(word));
        let mut missing: Vec<String> = absent_text.chain(absent_head).cloned().collect();
        if let Some(sheet) = &find.sheet
            && sheet.captures(&self.sheet, vocabulary).is_none()
        {
            missing.push(format!("sheet {sheet}"));
        }
        missing
    }
}

/// The layouts whose `find` words are all there.
pub(super) fn candidates<'a>(
    words: &Words,
    tables: &'a [Table],
    vocabulary: &Vocabulary,
) -> Vec<&'a Table> {
    tables.iter().filter(|table| words.missing(&table.find, vocabulary).is_empty()).collect()
}

/// No table of the file was recognised: which layout came nearest, and what it misses.
pub(super) fn nearest_layout(
    all_words: &[Words],
    tables: &[Table],
    vocabulary: &Vocabulary,
    origin: Origin<'_>,
) -> Issue {
    let mut nearest: Option<(usize, usize, String, String)> = None;
    for words in all_words {
        for table in tables {
            let missing = words.missing(&table.find, vocabulary);
            let wanted = table.find.text.len() + table.find.head.len();
            let found = wanted.saturating_sub(missing.len());
            if nearest.as_ref().is_none_or(|(best, ..)| found > *best) {
                let miss = format!("`{}`", missing.join("`, `"));
                nearest = Some((found, wanted, table.common.id.clone(), miss));
            }
        }
    }
    let expected = match nearest {
        Some((found, wanted, id, missing)) => format!(
            "a table of layout.toml; `{id}` came nearest with {found} of {wanted} words, \
             it misses {missing}"
        ),
        None => "a table of layout.toml".to_owned(),
    };
    Issue {
        rule: "no-layout".to_owned(),
        file: origin.file.to_owned(),
        address: Address::default(),
        seen: format!("{} tables", all_words.len()),
        expected,
        nearest: Vec::new(),
    }
}

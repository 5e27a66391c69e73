//! Where pages and cells are found: names of files, and of the elements in them that can be linked to.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use portbook_model::address::Address;

/// Digits of a snapshot's digest that name its pages.
const SNAPSHOT_DIGITS: usize = 16;

/// The table of a snapshot that an address is in.
pub(crate) type TableKey = (Option<String>, Option<String>);

/// Of which table an address is.
pub(crate) fn table_key(address: &Address) -> TableKey {
    (address.member.as_deref().map(str::to_owned), address.sheet.as_deref().map(str::to_owned))
}

/// The name of a cell within its table: `F47`, or `r12-export_musd` of a record. `None` where no
/// place was printed.
pub(crate) fn cell(address: &Address) -> Option<String> {
    let cell = address.cell.as_deref()?;
    let mut name = String::new();
    if let Some(record) = address.record {
        let _ = write!(name, "r{record}-");
    }
    // An element's name has no blanks in it; letters of all scripts may stand in it.
    for letter in cell.chars() {
        if letter.is_alphanumeric() || "-.".contains(letter) {
            name.push(letter);
        } else {
            let _ = write!(name, "_{:x}_", u32::from(letter));
        }
    }
    Some(name)
}

/// The page of one table of a snapshot, counted from 1.
pub(crate) fn table_page(source: &str, snapshot: &str, number: usize) -> String {
    let digits = snapshot.get(..SNAPSHOT_DIGITS).unwrap_or(snapshot);
    format!("table/{source}/{digits}-{number}.html")
}

/// The page of a series.
pub(crate) fn series_page(id: &str) -> String {
    format!("series/{id}.html")
}

/// The page of a dataset; of its list of series the part of that number, from 1.
pub(crate) fn dataset_page(source: &str, dataset: &str, part: usize) -> String {
    match part {
        0 | 1 => format!("dataset/{source}/{dataset}.html"),
        part => format!("dataset/{source}/{dataset}-{part}.html"),
    }
}

/// The page of an article's claims.
pub(crate) fn claims_page(article: &str) -> String {
    format!("claims/{article}.html")
}

/// The page of a release that is held.
pub(crate) fn held_page(id: &str) -> String {
    format!("held/{id}.html")
}

/// The tables in which the values of one source stand: snapshot -> its tables, in their order.
#[derive(Clone, Debug, Default)]
pub(crate) struct Tables {
    numbers: BTreeMap<String, BTreeMap<TableKey, usize>>,
}

impl Tables {
    /// Takes note of an address; numbers are given by [`Tables::number`].
    pub(crate) fn add(&mut self, snapshot: &str, address: &Address) {
        if address.cell.is_none() {
            return;
        }
        if !self.numbers.contains_key(snapshot) {
            self.numbers.insert(snapshot.to_owned(), BTreeMap::new());
        }
        if let Some(tables) = self.numbers.get_mut(snapshot) {
            tables.entry(table_key(address)).or_insert(0);
        }
    }

    /// Numbers the tables of each snapshot in their order.
    pub(crate) fn number(&mut self) {
        for tables in self.numbers.values_mut() {
            for (at, number) in tables.values_mut().enumerate() {
                *number = at + 1;
            }
        }
    }

    /// Snapshot -> its tables, in the order of their numbers.
    pub(crate) fn keys(&self) -> BTreeMap<String, Vec<TableKey>> {
        let of = |(snapshot, tables): (&String, &BTreeMap<TableKey, usize>)| {
            (snapshot.clone(), tables.keys().cloned().collect())
        };
        self.numbers.iter().map(of).collect()
    }

    /// What [`Tables::keys`] gave.
    pub(crate) fn of_keys(keys: &BTreeMap<String, Vec<TableKey>>) -> Self {
        let mut tables = Self::default();
        for (snapshot, keys) in keys {
            let numbers = keys.iter().cloned().map(|key| (key, 0)).collect();
            tables.numbers.insert(snapshot.clone(), numbers);
        }
        tables.number();
        tables
    }

    /// The page and the cell at which a value was printed.
    pub(crate) fn link(&self, source: &str, snapshot: &str, address: &Address) -> Option<String> {
        let number = self.numbers.get(snapshot)?.get(&table_key(address))?;
        let page = table_page(source, snapshot, *number);
        Some(format!("{page}#{}", crate::html::Encoded(&cell(address)?)))
    }

    pub(crate) fn snapshots(&self) -> impl Iterator<Item = (&str, &BTreeMap<TableKey, usize>)> {
        self.numbers.iter().map(|(snapshot, tables)| (snapshot.as_str(), tables))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cells_have_names_without_blanks() {
        let of =
            |cell: &str, record| Address { cell: Some(cell.into()), record, ..Address::default() };
        assert_eq!(cell(&of("F47", None)).as_deref(), Some("F47"));
        assert_eq!(cell(&of("ytd value", Some(12))).as_deref(), Some("r12-ytd_20_value"));
        assert_eq!(cell(&of("进出口", Some(1))).as_deref(), Some("r1-进出口"));
        assert_ne!(cell(&of("a_b", Some(1))), cell(&of("a b", Some(1))));
        assert_eq!(cell(&Address::default()), None);
    }

    #[test]
    fn tables_are_numbered_in_their_order() {
        let mut tables = Tables::default();
        let at = |sheet: &str| Address {
            sheet: Some(sheet.into()),
            cell: Some("F47".into()),
            ..Address::default()
        };
        let snapshot = "0123456789abcdef".repeat(4);
        for sheet in ["b", "a", "b"] {
            tables.add(&snapshot, &at(sheet));
        }
        tables.number();
        let link = tables.link("us-x", &snapshot, &at("b")).unwrap();
        assert_eq!(link, "table/us-x/0123456789abcdef-2.html#F47");
        assert_eq!(tables.link("us-x", &snapshot, &at("c")), None);
    }
}

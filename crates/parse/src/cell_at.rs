//! What stands at an address, found in the bytes' own order and never by a layout: a sheet by its
//! name, a cell by its place, a record by its number under the line that has the columns' names.
//!
//! It is the other way round from `layout`, so that what that published can be looked up again. Only
//! columns of fixed width, whose names stand nowhere in a file, are cut where the source says.

use std::borrow::Cow;
use std::collections::{BTreeSet, HashMap};

use portbook_model::address::Cell as Place;
use portbook_source::load::Source;
use portbook_source::pattern::fold;

use crate::grid::{Grid, Kind};
use crate::limits::Limits;
use crate::read::archive_members::Inside;
use crate::read::contents::Contents;
use crate::read::delimited::Text;
use crate::read::number_format::shifted;
use crate::read::{fixed_width, sdmx_csv};
use crate::record_set::{self, RecordSet};

/// What a cell is to a reader who knows no layout.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Standing {
    /// Blanks folded; of a number cell the stored digits, scaled as its format shows them.
    pub text: String,
    pub kind: StandingKind,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum StandingKind {
    Text,
    /// A number of a workbook.
    Number {
        /// Decimals its format shows; `None` where the format shows what is stored or is not known.
        shown_decimals: Option<u8>,
    },
    /// A number of JSON or XML: its digits as printed, a point as decimal mark.
    Digits,
    /// A date, a truth value or an error: no figure.
    Other,
}

/// One table of a file, ready to be looked into.
#[derive(Debug)]
pub enum Shelf<'a> {
    Grid(Cow<'a, Grid>),
    Records { set: Cow<'a, RecordSet>, columns: HashMap<String, usize> },
}

impl<'a> Shelf<'a> {
    /// The table an address names. `columns` are the record columns that will be looked for, none
    /// if the table is a grid; `source` is asked for columns of fixed width alone.
    ///
    /// # Errors
    /// What is not there.
    pub fn open(
        contents: &'a Contents,
        member: Option<&str>,
        sheet: Option<&str>,
        columns: &BTreeSet<&str>,
        source: Option<&Source>,
    ) -> Result<Self, String> {
        let limits = Limits::standard();
        let inside = match member {
            Some(name) => {
                self::member(contents, name).ok_or_else(|| format!("no member `{name}`"))?
            }
            None => contents,
        };
        let named = |grids: &'a [Grid]| {
            let mut found = grids.iter().filter(|grid| Some(grid.name.as_str()) == sheet);
            match (found.next(), found.next()) {
                (Some(grid), None) => Ok(Self::Grid(Cow::Borrowed(grid))),
                (Some(_), Some(_)) => Err(format!("two sheets `{}`", sheet.unwrap_or_default())),
                (None, _) => Err(format!("no sheet `{}`", sheet.unwrap_or_default())),
            }
        };
        match inside {
            Contents::Workbook(book) => named(&book.grids),
            Contents::Page(page) => named(&page.grids),
            Contents::Text(text) if columns.is_empty() => {
                let grid = text.grid(&limits).map_err(|error| error.to_string())?;
                Ok(Self::Grid(Cow::Owned(grid)))
            }
            Contents::Text(text) => {
                Ok(Self::records(Cow::Owned(under_names(text, columns, source, &limits)?)))
            }
            Contents::Records(file) => {
                let set = file.sets.iter().find(|set| set.name.as_deref() == sheet);
                let set = set.ok_or_else(|| {
                    format!("no records at `{}`", sheet.unwrap_or("the top of the file"))
                })?;
                Ok(Self::records(Cow::Borrowed(set)))
            }
            Contents::Archive(_) => Err("an archive, and no member named".to_owned()),
            Contents::Structure(_) => Err("a file that holds no data".to_owned()),
        }
    }

    fn records(set: Cow<'a, RecordSet>) -> Self {
        let mut columns = HashMap::new();
        let mut alike: HashMap<String, u32> = HashMap::new();
        for (at, heading) in set.columns().iter().enumerate() {
            // Of two headings alike the second is `2009#2`.
            let nth = alike.entry(fold(heading)).or_insert(0);
            *nth += 1;
            let name = if *nth > 1 { format!("{heading}#{nth}") } else { heading.clone() };
            columns.entry(name).or_insert(at);
        }
        Self::Records { set, columns }
    }

    /// What stands there; a cell of which the file has nothing is blank.
    ///
    /// # Errors
    /// Where the table has no such place.
    pub fn at(&self, cell: &str, record: Option<i64>) -> Result<Standing, String> {
        match self {
            Self::Grid(grid) => {
                let place = Place::parse(cell).ok_or_else(|| format!("`{cell}` is no cell"))?;
                Ok(in_grid(grid, place))
            }
            Self::Records { set, columns } => {
                let column = columns.get(cell).ok_or_else(|| format!("no column `{cell}`"))?;
                let number = record.and_then(|record| u64::try_from(record).ok());
                let record = number.and_then(|number| set.record(number));
                let record = record.ok_or_else(|| {
                    format!("no record {} of {}", number.unwrap_or_default(), set.len())
                })?;
                let field = record.field(*column);
                let kind = match field.kind {
                    record_set::Kind::Number => StandingKind::Digits,
                    record_set::Kind::Bool => StandingKind::Other,
                    record_set::Kind::Text | record_set::Kind::Null => StandingKind::Text,
                };
                Ok(Standing { text: fold(field.text), kind })
            }
        }
    }
}

fn in_grid(grid: &Grid, place: Place) -> Standing {
    let Some(cell) = grid.get(place.row_index, place.column_index) else {
        return Standing { text: String::new(), kind: StandingKind::Text };
    };
    match &cell.kind {
        Kind::Number { decimals, shift, stored, .. } => Standing {
            text: shifted(stored, *shift).into(),
            kind: StandingKind::Number { shown_decimals: *decimals },
        },
        Kind::Blank | Kind::Text => Standing { text: fold(&cell.text), kind: StandingKind::Text },
        Kind::Date(_) | Kind::Bool(_) | Kind::Error(_) => {
            Standing { text: fold(&cell.text), kind: StandingKind::Other }
        }
    }
}

/// What the member of that name holds; `outer.zip/inner.csv` lies in an archive in the archive.
pub fn member<'a>(contents: &'a Contents, name: &str) -> Option<&'a Contents> {
    let Contents::Archive(archive) = contents else { return None };
    archive.members.iter().find_map(|one| {
        let Inside::Read(contents) = &one.contents else { return None };
        match name.strip_prefix(one.name.as_str())? {
            "" => Some(contents.as_ref()),
            rest => member(contents, rest.strip_prefix('/')?),
        }
    })
}

/// The records of a text below the first line that has all these names.
fn under_names(
    text: &Text,
    names: &BTreeSet<&str>,
    source: Option<&Source>,
    limits: &Limits,
) -> Result<RecordSet, String> {
    let is_heading = |columns: &[String]| {
        let printed = sdmx_csv::headings(columns);
        names.iter().all(|name| {
            let bare = name.rsplit_once('#').map_or(*name, |(bare, _)| bare);
            printed.iter().any(|heading| heading == name || *heading == bare)
        })
    };
    if let Some(cut) = text.below(&is_heading, limits) {
        return sdmx_csv::record_set(&cut, limits).map_err(|error| error.to_string());
    }
    let layouts = source.iter().flat_map(|source| &source.layout.records);
    let fixed = layouts.filter(|layout| {
        names.iter().all(|name| layout.fixed.iter().any(|column| column.name == *name))
    });
    for layout in fixed {
        let preamble = layout.preamble as usize;
        if let Ok(cut) = fixed_width::cut(text, preamble, &layout.fixed, &layout.until, limits) {
            return sdmx_csv::record_set(&cut, limits).map_err(|error| error.to_string());
        }
    }
    let names: Vec<&str> = names.iter().copied().collect();
    Err(format!("no line with the names {}", names.join(", ")))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::read::contents::read;

    fn contents(bytes: &[u8]) -> Contents {
        read(bytes, Some("utf-8"), &Limits::standard()).unwrap()
    }

    fn open<'a>(
        contents: &'a Contents,
        sheet: Option<&str>,
        columns: &[&str],
    ) -> Result<Shelf<'a>, String> {
        Shelf::open(contents, None, sheet, &columns.iter().copied().collect(), None)
    }

    fn text(text: &str) -> Standing {
        Standing { text: text.to_owned(), kind: StandingKind::Text }
    }

    #[test]
    fn records_are_counted_below_the_line_that_has_the_names() {
        let csv = contents(
            "Exports, all\nperiod,note\n\nperiod,value,value\n2025-10,\"1,024\", 7\n2025-11,x,\nSource: bureau\n"
                .as_bytes(),
        );
        let shelf = open(&csv, None, &["value", "value#2"]).unwrap();
        assert_eq!(shelf.at("value", Some(1)), Ok(text("1,024")));
        assert_eq!(shelf.at("value#2", Some(1)), Ok(text("7")));
        assert_eq!(shelf.at("value#2", Some(2)), Ok(text("")));
        assert_eq!(shelf.at("value", Some(3)).unwrap_err(), "no record 3 of 2");
        assert_eq!(shelf.at("worth", Some(1)).unwrap_err(), "no column `worth`");
        assert_eq!(
            open(&csv, None, &["value", "worth"]).unwrap_err(),
            "no line with the names value, worth"
        );
    }

    #[test]
    fn a_covered_cell_is_its_span_and_what_is_not_there_is_blank() {
        let page =
            contents(b"<table><tr><td>a</table><table><tr><td colspan=2> 1 <tr><td>b<td>c</table>");
        let shelf = open(&page, Some("table 2"), &[]).unwrap();
        assert_eq!(shelf.at("B1", None), Ok(text("1")));
        assert_eq!(shelf.at("B2", None), Ok(text("c")));
        assert_eq!(shelf.at("Z9", None), Ok(text("")));
        assert_eq!(shelf.at("value", None).unwrap_err(), "`value` is no cell");
        assert_eq!(open(&page, Some("table 3"), &[]).unwrap_err(), "no sheet `table 3`");
    }

    #[test]
    fn digits_of_json_are_told_from_text() {
        let json = contents(br#"[{"at":"2025-11","value":18.50},{"at":"2025-12","value":"-"}]"#);
        let Contents::Records(file) = &json else { panic!("{json:?}") };
        let sheet = file.sets[0].name.clone();
        let shelf = open(&json, sheet.as_deref(), &["value"]).unwrap();
        let digits = Standing { text: "18.50".to_owned(), kind: StandingKind::Digits };
        assert_eq!(shelf.at("value", Some(1)), Ok(digits));
        assert_eq!(shelf.at("value", Some(2)), Ok(text("-")));
    }
}

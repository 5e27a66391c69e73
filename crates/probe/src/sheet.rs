//! A sheet, a `<table>` or delimited text as one grid of seen cells: what each looks like, with no
//! opinion yet about what it means.

use portbook_model::address::Cell as Place;
use portbook_parse::grid::{Grid, Kind};
use portbook_source::pattern::fold;

use crate::limits::Limits;
use crate::number::{Evidence, Marks, is_sign, read as number};
use crate::period::{self, Part};

/// How a cell looks.
#[derive(Clone, Debug, PartialEq)]
pub enum Seen {
    Blank,
    /// A figure: its text as printed.
    Number(String),
    /// A whole number that may be a year.
    Year(i16),
    /// A mark where a figure would stand.
    Sign(String),
    /// A text that dates; what it says.
    Period(String, Part),
    /// A date cell: year, month, day.
    Date(i16, i8, i8),
    Text(String),
}

/// The seen cells of one sheet.
#[derive(Clone, Debug)]
pub struct Sheet {
    /// Sheet name, `table 3`; `None` for delimited text.
    pub name: Option<String>,
    /// Member of an archive.
    pub member: Option<String>,
    pub is_hidden: bool,
    pub marks: Marks,
    pub rows: Vec<Vec<Seen>>,
    pub column_count: usize,
    /// Other tables stand beside what this shows of the sheet.
    pub is_strip: bool,
    /// Its first row names the fields of records, whatever the names look like.
    pub is_record_set: bool,
    /// Rows that were not looked at.
    pub rows_unseen: usize,
    /// Numbers stored as texts.
    pub text_numbers: usize,
    /// Numbers with a note glued to them.
    pub noted_numbers: Vec<Place>,
    /// Heading cells that cover others: origin, rows, columns.
    pub has_spans: bool,
    /// Whether number cells without a fixed format show more than nine decimals.
    pub has_long_numbers: bool,
    /// Whether any cell is a number cell.
    pub has_number_cells: bool,
}

impl Seen {
    pub fn is_blank(&self) -> bool {
        matches!(self, Self::Blank)
    }

    /// A figure or a mark in its place.
    pub fn is_figure(&self) -> bool {
        matches!(self, Self::Number(_) | Self::Year(_) | Self::Sign(_))
    }

    /// Whether digits that could date are a figure where they stand among figures: `200301`.
    pub fn is_digits(&self) -> bool {
        matches!(self, Self::Period(text, _) if text.bytes().all(|byte| byte.is_ascii_digit()))
    }

    pub fn is_words(&self) -> bool {
        matches!(self, Self::Text(_) | Self::Period(..))
    }

    /// The text as printed, folded; empty where blank.
    pub fn text(&self) -> String {
        match self {
            Self::Blank => String::new(),
            Self::Number(text) | Self::Sign(text) | Self::Period(text, _) | Self::Text(text) => {
                text.clone()
            }
            Self::Year(year) => year.to_string(),
            Self::Date(year, month, day) => format!("{year:04}-{month:02}-{day:02}"),
        }
    }

    /// What it says of the period, if it may say any.
    pub fn part(&self) -> Option<Part> {
        match self {
            Self::Year(year) => Some(Part { year: Some(*year), ..Part::default() }),
            Self::Period(_, part) => Some(*part),
            Self::Date(year, month, _) => {
                Some(Part { year: Some(*year), months: Some((*month, *month)), ..Part::default() })
            }
            _ => None,
        }
    }
}

impl Sheet {
    pub fn of_grid(grid: &Grid, limits: &Limits) -> Self {
        let mut evidence = Evidence::default();
        let is_text = |kind: &Kind| matches!(kind, Kind::Text);
        for (_, cell) in grid.cells().filter(|(_, cell)| is_text(&cell.kind)) {
            evidence.add(&fold(&cell.text));
        }
        let mut sheet = Self::empty(Some(grid.name.clone()), evidence.marks());
        sheet.is_hidden = grid.hidden;
        let columns = (grid.column_count() as usize).min(limits.columns_max);
        let rows_max = limits.rows_max.min(limits.cells_max / columns.max(1));
        let rows = (grid.row_count() as usize).min(rows_max);
        sheet.rows_unseen = grid.row_count() as usize - rows;
        sheet.rows = vec![vec![Seen::Blank; columns]; rows];
        for (place, cell) in grid.cells() {
            let (row, column) = (place.row_index as usize, place.column_index as usize);
            if row >= rows || column >= columns {
                continue;
            }
            let seen = match &cell.kind {
                Kind::Blank => Seen::Blank,
                Kind::Number { stored, .. } => {
                    sheet.has_number_cells = true;
                    let decimals = stored.split_once('.').map_or(0, |(_, after)| after.len());
                    sheet.has_long_numbers |= decimals > 9;
                    period::year(stored)
                        .map_or_else(|| Seen::Number(stored.to_string()), Seen::Year)
                }
                Kind::Date(date) => Seen::Date(date.year(), date.month(), date.day()),
                Kind::Error(text) => Seen::Sign(text.clone()),
                Kind::Bool(_) => Seen::Text(fold(&cell.text)),
                Kind::Text => sheet.seen_text(&fold(&cell.text), place),
            };
            sheet.put(grid, place, &seen);
        }
        sheet.column_count = columns;
        sheet
    }

    /// Delimited text as a grid; a line may have any number of fields.
    pub fn of_lines(lines: &[Vec<String>], limits: &Limits) -> Self {
        let mut evidence = Evidence::default();
        for field in lines.iter().flatten() {
            evidence.add(&fold(field));
        }
        let mut sheet = Self::empty(None, evidence.marks());
        let columns = lines.iter().map(Vec::len).max().unwrap_or(0).min(limits.columns_max);
        let rows_max = limits.rows_max.min(limits.cells_max / columns.max(1));
        sheet.rows_unseen = lines.len().saturating_sub(rows_max);
        for (row, line) in lines.iter().take(rows_max).enumerate() {
            let mut seen = vec![Seen::Blank; columns];
            for (column, field) in line.iter().take(columns).enumerate() {
                let place = Place {
                    row_index: u32::try_from(row).unwrap_or(u32::MAX),
                    column_index: u32::try_from(column).unwrap_or(u32::MAX),
                };
                seen[column] = sheet.seen_text(&fold(field), place);
            }
            sheet.rows.push(seen);
        }
        sheet.column_count = columns;
        sheet
    }

    fn empty(name: Option<String>, marks: Marks) -> Self {
        Self {
            name,
            member: None,
            is_hidden: false,
            marks,
            rows: Vec::new(),
            column_count: 0,
            is_strip: false,
            is_record_set: false,
            rows_unseen: 0,
            text_numbers: 0,
            noted_numbers: Vec::new(),
            has_spans: false,
            has_long_numbers: false,
            has_number_cells: false,
        }
    }

    fn seen_text(&mut self, text: &str, place: Place) -> Seen {
        if text.is_empty() {
            return Seen::Blank;
        }
        if is_sign(text) {
            return Seen::Sign(text.to_owned());
        }
        if let Some(part) = period::read(text) {
            let bare = period::year(text).filter(|_| text.len() == 4);
            return bare.map_or_else(|| Seen::Period(text.to_owned(), part), Seen::Year);
        }
        match number(text, self.marks) {
            Some(written) => {
                self.text_numbers += 1;
                if written.note.is_some() {
                    self.noted_numbers.push(place);
                }
                Seen::Number(text.to_owned())
            }
            None => Seen::Text(text.to_owned()),
        }
    }

    /// Puts a cell, and where it covers others in its row (a heading), their copies.
    fn put(&mut self, grid: &Grid, place: Place, seen: &Seen) {
        let span = grid.span(place.row_index, place.column_index);
        let (rows, columns) = span.map_or((1, 1), |span| (span.row_count, span.column_count));
        self.has_spans |= rows > 1 || columns > 1;
        let repeats = seen.is_words() || matches!(seen, Seen::Date(..) | Seen::Year(_));
        // A text over a whole page is a title: it heads nothing.
        let columns = if repeats && columns as usize <= self.rows[0].len() { columns } else { 1 };
        let rows = if repeats { rows } else { 1 };
        for row in 0..rows as usize {
            for column in 0..columns as usize {
                let (row, column) =
                    (place.row_index as usize + row, place.column_index as usize + column);
                let cell = self.rows.get_mut(row).and_then(|cells| cells.get_mut(column));
                if let Some(cell) = cell.filter(|cell| cell.is_blank()) {
                    *cell = seen.clone();
                }
            }
        }
    }

    /// The sheet cut at blank columns, where what stands to the right has labels of its own: parts
    /// of as many columns, each blank outside its strip.
    pub fn strips(&self) -> Vec<Self> {
        let is_blank = |column: usize| self.rows.iter().all(|cells| cells[column].is_blank());
        let mut starts = vec![0];
        for column in 1..self.column_count {
            if is_blank(column - 1) && !is_blank(column) && self.begins_with_labels(column) {
                starts.push(column);
            }
        }
        if starts.len() == 1 {
            return vec![self.clone()];
        }
        let ends = starts.iter().skip(1).copied().chain([self.column_count]);
        starts.iter().zip(ends).map(|(start, end)| self.only(*start..end)).collect()
    }

    fn begins_with_labels(&self, column: usize) -> bool {
        let end = (column..self.column_count)
            .find(|at| self.rows.iter().all(|cells| cells[*at].is_blank()))
            .unwrap_or(self.column_count);
        let is_number = |cell: &Seen| matches!(cell, Seen::Number(_) | Seen::Sign(_));
        let data: Vec<&Vec<Seen>> =
            self.rows.iter().filter(|cells| cells[column..end].iter().any(is_number)).collect();
        let labelled = data.iter().filter(|cells| matches!(cells[column], Seen::Text(_))).count();
        data.len() > 1 && labelled * 2 > data.len()
    }

    fn only(&self, columns: std::ops::Range<usize>) -> Self {
        let mut part = self.clone();
        part.is_strip = true;
        for cells in &mut part.rows {
            for (column, cell) in cells.iter_mut().enumerate() {
                if !columns.contains(&column) {
                    *cell = Seen::Blank;
                }
            }
        }
        part
    }

    pub fn get(&self, row: usize, column: usize) -> &Seen {
        self.rows.get(row).and_then(|cells| cells.get(column)).unwrap_or(&Seen::Blank)
    }
}

/// `F47` of zero-based row and column.
pub fn a1(row: usize, column: usize) -> String {
    let index = |n: usize| u32::try_from(n).unwrap_or(u32::MAX);
    Place { row_index: index(row), column_index: index(column) }.to_string()
}

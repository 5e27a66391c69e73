//! What a person read from the ten files: where the values stand, and by which rule of the sheet
//! each is dated and labelled. Nothing here is printed by `probe`; rows and columns are as in a
//! spreadsheet.

use std::collections::BTreeMap;
use std::fmt;
use std::path::Path;

use portbook_parse::limits::Limits as ReadLimits;
use portbook_parse::read::contents::{Contents, read};
use portbook_probe::limits::Limits;
use portbook_probe::sheet::Sheet;
use portbook_probe::tables::tables;
use portbook_probe::value::values;

type At = (usize, usize);

/// A value cell, its period (`2016-01/2016-03`) and cells whose texts must be among its labels.
pub(crate) struct Cell {
    pub(crate) at: At,
    pub(crate) span: String,
    pub(crate) labels: Vec<At>,
}

pub(crate) struct Case {
    pub(crate) file: &'static str,
    /// Sheet name (empty: delimited text) and the cells on it.
    pub(crate) cells: fn(&Texts) -> Vec<Cell>,
    pub(crate) sheets: &'static [&'static str],
    /// Whether every value of these sheets is in the truth; else others are not judged.
    pub(crate) whole: bool,
}

/// What stands in the place of figures in the ten: not available or nil in Singapore, not available
/// in the World Bank's prices.
const MARKS: [&str; 4] = ["na", "-", "…", "..."];

/// Texts of a sheet by row and column, both from 1.
pub(crate) struct Texts {
    pub(crate) sheet: Sheet,
    pub(crate) index: usize,
}

impl Texts {
    pub(crate) fn at(&self, (row, column): At) -> String {
        self.sheet.get(row - 1, column - 1).text()
    }

    /// Whether a person takes the text of a cell for a figure or a mark in its place: read here from
    /// the text alone, whatever the probe holds it for.
    fn is_figure(&self, at: At) -> bool {
        let text = self.at(at);
        let digits = text.trim_start_matches(['-', '\u{2212}']).trim_end_matches('%');
        let (whole, fraction) = digits.split_once('.').unwrap_or((digits, "0"));
        let all_digits = |text: &str| text.bytes().all(|byte| byte.is_ascii_digit());
        let is_number = digits.starts_with(|c: char| c.is_ascii_digit())
            && all_digits(&whole.replace(',', ""))
            && all_digits(fraction);
        is_number || MARKS.contains(&text.as_str())
    }
}

#[derive(Default)]
pub(crate) struct Score {
    pub(crate) cells: usize,
    pub(crate) right: usize,
    pub(crate) unfound: usize,
    pub(crate) misdated: usize,
    pub(crate) mislabelled: usize,
    pub(crate) extra: usize,
    pub(crate) first_wrong: Option<String>,
}

impl fmt::Display for Score {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(
            f,
            "{}/{} right; {} unfound, {} misdated, {} mislabelled, {} extra; first: {}",
            self.right,
            self.cells,
            self.unfound,
            self.misdated,
            self.mislabelled,
            self.extra,
            self.first_wrong.as_deref().unwrap_or("none")
        )
    }
}

impl Case {
    pub(crate) fn score(&self, real: &Path) -> Score {
        let mut score = Score::default();
        for (index, sheet) in self.read(real).into_iter().enumerate() {
            let mut found = BTreeMap::new();
            for strip in sheet.strips() {
                for table in tables(&strip, &Limits::standard()) {
                    for value in values(&strip, &table) {
                        found.insert((value.row + 1, value.column + 1), value);
                    }
                }
            }
            let texts = Texts { sheet, index };
            for cell in (self.cells)(&texts) {
                score.cells += 1;
                let mut wrong = |what: String| {
                    let at = portbook_probe::sheet::a1(cell.at.0 - 1, cell.at.1 - 1);
                    score.first_wrong.get_or_insert(format!("{at}: {what}"));
                };
                let Some(value) = found.remove(&cell.at) else {
                    wrong("unfound".to_owned());
                    score.unfound += 1;
                    continue;
                };
                if value.span.as_deref() != Some(cell.span.as_str()) {
                    wrong(format!("{:?} for {}", value.span, cell.span));
                    score.misdated += 1;
                    continue;
                }
                let missing = cell.labels.iter().map(|at| texts.at(*at));
                let missing: Vec<String> =
                    missing.filter(|label| !value.labels.contains(label)).collect();
                if missing.is_empty() {
                    score.right += 1;
                } else {
                    wrong(format!("{missing:?} not in {:?}", value.labels));
                    score.mislabelled += 1;
                }
            }
            score.extra += if self.whole { found.len() } else { 0 };
        }
        score
    }

    fn read(&self, real: &Path) -> Vec<Sheet> {
        let bytes = fs_err::read(real.join(self.file)).unwrap();
        let limits = Limits::standard();
        let contents = read(&bytes, None, &ReadLimits::standard()).unwrap();
        let grids = match contents {
            Contents::Workbook(book) => book.grids,
            Contents::Page(page) => page.grids,
            Contents::Archive(_) | Contents::Records(_) | Contents::Structure(_) => {
                panic!("each of the ten is a workbook, a page or text")
            }
            Contents::Text(text) => {
                let lines = portbook_probe::lines::cut(&text.content).lines;
                return vec![Sheet::of_lines(&lines, &limits)];
            }
        };
        let named = |name: &&str| grids.iter().find(|grid| *grid.name == **name).unwrap();
        self.sheets.iter().map(|name| Sheet::of_grid(named(name), &limits)).collect()
    }
}

fn month(year: i32, month: i32) -> String {
    let (year, month) = (year + (month - 1).div_euclid(12), (month - 1).rem_euclid(12) + 1);
    format!("{year:04}-{month:02}/{year:04}-{month:02}")
}

fn year(year: i32) -> String {
    format!("{year:04}-01/{year:04}-12")
}

fn number(text: &str) -> i32 {
    text.parse().unwrap()
}

pub(crate) fn cases() -> Vec<Case> {
    vec![
        Case {
            file: "national/uk/table-a02_lfs.xls",
            sheets: &["seasonally adjusted", "not seasonally adjusted"],
            cells: labour_force,
            whole: true,
        },
        Case {
            file: "national/canada/statcan_32100358.csv",
            sheets: &[],
            cells: potatoes,
            whole: true,
        },
        Case {
            file: "national/singapore/singstat_outputFile.xlsx",
            sheets: &["T1", "T2"],
            cells: singapore,
            whole: true,
        },
        Case {
            file: "national/russia/rosstat_kep_2017_ind02_tab.csv",
            sheets: &[],
            cells: crate::rosstat::cells,
            whole: false,
        },
        Case {
            file: "national/brazil/abiove_exp_202512.xlsx",
            sheets: &["Rel_Exp2025"],
            cells: soy,
            whole: false,
        },
        Case {
            file: "national/australia/ozmarriage.xlsx",
            sheets: &["Table 1", "Table 2"],
            cells: survey,
            whole: true,
        },
        Case {
            file: "intl/cpb/world_trade_monitor_2026m01_stamp2026-03-20.xlsx",
            sheets: &["trade_out", "inpro_out"],
            cells: world_trade,
            whole: true,
        },
        Case {
            file: "intl/world-bank/CMO-Historical-Data-Monthly_2026-06-02.xlsx",
            sheets: &["Monthly Prices", "Monthly Indices"],
            cells: pink_sheet,
            whole: true,
        },
        Case {
            file: "intl/usitc/DataWeb-Query-Export_domestic_exports_china_2023_hts2.xlsx",
            sheets: &["FAS Value"],
            cells: usitc,
            whole: true,
        },
        Case {
            file: "national/turkey/Meyve Fiyatları.xls",
            sheets: &["50_t3"],
            cells: fruit,
            whole: true,
        },
    ]
}

/// Value cells of a block of rows and columns that hold a figure.
fn block(
    texts: &Texts,
    rows: std::ops::RangeInclusive<usize>,
    columns: &(impl Iterator<Item = usize> + Clone),
    cell: impl Fn(usize, usize) -> (String, Vec<At>),
) -> Vec<Cell> {
    let places = rows.flat_map(|row| columns.clone().map(move |column| (row, column)));
    places
        .filter(|at| texts.is_figure(*at))
        .map(|at| {
            let (span, labels) = cell(at.0, at.1);
            Cell { at, span, labels }
        })
        .collect()
}

/// Rolling quarters in column A; panels of persons, men and women, for two ages.
fn labour_force(texts: &Texts) -> Vec<Cell> {
    const MONTHS: &str = "JanFebMarAprMayJunJulAugSepOctNovDec";
    let adjusted = texts.index == 0;
    let panels: [(usize, usize, usize); 6] = if adjusted {
        [
            (7, 503, 4),
            (505, 1001, 4),
            (1003, 1499, 4),
            (1507, 2003, 1504),
            (2005, 2501, 1504),
            (2503, 2999, 1504),
        ]
    } else {
        [
            (7, 246, 4),
            (249, 488, 4),
            (491, 730, 4),
            (739, 978, 736),
            (981, 1220, 736),
            (1223, 1462, 736),
        ]
    };
    let span = |text: &str| -> Option<String> {
        let at = |name: &str| MONTHS.find(name).map(|at| at / 3 + 1);
        let (first, last) = (at(text.get(..3)?)?, at(text.get(4..7)?)?);
        let end = text.get(8..12)?.parse::<usize>().ok()?;
        let begin = if first > last { end - 1 } else { end };
        Some(format!("{begin}-{first:02}/{end}-{last:02}"))
    };
    let mut cells = Vec::new();
    for (label, last, head) in panels {
        let columns = if adjusted { (2..=18).step_by(2) } else { (2..=10).step_by(1) };
        cells.extend(block(texts, label + 1..=last, &columns, |row, column| {
            let mut labels = vec![(label, 1), (head, column)];
            let text = texts.at((row, 1));
            // Changes are of the last quarter printed above them.
            let dated = (label + 1..=row).rev().find_map(|row| span(&texts.at((row, 1))));
            if span(&text).is_none() {
                labels.push((row, 1));
            }
            (dated.unwrap(), labels)
        }));
    }
    cells
}

/// One value in each record: year, place, what.
fn potatoes(texts: &Texts) -> Vec<Cell> {
    block(texts, 2..=6780, &(11..=11), |row, _| {
        (year(number(&texts.at((row, 1)))), vec![(row, 2), (row, 4)])
    })
}

/// Months from January 1976 to the right, labels in column A.
fn singapore(texts: &Texts) -> Vec<Cell> {
    let last = if texts.index == 0 { 126 } else { 98 };
    block(texts, 7..=last, &(2..=517), |row, column| {
        (month(1976, i32::try_from(column).unwrap() - 1), vec![(row, 1)])
    })
}

/// Months down the left tables, years over their columns; growth is of the later year.
fn soy(texts: &Texts) -> Vec<Cell> {
    let mut cells = Vec::new();
    for title in [9, 28, 47, 66] {
        let first = title + 3;
        cells.extend(block(texts, first..=first + 13, &(3..=11), |row, column| {
            let of = if (column - 3) % 3 == 0 { 2024 } else { 2025 };
            let of_year = row >= first + 12;
            let at = i32::try_from(row - first).unwrap() + 1;
            let span = if of_year { year(of) } else { month(of, at) };
            (span, vec![(title, 2), (title + 1, 3 + (column - 3) / 3 * 3)])
        }));
    }
    for title in [119, 138] {
        let first = title + 4;
        cells.extend(block(texts, first..=first + 12, &(3..=8), |row, column| {
            let of = if column % 2 == 1 { 2024 } else { 2025 };
            let at = i32::try_from(row - first).unwrap() + 1;
            let span = if row == first + 12 { year(of) } else { month(of, at) };
            (span, vec![(title, 2), (title + 1, 3 + (column - 3) / 2 * 2)])
        }));
    }
    for title in [157, 173] {
        let first = title + 5;
        cells.extend(block(texts, first..=first + 9, &(3..=8), |row, column| {
            let back = i32::try_from(row - first).unwrap();
            (year(2025 - back), vec![(title, 2), (title + 2, column)])
        }));
    }
    // To the right: by destination, by port (its state in the column beside it).
    cells.extend(block(texts, 49..=60, &(16..=20), |row, column| {
        (year(2021 + i32::try_from(column).unwrap() - 16), vec![(row, 15)])
    }));
    cells.extend(block(texts, 51..=65, &(26..=30), |row, column| {
        (year(2021 + i32::try_from(column).unwrap() - 26), vec![(row, 24)])
    }));
    cells
}

/// Numbers and shares in turn under three rows of headings; divisions by state in table 2.
fn survey(texts: &Texts) -> Vec<Cell> {
    let (last, columns) = if texts.index == 0 { (16, 2..=16) } else { (183, 2..=16) };
    block(texts, 8..=last, &columns, |row, column| (year(2017), vec![(row, 1), (7, column)]))
}

/// Months from January 2000 in column F, the series' name in B and its code in C.
fn world_trade(texts: &Texts) -> Vec<Cell> {
    let last = if texts.index == 0 { 77 } else { 40 };
    let columns = 6..=texts.sheet.column_count;
    block(texts, 8..=last, &columns, |row, column| {
        (month(2000, i32::try_from(column).unwrap() - 5), vec![(row, 2), (row, 3)])
    })
}

/// Months from January 1960 downwards; names over the columns, for indices on four steps.
fn pink_sheet(texts: &Texts) -> Vec<Cell> {
    let (first, last, columns) =
        if texts.index == 0 { (7, 803, 2..=72) } else { (10, 806, 2..=17) };
    let heads = if texts.index == 0 { 5..=5 } else { 6..=9 };
    block(texts, first..=last, &columns, |row, column| {
        let name = heads.clone().rev().find(|row| !texts.at((*row, column)).is_empty());
        let label = (name.unwrap_or(5), column);
        (month(1960, i32::try_from(row - first).unwrap() + 1), vec![label])
    })
}

fn usitc(texts: &Texts) -> Vec<Cell> {
    block(texts, 4..=101, &(4..=4), |row, _| {
        let labels = if row == 101 { vec![(row, 1)] } else { vec![(row, 1), (row, 2), (row, 3)] };
        (year(2023), labels)
    })
}

fn fruit(texts: &Texts) -> Vec<Cell> {
    block(texts, 6..=60, &(2..=18), |row, column| {
        (year(2008 + i32::try_from(column).unwrap() - 2), vec![(row, 1)])
    })
}

//! A claims file: an article's figures as data (`claims/*.toml`).

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

use jiff::civil::Date;
use serde::Deserialize;

use crate::as_of::AsOf;
use crate::claims::define::Definitions;
use crate::claims::expected::{Expected, Op, exact};
use crate::error::Error;

/// An article and every figure it prints.
#[derive(Clone, Debug)]
pub struct ClaimsFile {
    pub title: String,
    /// The day the figures are tested on.
    pub date: Date,
    /// The end of that day, UTC.
    pub as_of: AsOf,
    pub claims: Vec<Claim>,
}

/// One statement with one figure.
#[derive(Clone, Debug)]
pub struct Claim {
    pub id: String,
    pub statement: String,
    /// The figure in the article's words.
    pub published: String,
    /// The money the article speaks of, where it does: a reading in other money says so.
    pub currency: Option<String>,
    pub notes: Vec<String>,
    pub test: Test,
}

impl Claim {
    /// Whether a reading picks cells of a source, by its column.
    pub fn asks(&self, source: &str) -> bool {
        let Test::Readings(readings) = &self.test else { return false };
        let quoted = format!("'{source}'");
        readings.iter().any(|reading| match &reading.ask {
            Ask::Needs(_) => false,
            Ask::Computed { then, now, .. } => {
                std::iter::once(then).chain(now).any(|query| query.cells.contains(&quoted))
            }
        })
    }
}

#[derive(Clone, Debug)]
pub enum Test {
    /// Why no statistic can decide it.
    OutOfScope(String),
    /// What the text may mean, at least one reading.
    Readings(Vec<Reading>),
}

/// One meaning of a claim's text.
#[derive(Clone, Debug)]
pub struct Reading {
    pub name: String,
    pub notes: Vec<String>,
    pub ask: Ask,
}

#[derive(Clone, Debug)]
pub enum Ask {
    /// The file or source that is missing.
    Needs(String),
    Computed {
        expected: Expected,
        then: Query,
        now: Option<Query>,
    },
}

/// Picks cells and computes one figure from them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Query {
    /// A condition over `observation`; what it picks is the table `cell`.
    pub cells: String,
    /// How many cells that must be: a missing or a doubled one changes no figure unseen.
    pub cell_count: Option<usize>,
    /// One row with a column `value`, from `cell`.
    pub sql: String,
}

impl ClaimsFile {
    pub fn read(path: &Path) -> Result<Self, Error> {
        let text = fs_err::read_to_string(path).map_err(|error| match error.kind() {
            std::io::ErrorKind::NotFound => Error::NoClaims { file: path.to_owned() },
            _ => Error::Io(error),
        })?;
        Self::parse(&text, path)
    }

    /// Reads the text of a claims file; `path` is only named in messages.
    pub fn parse(text: &str, path: &Path) -> Result<Self, Error> {
        let printed: Printed = toml::from_str(text).map_err(|error| {
            let before = &text[..error.span().map_or(0, |span| span.start.min(text.len()))];
            let line_start = before.rfind('\n').map_or(0, |at| at + 1);
            Error::ClaimsText {
                file: path.to_owned(),
                line: before.matches('\n').count() + 1,
                column: before[line_start..].chars().count() + 1,
                message: error.message().trim_end().to_owned(),
            }
        })?;
        let article = printed.article;
        let as_of = AsOf::end_of(article.date)
            .ok_or_else(|| Error::AsOf { got: article.date.to_string() })?;
        let mut ids = BTreeSet::new();
        let mut claims = Vec::with_capacity(printed.claim.len());
        for claim in printed.claim {
            let at = At { file: path.to_owned(), id: claim.id.clone() };
            if !ids.insert(claim.id.clone()) {
                return Err(at.mistake("stands twice"));
            }
            claims.push(claim.checked(&printed.define, &at)?);
        }
        Ok(Self { title: article.title, date: article.date, as_of, claims })
    }
}

struct At {
    file: PathBuf,
    id: String,
}

impl At {
    fn mistake(&self, message: impl Into<String>) -> Error {
        Error::Claim { file: self.file.clone(), id: self.id.clone(), message: message.into() }
    }
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Printed {
    article: PrintedArticle,
    /// Texts that `{name}` stands for in the questions.
    #[serde(default)]
    define: BTreeMap<String, String>,
    claim: Vec<PrintedClaim>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct PrintedArticle {
    title: String,
    #[serde(deserialize_with = "date")]
    date: Date,
    /// Why that day: for the readers of the file.
    #[serde(rename = "date_reason")]
    _date_reason: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct PrintedClaim {
    id: String,
    statement: String,
    published: String,
    currency: Option<String>,
    #[serde(default)]
    notes: Vec<String>,
    out_of_scope: Option<String>,
    value: Option<String>,
    rounding: Option<String>,
    op: Option<Op>,
    unit: Option<String>,
    #[serde(default)]
    reading: Vec<PrintedReading>,
}

/// The figure's keys are the claim's unless the reading has its own.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct PrintedReading {
    name: String,
    #[serde(default)]
    notes: Vec<String>,
    needs: Option<String>,
    value: Option<String>,
    rounding: Option<String>,
    op: Option<Op>,
    unit: Option<String>,
    /// Texts that `{name}` stands for in this reading; they come before `[define]`.
    #[serde(default)]
    set: BTreeMap<String, String>,
    cells: Option<String>,
    cell_count: Option<usize>,
    sql: Option<String>,
    cells_now: Option<String>,
    cell_count_now: Option<usize>,
    sql_now: Option<String>,
}

fn date<'de, D: serde::Deserializer<'de>>(deserializer: D) -> Result<Date, D::Error> {
    let date = toml::value::Datetime::deserialize(deserializer)?;
    date.to_string().parse().map_err(serde::de::Error::custom)
}

impl PrintedClaim {
    fn checked(self, define: &BTreeMap<String, String>, at: &At) -> Result<Claim, Error> {
        let test = match &self.out_of_scope {
            Some(why) if self.reading.is_empty() => Test::OutOfScope(why.clone()),
            Some(_) => return Err(at.mistake("is out of scope and has readings")),
            None if self.reading.is_empty() => {
                return Err(at.mistake("has neither `[[claim.reading]]` nor `out_of_scope`"));
            }
            None => Test::Readings(
                self.reading
                    .iter()
                    .map(|r| r.checked(&self, define, at))
                    .collect::<Result<_, _>>()?,
            ),
        };
        let Self { id, statement, published, currency, notes, .. } = self;
        Ok(Claim { id, statement, published, currency, notes, test })
    }
}

impl PrintedReading {
    fn checked(
        &self,
        claim: &PrintedClaim,
        define: &BTreeMap<String, String>,
        at: &At,
    ) -> Result<Reading, Error> {
        let written_out = |text: &String| {
            Definitions { own: &self.set, file: define }
                .written_out(text)
                .map_err(|why| at.mistake(format!("reading `{}`: {why}", self.name)))
        };
        let ask = match (&self.needs, &self.cells, &self.sql) {
            (Some(needs), None, None) => Ask::Needs(needs.clone()),
            (None, Some(cells), Some(sql)) => {
                let cell_count = self.cell_count;
                let then = Query { cells: written_out(cells)?, cell_count, sql: written_out(sql)? };
                let cells_now = self.cells_now.as_ref().map(&written_out).transpose()?;
                let sql_now = self.sql_now.as_ref().map(&written_out).transpose()?;
                let now = (cells_now.is_some() || sql_now.is_some()).then(|| Query {
                    cells: cells_now.unwrap_or_else(|| then.cells.clone()),
                    cell_count: self.cell_count_now.or(cell_count),
                    sql: sql_now.unwrap_or_else(|| then.sql.clone()),
                });
                Ask::Computed { expected: self.expected(claim, at)?, then, now }
            }
            _ => {
                let name = &self.name;
                return Err(at.mistake(format!(
                    "reading `{name}` must have either `needs`, or `cells` and `sql`"
                )));
            }
        };
        Ok(Reading { name: self.name.clone(), notes: self.notes.clone(), ask })
    }

    fn expected(&self, claim: &PrintedClaim, at: &At) -> Result<Expected, Error> {
        let op = self.op.or(claim.op).unwrap_or(Op::Rounded);
        let number = |name: &str, own: Option<&String>, claims: Option<&String>| {
            let text = own.or(claims);
            let text = text.ok_or_else(|| at.mistake(format!("`{name}` is not set")))?;
            exact(text).ok_or_else(|| {
                at.mistake(format!("`{name}`: got `{text}`, expected a decimal in base units"))
            })
        };
        let value = number("value", self.value.as_ref(), claim.value.as_ref())?;
        let rounding = match op {
            Op::Rounded => number("rounding", self.rounding.as_ref(), claim.rounding.as_ref())?,
            Op::Below | Op::Above => 0,
        };
        let unit = self.unit.as_ref().or(claim.unit.as_ref());
        let unit = unit.ok_or_else(|| at.mistake("`unit` is not set"))?.clone();
        Ok(Expected { op, value, rounding, unit })
    }
}

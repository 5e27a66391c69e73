//! Puts a claims file to the published table.

use std::collections::{BTreeMap, BTreeSet};

use jiff::Timestamp;
use portbook_model::concept::Concept;

use crate::as_of::AsOf;
use crate::claims::expected::exact;
use crate::claims::file::{Ask, Claim, ClaimsFile, Query, Reading, Test};
use crate::claims::used::Used;
use crate::claims::vintage::{at_the_time, standing};
use crate::claims::{Outcome, ReadingVerdict, Verdict, Word};
use crate::derived::Derived;
use crate::error::Error;
use crate::published_row::{self, PublishedRow};
use crate::rows::Rows;
use crate::table::{Desk, Session, Table};

mod derived;

impl Table {
    /// What every claim of the file comes to, in its order.
    ///
    /// # Errors
    /// `Question` where a claim's SQL cannot be run: a mistake of the file, never a verdict.
    pub async fn claims(&self, file: &ClaimsFile) -> Result<Vec<Verdict>, Error> {
        self.claims_holding(file, HELD_ROWS_MAX).await
    }

    /// The same, reading the table once if it has at most so many rows, else once per condition.
    pub async fn claims_holding(
        &self,
        file: &ClaimsFile,
        held_rows_max: usize,
    ) -> Result<Vec<Verdict>, Error> {
        let mut court = self.court(file, held_rows_max).await?;
        let mut verdicts = Vec::with_capacity(file.claims.len());
        for claim in &file.claims {
            verdicts.push(court.judge(claim).await?);
        }
        Ok(verdicts)
    }

    /// What every claim comes to, and how, down to its cells.
    ///
    /// # Errors
    /// As [`Table::claims`].
    pub async fn claims_followed(
        &self,
        file: &ClaimsFile,
    ) -> Result<Vec<(Verdict, Derived)>, Error> {
        let mut court = self.court(file, HELD_ROWS_MAX).await?;
        let mut followed = Vec::with_capacity(file.claims.len());
        for claim in &file.claims {
            followed.push((court.judge(claim).await?, court.derive(claim).await?));
        }
        Ok(followed)
    }

    async fn court<'a>(
        &self,
        file: &'a ClaimsFile,
        held_rows_max: usize,
    ) -> Result<Court<'a>, Error> {
        let session = self.session(AsOf::Everything).await?;
        let observations = match session.held(&published_row::columns(), held_rows_max).await? {
            Some(rows) => Observations::Held(Desk::with("observation", &rows)?),
            None => Observations::Published(session),
        };
        Ok(Court { observations, picked: BTreeMap::new(), file })
    }
}

/// Where the cells of a claim are picked from.
enum Observations {
    /// The table itself, where it is too large to be held.
    Published(Session),
    Held(Desk),
}

/// The table and what has been read from it for the claims so far.
struct Court<'a> {
    observations: Observations,
    /// Condition -> every vintage of the cells it picks.
    picked: BTreeMap<String, Rows>,
    file: &'a ClaimsFile,
}

impl Court<'_> {
    async fn judge(&mut self, claim: &Claim) -> Result<Verdict, Error> {
        let mut verdict = Verdict {
            id: claim.id.clone(),
            verdict: Word::OutOfScope,
            statement: claim.statement.clone(),
            published: claim.published.clone(),
            then: None,
            now: None,
            readings: Vec::new(),
            notes: claim.notes.clone(),
            cells: Vec::new(),
        };
        let readings = match &claim.test {
            Test::OutOfScope(why) => {
                verdict.notes.insert(0, why.clone());
                return Ok(verdict);
            }
            Test::Readings(readings) => readings,
        };
        let mut used = Used::default();
        for reading in readings {
            let judged = self.judge_reading(claim, reading, &mut used).await?;
            verdict.readings.push(judged);
        }
        let words: Vec<Word> = verdict.readings.iter().map(|reading| reading.verdict).collect();
        verdict.verdict = Word::of_claim(&words);
        let first = verdict.readings.iter().find(|reading| reading.then.is_some());
        verdict.then = first.and_then(|reading| reading.then.clone());
        verdict.now = first.and_then(|reading| reading.now.clone());
        verdict.cells = used.cells;
        Ok(verdict)
    }

    async fn judge_reading(
        &mut self,
        claim: &Claim,
        reading: &Reading,
        used: &mut Used,
    ) -> Result<ReadingVerdict, Error> {
        let mut judged = ReadingVerdict {
            name: reading.name.clone(),
            verdict: Word::NotYetComputable,
            expected: String::new(),
            then: None,
            now: None,
            sql: None,
            sql_now: None,
            notes: reading.notes.clone(),
        };
        let (expected, then, now) = match &reading.ask {
            Ask::Needs(missing) => {
                judged.notes.insert(0, format!("needs {missing}"));
                return Ok(judged);
            }
            Ask::Computed { expected, then, now } => (expected, then, now.as_ref()),
        };
        judged.expected = expected.text();
        judged.sql = Some(then.for_people());
        judged.sql_now = now.map(Query::for_people);
        let AsOf::At(at) = self.file.as_of else { return Ok(judged) };

        let old = at_the_time(&self.cells(then).await?, at)?;
        let old_rows = ordered(&old)?;
        let figure = Self::compute(then, &old).await?;
        match &figure {
            Figure::Value(value) => {
                judged.then = Some(expected.outcome(*value));
                judged.notes.extend(dated(&old_rows, at, self.file));
                judged.notes.extend(other_money(&old_rows, claim));
            }
            Figure::None(why) => judged.notes.push(why.clone()),
        }
        used.add(&old_rows, &reading.name);

        let asked = now.unwrap_or(then);
        let new = standing(&self.cells(asked).await?)?;
        let unchanged = now.is_none() && new.batches == old.batches;
        let today = if unchanged { figure } else { Self::compute(asked, &new).await? };
        match today {
            Figure::Value(value) => judged.now = Some(expected.outcome(value)),
            Figure::None(why) if judged.then.is_some() => {
                judged.notes.push(format!("today: {why}"));
            }
            Figure::None(_) => {}
        }
        if !unchanged {
            used.add(&ordered(&new)?, &reading.name);
        }
        judged.verdict = Word::of_reading(met(judged.then.as_ref()), met(judged.now.as_ref()));
        Ok(judged)
    }

    /// Every vintage of the cells a query picks.
    async fn cells(&mut self, query: &Query) -> Result<Rows, Error> {
        let condition = &query.cells;
        if let Some(rows) = self.picked.get(condition) {
            return Ok(rows.clone());
        }
        let columns = published_row::columns();
        let text = format!("select {columns} from observation where ({condition})");
        let rows = match &self.observations {
            Observations::Published(session) => session.sql(&text).await?,
            Observations::Held(desk) => desk.ask(&text).await?,
        };
        self.picked.insert(condition.clone(), rows.clone());
        Ok(rows)
    }

    async fn compute(query: &Query, cells: &Rows) -> Result<Figure, Error> {
        let count = cells.row_count();
        if count == 0 {
            return Ok(Figure::None(format!("no cell held where {}", one_line(&query.cells))));
        }
        if let Some(expected) = query.cell_count.filter(|expected| *expected != count) {
            let condition = one_line(&query.cells);
            return Ok(Figure::None(format!(
                "got {count} cells, expected {expected}, where {condition}"
            )));
        }
        let answer = match Desk::with("cell", cells)?.ask(&query.sql).await {
            Err(Error::Arithmetic { message }) => return Ok(Figure::None(message)),
            answer => answer?,
        };
        let place = answer.column_names().iter().position(|name| *name == "value");
        let question = |message: String| Error::Question {
            message: format!("{message}\n  in: {}", one_line(&query.sql)),
        };
        let place = place.ok_or_else(|| question("the answer has no column `value`".to_owned()))?;
        if answer.schema.field(place).data_type().is_floating() {
            return Err(question("got a float, expected a decimal or a whole number".to_owned()));
        }
        let mut rows = answer.texts()?;
        if rows.len() > 1 {
            return Err(question(format!("got {} rows, expected one", rows.len())));
        }
        match rows.pop().and_then(|mut row| row.swap_remove(place)) {
            None => Ok(Figure::None("the cells held do not give the figure".to_owned())),
            Some(text) => match exact(&text) {
                Some(value) => Ok(Figure::Value(value)),
                None => Err(question(format!("got `{text}`, expected a number"))),
            },
        }
    }
}

/// In the order of published rows, however they were read.
fn ordered(rows: &Rows) -> Result<Vec<PublishedRow>, Error> {
    let mut rows = PublishedRow::all(rows)?;
    rows.sort_by(|a, b| {
        let key = |row: &PublishedRow| (row.period_start, row.period_end, row.revision);
        a.series.cmp(&b.series).then_with(|| key(a).cmp(&key(b)))
    });
    Ok(rows)
}

fn met(outcome: Option<&Outcome>) -> Option<bool> {
    outcome.map(|outcome| outcome.as_printed)
}

/// A table up to this size is read once and held, not once per condition.
const HELD_ROWS_MAX: usize = 100_000;

/// What a query came to.
enum Figure {
    Value(i128),
    /// Why there is none.
    None(String),
}

/// Says where the vintage tested is later than the article.
fn dated(rows: &[PublishedRow], at: Timestamp, file: &ClaimsFile) -> Option<String> {
    let late: Vec<&PublishedRow> = rows.iter().filter(|row| row.released_at > at).collect();
    if late.is_empty() {
        return None;
    }
    let releases: BTreeSet<&str> = late.iter().map(|row| row.release.as_str()).collect();
    let releases = releases.into_iter().collect::<Vec<_>>().join(", ");
    let (some, all, date) = (late.len(), rows.len(), file.date);
    Some(if some == all {
        format!(
            "nothing held was released by {date}: tested on the earliest vintage held, {releases}"
        )
    } else {
        format!(
            "{some} of {all} cells held were released after {date}, their earliest vintage is taken: {releases}"
        )
    })
}

/// Says where a claim in one money is tested in another.
fn other_money(rows: &[PublishedRow], claim: &Claim) -> Option<String> {
    let wanted = claim.currency.as_deref()?;
    let held: BTreeSet<&str> = rows
        .iter()
        .map(|row| row.series.get(Concept::Currency))
        .filter(|currency| *currency != "_Z")
        .collect();
    if held.is_empty() || held.contains(wanted) {
        return None;
    }
    let held = held.into_iter().collect::<Vec<_>>().join(", ");
    Some(format!("only {held} held for a claim in {wanted}: tested in {held}"))
}

fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

impl Query {
    /// The same question for `portbook sql`, with `--as-of` where it is about the past.
    fn for_people(&self) -> String {
        let (cells, sql) = (one_line(&self.cells), one_line(&self.sql));
        format!("with cell as (select * from latest where ({cells})) {sql}")
    }
}

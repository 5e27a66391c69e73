//! A claim, down to its cells: each reading as of the article's day, and today where that differs.

use std::collections::BTreeMap;

use super::{Court, Figure as Came, Observations};
use crate::as_of::AsOf;
use crate::claims::expected::{Expected, exact};
use crate::claims::file::{Ask, Claim, ClaimsFile, Query, Test};
use crate::claims::vintage::{at_the_time, standing};
use crate::derived::{Cells, Derived, Figure};
use crate::error::Error;
use crate::rows::Rows;
use crate::table::{Desk, Table};

impl Table {
    /// Follows one claim of a file to its cells.
    ///
    /// # Errors
    /// `NoSuchClaim` with the ids there are.
    pub async fn derive_claim(&self, file: &ClaimsFile, id: &str) -> Result<Derived, Error> {
        let Some(claim) = file.claims.iter().find(|claim| claim.id == id) else {
            let known: Vec<&str> = file.claims.iter().map(|claim| claim.id.as_str()).collect();
            let known = known.join(", ");
            return Err(Error::NoSuchClaim { got: id.to_owned(), known });
        };
        let session = self.session(AsOf::Everything).await?;
        let observations = Observations::Published(session);
        Court { observations, picked: BTreeMap::new(), file }.derive(claim).await
    }
}

fn title(claim: &Claim) -> String {
    format!("{}: {}: {}", claim.id, claim.statement, claim.published)
}

impl Court<'_> {
    /// Follows a claim to its cells.
    pub(super) async fn derive(&mut self, claim: &Claim) -> Result<Derived, Error> {
        let mut cells = Cells::default();
        let mut figures = Vec::new();
        match &claim.test {
            Test::OutOfScope(why) => {
                figures.push(Figure { notes: vec![why.clone()], ..Figure::default() });
            }
            Test::Readings(readings) => {
                for reading in readings {
                    self.follow(&reading.name, &reading.ask, &mut cells, &mut figures).await?;
                }
            }
        }
        Ok(Derived { title: title(claim), figures, cells: cells.rows })
    }

    /// The figures of one reading.
    async fn follow(
        &mut self,
        name: &str,
        ask: &Ask,
        cells: &mut Cells,
        figures: &mut Vec<Figure>,
    ) -> Result<(), Error> {
        let (expected, then, now) = match ask {
            Ask::Needs(missing) => {
                let notes = vec![format!("needs {missing}")];
                figures.push(Figure { name: name.to_owned(), notes, ..Figure::default() });
                return Ok(());
            }
            Ask::Computed { expected, then, now } => (expected, then, now.as_ref()),
        };
        let AsOf::At(at) = self.file.as_of else { return Ok(()) };
        let old = at_the_time(&self.cells(then).await?, at)?;
        let as_of = format!("{name}, as of {}", self.file.date);
        figures.push(figure(as_of, then, &old, expected, cells).await?);
        let asked = now.unwrap_or(then);
        let new = standing(&self.cells(asked).await?)?;
        if now.is_some() || new.batches != old.batches {
            figures.push(figure(format!("{name}, today"), asked, &new, expected, cells).await?);
        }
        Ok(())
    }
}

async fn figure(
    name: String,
    query: &Query,
    rows: &Rows,
    expected: &Expected,
    cells: &mut Cells,
) -> Result<Figure, Error> {
    // Whether it can be computed at all is judged where the claim is.
    if let Came::None(why) = Court::compute(query, rows).await? {
        return Ok(Figure { name, notes: vec![why], ..Figure::default() });
    }
    let mut figure = Desk::with("cell", rows)?.follow(&query.sql, cells).await?;
    let value = figure.answer.iter().find(|(column, _)| column == "value");
    let value = value.and_then(|(_, value)| exact(value.as_deref()?));
    figure.name = name;
    figure.sql = query.for_people();
    figure.outcome = value.map(|value| expected.outcome(value));
    figure.expected = Some(expected.text());
    Ok(figure)
}

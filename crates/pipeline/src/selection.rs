//! Rows of one commit, selected by a question: written as a file, or counted for a citation. The
//! same question to the same commit gives the same rows in the same order, so the same bytes.

use std::path::Path;

use jiff::Timestamp;
use portbook_export::cited::{Cited, Datasets, Question, Which};
use portbook_export::file::{Counted, File, Form};
use portbook_export::provenance::{LeftOut, Provenance, SourceTold};
use portbook_model::concept::Concept;
use portbook_model::digest::Digest;
use portbook_model::licence::Redistribution;
use portbook_publish::record::{self, Commit};
use portbook_publish::restore_view;
use portbook_query::as_of::{AsOf, View};
use portbook_query::table::{Session, Table};
use portbook_schema::observation;

use crate::diff::commit;
use crate::error::Error;

/// What was made with the commit, in its view.
const SUMS: &str = "SHA256SUMS";

/// Rows that are named, not yet read.
pub struct Selection {
    session: Session,
    /// Of the rows, in their order.
    text: String,
    pub provenance: Provenance,
}

impl Selection {
    /// The rows of a commit, or of the one that stands.
    ///
    /// # Errors
    /// `NotPublished` and `NoSuchCommit`; `Query` where the question is none.
    pub async fn of(output: &Path, number: Option<u64>, asked: Question) -> Result<Self, Error> {
        let commit = match number {
            Some(number) => commit(output, number)?,
            None => record::current(output)?
                .ok_or_else(|| Error::NotPublished { output: output.to_owned() })?,
        };
        let cited = Cited {
            commit: commit.commit,
            digest: commit.digest()?,
            tables: tables(&commit),
            question: asked,
            answer: None,
        };
        Self::at(output, &commit, cited).await
    }

    /// The rows that are cited: of that commit, or of another with the same tables, as one is that
    /// was reproduced elsewhere.
    ///
    /// # Errors
    /// `NotCitedHere` where the folder holds neither.
    pub async fn cited(output: &Path, cited: &Cited) -> Result<Self, Error> {
        let held = record::numbers(output)?;
        let mut found = None;
        if held.contains(&cited.commit) {
            found = Some(record::read(output, cited.commit)?);
        }
        if !found.as_ref().is_some_and(|held| held.digest().is_ok_and(|of| of == cited.digest)) {
            found = None;
            for number in held.into_iter().rev().filter(|_| cited.tables.is_some()) {
                let commit = record::read(output, number)?;
                if tables(&commit) == cited.tables {
                    found = Some(commit);
                    break;
                }
            }
        }
        let commit = found.ok_or_else(|| Error::NotCitedHere {
            output: output.to_owned(),
            commit: cited.commit,
            digest: cited.digest,
        })?;
        let asked = Cited { answer: None, ..cited.clone() };
        Self::at(output, &commit, asked).await
    }

    async fn at(output: &Path, commit: &Commit, cited: Cited) -> Result<Self, Error> {
        restore_view(output, commit)?;
        let Question { condition, as_of, known_at, rows, datasets } = &cited.question;
        let instant =
            |text: &Option<String>| text.as_deref().map_or(Ok(AsOf::Everything), str::parse);
        let view = View { as_of: instant(as_of)?, known_at: instant(known_at)? };
        let session = Table::of_commit(output, commit.commit)?.session(view).await?;
        if *datasets == Datasets::Redistributable && !session.has("dataset") {
            return Err(Error::TermsUnknown { commit: commit.commit });
        }
        let from = match rows {
            Which::Latest => "latest",
            Which::Vintages => "observation",
        };
        // A comment at the end of a condition ends with its line.
        let asked = condition.as_ref().map_or("true".to_owned(), |said| format!("({said}\n)"));
        let left_out = match datasets {
            Datasets::All => Vec::new(),
            Datasets::Redistributable => left_out(&session, from, &asked).await?,
        };
        let chosen = match datasets {
            Datasets::All => asked,
            Datasets::Redistributable => format!(
                "{asked} and concat(source, '/', dataset) in (select concat(source, '/', dataset) \
                 from dataset where redistribute in ({}))",
                open()
            ),
        };
        let provenance = Provenance {
            cited,
            program: commit.program.clone(),
            released_at: released_at(&session, from, &chosen).await?,
            sources: sources(&session, from, &chosen).await?,
            left_out,
        };
        Ok(Self { text: in_order(from, &chosen), session, provenance })
    }

    /// Writes the rows in the form that the file's name asks for.
    ///
    /// # Errors
    /// `Export` for a name that ends otherwise, or more rows than the form takes.
    pub async fn write(&self, to: &Path) -> Result<u64, Error> {
        Form::of(to)?;
        let mut rows = self.session.stream(&self.text).await?;
        let mut file = File::begin(to, rows.schema(), self.provenance.clone())?;
        while let Some(batch) = rows.next().await? {
            file.push(&batch)?;
        }
        Ok(file.finish()?)
    }

    /// How many rows there are, and the digest of them as CSV.
    ///
    /// # Errors
    /// Where they cannot be read.
    pub async fn count(&self) -> Result<(u64, Digest), Error> {
        let mut rows = self.session.stream(&self.text).await?;
        let mut counted = Counted::begin(rows.schema())?;
        while let Some(batch) = rows.next().await? {
            counted.push(&batch)?;
        }
        Ok(counted.finish()?)
    }
}

/// Digest of what names the tables of a commit; older commits have none.
fn tables(commit: &Commit) -> Option<Digest> {
    commit.files.iter().find(|file| file.view == SUMS).map(|file| file.digest)
}

/// The published columns and the series id, in the one order that does not depend on files.
fn in_order(from: &str, chosen: &str) -> String {
    let series = Concept::ALL.into_iter().map(Concept::name);
    let key: Vec<&str> =
        series.clone().chain(["period_start", "period_end", "released_at"]).collect();
    let columns = observation::columns();
    let columns: Vec<&str> =
        series.chain(columns.iter().map(|column| column.name)).chain(["series_id"]).collect();
    let quoted = |names: &[&str]| {
        names.iter().map(|name| format!("\"{name}\"")).collect::<Vec<_>>().join(", ")
    };
    format!("select {} from {from} where {chosen} order by {}", quoted(&columns), quoted(&key))
}

fn open() -> String {
    let open = Redistribution::ALL.into_iter().filter(|terms| terms.is_open());
    open.map(|terms| format!("'{terms}'")).collect::<Vec<_>>().join(", ")
}

async fn texts(session: &Session, text: &str) -> Result<Vec<Vec<String>>, Error> {
    let rows = session.sql(text).await?.texts()?;
    Ok(rows
        .into_iter()
        .map(|row| row.into_iter().map(Option::unwrap_or_default).collect())
        .collect())
}

/// Datasets that were asked for and may not be passed on.
async fn left_out(session: &Session, from: &str, asked: &str) -> Result<Vec<LeftOut>, Error> {
    let text = format!(
        "select asked.source, asked.dataset, coalesce(terms.redistribute, 'no') \
         from (select distinct source, dataset from {from} where {asked}) asked \
         left join dataset terms on terms.source = asked.source and terms.dataset = asked.dataset \
         where coalesce(terms.redistribute, 'no') not in ({}) order by 1, 2",
        open()
    );
    let rows = texts(session, &text).await?.into_iter();
    let rows = rows.filter_map(|row| <[String; 3]>::try_from(row).ok());
    Ok(rows
        .map(|[source, dataset, redistribute]| LeftOut { source, dataset, redistribute })
        .collect())
}

async fn released_at(
    session: &Session,
    from: &str,
    chosen: &str,
) -> Result<Option<Timestamp>, Error> {
    let text = format!("select max(released_at) from {from} where {chosen}");
    let told = texts(session, &text).await?.pop().and_then(|mut row| row.pop());
    Ok(told.and_then(|told| told.parse().ok()))
}

/// The sources of these rows, with what must be said when they are used.
async fn sources(session: &Session, from: &str, chosen: &str) -> Result<Vec<SourceTold>, Error> {
    // Older commits do not say what may be passed on.
    let terms = if session.has("dataset") {
        "(select source, max(redistribute) redistribute from dataset group by source)"
    } else {
        "(select code as source, '' as redistribute from source)"
    };
    let text = format!(
        "select s.code, s.name, s.publisher, s.homepage, s.licence, s.licence_stated, terms.redistribute \
         from source s join (select distinct source from {from} where {chosen}) used \
         on used.source = s.code left join {terms} terms on terms.source = s.code order by 1"
    );
    let rows = texts(session, &text).await?.into_iter();
    let rows = rows.filter_map(|row| <[String; 7]>::try_from(row).ok());
    Ok(rows
        .map(|[source, title, publisher, homepage, licence, licence_stated, redistribute]| {
            SourceTold { source, title, publisher, homepage, licence, licence_stated, redistribute }
        })
        .collect())
}

//! The claims of an article, computed: verdicts, arithmetic and cells as the page tells them.

use std::collections::BTreeSet;
use std::path::Path;

use portbook_catalog::facts::{Article, Came, Cell, Claim, Figure, Reading, Step, Term};
use portbook_model::amount::{Amount, Marks};
use portbook_model::concept::Concept;
use portbook_query::claims::expected::Op;
use portbook_query::claims::file::{Ask, Claim as Asked, ClaimsFile, Test};
use portbook_query::claims::{Outcome, ReadingVerdict, Verdict, Word};
use portbook_query::derived::text::{headline, signed};
use portbook_query::derived::{self, Derived};
use portbook_query::published_row::PublishedRow;
use portbook_query::table::Table;

use crate::error::Error;

/// Terms of one sum that are told.
const TERMS_MAX: usize = 40;

/// An article, tested on the sources that are published. A claim that asks none of them is not put to
/// the table: it cannot be computed.
pub(super) async fn article(
    output: &Path,
    name: &str,
    file: &ClaimsFile,
    published: &BTreeSet<&str>,
) -> Result<Article, Error> {
    let is_asked = |claim: &&Asked| published.iter().any(|source| claim.asks(source));
    let asked: Vec<Asked> = file.claims.iter().filter(is_asked).cloned().collect();
    let asked = ClaimsFile { claims: asked, ..file.clone() };
    let mut followed = Table::open(output)?.claims_followed(&asked).await?.into_iter();
    let claims =
        file.claims.iter().map(|of| match is_asked(&of).then(|| followed.next()).flatten() {
            Some((verdict, derived)) => claim(&of.test, verdict, &derived),
            None => unasked(of),
        });
    Ok(Article {
        name: name.to_owned(),
        title: file.title.clone(),
        date: file.date.to_string(),
        claims: claims.collect(),
    })
}

fn unasked(of: &Asked) -> Claim {
    let (word, why) = match &of.test {
        Test::OutOfScope(why) => (Word::OutOfScope, why.clone()),
        Test::Readings(_) => {
            (Word::NotYetComputable, "none of the sources it asks is published here".to_owned())
        }
    };
    Claim {
        id: of.id.clone(),
        verdict: word.text().to_owned(),
        statement: of.statement.clone(),
        published: of.published.clone(),
        notes: std::iter::once(why).chain(of.notes.iter().cloned()).collect(),
        ..Claim::default()
    }
}

fn claim(test: &Test, verdict: Verdict, derived: &Derived) -> Claim {
    let mut figures = derived.figures.iter().peekable();
    let asks: Vec<&Ask> = match test {
        Test::Readings(readings) => readings.iter().map(|reading| &reading.ask).collect(),
        Test::OutOfScope(_) => Vec::new(),
    };
    let readings = verdict.readings.into_iter().enumerate().map(|(at, judged)| {
        let mut own = Vec::new();
        // One figure as of the article's day, or why there is none; another of today if it differs.
        let ours = |figure: &&derived::Figure| figure.name.starts_with(&judged.name);
        while own.len() < 2
            && let Some(next) = figures.next_if(ours)
        {
            own.push(figure(next));
        }
        own.retain(|figure: &Figure| !figure.sql.is_empty());
        reading(judged, asks.get(at).copied(), own)
    });
    Claim {
        readings: readings.collect(),
        id: verdict.id,
        verdict: verdict.verdict.text().to_owned(),
        statement: verdict.statement,
        published: verdict.published,
        then: verdict.then.as_ref().map(came),
        now: verdict.now.as_ref().map(came),
        notes: verdict.notes,
        cells: derived.cells.iter().map(cell).collect(),
    }
}

fn reading(judged: ReadingVerdict, ask: Option<&Ask>, figures: Vec<Figure>) -> Reading {
    let band = match ask {
        Some(Ask::Computed { expected, .. }) if expected.op == Op::Rounded => {
            let half = expected.rounding / 2;
            Some([expected.value - half, expected.value + half])
        }
        Some(Ask::Computed { .. } | Ask::Needs(_)) | None => None,
    };
    Reading {
        name: judged.name,
        verdict: judged.verdict.text().to_owned(),
        expected: judged.expected,
        band,
        then: judged.then.as_ref().map(came),
        now: judged.now.as_ref().map(came),
        notes: judged.notes,
        figures,
    }
}

fn came(outcome: &Outcome) -> Came {
    let amount = Amount::parse(&outcome.value, Marks { decimal: '.', grouping: None }).ok();
    Came {
        value: amount.and_then(|amount| amount.base(0)).map_or(0, |(value, _)| value),
        unit: outcome.unit.clone(),
        text: outcome.text.clone(),
        as_printed: outcome.as_printed,
    }
}

fn figure(figure: &derived::Figure) -> Figure {
    let steps = figure.steps.iter().map(|step| Step {
        headline: headline(step),
        terms: step
            .terms
            .iter()
            .take(TERMS_MAX)
            .map(|term| Term { value: signed(&term.value), cells: term.cells.clone() })
            .collect(),
        left_out: step.terms.len().saturating_sub(TERMS_MAX),
    });
    Figure { name: figure.name.clone(), sql: figure.sql.clone(), steps: steps.collect() }
}

fn cell(row: &PublishedRow) -> Cell {
    let of = |concept| row.series.get(concept).to_owned();
    Cell {
        source: of(Concept::Source),
        dataset: of(Concept::Dataset),
        series: row.series.id(),
        release: row.release.clone(),
        released_at: row.released_at.to_string(),
        snapshot: row.snapshot.clone(),
        address: row.address.clone(),
        time_period: row.time_period.clone(),
        period_kind: of(Concept::PeriodKind),
        value: row.value_text(),
        unit: of(Concept::UnitMeasure),
        printed: row.printed(),
    }
}

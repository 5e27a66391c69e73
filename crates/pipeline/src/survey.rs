//! What a file is, without a run: who reads it, its cells, what the sources make of it, what it
//! costs. For folders of files of every kind, where a table of outcomes is the question.

use std::path::Path;
use std::time::{Duration, Instant};

use jiff::Timestamp;
use portbook_model::digest::Digest;
use portbook_model::print::Print;
use portbook_normalize::release::Occasion;
use portbook_parse::limits::Limits;
use portbook_parse::raw::{Head, each_cell, heads};
use portbook_parse::read::contents::Contents;
use portbook_parse::sniff::{Format, sniff};
use portbook_source::load::Source;

use crate::error::Error;
use crate::parser::{Parser, peak_bytes};
use crate::printed;

/// What one file came to.
#[derive(Debug)]
pub struct Survey {
    pub bytes: usize,
    /// What the first bytes look like.
    pub seen: Format,
    pub outcome: Outcome,
    /// Time until the parser process was up.
    pub start: Duration,
    /// From asking it for the file to having its cells.
    pub read: Duration,
    /// The same, and of the layouts of the sources.
    pub wall: Duration,
    /// Most memory the parser process held, or this one while the layouts were tried, bytes; `None`
    /// where the system does not tell.
    pub memory_bytes: Option<u64>,
}

#[derive(Debug)]
pub enum Outcome {
    Read {
        heads: Vec<Head>,
        /// Cells that are not blank, of all tables and members.
        cells: u64,
        /// What the sources whose layouts recognise it make of it; most files are nobody's.
        observations: Vec<Observed>,
    },
    Refused {
        /// Of the closed list of refusals.
        kind: &'static str,
        reason: String,
    },
}

/// What one source made of a file.
#[derive(Debug)]
pub struct Observed {
    pub source: String,
    /// Value cells of the tables that its layouts took.
    pub value_cells: u64,
    pub rows: u64,
    pub controls: u64,
    /// By a written rule.
    pub ignored: u64,
    pub refused: u64,
    pub issues: u64,
    /// Value cells that are neither rows nor controls nor ignored nor refused: always 0, or a
    /// cell was lost.
    pub lost: i64,
}

/// Surveys the bytes of one file in a process of its own.
///
/// # Errors
/// Only where this machine fails; whatever is wrong with the file is the outcome.
pub fn survey(
    file: &Path,
    bytes: &[u8],
    sources: &[Source],
    now: Timestamp,
    parser: &Parser,
) -> Result<Survey, Error> {
    let (contents, cost) = parser.measure(bytes, None)?;
    let mut layouts = None;
    let outcome = match contents.and_then(|contents| Ok((cell_count(&contents)?, contents))) {
        Ok((cells, contents)) => {
            // Where the peak cannot be forgotten, what was held before counts as well.
            let _ = fs_err::write("/proc/self/clear_refs", "5");
            let begun = Instant::now();
            let observations = observed(file, bytes, &contents, sources, now);
            layouts = Some((begun.elapsed(), peak_bytes("self")));
            Outcome::Read { heads: heads(&contents), cells, observations }
        }
        Err(error) => Outcome::Refused { kind: error.kind().name(), reason: error.to_string() },
    };
    let seen = sniff(bytes, None);
    let (layouts_wall, layouts_bytes) = layouts.unwrap_or_default();
    Ok(Survey {
        bytes: bytes.len(),
        seen,
        outcome,
        start: cost.start,
        read: cost.wall,
        wall: cost.wall + layouts_wall,
        memory_bytes: cost.memory_bytes.max(layouts_bytes),
    })
}

fn cell_count(contents: &Contents) -> Result<u64, portbook_parse::error::Error> {
    let mut count = 0;
    each_cell(contents, &Limits::standard(), &mut |cell| count += u64::from(cell.kind != "blank"))?;
    Ok(count)
}

fn observed(
    file: &Path,
    bytes: &[u8],
    contents: &Contents,
    sources: &[Source],
    now: Timestamp,
) -> Vec<Observed> {
    let occasion = Occasion {
        file: file.to_string_lossy().into_owned(),
        snapshot: Digest::of(bytes),
        bytes: bytes.len() as u64,
        captured_at: now,
        listed_period: None,
        listed_date: None,
        period_fallback: Some("local".to_owned()),
    };
    let read = sources.iter().filter_map(|source| {
        let printed = printed::interpreted(contents, None, source, &occasion).ok()?;
        let prints = printed.prints.as_slice();
        let sum = |of: &dyn Fn(&Print) -> u64| prints.iter().map(of).sum();
        (!prints.is_empty()).then(|| Observed {
            source: source.id.clone(),
            value_cells: sum(&|print| print.value_cells),
            rows: sum(&|print| print.rows.len() as u64),
            controls: sum(&|print| print.controls.len() as u64),
            ignored: sum(&|print| print.ignored_cells),
            refused: sum(&|print| print.refused_cells),
            issues: sum(&|print| print.issues.len() as u64),
            lost: prints.iter().map(lost).sum(),
        })
    });
    read.collect()
}

/// Contract 9, before anything is held or restated.
fn lost(print: &Print) -> i64 {
    let kept = print.rows.len() as u64 + print.controls.len() as u64;
    let accounted = kept + print.ignored_cells + print.refused_cells;
    i64::try_from(print.value_cells).unwrap_or(i64::MAX)
        - i64::try_from(accounted).unwrap_or(i64::MAX)
}

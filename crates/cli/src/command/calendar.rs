//! `calendar`: what is expected when and why, and how well that held.

use portbook_pipeline::calendar::backtest::{Kept, backtest};
use portbook_pipeline::calendar::{Calendar, Entry, calendar as of};

use super::settings;
use crate::arguments::{CalendarOf, Shared};
use crate::output;

pub(crate) fn calendar(shared: &Shared, asked: &CalendarOf) -> anyhow::Result<u8> {
    let settings = settings(shared)?;
    if asked.backtest {
        let kept = backtest(&settings)?;
        if shared.json {
            output::json(&serde_json::to_value(&kept)?);
        } else {
            output::print(&how_well(&kept));
        }
        return Ok(0);
    }
    let calendar = of(&settings, asked.until)?;
    if asked.ics {
        output::verbatim(&calendar.ics(settings.now.unwrap_or(settings.clock)));
    } else if shared.json {
        output::json(&serde_json::to_value(&calendar)?);
    } else {
        output::print(&when(&calendar));
    }
    Ok(0)
}

fn when(calendar: &Calendar) -> String {
    let heads = ["from", "to", "source", "dataset", "release", "why"];
    let mut rows = vec![heads.map(str::to_owned).to_vec()];
    for Entry { source, dataset, period, first, last, why, overdue, .. } in &calendar.expected {
        let why = if *overdue { format!("overdue: {why}") } else { why.clone() };
        let (first, last) = (first.to_string(), last.to_string());
        rows.push(vec![first, last, source.clone(), dataset.clone(), period.clone(), why]);
    }
    let mut text = output::columns(&rows, &[]);
    for gone in &calendar.ran_out {
        text.push_str(&format!(
            "{}: the last date that was announced is {}, now they have run out\n",
            gone.source, gone.last
        ));
    }
    for unsaid in &calendar.unsaid {
        text.push_str(&format!("{} {}: {}\n", unsaid.source, unsaid.dataset, unsaid.why));
    }
    text
}

fn how_well(kept: &[Kept]) -> String {
    let heads = [
        "source",
        "dataset",
        "releases",
        "in window",
        "early",
        "late",
        "announced",
        "learned",
        "formula",
        "watched",
        "hours",
        "most",
        "requests",
    ];
    let mut rows = vec![heads.map(str::to_owned).to_vec()];
    for kept in kept {
        let hours = |hours: Option<i64>| hours.map_or("–".to_owned(), |hours| hours.to_string());
        let counts = [
            kept.releases,
            kept.in_window,
            kept.early,
            kept.late,
            kept.announced,
            kept.learned,
            kept.formula,
            kept.watched,
        ];
        let mut row = vec![kept.source.clone(), kept.dataset.clone()];
        row.extend(counts.map(|count| count.to_string()));
        row.extend([hours(kept.hours_median), hours(kept.hours_most)]);
        let tenths = kept.requests * 10 / kept.releases.max(1);
        row.push(format!("{}.{}", tenths / 10, tenths % 10));
        rows.push(row);
    }
    output::columns(&rows, &[2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12])
}

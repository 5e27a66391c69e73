//! What each night did: what was asked and came, what was revised, what is held.

use super::{Made, held};
use crate::facts::{Facts, Run, RunLine};
use crate::html::{Page, Part, Text};
use crate::place::{dataset_page, held_page};
use crate::words::count;

/// Runs that are listed, the newest.
const RUNS_MAX: usize = 100;
/// Of which so many are told in full.
const TOLD_MAX: usize = 20;
/// Reasons of a dataset that are told.
const REASONS_MAX: usize = 3;

/// What an exit code says.
fn outcome(run: &Run) -> &'static str {
    match (run.state.as_str(), run.exit_code) {
        ("running", _) => "did not end",
        ("stopped", _) => "stopped at an error",
        (_, 0) => "all well",
        (_, 10) => "something is held or late",
        (_, 11) => "a source or a sink failed",
        (_, 75) => "nobody answered",
        (_, _) => "ended otherwise",
    }
}

/// The page of all runs; `known` are the datasets that have pages.
pub(crate) fn page(facts: &Facts, known: &dyn Fn(&str, &str) -> bool) -> Made {
    let mut page = Page::new("Runs", 0, Some(Part::Runs));
    page.title("What each night did", "Runs");
    waiting(&mut page, facts);
    if facts.runs.is_empty() {
        page.element("p", "lead", "No run is on record here.");
    } else {
        list(&mut page, &facts.runs);
        for run in facts.runs.iter().take(TOLD_MAX).filter(|run| is_told(run)) {
            told(&mut page, run, known);
        }
    }
    Made { path: "runs.html".to_owned(), text: page.close("Made from the records of runs.") }
}

/// Releases that are held.
fn waiting(page: &mut Page, facts: &Facts) {
    page.heading("held", "Held for review");
    if facts.held.is_empty() {
        page.element("p", "", "Nothing is held: every release that came has been published.");
        return;
    }
    page.markup(format_args!("<ul>\n"));
    for one in &facts.held {
        page.markup(format_args!(
            "<li><a href=\"{}\">{}</a></li>\n",
            Text(&held_page(&one.id)),
            Text(&held::name(one))
        ));
    }
    page.markup(format_args!("</ul>\n"));
}

fn list(page: &mut Page, runs: &[Run]) {
    page.heading("runs", "Every run");
    let caption = match runs.len() {
        all if all > RUNS_MAX => format!("The newest {RUNS_MAX} of {all} runs"),
        all => count(all, "run", "runs"),
    };
    let heads = ["Begun", "Came to", "#Asked", "#New files", "#Revised", "#Commit", "Datasets"];
    page.table("runs", &caption, &heads);
    for (at, run) in runs.iter().enumerate().take(RUNS_MAX) {
        let states: Vec<String> = run
            .states
            .iter()
            .map(|(state, count)| format!("{count} {}", state.replace('_', " ")))
            .collect();
        let revised: u64 = run.lines.iter().map(|line| line.revised).sum();
        let commit = match (run.commit, run.committed) {
            (Some(commit), true) => format!("{commit}, made"),
            (Some(commit), false) => commit.to_string(),
            (None, _) => String::new(),
        };
        page.markup(format_args!(
            "<tr><th scope=\"row\">{}</th><td>{}</td><td class=\"n\">{}</td>\
             <td class=\"n\">{}</td><td class=\"n\">{}</td><td class=\"n\">{commit}</td><td>{}</td></tr>\n",
            begun(run, at < TOLD_MAX && is_told(run)),
            outcome(run),
            digits(run.asked),
            digits(run.new),
            digits(revised),
            Text(&states.join(", "))
        ));
    }
    page.close_table();
}

/// When it began, linked to what it did where that is told.
fn begun(run: &Run, told: bool) -> String {
    let minute = run.started_at.get(..16).unwrap_or(&run.started_at).replace('T', " ");
    let time = format!("<time datetime=\"{}\">{}</time>", Text(&run.started_at), Text(&minute));
    if told { format!("<a href=\"#run-{}\">{time}</a>", Text(&run.id)) } else { time }
}

fn digits(number: u64) -> String {
    crate::number::commas(&number.to_string())
}

fn is_told(run: &Run) -> bool {
    run.error.is_some() || !run.lines.is_empty()
}

fn told(page: &mut Page, run: &Run, known: &dyn Fn(&str, &str) -> bool) {
    let minute = run.started_at.get(..16).unwrap_or(&run.started_at).replace('T', " ");
    page.heading(&format!("run-{}", run.id), &format!("{minute} UTC: {}", outcome(run)));
    if let Some(error) = &run.error {
        page.element("pre", "code", error);
    }
    if run.findings > 0 {
        let told =
            count(usize::try_from(run.findings).unwrap_or(usize::MAX), "finding", "findings");
        page.element(
            "p",
            "note",
            &format!("{told} that hold nothing; the table finding has them."),
        );
    }
    if run.lines.is_empty() {
        return;
    }
    let heads = ["Dataset", "Ended", "#New figures", "#Revised", "Why"];
    page.table("run", "What it moved, and what it could not", &heads);
    for line in &run.lines {
        row(page, line, known);
    }
    page.close_table();
}

fn row(page: &mut Page, line: &RunLine, known: &dyn Fn(&str, &str) -> bool) {
    let column = line.source.replace('/', "-");
    let name = format!("{} {}", line.source, line.dataset);
    page.markup(format_args!("<tr><th scope=\"row\">"));
    if known(&column, &line.dataset) {
        let path = dataset_page(&column, &line.dataset, 1);
        page.markup(format_args!("<a href=\"{}\">{}</a>", Text(&path), Text(&name)));
    } else {
        page.markup(format_args!("{}", Text(&name)));
    }
    let mut why = line.because.iter().take(REASONS_MAX).cloned().collect::<Vec<_>>().join("; ");
    if line.because.len() > REASONS_MAX {
        why.push_str(&format!("; and {} more", line.because.len() - REASONS_MAX));
    }
    page.markup(format_args!(
        "</th><td>{}</td><td class=\"n\">{}</td><td class=\"n\">{}</td><td>{}</td></tr>\n",
        Text(&line.state.replace('_', " ")),
        digits(line.new),
        digits(line.revised),
        Text(&why)
    ));
}

//! `run`, `collect`, `build`: the path, and a report of what became of it.

use std::path::Path;

use console::style;
use portbook_bulk::error::Error as OfBulk;
use portbook_bulk::job::{Job, Outcome};
use portbook_cluster::error::Error as OfCluster;
use portbook_pipeline::catalog::claims_files;
use portbook_pipeline::run::{Half, run};
use portbook_pipeline::settings::{Elsewhere, Settings};
use portbook_pipeline::states::tally;
use portbook_pipeline::summary::{State, Summary};
use portbook_query::claims;
use portbook_query::claims::file::ClaimsFile;
use portbook_query::table::Table;
use portbook_source::load::Texts;
use portbook_store::places::Places;

use super::{catalog, settings, sink};
use crate::arguments::{Run, Shared};
use crate::places::{bring, take};
use crate::{output, progress};

/// Where claims lie unless another folder is named.
const CLAIMS: &str = "claims";

pub(crate) async fn both(shared: &Shared, places: &Places, arguments: &Run) -> anyhow::Result<u8> {
    let words = "asking sources, reading tables, publishing";
    let paced = !shared.replay || arguments.as_live;
    let elsewhere = arguments.engine.as_ref().map(ToString::to_string);
    let elsewhere = elsewhere.map(|at| Elsewhere { at, sort });
    let summary = go(shared, places, Half::Both, paced, elsewhere, words).await?;
    catalog::after_run(shared, places, &arguments.claims).await;
    let code = match arguments.skip_code {
        Some(code) if summary.is_idle() => code,
        _ => summary.exit_code,
    };
    if shared.json {
        output::json(&serde_json::to_value(&summary)?);
        return Ok(code);
    }
    output::print(&report(&summary, shared, places));
    for file in claims_files(&arguments.claims)? {
        let claims = ClaimsFile::read(&file)?;
        let verdicts = Table::open(&shared.output)?.claims(&claims).await?;
        output::print(&format!(
            "\n{}\n{}",
            style(&claims.title).bold(),
            claims::text::summary(&verdicts)
        ));
    }
    output::print(&next(&summary, shared, places));
    Ok(code)
}

pub(crate) async fn collect(shared: &Shared, places: &Places) -> anyhow::Result<u8> {
    let summary = go(shared, places, Half::Collect, false, None, "asking sources").await?;
    if shared.json {
        output::json(&serde_json::to_value(&summary)?);
    } else {
        output::print(&asked(&summary));
    }
    Ok(summary.exit_code)
}

pub(crate) async fn build(shared: &Shared, places: &Places) -> anyhow::Result<u8> {
    let words = "reading tables, publishing";
    let summary = go(shared, places, Half::Build, false, None, words).await?;
    catalog::after_run(shared, places, Path::new(CLAIMS)).await;
    if shared.json {
        output::json(&serde_json::to_value(&summary)?);
    } else {
        output::print(&report(&summary, shared, places));
    }
    Ok(summary.exit_code)
}

/// Has a cluster read and sort a file.
fn sort(at: &str, job: &Job, texts: &Texts, to: &Path) -> Result<Outcome, OfBulk> {
    let done =
        at.parse().and_then(|engine| portbook_cluster::client::sort(job, texts, to, &engine));
    done.map_err(|error| match error {
        OfCluster::Bulk(error) => error,
        other => OfBulk::Elsewhere { why: other.to_string() },
    })
}

async fn go(
    shared: &Shared,
    places: &Places,
    half: Half,
    paced: bool,
    elsewhere: Option<Elsewhere>,
    words: &str,
) -> anyhow::Result<Summary> {
    bring(places).await?;
    // With two TLS providers in the tree there is no default until one is named.
    let _ = rustls::crypto::ring::default_provider().install_default();
    let spinner = progress::spinner(words);
    let sinks = sink::nightly(shared)?;
    let summary = run(&Settings { paced, sinks, elsewhere, ..settings(shared)? }, half).await;
    spinner.finish_and_clear();
    let mut summary = summary?;
    take(places, async || {
        if half != Half::Collect {
            let built = run(&settings(shared)?, Half::Build).await?;
            let collected = std::mem::take(&mut summary.collected);
            summary = Summary { collected, ..built };
        }
        Ok(())
    })
    .await?;
    Ok(summary)
}

/// One line per dataset, then why something is held, failed or late, then the sinks.
fn report(summary: &Summary, shared: &Shared, places: &Places) -> String {
    let mut rows = vec![
        ["source", "dataset", "state", "releases", "rows", "issues"].map(str::to_owned).to_vec(),
    ];
    for line in &summary.lines {
        rows.push(vec![
            line.source.clone(),
            line.dataset.clone(),
            coloured(line.state),
            line.releases.to_string(),
            line.rows.to_string(),
            line.issues.to_string(),
        ]);
    }
    let mut text = output::columns(&rows, &[3, 4, 5]);
    for line in summary.lines.iter().filter(|line| !line.because.is_empty()) {
        text.push_str(&format!("\n{} {}: {}\n", line.source, line.dataset, line.state.words()));
        for why in &line.because {
            text.push_str(&format!("  {why}\n"));
        }
    }
    let noted = summary.collected.values().flat_map(|collected| &collected.noted);
    for noted in noted {
        text.push_str(&format!(
            "\nnoted: {} is {} ({})\n",
            noted.url,
            noted.outcome.replace('_', " "),
            noted.why
        ));
    }
    if !summary.collected.is_empty() {
        text.push('\n');
        text.push_str(&asked(summary));
    }
    let states: Vec<String> = tally(&summary.lines)
        .into_iter()
        .map(|(state, count)| format!("{count} {state}"))
        .collect();
    text.push_str(&format!("datasets: {}\n", states.join(", ")));
    for line in &summary.sinks {
        let held =
            line.commit.map_or_else(String::new, |commit| format!(", holds commit {commit}"));
        let because = line.because.as_ref().map_or_else(String::new, |why| format!(": {why}"));
        let (name, engine, state) = (&line.sink, line.engine, line.state.words());
        text.push_str(&format!("sink {name} ({engine}): {state}{held}{because}\n"));
    }
    let quarantined: u64 = summary.lines.iter().map(|line| line.quarantined).sum();
    if quarantined > 0 {
        text.push_str(&format!(
            "quarantine: {quarantined} refused cells, rows and tables, in the table `quarantine`\n"
        ));
    }
    if summary.lines.iter().any(|line| line.state == State::Held) {
        text.push_str("held releases wait for a person: portbook review\n");
    }
    let commit = summary.commit.unwrap_or_default();
    let output = output_of(shared, places);
    let wrote = match (summary.committed, summary.files_new) {
        (false, _) => {
            format!("nothing new: commit {commit} stands, nothing was written under {output}")
        }
        (true, files) => {
            format!("commit {commit}: {files} new files; {} captures read", summary.files_read)
        }
    };
    text.push_str(&wrote);
    text
}

/// Where the output lies, as it was named.
fn output_of(shared: &Shared, places: &Places) -> String {
    places.output_address().unwrap_or_else(|| shared.output.display().to_string())
}

fn asked(summary: &Summary) -> String {
    let total = |of: &dyn Fn(&portbook_pipeline::collect::Collected) -> u64| -> u64 {
        summary.collected.values().map(of).sum()
    };
    let troubles: usize = summary.collected.values().map(|c| c.troubles.len()).sum();
    let mut text = format!(
        "asked {} addresses: {} new, {} unchanged, {troubles} in trouble\n",
        total(&|c| c.asked),
        total(&|c| c.new),
        total(&|c| c.unchanged),
    );
    if summary.lines.is_empty() {
        for trouble in summary.collected.values().flat_map(|c| &c.troubles) {
            text.push_str(&format!("  {}: {} ({})\n", trouble.outcome, trouble.url, trouble.why));
        }
    }
    text
}

fn coloured(state: State) -> String {
    let words = state.words();
    match state {
        State::Published => style(words).green().to_string(),
        State::Held | State::Overdue => style(words).yellow().to_string(),
        State::Failed => style(words).red().to_string(),
        State::Unchanged | State::NotDue | State::Paused => words.to_owned(),
    }
}

/// Where the Parquet is, and what to try.
fn next(summary: &Summary, shared: &Shared, places: &Places) -> String {
    let mut program = std::env::args().next().unwrap_or_else(|| "portbook".to_owned());
    let archive = || shared.archive.display().to_string();
    let archive = places.archive_address().unwrap_or_else(archive);
    let output = output_of(shared, places);
    for (option, place, usual) in
        [("--archive", &archive, "archive"), ("--output", &output, "output")]
    {
        if place != usual {
            program.push_str(&format!(" {option} {place}"));
        }
    }
    let (form, there) = match places.output_address() {
        Some(address) => ("Delta", address),
        None => ("Parquet", format!("{output}/current/observation/**/*.parquet")),
    };
    let november = "source = 'us-census-ft900' and dataset = 'exhibit-12' and trade_flow = 'X' \
                    and measure = 'VALUE' and period_kind = 'month' and time_period = '2025-11'";
    format!(
        "\n{}: {} (commit {})\n\ntry next\n  {program} sql --as-of 2026-02-01 \"select obs_value, release from latest where {november}\"\n  \
         {program} explain --where \"{november}\"\n  {program} claims",
        style(form).bold(),
        there,
        summary.commit.unwrap_or_default(),
    )
}

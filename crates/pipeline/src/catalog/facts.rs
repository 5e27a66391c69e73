//! What the pages say of sources, of what is to come, of what is held and of what each run did.

use portbook_archive::archive::Archive;
use portbook_catalog::facts::{Dataset, Expected, Facts, Held, Licence, Run, RunLine, Source};
use portbook_publish::review;
use portbook_source::load::Source as Folder;
use serde_json::Value;

use crate::calendar::why;
use crate::due;
use crate::error::Error;
use crate::memory::Memory;
use crate::settings::Settings;

/// Runs that the pages tell of, the newest.
const RUNS_MAX: usize = 400;

pub(super) fn facts(
    settings: &Settings,
    archive: &Archive,
    sources: &[Folder],
) -> Result<Facts, Error> {
    Ok(Facts {
        sources: sources.iter().map(source).collect(),
        expected: expected(archive, sources),
        held: held(settings)?,
        runs: runs(archive)?,
    })
}

fn source(folder: &Folder) -> Source {
    let dataset = |dataset: &portbook_source::dataset::Dataset| Dataset {
        name: dataset.name.clone(),
        title: dataset.title.clone(),
    };
    let readme = fs_err::read_to_string(folder.folder.join("README.md")).unwrap_or_default();
    Source {
        id: folder.id.clone(),
        column: folder.column(),
        title: folder.title.clone(),
        publisher: folder.publisher.clone(),
        homepage: folder.homepage.clone(),
        licence: Licence {
            name: folder.licence.name.clone(),
            stated: folder.licence.stated.clone(),
            allows: folder.licence.allows.clone(),
            redistribute: folder.licence.redistribute.code().to_owned(),
        },
        paused: folder.paused.clone(),
        quirks: section(&readme, "## Quirks"),
        datasets: folder.datasets.values().map(dataset).collect(),
    }
}

/// What stands below a heading of a Markdown file, up to the next one of its kind.
fn section(markdown: &str, heading: &str) -> String {
    let lines = markdown.lines().skip_while(|line| *line != heading).skip(1);
    let lines: Vec<&str> = lines.take_while(|line| !line.starts_with("## ")).collect();
    lines.join("\n").trim().to_owned()
}

/// The next release of every dataset of which something says when: as the last build left it, so
/// whatever the clock says.
fn expected(archive: &Archive, sources: &[Folder]) -> Vec<Expected> {
    let Some(memory) = Memory::of(archive) else { return Vec::new() };
    let mut all = Vec::new();
    for source in sources.iter().filter(|source| source.paused.is_none()) {
        let Some(of_source) = memory.sources.get(&source.column()) else { continue };
        for judged in &of_source.judged {
            let newest = judged.newest.as_deref();
            let next = due::expected(&source.timing, &judged.arrivals, newest);
            all.extend(next.map(|next| Expected {
                source: source.id.clone(),
                dataset: judged.dataset.clone(),
                first: next.first.to_string(),
                last: next.last.to_string(),
                why: why(source, &next),
                period: next.period,
            }));
        }
    }
    all.sort_by(|a, b| {
        let key = |of: &Expected| (of.first.clone(), of.source.clone(), of.dataset.clone());
        key(a).cmp(&key(b))
    });
    all
}

fn held(settings: &Settings) -> Result<Vec<Held>, Error> {
    let mut held = Vec::new();
    for id in review::bundles(&settings.output)?.into_keys() {
        if let Some(markdown) = review::markdown(&settings.output, &id)? {
            held.push(Held { id, markdown });
        }
    }
    Ok(held)
}

/// The records of runs, the newest first. Their names order as their times.
fn runs(archive: &Archive) -> Result<Vec<Run>, Error> {
    let folder = archive.dir().join("runs");
    if !folder.is_dir() {
        return Ok(Vec::new());
    }
    let mut records = Vec::new();
    for entry in fs_err::read_dir(&folder)? {
        let path = entry?.path();
        // Records begin with a year; what a run leaves beside them does not.
        let name = path.file_name().unwrap_or_default().to_string_lossy();
        if name.starts_with(|c: char| c.is_ascii_digit()) && name.ends_with(".json") {
            records.push(path);
        }
    }
    records.sort();
    let mut runs = Vec::new();
    for path in records.into_iter().rev().take(RUNS_MAX) {
        // The record of a run that was killed may be cut off: it says nothing.
        let record = serde_json::from_slice(&fs_err::read(&path)?);
        runs.extend(record.ok().map(|record| run(&record)));
    }
    Ok(runs)
}

fn text(value: &Value) -> String {
    value.as_str().unwrap_or_default().to_owned()
}

fn count(value: &Value) -> u64 {
    value.as_u64().unwrap_or_default()
}

/// The elements of a list, or of nothing.
fn list(value: &Value) -> &[Value] {
    value.as_array().map_or(&[], Vec::as_slice)
}

fn run(record: &Value) -> Run {
    let collected = || record["collected"].as_object().into_iter().flat_map(|all| all.values());
    let mut run = Run {
        id: text(&record["run"]),
        state: text(&record["state"]),
        started_at: text(&record["started_at"]),
        ended_at: record["ended_at"].as_str().map(str::to_owned),
        exit_code: count(&record["exit_code"]),
        commit: record["commit"].as_u64(),
        committed: record["committed"] == true,
        error: record["error"].as_str().map(str::to_owned),
        asked: collected().map(|one| count(&one["asked"])).sum(),
        new: collected().map(|one| count(&one["new"])).sum(),
        findings: count(&record["findings"]),
        ..Run::default()
    };
    for line in list(&record["lines"]) {
        *run.states.entry(text(&line["state"])).or_default() += 1;
        let judged = |what: &str| {
            let passed = list(&line["verdicts"]).iter().filter(|verdict| verdict["held"] != true);
            passed.map(|verdict| count(&verdict[what])).sum::<u64>()
        };
        let told = RunLine {
            source: text(&line["source"]),
            dataset: text(&line["dataset"]),
            state: text(&line["state"]),
            new: judged("new"),
            revised: judged("revised"),
            because: list(&line["because"]).iter().map(text).collect(),
        };
        // Of datasets that stand as they were there is nothing to tell.
        if !["unchanged", "not_due", "paused"].contains(&told.state.as_str()) {
            run.lines.push(told);
        }
    }
    run
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_section_ends_where_the_next_begins() {
        let readme = "# a\n\n## Quirks\n\n- one\n\n### Three\n- two\n\n## When it breaks\n- no\n";
        assert_eq!(section(readme, "## Quirks"), "- one\n\n### Three\n- two");
        assert_eq!(section(readme, "## Identities"), "");
    }

    #[test]
    fn a_record_is_told_by_what_it_moved() {
        let verdicts = serde_json::json!([
            { "held": false, "new": 16, "revised": 7 },
            { "held": true, "new": 9, "revised": 9 },
        ]);
        let record = serde_json::json!({
            "run": "20261130T020000Z-1", "state": "finished", "exit_code": 10, "commit": 2,
            "committed": true, "collected": { "us/a": { "asked": 3, "new": 2 } },
            "lines": [
                { "source": "us/a", "dataset": "t", "state": "held", "verdicts": verdicts,
                  "because": ["why"] },
                { "source": "us/a", "dataset": "u", "state": "unchanged" },
            ],
        });
        let run = run(&record);
        assert_eq!((run.asked, run.new, run.exit_code, run.commit), (3, 2, 10, Some(2)));
        assert_eq!(run.lines.len(), 1);
        assert_eq!((run.lines[0].new, run.lines[0].revised), (16, 7));
        assert_eq!(run.states.get("unchanged"), Some(&1));
    }
}

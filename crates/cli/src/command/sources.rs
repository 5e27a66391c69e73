//! `sources`: what the pipelines folder holds, and what is held of it.

use std::collections::{BTreeMap, BTreeSet};

use portbook_model::digest::Digest;
use portbook_pipeline::formats;
use portbook_query::as_of::AsOf;
use portbook_query::claims::file::ClaimsFile;
use portbook_query::error::Error;
use portbook_query::table::Table;
use portbook_source::load::{Source, all, ids};
use serde_json::{Value, json};

use crate::arguments::{Shared, Sources};
use crate::output;

/// Releases that a line names one by one.
const NAMED_MAX: usize = 3;

pub(crate) async fn sources(shared: &Shared, asked: &Sources) -> anyhow::Result<u8> {
    let mut ids = ids(&shared.pipelines)?;
    ids.retain(|id| shared.only.is_empty() || shared.only.contains(id));
    let sources = all(&shared.pipelines, &ids)?;
    let claims = claims(asked)?;
    let held = held(shared, &sources, &claims).await?;
    let held = |source: &Source| held.get(&source.column()).cloned().unwrap_or_default();
    if shared.json {
        output::json(&sources.iter().map(|source| in_json(source, &held(source))).collect());
    } else if asked.markdown {
        let lines = sources.iter().map(|source| markdown(source, &held(source)));
        output::verbatim(&format!("{MARKDOWN}\n{}", lines.collect::<Vec<_>>().join("\n")));
    } else {
        let headings = ["source", "freq", "formats", "releases", "rows", "claims", "publisher"];
        let mut rows = vec![headings.map(str::to_owned).to_vec()];
        rows.extend(sources.iter().map(|source| {
            let held = held(source);
            vec![
                source.id.clone(),
                frequencies(source),
                formats(&held),
                releases(&held),
                held.rows.to_string(),
                held.claims.len().to_string(),
                source.publisher.clone(),
            ]
        }));
        output::print(&output::columns(&rows, &[4, 5]));
    }
    Ok(0)
}

/// What is held of one source.
#[derive(Clone, Debug, Default)]
struct Held {
    /// Formats of the files that its rows were read from.
    formats: BTreeSet<&'static str>,
    /// What follows the colon in the ids of its releases.
    releases: BTreeSet<String>,
    rows: u64,
    /// Claims of which some reading asks it.
    claims: BTreeSet<String>,
}

/// What is held of every source, by its column; nothing where nothing is published yet.
async fn held(
    shared: &Shared,
    sources: &[Source],
    claims: &[ClaimsFile],
) -> anyhow::Result<BTreeMap<String, Held>> {
    let mut held: BTreeMap<String, Held> = BTreeMap::new();
    for source in sources {
        let column = source.column();
        let asked = claims.iter().flat_map(|file| &file.claims).filter(|claim| claim.asks(&column));
        let claims = asked.map(|claim| claim.id.clone()).collect();
        held.insert(column, Held { claims, ..Held::default() });
    }
    let table = match Table::open(&shared.output) {
        Err(Error::NotPublished { .. }) => return Ok(held),
        table => table?,
    };
    let text = "select source, release, snapshot, cast(count(*) as varchar) as rows \
                from observation group by source, release, snapshot";
    let mut snapshots: BTreeMap<String, BTreeSet<Digest>> = BTreeMap::new();
    for row in table.sql(text, AsOf::Everything).await?.texts()? {
        let row: Vec<String> = row.into_iter().map(Option::unwrap_or_default).collect();
        let [source, release, snapshot, rows] = row.as_slice() else { continue };
        let Some(of) = held.get_mut(source) else { continue };
        let period = release.split_once(':').map_or(release.as_str(), |(_, period)| period);
        of.releases.insert(period.to_owned());
        of.rows += rows.parse::<u64>()?;
        snapshots.entry(source.clone()).or_default().insert(snapshot.parse()?);
    }
    let all = snapshots.values().flatten().copied().collect();
    let formats = formats::of(&shared.archive, &all)?;
    for (source, snapshots) in snapshots {
        let of = held.entry(source).or_default();
        of.formats = snapshots.iter().filter_map(|digest| formats.get(digest).copied()).collect();
    }
    Ok(held)
}

/// Every claims file of the folder; none if there is no folder.
fn claims(asked: &Sources) -> anyhow::Result<Vec<ClaimsFile>> {
    let Ok(folder) = fs_err::read_dir(&asked.claims) else { return Ok(Vec::new()) };
    let mut files = Vec::new();
    for entry in folder {
        let path = entry?.path();
        if path.extension().is_some_and(|end| end == "toml") {
            files.push(path);
        }
    }
    files.sort();
    Ok(files.iter().map(|file| ClaimsFile::read(file)).collect::<Result<_, _>>()?)
}

/// The area of the folder: ISO 3166-1 alpha-2, `EU`, or `intl` for an international body.
fn country(source: &Source) -> String {
    let area = source.id.split('/').next().unwrap_or_default();
    if area == "intl" { area.to_owned() } else { area.to_uppercase() }
}

fn frequencies(source: &Source) -> String {
    let mut all: Vec<&str> = source.datasets.values().map(|dataset| &*dataset.freq).collect();
    all.sort_unstable();
    all.dedup();
    all.join(" ")
}

fn formats(held: &Held) -> String {
    held.formats.iter().copied().collect::<Vec<_>>().join(" ")
}

/// All, or how many from the first to the last.
fn releases(held: &Held) -> String {
    let all: Vec<&str> = held.releases.iter().map(String::as_str).collect();
    match all.as_slice() {
        [first, .., last] if all.len() > NAMED_MAX => format!("{}: {first} … {last}", all.len()),
        all => all.join(", "),
    }
}

fn in_json(source: &Source, held: &Held) -> Value {
    let datasets = source.datasets.values().map(|dataset| {
        let follows = dataset.follows.as_ref();
        let follows = follows.map(|of| format!("{}#{}", of.source, of.dataset));
        json!({
            "name": dataset.name, "title": dataset.title, "freq": dataset.freq, "follows": follows,
        })
    });
    let licence = &source.licence;
    json!({
        "id": source.id,
        "title": source.title,
        "publisher": source.publisher,
        "country": country(source),
        "homepage": source.homepage,
        "licence": { "name": licence.name, "stated": licence.stated, "allows": licence.allows,
            "redistribute": licence.redistribute },
        "datasets": datasets.collect::<Vec<_>>(),
        "formats": held.formats,
        "releases": held.releases,
        "rows": held.rows,
        "claims": held.claims,
    })
}

const MARKDOWN: &str = "\
| source | publisher | country | datasets | freq. | format | releases recorded | rows | licence | claims |
| --- | --- | --- | --- | --- | --- | --- | ---: | --- | --- |";

/// Datasets whose names begin alike up to a hyphen are one, with their number.
fn datasets(source: &Source) -> String {
    let mut families: BTreeMap<&str, Vec<&str>> = BTreeMap::new();
    for dataset in source.datasets.values() {
        let family = dataset.name.split('-').next().unwrap_or_default();
        families.entry(family).or_default().push(&dataset.name);
    }
    let names = families.into_iter().flat_map(|(family, names)| {
        if names.len() > NAMED_MAX {
            vec![format!("`{family}-…` ({})", names.len())]
        } else {
            names.into_iter().map(|name| format!("`{name}`")).collect()
        }
    });
    names.collect::<Vec<_>>().join(", ")
}

fn markdown(source: &Source, held: &Held) -> String {
    let claims: Vec<String> = held.claims.iter().map(|claim| format!("`{claim}`")).collect();
    format!(
        "| `{}` | {} | {} | {} | {} | {} | {} | {} | {} | {} |",
        source.id,
        source.publisher,
        country(source),
        datasets(source),
        frequencies(source),
        formats(held),
        releases(held),
        held.rows,
        source.licence.name,
        claims.join(", "),
    )
}

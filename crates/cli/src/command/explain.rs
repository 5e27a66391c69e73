//! `explain`: from a published number to the stored bytes, the sheet, the cell and its neighbours.

use anyhow::Context as _;
use portbook_model::digest::Digest;
use portbook_pipeline::neighbourhood::lineage;
use portbook_pipeline::printed_table::{printed_tables, write_page};
use portbook_query::explain::{Ask, EXPLAINED_MAX, text};
use portbook_query::page;
use portbook_source::load::{all, ids};
use portbook_store::places::Places;

mod derived;

use super::{clock, table, view};
use crate::arguments::{Explain, Shared};
use crate::output;
use crate::places::bring;

pub(crate) async fn explain(
    shared: &Shared,
    places: &Places,
    arguments: &Explain,
) -> anyhow::Result<u8> {
    if arguments.claim.is_some() || arguments.sql.is_some() || arguments.sum {
        // What a figure was computed from may be anywhere.
        bring(places).await?;
        return derived::derived(shared, arguments).await;
    }
    let ask = match (&arguments.key, &arguments.condition) {
        (Some(key), _) => key.parse()?,
        (None, condition) => Ask::Where(condition.clone().unwrap_or_default()),
    };
    let view = view(arguments.as_of.as_deref(), arguments.known_at.as_deref())?;
    let found = table(shared, places).await?.explain(&ask, view).await?;
    let snapshots = found.explained.iter().map(|explained| &explained.row.snapshot);
    let snapshots = snapshots.filter_map(|snapshot| snapshot.parse::<Digest>().ok()).collect();
    places.bring_bytes(&snapshots, clock()).await?;
    let sources = all(&shared.pipelines, &ids(&shared.pipelines)?)?;
    let parser = super::parser()?;
    let mut list = Vec::new();
    let mut texts = Vec::new();
    for explained in &found.explained {
        let lineage = lineage(&shared.archive, &sources, &explained.row, &parser)
            .with_context(|| format!("following {}", explained.key()))?;
        let (capture, cells) = (lineage.capture.as_ref(), lineage.neighbourhood.as_ref());
        if shared.json {
            list.push(explained.json(capture, cells));
        } else {
            texts.push(text::render(explained, capture, cells, output::width()));
        }
    }
    if let Some(file) = &arguments.html {
        let rows = page::cells_of(&found.explained);
        let tables = printed_tables(&shared.archive, &sources, &rows, &parser)?;
        write_page(file, &page::of_explained(&found.explained, &tables))?;
    }
    if shared.json {
        output::json(&serde_json::Value::Array(list));
        return Ok(0);
    }
    if found.observation_count > EXPLAINED_MAX {
        output::print(&format!(
            "{} observations match; the first {EXPLAINED_MAX} are shown\n",
            found.observation_count
        ));
    }
    output::print(&texts.join("\n"));
    Ok(0)
}

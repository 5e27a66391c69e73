//! `catalog`: what is published as a static site, and that site on this machine.

use std::path::Path;

use portbook_catalog::folder::Written;
use portbook_catalog::serve::Served;
use portbook_pipeline::catalog::{FOLDER, update, write};
use portbook_store::places::Places;
use serde_json::json;

use super::settings;
use crate::arguments::{Catalog, Shared};
use crate::{output, progress};

pub(crate) async fn catalog(
    shared: &Shared,
    places: &Places,
    asked: &Catalog,
) -> anyhow::Result<u8> {
    let to = asked.to.clone().unwrap_or_else(|| shared.output.join(FOLDER));
    let spinner = progress::spinner("writing pages");
    let written = write(&settings(shared)?, &asked.claims, &to).await;
    spinner.finish_and_clear();
    let written = written?;
    if asked.to.is_none() {
        places.take_pages().await?;
    }
    let front = to.join("index.html");
    let Some(at) = asked.serve else {
        if shared.json {
            output::json(&json!({ "front": front, "written": written }));
        } else {
            output::print(&format!("{}\n{}", told(&written), front.display()));
        }
        return Ok(0);
    };
    let served = Served::listen(&to, at).await.map_err(portbook_pipeline::error::Error::from)?;
    let url = format!("http://{}/", served.address()?);
    if shared.json {
        output::json(&json!({ "front": front, "written": written, "url": url }));
    } else {
        output::print(&format!("{}\n{url} until Ctrl-C", told(&written)));
    }
    served.serve().await?;
    Ok(0)
}

fn told(written: &Written) -> String {
    let Written { pages, written, removed } = written;
    format!("{pages} pages: {written} written, {removed} removed, the others stand")
}

/// Brings the catalog up to date after a run. What comes of it changes nothing of the run.
pub(crate) async fn after_run(shared: &Shared, places: &Places, claims: &Path) {
    let updated = async {
        update(&settings(shared)?, claims).await?;
        places.take_pages().await?;
        anyhow::Ok(())
    };
    if let Err(error) = updated.await {
        tracing::warn!(
            event = "catalog_not_written",
            stage = "publish",
            error = format!("{error:#}"),
            "the pages are those of before: `portbook catalog` writes them"
        );
    }
}

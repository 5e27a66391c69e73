//! `sources`: what the pipelines folder holds.

use portbook_source::load::{all, ids};

use crate::arguments::Shared;
use crate::output;

pub(crate) fn sources(shared: &Shared) -> anyhow::Result<u8> {
    let mut ids = ids(&shared.pipelines)?;
    ids.retain(|id| shared.only.is_empty() || shared.only.contains(id));
    let sources = all(&shared.pipelines, &ids)?;
    if shared.json {
        let list: Vec<_> = sources
            .iter()
            .map(|source| {
                let datasets: Vec<_> = source
                    .datasets
                    .values()
                    .map(|d| {
                        let follows = d.follows.as_ref();
                        let follows = follows.map(|f| format!("{}#{}", f.source, f.dataset));
                        serde_json::json!({
                            "name": d.name, "title": d.title, "freq": d.freq, "follows": follows,
                        })
                    })
                    .collect();
                serde_json::json!({
                    "id": source.id,
                    "title": source.title,
                    "publisher": source.publisher,
                    "homepage": source.homepage,
                    "licence": { "name": source.licence.name, "stated": source.licence.stated, "allows": source.licence.allows },
                    "datasets": datasets,
                })
            })
            .collect();
        output::json(&serde_json::Value::Array(list));
        return Ok(0);
    }
    let mut rows =
        vec![["source", "dataset", "freq", "publisher", "title"].map(str::to_owned).to_vec()];
    for source in &sources {
        for dataset in source.datasets.values() {
            rows.push(vec![
                source.id.clone(),
                dataset.name.clone(),
                dataset.freq.clone(),
                source.publisher.clone(),
                dataset.title.clone(),
            ]);
        }
    }
    output::print(&output::columns(&rows, &[]));
    Ok(0)
}

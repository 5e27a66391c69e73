//! `probe`: what an unknown file holds, the questions it leaves, and a draft of its source.

use portbook_pipeline::probed;

use crate::arguments::{Probe, Shared};
use crate::output;

pub(crate) async fn probe(shared: &Shared, arguments: &Probe) -> anyhow::Result<u8> {
    let contact = shared.contact.as_deref().unwrap_or(super::CONTACT);
    let parser = super::parser()?;
    let findings = probed::probed(&arguments.what, contact, &parser).await?;
    if let Some(folder) = &arguments.to {
        probed::write(&findings, folder)?;
    }
    if shared.json {
        output::json(&serde_json::to_value(&findings)?);
    } else {
        output::print(&probed::report(&findings, output::page()));
    }
    if let Some(folder) = &arguments.to {
        let names: Vec<_> =
            folder.iter().rev().take(2).map(|name| name.to_string_lossy()).collect();
        let id = names.iter().rev().map(AsRef::as_ref).collect::<Vec<&str>>().join("/");
        let file = folder.display();
        output::note(&format!(
            "drafted {file}: answer its `?`, then portbook parse FILE --source {id}"
        ));
    }
    Ok(0)
}

//! `inbox`: files fetched by hand.

use portbook_pipeline::handed_in::{Said, hand_in};

use super::settings;
use crate::arguments::{Inbox, InboxAdd, Shared};
use crate::output;

pub(crate) fn inbox(shared: &Shared, inbox: &Inbox) -> anyhow::Result<u8> {
    match inbox {
        Inbox::Add(file) => add(shared, file),
    }
}

fn add(shared: &Shared, arguments: &InboxAdd) -> anyhow::Result<u8> {
    let said = Said {
        source: arguments.source.clone(),
        url: arguments.url.clone(),
        released: arguments.released,
        period: arguments.period.clone(),
    };
    let file = hand_in(&settings(shared)?, &arguments.file, &said)?;
    if shared.json {
        output::json(&serde_json::to_value(&file)?);
        return Ok(0);
    }
    let (place, source) = (file.file.display(), &file.source);
    output::print(&if file.added {
        let (bytes, sha256) = (file.bytes, file.sha256);
        format!("{place}: {bytes} bytes, sha256 {sha256}\nnext: portbook collect --only {source}")
    } else {
        format!("{place}: is there already, with these bytes; nothing was written")
    });
    Ok(0)
}

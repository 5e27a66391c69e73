//! `review`: what is held, why, and a person's decision on it.

use portbook_pipeline::decided::{Decided, Decision, Discard, discard, held, shown, write};
use serde_json::{Value, json};

use super::settings;
use crate::arguments::{Decide, Review, Shared};
use crate::output;

/// Something is held and waits for a person.
const WAITS: u8 = 10;

pub(crate) fn review(shared: &Shared, arguments: &Review) -> anyhow::Result<u8> {
    match (&arguments.decide, &arguments.id) {
        (Some(Decide::Accept(accept)), _) => {
            let decision = Decision {
                source: accept.what.source.clone(),
                release: accept.what.release.clone(),
                dataset: accept.what.dataset.clone(),
                rules: accept.rule.clone(),
                reason: accept.what.reason.clone(),
                by: accept.what.by.clone(),
            };
            decided(shared, &write(&settings(shared)?, &decision)?)
        }
        (Some(Decide::Reject(what)), _) => {
            let decision = Decision {
                source: what.source.clone(),
                release: what.release.clone(),
                dataset: what.dataset.clone(),
                rules: Vec::new(),
                reason: what.reason.clone(),
                by: what.by.clone(),
            };
            decided(shared, &write(&settings(shared)?, &decision)?)
        }
        (Some(Decide::Discard(what)), _) => {
            let (file, snapshot) = discard(
                &settings(shared)?,
                &Discard {
                    source: what.source.clone(),
                    snapshot: what.snapshot.clone(),
                    reason: what.reason.clone(),
                    by: what.by.clone(),
                },
            )?;
            if shared.json {
                output::json(&json!({ "file": file, "source": what.source, "snapshot": snapshot }));
            } else {
                let file = file.display();
                output::print(&format!("{file}: {snapshot} is discarded\nnext: portbook build"));
            }
            Ok(0)
        }
        (None, Some(id)) => {
            let (markdown, json) = shown(&settings(shared)?, id)?;
            if shared.json {
                output::json(&json);
            } else {
                output::print(&markdown);
            }
            Ok(0)
        }
        (None, None) => list(shared),
    }
}

fn list(shared: &Shared) -> anyhow::Result<u8> {
    let held = held(&settings(shared)?)?;
    let code = if held.is_empty() { 0 } else { WAITS };
    let text = |value: &Value| value.as_str().unwrap_or("none").to_owned();
    let rules = |bundle: &Value| {
        let reasons = bundle["reasons"].as_array().map(Vec::as_slice).unwrap_or_default();
        let mut rules: Vec<String> = reasons.iter().map(|reason| text(&reason["rule"])).collect();
        rules.dedup();
        rules
    };
    if shared.json {
        let list = held.iter().map(|(id, bundle)| {
            json!({
                "id": id,
                "source": bundle["source"],
                "dataset": bundle["dataset"],
                "release": bundle["release"],
                "last_good": bundle["last_good"]["release"],
                "rules": rules(bundle),
            })
        });
        output::json(&list.collect::<Vec<_>>().into());
        return Ok(code);
    }
    if held.is_empty() {
        output::print("nothing is held");
        return Ok(code);
    }
    let mut rows = vec![["id", "last good", "rules"].map(str::to_owned).to_vec()];
    for (id, bundle) in &held {
        let good = text(&bundle["last_good"]["release"]);
        rows.push(vec![id.clone(), good, rules(bundle).join("; ")]);
    }
    output::print(&output::columns(&rows, &[]));
    output::print("\none of them: portbook review ID");
    Ok(code)
}

fn decided(shared: &Shared, decided: &Decided) -> anyhow::Result<u8> {
    if shared.json {
        output::json(&serde_json::to_value(decided)?);
        return Ok(0);
    }
    let (file, release, dataset) = (decided.file.display(), &decided.release, &decided.dataset);
    let what = if decided.rules.is_empty() { "rejected" } else { "accepted" };
    output::print(&if decided.written {
        format!("{file}: {release} {dataset} is {what}\nnext: portbook build")
    } else {
        format!("{file}: {release} {dataset} is {what} already; nothing was written")
    });
    Ok(0)
}

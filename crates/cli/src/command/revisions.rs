//! `revisions`: what each release of a source changed.

use portbook_query::revisions::bias::Lean;
use portbook_query::revisions::follows::Comparison;
use portbook_query::revisions::{Question, text};
use portbook_query::table::Table;

use crate::arguments::{Revisions, Shared};
use crate::output;

pub(crate) async fn revisions(shared: &Shared, arguments: &Revisions) -> anyhow::Result<u8> {
    let question = Question {
        source: arguments.source.clone(),
        dataset: arguments.dataset.clone(),
        release: arguments.release.clone(),
        largest_max: arguments.largest,
    };
    let table = Table::open(&shared.output)?;
    let (json, people) = if let Some(key) = &arguments.triangle {
        let triangle = table.triangle(&question, key).await?;
        (triangle.json(), text::triangle(&triangle))
    } else if arguments.bias {
        let leans = table.bias(&question).await?;
        (leans.iter().map(Lean::json).collect(), text::bias(&leans))
    } else if arguments.follows {
        let compared = table.followed(&question).await?;
        (compared.iter().map(Comparison::json).collect(), text::followed(&compared))
    } else {
        let report = table.revisions(&question).await?;
        (report.json(), text::report(&report))
    };
    if shared.json {
        output::json(&json);
    } else {
        output::print(&people);
    }
    Ok(0)
}

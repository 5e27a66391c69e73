//! `explain --claim`, `--sql`, `--sum`: a computed number, down to all its cells.

use portbook_pipeline::printed_table::{captures, printed_tables, write_page};
use portbook_query::claims::file::ClaimsFile;
use portbook_query::derived::{sum_of, text};
use portbook_query::page;
use portbook_query::table::Table;
use portbook_source::load::{all, ids};

use super::super::{parser, view};
use crate::arguments::{Explain, Shared};
use crate::output;

pub(super) async fn derived(shared: &Shared, arguments: &Explain) -> anyhow::Result<u8> {
    let table = Table::open(&shared.output)?;
    let derived = match (&arguments.claim, &arguments.sql) {
        (Some(id), _) => table.derive_claim(&ClaimsFile::read(&arguments.claims)?, id).await?,
        (None, sql) => {
            let view = view(arguments.as_of.as_deref(), arguments.known_at.as_deref())?;
            let sum = || sum_of(arguments.condition.as_deref().unwrap_or_default());
            table.derive(&sql.clone().unwrap_or_else(sum), view).await?
        }
    };
    let captures = captures(&shared.archive, &derived.cells)?;
    if let Some(file) = &arguments.html {
        let sources = all(&shared.pipelines, &ids(&shared.pipelines)?)?;
        let parser = parser()?;
        let tables = printed_tables(&shared.archive, &sources, &derived.cells, &parser)?;
        write_page(file, &page::of_derived(&derived, &tables))?;
    }
    if shared.json {
        output::json(&derived.json(&captures));
    } else {
        output::print(&text::render(&derived, &captures));
    }
    Ok(0)
}

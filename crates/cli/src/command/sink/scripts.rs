//! `sink scripts`: SQL for warehouses that are not spoken to, and views for `DuckDB`.

use portbook_sink::commit::Output;
use portbook_sink::duckdb::views;
use portbook_sink::scripts::{self, Dialect, Script, Wanted};
use serde_json::json;

use crate::arguments::{ScriptDialect, Scripts, Shared};
use crate::output;

pub(crate) fn scripts(shared: &Shared, asked: &Scripts) -> anyhow::Result<u8> {
    let published = Output::open(&shared.output);
    let commit = asked.commit.map_or_else(|| published.head(), Ok)?;
    let written = if let Some(dialect) = dialect(asked.dialect) {
        let location = asked.files.clone().unwrap_or_default();
        let wanted = Wanted { dialect, location, commit, since: asked.since };
        scripts::scripts(&published, &wanted)?
    } else {
        let here = || fs_err::canonicalize(&shared.output).map(|path| path.display().to_string());
        let place = asked.files.clone().map_or_else(here, Ok)?;
        let text = views::script(&published, &place)?;
        vec![Script { name: "portbook.sql".to_owned(), text }]
    };
    let files = scripts::write(&asked.to, &written)?;
    if shared.json {
        let files: Vec<String> = files.iter().map(|file| file.display().to_string()).collect();
        output::json(&json!({ "commit": commit, "since": asked.since, "files": files }));
    } else {
        for file in &files {
            output::print(&file.display().to_string());
        }
    }
    Ok(0)
}

/// `None` of `DuckDB`, which reads the published files where they lie.
fn dialect(asked: ScriptDialect) -> Option<Dialect> {
    match asked {
        ScriptDialect::BigQuery => Some(Dialect::BigQuery),
        ScriptDialect::Databricks => Some(Dialect::Databricks),
        ScriptDialect::DuckDb => None,
        ScriptDialect::Redshift => Some(Dialect::Redshift),
        ScriptDialect::Snowflake => Some(Dialect::Snowflake),
        ScriptDialect::Trino => Some(Dialect::Trino),
    }
}

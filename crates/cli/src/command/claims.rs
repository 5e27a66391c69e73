//! `claims`: an article's figures as executable tests. The exit code is 0 whatever they say.

use portbook_query::claims;
use portbook_query::claims::file::ClaimsFile;
use portbook_query::table::Table;

use crate::arguments::{Claims, Shared};
use crate::output;

pub(crate) async fn claims(shared: &Shared, arguments: &Claims) -> anyhow::Result<u8> {
    let file = ClaimsFile::read(&arguments.file)?;
    let verdicts = Table::open(&shared.output)?.claims(&file).await?;
    if shared.json {
        output::json(&claims::json(&verdicts));
    } else {
        output::print(&format!("{}\n\n{}", file.title, claims::text::blocks(&verdicts)));
    }
    Ok(0)
}

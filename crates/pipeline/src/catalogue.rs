//! What the sources are and what is held of each: folders, the table that stands, the stored files
//! it was read from, and the claims that rest on it.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use portbook_archive::Archive;
use portbook_model::digest::Digest;
use portbook_parse::sniff::{Format, sniff};
use portbook_query::as_of::AsOf;
use portbook_query::claims::file::ClaimsFile;
use portbook_query::table::Table;
use portbook_source::load::Source;

use crate::error::Error;

/// What is held of one source.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Held {
    /// Formats of the files that its rows were read from.
    pub formats: BTreeSet<&'static str>,
    /// What follows the colon in the ids of its releases.
    pub releases: BTreeSet<String>,
    pub rows: u64,
    /// Claims that some reading of asks it.
    pub claims: BTreeSet<String>,
}

/// What is held of every source, by its column; empty where nothing is published yet.
///
/// # Errors
/// `Query` where what is published is damaged, `Archive` where a file it was read from is not there.
pub async fn held(
    sources: &[Source],
    archive: &Path,
    output: &Path,
    claims: &[ClaimsFile],
) -> Result<BTreeMap<String, Held>, Error> {
    let mut held: BTreeMap<String, Held> = BTreeMap::new();
    for source in sources {
        let column = source.column();
        let asked = claims.iter().flat_map(|file| &file.claims).filter(|claim| claim.asks(&column));
        let claims = asked.map(|claim| claim.id.clone()).collect();
        held.insert(column, Held { claims, ..Held::default() });
    }
    let table = match Table::open(output) {
        Ok(table) => table,
        Err(portbook_query::error::Error::NotPublished { .. }) => return Ok(held),
        Err(error) => return Err(error.into()),
    };
    let text = "select source, release, snapshot, cast(count(*) as varchar) as rows \
                from observation group by source, release, snapshot";
    let archive = Archive::open(archive)?;
    let mut formats: BTreeMap<Digest, &'static str> = BTreeMap::new();
    for row in table.sql(text, AsOf::Everything).await?.texts()? {
        let row: Vec<String> = row.into_iter().map(Option::unwrap_or_default).collect();
        let [source, release, snapshot, rows] = row.as_slice() else { continue };
        let Some(of) = held.get_mut(source) else { continue };
        let release = release.split_once(':').map_or(release.as_str(), |(_, period)| period);
        of.releases.insert(release.to_owned());
        of.rows += rows.parse::<u64>().unwrap_or(0);
        let Ok(digest) = snapshot.parse::<Digest>() else { continue };
        if let std::collections::btree_map::Entry::Vacant(vacant) = formats.entry(digest) {
            vacant.insert(format(&archive.get(&digest)?));
        }
        of.formats.insert(formats[&digest]);
    }
    Ok(held)
}

/// The format of a stored file in one word, as a workbook where the container is one.
fn format(bytes: &[u8]) -> &'static str {
    let holds = |name: &[u8]| bytes.windows(name.len()).any(|window| window == name);
    let format = match sniff(bytes, None) {
        Format::Ole => Format::Xls,
        Format::Zip if holds(b"xl/workbook.bin") => Format::Xlsb,
        Format::Zip if holds(b"xl/workbook.xml") => Format::Xlsx,
        Format::Zip if holds(b"opendocument.spreadsheet") => Format::Ods,
        other => other,
    };
    format.name()
}

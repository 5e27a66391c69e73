//! `portbook export`: what a lock pins, as one file from which someone else makes it again.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::path::Path;

use portbook_archive::archive::Archive;
use portbook_archive::bundle::{Counted, pack};
use portbook_archive::capture::Capture;
use portbook_source::load::Source;
use serde::Serialize;

use crate::error::Error;
use crate::lock::{Lock, files};
use crate::reproduce::{LOCK, PIPELINES, Pinned, Trouble};
use crate::settings::Settings;

/// What exporting came to.
#[derive(Clone, Debug, Serialize)]
pub struct Exported {
    /// Inputs that are missing or other than pinned; if there are any, nothing was written.
    pub inputs: Vec<Trouble>,
    pub sources: usize,
    pub captures: usize,
    pub packed: Counted,
}

/// Writes a bundle: the pinned captures with their bytes, the sources' files, the lock, a README.
///
/// # Errors
/// Where the lock cannot be read or the bundle not be written.
pub fn export(settings: &Settings, from: &Path, to: &Path) -> Result<Exported, Error> {
    let lock = Lock::read(from)?;
    let pinned = Pinned::of(settings, &lock)?;
    let (sources, captures) = (lock.source.len(), lock.capture_count());
    if !pinned.troubles.is_empty() {
        let packed = Counted::default();
        return Ok(Exported { inputs: pinned.troubles, sources, captures, packed });
    }
    let mut beside = BTreeMap::new();
    for source in &pinned.sources {
        for file in files(source) {
            let bytes = fs_err::read(source.folder.join(&file.name))?;
            beside.insert(format!("{PIPELINES}/{}/{}", source.id, file.name), bytes);
        }
    }
    beside.insert(LOCK.to_owned(), lock.text().into_bytes());
    beside.insert("README.md".to_owned(), readme(&lock, &pinned.sources).into_bytes());
    let all: Vec<Capture> = pinned.captures.into_iter().flatten().collect();
    let archive = Archive::open(&settings.archive)?;
    let packed = pack(&archive, &all, &beside, to)?;
    Ok(Exported { inputs: Vec::new(), sources, captures, packed })
}

/// What whoever gets the bundle must know.
fn readme(lock: &Lock, sources: &[Source]) -> String {
    let observations = lock.output.iter().filter(|file| file.path.starts_with("observation/"));
    let rows: u64 = observations.map(|file| file.rows).sum();
    let mut text = format!(
        "# A published table, with everything it was made from\n\n\
         Made with {}. One command makes the table again, offline, and compares every file of it;\n\
         `bundle.tar.zst` is the file in which this README lies, whatever it is called:\n\n\
         ```sh\nportbook reproduce bundle.tar.zst --to reproduced\n```\n\n\
         It ends with 0 if all {} files ({rows} observations) are the same to the byte, and names each\n\
         that is not.\n\
         The table is then `reproduced/output/current/observation/**/*.parquet`. The program:\n\
         <{}>, in that version.\n\n\
         | in here | |\n| --- | --- |\n\
         | `portbook.lock` | every input and every file of the table, with its SHA-256 |\n\
         | `archive/objects/` | what publishers sent, byte for byte, named by its SHA-256 |\n\
         | `archive/captures/` | when each was fetched, from where |\n\
         | `pipelines/` | how each publisher's tables are read |\n\n\
         ## Sources\n\n| source | publisher | captures | licence |\n| --- | --- | ---: | --- |\n",
        lock.program,
        lock.output.len(),
        env!("CARGO_PKG_REPOSITORY"),
    );
    for (source, pinned) in sources.iter().zip(&lock.source) {
        let _ = writeln!(
            text,
            "| [{}]({}) | {} | {} | {} |",
            source.id,
            source.homepage,
            source.publisher.replace('|', "\\|"),
            pinned.captures.len(),
            source.licence.name.replace('|', "\\|"),
        );
    }
    text.push_str(
        "\nThe figures are their publishers'. Their licences apply to what lies here too.\n",
    );
    text
}

//! `portbook probe FILE|URL`: what an unknown file holds, and a draft of its source folder. An
//! address is asked as politely as any source's, of its own host alone, and nothing is kept.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use portbook_fetch::client::Conditions;
use portbook_fetch::fetcher::{Ask, Fetcher, Settings};
use portbook_fetch::outcome::{Outcome, Wanted};
use portbook_probe::draft::{Draft, Origin, draft};
use portbook_probe::findings::{Findings, probe};
use portbook_source::access::Access;
use url::Url;

use crate::error::Error;
use crate::parser::Parser;
use crate::printed::charset;

/// Least pause between two requests to the host (robots.txt, then the file), milliseconds.
const DELAY_MS: u64 = 5000;

/// Looks at a file, or at what an address answers.
///
/// # Errors
/// `Unreadable`, `File` where the bytes are no table, `NotFetched` where an address gave no file.
pub async fn probed(what: &str, contact: &str, parser: &Parser) -> Result<Findings, Error> {
    let url = Url::parse(what).ok().filter(|url| ["http", "https"].contains(&url.scheme()));
    let (bytes, content_type) = if let Some(url) = url {
        fetched(url, contact).await?
    } else {
        let path = PathBuf::from(what);
        let bytes = fs_err::read(&path).map_err(|source| Error::Unreadable { path, source })?;
        (bytes, None)
    };
    let contents = parser
        .read(&bytes, charset(content_type.as_deref()))
        .map_err(|error| error.of_file(what))?;
    Ok(probe(&contents, what, &portbook_probe::limits::Limits::standard()))
}

async fn fetched(url: Url, contact: &str) -> Result<(Vec<u8>, Option<String>), Error> {
    let access = Access {
        hosts: url.host_str().map(str::to_owned).into_iter().collect(),
        delay_ms: DELAY_MS,
        pages: Vec::new(),
        files: vec![url.clone()],
        charsets: BTreeMap::new(),
        inbox: None,
    };
    let conditions = Conditions::default();
    let ask = Ask { access: &access, url: &url, wanted: Wanted::Data, conditions: &conditions };
    let fetched = Fetcher::new(Settings::live(contact))?.get(ask).await;
    match (fetched.outcome, fetched.body) {
        (Outcome::New, Some(body)) => Ok((body, fetched.content_type)),
        (outcome, _) => {
            Err(Error::NotFetched { url: url.to_string(), outcome: outcome.name().to_owned() })
        }
    }
}

/// The findings as a page for people.
pub fn report(findings: &Findings, width: usize) -> String {
    portbook_probe::report::report(findings, width)
}

/// Writes the draft of a source into a folder that does not exist yet.
///
/// # Errors
/// `DraftExists`; `Io` where it cannot be written.
pub fn write(findings: &Findings, folder: &Path) -> Result<Draft, Error> {
    if folder.exists() {
        return Err(Error::DraftExists { folder: folder.to_owned() });
    }
    let names: Vec<String> =
        folder.iter().rev().take(2).map(|name| name.to_string_lossy().into_owned()).collect();
    let id = names.into_iter().rev().collect::<Vec<_>>().join("/");
    let url = Some(findings.file.as_str()).filter(|file| file.starts_with("http"));
    let draft = draft(findings, Origin { id: &id, url });
    fs_err::create_dir_all(folder)?;
    for (name, text) in [
        ("source.toml", &draft.source),
        ("layout.toml", &draft.layout),
        ("lookups.toml", &draft.lookups),
        ("README.md", &draft.readme),
    ] {
        fs_err::write(folder.join(name), text)?;
    }
    Ok(draft)
}

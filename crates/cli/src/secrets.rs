//! Words that nobody is to read: from systemd's folder of credentials, from a file, or last from the
//! environment, where other processes may see them.

use std::path::{Path, PathBuf};

use portbook_model::secret::Secret;
use portbook_pipeline::tell::Tell;
use portbook_store::settings::Settings;

/// Where a run tells what it came to.
pub(crate) fn tell() -> Tell {
    Tell {
        heartbeat: secret("heartbeat-url"),
        webhook: secret("webhook-url"),
        lineage: secret("lineage-url"),
    }
}

/// `$CREDENTIALS_DIRECTORY/heartbeat-url`, the file `$PORTBOOK_HEARTBEAT_URL_FILE`, or
/// `$PORTBOOK_HEARTBEAT_URL`.
pub(crate) fn secret(name: &str) -> Option<Secret> {
    let variable = format!("PORTBOOK_{}", name.replace('-', "_").to_uppercase());
    let credential =
        environment("CREDENTIALS_DIRECTORY").map(|folder| Path::new(&folder).join(name));
    let file = || environment(&format!("{variable}_FILE")).map(PathBuf::from);
    let text = credential
        .and_then(|path| read(&path))
        .or_else(|| file().and_then(|path| read(&path)))
        .or_else(|| environment(&variable))?;
    let text = text.trim().to_owned();
    (!text.is_empty()).then(|| Secret::new(text))
}

/// Whether systemd's journal takes what is written, and stamps each line.
pub(crate) fn under_journal() -> bool {
    environment("JOURNAL_STREAM").is_some()
}

/// What the environment says of object stores, in small letters, as the stores' own tools name it.
pub(crate) fn stores() -> Settings {
    let named = std::env::vars_os().filter_map(|(name, value)| {
        let name = name.into_string().ok()?.to_lowercase();
        let is_of_a_store =
            ["aws_", "azure_", "google_"].iter().any(|prefix| name.starts_with(prefix));
        is_of_a_store.then(|| value.into_string().ok().map(|value| (name, value)))?
    });
    named.filter(|(_, value)| !value.is_empty()).collect()
}

/// The folder of what may be lost: `$XDG_CACHE_HOME`, or `~/.cache`.
pub(crate) fn cache() -> PathBuf {
    let home = || Some(PathBuf::from(environment("HOME")?).join(".cache"));
    let cache = environment("XDG_CACHE_HOME").map(PathBuf::from).or_else(home);
    cache.unwrap_or_else(|| PathBuf::from(".cache"))
}

fn read(path: &Path) -> Option<String> {
    fs_err::read_to_string(path).ok()
}

#[expect(clippy::disallowed_methods, reason = "a secret is no option: options are seen by all")]
fn environment(name: &str) -> Option<String> {
    std::env::var(name).ok().filter(|value| !value.is_empty())
}

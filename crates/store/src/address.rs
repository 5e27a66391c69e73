//! Where an archive or an output lies in an object store: `s3://bucket/folder`.

use std::fmt;
use std::str::FromStr;

use url::Url;

/// What stands before `://`, and whose stores those are.
pub const SCHEMES: [&str; 4] = ["s3", "gs", "az", "file"];

/// An address of a store; it holds no credential.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Address(Url);

#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Mistake {
    #[error("got `{got}`, expected s3://BUCKET/FOLDER, gs://…, az://CONTAINER/… or file:///…")]
    Scheme { got: String },
    #[error(
        "got an address of a store with a user, a password or a query: credentials come from the environment, as the stores' own tools name them"
    )]
    Credential,
    #[error("got `{got}`, which names no bucket")]
    Bucket { got: String },
}

impl Address {
    /// Whether a text is meant as one, and not as the path of a folder.
    pub fn is_meant(text: &str) -> bool {
        text.contains("://")
    }

    pub fn url(&self) -> &Url {
        &self.0
    }

    /// What a folder that stands for it is called: its characters, those that names of files have.
    pub fn name(&self) -> String {
        let safe = |c: char| if c.is_ascii_alphanumeric() || c == '-' { c } else { '_' };
        self.0.as_str().chars().map(safe).collect()
    }
}

impl FromStr for Address {
    type Err = Mistake;

    fn from_str(text: &str) -> Result<Self, Mistake> {
        let scheme = || Mistake::Scheme { got: text.to_owned() };
        let mut url = Url::parse(text).map_err(|_| scheme())?;
        if !SCHEMES.contains(&url.scheme()) {
            return Err(scheme());
        }
        let is_plain = url.username().is_empty() && url.password().is_none();
        if !is_plain || url.query().is_some() || url.fragment().is_some() {
            return Err(Mistake::Credential);
        }
        if url.scheme() != "file" && url.host_str().unwrap_or_default().is_empty() {
            return Err(Mistake::Bucket { got: text.to_owned() });
        }
        let path = url.path().trim_end_matches('/').to_owned();
        url.set_path(&path);
        Ok(Self(url))
    }
}

impl fmt::Display for Address {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_are_read() {
        let read = |text: &str| text.parse::<Address>().map(|address| address.to_string());
        assert_eq!(read("s3://trade/archive/").as_deref(), Ok("s3://trade/archive"));
        assert_eq!(read("file:///srv/archive").as_deref(), Ok("file:///srv/archive"));
        assert!(matches!(read("ftp://trade/archive"), Err(Mistake::Scheme { .. })));
        assert!(matches!(read("s3:///archive"), Err(Mistake::Bucket { .. })));
    }

    #[test]
    fn credentials_are_refused_and_not_repeated() {
        for text in ["s3://key:secret@trade/a", "az://trade/a?sig=secret", "gs://trade/a#secret"] {
            let mistake = text.parse::<Address>().expect_err("it has a credential");
            assert_eq!(mistake, Mistake::Credential);
            assert!(!mistake.to_string().contains("secret"));
        }
    }

    #[test]
    fn names_are_those_of_folders() {
        let address: Address = "s3://trade/nightly/archive".parse().expect("an address");
        assert_eq!(address.name(), "s3___trade_nightly_archive");
    }
}

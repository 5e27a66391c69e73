//! Where a sink is, as its address says. An address stands in a file that people share, so it has no
//! password: that comes as other secrets do.

use std::path::PathBuf;

use url::Url;

use crate::error::{Error, Result};

/// An address, checked.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Address {
    /// `postgresql://user@host:port/database?sslmode=…`
    Postgres(Url),
    /// `clickhouse://user@host:port/database`, or `clickhouses:` over TLS
    ClickHouse(Url),
    /// `duckdb:///path/of/a.duckdb`
    DuckDb(PathBuf),
}

const KNOWN: &str = "an address of postgresql://, clickhouse:// or duckdb://";

impl Address {
    /// Reads an address.
    ///
    /// # Errors
    /// `Address` for one of an unknown kind and one with a password in it; neither is repeated.
    pub fn parse(text: &str) -> Result<Self> {
        let refused = |what: String, expected| Error::Address { what, expected };
        let url =
            Url::parse(text).map_err(|error| refused(format!("no address ({error})"), KNOWN))?;
        let in_query = url.query_pairs().any(|(name, _)| name.eq_ignore_ascii_case("password"));
        if url.password().is_some() || in_query {
            return Err(refused("an address with a password in it".to_owned(), NO_PASSWORD));
        }
        match url.scheme() {
            "postgresql" | "postgres" => Ok(Self::Postgres(url)),
            "clickhouse" | "clickhouses" => Ok(Self::ClickHouse(url)),
            "duckdb" => file(&url).map(Self::DuckDb).ok_or_else(|| {
                refused("an address of no file".to_owned(), "`duckdb:///path/of/a.duckdb`")
            }),
            other => Err(refused(format!("an address of `{other}:`"), KNOWN)),
        }
    }

    /// What is there, as people call it.
    pub fn engine(&self) -> &'static str {
        match self {
            Self::Postgres(_) => "PostgreSQL",
            Self::ClickHouse(_) => "ClickHouse",
            Self::DuckDb(_) => "DuckDB",
        }
    }
}

/// The file on this machine that an address names from the root on.
fn file(url: &Url) -> Option<PathBuf> {
    let is_here = url.host_str().is_none_or(str::is_empty) && url.path().starts_with('/');
    let path = Url::parse(&format!("file://{}", url.path())).ok()?.to_file_path().ok()?;
    (is_here && path.file_name().is_some()).then_some(path)
}

const NO_PASSWORD: &str = "one without\n  hint: the password of the sink `warehouse` is read from \
    $CREDENTIALS_DIRECTORY/sink-warehouse-password, the file $PORTBOOK_SINK_WAREHOUSE_PASSWORD_FILE, \
    or $PORTBOOK_SINK_WAREHOUSE_PASSWORD";

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_password_is_refused_and_not_repeated() {
        for text in [
            "postgresql://trade:c4n4ry@db.example/trade",
            "postgresql://trade@db.example/trade?password=c4n4ry",
            "postgresql://trade@db.example/trade?sslmode=require&PASSWORD=c4n4ry",
            "oracle://c4n4ry:c4n4ry@db.example/",
            "postgresql://c4n4ry:c4n4ry@[db.example/",
            "c4n4ry",
        ] {
            let error = Address::parse(text).unwrap_err();
            assert!(!format!("{error} {error:?}").contains("c4n4ry"), "{error}");
        }
        let plain = Address::parse("postgresql://trade@db.example/trade?sslmode=require").unwrap();
        assert_eq!(plain.engine(), "PostgreSQL");
    }

    #[test]
    fn a_file_is_named_from_the_root_on() {
        let path = Address::parse("duckdb:///var/lib/trade%20of.duckdb").unwrap();
        assert_eq!(path, Address::DuckDb("/var/lib/trade of.duckdb".into()));
        for text in ["duckdb://trade.duckdb", "duckdb:trade.duckdb", "duckdb:///", "duckdb://h/t"] {
            assert!(matches!(Address::parse(text), Err(Error::Address { .. })), "{text}");
        }
    }
}

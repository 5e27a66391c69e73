//! Where a cluster is asked, and where its machines may be.

use std::fmt;
#[cfg(feature = "cluster")]
use std::net::IpAddr;
use std::net::SocketAddr;
use std::str::FromStr;

use crate::error::{Error, Result};

/// The scheduler of a cluster: `ballista://HOST:PORT`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Engine {
    pub host: String,
    pub port: u16,
}

impl FromStr for Engine {
    type Err = Error;

    fn from_str(text: &str) -> Result<Self> {
        let read = || {
            let (host, port) = text.strip_prefix("ballista://")?.rsplit_once(':')?;
            let is_host = !host.is_empty() && !host.contains(['/', '@', '?', '#']);
            Some(Self { host: is_host.then(|| host.to_owned())?, port: port.parse().ok()? })
        };
        read().ok_or_else(|| Error::Engine { got: text.to_owned() })
    }
}

impl fmt::Display for Engine {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "ballista://{}:{}", self.host, self.port)
    }
}

/// An address as hosts are written beside a port.
#[cfg(feature = "cluster")]
pub(crate) fn host(address: IpAddr) -> String {
    match address {
        IpAddr::V4(address) => address.to_string(),
        IpAddr::V6(address) => format!("[{address}]"),
    }
}

/// Who reaches a machine of the cluster. Nothing between its machines is encrypted, and nobody is
/// asked for a password: Ballista 55 serves its scheduler without TLS.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Network {
    /// This machine alone.
    Loopback,
    /// Other machines, all of them trusted: whoever sets the cluster up has said so.
    Private,
}

impl Network {
    /// # Errors
    /// `Reachable` for an address that others reach, unless they are trusted.
    pub fn check(self, address: SocketAddr) -> Result<()> {
        if self == Self::Private || address.ip().to_canonical().is_loopback() {
            return Ok(());
        }
        Err(Error::Reachable { address })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_engine_is_a_host_and_a_port() {
        let engine: Engine = "ballista://node-1:50050".parse().unwrap();
        assert_eq!((engine.host.as_str(), engine.port), ("node-1", 50050));
        assert_eq!(engine.to_string(), "ballista://node-1:50050");
        assert_eq!("ballista://[::1]:50050".parse::<Engine>().unwrap().host, "[::1]");
        for wrong in [
            "node-1:50050",
            "http://node-1:50050",
            "ballista://node-1",
            "ballista://:50050",
            "ballista://node-1:none",
            "ballista://me@node-1:50050",
            "ballista://node-1/x:1",
        ] {
            assert!(matches!(wrong.parse::<Engine>(), Err(Error::Engine { .. })), "{wrong}");
        }
    }

    #[test]
    fn others_are_let_in_only_where_it_is_said() {
        let check = |address: &str| Network::Loopback.check(address.parse().unwrap());
        for own in ["127.0.0.1:50050", "127.3.2.1:1", "[::1]:50050", "[::ffff:127.0.0.1]:1"] {
            assert!(check(own).is_ok(), "{own}");
        }
        for reached in ["0.0.0.0:50050", "10.0.0.1:50050", "[::]:50050", "192.168.1.2:1"] {
            assert!(matches!(check(reached), Err(Error::Reachable { .. })), "{reached}");
            assert!(Network::Private.check(reached.parse().unwrap()).is_ok(), "{reached}");
        }
    }
}

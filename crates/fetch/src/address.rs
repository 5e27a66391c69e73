//! Which addresses may be asked: http(s) on the source's declared hosts, on the schemes' own ports,
//! and never an address that is private, local or otherwise not of the public internet, neither
//! written out nor after resolution (`IANA special-purpose address registries`, RFC 6890).

use std::net::{IpAddr, Ipv4Addr, Ipv6Addr, SocketAddr};

use reqwest::dns::{Addrs, Name, Resolve, Resolving};
use url::{Host, Url};

use crate::outcome::Refusal;

/// Checks what can be known of an address before resolving it.
pub fn check(url: &Url, hosts: &[String]) -> Result<(), Refusal> {
    if !["http", "https"].contains(&url.scheme()) {
        return Err(Refusal::Scheme { scheme: url.scheme().to_owned() });
    }
    if !url.username().is_empty() || url.password().is_some() {
        return Err(Refusal::Credentials);
    }
    let host = url.host_str().unwrap_or_default();
    let literal = match url.host() {
        Some(Host::Ipv4(address)) => Some(IpAddr::V4(address)),
        Some(Host::Ipv6(address)) => Some(IpAddr::V6(address)),
        Some(Host::Domain(_)) | None => None,
    };
    if literal.is_some_and(|address| !is_public(address)) {
        return Err(Refusal::Address { host: host.to_owned() });
    }
    if let Some(port) = url.port() {
        return Err(Refusal::Port { port });
    }
    if hosts.iter().any(|declared| declared.eq_ignore_ascii_case(host)) {
        Ok(())
    } else {
        Err(Refusal::Host { host: host.to_owned() })
    }
}

pub fn is_public(address: IpAddr) -> bool {
    match address.to_canonical() {
        IpAddr::V4(address) => is_public_v4(address),
        IpAddr::V6(address) => is_public_v6(address),
    }
}

fn is_public_v4(address: Ipv4Addr) -> bool {
    let [a, b, c, _] = address.octets();
    let special = address.is_private()
        || address.is_loopback()
        || address.is_link_local()
        || address.is_documentation()
        || address.is_multicast()
        || a == 0
        || a >= 240 // reserved, and broadcast
        || (a == 100 && (64..128).contains(&b)) // shared by carriers, RFC 6598
        || (a == 192 && b == 0 && c == 0) // protocol assignments
        || (a == 198 && (18..20).contains(&b)); // benchmarks, RFC 2544
    !special
}

fn is_public_v6(address: Ipv6Addr) -> bool {
    let [a, b, .., g, h] = address.segments();
    if a == 0x2002 || (a == 0x64 && b == 0xff9b) {
        // 6to4 and NAT64 carry an IPv4 address.
        let (high, low) = if a == 0x2002 { (b, address.segments()[2]) } else { (g, h) };
        return is_public_v4(Ipv4Addr::from((u32::from(high) << 16) | u32::from(low)));
    }
    let teredo_or_documentation = a == 0x2001 && (b == 0 || b == 0xdb8);
    // Only 2000::/3 is global unicast; the rest is local, multicast, mapped or reserved.
    (0x2000..0x4000).contains(&a) && !teredo_or_documentation
}

/// An address as it may be told: without user and password, and with the values of a query that
/// choose what is asked for; any other may be a key, and is `…`.
pub fn shown(url: &Url) -> String {
    const TOLD: [&str; 12] = [
        "id", "page", "year", "month", "period", "lang", "format", "code", "type", "name", "date",
        "series",
    ];
    let mut shown = url.clone();
    // Addresses without a host have neither.
    let _ = (shown.set_username(""), shown.set_password(None));
    shown.set_query(None);
    let query: Vec<String> = url
        .query()
        .into_iter()
        .flat_map(|query| query.split('&'))
        .map(|part| match part.split_once('=') {
            Some((name, _)) if !TOLD.contains(&name.to_ascii_lowercase().as_str()) => {
                format!("{name}=…")
            }
            Some(_) => part.to_owned(),
            None => "…".to_owned(),
        })
        .collect();
    shown.set_fragment(None);
    let query = query.join("&");
    if query.is_empty() { shown.to_string() } else { format!("{shown}?{query}") }
}

/// Every address of a name is one that must not be asked.
#[derive(Debug, thiserror::Error)]
#[error("every address of `{host}` is private or local")]
pub(crate) struct NoPublicAddress {
    pub(crate) host: String,
}

/// The system's resolver, less the addresses that must not be asked: live runs.
#[derive(Debug)]
pub(crate) struct PublicOnly;

impl Resolve for PublicOnly {
    fn resolve(&self, name: Name) -> Resolving {
        Box::pin(async move {
            let host = name.as_str().to_owned();
            let found: Vec<SocketAddr> =
                tokio::net::lookup_host((host.as_str(), 0)).await?.collect();
            let public: Vec<_> = found.iter().copied().filter(|a| is_public(a.ip())).collect();
            if public.is_empty() && !found.is_empty() {
                return Err(NoPublicAddress { host }.into());
            }
            Ok(Box::new(public.into_iter()) as Addrs)
        })
    }
}

/// Every name leads to the replay origin's socket: the one exemption from the filter.
#[derive(Debug)]
pub(crate) struct Fixed(pub(crate) SocketAddr);

impl Resolve for Fixed {
    fn resolve(&self, _: Name) -> Resolving {
        let socket = self.0;
        Box::pin(async move { Ok(Box::new(std::iter::once(socket)) as Addrs) })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_that_are_not_public_are_known() {
        for private in [
            "127.0.0.1",
            "10.1.2.3",
            "172.16.0.1",
            "192.168.1.1",
            "169.254.169.254",
            "100.64.0.1",
            "0.0.0.0",
            "224.0.0.1",
            "255.255.255.255",
            "198.18.0.1",
            "192.0.2.1",
            "::1",
            "::",
            "::ffff:127.0.0.1",
            "fe80::1",
            "fc00::1",
            "fd12::1",
            "ff02::1",
            "64:ff9b::7f00:1",
            "2002:a00:1::",
            "2001:db8::1",
            "2001::1",
            "::7f00:1",
        ] {
            assert!(!is_public(private.parse().unwrap()), "{private}");
        }
        for public in ["148.129.75.8", "43.248.49.97", "2606:4700::1", "100.128.0.1"] {
            assert!(is_public(public.parse().unwrap()), "{public}");
        }
    }

    #[test]
    fn what_may_be_a_key_is_not_told() {
        let shown = |text: &str| shown(&Url::parse(text).unwrap());
        for (url, told) in [
            ("https://a.gov/x?year=2024&token=canary", "https://a.gov/x?year=2024&token=…"),
            ("https://user:canary@a.gov/x", "https://a.gov/x"),
            ("https://a.gov/x?canary#canary", "https://a.gov/x?…"),
            ("https://a.gov/", "https://a.gov/"),
        ] {
            assert_eq!(shown(url), told);
        }
    }

    #[test]
    fn only_declared_hosts_on_their_own_ports_are_asked() {
        let hosts = ["www.census.gov".to_owned(), "127.0.0.1".to_owned()];
        let check = |text: &str| check(&Url::parse(text).unwrap(), &hosts);
        assert_eq!(check("https://www.census.gov/x"), Ok(()));
        assert_eq!(check("https://WWW.census.gov:443/x"), Ok(()));
        for literal in ["127.0.0.1", "2130706433", "0x7f.1", "[::1]", "[::ffff:127.0.0.1]"] {
            let refusal = check(&format!("http://{literal}/"));
            assert!(matches!(refusal, Err(Refusal::Address { .. })), "{literal}: {refusal:?}");
        }
        assert!(matches!(check("https://www.census.gov:8080/"), Err(Refusal::Port { .. })));
        assert!(matches!(check("https://census.gov/"), Err(Refusal::Host { .. })));
        assert!(matches!(check("https://www.census.gov.evil.org/"), Err(Refusal::Host { .. })));
        assert!(matches!(check("https://a:b@www.census.gov/"), Err(Refusal::Credentials)));
        assert!(matches!(check("ftp://www.census.gov/"), Err(Refusal::Scheme { .. })));
    }
}

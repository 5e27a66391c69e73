//! The certificate authority of one run and the one certificate it signs. Neither is ever written.

use std::collections::BTreeSet;
use std::sync::Arc;

use rcgen::{BasicConstraints, CertificateParams, CertifiedIssuer, IsCa, KeyPair, KeyUsagePurpose};
use rustls::ServerConfig;
use rustls::pki_types::{PrivateKeyDer, PrivatePkcs8KeyDer};

use crate::error::Result;

pub(crate) struct Certificates {
    /// DER of the authority: what the client trusts.
    pub(crate) root: Vec<u8>,
    pub(crate) server: Arc<ServerConfig>,
}

/// A root of this run and a server configuration for all `hosts`.
pub(crate) fn make(hosts: &BTreeSet<String>) -> Result<Certificates> {
    let mut params = CertificateParams::new(Vec::new())?;
    params.is_ca = IsCa::Ca(BasicConstraints::Unconstrained);
    params.key_usages = vec![KeyUsagePurpose::KeyCertSign];
    let root = CertifiedIssuer::self_signed(params, KeyPair::generate()?)?;
    let names: Vec<_> = hosts.iter().cloned().collect();
    let key = KeyPair::generate()?;
    let leaf = CertificateParams::new(names)?.signed_by(&key, &root)?;
    let private = PrivateKeyDer::Pkcs8(PrivatePkcs8KeyDer::from(key.serialize_der()));
    // The provider is named: with two in the program there is no default.
    let provider = Arc::new(rustls::crypto::ring::default_provider());
    let server = ServerConfig::builder_with_provider(provider)
        .with_safe_default_protocol_versions()?
        .with_no_client_auth()
        .with_single_cert(vec![leaf.der().clone()], private)?;
    Ok(Certificates { root: root.der().to_vec(), server: Arc::new(server) })
}

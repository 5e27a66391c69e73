//! The way to a server. The password is added here, and is in no address and no error.

use std::time::Duration;

use portbook_model::secret::Secret;
use tokio_postgres::{Client, Config};
use url::Url;

use super::tls::Tls;
use super::while_;
use crate::error::Result;

const CONNECT_TIMEOUT: Duration = Duration::from_secs(10);
/// A peer that vanished is noticed: after so long without a word, in so many questions.
const IDLE: Duration = Duration::from_secs(30);
const INTERVAL: Duration = Duration::from_secs(10);
const RETRIES: u32 = 3;

pub(super) async fn connect(url: &Url, password: Option<&Secret>) -> Result<Client> {
    let failed = while_("connecting to PostgreSQL");
    let mut config: Config = url.as_str().parse().map_err(&failed)?;
    if let Some(password) = password {
        config.password(password.reveal());
    }
    if config.get_application_name().is_none() {
        config.application_name("portbook sink");
    }
    if config.get_connect_timeout().is_none() {
        config.connect_timeout(CONNECT_TIMEOUT);
    }
    config.keepalives_idle(IDLE).keepalives_interval(INTERVAL).keepalives_retries(RETRIES);
    config.tcp_user_timeout(IDLE + INTERVAL * RETRIES);
    let (client, connection) = config.connect(Tls).await.map_err(&failed)?;
    // Ends when the client is dropped; what goes wrong is said to whoever asks through the client.
    tokio::spawn(async move {
        if let Err(error) = connection.await {
            tracing::debug!(%error, "the connection to PostgreSQL ended");
        }
    });
    Ok(client)
}

//! One socket for both schemes: the first byte of a TLS connection is 0x16 (RFC 8446, 5.1), which
//! begins no HTTP request. So one resolver answer serves http and https.

use std::io;
use std::sync::Arc;

use axum::extract::connect_info::Connected;
use axum::serve::{IncomingStream, Listener};
use tokio::io::{AsyncRead, AsyncWrite};
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::mpsc;
use tokio::task::JoinHandle;
use tokio_rustls::TlsAcceptor;

/// The scheme a connection speaks.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Scheme {
    Http,
    Https,
}

impl Scheme {
    pub(crate) fn name(self) -> &'static str {
        match self {
            Self::Http => "http",
            Self::Https => "https",
        }
    }
}

pub(crate) trait Stream: AsyncRead + AsyncWrite + Send + Unpin {}
impl<T: AsyncRead + AsyncWrite + Send + Unpin> Stream for T {}

pub(crate) type Connection = (Box<dyn Stream>, Scheme);

/// Hands on connections whose handshake is done; a slow one does not hold up the others.
pub(crate) struct BothSchemes {
    ready: mpsc::Receiver<Connection>,
    accepting: JoinHandle<()>,
}

const CONNECTIONS_WAITING_MAX: usize = 64;

impl BothSchemes {
    pub(crate) fn new(socket: TcpListener, tls: TlsAcceptor) -> Self {
        let (sender, ready) = mpsc::channel(CONNECTIONS_WAITING_MAX);
        let tls = Arc::new(tls);
        let accepting = tokio::spawn(async move {
            while let Ok((stream, _)) = socket.accept().await {
                let (sender, tls) = (sender.clone(), Arc::clone(&tls));
                tokio::spawn(async move {
                    if let Ok(connection) = open(stream, &tls).await {
                        let _ = sender.send(connection).await;
                    }
                });
            }
        });
        Self { ready, accepting }
    }
}

impl Drop for BothSchemes {
    fn drop(&mut self) {
        self.accepting.abort();
    }
}

async fn open(stream: TcpStream, tls: &TlsAcceptor) -> io::Result<Connection> {
    let mut first = [0];
    stream.peek(&mut first).await?;
    if first == [0x16] {
        Ok((Box::new(tls.accept(stream).await?), Scheme::Https))
    } else {
        Ok((Box::new(stream), Scheme::Http))
    }
}

impl Listener for BothSchemes {
    type Io = Box<dyn Stream>;
    type Addr = Scheme;

    async fn accept(&mut self) -> (Self::Io, Self::Addr) {
        match self.ready.recv().await {
            Some(connection) => connection,
            None => std::future::pending().await,
        }
    }

    fn local_addr(&self) -> io::Result<Self::Addr> {
        Ok(Scheme::Http)
    }
}

impl Connected<IncomingStream<'_, BothSchemes>> for Scheme {
    fn connect_info(stream: IncomingStream<'_, BothSchemes>) -> Self {
        *stream.remote_addr()
    }
}

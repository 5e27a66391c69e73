//! What stands in for the cluster in a program that was built without it: the same names, each of
//! which says how to build it.

pub mod client {
    use std::path::Path;

    use portbook_bulk::job::{Job, Outcome};
    use portbook_source::load::Texts;

    use crate::address::Engine;
    use crate::error::{Error, Result};

    /// # Errors
    /// `NotBuilt`.
    pub fn run(_: &Job, _: &Texts, _: &Path, _: &Engine) -> Result<Outcome> {
        Err(Error::NotBuilt)
    }
}

pub mod scheduler {
    use std::net::SocketAddr;

    use crate::error::{Error, Result};

    #[derive(Clone, Debug)]
    pub struct Scheduler {
        pub address: SocketAddr,
        pub host: Option<String>,
        pub lost_after_s: u64,
    }

    impl Scheduler {
        /// # Errors
        /// `NotBuilt`.
        pub async fn serve(&self) -> Result<()> {
            std::future::ready(Err(Error::NotBuilt)).await
        }
    }
}

pub mod executor {
    use std::net::SocketAddr;

    use portbook_bulk::room::Room;

    use crate::address::Engine;
    use crate::error::{Error, Result};

    #[derive(Clone, Debug)]
    pub struct Executor {
        pub address: SocketAddr,
        pub scheduler: Engine,
        pub room: Room,
    }

    impl Executor {
        /// # Errors
        /// `NotBuilt`.
        pub async fn serve(self) -> Result<()> {
            std::future::ready(Err(Error::NotBuilt)).await
        }
    }
}

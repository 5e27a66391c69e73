//! One folder of a store: objects that are made once, read, listed. What a store's client does not do
//! itself is done here: an answer that was lost after the bytes were stored is no loss, and a request
//! that says nothing for too long is made again.

use std::io::Read as _;
use std::sync::Arc;
use std::time::Duration;

use bytes::Bytes;
use futures_util::{StreamExt as _, TryStreamExt as _};
use object_store::aws::{AmazonS3Builder, S3ConditionalPut};
use object_store::azure::MicrosoftAzureBuilder;
use object_store::gcp::GoogleCloudStorageBuilder;
use object_store::local::LocalFileSystem;
use object_store::path::Path;
use object_store::prefix::PrefixStore;
use object_store::{
    BackoffConfig, ClientOptions, Error as ClientError, ObjectMeta, ObjectStore,
    ObjectStoreExt as _, PutMode, PutPayload, RetryConfig, WriteMultipart,
};

use crate::address::Address;
use crate::counted::{Counted, Counts};
use crate::error::{Error, Result};
use crate::hidden::{hidden, secrets};
use crate::settings::Settings;

/// Times one request is made if its answer is lost; each with the retries of the store's client.
const TRIES_MAX: u32 = 3;
/// Retries of a request that the server answers with an error of its own, and the time for them.
const RETRIES_MAX: usize = 3;
const RETRY_MAX: Duration = Duration::from_secs(30);
const PAUSE: Duration = Duration::from_millis(200);
const PAUSE_MAX: Duration = Duration::from_secs(5);
const CONNECT_MAX: Duration = Duration::from_secs(5);
/// Time in which one request of up to [`PART_BYTES`] is answered whole.
const ANSWER_MAX: Duration = Duration::from_secs(25);
/// What is asked for, or sent, in one request.
pub(crate) const PART_BYTES: u64 = 8 << 20;
/// Objects up to this are sent in one request, under the store's condition. Longer ones are sent in
/// parts, which takes no condition: their names are their digests, and they are looked for first.
const WHOLE_BYTES: usize = 64 << 20;

/// What became of an object that was to be made.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Made {
    Now,
    /// It is there, with the same bytes.
    Before,
}

#[derive(Clone, Debug)]
pub(crate) struct Bucket {
    address: Address,
    /// All of the store.
    root: Arc<dyn ObjectStore>,
    /// What lies below the address.
    store: Arc<dyn ObjectStore>,
    counts: Arc<Counts>,
    /// Texts that no message repeats.
    secrets: Vec<String>,
}

impl Bucket {
    /// A folder of a store; nothing is asked yet.
    ///
    /// # Errors
    /// `Store` if the settings do not suffice.
    pub(crate) fn open(address: &Address, settings: &Settings) -> Result<Self> {
        // With two TLS providers in the tree there is no default until one is named.
        let _ = rustls::crypto::ring::default_provider().install_default();
        let secrets = secrets(settings);
        let (inner, prefix) = client(address, settings)
            .map_err(|error| told(address.to_string(), &error.to_string(), &secrets))?;
        let counts = Arc::<Counts>::default();
        let root: Arc<dyn ObjectStore> = Arc::new(Counted { inner, counts: Arc::clone(&counts) });
        let store = Arc::new(PrefixStore::new(Arc::clone(&root), prefix));
        Ok(Self { address: address.clone(), root, store, counts, secrets })
    }

    pub(crate) fn address(&self) -> &Address {
        &self.address
    }

    /// What was asked of it so far.
    pub(crate) fn counts(&self) -> &Counts {
        &self.counts
    }

    pub(crate) fn root(&self) -> Arc<dyn ObjectStore> {
        Arc::clone(&self.root)
    }

    pub(crate) fn store(&self) -> Arc<dyn ObjectStore> {
        Arc::clone(&self.store)
    }

    /// How an object is named in messages.
    pub(crate) fn place(&self, path: &str) -> String {
        format!("{}/{path}", self.address)
    }

    pub(crate) fn refused(&self, path: &str, error: &ClientError) -> Error {
        self.told(path, error)
    }

    /// What was said of an object, without secrets.
    pub(crate) fn told(&self, path: &str, error: &dyn std::error::Error) -> Error {
        told(self.place(path), &chain(error), &self.secrets)
    }

    /// The bytes of an object; `None` if there is none.
    pub(crate) async fn get(&self, path: &str) -> Result<Option<Bytes>> {
        let read = self.again(async || self.store.get(&Path::from(path)).await?.bytes().await);
        match read.await {
            Ok(bytes) => Ok(Some(bytes)),
            Err(ClientError::NotFound { .. }) => Ok(None),
            Err(error) => Err(self.refused(path, &error)),
        }
    }

    /// Bytes of an object, from `start`, at most [`PART_BYTES`].
    pub(crate) async fn part(&self, path: &str, start: u64, size: u64) -> Result<Bytes> {
        let range = start..size.min(start + PART_BYTES);
        let read =
            self.again(async || self.store.get_range(&Path::from(path), range.clone()).await);
        let bytes = read.await.map_err(|error| self.refused(path, &error))?;
        if bytes.len() as u64 == range.end - range.start {
            return Ok(bytes);
        }
        let problem = format!("got {} bytes, expected {}", bytes.len(), range.end - range.start);
        Err(Error::Damaged { place: self.place(path), problem })
    }

    /// Length of an object; `None` if there is none.
    pub(crate) async fn size(&self, path: &str) -> Result<Option<u64>> {
        match self.again(async || self.store.head(&Path::from(path)).await).await {
            Ok(found) => Ok(Some(found.size)),
            Err(ClientError::NotFound { .. }) => Ok(None),
            Err(error) => Err(self.refused(path, &error)),
        }
    }

    /// Objects below a folder whose names come after `after`, by name.
    pub(crate) async fn list(&self, folder: &str, after: Option<&str>) -> Result<Vec<ObjectMeta>> {
        let prefix = Path::from(folder);
        let listed = self.again(async || {
            let listed = match after {
                Some(after) => self.store.list_with_offset(Some(&prefix), &Path::from(after)),
                None => self.store.list(Some(&prefix)),
            };
            listed.try_collect::<Vec<_>>().await
        });
        let mut found = listed.await.map_err(|error| self.refused(folder, &error))?;
        found.sort_by(|one, two| one.location.cmp(&two.location));
        Ok(found)
    }

    /// Makes an object that is written once.
    ///
    /// # Errors
    /// `Other` if one is there with other bytes.
    pub(crate) async fn make(&self, path: &str, bytes: Bytes) -> Result<Made> {
        let to = Path::from(path);
        let mut tries = 0;
        loop {
            tries += 1;
            let payload = PutPayload::from_bytes(bytes.clone());
            let put = self.store.put_opts(&to, payload, PutMode::Create.into());
            let refused = match within(put).await {
                Ok(_) => return Ok(Made::Now),
                Err(refused) => refused,
            };
            // Stored perhaps, and only the answer lost: what is there says so.
            let is_there = matches!(refused, ClientError::AlreadyExists { .. });
            if is_there || is_passing(&refused) {
                match self.get(path).await? {
                    Some(found) if found == bytes => {
                        return Ok(if is_there && tries == 1 { Made::Before } else { Made::Now });
                    }
                    Some(_) => return Err(Error::Other { place: self.place(path) }),
                    None => {}
                }
            }
            if tries >= TRIES_MAX || !is_passing(&refused) {
                return Err(self.refused(path, &refused));
            }
            tokio::time::sleep(PAUSE * tries).await;
        }
    }

    /// Makes an object whose name is its digest, unless it is there.
    pub(crate) async fn make_named(&self, path: &str, file: &std::path::Path) -> Result<Made> {
        let size = fs_err::metadata(file)?.len();
        if self.size(path).await? == Some(size) {
            return Ok(Made::Before);
        }
        if size <= WHOLE_BYTES as u64 {
            return self.make(path, fs_err::read(file)?.into()).await;
        }
        let to = Path::from(path);
        let sent = async {
            let mut open = fs_err::File::open(file)?;
            let upload = self.store.put_multipart(&to).await.map_err(|e| self.refused(path, &e))?;
            let mut parts = WriteMultipart::new_with_chunk_size(upload, PART_BYTES as usize);
            let mut chunk = vec![0; 1 << 20];
            loop {
                let read = open.read(&mut chunk)?;
                if read == 0 {
                    break;
                }
                parts.wait_for_capacity(4).await.map_err(|e| self.refused(path, &e))?;
                parts.write(&chunk[..read]);
            }
            parts.finish().await.map_err(|e| self.refused(path, &e))?;
            Ok(Made::Now)
        };
        sent.await
    }

    /// Writes an object over what is there.
    pub(crate) async fn replace(&self, path: &str, bytes: Bytes) -> Result<()> {
        let to = Path::from(path);
        let put =
            self.again(async || self.store.put(&to, PutPayload::from_bytes(bytes.clone())).await);
        put.await.map(|_| ()).map_err(|error| self.refused(path, &error))
    }

    pub(crate) async fn remove(&self, paths: Vec<Path>) -> Result<()> {
        let locations = futures_util::stream::iter(paths.into_iter().map(Ok)).boxed();
        let removed = self.store.delete_stream(locations).try_collect::<Vec<_>>().await;
        removed.map(|_| ()).map_err(|error| self.refused("", &error))
    }

    /// What may be asked any number of times, until it is answered.
    async fn again<T>(
        &self,
        ask: impl AsyncFn() -> object_store::Result<T>,
    ) -> object_store::Result<T> {
        let mut tries = 0;
        loop {
            tries += 1;
            match within(ask()).await {
                Err(error) if tries < TRIES_MAX && is_passing(&error) => {
                    tracing::debug!(
                        event = "store_asked_again",
                        tries,
                        error = hidden(&chain(&error), &self.secrets),
                    );
                    tokio::time::sleep(PAUSE * tries).await;
                }
                answered => return answered,
            }
        }
    }
}

/// The answer, or that there was none.
async fn within<T>(
    asked: impl Future<Output = object_store::Result<T>>,
) -> object_store::Result<T> {
    let waited = tokio::time::timeout(RETRY_MAX + ANSWER_MAX, asked).await;
    waited.unwrap_or_else(|_| {
        let source = format!("no answer in {} s", (RETRY_MAX + ANSWER_MAX).as_secs()).into();
        Err(ClientError::Generic { store: "store", source })
    })
}

/// Whether asking again may help: what the client tells by no kind of its own.
fn is_passing(error: &ClientError) -> bool {
    matches!(error, ClientError::Generic { .. })
}

/// An error with all that it was caused by.
fn chain(error: &dyn std::error::Error) -> String {
    let mut said = error.to_string();
    let mut cause = error.source();
    while let Some(error) = cause {
        let text = error.to_string();
        if !said.contains(&text) {
            said.push_str(": ");
            said.push_str(&text);
        }
        cause = error.source();
    }
    said
}

fn told(place: String, problem: &str, secrets: &[String]) -> Error {
    let problem = hidden(problem, secrets);
    let is_of = |words: &[&str]| words.iter().any(|word| problem.contains(word));
    let hint = if is_of(&["credential", "Expired", "InvalidAccessKey", "Forbidden", "403", "401"]) {
        "\n  hint: credentials come from the environment: AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY, AZURE_STORAGE_ACCOUNT_NAME and AZURE_STORAGE_ACCOUNT_KEY, GOOGLE_SERVICE_ACCOUNT"
    } else if is_of(&["NoSuchBucket", "ContainerNotFound"]) {
        "\n  hint: portbook makes no bucket: make it with the store's own tools"
    } else {
        ""
    };
    Error::Store { place, problem, hint }
}

fn client(
    address: &Address,
    settings: &Settings,
) -> object_store::Result<(Arc<dyn ObjectStore>, Path)> {
    let url = address.url();
    let prefix = Path::from_url_path(url.path())?;
    let retry = RetryConfig {
        backoff: BackoffConfig { init_backoff: PAUSE, max_backoff: PAUSE_MAX, base: 3.0 },
        max_retries: RETRIES_MAX,
        retry_timeout: RETRY_MAX,
    };
    let options = ClientOptions::new().with_timeout(ANSWER_MAX).with_connect_timeout(CONNECT_MAX);
    Ok(match url.scheme() {
        "s3" => {
            let mut builder = AmazonS3Builder::new()
                .with_client_options(options)
                .with_retry(retry)
                .with_url(url.as_str())
                .with_conditional_put(S3ConditionalPut::ETagMatch);
            for (key, value) in of(settings, "aws_") {
                if let Ok(key) = key.parse() {
                    builder = builder.with_config(key, value);
                }
            }
            (Arc::new(builder.build()?), prefix)
        }
        "gs" => {
            let mut builder = GoogleCloudStorageBuilder::new()
                .with_client_options(options)
                .with_retry(retry)
                .with_url(url.as_str());
            for (key, value) in of(settings, "google_") {
                if let Ok(key) = key.parse() {
                    builder = builder.with_config(key, value);
                }
            }
            (Arc::new(builder.build()?), prefix)
        }
        "az" => {
            let mut builder = MicrosoftAzureBuilder::new()
                .with_client_options(options)
                .with_retry(retry)
                .with_url(url.as_str());
            for (key, value) in of(settings, "azure_") {
                if let Ok(key) = key.parse() {
                    builder = builder.with_config(key, value);
                }
            }
            (Arc::new(builder.build()?), prefix)
        }
        _ => (Arc::new(LocalFileSystem::new()), prefix),
    })
}

fn of<'a>(
    settings: &'a Settings,
    prefix: &'static str,
) -> impl Iterator<Item = (&'a String, &'a String)> {
    settings.iter().filter(move |(name, _)| name.starts_with(prefix))
}

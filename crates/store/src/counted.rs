//! What was asked of a store: requests, and the bytes that came.

use std::fmt;
use std::ops::Range;
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};

use async_trait::async_trait;
use futures_util::StreamExt as _;
use futures_util::stream::BoxStream;
use object_store::path::Path;
use object_store::{
    CopyOptions, GetOptions, GetResult, GetResultPayload, ListResult, MultipartUpload, ObjectMeta,
    ObjectStore, PutMultipartOptions, PutOptions, PutPayload, PutResult, RenameOptions, Result,
};

#[derive(Debug, Default)]
pub(crate) struct Counts {
    /// Objects, ranges of objects and listings asked for.
    pub requests: AtomicU64,
    /// Bytes of objects that came.
    pub bytes_read: AtomicU64,
    /// Bytes of objects that were sent.
    pub bytes_written: AtomicU64,
}

#[derive(Debug)]
pub(crate) struct Counted {
    pub(crate) inner: Arc<dyn ObjectStore>,
    pub(crate) counts: Arc<Counts>,
}

impl Counted {
    fn request(&self) {
        self.counts.requests.fetch_add(1, Ordering::Relaxed);
    }

    fn written(&self, payload: &PutPayload) {
        let bytes = payload.content_length() as u64;
        self.counts.bytes_written.fetch_add(bytes, Ordering::Relaxed);
    }
}

impl fmt::Display for Counted {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.inner.fmt(f)
    }
}

#[async_trait]
impl ObjectStore for Counted {
    async fn put_opts(
        &self,
        location: &Path,
        payload: PutPayload,
        options: PutOptions,
    ) -> Result<PutResult> {
        self.request();
        self.written(&payload);
        self.inner.put_opts(location, payload, options).await
    }

    async fn put_multipart_opts(
        &self,
        location: &Path,
        options: PutMultipartOptions,
    ) -> Result<Box<dyn MultipartUpload>> {
        self.request();
        self.inner.put_multipart_opts(location, options).await
    }

    async fn get_opts(&self, location: &Path, options: GetOptions) -> Result<GetResult> {
        self.request();
        let mut found = self.inner.get_opts(location, options).await?;
        let counts = Arc::clone(&self.counts);
        found.payload = match found.payload {
            GetResultPayload::Stream(stream) => GetResultPayload::Stream(
                stream
                    .inspect(move |chunk| {
                        let bytes = chunk.as_ref().map_or(0, |chunk| chunk.len() as u64);
                        counts.bytes_read.fetch_add(bytes, Ordering::Relaxed);
                    })
                    .boxed(),
            ),
            file @ GetResultPayload::File(..) => {
                let Range { start, end } = found.range;
                counts.bytes_read.fetch_add(end - start, Ordering::Relaxed);
                file
            }
        };
        Ok(found)
    }

    fn delete_stream(
        &self,
        locations: BoxStream<'static, Result<Path>>,
    ) -> BoxStream<'static, Result<Path>> {
        self.request();
        self.inner.delete_stream(locations)
    }

    fn list(&self, prefix: Option<&Path>) -> BoxStream<'static, Result<ObjectMeta>> {
        self.request();
        self.inner.list(prefix)
    }

    fn list_with_offset(
        &self,
        prefix: Option<&Path>,
        offset: &Path,
    ) -> BoxStream<'static, Result<ObjectMeta>> {
        self.request();
        self.inner.list_with_offset(prefix, offset)
    }

    async fn list_with_delimiter(&self, prefix: Option<&Path>) -> Result<ListResult> {
        self.request();
        self.inner.list_with_delimiter(prefix).await
    }

    async fn copy_opts(&self, from: &Path, to: &Path, options: CopyOptions) -> Result<()> {
        self.request();
        self.inner.copy_opts(from, to, options).await
    }

    async fn rename_opts(&self, from: &Path, to: &Path, options: RenameOptions) -> Result<()> {
        self.request();
        self.inner.rename_opts(from, to, options).await
    }
}

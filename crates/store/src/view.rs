//! A commit as an object store that the query engine reads: names are those of a view, and what a
//! record says of a file is not asked of the store.

use std::collections::BTreeMap;
use std::fmt;
use std::sync::Arc;

use async_trait::async_trait;
use futures_util::StreamExt as _;
use futures_util::stream::{self, BoxStream};
use object_store::path::Path;
use object_store::{
    CopyOptions, Error as ClientError, GetOptions, GetResult, GetResultPayload, ListResult,
    MultipartUpload, ObjectMeta, ObjectStore, PutMultipartOptions, PutOptions, PutPayload,
    PutResult, Result as ClientResult,
};
use portbook_publish::record::File;

use crate::bucket::Bucket;
use crate::delta;
use crate::error::{Error, Result};
use crate::outputs;
use crate::shown::Shown;

/// The commit that is shown.
///
/// # Errors
/// `NotPublished` if there is none yet.
pub(crate) async fn shown(bucket: &Bucket) -> Result<Shown> {
    let number = match delta::version(bucket).await? {
        None | Some(0) => {
            return Err(Error::NotPublished { output: bucket.address().to_string() });
        }
        Some(number) => number,
    };
    let (commit, _) = outputs::shown(bucket, number).await?;
    let tables = commit.files.into_iter().filter(File::is_table);
    let files: BTreeMap<Path, File> =
        tables.map(|file| (Path::from(file.view.as_str()), file)).collect();
    let names = files.values().map(|file| file.view.clone()).collect();
    let store = Arc::new(View { store: bucket.store(), files });
    Ok(Shown { commit: number, names, store })
}

#[derive(Debug)]
struct View {
    store: Arc<dyn ObjectStore>,
    /// By the names of the view.
    files: BTreeMap<Path, File>,
}

impl fmt::Display for View {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "a commit in {}", self.store)
    }
}

fn meta(name: &Path, file: &File) -> ObjectMeta {
    ObjectMeta {
        location: name.clone(),
        last_modified: std::time::SystemTime::UNIX_EPOCH.into(),
        size: file.bytes,
        e_tag: Some(file.digest.to_string()),
        version: None,
    }
}

fn read_only<T>(operation: &str) -> ClientResult<T> {
    let (operation, implementer) = (operation.to_owned(), "a commit".to_owned());
    Err(ClientError::NotImplemented { operation, implementer })
}

impl View {
    fn file(&self, name: &Path) -> ClientResult<&File> {
        self.files.get(name).ok_or_else(|| ClientError::NotFound {
            path: name.to_string(),
            source: "the commit has no such file".into(),
        })
    }

    fn below(&self, prefix: Option<&Path>) -> Vec<ObjectMeta> {
        let is_below = |name: &Path| prefix.is_none_or(|prefix| name.prefix_matches(prefix));
        let files = self.files.iter().filter(|(name, _)| is_below(name));
        files.map(|(name, file)| meta(name, file)).collect()
    }
}

#[async_trait]
impl ObjectStore for View {
    async fn get_opts(&self, location: &Path, options: GetOptions) -> ClientResult<GetResult> {
        let file = self.file(location)?;
        if options.head {
            return Ok(GetResult {
                payload: GetResultPayload::Stream(stream::empty().boxed()),
                meta: meta(location, file),
                range: 0..file.bytes,
                attributes: object_store::Attributes::default(),
            });
        }
        let path = Path::from(file.path.as_str());
        let options = GetOptions { range: options.range, ..GetOptions::default() };
        let found = self.store.get_opts(&path, options).await?;
        Ok(GetResult { meta: meta(location, file), ..found })
    }

    fn list(&self, prefix: Option<&Path>) -> BoxStream<'static, ClientResult<ObjectMeta>> {
        stream::iter(self.below(prefix).into_iter().map(Ok)).boxed()
    }

    async fn list_with_delimiter(&self, prefix: Option<&Path>) -> ClientResult<ListResult> {
        let depth = prefix.map_or(0, |prefix| prefix.parts().count());
        let (mut objects, mut folders) = (Vec::new(), std::collections::BTreeSet::new());
        for found in self.below(prefix) {
            if found.location.parts().count() == depth + 1 {
                objects.push(found);
            } else {
                folders.insert(found.location.parts().take(depth + 1).collect::<Path>());
            }
        }
        Ok(ListResult { common_prefixes: folders.into_iter().collect(), objects })
    }

    async fn put_opts(&self, _: &Path, _: PutPayload, _: PutOptions) -> ClientResult<PutResult> {
        read_only("put")
    }

    async fn put_multipart_opts(
        &self,
        _: &Path,
        _: PutMultipartOptions,
    ) -> ClientResult<Box<dyn MultipartUpload>> {
        read_only("put")
    }

    fn delete_stream(
        &self,
        _: BoxStream<'static, ClientResult<Path>>,
    ) -> BoxStream<'static, ClientResult<Path>> {
        stream::once(async { read_only("delete") }).boxed()
    }

    async fn copy_opts(&self, _: &Path, _: &Path, _: CopyOptions) -> ClientResult<()> {
        read_only("copy")
    }
}

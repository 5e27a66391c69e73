//! What readers see of a commit: a folder of hard links, and the one link that points to it.

use std::collections::BTreeSet;
use std::io::ErrorKind;
use std::path::{Path, PathBuf};

use crate::aside;
use crate::error::{Error, Result};
use crate::record::{self, Commit};

/// Builds `views/<commit>` beside its place, then renames it there.
pub(crate) fn build(output: &Path, commit: &Commit) -> Result<()> {
    let views = output.join("views");
    aside::ensure_folder(&views)?;
    let name = record::name(commit.commit);
    let unfinished = views.join(format!("{}{name}", aside::PREFIX));
    remove_leftover(&unfinished)?;
    // Even an empty commit has the folder that readers glob.
    let mut folders = BTreeSet::from([unfinished.clone(), unfinished.join("observation")]);
    fs_err::create_dir_all(unfinished.join("observation"))?;
    for file in &commit.files {
        let link = unfinished.join(&file.view);
        let folder = link.parent().expect("a view's file lies in a folder");
        fs_err::create_dir_all(folder)?;
        fs_err::hard_link(output.join(&file.path), &link)
            .map_err(|source| Error::NotLinked { path: link.clone(), source })?;
        let inside = folder.ancestors().take_while(|folder| *folder != views);
        folders.extend(inside.map(Path::to_owned));
    }
    for folder in &folders {
        aside::sync_folder(folder)?;
    }
    let view = views.join(name);
    remove_leftover(&view)?;
    fs_err::rename(&unfinished, &view)?;
    aside::sync_folder(&views)
}

/// Points `current` at a view that is there: the moment of publication.
pub(crate) fn show(output: &Path, commit: u64) -> Result<()> {
    let unfinished = output.join(format!("{}current", aside::PREFIX));
    match fs_err::remove_file(&unfinished) {
        Err(error) if error.kind() != ErrorKind::NotFound => return Err(error.into()),
        _ => {}
    }
    link(&PathBuf::from("views").join(record::name(commit)), &unfinished)?;
    fs_err::rename(&unfinished, output.join("current"))?;
    aside::sync_folder(output)
}

/// A killed run's folder. Links to files that stay elsewhere; never the view that is current.
fn remove_leftover(folder: &Path) -> Result<()> {
    match fs_err::remove_dir_all(folder) {
        Err(error) if error.kind() != ErrorKind::NotFound => Err(error.into()),
        _ => Ok(()),
    }
}

#[cfg(unix)]
fn link(target: &Path, link: &Path) -> Result<()> {
    Ok(fs_err::os::unix::fs::symlink(target, link)?)
}

#[cfg(windows)]
fn link(target: &Path, link: &Path) -> Result<()> {
    Ok(fs_err::os::windows::fs::symlink_dir(target, link)?)
}

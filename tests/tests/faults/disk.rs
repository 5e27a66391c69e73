//! Rows 4 and 6 on a real disk: small, full, read-only. It lies in a mount namespace of its own and
//! goes with the process that holds it.

use std::io::{BufRead as _, BufReader, Write as _};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};

use portbook_tests::folder::Folder;
use portbook_tests::program::run;

use crate::reader::Reader;
use crate::scene::{Beginning, Scene, Trial};
use crate::{Became, Row, tell, times};

const PAGE_BYTES: u64 = 4096;

struct Disk {
    holder: Child,
    mounted_at: PathBuf,
}

impl Disk {
    /// A disk of that size; `None`, said, where mounting is not allowed.
    fn new(mebibytes: u64) -> Option<Self> {
        let mounted_at = Folder::new(&format!("faults/disk-{mebibytes}")).path().to_owned();
        let script = "mount -t tmpfs -o size=$1m tmpfs \"$0\" && echo mounted && exec cat";
        for user in ["-m", "-Urm"] {
            let mut holder = Command::new("unshare")
                .args([user, "sh", "-c", script])
                .arg(&mounted_at)
                .arg(mebibytes.to_string())
                .stdin(Stdio::piped())
                .stdout(Stdio::piped())
                .stderr(Stdio::null())
                .spawn()
                .ok()?;
            let mut line = String::new();
            let stdout = holder.stdout.take().expect("it has one");
            if BufReader::new(stdout).read_line(&mut line).is_ok() && line == "mounted\n" {
                return Some(Self { holder, mounted_at });
            }
            let _ = holder.wait();
        }
        tell("skipped: mounting is not allowed");
        None
    }

    /// Its root, as it is seen from outside the namespace.
    fn root(&self) -> PathBuf {
        let process = self.holder.id();
        let inside = self.mounted_at.strip_prefix("/").expect("an absolute path");
        Path::new("/proc").join(process.to_string()).join("root").join(inside)
    }

    fn remount(&self, option: &str) {
        let process = self.holder.id().to_string();
        let mut remount = Command::new("nsenter");
        remount.args(["-m", "-t", &process, "mount", "-o"]).arg(format!("remount,{option}"));
        run(remount.arg(&self.mounted_at)).expect(0);
    }

    /// Fills it up to that many bytes with a file, whose path is returned.
    fn fill(&self, free_bytes: u64) -> PathBuf {
        let ballast = self.root().join("ballast");
        let mut file = fs_err::File::create(&ballast).unwrap();
        let zeros = vec![0; usize::try_from(PAGE_BYTES).unwrap()];
        let mut filled_bytes: u64 = 0;
        while file.write_all(&zeros).is_ok() {
            filled_bytes += PAGE_BYTES;
        }
        file.set_len(filled_bytes.saturating_sub(free_bytes)).unwrap();
        ballast
    }
}

impl Drop for Disk {
    fn drop(&mut self) {
        let _ = self.holder.kill();
        let _ = self.holder.wait();
    }
}

/// A run on a disk that is full but for a few pages; then there is room again.
fn became(trial: &Trial<'_>, ballast: &Path, reader: &mut Reader) -> Result<Became, String> {
    let ended = run(&mut trial.run());
    trial.is_whole(reader)?;
    fs_err::remove_file(ballast).unwrap();
    trial.converges()?;
    let told = ended.stderr.contains("No space left on device")
        && ended.stderr.contains("trial/")
        && !ended.stderr.contains("panicked");
    match ended.code {
        0 => Ok(Became::Missed),
        75 if told => Ok(Became::Landed),
        _ => Err(ended.to_string()),
    }
}

#[test]
fn the_disk_is_full() {
    let mut row = Row::new("4 a disk of 16, 32 or 64 MiB is full");
    let (mut reader, wanted) = (Reader::open(), times(6, 200));
    let scene = Scene::new("small", Beginning::FirstRelease, &mut reader);
    for number in 0..wanted * 2 {
        if row.landed == wanted {
            break;
        }
        let size = [16, 32, 64][row.seed.index(3)];
        let Some(disk) = Disk::new(size) else { return };
        let trial = scene.trial_in(disk.root().join("trial"));
        let free_pages = row.seed.below(48);
        let ballast = disk.fill(free_pages * PAGE_BYTES);
        let became = became(&trial, &ballast, &mut reader);
        row.count(&format!("{number}: {size} MiB, {free_pages} pages free"), became);
    }
    row.close(wanted / 2);
}

#[test]
fn the_disk_is_read_only() {
    let mut row = Row::new("6 the folders are read-only");
    let mut reader = Reader::open();
    let scene = Scene::new("read-only", Beginning::FirstRelease, &mut reader);
    let Some(disk) = Disk::new(17) else { return };
    let trial = scene.trial_in(disk.root().join("trial"));
    disk.remount("ro");
    let ended = run(&mut trial.run());
    let told =
        ended.stderr.contains("Read-only file system") && ended.stderr.contains("trial/archive");
    let became = trial.is_whole(&mut reader).and_then(|()| {
        disk.remount("rw");
        trial.converges()?;
        if ended.code == 75 && told { Ok(Became::Landed) } else { Err(ended.to_string()) }
    });
    row.count("read-only", became);
    row.close(1);
}

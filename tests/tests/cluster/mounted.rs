//! Machines that see otherwise than others: a disk that is full, other versions of the files. It takes
//! mounts, which only root may make; where they may not be made the tests say that they are skipped.

use std::path::{Path, PathBuf};
use std::process::Command;

use portbook_tests::program;

use crate::machines::Machines;
use crate::made::{Scene, names};

/// The first executor's tasks end at once, after one of them, after all that it reads.
const DISKS_MIB: [u32; 3] = [1, 20, 48];
/// A load may be over before an executor is known to its scheduler.
const LOADS_MAX: usize = 5;

/// A disk in memory, of a stated size.
struct Disk(PathBuf);

impl Disk {
    /// None where it may not be made.
    fn new(path: PathBuf, mebibytes: u32) -> Option<Self> {
        fs_err::create_dir_all(&path).expect("a test's folder can be written");
        let options = format!("size={mebibytes}m");
        let mount = ["-t", "tmpfs", "-o", &options, "tmpfs"];
        let is_made = succeeds(Command::new("mount").args(mount).arg(&path));
        is_made.then_some(Self(path))
    }

    fn grow(&self) {
        let mount = ["-o", "remount,size=1g"];
        assert!(succeeds(Command::new("mount").args(mount).arg(&self.0)), "a disk that was made");
    }
}

impl Drop for Disk {
    fn drop(&mut self) {
        succeeds(Command::new("umount").arg("--lazy").arg(&self.0));
    }
}

fn succeeds(command: &mut Command) -> bool {
    command.output().is_ok_and(|output| output.status.success())
}

fn skipped() {
    println!("skipped: nothing may be mounted here");
}

/// Whole, or nothing is published and it was for that; whether it was whole.
fn whole_or_nothing(scene: &Scene, machines: &Machines, to: &Path, why: &str) -> bool {
    let load = program::run(&mut scene.parse(to, Some(&machines.engine())));
    if load.code == 0 {
        scene.check(&load, to);
        return true;
    }
    assert_eq!(load.code, 75, "{load}");
    assert!(load.stderr.contains(why), "{load}");
    assert_eq!(names(to), Vec::<String>::new(), "{load}");
    false
}

#[test]
fn an_executors_disk_is_full() {
    let scene = Scene::new("cluster-full-executor");
    for mebibytes in DISKS_MIB {
        let Some(disk) = Disk::new(scene.folder.path().join("small"), mebibytes) else {
            return skipped();
        };
        let mut machines = Machines::new(scene.folder.path(), 3);
        machines.move_executor(0, &disk.0);
        machines.start_executors();
        let to = scene.folder.path().join("cluster");
        let is_whole = whole_or_nothing(&scene, &machines, &to, "No space left");
        println!("a disk of {mebibytes} MiB of an executor: whole at once: {is_whole}");
        disk.grow();
        scene.check(&program::run(&mut scene.parse(&to, Some(&machines.engine()))), &to);
        fs_err::remove_dir_all(&to).unwrap();
    }
}

#[test]
fn the_disk_of_what_is_published_is_full() {
    let scene = Scene::new("cluster-full-output");
    let Some(disk) = Disk::new(scene.folder.path().join("small"), 2) else { return skipped() };
    let machines = Machines::started(scene.folder.path(), 3);
    let to = disk.0.join("cluster");
    assert!(!whole_or_nothing(&scene, &machines, &to, "No space left"), "2 MiB hold no load");
    disk.grow();
    scene.check(&program::run(&mut scene.parse(&to, Some(&machines.engine()))), &to);
}

/// One executor has another version of each file where the others have the one that was surveyed.
#[test]
fn executors_see_different_versions() {
    let scene = Scene::new("cluster-mounted-versions");
    let other = scene.folder.path().join("other");
    fs_err::create_dir_all(&other).unwrap();
    let mut mounts = String::new();
    for path in &scene.files {
        let mut text = fs_err::read(path).unwrap();
        let at = text.len() - 2;
        text[at] = if text[at] == b'1' { b'2' } else { b'1' };
        let changed = other.join(path.file_name().unwrap());
        fs_err::write(&changed, text).unwrap();
        mounts.push_str(&format!("mount --bind '{}' '{}' && ", changed.display(), path.display()));
    }
    let within = |script: &str| ["unshare", "--mount", "sh", "-c", script].map(str::to_owned);
    let [unshare, arguments @ ..] = within(&format!("{mounts} true"));
    if !succeeds(Command::new(unshare).args(arguments)) {
        return skipped();
    }
    let mut machines = Machines::new(scene.folder.path(), 3);
    machines.wrap_executor(0, within(&format!("{mounts} exec \"$0\" \"$@\"")).to_vec());
    machines.start_executors();
    let to = scene.folder.path().join("cluster");
    let is_refused = || !whole_or_nothing(&scene, &machines, &to, "OtherBytes");
    assert!((0..LOADS_MAX).any(|_| is_refused()), "no load was given to the first executor");
    machines.kill_executor(0);
    machines.wrap_executor(0, Vec::new());
    machines.start_executors();
    scene.check(&program::run(&mut scene.parse(&to, Some(&machines.engine()))), &to);
}

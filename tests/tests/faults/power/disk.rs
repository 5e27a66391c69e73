//! A disk that knows what it was told to keep. POSIX promises no more than this: a file's bytes
//! once it is flushed, a name once its folder is flushed, and a rename whole or not at all.

use std::collections::BTreeMap;
use std::path::Path;

use portbook_tests::seed::Seed;

use super::trace::{Change, Place};

/// What a power cut takes of what was not flushed.
#[derive(Clone, Copy, Debug)]
pub(super) enum Loss {
    All,
    /// The newest name is there though nothing before it was flushed.
    AllButTheLast,
    /// Each name and each byte may be there or not.
    ByLot,
    None,
}

#[derive(Clone)]
pub(super) struct Disk {
    nodes: Vec<Node>,
    /// The folder whose names changed last.
    newest: Option<usize>,
}

#[derive(Clone)]
enum Node {
    File { kept: Vec<u8>, now: Vec<u8> },
    Link(String),
    Folder { kept: Names, now: Names, since: Vec<Naming> },
}

type Names = BTreeMap<String, usize>;

/// A change of a folder's names that was not flushed.
#[derive(Clone)]
enum Naming {
    Set(String, usize),
    Unset(String),
    Move { from: String, to: String, node: usize },
}

impl Naming {
    fn apply(&self, names: &mut Names) {
        match self {
            Self::Set(name, node) => drop(names.insert(name.clone(), *node)),
            Self::Unset(name) => drop(names.remove(name)),
            Self::Move { from, to, node } => {
                names.remove(from);
                names.insert(to.clone(), *node);
            }
        }
    }
}

impl Disk {
    /// What lies in a folder, all of it kept.
    pub(super) fn of(folder: &Path) -> Self {
        let mut disk = Self { nodes: Vec::new(), newest: None };
        disk.read(folder);
        disk
    }

    /// The node of a folder is made before those in it: the root is the first.
    fn read(&mut self, path: &Path) -> usize {
        let kind = fs_err::symlink_metadata(path).unwrap();
        let node = self.nodes.len();
        if kind.is_symlink() {
            let target = fs_err::read_link(path).unwrap().to_string_lossy().into_owned();
            self.nodes.push(Node::Link(target));
        } else if kind.is_file() {
            let bytes = fs_err::read(path).unwrap();
            self.nodes.push(Node::File { kept: bytes.clone(), now: bytes });
        } else {
            self.nodes.push(empty_folder());
            let mut names = Names::new();
            for entry in fs_err::read_dir(path).unwrap() {
                let entry = entry.unwrap();
                let name = entry.file_name().to_string_lossy().into_owned();
                names.insert(name, self.read(&entry.path()));
            }
            self.nodes[node] = Node::Folder { kept: names.clone(), now: names, since: Vec::new() };
        }
        node
    }

    pub(super) fn apply(&mut self, change: &Change) {
        match change {
            Change::MakeFolder(path) => self.make(path, empty_folder()),
            Change::MakeFile(path) if self.find(path).is_some() => {}
            Change::MakeFile(path) => {
                self.make(path, Node::File { kept: Vec::new(), now: Vec::new() });
            }
            Change::MakeLink { path, target } => self.make(path, Node::Link(target.clone())),
            Change::Write { path, at, bytes } => self.write(path, *at, bytes),
            Change::Cut { path, length } => self.file(path).resize(*length, 0),
            Change::Name { from, to } => {
                let node = self.find(from).expect("what is linked is there");
                self.name(to, |name| Naming::Set(name, node));
            }
            Change::Move { from, to } => {
                let node = self.find(from).expect("what is renamed is there");
                assert_eq!(parent(from).0, parent(to).0, "renamed within its folder");
                let from = parent(from).1.to_owned();
                self.name(to, |to| Naming::Move { from, to, node });
            }
            Change::Remove(path) => self.name(path, Naming::Unset),
            Change::Flush(path) => self.flush(path),
        }
    }

    fn make(&mut self, path: &str, node: Node) {
        self.nodes.push(node);
        let made = self.nodes.len() - 1;
        self.name(path, |name| Naming::Set(name, made));
    }

    fn name(&mut self, path: &str, naming: impl FnOnce(String) -> Naming) {
        let (folder, name) = parent(path);
        let naming = naming(name.to_owned());
        let folder = self.find(folder).expect("names lie in a folder");
        let Node::Folder { now, since, .. } = &mut self.nodes[folder] else {
            panic!("{path}: not in a folder")
        };
        naming.apply(now);
        since.push(naming);
        self.newest = Some(folder);
    }

    fn write(&mut self, path: &str, at: Place, bytes: &[u8]) {
        let file = self.file(path);
        let at = match at {
            Place::End => file.len(),
            Place::Offset(offset) => offset,
        };
        file.resize(file.len().max(at + bytes.len()), 0);
        file[at..at + bytes.len()].copy_from_slice(bytes);
    }

    fn file(&mut self, path: &str) -> &mut Vec<u8> {
        let node = self.find(path).expect("what is written is there");
        match &mut self.nodes[node] {
            Node::File { now, .. } => now,
            _ => panic!("{path}: no file"),
        }
    }

    fn flush(&mut self, path: &str) {
        let node = self.find(path).expect("what is flushed is there");
        match &mut self.nodes[node] {
            Node::File { kept, now } => kept.clone_from(now),
            Node::Folder { kept, now, since } => {
                kept.clone_from(now);
                since.clear();
            }
            Node::Link(_) => panic!("{path}: a link cannot be flushed"),
        }
    }

    /// As a process sees it now.
    fn find(&self, path: &str) -> Option<usize> {
        self.walk(path, |folder| match folder {
            Node::Folder { now, .. } => Some(now),
            _ => None,
        })
    }

    fn walk(&self, path: &str, names: impl Fn(&Node) -> Option<&Names>) -> Option<usize> {
        let mut node = 0;
        for part in path.split('/').filter(|part| !part.is_empty()) {
            node = *names(&self.nodes[node])?.get(part)?;
        }
        Some(node)
    }

    /// The bytes that a file keeps under a name that is kept.
    pub(super) fn durable(&self, path: &str) -> Option<&[u8]> {
        let node = self.walk(path, |folder| match folder {
            Node::Folder { kept, .. } => Some(kept),
            _ => None,
        })?;
        match &self.nodes[node] {
            Node::File { kept, .. } => Some(kept),
            _ => None,
        }
    }

    /// Lays out what a power cut now leaves.
    pub(super) fn left_after(&self, loss: Loss, seed: &mut Seed, at: &Path) {
        self.lay_out(0, loss, seed, at);
    }

    fn lay_out(&self, node: usize, loss: Loss, seed: &mut Seed, at: &Path) {
        match &self.nodes[node] {
            Node::Link(target) => fs_err::os::unix::fs::symlink(target, at).unwrap(),
            Node::File { kept, now } => fs_err::write(at, bytes(kept, now, loss, seed)).unwrap(),
            Node::Folder { kept, since, .. } => {
                fs_err::create_dir(at).unwrap();
                let mut names = kept.clone();
                for (number, naming) in since.iter().enumerate() {
                    let last = number + 1 == since.len() && self.newest == Some(node);
                    let is_kept = match loss {
                        Loss::All => false,
                        Loss::AllButTheLast => last,
                        Loss::ByLot => seed.below(2) == 0,
                        Loss::None => true,
                    };
                    if is_kept {
                        naming.apply(&mut names);
                    }
                }
                for (name, node) in names {
                    self.lay_out(node, loss, seed, &at.join(name));
                }
            }
        }
    }
}

/// What a file holds: what was flushed, and by lot a part of what came after, or as many zeros.
fn bytes(kept: &[u8], now: &[u8], loss: Loss, seed: &mut Seed) -> Vec<u8> {
    match loss {
        Loss::None => now.to_vec(),
        Loss::ByLot if now.starts_with(kept) => {
            let length = kept.len() + seed.index(now.len() - kept.len() + 1);
            let mut bytes = now[..length].to_vec();
            if seed.below(4) == 0 {
                bytes[kept.len()..].fill(0);
            }
            bytes
        }
        Loss::ByLot if seed.below(2) == 0 => now.to_vec(),
        Loss::All | Loss::AllButTheLast | Loss::ByLot => kept.to_vec(),
    }
}

fn empty_folder() -> Node {
    Node::Folder { kept: Names::new(), now: Names::new(), since: Vec::new() }
}

/// The folder of a path, and the name in it.
fn parent(path: &str) -> (&str, &str) {
    path.rsplit_once('/').unwrap_or(("", path))
}

//! What `strace` wrote of a run, as changes to a disk: paths and bytes are printed in hexadecimal,
//! so that nothing is cut or escaped.

use std::collections::BTreeMap;
use std::path::Path;

/// One change, or one flush, below the folder of a trial. Paths are relative to it.
#[derive(Clone, Debug)]
pub(super) enum Change {
    MakeFolder(String),
    /// A new, empty file.
    MakeFile(String),
    MakeLink {
        path: String,
        target: String,
    },
    Write {
        path: String,
        at: Place,
        bytes: Vec<u8>,
    },
    Cut {
        path: String,
        length: usize,
    },
    Name {
        from: String,
        to: String,
    },
    Move {
        from: String,
        to: String,
    },
    Remove(String),
    Flush(String),
}

#[derive(Clone, Copy, Debug)]
pub(super) enum Place {
    End,
    Offset(usize),
}

/// How the run is traced: the main thread alone writes (`strace::calls` sees to that).
pub(super) fn options() -> Vec<String> {
    let calls = "open,openat,close,write,pwrite64,writev,lseek,fsync,fdatasync,rename,renameat,\
                 renameat2,unlink,unlinkat,rmdir,link,linkat,symlink,symlinkat,mkdir,mkdirat,ftruncate,\
                 fcntl,dup,dup2,dup3";
    vec![format!("--trace={calls}"), "-xx".to_owned(), "-s".to_owned(), "16777216".to_owned()]
}

/// A file that is open for writing.
struct Open {
    path: String,
    appends: bool,
    offset: usize,
}

/// The changes below a folder, in order.
///
/// # Panics
/// At a call that this reader does not know how to play.
pub(super) fn changes(trace: &str, folder: &Path) -> Vec<Change> {
    let mut changes = Vec::new();
    let mut open: BTreeMap<String, Open> = BTreeMap::new();
    for line in trace.lines() {
        let Some((call, rest)) = line.split_once('(') else { continue };
        let Some((arguments, result)) = rest.rsplit_once(") = ") else { continue };
        if result.starts_with('-') {
            continue;
        }
        let texts = texts(arguments);
        let path = |index: usize| {
            let text = String::from_utf8(texts.get(index)?.clone()).ok()?;
            let below = Path::new(&text).strip_prefix(folder).ok()?;
            Some(below.to_string_lossy().into_owned())
        };
        let descriptor = arguments.split([',', '<']).next().unwrap_or_default().to_owned();
        match call {
            "openat" | "open" => {
                let Some(path) = path(0) else { continue };
                if arguments.contains("O_CREAT") {
                    changes.push(Change::MakeFile(path.clone()));
                }
                let appends = arguments.contains("O_APPEND");
                let descriptor = result.split('<').next().unwrap_or_default().trim().to_owned();
                open.insert(descriptor, Open { path, appends, offset: 0 });
            }
            "close" => drop(open.remove(&descriptor)),
            "write" | "writev" | "pwrite64" | "lseek" | "ftruncate" | "fsync" | "fdatasync" => {
                let Some(file) = open.get_mut(&descriptor) else { continue };
                of_file(call, arguments, result, texts.concat(), file, &mut changes);
            }
            "mkdir" | "mkdirat" => changes.extend(path(0).map(Change::MakeFolder)),
            "unlink" | "rmdir" => changes.extend(path(0).map(Change::Remove)),
            "rename" | "renameat" | "renameat2" => {
                let both = path(0).zip(path(1));
                changes.extend(both.map(|(from, to)| Change::Move { from, to }));
            }
            "link" | "linkat" => {
                let both = path(0).zip(path(1));
                changes.extend(both.map(|(from, to)| Change::Name { from, to }));
            }
            "symlink" | "symlinkat" => {
                let target = String::from_utf8_lossy(&texts[0]).into_owned();
                changes.extend(path(1).map(|path| Change::MakeLink { path, target }));
            }
            "fcntl" => {}
            other => panic!("a call that is not played: {other}: {line}"),
        }
    }
    changes
}

/// A call on an open file.
fn of_file(
    call: &str,
    arguments: &str,
    result: &str,
    bytes: Vec<u8>,
    file: &mut Open,
    changes: &mut Vec<Change>,
) {
    let path = file.path.clone();
    let number = |text: &str| text.trim().parse::<usize>().expect("a length or an offset");
    let last = || number(arguments.rsplit(',').next().unwrap_or_default());
    match call {
        "write" | "writev" => {
            let place = if file.appends { Place::End } else { Place::Offset(file.offset) };
            let bytes = bytes[..number(result)].to_vec();
            file.offset += bytes.len();
            changes.push(Change::Write { path, at: place, bytes });
        }
        "pwrite64" => changes.push(Change::Write { path, at: Place::Offset(last()), bytes }),
        "lseek" => file.offset = number(result),
        "ftruncate" => changes.push(Change::Cut { path, length: last() }),
        _ => changes.push(Change::Flush(path)),
    }
}

/// The quoted texts of a call's arguments, each `"\x2f\x61"`; paths of descriptors stand in `<>`.
fn texts(arguments: &str) -> Vec<Vec<u8>> {
    let quoted = arguments.split('"').skip(1).step_by(2);
    let byte = |hexadecimal: &str| u8::from_str_radix(hexadecimal, 16).expect("two digits");
    quoted.map(|text| text.split("\\x").skip(1).map(byte).collect()).collect()
}

impl Change {
    /// Readers are pointed to another commit.
    pub(super) fn shows_a_commit(&self) -> bool {
        matches!(self, Self::Move { to, .. } if to == "output/current")
    }

    /// Without the bytes.
    pub(super) fn told(&self) -> String {
        match self {
            Self::Write { path, bytes, .. } => format!("{} bytes to {path}", bytes.len()),
            other => format!("{other:?}"),
        }
    }
}

//! Containers that are no workbook: the members of zip and 7z archives and of gzip files, each read
//! by its content like a file that came alone. Members stay in memory: nothing is ever unpacked to
//! a disk, so a member's name is a label and no path. All members count against one budget.

use encoding_rs::Encoding;

use serde::{Deserialize, Serialize};

use crate::error::{Error, Kind};
use crate::limits::Limits;
use crate::read::contents::{Contents, read_within};
use crate::sniff::Format;

mod gzip;
mod seven_zip;
mod zipped;

/// A container and what its members hold.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Archive {
    /// `Zip`, `Gzip` or `SevenZip`.
    pub format: Format,
    /// In the container's order; folders are none.
    pub members: Vec<Member>,
}

#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Member {
    /// As stored; bytes that are no text in a known charset as `%D6`.
    pub name: String,
    pub contents: Inside,
}

/// What a member turned out to hold.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub enum Inside {
    Read(Box<Contents>),
    /// A sound member that no reader takes: a picture, a note.
    Refused {
        kind: Kind,
        /// The reader's error.
        reason: String,
    },
}

/// `outer.zip/inner.csv`, as members lie in one another.
pub(crate) fn within(outer: &str, inner: Option<&str>) -> String {
    inner.map_or_else(|| outer.to_owned(), |inner| format!("{outer}/{inner}"))
}

/// How deep in one another containers are, and what they may still unpack.
pub(super) struct Room {
    depth: usize,
    left_bytes: u64,
}

impl Room {
    pub(super) fn new(limits: &Limits) -> Self {
        Self { depth: 0, left_bytes: limits.archive_bytes_max }
    }
}

/// Reads every member of a container.
pub(super) fn read(
    bytes: &[u8],
    format: Format,
    charset: Option<&str>,
    limits: &Limits,
    room: &mut Room,
) -> Result<Archive, Error> {
    let (seen, max) = (room.depth + 1, limits.archive_depth_max);
    if seen > max {
        let (seen, max) = (seen as u64, max as u64);
        return Err(Error::Limit {
            what: "archives in one another",
            place: "the file".into(),
            seen,
            max,
        });
    }
    room.depth += 1;
    let mut reader = Taker { charset, left: limits.clone(), room, members: Vec::new() };
    match format {
        Format::Gzip => gzip::each(bytes, limits, &mut reader)?,
        Format::SevenZip => seven_zip::each(bytes, limits, &mut reader)?,
        _ => zipped::each(bytes, limits, &mut reader)?,
    }
    let members = reader.members;
    room.depth -= 1;
    if members.is_empty() {
        return Err(Error::Empty);
    }
    Ok(Archive { format, members })
}

/// Takes members as their container gives them.
struct Taker<'a> {
    charset: Option<&'a str>,
    /// What the members that are still to come may cost.
    left: Limits,
    room: &'a mut Room,
    members: Vec<Member>,
}

impl Taker<'_> {
    /// The name under which a member is known, checked.
    fn name(&self, raw: &[u8]) -> Result<String, Error> {
        let name = label(raw, self.charset);
        let fault =
            |reason: &str| Error::Member { member: name.clone(), reason: reason.to_owned() };
        if raw.iter().any(|byte| *byte < b' ') {
            return Err(fault("a name with control characters"));
        }
        let mut parts = name.split(['/', '\\']);
        let is_absolute = name.starts_with(['/', '\\']) || name.get(1..2) == Some(":");
        if is_absolute || parts.any(|part| part == "..") {
            return Err(fault("a name that leaves the archive"));
        }
        let folded = name.replace('\\', "/").to_lowercase();
        let same = |m: &Member| m.name.replace('\\', "/").to_lowercase() == folded;
        if self.members.len() < NAMES_COMPARED_MAX && self.members.iter().any(same) {
            return Err(Error::DuplicateMember { member: name });
        }
        Ok(name)
    }

    /// Reads one member.
    fn take(&mut self, name: String, bytes: &[u8]) -> Result<(), Error> {
        let contents = match read_within(bytes, self.charset, &self.left, self.room) {
            Ok(contents) => {
                self.spend(&contents);
                Inside::Read(Box::new(contents))
            }
            Err(error) if error.is_damage() || error.kind() == Kind::Encrypted => {
                return Err(Error::InMember { member: name, error: Box::new(error) });
            }
            Err(error) => Inside::Refused { kind: error.kind(), reason: error.to_string() },
        };
        self.members.push(Member { name, contents });
        Ok(())
    }

    /// Cells and text of all members together stay within the bounds of one file.
    fn spend(&mut self, contents: &Contents) {
        let grids = match contents {
            Contents::Workbook(book) => book.grids.as_slice(),
            Contents::Page(page) => page.grids.as_slice(),
            Contents::Text(text) => {
                let bytes = text.content.len() as u64;
                self.left.text_bytes_max = self.left.text_bytes_max.saturating_sub(bytes);
                return;
            }
            Contents::Records(file) => {
                for set in &file.sets {
                    let (cells, bytes) = (set.cell_count(), set.text_bytes());
                    self.left.cells_max = self.left.cells_max.saturating_sub(cells);
                    let left = self.left.cells_text_bytes_max.saturating_sub(bytes);
                    self.left.cells_text_bytes_max = left;
                }
                return;
            }
            Contents::Structure(_) => return,
            Contents::Archive(archive) => {
                for member in &archive.members {
                    if let Inside::Read(contents) = &member.contents {
                        self.spend(contents);
                    }
                }
                return;
            }
        };
        for (_, cell) in grids.iter().flat_map(crate::grid::Grid::cells) {
            self.left.cells_max = self.left.cells_max.saturating_sub(1);
            let bytes = cell.text.len() as u64;
            self.left.cells_text_bytes_max = self.left.cells_text_bytes_max.saturating_sub(bytes);
        }
    }
}

/// Comparing each name with all before is quadratic; a zip's names are compared by its own reader.
const NAMES_COMPARED_MAX: usize = 1_000;

/// A name as text: UTF-8, else the declared charset, else its bytes, each told apart.
fn label(raw: &[u8], charset: Option<&str>) -> String {
    if let Ok(name) = str::from_utf8(raw) {
        return name.to_owned();
    }
    let declared = charset.and_then(|label| Encoding::for_label(label.as_bytes()));
    let text = declared.and_then(|c| c.decode_without_bom_handling_and_without_replacement(raw));
    text.map_or_else(|| escaped(raw), std::borrow::Cow::into_owned)
}

fn escaped(raw: &[u8]) -> String {
    let mut name = String::new();
    for byte in raw {
        match byte {
            b' '..=b'~' if *byte != b'%' => name.push(char::from(*byte)),
            _ => name.push_str(&format!("%{byte:02X}")),
        }
    }
    name
}

/// Reads a member to its end, counting what really comes.
fn unpack(
    mut member: impl std::io::Read,
    name: &str,
    packed_bytes: u64,
    limits: &Limits,
    left_bytes: &mut u64,
) -> Result<Vec<u8>, Error> {
    let ratio_bytes = packed_bytes.saturating_mul(limits.ratio_max).max(limits.ratio_floor_bytes);
    let max = limits.member_bytes_max.min(ratio_bytes).min(*left_bytes);
    let mut bytes = Vec::new();
    let mut within = std::io::Read::take(&mut member, max.saturating_add(1));
    std::io::Read::read_to_end(&mut within, &mut bytes)
        .map_err(|error| Error::Member { member: name.to_owned(), reason: error.to_string() })?;
    let seen = bytes.len() as u64;
    if seen > max {
        let place = format!("member `{name}`");
        return Err(Error::Limit { what: "unpacked bytes", place, seen, max });
    }
    *left_bytes -= seen;
    Ok(bytes)
}

#[cfg(test)]
mod tests;

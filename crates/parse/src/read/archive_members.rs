//! Containers that are no workbook: the members of zip and 7z archives and of gzip files, each read
//! by its content like a file that came alone. Members stay in memory: nothing is ever unpacked to
//! a disk, so a member's name is a label and no path. All members count against one budget.

use std::io::{Cursor, Read, Seek};

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
    let mut taker = Taker { charset, left: limits.clone(), room, members: Vec::new() };
    let length = bytes.len() as u64;
    each(Cursor::new(bytes), format, length, limits, &mut |raw, packed_bytes, stream| {
        let name = taker.name(raw)?;
        let left_bytes = &mut taker.room.left_bytes;
        let content = unpack(stream, &name, packed_bytes, limits, left_bytes)?;
        taker.take(name, &content)?;
        Ok(true)
    })?;
    let members = taker.members;
    room.depth -= 1;
    if members.is_empty() {
        return Err(Error::Empty);
    }
    Ok(Archive { format, members })
}

/// What is done with a member, by its name as stored, its packed bytes and its content; whether the
/// next is asked for.
type Visit<'v> = &'v mut dyn FnMut(&[u8], u64, &mut dyn Read) -> Result<bool, Error>;

fn each(
    source: impl Read + Seek,
    format: Format,
    bytes: u64,
    limits: &Limits,
    visit: Visit<'_>,
) -> Result<(), Error> {
    match format {
        Format::Gzip => gzip::each(source, bytes, visit),
        Format::SevenZip => seven_zip::each(source, bytes, limits, visit),
        _ => zipped::each(source, limits, visit),
    }
}

/// Gives the members of a container of any size on as streams, none of them held. Each is by its name;
/// what is done with it says whether the next is asked for. A stream that unpacks to more than its
/// share fails, and so does one whose checksum is wrong, at its end.
///
/// # Errors
/// Where the container is damaged, or as `visit`.
pub fn stream(
    source: impl Read + Seek,
    format: Format,
    bytes: u64,
    charset: Option<&str>,
    visit: &mut dyn FnMut(&str, &mut dyn Read) -> Result<bool, Error>,
) -> Result<(), Error> {
    let limits = Limits::standard();
    let mut names: Vec<String> = Vec::new();
    each(source, format, bytes, &limits, &mut |raw, packed_bytes, stream| {
        let name = checked(raw, charset, &names)?;
        let max = packed_bytes.saturating_mul(limits.ratio_max).max(limits.ratio_floor_bytes);
        let goes_on = visit(&name, &mut Bounded { stream, left_bytes: max })?;
        names.push(name);
        Ok(goes_on)
    })
}

/// Fails where more comes than it was told.
struct Bounded<'a> {
    stream: &'a mut dyn Read,
    left_bytes: u64,
}

impl Read for Bounded<'_> {
    fn read(&mut self, buffer: &mut [u8]) -> std::io::Result<usize> {
        let read = self.stream.read(buffer)?;
        let left = self.left_bytes.checked_sub(read as u64);
        self.left_bytes = left.ok_or_else(|| {
            std::io::Error::other("got more unpacked bytes for each packed one than is plausible")
        })?;
        Ok(read)
    }
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
    fn name(&self, raw: &[u8]) -> Result<String, Error> {
        let names = self.members.iter().map(|member| &member.name);
        checked(raw, self.charset, names)
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

/// The name under which a member is known, where there are members of other names.
fn checked<'n>(
    raw: &[u8],
    charset: Option<&str>,
    others: impl IntoIterator<Item = &'n String>,
) -> Result<String, Error> {
    let name = label(raw, charset);
    let fault = |reason: &str| Error::Member { member: name.clone(), reason: reason.to_owned() };
    if raw.iter().any(|byte| *byte < b' ') {
        return Err(fault("a name with control characters"));
    }
    let mut parts = name.split(['/', '\\']);
    let is_absolute = name.starts_with(['/', '\\']) || name.get(1..2) == Some(":");
    if is_absolute || parts.any(|part| part == "..") {
        return Err(fault("a name that leaves the archive"));
    }
    let folded = name.replace('\\', "/").to_lowercase();
    let mut others = others.into_iter().take(NAMES_COMPARED_MAX);
    if others.any(|other| other.replace('\\', "/").to_lowercase() == folded) {
        return Err(Error::DuplicateMember { member: name });
    }
    Ok(name)
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
    member: &mut dyn Read,
    name: &str,
    packed_bytes: u64,
    limits: &Limits,
    left_bytes: &mut u64,
) -> Result<Vec<u8>, Error> {
    let ratio_bytes = packed_bytes.saturating_mul(limits.ratio_max).max(limits.ratio_floor_bytes);
    let max = limits.member_bytes_max.min(ratio_bytes).min(*left_bytes);
    let mut bytes = Vec::new();
    let read = member.take(max.saturating_add(1)).read_to_end(&mut bytes);
    read.map_err(|error| Error::Member { member: name.to_owned(), reason: error.to_string() })?;
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

//! Why a snapshot could not be read at all. A cell that is merely not understood is an issue.

use portbook_model::class::Class;

use crate::refusal::Refusal;
use crate::sniff::Format;
use crate::text::Basis;

#[derive(Debug, thiserror::Error)]
pub enum Error {
    #[error("got an empty file, expected {expected}", expected = crate::sniff::READABLE)]
    Empty,
    #[error("got {seen}, expected {expected}", expected = crate::sniff::READABLE)]
    Unsupported { seen: Format },
    #[error("got bytes of no known format (they begin `{seen}`), expected {expected}", expected = crate::sniff::READABLE)]
    Unknown { seen: String },
    #[error("the {what} is encrypted")]
    Encrypted { what: &'static str },
    #[error("{place}: got {seen} {what}, expected at most {max}")]
    Limit { what: &'static str, place: String, seen: u64, max: u64 },

    #[error("not a readable {kind} archive: {reason}")]
    Archive { kind: &'static str, reason: String },
    #[error("two members of the archive have the name `{member}`, but for case or slashes")]
    DuplicateMember { member: String },
    #[error("member `{member}`: {reason}")]
    Member { member: String, reason: String },
    #[error("member `{member}` has a document type declaration, which no workbook needs")]
    DocumentType { member: String },
    #[error("member `{member}`: {error}")]
    InMember { member: String, error: Box<Error> },
    #[error("not a readable OLE file: {reason}")]
    Ole { reason: String },
    #[error("not a readable workbook: {reason}")]
    Workbook { reason: String },
    #[error("sheet `{sheet}`: {reason}")]
    Sheet { sheet: String, reason: String },
    #[error("sheet `{sheet}`, cell {cell}: {reason}")]
    Cell { sheet: String, cell: String, reason: String },

    #[error("got charset `{label}` ({basis}), expected one of the WHATWG encoding standard")]
    UnknownCharset { label: String, basis: Basis },
    #[error("byte {offset} is no text in {charset} ({basis})")]
    Malformed { charset: &'static str, basis: Basis, offset: u64 },
    #[error(
        "encoding undetermined: byte {offset} is no UTF-8, nothing is declared, and nothing can be \
         guessed"
    )]
    Undetermined { offset: u64 },
    #[error("line {line} holds a NUL: binary, or text in an undeclared encoding")]
    Nul { line: u64 },

    #[error("line {line}: got {seen} fields, expected {expected} as in the header")]
    Ragged { line: u64, seen: usize, expected: usize },
    #[error("line {line}: a record of {lines} lines or a field of {bytes} bytes: a quote is lone")]
    LoneQuote { line: u64, lines: u64, bytes: usize },
    #[error("line {line}: text after a closing quote, expected a delimiter or the end of the line")]
    QuoteInField { line: u64 },
    #[error("line {line}: got `{letter}` at letter {position}, outside every declared column")]
    OutsideColumns { line: u64, position: usize, letter: char },
    #[error("got {seen} lines, expected {preamble} before the header, and a header")]
    NoHeader { seen: u64, preamble: u64 },
    #[error("{what}, line {line}: {reason}")]
    Markup { what: &'static str, line: u64, reason: String },
    #[error("line {line}: a document type declaration, which no data needs")]
    Doctype { line: u64 },
    #[error("the reply is an error and no data: {said}")]
    Reply { said: String },
    #[error("an asynchronous answer, the data are to be asked for elsewhere: {said}")]
    Later { said: String },
    #[error("the reply is {what} of no records")]
    NoRecords { what: &'static str },
    #[error("no delimiter of `,` `;` tab `|` in the header `{header}`")]
    NoDelimiter { header: String },

    #[error("{}", refusal.message)]
    Told { refusal: Refusal },
}

impl Error {
    /// Bytes that cannot be read are the source's doing, whatever is wrong with them.
    pub fn class(&self) -> Class {
        Class::SourceChanged
    }

    /// Which of the refusals it is.
    pub fn kind(&self) -> Kind {
        match self {
            Self::Empty | Self::NoRecords { .. } => Kind::Empty,
            Self::Unsupported { seen } => seen.refusal(),
            Self::Unknown { .. } => Kind::Unknown,
            Self::Encrypted { .. } => Kind::Encrypted,
            Self::Limit { .. } => Kind::TooLarge,
            Self::UnknownCharset { .. }
            | Self::Malformed { .. }
            | Self::Undetermined { .. }
            | Self::Nul { .. } => Kind::Encoding,
            Self::InMember { error, .. } => error.kind(),
            Self::NoHeader { .. } | Self::NoDelimiter { .. } => Kind::NoTable,
            Self::Told { refusal } => refusal.kind,
            Self::Reply { .. } | Self::Later { .. } => Kind::Reply,
            Self::Archive { .. }
            | Self::DuplicateMember { .. }
            | Self::Member { .. }
            | Self::DocumentType { .. }
            | Self::Ole { .. }
            | Self::Workbook { .. }
            | Self::Sheet { .. }
            | Self::Cell { .. }
            | Self::Markup { .. }
            | Self::Doctype { .. }
            | Self::Ragged { .. }
            | Self::LoneQuote { .. }
            | Self::OutsideColumns { .. }
            | Self::QuoteInField { .. } => Kind::Damaged,
        }
    }

    /// Whether the bytes themselves are damaged or hostile, rather than merely another format.
    pub fn is_damage(&self) -> bool {
        match self.kind() {
            Kind::Damaged | Kind::TooLarge => true,
            Kind::Encoding => !matches!(self, Self::UnknownCharset { .. }),
            _ => false,
        }
    }
}

/// What kind of refusal an error is: a closed list, for reports over many files.
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, serde::Serialize, serde::Deserialize,
)]
#[serde(rename_all = "kebab-case")]
pub enum Kind {
    /// No bytes, nothing but blanks, or a reply of no records.
    Empty,
    /// A picture, or a page of pictures.
    Image,
    Pdf,
    /// A password is needed.
    Encrypted,
    /// Not what its format says it must be: cut off, altered, contradicting itself, hostile.
    Damaged,
    /// Past a bound of `Limits`.
    TooLarge,
    /// No text in any charset that is declared or can be told.
    Encoding,
    /// Says how data is built and holds none; or is a pointer to the data.
    Metadata,
    /// A message in place of data: an error, or where to ask for them.
    Reply,
    /// Text in which nothing is cut into fields.
    NoTable,
    /// A format that is known by name and not read.
    Unsupported,
    /// Bytes of no known format.
    Unknown,
}

impl Kind {
    pub const ALL: [Self; 12] = [
        Self::Empty,
        Self::Image,
        Self::Pdf,
        Self::Encrypted,
        Self::Damaged,
        Self::TooLarge,
        Self::Encoding,
        Self::Metadata,
        Self::Reply,
        Self::NoTable,
        Self::Unsupported,
        Self::Unknown,
    ];

    /// As in reports: `too-large`.
    pub fn name(self) -> &'static str {
        match self {
            Self::Empty => "empty",
            Self::Image => "image",
            Self::Pdf => "pdf",
            Self::Encrypted => "encrypted",
            Self::Damaged => "damaged",
            Self::TooLarge => "too-large",
            Self::Encoding => "encoding",
            Self::Metadata => "metadata",
            Self::Reply => "reply",
            Self::NoTable => "no-table",
            Self::Unsupported => "unsupported",
            Self::Unknown => "unknown",
        }
    }
}

impl std::fmt::Display for Kind {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(self.name())
    }
}

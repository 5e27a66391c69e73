//! Why a snapshot could not be read at all. A cell that is merely not understood is an issue.

use portbook_model::class::Class;

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

    #[error("not a readable zip archive: {reason}")]
    Archive { reason: String },
    #[error("two members of the archive have the name `{member}`, but for case or slashes")]
    DuplicateMember { member: String },
    #[error("member `{member}`: {reason}")]
    Member { member: String, reason: String },
    #[error("member `{member}` has a document type declaration, which no workbook needs")]
    DocumentType { member: String },
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
    #[error("line {line} holds a NUL: binary, or text in an undeclared encoding")]
    Nul { line: u64 },

    #[error("line {line}: got {seen} fields, expected {expected} as in the header")]
    Ragged { line: u64, seen: usize, expected: usize },
    #[error("line {line}: a record of {lines} lines or a field of {bytes} bytes: a quote is lone")]
    LoneQuote { line: u64, lines: u64, bytes: usize },
    #[error("line {line}: text after a closing quote, expected a delimiter or the end of the line")]
    QuoteInField { line: u64 },
    #[error("got {seen} lines, expected {preamble} before the header, and a header")]
    NoHeader { seen: u64, preamble: u64 },
    #[error("no delimiter of `,` `;` tab `|` in the header `{header}`")]
    NoDelimiter { header: String },
}

impl Error {
    /// Bytes that cannot be read are the source's doing, whatever is wrong with them.
    pub fn class(&self) -> Class {
        Class::SourceChanged
    }

    /// Whether the bytes themselves are damaged or hostile, rather than merely another format.
    pub fn is_damage(&self) -> bool {
        match self {
            Self::Empty
            | Self::Unsupported { .. }
            | Self::Unknown { .. }
            | Self::Encrypted { .. }
            | Self::UnknownCharset { .. }
            | Self::NoHeader { .. }
            | Self::NoDelimiter { .. } => false,
            Self::Limit { .. }
            | Self::Archive { .. }
            | Self::DuplicateMember { .. }
            | Self::Member { .. }
            | Self::DocumentType { .. }
            | Self::Ole { .. }
            | Self::Workbook { .. }
            | Self::Sheet { .. }
            | Self::Cell { .. }
            | Self::Malformed { .. }
            | Self::Nul { .. }
            | Self::Ragged { .. }
            | Self::LoneQuote { .. }
            | Self::QuoteInField { .. } => true,
        }
    }
}

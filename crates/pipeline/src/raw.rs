//! `portbook parse FILE --raw`: every cell of a local file, without a layout.

use std::path::Path;

use portbook_parse::limits::Limits;
use portbook_parse::raw::{Head, RawCell, each_cell, heads};
use portbook_parse::read::contents::Contents;

use crate::error::Error;
use crate::parser::Parser;

/// A local file as its reader left it.
#[derive(Debug)]
pub struct Raw {
    /// As it was named.
    pub file: String,
    /// What the file and its members are.
    pub heads: Vec<Head>,
    contents: Contents,
}

impl Raw {
    /// Reads a file, whatever it is called.
    ///
    /// # Errors
    /// The reader's, with the file's name, where the bytes are no table or damaged.
    pub fn read(path: &Path, parser: &Parser) -> Result<Self, Error> {
        let file = path.to_string_lossy().into_owned();
        let unreadable = |source| Error::Unreadable { path: path.to_owned(), source };
        let bytes = fs_err::read(path).map_err(unreadable)?;
        let contents = parser.read(&bytes, None).map_err(|error| error.of_file(&file))?;
        Ok(Self { heads: heads(&contents), file, contents })
    }

    /// Calls `visit` with every cell, table by table, row by row.
    ///
    /// # Errors
    /// Where delimited text cannot be cut.
    pub fn each_cell(&self, visit: &mut dyn FnMut(&RawCell<'_>)) -> Result<(), Error> {
        each_cell(&self.contents, &Limits::standard(), visit)
            .map_err(|error| Error::from(error).of_file(&self.file))
    }
}

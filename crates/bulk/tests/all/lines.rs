//! Files of a few lines.

use std::path::Path;

/// Writes lines in the charset that the source declares.
pub(crate) fn write(path: &Path, lines: impl Iterator<Item = String>) {
    let text = lines.fold(String::new(), |text, line| text + &line + "\n");
    let bytes: Vec<u8> = text.chars().map(|c| u8::try_from(u32::from(c)).unwrap()).collect();
    fs_err::write(path, bytes).unwrap();
}

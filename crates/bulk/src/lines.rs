//! Lines of a stream, one after another, in memory that does not grow with it.

use std::io::Read;

use memchr::memchr;

/// Bytes read at once.
const CHUNK_BYTES: usize = 1 << 20;
/// Bytes of a line at most; of a longer one only its beginning is kept, and it is no record.
const LINE_BYTES_MAX: usize = 1 << 20;

/// Cuts a stream at its line ends; empty lines are none.
pub(crate) struct Lines<R> {
    stream: R,
    buffer: Vec<u8>,
    /// What of the buffer is not yet given out.
    start: usize,
    filled: usize,
    is_at_end: bool,
    /// The rest of a line that is too long is passed over.
    is_passing: bool,
}

impl<R: Read> Lines<R> {
    pub(crate) fn new(stream: R) -> Self {
        let buffer = vec![0; CHUNK_BYTES + LINE_BYTES_MAX];
        Self { stream, buffer, start: 0, filled: 0, is_at_end: false, is_passing: false }
    }

    /// The next line that is not empty, without its end.
    pub(crate) fn next(&mut self) -> std::io::Result<Option<&[u8]>> {
        loop {
            let rest = &self.buffer[self.start..self.filled];
            let (length, skip) = match memchr(b'\n', rest) {
                Some(at) => (at, at + 1),
                None if self.is_at_end => (rest.len(), rest.len()),
                None if rest.len() >= LINE_BYTES_MAX => (rest.len(), rest.len()),
                None => {
                    self.fill()?;
                    continue;
                }
            };
            let is_cut = skip == length && !self.is_at_end;
            let was_passing = std::mem::replace(&mut self.is_passing, is_cut);
            let start = self.start;
            self.start += skip;
            if skip == 0 {
                return Ok(None);
            }
            let line = &self.buffer[start..start + length];
            let is_empty = line.is_empty() || line == b"\r";
            if was_passing || is_empty {
                continue;
            }
            let end = start + length - usize::from(line.ends_with(b"\r"));
            return Ok(Some(&self.buffer[start..end]));
        }
    }

    fn fill(&mut self) -> std::io::Result<()> {
        self.buffer.copy_within(self.start..self.filled, 0);
        self.filled -= self.start;
        self.start = 0;
        let to = (self.filled + CHUNK_BYTES).min(self.buffer.len());
        let read = self.stream.read(&mut self.buffer[self.filled..to])?;
        self.filled += read;
        self.is_at_end = read == 0;
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn all(text: &[u8]) -> Vec<Vec<u8>> {
        let mut lines = Lines::new(text);
        let mut all = Vec::new();
        while let Some(line) = lines.next().unwrap() {
            all.push(line.to_vec());
        }
        all
    }

    #[test]
    fn empty_lines_are_none_and_the_last_needs_no_end() {
        assert_eq!(all(b"\n\r\na;b\r\n\n c\nd"), [b"a;b".to_vec(), b" c".to_vec(), b"d".to_vec()]);
        assert!(all(b"").is_empty());
        assert!(all(b"\r\n").is_empty());
    }

    #[test]
    fn a_line_without_end_is_bounded_and_takes_no_other_with_it() {
        let long = [b"a\n".to_vec(), vec![b'x'; 3 * LINE_BYTES_MAX], b"\nb\n".to_vec()].concat();
        let lines = all(&long);
        assert_eq!(lines.len(), 3);
        assert!(lines[1].len() >= LINE_BYTES_MAX && lines[1].len() < 2 * LINE_BYTES_MAX + 1);
        assert_eq!([&lines[0], &lines[2]], [b"a", b"b"]);
    }
}

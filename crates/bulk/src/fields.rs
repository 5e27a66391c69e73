//! One line of delimited text as fields. As strict as the ordinary reader, but a line never takes
//! another with it: a quote that its own line does not close is an error of that line.

/// Bytes of one field; more is a lone quote.
const FIELD_BYTES_MAX: usize = 64 * 1024;

/// Why a line is no record.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub(crate) enum Broken {
    #[error("{seen} fields, expected {expected}")]
    Ragged { seen: usize, expected: usize },
    #[error("a quote that its line does not close")]
    LoneQuote,
    #[error("text after a closing quote")]
    QuoteInField,
    #[error("a carriage return inside the line")]
    LoneReturn,
    #[error("a field of more than 65536 bytes")]
    LongField,
}

/// Where the fields of a line stand.
#[derive(Debug, Default)]
pub(crate) struct Fields {
    spans: Vec<(u32, u32)>,
    /// Texts with doubled quotes, made single; their spans lie behind the line's end.
    unquoted: Vec<u8>,
    line_bytes: u32,
}

impl Fields {
    /// Cuts a line, without its end, into that many fields.
    pub(crate) fn cut(
        &mut self,
        line: &[u8],
        delimiter: u8,
        expected: usize,
    ) -> Result<(), Broken> {
        self.spans.clear();
        self.unquoted.clear();
        self.line_bytes = u32::try_from(line.len()).map_err(|_| Broken::LongField)?;
        let mut at = 0;
        loop {
            at = if line.get(at) == Some(&b'"') {
                self.quoted(line, at + 1, delimiter)?
            } else {
                self.plain(line, at, delimiter)?
            };
            if at == line.len() {
                break;
            }
            at += 1;
        }
        if self.spans.len() != expected {
            return Err(Broken::Ragged { seen: self.spans.len(), expected });
        }
        Ok(())
    }

    pub(crate) fn get<'a>(&'a self, line: &'a [u8], field: usize) -> &'a [u8] {
        let (start, end) = self.spans[field];
        if start > self.line_bytes {
            let shift = self.line_bytes + 1;
            return &self.unquoted[(start - shift) as usize..(end - shift) as usize];
        }
        &line[start as usize..end as usize]
    }

    fn push(&mut self, start: usize, end: usize) -> Result<(), Broken> {
        if end - start > FIELD_BYTES_MAX {
            return Err(Broken::LongField);
        }
        let place = |at: usize| u32::try_from(at).map_err(|_| Broken::LongField);
        self.spans.push((place(start)?, place(end)?));
        Ok(())
    }

    /// A field without quotes around it; quotes inside are text. Where it ends.
    fn plain(&mut self, line: &[u8], start: usize, delimiter: u8) -> Result<usize, Broken> {
        let mut end = start;
        while let Some(byte) = line.get(end) {
            if *byte == delimiter {
                break;
            }
            if *byte == b'\r' {
                return Err(Broken::LoneReturn);
            }
            end += 1;
        }
        self.push(start, end)?;
        Ok(end)
    }

    /// A field whose first quote stands before `start`. Where what follows its last quote is.
    fn quoted(&mut self, line: &[u8], start: usize, delimiter: u8) -> Result<usize, Broken> {
        let mut end = start;
        let mut from = start;
        let mut is_doubled = false;
        let first = self.unquoted.len();
        loop {
            match line.get(end) {
                None => return Err(Broken::LoneQuote),
                Some(b'\r') => return Err(Broken::LoneReturn),
                Some(b'"') if line.get(end + 1) == Some(&b'"') => {
                    self.unquoted.extend_from_slice(&line[from..=end]);
                    is_doubled = true;
                    end += 2;
                    from = end;
                }
                Some(b'"') => break,
                Some(_) => end += 1,
            }
        }
        if is_doubled {
            self.unquoted.extend_from_slice(&line[from..end]);
            let shift = line.len() + 1;
            self.push(first + shift, self.unquoted.len() + shift)?;
        } else {
            self.push(start, end)?;
        }
        match line.get(end + 1) {
            None => Ok(line.len()),
            Some(byte) if *byte == delimiter => Ok(end + 1),
            Some(_) => Err(Broken::QuoteInField),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn cut(line: &str, expected: usize) -> Result<Vec<String>, Broken> {
        let mut fields = Fields::default();
        fields.cut(line.as_bytes(), b';', expected)?;
        let text = |field| String::from_utf8_lossy(fields.get(line.as_bytes(), field)).into_owned();
        Ok((0..expected).map(text).collect())
    }

    #[test]
    fn fields_of_a_line() {
        for (line, fields) in [
            ("a;b;c", vec!["a", "b", "c"]),
            ("a;;", vec!["a", "", ""]),
            ("\"a;b\";\"\";c", vec!["a;b", "", "c"]),
            ("\"say \"\"so\"\"\";x\"y;\"\"\"\"", vec!["say \"so\"", "x\"y", "\""]),
        ] {
            assert_eq!(cut(line, 3).unwrap(), fields, "{line}");
        }
    }

    #[test]
    fn a_broken_line_says_why() {
        for (line, broken) in [
            ("a;b", Broken::Ragged { seen: 2, expected: 3 }),
            ("a;b;c;d", Broken::Ragged { seen: 4, expected: 3 }),
            ("a;\"b;c", Broken::LoneQuote),
            ("a;\"b\"x;c", Broken::QuoteInField),
            ("a;b\rc;d", Broken::LoneReturn),
        ] {
            assert_eq!(cut(line, 3).unwrap_err(), broken, "{line}");
        }
        let long = format!("a;{};c", "b".repeat(FIELD_BYTES_MAX + 1));
        assert_eq!(cut(&long, 3).unwrap_err(), Broken::LongField);
    }
}

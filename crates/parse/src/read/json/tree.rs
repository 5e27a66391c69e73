//! JSON as a tree whose numbers are the digits printed: no float comes between a text and its
//! decimal, which is why the usual reader is not used (RFC 8259).

use std::borrow::Cow;
use std::collections::HashSet;

use crate::error::Error;
use crate::limits::Limits;

/// A value; texts without escapes and numbers are borrowed from the file.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Value<'a> {
    Null,
    Bool(bool),
    /// As printed.
    Number(&'a str),
    Text(Cow<'a, str>),
    Array(Vec<Value<'a>>),
    /// Members in the order of the file; no two have one name.
    Object(Vec<(Cow<'a, str>, Value<'a>)>),
}

impl<'a> Value<'a> {
    /// The member of that name.
    pub(crate) fn get(&self, name: &str) -> Option<&Value<'a>> {
        let Self::Object(members) = self else { return None };
        members.iter().find(|(member, _)| member == name).map(|(_, value)| value)
    }

    pub(crate) fn items(&self) -> &[Value<'a>] {
        if let Self::Array(items) = self { items } else { &[] }
    }

    pub(crate) fn members(&self) -> &[(Cow<'a, str>, Value<'a>)] {
        if let Self::Object(members) = self { members } else { &[] }
    }

    /// A text, a number or a truth value as printed.
    pub(crate) fn scalar(&self) -> Option<&str> {
        match self {
            Self::Text(text) => Some(text),
            Self::Number(digits) => Some(digits),
            Self::Bool(true) => Some("true"),
            Self::Bool(false) => Some("false"),
            Self::Null | Self::Array(_) | Self::Object(_) => None,
        }
    }

    pub(crate) fn text(&self) -> Option<&str> {
        if let Self::Text(text) = self { Some(text) } else { None }
    }

    /// A whole number that indexes a list.
    pub(crate) fn index(&self) -> Option<usize> {
        if let Self::Number(digits) = self { digits.parse().ok() } else { None }
    }
}

/// Reads a whole text: one value, or one object on each line.
///
/// # Errors
/// `Markup` with the line of what is not JSON; `Limit`: depth, values.
pub(crate) fn parse<'a>(text: &'a str, limits: &Limits) -> Result<Value<'a>, Error> {
    let mut parser = Parser { text, at: 0, depth: 0, values: 0, limits };
    parser.skip_blanks();
    let first = parser.value()?;
    parser.skip_blanks();
    if parser.peek().is_none() {
        return Ok(first);
    }
    let mut lines = vec![first];
    while parser.peek().is_some() {
        if !matches!(lines.last(), Some(Value::Object(_))) {
            return Err(parser.wrong("text after the end, expected one value"));
        }
        lines.push(parser.value()?);
        parser.skip_blanks();
    }
    Ok(Value::Array(lines))
}

struct Parser<'a, 'l> {
    text: &'a str,
    at: usize,
    depth: usize,
    values: u64,
    limits: &'l Limits,
}

impl<'a> Parser<'a, '_> {
    fn peek(&self) -> Option<u8> {
        self.text.as_bytes().get(self.at).copied()
    }

    fn skip_blanks(&mut self) {
        while matches!(self.peek(), Some(b' ' | b'\t' | b'\n' | b'\r')) {
            self.at += 1;
        }
    }

    fn line(&self) -> u64 {
        line_at(self.text, self.at)
    }

    fn wrong(&self, reason: &str) -> Error {
        Error::Markup { what: "JSON", line: self.line(), reason: reason.to_owned() }
    }

    fn value(&mut self) -> Result<Value<'a>, Error> {
        self.values += 1;
        if self.values > self.limits.json_values_max {
            let (place, max) = (format!("line {}", self.line()), self.limits.json_values_max);
            return Err(Error::Limit { what: "values", place, seen: self.values, max });
        }
        match self.peek() {
            Some(b'{') => self.nested(Self::object),
            Some(b'[') => self.nested(Self::array),
            Some(b'"') => Ok(Value::Text(self.string()?)),
            Some(b'-' | b'0'..=b'9') => self.number(),
            _ => self.word(),
        }
    }

    fn nested(
        &mut self,
        read: fn(&mut Self) -> Result<Value<'a>, Error>,
    ) -> Result<Value<'a>, Error> {
        self.depth += 1;
        if self.depth > self.limits.markup_depth_max {
            let place = format!("line {}", self.line());
            let (seen, max) = (self.depth as u64, self.limits.markup_depth_max as u64);
            return Err(Error::Limit { what: "levels", place, seen, max });
        }
        self.at += 1;
        self.skip_blanks();
        let value = read(self);
        self.depth -= 1;
        value
    }

    fn object(&mut self) -> Result<Value<'a>, Error> {
        let mut members: Vec<(Cow<'a, str>, Value<'a>)> = Vec::new();
        if self.take(b'}') {
            return Ok(Value::Object(members));
        }
        loop {
            if self.peek() != Some(b'"') {
                return Err(self.wrong("expected the name of a member in quotes"));
            }
            let name = self.string()?;
            self.skip_blanks();
            if !self.take(b':') {
                return Err(self.wrong("expected `:` after the name of a member"));
            }
            self.skip_blanks();
            let value = self.value()?;
            members.push((name, value));
            self.skip_blanks();
            if self.take(b'}') {
                break;
            }
            self.comma()?;
        }
        if let Some(name) = twice(&members) {
            return Err(self.wrong(&format!("an object has two members named `{name}`")));
        }
        Ok(Value::Object(members))
    }

    fn array(&mut self) -> Result<Value<'a>, Error> {
        let mut items = Vec::new();
        if self.take(b']') {
            return Ok(Value::Array(items));
        }
        loop {
            items.push(self.value()?);
            self.skip_blanks();
            if self.take(b']') {
                return Ok(Value::Array(items));
            }
            self.comma()?;
        }
    }

    fn take(&mut self, byte: u8) -> bool {
        let is_there = self.peek() == Some(byte);
        self.at += usize::from(is_there);
        is_there
    }

    fn comma(&mut self) -> Result<(), Error> {
        if !self.take(b',') {
            return Err(self.wrong("expected `,` or the closing bracket"));
        }
        self.skip_blanks();
        Ok(())
    }

    fn word(&mut self) -> Result<Value<'a>, Error> {
        let words =
            [("null", Value::Null), ("true", Value::Bool(true)), ("false", Value::Bool(false))];
        for (word, value) in words {
            if self.text.as_bytes()[self.at..].starts_with(word.as_bytes()) {
                self.at += word.len();
                return Ok(value);
            }
        }
        Err(self.wrong("expected a value"))
    }

    fn number(&mut self) -> Result<Value<'a>, Error> {
        let start = self.at;
        self.take(b'-');
        let whole = self.digits();
        let has_zero_first = whole > 1 && self.text.as_bytes()[self.at - whole] == b'0';
        let has_fraction = !self.take(b'.') || self.digits() > 0;
        let mut has_exponent = true;
        if matches!(self.peek(), Some(b'e' | b'E')) {
            self.at += 1;
            if matches!(self.peek(), Some(b'+' | b'-')) {
                self.at += 1;
            }
            has_exponent = self.digits() > 0;
        }
        if whole == 0 || has_zero_first || !has_fraction || !has_exponent {
            return Err(self.wrong("expected a number"));
        }
        Ok(Value::Number(&self.text[start..self.at]))
    }

    /// How many digits it went past.
    fn digits(&mut self) -> usize {
        let start = self.at;
        while self.peek().is_some_and(|byte| byte.is_ascii_digit()) {
            self.at += 1;
        }
        self.at - start
    }

    fn string(&mut self) -> Result<Cow<'a, str>, Error> {
        self.at += 1;
        let start = self.at;
        let mut owned: Option<String> = None;
        loop {
            let piece = self.at;
            while self.peek().is_some_and(|byte| byte != b'"' && byte != b'\\' && byte >= 0x20) {
                self.at += 1;
            }
            if let Some(owned) = &mut owned {
                owned.push_str(&self.text[piece..self.at]);
            }
            match self.peek() {
                Some(b'"') => {
                    let end = self.at;
                    self.at += 1;
                    return Ok(match owned {
                        Some(owned) => Cow::Owned(owned),
                        None => Cow::Borrowed(&self.text[start..end]),
                    });
                }
                Some(b'\\') => {
                    let so_far = || self.text[start..self.at].to_owned();
                    let mut text = owned.take().unwrap_or_else(so_far);
                    text.push(self.escape()?);
                    owned = Some(text);
                }
                _ => return Err(self.wrong("a text without its closing quote")),
            }
        }
    }

    fn escape(&mut self) -> Result<char, Error> {
        let byte = self.text.as_bytes().get(self.at + 1).copied();
        self.at += 2;
        Ok(match byte {
            Some(b'"') => '"',
            Some(b'\\') => '\\',
            Some(b'/') => '/',
            Some(b'b') => '\u{8}',
            Some(b'f') => '\u{c}',
            Some(b'n') => '\n',
            Some(b'r') => '\r',
            Some(b't') => '\t',
            Some(b'u') => return self.unicode(),
            _ => return Err(self.wrong("a backslash that escapes nothing")),
        })
    }

    fn unicode(&mut self) -> Result<char, Error> {
        let unit = |parser: &mut Self| {
            let digits = parser.text.get(parser.at..parser.at + 4)?;
            parser.at += 4;
            let is_hex = digits.bytes().all(|byte| byte.is_ascii_hexdigit());
            u16::from_str_radix(digits, 16).ok().filter(|_| is_hex)
        };
        let lone = "half a character after `\\u`";
        let Some(first) = unit(self) else { return Err(self.wrong(lone)) };
        let mut units = vec![first];
        if (0xD800..0xDC00).contains(&first) && self.text[self.at..].starts_with("\\u") {
            self.at += 2;
            units.extend(unit(self));
        }
        let mut chars = char::decode_utf16(units);
        match (chars.next(), chars.next()) {
            (Some(Ok(one)), None) => Ok(one),
            _ => Err(self.wrong(lone)),
        }
    }
}

/// The one-based line of a byte.
pub(crate) fn line_at(text: &str, at: usize) -> u64 {
    let before = &text.as_bytes()[..at.min(text.len())];
    before.split(|byte| *byte == b'\n').count() as u64
}

/// A name that two members have.
fn twice<'m>(members: &'m [(Cow<'_, str>, Value<'_>)]) -> Option<&'m str> {
    const FEW: usize = 12;
    if members.len() <= FEW {
        let is_twice =
            |(at, name): &(usize, &str)| members[..*at].iter().any(|(before, _)| before == name);
        let mut names = members.iter().map(|(name, _)| name.as_ref()).enumerate();
        return names.find(is_twice).map(|(_, name)| name);
    }
    let mut seen = HashSet::new();
    members.iter().map(|(name, _)| name.as_ref()).find(|name| !seen.insert(*name))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> Result<Value<'_>, String> {
        parse(text, &Limits::standard()).map_err(|error| error.to_string())
    }

    #[test]
    fn numbers_are_the_digits_printed() {
        let digits = ["40.3000", "-0.0", "123456789012345678901234567890", "1.5E-7", "0"];
        for text in digits {
            assert_eq!(read(text), Ok(Value::Number(text)));
        }
        for text in ["01", "1.", ".5", "+1", "1e", "-", "NaN"] {
            assert!(read(text).is_err(), "{text}");
        }
    }

    #[test]
    fn texts_are_unescaped() {
        let read = |text: &str| read(text).map(|value| value.text().unwrap().to_owned());
        assert_eq!(read(r#""a\"\\\/\n\u00e9\ud83d\ude00b""#), Ok("a\"\\/\né😀b".to_owned()));
        assert!(read(r#""\ud83d""#).unwrap_err().contains("half a character"));
        assert!(read(r#""\x""#).unwrap_err().contains("escapes nothing"));
    }

    #[test]
    fn what_is_not_json_names_its_line() {
        let said = |text: &str| read(text).unwrap_err();
        assert_eq!(
            said("{\n\"a\": 1,\n\"a\": 2}"),
            "JSON, line 3: an object has two members named `a`"
        );
        assert_eq!(said("[1,\n2"), "JSON, line 2: expected `,` or the closing bracket");
        assert!(said("{\"a\" 1}").contains("expected `:`"));
        assert!(said("[1] [2]").contains("text after the end"));
        assert!(said(&"[".repeat(10_000)).contains("levels"));
    }

    #[test]
    fn an_object_on_each_line_is_a_list() {
        assert_eq!(read("{\"a\":1}\n{\"a\":2}\n").unwrap().items().len(), 2);
    }
}

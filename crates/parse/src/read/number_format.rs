//! What an Excel number format shows: how many decimals, a date, or nothing one can count on.
//! After ECMA-376 part 1, 18.8.31. Not a formatter: digits are never grouped or dressed up.

use portbook_model::text::Text;

use crate::read::short::Short;

/// What a number format makes of a number.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shows {
    /// As many digits as there are.
    General,
    Decimals(u8),
    /// So many decimals of the number times ten to the `shift`: 2 for a percentage, -3 for each
    /// comma after the digits.
    Scaled {
        decimals: u8,
        shift: i8,
    },
    /// A date or a time of day.
    Date,
    /// A fraction, exponent, elapsed-time or conditional format, words in place of digits, or one
    /// whose decimals vary: what is shown is not the stored number with so many decimals.
    Unclear,
}

/// Before the number of a built-in format whose code depends on the language: `built-in 31`.
pub const BUILT_IN: &str = "built-in ";

/// Reads a format code.
pub fn shows(code: &str) -> Shows {
    if code.is_empty() {
        return Shows::General;
    }
    if let Some(id) = code.strip_prefix(BUILT_IN) {
        // Dates of the East Asian editions; elsewhere unused.
        let is_date = matches!(id.parse(), Ok(27_u16..=36 | 50..=58));
        return if is_date { Shows::Date } else { Shows::Unclear };
    }
    let Some(sections) = sections(code) else { return Shows::Unclear };
    let first = sections.first().map_or(Shows::General, Section::shows);
    // The second is for negatives, or for text if it is `@`. The third is for zero and the
    // fourth for text: they often show a mere `-`.
    match sections.get(1).filter(|second| second.tokens.trim() != "@") {
        Some(second) if second.shows() != first => Shows::Unclear,
        _ => first,
    }
}

/// What is displayed of a number where its format adds words to the digits or has words alone for
/// them: `183135p` by `0"p"`, `nil` by `0;-0;"nil"`. `None`: it adds no letters.
pub fn with_words(code: &str, stored: &str, digits: &str) -> Option<String> {
    if !has_words(code) {
        return None;
    }
    let sections = sections(code)?;
    let is_zero = stored.bytes().all(|byte| matches!(byte, b'0' | b'.' | b'-'));
    let at = match sections.len() {
        3.. if is_zero => 2,
        2.. if stored.starts_with('-') => 1,
        _ => 0,
    };
    let section = sections.get(at)?;
    if !section.before.chars().chain(section.behind.chars()).any(char::is_alphabetic) {
        return None;
    }
    let digits = if section.has_digits() { digits } else { "" };
    Some(format!("{}{digits}{}", section.before, section.behind))
}

/// Whether a letter stands in quotes or behind a backslash: asked of every cell, so without cutting.
fn has_words(code: &str) -> bool {
    let (mut is_quoted, mut is_escaped) = (false, false);
    code.chars().any(|c| {
        if c == '"' && !is_escaped {
            is_quoted = !is_quoted;
        }
        let is_word = (is_quoted || is_escaped) && c.is_alphabetic();
        is_escaped = c == '\\' && !is_quoted && !is_escaped;
        is_word
    })
}

/// The code of a built-in format (ECMA-376 18.8.30); of one that depends on the language, its
/// number.
pub fn built_in(id: u16) -> String {
    let code = match id {
        0 => "General",
        1 => "0",
        2 => "0.00",
        3 => "#,##0",
        4 => "#,##0.00",
        9 => "0%",
        10 => "0.00%",
        11 => "0.00E+00",
        12 => "# ?/?",
        13 => "# ??/??",
        14 => "mm-dd-yy",
        15 => "d-mmm-yy",
        16 => "d-mmm",
        17 => "mmm-yy",
        18 => "h:mm AM/PM",
        19 => "h:mm:ss AM/PM",
        20 => "h:mm",
        21 => "h:mm:ss",
        22 => "m/d/yy h:mm",
        37 | 38 => "#,##0 ;(#,##0)",
        39 | 40 => "#,##0.00;(#,##0.00)",
        41 | 42 => "* #,##0_);* (#,##0);* \"-\"_)",
        43 | 44 => "* #,##0.00_);* (#,##0.00);* \"-\"??_)",
        45 => "mm:ss",
        46 => "[h]:mm:ss",
        47 => "mmss.0",
        48 => "##0.0E+0",
        49 => "@",
        _ => return format!("{BUILT_IN}{id}"),
    };
    code.to_owned()
}

/// One `;` part: what decides on the digits, and what is put before and behind them as it stands.
#[derive(Default)]
struct Section {
    tokens: String,
    before: String,
    behind: String,
    is_conditional: bool,
}

/// Cuts a code into sections; `None` if a quote or bracket does not end.
fn sections(code: &str) -> Option<Vec<Section>> {
    let mut sections = vec![Section::default()];
    let mut chars = code.chars();
    while let Some(c) = chars.next() {
        let section = sections.last_mut()?;
        match c {
            ';' => sections.push(Section::default()),
            '"' => loop {
                match chars.next()? {
                    '"' => break,
                    c => section.put(c),
                }
            },
            '\\' => chars.next().into_iter().for_each(|c| section.put(c)),
            '_' | '*' => {
                chars.next();
            }
            '[' => {
                let inside: String = chars.by_ref().take_while(|c| *c != ']').collect();
                let elapsed = !inside.is_empty()
                    && inside.chars().all(|c| matches!(c, 'h' | 'm' | 's' | 'H' | 'M' | 'S'));
                section.is_conditional |= inside.starts_with(['<', '>', '=']) || elapsed;
            }
            _ => section.tokens.push(c),
        }
    }
    Some(sections)
}

impl Section {
    fn has_digits(&self) -> bool {
        self.tokens.contains(['0', '#', '?', '@']) || self.tokens.to_lowercase().contains("general")
    }

    /// Takes a letter that is displayed as it stands.
    fn put(&mut self, c: char) {
        let part = if self.has_digits() { &mut self.behind } else { &mut self.before };
        part.push(c);
    }

    fn shows(&self) -> Shows {
        if self.is_conditional {
            return Shows::Unclear;
        }
        let tokens = self.tokens.trim();
        if tokens.eq_ignore_ascii_case("general") || tokens == "@" {
            return Shows::General;
        }
        if tokens.is_empty() || tokens.contains('@') {
            return Shows::Unclear;
        }
        let is_placeholder = |c: char| matches!(c, '0' | '#' | '?');
        let lower = tokens.to_ascii_lowercase();
        if !lower.contains(is_placeholder) {
            // `e`, `g` and `b`: years of Japanese eras and the Buddhist calendar.
            let is_date = lower.contains(['y', 'd', 'm', 'h', 's', 'e', 'g', 'b']);
            return if is_date { Shows::Date } else { Shows::Unclear };
        }
        if lower.contains(['y', 'd', 'm', 'h', 's']) {
            return Shows::Date;
        }
        if lower.contains(['e', '/']) {
            return Shows::Unclear;
        }
        let last = tokens.rfind(is_placeholder).unwrap_or_default();
        let commas = tokens[last + 1..].chars().take_while(|c| *c == ',').count();
        let percents = tokens.chars().filter(|c| *c == '%').count();
        let fraction = tokens.split_once('.').map_or("", |(_, fraction)| fraction);
        let digits: String = fraction.chars().filter(|c| is_placeholder(*c)).collect();
        let (Ok(decimals), true) = (u8::try_from(digits.len()), digits.chars().all(|c| c == '0'))
        else {
            return Shows::Unclear;
        };
        match (percents, commas) {
            (0, 0) => Shows::Decimals(decimals),
            (1, 0) => Shows::Scaled { decimals, shift: 2 },
            (0, 1) => Shows::Scaled { decimals, shift: -3 },
            (0, 2) => Shows::Scaled { decimals, shift: -6 },
            (0, 3) => Shows::Scaled { decimals, shift: -9 },
            _ => Shows::Unclear,
        }
    }
}

/// A plain decimal times ten to the `shift`, exactly: what a percentage or a scaled format shows
/// before it is rounded.
pub fn shifted(stored: &str, shift: i8) -> Text {
    let short = Short::parse(stored).and_then(|short| short.shifted(shift));
    short.map_or_else(|| shifted_apart(stored, shift).into(), Short::text)
}

fn shifted_apart(stored: &str, shift: i8) -> String {
    let (sign, body) = match stored.strip_prefix('-') {
        Some(body) => ("-", body),
        None => ("", stored),
    };
    let (whole, fraction) = body.split_once('.').unwrap_or((body, ""));
    let by = usize::from(shift.unsigned_abs());
    let (whole, fraction) = if shift >= 0 {
        let padded = format!("{fraction:0<by$}");
        let (up, rest) = padded.split_at(by);
        (format!("{whole}{up}"), rest.to_owned())
    } else {
        let width = by + 1;
        let padded = format!("{whole:0>width$}");
        let (rest, down) = padded.split_at(padded.len() - by);
        (rest.to_owned(), format!("{down}{fraction}"))
    };
    let whole = match whole.trim_start_matches('0') {
        "" => "0",
        digits => digits,
    };
    match fraction.trim_end_matches('0') {
        "" => format!("{sign}{whole}"),
        fraction => format!("{sign}{whole}.{fraction}"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn points_are_moved_exactly() {
        for (stored, shift, shown) in [
            ("40513499", -3, "40513.499"),
            ("40513000", -3, "40513"),
            ("5", -3, "0.005"),
            ("-0.052", 2, "-5.2"),
            ("0.05", 2, "5"),
            ("1", 2, "100"),
            ("12.5", 0, "12.5"),
        ] {
            assert_eq!(shifted(stored, shift), shown);
            assert_eq!(shifted_apart(stored, shift), shown);
        }
    }

    #[test]
    fn words_of_a_format_are_part_of_what_is_displayed() {
        for (code, stored, digits, displayed) in [
            ("0\"p\"", "183135", "183135", Some("183135p")),
            ("#,##0.0\\ \"bn\"", "1.25", "1.3", Some("1.3 bn")),
            ("\"r\"0;-0", "7", "7", Some("r7")),
            ("\"r\"0;-0", "-7", "-7", None),
            ("0;-0;\"nil\"", "0", "0", Some("nil")),
            ("0;-0;\"nil\"", "5", "5", None),
            ("General\\p", "5", "5", Some("5p")),
            ("_(* #,##0_);_(* \\(#,##0\\);_(* \"-\"??_);_(@_)", "0", "0", None),
            ("\"$\"#,##0.00", "5", "5.00", None),
            ("General\\ \"%\"", "5", "5", None),
            ("#,##0", "5", "5", None),
        ] {
            assert_eq!(with_words(code, stored, digits).as_deref(), displayed, "{code} {stored}");
        }
    }

    #[test]
    fn decimals_of_formats_met_in_releases() {
        for (code, expected) in [
            ("General", Shows::General),
            ("@", Shows::General),
            ("0", Shows::Decimals(0)),
            ("#,##0", Shows::Decimals(0)),
            ("#,##0.0", Shows::Decimals(1)),
            ("0.00_ ", Shows::Decimals(2)),
            ("#,##0.0_);\\(#,##0.0\\)", Shows::Decimals(1)),
            ("#,##0_);[Red]\\(#,##0\\);\\-", Shows::Decimals(0)),
            ("_(* #,##0.00_);_(* \\(#,##0.00\\);_(* \"-\"??_);_(@_)", Shows::Decimals(2)),
            ("\"$\"#,##0.00", Shows::Decimals(2)),
            ("[$¥-804]#,##0.00", Shows::Decimals(2)),
            ("# ##0.0", Shows::Decimals(1)),
            ("#,##0.0;#,##0", Shows::Unclear),
            ("0.00%", Shows::Scaled { decimals: 2, shift: 2 }),
            ("0.00E+00", Shows::Unclear),
            ("# ?/?", Shows::Unclear),
            ("#,##0,", Shows::Scaled { decimals: 0, shift: -3 }),
            ("#,##0.0,,", Shows::Scaled { decimals: 1, shift: -6 }),
            ("0%%", Shows::Unclear),
            ("\"n/a\"", Shows::Unclear),
            ("0.0;\"-\"", Shows::Unclear),
            ("", Shows::General),
            ("General\\ \"%\"", Shows::General),
            ("ggge\"年\"", Shows::Date),
            ("[$-F800]dddd\\,\\ mmmm\\ dd\\,\\ yyyy", Shows::Date),
            ("ss.0", Shows::Date),
            ("[<100]0.0;0", Shows::Unclear),
            ("_-* #,##0.00\\ _D_M_-", Shows::Decimals(2)),
            ("0.0##", Shows::Unclear),
            ("[Red][<-25]General;[Blue][>25]General;General", Shows::Unclear),
            ("[h]:mm:ss", Shows::Unclear),
            ("\"unclosed", Shows::Unclear),
            ("yyyy\\-mm\\-dd", Shows::Date),
            ("mmm-yy", Shows::Date),
            ("[$-409]d\\-mmm\\-yy;@", Shows::Date),
            ("yyyy\"年\"m\"月\"", Shows::Date),
            ("mmss.0", Shows::Date),
            ("built-in 31", Shows::Date),
            ("built-in 7", Shows::Unclear),
        ] {
            assert_eq!(shows(code), expected, "{code}");
        }
    }
}

//! What a workbook says before its sheets: their names and places, texts, styles, dates, the code
//! page. After [MS-XLS]; BIFF2 to BIFF4 after OpenOffice.org's documentation of the format.

use std::collections::BTreeMap;

use crate::error::Error;
use crate::limits::{Limits, within};
use crate::read::number_format;
use crate::read::stored::DateSystem;
use crate::read::style::Style;
use portbook_model::text::Text;

use super::Version;
use super::records::{CodePage, Record, short};

/// A sheet as the workbook lists it.
#[derive(Debug)]
pub(super) struct Listed {
    /// Byte of the stream where it begins.
    pub(super) start: usize,
    pub(super) name: String,
    pub(super) is_hidden: bool,
    /// Neither a chart nor a macro module, as far as the list says.
    pub(super) is_worksheet: bool,
}

/// What the records told so far.
#[derive(Debug)]
pub(super) struct Globals {
    pub(super) version: Version,
    pub(super) page: CodePage,
    pub(super) dates: DateSystem,
    pub(super) sheets: Vec<Listed>,
    /// Shared texts; `None`: cut short.
    pub(super) texts: Vec<Option<Text>>,
    /// Per cell style. Empty for BIFF2, whose cells name their format themselves.
    pub(super) styles: Vec<Style>,
    /// BIFF2: formats in order.
    pub(super) formats: Vec<Style>,
    codes: BTreeMap<u16, Text>,
    code_count: u16,
    is_bold: Vec<bool>,
    raw_styles: Vec<RawStyle>,
}

#[derive(Debug)]
struct RawStyle {
    font: u16,
    format: u16,
    indent: Option<u8>,
}

const FILEPASS: u16 = 0x002F;
const DATEMODE: u16 = 0x0022;
const CODEPAGE: u16 = 0x0042;
const BOUNDSHEET: u16 = 0x0085;
const SST: u16 = 0x00FC;
const FORMATS: [u16; 2] = [0x001E, 0x041E];
const FONTS: [u16; 2] = [0x0031, 0x0231];
const STYLES: [u16; 3] = [0x00E0, 0x0243, 0x0443];
const BOLD_WEIGHT_MIN: u16 = 600;

impl Globals {
    pub(super) fn new(version: Version) -> Self {
        Self {
            version,
            page: CodePage::of(1252),
            dates: DateSystem::From1900,
            sheets: Vec::new(),
            texts: Vec::new(),
            styles: Vec::new(),
            formats: Vec::new(),
            codes: BTreeMap::new(),
            code_count: 0,
            is_bold: Vec::new(),
            raw_styles: Vec::new(),
        }
    }

    /// Takes what a record says of the workbook, if it is of that kind.
    pub(super) fn take(&mut self, record: &Record<'_>, limits: &Limits) -> Result<(), Error> {
        match record.kind {
            FILEPASS => return Err(Error::Encrypted { what: "workbook" }),
            DATEMODE if record.u16(0)? == 1 => self.dates = DateSystem::From1904,
            CODEPAGE => self.page = CodePage::of(record.u16(0)?),
            BOUNDSHEET => self.list(record, limits)?,
            SST => self.share(record, limits)?,
            kind if FORMATS.contains(&kind) => self.format(record)?,
            kind if FONTS.contains(&kind) => {
                let is_bold = match self.version {
                    Version::Biff5 | Version::Biff8 => record.u16(6)? >= BOLD_WEIGHT_MIN,
                    _ => record.u16(2)? & 1 == 1,
                };
                self.is_bold.push(is_bold);
            }
            kind if STYLES.contains(&kind) => self.style(record)?,
            _ => {}
        }
        Ok(())
    }

    fn list(&mut self, record: &Record<'_>, limits: &Limits) -> Result<(), Error> {
        within("sheets", self.sheets.len() as u64 + 1, limits.sheets_max as u64, || {
            "the workbook".to_owned()
        })?;
        let length = usize::from(record.u8(6)?);
        let name = match self.version {
            Version::Biff8 => record.parts(7).wide_text_of(length),
            _ => record.parts(7).bytes_text(length, self.page),
        };
        self.sheets.push(Listed {
            start: record.u32(0)? as usize,
            name: name.ok_or_else(|| short(record.kind))?,
            is_hidden: record.u8(4)? & 3 != 0,
            is_worksheet: record.u8(5)? == 0,
        });
        Ok(())
    }

    /// Shared texts. How many there are is not asked: writers get it wrong.
    fn share(&mut self, record: &Record<'_>, limits: &Limits) -> Result<(), Error> {
        let mut parts = record.parts(8);
        let mut seen: u64 = 0;
        while !parts.is_at_end() {
            let text = parts.wide_text();
            let is_cut = text.is_none();
            seen += text.as_ref().map_or(0, |text| text.len() as u64);
            let max = limits.cells_text_bytes_max;
            if seen > max {
                let place = "the shared texts".to_owned();
                return Err(Error::Limit { what: "bytes of text", place, seen, max });
            }
            self.texts.push(text.map(Text::from));
            if is_cut {
                break;
            }
        }
        Ok(())
    }

    fn format(&mut self, record: &Record<'_>) -> Result<(), Error> {
        let is_numbered = matches!(self.version, Version::Biff5 | Version::Biff8);
        let id = if is_numbered { record.u16(0)? } else { self.code_count };
        self.code_count = self.code_count.saturating_add(1);
        let from = if record.kind == FORMATS[0] && !is_numbered { 0 } else { 2 };
        let code = match self.version {
            Version::Biff8 => record.parts(from).wide_text(),
            _ => record.parts(from + 1).bytes_text(usize::from(record.u8(from)?), self.page),
        };
        // A code in letters of another code page shows as little as an unknown one.
        let code = Text::from(code.unwrap_or_else(|| format!("{}{id}", number_format::BUILT_IN)));
        if self.version == Version::Biff2 {
            self.formats.push(Style::of_code(code.clone()));
        }
        self.codes.insert(id, code);
        Ok(())
    }

    fn style(&mut self, record: &Record<'_>) -> Result<(), Error> {
        let style = match self.version {
            Version::Biff5 | Version::Biff8 => RawStyle {
                font: record.u16(0)?,
                format: record.u16(2)?,
                indent: match self.version {
                    Version::Biff8 => Some(record.u8(8)? & 0x0F),
                    _ => None,
                },
            },
            _ => RawStyle {
                font: u16::from(record.u8(0)?),
                format: u16::from(record.u8(1)?),
                indent: None,
            },
        };
        self.raw_styles.push(style);
        Ok(())
    }

    /// Puts formats and fonts to the styles: they may stand in any order.
    pub(super) fn finish(&mut self) {
        let mut by_format: BTreeMap<u16, Style> = BTreeMap::new();
        for raw in &self.raw_styles {
            let style = by_format.entry(raw.format).or_insert_with(|| {
                let code = self.codes.get(&raw.format).cloned();
                Style::of_code(code.unwrap_or_else(|| number_format::built_in(raw.format).into()))
            });
            // There is no font 4, by an old mistake.
            let font = usize::from(if raw.font > 4 { raw.font - 1 } else { raw.font });
            let is_bold = self.is_bold.get(font).copied();
            self.styles.push(Style { indent: raw.indent, is_bold, ..style.clone() });
        }
        self.raw_styles = Vec::new();
    }

    /// The style of a cell that names it by number.
    pub(super) fn style_of(&self, index: u16) -> &Style {
        self.styles.get(usize::from(index)).unwrap_or(&Style::UNKNOWN)
    }
}

//! The head of a file, down to its header: the charset, the delimiter, the columns, and the layout
//! that takes them.

use std::path::Path;

use encoding_rs::{Encoding, UTF_8};
use portbook_normalize::release::Occasion;
use portbook_parse::layout::Origin;
use portbook_parse::limits::Limits;
use portbook_parse::read::delimited::{Cut, Text};
use portbook_parse::text::{Basis, Charset};
use portbook_source::layout::records::Records;
use portbook_source::load::Source;
use serde::{Deserialize, Serialize};

use crate::carried;
use crate::content;
use crate::error::{Error, Result};
use crate::fields::Fields;
use crate::learn::learn;
use crate::mapping::{self, Mapping};
use crate::probe::{Probe, parsed};

/// Records that are looked at to tell the delimiter, and for one to learn from.
const SAMPLE_RECORDS: usize = 50;

/// What stands before the records of a file.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub(crate) struct Head {
    /// Lines down to the header, each with its end.
    pub(crate) text: String,
    /// Of the archive that the file is: which member it was.
    pub(crate) member: Option<String>,
    /// Where the records begin.
    pub(crate) body_at: u64,
    #[serde(with = "named")]
    pub(crate) encoding: &'static Encoding,
    pub(crate) delimiter: char,
    pub(crate) columns: Vec<String>,
    samples: Vec<Vec<String>>,
}

impl Head {
    /// Whether files of both are read by one mapping.
    pub(crate) fn is_as(&self, other: &Self) -> bool {
        self.columns == other.columns
            && self.delimiter == other.delimiter
            && self.encoding == other.encoding
    }
}

/// An encoding by its name.
mod named {
    use encoding_rs::Encoding;
    use serde::de::Error as _;
    use serde::{Deserialize as _, Deserializer, Serializer};

    #[expect(clippy::trivially_copy_pass_by_ref, reason = "serde gives a reference")]
    pub(super) fn serialize<S: Serializer>(
        encoding: &&'static Encoding,
        serializer: S,
    ) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(encoding.name())
    }

    pub(super) fn deserialize<'de, D: Deserializer<'de>>(
        deserializer: D,
    ) -> Result<&'static Encoding, D::Error> {
        let name = String::deserialize(deserializer)?;
        let found = Encoding::for_label_no_replacement(name.as_bytes());
        found.ok_or_else(|| D::Error::custom(format!("no encoding `{name}`")))
    }
}

/// The texts of a file that a layout takes, all by one mapping; and of members that none takes, why.
///
/// # Errors
/// `Unrecognised` where no text of the file is taken.
pub(crate) fn mapping(
    path: &Path,
    source: &Source,
    occasion: &Occasion,
) -> Result<(Vec<Head>, Mapping, Vec<String>)> {
    let origin = Origin { file: &occasion.file, charset: None, period: None };
    let (mut heads, mut mapping, mut left_out) = (Vec::<Head>::new(), None::<Mapping>, Vec::new());
    let mut refused = None;
    for (member, sample) in content::samples(path, origin.charset_for(source))? {
        let (head, read) = match of_text(&sample, member.as_deref(), source, occasion) {
            Ok(read) => read,
            Err(error @ Error::NotCarried { .. }) => return Err(error),
            Err(error) => {
                let member = member.unwrap_or_default();
                left_out.push(format!("member `{member}`: {error}"));
                refused.get_or_insert(error);
                continue;
            }
        };
        let layout = |mapping: &Mapping| mapping.probe.layout().common.id.clone();
        if let (Some(first), Some(known)) = (heads.first(), &mapping)
            && (!first.is_as(&head) || layout(known) != layout(&read))
        {
            let name = |head: &Head| head.member.clone().unwrap_or_default();
            return Err(Error::OtherHeader { file: name(&head), first: name(first) });
        }
        heads.push(head);
        mapping.get_or_insert(read);
    }
    match (mapping, refused) {
        (Some(mapping), _) => Ok((heads, mapping, left_out)),
        (None, Some(error)) => Err(error),
        (None, None) => Err(Error::Parse(portbook_parse::error::Error::Empty)),
    }
}

fn of_text(
    sample: &[u8],
    member: Option<&str>,
    source: &Source,
    occasion: &Occasion,
) -> Result<(Head, Mapping)> {
    let file = member.unwrap_or(&occasion.file);
    let mut found = Vec::new();
    let mut why = Vec::new();
    for layout in &source.layout.records {
        match take(sample, source, layout, file) {
            Ok(head) => found.push((layout, Head { member: member.map(str::to_owned), ..head })),
            Err(error) => why.push(format!("`{}`: {error}", layout.common.id)),
        }
    }
    let unrecognised = |why: String| Error::Unrecognised { file: file.to_owned(), why };
    if found.len() > 1 {
        let ids: Vec<&str> = found.iter().map(|(layout, _)| layout.common.id.as_str()).collect();
        return Err(unrecognised(format!("layouts {} recognise it", ids.join(", "))));
    }
    let Some((layout, head)) = found.pop() else {
        let none = "the source has no [[records]]".to_owned();
        return Err(unrecognised(if why.is_empty() { none } else { why.join("; ") }));
    };
    let mapping = compile(&head, source, layout, occasion)?;
    Ok((head, mapping))
}

pub(crate) fn compile(
    head: &Head,
    source: &Source,
    layout: &Records,
    occasion: &Occasion,
) -> Result<Mapping> {
    carried::check(source, layout)?;
    let delimiter = u8::try_from(head.delimiter).expect("delimiters are of ASCII");
    let not_carried = |key: &str| Error::NotCarried {
        layout: layout.common.id.clone(),
        key: format!("{key} in {}", head.encoding.name()),
    };
    let is_single = head.encoding == UTF_8 || head.encoding.is_single_byte();
    if !head.encoding.is_ascii_compatible() || (delimiter == b'|' && !is_single) {
        return Err(not_carried("text"));
    }
    if head
        .columns
        .first()
        .is_some_and(|first| first.starts_with("DATAFLOW") || first.starts_with("STRUCTURE"))
    {
        return Err(not_carried("SDMX-CSV"));
    }
    let probe = Probe::new(source, layout, occasion.clone(), head);
    let measures = measures(&probe, &head.columns);
    let learnt = learn(&probe, &head.columns, &measures, &head.samples)?;
    let cut = mapping::Cut { delimiter, encoding: head.encoding };
    Mapping::compile(probe, head.columns.clone(), learnt, measures, cut)
}

/// The head by one layout, whose columns it must have.
fn take(sample: &[u8], source: &Source, layout: &Records, file: &str) -> Result<Head> {
    let origin = Origin { file, charset: None, period: None };
    let unrecognised =
        |why: &str| Error::Unrecognised { file: file.to_owned(), why: why.to_owned() };
    let (encoding, skip) = encoding(sample, origin.charset_for(source))?;
    let body = &sample[skip..];
    let mut lines = body.split_inclusive(|byte| *byte == b'\n');
    let mut head: Vec<u8> = Vec::new();
    for _ in 0..layout.preamble {
        head.extend(lines.next().ok_or_else(|| unrecognised("no header"))?);
    }
    let is_blank = |line: &&[u8]| line.iter().all(|byte| matches!(byte, b'\r' | b'\n'));
    for line in lines.by_ref() {
        head.extend(line);
        if !is_blank(&line) {
            break;
        }
    }
    let decode = |bytes: &[u8]| {
        let text = encoding.decode_without_bom_handling_and_without_replacement(bytes);
        text.map(std::borrow::Cow::into_owned)
    };
    let text = decode(&head).ok_or_else(|| unrecognised("a header that is no text"))?;
    if text.replace("\r\n", "\n").contains('\r') {
        return Err(unrecognised("lines that end in a lone carriage return"));
    }
    let whole_lines: Vec<&[u8]> = lines
        .filter(|line| line.ends_with(b"\n") && !is_blank(line))
        .take(SAMPLE_RECORDS)
        .collect();
    let limits = Limits::standard();
    let cut = |content: String| {
        let charset = Charset { name: "UTF-8", basis: Basis::Proven };
        let preamble_lines = layout.preamble as usize;
        let cut = Cut { preamble_lines, delimiter: None, until: &[] };
        Text::new(content, charset).records(cut, &limits)
    };
    let with_samples = decode(&whole_lines.concat()).map(|samples| format!("{text}{samples}"));
    let delimited = match with_samples.map(cut) {
        Some(Ok(delimited)) => delimited,
        _ => cut(text.clone())?,
    };
    let text = if text.ends_with('\n') { text } else { format!("{text}\n") };
    let mut alone = source.clone();
    alone.layout.records = vec![layout.clone()];
    alone.layout.tables.clear();
    parsed(text.clone(), &alone, file)?;
    let head_bytes = (skip + head.len()) as u64;
    let samples = samples(&whole_lines, delimited.delimiter, delimited.columns.len(), encoding);
    Ok(Head {
        text,
        member: None,
        body_at: head_bytes,
        encoding,
        delimiter: delimited.delimiter,
        columns: delimited.columns,
        samples,
    })
}

/// The charset and the length of a mark that names it.
fn encoding(sample: &[u8], declared: Option<&str>) -> Result<(&'static Encoding, usize)> {
    if let Some(found) = Encoding::for_bom(sample) {
        return Ok(found);
    }
    let Some(label) = declared else { return Ok((UTF_8, 0)) };
    let found = Encoding::for_label_no_replacement(label.as_bytes());
    let unknown = portbook_parse::error::Error::UnknownCharset {
        label: label.to_owned(),
        basis: Basis::Declared,
    };
    Ok((found.ok_or(unknown)?, 0))
}

fn samples(
    lines: &[&[u8]],
    delimiter: char,
    columns: usize,
    encoding: &'static Encoding,
) -> Vec<Vec<String>> {
    let mut fields = Fields::default();
    let mut samples = Vec::new();
    for line in lines {
        let line = line.strip_suffix(b"\n").unwrap_or(line);
        let line = line.strip_suffix(b"\r").unwrap_or(line);
        let Ok(delimiter) = u8::try_from(delimiter) else { continue };
        if fields.cut(line, delimiter, columns).is_err() {
            continue;
        }
        let text =
            |field| encoding.decode_without_bom_handling(fields.get(line, field)).0.into_owned();
        samples.push((0..columns).map(text).collect());
    }
    samples
}

/// The columns of figures, and their names in addresses.
fn measures(probe: &Probe, columns: &[String]) -> Vec<(usize, String)> {
    let vocabulary = &probe.source.vocabulary;
    let mut measures = Vec::new();
    for (column, heading) in columns.iter().enumerate() {
        let before = columns[..column].iter().filter(|known| *known == heading).count() + 1;
        let folded = portbook_source::pattern::fold(heading);
        let rule = probe.layout().column(&folded, vocabulary).map(|rule| rule.heading.rank());
        let is_measured = probe.layout().measures.iter().any(|measure| {
            let is_nth = measure.nth.is_none_or(|nth| nth as usize == before);
            let is_nearest = rule.is_none_or(|rule| rule >= measure.heading.rank());
            is_nth && is_nearest && measure.heading.captures(&folded, vocabulary).is_some()
        });
        if is_measured {
            let cell = if before > 1 { format!("{heading}#{before}") } else { heading.clone() };
            measures.push((column, cell));
        }
    }
    measures
}

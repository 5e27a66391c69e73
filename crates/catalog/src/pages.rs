//! One file per kind of page.

use std::fmt;

use portbook_model::digest::Digest;

use crate::facts::Source;
use crate::html::{Page, Text};
use crate::place::Tables;
use crate::rows::Vintage;
use crate::words;

pub(crate) mod claims;
pub(crate) mod dataset;
pub(crate) mod front;
pub(crate) mod held;
pub(crate) mod quirks;
pub(crate) mod runs;
pub(crate) mod series;
pub(crate) mod table;

/// A page and where it lies.
pub(crate) struct Made {
    /// Relative to the front page.
    pub(crate) path: String,
    pub(crate) text: String,
}

/// What all pages of a source are made with.
pub(crate) struct Context<'a> {
    pub(crate) source: &'a Source,
    pub(crate) tables: &'a Tables,
    pub(crate) output: Place<'a>,
}

/// Where what is published lies, as readers name it.
#[derive(Clone, Copy)]
pub(crate) enum Place<'a> {
    Folder(&'a str),
    /// The address of a Delta table.
    Delta(&'a str),
}

impl<'a> Place<'a> {
    pub(crate) fn named(self) -> &'a str {
        match self {
            Self::Folder(name) | Self::Delta(name) => name,
        }
    }
}

/// A day, and the instant behind it.
pub(crate) struct Day<'a>(pub(crate) &'a jiff::Timestamp);

impl fmt::Display for Day<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let instant = self.0.strftime("%Y-%m-%dT%H:%M:%SZ");
        write!(f, "<time datetime=\"{instant}\">{}</time>", self.0.strftime("%Y-%m-%d"))
    }
}

/// The printed text of a figure, linked to its cell.
pub(crate) fn printed_link(context: &Context<'_>, page: &Page, row: &Vintage) -> String {
    let Some(printed) = row.printed() else { return "\u{2013}".to_owned() };
    let printed = in_words(&printed);
    let link = context.tables.link(&context.source.column, &row.snapshot, &row.address);
    match link {
        Some(link) => {
            format!("<a href=\"{}{}\">{}</a>", page.up(), Text(&link), Text(printed))
        }
        None => Text(printed).to_string(),
    }
}

/// What a cell holds that is empty can be linked to as well.
pub(crate) fn in_words(printed: &str) -> &str {
    if printed.trim().is_empty() { "(blank)" } else { printed }
}

/// The name of a release within its source: `2025-12` of `us-census-ft900:2025-12`.
pub(crate) fn release_name(release: &str) -> &str {
    release.split_once(':').map_or(release, |(_, name)| name)
}

/// A figure with its unit, or the status that stands where no figure does.
pub(crate) fn figure(row: &Vintage, unit: &str) -> String {
    match row.value {
        Some(value) => format!("{} {}", crate::number::grouped(value), words::unit(unit)),
        None => words::status(&row.status),
    }
    .trim_end()
    .to_owned()
}

/// What a digest is shown as.
pub(crate) fn short(digest: &Digest) -> String {
    digest.short()
}

//! Why a run stopped. What concerns one source is not here: it is in the summary.

use std::path::PathBuf;

use portbook_archive::error::Error as Damage;
use portbook_bulk::error::Error as Unsorted;
use portbook_catalog::error::Error as Uncataloged;
use portbook_model::class::Class;
use portbook_model::digest::Digest;
use portbook_parse::error::Kind;
use portbook_publish::error::Error as Unpublished;
use portbook_source::nearest::nearest;

#[derive(Debug, thiserror::Error)]
pub enum Error {
    #[error(transparent)]
    Source(#[from] portbook_source::error::Error),
    #[error("archive")]
    Archive(#[from] portbook_archive::error::Error),
    #[error("fetch")]
    Fetch(#[from] portbook_fetch::error::Error),
    #[error("parse")]
    Parse(#[from] portbook_parse::error::Error),
    #[error("check")]
    Check(#[from] portbook_check::error::Error),
    #[error("bulk")]
    Bulk(#[from] portbook_bulk::error::Error),
    #[error("publish")]
    Publish(#[from] portbook_publish::error::Error),
    #[error("catalog")]
    Catalog(#[from] portbook_catalog::error::Error),
    #[error(transparent)]
    Export(#[from] portbook_export::error::Error),
    #[error(transparent)]
    Query(#[from] portbook_query::error::Error),
    #[error(
        "{}: holds neither commit {commit} of SHA-256 {digest} nor one of the same tables\n  \
         hint: name the folder it was cited from with --output; or make it again, from its export or its lock: \
         `portbook reproduce FILE --to DIR`, then --output DIR/output", output.display()
    )]
    NotCitedHere { output: PathBuf, commit: u64, digest: Digest },
    #[error(
        "commit {commit} does not say which datasets may be passed on: an older program made it\n  \
         hint: `portbook build`, and export from what is published then"
    )]
    TermsUnknown { commit: u64 },
    #[error(transparent)]
    Io(#[from] std::io::Error),
    #[error("got source `{got}`, expected one of {known}{}", near(got, known))]
    NoSuchSource { got: String, known: String },
    #[error("got no release of that name and dataset in the archive, expected one of {known}")]
    NoSuchRelease { known: String },
    #[error("{}: holds no release\n  hint: run `portbook run` or `portbook collect` first", archive.display())]
    NothingHeld { archive: PathBuf },
    #[error(
        "{}: lacks {missing} snapshots that commit {commit} was built from ({first} …), so it is another archive\n  \
         hint: name the right one with --archive, or another --output", archive.display()
    )]
    AnotherArchive { archive: PathBuf, commit: u64, missing: usize, first: String },
    #[error("no commit in {}\n  hint: run `portbook run` first", output.display())]
    NotPublished { output: PathBuf },
    #[error(
        "commit {commit} is not what archive, pipelines and program give now, so they cannot be pinned for it\n  \
         hint: `portbook build` first"
    )]
    NotBuilt { commit: u64 },
    #[error("{}: {problem}", path.display())]
    Lock { path: PathBuf, problem: String },
    #[error("{}: is not empty, and nothing is made anew over something\n  hint: another folder with --to", folder.display())]
    NotEmpty { folder: PathBuf },
    #[error("no commit {got}, there are {known}")]
    NoSuchCommit { got: u64, known: String },
    #[error("{file}")]
    File { file: String, source: portbook_parse::error::Error },
    #[error("{}: the parser process could not be started", program.display())]
    Process { program: PathBuf, source: std::io::Error },
    #[error("{}: cannot be read", path.display())]
    Unreadable { path: PathBuf, source: std::io::Error },
    #[error("{file}: image only: the page shows a picture and no table")]
    ImageOnly { file: String },
    #[error("{url}: got outcome `{outcome}`, expected a file")]
    NotFetched { url: String, outcome: String },
    #[error("{}: is there already, a draft overwrites nothing", folder.display())]
    DraftExists { folder: PathBuf },
    #[error("{file}: got cell `{cell}`, expected a cell where a layout reads a value")]
    NoSuchCell { file: String, cell: String },
    #[error(
        "{}: takes no file fetched by hand\n  hint: `inbox = \"…\"` in [access] says that \
         it does, and why", source_toml.display()
    )]
    NoInbox { source_toml: PathBuf },
    #[error(
        "{}: is there already: got {got}, expected {held} as held\n  hint: another file needs \
         another name; what was said wrongly is mended in the sidecar, before it is collected",
        file.display()
    )]
    InboxTaken { file: PathBuf, held: String, got: String },
    #[error("got {got}, expected one of what is held: `{known}`{hint}")]
    NotHeld { got: String, known: String, hint: String },
    #[error("{option}: got `{got}`, expected {expected}")]
    Misstated { option: &'static str, got: String, expected: &'static str },
    #[error("no layout recognises `{file}`\n{why}")]
    Unrecognised { file: String, why: String },
}

/// The sources most like one that is not known.
fn near(got: &str, known: &str) -> String {
    let near = nearest(got, known.split(", ")).join("`, `");
    if near.is_empty() { near } else { format!("\n  hint: did you mean `{near}`?") }
}

impl Error {
    /// The same, naming the file a reader refused.
    pub(crate) fn of_file(self, file: &str) -> Self {
        match self {
            Self::Parse(source) => Self::File { file: file.to_owned(), source },
            other => other,
        }
    }

    /// Which refusal of a reader it is, of the closed list.
    pub fn refusal(&self) -> Option<Kind> {
        match self {
            Self::Parse(source) | Self::File { source, .. } => Some(source.kind()),
            _ => None,
        }
    }

    /// Exit code of a command that ends with this error (see `docs/exit-codes.md`).
    pub fn exit_code(&self) -> u8 {
        match self {
            Self::Source(_) | Self::NoSuchSource { .. } | Self::NoInbox { .. } => 78,
            Self::Parse(_)
            | Self::File { .. }
            | Self::Check(_)
            | Self::ImageOnly { .. }
            | Self::AnotherArchive { .. }
            | Self::NotBuilt { .. }
            | Self::Lock { .. }
            | Self::Unreadable { .. }
            | Self::NoSuchCell { .. }
            | Self::InboxTaken { .. }
            | Self::Query(portbook_query::error::Error::Table { .. })
            | Self::Unrecognised { .. } => 65,
            // What is kept but is not what was written is damage; a held lock or a full disk passes.
            Self::Archive(error) => match error {
                Damage::WrongDigest { .. }
                | Damage::WrongSize { .. }
                | Damage::MissingObject { .. }
                | Damage::BadLine { .. }
                | Damage::BrokenChain { .. }
                | Damage::BadBundle { .. } => 65,
                other => of_class(other.class()),
            },
            Self::Fetch(error) => of_class(error.class()),
            Self::Publish(error) => match error {
                Unpublished::BadCommit { .. }
                | Unpublished::BadCurrent { .. }
                | Unpublished::CurrentBehind { .. } => 65,
                other => of_class(other.class()),
            },
            Self::Catalog(error) => match error {
                Uncataloged::NotACatalog { .. } | Uncataloged::NotLoopback { .. } => 64,
                Uncataloged::Rows { .. } | Uncataloged::Json(_) => 65,
                Uncataloged::Publish(error) => of_class(error.class()),
                Uncataloged::Io(_)
                | Uncataloged::NotMoved { .. }
                | Uncataloged::NotPublished { .. }
                | Uncataloged::NotListening { .. }
                | Uncataloged::Shown { .. } => 75,
            },
            Self::Query(error) if error.is_question() => 64,
            Self::Export(error) if error.is_question() => 64,
            Self::NotFetched { .. } => 11,
            Self::Bulk(Unsorted::Memory { .. })
            | Self::DraftExists { .. }
            | Self::NotEmpty { .. }
            | Self::Misstated { .. }
            | Self::NoSuchRelease { .. }
            | Self::NoSuchCommit { .. }
            | Self::NotCitedHere { .. }
            | Self::TermsUnknown { .. }
            | Self::NotHeld { .. } => 64,
            Self::Bulk(error) => of_class(error.class()),
            Self::NothingHeld { .. }
            | Self::NotPublished { .. }
            | Self::Query(_)
            | Self::Export(_)
            | Self::Process { .. }
            | Self::Io(_) => 75,
        }
    }
}

fn of_class(class: Class) -> u8 {
    match class {
        Class::Transient | Class::Environment => 75,
        Class::SourceChanged => 11,
        Class::Defect => 65,
    }
}

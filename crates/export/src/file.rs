//! One file of rows, in the form that its name asks for. It is written aside and has no name until
//! it is whole.

use std::io::{self, BufWriter, Write};
use std::path::{Path, PathBuf};

use arrow::array::RecordBatch;
use arrow::datatypes::{Schema, SchemaRef};
use arrow_ipc::writer::FileWriter;
use portbook_model::digest::{Digest, Hasher};
use portbook_publish::single::{self, Growing, Rows};

use crate::csv::Csv;
use crate::error::{Error, Result};
use crate::provenance::Provenance;
use crate::sdmx_csv::SdmxCsv;
use crate::values::Kind;
use crate::xlsx::Xlsx;

/// Under which a form with room for it tells the provenance, as JSON.
const KEY: &str = "portbook.provenance";

/// The forms, told by how a file's name ends.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Form {
    Csv,
    SdmxCsv,
    Xlsx,
    Parquet,
    Arrow,
}

impl Form {
    /// # Errors
    /// `Form` for a name that ends otherwise.
    pub fn of(path: &Path) -> Result<Self> {
        let name = path.file_name().unwrap_or_default().to_string_lossy().to_ascii_lowercase();
        let forms = [
            (".sdmx.csv", Self::SdmxCsv),
            (".csv", Self::Csv),
            (".xlsx", Self::Xlsx),
            (".parquet", Self::Parquet),
            (".arrow", Self::Arrow),
        ];
        let form = forms.iter().find(|(ending, _)| name.ends_with(ending));
        form.map(|(_, form)| *form).ok_or_else(|| Error::Form { path: path.to_owned() })
    }
}

/// Rows on their way to a file.
pub struct File {
    path: PathBuf,
    schema: SchemaRef,
    provenance: Provenance,
    rows: u64,
    inner: Inner,
}

enum Inner {
    Csv(Csv<BufWriter<Growing>>),
    SdmxCsv(SdmxCsv<BufWriter<Growing>>),
    Xlsx(Box<Xlsx>),
    Parquet(Box<Rows>),
    Arrow(Box<FileWriter<BufWriter<Growing>>>),
}

impl File {
    /// Of rows with these columns.
    ///
    /// # Errors
    /// `Form` for a name that ends in no form; `Publish` where the folder cannot be written to.
    pub fn begin(path: &Path, schema: &SchemaRef, provenance: Provenance) -> Result<Self> {
        let growing = || Ok::<_, Error>(BufWriter::new(Growing::begin(path)?));
        let inner = match Form::of(path)? {
            Form::Csv => Inner::Csv(Csv::begin(growing()?, schema)?),
            Form::SdmxCsv => Inner::SdmxCsv(SdmxCsv::begin(growing()?, schema)?),
            Form::Xlsx => Inner::Xlsx(Box::new(Xlsx::begin(schema, &provenance)?)),
            Form::Parquet => {
                let mut rows = Rows::begin(path, "observation", schema)?;
                rows.say(KEY, provenance.json().to_string());
                Inner::Parquet(Box::new(rows))
            }
            Form::Arrow => {
                let told = [(KEY.to_owned(), provenance.json().to_string())];
                let told = Schema::clone(schema).with_metadata(told.into());
                Inner::Arrow(Box::new(FileWriter::try_new(growing()?, &told)?))
            }
        };
        Ok(Self { path: path.to_owned(), schema: schema.clone(), provenance, rows: 0, inner })
    }

    /// Adds rows.
    ///
    /// # Errors
    /// `TooManyRows` where a sheet ends; else where it cannot be written.
    pub fn push(&mut self, batch: &RecordBatch) -> Result<()> {
        self.rows += u64::try_from(batch.num_rows()).expect("a count of rows fits 64 bits");
        match &mut self.inner {
            Inner::Csv(csv) => csv.push(batch),
            Inner::SdmxCsv(csv) => csv.push(batch),
            Inner::Xlsx(workbook) => workbook.push(batch),
            Inner::Parquet(rows) => Ok(rows.push(batch)?),
            Inner::Arrow(arrow) => Ok(arrow.write(batch)?),
        }
    }

    /// Gives the file its name, and says how many rows it holds.
    ///
    /// # Errors
    /// Where it cannot be written; what was there stays.
    pub fn finish(self) -> Result<u64> {
        let Self { path, schema, provenance, rows, inner } = self;
        match inner {
            Inner::Csv(csv) => {
                named(&path, csv.finish()?)?;
                beside(&path, &schema, &provenance, rows)?;
            }
            Inner::SdmxCsv(csv) => {
                named(&path, csv.finish()?)?;
                beside(&path, &schema, &provenance, rows)?;
            }
            Inner::Xlsx(workbook) => {
                let mut growing = Growing::begin(&path)?;
                workbook.finish(&provenance, &mut growing)?;
                growing.finish()?;
            }
            Inner::Parquet(rows) => rows.finish()?,
            Inner::Arrow(mut arrow) => {
                arrow.finish()?;
                named(&path, arrow.into_inner()?)?;
            }
        }
        Ok(rows)
    }
}

fn named(path: &Path, buffered: BufWriter<Growing>) -> Result<()> {
    let failed = |source| Error::NotWritten { path: path.to_owned(), source };
    let growing = buffered.into_inner().map_err(|error| failed(error.into_error()))?;
    Ok(growing.finish()?)
}

/// CSV has no room for more than its rows: what is known of them stands beside the file, under the
/// name that CSV on the Web gives it, <https://www.w3.org/TR/tabular-metadata/>.
fn beside(path: &Path, schema: &SchemaRef, provenance: &Provenance, rows: u64) -> Result<()> {
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    let is_sdmx = Form::of(path)? == Form::SdmxCsv;
    let columns = schema.fields().iter().map(|field| {
        let kind = match Kind::of(field.data_type()) {
            Kind::Number => "decimal",
            Kind::Time | Kind::Text => "string",
        };
        serde_json::json!({ "name": field.name(), "titles": field.name(), "datatype": kind })
    });
    let mut told = serde_json::json!({
        "@context": "http://www.w3.org/ns/csvw",
        "url": name,
        "dc:title": "Portbook: foreign trade as customs and statistics bureaus printed it",
        "dc:identifier": provenance.cited.to_string(),
        "dc:extent": format!("{rows} rows"),
        "portbook": provenance.json(),
    });
    // The columns of SDMX-CSV are told by its structure.
    if let (Some(object), false) = (told.as_object_mut(), is_sdmx) {
        let columns = columns.collect::<Vec<_>>();
        object.insert("tableSchema".to_owned(), serde_json::json!({ "columns": columns }));
    }
    let mut text = serde_json::to_string_pretty(&told)?;
    text.push('\n');
    Ok(single::write(&path.with_file_name(format!("{name}-metadata.json")), text.as_bytes())?)
}

/// The digest that rows have as CSV, and how many they are: what a citation holds of them.
pub struct Counted {
    csv: Csv<Hashing>,
    rows: u64,
}

#[derive(Default)]
struct Hashing(Hasher);

impl Write for Hashing {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.0.update(bytes);
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

impl Counted {
    /// Of rows with these columns.
    ///
    /// # Errors
    /// Only if the columns have no names.
    pub fn begin(schema: &SchemaRef) -> Result<Self> {
        Ok(Self { csv: Csv::begin(Hashing::default(), schema)?, rows: 0 })
    }

    /// Adds rows.
    ///
    /// # Errors
    /// Where a value has no text.
    pub fn push(&mut self, batch: &RecordBatch) -> Result<()> {
        self.rows += u64::try_from(batch.num_rows()).expect("a count of rows fits 64 bits");
        self.csv.push(batch)
    }

    /// How many there were, and the digest of a `.csv` of them.
    ///
    /// # Errors
    /// None that is known.
    pub fn finish(self) -> Result<(u64, Digest)> {
        Ok((self.rows, self.csv.finish()?.0.finish()))
    }
}

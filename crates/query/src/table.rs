//! The published table as SQL sees it: `observation` and its views at an instant, and the tables
//! beside it. Read-only.

use std::ffi::OsStr;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use arrow::array::RecordBatch;
use arrow::datatypes::{DataType, Field, FieldRef, Schema, SchemaRef};
use datafusion::common::ScalarValue;
use datafusion::common::tree_node::TreeNode as _;
use datafusion::datasource::MemTable;
use datafusion::datasource::file_format::parquet::ParquetFormat;
use datafusion::datasource::listing::{
    ListingOptions, ListingTable, ListingTableConfig, ListingTableUrl,
};
use datafusion::error::DataFusionError;
use datafusion::execution::SendableRecordBatchStream;
use datafusion::execution::context::SQLOptions;
use datafusion::logical_expr::{Expr, LogicalPlan, ident, lit, when};
use datafusion::object_store::ObjectStore;
use datafusion::prelude::{DataFrame, ParquetReadOptions, SessionConfig, SessionContext};
use futures_util::TryStreamExt as _;
use portbook_model::concept::Concept;
use portbook_schema::observation;
use url::Url;

use crate::as_of::{AsOf, View};
use crate::derived::follow::follow;
use crate::derived::{Cells, Figure};
use crate::error::{Error, unreadable};
use crate::known_at;
use crate::rows::{self, Rows};
use crate::series_id;

/// Views over the observations; everything else in FROM is a table beside them.
const VIEWS: [&str; 4] = ["observation", "latest", "first_print", "best"];

/// The view `best`, in words that any reader of SQL takes.
const BEST: &str = include_str!("../../../schemas/best.sql");

/// One commit of the published table. A commit made while it is open is not seen.
#[derive(Clone, Debug)]
pub struct Table {
    /// What `output/current` pointed to when it was opened, as a folder.
    root: Url,
    beside: Vec<Beside>,
    /// What reads it, if it lies in no folder.
    store: Option<Arc<dyn ObjectStore>>,
}

/// A table beside the observations, in one file, or in a folder with one per source.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
struct Beside {
    name: String,
    url: Url,
    is_by_source: bool,
}

/// The table at one instant, ready for any number of questions.
pub struct Session {
    context: SessionContext,
    /// Tables beside the observations, asked for or not.
    beside: Vec<String>,
}

impl Table {
    /// Opens the current commit of an output folder.
    ///
    /// # Errors
    /// `NotPublished` if the folder holds no commit yet.
    pub fn open(output: &Path) -> Result<Self, Error> {
        match fs_err::canonicalize(output.join("current")) {
            Ok(root) => Self::of_view(&root),
            Err(error) if error.kind() == std::io::ErrorKind::NotFound => {
                Err(Error::NotPublished { output: output.to_owned() })
            }
            Err(error) => Err(error.into()),
        }
    }

    /// Opens the view of a commit of an output folder.
    ///
    /// # Errors
    /// `Io` where the view is not there.
    pub fn of_commit(output: &Path, commit: u64) -> Result<Self, Error> {
        let view = output.join("views").join(format!("{commit:06}"));
        Self::of_view(&fs_err::canonicalize(view)?)
    }

    /// Opens a commit that lies in no folder; `names` are those of its files in a view.
    pub fn of_store(store: Arc<dyn ObjectStore>, names: &[String]) -> Self {
        let root = Url::parse("portbook-commit:///").expect("an address");
        let mut beside: Vec<Beside> = Vec::new();
        for name in names {
            let parts: Vec<&str> = name.split('/').collect();
            let (path, table, is_by_source) = match parts[..] {
                ["dimension", file] => (name.clone(), file.trim_end_matches(".parquet"), false),
                ["audit", table, ..] => (format!("audit/{table}/"), table, true),
                _ => continue,
            };
            let url = root.join(&path).expect("a path below it");
            beside.push(Beside { name: table.to_owned(), url, is_by_source });
        }
        beside.sort();
        beside.dedup();
        Self { root, beside, store: Some(store) }
    }

    fn of_view(root: &Path) -> Result<Self, Error> {
        let folder = |path: &Path| Url::from_directory_path(path).map_err(|()| no_address(path));
        let mut beside = Vec::new();
        for (name, path) in named(&root.join("dimension"), Some("parquet"))? {
            let url = Url::from_file_path(&path).map_err(|()| no_address(&path))?;
            beside.push(Beside { name, url, is_by_source: false });
        }
        for (name, path) in named(&root.join("audit"), None)? {
            beside.push(Beside { name, url: folder(&path)?, is_by_source: true });
        }
        Ok(Self { root: folder(root)?, beside, store: None })
    }

    /// Answers one question. Rows come in no order but the one the question states.
    ///
    /// # Errors
    /// `ReadOnly` for a statement that would write; `UnknownColumn` and `UnknownTable` with the
    /// nearest names.
    pub async fn sql(&self, text: &str, view: impl Into<View>) -> Result<Rows, Error> {
        self.session_for(text, view).await?.sql(text).await
    }

    /// The views at an instant, for more than one question.
    pub async fn session(&self, view: impl Into<View>) -> Result<Session, Error> {
        self.session_of(view.into(), &|_| true).await
    }

    /// The views at an instant, and of the tables beside them those that a text names: to register one
    /// is to read the end of each of its files.
    pub(crate) async fn session_for(
        &self,
        text: &str,
        view: impl Into<View>,
    ) -> Result<Session, Error> {
        let mut text = text.to_lowercase();
        if text.contains("best") {
            text.push_str(BEST);
        }
        let all = text.contains("information_schema") || text.contains("show");
        self.session_of(view.into(), &|name| all || text.contains(name)).await
    }

    async fn session_of(
        &self,
        view: View,
        is_asked: &dyn Fn(&str) -> bool,
    ) -> Result<Session, Error> {
        let context = context();
        if let Some(store) = &self.store {
            context.register_object_store(&self.root, Arc::clone(store));
        }
        let observation = self.root.join("observation/").expect("a path below it");
        register_views(&context, observation, view).await.map_err(unreadable)?;
        for Beside { name, url, is_by_source } in &self.beside {
            if !is_asked(name) {
                continue;
            }
            if !is_by_source {
                let options = ParquetReadOptions::default();
                context.register_parquet(name, url.as_str(), options).await.map_err(unreadable)?;
                continue;
            }
            let partition = vec![("source".to_owned(), DataType::Utf8)];
            let options = ParquetReadOptions::default().table_partition_cols(partition);
            let table = context.read_parquet(url.as_str(), options).await;
            let table = table.and_then(|table| released(table, view)).map_err(unreadable)?;
            context.register_table(name, table.into_view()).map_err(unreadable)?;
        }
        let beside = self.beside.iter().map(|table| table.name.clone()).collect();
        let session = Session { context, beside };
        // Older commits do not say who follows whom.
        if session.has("follows") {
            let best = session.context.sql(BEST).await.map_err(unreadable)?;
            session.context.register_table("best", best.into_view()).map_err(unreadable)?;
        }
        Ok(session)
    }
}

fn no_address(path: &Path) -> Error {
    let said = format!("no address is made of `{}`", path.display());
    unreadable(DataFusionError::Configuration(said))
}

impl Session {
    /// See [`Table::sql`].
    pub async fn sql(&self, text: &str) -> Result<Rows, Error> {
        answer(&self.context, text).await.map_err(|error| Error::of_query(&error, &self.names()))
    }

    /// What may stand in FROM, the views first.
    fn names(&self) -> Vec<String> {
        let mut names = table_names(&self.context);
        let beside: Vec<String> =
            self.beside.iter().filter(|name| !names.contains(name)).cloned().collect();
        names.extend(beside);
        names
    }

    /// The answer to one question, batch by batch: only what the question sorts is held.
    ///
    /// # Errors
    /// As [`Table::sql`].
    pub async fn stream(&self, text: &str) -> Result<Batches, Error> {
        let refused = |error: DataFusionError| Error::of_query(&error, &self.names());
        let frame = asked(&self.context, text).await.map_err(refused)?;
        let schema = rows::schema_given_out(&frame);
        Ok(Batches { schema, stream: frame.execute_stream().await.map_err(refused)? })
    }
}

/// An answer on its way.
pub struct Batches {
    schema: SchemaRef,
    stream: SendableRecordBatchStream,
}

impl Batches {
    pub fn schema(&self) -> &SchemaRef {
        &self.schema
    }

    /// The rows that come next; `None` after the last.
    ///
    /// # Errors
    /// As [`Table::sql`].
    pub async fn next(&mut self) -> Result<Option<RecordBatch>, Error> {
        let batch = self.stream.try_next().await;
        let batch = batch.map_err(|error| Error::of_query(&error, &[]))?;
        batch.map(|batch| rows::given_out(&batch, &self.schema).map_err(unreadable)).transpose()
    }
}

/// What may stand in FROM, the views first.
fn table_names(context: &SessionContext) -> Vec<String> {
    let mut names = context
        .catalog("datafusion")
        .and_then(|catalog| catalog.schema("public"))
        .map_or_else(Vec::new, |schema| schema.table_names());
    names.sort_by_key(|name| (!VIEWS.contains(&name.as_str()), name.clone()));
    names
}

impl Session {
    /// Whether a table beside the observations is there: older commits have fewer.
    pub fn has(&self, table: &str) -> bool {
        table_names(&self.context).iter().any(|name| name == table)
    }

    /// The columns of every observation, unless they are more than that.
    pub(crate) async fn held(&self, columns: &str, rows_max: usize) -> Result<Option<Rows>, Error> {
        let count = self.sql("select count(*) from observation").await?;
        let count = count.texts()?.pop().and_then(|mut row| row.pop().flatten());
        let few = count.and_then(|n| n.parse().ok()).is_some_and(|n: usize| n <= rows_max);
        if !few {
            return Ok(None);
        }
        self.sql(&format!("select {columns} from observation")).await.map(Some)
    }
}

/// Rows already read, to be asked under a table name of their own.
pub(crate) struct Desk {
    context: SessionContext,
}

impl Desk {
    pub(crate) fn with(name: &str, rows: &Rows) -> Result<Self, Error> {
        let context = context();
        let table = MemTable::try_new(rows.schema.clone(), vec![rows.batches.clone()])
            .map_err(unreadable)?;
        context.register_table(name, Arc::new(table)).map_err(unreadable)?;
        Ok(Self { context })
    }

    pub(crate) async fn ask(&self, text: &str) -> Result<Rows, Error> {
        answer(&self.context, text)
            .await
            .map_err(|error| Error::of_query(&error, &table_names(&self.context)))
    }
}

impl Session {
    /// Runs a question that gives one row, and follows it to its cells.
    pub(crate) async fn follow(&self, text: &str, cells: &mut Cells) -> Result<Figure, Error> {
        followed(&self.context, text, cells).await
    }
}

impl Desk {
    /// See [`Session::follow`].
    pub(crate) async fn follow(&self, text: &str, cells: &mut Cells) -> Result<Figure, Error> {
        followed(&self.context, text, cells).await
    }
}

async fn followed(
    context: &SessionContext,
    text: &str,
    cells: &mut Cells,
) -> Result<Figure, Error> {
    let refused = |error: DataFusionError| Error::of_query(&error, &table_names(context));
    let plan = asked(context, text).await.map_err(refused)?.logical_plan().clone();
    let answer = answer(context, text).await.map_err(refused)?;
    follow(context, text, &plan, &answer, cells).await
}

async fn asked(context: &SessionContext, text: &str) -> Result<DataFrame, DataFusionError> {
    let read_only =
        SQLOptions::new().with_allow_ddl(false).with_allow_dml(false).with_allow_statements(false);
    let frame = context.sql_with_options(text, read_only).await?;
    let sums = frame.logical_plan().exists(|plan| Ok(matches!(plan, LogicalPlan::Aggregate(_))))?;
    let (mut state, plan) = frame.into_parts();
    // Of a row that is not asked for, only the columns of the condition are unpacked. For sums of most
    // rows, by few columns, choosing what to unpack takes longer: docs/decisions/010-query-layout.md.
    state.config_mut().options_mut().execution.parquet.pushdown_filters = !sums;
    Ok(DataFrame::new(state, plan))
}

async fn answer(context: &SessionContext, text: &str) -> Result<Rows, DataFusionError> {
    Rows::of(asked(context, text).await?).await
}

/// A context in which a number literal is a decimal and text stays `Utf8`, as the contract has it.
fn context() -> SessionContext {
    context_of(SessionConfig::new())
}

pub(crate) fn context_of(config: SessionConfig) -> SessionContext {
    let mut config = config.with_information_schema(true);
    let options = config.options_mut();
    options.sql_parser.parse_float_as_decimal = true;
    options.sql_parser.map_string_types_to_utf8view = false;
    options.execution.parquet.schema_force_view_types = false;
    let context = SessionContext::new_with_config(config);
    context.register_udf(series_id::function());
    context
}

async fn register_views(
    context: &SessionContext,
    folder: Url,
    view: View,
) -> Result<(), DataFusionError> {
    let mut rows = published(context, folder)?;
    if let Some(at) = view.known_at.microsecond() {
        rows = known_at::held(context, rows, utc(Some(at))).await?;
    }
    // Said of the column as stored, so that what was superseded before is not even read.
    let stands = ident("superseded_at").is_null();
    let stands = match view.as_of.microsecond() {
        Some(at) => stands.or(ident("superseded_at").gt(lit(utc(Some(at))))),
        None => stands,
    };
    let latest = visible(rows.clone().filter(stands)?, view.as_of)?;
    let observation = visible(rows, view.as_of)?;
    let first_print = observation.clone().filter(ident("revision").eq(lit(0_i32)))?;
    let views = [("observation", observation), ("latest", latest), ("first_print", first_print)];
    for (name, view) in views {
        context.register_table(name, view.into_view())?;
    }
    Ok(())
}

/// Every row of every partition, or none if nothing has passed yet.
fn published(context: &SessionContext, folder: Url) -> Result<DataFrame, DataFusionError> {
    let partitions =
        [("source", DataType::Utf8View), ("freq", DataType::Utf8View), ("year", DataType::Int32)];
    let options = ListingOptions::new(Arc::new(ParquetFormat::default()))
        .with_table_partition_cols(
            partitions.into_iter().map(|(name, of)| (name.to_owned(), of)).collect(),
        );
    // Text is read as views into the pages, which are not copied until a row is given out.
    let viewed = |field: &FieldRef| match field.data_type() {
        DataType::Utf8 => Field::clone(field).with_data_type(DataType::Utf8View),
        _ => Field::clone(field),
    };
    let schema = Schema::new(observation::schema().fields().iter().map(viewed).collect::<Vec<_>>());
    let config = ListingTableConfig::new(ListingTableUrl::try_new(folder, None)?)
        .with_listing_options(options)
        .with_schema(Arc::new(schema));
    context.read_table(Arc::new(ListingTable::try_new(config)?))
}

/// The published columns in the contract's order, then `year` and `series_id`; rows released
/// after the instant are absent, and so is what they superseded.
fn visible(table: DataFrame, as_of: AsOf) -> Result<DataFrame, DataFusionError> {
    let series: Vec<Expr> = Concept::ALL.iter().map(|concept| ident(concept.name())).collect();
    let id = series_id::function().call(series.clone()).alias("series_id");
    let mut columns = series;
    let instant = as_of.microsecond();
    for column in observation::columns() {
        let expression = match instant {
            Some(at) if column.name == "superseded_at" => {
                when(ident("superseded_at").gt(lit(utc(Some(at)))), lit(utc(None)))
                    .otherwise(ident("superseded_at"))?
                    .alias("superseded_at")
            }
            _ => ident(column.name),
        };
        columns.push(expression);
    }
    columns.extend([ident("year"), id]);
    let rows = match instant {
        Some(at) => table.filter(ident("released_at").lt_eq(lit(utc(Some(at)))))?,
        None => table,
    };
    rows.select(columns)
}

/// What an audit says of a release is not seen before that release, and we cannot have seen it
/// sooner either. What belongs to no release has no instant, and is of today.
fn released(table: DataFrame, view: View) -> Result<DataFrame, DataFusionError> {
    if !table.schema().has_column_with_unqualified_name("released_at") {
        return Ok(table);
    }
    [view.as_of, view.known_at].into_iter().try_fold(table, |table, instant| match instant {
        AsOf::At(at) => {
            let at = lit(utc(Some(at.as_microsecond())));
            table.filter(ident("released_at").lt_eq(at))
        }
        AsOf::Everything => Ok(table),
    })
}

fn utc(microsecond: Option<i64>) -> ScalarValue {
    ScalarValue::TimestampMicrosecond(microsecond, Some("UTC".into()))
}

/// Tables beside the observations: `area.parquet`, or a folder `quarantine`, by their names; sorted, so that messages do not depend on the file system.
fn named(folder: &Path, extension: Option<&str>) -> Result<Vec<(String, PathBuf)>, Error> {
    let entries = match fs_err::read_dir(folder) {
        Ok(entries) => entries,
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => return Ok(Vec::new()),
        Err(error) => return Err(error.into()),
    };
    let mut found = Vec::new();
    for entry in entries {
        let path = entry?.path();
        let name = path.file_stem().and_then(|stem| stem.to_str()).map(str::to_owned);
        if let Some(name) = name.filter(|_| path.extension() == extension.map(OsStr::new)) {
            found.push((name, path));
        }
    }
    found.sort();
    Ok(found)
}

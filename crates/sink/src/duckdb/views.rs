//! Views of `DuckDB`: over the files of `output`, in a script that anybody reads in, and over the
//! table of a database file. They have the same names.

use std::ffi::OsStr;
use std::path::Path;

use crate::commit::Output;
use crate::error::Result;
use crate::words::{as_of, said, views};

/// The view `best`, in words that any reader of SQL takes.
const BEST: &str = include_str!("../../../../schemas/best.sql");

/// A script with views over the commit that stands, whichever that is when they are asked.
/// `place` is where readers find `output`.
///
/// # Errors
/// `NotPublished` where there is no commit.
pub fn script(output: &Output, place: &str) -> Result<String> {
    output.head()?;
    let current = format!("{}/current", place.trim_end_matches('/'));
    let file = |path: &str| said(&format!("{current}/{path}"), "''");
    let names = dimensions(&output.folder().join("current/dimension"))?;
    let dimensions = names.iter().map(|name| {
        let file = file(&format!("dimension/{name}.parquet"));
        format!("create or replace view portbook.{name} as select * from read_parquet({file});\n")
    });
    let best = if names.iter().any(|name| name == "follows") { best() } else { String::new() };
    Ok(format!(
        "-- Portbook for duckdb: views over the commit that stands, whichever that is when they are asked.
-- From a shell: duckdb -init portbook.sql; in a session: .read portbook.sql
-- In a database file the views stay: duckdb any.duckdb -f portbook.sql
-- A row has no `_commit` here: files are shared by the commits that show them.

set timezone = 'UTC';
create schema if not exists portbook;
use portbook;
create or replace view portbook.observation_all as
  select * from read_parquet({files}, hive_partitioning = true,
    hive_types = {{'source': varchar, 'freq': varchar, 'year': smallint}});
{views}{dimensions}{best}{commits}",
        files = file("observation/**/*.parquet"),
        views = over_all("portbook"),
        dimensions = dimensions.collect::<String>(),
        commits = commits(place),
    ))
}

/// The views over `observation_all`, and what stood at an instant.
pub(crate) fn over_all(schema: &str) -> String {
    format!(
        "{views}create or replace macro {schema}.observation_as_of(t) as table
  select * from {schema}.observation_all where {as_of};
",
        views = views(schema),
        as_of = as_of("t::timestamptz"),
    )
}

fn best() -> String {
    format!("create or replace view portbook.best as\n{};\n", BEST.trim_end())
}

/// Names of the files of a folder, without their ending.
fn dimensions(folder: &Path) -> Result<Vec<String>> {
    let mut names = Vec::new();
    for entry in fs_err::read_dir(folder)? {
        let path = entry?.path();
        let is_parquet = path.extension() == Some(OsStr::new("parquet"));
        let name = path.file_stem().and_then(OsStr::to_str).filter(|_| is_parquet);
        names.extend(name.map(str::to_owned));
    }
    names.sort();
    Ok(names)
}

/// The commits, from their records, with the digest by which each names the one before.
fn commits(place: &str) -> String {
    let files = said(&format!("{}/commits/*.json", place.trim_end_matches('/')), "''");
    format!(
        "create or replace view portbook._commits as
  with record as (
    select sha256(content) as digest, content::json as told,
      list_filter(from_json(content::json -> 'files', '[{{\"view\": \"varchar\", \"rows\": \"bigint\"}}]'),
        lambda file: starts_with(file.view, 'observation/')) as files
    from read_text({files})
  )
  select (told ->> 'commit')::bigint as \"commit\",
    digest,
    (told -> 'parent' ->> 'commit')::bigint as parent,
    (told ->> 'schema')::bigint as schema,
    told ->> 'program' as program,
    len(list_distinct(list_transform(files, lambda file: parse_dirpath(file.view)))) as partitions,
    coalesce(list_sum(list_transform(files, lambda file: file.rows)), 0)::bigint as \"rows\",
    'portbook commit ' || (told ->> 'commit') || ' ' || left(digest, 8) as label
  from record;
"
    )
}

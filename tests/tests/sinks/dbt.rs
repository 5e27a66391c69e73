//! The package for dbt, built on a database file of `DuckDB` and on `PostgreSQL`, where `make check-sinks`
//! installed dbt.

use std::collections::BTreeMap;
use std::path::Path;
use std::process::Command;

use portbook_tests::folder::{Folder, copy};
use portbook_tests::postgres::{PASSWORD, Server, installed};
use portbook_tests::program::{Ended, run};
use portbook_tests::repository::{root, sources};
use toml::{Table, Value};

use crate::duckdb::File;
use crate::{Settings, tool};

/// Of a frequency, twice the time between its figures, in days; where a source has no calendar.
const SILENT_DAYS: [(&str, i64); 5] = [("D", 7), ("M", 62), ("Q", 184), ("S", 366), ("A", 550)];

const HEAD: &str = "\
# Made of the sources in pipelines/ (tests/tests/sinks/dbt.rs): days after the last release of a
# dataset, by the publisher's date, from which it is late, and from which that is an error: a release
# more than there should be, by the calendar of the source or by how often its figures come.
#   dbt source freshness --select 'source:portbook_datasets.us_census_ft900__exhibit_12'
version: 2

sources:
  - name: portbook_datasets
    schema: \"{{ var('portbook_schema', 'portbook') }}\"
    tables:
";

/// Days for which a dataset may be silent.
fn silent_days(source: &Table, dataset: &Value) -> i64 {
    if let Some(calendar) = source.get("calendar") {
        let days = |name: &str| calendar[name].as_integer().unwrap();
        return days("every_months") * 31 + days("grace_days");
    }
    let own = dataset.get("series").and_then(|series| series.get("freq"));
    let freq = own.unwrap_or_else(|| &source["series"]["freq"]).as_str().unwrap();
    SILENT_DAYS.iter().find(|(name, _)| *name == freq).unwrap().1
}

/// The file that names every dataset.
fn datasets() -> String {
    let mut text = HEAD.to_owned();
    for id in sources() {
        let file = root().join("pipelines").join(&id).join("source.toml");
        let source: Table = fs_err::read_to_string(file).unwrap().parse().unwrap();
        let own = id.replace('/', "-");
        let datasets: BTreeMap<&String, &Value> =
            source["dataset"].as_table().unwrap().iter().collect();
        for (dataset, of) in datasets {
            let days = silent_days(&source, of);
            let name = format!("{own}__{dataset}").replace('-', "_");
            text += &format!(
                "      - name: {name}
        identifier: observation_all
        config:
          loaded_at_field: released_at
          freshness:
            warn_after: {{count: {days}, period: day}}
            error_after: {{count: {error}, period: day}}
            filter: source = '{own}' and dataset = '{dataset}'
",
                error = 2 * days
            );
        }
    }
    text
}

#[test]
fn every_dataset_has_its_freshness() {
    let file = root().join("deploy/dbt/models/datasets.yml");
    let (found, expected) = (fs_err::read_to_string(&file).unwrap_or_default(), datasets());
    if found != expected {
        let made = std::env::temp_dir().join("portbook-datasets.yml");
        fs_err::write(&made, expected).unwrap();
        panic!("sources have changed: cp {} {}", made.display(), file.display());
    }
}

/// dbt on the package, copied, in a warehouse.
struct Dbt {
    folder: Folder,
}

impl Dbt {
    fn new(name: &str, output: &str) -> Self {
        let folder = Folder::new(name);
        copy(&root().join("deploy/dbt"), &folder.path().join("package"));
        let profile = format!("portbook:\n  target: test\n  outputs:\n    test: {output}\n");
        fs_err::write(folder.path().join("profiles.yml"), profile).unwrap();
        let project = folder.path().join("package/dbt_project.yml");
        let text = fs_err::read_to_string(&project).unwrap();
        fs_err::write(&project, format!("{text}profile: portbook\n")).unwrap();
        // As a model of somebody's own would.
        let model = "select obs_value from {{ portbook.as_of('2026-02-01T23:59:59Z') }} as o \
            where source = 'us-census-ft900' and dataset = 'exhibit-12' and trade_flow = 'X' \
            and measure = 'VALUE' and period_kind = 'month' and time_period = '2025-11'";
        fs_err::write(folder.path().join("package/models/exports.sql"), model).unwrap();
        Self { folder }
    }

    fn run(&self, arguments: &[&str]) -> Ended {
        let mut dbt: Command = tool("dbt", "dbt").expect("it was there");
        let project: &Path = &self.folder.path().join("package");
        dbt.args(arguments).arg("--project-dir").arg(project);
        dbt.arg("--profiles-dir").arg(self.folder.path());
        run(dbt.env("DBT_SEND_ANONYMOUS_USAGE_STATS", "false").env("DO_NOT_TRACK", "1"))
    }

    /// Builds, asks what stood, and finds what is late; `write` runs a statement in the warehouse.
    fn check(&self, ask: impl Fn(&str) -> String, write: impl Fn(&str)) {
        let built = self.run(&["build"]);
        built.expect(0);
        assert!(built.said().contains("ERROR=0"), "{built}");
        assert_eq!(ask("select obs_value from analytics.exports"), "182146000000.000000000");
        let stands =
            "select count(*) = (select count(*) from portbook.observation) from analytics.latest";
        assert!(matches!(ask(stands).as_str(), "true" | "t"), "{}", ask(stands));
        // Recordings end in August 2026: by the real clock a monthly table is late, unless it just came.
        let of = "source:portbook_datasets.us_census_ft900__exhibit_12";
        let late = self.run(&["source", "freshness", "--select", of]);
        late.expect(1);
        assert!(late.said().contains("ERROR STALE"), "{late}");
        write(
            "update portbook.observation_all set released_at = now() where source = 'us-census-ft900' \
            and superseded_at is null",
        );
        let fresh = self.run(&["source", "freshness", "--select", of]);
        fresh.expect(0);
        // A row that says what another says is noticed.
        write(
            "insert into portbook.observation_all select * from portbook.observation_all limit 1",
        );
        let twice = self.run(&["build"]);
        twice.expect(1);
        assert!(twice.said().contains("rows_are_unique"), "{twice}");
    }
}

#[test]
fn it_is_built_on_a_database_file() {
    if tool("dbt", "dbt").is_none() {
        return;
    }
    let file = File::new("sinks-dbt-duckdb");
    file.feed(&[]);
    let output = format!("{{type: duckdb, path: '{}', schema: analytics}}", file.path().display());
    Dbt::new("sinks-dbt-on-duckdb", &output).check(|sql| file.ask(sql), |sql| file.write(sql));
}

#[test]
fn it_is_built_on_postgresql() {
    if tool("dbt", "dbt").is_none() {
        return;
    }
    for programs in installed() {
        let server = Server::start(&programs);
        Settings::new("sinks-dbt-postgres", &server.url()).feed(&[]);
        // A socket's folder, as its address has it.
        let url = server.url().replace("%2F", "/");
        let (host, database) = url.split_once('@').unwrap().1.rsplit_once('/').unwrap();
        let output = format!(
            "{{type: postgres, host: '{host}', port: 5432, user: portbook, password: '{PASSWORD}', \
            dbname: {database}, schema: analytics}}"
        );
        let ask = |sql: &str| server.ask(sql);
        Dbt::new("sinks-dbt-on-postgres", &output).check(ask, |sql| drop(server.ask(sql)));
    }
}

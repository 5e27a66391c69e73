//! Every engine beside the Parquet: the same rows and the same exact sum in every partition, as of
//! three instants.

use portbook_tests::postgres::{Server, installed};

use crate::duckdb::File;
use crate::{INSTANTS, Settings, as_of_parquet, clickhouse, duckdb};

#[test]
fn engines_and_the_parquet_agree_as_of_any_instant() {
    let file = File::new("sinks-agree-duckdb");
    file.feed(&[]);
    let engine = clickhouse::Engine::start("sinks-agree-clickhouse");
    engine.settings.feed(&[]);
    let servers = installed().into_iter().map(|programs| {
        let server = Server::start(&programs);
        Settings::new("sinks-agree-postgres", &server.url()).feed(&[]);
        server
    });
    let servers: Vec<Server> = servers.collect();
    for instant in INSTANTS {
        let parquet = as_of_parquet(instant);
        let mut agreeing = vec!["DuckDB", "ClickHouse"];
        assert_eq!(file.ask(&duckdb::AS_OF.replace("{t}", instant)), parquet, "DuckDB, {instant}");
        // ClickHouse takes no `Z`.
        let plain = instant.trim_end_matches('Z').replace('T', " ");
        let seen = engine.ask(&clickhouse::AS_OF.replace("{t}", &plain));
        assert_eq!(seen, parquet, "ClickHouse, {instant}");
        for server in &servers {
            assert_eq!(crate::postgres::as_of(server, instant), parquet, "PostgreSQL, {instant}");
            agreeing.push("PostgreSQL");
        }
        let lines = parquet.lines().count();
        println!("as of {instant}: {lines} partitions the same in {}", agreeing.join(", "));
    }
}

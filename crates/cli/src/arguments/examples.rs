//! What the help of each command ends in: lines that can be typed, as a test does
//! (tests/tests/book/help.rs). They are broken by hand, to fit eighty columns.

pub(crate) const PORTBOOK: &str = "\
Example, which asks no site: all sources from their recordings
  portbook run --replay

Every command has its own page: portbook help explain";

/// Lines of usage that are too long for a page.
pub(crate) const INBOX_USAGE: &str = "portbook inbox add [OPTIONS] --source <ID> \\
           --url <URL> --released <DATE> <FILE>";
pub(crate) const ACCEPT_USAGE: &str = "portbook review accept [OPTIONS] <SOURCE> <RELEASE> \\
           --dataset <NAME> --rule <RULE> --reason <TEXT> --by <NAME>";
pub(crate) const REJECT_USAGE: &str = "portbook review reject [OPTIONS] <SOURCE> <RELEASE> \\
           --dataset <NAME> --reason <TEXT> --by <NAME>";
pub(crate) const DISCARD_USAGE: &str = "portbook review discard [OPTIONS] <SOURCE> <SNAPSHOT> \\
           --reason <TEXT> --by <NAME>";

pub(crate) const RUN: &str = "\
Example:
  portbook run --replay --only us/census-ft900";

pub(crate) const COLLECT: &str = "\
Example:
  portbook collect --replay --only us/census-ft900";

pub(crate) const BUILD: &str = "\
Example:
  portbook build --json";

pub(crate) const PARSE: &str = "\
Examples:
  portbook parse exh12.xlsx --source us/census-ft900 --format csv
  portbook parse prices.xls --raw";

pub(crate) const SURVEY: &str = "\
Example:
  portbook survey downloads/ --json";

pub(crate) const LAYOUT: &str = "\
Example:
  portbook layout explain exh12.xlsx --source us/census-ft900";

pub(crate) const LAYOUT_EXPLAIN: &str = "\
Example:
  portbook layout explain exh12.xlsx --source us/census-ft900 --cell F47";

pub(crate) const PROBE: &str = "\
Example:
  portbook probe prices.xls --to drafts/turkstat-prices";

pub(crate) const INBOX: &str = "\
Example:
  portbook inbox add citrus.xls --source tr/turkstat \\
      --url https://data.tuik.gov.tr/ --released 2025-01-15";

pub(crate) const REVIEW: &str = "\
Examples:
  portbook review
  portbook review us-census-ft900/2025-12/exhibit-12
  portbook review --json";

pub(crate) const ACCEPT: &str = "\
Example:
  portbook review accept us/census-ft900 2025-12 --dataset exhibit-12 \\
      --rule rows --reason \"the year was cut\" --by NAME";

pub(crate) const REJECT: &str = "\
Example:
  portbook review reject us/census-ft900 2025-12 --dataset exhibit-12 \\
      --reason \"a draft, withdrawn the same day\" --by NAME";

pub(crate) const DISCARD: &str = "\
Example:
  portbook review discard tr/turkstat 79887780 \\
      --reason \"a page of another bureau, mailed by mistake\" --by NAME";

pub(crate) const SOURCES: &str = "\
Examples:
  portbook sources
  portbook sources --only cn/gacc-express --json";

pub(crate) const CODELIST: &str = "\
Examples:
  portbook codelist
  portbook codelist areas \"Viet Nam\"
  portbook codelist areas 越南 --json";

pub(crate) const SQL: &str = "\
Examples:
  portbook sql \"select source, count(*) from latest group by source\"
  portbook sql --as-of 2026-02-01 \"select time_period, obs_value from latest \\
      where source = 'us-census-ft900' and trade_flow = 'X' limit 5\"";

pub(crate) const EXPLAIN: &str = "\
Examples:
  portbook explain 79a595de8d2ea8fa5d6e2dd424e6e26a/2025-11
  portbook explain --where \"source = 'us-census-ft900' \\
      and dataset = 'exhibit-12' and trade_flow = 'X' and measure = 'VALUE' \\
      and period_kind = 'month' and time_period = '2025-11'\"
  portbook explain --claim surplus-2025-11m --html surplus.html
  portbook explain --sum --where \"source = 'in-eidb' \\
      and dataset = 'commodity-wise' and level = 'leaf'\"";

pub(crate) const REVISIONS: &str = "\
Examples:
  portbook revisions us/census-ft900 --dataset exhibit-12
  portbook revisions cn/gacc-bulletin --follows --json";

pub(crate) const DIFF: &str = "\
Example:
  portbook diff 1 2 --json";

pub(crate) const CHANGES: &str = "\
Examples:
  portbook changes --since 1 --format csv
  portbook changes --since 1 --to changes.parquet";

pub(crate) const SINK: &str = "\
Examples:
  portbook sink add warehouse postgresql://portbook@db.example/trade
  portbook sink warehouse
  portbook sink warehouse --verify --json";

pub(crate) const SINK_ADD: &str = "\
Examples:
  portbook sink add trade duckdb:///var/lib/portbook/trade.duckdb
  portbook sink add events clickhouse://portbook@ch.example:8123/portbook";

pub(crate) const SINK_LIST: &str = "\
Example:
  portbook sink list --json";

pub(crate) const SCRIPTS: &str = "\
Examples:
  portbook sink scripts --dialect duckdb --to warehouse
  portbook sink scripts --dialect snowflake --files @portbook.files \\
      --since 1 --to warehouse";

pub(crate) const CLAIMS: &str = "\
Example:
  portbook claims claims/2025-12-trillion-surplus.toml --json";

pub(crate) const VERIFY: &str = "\
Examples:
  portbook verify
  portbook verify --cells --json";

pub(crate) const LOCK: &str = "\
Example:
  portbook lock portbook.lock";

pub(crate) const EXPORT: &str = "\
Examples:
  portbook export --where \"source = 'us-census-ft900'\" \\
      --as-of 2026-02-01 --to ft900.xlsx
  portbook export --redistributable --vintages --to open.parquet
  portbook export --lock portbook.lock --to trade.tar.zst";

pub(crate) const CITE: &str = "\
Examples:
  portbook cite --where \"source = 'us-census-ft900'\" \\
      --as-of 2026-02-01 > footnote.txt
  portbook cite --check footnote.txt
  portbook export --cited footnote.txt --to cited.csv
  portbook cite --bibtex";

pub(crate) const REPRODUCE: &str = "\
Example:
  portbook reproduce trade.tar.zst --to elsewhere";

pub(crate) const CHECK: &str = "\
Example:
  portbook check us/census-ft900 --dataset exhibit-12 --release 2025-12 --show";

pub(crate) const CALENDAR: &str = "\
Examples:
  portbook calendar --now 2026-02-01 --until 2026-03-31
  portbook calendar --ics > portbook.ics
  portbook calendar --backtest";

pub(crate) const GC: &str = "\
Example:
  portbook gc --days 90 --dry-run";

pub(crate) const STATUS: &str = "\
Example:
  portbook status --json";

pub(crate) const COMPLETIONS: &str = "\
Examples:
  portbook completions bash \\
      > ~/.local/share/bash-completion/completions/portbook
  portbook completions fish > ~/.config/fish/completions/portbook.fish";

pub(crate) const MAN: &str = "\
Examples:
  portbook man > portbook.1
  portbook man layout explain > portbook-layout-explain.1";

pub(crate) const CLUSTER: &str = "\
Example:
  portbook cluster scheduler";

pub(crate) const SCHEDULER: &str = "\
Example:
  portbook cluster scheduler --address 10.0.0.1:50050 --private-network";

pub(crate) const EXECUTOR: &str = "\
Example:
  portbook cluster executor --work /var/tmp/portbook --memory 4GiB \\
      --threads 4";

pub(crate) const CATALOG: &str = "\
Examples:
  portbook catalog --to site
  portbook catalog --serve";

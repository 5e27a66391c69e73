"""A commit into PostgreSQL: `portbook sink` beside psql's \\copy of the same rows, and dlt.

`make bench-sinks`, or: python benches/sinks.py PORTBOOK FOLDER DLT. The rows are those of made-up dumps
of Comex Stat (benches/bulk), ten years, half a million records. The server is Debian's, started for this,
with `fsync` off, so that all three are measured and not the disk. All load into an empty database and
end with the same indexes; \\copy and dlt are given files that were written before. Answers are compared,
or nothing is reported. In turns, each contestant READINGS times, the least counts; dlt, which takes
minutes, once. The report goes to benches/runs/<date>-sinks.md.
"""

import datetime
import os
import pathlib
import shutil
import subprocess
import sys
import tempfile
import time

HERE = pathlib.Path(__file__).resolve().parent
sys.path.insert(0, str(HERE / "bulk"))

import bulk  # noqa: E402
import duckdb  # noqa: E402
import queries  # noqa: E402

READINGS = 5
RECORDS = 50_000
YEARS = (2016, 2025)
PORT = 54329
TOTAL = "select count(*), sum(obs_value) from {}"

# Rows as Parquet into PostgreSQL, by the fastest way that dlt has for them.
DLT = """
import os, sys
os.environ["RUNTIME__DLTHUB_TELEMETRY"] = "false"
import dlt, pyarrow.parquet
file, folder, port = sys.argv[1:]
table = pyarrow.parquet.ParquetFile(file)
destination = dlt.destinations.postgres(f"postgresql://portbook:trusted@127.0.0.1:{port}/dlt")
pipeline = dlt.pipeline("bench", pipelines_dir=folder, destination=destination, dataset_name="bench")
@dlt.resource(name="observation", write_disposition="replace")
def rows():
    for batch in table.iter_batches(100_000):
        yield batch
pipeline.run(rows(), loader_file_format="csv").raise_on_failed_jobs()
"""


class Server:
    """Debian's server, in a folder of its own; started as its user where we are root."""

    def __init__(self):
        self.folder = pathlib.Path(tempfile.mkdtemp(prefix="portbook-"))
        self.programs = sorted(pathlib.Path("/usr/lib/postgresql").glob("*/bin"))[-1]
        if os.getuid() == 0:
            shutil.chown(self.folder, "postgres", "postgres")
        data = self.folder / "data"
        self.run("initdb", "--no-sync", "-U", "portbook", "-A", "trust", "-E", "UTF8", "--locale=C", "-D", data)
        options = f"-p {PORT} -c listen_addresses=127.0.0.1 -c fsync=off -c max_wal_size=8GB -c unix_socket_directories={self.folder}"
        self.run("pg_ctl", "-w", "-s", "-o", options, "-l", self.folder / "log", "-D", data, "start")

    def run(self, program, *arguments):
        command = [self.programs / program, *arguments]
        if os.getuid() == 0:
            command = ["setpriv", "--reuid=postgres", "--regid=postgres", "--clear-groups", *command]
        subprocess.run(command, check=True, stdout=subprocess.DEVNULL)

    def ask(self, database, *statements):
        command = [self.programs / "psql", "-X", "-q", "-A", "-t", "-v", "ON_ERROR_STOP=1", "-U", "portbook"]
        command += ["-h", self.folder, "-p", str(PORT), "-d", database]
        for statement in statements:
            command += ["-c", statement]
        return subprocess.run(command, check=True, capture_output=True, text=True).stdout.strip()

    def empty(self, database):
        self.ask("postgres", f"drop database if exists {database}", f"create database {database}")

    def url(self, database):
        return f"postgresql://portbook@127.0.0.1:{PORT}/{database}?sslmode=disable"

    def stop(self):
        self.run("pg_ctl", "-s", "-m", "immediate", "-D", self.folder / "data", "stop")
        shutil.rmtree(self.folder, ignore_errors=True)


def timed(work):
    began = time.monotonic()
    work()
    return time.monotonic() - began


class Contest:
    def __init__(self, program, folder, dlt):
        self.program, self.folder, self.dlt = program, folder, dlt
        data = bulk.make(folder / "dumps", RECORDS, *YEARS)
        self.output = queries.table(program, data, folder)
        self.csv, self.parquet = folder / "rows.csv", folder / "rows.parquet"
        self.server = Server()
        self.settings = folder / "portbook.toml"
        self.settings.unlink(missing_ok=True)
        self.sink("add", "bench", self.server.url("ours"))
        # The table's own definition, from a load of ours, so that \copy fills the same one.
        self.server.empty("ours")
        self.sink("bench")
        columns = "from pg_attribute where attrelid = 'portbook.observation_all'::regclass and attnum > 0"
        self.names = self.server.ask("ours", f"select string_agg(quote_ident(attname), ', ' order by attnum) {columns}")
        definition = "quote_ident(attname) || ' ' || format_type(atttypid, atttypmod) || case when attnotnull then ' not null' else '' end"
        listed = self.server.ask("ours", f"select string_agg({definition}, ', ' order by attnum) {columns}")
        self.tables = f"create schema portbook; create table portbook.observation_all ({listed})"
        indexes = "select indexdef from pg_indexes where schemaname = 'portbook' and tablename = 'observation_all'"
        self.indexes = self.server.ask("ours", indexes).splitlines()
        self.write()

    def sink(self, *arguments):
        command = [self.program, "sink", *arguments, "--settings", self.settings, "--output", self.output]
        return subprocess.run(command, check=True, capture_output=True, text=True).stdout

    def write(self):
        """The rows as \\copy and dlt take them."""
        rows = f"read_parquet('{queries.files(self.output)}/*/*/*/*.parquet', hive_partitioning = true)"
        with duckdb.connect() as connection:
            connection.execute("set timezone = 'UTC'")
            select = f"select {self.names} from (select *, 1 as _commit from {rows})"
            connection.execute(f"copy ({select}) to '{self.csv}' (header false)")
            connection.execute(f"copy ({select}) to '{self.parquet}' (compression zstd)")

    def ours(self):
        self.server.empty("ours")
        return timed(lambda: self.sink("bench"))

    def unchanged(self):
        return timed(lambda: self.sink("bench"))

    def copied(self):
        self.server.empty("copied")
        self.server.ask("copied", self.tables)
        copy = f"\\copy portbook.observation_all ({self.names}) from '{self.csv}' (format csv)"
        return timed(lambda: self.server.ask("copied", copy, *self.indexes))

    def by_dlt(self):
        self.server.empty("dlt")
        with tempfile.TemporaryDirectory() as folder:
            command = [self.dlt, "-c", DLT, self.parquet, folder, str(PORT)]
            return timed(lambda: subprocess.run(command, check=True, stdout=subprocess.DEVNULL))

    def check(self, tables):
        seen = {name: self.server.ask(database, TOTAL.format(table)) for name, database, table in tables}
        if len(set(seen.values())) != 1:
            raise SystemExit(f"not the same rows: {seen}")
        return next(iter(seen.values())).split("|")


def report(contest):
    load = os.getloadavg()[0]
    readings = {"portbook": [], "copy": []}
    for _ in range(READINGS):
        readings["portbook"].append(contest.ours())
        readings["copy"].append(contest.copied())
    ours, copied = min(readings["portbook"]), min(readings["copy"])
    unchanged = min(contest.unchanged() for _ in range(10))
    tables = [("portbook", "ours", "portbook.observation_all"), ("copy", "copied", "portbook.observation_all")]
    print(readings, unchanged, file=sys.stderr, flush=True)
    dlt = None
    if contest.dlt:
        dlt = contest.by_dlt()
        tables.append(("dlt", "dlt", "bench.observation"))
    rows, total = contest.check(tables)
    version = contest.server.ask("postgres", "show server_version")
    lines = [
        f"# Sinks, {datetime.date.today()}",
        "",
        f"`make bench-sinks` on {bulk.processor()}, {os.cpu_count()} processors, load {load:.1f} before, PostgreSQL {version}, "
        f"`fsync` off. {int(rows):,} rows of 48 columns, sum {total}, into an empty database.",
        "",
        "| what | seconds | against it |",
        "| --- | ---: | ---: |",
        f"| `portbook sink`: Parquet to a committed table with its indexes, counts and sums compared | {ours:.1f} | |",
        f"| psql `\\copy` of a CSV written before, then the same indexes | {copied:.1f} | {ours / copied:.2f}x |",
    ]
    if dlt:
        lines.append(f"| dlt, Parquet read before, `csv` loader, no index | {dlt:.1f} | {ours / dlt:.2f}x |")
    lines += ["", f"A commit that the sink holds already: {unchanged * 1000:.0f} ms, the process and its start with it.", ""]
    every = ", ".join(f"{name} {' '.join(f'{second:.1f}' for second in seconds)}" for name, seconds in readings.items())
    lines.append(f"Every reading: {every}.")
    return "\n".join(lines) + "\n"


def main():
    program, folder, *dlt = (pathlib.Path(argument).absolute() for argument in sys.argv[1:])
    folder.mkdir(parents=True, exist_ok=True)
    contest = Contest(program, folder, dlt[0] if dlt else None)
    try:
        text = report(contest)
    finally:
        contest.server.stop()
    run = HERE / "runs" / f"{datetime.date.today()}-sinks.md"
    run.write_text(text, encoding="utf-8")
    print(text)


if __name__ == "__main__":
    main()

"""Questions to thirty million rows: `portbook sql` beside DuckDB on the same Parquet files.

`make bench-queries`, or: python benches/bulk/queries.py PORTBOOK FOLDER [RECORDS]. The table is made
once, in FOLDER, as a person would: ten dumps of RECORDS a year (a million) into the inbox, and `run`. The
questions are in words that both read; DuckDB has the views as its manual would write them, over the
names of the folders. Answers must be equal, or nothing is reported. Every answer is a process of its
own, in turns; the least counts. Seconds on the processors are told beside those on the clock, which a
busy machine makes longer. The report goes to benches/runs/<date>-queries.md.
"""

import csv
import datetime
import decimal
import os
import pathlib
import platform
import re
import shutil
import subprocess
import sys
import tempfile
import time
import tomllib

import bulk
import duckdb

READINGS = 5
# No turn begins after it.
TURNS_SECONDS = 60
PAUSE = 0.002
RELEASED = "2026-01-06"
AS_OF = "2026-02-01"
URL = "https://balanca.economia.gov.br/"
PROGRAM = "pipelines/" + bulk.SOURCE

# DuckDB as a process: what it is started for in the last two arguments, the answer as CSV.
PEER = """
import csv, sys
import duckdb
folder, as_of, query = sys.argv[1:]
with duckdb.connect() as connection:
    connection.execute("set timezone = 'UTC'")
    connection.execute("set enable_progress_bar = false")
    rows = f"read_parquet('{folder}/*/*/*/*.parquet', hive_partitioning = true, " \
        "hive_types = {'source': varchar, 'freq': varchar, 'year': int})"
    until = f"timestamptz '{as_of} 23:59:59.999999'" if as_of else "timestamptz 'infinity'"
    seen = f"select * replace (case when superseded_at <= {until} then superseded_at end as superseded_at) " \
        f"from {rows} where released_at <= {until}"
    connection.execute(f"create view observation as {seen if as_of else f'from {rows}'}")
    connection.execute(f"create view latest as from {rows} where released_at <= {until} "
        f"and (superseded_at is null or superseded_at > {until})" if as_of else
        f"create view latest as from {rows} where superseded_at is null")
    answer = connection.execute(query)
    out = csv.writer(sys.stdout)
    out.writerow(column[0] for column in answer.description)
    out.writerows(answer.fetchall())
"""
CALLS = "read,pread64,readv,preadv,preadv2"
HELD = re.compile(r"^VmHWM:\s+(?P<kib>\d+) kB", re.MULTILINE)
READ = re.compile(r"^\w+\(\d+<(?P<path>[^>]*)>.*\s=\s(?P<bytes>\d+)$")


def series_columns():
    """The series' columns, from the text that names them for everyone."""
    text = (bulk.ROOT / "docs/contract.md").read_text(encoding="utf-8")
    block = text.split("A **series** is", 1)[1].split("```text\n", 1)[1].split("```", 1)[0]
    return block.split()


def table(program, data, place):
    """The dumps as one release, taken in as a person would; made once."""
    output, inbox = place / "output", place / "inbox"
    if (place / "whole").exists():
        return output
    for folder in (place / "pipelines", place / "archive", output, inbox):
        shutil.rmtree(folder, ignore_errors=True)
    shutil.copytree(bulk.ROOT / PROGRAM, place / PROGRAM)
    source = place / PROGRAM / "source.toml"
    text = source.read_text(encoding="utf-8")
    for address in tomllib.loads(text)["access"]["files"]:
        text = text.replace(f'"{address}",', "")
    source.write_text(text, encoding="utf-8")
    shared = [part for name in ("pipelines", "archive", "output", "inbox") for part in (f"--{name}", place / name)]
    shared += ["--now", f"{RELEASED}T18:00:00Z"]
    added = ["--source", bulk.SOURCE, "--released", RELEASED]
    commands = [["inbox", "add", dump, *added, "--url", URL + dump.name] for dump in bulk.dumps(data)]
    for command in [*commands, ["run", "--only", bulk.SOURCE]]:
        subprocess.run([program, *command, *shared], cwd=bulk.ROOT, check=True, stdout=subprocess.DEVNULL)
    (place / "whole").touch()
    return output


def files(output):
    return output / "current" / "observation"


def one_series(output):
    """The middle one of those with most values in the middle year: its key, as SQL."""
    years = sorted(path.resolve() for path in files(output).glob("source=*/freq=*/year=*"))
    columns = [name for name in series_columns() if name not in ("source", "freq")]
    listed = ", ".join(columns)
    inside = f"'{years[len(years) // 2]}/*.parquet'"
    query = (
        f"with counted as (select {listed}, count(*) as n from {inside} where measure = 'VALUE' group by {listed}) "
        f"from counted where n = (select max(n) from counted) order by {listed}"
    )
    with duckdb.connect() as connection:
        found = connection.execute(query).fetchall()
    key = dict(zip(columns, found[len(found) // 2], strict=False))
    key |= {"source": bulk.SOURCE.replace("/", "-"), "freq": "M"}
    return " and ".join(f"{name} = '{key[name]}'" for name in series_columns())


def questions(output):
    """Name, as-of date if any, SQL."""
    key = one_series(output)
    series = "select time_period, obs_value, released_at from {} where " + key + " order by time_period, released_at"
    partners = (
        "select counterpart_area, sum(obs_value) as value, count(*) as n from latest where source = 'br-comexstat' "
        "and dataset = 'exports' and measure = 'VALUE' group by counterpart_area order by counterpart_area"
    )
    return [
        ("one series, latest", None, series.format("latest")),
        ("one series, observation", None, series.format("observation")),
        (f"total by partner, as of {AS_OF}", AS_OF, partners),
    ]


def commands(program, output, as_of, query):
    seen = ["--as-of", as_of] if as_of else []
    return {
        "portbook": [program, "sql", "--format", "csv", "--output", output, *seen, query],
        "DuckDB": [sys.executable, "-c", PEER, files(output), as_of or "", query],
    }


def peak(process):
    """The most bytes it has held; the system's account at its end would begin with ours."""
    status = pathlib.Path(f"/proc/{process}/status").read_text()
    found = HELD.search(status)
    return int(found["kib"]) * 1024 if found else 0


def run(command):
    """Seconds on the clock and on the processors, peak bytes, bytes from the disk, and what was said."""
    with tempfile.TemporaryFile() as out:
        begun = time.perf_counter()
        process = subprocess.Popen(list(map(str, command)), cwd=bulk.ROOT, stdout=out)
        ended, memory = 0, 0
        while not ended:
            memory = max(memory, peak(process.pid))
            time.sleep(PAUSE)
            ended, status, used = os.wait4(process.pid, os.WNOHANG)
        seconds = time.perf_counter() - begun
        process.returncode = os.waitstatus_to_exitcode(status)
        out.seek(0)
        said = out.read().decode()
    if process.returncode != 0:
        sys.exit(f"{command}: ended with {process.returncode}")
    processor = used.ru_utime + used.ru_stime
    disk = used.ru_inblock * 512
    return {"seconds": seconds, "processor": processor, "memory": memory, "disk": disk, "said": said}


def from_disk(command, output):
    """Bytes from the disk, and those of the table's files that are asked for: `None` if that can't be seen."""
    bulk.forget(files(output).resolve())
    if not shutil.which("strace"):
        return {"disk": run(command)["disk"], "asked": None}
    with tempfile.TemporaryDirectory(dir=output.parent) as calls:
        # A file for each thread, so that no call is told in two halves.
        reading = run(["strace", "-ff", "-y", "-s", "0", "-e", f"trace={CALLS}", "-o", f"{calls}/of", *command])
        texts = [path.read_text(errors="replace") for path in pathlib.Path(calls).iterdir()]
    found = filter(None, (READ.search(line) for text in texts for line in text.splitlines()))
    asked = sum(int(call["bytes"]) for call in found if "/observation/" in call["path"])
    return {"disk": reading["disk"], "asked": asked}


def value(text):
    """Equal figures are equal texts, instants too."""
    try:
        return format(decimal.Decimal(text).normalize(), "f")
    except decimal.InvalidOperation:
        return text.replace("T", " ").replace("+00:00", "").removesuffix("Z")


def rows(said):
    return [tuple(map(value, row)) for row in csv.reader(said.splitlines())]


def side_by_side(contestants, output):
    """The least of each, taken in turns with the files in memory, then once from the disk."""
    best, answers, begun = {}, {}, time.perf_counter()
    for _ in range(READINGS):
        if best and time.perf_counter() - begun > TURNS_SECONDS:
            break
        for name, command in contestants.items():
            reading = run(command)
            answers[name] = rows(reading["said"])
            held = best.setdefault(name, reading)
            for what in ("seconds", "processor", "memory"):
                held[what] = min(held[what], reading[what])
    if answers["portbook"] != answers["DuckDB"]:
        told = "\n".join(map(str, answers["portbook"][:3] + answers["DuckDB"][:3]))
        sys.exit(f"the answers differ:\n{told}")
    for name, command in contestants.items():
        best[name] |= from_disk(command, output)
    return best, len(answers["portbook"]) - 1


def mib(count):
    return "" if count is None else f"{count / bulk.MIB:,.1f}"


def row(question, name, reading, count):
    return (
        f"| {question} | {name} | {count} | {reading['seconds']:.2f} | {reading['processor']:.2f} "
        f"| {reading['memory'] / bulk.MIB:,.0f} | {mib(reading['asked'])} | {mib(reading['disk'])} |"
    )


def report(program, place, records):
    data = bulk.make(place / f"dumps-{records}", records, *bulk.YEARS)
    output = table(program, data, place)
    load = os.getloadavg()[0]
    inside = f"'{files(output)}/*/*/*/*.parquet'"
    with duckdb.connect() as connection:
        count, groups, most = connection.execute(
            "select sum(row_group_num_rows), count(*), max(row_group_num_rows) from "
            f"(select distinct file_name, row_group_id, row_group_num_rows from parquet_metadata({inside}))"
        ).fetchone()
    size = bulk.size(files(output).resolve()) / bulk.MIB
    lines = [
        f"# Questions, {datetime.date.today()}",
        "",
        f"`make bench-queries` on {bulk.processor()}, {os.cpu_count()} processors, load {load:.1f} before, "
        f"{platform.system()} {platform.release()}, DuckDB {duckdb.__version__}, in turns, the least of "
        f"{READINGS} or of those that began within {TURNS_SECONDS} s. {count:,} rows, {size:,.0f} MiB, "
        f"{groups} row groups of at most {most:,} rows. Starting the process is in every figure; files are in memory "
        "but for the last column. *Asked*: bytes of the table's files the process asked for. *Disk*: what came from "
        "the disk, with read-ahead, when they were not in memory.",
        "",
        "| question | who | rows | seconds | processor seconds | peak MiB | asked MiB | disk MiB |",
        "| --- | --- | ---: | ---: | ---: | ---: | ---: | ---: |",
    ]
    asked_all = [("nothing: `select 1`", None, "select 1 as one"), *questions(output)]
    ratios = []
    for question, as_of, query in asked_all:
        print(question, file=sys.stderr, flush=True)
        best, found = side_by_side(commands(program, output, as_of, query), output)
        lines += [row(question, name, reading, found) for name, reading in best.items()]
        ours, peer = best["portbook"], best["DuckDB"]
        ratios.append(
            f"- {question}: {ours['seconds'] / peer['seconds']:.2f}x DuckDB's seconds, "
            f"{ours['processor'] / peer['processor']:.2f}x on the processors"
        )
    lines += ["", *ratios, "", f"Load {os.getloadavg()[0]:.1f} after. The questions:", ""]
    for question, _, query in asked_all[1:]:
        lines += [f"- {question}: `{query}`"]
    return "\n".join(lines) + "\n"


def main():
    program, place = pathlib.Path(sys.argv[1]).resolve(), pathlib.Path(sys.argv[2]).resolve()
    records = int(sys.argv[3]) if len(sys.argv) > 3 else 1_000_000
    text = report(program, place, records)
    into = bulk.HERE.parent / "runs" / f"{datetime.date.today()}-queries.md"
    into.parent.mkdir(exist_ok=True)
    into.write_text(text, encoding="utf-8")
    print(text)


if __name__ == "__main__":
    main()

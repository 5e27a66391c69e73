"""Bulk: ten years of made-up dumps to sorted Parquet, beside Polars and DuckDB.

`make bench-bulk`, or: python benches/bulk/bulk.py PORTBOOK FOLDER [RECORDS]. The dumps are made
once, in FOLDER, RECORDS a year (a million); generate.py says of what. Each of the three is a
process of its own, one after the other, three times over; the best counts, and memory is the most
that a process and its children held at once. Dumps are put out of the page cache before each run.
Counts and exact sums by measure must be equal, or nothing is reported. Then the same dumps go through
`run`, from the inbox into an archive, and after them revised ones; no claims are tested, which are of
other tables. What each part came to is kept in FOLDER, so that one that was stopped goes on with the
next part; another program begins anew. The report goes to benches/runs/<date>-bulk.md.
"""

import datetime
import decimal
import hashlib
import json
import os
import pathlib
import platform
import shutil
import subprocess
import sys
import time

import duckdb

HERE = pathlib.Path(__file__).resolve().parent
ROOT = HERE.parent.parent
SOURCE = "br/comexstat"
SITE = "https://balanca.economia.gov.br/balanca/bd/comexstat-bd/ncm/"
YEARS = ("2016", "2025")
READINGS = 3
PAUSE = 0.02
PAGE = os.sysconf("SC_PAGE_SIZE")
CHUNK = 1 << 20
MIB = 1 << 20
MEMORY = "1GiB"


def dumps(folder):
    return sorted(folder.glob("EXP_*.csv"))


def size(folder):
    return sum(path.stat().st_size for path in folder.rglob("*") if path.is_file())


def make(folder, *arguments):
    """A folder of dumps, made if it is not whole."""
    done = folder / "whole"
    if not done.exists():
        shutil.rmtree(folder, ignore_errors=True)
        command = [sys.executable, HERE / "generate.py", folder, *map(str, arguments)]
        subprocess.run(command, check=True)
        done.touch()
    return folder


def forget(folder):
    """Puts files out of the page cache, so that each run reads them from the disk."""
    for path in folder.rglob("*"):
        if path.is_file():
            with path.open("rb") as file:
                os.fsync(file.fileno())
                os.posix_fadvise(file.fileno(), 0, 0, os.POSIX_FADV_DONTNEED)


def resident(process):
    """Bytes that a process and all below it hold; what ended in between counts as nothing."""
    try:
        pages = int(pathlib.Path(f"/proc/{process}/statm").read_text().split()[1])
        tasks = list(pathlib.Path(f"/proc/{process}/task").iterdir())
        below = [child for task in tasks for child in (task / "children").read_text().split()]
    except (FileNotFoundError, ProcessLookupError):
        return 0
    return pages * PAGE + sum(resident(child) for child in below)


def measured(command, folder):
    """Seconds and peak bytes of a command; the dumps it reads come from the disk."""
    forget(folder)
    begun = time.perf_counter()
    process = subprocess.Popen(list(map(str, command)), cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.STDOUT)
    peak = 0
    os.set_blocking(process.stdout.fileno(), False)
    said = b""
    while process.poll() is None:
        peak = max(peak, resident(process.pid))
        said += process.stdout.read() or b""
        time.sleep(PAUSE)
    seconds = time.perf_counter() - begun
    said += process.stdout.read() or b""
    if process.returncode != 0:
        sys.exit(f"{command}: ended with {process.returncode}\n{said.decode(errors='replace')[-2000:]}")
    return {"seconds": seconds, "memory": peak}


def sums(out):
    """Rows and exact sum of each measure."""
    files = f"read_parquet('{out}/**/*.parquet', hive_partitioning=true)"
    query = f"select measure, count(*), sum(obs_value) from {files} group by 1 order by 1"
    with duckdb.connect() as connection:
        return connection.execute(query).fetchall()


def contestants(program, data, out):
    """Name, command, and where each writes."""
    parse = [program, "parse", *dumps(data), "--source", SOURCE, "--memory", MEMORY, "--to", out / "portbook"]
    peers = {"Polars": "peer_polars.py", "DuckDB": "peer_duckdb.py"}
    others = [(name, [sys.executable, HERE / script, data, out / name], out / name) for name, script in peers.items()]
    return [("portbook", parse, out / "portbook"), *others]


def side_by_side(program, data, out):
    """The best of each, taken in turns; all must have written the same rows."""
    best, wrote = {}, {}
    for _ in range(READINGS):
        for name, command, into in contestants(program, data, out):
            shutil.rmtree(into, ignore_errors=True)
            reading = measured(command, data) | {"bytes": size(into)}
            if name not in best or reading["seconds"] < best[name]["seconds"]:
                best[name] = reading
            wrote[name] = sums(into)
    for name, rows in wrote.items():
        if rows != wrote["Polars"]:
            sys.exit(f"{name} wrote {rows}, Polars {wrote['Polars']}")
    return best, wrote["Polars"]


def disk(data, out):
    """Reading the dumps once and writing as many bytes as were written, and no more."""
    forget(data)
    begun = time.perf_counter()
    for path in dumps(data):
        with path.open("rb", buffering=0) as file:
            while file.read(CHUNK):
                pass
    read = time.perf_counter() - begun
    block = os.urandom(CHUNK)
    begun = time.perf_counter()
    with (out / "block").open("wb", buffering=0) as file:
        for _ in range(size(out / "portbook") // CHUNK):
            file.write(block)
        os.fsync(file.fileno())
    return read, time.perf_counter() - begun


def asking_nobody(folder):
    """A copy of the source that asks no site: what is in the inbox is all there is."""
    shutil.rmtree(folder, ignore_errors=True)
    shutil.copytree(ROOT / "pipelines" / SOURCE, folder / SOURCE)
    path = folder / SOURCE / "source.toml"
    before, rest = path.read_text(encoding="utf-8").split("files    = [", 1)
    path.write_text(before + "files    = []" + rest.split("]", 1)[1], encoding="utf-8")
    return folder


def through_the_archive(program, data, revised, out, rows):
    """A first load by `run`, with archive, vintages and checks; then the revised dumps. The best of each."""
    pipelines = asking_nobody(out / "pipelines")
    claims = out / "claims"
    claims.mkdir(exist_ok=True)
    best = [None, None]
    for _ in range(READINGS):
        place = out / "run"
        shutil.rmtree(place, ignore_errors=True)
        options = ["--pipelines", pipelines, "--archive", place / "archive", "--output", place / "output"]
        for number, folder in enumerate([data, revised]):
            inbox, day = place / f"inbox-{number}", f"2026-01-{6 + number:02}"
            common = ["--inbox", inbox, "--now", f"{day}T18:00:00Z", *options]
            for path in dumps(folder):
                said = ["--source", SOURCE, "--url", f"{SITE}{path.name}", "--released", day]
                add = [program, "inbox", "add", path, *said, *common]
                subprocess.run(list(map(str, add)), cwd=ROOT, check=True, capture_output=True)
            run = [program, "run", "--only", SOURCE, "--memory", MEMORY, "--claims", claims]
            reading = measured([*run, *common], inbox)
            reading["bytes"] = size(place / "output" / "observation")
            if best[number] is None or reading["seconds"] < best[number]["seconds"]:
                best[number] = reading
            if number == 0 and sums(place / "output" / "observation") != rows:
                sys.exit("`run` published other rows than `parse --to` wrote")
        shutil.rmtree(place)
    return best


def row(name, reading, records):
    seconds = reading["seconds"]
    return (
        f"| {name} | {seconds:.1f} | {seconds / records * 1e6:.2f} | {reading['memory'] / MIB:,.0f} "
        f"| {reading['bytes'] / MIB:,.0f} |"
    )


def processor():
    names = pathlib.Path("/proc/cpuinfo")
    lines = names.read_text().splitlines() if names.exists() else []
    models = [line.split(":", 1)[1].strip() for line in lines if line.startswith("model name")]
    return models[0] if models else platform.processor() or platform.machine()


HEAD = ["| what | seconds | µs a record | peak MiB | written MiB |", "| --- | ---: | ---: | ---: | ---: |"]


def kept(program, folder, records):
    """A function that makes a part, or says what this program came to when it was made before."""
    place = folder / f"parts-{records}-{hashlib.sha256(program.read_bytes()).hexdigest()[:16]}"
    place.mkdir(parents=True, exist_ok=True)

    def part(name, make):
        path = place / f"{name}.json"
        if not path.exists():
            print(f"{name}: {datetime.datetime.now():%H:%M:%S}, load {os.getloadavg()[0]:.1f}", file=sys.stderr, flush=True)
            path.write_text(json.dumps(make(), default=str), encoding="utf-8")
        return json.loads(path.read_text(encoding="utf-8"))

    return part


def parts(program, folder, records):
    """Everything that is measured, part by part; the dumps of a part are made before it."""
    out, part = folder / "out", kept(program, folder, records)
    out.mkdir(parents=True, exist_ok=True)
    data = make(folder / f"dumps-{records}", records, *YEARS)
    load = part("load", lambda: os.getloadavg()[0])
    best, rows = part("side-by-side", lambda: side_by_side(program, data, out))
    rows = [(name, count, decimal.Decimal(total)) for name, count, total in rows]
    read, written = part("disk", lambda: disk(data, out))

    def large():
        _, command, into = contestants(program, dumps_large, out)[0]
        shutil.rmtree(into, ignore_errors=True)
        reading = measured(command, dumps_large) | {"bytes": size(into)}
        shutil.rmtree(into)
        return reading

    dumps_large = make(folder / f"dumps-{5 * records}", 5 * records, *YEARS)
    more = part("large", large)
    revised = make(folder / f"revised-{records}", "revised", data)
    first, second = part("run", lambda: through_the_archive(program, data, revised, out, rows))
    return data, load, (best, rows), (read, written), more, (first, second)


def within(ratio, most):
    return f"{ratio:.2f}x", f"at most {most}x", "met" if ratio <= most else "**missed**"


def targets(count, best, disk_seconds, more, run, revised):
    """The targets, each with what was seen."""
    ours, peers = best["portbook"], [best["Polars"], best["DuckDB"]]
    seconds = ours["seconds"]
    flat, slower = more["memory"] / ours["memory"], more["seconds"] / 5 / seconds
    most = max(ours["memory"], more["memory"]) / MIB
    lines = [
        ("wall time against the faster peer", *within(seconds / min(p["seconds"] for p in peers), 0.5)),
        ("peak memory", f"{most:,.0f} MiB", "at most 1,024 MiB", "met" if most <= 1024 else "**missed**"),
        (f"memory at {5 * count:,} records", *within(flat, 1.1)),
        (f"time a record at {5 * count:,} records", *within(slower, 1.15)),
        ("bytes against the smaller peer", *within(ours["bytes"] / min(p["bytes"] for p in peers), 1.0)),
        ("`run` against `parse --to`", *within(run["seconds"] / seconds, 1.5)),
        ("revised dumps against the first load", *within(revised["seconds"] / run["seconds"], 0.6)),
        ("reading and writing once, of the wall time", f"{disk_seconds / seconds:.0%}", "reported", ""),
    ]
    head = ["| what | seen | target | |", "| --- | ---: | --- | --- |"]
    return [*head, *(f"| {' | '.join(line)} |" for line in lines)]


def report(program, folder, records):
    data, load, (best, rows), (read, written), more, (first, second) = parts(program, folder, records)
    count = records * len(dumps(data))
    lines = [
        f"# Bulk, {datetime.date.today()}",
        "",
        f"`make bench-bulk` on {processor()}, {os.cpu_count()} processors, load {load:.1f}, "
        f"{platform.system()} {platform.release()}, Python {platform.python_version()}, best of {READINGS}, in turns. "
        f"{len(dumps(data))} dumps, {count:,} records, {size(data) / MIB:,.0f} MiB.",
        "",
        *HEAD,
        *(row(name, reading, count) for name, reading in best.items()),
        row(f"portbook, {5 * count:,} records", more, 5 * count),
        row("`run`, first load", first, count),
        row("`run`, revised dumps", second, count),
        "",
        "`run` is with archive, vintages and checks; of the revised dumps 0.5 % of the values are other.",
        "",
        "Written by all three: " + ", ".join(f"{n:,} rows of {measure}, sum {total}" for measure, n, total in rows) + ".",
        "",
        *targets(count, best, read + written, more, first, second),
        "",
        f"Reading the dumps once took {read:.1f} s, writing as many bytes as were written {written:.1f} s.",
    ]
    return "\n".join(lines) + "\n"


def main():
    program, folder = pathlib.Path(sys.argv[1]).resolve(), pathlib.Path(sys.argv[2]).resolve()
    records = int(sys.argv[3]) if len(sys.argv) > 3 else 1_000_000
    text = report(program, folder, records)
    into = HERE.parent / "runs" / f"{datetime.date.today()}-bulk.md"
    into.parent.mkdir(exist_ok=True)
    into.write_text(text, encoding="utf-8")
    print(text)


if __name__ == "__main__":
    main()

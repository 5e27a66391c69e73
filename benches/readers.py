"""Readers side by side: cells per second and peak memory on the largest real file of each kind.

`make bench-readers`, or: python benches/readers.py PORTBOOK FOLDER. Every reading is a process of
its own, started anew; the best of three counts. Ours is `portbook survey`, which reads the file in
a parser process and sends it back; the start of that process is told apart, as the start of Python
is left out for the others. python-calamine, openpyxl and xlrd read all cells of all sheets and no
more. The report goes to benches/runs/<date>-readers.md.
"""

import datetime
import json
import os
import pathlib
import platform
import subprocess
import sys
import time

HERE = pathlib.Path(__file__).resolve().parent
READINGS = 3

# What another reader does with a file: every cell of every sheet, counted if it holds something.
OTHERS = {
    "python-calamine": """
import python_calamine
book = python_calamine.CalamineWorkbook.from_path(path)
for name in book.sheet_names:
    try:
        rows = book.get_sheet_by_name(name).to_python()
    except Exception:
        continue
    count += sum(cell != "" for row in rows for cell in row)
""",
    "openpyxl": """
import openpyxl
for sheet in openpyxl.load_workbook(path, read_only=True, data_only=True).worksheets:
    count += sum(cell is not None for row in sheet.iter_rows(values_only=True) for cell in row)
""",
    "xlrd": """
import xlrd
for sheet in xlrd.open_workbook(path).sheets():
    count += sum(kind not in (0, 6) for at in range(sheet.nrows) for kind in sheet.row_types(at))
""",
}
APPLY = {
    "xls": ["python-calamine", "xlrd"],
    "xlsx": ["python-calamine", "openpyxl"],
    "xlsb": ["python-calamine"],
    "ods": ["python-calamine"],
}
MEASURE = """
import json, resource, sys, time
path, count, begun = sys.argv[1], 0, time.perf_counter()
{body}
seconds = time.perf_counter() - begun
peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024
print(json.dumps({{"cells": count, "seconds": seconds, "memory_bytes": peak}}))
"""


def other(reader, path):
    script = MEASURE.format(body=OTHERS[reader])
    done = subprocess.run([sys.executable, "-c", script, str(path)], capture_output=True, text=True)
    if done.returncode != 0:
        return {"error": done.stderr.strip().splitlines()[-1][:120]}
    return json.loads(done.stdout)


def survey(program, paths):
    command = [program, "survey", "--json", *map(str, paths)]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    return [json.loads(line) for line in done.stdout.splitlines()]


def ours(program, path):
    [line] = survey(program, [path])
    seconds, memory = line["read_ms"] / 1000, line["memory_bytes"]
    return {"cells": line["cells"], "seconds": seconds, "memory_bytes": memory}


def best(read):
    readings = [read() for _ in range(READINGS)]
    right = [reading for reading in readings if "error" not in reading]
    return min(right, key=lambda reading: reading["seconds"]) if right else readings[0]


def row(kind, path, reader, reading):
    if "error" in reading:
        return f"| {kind} | {path.name} | {reader} | {reading['error']} | | | |"
    seconds = max(reading["seconds"], 0.001)
    memory = (reading["memory_bytes"] or 0) / 2**20
    speed = reading["cells"] / seconds
    return (
        f"| {kind} | {path.name} | {reader} | {reading['cells']:,} | {seconds:.3f} "
        f"| {speed:,.0f} | {memory:.0f} |"
    )


def largest(lines):
    """The file with most cells of each kind."""
    kinds = {}
    for line in lines:
        if line.get("refused"):
            continue
        kind = line["readers"][0]
        if line["cells"] > kinds.get(kind, {"cells": 0})["cells"]:
            kinds[kind] = line
    return {kind: pathlib.Path(line["file"]) for kind, line in sorted(kinds.items())}


def whole(program, path, source):
    """From the workbook to observations: read in a parser process that is up, sent back, unpacked,
    layouts tried and interpreted, words looked up, numbers made exact."""
    [line] = survey(program, ["--only", source, path])
    [observed] = line["observations"]
    seconds = line["ms"] / 1000
    return {"cells": observed["rows"], "seconds": seconds, "memory_bytes": line["memory_bytes"]}


def small(program, folder):
    """A small workbook alone, and each of a hundred more of it in one command."""
    path = sorted(folder.rglob("ft900_exh12_*.xlsx"))[:1]
    if not path:
        return []

    def wall(paths):
        command = [program, "parse", "--raw", "--format", "csv", *map(str, paths)]
        begun = time.perf_counter()
        subprocess.run(command, capture_output=True, check=True)
        return (time.perf_counter() - begun) * 1000

    alone = min(wall(path) for _ in range(READINGS))
    many = min(wall(path * 101) for _ in range(READINGS))
    cold = min(line["start_ms"] + line["ms"] for line in survey(program, path * 10))
    return [
        f"{path[0].name}, {path[0].stat().st_size:,} bytes:",
        "",
        f"- the whole command, parser process started for it: {alone:.0f} ms",
        f"- a parser process started and asked, observations made: {cold} ms",
        f"- each further file through the same process, printed: {(many - alone) / 100:.1f} ms",
    ]


def processor():
    names = pathlib.Path("/proc/cpuinfo")
    if names.exists():
        for line in names.read_text().splitlines():
            if line.startswith("model name"):
                return line.split(":", 1)[1].strip()
    return platform.processor() or platform.machine()


def main():
    program, folder = sys.argv[1], pathlib.Path(sys.argv[2])
    if not folder.is_dir():
        print(f"skipped: {folder} is no folder of published files")
        return
    lines = survey(program, [folder])
    report = [
        f"# Readers, {datetime.date.today()}",
        "",
        f"`make bench-readers` on {processor()}, {os.cpu_count()} processors, load "
        f"{os.getloadavg()[0]:.1f}, {platform.system()} {platform.release()}, Python "
        f"{platform.python_version()}. Best of {READINGS}, each in a new process. Ours is the "
        "build of `make build`: file read in a parser process that is up, cells sent back.",
        "",
        "| kind | file | reader | cells | seconds | cells/s | peak MiB |",
        "| --- | --- | --- | ---: | ---: | ---: | ---: |",
    ]
    for kind, path in largest(lines).items():
        report.append(row(kind, path, "portbook", best(lambda: ours(program, path))))
        for reader in APPLY.get(kind, []):
            report.append(row(kind, path, reader, best(lambda: other(reader, path))))
    report += ["", "From workbook to observations, beside the cells alone:", ""]
    report += ["| kind | file | reader | rows or cells | seconds | per second | peak MiB |"]
    report += ["| --- | --- | --- | ---: | ---: | ---: | ---: |"]
    seen = {}
    for line in lines:
        for observed in line.get("observations", []):
            source, rows = observed["source"], observed["rows"]
            if line["readers"][0] in APPLY and rows > seen.get(source, (0,))[0]:
                seen[source] = (rows, line)
    for source, (_, line) in sorted(seen.items()):
        kind, path = line["readers"][0], pathlib.Path(line["file"])
        observed = best(lambda: whole(program, path, source))
        report.append(row(kind, path, f"portbook, {source}", observed))
        cells = best(lambda: other("python-calamine", path))
        report.append(row(kind, path, "python-calamine", cells))
    report += ["", "A small file:", ""] + small(program, folder)
    text = "\n".join(report) + "\n"
    into = HERE / "runs" / f"{datetime.date.today()}-readers.md"
    into.parent.mkdir(exist_ok=True)
    into.write_text(text)
    print(text)


if __name__ == "__main__":
    main()

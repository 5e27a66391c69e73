"""The catalog of all recordings: what a first one takes, what one more takes, what its pages weigh.

`make bench-catalog`, or: python benches/catalog.py PORTBOOK. The recordings are collected, built and
published in a folder aside. The report goes to benches/runs/<date>-catalog.md.
"""

import datetime
import json
import os
import pathlib
import platform
import subprocess
import sys
import tempfile
import time

HERE = pathlib.Path(__file__).resolve().parent
# What a page of 2,000 series may take, and what a page may weigh before its figures.
SECONDS_MAX, SERIES, BYTES_MAX = 5.0, 2_000, 200_000
REPEATS = 3


def portbook(program, folder, *arguments):
    """Seconds of the clock and of the processor, and what was said."""
    places = ["--json", "--archive", folder / "archive", "--output", folder / "output"]
    before, begun = os.times(), time.perf_counter()
    ended = subprocess.run([program, *arguments, *places], capture_output=True, text=True, cwd=HERE.parent)
    seconds, after = time.perf_counter() - begun, os.times()
    if ended.returncode not in (0, 10):
        raise SystemExit(f"{arguments}: exit {ended.returncode}: {ended.stderr[-2000:]}")
    processor = after.children_user + after.children_system - before.children_user - before.children_system
    return seconds, processor, json.loads(ended.stdout)


def lightest(site, pattern):
    return min((page.stat().st_size for page in site.glob(pattern)), default=0)


def main():
    program = str(pathlib.Path(sys.argv[1]).resolve())
    with tempfile.TemporaryDirectory(prefix="portbook-catalog-") as folder:
        report = measured(program, pathlib.Path(folder))
    text = "\n".join(report)
    (HERE / "runs" / f"{datetime.date.today()}-catalog.md").write_text(text)
    print(text)


def measured(program, folder):
    portbook(program, folder, "run", "--replay", "--claims", "none")
    rows, first = [], None
    for what, claims in (("without claims", "none"), ("with the claims of the article", "claims")):
        site = folder / claims
        for repeat in range(REPEATS):
            to = folder / f"{claims}-{repeat}" if repeat else site
            taken = portbook(program, folder, "catalog", "--claims", claims, "--to", to)
            best = taken if repeat == 0 else min(best, taken, key=lambda one: one[0])
        rows.append((f"all pages, {what}", *best))
        again = portbook(program, folder, "catalog", "--claims", claims, "--to", site)
        assert again[2]["written"]["written"] == 0, again[2]
        rows.append((f"again, {what}", *again))
        first = first or best
    series = len(list(site.glob("series/*.html")))
    assets = sum(site.joinpath(name).stat().st_size for name in ("style.css", "search.js", "favicon.svg"))
    report = [
        f"# The catalog, {datetime.date.today()}", "",
        f"`make bench-catalog` on {platform.processor() or platform.machine()}, {os.cpu_count()} processors, load "
        f"{os.getloadavg()[0]:.1f} after. All recordings: {series:,} series. Each command is a process of its own; "
        f"the best of {REPEATS}.", "",
        "| command | seconds | of the processor | pages | written |", "| --- | ---: | ---: | ---: | ---: |",
    ]
    for what, seconds, processor, said in rows:
        pages, written = said["written"]["pages"], said["written"]["written"]
        report.append(f"| `portbook catalog`: {what} | {seconds:.2f} | {processor:.2f} | {pages:,} | {written:,} |")
    per = first[0] / series * SERIES
    report += [
        "", f"That is {per:.1f} s for {SERIES:,} series (target: under {SECONDS_MAX:.0f} s).", "",
        "| page, the lightest of its kind | bytes with style, script and sign |", "| --- | ---: |",
    ]
    for name, pattern in (
        ("front, with the search", "index.html"), ("dataset", "dataset/*/*.html"), ("series", "series/*.html"),
        ("printed table", "table/*/*.html"), ("claims, with those of the whole article", "claims/*.html"), ("runs", "runs.html"),
    ):
        report.append(f"| {name} | {lightest(site, pattern) + assets:,} |")
    report += ["", f"Target: under {BYTES_MAX:,} bytes without data.", ""]
    return report


if __name__ == "__main__":
    main()

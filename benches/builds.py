"""Builds of a long history: what nothing new costs, one more release, and all of it.

`make bench-builds`, or: python benches/builds.py PORTBOOK. A history of monthly releases of one
source is made from a real layout (FT-900, exhibit 12): an index page polled every day, a workbook a
month, each revising the month before. The report goes to benches/runs/<date>-builds.md.
"""

import calendar
import datetime
import io
import json
import os
import pathlib
import platform
import random
import resource
import shutil
import subprocess
import sys
import tempfile
import time

import openpyxl

HERE = pathlib.Path(__file__).resolve().parent
SOURCE = "us/census-ft900"
PAGE = "https://www.census.gov/foreign-trade/Press-Release/current_press_release/"
MONTHS = list(calendar.month_name)[1:]
SEED = 20251231
FIRST_YEAR = 1999
# As many days of polling as give the captures asked for: one page a day, one workbook a release.
POLLS_PER_RELEASE = 32
HEADS = ["Balance", None, "Exports", None, None, "Imports", None, None]
SUBHEADS = [
    "Total Balance of Payments Basis", "Total Census Basis",
    "Total Balance of Payments Basis", "Net Adjustments", "Total Census Basis",
    "Total Balance of Payments Basis", "Net Adjustments", "Total Census Basis",
]


class Figures:
    """Exports, imports and adjustments of every month, revised once, in the release after."""

    def __init__(self):
        self.random = random.Random(SEED)
        self.months = {}

    def of(self, month):
        if month not in self.months:
            draw = self.random.randint
            self.months[month] = [draw(150_000, 210_000), draw(700, 2_900), draw(240_000, 340_000), draw(1_300, 2_900)]
        return self.months[month]

    def revise(self, month):
        before = list(self.of(month))
        self.months[month][0] += self.random.randint(-900, 900)
        self.months[month][2] += self.random.randint(-900, 900)
        return before


def cells(exports, export_adjustment, imports, import_adjustment):
    exports_bop, imports_bop = exports + export_adjustment, imports + import_adjustment
    return [
        exports_bop - imports_bop, exports - imports, exports_bop, export_adjustment, exports,
        imports_bop, import_adjustment, imports,
    ]


def added(figures):
    return [sum(column) for column in zip(*figures)]


def until(month):
    return "Jan. - May" if month == 5 else f"Jan. - {MONTHS[month - 1][:3]}."


def workbook(figures, year, month):
    """Exhibit 12 as released for a month: three years, cumulatives, and last month's control."""
    control = figures.revise((year, month - 1) if month > 1 else (year - 1, 12))
    book = openpyxl.Workbook()
    sheet = book.active
    sheet.title = "12"
    rows = [
        [], ["Part B: NOT Seasonally Adjusted"], ["Exhibit 12. U.S. Trade in Goods"],
        ["In millions of dollars. Details may not equal totals due to rounding. (R) - Revised."],
        ["Period", *HEADS], [None, *SUBHEADS],
    ]
    for of in range(year - 2, year + 1):
        months = [figures.of((of, m)) for m in range(1, 13 if of < year else month + 1)]
        rows.append([str(of)])
        if len(months) == 12:
            rows.append(["Jan. - Dec.", *cells(*added(months))])
        if 1 < month < 12:
            rows.append([until(month), *cells(*added(months[:month]))])
        rows += [[MONTHS[m], *cells(*months[m])] for m in range(len(months))]
    before = MONTHS[month - 2]
    rows += [[f"{before} data as published last month:"], [None, *cells(*control)], ["NOTE: made up."]]
    for row in rows:
        sheet.append(row)
    sheet.merge_cells("A5:A6")
    stamp = datetime.datetime(2026, 1, 1)
    book.properties.created = book.properties.modified = stamp
    into = io.BytesIO()
    book.save(into)
    return into.getvalue()


def page(year, month, day):
    return (
        '<!DOCTYPE html>\n<html lang="en"><head><meta charset="utf-8"><title>FT-900</title></head><body>'
        f"<h1>U.S. International Trade in Goods and Services, {MONTHS[month - 1]} {year}</h1>"
        f'<p class="release-date">{day:%A}, {MONTHS[day.month - 1]} {day.day}, {day.year}</p>'
        '<p><a href="exh12.xlsx">Exhibit 12. U.S. Trade in Goods</a></p></body></html>\n'
    )


def response(url, file, at, kind, tag):
    return (
        f'[[response]]\nurl = "{PAGE}{url}"\nstatus = 200\ncaptured_at = "{at:%Y-%m-%dT%H:%M:%SZ}"\n'
        f'content_type = "{kind}"\netag = "\\"{tag}\\""\nfile = "{file}"\n\n'
    )


def history(pipelines, releases, polls):
    """A source folder whose recording has so many releases, and so many polls for each."""
    folder = pipelines / SOURCE
    original = HERE.parent / "pipelines" / SOURCE
    shutil.rmtree(folder, ignore_errors=True)
    shutil.copytree(original, folder, ignore=shutil.ignore_patterns("recording", "expected"))
    recording = folder / "recording"
    recording.mkdir()
    figures, lines = Figures(), []
    for number in range(releases):
        year, month = FIRST_YEAR + number // 12, number % 12 + 1
        ended = datetime.datetime(year, month, calendar.monthrange(year, month)[1], 14)
        day = ended + datetime.timedelta(days=35)
        name = f"{year}-{month:02}"
        (recording / f"index_{name}.html").write_text(page(year, month, day))
        (recording / f"exh12_{name}.xlsx").write_bytes(workbook(figures, year, month))
        for poll in range(polls):
            # Between this release and the next there are at least 28 days.
            at = day + datetime.timedelta(minutes=poll * 28 * 24 * 60 // polls)
            lines.append(response("index.html", f"index_{name}.html", at, "text/html; charset=utf-8", name))
            if poll == 0:
                kind = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
                lines.append(response("exh12.xlsx", f"exh12_{name}.xlsx", at, kind, name))
    (recording / "index.toml").write_text("".join(lines))


class Place:
    def __init__(self, program, folder):
        self.program, self.folder = program, folder
        self.folder.mkdir()

    def __call__(self, *arguments):
        command = [
            self.program, *arguments, "--json", "--pipelines", self.folder / "pipelines", "--archive",
            self.folder / "archive", "--output", self.folder / "output", "--now", "2026-06-01",
        ]
        begun = time.perf_counter()
        process = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
        said, erred = process.communicate()
        seconds = time.perf_counter() - begun
        if process.returncode not in (0, 10):
            raise SystemExit(f"{command}: exit {process.returncode}: {erred[-2000:]}")
        peak = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024
        return seconds, peak, json.loads(said)

    def forget(self):
        shutil.rmtree(self.folder / "archive" / "runs")
        shutil.rmtree(self.folder / "output")


def told(report, what, seconds, summary):
    report.append(f"| {what} | {seconds:.2f} | {summary['files_read']} | {summary['files_new']} |")


def main():
    program = str(pathlib.Path(sys.argv[1]).resolve())
    folder = pathlib.Path(tempfile.mkdtemp(prefix="portbook-builds-"))
    report = [
        f"# Builds of a long history, {datetime.date.today()}", "",
        f"`make bench-builds` on {platform.processor() or platform.machine()}, {os.cpu_count()} processors, load "
        f"{os.getloadavg()[0]:.1f} before. Exhibit 12 of the FT-900, made up by benches/builds.py, seed {SEED}. Each "
        "command is a process of its own.", "",
    ]
    nothing = {}
    for captures in (1_000, 10_000):
        releases = captures * 3 // 100
        place = Place(program, folder / str(captures))
        history(place.folder / "pipelines", releases, POLLS_PER_RELEASE)
        seconds, peak, summary = place("run", "--replay")
        [line] = [line for line in summary["lines"] if line["dataset"] == "exhibit-12"]
        assert line["releases"] == releases, (line["releases"], line["because"][:3])
        held = sum(1 for file in (place.folder / "archive" / "captures").rglob("*.jsonl") for _ in open(file))
        report += [
            f"## {held:,} captures, {releases} releases, {line['rows']:,} rows", "",
            "| command | seconds | files read | files written |", "| --- | ---: | ---: | ---: |",
        ]
        told(report, "`run --replay`: collect and build all", seconds, summary)
        nothing[captures] = min(place("build")[0] for _ in range(5))
        report.append(f"| `build` with nothing new, best of 5 | {nothing[captures]:.2f} | 0 | 0 |")
        if captures == 10_000:
            place.forget()
            seconds, peak, summary = place("build")
            told(report, f"`build` of all, nothing kept (peak {peak:.0f} MiB)", seconds, summary)
            shutil.rmtree(place.folder / "output")
            told(report, "`build` of all, captures as read before", *place("build")[::2])
            history(place.folder / "pipelines", releases + 1, POLLS_PER_RELEASE)
            place("collect", "--replay")
            told(report, "`build` with one release more", *place("build")[::2])
        report.append("")
    ratio = nothing[10_000] / nothing[1_000]
    report += [f"Nothing new: {ratio:.2f} times the time with ten times the captures.", ""]
    text = "\n".join(report)
    into = HERE / "runs" / f"{datetime.date.today()}-builds.md"
    into.parent.mkdir(exist_ok=True)
    into.write_text(text)
    print(text)
    shutil.rmtree(folder)


if __name__ == "__main__":
    main()

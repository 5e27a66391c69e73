"""The tables of one issue of Rosstat's short-term indicators, as tab-separated text, cut to some sections and years."""

import re

from typeset import Recording

SOURCES = {"tables": "national/russia/rosstat_kep_2017_ind02_tab.csv"}
# Sections that layouts read, and the beginning of those that stand before or after them.
WHOLE = ("1.1.", "1.4.", "1.5.", "1.5.1.", "1.5.2.", "1.9.", "1.9.1.", "1.9.2.")
BEGINNING = ("1.2.", "1.3.", "1.6.", "1.8.", "1.10.")
YEARS = {"1999", "2000", "2008", "2009", "2014", "2015", "2016", "2017"}
SECTION = re.compile(r"(\d+\.\d+(?:\.\d+)*\.)")
YEAR = re.compile(r"(19|20)\d\d")


def cut(text):
    """Lines of the sections named; of `BEGINNING` the first block, of all the years in `YEARS`."""
    heading, section, blocks, kept = [], "", 0, []
    for line in text.splitlines():
        cells = line.split("\t")
        if not cells[0]:
            heading.append(cells)  # two lines, which belong to what follows
            continue
        found = SECTION.match(cells[0])
        if found:
            section, blocks = found[1], 0
        if not YEAR.match(cells[0]):
            blocks += 1
        first = section in BEGINNING and blocks <= 2
        if not section or section in WHOLE or first:
            kept += heading
            if not YEAR.match(cells[0]) or cells[0][:4] in YEARS:
                kept.append(cells)
        heading = []
    return "".join("\t".join(cells) + "\r\n" for cells in kept)


def recipe(folder):
    recording = Recording("ru/rosstat")
    text = (folder / SOURCES["tables"]).read_text(encoding="utf-8")
    note = "tab.csv of the issue of February 2017, made and kept by a third party; day and hour of capture are made up"
    recording.inbox("kep_2017-02_tab.csv", cut(text), "2017-04-30T09:00:00Z", note)
    recording.close()

"""Ember's monthly solar exports: three whole months, and the world in all of them."""

import csv
import io

from typeset import Recording

SOURCES = {"release": "china/ember/mart_solar_exports_full_release_monthly.csv"}
MONTHS = ("2018-05-01", "2023-03-01", "2024-03-01")


def cut(path):
    """Every column; lines end in LF, as published."""
    rows = list(csv.reader(io.StringIO(path.read_text(encoding="utf-8"))))
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(rows[0])
    writer.writerows(row for row in rows[1:] if row[1] in MONTHS or row[0] == "World")
    return out.getvalue()


def recipe(folder):
    recording = Recording("intl/ember-solar")
    recording.inbox(
        "mart_solar_exports_full_release_monthly.csv", cut(folder / SOURCES["release"]), "2024-06-30T12:00:00Z",
        "the full release to March 2024, kept in a public repository", "https://github.com/kyleichan/china_solar_exports",
    )
    recording.close()

"""Two reports, exports as CSV and imports as a workbook: all countries, three months of each."""

import csv
import io
from datetime import datetime

from typeset import Recording, xlsx_again

SOURCES = {
    "exports": "intl/us-census/usatradeonline_standard_report_exports_2010-2021.csv",
    "imports": "intl/us-census/usatradeonline_standard_report_imports_2010-2022.xlsx",
}
EXPORTS = ("Jan-10", "Jul-11", "Sep-21")
IMPORTS = (datetime(2010, 1, 1), datetime(2011, 7, 1), datetime(2022, 2, 1))


def exports(path):
    """The lines above, then the countries' lines of three months; values in quotes, CRLF."""
    rows = list(csv.reader(io.StringIO(path.read_text(encoding="utf-8-sig"))))
    out = io.StringIO()
    csv.writer(out).writerows(row for at, row in enumerate(rows) if at < 7 or row[1] in EXPORTS)
    return out.getvalue()


def recipe(folder):
    recording = Recording("us/usa-trade-online")
    recording.inbox(
        "standard_report_exports.csv",
        exports(folder / SOURCES["exports"]),
        "2021-11-13T23:15:00Z",
        "a standard report, kept by a third party",
        "https://github.com/meschef/Econ-Trends",
    )
    recording.inbox(
        "standard_report_imports.xlsx",
        xlsx_again(folder / SOURCES["imports"], keep=lambda sheet, row: row <= 8 or sheet.cell(row, 2).value in IMPORTS),
        "2022-04-12T20:14:00Z",
        "a standard report, kept by a third party",
        "https://github.com/meschef/Econ-Trends",
    )
    recording.close()

"""Monthly tables of the Ministry of Finance, and an answer of the customs query, fetched by hand.

Set again: full-width blanks inside names, line feeds in a heading, blanks before a year and after an
ellipsis, merged headings, number formats, every row. Of the workbooks' notes only the members of ASEAN
are kept; the note on the signs of a deficit is shortened around its soft hyphen.
"""

import csv
import io

import openpyxl
from typeset import Recording, all_digits, settled

FOLDER = "national/taiwan/"
TABLES = {
    "mof_2025-08_table01_totals.xlsx": "表1",
    "mof_2025-08_table08_exports_by_partner.xlsx": "表8",
    "mof_2025-08_table09_imports_by_partner.xlsx": "表9",
    "mof_2025-08_table10_balance_by_partner.xlsx": "表10",
    "mof_2025-08_table14_other_economies.xlsx": "表14",
}
QUERY = "ga30_exports_95063900006_2021-2026.big5.csv"
FROM = 2023  # years of the query that are kept: ROC 112 and after


def table(path, name):
    """The sheet's figures, words, number formats and merged cells."""
    old = openpyxl.load_workbook(path)[name]
    book = openpyxl.Workbook()
    sheet = book.active
    sheet.title = name
    for cell in (cell for row in old.iter_rows() for cell in row if cell.value is not None):
        value = "說明：「\u00ad」入超增加" if "\u00ad" in str(cell.value) else cell.value
        sheet.cell(cell.row, cell.column, value).number_format = cell.number_format
    for merged in old.merged_cells.ranges:
        sheet.merge_cells(merged.coord)
    book.properties.creator = "Portbook recording"
    out = io.BytesIO()
    book.save(out)
    return settled(out.getvalue(), all_digits(book))


def answer(path):
    """Lines of the query from `FROM` on, in the publisher's code page, lines ended by a line feed."""
    header, *rows = csv.reader(path.read_text(encoding="big5").splitlines())
    kept = [row for row in rows if 1911 + int(row[1].split("年")[0]) >= FROM]
    out = io.StringIO()
    csv.writer(out, lineterminator="\n").writerows([header, *kept])
    return out.getvalue().encode("big5")


def recipe(folder):
    recording = Recording("tw/mof")
    for file, name in TABLES.items():
        note = "a table of the monthly release of August 2025, named by a third party; the hour is made up"
        recording.inbox(file, table(folder / FOLDER / file, name), "2025-09-09T01:00:00Z", note, date="2025-09-08")
    note = "an answer of portal.sw.nat.gov.tw/APGA/GA30, saved by hand; the time is in the name of the saved file"
    recording.inbox(QUERY, answer(folder / FOLDER / QUERY), "2026-04-12T13:40:15Z", note)
    recording.close()

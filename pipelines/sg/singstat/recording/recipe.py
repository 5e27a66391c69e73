"""SingStat Table Builder: the one workbook that is held, cut to some of its months."""

import io

import openpyxl
from openpyxl.styles import Font
from typeset import Recording, one_cell, settled

SOURCES = {"workbook": "national/singapore/singstat_outputFile.xlsx"}

# The first months, both sides of each month in which a row begins or changes its sign, then the
# last two years.
MONTHS = (
    "1976 Jan, 1976 Feb, 1976 Mar, 1976 Apr, 1976 May, 1976 Dec, 1977 Jan, 1985 Dec, 1986 Jan, 1991 Dec, "
    "1992 Jan, 1992 Dec, 1993 Jan, 1997 Dec, 1998 Jan, 1998 Dec, 1999 Jan, 2002 Dec, 2003 Jan, 2009 Dec, "
    "2010 Jan, 2011 Dec, 2012 Jan, 2013 Dec, 2014 Jan"
).split(", ") + [f"{year} {month}" for year in (2017, 2018) for month in
                 "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec".split()]


def cut(path):
    """All rows where they stand, the months of `MONTHS`; every figure is text, as published."""
    read = openpyxl.load_workbook(path)
    book = openpyxl.Workbook()
    book.remove(book.active)
    for old in read.worksheets:
        sheet = book.create_sheet(old.title)
        columns = None
        for row in old.iter_rows():
            if row[0].value == "Variables":
                heads = {cell.value: cell.column for cell in row}
                columns = [1, *(heads[month] for month in MONTHS)]
            for cell in row:
                if cell.value is None or columns and cell.column not in columns:
                    continue
                column = 1 + columns.index(cell.column) if columns else cell.column
                new = sheet.cell(cell.row, column, cell.value)
                if row[0].value == "Variables":
                    new.font = Font(bold=True)
        sheet.column_dimensions["A"].width = 68
    book.properties.creator = "Portbook recording"
    out = io.BytesIO()
    book.save(out)
    return settled(out.getvalue(), one_cell)


def recipe(folder):
    recording = Recording("sg/singstat")
    recording.inbox(
        "merchandise_trade_2019-01-28.xlsx",
        cut(folder / SOURCES["workbook"]),
        "2019-01-28T06:00:00Z",
        "made by the SingStat Table Builder on 28 January 2019, as the workbook says; kept by a third party",
    )
    recording.close()

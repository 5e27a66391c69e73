"""Three workbooks of TurkStat, cut to some of their years: BIFF8 with formats, merged and blank formatted cells."""

import io
import re

import xlrd
import xlwt
from typeset import Recording

FOLDER = "national/turkey/"
SOURCES = {  # file -> file it is set from, years left out
    "citrus_2024.xls": (FOLDER + "Turunçgiller.xls", [*range(1991, 2000), *range(2006, 2018)]),
    "olives_2024.xls": (FOLDER + "Zeytin Üretimi.xls", [*range(1992, 2002), *range(2007, 2018)]),
    "fruit_prices_2024.xls": (FOLDER + "Meyve Fiyatları.xls", range(2011, 2018)),
}
CAPTURED_AT = "2025-12-01T09:00:00Z"  # made up: after the last bulletin with the year 2024


def year(sheet, row, column):
    """The year of a heading or line: a number cell in the first column or in row 4."""
    cell = sheet.cell(row, column)
    text = f"{cell.value:.0f}" if cell.ctype == xlrd.XL_CELL_NUMBER else ""
    return int(text) if re.fullmatch(r"(19|20)\d\d", text) else None


def cut(path, without):
    """The sheet without some years: lines of the production tables, columns of the prices."""
    read = xlrd.open_workbook(path, formatting_info=True)
    book = xlwt.Workbook(encoding="utf-8")
    styles = {}
    for old in read.sheets():
        sheet = book.add_sheet(old.name)
        down = [year(old, row, 0) for row in range(old.nrows)]
        across = [year(old, 3, column) if column else None for column in range(old.ncols)]
        rows = [row for row in range(old.nrows) if down[row] not in without]
        columns = [column for column in range(old.ncols) if across[column] not in without]
        covered = {
            (row, column) for first, end, left, right in old.merged_cells
            for row in range(first, end) for column in range(left, right) if (row, column) != (first, left)
        }
        for new_row, row in enumerate(rows):
            for new_column, column in enumerate(columns):
                cell = old.cell(row, column)
                if cell.ctype == xlrd.XL_CELL_EMPTY or (row, column) in covered:
                    continue
                shown = read.format_map[read.xf_list[cell.xf_index].format_key].format_str
                if shown not in styles:
                    styles[shown] = xlwt.easyxf(num_format_str=shown)
                value = None if cell.ctype == xlrd.XL_CELL_BLANK else cell.value
                sheet.write(new_row, new_column, value, styles[shown])
        for first, end, left, right in old.merged_cells:
            sheet.merge(rows.index(first), rows.index(end - 1), columns.index(left), columns.index(right - 1))
        sheet.row(len(rows) - 1)  # down to the last formatted row
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def recipe(folder):
    recording = Recording("tr/turkstat")
    for name, (path, without) in SOURCES.items():
        note = "a workbook of data.tuik.gov.tr, kept by a third party; day and hour of capture are made up"
        recording.inbox(name, cut(folder / path, without), CAPTURED_AT, note)
    recording.close()

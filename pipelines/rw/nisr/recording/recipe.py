"""The annex workbook of a quarter, every sheet with figures of trade."""

import io

import openpyxl
from typeset import Recording, all_digits, one_cell, settled

FILE = "2025Q1_Trade_report_annexTables.xlsx"
OTHER = "Sheet11"  # a forgotten sheet of another matter: set anew with made-up figures


def workbook(path):
    """Figures, words, number formats, merged cells; notes are left out."""
    read = openpyxl.load_workbook(path)
    book = openpyxl.Workbook()
    book.remove(book.active)
    for old in read.worksheets:
        sheet = book.create_sheet(old.title)
        if old.title == OTHER:
            for place, value in {"A1": "DESCRIPTION", "B1": " TOTAL VALUE ", "A2": "Something else", "B2": 1, "A3": "TOTAL", "B3": "=B2"}.items():
                sheet[place] = value
            continue
        for cell in (cell for row in old.iter_rows() for cell in row if cell.value is not None):
            if not str(cell.value).startswith("*"):
                sheet.cell(cell.row, cell.column, cell.value).number_format = cell.number_format
        for merged in old.merged_cells.ranges:
            sheet.merge_cells(merged.coord)
    book.properties.creator = "Portbook recording"
    out = io.BytesIO()
    book.save(out)
    exact = all_digits(book)
    return settled(out.getvalue(), lambda name, data: exact(name, one_cell(name, data)))


def recipe(folder):
    recording = Recording("rw/nisr")
    note = "the annex tables of the first quarter of 2025, kept by a third party; the day is made up"
    recording.inbox(FILE, workbook(folder / "national/rwanda" / FILE), "2025-07-01T00:00:00Z", note)
    recording.close()

"""BIS effective exchange rates, broad indices: two vintages of one workbook, eight of its economies."""

import io

import openpyxl
from typeset import Recording, settled

VINTAGES = [  # file, hour of capture
    ("eer_broad_2019-07.xlsx", "2019-07-31T12:00:00Z"),
    ("eer_broad_2020-07-14.xlsx", "2020-07-14T12:00:00Z"),
]
SOURCES = {file: f"intl/bis/{file}" for file, _ in VINTAGES}
ECONOMIES = (
    "China", "Chinese Taipei", "Euro area", "Germany", "Japan", "Saudi Arabia", "United Kingdom", "United States",
)


def cut(path):
    """Both sheets, every row where it stands, the columns of `ECONOMIES`; number formats as they are."""
    read = openpyxl.load_workbook(path)
    book = openpyxl.Workbook()
    book.remove(book.active)
    for old in read.worksheets:
        sheet = book.create_sheet(old.title)
        kept = [1, *(cell.column for cell in old[4] if cell.value in ECONOMIES)]
        for row in old.iter_rows():
            for column, number in enumerate(kept, 1):
                cell = row[number - 1]
                if cell.value is not None:
                    sheet.cell(cell.row, column, cell.value).number_format = cell.number_format
        sheet.column_dimensions["A"].width = 28
        sheet.freeze_panes = "B6"
    book.properties.creator = "Portbook recording"
    out = io.BytesIO()
    book.save(out)
    return settled(out.getvalue())


def recipe(folder):
    recording = Recording("intl/bis-eer")
    for file, captured_at in VINTAGES:
        note = "the workbook of broad indices, kept in a public repository; neither prints its day"
        recording.inbox(file, cut(folder / SOURCES[file]), captured_at, note)
    recording.close()

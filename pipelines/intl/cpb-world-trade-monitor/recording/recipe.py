"""CPB World Trade Monitor: four releases, 2022-12 to 2026-01, over the change of base from 2010 to 2021."""

import io

import openpyxl
from typeset import Recording, one_cell, settled

FOLDER = "intl/cpb/world_trade_monitor_"
RELEASES = [  # period, file, name on the site, day printed on the page, hour of capture
    ("2022-12", "2022m12_stamp2023-02-22.xlsx", "CPB-World-Trade-Monitor-December-2022", "February 24, 2023", "2023-02-24T12:00:00Z"),
    ("2023-04", "2023m04_stamp2023-06-21.xlsx", "CPB-World-Trade-Monitor-April-2023", "June 23, 2023", "2023-06-23T12:00:00Z"),
    ("2024-01", "2024m01_stamp2024-03-20.xlsx", "CPB-World-Trade-Monitor-January-2024", "March 25, 2024", "2024-03-25T12:00:00Z"),
    ("2026-01", "2026m01_stamp2026-03-20.xlsx", "CPB-World-Trade-Monitor-January-2026", "March 25, 2026", "2026-03-25T12:00:00Z"),
]
SOURCES = {period: FOLDER + file for period, file, *_ in RELEASES}

# The first two months, then all from here to the end.
FIRST = "2022m07"


def cut(path):
    """Both sheets, every row where it stands, some months; all digits that are stored."""
    read = openpyxl.load_workbook(path, read_only=True)  # asks for no drawing
    book = openpyxl.Workbook()
    book.remove(book.active)
    for old in read.worksheets:
        old.reset_dimensions()
        rows = list(old.iter_rows())
        sheet = book.create_sheet(old.title)
        months = {number: cell.value for number, cell in enumerate(rows[3]) if number >= 5 and cell.value}
        kept = [number for number, month in months.items() if number < 7 or month >= FIRST]
        for row_number, row in enumerate(rows, 1):
            for column, number in enumerate([0, 1, 2, 3, 4, *kept], 1):
                if number >= len(row) or row[number].value is None:
                    continue
                new = sheet.cell(row_number, column, row[number].value)
                if isinstance(new.value, (int, float)):
                    new.number_format = row[number].number_format
        for letter, width in (("A", 3), ("B", 53), ("C", 23), ("D", 26), ("E", 3)):
            sheet.column_dimensions[letter].width = width
        sheet.freeze_panes = "D5"
    book.properties.creator = "Portbook recording"
    out = io.BytesIO()
    book.save(out)
    return settled(out.getvalue(), broken, [
        (f"xl/worksheets/_rels/sheet{n}.xml.rels", DRAWING % n) for n in (1, 2)
    ])


# The publisher's writer declares one cell, and a drawing that is not in the package.
DRAWING = (
    b'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
    b'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" '
    b'Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/drawing" '
    b'Target="../drawings/drawing%d.xml"/></Relationships>'
)


def broken(name, data):
    if not name.startswith("xl/worksheets/sheet"):
        return data
    drawing = (
        b'<drawing xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" r:id="rId1"/></worksheet>'
    )
    return one_cell(name, data).replace(b"</worksheet>", drawing)


def recipe(folder):
    recording = Recording("intl/cpb-world-trade-monitor")
    for period, file, name, day, captured_at in RELEASES:
        title = name.removeprefix("CPB-").replace("-", " ")
        page = (
            f'<!DOCTYPE html>\n<html lang="en">\n<head>\n  <meta charset="utf-8">\n  <title>{title} | CPB</title>\n</head>\n'
            f'<body>\n  <main>\n    <div class="publication-date">{day}</div>\n    <h1>{title}</h1>\n'
            f'    <p>CPB publishes a World Trade Monitor every month.</p>\n    <h2>Downloads</h2>\n    <ul>\n'
            f'      <li><a href="/sites/default/files/omnidownload/{name}.pdf">{title}</a></li>\n'
            f'      <li><a href="/sites/default/files/omnidownload/{name}.xlsx">Data {title}</a></li>\n'
            "    </ul>\n  </main>\n</body>\n</html>\n"
        )
        recording.body(f"page_{period}.html", page)
        recording.response(captured_at, "https://www.cpb.nl/en/worldtrademonitor", f"page_{period}.html")
        recording.body(f"world_trade_monitor_{period}.xlsx", cut(folder / SOURCES[period]))
        url = f"https://www.cpb.nl/sites/default/files/omnidownload/{name}.xlsx"
        recording.response(captured_at, url, f"world_trade_monitor_{period}.xlsx")
    recording.close()

"""Sets workbooks, pages and CSV files from figures, the same bytes each time.

What the recipes share: `pipelines/<area>/<source>/recording/recipe.py` says what a recording is set
from, `make_recordings.py` runs it. Clocks and property stamps are fixed, so that two runs with the
library versions `make_recordings.py` names give the same bytes.
"""

import csv
import hashlib
import html
import html.parser
import io
import os
import pathlib
import re
import zipfile
from datetime import datetime, timedelta
from decimal import Decimal

os.environ["OPENPYXL_LXML"] = "False"  # lxml writes other bytes than the standard library
import openpyxl  # noqa: E402
import xlrd  # noqa: E402
import xlwt  # noqa: E402

TYPES = {
    "html": "text/html; charset=utf-8",
    "csv": "text/plain; charset=utf-8",
    "json": "application/json",
    "xml": "application/xml",
    "xls": "application/vnd.ms-excel",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
}


class Recording:
    """One recording folder: bodies, then `index.toml` in order of capture."""

    def __init__(self, source):
        self.folder = pathlib.Path(__file__).resolve().parent / source / "recording"
        self.folder.mkdir(parents=True, exist_ok=True)
        self.entries = []

    def body(self, name, content):
        content = content if isinstance(content, bytes) else content.encode("utf-8")
        (self.folder / name).write_bytes(content)

    def response(self, captured_at, url, name):
        """The body `name` answered `url` from `captured_at` on; it was put there half an hour before."""
        digest = hashlib.sha256((self.folder / name).read_bytes()).hexdigest()
        modified = datetime.strptime(captured_at, "%Y-%m-%dT%H:%M:%SZ") - timedelta(minutes=30)
        self.entries.append(
            f'[[response]]\nurl = "{url}"\nstatus = 200\ncaptured_at = "{captured_at}"\n'
            f'content_type = "{TYPES[name.rsplit(".", 1)[1]]}"\netag = "\\"{digest[:16]}\\""\n'
            f'last_modified = "{modified:%a, %d %b %Y %H:%M:%S} GMT"\nfile = "{name}"\n'
        )

    def inbox(self, name, content, captured_at, note, url="", **listed):
        """A file fetched by hand, and what was said of it; `listed`: period and date of its release."""
        (self.folder / "inbox").mkdir(exist_ok=True)
        self.body(f"inbox/{name}", content)
        self.body(f"inbox/{name}.toml", "".join(
            f'{key} = "{value}"\n'
            for key, value in {"captured_at": captured_at, "url": url, "note": note, **listed}.items()
        ))

    def close(self):
        if not self.entries:
            return
        head = "# Written by pipelines/make_recordings.py; README.md beside it says from what.\n\n"
        (self.folder / "index.toml").write_text(head + "\n".join(self.entries), encoding="utf-8")


def printed(text, decimals):
    """A figure as the workbook prints it, a comma for thousands; nil is a dash."""
    return f"{Decimal(text):,.{decimals}f}" if text else "-"

# ---------------------------------------------------------------- workbooks

EMPTY = "@empty@"  # stands for a cell with an empty string, which openpyxl would leave out


def xlsx(path):
    """A workbook with the figures, words and merged cells of the exhibit's columns A to J."""
    read = openpyxl.load_workbook(path).worksheets[0]
    book = openpyxl.Workbook()
    sheet = book.active
    sheet.title = read.title
    for row in read.iter_rows(max_col=10):
        for cell in row:
            if cell.value is None:
                continue
            new = sheet.cell(cell.row, cell.column, EMPTY if cell.value == "" else cell.value)
            if isinstance(cell.value, (int, float)) or cell.value == "":
                new.number_format = "#,##0"
    for merged in read.merged_cells.ranges:
        sheet.merge_cells(merged.coord)
    sheet.column_dimensions["A"].width = 38
    for column in "BCDEFGHIJ":
        sheet.column_dimensions[column].width = 15
    book.properties.creator = "Portbook recording"
    out = io.BytesIO()
    book.save(out)
    return settled(out.getvalue())


def xlsx_again(path, sheets=None, keep=lambda sheet, row: True):
    """A workbook of these sheets, all if none is named: figures, words, number formats, merged cells.

    `keep(sheet, row)` says which rows (from 1) stay; what is below moves up.
    """
    read = openpyxl.load_workbook(path)
    book = openpyxl.Workbook()
    book.remove(book.active)
    for old in read.worksheets:
        if sheets is not None and old.title not in sheets:
            continue
        sheet = book.create_sheet(old.title)
        moved = {row: at for at, row in enumerate((r for r in range(1, old.max_row + 1) if keep(old, r)), 1)}
        for row in old.iter_rows():
            for cell in row:
                if cell.value is not None and cell.row in moved:
                    new = sheet.cell(moved[cell.row], cell.column, EMPTY if cell.value == "" else cell.value)
                    new.number_format = cell.number_format
        for merged in old.merged_cells.ranges:
            if merged.min_row in moved and merged.max_row in moved:
                merged.shift(row_shift=moved[merged.min_row] - merged.min_row)
                sheet.merge_cells(merged.coord)
    book.properties.creator = "Portbook recording"
    out = io.BytesIO()
    book.save(out)
    return settled(out.getvalue())


def xls_again(path, keep=None):
    """A BIFF8 workbook of the same figures, words, number formats, merged cells and hidden rows.

    `keep(sheet, row)` says which rows (from 0) stay; what is below moves up.
    """
    read = xlrd.open_workbook(path, formatting_info=True)
    book = xlwt.Workbook(encoding="utf-8")
    styles = {}
    for old in read.sheets():
        sheet = book.add_sheet(old.name)
        kept = [row for row in range(old.nrows) if keep is None or keep(old, row)]
        for new_row, row in enumerate(kept):
            for column in range(old.ncols):
                cell = old.cell(row, column)
                if cell.ctype in (xlrd.XL_CELL_EMPTY, xlrd.XL_CELL_BLANK):
                    continue
                shown = read.format_map[read.xf_list[cell.xf_index].format_key].format_str
                if shown not in styles:
                    styles[shown] = xlwt.XFStyle()
                    styles[shown].num_format_str = shown
                sheet.write(new_row, column, cell.value, styles[shown])
            if row in old.rowinfo_map and old.rowinfo_map[row].hidden:
                sheet.row(new_row).hidden = True
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def one_cell(name, data):
    """Every sheet declares to be one cell, `A1`, as some publishers' writers have it."""
    return re.sub(rb'<dimension ref="[^"]*"', b'<dimension ref="A1"', data) if "/worksheets/" in name else data


def all_digits(book):
    """For `settled`: numbers with all the digits they have, of which openpyxl writes sixteen."""
    printed = {
        f"xl/worksheets/sheet{number}.xml": {
            f"{cell.value:.16g}".encode(): repr(cell.value).encode()
            for row in sheet.iter_rows() for cell in row if isinstance(cell.value, float)
        }
        for number, sheet in enumerate(book.worksheets, 1)
    }

    def changed(name, data):
        known = printed.get(name, {})
        return re.sub(rb"(?<=<v>)[^<]+", lambda found: known.get(found[0], found[0]), data)

    return changed


def settled(content, changed=lambda name, data: data, added=()):
    """The same package with fixed stamps, and empty strings where `EMPTY` stood.

    `changed` sets a part's last traps, `added` are more parts: (name, bytes).
    """
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as old, zipfile.ZipFile(out, "w") as new:
        for name, data in [*((name, old.read(name)) for name in old.namelist()), *added]:
            if name == "docProps/core.xml":
                data = re.sub(rb"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ", b"2026-01-01T00:00:00Z", data)
            if name.startswith("xl/worksheets/sheet"):
                data = data.replace(f"<t>{EMPTY}</t>".encode(), b"<t></t>")
            data = changed(name, data)
            info = zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0))
            info.compress_type = zipfile.ZIP_DEFLATED
            info.external_attr = 0o600 << 16
            new.writestr(info, data)
    return out.getvalue()

# ---------------------------------------------------------------- pages and CSV


class Table(html.parser.HTMLParser):
    """The rows of a page's only table as texts, `<br />` as a line feed; its title and date."""

    def __init__(self, text):
        super().__init__(convert_charrefs=True)
        self.rows, self.spans, self.words, self.cell, self.div = [], [], {}, None, None
        self.feed(text)

    def handle_starttag(self, tag, attributes):
        given = dict(attributes)
        if tag == "tr":
            self.rows.append([])
            self.spans.append([])
        elif tag in ("td", "th"):
            self.cell = ""
            self.spans[-1].append(int(given.get("colspan", 1)))
        elif tag == "br" and self.cell is not None:
            self.cell += "\n"
        elif tag == "div":
            self.div = given.get("class")
        elif tag == "img" and self.div == "atcl-cnt":
            self.words["img"] = given["src"]

    def handle_endtag(self, tag):
        if tag in ("td", "th") and self.cell is not None:
            lines = [line.strip(" \t\r") for line in self.cell.split("\n")]
            self.rows[-1].append("\n".join(line for line in lines if line))
            self.cell = None
        elif tag == "div":
            self.div = None

    def handle_data(self, data):
        if self.cell is not None:
            self.cell += data
        elif self.div in ("atcl-ttl", "atcl-date"):
            self.words[self.div] = self.words.get(self.div, "") + data.strip()


def escaped(text):
    return html.escape(text, quote=False).replace("\u00a0", "&nbsp;")


def rewritten(path, preamble=0):
    """A CSV with the same preamble, columns and figures; lines end in CRLF, as RFC 4180 has them."""
    lines = path.read_text(encoding="utf-8").splitlines()
    out = io.StringIO()
    for line in lines[:preamble]:
        out.write(line.strip() + "\r\n")
    csv.writer(out).writerows(csv.reader(lines[preamble:]))
    return out.getvalue()

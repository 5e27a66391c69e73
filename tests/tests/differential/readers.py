"""Cells of workbooks as xlrd (.xls) and openpyxl (.xlsx, .xlsm) see them, beside ours.

Usage: readers.py PORTBOOK FOLDER DIFFERENCES

Value, type and date of every cell are compared. What differs must stand in DIFFERENCES (tab
separated: file, sheet or *, rule, count, reason), and what stands there must differ. Files that a
reader does not open are listed with its error. Exit code 1 if anything is unexplained.
"""

import collections
import csv
import datetime
import io
import pathlib
import subprocess
import sys
import warnings
import zipfile

import openpyxl
import openpyxl.utils
import xlrd

warnings.simplefilter("ignore")
csv.field_size_limit(1 << 30)

XLRD_ERRORS = dict(xlrd.error_text_from_code)
EPOCH = datetime.datetime(1899, 12, 30)
EPOCH_1904 = datetime.datetime(1904, 1, 1)


class Ours(Exception):
    """Our own refusal."""


def ours(program, path):
    """Sheet -> cell -> (type, value, text); merged rectangles per sheet."""
    done = subprocess.run([program, "parse", "--raw", "--format", "csv", str(path)],
                          capture_output=True)
    if done.returncode != 0:
        raise Ours(" ".join(done.stderr.decode().split()) or "no message")
    sheets = collections.defaultdict(dict)
    spans = collections.defaultdict(list)
    for row in csv.DictReader(io.StringIO(done.stdout.decode(), newline="")):
        kind, text, stored = row["type"], row["text"], row["stored"]
        value = {"number": lambda: float(stored), "date": lambda: moment(text),
                 "bool": lambda: text == "TRUE", "error": lambda: stored or text}.get(
                     kind, lambda: text)()
        sheets[row["table"]][row["cell"]] = ("text" if kind == "blank" else kind, value)
        if row["span"]:
            spans[row["table"]].append(openpyxl.utils.range_boundaries(row["span"]))
    return sheets, spans


def moment(text):
    return datetime.datetime.fromisoformat(text)


def name(row, column):
    return f"{openpyxl.utils.get_column_letter(column + 1)}{row + 1}"


def of_xlrd(path):
    """The same of an .xls."""
    book = xlrd.open_workbook(path, ragged_rows=True, logfile=io.StringIO())
    sheets = {}
    for sheet in book.sheets():
        cells = sheets.setdefault(sheet.name, {})
        for row in range(sheet.nrows):
            for column, cell in enumerate(sheet.row(row)):
                if cell.ctype in (xlrd.XL_CELL_EMPTY, xlrd.XL_CELL_BLANK) or cell.value == "":
                    continue
                cells[name(row, column)] = {
                    xlrd.XL_CELL_TEXT: lambda: ("text", cell.value),
                    xlrd.XL_CELL_NUMBER: lambda: ("number", cell.value),
                    xlrd.XL_CELL_BOOLEAN: lambda: ("bool", bool(cell.value)),
                    xlrd.XL_CELL_ERROR: lambda: ("error", XLRD_ERRORS.get(cell.value)),
                    xlrd.XL_CELL_DATE: lambda: date_of_xlrd(cell.value, book.datemode),
                }[cell.ctype]()
    return sheets


def date_of_xlrd(value, datemode):
    # A time of day, or an amount of time: a number for us.
    if value < 1 and not (datemode and value == 0):
        return "time", value
    try:
        return "date", rounded(xlrd.xldate_as_datetime(value, datemode)), value
    except (xlrd.xldate.XLDateError, OverflowError):
        return "time", value


def rounded(moment):
    """To the millisecond, as we keep it."""
    micros = round(moment.microsecond / 1000) * 1000
    return moment.replace(microsecond=0) + datetime.timedelta(microseconds=micros)


def of_openpyxl(path):
    """The same of an .xlsx."""
    book = openpyxl.load_workbook(path, data_only=True)
    formulas = openpyxl.load_workbook(path) if has_formulas(path) else book
    epoch = EPOCH_1904 if book.epoch.year == 1904 else EPOCH
    sheets = {}
    for sheet in book.worksheets:
        cells = sheets.setdefault(sheet.title, {})
        # The cells that are there: walking row by row would make billions of blank ones.
        held = sheet._cells
        for place, cell in formulas[sheet.title]._cells.items():
            if cell.data_type == "f" and (place not in held or held[place].value is None):
                cells[cell.coordinate] = ("error", "formula without value")
        for cell in held.values():
            if cell.value is not None and cell.value != "":
                cells[cell.coordinate] = known(cell.data_type, cell.value, epoch)
    return sheets


def has_formulas(path):
    with zipfile.ZipFile(path) as archive:
        return any(b"<f" in archive.read(member) or b":f>" in archive.read(member)
                   for member in archive.namelist() if "sheet" in member.lower())


def known(data_type, value, epoch):
    if data_type == "e":
        return "error", value
    if isinstance(value, bool):
        return "bool", value
    if isinstance(value, (int, float)):
        return "number", float(value)
    if isinstance(value, datetime.datetime):
        return "date", rounded(value), (value - epoch) / datetime.timedelta(days=1)
    if isinstance(value, datetime.time):
        return "time", (value.hour * 3600 + value.minute * 60 + value.second
                        + value.microsecond / 1e6) / 86400
    if isinstance(value, datetime.timedelta):
        return "time", value / datetime.timedelta(days=1)
    return "text", str(value)


def same(mine, theirs):
    if mine is None:
        return False
    if theirs[0] == "time":
        return mine[0] == "number" and abs(mine[1] - theirs[1]) < 1e-8
    return mine[:2] == theirs[:2]


def rule(mine, theirs, covered):
    """What kind of difference it is, or `other`."""
    if mine is None and theirs is not None:
        return "covered" if covered else "missing"
    if theirs is None:
        return "added " + mine[0]
    return f"{mine[0]} for {theirs[0]}"


def by_other(path):
    """By content, as we do: names lie."""
    with open(path, "rb") as file:
        is_package = file.read(2) == b"PK"
    return of_openpyxl(path) if is_package else of_xlrd(path)


def differences(path, program):
    mine, spans = ours(program, path)
    theirs = by_other(path)
    if not theirs:
        raise ValueError("it sees no sheet")
    found = collections.defaultdict(list)
    count = 0
    for sheet in sorted(set(mine) | set(theirs)):
        left, right = mine.get(sheet, {}), theirs.get(sheet, {})
        for cell in left.keys() | right.keys():
            count += 1
            a, b = left.get(cell), right.get(cell)
            # Texts of nothing but blanks that one reader keeps are compared as well.
            if a == b or (b is not None and same(a, b)):
                continue
            covered = a is None and inside(cell, spans[sheet])
            found[sheet, rule(a, b, covered)].append((cell, a, b))
    return count, found


def inside(cell, spans):
    column, row, _, _ = openpyxl.utils.range_boundaries(cell)
    return any(l <= column <= r and t <= row <= b for l, t, r, b in spans)


def expected(path):
    lines = [line.split("\t") for line in pathlib.Path(path).read_text().splitlines()
             if line and not line.startswith("#")]
    return {(file, sheet, rule): int(count) for file, sheet, rule, count, _ in lines}


def main(program, folder, listed):
    wanted = expected(listed)
    folder = pathlib.Path(folder)
    files = sorted(path for path in folder.rglob("*")
                   if path.suffix.lower() in (".xls", ".xlsx", ".xlsm"))
    cells = compared = unexplained = 0
    for path in files:
        file = path.relative_to(folder).as_posix()
        try:
            count, found = differences(path, program)
        except Ours as refusal:
            try:
                by_other(path)
                print(f"{file}: only we refuse it: {refusal}")
                if wanted.pop((file, "*", "refused"), None) is None:
                    unexplained += 1
            except Exception as error:
                print(f"{file}: neither opens it: {type(error).__name__}: {error}; {refusal}")
            continue
        except Exception as error:
            print(f"{file}: not opened by the other reader: {type(error).__name__}: {error}")
            continue
        compared, cells = compared + 1, cells + count
        for what in {what for _, what in found}:
            # A line may stand for all sheets of a file.
            of_rule = [key for key in found if key[1] == what]
            if wanted.get((file, "*", what)) == sum(len(found[key]) for key in of_rule):
                wanted.pop((file, "*", what))
                for key in of_rule:
                    found.pop(key)
        for (sheet, what), places in sorted(found.items()):
            if wanted.pop((file, sheet, what), None) == len(places):
                continue
            unexplained += 1
            first = "; ".join(f"{cell}: ours {a}, theirs {b}" for cell, a, b in sorted(places)[:3])
            print(f"{file}\t{sheet}\t{what}\t{len(places)}\t{first[:600]}")
    for key, count in wanted.items():
        unexplained += 1
        print(f"listed, but not found: {key} {count}")
    print(f"{compared} of {len(files)} files, {cells} cells compared, {unexplained} unexplained")
    return 1 if unexplained or not cells else 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))

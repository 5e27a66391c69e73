"""ABS time-series workbooks: 5206.0 table 1 (quarters) and 5368.0 table 1 (months), cut."""

import io

import xlrd
import xlwt
from typeset import Recording

SITE = "https://www.abs.gov.au/statistics/economy/"
# What is kept: series by column of `Data1`, dates by `year-month`; the rest of each sheet is whole.
WORKBOOKS = [
    {
        "from": "national/australia/5206001_key_aggregates.xls",
        "to": "5206001_2017-03.xls",
        "page": "national-accounts/australian-national-accounts-national-income-expenditure-and-product",
        "title": "Australian National Accounts: National Income, Expenditure and Product",
        "period": ("March 2017", "mar-2017", "7/06/2017"),
        "name": "5206001_key_aggregates.xls",
        "captured_at": "2017-06-07T02:00:00Z",
        # Percentage changes, money, a "proportion" and indices, of each series type.
        "series": [1, 2, 9, 10, 16, 17, 18, 25, 28, 29, 30, 36, 37, 53, 54, 61, 65, 66, 72, 73, 89, 90, 97, 101, 102, 108],
        # Either side of the quarters in which series begin, then three years.
        "dates": ["1959-09", "1959-12", "1960-03", "1973-06", "1973-09", "1973-12", "1978-06", "1978-09", "1978-12"],
        "from_date": "2014-06",
    },
    {
        "from": "national/australia/536801.xls",
        "to": "536801_2017-05.xls",
        "page": "international-trade/international-trade-goods-and-services-australia",
        "title": "International Trade in Goods and Services, Australia",
        "period": ("May 2017", "may-2017", "6/07/2017"),
        "name": "536801.xls",
        "captured_at": "2017-07-06T02:00:00Z",
        # Balance, credits and debits with goods, services, and two that begin later; both series types.
        "series": [1, 2, 3, 4, 8, 9, 10, 11, 14, 15, 16, 17, 18, 19, 23, 24, 25, 26, 29, 30],
        "dates": ["1971-07", "1971-08", "1981-05", "1981-06", "1981-07", "1981-08"],
        "from_date": "2015-06",
    },
]
SOURCES = {workbook["name"]: workbook["from"] for workbook in WORKBOOKS}
HEAD_ROWS = 10


def cut(path, workbook):
    """The three sheets with the kept series and dates, as BIFF8; formats and blank cells as published."""
    read = xlrd.open_workbook(path, formatting_info=True)
    book = xlwt.Workbook(encoding="utf-8")
    styles = {}

    def put(sheet, row, column, old, old_row, old_column):
        cell = old.cell(old_row, old_column)
        if cell.ctype == xlrd.XL_CELL_EMPTY:
            return
        number_format = read.format_map[read.xf_list[cell.xf_index].format_key].format_str
        if number_format not in styles:
            styles[number_format] = xlwt.easyxf(num_format_str=number_format)
        sheet.write(row, column, cell.value, styles[number_format])

    data = read.sheet_by_name("Data1")
    kept = {data.cell_value(HEAD_ROWS - 1, column) for column in workbook["series"]}
    for old in read.sheets():
        sheet = book.add_sheet(old.name)
        if old is data:
            rows = [*range(HEAD_ROWS), *(
                row for row in range(HEAD_ROWS, old.nrows)
                if (date := f"{xlrd.xldate_as_datetime(old.cell_value(row, 0), read.datemode):%Y-%m}")
                in workbook["dates"] or date >= workbook["from_date"]
            )]
            columns = [0, *workbook["series"]]
        else:
            listed = old.name == "Index"
            rows = [row for row in range(old.nrows) if not (
                listed and len(old.row(row)) > 4 and str(old.cell_value(row, 4)).startswith("A")
                and old.cell_value(row, 4) not in kept
            )]
            columns = range(old.ncols)
        for new_row, row in enumerate(rows):
            for new_column, column in enumerate(columns):
                put(sheet, new_row, new_column, old, row, column)
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def recipe(folder):
    recording = Recording("au/abs-time-series")
    for workbook in WORKBOOKS:
        period, slug, released = workbook["period"]
        name, captured_at = workbook["name"], workbook["captured_at"]
        base = f"{SITE}{workbook['page']}/"
        page = (
            f'<!DOCTYPE html>\n<html lang="en">\n<head>\n  <meta charset="utf-8">\n  <title>{workbook["title"]}</title>\n'
            f"</head>\n<body>\n  <main>\n    <h1>{workbook['title']}</h1>\n    <dl>\n"
            f"      <dt>Reference period</dt>\n      <dd class=\"reference-period\">{period}</dd>\n"
            f"      <dt>Released</dt>\n      <dd class=\"released\">{released}</dd>\n    </dl>\n    <h2>Data downloads</h2>\n"
            f"    <ul>\n      <li><a href=\"{base}{slug}/{name}\">Download XLS</a></li>\n    </ul>\n  </main>\n</body>\n</html>\n"
        )
        page_name = workbook["to"].replace(".xls", ".html").replace("_", "_page_")
        recording.body(page_name, page)
        recording.response(captured_at, f"{base}latest-release", page_name)
        recording.body(workbook["to"], cut(folder / workbook["from"], workbook))
        recording.response(captured_at, f"{base}{slug}/{name}", workbook["to"])
    recording.close()

"""Three workbooks of the Office for National Statistics, and the pages that list them.

Balance of payments: every sheet. Trade in services by region: the sheets that layouts read, and what
stands before them. Labour force: of each panel the first twelve and the last thirteen periods, with
the rows around them; the figures between are left out and what is below moves up.
"""

import re

from typeset import Recording, xls_again, xlsx_again

SOURCES = {
    "balance-of-payments": "national/uk/balanceofpayments2020q1.xls",
    "services": "national/uk/2018internationaltradeinservicesdatatables.xlsx",
    "labour-force": "national/uk/table-a02_lfs.xls",
}
SHEETS = [
    "Notes", "Index", "1. NUTS1, industry", "2. NUTS1, industry, destination", "3. NUTS2, industry",
    "8. Travel",
]
SITE = "https://www.ons.gov.uk"
ROLLING = re.compile(r"[A-Z][a-z]{2}-[A-Z][a-z]{2} \d{4}$")


def page(title, date, files):
    links = "".join(f'      <li><a href="/file?uri={uri}">{name}</a></li>\n' for name, uri in files)
    return (
        '<!DOCTYPE html>\n<html lang="en">\n<head>\n  <meta charset="utf-8">\n'
        f"  <title>{title} - Office for National Statistics</title>\n</head>\n<body>\n  <main>\n"
        f"    <h1>{title}</h1>\n    <ul class=\"meta\">\n      <li>Release date: {date}</li>\n    </ul>\n"
        f"    <ul class=\"downloads\">\n{links}    </ul>\n  </main>\n</body>\n</html>\n"
    )


def edges(sheet, row):
    """Whether a row is near the top or the bottom of its run of periods, or is no period."""
    def period(at):
        return 0 <= at < sheet.nrows and ROLLING.match(str(sheet.cell_value(at, 0)))

    # The label that stands alone under a panel's heading stays, with whatever is no period.
    if not period(row) or sheet.cell_type(row, 1) == 0:
        return True
    above = all(period(row - n) for n in range(1, 13))
    below = all(period(row + n) for n in range(1, 14))
    return not (above and below)


def recipe(folder):
    recording = Recording("gb/ons-trade")
    plan = [  # session, page, title, day of release, file, content
        (
            "2012-01-18T10:00:00Z",
            "/employmentandlabourmarket/peopleinwork/employmentandemployeetypes/datasets/a02labourforcesurveysummary",
            "A02: Labour Force Survey summary", "18 January 2012", "table-a02_lfs.xls",
            xls_again(folder / SOURCES["labour-force"], edges),
        ),
        (
            "2020-06-30T09:00:00Z",
            "/economy/nationalaccounts/balanceofpayments/datasets/balanceofpaymentsstatisticalbulletintables",
            "Balance of payments: statistical bulletin tables", "30 June 2020", "balanceofpayments2020q1.xls",
            xls_again(folder / SOURCES["balance-of-payments"]),
        ),
        (
            "2020-09-10T09:00:00Z",
            "/businessindustryandtrade/internationaltrade/datasets/internationaltradeinservicesbysubnationalareasoftheuk",
            "International trade in services by subnational areas of the UK", "10 September 2020",
            "2018internationaltradeinservicesdatatables.xlsx",
            xlsx_again(folder / SOURCES["services"], SHEETS),
        ),
    ]
    for captured_at, uri, title, date, name, content in plan:
        listing = f"{name.split('.')[0]}.html"
        recording.body(listing, page(title, date, [(name, f"{uri}/current/{name}")]))
        recording.body(name, content)
        recording.response(captured_at, SITE + uri, listing)
        recording.response(captured_at, f"{SITE}/file?uri={uri}/current/{name}", name)
    recording.close()

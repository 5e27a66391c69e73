"""Two workbooks, exports as BIFF8 and imports as a package, of which the first year and the last ones stay."""

from typeset import Recording, xls_again, xlsx_again

SOURCES = {
    "exports": "intl/us-census/realexp_ref2021-09.xls",
    "imports": "intl/us-census/realimp_ref2022-02.xlsx",
}


def recipe(folder):
    recording = Recording("us/census-real-trade")
    # Rows of the sheet: the heading and 1994 are 1 to 21, 2021 begins in 386.
    recording.inbox(
        "realexp_2021-09.xls",
        xls_again(folder / SOURCES["exports"], keep=lambda sheet, row: row < 21 or row >= 385),
        "2021-11-13T12:00:00Z",
        "the workbook of the release on September 2021, kept by a third party",
        "https://github.com/meschef/Econ-Trends",
        date="2021-11-04",
    )
    recording.inbox(
        "realimp_2022-02.xlsx",
        xlsx_again(folder / SOURCES["imports"], keep=lambda sheet, row: row <= 21 or row >= 386),
        "2022-04-12T12:00:00Z",
        "the workbook of the release on February 2022, kept by a third party",
        "https://github.com/meschef/Econ-Trends",
        date="2022-04-05",
    )
    recording.close()

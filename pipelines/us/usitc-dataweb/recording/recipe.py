"""The workbook of one query: its parameters and a sheet of values, every sheet declared to be one cell."""

from typeset import Recording, one_cell, settled, xlsx_again

SOURCES = {"query": "intl/usitc/DataWeb-Query-Export_domestic_exports_china_2023_hts2.xlsx"}


def recipe(folder):
    recording = Recording("us/usitc-dataweb")
    recording.inbox(
        "DataWeb-Query-Export_2025-04-05.xlsx",
        settled(xlsx_again(folder / SOURCES["query"]), one_cell),
        "2025-04-05T05:54:23Z",
        "a query, kept by a third party",
        "https://github.com/preetpatel18/A-Data-on-U.S.-Tariff-and-Trade-Fairness",
        date="2025-04-05",
    )
    recording.close()

"""Two downloads of one chart of Our World in Data, a year apart: another delimiter, heading and price year."""

import csv
import io

from typeset import Recording

SOURCES = {
    "2023": "intl/owid/solar_pv_module_price_1975-2023.csv",
    "2024": "intl/owid/solar_pv_module_cost_1975-2024.semicolon.csv",
}


def again(path, delimiter, line_end):
    """The same columns and figures, with its delimiter and line ends."""
    rows = csv.reader(io.StringIO(path.read_text(encoding="utf-8"), newline=""), delimiter=delimiter)
    return line_end.join(delimiter.join(row) for row in rows)


def recipe(folder):
    recording = Recording("intl/owid-solar-price")
    url = "https://ourworldindata.org/grapher/solar-pv-prices.csv"
    note = "the download of the chart, kept in a public repository"
    price = again(folder / SOURCES["2023"], ",", "\n") + "\n"
    recording.inbox("solar-pv-prices_2023.csv", price, "2025-12-31T12:00:00Z", note, url)
    cost = again(folder / SOURCES["2024"], ";", "\r\n")
    recording.inbox("solar-pv-prices_2024.csv", cost, "2026-08-31T12:00:00Z", note, url)
    recording.close()

"""Five series files of a public repository, and shares of growth as pages quote them, set again."""

import csv
import io
import json
import re

from typeset import Recording

SERIES = {
    "customs-exports-usd": "china/nbs/dg_series/customs-exports-usd_cut_from_2020-06.json",
    "customs-imports-usd": "china/nbs/dg_series/customs-imports-usd_cut_from_2020-06.json",
    "nbs-gdp-contribution-consumption": "china/nbs/dg_series/nbs-gdp-contribution-consumption.json",
    "nbs-gdp-contribution-investment": "china/nbs/dg_series/nbs-gdp-contribution-investment.json",
    "nbs-gdp-contribution-netexports": "china/nbs/dg_series/nbs-gdp-contribution-netexports.json",
}
SOURCES = {**SERIES, "quotes": "china/nbs/gdp_contribution_first_published_quotes.csv"}


def series(path):
    """The series, a period a line, with the digits that are printed; its note on coverage is left out."""
    read = json.loads(path.read_text(encoding="utf-8"), parse_float=str)
    read.pop("coverage_note_zh")
    observations = read["observations"]
    read["observations"] = []
    lines = ",\n".join(f"    {json.dumps(line, ensure_ascii=False)}" for line in observations)
    lines = re.sub(r'("(?:m|ytd)(?:_yoy)?": )"([^"]*)"', r"\1\2", lines)
    text = json.dumps(read, indent=2, ensure_ascii=False)
    return text.replace('"observations": []', f'"observations": [\n{lines}\n  ]') + "\n"


def quotes(path):
    """The lines of shares under a first line of our own words."""
    rows = list(csv.DictReader(path.read_text(encoding="utf-8").splitlines()[1:]))
    out = io.StringIO("# shares of GDP growth as first announced, by period\n")
    out.seek(0, io.SEEK_END)
    writer = csv.DictWriter(out, rows[0], lineterminator="\n")
    writer.writeheader()
    writer.writerows(rows)
    return out.getvalue()


def recipe(folder):
    recording = Recording("cn/nbs-dg")
    base = "https://raw.githubusercontent.com/Logoutx/china-consumer-data-dashboard/main/data/series/"
    for name, path in SERIES.items():
        recording.body(f"{name}.json", series(folder / path))
        recording.response("2026-07-07T19:23:24Z", f"{base}{name}.json", f"{name}.json")
    recording.inbox(
        "gdp_contribution_first_announced.csv", quotes(folder / SOURCES["quotes"]), "2026-07-07T19:23:24Z",
        "shares of growth in pages that quote NBS: its briefing of 2023-10-18, its release of 2025-01-17",
    )
    recording.close()

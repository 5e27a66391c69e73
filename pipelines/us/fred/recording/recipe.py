"""Two series as FRED's CSV downloads, and series of a third party's two bundles."""

import json

from typeset import Recording, rewritten

SOURCES = {
    "RBCNBIS": "intl/bis/fred_RBCNBIS_1994-2024-09.csv",
    "IMPCH": "intl/us-census/fred_IMPCH_1985-2025-12.csv",
    "financial": "intl/fred/fred_bundle_cn_financial_2026-03-12.json",
    "macro": "intl/fred/fred_bundle_cn_macro_2026-03-12.json",
}
CAPTURED = {"RBCNBIS": "2024-10-17T00:00:00Z", "IMPCH": "2026-02-28T00:00:00Z"}
# Indicator -> the months kept. Those that no layout takes are there to be left alone.
KEPT = {
    "financial": {"usd_cny": lambda date: date < "1982", "reer": lambda date: date >= "2010"},
    "macro": {
        "cpi_yoy": lambda date: date >= "2025",
        "exports": lambda date: date < "1993" or date >= "2023",
        "imports": lambda date: date < "1993" or date >= "2023",
        "current_account_gdp": lambda date: date < "1972" or date >= "2024",
    },
}


def bundle(path, kept):
    """The indicators kept, as the bundle prints them; the digits of each value are its own."""
    whole = json.loads(path.read_text(encoding="utf-8"), parse_float=str)
    whole["indicators"] = {
        name: {**whole["indicators"][name], "series": [e for e in whole["indicators"][name]["series"] if keep(e["date"])]}
        for name, keep in kept.items()
    }
    text = json.dumps(whole, indent=1, ensure_ascii=False)
    for entry in (e for name in kept for e in whole["indicators"][name]["series"]):
        text = text.replace(f'"value": "{entry["value"]}"', f'"value": {entry["value"]}', 1)
    return text + "\n"


def recipe(folder):
    recording = Recording("us/fred")
    for series, captured_at in CAPTURED.items():
        recording.body(f"{series}.csv", rewritten(folder / SOURCES[series]))
        recording.response(captured_at, f"https://fred.stlouisfed.org/graph/fredgraph.csv?id={series}", f"{series}.csv")
    for name, kept in KEPT.items():
        recording.inbox(
            f"fred_bundle_cn_{name}_2026-03-12.json", bundle(folder / SOURCES[name], kept), "2026-03-12T12:00:00Z",
            "monthly series with FRED ids, saved in a public repository", "https://github.com/Loong0x00/global-financial-sim",
        )
    recording.close()

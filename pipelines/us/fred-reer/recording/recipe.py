"""A series as FRED's CSV download, and one in a third party's bundle."""

import json

from typeset import Recording, rewritten

SOURCES = {
    "bis": "intl/bis/fred_RBCNBIS_1994-2024-09.csv",
    "bundle": "intl/fred/fred_bundle_cn_financial_2026-03-12.json",
}


def recipe(folder):
    recording = Recording("us/fred-reer")
    recording.body("RBCNBIS.csv", rewritten(folder / SOURCES["bis"]))
    recording.response(
        "2024-10-17T00:00:00Z", "https://fred.stlouisfed.org/graph/fredgraph.csv?id=RBCNBIS", "RBCNBIS.csv"
    )
    bundle = json.loads((folder / SOURCES["bundle"]).read_text(encoding="utf-8"), parse_float=str)
    indicators = bundle["indicators"]
    cut = {
        "usd_cny": lambda entry: entry["date"] < "1982",
        "reer": lambda entry: entry["date"] >= "2010",
    }
    bundle["indicators"] = {
        name: {**indicators[name], "series": [entry for entry in indicators[name]["series"] if keep(entry)]}
        for name, keep in cut.items()
    }
    text = json.dumps(bundle, indent=1, ensure_ascii=False)
    for entry in (e for name in cut for e in bundle["indicators"][name]["series"]):
        text = text.replace(f'"value": "{entry["value"]}"', f'"value": {entry["value"]}', 1)
    recording.inbox(
        "fred_bundle_cn_financial_2026-03-12.json", text + "\n", "2026-03-12T12:00:00Z",
        "five monthly series with FRED ids, saved in a public repository", "https://github.com/Loong0x00/global-financial-sim",
    )
    recording.close()

"""Three replies of the interface, cut to some reporters, partners and years, and the head of a monthly file."""

import csv
import io

from typeset import Recording

SOURCES = {
    "months": "intl/eurostat/DS-045409_CN_32121000_world_monthly_2023-2025.csv",
    "partners": "intl/eurostat/DS-045409_CN_39201081_bilateral_monthly.csv",
    "years": "intl/eurostat/DS-045409_CN_39199080_annual_2017-2024.csv",
    "file": "intl/eurostat/full_v2_202402_head13rows.csv",
}
BASE = "https://ec.europa.eu/eurostat/api/comext/dissemination/sdmx/2.1/data/DS-045409/"
ASKED = "1+2.VALUE_IN_EUROS+QUANTITY_IN_100KG?format=SDMX-CSV"
PRODUCTS = ("35069190", "38089490", "39161000", "39205100", "39219041", "39269097", "39XXXXXX", "40129090", "40169991")


def cut(path, keep):
    """The records that `keep` takes, columns and texts as they are."""
    rows = list(csv.DictReader(io.StringIO(path.read_text(encoding="utf-8"))))
    out = io.StringIO()
    writer = csv.DictWriter(out, list(rows[0]), lineterminator="\n")
    writer.writeheader()
    writer.writerows(row for row in rows if keep(row))
    return out.getvalue()


def asked(reporters, partners, first):
    return lambda row: (
        row["reporter"] in reporters and row["partner"] in partners and row["TIME_PERIOD"] >= first
    )


def recipe(folder):
    recording = Recording("eu/eurostat-comext")
    months = "startPeriod=2025-01&endPeriod=2025-12"
    replies = [
        ("months", "32121000", f"M.AT+DE+MT.WORLD.32121000.{ASKED}&{months}", asked(("AT", "DE", "MT"), ("WORLD",), "2025-01")),
        ("partners", "39201081", f"M.DE+MT.CN+FR+WORLD.39201081.{ASKED}&{months}", asked(("DE", "MT"), ("CN", "FR", "WORLD"), "2025-01")),
        ("years", "39199080", f"A.AT+DE+MT.WORLD.39199080.{ASKED}&startPeriod=2017&endPeriod=2024",
         asked(("AT", "DE", "MT"), ("WORLD",), "2017")),
    ]
    for key, product, query, keep in replies:
        recording.body(f"DS-045409_{product}.csv", cut(folder / SOURCES[key], keep))
        recording.response("2026-02-16T12:00:00Z", BASE + query, f"DS-045409_{product}.csv")
    recording.inbox(
        "full_202402.dat",
        cut(folder / SOURCES["file"], lambda row: row["PRODUCT_NC"] in PRODUCTS),
        "2024-05-02T12:00:00Z",
        "lines of the member of full_v2_202402.7z",
        "https://ec.europa.eu/eurostat/api/dissemination/files?file=comext%2FCOMEXT_DATA%2FPRODUCTS%2Ffull_v2_202402.7z",
    )
    recording.close()

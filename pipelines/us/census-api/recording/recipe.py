"""Two replies of the interface, as the lists of texts it answers, from a table that kept its columns as texts."""

import csv
import json
from decimal import Decimal

from typeset import Recording

SOURCES = {
    "china": "intl/us-census/api_imports_hs10_china_2024.parquet",
    "trinidad": "intl/us-census/api_imports_hs10_cty2740_2024.parquet",
    "general": "intl/us-census/fred_IMPCH_1985-2025-12.csv",
}
COLUMNS = ("CTY_NAME", "CON_VAL_YR", "CAL_DUT_YR", "I_COMMODITY", "I_COMMODITY_SDESC", "time", "COMM_LVL", "CTY_CODE")
CHINA = (
    "0106199120", "0106199195", "0101300000", "0811908095", "0811908097", "3926909985", "3926909989", "8471300100", "8507600020",
    "8517130000", "9503000073", "9612109090",
)
TRINIDAD = ("0106200000", "2709001000", "2711110000", "3004909289", "3926909985", "3926909989", "7203100000", "9030100000")
URL = (
    "https://api.census.gov/data/timeseries/intltrade/imports/hs?get=CTY_NAME,CON_VAL_YR,CAL_DUT_YR,I_COMMODITY,I_COMMODITY_SDESC"
    "&time=2024-12&COMM_LVL=HS10&CTY_CODE="
)


def both(folder):
    """SYNTHETIC: general imports beside imports for consumption, a form of reply that was not held.

    China in 2024: the months of FRED's copy, in dollars, and their sum; the sum of all commodities of the first reply.
    """
    import pyarrow.parquet

    months = csv.DictReader((folder / SOURCES["general"]).read_text(encoding="utf-8").splitlines())
    general = [Decimal(row["IMPCH"]) * 10**6 for row in months if row["observation_date"].startswith("2024")]
    consumption = sum(int(row["CON_VAL_YR"]) for row in pyarrow.parquet.read_table(folder / SOURCES["china"]).to_pylist())
    header = ["CTY_NAME", "GEN_VAL_MO", "GEN_VAL_YR", "CON_VAL_YR", "SUMMARY_LVL", "time", "CTY_CODE"]
    figures = [f"{general[-1]:.0f}", f"{sum(general):.0f}", str(consumption)]
    return "[" + ",\n".join(
        json.dumps(texts, separators=(",", ":")) for texts in (header, ["CHINA", *figures, "DET", "2024-12", "5700"])
    ) + "]\n"


def reply(path, commodities):
    """The header, then a list a commodity; `time` as it is asked for."""
    import pyarrow.parquet  # only this recipe needs it

    rows = pyarrow.parquet.read_table(path).to_pylist()
    lists = [list(COLUMNS)]
    for row in rows:
        if row["I_COMMODITY"] in commodities:
            lists.append([row[name].strftime("%Y-%m") if name == "time" else row[name] for name in COLUMNS])
    return "[" + ",\n".join(json.dumps(texts, separators=(",", ":")) for texts in lists) + "]\n"


def recipe(folder):
    recording = Recording("us/census-api")
    for key, country, commodities in (("china", "5700", CHINA), ("trinidad", "2740", TRINIDAD)):
        recording.inbox(
            f"imports_hs10_2024-12_{country}.json",
            reply(folder / SOURCES[key], commodities),
            "2025-04-12T12:00:00Z",
            "a reply, as a third party kept its columns",
            URL + country,
        )
    recording.inbox(
        "synthetic_imports_2024-12_5700.json", both(folder), "2026-02-28T12:00:00Z",
        "synthetic: figures of two files, in a form of reply that was not held",
        "https://api.census.gov/data/timeseries/intltrade/imports/hs?get=CTY_NAME,GEN_VAL_MO,GEN_VAL_YR,CON_VAL_YR"
        "&SUMMARY_LVL=DET&time=2024-12&CTY_CODE=5700",
    )
    recording.close()

"""Polars at the same task: dumps of Comex Stat to rows of the contract, sorted, a file a year.

usage: peer_polars.py FOLDER OUT

One year at a time, which bounds its memory. What was found to make it fast: codes are enumerations
in the order of their text, so that sorting compares numbers; only what differs between rows is
sorted, and what is the same in all of them, or follows from the measure, is added afterwards.
"""

import os
import pathlib
import shutil
import sys
import tomllib

os.environ.setdefault("POLARS_MAX_THREADS", str(os.cpu_count()))
import polars as pl  # noqa: E402  after its number of threads is set

LOOKUPS = pathlib.Path(__file__).resolve().parents[2] / "pipelines/br/comexstat/lookups.toml"
TEXT = ["CO_MES", "CO_NCM", "CO_UNID", "CO_PAIS", "SG_UF_NCM", "CO_VIA", "CO_URF"]
SORT = [
    "counterpart_area", "region", "customs_office", "commodity", "measure", "transport_mode",
    "period_start",
]
MEASURES = pl.Enum(["NET_WEIGHT", "QUANTITY", "VALUE"])
AT = pl.lit("2026-01-06T18:00:00").str.to_datetime(time_unit="us", time_zone="UTC")
NO_TIME = pl.lit(None, dtype=pl.Datetime("us", "UTC"))


def read(path, lookups):
    """The records of a year, each word looked up."""
    schema = {"CO_ANO": pl.Int32} | dict.fromkeys(TEXT, pl.String)
    schema |= dict.fromkeys(["QT_ESTAT", "KG_LIQUIDO", "VL_FOB"], pl.Int64)
    frame = pl.read_csv(path, separator=";", schema=schema, row_index_name="record", row_index_offset=1)

    def means(table, column, says):
        known = {label: words[says] for label, words in lookups[table].items()}
        to = pl.Int8 if says == "unit_mult" else pl.Enum(sorted({"KG", "USD", *known.values()}))
        return pl.col(column).replace_strict(known, return_dtype=to).alias(says)

    def form(column, name):
        return pl.col(column).cast(pl.Enum(frame[column].unique().sort())).alias(name)

    return frame.select(
        pl.col("record").cast(pl.Int64),
        means("country", "CO_PAIS", "counterpart_area"),
        means("state", "SG_UF_NCM", "region"),
        form("CO_URF", "customs_office"),
        form("CO_NCM", "commodity"),
        means("mode", "CO_VIA", "transport_mode"),
        means("quantity_unit", "CO_UNID", "unit_measure"),
        means("quantity_unit", "CO_UNID", "unit_mult"),
        pl.date(pl.col("CO_ANO"), pl.col("CO_MES").cast(pl.Int8), 1).alias("period_start"),
        "QT_ESTAT", "KG_LIQUIDO", "VL_FOB",
    )


def measure(frame, column, name, unit=None):
    """One measure of each record: what differs between rows."""
    of_unit = [] if unit is None else [
        pl.lit(unit, dtype=frame.schema["unit_measure"]).alias("unit_measure"),
        pl.lit(0, dtype=pl.Int8).alias("unit_mult"),
    ]
    return frame.lazy().with_columns(
        pl.lit(name, dtype=MEASURES).alias("measure"), pl.col(column).alias("printed"), *of_unit
    ).select(*SORT, "unit_measure", "unit_mult", "printed", "record")


def published(rows):
    """Sorted rows with all columns of the contract, in its order."""
    def same(**columns):
        return [pl.lit(value, dtype=pl.String).alias(name) for name, value in columns.items()]

    def by_measure(name, **codes):
        codes = {measure: codes.get(measure, "_Z") for measure in MEASURES.categories}
        return pl.col("measure").replace_strict(codes, return_dtype=pl.String).alias(name)

    # A thousandth of the unit is the least that a power of ten asks for: exact.
    power, printed = pl.col("unit_mult").cast(pl.Int64), pl.col("printed")
    whole = (printed * 10 ** power.clip(0)).cast(pl.Decimal(38, 9))
    value = pl.when(power < 0).then(printed.cast(pl.Decimal(38, 9)) / 1000).otherwise(whole)
    start = pl.col("period_start")
    return rows.select(
        *same(dataset="exports", ref_area="BRA"), "counterpart_area", *same(counterpart_area_2="_Z"),
        "region", "customs_office", *same(trade_flow="X", classification="NCM"), "commodity",
        *same(series_code="_Z", breakdown="_T"), "measure", by_measure("valuation", VALUE="FOB"),
        *same(trade_system="G", customs_proc="_T"), "transport_mode",
        *same(adjustment="N", transformation="N"), by_measure("currency", VALUE="USD"),
        "unit_measure", *same(period_kind="month"), start.dt.strftime("%Y-%m").alias("time_period"),
        start, start.dt.month_end().alias("period_end"),
        value.cast(pl.Decimal(38, 9)).alias("obs_value"), "unit_mult",
        pl.lit(0, dtype=pl.Int8).alias("decimals"),
        *same(obs_status="A", conf_status=None, level="leaf", base_period=None),
        AT.alias("released_at"), *same(released_basis="captured", release="br-comexstat:2026-01-06"),
        AT.alias("first_seen_at"), NO_TIME.alias("superseded_at"),
        pl.lit(0, dtype=pl.Int32).alias("revision"),
        *same(revision_reason=None, snapshot="0" * 64, member=None, sheet=None),
        by_measure("cell", VALUE="VL_FOB", NET_WEIGHT="KG_LIQUIDO", QUANTITY="QT_ESTAT"),
        "record", *same(raw_text=None),
    )


def main():
    folder, out = map(pathlib.Path, sys.argv[1:])
    shutil.rmtree(out, ignore_errors=True)
    with LOOKUPS.open("rb") as file:
        lookups = tomllib.load(file)
    for path in sorted(folder.glob("EXP_*.csv")):
        frame = read(path, lookups)
        rows = pl.concat([
            measure(frame, "VL_FOB", "VALUE", "USD"),
            measure(frame, "KG_LIQUIDO", "NET_WEIGHT", "KG"),
            measure(frame, "QT_ESTAT", "QUANTITY"),
        ]).sort(SORT)
        into = out / f"source=br-comexstat/freq=M/year={path.stem[-4:]}"
        into.mkdir(parents=True)
        published(rows).sink_parquet(into / "part-0.parquet", compression="zstd")


if __name__ == "__main__":
    main()

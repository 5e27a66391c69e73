"""Reads the published Parquet with readers that are not ours; prints what each sees as JSON.

Usage: readers.py <output folder> <instant>
"""

import json
import sys
from datetime import datetime
from decimal import Decimal

import duckdb
import pandas
import polars
import pyarrow.compute
import pyarrow.parquet

FOLDER = sys.argv[1] + "/current/observation"
DIMENSIONS = sys.argv[1] + "/current/dimension"
FILES = FOLDER + "/**/*.parquet"
INSTANT = datetime.fromisoformat(sys.argv[2])
EXPORTS = {
    "source": "us-census-ft900",
    "dataset": "exhibit-12",
    "trade_flow": "X",
    "measure": "VALUE",
    "period_kind": "month",
    "time_period": "2025-11",
}


def seen(rows, values, total, as_of_rows, as_of_total, exports):
    """One reader's answers; decimals as text, exact."""
    return {
        "rows": int(rows),
        "values": int(values),
        "sum": plain(total),
        "as_of_rows": int(as_of_rows),
        "as_of_sum": plain(as_of_total),
        "exports": [plain(value) for value in exports],
    }


def plain(value):
    assert isinstance(value, Decimal), f"{value!r} is no decimal"
    text = format(value, "f")
    return text.rstrip("0").rstrip(".") if "." in text else text


def by_duckdb():
    duckdb.sql("set timezone = 'UTC'")
    table = f"read_parquet('{FILES}', hive_partitioning = true)"
    stood = f"released_at <= '{INSTANT}' and (superseded_at is null or superseded_at > '{INSTANT}')"
    [(rows, values, total)] = duckdb.sql(
        f"select count(*), count(obs_value), sum(obs_value) from {table}"
    ).fetchall()
    [(as_of_rows, as_of_total)] = duckdb.sql(
        f"select count(*), sum(obs_value) from {table} where {stood}"
    ).fetchall()
    picked = " and ".join(f"{name} = '{value}'" for name, value in EXPORTS.items())
    exports = duckdb.sql(f"select obs_value from {table} where {picked} and {stood}").fetchall()
    duckdb.sql(f"create view latest as select * from {table} where superseded_at is null")
    duckdb.sql(f"create view follows as select * from '{DIMENSIONS}/follows.parquet'")
    with open("schemas/best.sql", encoding="utf-8") as text:
        [(best,)] = duckdb.sql(f"select count(*) from ({text.read()})").fetchall()
    answers = seen(rows, values, total, as_of_rows, as_of_total, [row[0] for row in exports])
    return answers | {"best": best}


def by_polars():
    table = polars.scan_parquet(FILES, hive_partitioning=True)
    superseded = polars.col("superseded_at")
    stood = (polars.col("released_at") <= INSTANT) & (
        superseded.is_null() | (superseded > INSTANT)
    )
    as_of = table.filter(stood).collect()
    everything = table.collect()
    picked = as_of.filter(*[polars.col(name) == value for name, value in EXPORTS.items()])
    return seen(
        everything.height,
        everything["obs_value"].count(),
        everything["obs_value"].sum(),
        as_of.height,
        as_of["obs_value"].sum(),
        picked["obs_value"].to_list(),
    )


def by_pandas():
    table = pandas.read_parquet(FOLDER, dtype_backend="pyarrow")
    stood = (table.released_at <= INSTANT) & (
        table.superseded_at.isna() | (table.superseded_at > INSTANT)
    )
    as_of = table[stood]
    picked = as_of
    for name, value in EXPORTS.items():
        picked = picked[picked[name] == value]
    return seen(
        len(table),
        table.obs_value.count(),
        table.obs_value.sum(),
        len(as_of),
        as_of.obs_value.sum(),
        picked.obs_value.tolist(),
    )


def by_pyarrow():
    table = pyarrow.parquet.read_table(FOLDER)
    field = pyarrow.compute.field
    superseded = field("superseded_at")
    as_of = table.filter(
        (field("released_at") <= INSTANT) & (superseded.is_null() | (superseded > INSTANT))
    )
    picked = as_of
    for name, value in EXPORTS.items():
        picked = picked.filter(field(name) == value)
    return seen(
        table.num_rows,
        table.num_rows - table["obs_value"].null_count,
        pyarrow.compute.sum(table["obs_value"]).as_py(),
        as_of.num_rows,
        pyarrow.compute.sum(as_of["obs_value"]).as_py(),
        picked["obs_value"].to_pylist(),
    )


READERS = {"duckdb": by_duckdb, "polars": by_polars, "pandas": by_pandas, "pyarrow": by_pyarrow}
print(json.dumps({name: read() for name, read in READERS.items()}))

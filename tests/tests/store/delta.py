"""Reads the table of an output with clients of Delta that are not ours; prints what each sees as JSON.

    python delta.py URL VERSION LOCAL

VERSION may be `-`, the newest. LOCAL is a folder of the same commit, read as plain Parquet. Settings of the
store come from the environment, as the program has them.
"""

import json
import os
import sys

import duckdb
import polars
import pyarrow
import pyarrow.compute
import pyarrow.dataset
from deltalake import DeltaTable

URL, VERSION, LOCAL = sys.argv[1:]
VERSION = None if VERSION == "-" else int(VERSION)

prefixes = ("AWS_", "AZURE_")
OPTIONS = {name: value for name, value in os.environ.items() if name.startswith(prefixes)}
if "AZURITE_BLOB_STORAGE_URL" in os.environ:
    OPTIONS["AZURE_ALLOW_HTTP"] = "true"


def plain(value):
    # A sum of nothing.
    if value is None:
        return "0"
    text = format(value, "f")
    return text.rstrip("0").rstrip(".") if "." in text else text


def seen(table):
    """Columns, and of each source the rows and their exact sum."""
    sums = {}
    for source in sorted(set(table["source"].to_pylist())):
        own = table.filter(pyarrow.compute.equal(table["source"], source))
        total = pyarrow.compute.sum(own["obs_value"]).as_py()
        sums[source] = [own.num_rows, plain(total)]
    types = {table.schema.field("obs_value").type}
    assert types == {pyarrow.decimal128(38, 9)}, types
    return {"columns": sorted(table.column_names), "sources": sums}


def by_duckdb(relation):
    columns = sorted(column for column in relation.columns)
    rows = relation.aggregate("source, count(*), sum(obs_value)").fetchall()
    sums = {source: [count, plain(total)] for source, count, total in sorted(rows)}
    return {"columns": columns, "sources": sums}


def by_polars():
    # Strings of Polars are views, which older readers of Arrow do not know.
    frame = polars.scan_delta(URL, version=VERSION, storage_options=OPTIONS).collect()
    sums = {}
    for (source,), own in frame.group_by("source", maintain_order=True):
        sums[source] = [own.height, plain(own["obs_value"].sum())]
    return {"columns": sorted(frame.columns), "sources": dict(sorted(sums.items()))}


table = DeltaTable(URL, version=VERSION, storage_options=OPTIONS)
dataset = table.to_pyarrow_dataset()
local = pyarrow.dataset.dataset(LOCAL, partitioning="hive")
connection = duckdb.connect()
parquet = connection.sql(f"from read_parquet('{LOCAL}/**/*.parquet', hive_partitioning = true)")

print(
    json.dumps(
        {
            "version": table.version(),
            "partitions": table.metadata().partition_columns,
            "seen": {
                "deltalake": seen(pyarrow.table(table.to_pyarrow_table())),
                "pyarrow": seen(dataset.to_table()),
                "polars": by_polars(),
                "duckdb": by_duckdb(connection.from_arrow(dataset)),
                "local pyarrow": seen(local.to_table()),
                "local duckdb": by_duckdb(parquet),
            },
        }
    )
)

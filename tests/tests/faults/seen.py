"""Says of each output folder named on stdin what DuckDB reads there, one JSON line for each."""

import glob
import json
import os
import sys

import duckdb


def seen(folder):
    current = f"{folder}/current"
    if not os.path.lexists(current):
        return None
    table = f"read_parquet('{current}/observation/**/*.parquet', hive_partitioning = true)"
    [(rows, total, content)] = duckdb.sql(
        f"select count(*), sum(obs_value), bit_xor(hash(row)) from {table} as row"
    ).fetchall()
    beside = 0
    for file in sorted(glob.glob(f"{current}/*/*.parquet")):
        beside += duckdb.sql(f"select count(*) from read_parquet('{file}')").fetchall()[0][0]
    return {"rows": rows, "sum": str(total), "content": str(content), "beside": beside}


for line in sys.stdin:
    try:
        said = seen(line.rstrip("\n"))
    except duckdb.Error as error:
        said = {"error": str(error)}
    print(json.dumps(said), flush=True)

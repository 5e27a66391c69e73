"""What stood at an instant, read from the published Parquet by DuckDB: a line a partition.

    python as_of.py OUTPUT INSTANT
"""

import sys

import duckdb

output, instant = sys.argv[1:]
sql = """
    select source, freq, year, count(*), coalesce(sum(obs_value), 0)
    from read_parquet(? || '/current/observation/**/*.parquet', hive_partitioning = true,
        hive_types = {'source': varchar, 'freq': varchar, 'year': smallint})
    where released_at <= ?::timestamptz and (superseded_at is null or superseded_at > ?::timestamptz)
    group by all order by all
"""
connection = duckdb.connect()
connection.execute("set timezone = 'UTC'")
for row in connection.execute(sql, [output, instant, instant]).fetchall():
    print("|".join(str(field) for field in row))

"""Applies the changes since a commit to its rows, and compares with the rows that are published.

    python changes.py OUTPUT SINCE CHANGES.parquet
"""

import sys

import duckdb

output, since, changes = sys.argv[1:]
KEY = """source dataset freq ref_area counterpart_area counterpart_area_2 region customs_office trade_flow
classification commodity series_code breakdown measure valuation trade_system customs_proc transport_mode
adjustment transformation currency unit_measure period_kind period_start period_end released_at""".split()

connection = duckdb.connect()


def view(name, folder):
    connection.execute(f"""
        create view {name} as select * from read_parquet('{folder}/observation/**/*.parquet',
            hive_partitioning = true, hive_types = {{'source': varchar, 'freq': varchar, 'year': smallint}})
    """)


view("before", f"{output}/views/{int(since):06}")
view("after", f"{output}/current")
connection.execute(f"create view changes as from read_parquet('{changes}')")
columns = ", ".join(row[0] for row in connection.execute("describe after").fetchall())
key = ", ".join(KEY)
connection.execute(f"""
    create table applied as
    select {columns} from before anti join (
        select * from changes where _change in ('withdrawn', 'superseded')) gone using ({key})
    union all
    select {columns} from changes where _change in ('superseded', 'inserted')
""")
count = lambda one, two: connection.execute(
    f"select count(*) from (select {columns} from {one} except all select {columns} from {two})"
).fetchone()[0]
print(f"{count('after', 'applied')} missing, {count('applied', 'after')} too many")

"""Runs Snowflake's scripts in fakesnow, an emulator, and prints what stood at an instant, a line a
partition, as as_of.py does of the Parquet.

    python emulated.py OUTPUT SCRIPTS INSTANT

The stage is the folder of what is published. What the emulator does not know is skipped, and has to be
exactly what the heads of the scripts say. It divides by zero where Snowflake refuses to, so the answer of the
first check is looked at here; and its sums are floats, so the second check says nothing, and the sums are made
here, of what was loaded.
"""

import decimal
import io
import pathlib
import sys
import warnings

import fakesnow
import snowflake.connector
from snowflake.connector.util_text import split_statements

warnings.simplefilter("ignore")
output, scripts, instant = sys.argv[1:]
SKIPPED = ("alter session", "create or replace function")
STOOD = f"""
    select source, freq, year, obs_value::varchar
    from portbook.observation_all
    where released_at <= '{instant}'::timestamp_tz
        and (superseded_at is null or superseded_at > '{instant}'::timestamp_tz)
"""


def run(cursor, file):
    text = io.StringIO(file.read_text(encoding="utf-8"))
    for statement, _ in split_statements(text, remove_comments=True):
        if not statement.strip() or statement.lower().startswith(SKIPPED):
            continue
        cursor.execute(statement)
        if " as goes_on" in statement:
            assert cursor.fetchall() == [(1.0,)], f"{file}: {statement}"


with fakesnow.patch():
    cursor = snowflake.connector.connect(database="trade", schema="public").cursor()
    folder = pathlib.Path(scripts)
    run(cursor, folder / "schema.sql")
    cursor.execute(f"create stage portbook.files url = 'file://{output}/'")
    loads = sorted(folder.glob("load-*.sql"), key=lambda file: (len(file.name), file.name))
    for file in loads:
        run(cursor, file)
    cursor.execute('select max("COMMIT") from portbook._commits')
    [(held,)] = cursor.fetchall()
    assert loads[-1].stem.endswith(f"{held:06}"), held
    stood = {}
    for *partition, value in cursor.execute(STOOD).fetchall():
        rows, total = stood.get(tuple(partition), (0, decimal.Decimal()))
        stood[tuple(partition)] = rows + 1, total + decimal.Decimal(value or "0.000000000")
    for partition, seen in sorted(stood.items()):
        print("|".join(str(field) for field in partition + seen))

"""Exports of the same rows, each read by another reader: the values are those of the Parquet file."""

import csv
import decimal
import json
import pathlib
import sys

import openpyxl
import pyarrow
import pyarrow.ipc
import pyarrow.parquet
import sdmx

folder = pathlib.Path(sys.argv[1])
table = pyarrow.parquet.read_table(folder / "rows.parquet")
rows = table.to_pylist()
metadata = pyarrow.parquet.read_metadata(folder / "rows.parquet").metadata
told = json.loads(metadata[b"portbook.provenance"])
assert told["cited_as"].startswith("portbook:2:"), told
assert [source["publisher"] for source in told["sources"]] == ["Bureau of Ruritania"], told


def same(name, values, key="obs_value"):
    expected = [row[key] for row in rows]
    assert values == expected, f"{name}: {values} != {expected}"


arrow = pyarrow.ipc.open_file(folder / "rows.arrow").read_all()
assert arrow.schema.names == table.schema.names
same("arrow", arrow["obs_value"].to_pylist())
assert json.loads(arrow.schema.metadata[b"portbook.provenance"]) == told


def number(text):
    return decimal.Decimal(str(text)) if text not in (None, "") else None


with (folder / "rows.csv").open(newline="", encoding="utf-8") as file:
    read = list(csv.DictReader(file))
assert list(read[0]) == table.schema.names
same("csv", [number(row["obs_value"]) for row in read])
same("csv", [row["series_id"] for row in read], "series_id")

workbook = openpyxl.load_workbook(folder / "rows.xlsx")
heading, *cells = workbook["rows"].iter_rows(values_only=True)
assert list(heading) == table.schema.names
same("xlsx", [number(row[heading.index("obs_value")]) for row in cells])
same("xlsx", [row[heading.index("time_period")] for row in cells], "time_period")
provenance = dict(workbook["provenance"].iter_rows(min_col=1, max_col=2, values_only=True))
assert provenance["cited as"] == told["cited_as"], provenance

(structure,) = sdmx.read_sdmx(folder / "structures.xml").structure.values()
message = sdmx.read_sdmx(folder / "rows.sdmx.csv", structure=structure)
observations = [observation for data in message.data for observation in data.obs]
read = {}
for observation in observations:
    key = {name: str(value.value) for name, value in observation.key.values.items()}
    place = (key["COUNTERPART_AREA"], key["TIME_PERIOD"], key["RELEASED_AT"])
    read[place] = number(observation.value)
expected = {}
for row in rows:
    at = row["released_at"].strftime("%Y-%m-%dT%H:%M:%SZ")
    expected[(row["counterpart_area"], row["time_period"], at)] = row["obs_value"]
assert read == expected, f"sdmx: {read} != {expected}"
print(len(rows), "rows in every form")

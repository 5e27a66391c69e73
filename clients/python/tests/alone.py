"""The wheel with pyarrow and nothing else: run before any other reader is installed."""

import importlib.util
import sys

import portbook

book = portbook.open(sys.argv[1])
exports = book.series(
    source="us/census-ft900",
    dataset="exhibit-12",
    trade_flow="X",
    measure="VALUE",
    period_kind="month",
    time_period="2025-11",
).as_of("2026-02-01")
(row,) = exports.to_arrow().to_pylist()
# FT-900 of November 2025, sheet 12, F49.
assert row["obs_value"] == 182_146_000_000, row
assert book.explain(row).address == "sheet 12, cell F49"
for reader, ask in (
    ("pandas", exports.to_pandas),
    ("polars", exports.to_polars),
    ("duckdb", exports.duckdb),
):
    assert importlib.util.find_spec(reader) is None, (
        f"{reader} is here: this is no test of the wheel alone"
    )
    try:
        ask()
    except portbook.PackageMissing as missing:
        assert f"pip install 'portbook[{reader}]'" in str(missing)
    else:
        raise AssertionError(f"{reader} answered")
print("alone")

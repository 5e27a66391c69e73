"""A user's own file, for mypy: everything has its type from the installed wheel."""

from datetime import UTC, datetime
from decimal import Decimal

import duckdb
import polars as pl
import portbook

book: portbook.Commit = portbook.open("output")
selection: portbook.Selection = book.series(
    source="us/census-ft900", trade_flow=["X", "M"], year=2025
)
frame: pl.DataFrame = selection.as_of(datetime(2026, 2, 1, tzinfo=UTC)).to_polars()
relation: duckdb.DuckDBPyRelation = selection.vintages().duckdb()
printed: str | None = book.explain(frame.row(0, named=True)).printed
values: list[Decimal] = [claim.now.value for claim in book.claims("claims.toml") if claim.now]

"""A question to the table: which series, as of when, which prints. Nothing is read until rows are asked for."""

from __future__ import annotations

import importlib
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import TYPE_CHECKING, Any, Literal

import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.dataset as ds

from portbook.columns import NAMES, known
from portbook.errors import PackageMissing
from portbook.instant import instant

if TYPE_CHECKING:
    import duckdb
    import pandas as pd
    import polars as pl

#: Which rows of an observation: the one that stands, the first, or all.
Prints = Literal["latest", "first_print", "vintages"]

_INSTANT = pa.timestamp("us", tz="UTC")


@dataclass(frozen=True, eq=False)
class Selection:
    """Rows of the published table, to be narrowed and then handed to a reader.

    Every method gives a new selection, so one may be kept and asked several ways. It is the row that
    stands unless `first_print` or `vintages` says otherwise, and today's unless `as_of` does. Rows come
    by source, freq and year, within them in the order of the series columns, then by period and release.

    It offers Arrow's stream (``__arrow_c_stream__``), so ``polars.DataFrame(selection)`` and DuckDB's
    ``from selection`` work too.
    """

    dataset: ds.Dataset
    condition: pc.Expression | None = None
    at: datetime | None = None
    prints: Prints = "latest"
    columns: tuple[str, ...] = NAMES

    def as_of(self, when: str | date) -> Selection:
        """What had been released by then: ``"2025-12-31"`` (the end of that day, UTC) or an instant.

        Row for row what ``portbook sql --as-of`` shows: rows with ``released_at`` up to and including
        that instant, and a ``superseded_at`` after it is blanked, since nobody knew of it.
        """
        return replace(self, at=instant(when))

    def latest(self) -> Selection:
        """The row of each observation that stands: what was last printed of it."""
        return replace(self, prints="latest")

    def first_print(self) -> Selection:
        """The row of each observation that was printed first, ``revision = 0``."""
        return replace(self, prints="first_print")

    def vintages(self) -> Selection:
        """Every row: an observation has one for each print that said something else."""
        return replace(self, prints="vintages")

    def where(self, condition: pc.Expression) -> Selection:
        """Only rows of which this is true too: ``pyarrow.compute.field("period_start") >= date(2024, 1, 1)``."""
        both = condition if self.condition is None else self.condition & condition
        return replace(self, condition=both)

    def select(self, *columns: str) -> Selection:
        """These columns only, in this order; the fewer, the less is read.

        Raises `UnknownColumn`, with the nearest name.
        """
        known(columns, NAMES)
        return replace(self, columns=columns)

    def files(self) -> list[str]:
        """The files that are read: those that folder names and the statistics of row groups do not rule out."""
        condition, schema = self._condition(), self.dataset.schema
        fragments = self.dataset.get_fragments(filter=condition)
        return [
            one.path
            for one in fragments
            if condition is None or one.split_by_row_group(condition, schema)
        ]

    def count(self) -> int:
        """How many rows it has."""
        return int(self.dataset.scanner(columns=[], filter=self._condition()).count_rows())

    def to_reader(self) -> pa.RecordBatchReader:
        """Batches as they are read, so that a selection may be larger than memory."""
        return self.dataset.scanner(
            columns=self._projection(), filter=self._condition()
        ).to_reader()

    def to_arrow(self) -> pa.Table:
        """A pyarrow table; ``obs_value`` is ``decimal128(38, 9)``, instants are in UTC."""
        return self.to_reader().read_all()

    def to_pandas(self, dtype: Literal["decimal", "float64"] = "decimal") -> pd.DataFrame:
        """A pandas frame. ``obs_value`` holds `decimal.Decimal`, exact and slow, or floats if asked for.

        ``dtype="float64"`` keeps about 15 digits: enough to draw, not to reconcile. (Arrow's own decimals
        are not offered, because in pandas the difference of two columns of 38 digits is an error.)
        """
        _package("pandas")
        table = self.to_arrow()
        if dtype == "float64" and "obs_value" in self.columns:
            at = self.columns.index("obs_value")
            table = table.set_column(at, "obs_value", table["obs_value"].cast(pa.float64()))
        frame: pd.DataFrame = table.to_pandas()
        return frame

    def to_polars(self) -> pl.DataFrame:
        """A Polars frame over the same memory; ``obs_value`` is ``Decimal(38, 9)``."""
        polars = _package("polars")
        frame: pl.DataFrame = polars.from_arrow(self.to_arrow(), rechunk=False)
        return frame

    def duckdb(
        self, connection: duckdb.DuckDBPyConnection | None = None
    ) -> duckdb.DuckDBPyRelation:
        """A DuckDB relation over the same memory, in that connection or the default one.

        ``selection.duckdb().aggregate("sum(obs_value)")``; sums stay ``DECIMAL(38,9)``.
        """
        package = _package("duckdb")
        source = package if connection is None else connection
        relation: duckdb.DuckDBPyRelation = source.from_arrow(self.to_arrow())
        return relation

    def __arrow_c_stream__(self, requested_schema: object = None) -> object:
        return self.to_reader().__arrow_c_stream__(requested_schema)

    def __repr__(self) -> str:
        when = "" if self.at is None else f" as of {self.at.isoformat()}"
        return f"<{self.prints}{when} where {self._condition()}>"

    def _condition(self) -> pc.Expression | None:
        conditions: list[pc.Expression] = [] if self.condition is None else [self.condition]
        superseded = pc.field("superseded_at")
        stands = superseded.is_null()
        if self.at is not None:
            then = pa.scalar(self.at, _INSTANT)
            conditions.append(pc.field("released_at") <= then)
            stands = stands | (superseded > then)
        if self.prints == "latest":
            conditions.append(stands)
        elif self.prints == "first_print":
            conditions.append(pc.field("revision") == 0)
        whole: pc.Expression | None = None
        for condition in conditions:
            whole = condition if whole is None else whole & condition
        return whole

    def _projection(self) -> Sequence[str] | dict[str, pc.Expression]:
        if self.at is None or "superseded_at" not in self.columns:
            return list(self.columns)
        superseded = pc.field("superseded_at")
        unknown_then = pc.if_else(
            superseded > pa.scalar(self.at, _INSTANT), pa.scalar(None, _INSTANT), superseded
        )
        return {
            name: unknown_then if name == "superseded_at" else pc.field(name)
            for name in self.columns
        }


def _package(name: str) -> Any:
    try:
        return importlib.import_module(name)
    except ImportError as error:
        raise PackageMissing(f"{name} is not installed: pip install 'portbook[{name}]'") from error

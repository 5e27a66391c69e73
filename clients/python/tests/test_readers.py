"""What each reader is handed: exact figures, and the memory that Arrow read them into."""

from __future__ import annotations

from decimal import Decimal

import duckdb
import pandas as pd
import polars as pl
import portbook
import pyarrow as pa
import pyarrow.compute as pc
import pytest
from conftest import Place
from portbook.columns import NAMES

#: What a table of a few chunks costs beside its values.
SMALL = 100_000


@pytest.fixture(scope="module")
def total(place: Place) -> Decimal:
    """The sum of all figures that stand, as the program adds them up."""
    return Decimal(place.sql("select sum(obs_value) as total from latest")[0]["total"])


def test_columns_are_those_of_the_contract(book: portbook.Commit, place: Place) -> None:
    table = book.series(source="us/census-ft900").to_arrow()
    assert tuple(table.column_names) == NAMES
    assert table.schema.field("obs_value").type == pa.decimal128(38, 9)
    published = {line["column_name"] for line in place.sql("describe observation")}
    assert set(NAMES) == published - {"series_id", "year"}


def test_pandas_is_exact_unless_floats_are_asked_for(book: portbook.Commit, total: Decimal) -> None:
    frame = book.series().to_pandas()
    assert isinstance(frame["obs_value"].iloc[0], Decimal)
    assert frame["obs_value"].dropna().sum() == total
    floats = book.series().to_pandas(dtype="float64")
    assert floats["obs_value"].dtype == "float64"
    assert floats["obs_value"].sum() == pytest.approx(float(total))
    assert Decimal(floats["obs_value"].sum()) != total, "floats that add up exactly prove nothing"


def test_a_difference_of_columns_stays_exact_in_pandas(book: portbook.Commit) -> None:
    """FT-900 of December 2025, Exhibit 12, Census basis of November: 183,135 (F47) and no other."""
    rows = book.series(
        source="us/census-ft900",
        dataset="exhibit-12",
        time_period="2025-11",
        period_kind="month",
        measure="VALUE",
        trade_flow=["X", "M", "B"],
    ).to_pandas()
    flows = rows.set_index("trade_flow")["obs_value"]
    assert flows["X"] == Decimal(183_135_000_000)
    assert flows["X"] - flows["M"] == flows["B"]


def test_polars_holds_the_memory_arrow_read(book: portbook.Commit, total: Decimal) -> None:
    selection = book.series().select("obs_value", "released_at", "record")
    rows = selection.count()
    before = pa.total_allocated_bytes()
    frame = selection.to_polars()
    # 16 bytes a decimal, 8 an instant, 8 a record: had Polars copied them, Arrow's memory would be free again.
    assert pa.total_allocated_bytes() - before >= rows * (16 + 8 + 8)
    assert frame["obs_value"].dtype == pl.Decimal(38, 9)
    assert frame["obs_value"].sum() == total
    del frame
    assert pa.total_allocated_bytes() - before < SMALL


def test_polars_takes_a_selection_as_it_is(book: portbook.Commit) -> None:
    selection = book.series(source="us/census-ft900")
    assert pl.DataFrame(selection).equals(selection.to_polars())
    assert len(selection.to_polars()) == selection.count() > 0


def test_duckdb_reads_arrow_and_keeps_nothing(book: portbook.Commit, total: Decimal) -> None:
    connection = duckdb.connect()
    before = pa.total_allocated_bytes()
    relation = book.series().duckdb(connection)
    held = pa.total_allocated_bytes() - before
    added = connection.sql("select sum(obs_value) as total, count(*) as rows from relation")
    answers = [added.fetchall(), added.fetchall()]
    assert answers == [[(total, book.series().count())]] * 2, "a relation may be asked twice"
    assert pa.total_allocated_bytes() - before < held + SMALL
    memory = connection.execute("select sum(memory_usage_bytes) from duckdb_memory()")
    assert memory.fetchall()[0][0] < held / 10
    types = dict(zip(relation.columns, map(str, relation.types), strict=True))
    assert types["obs_value"] == "DECIMAL(38,9)"


def test_duckdb_takes_a_selection_as_it_is(book: portbook.Commit) -> None:
    selection = book.series(source="us/census-ft900")
    assert duckdb.sql("select count(*) from selection").fetchall() == [(selection.count(),)]


def test_batches_come_as_they_are_read(book: portbook.Commit) -> None:
    reader = book.series().select("obs_value").to_reader()
    assert sum(batch.num_rows for batch in reader) == book.series().count()


def test_rows_come_in_the_order_of_the_files(book: portbook.Commit) -> None:
    rows = book.series(
        source="cn/nbs-dg",
        dataset="totals",
        trade_flow="X",
        period_kind="month",
        transformation="N",
    )
    periods = rows.to_arrow()["time_period"].to_pylist()
    assert periods == sorted(periods) and len(periods) == 72


def test_folders_and_statistics_rule_files_out(book: portbook.Commit) -> None:
    files = book.series().vintages().files()
    one = book.series(source="us/census-ft900", year=2025).vintages().files()
    assert [file.split("/observation/")[1] for file in one] == [
        "source=us-census-ft900/freq=M/year=2025/part-0.parquet"
    ]
    # By statistics alone: no folder tells the period.
    dated = book.series(time_period="2025-11").vintages().files()
    either = book.series(time_period=["2025-11", "2025-10"]).vintages().files()
    assert 0 < len(dated) <= len(either) < len(files) / 2
    # Before anything was released nothing is read.
    assert book.series().as_of("1970-01-01").files() == []


def test_conditions_narrow(book: portbook.Commit) -> None:
    rows = book.series(source="us/census-ft900").where(pc.field("obs_value") < Decimal(0))
    values = rows.select("obs_value").to_arrow()["obs_value"].to_pylist()
    assert values and max(values) < 0, "Arrow compares decimals with decimals"


def test_nothing_found_is_an_empty_table(book: portbook.Commit) -> None:
    nothing = book.series(source="us/census-ft900", ref_area="CHN")
    assert nothing.count() == 0
    assert nothing.to_pandas().empty and isinstance(nothing.to_pandas(), pd.DataFrame)
    assert nothing.to_polars().is_empty()

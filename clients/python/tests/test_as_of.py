"""As of an instant, Python shows what `portbook sql --as-of` shows: counts and exact sums, dataset by dataset."""

from __future__ import annotations

from datetime import UTC, date, datetime
from decimal import Context
from typing import Any

import portbook
import pyarrow.compute as pc
import pytest
from conftest import Place
from portbook.instant import instant
from portbook.selection import Selection

#: A day by itself; the very instant of the FT-900 of November 2025, which is included; the microsecond before.
INSTANTS = ["2025-12-31", "2026-01-29T13:30:00Z", "2026-01-29T13:29:59.999999Z"]

VIEWS = {
    "latest": Selection.latest,
    "first_print": Selection.first_print,
    "observation": Selection.vintages,
}

COUNTED = """
    select '{view}' as view, source, dataset, count(*) as rows, count(obs_value) as figures,
      count(superseded_at) as superseded, sum(obs_value) as total
    from {view} group by source, dataset"""


def seen(selection: Selection) -> dict[tuple[str, str], Any]:
    table = selection.select("source", "dataset", "obs_value", "superseded_at").to_arrow()
    counted = table.group_by(["source", "dataset"]).aggregate(
        [
            ([], "count_all"),
            ("obs_value", "count"),
            ("superseded_at", "count"),
            ("obs_value", "sum"),
        ]
    )
    return {
        (line["source"], line["dataset"]): (
            line["count_all"],
            line["obs_value_count"],
            line["superseded_at_count"],
            plain(line["obs_value_sum"]),
        )
        for line in counted.to_pylist()
    }


def plain(value: Any) -> str | None:
    """A sum as the program prints it: no noughts after the last digit that says something."""
    if value is None:
        return None
    text = f"{Context(prec=60).create_decimal(value):f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


def told(place: Place, *arguments: str) -> dict[str, dict[tuple[str, str], Any]]:
    """By view."""
    question = " union all ".join(COUNTED.format(view=view) for view in VIEWS)
    found: dict[str, dict[tuple[str, str], Any]] = {view: {} for view in VIEWS}
    for line in place.sql(question, *arguments):
        counted = (line["rows"], line["figures"], line["superseded"], plain(line["total"]))
        found[line["view"]][line["source"], line["dataset"]] = counted
    return found


@pytest.mark.parametrize("when", INSTANTS)
def test_it_shows_what_the_program_shows(book: portbook.Commit, place: Place, when: str) -> None:
    program = told(place, "--as-of", when)
    for view, prints in VIEWS.items():
        then = seen(prints(book.series().as_of(when)))
        assert then == program[view], view
        assert then != seen(prints(book.series())), "nothing came after it"


def test_today_too(book: portbook.Commit, place: Place) -> None:
    program = told(place)
    for view, prints in VIEWS.items():
        assert seen(prints(book.series())) == program[view], view
    assert len(program["latest"]) > 50


def test_the_instant_of_a_release_is_in_and_the_microsecond_before_is_not(
    book: portbook.Commit,
) -> None:
    november = book.series(source="us/census-ft900", release="us-census-ft900:2025-11").vintages()
    assert november.as_of(INSTANTS[1]).count() > 0
    assert november.as_of(INSTANTS[2]).count() == 0


def test_what_came_later_is_not_told(book: portbook.Commit) -> None:
    """US exports on Census basis of November 2025: FT-900 of 2026-01-29 and of 2026-02-19, Exhibit 12, F49 and F47."""
    exports = book.series(
        source="us/census-ft900",
        dataset="exhibit-12",
        trade_flow="X",
        measure="VALUE",
        period_kind="month",
        time_period="2025-11",
    )
    then = exports.as_of("2026-02-01").to_arrow().to_pylist()
    assert [(row["obs_value"], row["cell"], row["superseded_at"]) for row in then] == [
        (182_146_000_000, "F49", None)
    ]
    both = exports.vintages().to_arrow().to_pylist()
    assert [(row["obs_value"], row["cell"]) for row in both] == [
        (182_146_000_000, "F49"),
        (183_135_000_000, "F47"),
    ]
    assert (
        both[0]["superseded_at"]
        == both[1]["released_at"]
        == datetime(2026, 2, 19, 13, 30, tzinfo=UTC)
    )
    assert pc.sum(exports.first_print().to_arrow()["obs_value"]).as_py() == 182_146_000_000
    assert pc.sum(exports.latest().to_arrow()["obs_value"]).as_py() == 183_135_000_000


def test_a_date_is_the_end_of_its_day() -> None:
    end = datetime(2025, 12, 31, 23, 59, 59, 999_999, tzinfo=UTC)
    assert instant("2025-12-31") == instant(date(2025, 12, 31)) == end
    assert instant("2025-12-08T11:00:00+08:00") == datetime(2025, 12, 8, 3, tzinfo=UTC)
    assert instant(datetime(2025, 12, 8, 3, tzinfo=UTC)) == datetime(2025, 12, 8, 3, tzinfo=UTC)


@pytest.mark.parametrize(
    "wrong", ["2025-12", "yesterday", "2025-02-30", "", "20251231", "2025-12-31T11:00:00"]
)
def test_other_texts_are_no_instants(wrong: str) -> None:
    with pytest.raises(portbook.WrongInstant, match="expected a date, 2025-12-31"):
        instant(wrong)


def test_an_hour_without_a_time_zone_is_refused() -> None:
    with pytest.raises(portbook.WrongInstant, match="tzinfo=UTC"):
        instant(datetime(2025, 12, 31, 11))

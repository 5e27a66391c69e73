"""From a row back to where it was printed: what the table tells, and what the program adds."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from decimal import Context, Decimal
from typing import TYPE_CHECKING, Any

import pyarrow.compute as pc

from portbook import identity
from portbook import program as portbook_program
from portbook.errors import IncompleteRow
from portbook.selection import Selection

if TYPE_CHECKING:
    from portbook.commit import Commit

#: More digits than any published value has.
_EXACT = Context(prec=60)


@dataclass(frozen=True)
class Capture:
    """The capture that brought the bytes."""

    url: str
    captured_at: datetime
    note: str | None


@dataclass(frozen=True)
class Neighbour:
    """A cell near the figure."""

    cell: str
    text: str
    #: ``value`` the figure itself, ``heading`` gave it its meaning, ``near`` stands beside it.
    mark: str


@dataclass(frozen=True)
class Explanation:
    """Where one figure comes from; `print` shows it."""

    series_id: str
    observation_id: str
    #: The row, every published column by name.
    row: Mapping[str, Any]
    #: Every row of the observation, first print first.
    vintages: Sequence[Mapping[str, Any]]
    #: Publisher, homepage and licence of the source.
    source: Mapping[str, str]
    #: How the bytes came; `None` unless the archive was named, and where it does not know.
    capture: Capture | None = None
    #: The cells around the figure, row by row; empty unless the archive was named.
    around: Sequence[Sequence[Neighbour]] = ()

    @property
    def key(self) -> str:
        """What `portbook explain` takes."""
        return f"{self.series_id}/{self.row['time_period']}"

    @property
    def printed(self) -> str | None:
        """The figure as it was printed, without grouping marks; `None` where none was."""
        return printed(self.row)

    @property
    def address(self) -> str:
        """Where it stands in the stored bytes: ``sheet 12, cell F49``."""
        named = ((name, self.row[name]) for name in ("member", "sheet", "record", "cell"))
        return ", ".join(f"{name} {value}" for name, value in named if value is not None)

    def __str__(self) -> str:
        row, unit = self.row, self.row["unit_measure"]
        value = (
            f"none, obs_status {row['obs_status']}"
            if row["obs_value"] is None
            else f"{_plain(row['obs_value'])} {unit}"
        )
        lines = [
            ("key", self.key),
            ("value", f"{value}, printed {self.printed} in 10^{row['unit_mult']}"),
            (
                "period",
                f"{row['time_period']}, {row['period_kind']}, {row['period_start']} to {row['period_end']}",
            ),
            (
                "release",
                f"{row['release']}, {row['released_at'].isoformat()} ({row['released_basis']})",
            ),
            ("address", self.address),
            ("snapshot", f"sha256 {row['snapshot']}"),
            ("publisher", f"{self.source['publisher']}, {self.source['homepage']}"),
            ("licence", self.source["licence"]),
        ]
        if self.capture:
            lines.append(
                (
                    "captured",
                    f"{self.capture.captured_at.isoformat()} from {self.capture.url or 'by hand'}",
                )
            )
        for vintage in self.vintages:
            shown = "none" if vintage["obs_value"] is None else _plain(vintage["obs_value"])
            lines.append(
                (
                    f"revision {vintage['revision']}",
                    f"{shown}, {vintage['released_at'].isoformat()}, {vintage['release']}",
                )
            )
        return "\n".join(f"{name:<12}{said}" for name, said in lines)


def printed(row: Mapping[str, Any]) -> str | None:
    """What was printed, without grouping marks, from `raw_text` or value, `unit_mult` and `decimals`."""
    if row["raw_text"] is not None or row["obs_value"] is None:
        text: str | None = row["raw_text"]
        return text
    value: Decimal = row["obs_value"]
    step = Decimal(1).scaleb(-max(row["decimals"], 0))
    return f"{value.scaleb(-row['unit_mult'], _EXACT).quantize(step, context=_EXACT):f}"


def of(commit: Commit, row: Mapping[str, Any] | Any) -> Explanation:
    """What the published table tells of a row."""
    asked: Mapping[str, Any] = row if isinstance(row, Mapping) else row.to_dict()
    missing = [name for name in identity.OBSERVATION if name not in asked]
    if missing:
        raise IncompleteRow(f"the row lacks {', '.join(missing)}: do not `select` them away")
    named = {
        name: _day(asked[name])
        if name.startswith("period_") and name != "period_kind"
        else asked[name]
        for name in identity.OBSERVATION
    }
    selection = Selection(commit.observations, prints="vintages").where(
        pc.field("year") == named["period_end"].year
    )
    for name, value in named.items():
        selection = selection.where(pc.field(name) == value)
    vintages = sorted(selection.to_arrow().to_pylist(), key=lambda vintage: vintage["revision"])
    # A vintage is named by its instant; without one the latest is meant.
    at = asked.get("released_at")
    meant = [vintage for vintage in vintages if at is None or vintage["released_at"] == at]
    if not meant:
        raise IncompleteRow(
            f"no such observation in commit {commit.number}: {named}, released_at {at}"
        )
    source = next(
        line for line in commit.codes("source").to_pylist() if line["code"] == named["source"]
    )
    return Explanation(
        identity.series_id(named), identity.observation_id(named), meant[-1], vintages, source
    )


def with_capture(told: Explanation, program: str, arguments: Sequence[str]) -> Explanation:
    """The same with what the program finds in the archive."""
    said = portbook_program.ask(program, arguments, "the capture and the cells around a figure")
    found = next(one for one in said if one["observation_id"] == told.observation_id)
    capture = found["capture"]
    return replace(
        told,
        capture=capture
        and Capture(
            capture["url"], datetime.fromisoformat(capture["captured_at"]), capture["note"]
        ),
        around=[
            [Neighbour(one["cell"], one["text"], one["mark"]) for one in line]
            for line in found["neighbourhood"] or []
        ],
    )


def _day(value: Any) -> date:
    if isinstance(value, str):
        return date.fromisoformat(value)
    day: date = value.date() if isinstance(value, datetime) else value
    return day


def _plain(value: Decimal) -> str:
    """Without the noughts after the last digit that says something."""
    text = f"{value:,f}"
    return text.rstrip("0").rstrip(".") if "." in text else text

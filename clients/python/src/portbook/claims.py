"""An article's figures and what became of them, as `portbook claims` tells."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from portbook import program as portbook_program


@dataclass(frozen=True)
class Figure:
    """A computed figure."""

    #: In base units of `unit`.
    value: Decimal
    #: USD, CNY, PT (per cent), or 1 (a number of things, a rank, a ratio).
    unit: str
    #: For people: ``1,075,848.1 US$ million``.
    text: str
    #: Whether it is what the article prints, within half its last digit.
    as_printed: bool


@dataclass(frozen=True)
class Reading:
    """One way to understand a claim, with its verdict."""

    name: str
    verdict: str
    then: Figure | None
    now: Figure | None
    #: The question, as of the article's day.
    sql: str | None
    notes: tuple[str, ...]


@dataclass(frozen=True)
class Claim:
    """A figure of an article."""

    id: str
    statement: str
    #: As the article prints it: ``$1.076tn``.
    published: str
    #: holds; held as of then, revised since; depends on the reading; does not hold; not yet computable; out of scope.
    verdict: str
    then: Figure | None
    now: Figure | None
    readings: tuple[Reading, ...]
    notes: tuple[str, ...]
    #: The cells that went into it: release, address, value, key.
    cells: tuple[Mapping[str, Any], ...]


def ask(program: str, arguments: Sequence[str]) -> list[Claim]:
    """The verdicts on the claims of a file."""
    said = portbook_program.ask(program, arguments, "verdicts on claims")
    return [_claim(claim) for claim in said["claims"]]


def _claim(said: Mapping[str, Any]) -> Claim:
    return Claim(
        id=said["id"],
        statement=said["statement"],
        published=said["published"],
        verdict=said["verdict"],
        then=_figure(said["then"]),
        now=_figure(said["now"]),
        readings=tuple(_reading(reading) for reading in said["readings"]),
        notes=tuple(said["notes"]),
        cells=tuple(said["cells"]),
    )


def _reading(said: Mapping[str, Any]) -> Reading:
    then, now = _figure(said["then"]), _figure(said["now"])
    return Reading(said["name"], said["verdict"], then, now, said["sql"], tuple(said["notes"]))


def _figure(said: Mapping[str, Any] | None) -> Figure | None:
    if said is None:
        return None
    return Figure(Decimal(said["value"]), said["unit"], said["text"], said["as_printed"])

"""The published columns, in their order: what each means, its unit, and the list its codes are of."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TypedDict

from portbook.errors import UnknownColumn, near

#: A code, or several of which any will do.
Codes = str | Sequence[str]


@dataclass(frozen=True)
class Column:
    """One published column."""

    name: str
    #: What it says, with the unit where it has one.
    meaning: str
    #: The code list, as `Commit.codes` names it; `None` where there is none.
    codes: str | None = None


COLUMNS: tuple[Column, ...] = (
    Column(
        "source",
        "who publishes it and what: us-census-ft900; us/census-ft900 is taken too",
        "source",
    ),
    Column("dataset", "the printed table of that source: exhibit-12"),
    Column("freq", "spacing of the main periods: A, Q, M, D", "freq"),
    Column("ref_area", "the area that reports, ISO 3166-1 alpha-3: CHN", "area"),
    Column(
        "counterpart_area",
        "the partner, ISO 3166-1 alpha-3; codes that begin with _ are Portbook's: _W world",
        "area",
    ),
    Column("counterpart_area_2", "a second partner, such as origin beside consignment", "area"),
    Column("region", "the part of the area that reports"),
    Column("customs_office", "the customs office"),
    Column(
        "trade_flow",
        "X exports, M imports, XM their sum, B their balance, RX and RM re-, DX domestic",
        "trade_flow",
    ),
    Column("classification", "of what goods the code is, with its edition", "classification"),
    Column("commodity", "the code in that classification, as text: leading noughts stay"),
    Column("series_code", "the publisher's own id, where nothing else tells series apart"),
    Column("breakdown", "what only one publisher has: sorted name=code pairs joined by ;"),
    Column(
        "measure",
        "what is measured: VALUE customs basis, VALUE_BOP balance of payments, …",
        "measure",
    ),
    Column("valuation", "FOB, CIF, FAS, …", "valuation"),
    Column("trade_system", "general or special trade", "trade_system"),
    Column("customs_proc", "the customs regime"),
    Column("transport_mode", "how it was carried"),
    Column("adjustment", "N neither, S seasonally, … adjusted", "adjustment"),
    Column(
        "transformation",
        "N level; GY, G1 growth in per cent; DY, D1 change; RY, R1 ratio",
        "transformation",
    ),
    Column("currency", "the money behind the figure, of a rate too", "currency"),
    Column("unit_measure", "the unit of obs_value: USD, CNY, KG, PT per cent, …", "unit_measure"),
    Column("period_kind", "month, ytd (January to that month), quarter, year, …", "period_kind"),
    Column("time_period", "the period as SDMX writes it: 2025-11, 2025-Q3, 2025"),
    Column("period_start", "its first day"),
    Column("period_end", "its last day, included"),
    Column(
        "obs_value",
        "the exact figure in base units of unit_measure: dollars, never millions; null with a status",
    ),
    Column("unit_mult", "it was printed in units of 10 to this power"),
    Column("decimals", "and with so many decimals"),
    Column(
        "obs_status",
        "A normal, P provisional, E estimated, N nil, O missing or vanished, …",
        "obs_status",
    ),
    Column("conf_status", "confidentiality, where printed", "conf_status"),
    Column("level", "total, subtotal, leaf, group, of_which: only leaves may be added"),
    Column("base_period", "base of an index, where printed"),
    Column("released_at", "the instant of publication, UTC"),
    Column("released_basis", "how that is known: printed_date, listed, announced, captured"),
    Column("release", "the publication: us-census-ft900:2025-12"),
    Column("first_seen_at", "the earliest capture that prints the row, UTC"),
    Column("superseded_at", "the instant of the next print of it, UTC; null while it stands"),
    Column("revision", "0 for the first print"),
    Column("revision_reason", "source, rebase, vanished, correction; null for a first print"),
    Column("snapshot", "SHA-256 of the stored bytes"),
    Column("member", "the file within them"),
    Column("sheet", "the sheet, or the n-th table of a page"),
    Column("cell", "the cell, or the column of a record"),
    Column("record", "the record, from 1"),
    Column("raw_text", "what was printed, where value, unit_mult and decimals do not tell"),
)

#: Names of all columns, in order.
NAMES: tuple[str, ...] = tuple(column.name for column in COLUMNS)

#: The 23 that name a series.
SERIES: tuple[str, ...] = NAMES[:23]

#: Columns that may be asked by a code, and the year a period ends in, by which files are laid out.
ASKED: tuple[str, ...] = (
    *SERIES,
    "time_period",
    "level",
    "obs_status",
    "conf_status",
    "base_period",
    "release",
    "revision_reason",
    "year",
)


class Asked(TypedDict, total=False):
    """What `Commit.series` may be asked by; each a code or several."""

    source: Codes
    dataset: Codes
    freq: Codes
    ref_area: Codes
    counterpart_area: Codes
    counterpart_area_2: Codes
    region: Codes
    customs_office: Codes
    trade_flow: Codes
    classification: Codes
    commodity: Codes
    series_code: Codes
    breakdown: Codes
    measure: Codes
    valuation: Codes
    trade_system: Codes
    customs_proc: Codes
    transport_mode: Codes
    adjustment: Codes
    transformation: Codes
    currency: Codes
    unit_measure: Codes
    period_kind: Codes
    time_period: Codes
    level: Codes
    obs_status: Codes
    conf_status: Codes
    base_period: Codes
    release: Codes
    revision_reason: Codes
    year: int | Sequence[int]


def known(names: Iterable[str], columns: Sequence[str]) -> None:
    """Raises `UnknownColumn` for the first name that is none of the columns."""
    for name in names:
        if name not in columns:
            at_hand = near(name, columns) or f"; there are {', '.join(columns)}"
            raise UnknownColumn(f"no column `{name}`{at_hand}")

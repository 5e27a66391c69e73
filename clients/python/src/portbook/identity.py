"""The names of a series and of an observation, as section 2 of the contract computes them."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from typing import Any

from portbook.columns import SERIES

#: What names an observation: its series and the two dates of its period, both included.
OBSERVATION = (*SERIES, "period_start", "period_end")


def series_id(row: Mapping[str, Any]) -> str:
    """32 hexadecimal digits that name the series of a row.

    >>> ft900 = dict.fromkeys(SERIES, "_Z") | dict(
    ...     source="us-census-ft900", dataset="exhibit-12", freq="M", ref_area="USA", counterpart_area="_W",
    ...     trade_flow="X", classification="BPM6", commodity="G", breakdown="_T", measure="VALUE",
    ...     valuation="FAS", customs_proc="_T", transport_mode="_T", adjustment="N", transformation="N",
    ...     currency="USD", unit_measure="USD", period_kind="month")
    >>> series_id(ft900)
    '79a595de8d2ea8fa5d6e2dd424e6e26a'
    """
    return _digest(row, SERIES)


def observation_id(row: Mapping[str, Any]) -> str:
    """32 hexadecimal digits that name the observation of a row; a revision does not change them."""
    return _digest(row, OBSERVATION)


def _digest(row: Mapping[str, Any], columns: tuple[str, ...]) -> str:
    text = "".join(f"{name}={row[name]}\n" for name in columns)
    return hashlib.sha256(text.encode()).hexdigest()[:32]

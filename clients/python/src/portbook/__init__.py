"""What Portbook publishes, as Python reads it: by series, as of any day, exact to the last digit.

>>> import portbook                                                              # doctest: +SKIP
>>> book = portbook.open("output")                                               # doctest: +SKIP
>>> book.series(source="us/census-ft900", time_period="2025-11").to_pandas()     # doctest: +SKIP

What a row means is told once, in ``docs/contract.md`` of the repository; `COLUMNS` has it in short.
"""

from __future__ import annotations

import os

from portbook.claims import Claim, Figure, Reading
from portbook.columns import COLUMNS, Column
from portbook.commit import Commit
from portbook.errors import (
    IncompleteRow,
    MovedOn,
    NotPublished,
    PackageMissing,
    PortbookError,
    ProgramFailed,
    ProgramMissing,
    UnknownCode,
    UnknownColumn,
    WrongInstant,
)
from portbook.explanation import Capture, Explanation, Neighbour
from portbook.selection import Selection

__version__ = "0.1.0"

__all__ = [
    "COLUMNS",
    "Capture",
    "Claim",
    "Column",
    "Commit",
    "Explanation",
    "Figure",
    "IncompleteRow",
    "MovedOn",
    "Neighbour",
    "NotPublished",
    "PackageMissing",
    "PortbookError",
    "ProgramFailed",
    "ProgramMissing",
    "Reading",
    "Selection",
    "UnknownCode",
    "UnknownColumn",
    "WrongInstant",
    "open",
]


def open(output: str | os.PathLike[str] = "output") -> Commit:
    """The commit that stands in an output folder.

    A commit made later is not seen by what this returns: open the folder again for it.

    Raises `NotPublished` if nothing is published there, or not in a form this package reads.
    """
    return Commit(output)

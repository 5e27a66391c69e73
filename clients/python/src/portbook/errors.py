"""What can be wrong, each with what to do about it."""

from __future__ import annotations

import difflib
from collections.abc import Iterable


class PortbookError(Exception):
    """Anything this package refuses."""


class NotPublished(PortbookError):
    """The folder holds no commit, or one in a form of another version."""


class UnknownColumn(PortbookError):
    """No published column has that name."""


class UnknownCode(PortbookError):
    """The code list of that column does not have the code."""


class WrongInstant(PortbookError):
    """Neither a date nor an instant with its time zone."""


class IncompleteRow(PortbookError):
    """A row that does not name one observation."""


class PackageMissing(PortbookError):
    """A reader was asked for that is not installed."""


class ProgramMissing(PortbookError):
    """The program `portbook` is needed for that, and is not there."""


class ProgramFailed(PortbookError):
    """The program ended with an error; what it said is in the message."""


class MovedOn(PortbookError):
    """A newer commit was published since the folder was opened."""


def near(got: str, known: Iterable[str]) -> str:
    """``; near it: a, b``, or nothing if nothing is."""
    found = difflib.get_close_matches(got, list(known), n=3, cutoff=0.5)
    return f"; near it: {', '.join(found)}" if found else ""

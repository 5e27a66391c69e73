"""The instant a question is put to. A date means the end of that day, UTC, as in ``portbook sql --as-of``."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime, time

from portbook.errors import WrongInstant

_DATE = re.compile(r"\d{4}-\d{2}-\d{2}")
_INSTANT = re.compile(r"\d{4}-\d{2}-\d{2}[T ]\d{2}:\d{2}(:\d{2}(\.\d+)?)?(Z|[+-]\d{2}:\d{2})")
_END_OF_DAY = time(23, 59, 59, 999_999, tzinfo=UTC)


def instant(when: str | date) -> datetime:
    """That instant in UTC, to the microsecond.

    Raises `WrongInstant` for a text that is neither form, and for an instant without a time zone:
    the hour of a release is known, so the day alone does not tell it.
    """
    if isinstance(when, datetime):
        if when.tzinfo is None:
            raise WrongInstant(
                f"got {when!r} without a time zone; say datetime(…, tzinfo=UTC), "
                "or the date alone for the end of its day"
            )
        return when.astimezone(UTC)
    if isinstance(when, date):
        return datetime.combine(when, _END_OF_DAY)
    try:
        if _DATE.fullmatch(when):
            return datetime.combine(date.fromisoformat(when), _END_OF_DAY)
        if _INSTANT.fullmatch(when):
            return datetime.fromisoformat(when).astimezone(UTC)
    except ValueError:
        pass  # a day or an hour that does not exist
    raise WrongInstant(
        f"got `{when}`, expected a date, 2025-12-31, or an instant, 2025-12-31T11:00:00Z"
    )

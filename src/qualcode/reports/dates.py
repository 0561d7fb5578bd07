"""The date that files carry, so that the same content gives the same bytes."""

from __future__ import annotations

import os
from datetime import UTC, datetime

EARLIEST = datetime(1980, 1, 1, tzinfo=UTC)
"""The first moment that a zip container can name."""


def file_date(changed: str) -> datetime:
    """`SOURCE_DATE_EPOCH` (seconds since 1970) if set, else the last change (ISO), else 1980.

    In UTC, without fractions of a second, not before 1980.
    """
    epoch = os.environ.get("SOURCE_DATE_EPOCH", "")
    if epoch.isdigit():
        return max(datetime.fromtimestamp(int(epoch), UTC), EARLIEST)
    try:
        date = datetime.fromisoformat(changed)
    except ValueError:
        return EARLIEST
    date = date.replace(tzinfo=UTC) if date.tzinfo is None else date.astimezone(UTC)
    return max(date.replace(microsecond=0), EARLIEST)

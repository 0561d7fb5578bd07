"""What the ratings of a cell come to, on one sign."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from qualcode.domain.rating import OWN, Rating, settled


@dataclass(frozen=True, slots=True)
class Rated:
    """What a cell is rated all told, as `2`, `NE`, or `0/1` where raters differ.

    `value` is the settled number, None without one; `stale` says that it is out of date.
    """

    shown: str
    value: int | None
    stale: bool = False


def rated(ratings: Sequence[Rating]) -> Rated | None:
    """What the ratings of one place come to: the settled one, else the raters' own side by side."""
    if not ratings:
        return None
    one = settled(ratings)
    counts = [one] if one else list(ratings)
    shown = "/".join(each.shown for each in counts if one or each.kind == OWN)
    return Rated(shown, one.value if one else None, any(each.changes for each in counts))


def latest(ratings: Sequence[Rating], periods: Sequence[str]) -> Rated | None:
    """The same of a cell: over no period, else over the last of the periods that is rated."""
    for period in (None, *reversed(periods)):
        found = rated([one for one in ratings if one.period == period])
        if found is not None:
            return found
    return None

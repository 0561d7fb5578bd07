"""When interviews stop bringing anything new (Guest, Namey & Chen 2020).

Meant for what is found in the interviews, such as labels and sub-codes: the codes of a theory are
there from the start and are full at once.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Hashable, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

BASE = 4
RUN = 2
THRESHOLDS = (5, 0)
"""Per cent of new information at or below which a run is said to be full."""
ORDERS = 1000
SEED = 2020


@dataclass(frozen=True, slots=True)
class Run:
    """The new items of some interviews in a row up to interview `last`, counted from 1.

    `share` is of the items of the base, in per cent; None where the base has none.
    """

    last: int
    new: int
    share: float | None


@dataclass(frozen=True, slots=True)
class Curve:
    """New items per interview, items of the first `base` interviews, and the runs after them.

    `reached` gives for each threshold (per cent) the last interview of the first run at or below
    it, where there is one.
    """

    new: tuple[int, ...]
    base: int
    runs: tuple[Run, ...]
    reached: dict[int, int]


@dataclass(frozen=True, slots=True)
class Spread:
    """Items met after each interview over many random orders: median, 5th and 95th percentile."""

    median: tuple[float, ...]
    low: tuple[float, ...]
    high: tuple[float, ...]


def curve(interviews: Sequence[AbstractSet[Hashable]], base: int = BASE, run: int = RUN) -> Curve:
    """The curve of interviews in their order, each a set of items."""
    seen: set[Hashable] = set()
    new = []
    for items in interviews:
        new.append(len(items - seen))
        seen |= items
    first = sum(new[:base])
    runs = tuple(
        Run(last, total, round(100 * total / first, 1) if first else None)
        for last in range(base + run, len(new) + 1)
        for total in (sum(new[last - run : last]),)
    )
    reached: dict[int, int] = {}
    for threshold in THRESHOLDS:
        full = (one.last for one in runs if first and 100 * one.new <= threshold * first)
        last = next(full, None)
        if last is not None:
            reached[threshold] = last
    return Curve(tuple(new), first, runs, reached)


def spread(interviews: Sequence[AbstractSet[Hashable]], orders: int = ORDERS) -> Spread:
    """The same interviews in random orders, the same ones every time."""
    import numpy as np

    count = len(interviews)
    if not count:
        return Spread((), (), ())
    dice = np.random.default_rng(SEED)
    place = np.argsort(dice.random((orders, count)), axis=1)
    where: dict[Hashable, list[int]] = {}
    for at, items in enumerate(interviews):
        for item in items:
            where.setdefault(item, []).append(at)
    alike = Counter(tuple(members) for members in where.values())
    met = np.zeros((orders, count), dtype=np.int64)
    rows = np.arange(orders)
    for members, alike_items in alike.items():
        met[rows, place[:, list(members)].min(axis=1)] += alike_items
    total: NDArray[np.int64] = met.cumsum(axis=1)
    low, middle, high = np.percentile(total, [5, 50, 95], axis=0)
    return Spread(tuple(middle.tolist()), tuple(low.tolist()), tuple(high.tolist()))

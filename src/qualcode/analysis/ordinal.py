"""Krippendorff's alpha of ordered values (Krippendorff 2004), such as the ratings of cases."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import accumulate

from qualcode.analysis.agreement import alpha


def ordinal_alpha(units: Sequence[Sequence[float]]) -> float | None:
    """Alpha ordinal of units with the values that their raters gave, in any order.

    None where it is undefined: no unit has two values, or all values are equal.
    """
    import numpy as np

    paired = [unit for unit in units if len(unit) > 1]
    if not paired:
        return None
    values = sorted({value for unit in paired for value in unit})
    counts = [sum(unit.count(value) for unit in map(list, paired)) for value in values]
    upto = dict(zip(values, accumulate(counts), strict=True))
    own = dict(zip(values, counts, strict=True))

    def apart(one: float, other: float) -> float:
        low, high = sorted((one, other))
        between = upto[high] - upto[low] + own[low]
        return (between - (own[low] + own[high]) / 2) ** 2 if low != high else 0.0

    ratings = np.full((max(map(len, paired)), len(paired)), np.nan)
    for at, unit in enumerate(paired):
        ratings[: len(unit), at] = unit
    return alpha(ratings, apart)

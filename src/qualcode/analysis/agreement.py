"""Coefficients of agreement, per code on units that two or more coders read.

Krippendorff's alpha (Krippendorff 2004, nominal) and Cohen's kappa (Cohen 1960). A coefficient is
None where it is undefined: no units, or all values equal, so that chance alone explains nothing.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Ratings = NDArray[np.float64]
    Distance = Callable[[float, float], float]

DRAWS = 2000
SEED = 20_211
ENOUGH_TRANSCRIPTS = 6
"""Transcripts read by several coders from which an interval is printed."""


@dataclass(frozen=True, slots=True)
class Interval:
    """A 95 % percentile interval; `undefined` counts draws in which there was no coefficient."""

    low: float
    high: float
    undefined: int


def alpha(ratings: Ratings, distance: Distance | None = None) -> float | None:
    """Krippendorff's alpha of a matrix of coders × units, NaN where a coder did not read.

    Nominal unless `distance` gives the disagreement of two values.
    """
    import numpy as np

    values = np.unique(ratings[~np.isnan(ratings)])
    counts = np.array([(ratings == value).sum(axis=0) for value in values], dtype=float)
    counts = counts.reshape(len(values), ratings.shape[1]).T
    paired = counts[counts.sum(axis=1) > 1]
    return _alpha(paired, _distances(values.tolist(), distance))


def _distances(values: Sequence[float], distance: Distance | None) -> Ratings:
    import numpy as np

    if distance is None:
        return np.ones((len(values), len(values))) - np.eye(len(values))
    return np.array([[distance(a, b) for b in values] for a in values], dtype=float)


def _alpha(counts: Ratings, apart: Ratings) -> float | None:
    """Alpha from units × values: how many coders gave each value; every unit has two or more."""
    import numpy as np

    read = counts.sum(axis=1)
    if not len(read):
        return None
    pairs = np.einsum("uc,uk,ck->u", counts, counts, apart)
    observed = float((pairs / (read - 1)).sum())
    totals = counts.sum(axis=0)
    expected = float(totals @ apart @ totals) / (float(totals.sum()) - 1)
    return 1 - observed / expected if expected else None


def kappa(one: Ratings, other: Ratings, distance: Distance | None = None) -> float | None:
    """Cohen's kappa of two coders over the units that both read; weighted by `distance`."""
    import numpy as np

    both = ~(np.isnan(one) | np.isnan(other))
    if not both.any():
        return None
    values = np.unique(np.concatenate([one[both], other[both]]))
    table = np.array([[((one == a) & (other == b))[both].sum() for b in values] for a in values])
    return kappa_of(table, _distances(values.tolist(), distance))


def kappa_of(
    table: Ratings | Sequence[Sequence[float]], apart: Ratings | None = None
) -> float | None:
    """Cohen's kappa of a square table of counts; `apart` are the disagreements of its values."""
    import numpy as np

    shares = np.asarray(table, dtype=float)
    shares = shares / shares.sum()
    weights = 1 - np.eye(len(shares)) if apart is None else apart
    expected = float((np.outer(shares.sum(axis=1), shares.sum(axis=0)) * weights).sum())
    return 1 - float((shares * weights).sum()) / expected if expected else None


def positive(one: Ratings, other: Ratings) -> float | None:
    """F1: the share of what either coder marked that both marked; None where neither marked."""
    import numpy as np

    both = ~(np.isnan(one) | np.isnan(other))
    marked = float(one[both].sum() + other[both].sum())
    return 2 * float((one[both] * other[both]).sum()) / marked if marked else None


def same(one: Ratings, other: Ratings) -> float | None:
    """The share of the units that both read in which they said the same."""
    import numpy as np

    both = ~(np.isnan(one) | np.isnan(other))
    return float((one[both] == other[both]).mean()) if both.any() else None


def interval(ratings: Ratings, transcripts: Sequence[int]) -> Interval | None:
    """The interval of alpha of yes-or-no ratings when whole transcripts are drawn anew.

    `transcripts` numbers the transcript of each unit: turns of one person are not independent.
    None below six transcripts, and where no draw has a coefficient.
    """
    import numpy as np

    numbers, place = np.unique(np.asarray(transcripts, dtype=np.int64), return_inverse=True)
    if len(numbers) < ENOUGH_TRANSCRIPTS:
        return None
    unlike, ones, read = _sums(ratings, place, len(numbers)) @ _draws(len(numbers)).T
    with np.errstate(divide="ignore", invalid="ignore"):
        found = 1 - unlike * (read - 1) / (2 * ones * (read - ones))
    known = found[np.isfinite(found)]
    if not len(known):
        return None
    low, high = np.percentile(known, [2.5, 97.5])
    return Interval(float(low), float(high), DRAWS - len(known))


@lru_cache(maxsize=8)
def _draws(transcripts: int) -> Ratings:
    """How often each draw holds each transcript; the same draws every time."""
    import numpy as np

    dice = np.random.default_rng(SEED)
    drawn = dice.multinomial(transcripts, [1 / transcripts] * transcripts, DRAWS)
    return drawn.astype(float)


def _sums(ratings: Ratings, place: NDArray[np.int64], transcripts: int) -> Ratings:
    """Per transcript: observed disagreement, values of 1, and values, over its paired units."""
    import numpy as np

    ones = (ratings == 1).sum(axis=0)
    read = (~np.isnan(ratings)).sum(axis=0)
    paired = read > 1
    unlike = np.zeros(len(read))
    unlike[paired] = 2 * (ones * (read - ones))[paired] / (read - 1)[paired]
    return np.stack(
        [
            np.bincount(place[paired], weights=values[paired], minlength=transcripts)
            for values in (unlike, ones.astype(float), read.astype(float))
        ]
    )

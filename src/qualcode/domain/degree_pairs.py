"""Degrees between partners as directed pairs: what is said of each, and where sides differ."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from statistics import median, median_high, median_low

from qualcode.domain.material import DegreeRow

LEFT_OUT = ("wished", "denied")
"""Standings that say nothing of how close two partners stand."""

APART = 2
"""Steps from which the two sides of a pair are said to disagree."""


@dataclass(frozen=True, slots=True)
class DirectedPair:
    """What is said of one organisation towards another: passages per degree, never averaged.

    `degrees` are the ids behind it.
    """

    from_id: str
    to_id: str
    levels: Mapping[int, int]
    degrees: tuple[str, ...]
    values: tuple[int, ...]

    @property
    def passages(self) -> int:
        """Statements in all: a passage once for each degree that it states."""
        return sum(self.levels.values())


@dataclass(frozen=True, slots=True)
class DegreeMatrix:
    """The pairs of one case in one period (None: in all of them together).

    `organisations` are ids; `apart` holds the pairs whose sides differ by two steps or more, once
    in each direction.
    """

    case_id: str
    period: str | None
    organisations: tuple[str, ...]
    pairs: Mapping[tuple[str, str], DirectedPair]
    apart: frozenset[tuple[str, str]]


def degree_matrix(rows: Iterable[DegreeRow], case_id: str, period: str | None) -> DegreeMatrix:
    """The matrix of a case; wished and denied statements and those without a pair are left out."""
    found: dict[tuple[str, str], list[DegreeRow]] = {}
    for row in rows:
        if counted(row) and (row.case_id or "") == case_id and period in (None, row.period):
            found.setdefault((row.from_id or "", row.to_id or ""), []).append(row)
    pairs = {key: _pair(key, said) for key, said in found.items()}
    apart = frozenset(
        key for key, pair in pairs.items() if key[::-1] in pairs and _differ(pair, pairs[key[::-1]])
    )
    named = tuple(dict.fromkeys(one for key in sorted(pairs) for one in key))
    return DegreeMatrix(case_id, period, named, pairs, apart)


def counted(row: DegreeRow) -> bool:
    """Whether a statement counts: a whole pair, neither wished for nor denied."""
    return bool(row.from_id and row.to_id) and row.standing not in LEFT_OUT


def _pair(key: tuple[str, str], said: list[DegreeRow]) -> DirectedPair:
    at: dict[int, set[str]] = {}
    for row in said:
        at.setdefault(row.value, set()).add(row.segment)
    return DirectedPair(
        *key,
        levels={value: len(at[value]) for value in sorted(at)},
        degrees=tuple(sorted(row.id for row in said)),
        values=tuple(sorted(row.value for row in said)),
    )


def _differ(one: DirectedPair, other: DirectedPair) -> bool:
    """Whether the sides' middle degrees lie two steps apart; between two middle ones the nearer."""
    low, high = median_low(one.values), median_high(one.values)
    others = median_low(other.values), median_high(other.values)
    return max(low - others[1], others[0] - high) >= APART


def middle(rows: Iterable[DegreeRow]) -> float | None:
    """The median over the distinct pairs, activities, periods and degrees that are stated.

    A pair counts once for each; None where none counts. A median between two degrees is a half.
    """
    distinct = {
        (row.from_id, row.to_id, row.activity, row.period, row.value)
        for row in rows
        if counted(row)
    }
    values = [place[-1] for place in distinct]
    return float(median(values)) if values else None

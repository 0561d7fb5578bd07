"""Lanes for the brackets beside a text: each span keeps one lane for all the rows it covers."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import accumulate
from typing import Protocol

from qualcode.text.wrap import Rows

_BLOCK = 32
"""Rows per bucket of the index from rows to spans."""


class Extent(Protocol):
    """Anything with a start and an end in code points, half-open."""

    @property
    def start(self) -> int:
        """The first character."""

    @property
    def end(self) -> int:
        """The character after the last."""


@dataclass(frozen=True, slots=True)
class Mark:
    """A span on a row: its place in the list it came in, its lane, and its first and last row.

    `lane` is None when more spans meet on its rows than there are lanes.
    """

    index: int
    lane: int | None
    first: int
    last: int


@dataclass(slots=True)
class _Knot:
    """Spans that hang together by the rows they share, and no others: laid out by themselves."""

    first: int
    last: int
    blocks: dict[int, list[Mark]] = field(default_factory=dict)


class Lanes:
    """Spans laid out over the rows of a text in at most `limit` lanes, leftmost lane 0.

    Spans that begin higher up get their lane first, of those that begin on one row the longest.
    Only what hangs together with a row that is asked for is laid out: a document with thousands
    of spans can be laid out anew at every key.
    """

    def __init__(self, spans: Sequence[Extent], rows: Rows, limit: int) -> None:
        self._spans, self._rows, self._limit = spans, rows, limit
        starts = [span.start for span in spans]
        self._order = sorted(range(len(spans)), key=starts.__getitem__)
        self._starts = [starts[index] for index in self._order]
        self._reach = list(accumulate((spans[index].end for index in self._order), max))
        self._knots: dict[int, _Knot] = {}

    def on(self, row: int) -> list[Mark]:
        """The marks that cover a row, in the order they begin; those without a lane too."""
        knot = self._knot(row)
        if knot is None:
            return []
        block = knot.blocks.get(row // _BLOCK, ())
        return [mark for mark in block if mark.first <= row <= mark.last]

    def overflows(self, row: int) -> bool:
        """Whether a span on the row found no lane."""
        return any(mark.lane is None for mark in self.on(row))

    def around(self, start: int, end: int) -> tuple[int, int]:
        """First and last of the rows whose lanes a span from `start` to `end` has a part in."""
        first, last = self._rows.row_of(start), self._rows.row_of(max(start, end - 1))
        knots = [knot for knot in (self._knot(first), self._knot(last)) if knot is not None]
        return min([first, *(k.first for k in knots)]), max([last, *(k.last for k in knots)])

    def _knot(self, row: int) -> _Knot | None:
        rows = self._rows
        after = rows.starts[row + 1] if row + 1 < len(rows) else len(rows.text) + 1
        place = bisect_left(self._starts, after) - 1
        if place < 0:
            return None
        knot = self._knots.get(place)
        if knot is None:
            knot = self._tie(place)
        return knot if row <= knot.last else None

    def _tie(self, place: int) -> _Knot:
        """The knot that the span at a place belongs to."""
        begin, end = place, place + 1
        while begin and not self._apart(begin):
            begin -= 1
        while end < len(self._starts) and not self._apart(end):
            end += 1
        row_of, spans = self._rows.row_of, self._spans
        covered = [
            (row_of(spans[index].start), row_of(spans[index].end - 1), index)
            for index in self._order[begin:end]
        ]
        covered.sort(key=lambda rows_of: (rows_of[0], -rows_of[1], rows_of[2]))
        knot = _Knot(covered[0][0], max(last for _, last, _ in covered))
        busy_until = [-1] * self._limit
        for first, last, index in covered:
            lane = next((n for n, until in enumerate(busy_until) if until < first), None)
            if lane is not None:
                busy_until[lane] = last
            mark = Mark(index, lane, first, last)
            for block in range(first // _BLOCK, last // _BLOCK + 1):
                knot.blocks.setdefault(block, []).append(mark)
        self._knots.update(dict.fromkeys(range(begin, end), knot))
        return knot

    def _apart(self, place: int) -> bool:
        """Whether all spans before a place end above the row that the span there begins on."""
        row = self._rows.row_of(self._starts[place])
        return self._reach[place - 1] <= self._rows.starts[row]

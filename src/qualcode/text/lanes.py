"""Lanes for the brackets beside a text: each span keeps one lane for all the rows it covers."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from qualcode.domain.span import Span
from qualcode.text.wrap import Rows

_BLOCK = 32
"""Rows per bucket of the index from rows to spans."""


@dataclass(frozen=True, slots=True)
class Mark:
    """A span on a row: its place in the list it came in, its lane, and its first and last row.

    `lane` is None when more spans meet on its rows than there are lanes.
    """

    index: int
    lane: int | None
    first: int
    last: int


class Lanes:
    """Spans laid out over the rows of a text in at most `limit` lanes, leftmost lane 0.

    Spans that begin higher up get their lane first, of those that begin on one row the longest.
    """

    def __init__(self, spans: Sequence[Span], rows: Rows, limit: int) -> None:
        covered = [(rows.row_of(s.start), rows.row_of(s.end - 1), i) for i, s in enumerate(spans)]
        covered.sort(key=lambda rows_of: (rows_of[0], -rows_of[1], rows_of[2]))
        busy_until = [-1] * limit
        blocks: dict[int, list[Mark]] = {}
        for first, last, index in covered:
            lane = next((n for n, until in enumerate(busy_until) if until < first), None)
            if lane is not None:
                busy_until[lane] = last
            mark = Mark(index, lane, first, last)
            for block in range(first // _BLOCK, last // _BLOCK + 1):
                blocks.setdefault(block, []).append(mark)
        self._blocks = blocks
        self.used = sum(until >= 0 for until in busy_until)
        """How many lanes hold anything."""

    def on(self, row: int) -> list[Mark]:
        """The marks that cover a row, in the order they begin; those without a lane too."""
        block = self._blocks.get(row // _BLOCK, ())
        return [mark for mark in block if mark.first <= row <= mark.last]

    def overflows(self, row: int) -> bool:
        """Whether a span on the row found no lane."""
        return any(mark.lane is None for mark in self.on(row))

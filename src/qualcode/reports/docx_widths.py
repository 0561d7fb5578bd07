"""How wide the columns of a Word table are, so that no word of a head is broken."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from qualcode.domain.table import Table
from qualcode.reports.grid import Printed, cell, column_words, laid

PORTRAIT = (11906, 16838)
"""A4 in twentieths of a point."""

MARGIN = 1134
"""Margins of the page in twentieths of a point: 2 cm."""

PADDING = 55
"""Space between a cell's border and its words, left and right, in twentieths of a point."""

BODY, HEAD, KEY = 8.0, 7.0, 5.5
"""Sizes of type in a table, in points."""

PLAIN, BOLD = 0.62, 0.71
"""A letter's width as a share of the type's size, in a wide typeface."""

LONG_WORD = 24
"""Letters of a word in a cell that a column makes room for."""

WEIGHTS = {"quote": 8.0, "text": 4.0, "code": 4.0, "case": 2.0, "value": 1.0}
"""Shares of the width that is left over, by type of column; one of numbers has 0.3."""


@dataclass(frozen=True, slots=True)
class Layout:
    """A table on paper: its columns in parts that fit, what stands below each row, its paper."""

    parts: tuple[tuple[Printed, ...], ...]
    below: tuple[Printed, ...]
    needs: tuple[int, ...]
    """What each column of all parts needs, in twentieths of a point."""
    landscape: bool

    @property
    def paper(self) -> int:
        """Width between the margins in twentieths of a point."""
        return PORTRAIT[self.landscape] - 2 * MARGIN


def layout(table: Table) -> Layout:
    """Portrait where the columns fit, else landscape, else landscape in parts.

    Each part begins with the first column.
    """
    columns, below = laid(table)
    needs = {column: _need(table, column) for column in columns}
    upright, lying = (side - 2 * MARGIN for side in PORTRAIT)
    whole = sum(needs.values())
    parts = [columns] if whole <= lying else _parts(columns, needs, lying)
    flat = tuple(needs[column] for part in parts for column in part)
    return Layout(tuple(parts), below, flat, landscape=whole > upright)


def widths(columns: Sequence[Printed], needs: Sequence[int], paper: int) -> list[int]:
    """What each column needs and its share of what is left; all together the paper's width."""
    shares = [0.3 if one.right else WEIGHTS.get(one.column.type, 5.0) for one in columns]
    spare = max(paper - sum(needs), 0) / sum(shares)
    return [int(need + spare * share) for need, share in zip(needs, shares, strict=True)]


def _parts(
    columns: Sequence[Printed], needs: dict[Printed, int], paper: int
) -> list[tuple[Printed, ...]]:
    first, *rest = columns
    parts = [[first]]
    used = needs[first]
    for column in rest:
        if used + needs[column] > paper and len(parts[-1]) > 1:
            parts.append([first])
            used = needs[first]
        parts[-1].append(column)
        used += needs[column]
    return [tuple(part) for part in parts]


def _need(table: Table, printed: Printed) -> int:
    """Room for the longest word of the head, of the cells, and for a key where there are keys."""
    longest = _longest(column_words(table, printed))
    found = max(
        _longest([printed.column.label]) * HEAD * BOLD,
        min(longest, LONG_WORD) * BODY * PLAIN,
        max((len(key) for key in _keys(table, printed)), default=0) * KEY * PLAIN,
    )
    return int(found * 20) + 2 * PADDING


def _longest(texts: Iterable[str]) -> int:
    return max((len(word) for text in set(texts) for word in text.split()), default=0)


def _keys(table: Table, printed: Printed) -> Iterable[str]:
    if printed.column.type != "count":
        return ()
    return (key for row in table.rows for key in cell(row, printed, table).keys)

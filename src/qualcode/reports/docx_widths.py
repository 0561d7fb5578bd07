"""How wide the columns of a Word table are, so that no word of a head is broken."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache

from qualcode.domain.table import Table
from qualcode.reports.grid import Printed, cell, column_words, laid

PORTRAIT = (11906, 16838)
"""A4 in twentieths of a point."""

MARGIN = 1134
"""Margins of the page in twentieths of a point: 2 cm."""

PADDING = 45
"""Space between a cell's border and its words, left and right, in twentieths of a point."""

BODY, HEAD, KEY = 8.0, 7.0, 5.5
"""Sizes of type in a table, in points."""

LETTERS = {"ijlI.,:;'|": 0.36, "frt()-": 0.5, "cszJ/": 0.6, "mwæMWÆ": 1.05}
"""Widths of bold letters as shares of the size of type, in a wide typeface."""

LETTER, CAPITAL = 0.72, 0.78
"""Widths of the other letters."""

PLAIN = 0.92
"""How much narrower a plain letter is than a bold one."""

OWN_KEY = "coding"
"""The column of ids that rows can be traced by; they are printed small, as keys are."""

WORD = re.compile(r"[^\s-]+-?")
"""What a line cannot be broken in."""

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
    columns = tuple(one for one in columns if one.column.key != OWN_KEY)
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
    words = {word for text in set(column_words(table, printed)) for word in WORD.findall(text)}
    found = max(
        _widest(WORD.findall(printed.column.label)) * HEAD,
        _widest(word[:LONG_WORD] for word in words) * BODY * PLAIN,
        _widest(_keys(table, printed)) * KEY * PLAIN,
    )
    return int(found * 20) + 2 * PADDING


def _widest(words: Iterable[str]) -> float:
    """Width of the widest word as a multiple of the size of type."""
    return max((sum(map(_letter, word)) for word in words), default=0)


@cache
def _letter(letter: str) -> float:
    for letters, share in LETTERS.items():
        if letter in letters:
            return share
    return CAPITAL if letter.isupper() else LETTER


def _keys(table: Table, printed: Printed) -> Iterable[str]:
    if printed.column.type != "count":
        return ()
    return (key for row in table.rows for key in cell(row, printed, table).keys)

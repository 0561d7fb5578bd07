"""How wide the columns of a Word table are, so that no word of a head is broken."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache
from math import sqrt

from qualcode.domain.table import Table
from qualcode.reports.docx_paper import Paper
from qualcode.reports.grid import Printed, cell, column_words, laid

PADDING = 45
"""Space between a cell's border and its words, left and right, in twentieths of a point."""

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

NUMBERS = 0.6
"""Share of a column of numbers in the width that is left over."""

LONG_TEXT = 600
"""Letters from which on a column of words gets no larger share."""


@dataclass(frozen=True, slots=True)
class Layout:
    """A table on paper: its columns in parts that fit, what stands below each row, its paper."""

    parts: tuple[tuple[Printed, ...], ...]
    below: tuple[Printed, ...]
    needs: tuple[int, ...]
    """What each column of all parts needs, in twentieths of a point."""
    shares: tuple[float, ...]
    """How what is left over is shared among them."""
    landscape: bool
    paper: int
    """Width between the margins in twentieths of a point."""


def layout(table: Table, paper: Paper) -> Layout:
    """Portrait where the columns fit, else landscape, else landscape in parts.

    Each part begins with the first column.
    """
    columns, below = laid(table)
    columns = tuple(one for one in columns if one.column.key != OWN_KEY)
    needs = {column: _need(table, column, paper) for column in columns}
    whole = sum(needs.values())
    lies = paper.turns and whole > paper.upright
    room = paper.lying if lies else paper.upright
    parts = [columns] if whole <= room else _parts(columns, needs, room)
    flat = tuple(needs[column] for part in parts for column in part)
    shares = {column: _share(table, column) for column in columns}
    wanted = tuple(shares[column] for part in parts for column in part)
    return Layout(tuple(parts), below, flat, wanted, lies, room)


def widths(needs: Sequence[int], shares: Sequence[float], paper: int) -> list[int]:
    """What each column needs and its share of what is left; all together the paper's width."""
    spare = max(paper - sum(needs), 0) / sum(shares)
    return [int(need + spare * share) for need, share in zip(needs, shares, strict=True)]


def _share(table: Table, printed: Printed) -> float:
    """A column of long words gets more: the root, so that short ones beside it are not squeezed."""
    if printed.right:
        return NUMBERS
    longest = max(map(len, column_words(table, printed)), default=0)
    return max(sqrt(min(longest, LONG_TEXT)), 1.0)


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


def _need(table: Table, printed: Printed, paper: Paper) -> int:
    """Room for the longest word of the head, of the cells, and for a key where there are keys."""
    words = {word for text in set(column_words(table, printed)) for word in WORD.findall(text)}
    found = max(
        _widest(WORD.findall(printed.column.label)) * paper.head,
        _widest(word[:LONG_WORD] for word in words) * paper.body * PLAIN,
        _widest(_keys(table, printed)) * paper.key * PLAIN,
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

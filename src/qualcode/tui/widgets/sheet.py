"""A table laid out for the screen: widths, words, shades; pure, made once for each table."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from qualcode.domain.showing import headings, shown, visible
from qualcode.domain.table import (
    DENIED,
    NOT_ASKED,
    NOT_ENOUGH,
    NOTHING_SAID,
    UNRATED,
    Column,
    Counted,
    Row,
    Table,
)
from qualcode.text.cells import width as cells_of
from qualcode.text.wrap import Rows
from qualcode.tui.fitting import one_line
from qualcode.tui.words import _, marked

STEPS = 5
"""Shades from the least to the most."""

CUES = ("·", "░", "▒", "▓", "█")
"""The sign of each shade where there is no colour."""

EMPTY_WORDS = {
    NOT_ASKED: marked("not asked"),
    NOTHING_SAID: marked("nothing said"),
    DENIED: marked("said to be absent"),
    NOT_ENOUGH: marked("not enough evidence"),
    UNRATED: marked("not rated"),
}

_LABEL_LINES = 3
_COUNT_LEAST, _COUNT_MOST = 6, 16
_TEXT_MOST, _QUOTE_MOST = 32, 60
_OWN_MEASURE = frozenset(
    ("cases", "informants", "passages", "organisations", "documents", "contrary", "without_pair")
)


@dataclass(frozen=True, slots=True)
class SheetColumn:
    """A column `cells` wide; its label wrapped to that width, aligned to the foot of the heads."""

    column: Column
    label: Sequence[str]
    cells: int
    right: bool


@dataclass(frozen=True, slots=True)
class SheetRow:
    """A row: its label, the words of its cells and their shades (0 none, 1 to 5).

    A heading has no cells and stands for no row of the table. `ends`, where there are some, stand
    at the right end of the cells, and the shades are theirs.
    """

    label: str
    words: Sequence[str] = ()
    shades: Sequence[int] = ()
    row: Row | None = None
    ends: Sequence[str] = ()


@dataclass(frozen=True, slots=True)
class Sheet:
    """A table as it is painted. `label_cells` is what the longest row label takes."""

    table: Table
    corner: str
    columns: Sequence[SheetColumn]
    rows: Sequence[SheetRow]
    label_cells: int

    @property
    def head_lines(self) -> int:
        """Lines of the column labels."""
        return max((len(each.label) for each in self.columns), default=1)


def sheet_of(table: Table) -> Sheet:
    """The layout of a table. The column that repeats the row labels becomes their heading."""
    columns = list(visible(table))
    same = [column for column in columns if table.rows and _repeats_label(column, table)]
    corner = one_line(same[0].label) if same else ""
    columns = [column for column in columns if column not in same[:1]]
    scales = _scales(columns, table)
    rows: list[SheetRow] = []
    for heading, row in zip(headings(table), table.rows, strict=True):
        if heading is not None:
            rows.append(SheetRow(one_line(heading)))
        words = [one_line(shown(row.cells[column.key], column, table)) for column in columns]
        shades = [_shade(row, column, scales) for column in columns]
        rows.append(SheetRow(one_line(row.label), words, shades, row))
    indent = 2 if any(each.row is None for each in rows) else 0
    longest = max((cells_of(each.label) + (indent if each.row else 0) for each in rows), default=4)
    real = [each.words for each in rows if each.row]
    laid = [_column(columns, at, [words[at] for words in real]) for at in range(len(columns))]
    return Sheet(table, corner, laid, rows, max(longest, cells_of(corner), 4))


def cell_words(row: Row, column: Column, table: Table) -> str:
    """What a cell says, its sign of emptiness in words."""
    value = row.cells[column.key]
    if isinstance(value, Counted) and value.value is None and value.empty is not None:
        return _(EMPTY_WORDS.get(value.empty, value.empty))
    return shown(value, column, table)


def _repeats_label(column: Column, table: Table) -> bool:
    return all(shown(r.cells[column.key], column, table) == one_line(r.label) for r in table.rows)


def _column(columns: Sequence[Column], at: int, words: Sequence[str]) -> SheetColumn:
    column = columns[at]
    label = one_line(column.label)
    before = one_line(columns[at - 1].label) if at else ""
    if before and label.startswith(f"{before}: "):
        label = label.removeprefix(f"{before}: ")
    widest = max(map(cells_of, words), default=0)
    parts = [cells_of(part) for part in re.split(r"\s+", label)]
    if column.type in ("count", "number"):
        cells = min(max(*parts, widest + 2, _COUNT_LEAST), _COUNT_MOST)
        while cells < _COUNT_MOST and len(Rows(label, cells)) > _LABEL_LINES:
            cells += 1
        right = True
    else:
        most = _QUOTE_MOST if column.type == "quote" else _TEXT_MOST
        cells, right = min(max(widest, *parts, _COUNT_LEAST), most), False
    rows = Rows(label, cells)
    lines = [rows.words(place) for place in range(min(len(rows), _LABEL_LINES))]
    if len(rows) > _LABEL_LINES:
        lines[-1] = f"{lines[-1]} …"
    return SheetColumn(column, lines, cells, right)


def _measure(column: Column) -> str:
    """Columns of one measure are shaded on one scale."""
    if column.key in _OWN_MEASURE:
        return column.key
    return "of-informants" if column.key.endswith(".informants") else "cells"


def _scales(columns: Sequence[Column], table: Table) -> dict[str, int]:
    """The highest count of each measure."""
    found: dict[str, int] = {}
    for column in columns:
        name = _measure(column)
        for row in table.rows:
            value = row.cells[column.key]
            if isinstance(value, Counted) and value.value:
                found[name] = max(found.get(name, 0), value.value)
    return found


def _shade(row: Row, column: Column, scales: dict[str, int]) -> int:
    value = row.cells[column.key]
    if not isinstance(value, Counted) or not value.value:
        return 0
    return shade_of(value.value, scales[_measure(column)])


def shade_of(value: int, most: int) -> int:
    """The shade of a number among those up to `most`: 1 to 5, none for 0."""
    return max(1, min(STEPS, -(-value * STEPS // most))) if value else 0

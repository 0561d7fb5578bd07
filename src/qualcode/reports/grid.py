"""A table as it is printed for people: which columns share a cell, and what stands in each."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby

from qualcode.domain.showing import shown, visible
from qualcode.domain.table import CellValue, Column, Counted, Row, Table
from qualcode.reports.wording import Wording

INFORMANTS = ".informants"
"""Ends the key of a column whose numbers belong beside those of the column before it."""

NAMES = {"cases": "case_names"}
"""Columns whose numbers have their names beside them."""

LONG = ("summary", "met", "rival")
"""Columns of whole sentences beside those of quotes."""

NUMERIC = ("range",)
"""Columns whose words are made of numbers."""

ENOUGH = 4
"""Printed columns beside which whole sentences would be squeezed."""


@dataclass(frozen=True, slots=True)
class Piece:
    """A part of a cell's words; `key` is the evidence key of the number that it shows."""

    words: str
    key: str | None = None


@dataclass(frozen=True, slots=True)
class Cell:
    """What stands in a printed cell, and which kind of empty it is."""

    pieces: tuple[Piece, ...]
    empty: str | None = None

    @property
    def words(self) -> str:
        """All of it on one line."""
        return "".join(piece.words for piece in self.pieces)

    @property
    def keys(self) -> tuple[str, ...]:
        """The evidence keys in it."""
        return tuple(piece.key for piece in self.pieces if piece.key)


@dataclass(frozen=True, slots=True)
class Printed:
    """A column of print. `beside` stands in its cells too; `over` above it and its neighbours.

    `worded` says that words stand in place of its numbers.
    """

    column: Column
    beside: Column | None = None
    over: str = ""
    worded: bool = False

    @property
    def right(self) -> bool:
        """Whether its cells are numbers, which stand to the right."""
        named = self.beside is not None and self.beside.type != "count"
        return not (named or self.worded) and (
            self.column.type in ("count", "number") or self.column.key in NUMERIC
        )

    @property
    def head(self) -> str:
        """The label on one line with the words above it."""
        return f"{self.column.label}: {self.over}" if self.over else self.column.label


def grid(table: Table) -> tuple[Printed, ...]:
    """The columns of print: informants stand in brackets, names behind their number."""
    columns = {column.key: column for column in visible(table)}
    over = Wording(table.language).word("passages-informants")
    taken = {name for number, name in NAMES.items() if number in columns}
    found = []
    for key, column in columns.items():
        if key in taken or (key.endswith(INFORMANTS) and key.removesuffix(INFORMANTS) in columns):
            continue
        informants = columns.get(f"{key}{INFORMANTS}")
        if informants is not None:
            found.append(Printed(column, informants, over))
        else:
            beside = columns.get(NAMES.get(key, ""))
            found.append(Printed(column, beside, worded=worded(table, column)))
    return tuple(found)


def worded(table: Table, column: Column) -> bool:
    """Whether cells of a counted column hold words in place of numbers."""
    cells = (row.cells[column.key] for row in table.rows if column.type == "count")
    return any(isinstance(cell, Counted) and cell.text is not None for cell in cells)


def laid(table: Table) -> tuple[tuple[Printed, ...], tuple[Printed, ...]]:
    """The columns side by side, and those of whole sentences that stand below each row."""
    first, *rest = grid(table) or (Printed(Column("", "")),)
    beside = [one for one in rest if not _long(one)]
    if len(beside) + 1 < ENOUGH:
        return (first, *rest), ()
    return (first, *beside), tuple(one for one in rest if _long(one))


def _long(printed: Printed) -> bool:
    return printed.column.type == "quote" or printed.column.key in LONG


def told_below(words: str, printed: Printed, below: Sequence[Printed]) -> str:
    """The sentences below a row, with the label of their column where several stand there."""
    return f"{printed.column.label}: {words}" if words and len(below) > 1 else words


def heads(columns: Sequence[Printed]) -> list[tuple[str, int]]:
    """The upper line of the head: words and how many columns they stand over; `` for none."""
    return [(over, len(list(run))) for over, run in groupby(columns, key=lambda one: one.over)]


def cell(row: Row, printed: Printed, table: Table) -> Cell:
    """What stands in one cell."""
    value = row.cells[printed.column.key]
    pieces = [_piece(value, printed.column, table)]
    empty = value.empty if isinstance(value, Counted) else None
    if printed.beside is not None and empty is None:
        other = _piece(row.cells[printed.beside.key], printed.beside, table)
        if printed.right:
            pieces += [Piece(" ("), other, Piece(")")]
        elif other.words:
            pieces += [Piece(": "), other]
    return Cell(tuple(pieces), empty)


def column_words(table: Table, printed: Printed) -> list[str]:
    """The words of a column's cells in the order of the rows; equal values are worded once."""
    keys = [column.key for column in (printed.column, printed.beside) if column is not None]
    values = [tuple([row.cells[key] for key in keys]) for row in table.rows]
    rows = dict(zip(values, table.rows, strict=True))
    known = {value: cell(row, printed, table).words for value, row in rows.items()}
    return [known[value] for value in values]


def _piece(value: CellValue, column: Column, table: Table) -> Piece:
    key = value.evidence if isinstance(value, Counted) else None
    return Piece(shown(value, column, table), key)

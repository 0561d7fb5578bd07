"""A table as a value: made once, shown alike on screen, in csv, docx and xlsx."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

NOT_ASKED = "not-asked"
NOTHING_SAID = "nothing-said"
DENIED = "denied"

EMPTY_SIGNS: Mapping[str, str] = {NOT_ASKED: "/", NOTHING_SAID: "–", DENIED: "0"}
"""The sign of each kind of empty cell, the same in every format."""


@dataclass(frozen=True, slots=True)
class Counted:
    """A counted cell: a number with the codings behind it, or one of three kinds of empty.

    `codings` are the ids behind the number; `evidence` the key that `trace` resolves.
    """

    value: int | None
    empty: str | None = None
    codings: tuple[str, ...] = ()
    evidence: str | None = None

    @property
    def shown(self) -> str:
        """The number, or the sign of the emptiness."""
        if self.value is not None:
            return str(self.value)
        return EMPTY_SIGNS.get(self.empty or "", "")


CellValue = Counted | str | int | float | None


@dataclass(frozen=True, slots=True)
class Column:
    """A column; `type` is one of text, count, number, quote, code, case, value.

    `code`, `case` and `value` cells hold ids that `Table.labels` names; `text` and `quote` cells
    hold words; a `count` cell is a `Counted`; a `number` cell an int or a float.
    """

    key: str
    label: str
    type: str = "text"


@dataclass(frozen=True, slots=True)
class Row:
    """A row; `key` is an id (of a case, code, theme ...), the same in every language.

    `group` is the heading that the row stands under where a table is in parts.
    """

    key: str
    label: str
    cells: Mapping[str, CellValue]
    group: str | None = None


@dataclass(frozen=True, slots=True)
class Table:
    """Name, title, columns, rows and the notes under it; `state` is the project's content hash.

    `source` is the line that says how much material the table rests on.
    """

    name: str
    title: str
    columns: tuple[Column, ...]
    rows: tuple[Row, ...]
    notes: tuple[str, ...] = ()
    state: str = ""
    language: str = "en"
    source: str = ""
    labels: Mapping[str, str] = field(default_factory=dict)
    """Labels for ids that stand as values in cells (cases, codes), in the table's language."""
    date: str = ""
    """Date of the project's last change, ISO; the date of files made of the table."""


@dataclass(frozen=True, slots=True)
class TableOptions:
    """What a table is made of and in which language; every field that is set narrows.

    `coder` is as in the codings; `cases` and `codes` are ids, a code standing for all below it.
    """

    language: str = "en"
    coder: str | None = None
    cases: tuple[str, ...] = ()
    codes: tuple[str, ...] = ()

"""A table as a value: made once, shown alike on screen, in csv, docx and xlsx."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

NOT_ASKED = "not-asked"
NOTHING_SAID = "nothing-said"
DENIED = "denied"

NOT_ENOUGH = "not-enough"
UNRATED = "unrated"

EMPTY_SIGNS: Mapping[str, str] = {
    NOT_ASKED: "/",
    NOTHING_SAID: "–",
    DENIED: "0",
    NOT_ENOUGH: "NE",
    UNRATED: "·",
}
"""The sign of each kind of empty cell, the same in every format; the last two are of ratings."""


@dataclass(frozen=True, slots=True)
class Counted:
    """A counted cell: a number with the codings behind it, or one of three kinds of empty.

    `codings` are the ids behind the number; `evidence` the key that `trace` resolves. `text` is
    what readers see instead of the number, such as the summary of what the codings say.
    """

    value: int | None
    empty: str | None = None
    codings: tuple[str, ...] = ()
    evidence: str | None = None
    text: str | None = None

    @property
    def shown(self) -> str:
        """The words, else the number, else the sign of the emptiness."""
        if self.text is not None:
            return self.text
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
    rows: Sequence[Row]
    notes: tuple[str, ...] = ()
    state: str = ""
    language: str = "en"
    source: str = ""
    labels: Mapping[str, str] = field(default_factory=dict)
    """Labels for ids that stand as values in cells (cases, codes), in the table's language."""
    date: str = ""
    """Date of the project's last change, ISO; the date of files made of the table."""


INTERNAL, PUBLIC = "internal", "public"
"""The profiles of those who do the evaluation, and of everybody: nobody is quoted there."""


@dataclass(frozen=True, slots=True)
class TableOptions:
    """What a table is made of and in which language; every field that is set narrows.

    `coder` is as in the codings; `cases` and `codes` are ids, a code standing for all below it.
    `rows` (case, participant, role), `period` and `order` (an attribute of cases, or a code whose
    rating orders them; `-` before it turns the order round) are for the tables that have them.
    """

    language: str = "en"
    coder: str | None = None
    cases: tuple[str, ...] = ()
    codes: tuple[str, ...] = ()
    rows: str = "case"
    period: str | None = None
    order: str | None = None
    by: str | None = None
    """What a table is spread over or grouped by, such as `valence`, `role` or `case.country`."""
    count: str = "passages"
    """What `crosstab` counts: passages, informants or cases."""
    profile: str = INTERNAL
    """Who reads it: for anybody outside the project roles that few hold are told less closely."""
    query: str = ""
    """A query as `domain.query` reads it: only what it means is counted."""

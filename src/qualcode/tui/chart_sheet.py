"""The framework matrix laid out for the screen: a sign and a word in every cell."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from qualcode.domain.framework import (
    FINAL,
    FRESH,
    STALE,
    CellState,
    Matrix,
    MatrixRow,
    Place,
)
from qualcode.domain.table import DENIED, EMPTY_SIGNS, NOT_ASKED, Column, Row, Table
from qualcode.text.cells import width as cells_of
from qualcode.text.wrap import Rows
from qualcode.tui.fitting import one_line
from qualcode.tui.widgets.sheet import Sheet, SheetColumn, SheetRow, shade_of
from qualcode.tui.words import _, counted

STATE_SIGNS = {STALE: "!", FRESH: "=", FINAL: "✓"}
"""The signs of what is written in a cell."""

_LEAST, _MOST, _LINES = 11, 16, 3


@dataclass(frozen=True, slots=True)
class Shown:
    """The matrix as it stands on the screen, with its codes as rows where it is `turned`."""

    matrix: Matrix
    names: Mapping[str, str]
    turned: bool = False

    def walk(self) -> tuple[CellState, ...]:
        """The cells in the order in which they are read."""
        rows, codes, cells = self.matrix.rows, self.matrix.codes, self.matrix.cells
        if self.turned:
            return tuple(cells[row.id, code] for code in codes for row in rows)
        return self.matrix.walk()

    def place(self, row: str, column: str) -> Place:
        """The cell at the keys of a row and a column of the sheet."""
        row, code = (column, row) if self.turned else (row, column)
        return Place(self.matrix.row_kind, row, code)

    def keys(self, place: Place) -> tuple[str, str]:
        """The keys of the row and the column of a cell."""
        return (place.code, place.row) if self.turned else (place.row, place.code)

    def cell(self, place: Place) -> CellState | None:
        """The state of a cell; None where it is not among those shown."""
        same = place.row_kind == self.matrix.row_kind
        return self.matrix.cells.get((place.row, place.code)) if same else None

    def label(self, place: Place) -> str:
        """Row and code of a cell in words."""
        row = next((each.label for each in self.matrix.rows if each.id == place.row), place.row)
        return f"{one_line(row)} × {self.names.get(place.code, place.code)}"


def to_chart(cell: CellState) -> bool:
    """Whether there are passages and no summary."""
    return cell.to_chart


def is_stale(cell: CellState) -> bool:
    """Whether its summary is out of date."""
    return cell.state == STALE


WANTED: Mapping[str, Callable[[CellState], bool]] = {"empty": to_chart, "stale": is_stale}


def next_place(shown: Shown, wanted: str, after: Place | None, by: int) -> Place | None:
    """The next cell of that kind, or the one before, going round once; None where there is none."""
    cells = shown.walk()
    at = next((n for n, each in enumerate(cells) if each.place == after), -1 if by > 0 else 0)
    for step in range(1, len(cells) + 1):
        each = cells[(at + by * step) % len(cells)]
        if WANTED[wanted](each):
            return each.place
    return None


def state_words(cell: CellState) -> str:
    """The state of a cell as its sign and a word, for a narrow column.

    The word is left out where nothing was said and the cell is rated all the same.
    """
    if cell.state in STATE_SIGNS:
        words = {STALE: _("stale"), FRESH: _("charted"), FINAL: _("final")}[cell.state]
        return f"{STATE_SIGNS[cell.state]} {words}"
    if cell.state == DENIED:
        return f"{EMPTY_SIGNS[DENIED]} " + _("absent")
    if cell.to_chart:
        return counted("{n} to chart", "{n} to chart", cell.passages + cell.denied)
    if cell.rated:
        return EMPTY_SIGNS[cell.state]
    words = _("not asked") if cell.state == NOT_ASKED else _("nothing")
    return f"{EMPTY_SIGNS[cell.state]} {words}"


def sheet_of_matrix(shown: Shown) -> Sheet:
    """The layout; informants stand under their cases."""
    columns, rows = _axes(shown)
    grouped = any(each.case for each in rows)
    table = Table("charting", "", tuple(columns), ())
    values = [each.rated.value or 0 for each in shown.walk() if each.rated]
    laid: list[SheetRow] = []
    case: str | None = None
    for each in rows:
        if grouped and each.case != case:
            case = each.case
            laid.append(SheetRow(one_line(case or _("(no case)"))))
        laid.append(_row(shown, each, columns, max(values, default=0)))
    real = [each for each in laid if each.row]
    heads = [
        _head(column, [_room(each.words[at], each.ends[at]) for each in real])
        for at, column in enumerate(columns)
    ]
    indent = 2 if grouped else 0
    longest = max((cells_of(each.label) + indent for each in real), default=4)
    return Sheet(table, "", heads, laid, longest)


def _axes(shown: Shown) -> tuple[list[Column], Sequence[MatrixRow]]:
    """Columns and rows as they stand on the screen."""
    names, matrix = shown.names, shown.matrix
    if shown.turned:
        columns = [Column(each.id, _ordered(each)) for each in matrix.rows]
        return columns, [MatrixRow(code, names.get(code, code)) for code in matrix.codes]
    return [Column(code, names.get(code, code)) for code in matrix.codes], matrix.rows


def _ordered(row: MatrixRow) -> str:
    """The label of a row with what it is ordered by."""
    label = one_line(row.label)
    return f"{label} · {row.order}" if row.order is not None else label


def _row(shown: Shown, row: MatrixRow, columns: Sequence[Column], most: int) -> SheetRow:
    """A row; a rating is shaded as in the report, on the scale of the highest one here."""
    cells = [shown.cell(shown.place(row.id, column.key)) for column in columns]
    words = [state_words(each) if each else "" for each in cells]
    given = [each.rated if each else None for each in cells]
    shades = [shade_of(each.value, most) if each and each.value else 0 for each in given]
    ends = [f"{each.shown}{STATE_SIGNS[STALE] * each.stale}" if each else "" for each in given]
    return SheetRow(_ordered(row), words, shades, Row(row.id, row.label, {}), ends)


def _room(words: str, end: str) -> int:
    """The cells that the words of a cell and its rating take."""
    return cells_of(words) + (cells_of(end) + 1 if end else 0)


def _head(column: Column, rooms: Sequence[int]) -> SheetColumn:
    """A column wide enough for its cells and for the words of its label."""
    label = one_line(column.label)
    parts = [min(cells_of(part), _MOST) for part in re.split(r"\s+", label)]
    cells = max(_LEAST, *parts, *rooms)
    rows = Rows(label, cells)
    lines = [rows.words(at) for at in range(min(len(rows), _LINES))]
    if len(rows) > _LINES:
        lines[-1] = f"{lines[-1][: cells - 2]} …"
    return SheetColumn(column, lines, cells, right=False)


def tally(shown: Shown) -> Iterator[str]:
    """How much is left, in words."""
    cells = shown.walk()
    waiting, stale = sum(map(to_chart, cells)), sum(map(is_stale, cells))
    final = sum(each.state == FINAL for each in cells)
    yield counted("{n} cell to chart", "{n} cells to chart", waiting)
    if stale:
        yield counted("{n} stale", "{n} stale", stale)
    if final:
        yield counted("{n} final", "{n} final", final)

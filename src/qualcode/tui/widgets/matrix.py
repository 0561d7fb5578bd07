"""One view for all tables: row and column labels stay, counts are shaded and always printed."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, ClassVar

from rich.segment import Segment as Piece
from textual import events
from textual.binding import Binding, BindingType
from textual.geometry import Size
from textual.message import Message
from textual.scroll_view import ScrollView
from textual.strip import Strip

from qualcode.tui.fitting import fitted
from qualcode.tui.widgets.matrix_painter import (
    COMPONENTS,
    MatrixInk,
    View,
    matrix_ink,
    paint_head,
    paint_row,
)
from qualcode.tui.widgets.sheet import Sheet, SheetColumn, SheetRow
from qualcode.tui.words import _

_GAP = 1
_WORDS_LEAST = 12
_LABEL_LEAST, _LABEL_SHARE = 12, 0.36


class Matrix(ScrollView, can_focus=True):
    """A cell is lit; says `Lit` when it is another and `Chosen` on enter."""

    ALLOW_SELECT = False
    COMPONENT_CLASSES: ClassVar[set[str]] = set(COMPONENTS)
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("up", "go(0, -1)", "Row up", show=False),
        Binding("down", "go(0, 1)", "Row down", show=False),
        Binding("left", "go(-1, 0)", "Column left", show=False),
        Binding("right", "go(1, 0)", "Column right", show=False),
        Binding("pageup", "leap(-1)", "Page up", show=False),
        Binding("pagedown", "leap(1)", "Page down", show=False),
        Binding("home", "edge(-1, 0)", "First column", show=False),
        Binding("end", "edge(1, 0)", "Last column", show=False),
        Binding("ctrl+home", "edge(0, -1)", "First row", show=False),
        Binding("ctrl+end", "edge(0, 1)", "Last row", show=False),
        Binding("enter", "choose", "Quotes of the cell", show=False),
    ]

    @dataclass
    class Lit(Message):
        """Another cell is lit."""

    @dataclass
    class Chosen(Message):
        """The lit cell was chosen."""

    def __init__(self, **named: Any) -> None:
        super().__init__(**named)
        self.sheet: Sheet | None = None
        self.row = self.column = 0
        self._first = 0
        self._words = ""
        self._ink: MatrixInk | None = None

    # what is shown

    def show_words(self, words: str) -> None:
        """Show words in place of a table."""
        self.sheet, self._words = None, words
        self.virtual_size = Size(0, 0)
        self.refresh()

    def show_sheet(self, sheet: Sheet) -> None:
        """Show a table; where it is the same one as before, the same cell stays lit."""
        old, lit = self.sheet, self.lit
        self.sheet = sheet
        if old is not None and old.table.name == sheet.table.name and lit is not None:
            self._light_again(lit[0].row.key if lit[0].row else "", lit[1].column.key)
        else:
            self._first = self.column = 0
            self.row = next((at for at, each in enumerate(sheet.rows) if each.row), 0)
            self.scroll_to(y=0, animate=False, immediate=True)
        self._words = "" if sheet.rows else _("Nothing to count yet")
        self._set_extent()
        self._reveal()
        self.refresh()

    def _light_again(self, row: str, column: str) -> None:
        assert self.sheet is not None
        rows = [at for at, each in enumerate(self.sheet.rows) if each.row and each.row.key == row]
        columns = [at for at, each in enumerate(self.sheet.columns) if each.column.key == column]
        first = next((at for at, each in enumerate(self.sheet.rows) if each.row), 0)
        self.row = rows[0] if rows else first
        self.column = columns[0] if columns else 0

    def light(self, row: str, column: str) -> None:
        """Light the cell of a row and a column by their keys; the first one where one is gone."""
        if self.sheet is not None:
            self._light_again(row, column)
            self._reveal()
            self.refresh()

    @property
    def lit(self) -> tuple[SheetRow, SheetColumn] | None:
        """The row and the column of the lit cell."""
        sheet = self.sheet
        if sheet is None or not sheet.columns or not 0 <= self.row < len(sheet.rows):
            return None
        return sheet.rows[self.row], sheet.columns[min(self.column, len(sheet.columns) - 1)]

    # moving

    def action_go(self, columns: int, rows: int) -> None:
        """To the next cell in a direction."""
        if self.sheet is None:
            return
        place = self.row + rows
        while rows and 0 <= place < len(self.sheet.rows) and self.sheet.rows[place].row is None:
            place += rows
        self._light(place, self.column + columns)

    def action_leap(self, by: int) -> None:
        """A page of rows on."""
        if self.sheet is not None:
            room = max(1, self.size.height - self.sheet.head_lines - 2)
            place = min(max(self.row + by * room, 0), len(self.sheet.rows) - 1)
            if self.sheet.rows[place].row is None:
                place += 1 if place + 1 < len(self.sheet.rows) else -1
            self._light(place, self.column)

    def action_edge(self, columns: int, rows: int) -> None:
        """To the first or last column or row."""
        if self.sheet is None or not self.sheet.rows:
            return
        real = [at for at, each in enumerate(self.sheet.rows) if each.row]
        row = self.row if not rows else real[0 if rows < 0 else -1]
        column = self.column if not columns else 0 if columns < 0 else len(self.sheet.columns) - 1
        self._light(row, column)

    def action_choose(self) -> None:
        """Say that the lit cell is chosen."""
        if self.lit is not None:
            self.post_message(self.Chosen())

    def on_click(self, event: events.Click) -> None:
        """Light what was clicked; twice chooses it."""
        if self.sheet is None:
            return
        row = event.y - self.sheet.head_lines - 1 + self.scroll_offset.y
        left = self._label_room
        for at, cells in self._in_view():
            if left <= event.x < left + cells + _GAP:
                self._light(row, at)
            left += cells + _GAP
        if event.chain == 2:
            self.action_choose()

    def _light(self, row: int, column: int) -> None:
        sheet = self.sheet
        if sheet is None or not 0 <= row < len(sheet.rows) or sheet.rows[row].row is None:
            return
        column = min(max(column, 0), len(sheet.columns) - 1)
        if (row, column) != (self.row, self.column):
            self.row, self.column = row, column
            self._reveal()
            self.refresh()
            self.post_message(self.Lit())

    # laying out

    @property
    def _label_room(self) -> int:
        """Cells for the row labels."""
        assert self.sheet is not None
        most = max(_LABEL_LEAST, int(self.size.width * _LABEL_SHARE))
        return min(self.sheet.label_cells, most)

    def _in_view(self) -> list[tuple[int, int]]:
        """Each column that has room, from the first shown one, with its cells.

        Words may have less room than they need; numbers may not.
        """
        assert self.sheet is not None
        found: list[tuple[int, int]] = []
        rest = self.scrollable_content_region.width - self._label_room - 1
        for at in range(self._first, len(self.sheet.columns)):
            column = self.sheet.columns[at]
            cells = column.cells
            if cells + _GAP > rest and not column.right and rest - _GAP >= _WORDS_LEAST:
                cells = rest - _GAP
            if cells + _GAP > rest and found:
                break
            found.append((at, cells))
            rest -= cells + _GAP
        return found

    def _set_extent(self) -> None:
        if self.sheet is not None:
            lines = len(self.sheet.rows) + self.sheet.head_lines + 1
            self.virtual_size = Size(self.scrollable_content_region.width, lines)

    def _reveal(self) -> None:
        """Bring the lit cell into view."""
        if self.sheet is None or not self.size.width:
            return
        self._first = min(self._first, self.column)
        while self.sheet.columns and self.column not in [at for at, _ in self._in_view()]:
            self._first += 1
        head = self.sheet.head_lines + 1
        room, top = self.size.height - head, self.scroll_offset.y
        if self.row < top or self.row >= top + room:
            target = self.row if self.row < top else self.row - room + 1
            if self.row < top and target and self.sheet.rows[target - 1].row is None:
                target -= 1
            self.scroll_to(y=max(0, target), animate=False, immediate=True)

    def on_resize(self) -> None:
        """Keep the lit cell in view."""
        self._set_extent()
        self._reveal()
        self.refresh()

    # painting

    def notify_style_update(self) -> None:
        """Another theme."""
        super().notify_style_update()
        self._ink = None

    def render_line(self, y: int) -> Strip:
        """One line: labels of the columns, the rule below them, or a row."""
        width, sheet = self.scrollable_content_region.width, self.sheet
        if self._ink is None:
            self._ink = matrix_ink(self)
        ink = self._ink
        if sheet is None or not sheet.rows or width < _LABEL_LEAST:
            words = self._words if y == 0 else ""
            return Strip([Piece(fitted(words, self.size.width), ink.quiet)], self.size.width)
        view = View(sheet, self._label_room, self._in_view(), self.row, self.column, self.has_focus)
        place = y - sheet.head_lines - 1 + self.scroll_offset.y
        pieces: list[Piece] = []
        if y < sheet.head_lines:
            pieces = paint_head(view, y, ink)
        elif y == sheet.head_lines:
            pieces = [Piece("─" * width, ink.line)]
        elif place < len(sheet.rows):
            pieces = paint_row(view, place, ink, width)
        return Strip(pieces).adjust_cell_length(width, ink.cell)

"""A list in columns with one row lit: cases, documents, quotes.

Rows are painted one by one from plain values, so that thousands of them cost no more than those
in view. Columns that find no room are left out, the least needed first.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any, ClassVar

from rich.segment import Segment as Piece
from rich.style import Style
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.strip import Strip
from textual.widget import Widget

from qualcode.text.cells import width as cells_of
from qualcode.tui.fitting import fitted, one_line
from qualcode.tui.widgets.line_list import Entry, LineList, Shown
from qualcode.tui.words import _

GAP = 2
EIGHTHS = " ▏▎▍▌▋▊▉"
MARK, NO_MARK = "● ", "  "


@dataclass(frozen=True, slots=True)
class ListColumn:
    """A column `cells` wide, wider where its label needs it; 0 takes what the others leave.

    It is shown where the list has at least `from_width` cells. The label is `marked`.
    """

    label: str
    cells: int = 0
    right: bool = False
    from_width: int = 0


@dataclass(frozen=True, slots=True)
class Bar:
    """A share between 0 and 1 as a bar; `inner` is the part of it that is darker."""

    share: float
    inner: float


@dataclass(frozen=True, slots=True)
class Hued:
    """Words after a bar in a code's colour; `hue` None for no colour."""

    words: str
    hue: str | None


Cell = str | Bar | Hued


@dataclass(frozen=True, slots=True)
class RowEntry(Entry):
    """A row of cells, one for each column; a heading shows its `words` and `right` instead."""

    cells: Sequence[Cell] = field(default=())


def columns_in(columns: Sequence[ListColumn], width: int) -> list[tuple[int, ListColumn, int]]:
    """Place, column and cells of each one that is shown in a list of that width."""
    shown = [(at, each) for at, each in enumerate(columns) if width >= each.from_width]
    cells = [max(each.cells, cells_of(_(each.label))) if each.cells else 0 for at, each in shown]
    rest = max(width - sum(cells) - GAP * (len(shown) - 1), 0)
    return [(at, each, room or rest) for (at, each), room in zip(shown, cells, strict=True)]


def bar_pieces(bar: Bar, cells: int, ground: Style, hues: tuple[Style, Style]) -> list[Piece]:
    """The bar in eighths of a cell; `hues` are the styles of its inner and of its outer part."""
    inner_hue, outer_hue = hues
    inner = round(min(max(bar.inner, 0.0), 1.0) * cells * 8)
    whole = max(round(min(max(bar.share, 0.0), 1.0) * cells * 8), inner)
    pieces = []
    for cell in range(cells):
        of_inner = min(max(inner - cell * 8, 0), 8)
        of_whole = min(max(whole - cell * 8, 0), 8)
        if of_inner == 8:
            pieces.append(Piece("█", ground + inner_hue))
        elif of_inner and of_whole == 8:
            behind = Style(color=inner_hue.color, bgcolor=outer_hue.color)
            pieces.append(Piece(EIGHTHS[of_inner], behind))
        elif of_whole == 8:
            pieces.append(Piece("█", ground + outer_hue))
        elif of_inner:
            pieces.append(Piece(EIGHTHS[of_inner], ground + inner_hue))
        else:
            pieces.append(Piece(EIGHTHS[of_whole] if of_whole else "·", ground + outer_hue))
    return pieces


class ColumnList(LineList):
    """A `LineList` whose entries are rows of cells. With `markable`, marked rows carry a dot."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {"column-list--bar", "column-list--bar-rest"}
    columns: Sequence[ListColumn] = ()

    def __init__(self, *, empty: str = "", markable: bool = False, **named: Any) -> None:
        super().__init__(empty=empty, **named)
        self.markable = markable
        self.marked: set[str] = set()

    @property
    def row_width(self) -> int:
        """Cells for the columns."""
        return self.scrollable_content_region.width - (len(MARK) if self.markable else 0)

    def _shown(self, place: int) -> Shown:
        marked = self.markable and place < len(self.entries)
        marked = marked and self.entries[place].id in self.marked
        return super()._shown(place)._replace(marked=marked)

    def _pieces(self, entry: Entry, shown: Shown, width: int) -> list[Piece]:
        room = width - (len(MARK) if self.markable else 0)
        if not isinstance(entry, RowEntry) or entry.heading or room < 4:
            return super()._pieces(entry, shown, width)
        ground = self._ink("row")
        if shown.lit:
            lit = self._ink("lit")
            reverse = lit.reverse and shown.bright
            ground += Style(bgcolor=lit.bgcolor, bold=shown.bright, reverse=reverse)
        pieces = [Piece(MARK if shown.marked else NO_MARK, ground)] * self.markable
        for number, (at, column, cells) in enumerate(columns_in(self.columns, room)):
            if number:
                pieces.append(Piece(" " * GAP, ground))
            pieces += self._cell(entry.cells[at], column, cells, ground)
        return list(Strip(pieces).adjust_cell_length(width, ground))

    def _go(self, place: int) -> None:
        """To a row; in place of a heading to the row beside it."""
        if 0 <= place < len(self.entries) and self.entries[place].heading:
            step = 1 if place >= self.lit or place == 0 else -1
            place += step
        super()._go(place)

    def _cell(self, cell: Cell, column: ListColumn, cells: int, ground: Style) -> list[Piece]:
        if isinstance(cell, Bar):
            names = ("column-list--bar", "column-list--bar-rest")
            inner, rest = (self.get_component_rich_style(name, partial=True) for name in names)
            return bar_pieces(cell, cells, ground, (inner, rest))
        if isinstance(cell, Hued):
            hue = Style(color=cell.hue) if cell.hue else Style()
            words = fitted(cell.words, cells - 1)
            return [Piece("▌" if cell.hue else " ", ground + hue), Piece(words, ground)]
        words = fitted(cell[: cells * 4], cells)
        if column.right:
            words = words.rstrip().rjust(cells - (cells_of(words.rstrip()) - len(words.rstrip())))
        return [Piece(words, ground)]


class ColumnHeads(Widget):
    """The labels above a list's columns."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {"column-heads--label"}

    def __init__(self, of: ColumnList) -> None:
        super().__init__()
        self._list = of

    def render_line(self, y: int) -> Strip:
        """The labels."""
        style = self.get_component_rich_style("column-heads--label", partial=False)
        words = [NO_MARK] if self._list.markable else []
        parts = []
        for _at, column, cells in columns_in(self._list.columns, self._list.row_width):
            label = fitted(_(column.label), cells)
            parts.append(label.strip().rjust(cells) if column.right else label)
        words.append((" " * GAP).join(parts))
        return Strip([Piece("".join(words), style)]).adjust_cell_length(self.size.width, style)


class HeadedList(Vertical):
    """A column list below its labels."""

    def __init__(self, of: ColumnList, **named: Any) -> None:
        super().__init__(**named)
        self.list = of
        self.heads = ColumnHeads(of)

    def compose(self) -> ComposeResult:
        """Labels, then rows."""
        yield self.heads
        yield self.list


def percent(part: int, whole: int) -> str:
    """A share as people read it; a dash where there is nothing to share."""
    return f"{100 * part // whole} %" if whole else "–"


def plain(words: str | None) -> str:
    """Words for one line; nothing for None."""
    return one_line(words or "").strip()

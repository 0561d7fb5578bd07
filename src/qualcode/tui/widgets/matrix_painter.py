"""Paints the lines of a matrix: labels of the columns, the rule below them, rows."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from rich.segment import Segment as Piece
from rich.style import Style
from textual.color import Color
from textual.widget import Widget

from qualcode.text.cells import width as cells_of
from qualcode.tui.fitting import fitted
from qualcode.tui.widgets.sheet import CUES, Sheet, SheetRow

COMPONENTS = frozenset(
    f"matrix--{role}" for role in ("cell", "quiet", "label", "heading", "lit", "line", "shade")
)
_UNFOCUSED = Style(underline=True, bold=True)
_TINTS = (0.06, 0.14, 0.22, 0.31, 0.40)


@dataclass(frozen=True, slots=True)
class MatrixInk:
    """The styles of the theme in force; `shades` is empty where there is no colour."""

    cell: Style
    quiet: Style
    label: Style
    heading: Style
    lit: Style
    line: Style
    shades: Sequence[Style]


@dataclass(frozen=True, slots=True)
class View:
    """What of a sheet is in view: cells for the row labels, the columns, the lit cell.

    `columns` are places of columns with the cells that each has here.
    """

    sheet: Sheet
    label_room: int
    columns: Sequence[tuple[int, int]]
    row: int
    column: int
    focused: bool


def matrix_ink(view: Widget) -> MatrixInk:
    """The styles of the theme in force, each shade blended once."""

    def role(name: str) -> Style:
        return view.get_component_rich_style(f"matrix--{name}", partial=False)

    shades: list[Style] = []
    plain = view.app.no_color or view.app.native_ansi_color
    if not plain:
        tint = view.get_component_styles("matrix--shade").color
        base = view.background_colors[1]
        opaque = Color(tint.r, tint.g, tint.b)
        shades = [Style(bgcolor=base.blend(opaque, share).rich_color) for share in _TINTS]
    return MatrixInk(
        cell=role("cell"),
        quiet=role("quiet"),
        label=role("label"),
        heading=role("heading"),
        lit=role("cell") + Style(reverse=True, bold=True) if plain else role("lit"),
        line=role("line"),
        shades=shades,
    )


def paint_head(view: View, line: int, ink: MatrixInk) -> list[Piece]:
    """One line of the column labels; signs in the last one tell of columns out of view."""
    sheet = view.sheet
    last = line == sheet.head_lines - 1
    pieces = [Piece(fitted(sheet.corner if last else "", view.label_room), ink.quiet)]
    for at, cells in view.columns:
        column = sheet.columns[at]
        place = line - (sheet.head_lines - len(column.label))
        words = column.label[place] if place >= 0 else ""
        more_before = last and at == view.columns[0][0] and at > 0
        pieces.append(Piece("‹" if more_before else " ", ink.label))
        style = ink.label if at == view.column else ink.quiet
        pieces.append(Piece(_placed(words, cells, right=column.right), style))
    if last and view.columns and view.columns[-1][0] < len(sheet.columns) - 1:
        pieces.append(Piece("›", ink.label))
    return pieces


def paint_row(view: View, place: int, ink: MatrixInk, width: int) -> list[Piece]:
    """One row, or the heading over some of them."""
    row = view.sheet.rows[place]
    if row.row is None:
        return [Piece(fitted(row.label, width), ink.heading)]
    indent = "  " if view.sheet.rows[0].row is None else ""
    here = place == view.row
    words = fitted(indent + row.label, view.label_room)
    pieces = [Piece(words, ink.label if here else ink.cell)]
    for at, cells in view.columns:
        if row.ends and row.ends[at]:
            found = _ended(row, at, cells, ink)
        else:
            right = view.sheet.columns[at].right
            found = [_cell((row.words[at], row.shades[at]), cells, ink, right=right)]
        if here and at == view.column:
            found = [_lit(piece, view, ink) for piece in found]
        pieces += [Piece(" ", ink.cell), *found]
    return pieces


def _lit(piece: Piece, view: View, ink: MatrixInk) -> Piece:
    style = ink.lit if view.focused else (piece.style or ink.cell) + _UNFOCUSED
    return Piece(piece.text, style)


def _ended(row: SheetRow, at: int, cells: int, ink: MatrixInk) -> list[Piece]:
    """The words of a cell, and what stands at its end, shaded or with the sign of its shade."""
    shade = row.shades[at]
    cue = CUES[shade - 1] if shade and not ink.shades else " "
    style = ink.cell + ink.shades[shade - 1] if shade and ink.shades else ink.cell
    end = f"{cue}{row.ends[at]}"
    room = max(cells - cells_of(end), 0)
    return [Piece(fitted(row.words[at], room), ink.cell), Piece(fitted(end, cells - room), style)]


def _cell(said: tuple[str, int], cells: int, ink: MatrixInk, *, right: bool) -> Piece:
    """The words of a cell as wide as its column, in their shade or with the sign of it."""
    words, shade = said
    style = ink.cell if shade or not right else ink.quiet
    if shade and not ink.shades:
        gap = " " * max(cells - cells_of(words) - 2, 0)
        return Piece(fitted(f"{CUES[shade - 1]}{gap}{words} ", cells), style)
    if shade:
        style += ink.shades[shade - 1]
    padded = f"{words} " if right else words
    return Piece(_placed(padded, cells, right=right), style)


def _placed(words: str, cells: int, *, right: bool) -> str:
    """Words in so many cells, numbers to the right."""
    used = cells_of(words)
    return " " * (cells - used) + words if right and used < cells else fitted(words, cells)

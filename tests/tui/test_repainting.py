"""The terminal shows what the screen means: piece by piece painted is as good as painted anew."""

from __future__ import annotations

from random import Random
from typing import Any

import pytest
from rich.segment import Segment as Piece
from rich.style import Style
from textual._compositor import ChopsUpdate, LayoutUpdate
from textual.strip import Strip
from textual.widgets import Input

from qualcode.tui.app import QualcodeApp
from qualcode.tui.widgets.definition import Definition
from qualcode.tui.widgets.line_list import LineList
from qualcode.tui.widgets.transcript import Transcript
from tests.tui.rooms import BROAD, coding, press

KEYS = (
    *("w", "b", "s", "S", "t", "T", "down", "up", "pagedown", "pageup", "shift+right", "space"),
    *("1", "2", "plus", "minus", "u", "U", "v", "k", "m", "tab", "comma", "r", "escape"),
    *("enter s a escape", "enter t i l l i t enter", "slash v i enter escape", "escape left"),
    *("d 3", "x", "full_stop", "ctrl+g", "escape", "H", "escape", "g", "escape", "apostrophe a"),
)
"""Keys of the coding screen, and some that open what lies over it."""

Cell = tuple[str, Style | None]


class Glass:
    """What a terminal shows after all that was sent to it: a sign and its style for each cell."""

    def __init__(self, width: int, height: int) -> None:
        self.cells: list[list[Cell]] = [[("?", None)] * width for _ in range(height)]

    def take(self, update: object) -> None:
        """An update as the compositor makes it."""
        if isinstance(update, ChopsUpdate):
            for y, first, after in update.spans:
                for end, (x, strip) in zip(
                    update.chop_ends[y], update.chops[y].items(), strict=True
                ):
                    if strip is not None and x < after and first < end:
                        self.put(x, y, strip.crop(0, min(end, after) - x))
        elif isinstance(update, LayoutUpdate):
            for y, strips in enumerate(update.strips):
                x = 0
                for strip in strips:
                    self.put(x, y, strip)
                    x += strip.cell_length

    def put(self, x: int, y: int, strip: Strip) -> None:
        """A strip at a place."""
        new = cells_of(strip)
        self.cells[y][x : x + len(new)] = new


def cells_of(line: Any) -> list[Cell]:
    """A strip cell by cell; a wide sign takes its first."""
    found: list[Cell] = []
    for piece in line:
        assert isinstance(piece, Piece)
        for sign in piece.text:
            wide = Strip([Piece(sign)]).cell_length
            found += [(sign, piece.style), *[("", piece.style)] * (wide - 1)][:wide]
    return found


def anew(app: QualcodeApp) -> list[list[Cell]]:
    """The screen painted from nothing that was kept."""
    for widget in (each for screen in app.screen_stack for each in screen.walk_children()):
        widget._styles_cache.clear()
        if widget.size:
            widget._render_content()
        if isinstance(widget, LineList | Definition):
            widget._painted.clear()
        if isinstance(widget, LineList):
            widget._inks.clear()
        if isinstance(widget, Transcript):
            widget.canvas._strips.clear()
    return [cells_of(strip) for strip in app.screen._compositor.render_strips()]


@pytest.mark.parametrize("size", [BROAD, (80, 24)])
@pytest.mark.parametrize("seed", [1, 2, 3])
async def test_after_each_key_the_terminal_shows_what_is_meant(project, size, seed, monkeypatch):
    """Keys in any order: no line is left as it was before, none is painted by mistake."""
    glass = Glass(*size)
    monkeypatch.setattr(QualcodeApp, "_display", lambda _, screen, update: glass.take(update))
    random = Random(seed)
    async with coding(project, size) as (pilot, _):
        pilot.app.screen.refresh(layout=True)
        await press(pilot, "w")
        done: list[str] = []
        for _ in range(25):
            keys = random.choice(KEYS)
            done.append(keys)
            await press(pilot, keys)
            for line in pilot.app.screen.query(Input):
                line.cursor_blink = False
            before = [list(line) for line in glass.cells]
            for y, meant in enumerate(anew(pilot.app)):
                assert words(before[y]) == words(meant), (done, y)
                assert before[y] == meant, (done, y)


def words(cells: list[Cell]) -> str:
    """The signs of a line."""
    return "".join(sign for sign, _ in cells)

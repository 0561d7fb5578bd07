"""The whole document in one column: where codings lie, what was found, which part is in view."""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Sequence
from itertools import accumulate
from typing import Any, ClassVar

from rich.segment import Segment as Piece
from rich.style import Style
from textual import events
from textual.geometry import Region
from textual.message import Message
from textual.strip import Strip
from textual.widget import Widget

from qualcode.text.lanes import Extent
from qualcode.tui.widgets.row_painter import HIT_SIGN

BLOCKS = " ▏▎▍▌▋▊▉█"
_PARTS = len(BLOCKS) - 1


def coverage(spans: Iterable[Extent], length: int, rows: int) -> list[int]:
    """For each of `rows` equal parts of a text, how much of it codings touch: eighths, 0 to 8.

    `length` in code points. Every coding shows, however short.
    """
    cells = rows * _PARTS
    if length <= 0 or rows <= 0:
        return [0] * max(0, rows)
    steps = array("l", bytes(array("l").itemsize * (cells + 1)))
    for span in spans:
        steps[min(span.start * cells // length, cells - 1)] += 1
        steps[min((span.end - 1) * cells // length, cells - 1) + 1] -= 1
    covered = [depth > 0 for depth in accumulate(steps)]
    return [sum(covered[at : at + _PARTS]) for at in range(0, cells, _PARTS)]


class Overview(Widget):
    """Prepared once for each change of codings or height; a click goes to that part."""

    ALLOW_SELECT = False
    COMPONENT_CLASSES: ClassVar[set[str]] = {"overview--map", "overview--view"}

    class Pointed(Message):
        """A part of the document was pointed at; 0 is its beginning, 1 its end."""

        def __init__(self, part: float) -> None:
            super().__init__()
            self.part = part

    def __init__(self, **named: Any) -> None:
        super().__init__(**named)
        self._spans: list[Extent] = []
        self._length = 0
        self._rows: list[int] = []
        self._hits: Sequence[tuple[int, int]] = ()
        self._found: frozenset[int] = frozenset()
        self._view = (0, 0)
        self._pressed = False

    def show_codings(self, spans: Iterable[Extent], length: int) -> None:
        """Show where these lie in a text of `length` code points."""
        self._spans, self._length = list(spans), length
        self._prepare()

    def show_hits(self, hits: Sequence[tuple[int, int]]) -> None:
        """Put a sign in each part in which words searched for begin."""
        self._hits = hits
        self._prepare()

    def show_view(self, start: int, end: int) -> None:
        """Mark the part that is in view; offsets in code points."""
        if self._length <= 0 or not self._rows:
            return
        rows = len(self._rows)
        first = min(start * rows // self._length, rows - 1)
        view = (first, max(first + 1, -(-end * rows // self._length)))
        if view != self._view:
            before, self._view = self._view, view
            for y in {*range(*before)} ^ {*range(*view)}:
                self.refresh(Region(0, y, 1, 1))

    def on_resize(self) -> None:
        """Another height parts the text anew."""
        self._prepare()

    def _prepare(self) -> None:
        rows = coverage(self._spans, self._length, self.size.height)
        length, last = max(1, self._length), max(0, len(rows) - 1)
        found = frozenset(min(hit[0] * len(rows) // length, last) for hit in self._hits)
        if (rows, found) != (self._rows, self._found):
            self._rows, self._found = rows, found
            self.refresh()

    def render_line(self, y: int) -> Strip:
        """One part of the document."""
        style = self.get_component_rich_style("overview--map", partial=False)
        if self._view[0] <= y < self._view[1]:
            style = self.get_component_rich_style("overview--view", partial=False)
            if self.app.no_color or self.app.native_ansi_color:
                style = style + Style(reverse=True)
        block = BLOCKS[self._rows[y]] if y < len(self._rows) else " "
        if y in self._found:
            block, style = HIT_SIGN, style + Style(bold=True)
        return Strip([Piece(block, style)], 1)

    def on_mouse_down(self, event: events.MouseDown) -> None:
        """To the part that was pressed."""
        self._pressed = True
        self.capture_mouse()
        self._point(event.y)

    def on_mouse_move(self, event: events.MouseMove) -> None:
        """Along with the mouse while it is pressed."""
        if self._pressed:
            self._point(event.y)

    def on_mouse_up(self) -> None:
        """It is let go."""
        self._pressed = False
        self.release_mouse()

    def _point(self, y: int) -> None:
        self.post_message(self.Pointed(min(max(y, 0), self.size.height) / max(1, self.size.height)))

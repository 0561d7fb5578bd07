"""The painted lines of a transcript: a cache, and which lines of the view are out of date."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from textual.geometry import Region
from textual.strip import Strip
from textual.widget import Widget

from qualcode.tui.later import Later
from qualcode.tui.widgets.caret import Caret
from qualcode.tui.widgets.marks import Item, Touched
from qualcode.tui.widgets.row_painter import TINTS, RowPainter, Scene

_KEPT = 1200
"""Painted lines that are kept."""
_AHEAD = 0.15
"""Seconds after a key until lines are painted ahead."""
_AT_ONCE = 32
"""Lines that are painted ahead in one go, so that a key waits for them a millisecond at most."""


class Canvas:
    """Paints lines once, and asks the view to show again only those whose look has changed."""

    def __init__(self, view: Widget) -> None:
        self._view = view
        self.painter: RowPainter | None = None
        self.scene = Scene()
        self._strips: dict[int, Strip] = {}
        self._ahead = Later(view, _AHEAD, self._paint_ahead)

    def line(self, line: int) -> Strip | None:
        """A painted line; None before there is a painter."""
        if self.painter is None:
            return None
        strip = self._strips.get(line)
        if strip is None:
            if len(self._strips) >= _KEPT:
                self._drop_far(line)
            strip = self._strips[line] = self.painter.paint(line, self.scene)
        return strip

    def ask_ahead(self) -> None:
        """Have the lines around the view painted a little later, for the keys to come."""
        self._ahead.ask()

    def _paint_ahead(self) -> None:
        """Paint some of the lines that the next keys may bring into view, the nearest first."""
        if self.painter is None:
            return
        top, height = self._view.scroll_offset.y, self._view.size.height
        first, after = max(0, top - height), min(top + 2 * height, len(self.painter.page))
        waiting = [line for line in range(first, after) if line not in self._strips]
        waiting.sort(key=lambda line: abs(line - top - height // 2))
        for line in waiting[:_AT_ONCE]:
            self.line(line)
        if len(waiting) > _AT_ONCE:
            self._ahead.ask()

    def _drop_far(self, line: int) -> None:
        """Keep the lines around one: a whole book of painted lines would fill the memory."""
        near = range(line - _KEPT // 4, line + _KEPT // 4)
        self._strips = {each: strip for each, strip in self._strips.items() if each in near}

    def use(self, painter: RowPainter | None) -> None:
        """Paint with another painter, everything anew."""
        self.painter = painter
        self.forget()

    def exchange(self, painter: RowPainter, touched: Sequence[Touched] | None = None) -> None:
        """Paint with another painter for the same page: most lines come out as they were.

        With `touched`, only what is coded there has changed.
        """
        stale = self._stale(painter, touched)
        before, self.painter = self._strips, painter
        self._strips = {line: strip for line, strip in before.items() if not stale(line)}
        top, size = self._view.scroll_offset.y, self._view.size
        for y in range(size.height):
            line = top + y
            if stale(line) and self.line(line) != before.get(line):
                self._view.refresh(Region(0, y, size.width, 1))

    def _stale(
        self, painter: RowPainter, touched: Sequence[Touched] | None
    ) -> Callable[[int], bool]:
        """Tells of a line whether it may look different now."""
        if touched is None or self.painter is None:
            return lambda line: True
        ranges = [
            marks.lines_around(one)
            for one in touched
            for marks in (self.painter.marks, painter.marks)
        ]
        return lambda line: any(first <= line <= last for first, last in ranges)

    def show_current(self, item: Item | None) -> None:
        """Make a coding the current one: heavy bracket, tinted words."""
        before, self.scene.current = self.scene.current, item
        for each in (before, item):
            if each is not None:
                self.forget_span(each.segment.start, each.segment.end)

    def next_tint(self) -> str:
        """Colour something else in the text; returns what."""
        self.scene.tint = TINTS[(TINTS.index(self.scene.tint) + 1) % len(TINTS)]
        self.forget()
        return self.scene.tint

    def forget(self) -> None:
        """Paint everything anew."""
        self._strips.clear()
        self._view.refresh()

    def forget_span(self, start: int, end: int) -> None:
        """Paint the lines of a passage anew; offsets in code points."""
        if self.painter is None:
            return
        page = self.painter.page
        self._forget_lines(page.line_of(start), page.line_of(max(start, end - 1)))

    def _forget_lines(self, first: int, last: int) -> None:
        top, size = self._view.scroll_offset.y, self._view.size
        if last - first < len(self._strips):
            for line in range(first, last + 1):
                self._strips.pop(line, None)
        else:
            kept = self._strips.items()
            self._strips = {line: strip for line, strip in kept if not first <= line <= last}
        stale = Region(0, first - top, size.width, last - first + 1)
        seen = stale.intersection(Region(0, 0, size.width, size.height))
        if seen:
            self._view.refresh(seen)

    def forget_between(self, before: Caret, after: Caret) -> None:
        """Paint the lines anew whose look differs between two carets."""
        touched = [before.cursor, after.cursor]
        if before.selection == after.selection:
            if self.painter is not None:
                for line in {self.painter.page.line_of(offset) for offset in touched}:
                    self._forget_lines(line, line)
            return
        if not (before.selection and after.selection and before.anchor == after.anchor):
            touched += [*(before.selection or ()), *(after.selection or ())]
        self.forget_span(min(touched), max(touched) + 1)

"""The mouse in the transcript: click, drag, double and triple click, whole turns in the gutter,
a coding by its bracket or name."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual import events
from textual.timer import Timer

from qualcode.domain.span import Span
from qualcode.text import motion
from qualcode.text.boundaries import Boundaries
from qualcode.tui.messages import ItemLit
from qualcode.tui.widgets.caret import Caret
from qualcode.tui.widgets.marks import Item

if TYPE_CHECKING:
    from qualcode.tui.widgets.transcript import Transcript

_EDGE_SECONDS = 0.06


class Pointer:
    """Turns what the mouse does into carets of one transcript view."""

    def __init__(self, view: Transcript) -> None:
        self._view = view
        self._bounds: Boundaries | None = None
        self._anchor: Span | None = None
        self._by_turns = False
        self._pressed: Span | None = None
        self._edge = 0
        self._timer: Timer | None = None

    def read(self, bounds: Boundaries) -> None:
        """Work on another document."""
        self._bounds, self._anchor = bounds, None

    def press(self, event: events.MouseDown) -> None:
        """Begin: with shift the selection reaches to here, in the gutter it is the turn.

        On a bracket or a name that coding becomes the current one.
        """
        offset, gutter = self._place(event)
        if offset is None or event.button != 1:
            return
        self._view.capture_mouse()
        item = self._item(event)
        self._by_turns, self._pressed = gutter, None
        if gutter:
            self._anchor = self._turn(offset)
            if item is not None:
                self._pressed = self._anchor
            elif self._anchor is not None:
                self._view.put(Caret().over(self._anchor))
        if item is not None:
            self._light(item, offset)
        if gutter or item is not None:
            return
        self._anchor = Span(offset, offset + 1)
        self._view.put(self._view.caret.to(offset, extend=event.shift))

    def drag(self, event: events.MouseMove) -> None:
        """Extend to where the mouse is; beyond the edge the view scrolls along."""
        if self._anchor is None:
            return
        y = event.get_content_offset_capture(self._view).y
        self._edge = -1 if y < 0 else 1 if y >= self._view.size.height else 0
        if self._edge and self._timer is None:
            self._timer = self._view.set_interval(_EDGE_SECONDS, self._scroll_on)
        offset, _ = self._place(event)
        if offset is not None:
            self._extend(offset)

    def release(self) -> None:
        """End of a drag."""
        self._view.release_mouse()
        self._anchor, self._edge = None, 0
        if self._timer is not None:
            self._timer.stop()
            self._timer = None

    def click(self, event: events.Click) -> None:
        """Twice: the word. Three times: the sentence."""
        offset, gutter = self._place(event)
        if offset is None or gutter or self._bounds is None or event.chain < 2:
            return
        if self._item(event) is not None:
            return
        unit: motion.Unit = "word" if event.chain == 2 else "sentence"
        span = motion.unit_at(self._bounds, offset, unit)
        if span is not None:
            self._view.put(Caret().over(span))

    def paragraph(self, offset: int) -> Span | None:
        """The paragraph at an offset, for texts without turns."""
        return motion.unit_at(self._bounds, offset, "paragraph") if self._bounds else None

    def _scroll_on(self) -> None:
        """One row further while the mouse is held beyond the edge."""
        page = self._view.page
        if page is None or not self._edge:
            return
        target, _ = motion.vertical(page.rows, self._view.caret.cursor, self._edge)
        self._extend(target)

    def _extend(self, offset: int) -> None:
        assert self._anchor is not None
        start = self._anchor
        if self._by_turns:
            turn = self._turn(offset)
            if turn is not None and turn != self._pressed:
                whole = Span(min(start.start, turn.start), max(start.end, turn.end))
                self._view.put(Caret().over(whole))
        elif offset != self._view.caret.cursor:
            self._view.put(self._view.caret.to(offset, extend=True))

    def _light(self, item: Item, offset: int) -> None:
        """Make a coding the current one, the cursor on its words as near as they are."""
        at = min(max(offset, item.segment.start), item.segment.end - 1)
        self._view.put(Caret(at))
        self._view.post_message(ItemLit(item.id))

    def _item(self, event: events.MouseEvent) -> Item | None:
        """The coding whose bracket or name is under the mouse."""
        page, marks = self._view.page, self._view.marks
        if page is None or marks is None:
            return None
        at = event.get_content_offset_capture(self._view)
        line = at.y + self._view.scroll_offset.y
        if line >= len(page):
            return None
        if page.columns.margin and at.x >= page.columns.margin_x:
            named = marks.names_on(line)
            return named[0] if named else None
        if at.x > page.columns.lanes:
            return None
        lane = at.x if at.x < page.columns.lanes else None
        found = [mark for mark in marks.lanes.on(page.row_at(line)) if mark.lane == lane]
        return marks.items[found[0].index] if found else None

    def _turn(self, offset: int) -> Span | None:
        page = self._view.page
        turn = page.turn_at(offset) if page else None
        return turn.span if turn is not None else self.paragraph(offset)

    def _place(self, event: events.MouseEvent) -> tuple[int | None, bool]:
        """The offset under the mouse, and whether the mouse is left of the text."""
        page = self._view.page
        if page is None:
            return None, False
        at = event.get_content_offset_capture(self._view)
        row = page.row_at(at.y + self._view.scroll_offset.y)
        cell = at.x - page.columns.text_x
        return page.rows.offset_at(row, max(0, cell)), cell < 0

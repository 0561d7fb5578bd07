"""The passages of a cell, to be read in their context and linked to its summary."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate
from typing import Any, ClassVar

from rich.segment import Segment as Painted
from rich.style import Style
from textual import events
from textual.binding import Binding, BindingType
from textual.geometry import Size
from textual.message import Message
from textual.scroll_view import ScrollView
from textual.strip import Strip

from qualcode.tui.fitting import fitted
from qualcode.tui.widgets.marks import Look
from qualcode.tui.widgets.passage_blocks import MARK, Item, Line, block, height

_LEAST = 12


class CellPassages(ScrollView, can_focus=True):
    """One passage is lit and stands in its context; says `Chosen` on enter, `Toggled` on a mark."""

    ALLOW_SELECT = False
    COMPONENT_CLASSES: ClassVar[set[str]] = {
        *("cell-passages--said", "cell-passages--context", "cell-passages--head"),
        *("cell-passages--lit", "cell-passages--mark", "cell-passages--within"),
    }
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("up", "step(-1)", "Up", show=False),
        Binding("down", "step(1)", "Down", show=False),
        Binding("pageup", "page(-1)", "Page up", show=False),
        Binding("pagedown", "page(1)", "Page down", show=False),
        Binding("home", "edge(0)", "First", show=False),
        Binding("end", "edge(-1)", "Last", show=False),
    ]

    @dataclass
    class Chosen(Message):
        """A passage was chosen."""

    @dataclass
    class Toggled(Message):
        """The mark before a passage was clicked."""

    def __init__(self, look: Look, **named: Any) -> None:
        super().__init__(**named)
        self.look = look
        self.items: Sequence[Item] = ()
        self.lit = 0
        self._empty = ""
        self._heights: list[int] = []
        self._inks: dict[str, Style] = {}
        self._blocks: dict[int, list[Line]] = {}
        self._tops: list[int] = [0]

    # what is shown

    def show_items(self, items: Sequence[Item], empty: str, *, afresh: bool) -> None:
        """Show these passages; from the first one where they are of another cell."""
        known = self.lit_item.key if self.lit_item else None
        self.items, self._empty = items, empty
        same = [at for at, each in enumerate(items) if each.key == known]
        self.lit = same[0] if same and not afresh else 0
        self._lay()
        if afresh:
            self.scroll_to(y=0, animate=False, immediate=True)
        else:
            self._reveal()

    def show_look(self, look: Look) -> None:
        """Codes by other names or hues."""
        self.look = look
        self._lay()

    @property
    def lit_item(self) -> Item | None:
        """The lit passage."""
        return self.items[self.lit] if self.lit < len(self.items) else None

    def _width(self) -> int:
        return max(self.scrollable_content_region.width, _LEAST)

    def _lay(self) -> None:
        self._heights = [self._height(at) for at in range(len(self.items))]
        self._measure()

    def _height(self, at: int) -> int:
        return height(self.items[at], self._width(), whole=at == self.lit)

    def _measure(self) -> None:
        """Where each passage begins, with a blank line between two; lines are made when painted."""
        self._tops = [0, *accumulate(each + 1 for each in self._heights)]
        self._blocks.clear()
        self.virtual_size = Size(self._width(), max(self._tops[-1] - 1, 0))
        self.refresh()

    def _block(self, at: int) -> list[Line]:
        if at not in self._blocks:
            self._blocks[at] = block(self.items[at], self.look, self._width(), whole=at == self.lit)
        return self._blocks[at]

    def on_resize(self) -> None:
        """Other lines for another width."""
        self._lay()
        self._reveal()

    # moving

    def action_step(self, by: int) -> None:
        """On through a passage that is longer than the view, then to the next one."""
        if not self.items:
            return
        top, room = self.scroll_offset.y, max(self.size.height, 1)
        first, last = self._tops[self.lit], self._tops[self.lit + 1] - 1
        if by > 0 and last > top + room:
            self.scroll_to(y=min(top + room - 1, last - room), animate=False, immediate=True)
        elif by < 0 and first < top:
            self.scroll_to(y=max(top - room + 1, first), animate=False, immediate=True)
        else:
            self.light(self.lit + by)

    def action_page(self, by: int) -> None:
        """To the passage a page on, at least the next one."""
        room = max(self.size.height - 1, 1)
        at = bisect_right(self._tops, self._tops[self.lit] + by * room) - 1
        self.light(at if at != self.lit else self.lit + by)

    def action_edge(self, at: int) -> None:
        """To the first or the last passage."""
        self.light(at % len(self.items) if self.items else 0)

    def light(self, at: int) -> None:
        """Light another passage."""
        at = min(max(at, 0), len(self.items) - 1)
        if at == self.lit or not self.items:
            return
        before, self.lit = self.lit, at
        for each in (before, at):
            self._heights[each] = self._height(each)
        self._measure()
        self._reveal()

    def _reveal(self) -> None:
        if not self.items or not self.size.height:
            return
        top, room = self.scroll_offset.y, self.size.height
        first, last = self._tops[self.lit], self._tops[self.lit + 1] - 1
        if first < top or last - first >= room:
            self.scroll_to(y=first, animate=False, immediate=True)
        elif last > top + room:
            self.scroll_to(y=last - room, animate=False, immediate=True)

    def on_click(self, event: events.Click) -> None:
        """Light what was clicked; on its mark link it, twice go to the text."""
        where = event.get_content_offset(self)
        place = where.y + self.scroll_offset.y if where is not None else -1
        at = bisect_right(self._tops, place) - 1
        if where is None or not 0 <= at < len(self.items):
            return
        head = place == self._tops[at]
        self.light(at)
        if head and where.x < MARK:
            self.post_message(self.Toggled())
        elif event.chain == 2:
            self.post_message(self.Chosen())

    def on_focus(self) -> None:
        """The lit passage is bright while keys go here."""
        self.refresh()

    def on_blur(self) -> None:
        """And dim when they do not."""
        self.refresh()

    # painting

    def render_line(self, y: int) -> Strip:
        """A line of a passage, or the blank one between two."""
        width, place = self._width(), y + self.scroll_offset.y
        ground = self._style("context")
        if not self.items:
            words = self._empty if y == 0 else ""
            return Strip([Painted(fitted(words, width), ground)], width)
        at = bisect_right(self._tops, place) - 1
        lines = self._block(at) if at < len(self.items) else []
        row = place - self._tops[at] if lines else 0
        if row >= len(lines):
            return Strip([Painted(" " * width, ground)], width)
        lit, head = at == self.lit, row == 0
        style = self._lit() if lit and head else Style()
        bar = self.items[at].sign if head else "│" if lit else " "
        sign = self._style("mark" if head and self.items[at].linked else "head") + style
        pieces = [Painted(f"{bar} ", sign)]
        for each in lines[row]:
            if each.words:
                pieces.append(Painted(each.words, self._role(each.role, style)))
        return Strip(pieces).adjust_cell_length(width, ground + style)

    def _role(self, role: str, over: Style) -> Style:
        if role.startswith("hue:"):
            hue = role.removeprefix("hue:")
            return self._style("head") + over + (Style(color=hue) if hue else Style())
        return self._style(role) + over

    def _lit(self) -> Style:
        """Over the head of the lit passage."""
        lit = self._style("lit")
        return Style(color=lit.color, bgcolor=lit.bgcolor, bold=True, reverse=lit.reverse)

    def _style(self, role: str) -> Style:
        known = self._inks.get(role)
        if known is None:
            known = self.get_component_rich_style(f"cell-passages--{role}", partial=False)
            self._inks[role] = known
        return known

    def notify_style_update(self) -> None:
        """Another theme."""
        super().notify_style_update()
        self._inks.clear()

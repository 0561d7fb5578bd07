"""What is coded at the place of the cursor, shortest passage first."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from textual import on
from textual.geometry import Region
from textual.strip import Strip

from qualcode.tui.keymap import bindings_for
from qualcode.tui.messages import ItemChosen, ItemLit
from qualcode.tui.widgets.bare_lines import filtered
from qualcode.tui.widgets.line_list import Entry, LineList
from qualcode.tui.widgets.marks import Item, Look
from qualcode.tui.words import _


class SegmentList(LineList):
    """Codings with their signs and coder; the lit one is the current coding.

    While it has the keys, one is lit as long as there is any.
    """

    BINDINGS = bindings_for("here")

    def __init__(self, look: Look, **named: Any) -> None:
        super().__init__(empty=_("Nothing coded here"), **named)
        self.look = look
        self.bright = True
        self.always_lit = False
        self._items: Sequence[Item] = ()

    def render_lines(self, crop: Region) -> list[Strip]:
        """The codings with the cells beside them; only the line above them is that of a box."""
        gutter, width = self.styles.gutter, self.outer_size.width
        if gutter.bottom or crop.column_span != (0, width):
            return super().render_lines(crop)
        above = crop.intersection(Region(0, 0, width, gutter.top))
        left = gutter.left
        right = width - left - self.scrollable_content_region.width
        rows = range(max(crop.y, gutter.top), crop.bottom)
        lines = [self._line(y - gutter.top, left, right) for y in rows]
        return [*(super().render_lines(above) if above else ()), *filtered(self, lines)]

    def show_items(self, items: Sequence[Item], current: Item | None) -> None:
        """Show these codings; nothing is painted where nothing changed."""
        lit = current.id if current else ""
        if items == self._items and lit == (self.lit_id or ""):
            return
        self._items = items
        self.show([self._entry(item) for item in items], lit)
        if self.has_focus:
            self._light_one()

    def on_focus(self) -> None:
        """Something is lit that the keys go to."""
        self._light_one()

    def _light_one(self) -> None:
        if self.lit < 0:
            self._go(0)

    def _entry(self, item: Item) -> Entry:
        return Entry(
            item.id,
            self.look.name(item),
            item.signs_for(None),
            hue=self.look.hues.get(item.code or ""),
        )

    @on(LineList.Lit)
    def _lit(self, event: LineList.Lit) -> None:
        event.stop()
        self.post_message(ItemLit(event.id))

    @on(LineList.Chosen)
    def _chosen(self, event: LineList.Chosen) -> None:
        event.stop()
        self.post_message(ItemChosen(event.id))

"""What is coded at the place of the cursor, shortest passage first."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from textual import on

from qualcode.tui.messages import ItemChosen, ItemLit
from qualcode.tui.widgets.line_list import Entry, LineList
from qualcode.tui.widgets.marks import Item, Look
from qualcode.tui.words import _


class SegmentList(LineList):
    """Codings with their signs and coder; the lit one is the current coding."""

    def __init__(self, look: Look, **named: Any) -> None:
        super().__init__(empty=_("Nothing coded here"), **named)
        self.look = look
        self.bright = True
        self.always_lit = False
        self._items: Sequence[Item] = ()

    def show_items(self, items: Sequence[Item], current: Item | None) -> None:
        """Show these codings; nothing is painted where nothing changed."""
        lit = current.id if current else ""
        if items == self._items and lit == (self.lit_id or ""):
            return
        self._items = items
        self.show([self._entry(item) for item in items], lit)

    def _entry(self, item: Item) -> Entry:
        return Entry(
            item.id,
            self.look.name(item),
            " ".join(part for part in (item.signs(), item.segment.coder) if part),
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

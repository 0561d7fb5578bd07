"""Names of views in a row, the shown one marked; a digit or a click shows another."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from rich.text import Text
from textual import events
from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.message import Message
from textual.widgets import Static


class ViewTabs(Horizontal):
    """Says `Wanted` with the place of a view that was clicked."""

    @dataclass
    class Wanted(Message):
        """A view was clicked, by its place from 0."""

        place: int

    def __init__(self, number: int, **named: Any) -> None:
        super().__init__(**named)
        self._tabs = [_Tab(place) for place in range(number)]

    def compose(self) -> ComposeResult:
        """One piece for each view."""
        yield from self._tabs

    def show(self, names: Sequence[str], lit: int) -> None:
        """Show these names; the lit one stands out without colour too."""
        for place, (tab, name) in enumerate(zip(self._tabs, names, strict=True)):
            tab.show(f" {place + 1} {name} ", "bold reverse" if place == lit else "not bold")


class _Tab(Static):
    """One name."""

    def __init__(self, place: int) -> None:
        super().__init__("", markup=False)
        self._place = place
        self._shown = Text()

    def show(self, words: str, style: str) -> None:
        """Show other words; the screen is laid out anew only where they take other room."""
        text = Text(words, style=style)
        if text.plain != self._shown.plain or style != self._shown.style:
            before, self._shown = self._shown, text
            self.update(text, layout=text.cell_len != before.cell_len)

    def on_click(self, event: events.Click) -> None:
        event.stop()
        self.post_message(ViewTabs.Wanted(self._place))

"""One of a few words, chosen by the arrows; all of them stay in view."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar

from rich.text import Text
from textual import events
from textual.binding import Binding, BindingType
from textual.message import Message
from textual.reactive import reactive
from textual.widget import Widget


class OneOf(Widget, can_focus=True):
    """A line of words of which one is chosen; space and the arrows go on, the mouse chooses."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("right,space,down", "step(1)", "Next"),
        Binding("left,up", "step(-1)", "Previous"),
        Binding("enter", "enter", "Done"),
    ]
    DEFAULT_CSS = "OneOf { height: 1; width: 1fr; }"
    place = reactive(0)

    @dataclass
    class Entered(Message):
        """Enter was pressed on it."""

    def __init__(self, values: Sequence[str], *, id: str | None = None) -> None:  # noqa: A002
        super().__init__(id=id)
        self._values = tuple(values)

    @property
    def value(self) -> str:
        """The chosen word."""
        return self._values[self.place]

    def action_step(self, by: int) -> None:
        """Choose the next or previous word, round and round."""
        self.place = (self.place + by) % len(self._values)

    def action_enter(self) -> None:
        """Tell the dialog."""
        self.post_message(self.Entered())

    def on_click(self, event: events.Click) -> None:
        """Choose the word under the mouse."""
        at = 0
        for n, value in enumerate(self._values):
            at += len(value) + 4
            if event.x < at:
                self.place = n
                return

    def render(self) -> Text:
        """All words, the chosen one in brackets, reversed while the line has the keys."""
        line = Text(no_wrap=True)
        for n, value in enumerate(self._values):
            chosen = n == self.place
            style = ("reverse bold" if self.has_focus else "bold") if chosen else "dim"
            line.append(f"[{value}]" if chosen else f" {value} ", style=style)
            line.append("  ")
        return line

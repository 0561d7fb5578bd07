"""One of a few words, chosen by the arrows; all of them stay in view.

A value is shown in the language of the screen and given as it was named; words of the project are
shown `as_is`.
"""

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

from qualcode.text.cells import width
from qualcode.tui.words import _


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

    def __init__(
        self,
        values: Sequence[str],
        *,
        id: str | None = None,  # noqa: A002
        as_is: Sequence[str] = (),
    ) -> None:
        super().__init__(id=id)
        self._values = tuple(values)
        self._as_is = frozenset(as_is)

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
            at += width(self._words(value)) + 4
            if event.x < at:
                self.place = n
                return

    def _words(self, value: str) -> str:
        """A value as it is shown; words of the project stand as they are."""
        return value if value in self._as_is else _(value)

    def render(self) -> Text:
        """All words, the chosen one in brackets, reversed while the line has the keys."""
        line = Text(no_wrap=True)
        for n, value in enumerate(self._values):
            chosen = n == self.place
            style = ("reverse bold" if self.has_focus else "bold") if chosen else "dim"
            words = self._words(value)
            line.append(f"[{words}]" if chosen else f" {words} ", style=style)
            line.append("  ")
        return line

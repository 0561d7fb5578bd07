"""A list with a line to narrow it; the list has the keys until the line is asked for."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from textual import events, on
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.message import Message
from textual.widgets import Input

from qualcode.tui.matching import folded
from qualcode.tui.widgets.line_list import Entry, LineList
from qualcode.tui.words import _

Found = Callable[[], Sequence[tuple[Entry, str]]]
"""Reads the entries anew, each with the words that the line is compared with."""


class FilteredList(Vertical):
    """Shows the entries whose words hold all that is typed; enter goes back to the list.

    Says `Narrowed` whenever it shows others.
    """

    class Narrowed(Message):
        """Other entries are shown, and another one may be lit."""

    def __init__(self, found: Found, *, empty: str) -> None:
        super().__init__()
        self._found = found
        self._known: list[tuple[Entry, str]] = []
        self.line = Input(placeholder=_("/ narrows the list"), compact=True, max_length=200)
        self.list = LineList(empty=empty)

    def compose(self) -> ComposeResult:
        """The line and the list."""
        yield self.line
        yield self.list

    def on_mount(self) -> None:
        """All of them, and the keys for the list."""
        self.line.cursor_blink = False
        self.list.focus()

    def read(self) -> None:
        """Read the entries anew; the lit one stays lit while it is there."""
        self._known = [(entry, folded(words)) for entry, words in self._found()]
        self._narrow()

    def ask(self) -> None:
        """Let the reader type."""
        self.line.focus()

    def clear(self) -> bool:
        """Empty the line and go back to the list; whether there was anything to go back from."""
        there = bool(self.line.value) or self.line.has_focus
        self.line.value = ""
        self.list.focus()
        return there

    @on(Input.Changed)
    def _typed(self, event: Input.Changed) -> None:
        event.stop()
        self._narrow()

    @on(Input.Submitted)
    def _done(self, event: Input.Submitted) -> None:
        event.stop()
        self.list.focus()

    def on_key(self, event: events.Key) -> None:
        """Down from the line leads into the list."""
        if event.key == "down" and self.line.has_focus:
            event.stop()
            self.list.focus()

    def _narrow(self) -> None:
        words = folded(self.line.value).split()
        self.list.show([e for e, text in self._known if all(word in text for word in words)])
        self.post_message(self.Narrowed())

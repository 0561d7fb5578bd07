"""The line for finding words in the open document."""

from __future__ import annotations

from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal
from textual.widgets import Input, Label

from qualcode.tui.messages import FindChanged, FindClosed


class FindBar(Horizontal):
    """Finds while one types; enter and the arrows go on, escape closes."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "close", "Close", show=False),
        Binding("down,ctrl+n", "go(1)", "Next", show=False),
        Binding("up", "go(-1)", "Previous", show=False),
    ]

    def compose(self) -> ComposeResult:
        """A word, the line, and how many places there are."""
        yield Label("Find ")
        yield Input(
            placeholder="words, or the beginning of one: samverk*", compact=True, max_length=200
        )
        yield Label("", id="found", markup=False)

    def open(self) -> None:
        """Show the line and type into it."""
        self.display = True
        line = self.query_one(Input)
        line.cursor_blink = False
        line.focus()
        line.action_select_all()

    def say(self, words: str) -> None:
        """How many places there are, and which one this is."""
        self.query_one("#found", Label).update(words)

    def action_close(self) -> None:
        """Back to the text."""
        self.display = False
        self.post_message(FindClosed())

    def action_go(self, by: int) -> None:
        """To another place with these words."""
        self.post_message(FindChanged(self.query_one(Input).value, by))

    @on(Input.Changed)
    def _typed(self, event: Input.Changed) -> None:
        event.stop()
        self.post_message(FindChanged(event.value))

    @on(Input.Submitted)
    def _entered(self, event: Input.Submitted) -> None:
        event.stop()
        self.action_go(1)

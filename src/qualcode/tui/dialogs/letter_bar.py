"""A line at the bottom that takes one letter, with what is kept under letters already."""

from __future__ import annotations

from collections.abc import Mapping
from typing import ClassVar

from rich.text import Text
from textual import events
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.screen import ModalScreen

from qualcode.tui.pressing import KeyBar, as_key, behind


class LetterBar(ModalScreen[str | None]):
    """Gives the letter, or None after escape."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape", "dismiss(None)", "Back")]

    def __init__(self, title: str, kept: Mapping[str, str]) -> None:
        super().__init__()
        self._title, self._kept = title, kept

    def compose(self) -> ComposeResult:
        """The title, and each letter in use with its place."""
        text = Text(f"{self._title}  ", style="bold")
        for letter, words in sorted(self._kept.items()):
            text.append(f" {letter} ", style=as_key(letter))
            text.append(f" {words}".replace(" ", "\u00a0"), style=behind(letter))
            text.append("   ")
        yield KeyBar(text, id="bar")

    def on_key(self, event: events.Key) -> None:
        """A letter ends it."""
        if self.take(event):
            event.stop()

    def take(self, event: events.Key) -> bool:
        """Also for a key that was pressed before this line had the focus; whether it fits."""
        letter = event.character or ""
        if letter.isalpha():
            self.dismiss(letter)
            return True
        return False

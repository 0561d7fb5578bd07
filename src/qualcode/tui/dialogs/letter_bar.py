"""A line at the bottom that takes one letter, with what lies under letters already."""

from __future__ import annotations

from collections.abc import Mapping
from typing import ClassVar

from textual import events
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.screen import ModalScreen

from qualcode.tui.pressing import KeyBar, keyed


class LetterBar(ModalScreen[str | None]):
    """Gives the letter, with `digits` a letter or a digit, or None after escape."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape", "dismiss(None)", "Back")]

    def __init__(self, title: str, kept: Mapping[str, str], *, digits: bool = False) -> None:
        super().__init__()
        self._title, self._kept, self._digits = title, kept, digits

    def compose(self) -> ComposeResult:
        """The title, and each letter in use with what lies under it."""
        kept = sorted(self._kept.items())
        yield KeyBar(self._title, [keyed(one, one, words) for one, words in kept], id="bar")

    def on_key(self, event: events.Key) -> None:
        """A letter ends it."""
        # keys that come in one burst with the one that ended this belong to what lies below
        if self.app.screen is self and self.take(event):
            event.stop()

    def take(self, event: events.Key) -> bool:
        """Also for a key that was pressed before this line had the focus; whether it fits."""
        letter = event.character or ""
        if letter.isalpha() or (self._digits and letter.isalnum()):
            self.dismiss(letter)
            return True
        return False

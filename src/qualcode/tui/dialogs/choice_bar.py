"""A line at the bottom that takes one key: degrees, standings."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar

from textual import events
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.screen import ModalScreen

from qualcode.tui.key_names import shown
from qualcode.tui.pressing import KeyBar, keyed


@dataclass(frozen=True, slots=True)
class Choice:
    """One thing to choose: any of the keys chooses it, the first `named` are shown."""

    id: str
    keys: tuple[str, ...]
    words: str
    named: int = 1

    @property
    def signs(self) -> str:
        """The keys that are shown, as people write them."""
        return " ".join(map(shown, self.keys[: self.named]))


class ChoiceBar(ModalScreen[str | None]):
    """Gives the id of what the key stands for, or None after escape."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape", "dismiss(None)", "Back")]

    def __init__(self, title: str, choices: Sequence[Choice]) -> None:
        super().__init__()
        self._title, self._choices = title, choices

    def compose(self) -> ComposeResult:
        """Title and choices in one or two lines."""
        pieces = [keyed(each.keys[0], each.signs, each.words) for each in self._choices]
        yield KeyBar(self._title, pieces, id="bar")

    def on_key(self, event: events.Key) -> None:
        """A key of one of the choices ends it."""
        # keys that come in one burst with the one that ended this belong to what lies below
        if self.app.screen is self and self.take(event):
            event.stop()

    def take(self, event: events.Key) -> bool:
        """Also for a key that was pressed before this line had the focus; whether it fits."""
        for choice in self._choices:
            if event.key in choice.keys or (event.character or "") in choice.keys:
                self.dismiss(choice.id)
                return True
        return False

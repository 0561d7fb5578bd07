"""A line at the bottom that takes one key: degrees, standings."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar

from rich.text import Text
from textual import events
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.screen import ModalScreen

from qualcode.tui.key_names import shown
from qualcode.tui.pressing import KeyBar, as_key, behind


@dataclass(frozen=True, slots=True)
class Choice:
    """One thing to choose: any of the keys chooses it, the first is shown."""

    id: str
    keys: tuple[str, ...]
    words: str


class ChoiceBar(ModalScreen[str | None]):
    """Gives the id of what the key stands for, or None after escape."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape", "dismiss(None)", "Back")]

    def __init__(self, title: str, choices: Sequence[Choice]) -> None:
        super().__init__()
        self._title, self._choices = title, choices

    def compose(self) -> ComposeResult:
        """Title and choices in one or two lines."""
        text = Text(f"{self._title}  ", style="bold")
        for choice in self._choices:
            text.append(f" {shown(choice.keys[0])} ", style=as_key(choice.keys[0]))
            words = f" {choice.words}".replace(" ", "\u00a0")
            text.append(words, style=behind(choice.keys[0]))
            text.append("   ")
        yield KeyBar(text, id="bar")

    def on_key(self, event: events.Key) -> None:
        """A key of one of the choices ends it."""
        if self.take(event):
            event.stop()

    def take(self, event: events.Key) -> bool:
        """Also for a key that was pressed before this line had the focus; whether it fits."""
        for choice in self._choices:
            if event.key in choice.keys or (event.character or "") in choice.keys:
                self.dismiss(choice.id)
                return True
        return False

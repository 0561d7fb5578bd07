"""Cards to read, and one question with yes and no."""

from __future__ import annotations

from typing import ClassVar

from rich.text import Text
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical, VerticalScroll
from textual.screen import ModalScreen
from textual.widgets import Label, Static

from qualcode.tui.words import _


class Card(ModalScreen[None]):
    """Words to read: a definition, a message, the keys. Any of the usual keys closes it."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,enter,q,o,question_mark,f1", "dismiss(None)", "Close"),
        Binding("down,space,pagedown", "read(1)", "On", show=False),
        Binding("up,pageup", "read(-1)", "Back", show=False),
    ]

    def __init__(self, title: str, words: Text | str) -> None:
        super().__init__()
        self._title = title
        self._words = Text(words) if isinstance(words, str) else words

    def compose(self) -> ComposeResult:
        """The title and the words."""
        with Vertical(id="dialog") as dialog:
            dialog.border_subtitle = _("escape closes")
            yield Label(self._title, id="title", markup=False)
            with VerticalScroll():
                yield Static(self._words, id="words")

    def action_read(self, by: int) -> None:
        """Some lines on."""
        self.query_one(VerticalScroll).scroll_relative(y=by * 4, animate=False)


class Confirm(ModalScreen[bool]):
    """A question; only the yes key says yes."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("y,enter", "dismiss(True)", "Yes"),
        Binding("n,escape", "dismiss(False)", "No"),
    ]

    def __init__(self, question: str, yes: str = "") -> None:
        super().__init__()
        self._question, self._yes = question, yes or _("Yes")

    def compose(self) -> ComposeResult:
        """The question and the two keys."""
        with Vertical(id="dialog"):
            yield Label(self._question, id="words", markup=False)
            foot = _("enter  {yes}     escape  no", yes=self._yes)
            yield Label(foot, id="foot", markup=False)

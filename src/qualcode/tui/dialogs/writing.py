"""Writing: a memo of many lines, an answer of one."""

from __future__ import annotations

from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.screen import ModalScreen
from textual.widgets import Input, Label, TextArea


class MemoEditor(ModalScreen[str | None]):
    """Gives the words; escape keeps them too, so that nothing typed is lost."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "keep", "Keep and close", priority=True),
        Binding("ctrl+s", "keep", "Keep and close", priority=True),
    ]
    AUTO_FOCUS = "TextArea"

    def __init__(self, title: str, text: str) -> None:
        super().__init__()
        self._title, self._text = title, text

    def compose(self) -> ComposeResult:
        """The title and the page."""
        with Vertical(id="dialog"):
            yield Label(self._title, id="title", markup=False)
            yield TextArea(self._text, soft_wrap=True, show_line_numbers=False, compact=True)
            yield Label("escape keeps it · ctrl+z takes back", id="foot")

    def on_mount(self) -> None:
        """Write on at the end."""
        area = self.query_one(TextArea)
        area.cursor_blink = False
        area.move_cursor(area.document.end)

    def action_keep(self) -> None:
        """Give the words, or None when nothing was changed."""
        words = self.query_one(TextArea).text
        self.dismiss(None if words == self._text else words)


class Ask(ModalScreen[str | None]):
    """One line; gives what was typed, or None after escape."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape", "dismiss(None)", "Back")]
    AUTO_FOCUS = "Input"

    def __init__(self, title: str, prompt: str = "", text: str = "") -> None:
        super().__init__()
        self._title, self._prompt, self._text = title, prompt, text

    def compose(self) -> ComposeResult:
        """The title and the line."""
        with Vertical(id="dialog"):
            yield Label(self._title, id="title", markup=False)
            yield Input(self._text, placeholder=self._prompt, compact=True, max_length=200)

    @on(Input.Submitted)
    def _submitted(self, event: Input.Submitted) -> None:
        self.dismiss(event.value.strip() or None)

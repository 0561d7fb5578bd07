"""The line for finding words in the open document, or in all."""

from __future__ import annotations

from typing import ClassVar, Literal

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal
from textual.widgets import Input, Label

from qualcode.tui.messages import FindChanged, FindClosed
from qualcode.tui.widgets.typed_line import TypedLine
from qualcode.tui.words import _


class FindBar(Horizontal):
    """Finds while one types; enter and the arrows go on, escape closes.

    Tab looks in all documents, where enter lists the places; ctrl+l finds other forms of a word.
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "close", "Close", show=False),
        Binding("down,ctrl+n", "go(1)", "Next", show=False),
        Binding("up", "go(-1)", "Previous", show=False),
        Binding("tab", "where", "Here or in all documents", show=False, priority=True),
        Binding("ctrl+l", "by", "By word form or lemma", show=False, priority=True),
    ]

    def __init__(self) -> None:
        super().__init__()
        self.everywhere = False
        self.by: Literal["form", "lemma"] = "form"

    def compose(self) -> ComposeResult:
        """How it looks, a word, the line, and how many places there are."""
        yield Label(self._how(), id="how", markup=False)
        prompt = _("words, or the beginning of one: samverk*")
        yield TypedLine(placeholder=prompt, compact=True, max_length=200)
        yield Label("", id="found", markup=False)

    def open(self) -> None:
        """Show the line and type into it."""
        self.display = True
        line = self.query_one(Input)
        line.cursor_blink = False
        line.focus()
        line.action_select_all()
        self.query_one("#how", Label).update(self._how())

    def say(self, words: str) -> None:
        """How many places there are, and which one this is."""
        self.query_one("#found", Label).update(words)

    def keys(self) -> list[tuple[str, str]]:
        """The keys that work while one types, with what each does now, for the line of hints."""
        return [
            ("tab", _("only here") if self.everywhere else _("all documents")),
            ("ctrl+l", _("by form") if self.by == "lemma" else _("by lemma")),
            ("enter", _("list") if self.everywhere else _("next")),
            ("↑", _("previous")),
            ("escape", _("close")),
        ]

    def action_close(self) -> None:
        """Back to the text."""
        self.display = False
        self.post_message(FindClosed())

    def action_go(self, by: int) -> None:
        """To another place with these words."""
        self.post_message(FindChanged(self.query_one(Input).value, by))

    def action_where(self) -> None:
        """In this document, or in all."""
        self.everywhere = not self.everywhere
        self.again()

    def action_by(self) -> None:
        """These forms of the words, or all forms that have their lemmas."""
        self.by = "lemma" if self.by == "form" else "form"
        self.again()

    def again(self) -> None:
        """Look for the same words anew."""
        self.query_one("#how", Label).update(self._how())
        self.post_message(FindChanged(self.query_one(Input).value))

    def _how(self) -> str:
        if self.by == "lemma":
            how = _("Find by lemma in all") if self.everywhere else _("Find by lemma")
        else:
            how = _("Find in all") if self.everywhere else _("Find")
        return f"{how}  "

    @on(Input.Changed)
    def _typed(self, event: Input.Changed) -> None:
        event.stop()
        self.post_message(FindChanged(event.value))

    @on(Input.Submitted)
    def _entered(self, event: Input.Submitted) -> None:
        event.stop()
        self.action_go(1)

"""A translation of a quote beside the original, with its language and who made it."""

from __future__ import annotations

from collections.abc import Callable
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical, VerticalScroll
from textual.widgets import Input, Label, Static, TextArea

from qualcode.domain.chosen import ChosenQuote
from qualcode.tui.dialogs.field_labels import field_label
from qualcode.tui.dialogs.form import Form
from qualcode.tui.words import _, spoken_words

Keep = Callable[[str | None, str, str], bool]
"""Keeps the words, their language and the translator's name; whether it could."""


class Translating(Form[None]):
    """Escape keeps too, so that nothing typed is lost; what cannot be kept is said.

    A second escape on words that cannot be kept puts them aside.
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "keep(True)", "Back", priority=True),
        Binding("ctrl+s", "keep", "Keep", priority=True),
    ]
    AUTO_FOCUS = "TextArea"

    def __init__(self, quote: ChosenQuote, language: str, keep: Keep) -> None:
        super().__init__()
        there = quote.translation
        self._quote, self._keep = quote, keep
        self._first = (
            there.text if there else "",
            there.language if there else language,
            there.translator if there else "",
        )
        self._refused: tuple[str, str, str] | None = None
        self.about = f"translation:{quote.id}"

    def compose(self) -> ComposeResult:
        """The original, the translation, its language and its translator."""
        names = [_("Language"), _("Translator")]
        text, language, translator = self._first
        with Vertical(id="dialog"):
            yield Label(_("Translation beside the original"), id="title", markup=False)
            with VerticalScroll(id="original", can_focus=False):
                yield Static(spoken_words(self._quote.wording), id="words", markup=False)
            yield TextArea(text, soft_wrap=True, show_line_numbers=False, compact=True)
            for name, value, known in zip(
                names, (language, translator), ("language", "translator"), strict=True
            ):
                with Horizontal(classes="field"):
                    yield field_label(name, names)
                    yield Input(value, compact=True, id=known, max_length=200)
            keys = _("tab next · escape keeps · without words: no translation")
            yield Label(keys, id="foot", markup=False)

    def on_mount(self) -> None:
        """No blinking in a quiet room."""
        self.query_one(TextArea).cursor_blink = False
        for line in self.query(Input):
            line.cursor_blink = False

    def action_keep(self, leave: bool = False) -> None:
        """Keep and close; `leave` closes on what was refused before, too."""
        text = " ".join(self.query_one(TextArea).text.split())
        said = (
            text,
            self.query_one("#language", Input).value.strip(),
            self.query_one("#translator", Input).value.strip(),
        )
        unchanged = said == self._first or (not text and not self._first[0])
        given_up = leave and said == self._refused
        kept = not unchanged and self._keep(text or None, said[1], said[2])
        if unchanged or kept or given_up:
            self.dismiss(None)
            if kept:
                self.taken()
        else:
            self._refused = said

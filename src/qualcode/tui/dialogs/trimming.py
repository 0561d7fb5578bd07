"""Shortening a quote: the words that are left out are marked, and the quote is seen as printed."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from textual.app import ComposeResult
from textual.containers import Vertical, VerticalScroll
from textual.widgets import Label, Static

from qualcode.domain.quote_wording import Replacement, Trimming, checked, wording
from qualcode.errors import QualcodeError
from qualcode.tui.dialogs.form import Form
from qualcode.tui.dialogs.writing import Ask
from qualcode.tui.keymap import bindings_for
from qualcode.tui.messages import attempt, told
from qualcode.tui.widgets.status_line import HintLine
from qualcode.tui.widgets.word_page import WordPage
from qualcode.tui.words import _, spoken_words

if TYPE_CHECKING:
    from qualcode.tui.drafts import Fields

_CUTS, _PUT = "cuts", "replacements"


class TrimmingPage(Form[Trimming | None]):
    """Gives what is to be done to the words, or None where nothing is another.

    `about` names the quote.
    """

    BINDINGS = bindings_for("trimming")
    AUTO_FOCUS = "WordPage"

    def __init__(
        self, passage: str, trimming: Trimming, language: str | None, about: str = ""
    ) -> None:
        super().__init__()
        self._first, self._language = trimming, language
        self.page = WordPage(passage, trimming)
        self.about = f"trimming:{about}"

    def anew(self) -> TrimmingPage:
        """The same passage as it was."""
        fresh = TrimmingPage(self.page.passage, self._first, self._language)
        fresh.about = self.about
        return fresh

    def typed(self) -> Fields:
        """The words that are left out and those put in their place."""
        now = self.page.trimming
        put = [(one.start, one.end, one.text) for one in now.replacements]
        return {_CUTS: json.dumps(now.cuts), _PUT: json.dumps(put, ensure_ascii=False)}

    def fill(self, fields: Fields) -> None:
        """What was left out and put in before."""
        cuts = tuple((start, end) for start, end in json.loads(fields[_CUTS]))
        put = tuple(Replacement(*one) for one in json.loads(fields[_PUT]))
        self.page.trimming = Trimming(cuts, put, self._first.corrections)
        self.page.refresh(layout=True)
        self._show()

    def compose(self) -> ComposeResult:
        """The passage, the quote as it will be printed, the keys."""
        with Vertical(id="dialog"):
            yield Label(_("Which words are left out"), id="title", markup=False)
            with VerticalScroll(id="passage", can_focus=False):
                yield self.page
            with VerticalScroll(id="printed", can_focus=False):
                yield Static("", id="words", markup=False)
            yield HintLine(id="hints")

    def on_mount(self) -> None:
        """Show how it is printed now."""
        self.query_one(HintLine).show_for("trimming")
        self.query_one("#printed").border_title = _("As it is printed")
        self._show()

    def on_word_page_changed(self) -> None:
        """How it is printed follows."""
        self._show()

    def _show(self) -> None:
        trimming = self.page.trimming
        try:
            words = spoken_words(wording(self.page.passage, self._checked(), self._language))
        except QualcodeError as error:
            words = told(error)
        self.query_one("#words", Static).update(words)
        changed = trimming != self._first
        self.query_one("#dialog").border_subtitle = _("changed") if changed else ""

    def _checked(self) -> Trimming:
        return checked(self.page.passage, self.page.trimming)

    def action_step(self, by: int, extend: bool = False) -> None:
        """Some words on."""
        self.page.step(by, extend=extend)

    def action_row(self, by: int, extend: bool = False) -> None:
        """A row on."""
        self.page.row(by, extend=extend)

    def action_end(self, by: int) -> None:
        """To the first or last word."""
        self.page.end(by)

    def action_mark(self) -> None:
        """Begin or end a selection."""
        self.page.mark()

    def action_leave_out(self) -> None:
        """Leave the chosen words out, or take them back in."""
        self.page.toggle()

    def action_all_words(self) -> None:
        """All words back."""
        self.page.all_words()

    def action_replace(self) -> None:
        """Other words in the place of the chosen ones."""

        def worded(words: str | None) -> None:
            if words is not None:
                self.page.put(words)

        prompt = _("They are printed in brackets")
        ask = Ask(_("Words in their place"), prompt, self.page.put_here())
        self.app.push_screen(ask, worded)

    def action_keep(self) -> None:
        """Give what is to be done; an error is shown instead."""
        wanted = attempt(self, self._checked)
        if wanted is not None:
            self.dismiss(wanted if wanted != self._first else None)

    def action_back(self) -> None:
        """End the selection; then close, and keep."""
        if self.page.since is not None:
            self.page.mark()
        else:
            self.action_keep()

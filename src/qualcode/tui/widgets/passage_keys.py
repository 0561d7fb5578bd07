"""What keys do with passages beyond giving them a code: extent, own words, hot keys, repeating."""

from __future__ import annotations

from typing import TYPE_CHECKING

from qualcode.domain.span import Span
from qualcode.errors import Invalid, NotFound
from qualcode.text import motion
from qualcode.tui import passage_acts as acts
from qualcode.tui.aimed import ask
from qualcode.tui.dialogs.choice_bar import Choice, ChoiceBar
from qualcode.tui.dialogs.extent_bar import ExtentBar
from qualcode.tui.dialogs.letter_bar import LetterBar
from qualcode.tui.dialogs.writing import Ask
from qualcode.tui.messages import BookChanged
from qualcode.tui.screens import code_pickers as pickers
from qualcode.tui.widgets.marks import Item
from qualcode.tui.words import _

if TYPE_CHECKING:
    from qualcode.tui.widgets.reader import Reader


class PassageKeys:
    """Acts on the passage or the current coding of one reader."""

    def __init__(self, reader: Reader) -> None:
        self._reader = reader
        self._desk = reader.desk

    def give(self, chosen: str) -> None:
        """Give the passage what was chosen in the picker: a code, or words that are none yet."""
        span = self._reader.passage()
        if chosen.startswith(pickers.NEW):
            self.place(chosen.removeprefix(pickers.NEW), span)
        elif chosen.startswith(pickers.OWN_WORDS):
            self.label(span, chosen.removeprefix(pickers.OWN_WORDS))
        elif chosen == self._emergent():
            self.label(span)
        else:
            self._reader.do(lambda: acts.given(self._desk, chosen, span))

    def repeat(self) -> None:
        """Code the passage like the last one."""
        span = self._reader.passage()
        self._reader.do(lambda: acts.repeat(self._desk, span))

    def confidence(self) -> None:
        """Unsure of the current coding, or sure again."""
        item = self._reader.current()
        self._reader.do(lambda: acts.confidence(self._desk, item))

    def extent(self) -> None:
        """Move the ends of the current passage until escape."""
        item = self._own()
        self._reader.app.push_screen(ExtentBar(self._stretch, self._do))
        self._reader.pin(item)

    def split(self) -> None:
        """Cut the current passage before the word under the cursor."""
        item, view = self._own(), self._reader.view
        cursor = view.caret.cursor
        word = motion.unit_at(view.bounds, cursor, "word") if view.bounds else None
        at = word.start if word else cursor
        self._reader.do(lambda: acts.split(self._desk, item, at))

    def join(self) -> None:
        """Make one passage of the current one and those that touch it."""
        item = self._own()
        self._reader.do(lambda: acts.join(self._desk, item))

    def by_key(self) -> None:
        """Give the passage a code by its hot key."""
        keys, look = self._desk.project.hotkeys.list(), self._reader.look
        if not keys:
            raise NotFound(_("No code has a key yet."), _("W gives the code in focus one."))
        choices = [Choice(code, (key,), look.names.get(code, code)) for key, code in keys.items()]
        ask(self._reader, self._desk, ChoiceBar(_("Code"), choices), self._reader.apply)

    def give_key(self) -> None:
        """Give the code in focus a hot key."""
        code = self._reader.code
        if code is None or code not in self._desk.book.by_id:
            raise NotFound(_("No code is in focus here."), _("Enter shows all codes."))

        def given(key: str | None) -> None:
            if key:
                self._reader.do(lambda: acts.hot_key(self._desk, key, code))

        name, taken = self._desk.name, self._desk.project.hotkeys.list()
        title, which = _("Key for {code}", code=name(code)), _("one letter or digit")
        bar = LetterBar(
            f"{title}: {which}", {one: name(each) for one, each in taken.items()}, digits=True
        )
        self._reader.app.push_screen(bar, given)

    def in_vivo(self) -> None:
        """Make a code of the selected words, or a label without a code."""
        span, view = self._reader.passage(), self._reader.view
        if view.caret.selection is None or self._desk.transcript is None:
            raise NotFound(_("No words are selected."), _("v begins a selection."))
        words = " ".join(self._desk.transcript.text[span.start : span.end].split())
        if len(words) > acts.LABEL_MOST:
            raise Invalid(
                _("A label has at most {n} characters.", n=acts.LABEL_MOST),
                _("Select fewer words."),
            )
        self.place(words, span)

    def place(self, label: str, span: Span) -> None:
        """Ask where new words belong, and code the passage with them."""

        def chosen(parent: str | None) -> None:
            if parent == acts.EMERGENT or (parent and parent == self._emergent()):
                self._reader.do(lambda: acts.labelled(self._desk, span, label))
            elif parent:
                self._reader.do(lambda: acts.coded_newly(self._desk, span, label, parent))
                self._reader.post_message(BookChanged())

        picker = pickers.parent_picker(self._desk, self._reader.look, label)
        ask(self._reader, self._desk, picker, chosen)

    def label(self, span: Span, label: str = "") -> None:
        """Code the passage with words that have no code; asks for them when there are none."""
        if label:
            self._reader.do(lambda: acts.labelled(self._desk, span, label))
            return

        def asked(words: str | None) -> None:
            if words:
                self.label(span, words)

        dialog = Ask(_("Label"), _("a few words of your own"))
        ask(self._reader, self._desk, dialog, asked)

    def _emergent(self) -> str | None:
        try:
            return acts.emergent_of(self._desk)
        except NotFound:
            return None

    def _own(self) -> Item:
        return self._desk.own(self._reader.current())

    def _stretch(self, step: acts.Step) -> None:
        bounds = self._reader.view.bounds
        if bounds is not None:
            item = self._own()
            self._reader.do(lambda: acts.stretch(self._desk, item, bounds, step))

    def _do(self, what: str) -> None:
        if what == "undo":
            self._reader.do(self._desk.undo)
        else:
            getattr(self, what)()

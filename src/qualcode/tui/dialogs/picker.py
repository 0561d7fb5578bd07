"""Choosing one of many by typing: codes, documents."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import ClassVar

from textual import events, on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical
from textual.screen import ModalScreen
from textual.widgets import Input, Label

from qualcode.domain.codebook import Code, Codebook
from qualcode.tui.dialogs.card import Card
from qualcode.tui.later import MOMENT, Later
from qualcode.tui.matching import Findable, narrows, ranked
from qualcode.tui.quick_screen import QuickScreen
from qualcode.tui.widgets.definition import Definition, entry_of
from qualcode.tui.widgets.filter_list import FilterList
from qualcode.tui.widgets.line_list import Entry, LineList
from qualcode.tui.widgets.status_line import StatusLine
from qualcode.tui.words import _


@dataclass(frozen=True, slots=True)
class Offer:
    """Something made of what was typed: what its id begins with, its words with `{}` for what was
    typed, and what choosing it does."""

    id: str
    words: str
    does: str

    def entry(self, typed: str) -> Entry:
        """A line of the list."""
        return Entry(f"{self.id}{typed}", self.words.format(typed), self.does)


@dataclass(frozen=True, slots=True)
class Choices:
    """What can be chosen: an entry for each findable thing; `used` and `recent` decide the order
    among those that fit alike.

    `about` are words of what the choice is for, with `extent` beside them. `offers` are made of
    what was typed and stand last; `nothing` stands before them where nothing else fits.
    """

    title: str
    entries: Mapping[str, Entry]
    findables: Sequence[Findable]
    used: Mapping[str, int] = field(default_factory=dict)
    recent: Sequence[str] = ()
    prompt: str = ""
    offers: Sequence[Offer] = ()
    nothing: str = ""
    about: str = ""
    extent: str = ""


class Picker(ModalScreen[str | None], QuickScreen[str | None]):
    """A list narrowed by typing; gives the id chosen, or None after escape.

    With a codebook, the entry of the lit code stands beside the list; tab shows all of it.
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "dismiss(None)", "Back"),
        Binding("tab", "whole_entry", "Whole entry"),
    ]
    AUTO_FOCUS = "Input"

    def __init__(
        self, choices: Choices, book: Codebook | None = None, language: str = "en"
    ) -> None:
        super().__init__()
        self._choices, self._book, self._language = choices, book, language
        self._early: list[events.Key] = []
        self._narrowed, self._fitting = "", choices.findables
        self._defining = Later(self, MOMENT, self._define)
        self._over = False
        prompt = choices.prompt or _("Type to find")
        self._filtered = FilterList(prompt=prompt, empty=_("Nothing fits"), once=True)

    def compose(self) -> ComposeResult:
        """The title, the list and, for codes, the definition."""
        with Vertical(id="dialog"):
            yield Label(self._choices.title, id="title", markup=False)
            if self._choices.about:
                yield StatusLine(id="about")
            with Horizontal():
                yield self._filtered
                if self._book is not None:
                    yield Definition()

    def on_mount(self) -> None:
        """Show all of them, and what was typed before the list was there."""
        known = self._choices
        self.set_class(bool(known.about), "-about")
        if known.about:
            self.query_one("#about", StatusLine).show("", known.about, right=known.extent)
        if self._book is not None:
            self.query_one("#dialog").border_subtitle = _("tab shows the whole entry")
        self._narrow("")
        for event in self._early:
            self.take(event)

    @on(Input.Changed)
    def _typed(self, event: Input.Changed) -> None:
        self._narrow(event.value)

    def _narrow(self, words: str) -> None:
        known = self._choices
        fewer = words.startswith(self._narrowed) and narrows(words)
        things = self._fitting if fewer else known.findables
        ids = ranked(words, things, known.used, known.recent)
        fitting = set(ids)
        self._fitting = [each for each in things if each.id in fitting]
        self._narrowed = words
        lines = self.query_one(LineList)
        entries = [known.entries[each] for each in ids]
        typed = " ".join(words.split())
        if typed:
            if known.nothing and not ids:
                entries.append(Entry("", known.nothing, heading=True))
            entries += [offer.entry(typed) for offer in known.offers]
        lines.show(entries, next((each.id for each in entries if not each.heading), None))
        self._defining.ask()

    @on(LineList.Lit)
    def _lit(self) -> None:
        self._defining.ask()

    @on(LineList.Chosen)
    def _chosen(self, event: LineList.Chosen) -> None:
        self.dismiss(event.id)

    def on_unmount(self) -> None:
        """Keys that came after the choice belong to what lies below."""
        for event in self._filtered.late:
            self.app.post_message(event)

    def _define(self) -> None:
        if self._book is not None and self.is_attached:
            below = self.has_class("-narrow")
            self.query_one(Definition).show_code(
                self._lit_code(), self._book, self._language, bare=below
            )

    def _lit_code(self) -> Code | None:
        known = self._book.by_id if self._book is not None else {}
        return known.get(self.query_one(LineList).lit_id or "")

    def action_whole_entry(self) -> None:
        """All that the codebook says of the lit code."""
        code = self._lit_code()
        if code is not None and self._book is not None:
            words = entry_of(code, self._book, self._language, full=True)
            self.app.push_screen(Card(_("Definition"), words))

    def take(self, event: events.Key) -> bool:
        """A key that was pressed before this dialog had the focus; whether it belongs here."""
        typed = bool(event.character) and event.is_printable
        if not self._over and not typed and event.key != "enter":
            return False
        if not self.is_mounted:
            self._early.append(event)
        elif self._over:
            self._filtered.late.append(events.Key(event.key, event.character))
        elif typed:
            self.query_one(Input).insert_text_at_cursor(event.character or "")
        else:
            if self.query_one(Input).value != self._narrowed:
                self._narrow(self.query_one(Input).value)
            self._over = self.query_one(LineList).lit_id is not None
            self.query_one(LineList).action_choose()
        return True

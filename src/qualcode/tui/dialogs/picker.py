"""Choosing one of many by typing: codes, documents."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from textual import events, on
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Horizontal, Vertical
from textual.screen import ModalScreen
from textual.widgets import Input, Label

from qualcode.domain.codebook import Codebook
from qualcode.tui.matching import Findable, ranked
from qualcode.tui.widgets.definition import Definition
from qualcode.tui.widgets.filter_list import FilterList
from qualcode.tui.widgets.line_list import Entry, LineList


@dataclass(frozen=True, slots=True)
class Choices:
    """What can be chosen: an entry for each findable thing; `used` and `recent` decide the order
    among those that fit alike."""

    title: str
    entries: Mapping[str, Entry]
    findables: Sequence[Findable]
    used: Mapping[str, int] = field(default_factory=dict)
    recent: Sequence[str] = ()
    prompt: str = "Type to find"


class Picker(ModalScreen[str | None]):
    """A list narrowed by typing; gives the id chosen, or None after escape.

    With a codebook, the entry of the lit code stands beside the list.
    """

    BINDINGS = [Binding("escape", "dismiss(None)", "Back")]
    AUTO_FOCUS = "Input"

    def __init__(
        self, choices: Choices, book: Codebook | None = None, language: str = "en"
    ) -> None:
        super().__init__()
        self._choices, self._book, self._language = choices, book, language
        self.early: list[str] = []

    def compose(self) -> ComposeResult:
        """The title, the list and, for codes, the definition."""
        with Vertical(id="dialog"):
            yield Label(self._choices.title, id="title", markup=False)
            with Horizontal():
                yield FilterList(prompt=self._choices.prompt, empty="Nothing fits")
                if self._book is not None:
                    yield Definition()

    def on_mount(self) -> None:
        """Show all of them, and what was typed before the list was there."""
        self._narrow("")

    @on(Input.Changed)
    def _typed(self, event: Input.Changed) -> None:
        self._narrow(event.value)

    def _narrow(self, words: str) -> None:
        known = self._choices
        ids = ranked(words, known.findables, known.used, known.recent)
        lines = self.query_one(LineList)
        lines.show([known.entries[id] for id in ids], ids[0] if ids else None)
        self._define(lines.lit_id)

    @on(LineList.Lit)
    def _lit(self, event: LineList.Lit) -> None:
        self._define(event.id)

    @on(LineList.Chosen)
    def _chosen(self, event: LineList.Chosen) -> None:
        self.dismiss(event.id)

    def _define(self, id: str | None) -> None:
        if self._book is not None:
            code = self._book.by_id.get(id or "")
            self.query_one(Definition).show_code(code, self._book, self._language)

    def take(self, event: events.Key) -> None:
        """A key that was pressed before this dialog had the focus."""
        if event.character and event.is_printable:
            self.query_one(Input).insert_text_at_cursor(event.character)
        elif event.key == "enter":
            self.query_one(LineList).action_choose()

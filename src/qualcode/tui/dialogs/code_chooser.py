"""Choosing the codes that stand side by side: a set at once, or any that are marked."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.screen import ModalScreen
from textual.widgets import Label

from qualcode.domain.codebook import Codebook
from qualcode.tui.dialogs.filtered import FilteredList
from qualcode.tui.widgets.line_list import Entry, LineList
from qualcode.tui.widgets.marks import Look
from qualcode.tui.widgets.passage_blocks import LINKED, LOOSE
from qualcode.tui.words import _, counted

_SET = "set:"


def sets_of(book: Codebook) -> Mapping[str, tuple[str, ...]]:
    """The sets by their ids: no code stands for the conditions, a condition for those below it."""
    found: dict[str, tuple[str, ...]] = {"": ()}
    for code in book.conditions:
        below = tuple(each.id for each in book.children(code.id) if book.in_use(each))
        if below:
            found[code.id] = below
    return found


class CodeChooser(ModalScreen[tuple[str, ...] | None]):
    """Gives the codes in the codebook's order, none for the conditions, None after escape."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("space", "mark", "Mark"),
        Binding("slash", "filter", "Filter"),
        Binding("escape", "back", "Back"),
    ]

    def __init__(self, book: Codebook, look: Look, chosen: Sequence[str]) -> None:
        super().__init__()
        self._book, self._look = book, look
        self._marked = set(chosen)
        self._filtered = FilteredList(self._entries, empty=_("Nothing fits"))

    def compose(self) -> ComposeResult:
        """The sets, then all codes."""
        with Vertical(id="dialog"):
            yield Label(_("Which codes stand side by side"), id="title", markup=False)
            yield self._filtered
            keys = _("space marks · enter takes what is marked, else the lit one · / narrows")
            yield Label(keys, id="foot", markup=False)

    def on_mount(self) -> None:
        """Show them."""
        self._filtered.read()

    def _entries(self) -> list[tuple[Entry, str]]:
        found = []
        for known, codes in sets_of(self._book).items():
            words = _("The conditions")
            if known:
                words = _("Below {code}", code=self._look.names.get(known, known))
            count = len(codes) or len(self._book.conditions)
            right = counted("{n} code", "{n} codes", count)
            found.append((Entry(_SET + known, words, right, strong=True), words))
        for code in self._book.walk():
            if self._book.in_use(code) or code.id in self._marked:
                found.append(self._code(code.id, len(self._book.lineage(code.id)) - 1))
        return found

    def _code(self, code: str, depth: int) -> tuple[Entry, str]:
        sign = LINKED if code in self._marked else LOOSE
        name, hue = self._look.names.get(code, code), self._look.hues.get(code)
        return Entry(code, name, lead=f"{sign} {'  ' * depth}", hue=hue), f"{name} {code}"

    def action_mark(self) -> None:
        """Mark the lit code, or take its mark away."""
        lit = self._filtered.list.lit_id or ""
        if lit and not lit.startswith(_SET):
            self._marked ^= {lit}
            self._filtered.read()
            self._filtered.list.action_step(1)

    def action_filter(self) -> None:
        """Let the reader narrow the list."""
        self._filtered.ask()

    def action_back(self) -> None:
        """Empty the line, then close."""
        if not self._filtered.clear():
            self.dismiss(None)

    @on(LineList.Chosen)
    def _chosen(self, event: LineList.Chosen) -> None:
        event.stop()
        if event.id.startswith(_SET):
            self.dismiss(sets_of(self._book)[event.id.removeprefix(_SET)])
        else:
            wanted = self._marked or {event.id}
            self.dismiss(tuple(code.id for code in self._book.walk() if code.id in wanted))

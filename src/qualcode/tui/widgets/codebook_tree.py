"""The tree of codes: what there is, how often, and a filter."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, ClassVar

from textual import on
from textual.widgets import Input

from qualcode.domain.codebook import Code, Codebook
from qualcode.tui.keymap import bindings_for
from qualcode.tui.matching import SLIP, Findable, findable, folded, score
from qualcode.tui.messages import CodeChosen, CodeLit, RecentAsked
from qualcode.tui.widgets.filter_list import FilterList
from qualcode.tui.widgets.line_list import Entry, LineList
from qualcode.tui.widgets.marks import Look
from qualcode.tui.words import _

OPEN, CLOSED = "▾ ", "▸ "


class CodebookTree(FilterList):
    """Codes as a tree with passages here / in all; enter gives the lit code to the passage.

    While something is typed, only fitting codes and what they lie under are shown.
    """

    BINDINGS = bindings_for("codes", first=True)
    HAS_DIGITS: ClassVar = True
    """Whether the codes of the digits stand below the tree."""
    OPEN_AT_FIRST: ClassVar = False
    """Whether all branches of a tree that was never shown are open."""

    def __init__(self, look: Look, **named: Any) -> None:
        super().__init__(prompt=_("Filter codes"), empty=_("No code fits"), **named)
        self._look = look
        self._book: Codebook | None = None
        self._findables: Sequence[Findable] = ()
        self._here: Mapping[str, int] = {}
        self._all: Mapping[str, tuple[int, int]] = {}
        self._shut: set[str] = set()

    def show_book(self, book: Codebook, look: Look) -> None:
        """Show another codebook, or the same one in other words or hues."""
        first = self._book is None
        if book is not self._book:
            self._findables = ()
        self._book, self._look = book, look
        if first and not self.OPEN_AT_FIRST:
            self._shut = {code.id for code in book.codes if book.children(code.id)}
        self._rebuild()

    def show_counts(
        self, here: Mapping[str, int], everywhere: Mapping[str, tuple[int, int]]
    ) -> None:
        """Show other counts."""
        if (here, everywhere) != (self._here, self._all):
            self._here, self._all = here, everywhere
            self._rebuild()

    def light(self, code: str | None) -> None:
        """Light a code, opening what it lies under."""
        if self._book is None or code is None or code == self.list.lit_id:
            return
        above = set(self._book.lineage(code)[1:])
        if above & self._shut:
            self._shut -= above
            self._rebuild(code)
        self.list.light(code)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Left and right belong to the filter while there are words in it."""
        if action == "recent_code":
            return self.HAS_DIGITS
        return not (action == "fold" and self.input.value)

    def action_give(self) -> None:
        """Give the lit code to the passage."""
        self.list.action_choose()

    def action_recent_code(self, number: int) -> None:
        """Give the code of a digit to the passage."""
        self.post_message(RecentAsked(number))

    def digit(self, number: int) -> bool:
        """The digits stand beside the recent codes below."""
        if self.HAS_DIGITS:
            self.action_recent_code(number)
        return self.HAS_DIGITS

    def show_all(self) -> None:
        """Nothing is typed any more: the whole tree."""
        self.input.value = ""

    def action_fold(self, close: bool) -> None:
        """Close the lit branch, or go to its parent; open it the other way round."""
        book, lit = self._book, self.list.lit_id
        if book is None or lit is None:
            return
        parent = book.by_id[lit].parent
        if close and (lit in self._shut or not book.children(lit)) and parent:
            self._shut.add(parent)
            self._rebuild(parent)
        elif close:
            self._shut.add(lit)
            self._rebuild()
        else:
            self._shut.discard(lit)
            self._rebuild()

    @on(Input.Changed)
    def _narrow(self, event: Input.Changed) -> None:
        event.stop()
        self._rebuild()

    @on(LineList.Chosen)
    def _chosen(self, event: LineList.Chosen) -> None:
        event.stop()
        self.post_message(CodeChosen(event.id))

    @on(LineList.Lit)
    def _lit(self, event: LineList.Lit) -> None:
        event.stop()
        self.post_message(CodeLit(event.id))

    def _rebuild(self, lit: str | None = None) -> None:
        book = self._book
        if book is None or not self.is_attached:
            return
        asked = folded(self.input.value.strip())
        if not asked:
            shown = [c for c in book.walk() if not self._shut & set(book.lineage(c.id)[1:])]
            self.list.show([self._entry(code, filtered=False) for code in shown], lit)
            return
        self._findables = self._findables or [findable(code) for code in book.codes]
        scored = {each.id: score(asked, each) for each in self._findables}
        # slips are forgiven where nothing fits without one
        least = SLIP if max(scored.values(), default=0) > SLIP else 0
        fits = {code: points for code, points in scored.items() if points > least}
        kept = {above for code in fits for above in book.lineage(code)}
        shown = [code for code in book.walk() if code.id in kept]
        best = max(fits, key=lambda known: fits[known], default=None)
        self.list.show([self._entry(code, filtered=True) for code in shown], best)

    def _entry(self, code: Code, *, filtered: bool) -> Entry:
        book = self._book
        assert book is not None
        marker = "  "
        if book.children(code.id):
            marker = CLOSED if code.id in self._shut and not filtered else OPEN
        here, (everywhere, _) = self._here.get(code.id, 0), self._all.get(code.id, (0, 0))
        return Entry(
            code.id,
            self._look.names.get(code.id, code.id),
            f"{here or '·'}/{everywhere}" if everywhere else "",
            "  " * book.depth(code.id) + marker,
            self._look.hues.get(code.id),
            strong=code.parent is None,
        )

"""The tree of the codebook screen: passages and cases of each code, and what takes no codings."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import replace
from typing import Any

from textual import events
from textual.widgets import Input

from qualcode.domain.codebook import Code
from qualcode.tui.widgets.codebook_tree import CodebookTree
from qualcode.tui.widgets.line_list import Entry
from qualcode.tui.widgets.marks import Look
from qualcode.tui.words import _

REMARKED, WAITING = "!", "↻"


class BookTree(CodebookTree):
    """Letters are keys here until the line for the filter is asked for.

    Behind a code: `!` where the lint remarks on it, `↻` where codings wait to be read again, then
    passages and cases.
    """

    HAS_DIGITS, OPEN_AT_FIRST = False, True

    def __init__(self, look: Look, **named: Any) -> None:
        super().__init__(look, **named)
        self.list.can_focus = True
        self._remarked: Collection[str] = ()
        self._waiting: Mapping[str, int] = {}

    def know(
        self,
        remarked: Collection[str],
        waiting: Mapping[str, int],
        counts: Mapping[str, tuple[int, int]],
    ) -> None:
        """Which codes are remarked on, how many codings of each are to be read again, passages and
        cases of each: seen with the codebook that is shown next."""
        self._remarked, self._waiting, self._all = remarked, waiting, counts

    def narrow(self, words: str) -> None:
        """Put words into the filter, before there is a codebook to show."""
        with self.input.prevent(Input.Changed):
            self.input.value = words

    def clear(self) -> bool:
        """Empty the filter and go to the list; whether there was anything to go back from."""
        there = bool(self.input.value) or self.input.has_focus
        self.input.value = ""
        self.list.focus()
        return there

    def on_key(self, event: events.Key) -> None:
        """Down from the line leads into the list."""
        if event.key == "down" and self.input.has_focus:
            event.stop()
            self.list.focus()

    def _entry(self, code: Code, *, filtered: bool) -> Entry:
        book = self._book
        assert book is not None
        entry = super()._entry(code, filtered=filtered)
        passages, cases = self._all.get(code.id, (0, 0))
        off = _("off") if code.id in book.switched_off else ""
        state = _("retired") if code.retired else off
        signs = REMARKED * (code.id in self._remarked) + WAITING * (code.id in self._waiting)
        counts = f"{passages:>4} {cases:>3}" if passages else f"{'·':>4} {'·':>3}"
        right = " ".join(part for part in (state, signs, counts) if part)
        return replace(entry, right=right, heading=False)

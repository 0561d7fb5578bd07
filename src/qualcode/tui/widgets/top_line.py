"""The line on top of the text: where one is, how far the document has come, who codes."""

from __future__ import annotations

from collections import Counter
from typing import Any

from qualcode.text.cells import width as cells_of
from qualcode.tui.desk import Desk
from qualcode.tui.later import MOMENT, Later
from qualcode.tui.widgets.column_list import percent
from qualcode.tui.widgets.status_line import StatusLine
from qualcode.tui.words import _, counted

ROOMY = 80
"""Columns from which the line says everything, unless it would leave too few to say where the
reader is."""
COUNTED = ("coded", "read", "unread")
"""States of turns that somebody is to read."""
_RIGHT_MOST = 0.7


class TopLine(StatusLine):
    """Follows what lies on the desk."""

    def __init__(self, desk: Desk, **named: Any) -> None:
        super().__init__(**named)
        self._desk = desk
        self._cursor = 0
        self._done = (0, 0, 0)
        self._waits = False
        self._following = Later(self, MOMENT, self.tell)

    def follow(self, cursor: int) -> None:
        """The cursor has moved: to write a whole line for every move takes longer than the move."""
        self._cursor = cursor
        self._following.ask()

    def count(self, cursor: int) -> None:
        """Turns have come further, or another document is open."""
        self._cursor = cursor
        states = Counter(self._desk.states.values())
        turns = sum(states[state] for state in COUNTED)
        self._done = (turns - states["unread"], states["coded"], turns)
        self.tell()

    def wait(self, waits: bool) -> None:
        """Whether an act waits for another program."""
        self._waits = waits
        self.tell()

    def tell(self) -> None:
        """Say all of it."""
        self._following.drop()
        desk, info = self._desk, self._desk.document
        if info is None:
            self.show(_("No transcripts yet"), _("qualcode import FILE brings them in"))
            return
        read, coded, turns = self._done
        parts = [
            f"{100 * self._cursor // max(1, info.characters)} %",
            _("read {share}", share=percent(read, turns)),
            _("coded {share}", share=percent(coded, turns)),
            _("own codings only") if desk.own_only else "",
            desk.project.coder or _("no coder"),
            _("read only") if desk.project.read_only else "",
            _("locked by another program, trying again") if self._waits else "",
        ]
        everything = [info.language or "", *parts]
        everything[4:4] = [counted("{n} coding", "{n} codings", desk.held.codings)]
        where = f"{info.case} › {info.name}" if info.case else info.name
        right, full = (" · ".join(part for part in each if part) for each in (parts, everything))
        roomy = self.size.width >= ROOMY and cells_of(full) <= _RIGHT_MOST * self.size.width
        self.show(where, right=full if roomy else right)

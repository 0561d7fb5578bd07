"""A line for a name that is known already: what begins with the letters typed is proposed."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from textual import events
from textual.suggester import Suggester
from textual.widgets import Input

from qualcode.tui.matching import folded
from qualcode.tui.pressing import gone_on


def proposed(typed: str, names: Sequence[str]) -> str:
    """The first name of which a word begins with what was typed; accents do not count.

    Empty where nothing was typed, and where it is one of the names already.
    """
    wanted = folded(typed.lstrip())
    if not wanted or any(folded(name) == wanted.rstrip() for name in names):
        return ""
    return next((name for name in names if _begins_a_word(wanted, folded(name))), "")


def _begins_a_word(wanted: str, name: str) -> bool:
    at = name.find(wanted)
    while at > 0 and name[at - 1].isalnum():
        at = name.find(wanted, at + 1)
    return at >= 0


class ProposingLine(Input):
    """The proposal stands behind what was typed; tab and → take it, and tab goes on with it."""

    def __init__(self, value: str, known: Sequence[str], **named: Any) -> None:
        super().__init__(value, suggester=_Behind(self), **named)
        self._first, self._known = value, known

    @property
    def proposal(self) -> str:
        """What is proposed now; empty for nothing."""
        return "" if self.value == self._first else proposed(self.value, self._known)

    def take(self) -> bool:
        """Write what is proposed; whether there was anything."""
        name = self.proposal
        if name:
            self.value = name
            self.cursor_position = len(name)
        return bool(name)

    def on_key(self, event: events.Key) -> None:
        """Tab takes what is proposed, and goes to the next line."""
        if event.key == "tab" and self.has_focus:
            self.take()
        gone_on(self, event)

    def action_cursor_right(self, select: bool = False) -> None:
        """At the end, take what is proposed."""
        if select or not self.cursor_at_end or not self.take():
            super().action_cursor_right(select)


class _Behind(Suggester):
    """Puts the rest of a name behind its beginning, and a whole name behind a word of it."""

    def __init__(self, line: ProposingLine) -> None:
        super().__init__(use_cache=False, case_sensitive=True)
        self._line = line

    async def get_suggestion(self, value: str) -> str | None:
        """What the line proposes, as it is to be shown."""
        name = self._line.proposal
        if not name or value != self._line.value:
            return None
        rest = name[len(value) :]
        return value + (rest if folded(name[: len(value)]) == folded(value) else f"  → {name}")

"""Which code each digit stands for."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from textual import on

from qualcode.tui.messages import CodeChosen
from qualcode.tui.widgets.line_list import Entry, LineList
from qualcode.tui.widgets.marks import Look
from qualcode.tui.words import _


class RecentCodes(LineList, can_focus=False):
    """The digits with their codes; a double click gives the code to the passage."""

    def __init__(self, **named: Any) -> None:
        super().__init__(empty=_("used codes get digits"), **named)

    def show_slots(self, slots: Sequence[str], look: Look) -> None:
        """Show the codes on the digits from 1 on."""
        self.show(
            [
                Entry(code, look.names.get(code, code), lead=f"{digit} ", hue=look.hues.get(code))
                for digit, code in enumerate(slots, 1)
                if code
            ]
        )

    @on(LineList.Chosen)
    def _chosen(self, event: LineList.Chosen) -> None:
        event.stop()
        self.post_message(CodeChosen(event.id))

    @on(LineList.Lit)
    def _lit(self, event: LineList.Lit) -> None:
        event.stop()

"""The history: all acts in words, newest first, and the way back and forth through them."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import TYPE_CHECKING

from textual.app import ComposeResult
from textual.containers import Vertical
from textual.screen import ModalScreen
from textual.widgets import Label

from qualcode.domain.people import Act
from qualcode.tui.dialogs.filtered import FilteredList
from qualcode.tui.keymap import bindings_for
from qualcode.tui.widgets.line_list import Entry
from qualcode.tui.widgets.status_line import HintLine

if TYPE_CHECKING:
    from qualcode.services.workspace import Project

_UNDONE = "undone · "


class HistoryCard(ModalScreen[None]):
    """What was done, by whom and when; `undo` and `redo` go along the coder's own acts.

    The screens below read the project again when this closes.
    """

    BINDINGS = bindings_for("history")
    AUTO_FOCUS = "LineList"

    def __init__(self, project: Project) -> None:
        super().__init__()
        self._project = project

    def compose(self) -> ComposeResult:
        """Title, list, keys."""
        with Vertical(id="dialog"):
            yield Label("History", id="title", markup=False)
            yield FilteredList(self._entries, empty="Nothing fits")
            yield HintLine(id="hints")

    def on_mount(self) -> None:
        """Read the journal."""
        self.lines = self.query_one(FilteredList)
        self.hints = self.query_one(HintLine)
        self.hints.show_for("history")
        self.lines.read()

    def _entries(self) -> list[tuple[Entry, str]]:
        acts = self._project.history.log()
        by_number = {act.seq: act.summary for act in acts}
        return [_entry(act, by_number) for act in acts]

    def action_undo(self) -> None:
        """Take back the coder's last act."""
        act = self._project.history.undo()
        self._show(f"Undone: {act.summary}")

    def action_redo(self) -> None:
        """Do again what was taken back last."""
        act = self._project.history.redo()
        self._show(f"Redone: {act.summary}")

    def action_filter(self) -> None:
        """Type words that the acts must have."""
        self.lines.ask()

    def action_back(self) -> None:
        """Without a filter, close."""
        if not self.lines.clear():
            self.dismiss(None)

    def _show(self, words: str) -> None:
        self.lines.read()
        self.hints.say(words)


def _entry(act: Act, by_number: Mapping[int, str]) -> tuple[Entry, str]:
    words = act.summary
    if act.undoes is not None:
        did = "took back" if act.kind == "undo" else "did again"
        words = f"{did}: {by_number.get(act.undoes, '?')}"
    if act.undone:
        words = f"{_UNDONE}{words}"
    right = f"{act.coder}  {_when(act.time)}"
    return Entry(str(act.seq), words, right), f"{words} {right}"


def _when(time: str) -> str:
    """A moment as date and minute of the reader's own clock."""
    return f"{datetime.fromisoformat(time).astimezone():%Y-%m-%d %H:%M}"

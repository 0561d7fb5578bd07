"""The history: all acts in words, newest first, and the way back and forth through them."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

from textual import on
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.screen import ModalScreen
from textual.widgets import Label

from qualcode.domain.people import Act
from qualcode.errors import Conflict
from qualcode.tui.dialogs.filtered import FilteredList
from qualcode.tui.keymap import bindings_for
from qualcode.tui.messages import attempt
from qualcode.tui.telling import code_labels, do_again, take_back, told
from qualcode.tui.widgets.line_list import Entry, LineList
from qualcode.tui.widgets.status_line import HintLine
from qualcode.tui.words import _, counted

if TYPE_CHECKING:
    from qualcode.services.workspace import Project


class HistoryCard(ModalScreen[None]):
    """What was done, by whom and when, each act once; `undo` and `redo` go along the coder's own.

    The screens below read the project again when this closes.
    """

    BINDINGS = bindings_for("history")
    AUTO_FOCUS = "LineList"

    def __init__(self, project: Project, language: str) -> None:
        super().__init__()
        self._project, self._language = project, language

    def compose(self) -> ComposeResult:
        """Title, list, keys."""
        with Vertical(id="dialog"):
            yield Label(_("History"), id="title", markup=False)
            yield FilteredList(self._entries, empty=_("Nothing fits"))
            yield HintLine(id="hints")

    def on_mount(self) -> None:
        """Read the journal."""
        self.lines = self.query_one(FilteredList)
        self.hints = self.query_one(HintLine)
        self.hints.show_for("history")
        self.lines.read()

    def _entries(self) -> list[tuple[Entry, str]]:
        acts = [act for act in self._project.history.log() if act.undoes is None]
        labels = code_labels(self._project, self._language, acts)
        return [_entry(act, told(act, labels)) for act in acts]

    def action_undo(self) -> None:
        """Take back the coder's last act."""
        self._show(take_back(self._project, self._language))

    def action_redo(self) -> None:
        """Do again what was taken back last."""
        self._show(do_again(self._project, self._language))

    def action_reach(self) -> None:
        """Take back the coder's acts down to the lit one, or do again what was undone up to it.

        Where one of them cannot be taken back, those after it are; raises as undo does.
        """
        lit = self.lines.list.lit_id
        acts = self._project.history.log()
        act = next((each for each in acts if str(each.seq) == lit), None)
        me = self._project.coder
        if act is None or act.coder != me:
            raise Conflict(_("Only acts of your own are taken back."))
        own = [each for each in acts if each.coder == me and each.undoes is None]
        try:
            if act.undone:
                number = sum(each.undone and each.seq <= act.seq for each in own)
                for _again in range(number):
                    self._project.history.redo()
                self.hints.say(counted("{n} act done again", "{n} acts done again", number))
            else:
                number = sum(not each.undone and each.seq >= act.seq for each in own)
                for _back in range(number):
                    self._project.history.undo()
                self.hints.say(counted("{n} act taken back", "{n} acts taken back", number))
        finally:
            self.lines.read()

    @on(LineList.Chosen)
    def _chosen(self, event: LineList.Chosen) -> None:
        event.stop()
        attempt(self, self.action_reach)

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


def _entry(act: Act, words: str) -> tuple[Entry, str]:
    """An act with its state; taking it back is no entry of its own."""
    if act.undone:
        words = _("undone · {act}", act=words)
    right = f"{act.coder}  {_when(act.time)}"
    return Entry(str(act.seq), words, right), f"{words} {right}"


def _when(time: str) -> str:
    """A moment as date and minute of the reader's own clock."""
    return f"{datetime.fromisoformat(time).astimezone():%Y-%m-%d %H:%M}"

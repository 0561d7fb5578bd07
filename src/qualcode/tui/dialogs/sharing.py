"""A colleague's codebook beside one's own: what comes in, and what is to be decided."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from rich.text import Text
from textual import on
from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical, VerticalScroll
from textual.screen import ModalScreen
from textual.widgets import Label, Static

from qualcode.tui.keymap import bindings_for
from qualcode.tui.messages import attempt
from qualcode.tui.widgets.column_list import counted
from qualcode.tui.widgets.line_list import Entry, LineList
from qualcode.tui.widgets.status_line import HintLine

if TYPE_CHECKING:
    from qualcode.domain.three_way import Clash
    from qualcode.services.recoding import Outcome
    from qualcode.services.sharing import Comparison
    from qualcode.services.workspace import Project

SIGNS = {None: "?  ", "mine": "←  ", "theirs": "→  "}
NOTHING = "(nothing)"


class SharingDialog(ModalScreen[str | None]):
    """Each conflict is decided by one key; enter brings in what was decided, as one act.

    Gives what was done, in words, or None.
    """

    BINDINGS = bindings_for("sharing")
    AUTO_FOCUS = "LineList"

    def __init__(self, project: Project, source: str, comparison: Comparison) -> None:
        super().__init__()
        self._project, self._source = project, source
        self.comparison = comparison
        self.decisions: dict[str, str] = {}

    def compose(self) -> ComposeResult:
        """The conflicts and changes, the two sides of the lit one, the keys."""
        with Vertical(id="dialog"):
            yield Label("", id="title", markup=False)
            yield LineList(empty="Nothing new: you have all that is in the file")
            yield Label("", id="before", markup=False)
            with Horizontal(id="sides"):
                for side in ("mine", "theirs"):
                    with VerticalScroll(id=f"{side}-side", can_focus=False) as pane:
                        pane.border_title = side.capitalize()
                        yield Static("", id=side, markup=False)
            yield Label("", id="foot", markup=False)
            yield HintLine(id="hints")

    def on_mount(self) -> None:
        """Show the comparison."""
        self.lines = self.query_one(LineList)
        self.hints = self.query_one(HintLine)
        self.hints.show_for("sharing")
        self._show_all()

    def _show_all(self, lit: str | None = None) -> None:
        found = self.comparison
        entries = [
            Entry(clash.name, clash.name, clash.why, lead=SIGNS[clash.decided])
            for clash in found.clashes
        ]
        if found.applied:
            entries.append(Entry(":in", f"Comes in: {len(found.applied)}", heading=True))
        entries += [
            Entry(f":in:{n}", change.words, lead="+  ", heading=True)
            for n, change in enumerate(found.applied)
        ]
        self.lines.show(entries, lit)
        sure = "" if found.certain else ", which is a guess"
        both = f"both come from version {found.base.version}{sure}"
        title = f"{counted(len(found.open), 'conflict')} to decide · {both}"
        self.query_one("#title", Label).update(title)
        outcome = attempt(self, lambda: self._project.sharing.preview(found))
        if outcome is not None:
            self.query_one("#foot", Label).update(effect_words(outcome))
        self._show_sides()

    @on(LineList.Lit)
    def _lit(self, event: LineList.Lit) -> None:
        event.stop()
        self._show_sides()

    @on(LineList.Chosen)
    def _chosen(self, event: LineList.Chosen) -> None:
        event.stop()
        self.action_apply()

    def _clash(self) -> Clash | None:
        lit = self.lines.lit_id
        return next((one for one in self.comparison.clashes if one.name == lit), None)

    def _show_sides(self) -> None:
        clash = self._clash()
        self.query_one("#sides").display = clash is not None
        for side in ("mine", "theirs"):
            text = Text(words_of(getattr(clash, side))) if clash else Text()
            self.query_one(f"#{side}", Static).update(text)
            chosen = clash is not None and clash.decided == side
            pane = self.query_one(f"#{side}-side")
            pane.border_title = f"{'✓ ' * chosen}{side.capitalize()}"
        before = f"Before: {words_of(clash.base)}" if clash else ""
        self.query_one("#before", Label).update(" ".join(before.split()))

    def action_decide(self, side: str) -> None:
        """Mine or theirs for the lit conflict, and on to the next open one."""
        clash = self._clash()
        if clash is None:
            return
        wanted = {**self.decisions, clash.name: side}
        found = attempt(self, lambda: self._project.sharing.compare(self._source, decisions=wanted))
        if found is not None:
            self.decisions, self.comparison = wanted, found
            self._show_all(found.open[0].name if found.open else clash.name)

    def action_apply(self) -> None:
        """Bring in what is new and what was decided."""
        outcome = attempt(self, lambda: self._project.sharing.apply(self.comparison))
        if outcome is not None:
            self.dismiss(outcome.words)

    def action_back(self) -> None:
        """Nothing is changed."""
        self.dismiss(None)


def effect_words(outcome: Outcome) -> str:
    """What bringing in does to codings, in one line."""
    found = []
    if outcome.moved:
        found.append(f"{counted(outcome.moved, 'coding')} get another code")
    if outcome.reread:
        found.append(f"{counted(outcome.reread, 'coding')} to read again")
    return " · ".join(found) or "No coding is touched"


def words_of(value: Any) -> str:
    """A side of a conflict as people read it."""
    if value is None or value in ("", ()):
        return NOTHING
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, Mapping):
        said = ((key, words_of(one)) for key, one in value.items() if key)
        return "\n".join(f"{key}: {one}" for key, one in said if one != NOTHING)
    if isinstance(value, tuple) and len(value) == 2 and isinstance(value[0], bool):
        became = f", became {', '.join(value[1])}" if value[1] else ""
        return f"retired{became}" if value[0] else "in use"
    if isinstance(value, tuple):
        return ", ".join(words_of(one) for one in value)
    return str(value)

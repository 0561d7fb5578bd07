"""The workbench: the codes beside the reader, and the way from pane to pane."""

from __future__ import annotations

from textual import events, on
from textual.app import ComposeResult
from textual.containers import Container, Horizontal, Vertical
from textual.timer import Timer

from qualcode.tui.desk import Desk
from qualcode.tui.keymap import bindings_for
from qualcode.tui.later import MOMENT
from qualcode.tui.messages import Acted, CodeChosen, CodeLit, Counted, RecentAsked, attempt
from qualcode.tui.widgets.codebook_tree import CodebookTree
from qualcode.tui.widgets.marks import Look
from qualcode.tui.widgets.panes import Panes
from qualcode.tui.widgets.reader import Reader
from qualcode.tui.widgets.recent_codes import RecentCodes
from qualcode.tui.widgets.status_line import HintLine
from qualcode.tui.words import _

COUNT_SECONDS = 0.12
"""How long after an act the counts follow."""


class Workbench(Container):
    """Everything that one codes with."""

    BINDINGS = bindings_for("panes")

    def __init__(self, desk: Desk, look: Look) -> None:
        super().__init__()
        self.desk, self.look = desk, look
        self._counting: Timer | None = None

    def compose(self) -> ComposeResult:
        """Codes and recent codes, the reader, the line of keys."""
        with Horizontal(id="room"):
            with Vertical(id="codes-pane"):
                yield CodebookTree(self.look, id="codes")
                yield RecentCodes(id="recent")
            yield Reader(self.desk, self.look, id="reading")
        yield HintLine(id="hints")

    def on_mount(self) -> None:
        """Fetch the parts once."""
        self.reader = self.query_one(Reader)
        self.view = self.reader.view
        self.codes = self.query_one(CodebookTree)
        self.recent = self.query_one(RecentCodes)
        self.hints = self.query_one(HintLine)
        self.panes = Panes(self)
        self.query_one("#codes-pane").border_title = _("Codes")
        self.recent.border_title = _("Recent")

    def open(self, at: int = 0) -> None:
        """Show the document that the desk has opened, or an empty page."""
        self.codes.show_book(self.desk.book, self.look)
        self.reader.open(at)
        self._show_counts()

    def show_look(self, look: Look) -> None:
        """Codes by other names or hues."""
        self.look = look
        self.codes.show_book(self.desk.book, look)
        self.reader.show_look(look)
        self._show_counts()

    def show_codings(self) -> None:
        """Show what the desk holds now."""
        self.reader.show_codings()
        self._show_counts()

    def _show_counts(self) -> None:
        self.codes.show_counts(self.desk.counts_here, self.desk.counts)
        self.recent.show_slots(self.desk.slots, self.look)

    @on(Acted)
    def _acted(self, event: Acted) -> None:
        self.hints.say_in(MOMENT, event.words)
        self.recent.show_slots(self.desk.slots, self.look)
        if self._counting is not None:
            self._counting.stop()
        self._counting = self.set_timer(COUNT_SECONDS, self._recount)

    def _recount(self) -> None:
        """What need not be painted at once after a key."""
        self._counting = None
        changed = attempt(self, self.desk.recount)
        self.view.show_states(self.desk.states, changed)
        self._show_counts()
        self.post_message(Counted())

    @on(CodeLit)
    def _code_lit(self, event: CodeLit) -> None:
        self.reader.define(event.code)

    @on(CodeChosen)
    def _code_chosen(self, event: CodeChosen) -> None:
        self.reader.apply(event.code)
        self.panes.back_to_text()

    @on(RecentAsked)
    def _recent_asked(self, event: RecentAsked) -> None:
        def give() -> None:
            self.reader.action_recent_code(event.number)
            self.panes.back_to_text()

        attempt(self, give)

    def on_descendant_focus(self, event: events.DescendantFocus) -> None:
        """The keys that fit the pane."""
        self.hints.show_for(self.panes.current)

    def action_show_codes(self) -> None:
        """To the tree of codes."""
        self.panes.show("codes")

    def action_show_here(self) -> None:
        """To the codings here."""
        self.panes.show("here")

    def action_pane(self, by: int) -> None:
        """To the next pane."""
        self.panes.step(by)

    def action_back(self) -> None:
        """Back to the text; from the text, without selection."""
        if not self.panes.back_to_text():
            self.view.put(self.view.caret.cleared())

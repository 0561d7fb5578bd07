"""The charting screen: cases by codes, and a cell with its passages beside its summary."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, ClassVar

from textual import events, on
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.widgets import TextArea

from qualcode.domain.framework import CASE, ROLE, CellView, Place
from qualcode.domain.framework import Matrix as FrameworkMatrix
from qualcode.errors import Conflict, NotFound
from qualcode.services.framework_matrix import MatrixRequest
from qualcode.tui.chart_hints import show_hints
from qualcode.tui.chart_place import ChartPlace, keep_chart, kept_chart
from qualcode.tui.chart_sheet import Shown, next_place, sheet_of_matrix
from qualcode.tui.chart_words import NO_ROWS, lit_words, top_words
from qualcode.tui.keymap import bindings_for
from qualcode.tui.looks import look_of
from qualcode.tui.messages import PlaceAsked, attempt
from qualcode.tui.modes import BREAKPOINTS
from qualcode.tui.quick_screen import QuickScreen
from qualcode.tui.screens import charting_choices
from qualcode.tui.screens.charting_cell import CellActs
from qualcode.tui.telling import code_labels, do_again, take_back
from qualcode.tui.widgets.cell_passages import CellPassages
from qualcode.tui.widgets.marks import Look
from qualcode.tui.widgets.matrix import Matrix
from qualcode.tui.widgets.open_cell import OpenCell
from qualcode.tui.widgets.status_line import HintLine, StatusLine
from qualcode.tui.widgets.steady_words import SteadyWords
from qualcode.tui.widgets.summary import Summary
from qualcode.tui.words import _

if TYPE_CHECKING:
    from qualcode.services.workspace import Project

_SHORT = 32
"""Lines of a window that shows the matrix or a cell, not both."""


class ChartingScreen(QuickScreen[None]):
    """Arrows go from cell to cell; enter opens one; what is written is kept when it is left."""

    CSS_PATH: ClassVar = ["lists.tcss", "tables.tcss", "charting.tcss"]
    BINDINGS = bindings_for("charting")
    AUTO_FOCUS = "#chart-grid"
    HELP_PLACES = ("charting", "app")

    def __init__(self, project: Project, language: str = "en") -> None:
        super().__init__()
        self.HORIZONTAL_BREAKPOINTS = BREAKPOINTS
        self.project, self.language = project, language
        self.request, self._turned = MatrixRequest(), False
        self.shown = Shown(FrameworkMatrix(CASE, (), (), {}), {})
        self._acts = CellActs(self)
        self._seen: int | None = None

    def compose(self) -> ComposeResult:
        """The matrix; below it the open cell, its passages left and its summary right."""
        yield StatusLine(id="top")
        with Vertical(id="room"):
            with Vertical(id="grid"):
                yield Matrix(id="chart-grid")
                yield SteadyWords(id="cell")
            yield OpenCell(self.project, self.look(), self.language)
        yield HintLine(id="hints")

    def on_mount(self) -> None:
        """Show the matrix that was shown last, with its cell lit."""
        self.grid = self.query_one("#chart-grid", Matrix)
        self.cell = self.query_one(OpenCell)
        self.hints = self.query_one(HintLine)
        changed = self.app.theme_changed_signal
        changed.subscribe(self, lambda _: self.cell.passages.show_look(self.look()))
        kept = kept_chart(self.project)
        self._turned = kept.turned
        if not self._ask(kept.request, kept.cell):
            self._ask(replace(kept.request, order=None), kept.cell)

    def look(self) -> Look:
        """Names, hues and letters of the codes, for the theme in force."""
        return look_of(self.project.codebooks.current(), self.language, self.app.current_theme)

    def on_resize(self, event: events.Resize) -> None:
        """Matrix or cell where both have no room."""
        self.set_class(event.size.height < _SHORT, "-short")

    def on_screen_resume(self) -> None:
        """Another screen, or another program, may have changed something."""
        if self._seen is not None and self.project.codings.last_act() != self._seen:
            self._again()

    def on_screen_suspend(self) -> None:
        """What was written is kept when one leaves for another screen."""
        if self._seen is not None:
            self.cell.summary.keep()

    def keep_place(self) -> None:
        """Remember the place for the next time."""
        if self._seen is not None:
            keep_chart(self.project, ChartPlace(self.request, self._turned, self.lit_place))

    # showing

    @property
    def lit_place(self) -> Place | None:
        """The lit cell of the matrix."""
        lit = self.grid.lit
        if lit is None or lit[0].row is None:
            return None
        return self.shown.place(lit[0].row.key, lit[1].column.key)

    @property
    def is_open(self) -> bool:
        """Whether the lit cell is open."""
        return self.has_class("-open")

    def _ask(self, request: MatrixRequest, lit: Place | None = None) -> bool:
        """Show another matrix; False, with the old one in place, where it cannot be made."""
        lit = lit or self.lit_place
        found = attempt(self, lambda: self.project.framework.matrix(request))
        if found is None:
            return False
        shown = Shown(found, code_labels(self.project, self.language), self._turned)
        self.request, self._seen = request, self.project.codings.last_act()
        if shown != self.shown:
            self.shown = shown
            self.grid.show_sheet(sheet_of_matrix(shown))
        if not found.rows:
            self.grid.show_words(_(NO_ROWS[found.row_kind]))
        elif lit is not None and lit != self.lit_place:
            self.grid.light(*self.shown.keys(lit))
        if self.is_open:
            self._show_cell()
        self._tell()
        return True

    def _again(self) -> None:
        """Read everything anew; the same cell stays lit."""
        if not self._ask(self.request):
            self._ask(MatrixRequest())

    def _tell(self) -> None:
        """The line on top, and what the lit cell holds."""
        right = _("read only") if self.project.read_only else self.project.coder or _("no coder")
        self.query_one("#top", StatusLine).show(*top_words(self.shown), right=f"  {right}")
        if not self.is_open:
            self.query_one(SteadyWords).show(lit_words(self.shown, self.lit_place))
        show_hints(self.hints, self.focused, opened=self.is_open)

    def on_descendant_focus(self) -> None:
        """Other keys fit."""
        if self._seen is not None:
            show_hints(self.hints, self.focused, opened=self.is_open)

    def _show_cell(self) -> None:
        """The lit cell, opened; what is being written on the same one stays."""
        if self.lit_place is not None:
            keys = (self._acts.key("charting.right"), self._acts.key("charting.against"))
            self.cell.show(self.lit_place, self.shown.label(self.lit_place), keys)

    # from cell to cell

    @on(Matrix.Lit)
    def _lit(self) -> None:
        if self.is_open:
            self._go(self.lit_place)
        else:
            self._tell()

    def _go(self, place: Place | None) -> None:
        """Light another cell and show it where one is open; not before the words are kept."""
        if place is None:
            return
        if self.is_open and not self.cell.summary.keep() and self.cell.place is not None:
            place = self.cell.place
        self.grid.light(*self.shown.keys(place))
        if self.is_open:
            self._show_cell()
        self._tell()

    def action_next_cell(self, wanted: str, by: int) -> None:
        """To the next cell to chart, or out of date; forward or back."""
        if not self.cell.summary.keep():
            return
        found = next_place(self.shown, wanted, self.lit_place, by)
        if found is None:
            words = _("Nothing left to chart here") if wanted == "empty" else _("Nothing is stale")
            self.hints.say(words)
        else:
            self._go(found)

    def show_place(self, row_kind: str, row: str, code: str) -> None:
        """Open a cell, asked for by another room."""
        codes = self.request.codes
        if code not in self.shown.matrix.codes:
            codes = (*self.shown.matrix.codes, code)
        request = replace(self.request, row_kind=row_kind, codes=codes)
        if row_kind == ROLE:
            request = replace(request, order=None)
        if self.cell.summary.keep() and self._ask(request, Place(row_kind, row, code)):
            self.open_cell()

    def open_cell(self) -> None:
        """Open the lit cell, its passages first."""
        if self.lit_place is None:
            raise NotFound(_("There is no cell here."))
        self.add_class("-open")
        self._show_cell()
        self.cell.passages.focus()
        self._tell()

    @on(Matrix.Chosen)
    def action_open_cell(self) -> None:
        """Open the lit cell; on a passage go to the text."""
        if self.cell.passages.has_focus:
            self._to_text()
        else:
            self.open_cell()

    @on(CellPassages.Chosen)
    def _to_text(self) -> None:
        item = self.cell.passages.lit_item
        if item is not None and (coding := item.coding) is not None:
            self.post_message(PlaceAsked(coding.document_id, coding.start, coding.end))

    def action_back(self) -> None:
        """From the summary to the passages, from there to the matrix."""
        if isinstance(self.focused, TextArea):
            self.cell.passages.focus()
        elif self.is_open and self.cell.summary.keep():
            self.remove_class("-open")
            self.grid.focus()
            self._tell()

    # acting

    def _current(self) -> CellView:
        """The lit cell as it is; raises NotFound for none, Conflict where words cannot be kept."""
        place = self.lit_place
        if place is None:
            raise NotFound(_("There is no cell here."))
        if not self.cell.summary.keep():
            raise Conflict(_("What you wrote is not kept yet."), _("It stays here meanwhile."))
        return self.cell.current(place)

    def acted(self, words: str) -> None:
        """Say what was done and show what is there now."""
        self.hints.say(words)
        self._again()

    def _act(self, act: Callable[[], str]) -> None:
        words = attempt(self, act)
        if words:
            self.acted(words)

    @on(Summary.Kept)
    def _kept(self, event: Summary.Kept) -> None:
        event.stop()
        self.acted(event.words)

    def action_keep(self) -> None:
        """Keep what was written."""
        self.cell.summary.keep()

    def action_write_summary(self) -> None:
        """Write on the summary of the lit cell."""
        if not self.is_open:
            self.open_cell()
        self.cell.summary.area.focus()

    @on(CellPassages.Toggled)
    def _toggled(self) -> None:
        self.action_cell("link")

    def action_cell(self, what: str) -> None:
        """An act on the lit cell, by its name among `CellActs`."""
        self._act(lambda: getattr(self._acts, what)(self._current()))

    def action_choose(self, what: str) -> None:
        """Other rows, codes or another order."""
        if self.cell.summary.keep():
            charting_choices.choose(self, what, self._ask)

    def action_transpose(self) -> None:
        """Codes as rows, and back; the same cell stays lit."""
        place, self._turned = self.lit_place, not self._turned
        self._ask(self.request, place)

    def action_past(self, step: str) -> None:
        """Take back the last act, or do again what was taken back."""
        self.cell.summary.keep()
        steps = {"undo": take_back, "redo": do_again}
        self._act(partial(steps[step], self.project, self.language))

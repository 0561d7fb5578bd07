"""A cell of the matrix, opened: its passages on the left, its summary on the right."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.text import Text
from textual.app import ComposeResult
from textual.containers import Horizontal

from qualcode.domain.framework import CellView, Place
from qualcode.tui.chart_items import items_of
from qualcode.tui.chart_words import cell_lines, rating_line
from qualcode.tui.summaries import of_cell
from qualcode.tui.widgets.cell_passages import CellPassages
from qualcode.tui.widgets.marks import Look
from qualcode.tui.widgets.summary import Summary
from qualcode.tui.words import _

if TYPE_CHECKING:
    from qualcode.services.workspace import Project


class OpenCell(Horizontal):
    """Shows a cell as it is in the project; what is being written on it stays."""

    def __init__(self, project: Project, look: Look, language: str) -> None:
        super().__init__(id="opened")
        self._project, self._language = project, language
        self.passages = CellPassages(look)
        prompt = _("What the passages say, in your words")
        self.summary = Summary(project, name="cell-summary", prompt=prompt)
        self.view: CellView | None = None
        self._seen: int | None = None

    def compose(self) -> ComposeResult:
        """Passages, then the summary."""
        yield self.passages
        yield self.summary

    @property
    def place(self) -> Place | None:
        """Which cell it is."""
        return self.view.state.place if self.view else None

    def current(self, place: Place) -> CellView:
        """A cell as it is: the shown one, where nothing was changed since; raises NotFound."""
        view = self.view
        if view is None or self.place != place or self._project.codings.last_act() != self._seen:
            return self._project.framework.cell(place)
        return view

    def show(self, place: Place, label: str, keys: tuple[str, str]) -> None:
        """Show a cell. `keys` are those for still right and for what speaks against."""
        before, self._seen = self.place, self._project.codings.last_act()
        self.view = view = self._project.framework.cell(place)
        items = items_of(self._project, view)
        self.passages.show_items(items, _("No passages in this cell"), afresh=place != before)
        self.passages.border_title = Text(label)
        words = (view.written.summary if view.written else None) or ""
        self.summary.show(of_cell(self._project, place, label), words, _("Summary"))
        book = self._project.codebooks.current()
        ratings = [rating_line(each, book, self._language) for each in view.ratings]
        self.summary.tell(list(cell_lines(view, keys)), ratings)

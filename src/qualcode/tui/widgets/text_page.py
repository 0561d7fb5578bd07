"""The transcript with the question above it and the map of the whole document beside it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from textual import on
from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.timer import Timer

from qualcode.tui.messages import QuestionAbove
from qualcode.tui.widgets.marks import Item, Look, Touched
from qualcode.tui.widgets.overview import Overview
from qualcode.tui.widgets.status_line import StatusLine
from qualcode.tui.widgets.transcript import Transcript

MAP_SECONDS = 0.1
"""How long after an act the map follows."""


class TextPage(Vertical):
    """What one reads. The map stands where a scrollbar would."""

    def __init__(self, look: Look) -> None:
        super().__init__(id="page")
        self.view = Transcript(look, id="transcript")
        self.overview = Overview(id="map")
        self._items: Sequence[Item] = ()
        self._mapping: Timer | None = None

    def compose(self) -> ComposeResult:
        """The question, the text, the map."""
        yield StatusLine(id="question")
        with Horizontal():
            yield self.view
            yield self.overview

    def on_mount(self) -> None:
        """The map follows the text."""
        self.watch(self.view, "scroll_y", self._follow, init=False)

    def show_codings(
        self,
        items: Sequence[Item],
        states: Mapping[int, str],
        touched: Sequence[Touched] | None = None,
    ) -> None:
        """Show these codings, and how far each turn has come.

        With `touched`, which says where they differ from before, the map follows a moment later.
        """
        self.view.show_codings(items, states, touched)
        self._items = items
        if self._mapping is not None:
            self._mapping.stop()
            self._mapping = None
        if touched is None:
            self._map()
        else:
            self._mapping = self.set_timer(MAP_SECONDS, self._map)

    def show_hits(self, hits: list[tuple[int, int]]) -> None:
        """Mark the places that were searched for, in the text and on the map."""
        self.view.show_hits(hits)
        self.overview.show_hits(hits)

    def _map(self) -> None:
        """Draw the map anew."""
        page = self.view.page
        if page is not None:
            extents = [item.segment for item in self._items]
            self.overview.show_codings(extents, len(page.rows.text))
        self.call_after_refresh(self._follow)

    def on_resize(self) -> None:
        """Another part is in view."""
        self.call_after_refresh(self._follow)

    def _follow(self) -> None:
        """Say to the map what is in view."""
        page, top = self.view.page, self.view.scroll_offset.y
        if page is not None and len(page):
            last = page.row_at(top + max(0, self.view.size.height - 1))
            self.overview.show_view(page.rows.starts[page.row_at(top)], page.rows.ends[last])

    @on(QuestionAbove)
    def _question(self, event: QuestionAbove) -> None:
        event.stop()
        self.query_one("#question", StatusLine).show("", event.words)

    @on(Overview.Pointed)
    def _pointed(self, event: Overview.Pointed) -> None:
        """Bring a part of the document into view; the cursor stays where it is."""
        event.stop()
        page = self.view.page
        if page is not None:
            line = page.line_of(round(event.part * len(page.rows.text)))
            self.view.scroll_to(y=line - self.view.size.height // 2, animate=False, immediate=True)

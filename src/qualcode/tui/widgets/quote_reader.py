"""Passages as a list with the lit one in its context: the heart of Quotes, a pane of Tables."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from textual import on
from textual.app import ComposeResult
from textual.containers import Vertical

from qualcode.domain.coding import Coding
from qualcode.domain.document import Transcript
from qualcode.errors import NotFound
from qualcode.tui.messages import PlaceAsked
from qualcode.tui.widgets.column_list import HeadedList
from qualcode.tui.widgets.line_list import LineList
from qualcode.tui.widgets.marks import Look
from qualcode.tui.widgets.quote_context import QuoteContext, context_of
from qualcode.tui.widgets.quote_list import QuoteList

if TYPE_CHECKING:
    from qualcode.services.workspace import Project

_TRANSCRIPTS_MOST = 8


class QuoteReader(Vertical):
    """Enter on a passage asks for its place in the transcript."""

    def __init__(self, project: Project, look: Look, *, markable: bool = False) -> None:
        super().__init__()
        self._project = project
        self.list = QuoteList(look, markable=markable)
        self.around = QuoteContext()
        self._transcripts: dict[str, Transcript] = {}
        self._seen = project.codings.last_act()

    def compose(self) -> ComposeResult:
        """The list, and below it the context."""
        yield HeadedList(self.list)
        yield self.around

    def show_quotes(self, codings: Sequence[Coding], lit: str | None = None) -> None:
        """Show these passages; `lit` names the lit one, else it stays with its coding."""
        now = self._project.codings.last_act()
        if now != self._seen and not self._project.codings.only_codings(self._seen):
            self._transcripts.clear()
        self._seen = now
        self.list.show_quotes(codings, lit)
        self._show_context()

    def show_look(self, look: Look) -> None:
        """Codes by other names or hues."""
        self.list.show_look(look)
        self._show_context()

    @on(LineList.Lit)
    def _lit(self, event: LineList.Lit) -> None:
        event.stop()
        self._show_context()

    @on(LineList.Chosen)
    def _chosen(self, event: LineList.Chosen) -> None:
        event.stop()
        coding = self.list.lit_coding
        if coding is not None:
            self.post_message(PlaceAsked(coding.document_id, coding.start, coding.end))

    def _show_context(self) -> None:
        coding = self.list.lit_coding
        transcript = self._transcript(coding.document_id) if coding is not None else None
        if coding is None or transcript is None:
            self.around.show_context(None)
        else:
            self.around.show_context(context_of(coding, transcript, self.list.look))

    def _transcript(self, document: str) -> Transcript | None:
        """The transcript, kept for the next passage of the same document; None where it is gone."""
        known = self._transcripts
        if document not in known:
            while len(known) >= _TRANSCRIPTS_MOST:
                del known[next(iter(known))]
            try:
                known[document] = self._project.documents.transcript(document)
            except NotFound:
                return None
        return known[document]

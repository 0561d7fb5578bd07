"""The coding screen: one document, the way through it, and the workbench."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from typing import TYPE_CHECKING

from textual import events, on
from textual.app import ComposeResult
from textual.screen import Screen
from textual.widgets import Static

from qualcode.errors import NotFound
from qualcode.tui.desk import Desk
from qualcode.tui.dialogs.writing import Ask
from qualcode.tui.keymap import bindings_for
from qualcode.tui.looks import look_of
from qualcode.tui.messages import Acted, CaretMoved, Counted, FindChanged, FindClosed, attempt
from qualcode.tui.modes import BREAKPOINTS
from qualcode.tui.places import hits, place_of
from qualcode.tui.screens.coding_dialogs import document_picker
from qualcode.tui.widgets.find_bar import FindBar
from qualcode.tui.widgets.marks import Look
from qualcode.tui.widgets.status_line import StatusLine
from qualcode.tui.widgets.workbench import Workbench

if TYPE_CHECKING:
    from qualcode.services.workspace import Project

PLACE = "coding.place"
LEAST = (60, 16)
"""Columns and rows below which there is no room to code."""
ROOMY = 80
"""Columns from which the line on top says everything."""
_POLL_SECONDS = 2.0


class CodingScreen(Screen[None]):
    """Where transcripts are read and coded."""

    CSS_PATH = "coding.tcss"
    BINDINGS = bindings_for("document")
    AUTO_FOCUS = "Transcript"
    HELP_PLACES = ("coding", "transcript", "document", "panes", "codes", "app")

    def __init__(self, project: Project, language: str = "en", document: str | None = None) -> None:
        super().__init__()
        self.HORIZONTAL_BREAKPOINTS = BREAKPOINTS
        self.project = project
        self.desk = Desk(project, language)
        self._wanted = document
        self._hits: list[tuple[int, int]] = []
        self._origin = 0
        self._done = (0, 0)

    def look(self) -> Look:
        """Names, hues and letters of the codes, for the theme in force."""
        return look_of(self.desk.book, self.desk.language, self.app.current_theme)

    def compose(self) -> ComposeResult:
        """Where one is, the workbench, the line for finding."""
        yield StatusLine(id="top")
        yield Workbench(self.desk, self.look())
        yield FindBar()
        yield Static("This window is too small to code in.\nMake it at least 60 × 16.", id="small")

    def on_mount(self) -> None:
        """Open the document that was asked for, else the last one, else the first."""
        self.bench = self.query_one(Workbench)
        self.find_bar = self.query_one(FindBar)
        self.top = self.query_one("#top", StatusLine)
        self.find_bar.display = False
        self.set_interval(_POLL_SECONDS, self._look_again)
        self.app.theme_changed_signal.subscribe(self, lambda _: self.bench.show_look(self.look()))
        self.call_after_refresh(attempt, self, self._open_first)

    def _open_first(self) -> None:
        if self.desk.document is not None:
            return
        place = self.project.remembered(PLACE) or {}
        known = {info.id: info for info in self.project.documents.list()}
        wanted = self._wanted
        if wanted is not None:
            self.show_document(wanted)
        elif place.get("document") in known:
            self.show_document(place["document"], int(place.get("offset", 0)))
        elif known:
            self.show_document(next(iter(known)))
        else:
            self.top.show("No transcripts yet", "qualcode import FILE brings them in")

    # documents

    def show_document(self, document: str, at: int = 0) -> None:
        """Open a document by id or name with the cursor at an offset; raises NotFound."""
        self.keep_place()
        self.desk.open(document)
        self._hits = []
        self.bench.open(at)
        self._count()
        self._show_top()

    def show_place(self, document: str, start: int, end: int) -> None:
        """Show a passage in its context, selected."""
        if self.desk.document is None or self.desk.document.id != document:
            self.show_document(document, start)
        view = self.bench.view
        view.go(start)
        if end > start:
            view.put(view.caret.to(end, extend=True))
        view.focus()

    def keep_place(self) -> None:
        """Remember the document and the cursor for the next time."""
        if self.desk.document is not None:
            offset = self.bench.view.caret.cursor
            place = {"document": self.desk.document.id, "offset": offset}
            if place != self.project.remembered(PLACE):
                self.project.remember(PLACE, place)

    def on_screen_resume(self) -> None:
        """Another screen may have changed something."""
        self._look_again()

    def on_screen_suspend(self) -> None:
        """Leaving for another screen."""
        attempt(self, self.keep_place)

    def _look_again(self) -> None:
        if self.is_current and self.desk.document is not None:
            attempt(self, self._reload)

    def _reload(self) -> None:
        if self.desk.changed_elsewhere():
            self.desk.reload()
            self.desk.recount()
            self.bench.show_codings()
            self._count()
            self._show_top()

    def action_open_document(self) -> None:
        """Choose another document."""

        def chosen(document: str | None) -> None:
            if document is not None:
                attempt(self, lambda: self.show_document(document))

        self.app.push_screen(document_picker(self.desk), chosen)

    def action_step_document(self, by: int) -> None:
        """The document after or before this one."""
        known = [info.id for info in self.project.documents.list()]
        if self.desk.document is not None and self.desk.document.id in known:
            place = known.index(self.desk.document.id) + by
            if not 0 <= place < len(known):
                raise NotFound("No document in that direction.")
            self.show_document(known[place])

    # finding

    def action_find(self) -> None:
        """Find words in this document, from the cursor on."""
        self._origin = self.bench.view.caret.cursor
        self.find_bar.open()

    def action_found(self, by: int) -> None:
        """To the next place found; raises NotFound when nothing was searched for."""
        if not self._hits:
            raise NotFound("Nothing was searched for.", "/ finds words.")
        cursor = self.bench.view.caret.cursor
        if by > 0:
            place = bisect_right(self._hits, (cursor, len(self._text())))
        else:
            place = bisect_left(self._hits, (cursor, 0)) - 1
        self._go_to_hit(place % len(self._hits))

    @on(FindChanged)
    def _find(self, event: FindChanged) -> None:
        if event.go_on and self._hits:
            self.action_found(event.go_on)
            return
        self._hits = hits(self._text(), event.words)
        self.bench.view.show_hits(self._hits)
        if self._hits:
            self._go_to_hit(bisect_left(self._hits, (self._origin, 0)) % len(self._hits))
        else:
            self.bench.view.go(self._origin)
            self.find_bar.say("no place" if event.words.strip() else "")

    @on(FindClosed)
    def _find_closed(self) -> None:
        self.bench.view.focus()

    def _go_to_hit(self, place: int) -> None:
        self.bench.view.go(self._hits[place][0])
        words = f"{place + 1} of {len(self._hits)}"
        self.find_bar.say(words)
        if not self.find_bar.display:
            self.bench.hints.say(f"Found {words}")

    def _text(self) -> str:
        return self.desk.transcript.text if self.desk.transcript else ""

    def action_go_to(self) -> None:
        """To a turn, a time or a part of the document."""
        transcript = self.desk.transcript

        def asked(words: str | None) -> None:
            if words and transcript is not None:
                place = attempt(self, lambda: place_of(words, transcript))
                if place is not None:
                    self.bench.view.go(place)

        self.app.push_screen(Ask("Go to", "turn 40 · time 12:30 · 50%"), asked)

    # the line on top

    @on(CaretMoved)
    def _caret_moved(self) -> None:
        self._show_top()

    @on(Acted)
    @on(Counted)
    def _acted(self) -> None:
        self._count()
        self._show_top()

    def on_resize(self, event: events.Resize) -> None:
        """Say so where there is no room."""
        small = event.size.width < LEAST[0] or event.size.height < LEAST[1]
        self.set_class(small, "-small")

    def _count(self) -> None:
        states = [state for state in self.desk.states.values() if state != "interviewer"]
        self._done = (sum(state != "unread" for state in states), len(states))

    def _show_top(self) -> None:
        info = self.desk.document
        if info is None:
            return
        done, turns = self._done
        cursor = self.bench.view.caret.cursor
        at = 100 * cursor // max(1, info.characters)
        codings = sum(len(segment.codings) for segment in self.desk.segments)
        parts = [
            f"{at} %",
            f"{done}/{turns} turns",
            self.project.coder or "no coder",
            "read only" if self.project.read_only else "",
        ]
        if self.size.width >= ROOMY:
            parts[:0] = [info.language or ""]
            parts[3:3] = [f"{codings} codings"]
        where = f"{info.case} › {info.name}" if info.case else info.name
        self.top.show(where, right=" · ".join(part for part in parts if part))

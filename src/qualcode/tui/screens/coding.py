"""The coding screen: one document, the way through it, and the workbench."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from textual import events, on
from textual.app import ComposeResult
from textual.widget import Widget
from textual.widgets import Static

from qualcode.errors import NotFound
from qualcode.tui.desk import Desk
from qualcode.tui.dialogs.writing import Ask
from qualcode.tui.keymap import bindings_for
from qualcode.tui.looks import look_of
from qualcode.tui.messages import BookChanged, CaretMoved, Counted, Locked, attempt
from qualcode.tui.modes import BREAKPOINTS
from qualcode.tui.places import place_of
from qualcode.tui.quick_screen import QuickScreen
from qualcode.tui.replaced import meet
from qualcode.tui.screens.coding_dialogs import document_picker
from qualcode.tui.whereabouts import Resting, Whereabouts, keep_whereabouts, kept_whereabouts
from qualcode.tui.widgets.finder import Finder
from qualcode.tui.widgets.marks import Look
from qualcode.tui.widgets.panes import ORDER
from qualcode.tui.widgets.row_painter import TINTS
from qualcode.tui.widgets.top_line import TopLine
from qualcode.tui.widgets.ways import Ways
from qualcode.tui.words import _

if TYPE_CHECKING:
    from qualcode.services.workspace import Project

LEAST = (60, 16)
"""Columns and rows below which there is no room to code."""
_POLL_SECONDS = 2.0

LOCK_SECONDS = 0.25
"""How long a key may wait for another program that writes the project."""


class CodingScreen(QuickScreen[None]):
    """Where transcripts are read and coded."""

    CSS_PATH = "coding.tcss"
    BINDINGS = bindings_for("document")
    AUTO_FOCUS = "Transcript"
    HELP_PLACES = (
        *("coding", "transcript", "ways", "finding", "document", "panes", "here", "codes"),
        "app",
    )

    def __init__(self, project: Project, language: str = "en", document: str | None = None) -> None:
        super().__init__()
        self.HORIZONTAL_BREAKPOINTS = BREAKPOINTS
        self.project = project
        self.desk = Desk(project, language)
        self._wanted = document
        self._had_keys: Widget | None = None

    def look(self) -> Look:
        """Names, hues and letters of the codes, for the theme in force."""
        self._book = self.desk.book
        return look_of(self._book, self.desk.language, self.app.current_theme)

    def compose(self) -> ComposeResult:
        """Where one is, and the workbench with the ways through it."""
        yield TopLine(self.desk, id="top")
        yield Finder(Ways(self.desk, self.look(), self._go_to_place))
        small = _("This window is too small to code in.\nMake it at least 60 × 16.")
        yield Static(small, id="small", markup=False)

    def on_mount(self) -> None:
        """Open the document that was asked for, else the last one, else the first."""
        self.ways = self.query_one(Ways)
        self.finder = self.query_one(Finder)
        self.bench = self.ways.bench
        self.top = self.query_one(TopLine)
        self.project.wait_at_most(LOCK_SECONDS)
        self.set_interval(_POLL_SECONDS, self._look_again)
        Resting(self.keep_place).watch(self, self._whereabouts)
        self.app.theme_changed_signal.subscribe(self, lambda _: self.bench.show_look(self.look()))
        self.call_after_refresh(attempt, self, self._open_first)

    def _open_first(self) -> None:
        if self.desk.document is not None:
            return
        known = [info.id for info in self.project.documents.list()]
        place = kept_whereabouts(self.project, known)
        if self._wanted is not None:
            self.show_document(self._wanted)
        elif place is not None:
            self._return_to(place)
        elif known:
            self.show_document(known[0])
        else:
            self.show_nothing()

    def _return_to(self, place: Whereabouts) -> None:
        """As it was when the program was left."""
        if place.tint in TINTS:
            self.bench.view.scene.tint = place.tint
        self.show_document(place.document, place.offset)
        if place.pane in ORDER:
            self.bench.panes.show(place.pane)

    # documents

    def show_document(self, document: str, at: int = 0) -> None:
        """Open a document by id or name with the cursor at an offset; raises NotFound."""
        self.keep_place()
        self.desk.open(document)
        self.bench.open(at)
        self.finder.opened()
        self._show_top()

    def show_nothing(self) -> None:
        """An empty page: there is no document."""
        self.desk.close()
        self.bench.open()
        self._show_top()

    def show_place(self, document: str, start: int, end: int) -> None:
        """Show a passage in its context, selected; the way back is kept."""
        self.ways.leave()
        self._go_to_place(document, start, end)

    def _go_to_place(self, document: str, start: int, end: int) -> None:
        if self.desk.document is None or self.desk.document.id != document:
            self.show_document(document, start)
        view = self.bench.view
        view.go(start)
        if end > start:
            view.put(view.caret.to(end, extend=True))
        view.focus()

    def _whereabouts(self) -> Whereabouts | None:
        view, info = self.bench.view, self.desk.document
        if info is None:
            return None
        pane, tint = self.bench.panes.current, view.scene.tint
        return Whereabouts(info.id, view.caret.cursor, pane, tint, info.version)

    def keep_place(self) -> None:
        """Remember document, cursor, pane and colouring for the next time."""
        place = self._whereabouts()
        if place is None:
            return
        up_to_date = not self.desk.changed_elsewhere()
        if keep_whereabouts(self.project, place) and up_to_date:
            self.desk.seen = self.project.changed()

    def on_screen_resume(self) -> None:
        """Another screen may have changed something."""
        self._look_again()

    def on_screen_suspend(self) -> None:
        """Leaving for another screen."""
        attempt(self, self.keep_place)

    def _look_again(self) -> None:
        if self.is_current:
            attempt(self, self._reload)

    def _reload(self) -> None:
        if not self.desk.changed_elsewhere():
            return
        if self.desk.document is None:
            self._open_first()
        elif not meet(self):
            self.desk.reload()
            self.desk.recount()
            self.bench.show_codings()
            self._follow_book()
            self._show_top()

    def action_open_document(self) -> None:
        """Choose another document."""

        def chosen(document: str | None) -> None:
            if document is not None:
                self.ways.leave()
                attempt(self, lambda: self.show_document(document))

        self.app.push_screen(document_picker(self.desk), chosen)

    def action_step_document(self, by: int) -> None:
        """The document after or before this one."""
        known = [info.id for info in self.project.documents.list()]
        if self.desk.document is not None and self.desk.document.id in known:
            place = known.index(self.desk.document.id) + by
            if not 0 <= place < len(known):
                raise NotFound(_("No document in that direction."))
            self.ways.leave()
            self.show_document(known[place])

    def action_go_to(self) -> None:
        """To a turn, a time or a part of the document."""
        transcript = self.desk.transcript

        def asked(words: str | None) -> None:
            if words and transcript is not None:
                place = attempt(self, lambda: place_of(words, transcript))
                if place is not None:
                    self.ways.leap(place)

        self.app.push_screen(Ask(_("Go to"), _("turn 40 · time 12:30 · 50%")), asked)

    def hidden_panes(self) -> list[Widget]:
        """What takes the keys in the panes that there is no room for."""
        return self.bench.panes.hidden()

    def show_pane(self, taker: Widget) -> None:
        """Open one of them over the text."""
        self.bench.panes.show_widget(taker)

    # the line on top

    @on(CaretMoved)
    def _caret_moved(self) -> None:
        self.top.follow(self.bench.view.caret.cursor)

    @on(Locked)
    def _locked(self, event: Locked) -> None:
        self.top.wait(event.waiting)

    def _show_top(self) -> None:
        self.top.count(self.bench.view.caret.cursor)

    @on(BookChanged)
    def _book_changed(self) -> None:
        self.bench.show_look(self.look())

    @on(Counted)
    def _counted(self) -> None:
        attempt(self, self._reload if self.desk.document is None else partial(meet, self))
        self._follow_book()
        self._show_top()

    def _follow_book(self) -> None:
        """A code that came or went, by undo or in another program, is seen in the tree."""
        if self.desk.book is not self._book:
            self.bench.show_look(self.look())

    def on_resize(self, event: events.Resize) -> None:
        """Say so where there is no room."""
        small = event.size.width < LEAST[0] or event.size.height < LEAST[1]
        if small and self.focused is not None:
            self._had_keys = self.focused
        self.set_class(small, "-small")
        if not small:
            self.call_after_refresh(self._give_keys_back)

    def _give_keys_back(self) -> None:
        """What is hidden loses the keys: the pane that had them has them again."""
        if self.focused is None and not self.has_class("-small"):
            pane = self._had_keys
            (pane if pane is not None and pane.is_attached else self.bench.view).focus()

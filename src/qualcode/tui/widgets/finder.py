"""Finding words: here as they are typed, in all documents as a list."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from textual import on, work
from textual.app import ComposeResult
from textual.containers import Container
from textual.message import Message

from qualcode.errors import NotFound, QualcodeError
from qualcode.tui import finding
from qualcode.tui.dialogs.place_list import Listed
from qualcode.tui.keymap import bindings_for
from qualcode.tui.messages import FindChanged, FindClosed, attempt, report
from qualcode.tui.widgets.find_bar import FindBar
from qualcode.tui.widgets.ways import Ways
from qualcode.tui.words import _, counted


class Finder(Container):
    """Holds the workbench with its ways, and the line to type into."""

    BINDINGS = bindings_for("finding")

    @dataclass
    class Found(Message):
        """The places in all documents; or the error that kept them from being found."""

        sought: finding.Sought
        places: Sequence[Listed]
        error: QualcodeError | None = None

    def __init__(self, ways: Ways) -> None:
        super().__init__()
        self.ways = ways
        self._sought = finding.Sought()
        self._hits: list[tuple[int, int]] = []
        self._all: Sequence[Listed] = ()
        self._origin = 0

    def compose(self) -> ComposeResult:
        """The ways, and the line."""
        yield self.ways
        yield FindBar()

    def on_mount(self) -> None:
        """Fetch the parts once."""
        self.bench = self.ways.bench
        self.find_bar = self.query_one(FindBar)
        self.find_bar.display = False

    def opened(self) -> None:
        """Another document is open: what was found in the last one is searched for here."""
        self._hits = []
        if not self._sought.nothing:
            self._hits = attempt(self, lambda: self._places(self._sought)) or []
            self.bench.reader.page.show_hits(self._hits)

    def action_find(self) -> None:
        """Find words, from the cursor on."""
        self._origin = self.bench.view.caret.cursor
        self.ways.leave()
        self.find_bar.open()

    def action_found(self, by: int) -> None:
        """To the next place found; raises NotFound when nothing was searched for."""
        if self._sought.everywhere and self._all:
            self._step_everywhere(by)
        elif self._hits:
            self._go_to_hit(finding.step(self._hits, self.bench.view.caret.cursor, by))
        else:
            raise NotFound(_("Nothing was searched for."), _("/ finds words."))

    def action_found_list(self) -> None:
        """All places with the words searched for, in all documents."""
        if self._sought.nothing:
            raise NotFound(_("Nothing was searched for."), _("/ finds words."))
        self._search(replace(self._sought, everywhere=True))

    @on(FindChanged)
    def _find(self, event: FindChanged) -> None:
        event.stop()
        bar = self.find_bar
        sought = finding.Sought(event.words, bar.by, bar.everywhere)
        if event.go_on:
            if sought.everywhere and sought != self._asked():
                self._search(sought)
            elif self._hits or self._all:
                attempt(self, lambda: self.action_found(event.go_on))
            return
        self._sought, self._all = sought, ()
        self._hits = attempt(self, lambda: self._places(sought)) or []
        self.bench.reader.page.show_hits(self._hits)
        if self._hits:
            self._go_to_hit(finding.step(self._hits, self._origin - 1, 1))
        else:
            self.bench.view.go(self._origin)
            self.find_bar.say(_("no place here") if not sought.nothing else "")

    def _asked(self) -> finding.Sought | None:
        """What the list of all places was made of."""
        return self._sought if self._all else None

    @on(FindClosed)
    def _find_closed(self, event: FindClosed) -> None:
        event.stop()
        self.bench.view.focus()

    def _places(self, sought: finding.Sought) -> list[tuple[int, int]]:
        info = self.ways.desk.document
        return finding.places_in(self.ways.desk.project, info.id, sought) if info else []

    def _go_to_hit(self, place: int) -> None:
        self.bench.view.go(self._hits[place][0])
        self._tell(_("{n} of {all}", n=place + 1, all=len(self._hits)))

    def _tell(self, words: str) -> None:
        self.find_bar.say(words)
        if not self.find_bar.display:
            self.bench.hints.say(_("Found {place}", place=words))

    def _search(self, sought: finding.Sought) -> None:
        if not sought.nothing:
            self.find_bar.say(_("looking …"))
            self._look_everywhere(sought)

    @work(thread=True, exclusive=True, group="find")
    def _look_everywhere(self, sought: finding.Sought) -> None:
        try:
            project = self.ways.desk.project
            places = finding.everywhere(project.path, sought, read_only=project.read_only)
            self.post_message(self.Found(sought, places))
        except QualcodeError as error:
            self.post_message(self.Found(sought, (), error))

    @on(Found)
    def _found(self, event: Found) -> None:
        event.stop()
        if event.error is not None:
            report(self.app, event.error)
            return
        self._sought, self._all = event.sought, event.places
        documents = len({each.document for each in event.places})
        words = _(
            "{places} in {documents}",
            places=counted("{n} place", "{n} places", len(event.places)),
            documents=counted("{n} document", "{n} documents", documents),
        )
        self.find_bar.say(words)
        if event.places:
            self.find_bar.display = False
            self.ways.choose(words, event.places)

    def _step_everywhere(self, by: int) -> None:
        here = self.ways.here()
        order = [info.id for info in self.ways.desk.project.documents.list()]
        places = [
            (order.index(each.document), each.start) for each in self._all if each.document in order
        ]
        if here is None or here.document not in order or not places:
            return
        now = (order.index(here.document), here.offset)
        after = [n for n, place in enumerate(places) if (place > now if by > 0 else place < now)]
        number = (after[0] if by > 0 else after[-1]) if after else (0 if by > 0 else -1)
        self.ways.open_listed(self._all[number])
        place, known = number % len(self._all) + 1, len(self._all)
        self._tell(_("{n} of {all} in all documents", n=place, all=known))

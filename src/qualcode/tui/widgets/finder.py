"""Finding words: here as they are typed, in all documents as a list."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from textual import on, work
from textual.app import ComposeResult
from textual.containers import Container
from textual.message import Message

from qualcode.domain.document import DocumentInfo
from qualcode.errors import NotFound, QualcodeError
from qualcode.tui import finding
from qualcode.tui.dialogs.place_list import Listed
from qualcode.tui.keymap import bindings_for
from qualcode.tui.later import Later
from qualcode.tui.messages import FindChanged, FindClosed, attempt, report
from qualcode.tui.widgets.find_bar import FindBar
from qualcode.tui.widgets.ways import Ways
from qualcode.tui.words import _, counted

COUNT_SECONDS = 0.25
"""How long after the last key the places in the other documents are counted."""


class Finder(Container):
    """Holds the workbench with its ways, and the line to type into."""

    BINDINGS = bindings_for("finding")

    @dataclass
    class Found(Message):
        """The places in all documents; or the error that kept them from being found."""

        sought: finding.Sought
        places: Sequence[Listed]
        error: QualcodeError | None = None
        listed: bool = True

    @dataclass
    class Prepared(Message):
        """The lemmas of a text (its version) are worked out."""

        text: str
        error: QualcodeError | None = None

    def __init__(self, ways: Ways) -> None:
        super().__init__()
        self.ways = ways
        self._sought = finding.Sought()
        self._hits: list[tuple[int, int]] = []
        self._all: Sequence[Listed] = ()
        self._counted: Finder.Found | None = None
        self._counting = Later(self, COUNT_SECONDS, self._count, quiet=True)
        self._prepared: set[str] = set()
        self._preparing: set[str] = set()
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
        self.bench.hints.show(self.find_bar.keys())

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
        self.bench.hints.show(bar.keys())
        if self._must_prepare(sought):
            bar.say(_("working out the lemmas …"))
            return
        self._hits = attempt(self, lambda: self._places(sought)) or []
        self.bench.reader.page.show_hits(self._hits)
        if self._hits:
            self._go_to_hit(finding.step(self._hits, self._origin - 1, 1))
        else:
            self.bench.view.go(self._origin)
            bar.say(_("no place here") if not sought.nothing else "")
        if sought.everywhere and not sought.nothing:
            self._counting.ask()

    def _must_prepare(self, sought: finding.Sought) -> bool:
        """Whether the lemmas of the open text have to be worked out first; begins with that.

        It takes seconds the first time, in which the keys are not to wait.
        """
        info = self.ways.desk.document
        if sought.by == "form" or sought.nothing or info is None or info.version in self._prepared:
            return False
        if info.version not in self._preparing:
            self._preparing.add(info.version)
            self._prepare(sought, info)
        return True

    @work(thread=True, group="lemmas")
    def _prepare(self, sought: finding.Sought, info: DocumentInfo) -> None:
        project = self.ways.desk.project
        try:
            finding.prepare(project.path, info.id, sought, read_only=project.read_only)
            self.post_message(self.Prepared(info.version))
        except QualcodeError as error:
            self.post_message(self.Prepared(info.version, error))

    @on(Prepared)
    def _prepared_now(self, event: Prepared) -> None:
        event.stop()
        self._preparing.discard(event.text)
        if event.error is not None:
            report(self.app, event.error)
            return
        self._prepared.add(event.text)
        if self.find_bar.display:
            self.find_bar.again()
        else:
            self.opened()

    def _count(self) -> None:
        """How many places there are in the other documents, which the line alone would hide."""
        if self.find_bar.display and self._sought.everywhere:
            self._look_everywhere(self._sought, listed=False)

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
        self._tell(self._place_told(place))

    def _place_told(self, place: int) -> str:
        return _("{n} of {all}", n=place + 1, all=len(self._hits))

    def _tell(self, words: str) -> None:
        self.find_bar.say(words)
        if not self.find_bar.display:
            self.bench.hints.say(_("Found {place}", place=words))

    def _search(self, sought: finding.Sought) -> None:
        known = self._counted
        if known is not None and known.sought == sought:
            self._show_list(known)
        elif not sought.nothing:
            self.find_bar.say(_("looking …"))
            self._look_everywhere(sought)

    @work(thread=True, exclusive=True, group="find")
    def _look_everywhere(self, sought: finding.Sought, *, listed: bool = True) -> None:
        try:
            project = self.ways.desk.project
            places = finding.everywhere(project.path, sought, read_only=project.read_only)
            self.post_message(self.Found(sought, places, listed=listed))
        except QualcodeError as error:
            self.post_message(self.Found(sought, (), error))

    @on(Found)
    def _found(self, event: Found) -> None:
        event.stop()
        if event.error is not None:
            report(self.app, event.error)
        elif event.listed:
            self._show_list(event)
        elif event.sought == self._sought and self.find_bar.display:
            self._counted = event
            self._tell_elsewhere(event.places)

    def _tell_elsewhere(self, places: Sequence[Listed]) -> None:
        info = self.ways.desk.document
        others = [each.document for each in places if info is None or each.document != info.id]
        here = _("no place here")
        if self._hits:
            cursor = self.bench.view.caret.cursor
            here = self._place_told(finding.step(self._hits, cursor - 1, 1))
        if others:
            documents = counted("{n} other document", "{n} other documents", len(set(others)))
            here = _("{here} · {n} in {documents}", here=here, n=len(others), documents=documents)
        elif not self._hits:
            here = _("no place in any document")
        self.find_bar.say(here)

    def _show_list(self, event: Found) -> None:
        """All places, to choose from."""
        self._sought, self._all = event.sought, event.places
        documents = len({each.document for each in event.places})
        words = _(
            "{places} in {documents}",
            places=counted("{n} place", "{n} places", len(event.places)),
            documents=counted("{n} document", "{n} documents", documents),
        )
        self.find_bar.say(words if event.places else _("no place in any document"))
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

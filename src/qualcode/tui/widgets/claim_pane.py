"""The lit finding or proposition: its words, and four views of what lies behind it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from rich.text import Text
from textual import on
from textual.app import ComposeResult
from textual.containers import Vertical, VerticalScroll
from textual.widget import Widget

from qualcode.domain.claims import Member
from qualcode.domain.coding import Coding
from qualcode.tui.claims_seen import Seen, header_of
from qualcode.tui.fitting import one_line
from qualcode.tui.widgets.claim_lists import CaseStances, ClaimReader, Grounds
from qualcode.tui.widgets.column_list import HeadedList
from qualcode.tui.widgets.in_place import InPlace
from qualcode.tui.widgets.marks import Look
from qualcode.tui.widgets.quoted_list import QuotedList
from qualcode.tui.widgets.steady_words import SteadyWords
from qualcode.tui.widgets.view_tabs import ViewTabs
from qualcode.tui.words import _

if TYPE_CHECKING:
    from qualcode.services.quotes import QuoteView
    from qualcode.services.workspace import Project

PASSAGES, CASES, GROUNDS, QUOTES = range(4)
"""The views, by their place."""

_BROAD, _HIGH, _LOW = 70, 24, 18
"""Cells and lines from which the cases are named at the top, and lines from which they are
counted there."""


class ClaimPane(Vertical):
    """Shows one claim; which view is shown stays from one claim to the next."""

    def __init__(self, project: Project, look: Look) -> None:
        super().__init__(id="claim")
        self._project = project
        self.seen: Seen | None = None
        self.case: str | None = None
        self.view = PASSAGES
        self.quotes: Sequence[QuoteView] = ()
        self.in_place = InPlace()
        self.reader = ClaimReader(project, look)
        self.cases = CaseStances(empty=_("No cases yet"), id="claim-cases")
        self.grounds = Grounds(empty=_("Rests on nothing yet · t gathers"), id="claim-grounds")
        self.quoted = QuotedList(empty=_("No quotes chosen · q chooses one"), id="claim-quotes")
        self._names: Mapping[str, str] = {}
        self._codings: Mapping[str, Coding] = {}

    def compose(self) -> ComposeResult:
        """The words, the names of the views, the view."""
        with VerticalScroll(id="claim-head", can_focus=False):
            yield SteadyWords(id="claim-words")
        yield self.in_place
        yield ViewTabs(4, id="claim-views")
        yield self.reader
        yield HeadedList(self.cases, id="claim-cases-view")
        yield self.grounds
        yield self.quoted

    @property
    def panes(self) -> tuple[Widget, ...]:
        """What has the keys in each view."""
        return self.reader.list, self.cases, self.grounds, self.quoted

    @property
    def lit_coding(self) -> Coding | None:
        """The lit passage, while passages are shown."""
        return self.reader.list.lit_coding if self.view == PASSAGES else None

    def show_claim(self, seen: Seen | None, names: Mapping[str, str]) -> None:
        """Show a claim; `names` are those of the cases by id."""
        if seen is None or self.seen is None or seen.id != self.seen.id:
            self.case = None
        self.seen, self._names = seen, names
        sides = seen.sides() if seen else {}
        found = self._project.followed.read() if sides else ()
        codings = self._codings = {each.id: each for each in found if each.id in sides}
        self.quotes = self._project.quotes.views(seen.kind, seen.claim.id) if seen else ()
        self._show_words()
        self.cases.show_cases(seen, names)
        quotes = {m.member: codings[m.member].quote for m in self._single() if m.member in codings}
        self.grounds.show_grounds(seen, self.reader.list.look, quotes)
        self.quoted.show_quotes(self.quotes)
        self._show_passages()
        self.show_view(self.view)

    def show_view(self, view: int) -> None:
        """Show one of the views."""
        self.view = view
        kept = self.screen.focused in self.panes
        shown = (self.reader, self.query_one("#claim-cases-view"), self.grounds, self.quoted)
        for place, pane in enumerate(shown):
            pane.display = place == view
        if kept:
            self.panes[view].focus()
        self._show_tabs()

    def show_case(self, case: str | None) -> None:
        """Only the passages of one case, or all again."""
        self.case = case
        self._show_passages()
        self.show_view(PASSAGES)

    def show_look(self, look: Look) -> None:
        """Codes by other names or hues."""
        self.reader.show_look(look)

    def on_resize(self) -> None:
        """Where there is room, the cases are named."""
        self._show_words()

    def _single(self) -> Sequence[Member]:
        members = self.seen.claim.grounds.members if self.seen else ()
        return [m for m in members if m.kind == "coding"]

    def _show_words(self) -> None:
        words = header_of(self.seen, self._names, room=self._room()) if self.seen else Text()
        self.query_one(SteadyWords).show(words)

    def _room(self) -> int:
        size = self.size
        if size.height < _LOW:
            return 0
        return 2 if size.width >= _BROAD and size.height >= _HIGH else 1

    def in_full(self) -> Text:
        """All that is said of the claim, whatever room there is for it here."""
        return header_of(self.seen, self._names, room=2) if self.seen else Text()

    def _show_passages(self) -> None:
        sides = self.seen.sides() if self.seen else {}
        wanted = self.seen.codings_of(self.case) if self.seen else ()
        found = [self._codings[each] for each in sides if each in wanted and each in self._codings]
        self.reader.show_sided(found, sides)

    def _show_tabs(self) -> None:
        seen = self.seen
        passages = _("passages {n}", n=len(self.reader.list.codings))
        if self.case is not None:
            passages = f"{passages} · {one_line(self._names.get(self.case, ''))}"
        names = [
            passages,
            _("cases {n}", n=len(seen.weighed.cases) if seen else 0),
            _("rests on {n}", n=len(seen.claim.grounds.members) if seen else 0),
            _("quotes {n}", n=len(self.quotes)),
        ]
        self.query_one(ViewTabs).show(names, self.view)

    @on(ViewTabs.Wanted)
    def _wanted(self, event: ViewTabs.Wanted) -> None:
        event.stop()
        self.show_view(event.place)
        self.panes[event.place].focus()

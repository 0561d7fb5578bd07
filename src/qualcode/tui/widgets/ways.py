"""The ways through the codings: coded turns, passages of a code, places visited and kept."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Sequence

from textual import on
from textual.app import ComposeResult
from textual.containers import Container

from qualcode.errors import NotFound
from qualcode.services.kept_places import Spot
from qualcode.tui import gathering, passing
from qualcode.tui.desk import Desk
from qualcode.tui.dialogs.letter_bar import LetterBar
from qualcode.tui.dialogs.place_list import Listed, PlaceList
from qualcode.tui.dialogs.rereading import Rereading
from qualcode.tui.keymap import bindings_for
from qualcode.tui.messages import Acted, ItemLit, LeapAsked, PlaceAsked, attempt
from qualcode.tui.visited import Visited
from qualcode.tui.whose import turn_over
from qualcode.tui.widgets.marks import Look
from qualcode.tui.widgets.workbench import Workbench
from qualcode.tui.words import _, counted

ShowPlace = Callable[[str, int, int], None]
"""Shows a passage: document by id, start and end in code points."""


class Ways(Container):
    """Holds the workbench. Every leap can be taken back."""

    BINDINGS = bindings_for("ways")

    def __init__(self, desk: Desk, look: Look, show_place: ShowPlace) -> None:
        super().__init__()
        self.desk, self.look = desk, look
        self._show_place = show_place
        self._visited = Visited()

    def compose(self) -> ComposeResult:
        """The workbench."""
        yield Workbench(self.desk, self.look)

    def on_mount(self) -> None:
        """Fetch it once."""
        self.bench = self.query_one(Workbench)

    # leaps

    def here(self) -> Spot | None:
        """Where the cursor is."""
        info = self.desk.document
        return Spot(info.id, self.bench.view.caret.cursor, info.version) if info else None

    def leave(self) -> None:
        """Note where a leap begins."""
        spot = self.here()
        if spot is not None:
            self._visited.leave(spot)

    def leap(self, offset: int) -> None:
        """To an offset of the open document."""
        self.leave()
        self.bench.view.go(offset)

    @on(LeapAsked)
    def _leap_asked(self, event: LeapAsked) -> None:
        self.leap(event.offset)

    def _leap_to(self, spot: Spot) -> None:
        """To a place in any document, without noting the one that is left."""
        offset = self.desk.project.replacing.place(spot.document, spot.text, spot.offset)
        self._show_place(spot.document, offset, offset)

    def action_visited(self, by: int) -> None:
        """Back to the place that the last leap began at, or forward again."""
        here = self.here()
        if here is None:
            return
        spot = self._visited.back(here) if by < 0 else self._visited.forward(here)
        if spot is None:
            raise NotFound(
                _("No place before this one.") if by < 0 else _("No place after this one.")
            )
        self._leap_to(spot)

    def action_coded(self, by: int) -> None:
        """To the next turn with a coding, or the one before."""
        starts = passing.coded_starts(self.desk)
        turn = self.bench.view.turn()
        at = self.bench.view.caret.cursor
        first, after = (at, at + 1) if turn is None else (turn.start, turn.end)
        place = bisect_left(starts, after) if by > 0 else bisect_left(starts, first) - 1
        if not 0 <= place < len(starts):
            raise NotFound(
                _("No coded turn in that direction."), _("p goes on in other documents.")
            )
        self.leap(starts[place])

    def action_same_code(self, by: int) -> None:
        """To the next passage of the code in focus, here or in another document."""
        reader = self.bench.reader
        code = reader.code
        if code is None and reader.items_here():
            code = reader.current().code
        if code is None:
            raise NotFound(_("No code is in focus here."), _("k goes to the next coded turn."))
        spot = passing.same_code(self.desk, code, self.bench.view.caret.cursor, by)
        if spot is None:
            words = _("No other passage of {code} in that direction.", code=self.desk.name(code))
            raise NotFound(words, _("q shows all of them."))
        self.leave()
        self._leap_to(spot.place)
        reader.post_message(ItemLit(spot.item))

    def action_keep_mark(self) -> None:
        """Keep this place under a letter."""
        spot = self.here()

        def named(letter: str | None) -> None:
            if letter is not None and spot is not None:
                self.desk.project.kept_places.keep(letter, spot.document, spot.offset)
                words = _("Kept under {letter}; J {letter} comes back", letter=letter)
                self.bench.hints.say(words)

        title = _("Keep this place under a letter")
        self.app.push_screen(LetterBar(title, self._marks()), named)

    def action_go_to_mark(self) -> None:
        """To a place that was kept."""
        marks = self.desk.project.kept_places.list()
        if not marks:
            raise NotFound(_("No place was kept yet."), _("Shift+B and a letter keep one."))

        def go(letter: str | None) -> None:
            if letter is not None and letter in marks:
                self.leave()
                self.bench.hints.say("")
                attempt(self, lambda: self._leap_to(marks[letter]))
            elif letter is not None:
                words = _("No place is kept under {letter}", letter=letter)
                self.bench.hints.say(words)

        self.app.push_screen(LetterBar(_("Go to a kept place"), self._marks()), go)

    def _marks(self) -> dict[str, str]:
        return passing.in_words(self.desk, self.desk.project.kept_places.list())

    def action_left_here(self) -> None:
        """The turns of this document that are still to be read, as a list."""
        self.desk.recount()
        places = passing.left_in(self.desk)
        info = self.desk.document
        if info is not None and places:
            title = counted(
                "{n} turn left in {document}",
                "{n} turns left in {document}",
                len(places),
                document=info.name,
            )
            self.choose(title, places)
        else:
            self.bench.hints.say(_("Nothing is left here: every turn is coded or read"))

    def action_read_again(self) -> None:
        """The passages to read again since a transcript was replaced."""

        def left(place: PlaceAsked | None) -> None:
            if place is not None:
                self.post_message(place)

        self.app.push_screen(Rereading(self.desk.project, self.desk.language), left)

    # lists of places

    def choose(self, title: str, places: Sequence[Listed]) -> None:
        """A list of places, and to the one that is chosen."""

        def chosen(number: int | None) -> None:
            if number is not None:
                self.leave()
                attempt(self, lambda: self.open_listed(places[number]))

        self.app.push_screen(PlaceList(title, places), chosen)

    def open_listed(self, place: Listed) -> None:
        """To a place of a list."""
        self._show_place(place.document, place.start, place.start)

    # whose, and themes

    def action_whose(self) -> None:
        """Show the codings of all coders, or only one's own."""
        words = turn_over(self.desk)
        self.bench.show_codings()
        self._said(words)

    def action_gather(self) -> None:
        """Put the current code, its own words or the passage under a theme or a finding."""
        item = self.bench.reader.current()
        codings = [coding.id for coding in item.segment.codings]
        coded = (item.code, item.coding.label if item.coding else None)
        offers = gathering.offers_of(item.segment.id, codings, coded, self.desk.name)
        gathering.ask(self, self.desk.project, offers, self._said)

    def _said(self, words: str) -> None:
        self.bench.post_message(Acted(words))

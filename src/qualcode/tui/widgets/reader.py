"""The reader: the transcript, what is coded at its cursor, and the acts upon that."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from textual import on
from textual.app import ComposeResult
from textual.containers import Container

from qualcode.domain.document import NOTHING
from qualcode.domain.span import Span
from qualcode.errors import NotFound
from qualcode.tui.aimed import aimed, ask
from qualcode.tui.desk import Desk, Done
from qualcode.tui.dialogs.card import Card
from qualcode.tui.dialogs.writing import MemoEditor
from qualcode.tui.keymap import bindings_for
from qualcode.tui.later import MOMENT, Later
from qualcode.tui.messages import Acted, ItemChosen, ItemLit, LeapAsked, PassagesAsked, attempt
from qualcode.tui.screens.code_pickers import code_picker
from qualcode.tui.whose import shown_of
from qualcode.tui.widgets.definition import Definition, entry_of
from qualcode.tui.widgets.degree_keys import DegreeKeys
from qualcode.tui.widgets.marks import Item, Look, Touched, items_of
from qualcode.tui.widgets.passage_keys import PassageKeys
from qualcode.tui.widgets.patience import Patience
from qualcode.tui.widgets.segment_list import SegmentList
from qualcode.tui.widgets.status_line import Signed, StatusLine
from qualcode.tui.widgets.text_page import TextPage
from qualcode.tui.words import _, counted, marked

_TINTED = {
    "current": marked("Colour in the text: current"),
    "all": marked("Colour in the text: all"),
    "none": marked("Colour in the text: none"),
}
"""What is said of each of the `TINTS`."""


class Reader(Container):
    """Shows what the desk holds. The current coding is the one that signs and degrees go to."""

    BINDINGS = bindings_for("coding")

    def __init__(self, desk: Desk, look: Look, **named: Any) -> None:
        super().__init__(**named)
        self.desk, self.look = desk, look
        self._current: str | None = None
        self._pinned = False
        self.code: str | None = None
        self._defined: str | None = None
        self._defining = Later(self, MOMENT, self._define)
        self._patience = Patience(self, self._show_done)
        self.keys, self.degrees = PassageKeys(self), DegreeKeys(self)

    def compose(self) -> ComposeResult:
        """Text, codings here, definition, and the line that stands in for them."""
        yield TextPage(self.look)
        with Container(id="aside"):
            yield SegmentList(self.look, id="here")
            yield Definition(id="entry")
        yield StatusLine(id="here-line")

    def on_mount(self) -> None:
        """Fetch the parts once: they are asked at every key."""
        self.page = self.query_one(TextPage)
        self.view = self.page.view
        self.here = self.query_one(SegmentList)
        self.entry = self.query_one(Definition)
        self.here_line = self.query_one("#here-line", StatusLine)
        self.view.on_moved = self._show_here
        self.here.border_title = _("Coded here")
        self.entry.border_title = _("Definition")

    # showing

    def open(self, at: int = 0) -> None:
        """Show the document that the desk has opened, or an empty page."""
        self._current, self._pinned = None, False
        self.view.show_document(self.desk.transcript or NOTHING, at)
        self.show_codings()

    def show_look(self, look: Look) -> None:
        """Codes by other names or hues."""
        self.look = self.here.look = look
        self.view.show_look(look)
        self.show_codings()

    def show_codings(self, touched: Sequence[Touched] | None = None) -> None:
        """Show what the desk holds now; `touched` says where that differs from before."""
        desk, shown = self.desk, shown_of(self.desk)
        items = desk.held.items if shown is desk.segments else items_of(shown)
        self.page.show_codings(items, desk.states, touched)
        self._show_here()
        if touched is None:
            self._defining.ask()

    def define(self, code: str | None) -> None:
        """Show the entry of a code a moment later; without one, the last stays."""
        self.code = code or self.code
        if self.code != self._defined:
            self._defining.ask()

    def _define(self) -> None:
        self._defined = self.code
        book = self.desk.book
        self.entry.show_code(book.by_id.get(self.code or ""), book, self.desk.language)

    def current(self) -> Item:
        """The coding that signs go to; raises NotFound where nothing is coded."""
        item = self.desk.item(self._current)
        if item is None and self.items_here():
            raise NotFound(_("No coding is chosen here."), _(", chooses one of those in the turn."))
        if item is None:
            raise NotFound(_("Nothing is coded here."), _("Enter codes the passage."))
        return item

    def items_here(self) -> list[Item]:
        """What is coded in the selection, at the cursor, or else in the turn under it."""
        marks = self.view.marks
        if marks is None:
            return []
        if self.view.caret.selection is not None:
            return marks.in_span(*self.view.caret.selection)
        at_cursor = marks.at(self.view.caret.cursor)
        turn = self.view.turn()
        if at_cursor or turn is None:
            return at_cursor
        return marks.in_span(turn.start, turn.end)

    def _show_here(self) -> None:
        items = self.items_here()
        current = self._chosen_of(items)
        self._current = current.id if current else None
        self.here.show_items(items, current)
        if self.view.scene.current != current:
            self.view.canvas.show_current(current)
        self._describe(current, items)

    def _chosen_of(self, items: list[Item]) -> Item | None:
        """The pinned one while it is here, else the coder's own that fits the passage best.

        What lies elsewhere in the turn becomes the current one only when it is chosen.
        """
        if self._pinned:
            for item in items:
                if item.id == self._current:
                    return item
        self._pinned = False
        me, passage, cursor = self.desk.project.coder, self.view.passage(), self.view.caret.cursor
        selected = self.view.caret.selection is not None
        return min(
            (item for item in items if selected or item.span.holds(cursor)),
            key=lambda item: (item.segment.coder != me, item.span != passage, len(item.span)),
            default=None,
        )

    def _describe(self, current: Item | None, items: list[Item]) -> None:
        """The definition beside the text, and the line that stands in for the list."""
        self.define(next((each.code for each in (current, *items) if each and each.code), None))
        me, name = self.desk.project.coder, self.look.name
        said = {item.id: Signed(name(item), item.signs_for(me)) for item in items}
        first = said.pop(current.id) if current is not None else ""
        rest = list(said.values()) if items else [_("nothing coded here")]
        others = counted("{n} here", "{n} here", len(items)) if len(items) > 1 else ""
        self.here_line.show(first, *rest, right=others)

    # messages

    @on(ItemLit)
    def _item_lit(self, event: ItemLit) -> None:
        self._current, self._pinned = event.item, True
        self._show_here()

    @on(ItemChosen)
    def _item_chosen(self, event: ItemChosen) -> None:
        item = self.desk.item(event.item)
        if item is not None and item.code:
            self.post_message(PassagesAsked(item.code))

    # acts

    def do(self, act: Callable[[], Done]) -> None:
        """Act, show what is stored now, and say what was done; an error is shown instead."""
        self._patience.do(aimed(self.desk, act))

    def _show_done(self, done: Done) -> None:
        if done.item is not None:
            self._current, self._pinned = done.item, True
        self.view.caret = self.view.caret.settled()
        self.show_codings(self.desk.touched)
        if done.elsewhere and self.desk.touched:
            first = min(touched.span.start for touched in self.desk.touched)
            if not self.view.shows(first):
                self.post_message(LeapAsked(first))
        self.post_message(Acted(done.words))

    def apply(self, code: str | None) -> None:
        """Give the passage a code, or what else was chosen in the picker."""
        if code:
            attempt(self, lambda: self.keys.give(code))

    def pin(self, item: Item) -> None:
        """Keep a coding the current one while it is here."""
        self._current, self._pinned = item.id, True

    def passage(self) -> Span:
        """What would be coded; raises NotFound where there are no words."""
        span = self.view.passage()
        if span is None:
            raise NotFound(_("There are no words to code here."))
        return span

    def action_pick_code(self) -> None:
        """Choose a code for the passage."""
        ask(self, self.desk, code_picker(self.desk, self.look, self.view.passage()), self.apply)

    def action_recent_code(self, number: int) -> None:
        """Give the passage the code that a digit stands for."""
        slots = self.desk.slots
        code = slots[number - 1] if number <= len(slots) else ""
        if not code:
            raise NotFound(_("No recent code on {n} yet.", n=number), _("Enter shows all codes."))
        self.apply(code)

    def action_valence(self, value: str) -> None:
        """Helps, hinders or mixed."""
        item = self.current()
        self.do(lambda: self.desk.valence(item, value))

    def action_degree(self, how: str = "quick") -> None:
        """A degree by its number, or in the form; the standing."""
        getattr(self.degrees, how)()

    def action_passage(self, what: str) -> None:
        """Something with the passage as such; see `PassageKeys`."""
        getattr(self.keys, what)()

    def action_memo(self) -> None:
        """A note on the passage."""
        item = self.desk.own(self.current())

        def written(text: str | None) -> None:
            if text is not None:
                self.do(lambda: self.desk.memo(item, text))

        title = _("Memo · {code}", code=self.look.name(item))
        self.app.push_screen(
            MemoEditor(title, item.segment.memo or "", about=item.segment.id), written
        )

    def action_remove(self) -> None:
        """Take the current coding off."""
        item = self.current()
        self.do(lambda: self.desk.remove(item))

    def action_other_coding(self) -> None:
        """Make the next coding here the current one."""
        items = self.items_here()
        places = [place for place, item in enumerate(items) if item.id == self._current]
        if items:
            after = items[(places[0] + 1) % len(items) if places else 0]
            self._current, self._pinned = after.id, True
            self._show_here()

    def action_mark_read(self) -> None:
        """Mark the turn as read, or take the mark away."""
        turn = self.view.turn()
        if turn is not None:
            self.do(lambda: self.desk.mark_read(turn.n))

    def action_undo(self) -> None:
        """Take back the last act."""
        self.do(self.desk.undo)

    def action_redo(self) -> None:
        """Do it again."""
        self.do(self.desk.redo)

    def action_definition(self) -> None:
        """The whole entry of the code in focus."""
        book = self.desk.book
        code = book.by_id.get(self.code or "")
        if code is None:
            raise NotFound(_("No code is in focus here."), _("Enter shows all codes."))
        self.app.push_screen(
            Card(_("Definition"), entry_of(code, book, self.desk.language, full=True))
        )

    def action_show_passages(self) -> None:
        """All passages of the current code, across cases."""
        item = self.current()
        if item.code:
            self.post_message(PassagesAsked(item.code))

    def action_next_tint(self) -> None:
        """Colour something else in the text."""
        self.post_message(Acted(_(_TINTED[self.view.canvas.next_tint()])))

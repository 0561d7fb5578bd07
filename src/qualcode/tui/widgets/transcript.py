"""The transcript: text that is moved through, selected in, and painted row by row."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Collection, Mapping, Sequence
from typing import Any

from textual import events
from textual.geometry import Offset, Region, Size
from textual.scroll_view import ScrollView
from textual.strip import Strip

from qualcode.domain.document import Transcript as Document
from qualcode.domain.document import Turn
from qualcode.domain.span import Span
from qualcode.errors import NotFound
from qualcode.text.boundaries import Boundaries
from qualcode.tui.keymap import bindings_for
from qualcode.tui.messages import Acted, CaretMoved, QuestionAbove
from qualcode.tui.widgets.bare_lines import bare_lines
from qualcode.tui.widgets.canvas import Canvas
from qualcode.tui.widgets.caret import Caret, Ground, How, moved
from qualcode.tui.widgets.ink import COMPONENTS, ink_for
from qualcode.tui.widgets.marks import Item, Look, Marks, Touched
from qualcode.tui.widgets.page import Page, top_for
from qualcode.tui.widgets.pointer import Pointer
from qualcode.tui.widgets.row_painter import RowPainter, Scene
from qualcode.tui.words import _


class Transcript(ScrollView, can_focus=True):
    """One document with its codings.

    The cursor is an offset in code points; it never moves unless the reader moves it. Lines that
    did not change are painted from a cache.
    """

    ALLOW_SELECT = False
    COMPONENT_CLASSES = COMPONENTS
    BINDINGS = bindings_for("transcript")

    def __init__(self, look: Look, **named: Any) -> None:
        super().__init__(**named)
        self.caret = Caret()
        self.canvas = Canvas(self)
        self.look = look
        self._document: Document | None = None
        self.bounds: Boundaries | None = None
        self._items: Sequence[Item] = ()
        self._top_offset = 0
        self._question = ""
        self._laying_out = False
        self.pointer = Pointer(self)
        self.on_moved: Callable[[], None] | None = None
        """Called with every move, so that what stands beside the text is painted along with it."""

    # what is shown

    @property
    def page(self) -> Page | None:
        """The lines, once the width is known."""
        return self.canvas.painter.page if self.canvas.painter else None

    @property
    def marks(self) -> Marks | None:
        """The codings on the page, once the width is known."""
        return self.canvas.painter.marks if self.canvas.painter else None

    @property
    def scene(self) -> Scene:
        """Cursor, selection, current coding and what else is painted over the text."""
        return self.canvas.scene

    def show_document(self, document: Document, at: int = 0) -> None:
        """Show another document with the cursor at an offset; its codings come separately."""
        self._document = document
        self.bounds = Boundaries(document.text, document.turns, document.document.language)
        self.pointer.read(self.bounds)
        self._items = ()
        self.canvas.use(None)
        self.caret = Caret(min(max(at, 0), len(document.text)))
        self.canvas.scene = Scene(tint=self.scene.tint)
        self._top_offset = self.caret.cursor
        self._ask("")
        self._lay_out()
        self._reveal(centre=True)
        self._moved()

    def show_codings(
        self,
        items: Sequence[Item],
        states: Mapping[int, str],
        touched: Sequence[Touched] | None = None,
    ) -> None:
        """Show these codings, and how far each turn has come.

        `touched` says where codings came, went or changed since they were shown last.
        """
        self._items = items
        if states is not self.scene.states:
            self.scene.states, touched = states, None
        if self.page is not None:
            painter, marks = self.canvas.painter, Marks(items, self.page)
            fresh = painter.with_marks(marks) if painter else self._painter(marks)
            self.canvas.exchange(fresh, touched)

    def show_states(self, states: Mapping[int, str], changed: Collection[int] | None) -> None:
        """Show how far each turn has come; `changed` are the numbers of those that may look
        different, None where that is not known."""
        before, self.scene.states = self.scene.states, states
        if changed is None:
            changed = [n for n, state in states.items() if before.get(n) != state]
        for turn in self._document.numbered(changed) if self._document else ():
            self.canvas.forget_span(turn.start, turn.start + 1)

    def show_look(self, look: Look) -> None:
        """Show codes by other names or hues."""
        self.look = look
        if self.marks is not None:
            self.canvas.use(self._painter(self.marks))

    def show_hits(self, hits: list[tuple[int, int]]) -> None:
        """Mark the places that were searched for."""
        self.scene.hits = hits
        self.canvas.forget()

    # where the reader is

    def passage(self) -> Span | None:
        """What would be coded: the selection, else the turn under the cursor."""
        if self._document is None or not self._document.text:
            return None
        if self.caret.selection is not None:
            return Span(*self.caret.selection).trimmed(self._document.text)
        turn = self._document.turn_at(self.caret.cursor)
        whole = turn.span if turn is not None else self.pointer.paragraph(self.caret.cursor)
        return whole.trimmed(self._document.text) if whole else None

    def turn(self) -> Turn | None:
        """The turn under the cursor."""
        return self._document.turn_at(self.caret.cursor) if self._document else None

    def shows(self, offset: int) -> bool:
        """Whether the character at an offset is in view."""
        page, top = self.page, self.scroll_offset.y
        return page is not None and top <= page.line_of(offset) < top + self.size.height

    def go(self, offset: int) -> None:
        """Put the cursor at an offset and bring it into the middle of the view."""
        self.put(Caret(offset), centre=True)

    def put(self, caret: Caret, *, centre: bool = False) -> None:
        """Put cursor and selection somewhere, bring it into view and say so."""
        before, self.caret = self.caret, caret
        if self.page is not None:
            self.canvas.forget_between(before, caret)
            self._reveal(centre=centre)
        self._moved()
        self.canvas.ask_ahead()

    def action_move(self, how: How, by: int, extend: bool = False) -> None:
        """A movement by key."""
        if self.page is not None and self.bounds is not None:
            ground = Ground(self.page, self.bounds, self.size.height)
            self.put(moved(self.caret, how, by, ground, extend=extend))

    def action_mark(self) -> None:
        """Begin or end a selection."""
        self.put(self.caret.mark())

    def action_uncoded(self, by: int) -> None:
        """To the next turn of an informant that is neither coded nor read."""
        if self._document is None:
            return
        turns, states = self._document.turns, self.scene.states
        here = bisect_right(turns, self.caret.cursor, key=lambda turn: turn.start) - 1
        ahead = turns[here + 1 :] if by > 0 else turns[: max(here, 0)][::-1]
        target = next((turn for turn in ahead if states.get(turn.n) == "unread"), None)
        if target is None:
            raise NotFound(_("No turn left in that direction."))
        self.put(Caret(target.start))

    def action_copy(self) -> None:
        """The passage to the clipboard of the terminal."""
        span = self.passage()
        if span is not None and self._document is not None:
            self.app.copy_to_clipboard(self._document.text[span.start : span.end])
            self.post_message(Acted(_("Copied.")))

    # painting

    def render_lines(self, crop: Region) -> list[Strip]:
        """Several lines of the view."""
        return bare_lines(self, crop)

    def render_line(self, y: int) -> Strip:
        """One line of the view."""
        strip = self.canvas.line(y + self.scroll_offset.y)
        return Strip.blank(self.size.width, self.rich_style) if strip is None else strip

    def notify_style_update(self) -> None:
        """Another theme: every line is painted anew."""
        super().notify_style_update()
        if self.marks is not None:
            self.canvas.use(self._painter(self.marks))

    def _painter(self, marks: Marks) -> RowPainter:
        return RowPainter(marks.page, marks, self.look, ink_for(self, self.look))

    def _lay_out(self) -> None:
        """Wrap to the width there is and keep the place."""
        width = self.scrollable_content_region.width
        if self._document is None or width < 20:
            self.canvas.use(None)
            return
        page = Page(self._document, width)
        self._laying_out = True
        self.canvas.use(self._painter(Marks(self._items, page)))
        self.virtual_size = Size(width, len(page))
        self.scroll_to(y=page.line_of(self._top_offset), animate=False, immediate=True)
        self._laying_out = False

    def on_resize(self) -> None:
        """Another width wraps the text anew; the same words stay in view."""
        page = self.page
        if page is None or page.columns.width != self.scrollable_content_region.width:
            self._lay_out()
        self._reveal()

    def watch_scroll_y(self, old_value: float, new_value: float) -> None:
        """Remember what the reader sees first, and which question it answers."""
        if round(old_value) != round(new_value):
            self.refresh(self.size.region)  # no scrollbar to move: the map stands beside the text
        if self.page is None or self._laying_out:
            return
        top = round(new_value)
        self._top_offset = self.page.rows.starts[self.page.row_at(top)]
        self._ask(self.page.question_above(top))

    def _ask(self, words: str) -> None:
        """The question that the text in view answers, for who shows it; empty for none."""
        if words != self._question:
            self._question = words
            self.post_message(QuestionAbove(words))

    def _moved(self) -> None:
        self.scene.cursor, self.scene.selection = self.caret.cursor, self.caret.selection
        self.place_cursor()
        if self.on_moved is not None:
            self.on_moved()
        if self.is_attached:
            # straight to the screen: nobody on the way there listens
            self.screen.post_message(CaretMoved(self.caret.cursor, self.caret.selection))

    def place_cursor(self) -> None:
        """Put the terminal's own cursor where ours is, for input methods and magnifiers."""
        if self.page is None or not self.has_focus:
            return
        x = self.page.columns.text_x + self.page.rows.cell_of(self.caret.cursor)
        y = self.page.line_of(self.caret.cursor) - self.scroll_offset.y
        self.app.cursor_position = self.content_region.offset + Offset(x, y)

    def _reveal(self, *, centre: bool = False) -> None:
        """Scroll when the cursor is out of view or near its edge, by several lines at a time."""
        page, height = self.page, self.size.height
        if page is None or height < 1:
            return
        line, top = page.line_of(self.caret.cursor), self.scroll_offset.y
        target = line - height // 3 if centre else top_for(line, top, height)
        if target != top:
            self.scroll_to(y=target, animate=False, immediate=True)

    # keys and the mouse

    def on_key(self, event: events.Key) -> None:
        """Straight to the app, which knows what is bound: nobody on the way there listens."""
        event.stop()
        self.app.post_message(event)

    def on_mouse_down(self, event: events.MouseDown) -> None:
        """See `Pointer.press`."""
        self.pointer.press(event)

    def on_mouse_move(self, event: events.MouseMove) -> None:
        """See `Pointer.drag`."""
        self.pointer.drag(event)

    def on_mouse_up(self) -> None:
        """See `Pointer.release`."""
        self.pointer.release()

    def on_click(self, event: events.Click) -> None:
        """See `Pointer.click`."""
        self.pointer.click(event)

"""A list of one-line entries: the tree of codes, the pickers and the codings here are all this.

Lines are painted one by one, so that hundreds of entries cost no more than those in view.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, ClassVar, NamedTuple

from rich.segment import Segment as Piece
from rich.style import Style
from textual import events
from textual.binding import Binding, BindingType
from textual.geometry import Region
from textual.message import Message
from textual.scroll_view import ScrollView
from textual.strip import Strip

from qualcode.text.cells import width as cells_of
from qualcode.tui.fitting import fitted, one_line
from qualcode.tui.widgets.bare_lines import bare_lines
from qualcode.tui.widgets.measuring import measure

_KEPT = 600
"""Painted entries that are kept."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One line. `hue` colours the bar before the words; `lead` stands before it, as for a tree.

    `heading` entries cannot be chosen.
    """

    id: str
    words: str
    right: str = ""
    lead: str = ""
    hue: str | None = None
    strong: bool = False
    heading: bool = False


class Shown(NamedTuple):
    """How an entry stands in its list: lit; bright, while keys go there; marked."""

    lit: bool
    bright: bool
    marked: bool = False


def widest(entries: Sequence[Entry]) -> int:
    """Cells of the longest of the entries, without what stands on the right."""
    return max((cells_of(each.lead) + cells_of(each.words) for each in entries), default=0)


class LineList(ScrollView, can_focus=True):
    """Entries with one of them lit; says `Lit` when that changes and `Chosen` on enter."""

    ALLOW_SELECT = False
    COMPONENT_CLASSES: ClassVar[set[str]] = {
        "line-list--row",
        "line-list--lit",
        "line-list--quiet",
        "line-list--strong",
    }
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("up", "step(-1)", "Up", show=False),
        Binding("down", "step(1)", "Down", show=False),
        Binding("pageup", "leap(-1)", "Page up", show=False),
        Binding("pagedown", "leap(1)", "Page down", show=False),
        Binding("home", "end(-1)", "First", show=False),
        Binding("end", "end(1)", "Last", show=False),
        Binding("enter", "choose", "Choose", show=False),
    ]

    @dataclass
    class Lit(Message):
        """Another entry is lit."""

        list: LineList
        id: str

        @property
        def control(self) -> LineList:
            """The list."""
            return self.list

    @dataclass
    class Chosen(Message):
        """An entry was chosen."""

        list: LineList
        id: str

        @property
        def control(self) -> LineList:
            """The list."""
            return self.list

    def __init__(self, *, empty: str = "", **named: Any) -> None:
        super().__init__(**named)
        self.entries: Sequence[Entry] = []
        self.lit = -1
        self.bright = False
        self.always_lit = True
        self._empty = empty
        self._painted: dict[tuple[Entry | None, Shown, int, int, int], Strip] = {}
        self._inks: dict[str, Style] = {}
        self._dried: dict[str, Style] = {}

    @property
    def lit_id(self) -> str | None:
        """The id of the lit entry."""
        return self.entries[self.lit].id if 0 <= self.lit < len(self.entries) else None

    def show(self, entries: Sequence[Entry], lit: str | None = None) -> None:
        """Show these; `lit` names the lit one, else it stays with its id, else the first."""
        wanted = lit if lit is not None else self.lit_id
        before = (self.entries, self.lit)
        self.entries = entries
        places = [i for i, entry in enumerate(entries) if not entry.heading]
        same = [i for i in places if entries[i].id == wanted]
        self.lit = (same or (places if self.always_lit else []) or [-1])[0]
        self._measure()
        self._reveal()
        self._repaint(*before)

    def _repaint(self, entries: Sequence[Entry], lit: int) -> None:
        """Paint the lines that look different from before."""
        if not entries or not self.entries:
            if entries or self.entries:
                self.refresh()
            return
        top, width = self.scroll_offset.y, self.size.width
        for place in range(top, min(top + self.size.height, max(len(entries), len(self.entries)))):
            was = entries[place] if place < len(entries) else None
            now = self.entries[place] if place < len(self.entries) else None
            if was != now or (lit != self.lit and place in (lit, self.lit)):
                self.refresh(Region(0, place - top, width, 1))

    def _measure(self) -> None:
        measure(self, len(self.entries))

    def light(self, known: str | None) -> None:
        """Light the entry with that id, without saying so."""
        for place, entry in enumerate(self.entries):
            if entry.id == known and place != self.lit:
                before, self.lit = self.lit, place
                self._reveal()
                self._repaint(self.entries, before)

    def action_step(self, by: int) -> None:
        """To the next entry that can be chosen."""
        place = self.lit + by
        while 0 <= place < len(self.entries) and self.entries[place].heading:
            place += by
        self._go(place)

    def action_leap(self, by: int) -> None:
        """A page on."""
        place = min(max(self.lit + by * max(1, self.size.height - 1), 0), len(self.entries) - 1)
        self._go(place)

    def action_end(self, by: int) -> None:
        """To the first or last entry."""
        self._go(0 if by < 0 else len(self.entries) - 1)

    def action_choose(self) -> None:
        """Say that the lit entry is chosen."""
        if self.lit_id is not None:
            self.post_message(self.Chosen(self, self.lit_id))

    def on_click(self, event: events.Click) -> None:
        """Light what was clicked; twice chooses it."""
        place = event.y + self.scroll_offset.y
        if 0 <= place < len(self.entries):
            self._go(place)
            if event.chain == 2:
                self.action_choose()

    def on_focus(self) -> None:
        """The lit entry is bright while keys go here."""
        self.refresh()

    def on_blur(self) -> None:
        """And dim when they do not."""
        self.refresh()

    def on_resize(self) -> None:
        """Keep the lit entry in view."""
        self._measure()
        self._reveal()

    def render_lines(self, crop: Region) -> list[Strip]:
        """Several entries; those of a list in a box the long way round."""
        return super().render_lines(crop) if self.styles.gutter else bare_lines(self, crop)

    def render_line(self, y: int) -> Strip:
        """One entry."""
        return self._line(y)

    def _line(self, y: int, left: int = 0, right: int = 0) -> Strip:
        """One entry with so many empty cells beside it; each is painted once for a theme."""
        if self._dried:
            self._look_again()
        place, width = y + self.scroll_offset.y, self.scrollable_content_region.width
        entry = self.entries[place] if place < len(self.entries) else None
        shown = self._shown(place)
        if entry is None and not self.entries and y == 0:
            entry = Entry("", self._empty, heading=True)
        known = (entry, shown, width, left, right)
        strip = self._painted.get(known)
        if strip is None:
            if len(self._painted) >= _KEPT:
                self._painted.clear()
            strip = self._painted[known] = self._paint(entry, shown, width, left, right)
        return strip

    def _shown(self, place: int) -> Shown:
        """How the entry at a place stands."""
        lit = place == self.lit
        return Shown(lit, lit and (self.has_focus or self.bright))

    def _ink(self, part: str) -> Style:
        """The style of a part of the list, worked out once for a theme."""
        ink = self._inks.get(part)
        if ink is None:
            ink = self.get_component_rich_style(f"line-list--{part}", partial=False)
            self._inks[part] = ink
        return ink

    def _paint(self, entry: Entry | None, shown: Shown, width: int, left: int, right: int) -> Strip:
        pieces = self._pieces(entry, shown, width) if entry is not None and width >= 4 else []
        blank, used = self._ink("row"), sum(piece.cell_length for piece in pieces)
        if left:
            pieces.insert(0, Piece(" " * left, blank))
        if width + right > used:
            pieces.append(Piece(" " * (width + right - used), blank))
        return Strip(pieces, left + width + right)

    def _pieces(self, entry: Entry, shown: Shown, width: int) -> list[Piece]:
        quiet = self._ink("quiet")
        ground = Style()
        if shown.bright:
            lit = self._ink("lit")
            ground = Style(bgcolor=lit.bgcolor, bold=True, reverse=lit.reverse)
        kind = "quiet" if entry.heading else "strong" if entry.strong else "row"
        base = self._ink(kind) + ground
        bar = Style(color=entry.hue) if entry.hue else Style()
        right = one_line(entry.right)
        if cells_of(right) > width // 2:
            right = fitted(right, width // 2)
        mark = "▌" if entry.hue else ""
        room = width - cells_of(entry.lead) - len(mark) - cells_of(right) - (1 if right else 0)
        pieces = [
            Piece(entry.lead, quiet + ground),
            Piece(mark, base + bar),
            Piece(fitted(entry.words, room), base),
            Piece(f" {right}" if right else "", quiet + ground),
        ]
        return [piece for piece in pieces if piece.text]

    def notify_style_update(self) -> None:
        """Another theme, or another look of the list; or the focus came, which changes no ink."""
        super().notify_style_update()
        self._dried = self._dried or self._inks
        self._inks = {}

    def _look_again(self) -> None:
        """Paint every entry anew, unless the inks are what they were."""
        dried, self._dried = self._dried, {}
        if any(self._ink(part) != ink for part, ink in dried.items()):
            self._painted.clear()

    def _go(self, place: int) -> None:
        if 0 <= place < len(self.entries) and not self.entries[place].heading:
            before, self.lit = self.lit, place
            self._reveal()
            self._repaint(self.entries, before)
            if before != place:
                self.post_message(self.Lit(self, self.entries[place].id))

    def _reveal(self) -> None:
        top, height = self.scroll_offset.y, self.size.height
        if self.lit < top or (height and self.lit >= top + height):
            target = self.lit if self.lit < top else self.lit - height + 1
            self.scroll_to(y=max(0, target), animate=False, immediate=True)

"""Lines of one row: where the reader is, what is coded here, which keys fit the moment.

They have a fixed size and paint themselves, so that a key press never lays the screen out anew.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from functools import partial
from typing import Any, ClassVar, NamedTuple

from rich.segment import Segment as Piece
from rich.style import Style
from textual import events
from textual.strip import Strip
from textual.timer import Timer
from textual.widget import Widget

from qualcode.text.cells import width as cells_of
from qualcode.tui.fitting import fitted, one_line
from qualcode.tui.keymap import actions_of, hints_for
from qualcode.tui.pressing import hinted_key, press

GAP = "  "
_WORTH = 12
"""Cells below which words that must be cut say nothing any more."""


class Signed(NamedTuple):
    """Words with signs behind them that are kept when the words are cut."""

    words: str
    signs: str


class StatusLine(Widget):
    """Words on the left and on the right; the left ones give way.

    The first ones are cut, of the others only what can be read of is begun.
    """

    COMPONENT_CLASSES: ClassVar[set[str]] = {"status-line--strong", "status-line--quiet"}

    def __init__(self, **named: Any) -> None:
        super().__init__(**named)
        self._left: Sequence[Signed] = ()
        self._right = ""

    def show(self, *left: str | Signed, right: str = "") -> None:
        """Show other words; the first of the left ones is the strong one."""
        signed = (Signed(part, "") if isinstance(part, str) else part for part in left)
        clean = [
            Signed(one_line(part.words), part.signs)
            for place, part in enumerate(signed)
            if part.words or not place
        ]
        right = one_line(right).strip()
        if (clean, right) != (self._left, self._right):
            self._left, self._right = clean, right
            if self.display:
                # a hidden widget that wants painting has the whole screen mapped anew
                self.refresh()

    def render_line(self, y: int) -> Strip:
        """The line."""
        width = self.size.width
        strong = self.get_component_rich_style("status-line--strong", partial=False)
        quiet = self.get_component_rich_style("status-line--quiet", partial=False)
        right = self._right if cells_of(self._right) + 8 <= width else ""
        room = width - cells_of(right)
        said = laid(self._left, room - (len(GAP) if right else 0))
        pieces = [Piece(words, quiet if place else strong) for place, words in enumerate(said)]
        pieces.append(Piece(" " * (room - sum(map(cells_of, said))), quiet))
        pieces.append(Piece(right, quiet))
        return Strip([piece for piece in pieces if piece.text], width)


def laid(parts: Sequence[Signed], room: int) -> list[str]:
    """The parts that find room, each with the gap before it; the last one may be cut."""
    said: list[str] = []
    for place, part in enumerate(parts):
        gap = GAP if any(said) else ""
        words = _in(part, room - len(gap), place > 0)
        if part.words and not words:
            break
        said.append(gap + words if words else "")
        room -= cells_of(said[-1])
    return said


def _in(part: Signed, room: int, leaving_out: bool) -> str:
    """The words with their signs in at most `room` cells; none where too little would be left."""
    signs = f" {part.signs}" if part.signs else ""
    room -= cells_of(signs)
    if cells_of(part.words) <= room:
        return part.words + signs
    if room < (_WORTH if leaving_out else 2):
        return ""
    return fitted(part.words, room).rstrip() + signs


class HintLine(Widget):
    """Keys with two words for each; as many as fit, and the last one always.

    What was done last, or refused, stands before them for a while.
    """

    COMPONENT_CLASSES: ClassVar[set[str]] = {
        "hint-line--key",
        "hint-line--words",
        "hint-line--said",
        "hint-line--refused",
    }
    SECONDS = 5

    def __init__(self, **named: Any) -> None:
        super().__init__(**named)
        self._hints: Sequence[tuple[str, str]] = ()
        self.said, self._refused = "", False
        self._timer: Timer | None = None
        self._coming: Timer | None = None

    def show(self, hints: Sequence[tuple[str, str]]) -> None:
        """Show the keys of another pane."""
        if hints != self._hints:
            self._hints = hints
            self.refresh()

    def show_for(self, pane: str, without: Collection[str] = ()) -> None:
        """Show the keys that are in force in a pane, but for some by their words."""
        hints = hints_for(pane, actions_of(self.app))
        self.show([hint for hint in hints if hint[1] not in without])

    def say(self, words: str, *, refused: bool = False) -> None:
        """Tell what was done, or what was `refused`; it goes by itself."""
        for timer in (self._coming, self._timer):
            if timer is not None:
                timer.stop()
        self._coming, self._timer = None, self.set_timer(self.SECONDS, self._hush)
        said = (one_line(words), refused)
        if said != (self.said, self._refused):
            self.said, self._refused = said
            self.refresh()

    def say_in(self, seconds: float, words: str) -> None:
        """Tell what was done a moment later, unless something newer is told by then."""
        if self._coming is not None:
            self._coming.stop()
        self._coming = self.set_timer(seconds, partial(self.say, words))

    def unsay(self) -> None:
        """What was refused does not matter any more; what was done stands on."""
        if self._refused and self._timer is not None:
            self._timer.stop()
            self._hush()

    def has_room_for(self, words: str) -> bool:
        """Whether the line is on the screen and can say all of that."""
        return cells_of(one_line(words)) + 2 <= self.region.width

    def _hush(self) -> None:
        self.said, self._refused, self._timer = "", False, None
        self.refresh()

    def on_click(self, event: events.Click) -> None:
        """Do what the key that was clicked does."""
        hint = event.style.meta.get("hint")
        found = hinted_key(self.app, *hint) if hint and event.button == 1 else None
        if found is not None:
            event.stop()
            press(self.app, found)

    def render_line(self, y: int) -> Strip:
        """The line."""
        width = self.size.width
        words = self.get_component_rich_style("hint-line--words", partial=False)
        key = self.get_component_rich_style("hint-line--key", partial=False)
        pieces, used = [Piece(" ", words)], 1
        *first, last = self._hints or [("", "")]
        kept = _cost(*last)
        if self.said:
            room = width - 1 - (0 if self._refused or width < 2 * kept else kept)
            said = fitted(f"{self.said}   ", min(cells_of(self.said) + 3, room))
            name = "hint-line--refused" if self._refused else "hint-line--said"
            style = self.get_component_rich_style(name, partial=False)
            pieces.append(Piece(said, style))
            used += cells_of(said)
        for name, what in first:
            if used + _cost(name, what) + kept > width:
                break
            pieces += _pressable(name, what, key, words)
            used += _cost(name, what)
        if used + kept <= width:
            pieces.append(Piece(" " * (width - used - kept), words))
            pieces += _pressable(*last, key, words)
        else:
            pieces.append(Piece(" " * max(0, width - used), words))
        return Strip(pieces, width)


def _pressable(name: str, what: str, key: Style, words: Style) -> list[Piece]:
    behind = Style(meta={"hint": (name, what)})
    return [Piece(f"{name} ", key + behind), Piece(what, words + behind), Piece("   ", words)]


def _cost(name: str, what: str) -> int:
    return cells_of(name) + cells_of(what) + 4

"""Lines of one row: where the reader is, what is coded here, which keys fit the moment.

They have a fixed size and paint themselves, so that a key press never lays the screen out anew.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import Any, ClassVar

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


class StatusLine(Widget):
    """Words on the left and on the right; the left ones give way."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {"status-line--strong", "status-line--quiet"}

    def __init__(self, **named: Any) -> None:
        super().__init__(**named)
        self._left: Sequence[str] = ()
        self._right = ""

    def show(self, *left: str, right: str = "") -> None:
        """Show other words; the first of the left ones is the strong one."""
        clean = [one_line(part) for place, part in enumerate(left) if part or not place]
        if (clean, right) != (self._left, self._right):
            self._left, self._right = clean, one_line(right)
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
        pieces, used = [], 0
        for place, part in enumerate(self._left):
            words = part if not used else f"  {part}"
            if used + cells_of(words) > room:
                words = fitted(words, room - used) if room - used > 4 else ""
            used += cells_of(words)
            pieces.append(Piece(words, strong if place == 0 else quiet))
        pieces.append(Piece(" " * (room - used), quiet))
        pieces.append(Piece(right, quiet))
        return Strip([piece for piece in pieces if piece.text], width)


class HintLine(Widget):
    """Keys with two words for each; as many as fit, and the last one always.

    What was done last stands before them for a while.
    """

    COMPONENT_CLASSES: ClassVar[set[str]] = {
        "hint-line--key",
        "hint-line--words",
        "hint-line--said",
    }
    SECONDS = 5

    def __init__(self, **named: Any) -> None:
        super().__init__(**named)
        self._hints: Sequence[tuple[str, str]] = ()
        self.said = ""
        self._timer: Timer | None = None

    def show(self, hints: Sequence[tuple[str, str]]) -> None:
        """Show the keys of another pane."""
        if hints != self._hints:
            self._hints = hints
            self.refresh()

    def show_for(self, pane: str, without: Collection[str] = ()) -> None:
        """Show the keys that are in force in a pane, but for some by their words."""
        hints = hints_for(pane, actions_of(self.app))
        self.show([hint for hint in hints if hint[1] not in without])

    def say(self, words: str) -> None:
        """Tell what was done; it goes by itself."""
        self.said = one_line(words)
        if self._timer is not None:
            self._timer.stop()
        self._timer = self.set_timer(self.SECONDS, self._hush)
        self.refresh()

    def _hush(self) -> None:
        self.said, self._timer = "", None
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
        if self.said:
            said = fitted(f"{self.said}   ", min(cells_of(self.said) + 3, width - 1))
            style = self.get_component_rich_style("hint-line--said", partial=False)
            pieces.append(Piece(said, style))
            used += cells_of(said)
        *first, last = self._hints or [("", "")]
        kept = _cost(*last)
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

"""The number of a degree: the scale side by side with the behaviour that each value names."""

from __future__ import annotations

from collections.abc import Sequence
from textwrap import wrap
from typing import ClassVar

from rich.text import Text
from textual import events
from textual.binding import Binding, BindingType
from textual.geometry import Size
from textual.widgets import Static

from qualcode.domain.codebook import ScaleValue, in_language
from qualcode.tui.fitting import Unbroken, fitted
from qualcode.tui.pressing import gone_on
from qualcode.tui.words import _

_ANCHORS, _LEAST = (3, 1), 12
"""How many anchors stand side by side, where there is room and where not; cells of each."""


class Number(Static, can_focus=True):
    """As high for each value as for the one of which most is said, so that nothing below moves.

    `most` are the lines that there is room for; 0 for any number.
    """

    BINDINGS: ClassVar[list[BindingType]] = [Binding("enter", "screen.keep", "Keep", show=False)]

    def __init__(self, values: Sequence[ScaleValue], value: int, language: str) -> None:
        super().__init__()
        self._values = [each for each in values if each.value is not None]
        self.value, self._language = value, language
        self.most = 0

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """The same for all values."""
        return self._fitting(width)[1]

    def render(self) -> Text:
        """The numbers, and the anchor of the chosen one with what tells it from those beside it;
        where there is room, their anchors too."""
        width = self.size.width
        return self._words(self._place(), self._fitting(width)[0], width)

    def choose(self, value: int) -> None:
        """Show another value of the scale as the chosen one."""
        self.value = value
        self.refresh()

    def _place(self) -> int:
        return next((n for n, v in enumerate(self._values) if v.value == self.value), 0)

    def _fitting(self, width: int) -> tuple[int, int]:
        """How many anchors can stand side by side, whichever value is chosen, and the lines."""
        anchors = lines = 0
        for anchors in _ANCHORS:
            words = (self._words(n, anchors, width) for n in range(len(self._values)))
            lines = max((each.plain.count("\n") + 1 for each in words), default=1)
            if not self.most or lines <= self.most:
                break
        return anchors, lines

    def _words(self, place: int, anchors: int, width: int) -> Text:
        """All that is said while the value at a place of the scale is the chosen one."""
        pieces = []
        for n, each in enumerate(self._values):
            label = in_language(each.label, self._language, each.id)
            sign = (f" {each.value} ", "bold reverse" if n == place else "bold")
            pieces.append(Text.assemble(sign, (f" {label}", "bold" if n == place else "")))
        text = Unbroken(pieces).lines(width)
        text.append("\n")
        first = max(0, min(place - anchors // 2, len(self._values) - anchors))
        text.append_text(self._anchors(range(first, first + anchors), place, width))
        text.append_text(self._questions(place, width))
        text.rstrip()
        return text

    def _anchors(self, places: range, place: int, width: int) -> Text:
        """The anchors of neighbours side by side."""
        near = self._values[places.start : places.stop]
        room = max(_LEAST, width // max(1, len(near)) - 2)
        columns = [
            wrap(f"{each.value}  {in_language(each.anchor, self._language)}", room) or [""]
            for each in near
        ]
        text = Text()
        for row in range(max(map(len, columns), default=0)):
            for n, column in zip(places, columns, strict=False):
                words = column[row] if row < len(column) else ""
                text.append(fitted(words, room) + "  ", style="bold" if n == place else "dim")
            text.append("\n")
        return text

    def _questions(self, place: int, width: int) -> Text:
        """What tells the value from the one before and the one after."""
        text = Text()
        for each in self._values[max(place, 1) : place + 2]:
            question = in_language(each.question, self._language)
            if question and each.value is not None:
                which = _("{low} or {high}?", low=each.value - 1, high=each.value)
                lines = wrap(f"{which}  {question}", max(_LEAST, width))
                text.append("\n".join(lines) + "\n", style="italic")
        return text

    def on_key(self, event: events.Key) -> None:
        """A digit chooses; arrows go up and down the scale."""
        if gone_on(self, event):
            return
        numbers = [each.value for each in self._values if each.value is not None]
        wanted = int(event.key) if event.key.isdigit() else None
        if event.key in ("left", "right"):
            wanted = self.value + (1 if event.key == "right" else -1)
        if wanted in numbers and wanted is not None:
            event.stop()
            self.choose(wanted)

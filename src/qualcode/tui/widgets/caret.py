"""The cursor and its anchor, and where a movement takes them."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Literal

from qualcode.domain.span import Span
from qualcode.text import motion
from qualcode.text.boundaries import Boundaries
from qualcode.tui.widgets.page import Page

How = Literal["character", "word", "sentence", "turn", "row", "page", "row-end", "document"]


@dataclass(frozen=True, slots=True)
class Caret:
    """Offsets in code points. `anchor` is where a selection began; `goal` the cell aimed for.

    With `marking`, every movement extends; without it, one that does not extend drops the anchor.
    """

    cursor: int = 0
    anchor: int | None = None
    goal: int | None = None
    marking: bool = False

    @property
    def selection(self) -> tuple[int, int] | None:
        """Start and end of what is selected, or None."""
        if self.anchor is None or self.anchor == self.cursor:
            return None
        return min(self.anchor, self.cursor), max(self.anchor, self.cursor)

    def to(self, offset: int, *, extend: bool = False, goal: int | None = None) -> Caret:
        """The caret after the cursor went to `offset`."""
        if extend or self.marking:
            anchor = self.cursor if self.anchor is None else self.anchor
            return Caret(offset, anchor, goal, self.marking)
        return Caret(offset, None, goal)

    def over(self, span: Span) -> Caret:
        """The caret with a passage selected, cursor at its end."""
        return Caret(span.end, span.start)

    def mark(self) -> Caret:
        """Begin a selection here, or end the one that was begun."""
        if self.marking:
            return replace(self, marking=False)
        return Caret(self.cursor, self.cursor, marking=True)

    def settled(self) -> Caret:
        """The same selection, which the next movement drops."""
        return replace(self, marking=False)

    def cleared(self) -> Caret:
        """Without selection."""
        return Caret(self.cursor)


@dataclass(frozen=True, slots=True)
class Ground:
    """What a movement needs to know of the text and of the view. `height` in lines."""

    page: Page
    bounds: Boundaries
    height: int


def moved(caret: Caret, how: How, by: int, ground: Ground, *, extend: bool = False) -> Caret:
    """The caret after a movement, `by` is 1 or -1."""
    rows, at = ground.page.rows, caret.cursor
    goal: int | None = None
    match how:
        case "row":
            target, goal = motion.vertical(rows, at, by, caret.goal)
        case "page":
            line = ground.page.line_of(at) + by * max(1, ground.height - 2)
            step = ground.page.row_at(line) - rows.row_of(at)
            target, goal = motion.vertical(rows, at, step or by, caret.goal)
        case "row-end":
            target = motion.row_start(rows, at) if by < 0 else rows.ends[rows.row_of(at)]
        case "document":
            target = 0 if by < 0 else len(rows.text)
        case _:
            step_to = motion.forward if by > 0 else motion.back
            target = step_to(ground.bounds, at, how)
    return caret.to(target, extend=extend, goal=goal)

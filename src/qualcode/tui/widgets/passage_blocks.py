"""The passages of a cell as blocks of wrapped lines; pure, laid out for a width."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise

from qualcode.domain.coding import Coding
from qualcode.domain.framework import Passage
from qualcode.text.cells import width as cells_of
from qualcode.text.wrap import Rows
from qualcode.tui.chart_words import change_words
from qualcode.tui.fitting import fitted, one_line
from qualcode.tui.widgets.marks import Look
from qualcode.tui.widgets.quote_list import code_words, signs_of
from qualcode.tui.words import _

LINKED, LOOSE, LOST = "●", "○", "×"
"""Before a passage: the summary rests on it, it does not, it is not in the cell any more."""

MARK = 2
"""Cells of that sign with the blank after it."""

_LINES_MOST = 5
_LEAST = 8


@dataclass(frozen=True, slots=True)
class Piece:
    """Words in the look of one role: head, mark, hue, said, within its context, context."""

    role: str
    words: str


Line = tuple[Piece, ...]


@dataclass(frozen=True, slots=True)
class Item:
    """A passage of the cell, or one that was there when the summary was written.

    `coding` is None where the coding itself is gone; `key` is its id; `case` is named where the
    rows are no cases.
    """

    key: str
    coding: Coding | None
    passage: Passage | None = None
    linked: bool = False
    case: str = ""

    @property
    def sign(self) -> str:
        """The sign before it."""
        return LOST if self.passage is None else LINKED if self.linked else LOOSE


def block(item: Item, look: Look, width: int, *, whole: bool) -> list[Line]:
    """The lines of a passage: who said it and what is new about it, then its words.

    With `whole` all its words stand between those around it; else their beginning.
    """
    room = _room(width)
    lines: list[Line] = [_head(item, look, room)]
    if item.coding is None:
        return lines
    if not whole or item.passage is None:
        return lines + _beginning(item.coding.quote, room)
    return lines + _within(item.passage, room)


def _room(width: int) -> int:
    return max(width - MARK, _LEAST)


def _head(item: Item, look: Look, room: int) -> Line:
    coding = item.coding
    told = _("gone from this cell") if item.passage is None else change_words(item.passage)
    told = fitted(told, min(cells_of(told), room // 2)) if told else ""
    left = room - cells_of(told) - (2 if told else 0)
    if coding is None:
        return (Piece("head", fitted(_("A passage that was removed"), left)), _right(told))
    hue = look.hues.get(coding.code, "")
    parts = (f"{code_words(coding, look)} {signs_of(coding)}".rstrip(), coding.speaker or "")
    words = " · ".join(one_line(each) for each in (*parts, item.case) if each)
    return (Piece(f"hue:{hue}", "▌"), Piece("head", fitted(words, left - 1)), _right(told))


def _right(told: str) -> Piece:
    return Piece("mark", f"  {told}" if told else "")


def _rows(quote: str, room: int) -> Rows:
    """The beginning of a passage, wrapped: enough to know whether there is more."""
    return Rows(quote[: room * (_LINES_MOST + 1) + 1], room)


def _beginning(quote: str, room: int) -> list[Line]:
    rows = _rows(quote, room)
    kept = [one_line(rows.words(at)) for at in range(min(len(rows), _LINES_MOST))]
    if len(rows) > _LINES_MOST:
        kept[-1] = fitted(f"{kept[-1]} …", room)
    return [(Piece("said", each),) for each in kept]


def _within(passage: Passage, room: int) -> list[Line]:
    """All words of a passage with those around it, each row in pieces."""
    quote = passage.coding.quote
    before, after = len(passage.before), len(passage.before) + len(quote)
    rows = Rows(passage.before + quote + passage.after, room)
    lines: list[Line] = []
    for at in range(len(rows)):
        start, end = rows.starts[at], rows.ends[at]
        cuts = [start, min(max(before, start), end), min(max(after, start), end), end]
        words = [one_line(rows.text[a:b]) for a, b in pairwise(cuts)]
        roles = ("context", "within", "context")
        lines.append(tuple(Piece(role, each) for role, each in zip(roles, words, strict=True)))
    return lines


def height(item: Item, width: int, *, whole: bool) -> int:
    """How many lines the block of a passage has, without making it."""
    room = _room(width)
    if item.coding is None:
        return 1
    if not whole or item.passage is None:
        return 1 + min(len(_rows(item.coding.quote, room)), _LINES_MOST)
    passage = item.passage
    return 1 + len(Rows(passage.before + item.coding.quote + passage.after, room))

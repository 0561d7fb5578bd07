"""What is coded, laid out beside a page: lanes, names in the margin, and what lies at a place."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import accumulate

from qualcode.domain.coding import Segment, SegmentCoding
from qualcode.domain.span import Span
from qualcode.text.lanes import Lanes
from qualcode.tui.colours import (
    LOW_CONFIDENCE_SIGN,
    MEMO_SIGN,
    STANDING_SIGNS,
    VALENCE_SIGNS,
    degree_sign,
)
from qualcode.tui.widgets.page import Page
from qualcode.tui.words import _


@dataclass(frozen=True, slots=True)
class Item:
    """One coding on its segment; `coding` is None where a segment holds degrees only."""

    segment: Segment
    coding: SegmentCoding | None

    @property
    def id(self) -> str:
        """The coding's id, or the segment's when it has no code."""
        return self.coding.id if self.coding else self.segment.id

    @property
    def code(self) -> str | None:
        """The code's id."""
        return self.coding.code if self.coding else None

    @property
    def span(self) -> Span:
        """Where it lies."""
        return self.segment.span

    def signs(self) -> str:
        """Valence, confidence, degrees, standing and memo in their signs."""
        found: list[str] = []
        if self.coding:
            found.append(VALENCE_SIGNS.get(self.coding.valence or "", ""))
            found.append(LOW_CONFIDENCE_SIGN if self.coding.confidence == "low" else "")
        found += [degree_sign(degree) for degree in self.segment.degrees]
        found.append(STANDING_SIGNS.get(self.segment.standing or "", ""))
        found.append(MEMO_SIGN if self.segment.has_memo else "")
        return " ".join(sign for sign in found if sign)

    def signs_for(self, coder: str | None) -> str:
        """The same, and whose it is where it is not this coder's."""
        whose = "" if self.segment.coder == coder else self.segment.coder
        return " ".join(part for part in (self.signs(), whose) if part)


@dataclass(frozen=True, slots=True)
class Look:
    """How codes are shown: labels in the reader's language, hues, letters where there is no hue."""

    names: Mapping[str, str]
    hues: Mapping[str, str]
    letters: Mapping[str, str]

    def name(self, item: Item) -> str:
        """What stands for an item: the code's label, with its own words for an emergent one."""
        if item.coding is None:
            return _("degree")
        label = self.names.get(item.coding.code, item.coding.code)
        return f"{label}: {item.coding.label}" if item.coding.label else label


@dataclass(frozen=True, slots=True)
class Touched:
    """Where a passage came, went or changed. `moved`: whether lanes and names lie anew for it."""

    span: Span
    moved: bool


def items_of(segments: Sequence[Segment]) -> list[Item]:
    """An item per coding, and one per segment that holds none."""
    found: list[Item] = []
    for segment in segments:
        if segment.codings:
            found += [Item(segment, coding) for coding in segment.codings]
        else:
            found.append(Item(segment, None))
    return found


def _start_of(item: Item) -> int:
    return item.segment.start


class Marks:
    """The codings of one document on one page."""

    def __init__(self, items: Sequence[Item], page: Page) -> None:
        """With the items of `items_of`, in that order."""
        self.items = list(items)
        self.page = page
        segments = [item.segment for item in self.items]
        self.lanes = Lanes(segments, page.rows, page.columns.lanes)
        self._reach = list(accumulate((segment.end for segment in segments), max))
        self._margin: dict[int, dict[int, tuple[Item, int]]] = {}

    def on_row(self, row: int) -> list[Item]:
        """The items that touch a row."""
        return [self.items[mark.index] for mark in self.lanes.on(row)]

    def at(self, offset: int) -> list[Item]:
        """The items over a character, the shortest first."""
        found = [
            item
            for item in self.on_row(self.page.rows.row_of(offset))
            if item.segment.start <= offset < item.segment.end
        ]
        return sorted(found, key=lambda item: (len(item.span), item.segment.start))

    def in_span(self, start: int, end: int) -> list[Item]:
        """The items that share a character with a passage, the shortest first."""
        first = bisect_right(self._reach, start)
        last = bisect_left(self.items, end, key=_start_of)
        found = [item for item in self.items[first:last] if start < item.segment.end]
        return sorted(found, key=lambda item: (len(item.span), item.segment.start))

    def lines_around(self, touched: Touched) -> tuple[int, int]:
        """First and last line that may look different: those of the passage, those its name may
        stand on, and where it moved, those whose lanes hang together with it."""
        page, span = self.page, touched.span
        first, last = page.rows.row_of(span.start), page.rows.row_of(span.end - 1)
        if touched.moved:
            first, last = self.lanes.around(span.start, span.end)
        turn = page.turn_index(page.rows.row_of(span.start))
        if turn + 1 < len(page.turn_rows):
            last = max(last, page.turn_rows[turn + 1])
        elif page.turn_rows:
            last = len(page.rows) - 1
        return page.line_of_row(first), page.line_of_row(last)

    def names_on(self, line: int) -> tuple[Item, int] | None:
        """The item named in the margin of a line, and how many more found no line of their own."""
        turn = self.page.turn_index(self.page.row_at(line))
        if turn not in self._margin:
            self._margin[turn] = self._names_in(turn)
        return self._margin[turn].get(line)

    def _names_in(self, turn: int) -> dict[int, tuple[Item, int]]:
        """One name to a line: where the coding begins, else on the next free line of its turn."""
        page, taken = self.page, dict[int, tuple[Item, int]]()
        turn_rows = page.turn_rows
        first_row = turn_rows[turn] if turn >= 0 else 0
        after = turn_rows[turn + 1] if turn + 1 < len(turn_rows) else len(page.rows)
        begin = page.rows.starts[first_row]
        end = page.rows.starts[after] if after < len(page.rows) else len(page.rows.text) + 1
        last = page.line_of_row(after - 1)
        low = bisect_left(self.items, begin, key=_start_of)
        for item in self.items[low : bisect_left(self.items, end, key=_start_of)]:
            line = page.line_of(item.segment.start)
            while line in taken and line < last:
                line += 1
            if line in taken:
                other, more = taken[line]
                taken[line] = (other, more + 1)
            else:
                taken[line] = (item, 0)
        return taken

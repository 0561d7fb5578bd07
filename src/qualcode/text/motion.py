"""Where the cursor goes: by character, word, sentence, paragraph, turn and row.

The cursor is an offset in code points from 0 to the length of the text; it never comes to stand
inside a grapheme cluster.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from typing import Literal

from qualcode.domain.span import Span
from qualcode.text.boundaries import WORD, Boundaries
from qualcode.text.cells import Cluster, clusters, is_plain
from qualcode.text.wrap import Rows

Unit = Literal["character", "word", "sentence", "paragraph", "turn"]


def forward(bounds: Boundaries, offset: int, unit: Unit) -> int:
    """The start of the next unit, or the end of the text."""
    if unit == "character":
        return _next_cluster(bounds.text, offset)
    starts = _starts(bounds, unit, offset)
    index = bisect_right(starts, offset)
    return starts[index] if index < len(starts) else len(bounds.text)


def back(bounds: Boundaries, offset: int, unit: Unit) -> int:
    """The start of this unit, or of the one before when the cursor stands there; else 0."""
    if unit == "character":
        return _cluster_before(bounds.text, offset)
    starts = _starts(bounds, unit, offset)
    index = bisect_left(starts, offset) - 1
    return starts[index] if index >= 0 else 0


def vertical(rows: Rows, offset: int, by: int, goal: int | None = None) -> tuple[int, int]:
    """The offset `by` rows down (up when negative) and the cell that the cursor aims for.

    Hand the cell back as `goal` with the next step, so that short rows on the way do not pull the
    cursor to the left. Beyond the first or last row it stays on that row.
    """
    row = rows.row_of(offset)
    aim = rows.cell_of(offset) if goal is None else goal
    target = min(max(row + by, 0), len(rows) - 1)
    return (offset if target == row else rows.offset_at(target, aim)), aim


def row_start(rows: Rows, offset: int) -> int:
    """The first offset of the row that holds `offset`."""
    return rows.starts[rows.row_of(offset)]


def row_end(rows: Rows, offset: int) -> int:
    """The offset of the last cluster of the row that holds `offset`."""
    row = rows.row_of(offset)
    return max(rows.starts[row], _cluster_before(rows.text, rows.ends[row]))


def unit_at(bounds: Boundaries, offset: int, unit: Unit) -> Span | None:
    """The unit that holds `offset`, without white space at its ends.

    Between two words: the next word of the paragraph, else the one before. None when the text has
    no such unit.
    """
    if unit == "word":
        return _word_at(bounds, offset)
    if unit == "character":
        start = _cluster_before(bounds.text, min(offset, len(bounds.text) - 1) + 1)
        return Span(start, _next_cluster(bounds.text, start)) if bounds.text else None
    begin = _start_at(bounds, offset, unit)
    if begin is None:
        return None
    return Span(begin, forward(bounds, begin, unit)).trimmed(bounds.text)


def _start_at(bounds: Boundaries, offset: int, unit: Unit) -> int | None:
    """Where the unit begins that holds `offset`, else the first one; None where there is none."""
    starts = _starts(bounds, unit, offset)
    return starts[max(0, bisect_right(starts, offset) - 1)] if starts else None


def _word_at(bounds: Boundaries, offset: int) -> Span | None:
    start = _start_at(bounds, offset, "word")
    if start is None:
        return None
    end = _word_end(bounds.text, start)
    after = forward(bounds, start, "word")
    if offset >= end and after < len(bounds.text) and "\n" not in bounds.text[offset:after]:
        return Span(after, _word_end(bounds.text, after))
    return Span(start, end)


def _word_end(text: str, start: int) -> int:
    found = WORD.match(text, start)
    return found.end() if found else start + 1


def _starts(bounds: Boundaries, unit: Unit, offset: int) -> Sequence[int]:
    match unit:
        case "word" | "sentence":
            return bounds.around(unit, offset)
        case "paragraph":
            return bounds.paragraphs
        case _:
            return bounds.turns


def _line_of(text: str, offset: int) -> tuple[int, int]:
    start = text.rfind("\n", 0, offset) + 1
    end = text.find("\n", offset)
    return start, len(text) if end < 0 else end


def _parts(text: str, offset: int) -> tuple[int, list[Cluster]]:
    """Where the paragraph around `offset` begins, and its clusters."""
    start, end = _line_of(text, offset)
    return start, clusters(text[start:end])


def _next_cluster(text: str, offset: int) -> int:
    if offset >= len(text):
        return len(text)
    if text[offset] == "\n" or is_plain(text[offset : offset + 2]):
        return offset + 1
    start, parts = _parts(text, offset)
    for _, end, _ in parts:
        if start + end > offset:
            return start + end
    return offset + 1


def _cluster_before(text: str, offset: int) -> int:
    if offset <= 0:
        return 0
    if is_plain(text[offset - 1 : offset + 1]) or text[offset - 1] == "\n":
        return offset - 1
    start, parts = _parts(text, offset - 1)
    for first, _, _ in reversed(parts):
        if start + first < offset:
            return start + first
    return offset - 1

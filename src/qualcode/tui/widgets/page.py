"""A transcript laid out for a width: which line of the screen shows which row of the text.

Columns, left to right: lanes of brackets, a sign for how far the turn has come, number and speaker
of the turn, the text, and a margin for the names of codes. All widths in cells.
"""

from __future__ import annotations

from array import array
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from qualcode.domain.document import Transcript, Turn
from qualcode.text.cells import width as cells_of
from qualcode.text.wrap import Rows
from qualcode.tui.fitting import fitted

MARGIN_FROM = 84
"""Width of the view from which names of codes stand in the margin."""

_MEASURE = 84
_MARGIN_LEAST, _MARGIN_MOST = 18, 34
_TEXT_ENOUGH = 58
"""Cells of text from which the margin has its share of what there is more."""
_SPEAKER_MOST = 7
_MARGIN_LINES = 3
_QUESTION_MOST = 400


@dataclass(frozen=True, slots=True)
class Columns:
    """Where each column of the view begins, and how wide it is."""

    lanes: int
    label: int
    text: int
    margin: int
    width: int

    @property
    def text_x(self) -> int:
        """The cell where the text begins."""
        return self.lanes + 3 + self.label + 1

    @property
    def margin_x(self) -> int:
        """The cell where the margin begins."""
        return self.width - self.margin


def columns_for(width: int, turns: Sequence[Turn]) -> Columns:
    """The columns of a view of `width` cells; the text keeps a width that is good to read."""
    lanes = 3 if width < 72 else 4 if width < MARGIN_FROM else 5 if width < 96 else 6
    number = len(str(turns[-1].n)) if turns else 1
    names = {turn.speaker for turn in turns if turn.speaker}
    longest = max(map(cells_of, names), default=0)
    label = number + (1 + min(longest, _SPEAKER_MOST) if longest else 0)
    left = width - (lanes + 3 + label + 1)
    margin = 0
    if width >= MARGIN_FROM:
        more = left - 2 - _TEXT_ENOUGH - _MARGIN_LEAST
        margin = max(_MARGIN_LEAST, min(_MARGIN_MOST, _MARGIN_LEAST + more // 2))
    # one cell is kept free after the text, for a cursor that stands behind a full row
    text = max(8, min(left - margin - 2, _MEASURE))
    return Columns(lanes, label, text, max(margin, left - text - 2) if margin else 0, width)


def speaker_in(turn: Turn, room: int) -> str:
    """A turn's speaker; where an interviewer's name finds no room, a sign that everybody knows."""
    name = turn.speaker or ""
    return "INT" if turn.interviewer and cells_of(name) > room else name


def top_for(line: int, top: int, height: int) -> int:
    """The top line of a view of `height` lines that shows a line, and some beyond it.

    It stays where it is while the line is not near the edges, else moves on by several lines.
    """
    margin = min(_MARGIN_LINES, max(0, (height - 1) // 4))
    if line < top + margin:
        return line - max(margin, height // 4)
    if line >= top + height - margin:
        return line - height + 1 + max(margin, height // 4)
    return top


class Page:
    """The lines of one transcript: its rows, with an empty line before each turn.

    `turn_rows` are the rows that the turns begin on.
    """

    def __init__(self, transcript: Transcript, width: int) -> None:
        self.transcript = transcript
        self.columns = columns_for(width, transcript.turns)
        self.rows = rows = Rows(transcript.text, self.columns.text)
        starts, ends = rows.starts, rows.ends
        self.turn_rows = array("l", [bisect_right(starts, t.start) - 1 for t in transcript.turns])
        begins = self.turn_rows or [row for row, first in enumerate(rows.firsts) if first]
        self._after_empty = array(
            "l", [row for row in dict.fromkeys(begins) if row and ends[row - 1] > starts[row - 1]]
        )
        self._empty = array("l", [row + n for n, row in enumerate(self._after_empty)])

    def __len__(self) -> int:
        return len(self.rows) + len(self._empty)

    def line_of_row(self, row: int) -> int:
        """The line that shows a row."""
        return row + bisect_right(self._after_empty, row)

    def row_on(self, line: int) -> int:
        """The row that a line shows, -1 for an empty line."""
        above = bisect_left(self._empty, line)
        is_empty = above < len(self._empty) and self._empty[above] == line
        return -1 if is_empty else line - above

    def turn_index(self, row: int) -> int:
        """The index of the turn that a row belongs to, -1 before the first."""
        return bisect_right(self.turn_rows, row) - 1

    def line_of(self, offset: int) -> int:
        """The line that shows the character at `offset`."""
        return self.line_of_row(self.rows.row_of(offset))

    def row_at(self, line: int) -> int:
        """The row on a line, or the next one when the line is empty; kept within the text."""
        line = min(max(line, 0), len(self) - 1)
        return line - bisect_left(self._empty, line)

    def turn_of(self, row: int) -> Turn | None:
        """The turn that a row belongs to."""
        index = self.turn_index(row)
        return self.transcript.turns[index] if index >= 0 else None

    def turn_at(self, offset: int) -> Turn | None:
        """The turn at `offset`."""
        return self.transcript.turn_at(offset)

    def question_above(self, line: int) -> str:
        """What was asked, in one phrase, when the top `line` shows the middle of the answer.

        Empty where the question is in view or where nobody asks.
        """
        row = self.row_at(line)
        index = self.turn_index(row)
        turns = self.transcript.turns
        if index < 1 or self.turn_rows[index] >= row or turns[index].interviewer:
            return ""
        asked = next((turn for turn in reversed(turns[:index]) if turn.interviewer), None)
        if asked is None:
            return ""
        words = self.transcript.text[asked.start : asked.end][:_QUESTION_MOST]
        columns = self.columns
        room = columns.label - len(str(asked.n)) - 1
        label = fitted(f"{asked.n} {speaker_in(asked, room)}", columns.label)
        return f"{' ' * (columns.text_x - columns.label - 1)}{label} {words}"

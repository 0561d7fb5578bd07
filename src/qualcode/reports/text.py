"""A table as aligned plain text, measured in terminal cells."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import accumulate

from qualcode.domain.showing import beneath, headings
from qualcode.domain.table import Table
from qualcode.reports.grid import Printed, column_words, heads, laid, told_below
from qualcode.text.cells import width as cells_of
from qualcode.text.wrap import Rows

WIDTH = 100
"""Cells of a line where nobody says how many there are."""

WIDEST = 48
"""Cells that a column takes at most before its words are wrapped."""

LONG_WORD = 40
"""Cells that a column makes room for so that no word is cut, such as an id."""

GAP = "  "
INDENT = "    "


def render(table: Table, width: int = WIDTH) -> str:
    """Title, header, rows and notes in lines of `width` cells as far as the columns allow.

    Numbers stand to the right, words are wrapped in their column, whole sentences stand below
    their row. A table of numbers that is too wide goes on in parts that repeat its first column.
    """
    side, below = laid(table)
    columns = [_Column(table, printed) for printed in side]
    under = [
        [told_below(words, printed, below) for words in column_words(table, printed)]
        for printed in below
    ]
    _narrow(columns, width)
    lines = [*_wrapped(table.title, width), ""]
    for part in _parts(columns, width):
        lines += [*_head(part), *_rows(table, part, under, width), ""]
        under = []
    for note in beneath(table):
        lines += _wrapped(note, width)
    return "\n".join(line.rstrip() for line in lines) + "\n"


class _Column:
    """A column being laid out: the words of its cells, how wide it is and how narrow it may be."""

    def __init__(self, table: Table, printed: Printed) -> None:
        self.printed = printed
        self.cells = column_words(table, printed)
        self.label = printed.column.label
        self.right = printed.right
        distinct = set(self.cells)
        head = max(map(cells_of, self.label.split(" ")))
        words = {word for cell in distinct for word in cell.split(" ")}
        widest = max(map(cells_of, distinct), default=0)
        self.width = max(head, min(widest, WIDEST), 1)
        longest = max(map(cells_of, words), default=0)
        self.least = self.width if self.right else max(head, min(longest, LONG_WORD), 1)

    def rows(self) -> list[list[str]]:
        """Each cell in lines of exactly the column's width; equal cells are laid out once."""
        known = {words: self.lines(words) for words in set(self.cells)}
        return [known[words] for words in self.cells]

    def lines(self, words: str) -> list[str]:
        """The words in lines of exactly the column's width."""
        return [self.padded(line) for line in _wrapped(words, self.width)]

    def padded(self, line: str) -> str:
        """The line with the space it lacks, before a number and after words."""
        space = " " * (self.width - cells_of(line))
        return space + line if self.right else line + space


def _narrow(columns: Sequence[_Column], width: int) -> None:
    """Take in the widest columns of words until the line fits or none can give way."""
    over = sum(column.width + len(GAP) for column in columns) - len(GAP) - width
    while over > 0:
        wide = [column for column in columns if column.width > column.least]
        if not wide:
            return
        max(wide, key=lambda column: column.width).width -= 1
        over -= 1


def _parts(columns: Sequence[_Column], width: int) -> Iterator[Sequence[_Column]]:
    """The columns in parts that fit, where all but the first are numbers; else all at once."""
    first, *rest = columns
    if not all(column.right for column in rest):
        yield columns
        return
    part = [first]
    used = first.width
    for column in rest:
        if used + len(GAP) + column.width > width and len(part) > 1:
            yield part
            part, used = [first], first.width
        part.append(column)
        used += len(GAP) + column.width
    yield part


def _head(columns: Sequence[_Column]) -> Iterator[str]:
    """The words over several columns, the labels with their last lines level, and a rule."""
    starts = [0, *accumulate(column.width + len(GAP) for column in columns)]
    line = ""
    at = 0
    for over, span in heads([column.printed for column in columns]):
        line = line.ljust(starts[at]) + over if over else line
        at += span
    if line:
        yield line
    labels = [column.lines(column.label) for column in columns]
    tallest = max(map(len, labels))
    blank = [[column.padded("")] * tallest for column in columns]
    level = [(space + label)[-tallest:] for space, label in zip(blank, labels, strict=True)]
    yield from (GAP.join(parts) for parts in zip(*level, strict=True))
    yield GAP.join("─" * column.width for column in columns)


def _rows(
    table: Table, columns: Sequence[_Column], under: Sequence[Sequence[str]], width: int
) -> Iterator[str]:
    blanks = [column.padded("") for column in columns]
    cells = zip(*(column.rows() for column in columns), strict=True)
    for at, (heading, row) in enumerate(zip(headings(table), cells, strict=True)):
        if heading is not None:
            yield ""
            yield from _wrapped(heading, width)
        yield from _side_by_side(row, blanks)
        for words in under:
            if words[at]:
                yield from (INDENT + line for line in _wrapped(words[at], width - len(INDENT)))


def _side_by_side(cells: Sequence[Sequence[str]], blanks: Sequence[str]) -> Iterator[str]:
    """The cells of a row in as many lines as the tallest of them has."""
    tallest = max(map(len, cells))
    if tallest == 1:
        yield GAP.join([cell[0] for cell in cells])
        return
    for at in range(tallest):
        yield GAP.join(
            [
                cell[at] if at < len(cell) else blank
                for cell, blank in zip(cells, blanks, strict=True)
            ]
        )


def _wrapped(words: str, width: int) -> list[str]:
    """The words in lines of at most `width` cells; a longer word is cut."""
    if len(words) <= width and cells_of(words) <= width:
        return [words]
    rows = Rows(words, width)
    return [rows.words(at) for at in range(len(rows))]

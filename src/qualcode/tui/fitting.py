"""Words cut to a number of cells, safe to put on one line."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from rich.console import Console, ConsoleOptions, RenderResult
from rich.text import Text

from qualcode.text.cells import clusters, is_plain
from qualcode.text.cells import width as cells_of

_CONTROL = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028\u2029]+")


def one_line(text: str) -> str:
    """The text with line ends, tabs and control characters as single spaces."""
    return _CONTROL.sub(" ", text)


def fitted(text: str, cells: int) -> str:
    """The text in exactly `cells` cells: padded, or cut with an ellipsis."""
    if cells <= 0:
        return ""
    text = one_line(text)
    if is_plain(text):
        return text.ljust(cells) if len(text) <= cells else text[: cells - 1] + "…"
    used = cells_of(text)
    if used <= cells:
        return text + " " * (cells - used)
    kept, at = 0, 0
    for _, end, wide in clusters(text):
        if kept + wide > cells - 1:
            break
        kept, at = kept + wide, end
    return text[:at] + "…" + " " * (cells - 1 - kept)


_BETWEEN = 2
"""Blanks between two pieces on a line."""


@dataclass(frozen=True, slots=True)
class Unbroken:
    """Pieces on as many lines as they need: only one that is longer than a line is broken."""

    pieces: Sequence[Text]

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> RenderResult:
        """The lines, for the width that there is."""
        yield self.lines(options.max_width)

    def lines(self, cells: int) -> Text:
        """The pieces on lines of at most so many cells."""
        found = Text()
        used = 0
        for piece in self.pieces:
            wide = piece.cell_len
            if found and used + _BETWEEN + wide <= cells:
                found.append(" " * _BETWEEN)
                used += _BETWEEN + wide
            else:
                found.append("\n" if found else "")
                used = wide
            found.append_text(piece)
        return found

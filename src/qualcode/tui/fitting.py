"""Words cut to a number of cells, safe to put on one line."""

from __future__ import annotations

import re

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

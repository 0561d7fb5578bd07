"""Grapheme clusters and their width in terminal cells.

The only place that asks how wide a character is. It asks the same table as the painter of the
screens, so that a row measured here fits there; the table is loaded when a text needs it.
"""

from __future__ import annotations

import re

Cluster = tuple[int, int, int]
"""Start and end in code points, width in cells."""

# everything else may be wide, of no width, or part of a cluster
_ODD = re.compile("[^\x20-\x7e\xa0-\xac\xae-\u02ff\u2010-\u2027\u2030-\u2052\u20ac\u2122\u2212]")
_JOINER = "\u200d"
_WIDENER = "\ufe0f"
_FLAG_FIRST, _FLAG_LAST = "\U0001f1e6", "\U0001f1ff"


def is_plain(text: str) -> bool:
    """Whether every code point of `text` is one cluster of one cell."""
    return _ODD.search(text) is None


def clusters(text: str) -> list[Cluster]:
    """The grapheme clusters of `text` in order, without gaps.

    A mark belongs to the character before it, a joiner ties its two neighbours, two flag letters
    are one flag.
    """
    from rich.cells import cell_len, get_character_cell_size

    found: list[Cluster] = []
    joined = False
    flag = -1  # where a flag letter stands that waits for its second
    for index, character in enumerate(text):
        cells = 0 if character == _WIDENER else get_character_cell_size(character)
        is_flag = _FLAG_FIRST <= character <= _FLAG_LAST
        if not found or (cells and not joined and not (is_flag and flag == index - 1)):
            found.append((index, index + 1, cells))
            flag = index if is_flag else -1
        else:
            start = found[-1][0]
            found[-1] = (start, index + 1, cell_len(text[start : index + 1]))
            flag = -1
        joined = character == _JOINER
    return found


def width(text: str) -> int:
    """Cells that `text` takes on one line."""
    if is_plain(text):
        return len(text)
    from rich.cells import cell_len

    return cell_len(text)

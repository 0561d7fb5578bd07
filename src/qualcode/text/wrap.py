"""A text wrapped to a width: where each row begins and ends, and where a cell lies in it."""

from __future__ import annotations

from array import array
from bisect import bisect_right

from qualcode.errors import Invalid
from qualcode.sentences import sentence
from qualcode.text.cells import Cluster, clusters, is_plain


class Rows:
    """The rows of `text` at a width in cells; offsets are code points into the whole text.

    Row `r` shows `text[starts[r]:ends[r]]`. The space or newline that a row breaks at belongs to no
    row's words; its offset counts as the end of the row before. `firsts[r]` is 1 where a paragraph
    begins. An empty text has one empty row.
    """

    def __init__(self, text: str, width: int) -> None:
        """Wraps at once; raises Invalid for a width below one cell."""
        if width < 1:
            raise Invalid(
                sentence("A text cannot be wrapped to {width} cells.", width=width),
                sentence("Give at least 1."),
            )
        self.text = text
        self.width = width
        self.starts = array("l")
        self.ends = array("l")
        self.firsts = bytearray()
        at = 0
        for paragraph in text.split("\n"):
            before, length = len(self.starts), len(paragraph)
            if not is_plain(paragraph):
                self._wrap_clusters(paragraph, at)
            elif length > width:
                self._wrap_plain(paragraph, at)
            else:
                self._add(at, at + length)
            self.firsts.append(1)
            self.firsts.extend(bytes(len(self.starts) - before - 1))
            at += length + 1

    def __len__(self) -> int:
        return len(self.starts)

    def row_of(self, offset: int) -> int:
        """The row that holds `offset`; offsets beyond the text count as its ends."""
        return max(0, bisect_right(self.starts, offset) - 1)

    def words(self, row: int) -> str:
        """What a row shows."""
        return self.text[self.starts[row] : self.ends[row]]

    def cell_of(self, offset: int) -> int:
        """The cell where the character at `offset` begins in its row.

        Inside a cluster: where the cluster begins. On the break after a row: the cell after its
        last character, which equals `width` when the row is full.
        """
        row = self.row_of(offset)
        start, end = self.starts[row], self.ends[row]
        inside = min(max(offset, start), end) - start
        words = self.text[start:end]
        if is_plain(words):
            return inside
        return sum(cells for _, after, cells in clusters(words) if after <= inside)

    def offset_at(self, row: int, cell: int) -> int:
        """The offset of the cluster that covers `cell`; beyond the row's words, the row's end."""
        start, end = self.starts[row], self.ends[row]
        words = self.text[start:end]
        if is_plain(words):
            return start + min(max(cell, 0), len(words))
        left = max(cell, 0)
        for first, _, cells in clusters(words):
            if left < cells:
                return start + first
            left -= cells
        return end

    def _add(self, start: int, end: int) -> None:
        self.starts.append(start)
        self.ends.append(end)

    def _wrap_plain(self, paragraph: str, base: int) -> None:
        """Rows of a paragraph in which every code point takes one cell."""
        width, length, rfind = self.width, len(paragraph), paragraph.rfind
        starts, ends = self.starts, self.ends
        at = 0
        while length - at > width:
            cut = rfind(" ", at, at + width + 1)
            stop = cut
            while stop > at and paragraph[stop - 1] == " ":
                stop -= 1
            if stop <= at:  # one word, or only spaces, for the whole row
                cut = stop = at + width
            starts.append(base + at)
            ends.append(base + stop)
            while cut < length and paragraph[cut] == " ":
                cut += 1
            at = cut
        if at < length or not length:
            starts.append(base + at)
            ends.append(base + length)

    def _wrap_clusters(self, paragraph: str, base: int) -> None:
        """Rows of a paragraph with wide, combining or joined characters."""
        parts = clusters(paragraph)
        at = 0
        while at < len(parts):
            at = self._cluster_row(paragraph, base, parts, at)
        if not parts:
            self._add(base, base)

    def _cluster_row(self, paragraph: str, base: int, parts: list[Cluster], at: int) -> int:
        """Adds the row that begins at cluster `at`; returns the cluster where the next begins."""
        used, index, space = 0, at, -1
        while index < len(parts):
            start, _, cells = parts[index]
            if paragraph[start] == " " and index > at:
                space = index
            if used + cells > self.width and index > at:
                break
            used += cells
            index += 1
        else:
            self._add(base + parts[at][0], base + len(paragraph))
            return index
        stop = space if space > at else index
        start, end = parts[at][0], parts[stop][0]
        words = paragraph[start:end].rstrip(" ")
        if not words:  # only spaces so far: break inside the word that follows them
            stop, words = index, paragraph[start : parts[index][0]]
        self._add(base + start, base + start + len(words))
        while stop < len(parts) and paragraph[parts[stop][0]] == " ":
            stop += 1
        return stop

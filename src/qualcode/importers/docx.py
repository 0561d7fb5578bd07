"""Word documents: every paragraph and table in order, tracked changes as accepted."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from itertools import groupby
from typing import Any

from qualcode.domain.document import ReadTurn
from qualcode.importers.lines import Line, Reading
from qualcode.importers.ooxml import document_root, tag_of, value_of
from qualcode.importers.options import ReadOptions
from qualcode.importers.speakers import first_word_speakers, read_speakers
from qualcode.importers.tables import turns_of_table
from qualcode.sentences import numbered, sentence

_HEADING = re.compile(
    r"(?:heading|rubrik|overskrift|title|titel|tittel|subtitle)\d*", re.IGNORECASE
)
_LEFT_OUT = frozenset(("del", "moveFrom", "Fallback", "sectPr", "instrText", "delText", "rPr"))
_AS_TEXT = {"tab": "\t", "ptab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "-"}
_NOTES = ("footnoteReference", "endnoteReference", "commentReference")
_CHANGES = frozenset(("ins", "del", "moveFrom", "moveTo"))
_LONGEST_LABEL = 48


def read_docx(raw: bytes, name: str, options: ReadOptions) -> Reading:
    """The turns of a Word document; raises BadFile for anything else."""
    walk = _Walk(document_root(raw, name))
    lines = [item for item in walk.items if isinstance(item, Line)]
    warnings = tuple(walk.warnings())
    if options.first_word_speakers:
        return Reading(first_word_speakers(lines), warnings)
    if len(lines) < len(walk.items):
        return Reading(list(_around_tables(walk.items)), warnings)
    turns, remarks = read_speakers(lines)
    return Reading(turns, warnings + remarks)


def text_lines(raw: bytes, name: str) -> list[str]:
    """The lines as they stand in the document, before speakers are looked for."""
    return [item.text for item in _Walk(document_root(raw, name)).items]


def _around_tables(items: list[Line | ReadTurn]) -> Iterator[ReadTurn]:
    """The turns of tables in place, with what stands between them as turns without a speaker."""
    for is_line, group in groupby(items, key=lambda item: isinstance(item, Line)):
        if is_line:
            yield ReadTurn("\n".join(item.text for item in group))
        else:
            yield from (item for item in group if isinstance(item, ReadTurn))


class _Walk:
    """One pass over a document: lines, the turns of tables with headings, and what was left out."""

    def __init__(self, root: Any) -> None:
        self.items: list[Line | ReadTurn] = []
        self.seen: Counter[str] = Counter()
        self._open = _Paragraph()
        self._blocks(root)
        self._close(heading=False)

    def warnings(self) -> Iterator[str]:
        """What the user must know about the document as a whole."""
        for tag in _NOTES:
            if self.seen[tag]:
                yield _left_out(tag, self.seen[tag])
        if any(self.seen[tag] for tag in _CHANGES):
            yield sentence("Tracked changes were read as accepted: insertions in, deletions out.")

    def _blocks(self, parent: Any) -> None:
        """Paragraphs and tables below an element, whatever wraps them."""
        for child in parent:
            tag = tag_of(child)
            self.seen[tag] += tag in _CHANGES
            if tag == "p":
                self._paragraph(child)
            elif tag == "tbl":
                self._table(child)
            elif tag not in _LEFT_OUT:
                self._blocks(child)

    def _paragraph(self, element: Any) -> None:
        properties = next((child for child in element if tag_of(child) == "pPr"), None)
        boxes = self._inline(element, bold=False)
        if properties is None or not _mark_deleted(properties):
            self._close(heading=properties is not None and _is_heading(properties))
        for box in boxes:
            self._blocks(box)

    def _inline(self, parent: Any, *, bold: bool) -> list[Any]:
        """Adds the words below an element to the open paragraph; returns text boxes met there."""
        boxes: list[Any] = []
        for child in parent:
            tag = tag_of(child)
            self.seen[tag] += tag in _CHANGES or tag in _NOTES
            if tag == "t":
                self._open.add(child.text or "", bold=bold)
            elif tag in _AS_TEXT:
                self._open.add(_AS_TEXT[tag], bold=bold)
            elif tag == "txbxContent":
                boxes.append(child)
            elif tag == "r":
                boxes += self._inline(child, bold=_is_bold(child))
            elif tag not in _LEFT_OUT and tag != "pPr":
                boxes += self._inline(child, bold=bold)
        return boxes

    def _close(self, *, heading: bool) -> None:
        self.items.extend(self._open.lines(heading=heading))
        self._open = _Paragraph()

    def _table(self, table: Any) -> None:
        """A table with named columns becomes turns; any other is read row by row."""
        rows = [self._cells(row) for row in _within(table, "tr") if not _row_deleted(row)]
        turns = turns_of_table(
            [["\n".join(line.text for line in cell) for cell in r] for r in rows]
        )
        if turns is not None:
            self.items.extend(turns)
            return
        for row in rows:
            cells = [cell for cell in row if cell]
            if len(cells) == 2 and len(cells[0]) == 1 and len(cells[0][0].text) <= _LONGEST_LABEL:
                (label,), (first, *others) = cells
                cells = [[Line(f"{label.text}\t{first.text}", label.bold), *others]]
            self.items.extend(line for cell in cells for line in cell)

    def _cells(self, row: Any) -> list[list[Line]]:
        cells = []
        for cell in _within(row, "tc"):
            outer, self.items = self.items, []
            self._blocks(cell)
            inner, self.items = self.items, outer
            cells.append([i if isinstance(i, Line) else Line(i.text) for i in inner])
        return cells


class _Paragraph:
    """The words of a paragraph in the making."""

    def __init__(self) -> None:
        self.text = ""
        self.bold = 0

    def add(self, words: str, *, bold: bool) -> None:
        """Adds words; the bold beginning goes on as long as what is added is bold."""
        if bold and self.bold == len(self.text):
            self.bold += len(words)
        self.text += words

    def lines(self, *, heading: bool) -> Iterator[Line]:
        """The lines that hold words; only the first can have begun in bold."""
        bold = self.bold
        for raw in self.text.split("\n"):
            if raw.strip():
                lead = len(raw) - len(raw.lstrip())
                yield Line(raw.strip(), max(0, min(bold, len(raw)) - lead), heading)
            bold = max(0, bold - len(raw) - 1)


def _within(parent: Any, wanted: str) -> Iterator[Any]:
    """The rows or cells of a table, also those inside content controls."""
    for child in parent:
        tag = tag_of(child)
        if tag == wanted:
            yield child
        elif tag not in _LEFT_OUT and tag not in ("tbl", "tr", "tc", "p"):
            yield from _within(child, wanted)


def _properties(element: Any, *path: str) -> Any | None:
    """The element at the end of a path of names, or None."""
    for name in path:
        element = next((child for child in element if tag_of(child) == name), None)
        if element is None:
            return None
    return element


def _is_bold(run: Any) -> bool:
    mark = _properties(run, "rPr", "b")
    return mark is not None and value_of(mark) not in ("0", "false", "off")


def _is_heading(properties: Any) -> bool:
    style = _properties(properties, "pStyle")
    return style is not None and bool(_HEADING.fullmatch((value_of(style) or "").replace(" ", "")))


def _mark_deleted(properties: Any) -> bool:
    """Whether the end of the paragraph was deleted: then the next one goes on with it."""
    return _properties(properties, "rPr", "del") is not None


def _row_deleted(row: Any) -> bool:
    return _properties(row, "trPr", "del") is not None


def _left_out(tag: str, number: int) -> str:
    if tag == "footnoteReference":
        return numbered("{n} footnote was left out.", "{n} footnotes were left out.", number)
    if tag == "endnoteReference":
        return numbered("{n} endnote was left out.", "{n} endnotes were left out.", number)
    return numbered(
        "{n} comment in the margin was left out.",
        "{n} comments in the margin were left out.",
        number,
    )

"""A table of a report as a Word table: real heads that come again, rows that stay whole."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any
from xml.sax.saxutils import escape, quoteattr

from qualcode.domain.showing import headings
from qualcode.domain.table import Row, Table
from qualcode.reports.docx_parts import GREY, SPACE, parsed
from qualcode.reports.docx_widths import BODY, HEAD, KEY, OWN_KEY, PADDING
from qualcode.reports.grid import Cell, Printed, cell, heads

SHADE = "EDEDED"
KEEP = "<w:keepNext/>"
HEAD_ROW = "<w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>"
WHOLE_ROW = "<w:trPr><w:cantSplit/></w:trPr>"
TOGETHER = '<w:bottom w:val="nil"/>'
"""No line between a row and the sentences below it."""


class TableElement:
    """One part of a table being made into XML; widths are twentieths of a point."""

    def __init__(self, table: Table, columns: Sequence[Printed], widths: Sequence[int]) -> None:
        self.table = table
        self.columns = columns
        self.widths = widths

    def made(self, title: str, below: Sequence[Printed]) -> Any:
        """The Word table; `title` is told by screen readers, `below` stands under each row."""
        grid = "".join(f'<w:gridCol w:w="{at}"/>' for at in self.widths)
        sides = ("top", "bottom", "insideH")
        lines = "".join(f'<w:{s} w:val="single" w:sz="4" w:color="A6A6A6"/>' for s in sides)
        look = (
            f'<w:tblPr><w:tblW w:w="{sum(self.widths)}" w:type="dxa"/>'
            f'<w:tblBorders>{lines}</w:tblBorders><w:tblLayout w:type="fixed"/>'
            f'<w:tblCellMar><w:left w:w="{PADDING}" w:type="dxa"/>'
            f'<w:right w:w="{PADDING}" w:type="dxa"/></w:tblCellMar>'
            '<w:tblLook w:val="0020" w:firstRow="1"/>'
            f"<w:tblCaption w:val={quoteattr(title)}/></w:tblPr>"
        )
        rows = "".join((*self._heads(), *self._rows(below)))
        return parsed(f"<w:tbl {SPACE}>{look}<w:tblGrid>{grid}</w:tblGrid>{rows}</w:tbl>")

    def _heads(self) -> Iterator[str]:
        """One row, or two where words stand over several columns."""
        two = any(one.over for one in self.columns)
        if two:
            yield f"<w:tr>{HEAD_ROW}{''.join(self._upper())}</w:tr>"
        cells = []
        for one, width in zip(self.columns, self.widths, strict=True):
            if two and not one.over:
                cells.append(_cell("", width, "<w:vMerge/>", shade=True))
            else:
                cells.append(self._head(one.column.label, width, side=_side(one)))
        yield f"<w:tr>{HEAD_ROW}{''.join(cells)}</w:tr>"

    def _upper(self) -> Iterator[str]:
        """The words over several columns; what has none reaches down over both rows."""
        at = 0
        for over, span in heads(self.columns):
            if over:
                width = sum(self.widths[at : at + span])
                yield self._head(over, width, f'<w:gridSpan w:val="{span}"/>', side="center")
            else:
                for one, width in list(zip(self.columns, self.widths, strict=True))[at : at + span]:
                    yield self._head(one.column.label, width, '<w:vMerge w:val="restart"/>')
            at += span

    def _head(self, words: str, width: int, how: str = "", *, side: str = "left") -> str:
        return _cell(_run(words, HEAD, "<w:b/>"), width, how, side=side, shade=True, keep=True)

    def _rows(self, below: Sequence[Printed]) -> Iterator[str]:
        for heading, row in zip(headings(self.table), self.table.rows, strict=True):
            if heading is not None:
                yield self._across(_run(heading, BODY, "<w:b/>"), shade=True)
            sentences = [cell(row, one, self.table).words for one in below]
            sentences = [words for words in sentences if words]
            key = row.cells.get(OWN_KEY)
            last = row is self.table.rows[-1]
            yield self._row(row, bool(sentences), keep=bool(sentences) or last)
            for words in sentences:
                small = _run("  ", BODY) + _key(key) if isinstance(key, str) else ""
                yield self._across(_run(words, BODY, "<w:i/>") + small, keep=last)

    def _row(self, row: Row, goes_on: bool, *, keep: bool) -> str:
        borders = f"<w:tcBorders>{TOGETHER}</w:tcBorders>" if goes_on else ""
        cells = "".join(
            _cell(_value(cell(row, one, self.table)), at, borders, side=_side(one), keep=keep)
            for one, at in zip(self.columns, self.widths, strict=True)
        )
        return f"<w:tr>{WHOLE_ROW}{cells}</w:tr>"

    def _across(self, runs: str, *, shade: bool = False, keep: bool = False) -> str:
        """A row of one cell: a heading, or sentences that belong to the row above."""
        how = f'<w:gridSpan w:val="{len(self.columns)}"/>'
        if not shade:
            how += '<w:tcBorders><w:top w:val="nil"/></w:tcBorders>'
        one = _cell(runs, sum(self.widths), how, shade=shade, keep=keep or shade)
        return f"<w:tr>{WHOLE_ROW}{one}</w:tr>"


def _cell(
    runs: str,
    width: int,
    how: str = "",
    *,
    side: str = "left",
    shade: bool = False,
    keep: bool = False,
) -> str:
    """A cell; `how` are spans, merges and borders; `keep` holds it with the row after it."""
    fill = f'<w:shd w:val="clear" w:fill="{SHADE}"/>' if shade else ""
    look = f'<w:spacing w:before="20" w:after="20"/><w:jc w:val="{side}"/>'
    place = f'<w:tcPr><w:tcW w:w="{width}" w:type="dxa"/>{how}{fill}</w:tcPr>'
    return f"<w:tc>{place}<w:p><w:pPr>{KEEP if keep else ''}{look}</w:pPr>{runs}</w:p></w:tc>"


def _side(printed: Printed) -> str:
    return "right" if printed.right else "left"


def _value(printed: Cell) -> str:
    """The words, and each evidence key on a small line of its own."""
    keys = "".join(_key(key, "<w:br/>") for key in printed.keys)
    return _run(printed.words, BODY) + keys


def _key(key: str, before: str = "") -> str:
    look = f'<w:rPr><w:color w:val="{GREY}"/><w:sz w:val="{int(KEY * 2)}"/></w:rPr>'
    return f"<w:r>{look}{before}<w:t>{escape(key)}</w:t></w:r>"


def _run(text: str, points: float, look: str = "") -> str:
    size = f'<w:sz w:val="{int(points * 2)}"/>'
    return f'<w:r><w:rPr>{look}{size}</w:rPr><w:t xml:space="preserve">{escape(text)}</w:t></w:r>'

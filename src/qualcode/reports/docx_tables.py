"""A table of a report as a Word table: real heads that come again, rows that stay whole."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from xml.sax.saxutils import quoteattr

from qualcode.domain.showing import headings
from qualcode.domain.table import Row, Table
from qualcode.reports.docx_parts import UNFIT, direction, run
from qualcode.reports.docx_widths import OWN_KEY
from qualcode.reports.grid import Cell, Printed, cell, heads, told_below

SHADE = "EDEDED"
KEEP = "<w:keepNext/>"
HEAD_ROW = "<w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>"
WHOLE_ROW = "<w:trPr><w:cantSplit/></w:trPr>"
TOGETHER = '<w:bottom w:val="nil"/>'
"""No line between a row and the sentences below it."""

TALL = 2500
"""Characters from which a row may go on over the page: it would not fit one."""


@dataclass(frozen=True, slots=True)
class Styles:
    """Ids of the styles of a table, of the words in its cells and head, and of keys."""

    table: str
    cell: str
    head: str
    key: str


class TableText:
    """One part of a table being made into XML; widths are twentieths of a point."""

    def __init__(
        self, table: Table, columns: Sequence[Printed], widths: Sequence[int], styles: Styles
    ) -> None:
        self.table = table
        self.columns = columns
        self.widths = widths
        self.styles = styles

    def made(self, title: str, told: str, below: Sequence[Printed]) -> str:
        """The Word table; screen readers say `title` and `told`, `below` stands under each row."""
        grid = "".join(f'<w:gridCol w:w="{at}"/>' for at in self.widths)
        look = (
            f'<w:tblPr><w:tblStyle w:val="{self.styles.table}"/>'
            f'<w:tblW w:w="{sum(self.widths)}" w:type="dxa"/><w:tblLayout w:type="fixed"/>'
            '<w:tblLook w:val="0020" w:firstRow="1"/>'
            f"<w:tblCaption w:val={quoteattr(UNFIT.sub('', title))}/>"
            f"<w:tblDescription w:val={quoteattr(UNFIT.sub('', told))}/></w:tblPr>"
        )
        rows = "".join((*self._heads(), *self._rows(below)))
        return f"<w:tbl>{look}<w:tblGrid>{grid}</w:tblGrid>{rows}</w:tbl>"

    def _heads(self) -> Iterator[str]:
        """One row, or two where words stand over several columns."""
        two = any(one.over for one in self.columns)
        if two:
            yield f"<w:tr>{HEAD_ROW}{''.join(self._upper())}</w:tr>"
        cells = []
        for one, width in zip(self.columns, self.widths, strict=True):
            if two and not one.over:
                cells.append(self._head("", width, "<w:vMerge/>"))
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
        inside = f'{KEEP}<w:jc w:val="{side}"/>'
        return _cell(run(words), (width, self.styles.head, inside), how, shade=True)

    def _rows(self, below: Sequence[Printed]) -> Iterator[str]:
        for heading, row in zip(headings(self.table), self.table.rows, strict=True):
            if heading is not None:
                yield self._across(run(heading, "<w:b/>"), KEEP, shade=True)
            sentences = [told_below(cell(row, one, self.table).words, one, below) for one in below]
            sentences = [words for words in sentences if words]
            key = row.cells.get(OWN_KEY)
            last = row is self.table.rows[-1]
            yield self._row(row, bool(sentences), keep=bool(sentences) or last)
            for words in sentences:
                small = self._key(f"  {key}") if isinstance(key, str) else ""
                tall = len(words) > TALL
                how = (KEEP if last and not tall else "") + direction(words)
                yield self._across(run(words, "<w:i/>") + small, how, tall=tall)

    def _row(self, row: Row, goes_on: bool, *, keep: bool) -> str:
        borders = f"<w:tcBorders>{TOGETHER}</w:tcBorders>" if goes_on else ""
        keeps = KEEP if keep else ""
        found = [cell(row, one, self.table) for one in self.columns]
        cells = []
        for value, one, width in zip(found, self.columns, self.widths, strict=True):
            how = f'{keeps}<w:jc w:val="right"/>' if one.right else keeps + direction(value.words)
            cells.append(_cell(self._value(value), (width, self.styles.cell, how), borders))
        tall = any(len(piece.words) > TALL for value in found for piece in value.pieces)
        return f"<w:tr>{'' if tall else WHOLE_ROW}{''.join(cells)}</w:tr>"

    def _across(self, runs: str, inside: str, *, shade: bool = False, tall: bool = False) -> str:
        """A row of one cell: a heading, or sentences that belong to the row above."""
        how = f'<w:gridSpan w:val="{len(self.columns)}"/>'
        if not shade:
            how += '<w:tcBorders><w:top w:val="nil"/></w:tcBorders>'
        one = _cell(runs, (sum(self.widths), self.styles.cell, inside), how, shade=shade)
        return f"<w:tr>{'' if tall else WHOLE_ROW}{one}</w:tr>"

    def _value(self, printed: Cell) -> str:
        """The words, and each evidence key on a small line of its own."""
        keys = "".join(f"<w:r><w:br/></w:r>{self._key(key)}" for key in printed.keys)
        return run(printed.words) + keys

    def _key(self, key: str) -> str:
        return run(key, f'<w:rStyle w:val="{self.styles.key}"/>')


def _cell(runs: str, inside: tuple[int, str, str], how: str = "", *, shade: bool = False) -> str:
    """A cell: width, style and properties of its paragraph; `how` are spans, merges, borders."""
    width, style, look = inside
    fill = f'<w:shd w:val="clear" w:fill="{SHADE}"/>' if shade else ""
    place = f'<w:tcPr><w:tcW w:w="{width}" w:type="dxa"/>{how}{fill}</w:tcPr>'
    return f'<w:tc>{place}<w:p><w:pPr><w:pStyle w:val="{style}"/>{look}</w:pPr>{runs}</w:p></w:tc>'


def _side(printed: Printed) -> str:
    return "right" if printed.right else "left"

"""The pieces of a Word file that its library has no words for: fields, bookmarks, tables."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any
from xml.sax.saxutils import escape, quoteattr

from qualcode.domain.table import CellValue, Column, Counted, Row, Table
from qualcode.reports.showing import headings, shown

SPACE = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'

WEIGHTS = {"quote": 5.0, "text": 2.5, "code": 2.5, "case": 2.0, "value": 1.6}
"""Share of the page's width by type of column; a column of numbers has 1.3."""

GREY = "595959"
SHADE = "EDEDED"


def fields(instruction: str, shows: str, *, stale: bool = False) -> list[Any]:
    """The runs of a field; `shows` stands until the reader's program reckons it anew."""
    dirty = ' w:dirty="true"' if stale else ""
    pieces = (
        f'<w:fldChar w:fldCharType="begin"{dirty}/>',
        f'<w:instrText xml:space="preserve"> {escape(instruction)} </w:instrText>',
        '<w:fldChar w:fldCharType="separate"/>',
        f"<w:t>{escape(shows)}</w:t>",
        '<w:fldChar w:fldCharType="end"/>',
    )
    return [parsed(f"<w:r {SPACE}>{piece}</w:r>") for piece in pieces]


def bookmarked(paragraph: Any, name: str, number: int) -> None:
    """Put a bookmark around the words of a paragraph."""
    start = f'<w:bookmarkStart {SPACE} w:id="{number}" w:name={quoteattr(name)}/>'
    words = [run._r for run in paragraph.runs]
    if words:
        words[0].addprevious(parsed(start))
    paragraph._p.append(parsed(f'<w:bookmarkEnd {SPACE} w:id="{number}"/>'))


def table_element(table: Table, columns: Sequence[Column], width: int) -> Any:
    """A Word table of these columns, `width` twentieths of a point wide.

    The header row comes again on every page and no row is broken over two.
    """
    weights = [WEIGHTS.get(column.type, 1.3) for column in columns]
    widths = [int(width * weight / sum(weights)) for weight in weights]
    grid = "".join(f'<w:gridCol w:w="{at}"/>' for at in widths)
    sides = ("top", "left", "bottom", "right", "insideH", "insideV")
    lines = "".join(f'<w:{s} w:val="single" w:sz="4" w:color="A6A6A6"/>' for s in sides)
    look = (
        f'<w:tblPr><w:tblW w:w="{sum(widths)}" w:type="dxa"/><w:tblBorders>{lines}</w:tblBorders>'
        '<w:tblLayout w:type="fixed"/><w:tblCellMar><w:left w:w="70" w:type="dxa"/>'
        '<w:right w:w="70" w:type="dxa"/></w:tblCellMar><w:tblLook w:val="0020" w:firstRow="1"/>'
        f"<w:tblCaption w:val={quoteattr(table.title)}/></w:tblPr>"
    )
    rows = "".join(_rows(table, columns, widths))
    return parsed(f"<w:tbl {SPACE}>{look}<w:tblGrid>{grid}</w:tblGrid>{rows}</w:tbl>")


def parsed(xml: str) -> Any:
    """The element of a piece of XML."""
    from docx.oxml import parse_xml

    return parse_xml(xml)


def _rows(table: Table, columns: Sequence[Column], widths: Sequence[int]) -> Iterator[str]:
    heads = "".join(
        _cell(_words(column.label, bold=True), at, column, SHADE)
        for column, at in zip(columns, widths, strict=True)
    )
    yield f"<w:tr><w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>{heads}</w:tr>"
    for heading, row in zip(headings(table), table.rows, strict=True):
        if heading is not None:
            yield _heading(heading, len(columns), sum(widths))
        yield _row(row, table, columns, widths)


def _row(row: Row, table: Table, columns: Sequence[Column], widths: Sequence[int]) -> str:
    cells = "".join(
        _cell(_value(row.cells[column.key], column, table), at, column)
        for column, at in zip(columns, widths, strict=True)
    )
    return f"<w:tr><w:trPr><w:cantSplit/></w:trPr>{cells}</w:tr>"


def _heading(words: str, columns: int, width: int) -> str:
    span = f'<w:gridSpan w:val="{columns}"/>'
    look = f'<w:tcW w:w="{width}" w:type="dxa"/>{span}<w:shd w:val="clear" w:fill="{SHADE}"/>'
    keep = "<w:pPr><w:keepNext/></w:pPr>"
    inside = f"<w:tcPr>{look}</w:tcPr><w:p>{keep}{_words(words, bold=True)}</w:p>"
    return f"<w:tr><w:trPr><w:cantSplit/></w:trPr><w:tc>{inside}</w:tc></w:tr>"


def _cell(runs: str, width: int, column: Column, shade: str | None = None) -> str:
    fill = f'<w:shd w:val="clear" w:fill="{shade}"/>' if shade else ""
    side = "right" if column.type in ("count", "number") else "left"
    look = f'<w:spacing w:before="20" w:after="20"/><w:jc w:val="{side}"/>'
    place = f'<w:tcPr><w:tcW w:w="{width}" w:type="dxa"/>{fill}</w:tcPr>'
    return f"<w:tc>{place}<w:p><w:pPr>{look}</w:pPr>{runs}</w:p></w:tc>"


def _value(value: CellValue, column: Column, table: Table) -> str:
    words = _words(shown(value, column, table))
    if isinstance(value, Counted) and value.evidence:
        look = f'<w:rPr><w:color w:val="{GREY}"/><w:sz w:val="11"/></w:rPr>'
        words += f"<w:r>{look}<w:br/><w:t>{value.evidence}</w:t></w:r>"
    return words


def _words(text: str, *, bold: bool = False) -> str:
    look = f"<w:rPr>{'<w:b/>' if bold else ''}<w:sz w:val='17'/></w:rPr>"
    return f'<w:r>{look}<w:t xml:space="preserve">{escape(text)}</w:t></w:r>'

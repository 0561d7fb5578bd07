"""The pieces of a Word file that its library has no words for: fields and bookmarks."""

from __future__ import annotations

from typing import Any
from xml.sax.saxutils import escape, quoteattr

SPACE = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'

GREY = "595959"


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


def parsed(xml: str) -> Any:
    """The element of a piece of XML."""
    from docx.oxml import parse_xml

    return parse_xml(xml)

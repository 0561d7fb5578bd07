"""The pieces of a Word file as text: paragraphs, runs, fields and bookmarks."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from typing import Any
from xml.sax.saxutils import escape, quoteattr

SPACE = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'

GREY = "595959"

UNFIT = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")
"""Characters that the file format cannot hold."""

_BREAK = re.compile(r"\r\n|[\r\n\t]")
_RTL = re.compile("[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]")


def words(text: str) -> str:
    """The text inside a run: line breaks and tabs as what they are, nothing taken for markup."""
    plain = UNFIT.sub("", text)
    if _BREAK.search(plain) is None:
        return f'<w:t xml:space="preserve">{escape(plain)}</w:t>'
    found = []
    for piece in re.split(f"({_BREAK.pattern})", plain):
        if _BREAK.fullmatch(piece):
            found.append("<w:tab/>" if piece == "\t" else "<w:br/>")
        elif piece:
            found.append(f'<w:t xml:space="preserve">{escape(piece)}</w:t>')
    return "".join(found)


def run(text: str, look: str = "") -> str:
    """A run of words; `look` are the properties, in the order that the format wants."""
    if _RTL.search(text) and rightward(text):
        look += "<w:rtl/>"
    return f"<w:r>{f'<w:rPr>{look}</w:rPr>' if look else ''}{words(text)}</w:r>"


def paragraph(style: str, runs: str, how: str = "") -> str:
    """A paragraph in the style with that id; `how` are further properties, in their order."""
    return f'<w:p><w:pPr><w:pStyle w:val="{style}"/>{how}</w:pPr>{runs}</w:p>'


def rightward(text: str) -> bool:
    """Whether the first letter with a direction is of a script that runs from right to left."""
    for letter in text:
        way = unicodedata.bidirectional(letter)
        if way in ("L", "R", "AL"):
            return way != "L"
    return False


def direction(text: str) -> str:
    """The property of a paragraph of such words."""
    return "<w:bidi/>" if _RTL.search(text) and rightward(text) else ""


def field(instruction: str, shows: str, look: str = "", *, stale: bool = False) -> str:
    """The runs of a field; `shows` stands until the reader's program reckons it anew."""
    dirty = ' w:dirty="true"' if stale else ""
    seen = f"<w:rPr>{look}</w:rPr>" if look else ""
    pieces = (
        f'<w:fldChar w:fldCharType="begin"{dirty}/>',
        f'<w:instrText xml:space="preserve"> {escape(instruction)} </w:instrText>',
        '<w:fldChar w:fldCharType="separate"/>',
        f"<w:t>{escape(shows)}</w:t>",
        '<w:fldChar w:fldCharType="end"/>',
    )
    return "".join(f"<w:r>{seen}{piece}</w:r>" for piece in pieces)


def bookmarked(runs: str, name: str, number: int) -> str:
    """The runs with a bookmark around them."""
    return (
        f'<w:bookmarkStart w:id="{number}" w:name={quoteattr(name)}/>{runs}'
        f'<w:bookmarkEnd w:id="{number}"/>'
    )


def parsed(xml: str) -> Any:
    """The element of a piece of XML."""
    from docx.oxml import parse_xml

    return parse_xml(xml)


def elements(runs: str) -> Iterable[Any]:
    """The elements of some runs, to be put into a paragraph that is there already."""
    return list(parsed(f"<w:p {SPACE}>{runs}</w:p>"))

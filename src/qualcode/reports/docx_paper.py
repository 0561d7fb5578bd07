"""The paper of a Word file: how large it is, and where it turns."""

from __future__ import annotations

from copy import deepcopy
from dataclasses import dataclass
from typing import Any

A4 = (11906, 16838)
"""Width and height in twentieths of a point."""

MARGIN = 1134
"""Margins of the page in twentieths of a point: 2 cm."""

TYPE = (8.0, 7.0, 5.5)
"""Sizes of type in a table, in points: of its words, its head, and of evidence keys."""


@dataclass(frozen=True, slots=True)
class Paper:
    """Room between the margins, upright and lying, in twentieths of a point; sizes of type.

    A page that lies anyway does not turn.
    """

    upright: int = A4[0] - 2 * MARGIN
    lying: int = A4[1] - 2 * MARGIN
    body: float = TYPE[0]
    head: float = TYPE[1]
    key: float = TYPE[2]

    @property
    def turns(self) -> bool:
        """Whether a page can lie to have more room."""
        return self.lying > self.upright


def paper_of(section: Any, sizes: tuple[float, float, float] = TYPE) -> Paper:
    """The paper of a section of a document."""
    width, height = (section.page_width or 0, section.page_height or 0)
    sides = (section.left_margin or 0) + (section.right_margin or 0) + (section.gutter or 0)
    room = [(side - sides) // 635 for side in (width, max(width, height))]
    return Paper(room[0], room[1], *sizes)


class Sections:
    """The ends of a document's sections, made from that of the document they are put into."""

    def __init__(self, document: Any) -> None:
        self._first = document.element.body.sectPr
        self._begun = False

    def ended(self, *, landscape: bool) -> str:
        """What ends a section whose pages stand or lie; the first also says what is around them."""
        from docx.oxml.ns import qn
        from lxml import etree

        found = deepcopy(self._first)
        if self._begun:
            # what is around the pages is taken over from the section before
            later = ("headerReference", "footerReference", "titlePg", "pgNumType")
            for name in later:
                for one in found.findall(qn(f"w:{name}")):
                    found.remove(one)
        for one in found.findall(qn("w:type")):
            found.remove(one)
        self._begun = True
        size = found.find(qn("w:pgSz"))
        if landscape and size is not None:
            width, height = (size.get(qn(f"w:{side}")) for side in ("w", "h"))
            size.set(qn("w:w"), height)
            size.set(qn("w:h"), width)
            size.set(qn("w:orient"), "landscape")
        return str(etree.tostring(found, encoding="unicode"))

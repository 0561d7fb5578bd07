"""A `.qdc` file of any program as a codebook: what is odd is mended and remarked on.

Elements are known by their local name, since programs differ in the namespace. A document type
declaration is refused: entities can reach files and addresses outside, or unfold without end.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any
from unicodedata import normalize

from qualcode.domain.codebook import Code, Codebook, CodeSet, Extension, StartingTheme
from qualcode.exchange.codebook_paragraphs import Paragraphs, read, split
from qualcode.exchange.codebook_problem import Problems
from qualcode.exchange.codebook_qdc_scales import SCALE_FIELDS, scale_of
from qualcode.exchange.codebook_read import Lines
from qualcode.exchange.codebook_slugs import Slugs, language_of

_FOREIGN = ("Definition", "Use when", "Not when", "Example", "Cues")
_CODE = (
    *_FOREIGN,
    *("Label", "Code", "Kind", "Usual valence", "Sources", "Hot key", "Retired", "Codable"),
)
_BOOK = ("Title", "Description", "Codebook", "Version", "Languages", "Note", "Source", "Trap words")
_SET = ("Label", "Set", "Extension", "On", "Theme", "Scale")
_RGB = re.compile(r"rgba?\(\s*(\d{1,3})\s*,\s*(\d{1,3})\s*,\s*(\d{1,3})\b.*\)")
_HEX = re.compile(r"#(?:[0-9A-Fa-f]{2})?([0-9A-Fa-f]{6})")
_DEEPEST = 100
_PATHS = ("::", ".")
"""What programs without levels put between the names of a path."""


def root_of(content: bytes, problems: Problems) -> Any:
    """The `CodeBook` element, or None with an error among `problems`."""
    from lxml import etree

    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False)
    try:
        root = etree.fromstring(content.lstrip(), parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        line, column = getattr(error, "position", (1, 1))
        what = str(getattr(error, "msg", error)).split(", line ")[0]
        problems.error(max(line, 1), f"column {column}: this is not sound XML: {what}")
        return None
    if root.getroottree().docinfo.internalDTD is not None:
        problems.error(
            1,
            "the file declares a document type or entities, which are refused for safety",
            "export the codebook again, or remove the <!DOCTYPE ...> part",
        )
        return None
    for element in root.iter(etree.Element):
        if _local(element) == "CodeBook":
            return element
    problems.error(1, "this is no REFI-QDA codebook: it has no element CodeBook")
    return None


class Qdc:
    """One file on its way to a codebook: the element goes in, the codebook and `lines` come out."""

    def __init__(self, problems: Problems, name: str) -> None:
        self.problems = problems
        self.lines: Lines = {}
        self._name = name
        self._slugs = Slugs()
        self._guids: dict[str, str] = {}
        self._language = "en"

    def codebook(self, root: Any) -> Codebook | None:
        """The codebook; None when it has no codes."""
        about = self._about(root)
        self._language = self._language_of(root, about)
        codes: list[Code] = []
        scales = {}
        for element, parent in self._elements(root):
            said = read(_description(element), SCALE_FIELDS)
            if said.text("Scale"):
                scale = scale_of(element, said, self._language)
                scales[scale.id] = scale
            else:
                code = self._code(element, parent)
                if code is not None:
                    codes.append(code)
        if not codes:
            self.problems.error(
                root.sourceline or 1,
                "the codebook has no codes",
                "export it again from a project that has some",
            )
            return None
        if not any(self._known(element) for element in root.iter() if _local(element) == "Code"):
            codes = self._unfolded(codes)
        title = about.labels("Title", self._language) or {self._language: self._name}
        return Codebook(
            id=about.text("Codebook") or Slugs().fresh(self._name),
            version=about.text("Version") or "1",
            title=title,
            codes=tuple(codes),
            scales=scales,
            languages=split(about.text("Languages")) or (self._language,),
            description=about.labels("Description", self._language),
            note=about.text("Note"),
            sources={of: text for of, _, text in about.about("Source")},
            trap_words={
                language: split(text) for language, text in about.labels("Trap words", "").items()
            },
            **self._sets(root),
        )

"""The elements of a `.qdc` file, known by local name since programs differ in the namespace."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any
from unicodedata import normalize
from uuid import UUID, uuid5

from qualcode.exchange.codebook_colours import COLOUR
from qualcode.exchange.codebook_problem import Problems
from qualcode.sentences import sentence

GUID = re.compile(r"\{?[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}\}?")
"""How the standard writes a GUID."""

_GUIDS = UUID("6f1d1c0e-6f0e-5b57-9d0a-3b6d4c5a2e10")
_RGB = re.compile(r"rgba?\(\s*(\d{1,3})\s*[,\s]\s*(\d{1,3})\s*[,\s]\s*(\d{1,3})\b.*\)")
_HEX = re.compile(r"#?(?:[0-9a-f]{2})?([0-9a-f]{6})")
_SHORT = re.compile(r"#?([0-9a-f])([0-9a-f])([0-9a-f])")


def root_of(content: bytes, problems: Problems) -> Any:
    """The `CodeBook` element, or None with an error among `problems`.

    A document type declaration is refused, since entities can reach files and addresses outside
    or unfold without end.
    """
    from lxml import etree

    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False)
    try:
        root = etree.fromstring(content.lstrip(), parser)
    except etree.XMLSyntaxError as error:
        line, column = error.position
        what = str(error.msg).split(", line ")[0]
        problems.error(
            max(line, 1),
            sentence("column {column}: this is not sound XML: {what}", column=column, what=what),
        )
        return None
    if root.getroottree().docinfo.internalDTD is not None:
        problems.error(
            1,
            sentence("the file declares a document type or entities, which are refused for safety"),
            sentence("remove the <!DOCTYPE ...> part, or export the codebook again"),
        )
        return None
    found = next((element for element in root.iter() if local(element) == "CodeBook"), None)
    if found is None:
        problems.error(1, sentence("this is no REFI-QDA codebook: it has no element CodeBook"))
    return found


def local(element: Any) -> str:
    """The element's name without its namespace; empty for comments and the like."""
    tag = element.tag
    return tag.rpartition("}")[2] if isinstance(tag, str) else ""


def children(element: Any, name: str) -> Iterator[Any]:
    """The elements of that name directly below."""
    return (child for child in element if local(child) == name)


def description(element: Any) -> str:
    """The element's own description; empty where there is none."""
    return "\n".join("".join(child.itertext()) for child in children(element, "Description"))


def name_of(element: Any) -> str:
    """The element's name, with its spaces put in order."""
    return normalize("NFC", " ".join((element.get("name") or "").split()))


def guid_of(element: Any) -> str:
    """The element's GUID without braces, in lower case; a member's may be called otherwise."""
    found = element.get("guid") or element.get("targetGUID") or ""
    return str(found).strip().strip("{}").lower()


def guid_for(book: str, part: tuple[str, str]) -> str:
    """The GUID of a part (kind and id) that has none of another program's; always the same."""
    return str(uuid5(_GUIDS, "/".join((book, *part))))


def colour_of(written: str) -> str | None:
    """A colour as `#RRGGBB`; also from `#rgb`, `#aarrggbb` and `rgb(r, g, b)`; else None."""
    if COLOUR.fullmatch(written):
        return written
    text = written.strip().lower()
    if match := _RGB.fullmatch(text):
        parts = [min(int(part), 255) for part in match.groups()]
        return "#{:02x}{:02x}{:02x}".format(*parts)
    if match := _SHORT.fullmatch(text):
        return "#" + "".join(part * 2 for part in match.groups())
    if match := _HEX.fullmatch(text):
        return f"#{match[1]}"
    return None

"""A user's own Word file as the ground of a report: its styles and page edges, not its words."""

from __future__ import annotations

import zipfile
import zlib
from io import BytesIO
from pathlib import Path
from typing import Any

from qualcode.errors import BadFile
from qualcode.reports.docx_styles import lacking_styles
from qualcode.sentences import sentence

_WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_DOCUMENT = f"{_WORD}.document.main+xml"
_DOTX = f"{_WORD}.template.main+xml"
_TYPES = "[Content_Types].xml"
_MOST = 64 * 1024 * 1024
"""Bytes that a template unpacks to at most."""

_KEPT = frozenset(
    {
        *("styles", "stylesWithEffects", "numbering", "settings", "fontTable", "theme"),
        *("webSettings", "header", "footer", "footnotes", "endnotes"),
    }
)
"""What the main part keeps of what it refers to: nothing that holds words or pictures of a page."""

_SAVE = sentence("Open it in Word and save it as .docx.")


def lacking(path: Path) -> tuple[str, ...]:
    """The styles of a report that the template does not have; raises BadFile as `opened` does."""
    return lacking_styles(opened(path))


def opened(path: Path) -> Any:
    """The document of a template, emptied of its words.

    Raises BadFile for a file that is missing, is no Word document, holds macros or is damaged.
    """
    from docx import Document
    from lxml import etree

    try:
        raw = path.read_bytes()
    except OSError as error:
        raise BadFile(
            sentence(
                "The template {path} cannot be read: {strerror}.",
                path=path,
                strerror=error.strerror,
            ),
            sentence("Is it where you said, and may you read it?"),
        ) from None
    content = _without_surprises(path, raw)
    try:
        document = Document(BytesIO(content))
        _empty(document)
    except (KeyError, ValueError, AttributeError, IndexError, etree.XMLSyntaxError) as error:
        raise BadFile(sentence("The template {path} is damaged.", path=path), _SAVE) from error
    return document


def _without_surprises(path: Path, raw: bytes) -> bytes:
    """The file as a Word document; BadFile says what it is instead."""
    try:
        with zipfile.ZipFile(BytesIO(raw)) as archive:
            parts = archive.infolist()
            if sum(part.file_size for part in parts) > _MOST:
                raise BadFile(
                    sentence("The template {path} unpacks to more than 64 MB.", path=path), _SAVE
                )
            names = {part.filename for part in parts}
            types = archive.read(_TYPES).decode("utf-8", "replace") if _TYPES in names else ""
            _refuse_macros(path, names, types)
            if _DOCUMENT in types:
                return raw
            if _DOTX in types:
                return _as_document(archive)
    except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError):
        pass
    raise BadFile(
        sentence("The template {path} is no Word document, or is damaged.", path=path), _SAVE
    )


def _refuse_macros(path: Path, names: set[str], types: str) -> None:
    if "macroEnabled" in types or any(name.endswith("vbaProject.bin") for name in names):
        raise BadFile(
            sentence("The template {path} holds macros.", path=path),
            sentence("Open it in Word and save it as .docx, which has none."),
        )


def _as_document(archive: zipfile.ZipFile) -> bytes:
    """The template of Word (.dotx) as a document."""
    out = BytesIO()
    with zipfile.ZipFile(out, "w") as target:
        for name in archive.namelist():
            content = archive.read(name)
            if name == _TYPES:
                content = content.replace(_DOTX.encode(), _DOCUMENT.encode())
            target.writestr(name, content)
    return out.getvalue()


def _empty(document: Any) -> None:
    """Take out the words, and every part that could hold some of them."""
    from docx.oxml.ns import qn

    body = document.element.body
    sections = list(document.element.iter(qn("w:sectPr")))
    last = body.sectPr if body.sectPr is not None else body.get_or_add_sectPr()
    _take_over(last, sections)
    for one in list(body):
        if one is not last:
            body.remove(one)
    kept = {value for one in last.iter() for value in one.attrib.values()}
    part = document.part
    for key, relation in list(part.rels.items()):
        kind = relation.reltype.rpartition("/")[2]
        around = kind in ("header", "footer") and key not in kept
        if kind not in _KEPT or around:
            del part.rels[key]
        elif kind in ("footnotes", "endnotes"):
            _empty_notes(relation.target_part)
        elif kind == "settings":
            _settle(relation.target_part)
    for key, relation in list(part.package.rels.items()):
        if not relation.reltype.endswith("/officeDocument"):
            del part.package.rels[key]


def _take_over(last: Any, sections: list[Any]) -> None:
    """What stands around the pages of the last section may be said in one before it."""
    from copy import deepcopy

    from docx.oxml.ns import qn

    for name in ("footerReference", "headerReference"):
        for earlier in reversed(sections):
            there = {one.get(qn("w:type")) for one in last.findall(qn(f"w:{name}"))}
            for one in earlier.findall(qn(f"w:{name}")):
                if one.get(qn("w:type")) not in there:
                    last.insert(0, deepcopy(one))


def _empty_notes(part: Any) -> None:
    """Leave only the lines that set notes apart from the text."""
    from docx.oxml.ns import qn
    from lxml import etree

    root = etree.fromstring(part.blob, etree.XMLParser(resolve_entities=False, no_network=True))
    for note in list(root):
        if note.get(qn("w:type")) is None:
            root.remove(note)
    part._blob = etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)
    part.rels.clear()


def _settle(part: Any) -> None:
    """Forget where the template lay and what letters it was to be merged with."""
    from docx.oxml.ns import qn

    for name in ("attachedTemplate", "mailMerge"):
        for one in part.element.findall(qn(f"w:{name}")):
            part.element.remove(one)
    part.rels.clear()

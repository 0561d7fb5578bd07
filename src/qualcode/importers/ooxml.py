"""The container of a Word document: opened with care, its main part parsed without surprises."""

from __future__ import annotations

import io
import zipfile
import zlib
from typing import Any

from qualcode.errors import BadFile
from qualcode.importers.bytes import kind_of
from qualcode.sentences import sentence

_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
_MOST_BYTES = 128 * 1024 * 1024
"""A main part that unpacks to more than this is no transcript."""

_MAIN_PART = "word/document.xml"


def document_root(raw: bytes, name: str) -> Any:
    """The root element of the main part; raises BadFile saying what the file is instead."""
    if raw.startswith(_OLE):
        raise _protected(raw, name)
    try:
        with zipfile.ZipFile(io.BytesIO(raw)) as archive:
            return _parse(_main_part(archive, name), name)
    except zipfile.BadZipFile:
        kind = kind_of(raw)
        said = sentence("{name} is damaged or cut short, not a Word document.", name=name)
        if kind and not kind.startswith("a zip"):
            said = sentence("{name} is {kind}, not a Word document.", name=name, kind=kind)
        raise BadFile(said, sentence("Save it as .docx again.")) from None
    except (zlib.error, EOFError, NotImplementedError):
        raise BadFile(
            sentence("{name} is damaged.", name=name),
            sentence("Copy it again, or save it anew in Word."),
        ) from None


def tag_of(element: Any) -> str:
    """The element's name without its namespace; an empty string for comments and the like."""
    tag = element.tag
    return tag.rpartition("}")[2] if isinstance(tag, str) else ""


def value_of(element: Any, attribute: str = "val") -> str | None:
    """An attribute by its name without namespace."""
    for key, value in element.attrib.items():
        if key.rpartition("}")[2] == attribute:
            return str(value)
    return None


def _protected(raw: bytes, name: str) -> BadFile:
    if _ENCRYPTED in raw:
        return BadFile(
            sentence("{name} is protected by a password.", name=name),
            sentence("Open it in Word, take the password off, save it and import that."),
        )
    return BadFile(
        sentence(
            "{name} is protected by a password or is in the format of Word 97-2003 (.doc).",
            name=name,
        ),
        sentence("Open it in Word and save it as .docx without a password."),
    )


def _main_part(archive: zipfile.ZipFile, name: str) -> bytes:
    names = set(archive.namelist())
    part = next((p for p in (_MAIN_PART, *_others(names)) if p in names), None)
    if part is None:
        raise BadFile(
            sentence(_instead(names), name=name),
            sentence("Save it as .docx in the program that made it."),
        )
    info = archive.getinfo(part)
    if info.flag_bits & 1:
        raise BadFile(
            sentence("{name} is protected by a password.", name=name),
            sentence("Take the password off and save it."),
        )
    with archive.open(info) as stream:
        content = stream.read(_MOST_BYTES + 1)
    if len(content) > _MOST_BYTES:
        raise BadFile(
            sentence("{name} unpacks to more than 128 MB of text.", name=name),
            sentence("Check where it came from."),
        )
    return content


def _others(names: set[str]) -> list[str]:
    """Where Word's web version keeps the main part: `word/document2.xml` and the like."""
    return sorted(n for n in names if n.startswith("word/document") and n.endswith(".xml"))


def _instead(names: set[str]) -> str:
    if "content.xml" in names:
        return sentence("{name} is an OpenDocument file, not a Word document.")
    if "xl/workbook.xml" in names:
        return sentence("{name} is an Excel workbook, not a Word document.")
    if "ppt/presentation.xml" in names:
        return sentence("{name} is a PowerPoint file, not a Word document.")
    return sentence("{name} is a zip archive without a Word document in it.")


def _parse(content: bytes, name: str) -> Any:
    from lxml import etree

    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False)
    try:
        root = etree.fromstring(content, parser)
    except etree.XMLSyntaxError:
        raise BadFile(
            sentence("{name} is damaged: its text cannot be read.", name=name),
            sentence("Save it again."),
        ) from None
    if root.getroottree().docinfo.doctype:
        # Word writes no document types; one that is there can only be meant to do harm
        raise BadFile(
            sentence("{name} was not written by Word.", name=name),
            sentence("Save it again in Word."),
        )
    return root

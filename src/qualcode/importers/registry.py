"""One door for all files: `read` takes a path and gives a document as it will be frozen."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from pathlib import Path
from unicodedata import normalize

from qualcode.domain.document import ReadDocument
from qualcode.errors import BadFile, Invalid, nearest
from qualcode.importers.bytes import read_bytes
from qualcode.importers.docx import read_docx
from qualcode.importers.lines import Reading
from qualcode.importers.markdown import read_markdown
from qualcode.importers.options import ReadOptions
from qualcode.importers.plain import read_plain
from qualcode.importers.roles import interviewers
from qualcode.importers.subtitles import read_srt, read_vtt
from qualcode.sentences import numbered, sentence
from qualcode.text.canonical import assemble
from qualcode.text.language import recognise

__all__ = ["FORMATS", "SUFFIXES", "ReadOptions", "document_name", "format_of", "read"]

_READERS: dict[str, Callable[[bytes, str, ReadOptions], Reading]] = {
    "txt": read_plain,
    "md": read_markdown,
    "docx": read_docx,
    "vtt": read_vtt,
    "srt": read_srt,
}
_ENDINGS = {
    ".txt": "txt",
    ".text": "txt",
    ".md": "md",
    ".markdown": "md",
    ".docx": "docx",
    ".vtt": "vtt",
    ".srt": "srt",
}
SUFFIXES = tuple(_ENDINGS)
"""The endings of files that can be read."""

FORMATS = tuple(_READERS)
"""The names of the formats that can be read."""

SUFFIXES = tuple(_ENDINGS)
"""The endings of files that can be read, with their dot, in lower case."""

_AS_FOUND = ReadOptions()
_MISREAD = re.compile("Ã[\x80-\xbf¤¥¶¦¸…†]|â€[œ™“”]")


def format_of(path: Path, wanted: str | None = None) -> str:
    """The format by name or by the file's ending; raises Invalid or BadFile with those known."""
    if wanted is not None:
        name = wanted.lower().removeprefix(".")
        name = _ENDINGS.get(f".{name}", name)
        if name not in _READERS:
            hint = nearest(name, FORMATS) or sentence("Known: {names}.", names=", ".join(FORMATS))
            raise Invalid(sentence("There is no format '{wanted}'.", wanted=wanted), hint)
        return name
    ending = path.suffix.lower()
    if ending not in _ENDINGS:
        known = ", ".join(SUFFIXES)
        raise BadFile(
            sentence(
                "{path}: files that end in '{ending}' cannot be read.",
                path=path.name,
                ending=ending,
            ),
            sentence("Endings that can: {known}; or name the format with --format.", known=known),
        )
    return _ENDINGS[ending]


def read(path: Path, options: ReadOptions = _AS_FOUND) -> ReadDocument:
    """A file as a document with frozen text; raises BadFile when it cannot be one."""
    path = Path(path)
    if path.is_dir():
        raise BadFile(
            sentence("{path} is a folder.", path=path.name), sentence("Name the files in it.")
        )
    kind = format_of(path, options.format)
    raw = read_bytes(path)
    reading = _READERS[kind](raw, path.name, options)
    speakers = [turn.speaker for turn in reading.turns if turn.speaker is not None]
    text, turns = assemble(reading.turns, interviewers(speakers, options.interviewers))
    if not text:
        raise BadFile(
            sentence("{path} holds no words.", path=path.name),
            sentence("Check that it was saved in full."),
        )
    return ReadDocument(
        name=document_name(path),
        format=kind,
        text=text,
        turns=turns,
        language=options.language or recognise(text),
        raw=raw,
        encoding=reading.encoding,
        warnings=(*reading.warnings, *_remarks(text, options, set(speakers))),
    )


def document_name(path: Path) -> str:
    """The file's name without its ending, NFC; characters no text can hold become `?`."""
    stem = path.stem.encode("utf-8", errors="replace").decode("utf-8")
    return normalize("NFC", stem).strip() or "document"


def _remarks(text: str, options: ReadOptions, speakers: set[str]) -> Iterator[str]:
    """What looks wrong in the text, in numbers."""
    lost = text.count("\ufffd")
    if lost:
        yield sentence(
            "{number} character(s) were lost before the file was made (shown as \ufffd).",
            number=lost,
        )
    misread = len(_MISREAD.findall(text))
    if misread > 2:
        yield numbered(
            "{n} place looks like å, ä, ö or quotation marks saved in the wrong encoding.",
            "{n} places look like å, ä, ö or quotation marks saved in the wrong encoding.",
            misread,
        )
    folded = {speaker.casefold() for speaker in speakers}
    for name in options.interviewers:
        if name.casefold() not in folded:
            yield sentence("No speaker has the interviewer label '{name}'.", name=name)

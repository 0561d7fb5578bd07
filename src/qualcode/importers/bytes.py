"""From a path to bytes, and from bytes to text: by mark, by rule, and never silently wrong."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

from qualcode.errors import BadFile
from qualcode.sentences import numbered, sentence

_MARKS = (
    (b"\xef\xbb\xbf", "utf-8-sig"),
    (b"\xff\xfe\0\0", "utf-32"),
    (b"\0\0\xfe\xff", "utf-32"),
    (b"\xff\xfe", "utf-16"),
    (b"\xfe\xff", "utf-16"),
)
_KINDS = (
    (0, b"%PDF", sentence("a PDF")),
    (0, b"PK\x03\x04", sentence("a zip archive, such as a Word or OpenDocument file")),
    (0, b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", sentence("an old or protected Office file")),
    (0, b"{\\rtf", sentence("RTF")),
    (0, b"\x89PNG", sentence("a picture")),
    (0, b"\xff\xd8\xff", sentence("a picture")),
    (0, b"GIF8", sentence("a picture")),
    (0, b"ID3", sentence("a sound recording")),
    (0, b"RIFF", sentence("a sound recording")),
    (0, b"OggS", sentence("a sound recording")),
    (4, b"ftyp", sentence("a sound or video recording")),
    (0, b"\x1f\x8b", sentence("a compressed archive")),
    (0, b"SQLite format 3\0", sentence("a database")),
)
_SAVE_AS = sentence("Save it as .docx or as plain text (UTF-8) and import that.")
_NORDIC = re.compile("(?<=[A-Za-z])[åäöæøéü]|[ÅÄÖÆØåäöæø](?=[a-z])|[–—’”“«»]")
_CONTROLS = re.compile("[\0-\x08\x0e-\x1a\x1c-\x1f\x7f]")
_BY_GUESS = ("cp1252", "mac_roman", "cp865")


@dataclass(frozen=True, slots=True)
class Decoded:
    """A file's text and how it was read."""

    text: str
    encoding: str
    warnings: tuple[str, ...] = ()


def read_bytes(path: Path) -> bytes:
    """The file's content; raises BadFile for a folder and a missing, unreadable or empty file."""
    try:
        raw = path.read_bytes()
    except FileNotFoundError:
        raise BadFile(
            sentence("{path}: there is no such file.", path=path.name), sentence("Check the path.")
        ) from None
    except IsADirectoryError:
        raise BadFile(
            sentence("{path} is a folder.", path=path.name), sentence("Name the files in it.")
        ) from None
    except PermissionError:
        hint = (
            sentence("Name the files in it.")
            if path.is_dir()
            else sentence("Ask for the right to read it.")
        )
        raise BadFile(sentence("{path} may not be read.", path=path.name), hint) from None
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or sentence("the path cannot be used")
        raise BadFile(
            sentence("{path} cannot be read: {reason}.", path=path.name, reason=reason),
            sentence("Try again."),
        ) from None
    if not raw.strip():
        raise BadFile(
            sentence("{path} is empty.", path=path.name),
            sentence("Check that it was saved or copied in full."),
        )
    return raw


def kind_of(raw: bytes) -> str | None:
    """What the first bytes say that a file is, in words; None when they say nothing."""
    for at, magic, kind in _KINDS:
        if raw.startswith(magic, at):
            return kind
    return None


def decode(raw: bytes, name: str) -> Decoded:
    """Text from bytes: by byte order mark, as UTF-8, else as the likeliest older encoding.

    Raises BadFile for content that is no text.
    """
    for mark, encoding in _MARKS:
        if raw.startswith(mark):
            return _by_mark(raw, encoding, name)
    kind = kind_of(raw)
    if kind:
        raise BadFile(
            sentence("{name} is {kind}, not a text file.", name=name, kind=kind), _SAVE_AS
        )
    if b"\0" in raw:
        return _without_mark(raw, name)
    try:
        decoded = Decoded(raw.decode("utf-8"), "utf-8")
    except UnicodeDecodeError:
        decoded = _older(raw)
    _refuse_binary(decoded.text, name)
    return decoded


def _by_mark(raw: bytes, encoding: str, name: str) -> Decoded:
    try:
        text = raw.decode(encoding)
    except UnicodeDecodeError as error:
        raise BadFile(
            sentence(
                "{name} says that it is {value} but breaks off at byte {start}.",
                name=name,
                value=encoding.removesuffix("-sig"),
                start=error.start,
            ),
            sentence("Copy or save the file again."),
        ) from None
    _refuse_binary(text, name)
    return Decoded(text, encoding.removesuffix("-sig"))


def _without_mark(raw: bytes, name: str) -> Decoded:
    """UTF-16 shows itself by zeros in every other place; other zeros mean no text."""
    for encoding, high in (("utf-16-le", raw[1::2]), ("utf-16-be", raw[0::2])):
        low = raw[0::2] if encoding == "utf-16-le" else raw[1::2]
        if len(raw) % 2 == 0 and high.count(0) > 0.5 * len(high) and low.count(0) == 0:
            try:
                text = raw.decode(encoding)
            except UnicodeDecodeError:
                continue
            _refuse_binary(text, name)
            return Decoded(
                text, encoding, (sentence("The encoding was guessed: UTF-16 without a mark."),)
            )
    raise BadFile(
        sentence(
            "{name} holds zero bytes (the first at byte {value}), so it is not a text file.",
            name=name,
            value=raw.index(0),
        ),
        _SAVE_AS,
    )


def _older(raw: bytes) -> Decoded:
    """Bytes that are not UTF-8: damaged UTF-8, or an encoding from before it."""
    lenient = raw.decode("utf-8", errors="replace")
    broken = lenient.count("\ufffd")
    whole = sum(1 for character in lenient if character > "\x7f") - broken
    if whole > 4 * broken:
        return Decoded(lenient, "utf-8", (_damaged(broken),))
    guesses = [(encoding, raw.decode(encoding, errors="replace")) for encoding in _BY_GUESS]
    encoding, text = max(guesses, key=lambda guess: len(_NORDIC.findall(guess[1])))
    note = sentence(
        "The encoding was guessed: {encoding}. Check å, ä, ö, æ, ø and quotation marks.",
        encoding=encoding,
    )
    return Decoded(text, encoding, (note,))


def _damaged(places: int) -> str:
    return numbered(
        "The file is UTF-8 with {n} damaged place.",
        "The file is UTF-8 with {n} damaged places.",
        places,
    )


def _refuse_binary(text: str, name: str) -> None:
    if len(_CONTROLS.findall(text)) * 100 > len(text):
        raise BadFile(
            sentence("{name} is full of control characters, so it is not a text file.", name=name),
            _SAVE_AS,
        )

"""Plain text: every line is a paragraph; tables with tabs and corpora too."""

from __future__ import annotations

import re

from qualcode.importers.bytes import Decoded, decode
from qualcode.importers.lines import Line, Reading
from qualcode.importers.options import ReadOptions
from qualcode.importers.speakers import first_word_speakers, read_speakers
from qualcode.importers.tables import turns_of_table
from qualcode.text.canonical import split_lines

_BOLD_LABEL = re.compile(r"(\*\*|__)(?=\S)([^*_\n]{1,60}?)\1(:?)")


def read_plain(raw: bytes, name: str, options: ReadOptions) -> Reading:
    """The turns of a text file; raises BadFile when it is not text."""
    decoded = decode(raw, name)
    return from_lines(_lines(decoded), decoded, options)


def from_lines(lines: list[Line], decoded: Decoded, options: ReadOptions) -> Reading:
    """The turns of decoded lines, by the way that the user or the text itself names speakers."""
    if options.first_word_speakers:
        return Reading(first_word_speakers(lines), decoded.warnings, decoded.encoding)
    table = turns_of_table([line.text.split("\t") for line in lines])
    if table is not None:
        return Reading(table, decoded.warnings, decoded.encoding)
    turns, warnings = read_speakers(lines)
    return Reading(turns, decoded.warnings + warnings, decoded.encoding)


def _lines(decoded: Decoded) -> list[Line]:
    return [_line(text.strip()) for text in split_lines(decoded.text) if text.strip()]


def _line(text: str) -> Line:
    """A line; a label that is typed as bold counts as bold."""
    match = _BOLD_LABEL.match(text)
    if match is None:
        return Line(text)
    label = match[2] + match[3]
    return Line(label + text[match.end() :], bold=len(label))

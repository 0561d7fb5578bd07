"""The label at the front of a line, by the conventions of transcription programs and of hand."""

from __future__ import annotations

import re
from dataclasses import dataclass

from qualcode.importers.lines import Line
from qualcode.importers.timestamps import CLOCK, LEADING, LONG, MARK, seconds

COLON, OWN_LINE, TAB, BRACKET, BOLD = "colon", "own line", "tab", "bracket", "bold"

_NAME = r"(?:[^\W\d_]\.|[^\n\t:.!?;\"”“«»\[\]#…])"
_LABEL = rf"(?P<label>[^\W\d_]{_NAME}{{0,47}}?)"
_PATTERNS = (
    (COLON, re.compile(rf"{_LABEL}(?:\s*[(\[]?(?P<clock>{CLOCK})[)\]]?)?\s*:(?=\s|$)\s*")),
    (COLON, re.compile(r"(?P<label>[A-ZÅÄÖÆØ]{1,4}\d{0,2}):(?=[^\W\d])")),
    (OWN_LINE, re.compile(rf"{_LABEL}[\s,–-]+\(?(?P<clock>{CLOCK})\)?$")),
    (TAB, re.compile(rf"{_LABEL}\t+(?=\S)")),
    (BRACKET, re.compile(r"\[(?P<label>[^\]\[:]{1,30})\]\s+(?=\S)")),
)
_ONLY_LABEL = re.compile(rf"{_LABEL}$")
_MARK_AND_SPACE = re.compile(rf"\s*(?:{MARK.pattern})[ ]*")
_MOST_WORDS = 4


@dataclass(frozen=True, slots=True)
class Parsed:
    """A line taken apart: `words` without time stamps, and what follows a label that it may have.

    `kind` is the convention of the label, or None. `rest` is the words after the label. Times are
    seconds; `end` is that of a stamp that closes the line.
    """

    words: str
    kind: str | None = None
    label: str = ""
    rest: str = ""
    start: float | None = None
    end: float | None = None
    bold: bool = False
    heading: bool = False


def parse(line: Line) -> Parsed:
    """Takes a line apart; whether its label is a speaker's is for the whole document to tell."""
    words, start, end = _without_stamps(line.text)
    if line.heading:
        return Parsed(words, heading=True)
    bare = LEADING.match(words)
    after_clock = words[bare.end() :] if bare else words
    clock = seconds(bare["clock"]) if bare else None
    bold = line.text[: line.bold].strip()
    found = _label(after_clock, bold, clocked=bare is not None)
    if bare and (found or LONG.match(bare["clock"])):
        start = clock if start is None else start
        words = after_clock
    if found is None:
        return Parsed(words, start=start, end=end)
    kind, label, rest, own_clock = found
    if start is None and own_clock:
        start = seconds(own_clock)
    is_bold = bool(bold) and bold.startswith(label)
    return Parsed(words, kind, label, rest, start, end, is_bold)


def _without_stamps(text: str) -> tuple[str, float | None, float | None]:
    """The text without marked time stamps, the first one, and the one that closes the text."""
    start: float | None = None
    end: float | None = None
    for match in MARK.finditer(text):
        at = seconds(match["square"] or match["hash"])
        closes = match["hash"] is not None and not text[match.end() :].strip()
        if closes and text[: match.start()].strip():
            end = at
        elif start is None:
            start = at
    if start is None and end is None:
        return text.strip(), None, None
    return _MARK_AND_SPACE.sub(lambda m: " " if m.start() else "", text).strip(), start, end


def _label(text: str, bold: str, *, clocked: bool) -> tuple[str, str, str, str | None] | None:
    """Kind, label, the rest of the text, and a time written beside the label."""
    for kind, pattern in _PATTERNS:
        match = pattern.match(text)
        if match and _short(match["label"]) and not 0 < len(bold) < len(match["label"]):
            clock = match.groupdict().get("clock")
            return kind, match["label"].strip(), text[match.end() :].strip(), clock
    alone = _ONLY_LABEL.match(text)
    if clocked and alone and _short(alone["label"]):
        return OWN_LINE, alone["label"].strip(), "", None
    if bold and text.startswith(bold) and _ONLY_LABEL.match(bold) and _short(bold):
        return BOLD, bold, text[len(bold) :].strip(), None
    return None


def _short(label: str) -> bool:
    words = re.sub(r"[(\[].*?[)\]]", "", label).split()
    return 0 < len(words) <= _MOST_WORDS

"""The one rule for frozen text, and how turns are joined into it.

Offsets into frozen text are Unicode code points. The rule is idempotent: text that has been through
it once comes back unchanged, so offsets taken on it stay true.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable
from unicodedata import normalize

from qualcode.domain.document import ReadTurn, Turn

_NEWLINES = re.compile("\r\n|[\r\v\f\x85\u2028\u2029]")
# A non-breaking space looks like a space, so a search that a person types must find it as one.
_SPACES = re.compile("[\t\xa0\u1680\u2000-\u200a\u202f\u205f\u3000]")
_UNSEEN = re.compile(
    "[\0-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\xad\u061c\u180e\u200b\u200c\u200e\u200f"
    "\u202a-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb\ufffe\uffff]+"
)
_LONE_SURROGATES = re.compile("[\ud800-\udfff]")
# A flag of a region is a black flag followed by tag characters; elsewhere they are invisible text.
_TAGS = re.compile("(?<![\U0001f3f4\U000e0000-\U000e007f])[\U000e0000-\U000e007f]+")
_EMOJI = (
    "\u2190-\u21ff\u2300-\u27bf\u2900-\u297f\u2b00-\u2bff\u3030\u303d\u3297\u3299\ufe0f"
    "\U0001f000-\U0001faff"
)
_STRAY_JOINERS = re.compile(f"(?<![{_EMOJI}])\u200d|\u200d(?![{_EMOJI}])")
_LINE_ENDS = re.compile(" +(?=\n)")
_GAPS = re.compile("\n{3,}")


def canonical(text: str) -> str:
    """`text` as it is frozen: NFC, newlines as `\\n`, no invisible characters.

    Tabs and every kind of space become one plain space; combining marks that NFC leaves and joiners
    inside emoji stay; lines lose trailing spaces; more than two newlines become two; nothing but
    words stands at either end.
    """
    text = _NEWLINES.sub("\n", text)
    text = _SPACES.sub(" ", text)
    text = _UNSEEN.sub("", text)
    text = _LONE_SURROGATES.sub("\ufffd", text)
    text = _TAGS.sub("", text)
    # joiners are judged by their neighbours as they will stand, and a mark that followed a joiner
    # may belong to the letter before it
    text = normalize("NFC", _STRAY_JOINERS.sub("", normalize("NFC", text)))
    text = _LINE_ENDS.sub("", text)
    return _GAPS.sub("\n\n", text).strip(" \n")


def split_lines(text: str) -> list[str]:
    """The lines of raw text by the same rule for what ends a line."""
    return _NEWLINES.sub("\n", text).split("\n")


def assemble(
    turns: Iterable[ReadTurn], interviewers: Collection[str] = ()
) -> tuple[str, tuple[Turn, ...]]:
    """The frozen text of a document and the turns over it.

    Turns are joined by one newline, so each begins a paragraph; those without words are left out.
    `interviewers` are speaker labels as they stand on the turns.
    """
    pieces: list[str] = []
    placed: list[Turn] = []
    at = 0
    for turn in turns:
        words = canonical(turn.text)
        if not words:
            continue
        placed.append(
            Turn(
                n=len(placed) + 1,
                start=at,
                end=at + len(words),
                speaker=turn.speaker,
                interviewer=turn.speaker is not None and turn.speaker in interviewers,
                time_start=turn.time_start,
                time_end=turn.time_end,
            )
        )
        pieces.append(words)
        at += len(words) + 1
    return "\n".join(pieces), tuple(placed)

"""Places in a transcript from what people type: a turn, a time, a percentage."""

from __future__ import annotations

import re

from qualcode.domain.document import Transcript
from qualcode.errors import NotFound
from qualcode.tui.words import _


def place_of(words: str, transcript: Transcript) -> int:
    """The offset of a turn (`40`), a time (`12:30`) or a part of the document (`50%`).

    Raises NotFound with what can be typed.
    """
    words = words.strip()
    if re.fullmatch(r"\d+\s*%", words):
        return len(transcript.text) * min(100, int(words.rstrip("% "))) // 100
    if words.isdigit():
        for turn in transcript.turns:
            if turn.n == int(words):
                return turn.start
        number = len(transcript.turns)
        hint = _("The last one is {number}.", number=number) if number else ""
        raise NotFound(_("There is no turn {number}.", number=words), hint)
    if re.fullmatch(r"\d+(:\d{1,2}){1,2}", words):
        return _place_of_time(words, transcript)
    raise NotFound(_("That is no place."), _("Type a turn (40), a time (12:30) or a part (50%)."))


def _place_of_time(words: str, transcript: Transcript) -> int:
    seconds = 0
    for part in words.split(":"):
        seconds = seconds * 60 + int(part)
    timed = [turn for turn in transcript.turns if turn.time_start is not None]
    if not timed:
        raise NotFound(_("This transcript has no times."), _("Type a turn (40) or a part (50%)."))
    before = [turn for turn in timed if (turn.time_start or 0) <= seconds]
    return (before[-1] if before else timed[0]).start

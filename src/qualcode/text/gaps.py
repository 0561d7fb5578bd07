"""Turns without words: what a transcript leaves out, or could not make out.

Interviews are often transcribed for what matters to a question, and what was left out stands there
as a sign: `/…/`, `[...]`, `(ohörbart)`, a time. Such a turn is nobody's speech and cannot be read.
"""

from __future__ import annotations

import re

_LOST = (
    # Swedish
    *("ohörbart", "ohörbar", "hörs inte", "hörs ej", "otydligt", "oklart", "avbrott", "paus"),
    *("tystnad", "utelämnat", "borttaget", "ej relevant", "inte relevant", "småprat", "sidoprat"),
    # Danish
    *("uhørligt", "uhørlig", "høres ikke", "utydeligt", "uklart", "pause", "afbrydelse"),
    *("stilhed", "udeladt", "ikke relevant", "småsnak"),
    # Norwegian
    *("uhørbart", "ikke hørbart", "utydelig", "uklar", "avbrudd", "stillhet", "utelatt"),
    *("uhøyrleg", "ikkje relevant", "avbrot"),
    # English
    *("inaudible", "unintelligible", "unclear", "indistinct", "crosstalk", "break", "silence"),
    *("omitted", "not relevant", "small talk"),
)
"""What stands in brackets instead of words; long forms before what they begin with."""

_BRACKETED = re.compile(r"[\[({<]([^\[\](){}<>]*)[\])}>]|/([^/]*)/")
_LOST_WORDS = re.compile(
    rf"\b(?:{'|'.join(map(re.escape, sorted(_LOST, key=len, reverse=True)))})\b", re.IGNORECASE
)
_TIME = re.compile(r"\b\d{1,2}(?:[:.]\d{2}){1,2}(?:[.,]\d{1,3})?\b")
_LENGTH = re.compile(r"\b\d+\s*(?:s|sek|sec|sekunder|seconds|min|minuter|minutter|minutes)\b", re.I)
_TIME_MARK = re.compile(r"#?(?<!\w)(?:\d{1,2}:\d{2}:\d{2}|0\d:\d{2})(?:[.,]\d{1,3})?(?!\w)#?")
"""A free-standing time with hours or before the tenth minute; `12:30` may be an answer."""

_FIRST_PICTURE = 0x1F000


def is_gap(words: str) -> bool:
    """Whether a turn holds no words: only signs of omission, of what was not heard, or times.

    With any letter, digit or emoji besides these it is none. `[skratt]` is none either: it says
    what somebody did.
    """
    rest = _TIME_MARK.sub(" ", _BRACKETED.sub(_unless_lost, words))
    return not any(sign.isalnum() or ord(sign) >= _FIRST_PICTURE for sign in rest)


def _unless_lost(match: re.Match[str]) -> str:
    """A bracket as it stands, or nothing where it holds no words of anybody."""
    inside = _TIME.sub(" ", _LOST_WORDS.sub(" ", _LENGTH.sub(" ", match[1] or match[2] or "")))
    return match[0] if any(sign.isalnum() for sign in inside) else " "

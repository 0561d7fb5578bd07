"""The wording of a chosen quote: parts left out, words replaced, small corrections, all marked.

What is kept of a quote are places in its passage, never a copy of the words; the wording is made
from the frozen text each time. Places are code points from the passage's first sign, half-open.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import pairwise

from qualcode.domain.quoting import tidy
from qualcode.errors import Invalid
from qualcode.sentences import sentence

CORRECTIONS = ("marks", "spaces", "hesitations")
"""Quotation marks as the language has them, doubled spaces, sounds of hesitation."""

ELLIPSIS = "[…]"

MARKS: Mapping[str, tuple[str, str]] = {
    "sv": ("”", "”"),
    "da": ("»", "«"),
    "nb": ("«", "»"),
    "nn": ("«", "»"),
    "en": ("“", "”"),
}
_ANY_MARK = re.compile('["“”„«»]')

_SOUNDS: Mapping[str, str] = {
    "sv": "e+h+m*|ö+h+m*|ä+h+m*|h+m+",
    "da": "e+h+m*|ø+h+m*|æ+h+m*|h+m+",
    "nb": "e+h+m*|ø+h+m*|æ+h+m*|h+m+",
    "nn": "e+h+m*|ø+h+m*|æ+h+m*|h+m+",
    "en": "u+h+m*|u+m+|er+m+|er|e+h+m*|h+m+",
}
"""Sounds of hesitation by language; `mm` is none of them, for it can mean yes."""

_ANY_SOUND = "e+h+m*|h+m+"


@dataclass(frozen=True, slots=True)
class Replacement:
    """Words put in the place of others; they are printed in square brackets."""

    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True)
class Trimming:
    """What is done to the words of a passage: parts left out, words replaced, small corrections."""

    cuts: tuple[tuple[int, int], ...] = ()
    replacements: tuple[Replacement, ...] = ()
    corrections: tuple[str, ...] = ()


def checked(passage: str, trimming: Trimming) -> Trimming:
    """The same in order; raises Invalid where places lie outside the passage or on one another."""
    for correction in trimming.corrections:
        if correction not in CORRECTIONS:
            raise Invalid(
                sentence("'{correction}' is no correction.", correction=correction),
                sentence("Known: {names}.", names=", ".join(CORRECTIONS)),
            )
    cuts = merged(trimming.cuts)
    replacements = tuple(sorted(trimming.replacements, key=lambda one: (one.start, one.end)))
    places = sorted([*cuts, *((one.start, one.end) for one in replacements)])
    for start, end in places:
        if start < 0 or end > len(passage) or start >= end:
            raise Invalid(
                sentence("{start}:{end} is no place in the passage.", start=start, end=end),
                sentence(
                    "It has {number} signs; give START:END counted from its first one.",
                    number=len(passage),
                ),
            )
    for (_, end), (start, _) in pairwise(places):
        if start < end:
            raise Invalid(
                sentence("Two changes of the quote lie on one another."),
                sentence("Take one of them back."),
            )
    for one in replacements:
        _check_replacement(one.text)
    if not any(piece.strip() for _, piece in _pieces(passage, cuts, replacements)):
        raise Invalid(
            sentence("Nothing would be left of the quote."),
            sentence("Cut less, or drop the quote."),
        )
    corrections = tuple(name for name in CORRECTIONS if name in trimming.corrections)
    return Trimming(cuts, replacements, corrections)


def _check_replacement(text: str) -> None:
    if not tidy(text):
        raise Invalid(
            sentence("A replacement needs words."),
            sentence("To leave words out, shorten the quote."),
        )
    if "[" in text or "]" in text:
        raise Invalid(
            sentence("Brackets are set by the program."), sentence("Give the words alone.")
        )


def merged(cuts: Iterable[tuple[int, int]]) -> tuple[tuple[int, int], ...]:
    """Cuts in order, those that touch or overlap as one."""
    found: list[tuple[int, int]] = []
    for start, end in sorted(cuts):
        if found and start <= found[-1][1]:
            found[-1] = (found[-1][0], max(end, found[-1][1]))
        else:
            found.append((start, end))
    return tuple(found)


def wording(passage: str, trimming: Trimming, language: str | None = None) -> str:
    """The passage on one line: cuts as […], replaced words in brackets, corrections made.

    Nothing else is changed: no word comes, goes or moves without a mark, but for the sounds of
    hesitation where those are asked to go.
    """
    parts = []
    for kind, piece in _pieces(passage, trimming.cuts, trimming.replacements):
        if kind == "cut":
            parts.append(f" {ELLIPSIS} ")
        elif kind == "replaced":
            parts.append(f"[{tidy(piece)}]")
        else:
            parts.append(_corrected(piece, trimming.corrections, language))
    return tidy("".join(parts))


def _pieces(
    passage: str, cuts: Iterable[tuple[int, int]], replacements: Iterable[Replacement]
) -> Iterable[tuple[str, str]]:
    """The passage in order as pieces: `kept`, `cut` (empty), `replaced` with the new words."""
    changes = [(start, end, "", "cut") for start, end in cuts]
    changes += [(one.start, one.end, one.text, "replaced") for one in replacements]
    at = 0
    for start, end, text, kind in sorted(changes):
        yield "kept", passage[at:start]
        yield kind, text
        at = end
    yield "kept", passage[at:]


def _corrected(text: str, corrections: Iterable[str], language: str | None) -> str:
    found = text
    if "hesitations" in corrections:
        sounds = _SOUNDS.get(language or "", _ANY_SOUND)
        found = re.sub(rf"(?<!\w)(?:{sounds})(?!\w)(?:\s*,)?", " ", found, flags=re.IGNORECASE)
    if "marks" in corrections:
        found = _with_marks(found, MARKS.get(language or "", MARKS["en"]))
    if "spaces" in corrections:
        found = re.sub(r"\s+([,.;:!?])(?=\s|$)", r"\1", found)
    return found


def _with_marks(text: str, marks: tuple[str, str]) -> str:
    """Straight and foreign quotation marks as the language has them: opening before a word."""

    def mark(found: re.Match[str]) -> str:
        before = text[found.start() - 1 : found.start()]
        return marks[0] if not before or before.isspace() or before in "([–—" else marks[1]

    return _ANY_MARK.sub(mark, text)


def rebased(
    trimming: Trimming, then: tuple[int, int], now: tuple[int, int]
) -> tuple[Trimming, bool]:
    """What was done to a passage when it had another extent, and whether all of it still fits.

    Both extents are of the same text. Cuts are clipped to the passage; a replacement whose words
    are not wholly in it any more goes.
    """
    shift, length = then[0] - now[0], now[1] - now[0]
    cuts = [(max(0, a + shift), min(length, b + shift)) for a, b in trimming.cuts]
    moved = [Replacement(r.start + shift, r.end + shift, r.text) for r in trimming.replacements]
    kept = tuple(r for r in moved if r.start >= 0 and r.end <= length)
    left = tuple((a, b) for a, b in cuts if a < b)
    fits = len(kept) == len(moved) and left == tuple(
        (a + shift, b + shift) for a, b in trimming.cuts
    )
    return Trimming(left, kept, trimming.corrections), fits

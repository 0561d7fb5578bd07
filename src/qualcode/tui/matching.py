"""Finding a code by typing: over ids, labels and cues in all languages, the used ones first.

A slip of one letter in a word is forgiven; what fits without comes before.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from qualcode.domain.codebook import Code

EXACT, BEGINS, WORD_BEGINS, INSIDE, CUE, LETTERS, SLIP = 100, 80, 60, 40, 30, 10, 5
_USE_MOST = 15
_WORD, _NEVER = re.compile(r"\w+"), re.compile(r"(?!)")
_INITIALS_MOST = 12
_SLIP_LEAST, _UNFINISHED_LEAST = 4, 5
"""Letters of a word from which a slip in it is forgiven; from which it may still be unfinished."""


def folded(text: str) -> str:
    """Small letters without their accents, so that `a` finds `å`."""
    parts = unicodedata.normalize("NFD", text.casefold())
    plain = "".join(sign for sign in parts if not unicodedata.combining(sign))
    return plain.replace("ø", "o").replace("æ", "ae").replace("ß", "ss")


@dataclass(frozen=True, slots=True)
class Findable:
    """Something with names that it can be found by; `cues` count less."""

    id: str
    names: tuple[str, ...]
    cues: tuple[str, ...] = ()


def findable(code: Code) -> Findable:
    """A code by its id, its labels and its cues."""
    names = (code.id, *code.label.values())
    cues = [cue.rstrip("*") for cues in code.cues.values() for cue in cues]
    return Findable(code.id, tuple(map(folded, names)), tuple(map(folded, cues)))


def score(query: str, thing: Findable) -> int:
    """How well a folded query fits; 0 when it does not.

    Of several words each has to fit somewhere; the worst one counts.
    """
    least = 0
    for word in query.split():
        fits = _word_score(word, thing)
        if not fits:
            return 0
        least = min(least or fits, fits)
    return least or 1


def narrows(query: str) -> bool:
    """Whether all that fits a query fits its beginnings too; with a slip forgiven it may not."""
    return all(len(word) < _SLIP_LEAST for word in query.split())


def ranked(
    query: str, things: Iterable[Findable], used: Mapping[str, int], recent: Sequence[str] = ()
) -> list[str]:
    """The ids that fit, best first; `used` counts how often each was used.

    With an empty query: the recent ones, then by use, then in their own order.
    """
    asked = folded(query)
    places = {known: place for place, known in enumerate(recent)}
    found: list[tuple[bool, float, int, str]] = []
    for order, thing in enumerate(things):
        fits = score(asked, thing)
        if not fits:
            continue
        weight = fits + min(used.get(thing.id, 0), _USE_MOST) / 2
        if thing.id in places:
            weight += 9 - min(places[thing.id], 8) + (20 if not asked else 0)
        found.append((fits == SLIP, -weight, order, thing.id))
    return [known for *_, known in sorted(found)]


def _word_score(word: str, thing: Findable) -> int:
    best = 0
    for name in thing.names:
        at = name.find(word)
        if at == 0:
            best = max(best, EXACT if len(name) == len(word) else BEGINS)
        elif at > 0:
            best = max(best, INSIDE if name[at - 1].isalnum() else WORD_BEGINS)
        elif best < LETTERS and 1 < len(word) <= _INITIALS_MOST and _in_order(word, name):
            best = LETTERS
    if best < CUE and any(cue.startswith(word) for cue in thing.cues):
        return CUE
    if not best and len(word) >= _SLIP_LEAST:
        head, tail, swapped = _halves(word)
        for name in thing.names:
            # one slip leaves one half of the word as it is, or lies between the two
            if (head in name or tail in name or swapped in name) and _slipped(word, name):
                return SLIP
    return best


@lru_cache(4096)
def _words(name: str) -> Sequence[str]:
    return _WORD.findall(name)


@lru_cache(64)
def _halves(word: str) -> tuple[str, str, str]:
    """The halves of a word, and the word with the letters swapped where they meet."""
    at = len(word) // 2
    head, tail = word[:at], word[at:]
    return head, tail, f"{head[:-1]}{tail[0]}{head[-1]}{tail[1:]}"


def _slipped(word: str, name: str) -> bool:
    """Whether a word of `name`, or its beginning, differs from `word` by one slip: a letter too
    many, too few or another one, or two letters swapped."""
    unfinished = len(word) >= _UNFINISHED_LEAST
    head, tail, swapped = _halves(word)
    return any(
        _one_slip(word, meant, unfinished)
        for meant in _words(name)
        if meant.startswith((head, swapped)) or tail in meant
    )


def _one_slip(word: str, meant: str, unfinished: bool) -> bool:
    if not unfinished and abs(len(meant) - len(word)) > 1:
        return False
    at = next((n for n, (a, b) in enumerate(zip(word, meant, strict=False)) if a != b), None)
    if at is None:  # one of them begins the other
        return abs(len(meant) - len(word)) <= 1
    # a slip in the last letter of an unfinished word would be all that was typed of the rest
    unfinished = unfinished and at < len(word) - 1
    rest, after = word[at + 1 :], meant[at + 1 :]
    swapped = word[at : at + 2] == meant[at : at + 2][::-1]
    fits = str.startswith if unfinished else str.__eq__
    return (
        fits(after, rest)
        or fits(after, word[at:])
        or fits(meant[at:], rest)
        or (swapped and fits(meant[at + 2 :], word[at + 2 :]))
    )


def _in_order(word: str, name: str) -> bool:
    """Whether `word` is made of the beginnings of words of `name`, in their order: `shvis`."""
    return _beginnings(word).search(name) is not None


@lru_cache(64)
def _beginnings(word: str) -> re.Pattern[str]:
    """After each letter comes the next one of the same word, or the first one of a later word."""
    if not _WORD.fullmatch(word):
        return _NEVER
    return re.compile(r"\b" + r"(?:|.*?\b)".join(word), re.DOTALL)

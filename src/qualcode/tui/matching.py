"""Finding a code by typing: over ids, labels and cues in all languages, the used ones first."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from qualcode.domain.codebook import Code

EXACT, BEGINS, WORD_BEGINS, INSIDE, CUE, LETTERS = 100, 80, 60, 40, 30, 10
_USE_MOST = 15
_WORD, _NEVER = re.compile(r"\w+"), re.compile(r"(?!)")
_INITIALS_MOST = 12


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
    words = query.split()
    return min((_word_score(word, thing) for word in words), default=1)


def ranked(
    query: str, things: Iterable[Findable], used: Mapping[str, int], recent: Sequence[str] = ()
) -> list[str]:
    """The ids that fit, best first; `used` counts how often each was used.

    With an empty query: the recent ones, then by use, then in their own order.
    """
    asked = folded(query)
    places = {known: place for place, known in enumerate(recent)}
    found: list[tuple[float, int, str]] = []
    for order, thing in enumerate(things):
        fits = score(asked, thing)
        if not fits:
            continue
        weight = fits + min(used.get(thing.id, 0), _USE_MOST) / 2
        if thing.id in places:
            weight += 9 - min(places[thing.id], 8) + (20 if not asked else 0)
        found.append((-weight, order, thing.id))
    return [known for _, _, known in sorted(found)]


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
    return best


def _in_order(word: str, name: str) -> bool:
    """Whether `word` is made of the beginnings of words of `name`, in their order: `shvis`."""
    return _beginnings(word).search(name) is not None


@lru_cache(64)
def _beginnings(word: str) -> re.Pattern[str]:
    """After each letter comes the next one of the same word, or the first one of a later word."""
    if not _WORD.fullmatch(word):
        return _NEVER
    return re.compile(r"\b" + r"(?:|.*?\b)".join(word), re.DOTALL)

"""Finding a code by typing: over ids, labels and cues in all languages, the used ones first.

A slip of one letter in a word is forgiven; what fits without comes before.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
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
    """Something with folded names that it can be found by; `cues` count less.

    `all_names` and `all_cues` hold them on a line each: most things are passed over at one look.
    """

    id: str
    names: tuple[str, ...]
    cues: tuple[str, ...] = ()
    all_names: str = field(init=False, repr=False, compare=False)
    all_cues: str = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "all_names", "\n".join(self.names))
        object.__setattr__(self, "all_cues", "\n" + "\n".join(self.cues))


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
    if word in thing.all_names:
        return max(_name_score(word, name) for name in thing.names)
    if f"\n{word}" in thing.all_cues:
        return CUE
    if 1 < len(word) <= _INITIALS_MOST and _beginnings(word).search(thing.all_names):
        return LETTERS
    return SLIP if len(word) >= _SLIP_LEAST and _slipped(word, thing.all_names) else 0


def _name_score(word: str, name: str) -> int:
    at = name.find(word)
    if at < 0:
        return 0
    if at == 0:
        return EXACT if len(name) == len(word) else BEGINS
    return INSIDE if name[at - 1].isalnum() else WORD_BEGINS


@lru_cache(4096)
def _words(names: str) -> Sequence[str]:
    return _WORD.findall(names)


@lru_cache(64)
def _halves(word: str) -> tuple[str, str, str]:
    """The halves of a word, and the word with the letters swapped where they meet."""
    at = len(word) // 2
    head, tail = word[:at], word[at:]
    return head, tail, f"{head[:-1]}{tail[0]}{head[-1]}{tail[1:]}"


def _slipped(word: str, names: str) -> bool:
    """Whether a word of `names`, or its beginning, differs from `word` by one slip: a letter too
    many, too few or another one, or two letters swapped."""
    unfinished = len(word) >= _UNFINISHED_LEAST
    head, tail, swapped = _halves(word)
    # one slip leaves one half of the word as it is, or lies between the two
    if head not in names and tail not in names and swapped not in names:
        return False
    return any(
        _one_slip(word, meant, unfinished)
        for meant in _words(names)
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


@lru_cache(64)
def _beginnings(word: str) -> re.Pattern[str]:
    """What is made of the beginnings of words of a line, in their order: `shvis`.

    After each letter comes the next one of the same word, or the first one of a later word.
    """
    if not _WORD.fullmatch(word):
        return _NEVER
    return re.compile(r"\b" + r"(?:|.*?\b)".join(word))

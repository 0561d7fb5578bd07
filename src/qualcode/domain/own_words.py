"""One informant's own words among those of others, and whether a text says something of others."""

from __future__ import annotations

import re
from collections.abc import Iterable

from qualcode.domain.member_checks import Heard

RUN = 5
"""So many words of somebody in a row are taken for that person's words."""

_WORD = re.compile(r"\w+")


def stretches(heard: Iterable[Heard], place: tuple[str, int, int]) -> tuple[tuple[int, int], ...]:
    """The parts of a passage (document, start, end) that the informant spoke, in order."""
    document, start, end = place
    return tuple(
        (max(start, one.start), min(end, one.end))
        for one in heard
        if one.document_id == document and one.start < end and start < one.end
    )


class OfOthers:
    """Knows the names and the words of everybody else."""

    def __init__(self, names: Iterable[str], words: Iterable[str], own: Iterable[str]) -> None:
        self._names = [_words(name) for name in names if _words(name)]
        self._words = f" {' '.join(map(_words, words))} "
        self._own = f" {' '.join(map(_words, own))} "

    def in_text(self, text: str) -> bool:
        """Whether a text names somebody else, or has five words in a row that only others said."""
        words = _words(text)
        if any(f" {name} " in f" {words} " for name in self._names):
            return True
        parts = words.split(" ")
        runs = (" ".join(parts[at : at + RUN]) for at in range(len(parts) - RUN + 1))
        return any(f" {run} " in self._words and f" {run} " not in self._own for run in runs)


def _words(text: str) -> str:
    return " ".join(_WORD.findall(text.casefold()))

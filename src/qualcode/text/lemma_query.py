"""Words looked for by their lemma: single ones, beginnings, and several as they follow each other."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Mapping
from dataclasses import dataclass

from qualcode.domain.span import Span
from qualcode.text.concordance import GAP, RUN, query_words
from qualcode.text.lemmas import Keys
from qualcode.text.word_layer import Places, Vocabulary


@dataclass(frozen=True, slots=True)
class _Part:
    """A run of letters; `joint` are the signs that tie it to the part before (`-` in `e-post`)."""

    text: str
    prefix: bool
    joint: str


class LemmaQuery:
    """What a person typed, to be looked for in word layers; raises Invalid without a word."""

    def __init__(self, query: str) -> None:
        self._parts: list[_Part] = []
        for word in query_words(query):
            end = 0
            for run in RUN.finditer(word.text):
                last = run.end() == len(word.text)
                joint = word.text[end : run.start()]
                self._parts.append(_Part(run[0], word.prefix and last, joint))
                end = run.end()

    @property
    def words(self) -> set[str]:
        """The words whose keys are needed; beginnings have none."""
        return {part.text for part in self._parts if not part.prefix}

    def numbers(self, vocabulary: Vocabulary, keys: Mapping[str, Keys]) -> list[list[int]] | None:
        """For each part the words of a text that it meets; None when one meets no word.

        `keys` has those of `words`.
        """
        found = []
        for part in self._parts:
            if part.prefix:
                met = vocabulary.beginning(part.text)
            else:
                met = vocabulary.with_keys(keys[part.text])
            if not met:
                return None
            found.append(met)
        return found

    def spans(self, text: str, places: Places, numbers: list[list[int]]) -> list[Span]:
        """Where the parts stand in this order, parted by no more than a comma or a dash."""
        found = places.of(numbers[0])
        for part, met in zip(self._parts[1:], numbers[1:], strict=True):
            following = places.of(met)
            found = [
                (start, after)
                for start, end in found
                if (after := _end_of_next(text, end, following, part.joint)) is not None
            ]
        return [Span(start, end) for start, end in dict.fromkeys(found)]


def _end_of_next(text: str, end: int, following: list[tuple[int, int]], joint: str) -> int | None:
    """The end of the first of `following`, if it stands right after `end`."""
    at = bisect_left(following, (end, 0))
    if at == len(following):
        return None
    start = following[at][0]
    if joint:
        fits = text[end:start] == joint
    else:
        gap = GAP.match(text, end)
        fits = start == (gap.end() if gap else end)
    return following[at][1] if fits else None

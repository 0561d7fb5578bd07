"""Words looked for by their lemma: one word, a beginning, or several as they follow each other."""

from __future__ import annotations

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
            ends: dict[int, list[int]] = {}
            for start, end in places.of(met):
                ends.setdefault(start, []).append(end)
            found = [
                (start, after)
                for start, end in found
                for at in _next_starts(text, end, part.joint)
                for after in ends.get(at, ())
            ]
        return [Span(start, end) for start, end in _without_doubles(text, found)]


def _next_starts(text: str, end: int, joint: str) -> set[int]:
    """Where the next part must stand: after its joint, else right here or after the gap."""
    if joint:
        return {end + len(joint)} if text.startswith(joint, end) else set()
    gap = GAP.match(text, end)
    return {end, gap.end()} if gap else {end}


def _without_doubles(text: str, found: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """The places in order, whole words before the shortened ones that are in them.

    `can't` has `can` as letters in a row and `ca`, which stands for it, as a token.
    """
    kept: list[tuple[int, int]] = []
    for place in sorted(set(found)):
        nested = kept and (place[0] == kept[-1][0] or place[1] <= kept[-1][1])
        if nested and not _is_whole(text, *kept[-1]):
            kept[-1] = place
        elif not nested or _is_whole(text, *place):
            kept.append(place)
    return kept


def _is_whole(text: str, start: int, end: int) -> bool:
    """Whether a place begins and ends where letters in a row do."""
    inner = RUN.match(text, start) and RUN.match(text, end - 1)
    outer = RUN.match(text, start - 1) if start else None
    return bool(inner) and outer is None and RUN.match(text, end) is None

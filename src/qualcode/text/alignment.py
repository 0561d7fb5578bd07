"""Which words of a transcript are which words of its corrected version.

Words are compared without regard to capitals and punctuation. What stands in the same order is
matched first; a short match between two long changes is chance and is dropped; a turn that stands
elsewhere with the very same words, once on either side, has moved. Offsets are code points.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import accumulate, pairwise

from qualcode.domain.span import Span
from qualcode.text.diff import Run, runs

_WORD = re.compile("[^\\s!-/:-@\\[-`{-~¡-©«-´¶-¸»-¿‐-⁞、-〟]+")
"""What is neither white space nor punctuation, so that emoji and combining marks stay whole."""
LEAST_MOVED = 4
"""Words that a turn must have to be known again elsewhere."""
MOST_REPLACED = 12
"""Words in a row that are taken to be replaced one by one where as many stand in their place."""
NONE = -1


@dataclass(frozen=True, slots=True)
class Side:
    """The words of one version: where each starts and ends, its key, the turn that it is in."""

    text: str
    starts: Sequence[int]
    ends: Sequence[int]
    keys: Sequence[str]
    turns: Sequence[int]
    """By turn: the number of its first word; one more at the end."""

    def turn_of(self, word: int) -> int:
        """The place of the turn that a word is in; -1 before the first."""
        return bisect_right(self.turns, word, hi=len(self.turns) - 1) - 1

    def words_of(self, turn: int) -> range:
        """The numbers of the words of the turn at a place."""
        return range(self.turns[turn], self.turns[turn + 1])


@dataclass(frozen=True, slots=True)
class Alignment:
    """`match` gives for each word of `before` the same word of `after`, or -1.

    `flow` is 0 for words in order and another number for each stretch that has moved; `stead`
    gives the word that stands in the place of one that was replaced, or -1.
    """

    before: Side
    after: Side
    match: Sequence[int]
    flow: Sequence[int]
    stead: Sequence[int]

    def same_turns(self) -> Mapping[int, int]:
        """Places of the turns of `before` that are a turn of `after`, word for word."""
        found = {}
        for turn in range(len(self.before.turns) - 1):
            words = self.before.words_of(turn)
            if not words or self.match[words[0]] == NONE:
                continue
            first = self.match[words[0]]
            there = self.after.turn_of(first)
            whole = there >= 0 and self.after.words_of(there) == range(first, first + len(words))
            if whole and self._row(words, first):
                found[turn] = there
        return found

    def _row(self, words: range, first: int) -> bool:
        return all(self.match[word] == first + n for n, word in enumerate(words))


def words_of(text: str, turns: Sequence[Span]) -> Side:
    """The words of a text whose turns, in order, are these."""
    found = [(match.start(), match.end(), match[0].casefold()) for match in _WORD.finditer(text)]
    starts = [each[0] for each in found]
    firsts = [bisect_right(starts, turn.start - 1) for turn in turns]
    ends = [each[1] for each in found]
    return Side(text, starts, ends, [each[2] for each in found], [*firsts, len(found)])


def align(before: Side, after: Side) -> Alignment:
    """Find the words of `before` in `after`: half a megabyte takes less than a second."""
    found = _without_chance(runs(before.keys, after.keys), before, after)
    match, flow = [NONE] * len(before.keys), [0] * len(before.keys)
    for run in found:
        match[run.before : run.before + run.size] = range(run.after, run.after + run.size)
    stead = _replaced(found, before, after)
    _find_moved(before, after, match, flow)
    return Alignment(before, after, match, flow, stead)


def _without_chance(found: Sequence[Run], before: Side, after: Side) -> Sequence[Run]:
    """The runs without those that are no longer than the changes on both sides of them."""
    length = [0, *accumulate(len(key) for key in before.keys)]
    other = [0, *accumulate(len(key) for key in after.keys)]
    end = Run(len(before.keys), len(after.keys), 0)

    def change(one: Run, two: Run) -> int:
        gone = length[two.before] - length[one.before + one.size]
        return max(gone, other[two.after] - other[one.after + one.size])

    while True:
        kept: list[Run] = []
        for run, following in pairwise([*found, end]):
            size = length[run.before + run.size] - length[run.before]
            left = change(kept[-1] if kept else Run(0, 0, 0), run)
            if size > min(left, change(run, following)):
                kept.append(run)
        if len(kept) == len(found):
            return kept
        found = kept


def _gaps(found: Sequence[Run], before: Side, after: Side) -> Iterator[tuple[range, range]]:
    """What lies between the runs: words of `before`, and words of `after`."""
    end = Run(len(before.keys), len(after.keys), 0)
    for one, two in pairwise([Run(0, 0, 0), *found, end]):
        yield (
            range(one.before + one.size, two.before),
            range(one.after + one.size, two.after),
        )


def _replaced(found: Sequence[Run], before: Side, after: Side) -> list[int]:
    stead = [NONE] * len(before.keys)
    for gone, come in _gaps(found, before, after):
        if len(gone) == len(come) <= MOST_REPLACED:
            for word, instead in zip(gone, come, strict=True):
                stead[word] = instead
    return stead


def _find_moved(before: Side, after: Side, match: list[int], flow: list[int]) -> None:
    """Match the turns that stand elsewhere; those that moved together are one stretch."""
    taken = set(match)
    there = _unmatched(after, lambda word: word in taken)
    flows = 0
    last: tuple[int, int] | None = None
    for key, turn in _unmatched(before, lambda word: match[word] != NONE).items():
        if key not in there:
            continue
        words, new = before.words_of(turn), after.words_of(there[key])
        flows += last != (words.start, new.start)
        last = (words.stop, new.stop)
        match[words.start : words.stop] = new
        flow[words.start : words.stop] = [flows] * len(words)


def _unmatched(side: Side, matched: Callable[[int], bool]) -> dict[tuple[str, ...], int]:
    """Turns without a matched word, by their words; only those whose words are there once."""
    found: dict[tuple[str, ...], int] = {}
    for turn in range(len(side.turns) - 1):
        words = side.words_of(turn)
        if len(words) >= LEAST_MOVED and not any(matched(word) for word in words):
            key = tuple(side.keys[words.start : words.stop])
            found[key] = NONE if key in found else turn
    return {key: turn for key, turn in found.items() if turn != NONE}

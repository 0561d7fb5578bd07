"""Which items of two sequences answer each other, in order; fast also for hundreds of thousands.

Items that occur once on either side are the anchors, and between two anchors the same is done
again (the way of patience sorting). Where nothing is there only once, pairs and triples of items
take the place of single ones; what is left is small and is compared item by item.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Hashable, Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

_SMALL = 60_000
"""Products of two lengths up to which items are compared one by one."""
_LONGEST = 4
"""The most items that are taken together as an anchor."""


@dataclass(frozen=True, slots=True)
class Run:
    """`size` items that are the same from `before` in the one and `after` in the other."""

    before: int
    after: int
    size: int


def runs(before: Sequence[Hashable], after: Sequence[Hashable]) -> list[Run]:
    """What is the same in both, in order: each as long as it can be, none overlapping another."""
    found: list[Run] = []
    ranges = [(0, len(before), 0, len(after))]
    while ranges:
        a, a_end, b, b_end = ranges.pop()
        head = _common(before, after, range(a, a_end), range(b, b_end))
        if head:
            found.append(Run(a, b, head))
            a, b = a + head, b + head
        tail = _common(before, after, range(a_end - 1, a - 1, -1), range(b_end - 1, b - 1, -1))
        if tail:
            a_end, b_end = a_end - tail, b_end - tail
            found.append(Run(a_end, b_end, tail))
        if a == a_end or b == b_end:
            continue
        if (a_end - a) * (b_end - b) <= _SMALL:
            found += _small(before[a:a_end], after[b:b_end], a, b)
            continue
        places = _anchors(before[a:a_end], after[b:b_end])
        at = (a, b)
        for i, j in places:
            ranges.append((at[0], a + i, at[1], b + j))
            at = (a + i, b + j)
        if places:
            ranges.append((at[0], a_end, at[1], b_end))
    return list(_joined(sorted(found, key=lambda run: run.before)))


def changed_words(before: str, after: str) -> list[tuple[str, str]]:
    """What stood in the one and what stands in its place in the other; either may be empty."""
    old, new = before.split(), after.split()
    found, a, b = [], 0, 0
    for run in [*runs(old, new), Run(len(old), len(new), 0)]:
        if run.before > a or run.after > b:
            found.append((" ".join(old[a : run.before]), " ".join(new[b : run.after])))
        a, b = run.before + run.size, run.after + run.size
    return found


def _common(before: Sequence[Hashable], after: Sequence[Hashable], a: range, b: range) -> int:
    size = 0
    for i, j in zip(a, b, strict=False):
        if before[i] != after[j]:
            break
        size += 1
    return size


def _small(before: Sequence[Hashable], after: Sequence[Hashable], a: int, b: int) -> Iterator[Run]:
    for block in SequenceMatcher(None, before, after, autojunk=False).get_matching_blocks():
        if block.size:
            yield Run(a + block.a, b + block.b, block.size)


def _anchors(before: Sequence[Hashable], after: Sequence[Hashable]) -> list[tuple[int, int]]:
    """Places of what is there once in both, the longest row that rises in both."""
    for size in range(1, _LONGEST + 1):
        there = _once(after, size)
        pairs = [(i, there[item]) for item, i in _once(before, size).items() if item in there]
        if pairs:
            return _rising(sorted(pairs))
    return []


def _once(items: Sequence[Hashable], size: int) -> dict[Hashable, int]:
    groups = items if size == 1 else list(zip(*(items[n:] for n in range(size)), strict=False))
    places: dict[Hashable, int] = {}
    for place, item in enumerate(groups):
        places[item] = -1 if item in places else place
    return {item: place for item, place in places.items() if place >= 0}


def _rising(pairs: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """The longest of the rows in which the second number rises too."""
    lowest: list[int] = []
    ends: list[int] = []
    previous: list[int] = []
    for n, (_, place) in enumerate(pairs):
        length = bisect_left(lowest, place)
        previous.append(ends[length - 1] if length else -1)
        if length == len(lowest):
            lowest.append(place)
            ends.append(n)
        else:
            lowest[length], ends[length] = place, n
    row: list[tuple[int, int]] = []
    at = ends[-1] if ends else -1
    while at >= 0:
        row.append(pairs[at])
        at = previous[at]
    return row[::-1]


def _joined(found: Sequence[Run]) -> Iterator[Run]:
    last: Run | None = None
    for run in found:
        if last and (last.before + last.size, last.after + last.size) == (run.before, run.after):
            last = Run(last.before, last.after, last.size + run.size)
            continue
        if last:
            yield last
        last = run
    if last:
        yield last

"""Where a passage of a transcript stands in the corrected version of it.

A passage is carried to the same words. Where some of them were changed, it is carried to what is
left of them together with what stands in the place of the others; where none is left, it stays.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import Counter
from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import chain, zip_longest
from typing import Literal

from qualcode.domain.span import Span
from qualcode.text.alignment import NONE, Alignment, Side

Fate = Literal["same", "changed", "gone"]
LEAST_LIKE = 0.5
"""How like each other letters must be for words to be the correction of others, 0 to 1."""
NEAR = 8
"""Words ahead that a cursor rather goes to than back."""
MOST_COMPARED = 2000
"""Code points of a passage that are compared letter by letter."""


@dataclass(frozen=True, slots=True)
class Carried:
    """What became of a passage, and where it is now; nowhere when its words are gone."""

    fate: Fate
    span: Span | None = None


GONE = Carried("gone")


def carry(found: Alignment, span: Span) -> Carried:
    """A passage of the text before in the text after."""
    before = found.before
    first = bisect_right(before.ends, span.start)
    last = bisect_left(before.starts, span.end) - 1
    if first > last:
        return _between(found, span, first)
    flow = _flow(found, first, last)
    place = _instead(found, first, last) if flow is None else _place(found, first, last, flow)
    if place is None:
        return GONE
    lo, hi = place
    kept = range(first, last + 1)
    same = hi - lo == last - first and all(
        found.match[word] == lo + n and found.flow[word] == flow for n, word in enumerate(kept)
    )
    start, end = _start(found, span, first, lo), _end(found, span, last, hi)
    if start >= end:
        start, end = found.after.starts[lo], found.after.ends[hi]
    if same and (_cut(found, span.start, first, lo) or _cut(found, span.end, last, hi)):
        same = False
    return Carried("same" if same else "changed", Span(start, end))


def place(found: Alignment, offset: int) -> int:
    """Where a cursor goes: to the same word, else to the next or nearest that is still there."""
    before, after, match = found.before, found.after, found.match
    at = bisect_right(before.ends, offset)
    ahead = range(at, len(match))
    behind = range(at - 1, -1, -1)
    nearest = (each for pair in zip_longest(ahead, behind, fillvalue=NONE) for each in pair)
    for word in chain(ahead[:NEAR], nearest):
        if word != NONE and match[word] != NONE:
            inside = max(0, offset - before.starts[word]) if word == at else 0
            return min(after.starts[match[word]] + inside, after.ends[match[word]] - 1)
    return min(offset, max(0, len(after.text) - 1))


def _flow(found: Alignment, first: int, last: int) -> int | None:
    """The stretch that most of the words are in; None where no word is left."""
    flows = Counter(
        found.flow[word] for word in range(first, last + 1) if found.match[word] != NONE
    )
    return max(flows, key=lambda flow: flows[flow]) if flows else None


def _place(found: Alignment, first: int, last: int, flow: int) -> tuple[int, int]:
    """The first and last word of the passage in the text after."""
    kept = [
        word
        for word in range(first, last + 1)
        if found.match[word] != NONE and found.flow[word] == flow
    ]
    lo, hi = found.match[kept[0]], found.match[kept[-1]]
    if kept[0] > first:
        lo = _edge(found, first, kept[0], -1)
    if kept[-1] < last:
        hi = _edge(found, last, kept[-1], 1)
    return lo, hi


def _edge(found: Alignment, outer: int, kept: int, way: int) -> int:
    """The outermost word for a passage whose words from `kept` out to `outer` were changed.

    Where the neighbour of the passage is still there, what stands between it and `kept`; else as
    many words as were changed. No turn is entered that the passage was not in.
    """
    match, flow, anchor = found.match, found.flow, found.match[kept]
    if flow[kept] == 0 and found.stead[outer] != NONE:
        return found.stead[outer]
    beside = outer + way
    while 0 <= beside < len(match) and (match[beside] == NONE or flow[beside] != flow[kept]):
        beside += way
    inside = 0 <= beside < len(match)
    wall = (match[beside] if inside else NONE if way < 0 else len(found.after.keys)) - way
    if beside != outer + way and inside:
        most = anchor - (kept - outer)
        wall = max(wall, most) if way < 0 else min(wall, most)
    if found.before.turn_of(outer) == found.before.turn_of(kept):
        turn = found.after.turn_of(anchor)
        words = found.after.words_of(turn) if turn >= 0 else range(found.after.turns[0])
        wall = max(wall, words[0]) if way < 0 else min(wall, words[-1])
    return min(wall, anchor) if way < 0 else max(wall, anchor)


def _instead(found: Alignment, first: int, last: int) -> tuple[int, int] | None:
    """What stands in the place of a passage of which no word is left, when it is like it."""
    lo, hi = found.stead[first], found.stead[last]
    if NONE in (lo, hi):
        left = found.match[first - 1] if first else NONE
        right = found.match[last + 1] if last + 1 < len(found.match) else len(found.after.keys)
        if (first and left == NONE) or right == NONE:
            return None
        lo, hi = left + 1, right - 1
    if hi < lo:
        return None
    was = found.before.text[found.before.starts[first] : found.before.ends[last]].casefold()
    now = found.after.text[found.after.starts[lo] : found.after.ends[hi]].casefold()
    if max(len(was), len(now)) > MOST_COMPARED:
        return None
    like = SequenceMatcher(None, was, now, autojunk=False).ratio()
    return (lo, hi) if like >= LEAST_LIKE else None


def _between(found: Alignment, span: Span, word: int) -> Carried:
    """A passage of signs only: there again where the words and signs around it are the same."""
    before, after, match = found.before, found.after, found.match
    left, right = word - 1, word
    lo = match[left] if left >= 0 else NONE
    hi = match[right] if right < len(match) else len(after.keys)
    if (left >= 0 and lo == NONE) or hi != lo + 1:
        return GONE
    was = (before.ends[left] if left >= 0 else 0, _start_of(before, right))
    now = (after.ends[lo] if lo >= 0 else 0, _start_of(after, hi))
    if before.text[slice(*was)] != after.text[slice(*now)]:
        return GONE
    shift = now[0] - was[0]
    return Carried("same", Span(span.start + shift, span.end + shift))


def _start_of(side: Side, word: int) -> int:
    return side.starts[word] if word < len(side.starts) else len(side.text)


def _cut(found: Alignment, offset: int, word: int, new: int) -> bool:
    """Whether a passage ends inside a word that has another length now: `ß` and `SS`."""
    before, after = found.before, found.after
    inside = before.starts[word] < offset < before.ends[word]
    was = before.ends[word] - before.starts[word]
    return inside and was != after.ends[new] - after.starts[new]


def _start(found: Alignment, span: Span, word: int, new: int) -> int:
    """Where the passage starts: as far into the word, or as many of the same signs before it."""
    before, after = found.before, found.after
    begins = after.starts[new]
    if found.match[word] != new:
        return begins
    inside = span.start - before.starts[word]
    if inside >= 0:
        return min(begins + inside, after.ends[new] - 1)
    floor, at, was = after.ends[new - 1] if new else 0, begins, before.starts[word]
    while at > floor and was > span.start and after.text[at - 1] == before.text[was - 1]:
        at, was = at - 1, was - 1
    if was > span.start:
        at += len(after.text[at:begins]) - len(after.text[at:begins].lstrip())
    return at


def _end(found: Alignment, span: Span, word: int, new: int) -> int:
    """Where the passage ends: as far into the word, or after the signs that follow it."""
    before, after = found.before, found.after
    ends = after.ends[new]
    if found.match[word] != new:
        return ends
    if span.end <= before.ends[word]:
        return max(after.starts[new] + 1, min(ends, ends - (before.ends[word] - span.end)))
    ceiling = after.starts[new + 1] if new + 1 < len(after.starts) else len(after.text)
    at, was = ends, before.ends[word]
    while at < ceiling and was < span.end and after.text[at] == before.text[was]:
        at, was = at + 1, was + 1
    if was < span.end:
        at = ends + len(after.text[ends:at].rstrip())
        signs = before.text[before.ends[word] : span.end].strip()
        while signs and at < ceiling and not after.text[at].isspace():
            at += 1
    return at

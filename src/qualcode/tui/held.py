"""The codings of the open document, kept up to date piece by piece."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence

from qualcode.domain.coding import Segment
from qualcode.domain.span import Span
from qualcode.tui.widgets.marks import Item, Touched, items_of


def _place(segment: Segment) -> tuple[int, int]:
    return segment.start, -segment.end


class Held:
    """Segments by their start, the longest first, and the items they make, in the same order."""

    def __init__(self, segments: Iterable[Segment] = ()) -> None:
        self.segments = list(segments)
        self.items = items_of(self.segments)
        self._by_id = {item.id: item for item in self.items}
        self._known = {segment.id: segment for segment in self.segments}
        self.codings = sum(len(segment.codings) for segment in self.segments)
        """How many codings there are."""

    def item(self, known: str | None) -> Item | None:
        """The item with that id."""
        return self._by_id.get(known or "")

    def among(self, ids: Iterable[str]) -> list[Segment]:
        """The segments with these ids, as they are held."""
        return [self._known[one] for one in ids if one in self._known]

    def at(self, span: Span) -> list[Item]:
        """The items of exactly that extent."""
        place = (span.start, -span.end)
        first = bisect_left(self.items, place, key=lambda item: _place(item.segment))
        last = bisect_right(self.items, place, key=lambda item: _place(item.segment))
        return self.items[first:last]

    def exchange(self, ids: Iterable[str], fresh: Sequence[Segment]) -> list[Touched]:
        """Put the fresh ones in the place of those with these ids; returns what was touched."""
        touched = []
        new = {segment.id: segment for segment in fresh}
        for known in [one for one in ids if one in self._known]:
            old, now = self._known[known], new.get(known)
            self._drop(old)
            if now is not None and _alike(old, now):
                self._put(new.pop(known))
                touched.append(Touched(old.span, moved=False))
            else:
                touched.append(Touched(old.span, moved=True))
        for segment in new.values():
            self._put(segment)
            touched.append(Touched(segment.span, moved=True))
        return touched

    def _drop(self, segment: Segment) -> None:
        del self._known[segment.id]
        at = bisect_left(self.segments, _place(segment), key=_place)
        while self.segments[at].id != segment.id:
            at += 1
        del self.segments[at]
        at = bisect_left(self.items, _place(segment), key=lambda item: _place(item.segment))
        while self.items[at].segment.id != segment.id:
            at += 1
        gone = max(1, len(segment.codings))
        for item in self.items[at : at + gone]:
            del self._by_id[item.id]
        del self.items[at : at + gone]
        self.codings -= len(segment.codings)

    def _put(self, segment: Segment) -> None:
        self._known[segment.id] = segment
        self.segments.insert(bisect_right(self.segments, _place(segment), key=_place), segment)
        at = bisect_right(self.items, _place(segment), key=lambda item: _place(item.segment))
        made = items_of([segment])
        self.items[at:at] = made
        self._by_id.update({item.id: item for item in made})
        self.codings += len(segment.codings)


def _alike(old: Segment, now: Segment) -> bool:
    """Whether a segment takes the same room as before."""
    codings = [[coding.id for coding in each.codings] for each in (old, now)]
    return old.span == now.span and codings[0] == codings[1]

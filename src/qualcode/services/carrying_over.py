"""What becomes of the passages and marks of a transcript when a corrected text takes its place."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace

from qualcode.domain.document import DocumentInfo, ReadDocument, Turn
from qualcode.domain.span import Span
from qualcode.storage import documents, reviews, text_versions
from qualcode.storage.reviews import Extent, Waiting
from qualcode.storage.store import Store
from qualcode.storage.text_versions import Placed
from qualcode.text.alignment import NONE, Alignment, align, words_of
from qualcode.text.carrying import Carried, carry


@dataclass(slots=True)
class Plan:
    """What a replacement does; `counts` has passages by what became of them.

    `marks` are turns of the new text that are read, by number, with the ids of the coders.
    """

    moves: list[tuple[Placed, Span]] = field(default_factory=list)
    ask: list[Waiting] = field(default_factory=list)
    withdraw: list[Waiting] = field(default_factory=list)
    marks: list[tuple[int, str]] = field(default_factory=list)
    shared: float = 1.0
    counts: dict[str, int] = field(
        default_factory=lambda: dict.fromkeys(
            ("same", "changed", "speaker", "gone", "taken", "returned"), 0
        )
    )


class Planner:
    """Works out the plan for one document and one new text, whose version has that id."""

    def __init__(
        self, store: Store, info: DocumentInfo, read: ReadDocument, version_id: str
    ) -> None:
        self._store, self._info, self._read, self._version = store, info, read, version_id
        self._new = words_of(read.text, [turn.span for turn in read.turns])
        self._labels = {turn.speaker for turn in read.turns}
        self._taken: set[tuple[int, int, str]] = set()
        self._open: dict[str, list[Waiting]] = {}
        for item in reviews.waiting(store, info.id):
            self._open.setdefault(item.segment, []).append(item)

    def plan(self) -> Plan:
        """The whole plan."""
        found = Plan()
        by_version: dict[str, list[Placed]] = {self._info.version: []}
        for segment in text_versions.placed(self._store, self._info.id):
            by_version.setdefault(segment.version, []).append(segment)
        for version, segments in by_version.items():
            turns = documents.turns(self._store, version)
            aligned = self._aligned(version, turns)
            if version == self._info.version:
                found.shared = shared(aligned)
                found.marks = self._marks(aligned, turns)
                self._carry(found, segments, aligned, turns)
            else:
                self._bring_back(found, segments, aligned)
        return found

    def _aligned(self, version: str, turns: Sequence[Turn]) -> Alignment:
        text = text_versions.text_of(self._store, version)
        return align(words_of(text, [turn.span for turn in turns]), self._new)

    def _marks(self, aligned: Alignment, turns: Sequence[Turn]) -> list[tuple[int, str]]:
        """Turns of the new text that were read as they stand, with the ids of the coders."""
        same = {turns[a].n: self._read.turns[b].n for a, b in aligned.same_turns().items()}
        marked = text_versions.marked(self._store, self._info.version)
        return [(same[turn], coder) for turn, coder in marked if turn in same]

    def _carry(
        self, plan: Plan, segments: Iterable[Placed], aligned: Alignment, turns: Sequence[Turn]
    ) -> None:
        """The passages of the text that is replaced; those with the same words come first."""
        fates = [(one, carry(aligned, Span(one.start, one.end))) for one in segments]
        for segment, there in sorted(fates, key=lambda each: each[1].fate != "same"):
            reason = self._reason(segment, there, turns)
            plan.counts[reason] += 1
            span = there.span
            if span is None or reason == "taken":
                self._ask(plan, segment, reason, None)
                continue
            self._taken.add((span.start, span.end, segment.coder))
            plan.moves.append((segment, span))
            if reason != "same" or segment.id in self._open:
                self._ask(plan, segment, reason, span)

    def _bring_back(self, plan: Plan, segments: Iterable[Placed], aligned: Alignment) -> None:
        """Passages that an earlier replacement left behind, where all their words are there."""
        for segment in segments:
            there = carry(aligned, Span(segment.start, segment.end))
            if there.fate == "same" and there.span and not self._is_taken(segment, there.span):
                self._taken.add((there.span.start, there.span.end, segment.coder))
                plan.moves.append((segment, there.span))
                plan.withdraw += self._open.get(segment.id, ())
                plan.counts["returned"] += 1

    def _reason(self, segment: Placed, there: Carried, turns: Sequence[Turn]) -> str:
        """Why the passage is to be read again, or `same`."""
        if there.span is None:
            return "gone"
        if self._is_taken(segment, there.span):
            return "taken"
        if there.fate == "same":
            before = speaker_at(turns, segment.start)
            after = speaker_at(self._read.turns, there.span.start)
            # a label that is nowhere any more was only written otherwise
            if before is not None and before != after and before in self._labels:
                return "speaker"
        return there.fate

    def _is_taken(self, segment: Placed, span: Span) -> bool:
        return (span.start, span.end, segment.coder) in self._taken

    def _ask(self, plan: Plan, segment: Placed, reason: str, span: Span | None) -> None:
        earlier = self._open.get(segment.id, [])
        plan.withdraw += earlier
        was = Extent(segment.version, segment.start, segment.end)
        if span is not None and earlier:
            # what was never read again is still compared with what was once coded
            was = earlier[0].was
            reason = earlier[0].reason if reason == "same" else reason
        item = Waiting(
            *("", segment.id, None, None, segment.coder, self._info.id, self._info.name),
            *(reason, was),
            self._version,
            Extent(self._version, span.start, span.end) if span else None,
        )
        codings = segment.codings or ((None, None),)
        plan.ask += [replace(item, coding=coding, code=code) for coding, code in codings]


def shared(aligned: Alignment) -> float:
    """How much of the text before is found in the text after, 0 to 1."""
    kept = sum(word != NONE for word in aligned.match)
    return kept / max(1, len(aligned.match))


def speaker_at(turns: Sequence[Turn], offset: int) -> str | None:
    """The label of who speaks at an offset."""
    at = turn_at(turns, offset)
    return None if at is None else turns[at].speaker


def turn_at(turns: Sequence[Turn], offset: int) -> int | None:
    """The place of the turn that holds an offset, or of the last that begins before it."""
    at = bisect_right(turns, offset, key=lambda turn: turn.start) - 1
    return at if at >= 0 else None


def place_in(turns: Sequence[Turn], span: Span) -> tuple[int, int, int | None, int | None]:
    """Start, end, first and last turn of a passage."""
    first, last = turn_at(turns, span.start), turn_at(turns, span.end - 1)
    return (
        *(span.start, span.end),
        None if first is None else turns[first].n,
        None if last is None else turns[last].n,
    )

"""Joins the live codings and degrees with their segments, documents, cases and speakers."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, partial
from typing import Any

from qualcode.domain.coded_rows import CodedRows
from qualcode.domain.material import DegreeRow
from qualcode.storage.project import Content
from qualcode.storage.store import Store

_OF_SEGMENT = (
    *("id", "version_id", "start", "stop", "turn", "coder_id"),
    *("standing", "memo", "case_id"),
)
_OF_CODING = ("code", "valence", "confidence", "label")
_OF_DEGREE = ("id", "value", "from_id", "to_id", "activity", "period")

Column = Sequence[Any]

Order = tuple[Sequence[int], Sequence[int]]
"""Numbers of rows, and of the segments that they lie on."""


class _Joined(dict[str, Column]):
    """Columns of rows and of their segments in some order, each joined when it is asked for."""

    def __init__(
        self,
        own: Mapping[str, Column],
        of_segment: Mapping[str, Column],
        order: Callable[[], Order],
    ) -> None:
        super().__init__()
        self._own, self._of_segment, self._order = own, of_segment, cache(order)

    def __missing__(self, name: str) -> Column:
        rows, places = self._order()
        if name in self._own:
            found = list(map(self._own[name].__getitem__, rows))
        else:
            found = list(map(self._of_segment[name].__getitem__, places))
        self[name] = found
        return found


@dataclass(frozen=True, slots=True)
class _Texts:
    """By the version that a live document has: its rank among them, its id, case and informant."""

    ranks: Mapping[str, int]
    documents: Mapping[str, str]
    cases: Mapping[str, str | None]
    informants: Mapping[str, str | None]


class Places:
    """Where each live segment stands: its document, case and informant, column by column.

    Joined here and not in the database, which would look every segment up by its id.
    """

    def __init__(self, store: Store, content: Content) -> None:
        cases = {row[0] for row in store.rows("SELECT id FROM cases WHERE deleted = 0")}
        people = {row[0] for row in store.rows("SELECT id FROM participants WHERE deleted = 0")}
        coders = dict(store.rows("SELECT id, name FROM coders"))
        texts = _texts(store, cases, people)
        ids, versions, start, stop, turns, by, standing, memos, own = content.columns(
            "segments", *_OF_SEGMENT
        )
        self._ranks: Column = list(map(texts.ranks.get, versions))
        self._documents = len(texts.ranks)
        self._numbers = {
            segment: n
            for n, (segment, rank) in enumerate(zip(ids, self._ranks, strict=True))
            if rank is not None
        }
        speakers = _speakers(store, people)
        informants: Column = list(map(texts.informants.get, versions))
        if speakers:
            places = zip(zip(versions, turns, strict=True), informants, strict=True)
            informants = [speakers.get(place, who) for place, who in places]
        self._columns: dict[str, Column] = {
            "segment": ids,
            "document_id": list(map(texts.documents.get, versions)),
            "case_id": [
                (case if case in cases else None) if case else of_text
                for case, of_text in zip(own, map(texts.cases.get, versions), strict=True)
            ],
            "participant_id": informants,
            "start": start,
            "end": stop,
            "turn": turns,
            "coder": list(map(coders.get, by)),
            "standing": standing,
            "memo": [memo is not None for memo in memos],
        }

    def codings(self, content: Content) -> CodedRows:
        """All live codings by document name, start, end, code, and the order of coding."""
        ids, segments, *rest = content.columns("codings", "id", "segment_id", *_OF_CODING)
        own = {"coding": ids, **dict(zip(_OF_CODING, rest, strict=True))}
        order = self._live(segments)
        return CodedRows(
            _Joined(own, self._columns, partial(self._sorted, order, own["code"])),
            _Joined(own, self._columns, lambda: order),
        )

    def degrees(self, content: Content) -> tuple[DegreeRow, ...]:
        """All live degrees by document name, start, end, value, and the order of coding."""
        segments, *rest = content.columns("degrees", "segment_id", *_OF_DEGREE)
        own = dict(zip(_OF_DEGREE, rest, strict=True))
        order = self._live(segments)
        joined = _Joined(own, self._columns, partial(self._sorted, order, own["value"]))
        columns = [joined[name] for name in DegreeRow._fields]
        return tuple(map(DegreeRow._make, zip(*columns, strict=True)))

    def _live(self, segments: Column) -> Order:
        """What lies on live segments, as it was made."""
        places = list(map(self._numbers.get, segments))
        rows = [n for n, place in enumerate(places) if place is not None]
        return rows, [place for place in places if place is not None]

    def _sorted(self, order: Order, told: Column) -> Order:
        """The same by document, start, end and what is told."""
        found: list[list[tuple[Any, ...]]] = [[] for _ in range(self._documents)]
        ranks, start, end = self._ranks, self._columns["start"], self._columns["end"]
        for n, place in zip(*order, strict=True):
            found[ranks[place]].append((start[place], end[place], told[n], n, place))
        for rows in found:
            rows.sort()
        return [row[3] for rows in found for row in rows], [
            row[4] for rows in found for row in rows
        ]


def _texts(store: Store, cases: set[str], people: set[str]) -> _Texts:
    """The texts that live documents have now, ranked by name."""
    rows = store.rows(
        "SELECT version_id, id, case_id, participant_id FROM documents"
        " WHERE deleted = 0 ORDER BY name, id"
    )
    return _Texts(
        {row[0]: n for n, row in enumerate(rows)},
        {row[0]: row[1] for row in rows},
        {row[0]: row[2] if row[2] in cases else None for row in rows},
        {row[0]: row[3] if row[3] in people else None for row in rows},
    )


def _speakers(store: Store, people: set[str]) -> dict[tuple[str, int], str]:
    """Who speaks a turn, by version and turn, where its speaker is a live participant."""
    known = {
        speaker: who
        for speaker, who in store.rows(
            "SELECT id, participant_id FROM speakers WHERE participant_id IS NOT NULL"
        )
        if who in people
    }
    if not known:
        return {}
    return {
        (version, turn): known[speaker]
        for version, turn, speaker in store.rows("SELECT version_id, n, speaker_id FROM turns")
        if speaker in known
    }

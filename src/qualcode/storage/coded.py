"""Joins the live codings and degrees with their segments, documents, cases and speakers."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from qualcode.domain.coded_rows import CodedRows
from qualcode.domain.material import DegreeRow
from qualcode.storage.project import Content
from qualcode.storage.store import Store

_OF_SEGMENT = ("segment", "document_id", "case_id", "participant_id", "turn", "coder", "standing")
_OF_CODING = ("start", "end", "code", "n", "coding", "valence", "confidence", "label", "memo")


class _OneOf(dict[Any, Any]):
    """Gives for equal values the same object, which is quicker to count than many alike."""

    def __missing__(self, value: Any) -> Any:
        self[value] = value
        return value


Place = tuple[int, int, int, bool, tuple[Any, ...]]
"""Rank of the document, start, end, whether there is a memo, and what `_OF_SEGMENT` names."""


class Places:
    """Where each live segment stands: its document, case and informant.

    Joined here and not in the database, which would look every segment up by its id.
    """

    def __init__(self, store: Store, content: Content) -> None:
        self._cases = {row[0] for row in store.rows("SELECT id FROM cases WHERE deleted = 0")}
        people = {row[0] for row in store.rows("SELECT id FROM participants WHERE deleted = 0")}
        coders = dict(_pairs(store, "SELECT id, name FROM coders"))
        self._documents = {
            row[0]: (n, row[0], row[1], row[2] if row[2] in people else None, row[3])
            for n, row in enumerate(
                store.rows(
                    "SELECT id, case_id, participant_id, version_id FROM documents"
                    " WHERE deleted = 0 ORDER BY name, id"
                )
            )
        }
        speakers = {
            (version, turn): who
            for version, turn, who in store.rows(
                "SELECT t.version_id, t.n, s.participant_id FROM speakers s"
                " JOIN turns t ON t.speaker_id = s.id WHERE s.participant_id IS NOT NULL"
            )
            if who in people
        }
        self._segments = dict(self._placed(content, coders, speakers))

    def _placed(
        self,
        content: Content,
        coders: dict[str, str],
        speakers: dict[tuple[str, int], str],
    ) -> Iterator[tuple[str, Place]]:
        """Places by segment; those of a document or text that is not live are left out."""
        names = ("id", "document_id", "version_id", "start", "stop", "turn", "coder_id")
        found = content.columns("segments", *names, "standing", "memo", "case_id")
        documents, cases, nobody = self._documents, self._cases, (0, "", None, None, None)
        for segment, document, version, start, stop, turn, coder, standing, memo, own in zip(
            *found, strict=True
        ):
            rank, document, case, who, live = documents.get(document, nobody)
            if live != version:
                continue
            case = own or case
            if speakers:
                who = speakers.get((version, turn), who)
            case = case if case in cases else None
            about = (segment, document, case, who, turn, coders[coder], standing)
            yield segment, (rank, start, stop, memo is not None, about)

    def codings(self, content: Content) -> CodedRows:
        """All live codings by document name, start, end, code, and the order of coding."""
        found: list[list[tuple[Any, ...]]] = [[] for _ in self._documents]
        names = ("id", "segment_id", "code", "valence", "confidence", "label")
        segments, alike = self._segments, _OneOf()
        for n, (coding, segment, code, valence, confidence, label) in enumerate(
            zip(*content.columns("codings", *names), strict=True)
        ):
            place = segments.get(segment)
            if place is not None:
                rank, start, stop, memo, about = place
                said = (coding, alike[valence], alike[confidence], label, memo, about)
                found[rank].append((start, stop, alike[code], n, *said))
        for rows in found:
            rows.sort()
        return _by_column([row for rows in found for row in rows])

    def degrees(self, content: Content) -> tuple[DegreeRow, ...]:
        """All live degrees by document name, start, end, value, and the order of coding."""
        found: list[tuple[int, int, int, int, int, DegreeRow]] = []
        names = ("id", "segment_id", "value", "from_id", "to_id", "activity", "period")
        for n, (degree, segment, value, *of) in enumerate(
            zip(*content.columns("degrees", *names), strict=True)
        ):
            place = self._segments.get(segment)
            if place is not None:
                rank, start, stop, _memo, (_, document, case, who, turn, coder, standing) = place
                where = (segment, document, case, who, start, stop, turn, coder, standing)
                found.append((rank, start, stop, value, n, DegreeRow(degree, *where, value, *of)))
        found.sort()
        return tuple(row[-1] for row in found)


def _by_column(rows: list[tuple[Any, ...]]) -> CodedRows:
    columns = list(zip(*rows, strict=True)) or [()] * (len(_OF_CODING) + 1)
    about = list(zip(*columns.pop(), strict=True)) or [()] * len(_OF_SEGMENT)
    return CodedRows(dict(zip((*_OF_CODING, *_OF_SEGMENT), (*columns, *about), strict=True)))


def _pairs(store: Store, sql: str) -> Iterable[tuple[str, str]]:
    return ((row[0], row[1]) for row in store.rows(sql))

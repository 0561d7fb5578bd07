"""Segments, codings and degrees in the project file."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from qualcode.domain.coding import Coding, Degree, Segment, SegmentCoding
from qualcode.domain.document import WITHDRAWN
from qualcode.storage import documents
from qualcode.storage.store import Store

_LIVE = (
    " FROM codings c JOIN segments s ON s.id = c.segment_id"
    " JOIN documents d ON d.id = s.document_id AND d.version_id = s.version_id"
)
_IS_LIVE = " WHERE c.deleted = 0 AND s.deleted = 0 AND d.deleted = 0"

_LIST = (
    "SELECT c.id, s.id, d.name, d.id, k.name, k.id, s.start, s.stop,"
    " s.version_id, c.code, p.name, c.valence, s.standing,"
    " c.confidence, c.label, s.memo, c.created, s.turn, sp.label"
    + _LIVE
    + " JOIN coders p ON p.id = s.coder_id"
    " LEFT JOIN cases k ON k.id = coalesce(s.case_id, d.case_id) AND k.deleted = 0"
    " LEFT JOIN turns t ON t.version_id = s.version_id AND t.n = s.turn"
    " LEFT JOIN speakers sp ON sp.id = t.speaker_id"
    " LEFT JOIN participants i ON i.id = coalesce(sp.participant_id, d.participant_id)" + _IS_LIVE
)


@dataclass(frozen=True, slots=True)
class PlacedCoding:
    """A live coding and where it lies, without its words: a long text takes a while to read."""

    id: str
    segment: str
    document: str
    start: int
    end: int
    code: str
    label: str | None


def placed(store: Store, coding_id: str) -> PlacedCoding | None:
    """The live coding with that id."""
    found = store.row(
        f"SELECT c.id, s.id, d.id, s.start, s.stop, c.code, c.label{_LIVE}{_IS_LIVE} AND c.id = ?",
        (coding_id,),
    )
    return None if found is None else PlacedCoding(*found)


def codings(store: Store, where: str = "", values: Sequence[Any] = ()) -> list[Coding]:
    """Live codings narrowed by a condition, sorted by document, start, end, code.

    The condition may speak of c (coding), s (segment), d (document), k (case), p (coder),
    i (participant).
    """
    narrowed = f" AND {where}" if where else ""
    found = store.rows(
        f"{_LIST}{narrowed} ORDER BY d.name, d.id, s.start, s.stop, c.code, c.seq", values
    )
    by_segment = degrees_of(store, {row[1] for row in found})
    texts = documents.texts_of(store, {row[8] for row in found})
    return [
        Coding(
            *row[:8],
            *(texts[row[8]][row[6] : row[7]] or WITHDRAWN, *row[9:15]),
            *(by_segment.get(row[1], ()), *row[15:]),
        )
        for row in found
    ]


def degrees_of(store: Store, segments: set[str]) -> dict[str, tuple[Degree, ...]]:
    """The degrees on these segments, in the order they were set."""
    if not segments:
        return {}
    few = len(segments) <= 200
    where = f" AND g.segment_id IN ({', '.join('?' * len(segments))})" if few else ""
    found: dict[str, list[Degree]] = {}
    for segment, *rest in store.rows(
        "SELECT g.segment_id, g.id, g.value, f.name, o.name, g.activity, g.period FROM degrees g"
        " LEFT JOIN organisations f ON f.id = g.from_id LEFT JOIN organisations o ON o.id = g.to_id"
        f" WHERE g.deleted = 0{where} ORDER BY g.rowid",
        tuple(segments) if few else (),
    ):
        found.setdefault(segment, []).append(Degree(*rest))
    return {segment: tuple(degrees) for segment, degrees in found.items()}


def segments(store: Store, document_id: str, coder: str | None = None) -> list[Segment]:
    """The live segments of a document with all they carry; longest first at the same start."""
    narrowed = " AND s.document_id = ?"
    if not coder:
        return _segments(store, narrowed, (document_id,))
    by_coder = " AND s.coder_id = (SELECT id FROM coders WHERE name = ?)"
    return _segments(store, narrowed + by_coder, (document_id, coder))


def segments_of(store: Store, ids: Sequence[str]) -> list[Segment]:
    """The live ones among these segments, in the order of `segments`."""
    return _segments(store, f" AND s.id IN ({', '.join('?' * len(ids))})", ids)


def _segments(store: Store, narrowed: str, values: Sequence[Any]) -> list[Segment]:
    with store.reading():
        found = store.rows(
            "SELECT s.id, s.document_id, s.start, s.stop, p.name, s.standing, s.memo, s.case_id"
            " FROM segments s JOIN documents d ON d.id = s.document_id"
            " AND d.version_id = s.version_id JOIN coders p ON p.id = s.coder_id"
            f" WHERE s.deleted = 0{narrowed} ORDER BY s.start, s.stop DESC, s.rowid",
            values,
        )
        coded: dict[str, list[SegmentCoding]] = {}
        for segment, *rest in store.rows(
            "SELECT c.segment_id, c.id, c.code, c.valence, c.confidence, c.label FROM codings c"
            " JOIN segments s ON s.id = c.segment_id"
            f" WHERE c.deleted = 0 AND s.deleted = 0{narrowed} ORDER BY c.seq",
            values,
        ):
            coded.setdefault(segment, []).append(SegmentCoding(*rest))
        degrees: dict[str, list[Degree]] = {}
        for segment, *rest in store.rows(
            "SELECT g.segment_id, g.id, g.value, f.name, o.name, g.activity, g.period"
            " FROM degrees g JOIN segments s ON s.id = g.segment_id"
            " LEFT JOIN organisations f ON f.id = g.from_id"
            " LEFT JOIN organisations o ON o.id = g.to_id"
            f" WHERE g.deleted = 0{narrowed} ORDER BY g.rowid",
            values,
        ):
            degrees.setdefault(segment, []).append(Degree(*rest))
        on = store.rows("SELECT target FROM memos WHERE target_kind = 'segment' AND deleted = 0")
        noted = {row[0] for row in on}
    return [
        Segment(
            *[
                *row,
                tuple(coded.get(row[0], ())),
                tuple(degrees.get(row[0], ())),
                row[0] in noted,
            ]
        )
        for row in found
    ]


def segment_at(
    store: Store, document_id: str, version_id: str, span: tuple[int, int], coder_id: str
) -> str | None:
    """The coder's live segment with exactly that span."""
    found = store.value(
        "SELECT id FROM segments WHERE deleted = 0 AND document_id = ? AND version_id = ?"
        " AND start = ? AND stop = ? AND coder_id = ?",
        (document_id, version_id, *span, coder_id),
    )
    return None if found is None else str(found)


def coding_on(store: Store, segment_id: str, code: str, label: str | None) -> str | None:
    """The live coding of a segment with that code and label."""
    found = store.value(
        "SELECT id FROM codings WHERE deleted = 0 AND segment_id = ? AND code = ?"
        " AND coalesce(label, '') = ?",
        (segment_id, code, label or ""),
    )
    return None if found is None else str(found)


def bare(store: Store, segment_id: str) -> bool:
    """Whether nothing is said of a segment any more: no coding and no degree."""
    return not store.value(
        "SELECT (SELECT count(*) FROM codings WHERE segment_id = ?1 AND deleted = 0)"
        " + (SELECT count(*) FROM degrees WHERE segment_id = ?1 AND deleted = 0)",
        (segment_id,),
    )


def used_codes(store: Store, coder: str, within: int = -1) -> list[str]:
    """The codes this coder has used, the most recent first.

    With `within` those of so many of the newest codings: the others are not looked at.
    """
    rows = store.rows(
        "SELECT c.code FROM codings c JOIN segments s ON s.id = c.segment_id"
        " WHERE s.coder_id = (SELECT id FROM coders WHERE name = ?) AND c.deleted = 0"
        " ORDER BY c.seq DESC LIMIT ?",
        (coder, within),
    )
    return list(dict.fromkeys(row[0] for row in rows))


def code_uses(store: Store) -> list[tuple[str, str, str | None]]:
    """Code, segment and case of every live coding; what counts are made of."""
    return [
        (row[0], row[1], row[2])
        for row in store.rows(
            # in the order in which the indexes lead on: the other way round takes twice as long
            "SELECT c.code, s.id, coalesce(s.case_id, d.case_id) FROM documents d"
            " CROSS JOIN segments s ON s.document_id = d.id AND s.version_id = d.version_id"
            " CROSS JOIN codings c ON c.segment_id = s.id" + _IS_LIVE
        )
    ]


def last_coding(store: Store, coder: str) -> str | None:
    """The id of the coder's newest live coding."""
    found = store.value(
        "SELECT c.id FROM codings c JOIN segments s ON s.id = c.segment_id"
        " JOIN coders p ON p.id = s.coder_id"
        " WHERE p.name = ? AND c.deleted = 0 ORDER BY c.seq DESC LIMIT 1",
        (coder,),
    )
    return None if found is None else str(found)


def last_pair(store: Store, coder: str) -> tuple[str | None, str | None]:
    """The names of the two organisations of the coder's last degree that had them."""
    found = store.row(
        "SELECT f.name, o.name FROM degrees g JOIN segments s ON s.id = g.segment_id"
        " JOIN organisations f ON f.id = g.from_id JOIN organisations o ON o.id = g.to_id"
        " JOIN coders p ON p.id = s.coder_id"
        " WHERE p.name = ? AND g.deleted = 0 ORDER BY g.rowid DESC LIMIT 1",
        (coder,),
    )
    return (found[0], found[1]) if found else (None, None)


def made_by_others(store: Store, segments: Sequence[str], coder: str) -> list[str]:
    """Who made any of these segments, by name, but for the coder with that name or id."""
    found: set[str] = set()
    for at in range(0, len(segments), 500):
        few = segments[at : at + 500]
        rows = store.rows(
            "SELECT DISTINCT p.name FROM segments s JOIN coders p ON p.id = s.coder_id"
            f" WHERE ? NOT IN (p.name, p.id) AND s.id IN ({', '.join('?' * len(few))})",
            (coder, *few),
        )
        found.update(row[0] for row in rows)
    return sorted(found)


def place_of(store: Store, segment_id: str) -> tuple[str, str] | None:
    """The ids of the document and text version that a live segment lies in."""
    found = store.row(
        "SELECT document_id, version_id FROM segments WHERE id = ? AND deleted = 0", (segment_id,)
    )
    return None if found is None else (found[0], found[1])

"""The codings and degrees of some segments, as the material of tables has them."""

from __future__ import annotations

from collections.abc import Sequence

from qualcode.domain.coded_rows import CodedRows
from qualcode.domain.material import CodedRow, DegreeRow
from qualcode.storage.store import Store

_PLACE = "s.id, s.document_id, k.id, coalesce(i.id, j.id), s.start, s.stop, s.turn"
_CODINGS = (
    f"SELECT c.id, {_PLACE}, c.code, p.name, c.valence, s.standing, c.confidence, c.label,"
    " s.memo IS NOT NULL FROM codings c JOIN segments s ON s.id = c.segment_id AND c.deleted = 0"
)
_DEGREES = (
    f"SELECT g.id, {_PLACE}, p.name, s.standing, g.value, g.from_id, g.to_id, g.activity, g.period"
    " FROM degrees g JOIN segments s ON s.id = g.segment_id AND g.deleted = 0"
)
_LIVE = (
    " JOIN documents d ON d.id = s.document_id AND d.version_id = s.version_id AND d.deleted = 0"
    " JOIN coders p ON p.id = s.coder_id"
    " LEFT JOIN cases k ON k.id = coalesce(s.case_id, d.case_id) AND k.deleted = 0"
    " LEFT JOIN turns t ON t.version_id = s.version_id AND t.n = s.turn"
    " LEFT JOIN speakers sp ON sp.id = t.speaker_id"
    " LEFT JOIN participants i ON i.id = sp.participant_id AND i.deleted = 0"
    " LEFT JOIN participants j ON j.id = d.participant_id AND j.deleted = 0"
    " WHERE s.deleted = 0 AND s.id IN "
)


def few(store: Store, segments: Sequence[str]) -> tuple[CodedRows, tuple[DegreeRow, ...]]:
    """What the live ones among these segments carry, in no order."""
    live = f"{_LIVE}({', '.join('?' * len(segments))})"
    codings = store.rows(_CODINGS + live, segments)
    degrees = store.rows(_DEGREES + live, segments)
    rows = [CodedRow._make((*row[:-1], bool(row[-1]))) for row in codings]
    return CodedRows.of(rows), tuple(DegreeRow(*row) for row in degrees)

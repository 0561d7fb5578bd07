"""Degrees on segments in the project file."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from qualcode.domain.coding import Degree, PlacedDegree
from qualcode.domain.document import WITHDRAWN
from qualcode.storage.store import Store

_DEGREE = (
    "SELECT g.id, g.value, f.name, o.name, g.activity, g.period FROM degrees g"
    " LEFT JOIN organisations f ON f.id = g.from_id LEFT JOIN organisations o ON o.id = g.to_id"
)


def degree(store: Store, degree_id: str) -> Degree | None:
    """The live degree with that id."""
    found = store.row(f"{_DEGREE} WHERE g.deleted = 0 AND g.id = ?", (degree_id,))
    return None if found is None else Degree(*found)


def degrees(store: Store, document_id: str | None = None) -> list[PlacedDegree]:
    """All live degrees by document and place, or those of one document."""
    if document_id:
        return _placed(store, " AND d.id = ?", (document_id,))
    return _placed(store, "", ())


def several(store: Store, ids: Iterable[str]) -> list[PlacedDegree]:
    """The live ones among these degrees; in the order of `degrees` as far as they are few."""
    wanted = list(dict.fromkeys(ids))
    found = []
    for at in range(0, len(wanted), 500):
        few = wanted[at : at + 500]
        found += _placed(store, f" AND g.id IN ({', '.join('?' * len(few))})", few)
    return found


def _placed(store: Store, where: str, values: Sequence[str]) -> list[PlacedDegree]:
    found = store.rows(
        "SELECT g.id, g.value, f.name, o.name, g.activity, g.period, s.id, d.name, d.id, k.name,"
        " s.start, s.stop, coalesce(nullif("
        f"substr(v.text, s.start + 1, s.stop - s.start), ''), '{WITHDRAWN}'), p.name, s.standing"
        " FROM degrees g JOIN segments s ON s.id = g.segment_id"
        " JOIN documents d ON d.id = s.document_id AND d.version_id = s.version_id"
        " JOIN text_versions v ON v.id = s.version_id JOIN coders p ON p.id = s.coder_id"
        " LEFT JOIN cases k ON k.id = coalesce(s.case_id, d.case_id) AND k.deleted = 0"
        " LEFT JOIN organisations f ON f.id = g.from_id LEFT JOIN organisations o ON o.id = g.to_id"
        f" WHERE g.deleted = 0 AND s.deleted = 0 AND d.deleted = 0{where}"
        " ORDER BY d.name, d.id, s.start, s.stop, g.rowid",
        values,
    )
    return [PlacedDegree(Degree(*row[:6]), *row[6:]) for row in found]


def same(store: Store, segment: str, values: Mapping[str, Any]) -> str | None:
    """The live degree of a segment that speaks of the same pair, activity and period."""
    found = store.value(
        "SELECT id FROM degrees WHERE deleted = 0 AND segment_id = ? AND from_id IS ?"
        " AND to_id IS ? AND activity IS ? AND period IS ?",
        (segment, values["from_id"], values["to_id"], values["activity"], values["period"]),
    )
    return None if found is None else str(found)


def segment_of(store: Store, degree_id: str) -> str | None:
    """The segment that a degree stands on."""
    found = store.value("SELECT segment_id FROM degrees WHERE id = ?", (degree_id,))
    return None if found is None else str(found)

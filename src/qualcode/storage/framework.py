"""Cells of the framework matrix and the codings in them, in the project file."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from typing import Any

from qualcode.domain.fingerprint import Fingerprints
from qualcode.domain.framework import CASE, PARTICIPANT, ROLE, ChartedCell, Place
from qualcode.domain.material import CodedRow
from qualcode.storage import bases
from qualcode.storage.journal import Act
from qualcode.storage.store import Store

_FROM = (
    " FROM codings c JOIN segments s ON s.id = c.segment_id"
    " JOIN documents d ON d.id = s.document_id AND d.version_id = s.version_id"
    " JOIN coders p ON p.id = s.coder_id"
    " LEFT JOIN cases k ON k.id = coalesce(s.case_id, d.case_id) AND k.deleted = 0"
    " LEFT JOIN turns t ON t.version_id = s.version_id AND t.n = s.turn"
    " LEFT JOIN speakers sp ON sp.id = t.speaker_id"
    " LEFT JOIN participants si ON si.id = sp.participant_id AND si.deleted = 0"
    " LEFT JOIN participants di ON di.id = d.participant_id AND di.deleted = 0"
    " WHERE c.deleted = 0 AND s.deleted = 0 AND d.deleted = 0"
)
_CODED = (
    "SELECT c.id, s.id, d.id, k.id, coalesce(si.id, di.id), s.start, s.stop, s.turn, c.code,"
    " p.name, c.valence, s.standing, c.confidence, c.label, s.memo IS NOT NULL" + _FROM
)
_ROWS = {
    CASE: "k.id = ?",
    PARTICIPANT: "coalesce(si.id, di.id) = ?",
    ROLE: "CASE WHEN si.id IS NULL THEN di.role ELSE si.role END = ?",
}


def codings(store: Store, place: Place | None = None, codes: Sequence[str] = ()) -> list[CodedRow]:
    """The live codings by document, place and code; of one row and these codes, or all."""
    where, values = "", list(codes)
    if place is not None:
        marks = ", ".join("?" * len(codes))
        where = f" AND c.code IN ({marks}) AND {_ROWS[place.row_kind]}"
        values.append(place.row)
    found = store.rows(
        f"{_CODED}{where} ORDER BY d.name, d.id, s.start, s.stop, c.code, c.seq", values
    )
    return [CodedRow(*(*row[:14], row[14] == 1)) for row in found]


def said_in_cases(
    store: Store, codes: Sequence[str], cases: Sequence[str]
) -> dict[str, list[tuple[str | None, str | None]]]:
    """The different pairs of standing and valence that the live codings of codes have, by case."""
    found: dict[str, list[tuple[str | None, str | None]]] = {}
    for case, *said in store.rows(
        "SELECT DISTINCT k.id, s.standing, c.valence FROM codings c"
        " JOIN segments s ON s.id = c.segment_id"
        " JOIN documents d ON d.id = s.document_id AND d.version_id = s.version_id"
        " JOIN cases k ON k.id = coalesce(s.case_id, d.case_id) AND k.deleted = 0"
        " WHERE c.deleted = 0 AND s.deleted = 0 AND d.deleted = 0"
        " AND c.code IN (SELECT value FROM json_each(?))"
        " AND k.id IN (SELECT value FROM json_each(?))",
        (json.dumps(list(codes)), json.dumps(list(cases))),
    ):
        found.setdefault(case, []).append((said[0], said[1]))
    return found


def around(store: Store, segments: Sequence[str]) -> dict[str, tuple[str, int, int]]:
    """Text version, begin and end (code points) of the turns that each passage lies in."""
    found = store.rows(
        "SELECT s.id, s.version_id, b.start, e.stop FROM segments s"
        " JOIN turns b ON b.version_id = s.version_id AND b.n = s.turn"
        " JOIN turns e ON e.version_id = s.version_id AND e.n = s.last_turn"
        " WHERE s.id IN (SELECT value FROM json_each(?))",
        (json.dumps(list(segments)),),
    )
    return {row[0]: (row[1], row[2], row[3]) for row in found}


def prints(store: Store, said: Sequence[CodedRow] | None = None) -> Fingerprints:
    """The maker of this project's fingerprints, for these codings or for all."""
    degrees: dict[str, list[tuple[object, ...]]] = {}
    for segment, *about in store.rows(
        "SELECT segment_id, value, from_id, to_id, activity, period FROM degrees WHERE deleted = 0"
    ):
        degrees.setdefault(segment, []).append(tuple(about))
    where = " AND d.id IN (SELECT value FROM json_each(?))" if said is not None else ""
    values = [json.dumps(sorted({one.document_id for one in said}))] if said is not None else []
    begins = {
        (document, turn): start
        for document, turn, start in store.rows(
            "SELECT d.id, t.n, t.start FROM documents d JOIN turns t ON t.version_id ="
            f" d.version_id WHERE d.deleted = 0{where}",
            values,
        )
    }
    return Fingerprints(bases.project_key(store), degrees, begins)


def cells(store: Store, place: Place | None = None) -> list[ChartedCell]:
    """The cells that somebody wrote or linked in, or the one at a place; without changes."""
    where = " AND e.row_kind = ? AND e.row_id = ? AND e.code = ?" if place else ""
    values = (place.row_kind, place.row, place.code) if place else ()
    links: dict[str, list[str]] = {}
    for cell, coding in store.rows(
        "SELECT l.cell_id, l.coding_id FROM cell_links l JOIN cells e ON e.id = l.cell_id"
        f" WHERE l.deleted = 0 AND e.deleted = 0{where} ORDER BY l.rowid",
        values,
    ):
        links.setdefault(cell, []).append(coding)
    return [
        ChartedCell(
            id=row[0],
            place=Place(*row[1:4]),
            summary=row[4],
            status=row[5],
            coder=row[6],
            written=row[7],
            links=tuple(links.get(row[0], ())),
            basis=row[8],
        )
        for row in store.rows(
            "SELECT e.id, e.row_kind, e.row_id, e.code, e.summary, e.status, p.name, e.written,"
            " e.basis FROM cells e JOIN coders p ON p.id = e.coder_id"
            f" WHERE e.deleted = 0{where} ORDER BY e.rowid",
            values,
        )
    ]


def make(act: Act, place: Place) -> str:
    """The id of the cell at a place, made when there is none."""
    found = act.store.value(
        "SELECT id FROM cells WHERE deleted = 0 AND row_kind = ? AND row_id = ? AND code = ?",
        (place.row_kind, place.row, place.code),
    )
    if found is not None:
        return str(found)
    row: Mapping[str, Any] = {
        "row_kind": place.row_kind,
        "row_id": place.row,
        "code": place.code,
        "coder_id": act.coder_id,
        "written": act.store.clock(),
    }
    return act.insert("cells", row)


def link(act: Act, table: str, owner: str, coding_ids: Sequence[str]) -> int:
    """Link codings to a cell or rating (`table` cell or rating); returns how many are new."""
    known = set(linked(act.store, table, owner))
    fresh = [one for one in dict.fromkeys(coding_ids) if one not in known]
    for coding in fresh:
        act.insert(f"{table}_links", {f"{table}_id": owner, "coding_id": coding})
    return len(fresh)


def unlink(act: Act, table: str, owner: str, coding_ids: Sequence[str]) -> int:
    """Take links away; returns how many there were."""
    known = linked(act.store, table, owner)
    gone = [known[one] for one in dict.fromkeys(coding_ids) if one in known]
    for link_id in gone:
        act.remove(f"{table}_links", link_id)
    return len(gone)


def linked(store: Store, table: str, owner: str) -> dict[str, str]:
    """The links of a cell or rating by coding."""
    return {
        row[0]: row[1]
        for row in store.rows(
            f"SELECT coding_id, id FROM {table}_links WHERE deleted = 0 AND {table}_id = ?"
            " ORDER BY rowid",
            (owner,),
        )
    }


def heard(store: Store) -> dict[str, frozenset[str]]:
    """The documents that each live participant speaks in, by id."""
    found: dict[str, set[str]] = {}
    for participant, document in store.rows(
        "SELECT d.participant_id, d.id FROM documents d WHERE d.deleted = 0"
        " AND d.participant_id IS NOT NULL UNION SELECT s.participant_id, s.document_id"
        " FROM speakers s JOIN documents d ON d.id = s.document_id AND d.deleted = 0"
        " WHERE s.deleted = 0 AND s.participant_id IS NOT NULL"
    ):
        found.setdefault(participant, set()).add(document)
    return {participant: frozenset(documents) for participant, documents in found.items()}

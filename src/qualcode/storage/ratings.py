"""Ratings, events, and the lists of contrary evidence that were opened, in the project file."""

from __future__ import annotations

import json
from collections.abc import Sequence

from qualcode.domain.rating import AGREED, Event, Linked, Rating
from qualcode.storage.journal import Act
from qualcode.storage.store import Store


def ratings(store: Store, case_id: str | None = None, code: str | None = None) -> list[Rating]:
    """All ratings, oldest first, or those of one case and code; without changes."""
    where = "".join(
        f" AND r.{column} = ?"
        for column, value in (("case_id", case_id), ("code", code))
        if value is not None
    )
    values = [value for value in (case_id, code) if value is not None]
    links: dict[str, list[str]] = {}
    for rating, coding in store.rows(
        "SELECT l.rating_id, l.coding_id FROM rating_links l JOIN ratings r ON r.id = l.rating_id"
        f" WHERE l.deleted = 0 AND r.deleted = 0{where} ORDER BY l.rowid",
        values,
    ):
        links.setdefault(rating, []).append(coding)
    return [
        Rating(*(*row[:9], tuple(links.get(row[0], ())), row[9]))
        for row in store.rows(
            "SELECT r.id, r.case_id, r.code, r.period, p.name, r.kind, r.value, r.sentence,"
            " r.written, r.basis FROM ratings r JOIN coders p ON p.id = r.coder_id"
            " JOIN cases k ON k.id = r.case_id AND k.deleted = 0"
            f" WHERE r.deleted = 0{where} ORDER BY r.rowid",
            values,
        )
    ]


def make(act: Act, place: tuple[str, str, str | None], kind: str, basis: str) -> str:
    """The id of the coder's own rating, or the agreed one, at a place; made when there is none.

    `place` is the case's id, the code and the period.
    """
    whose = "" if kind == AGREED else " AND coder_id = ?"
    found = act.store.value(
        "SELECT id FROM ratings WHERE deleted = 0 AND case_id = ? AND code = ? AND period IS ?"
        f" AND kind = ?{whose}",
        (*place, kind) if kind == AGREED else (*place, kind, act.coder_id),
    )
    if found is not None:
        return str(found)
    case_id, code, period = place
    return act.insert(
        "ratings",
        {
            "case_id": case_id,
            "code": code,
            "period": period,
            "coder_id": act.coder_id,
            "kind": kind,
            "basis": basis,
            "written": act.store.clock(),
        },
    )


def rests_on(store: Store, coding_ids: Sequence[str]) -> list[Linked]:
    """What the rules of evidence ask of the live ones among these codings."""
    if not coding_ids:
        return []
    found = store.rows(
        "SELECT CASE WHEN si.id IS NULL THEN di.organisation_id ELSE si.organisation_id END,"
        " s.standing, 'document' IN (d.kind, json_extract(d.attributes, '$.kind'))"
        " FROM codings c JOIN segments s ON s.id = c.segment_id"
        " JOIN documents d ON d.id = s.document_id AND d.version_id = s.version_id"
        " LEFT JOIN turns t ON t.version_id = s.version_id AND t.n = s.turn"
        " LEFT JOIN speakers sp ON sp.id = t.speaker_id"
        " LEFT JOIN participants si ON si.id = sp.participant_id AND si.deleted = 0"
        " LEFT JOIN participants di ON di.id = d.participant_id AND di.deleted = 0"
        " WHERE c.deleted = 0 AND s.deleted = 0 AND d.deleted = 0"
        " AND c.id IN (SELECT value FROM json_each(?))",
        (json.dumps(list(coding_ids)),),
    )
    return [Linked(row[0], row[1], row[2] == 1) for row in found]


def events(store: Store) -> list[Event]:
    """All events of live cases, oldest first."""
    found = store.rows(
        "SELECT e.id, e.case_id, e.period, e.kind, e.text FROM events e"
        " JOIN cases k ON k.id = e.case_id AND k.deleted = 0 WHERE e.deleted = 0 ORDER BY e.rowid"
    )
    return [Event(*row) for row in found]


def seen(store: Store, subject_kind: str, subject: str, coder: str | None) -> list[frozenset[str]]:
    """The lists of contrary codings of a subject that were opened, by one coder (name) or any."""
    whose = " AND p.name = ?" if coder is not None else ""
    values = (subject_kind, subject, coder) if coder is not None else (subject_kind, subject)
    found = store.rows(
        "SELECT o.seen FROM contrary_seen o JOIN coders p ON p.id = o.coder_id"
        f" WHERE o.deleted = 0 AND o.subject_kind = ? AND o.subject = ?{whose} ORDER BY o.rowid",
        values,
    )
    return [frozenset(json.loads(row[0])) for row in found]


def put_seen(act: Act, subject_kind: str, subject: str, coding_ids: Sequence[str]) -> None:
    """Keep that this coder has opened a list of contrary codings."""
    act.insert(
        "contrary_seen",
        {
            "subject_kind": subject_kind,
            "subject": subject,
            "coder_id": act.coder_id,
            "seen": json.dumps(sorted(coding_ids)),
            "time": act.store.clock(),
        },
    )

"""How far coding has come, counted in the project file."""

from __future__ import annotations

from qualcode.storage.store import Store


def informant_turns(store: Store) -> dict[str, set[int]]:
    """By document id: the turns that are not an interviewer's."""
    return _sets(
        store,
        "SELECT d.id, t.n FROM documents d JOIN turns t ON t.version_id = d.version_id"
        " WHERE d.deleted = 0 AND t.interviewer = 0",
    )


def read_turns(store: Store) -> dict[str, set[int]]:
    """By document id: the turns that anybody marked as read."""
    return _sets(
        store,
        "SELECT d.id, u.turn FROM documents d JOIN units u ON u.version_id = d.version_id"
        " WHERE d.deleted = 0 AND u.deleted = 0",
    )


def touched(store: Store) -> dict[str, tuple[int, str]]:
    """By document id: its number of live codings and when the last one was made."""
    return {
        row[0]: (row[1], row[2] or "")
        for row in store.rows(
            "SELECT s.document_id, count(*), max(c.created) FROM codings c"
            " JOIN segments s ON s.id = c.segment_id WHERE c.deleted = 0 AND s.deleted = 0"
            " GROUP BY s.document_id"
        )
    }


def _sets(store: Store, sql: str) -> dict[str, set[int]]:
    found: dict[str, set[int]] = {}
    for owner, turn in store.rows(sql):
        found.setdefault(owner, set()).add(turn)
    return found

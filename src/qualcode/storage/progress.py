"""How far coding has come, counted in the project file."""

from __future__ import annotations

from qualcode.storage.store import Store

OF_INFORMANTS = (
    "d.deleted = 0 AND d.kind <> 'member-check' AND t.interviewer = 0 AND t.gap = 0"
    " AND (t.speaker_id IS NOT NULL OR NOT EXISTS"
    " (SELECT 1 FROM speakers s WHERE s.document_id = d.id AND s.deleted = 0))"
)
"""A condition on documents `d` and their turns `t`: an informant says something there, and not in
answer to readings."""


def informant_turns(store: Store, document: str | None = None) -> dict[str, set[int]]:
    """By document id: the turns that an informant speaks, those without words left out.

    With `document` only those of the document with that id. Where a document names its speakers,
    a paragraph before them (a heading, a note) is nobody's.
    """
    return _sets(
        store,
        "SELECT d.id, t.n FROM documents d JOIN turns t ON t.version_id = d.version_id"
        f" WHERE {OF_INFORMANTS}",
        document,
    )


def bare_states(store: Store, document: str) -> dict[int, str]:
    """By number of the turn, of the document with that id: unread, read, gap (somebody who is no
    interviewer says no words), or interviewer; as if nothing were coded."""
    states = dict(
        store.rows(
            f"SELECT t.n, CASE WHEN {OF_INFORMANTS} THEN 'unread'"
            " WHEN t.gap = 1 AND t.interviewer = 0 THEN 'gap' ELSE 'interviewer' END"
            " FROM documents d JOIN turns t ON t.version_id = d.version_id WHERE d.id = ?"
            " ORDER BY t.n",
            (document,),
        )
    )
    for turn in read_turns(store, document).get(document, ()):
        if states.get(turn) == "unread":
            states[turn] = "read"
    return states


def unread(store: Store) -> int:
    """How many turns of informants carry no coding and were not marked as read."""
    coded, read = coded_turns(store), read_turns(store)
    return sum(
        len(turns - coded.get(document, set()) - read.get(document, set()))
        for document, turns in informant_turns(store).items()
    )


def coded_turns(store: Store, document: str | None = None) -> dict[str, set[int]]:
    """By document id: the turns that at least one live coding or degree touches."""
    found: dict[str, set[int]] = {}
    for owner, first, last in store.rows(
        "SELECT DISTINCT s.document_id, s.turn, s.last_turn FROM segments s"
        " JOIN documents d ON d.id = s.document_id AND d.version_id = s.version_id"
        " WHERE s.deleted = 0 AND d.deleted = 0 AND s.turn IS NOT NULL"
        + (" AND s.document_id = ?" if document else ""),
        (document,) if document else (),
    ):
        found.setdefault(owner, set()).update(range(first, last + 1))
    return found


def read_turns(store: Store, document: str | None = None) -> dict[str, set[int]]:
    """By document id: the turns that anybody marked as read."""
    return _sets(
        store,
        "SELECT d.id, u.turn FROM documents d JOIN units u ON u.version_id = d.version_id"
        " WHERE d.deleted = 0 AND u.deleted = 0",
        document,
    )


def touched(store: Store) -> dict[str, tuple[int, str]]:
    """By document id: its number of live codings and when the last one was made."""
    return {
        row[0]: (row[1], row[2] or "")
        for row in store.rows(
            # in the order in which the indexes lead on
            "SELECT d.id, count(*), max(c.created) FROM documents d CROSS JOIN segments s"
            " ON s.document_id = d.id AND s.version_id = d.version_id"
            " CROSS JOIN codings c ON c.segment_id = s.id WHERE c.deleted = 0 AND s.deleted = 0"
            " GROUP BY d.id"
        )
    }


def _sets(store: Store, sql: str, document: str | None) -> dict[str, set[int]]:
    found: dict[str, set[int]] = {}
    narrowed = f"{sql} AND d.id = ?" if document else sql
    for owner, turn in store.rows(narrowed, (document,) if document else ()):
        found.setdefault(owner, set()).add(turn)
    return found

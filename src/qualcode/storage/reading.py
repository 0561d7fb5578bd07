"""Which units were read and coded, and by whom, read from the project file."""

from __future__ import annotations

from qualcode.domain.reading import Reading, UnitRow
from qualcode.storage import member_checks, progress, project
from qualcode.storage.store import Store


def reading(store: Store) -> Reading:
    """How far the material has been read, in one view."""
    with store.reading():
        replies = member_checks.replies(store)
        return Reading(
            units=_units(store),
            minutes=_minutes(store),
            dates=dict(
                store.rows("SELECT id, date FROM documents WHERE deleted = 0 AND date IS NOT NULL")
            ),
            replied=frozenset(one.participant_id for one in replies if one.participant_id),
            stance=str(project.settings(store)["stance"]),
        )


def _units(store: Store) -> tuple[UnitRow, ...]:
    coders, readers = _coded(store), _read(store)
    return tuple(
        UnitRow(
            document,
            n,
            start,
            stop,
            tuple(sorted(coders.get((document, n), ()))),
            readers.get((document, n), ()),
        )
        for document, n, start, stop in store.rows(
            "SELECT d.id, t.n, t.start, t.stop FROM documents d"
            f" JOIN turns t ON t.version_id = d.version_id WHERE {progress.OF_INFORMANTS}"
            " ORDER BY d.name, d.id, t.n"
        )
    )


def _coded(store: Store) -> dict[tuple[str, int], set[str]]:
    """Who coded something in a turn, by document and turn."""
    names = dict(store.rows("SELECT id, name FROM coders"))
    live = {row[0] for row in store.rows("SELECT version_id FROM documents WHERE deleted = 0")}
    found: dict[tuple[str, int], set[str]] = {}
    for document, version, first, last, coder in store.rows(
        "SELECT document_id, version_id, turn, last_turn, coder_id FROM segments"
        " WHERE deleted = 0 AND turn IS NOT NULL ORDER BY rowid"
    ):
        if version in live:
            for turn in range(first, last + 1):
                found.setdefault((document, turn), set()).add(names[coder])
    return found


def _read(store: Store) -> dict[tuple[str, int], tuple[str, ...]]:
    """Who marked a turn as read, by document and turn."""
    found: dict[tuple[str, int], tuple[str, ...]] = {}
    for document, turn, name in store.rows(
        "SELECT d.id, u.turn, p.name FROM documents d JOIN units u ON u.version_id = d.version_id"
        " JOIN coders p ON p.id = u.coder_id WHERE d.deleted = 0 AND u.deleted = 0 ORDER BY p.name"
    ):
        found[document, turn] = (*found.get((document, turn), ()), name)
    return found


def _minutes(store: Store) -> dict[str, float]:
    """Length of each recording: the last time that its transcript tells."""
    found = store.rows(
        "SELECT d.id, max(coalesce(t.time_end, t.time_start)) FROM documents d"
        " JOIN turns t ON t.version_id = d.version_id WHERE d.deleted = 0"
        " GROUP BY d.id HAVING max(coalesce(t.time_end, t.time_start)) IS NOT NULL"
    )
    return {document: seconds / 60 for document, seconds in found}
